"""Classes of words in reports of talks: who does what in them, what turns a sentence round, what weakens it.

A class is a list of words and (with a star) beginnings of words, `_` for a space, of each of four languages.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from ...language.hedging import any_of

ROLES: Mapping[str, Mapping[str, str]] = {
    "sign": {
        "en": "sign signs signed signing signature* signator* signer* initialled initialed initials countersign* "
        "his_name her_name their_name its_name his_hand her_hand his_thumb her_thumb the_pen affix* inked",
        "uk": "підпис* парафу* скріпи*",
        "ru": "подпис* парафир* скрепи*",
        "tr": "imza* paraf*",
    },
    "lead": {
        "en": "lead leads led leading leadership head heads headed heading represent represented represents spokesman spokeswoman "
        "chief_negotiator spoke_for speaks_for speak_for at_the_head under_its under_their under_the_command captained fronted",
        "uk": "очол* голов* керув* керівн* на_чолі представля* представи*",
        "ru": "возглав* глав* руковод* во_главе представля* представи*",
        "tr": "başkanlı* liderli* yönet* temsil* öncülü* başında",
    },
    "chair": {
        "en": "chair chairs chaired chairing chairmanship presided presides presiding in_the_chair moderat*",
        "uk": "головува* головуюч* модерув* очолив_засідання очолила_засідання вів_засідання вела_засідання вів_зустріч вела_зустріч вів_розмову вела_розмову вів_переговори вела_переговори керував_засіданням керувала_засіданням",
        "ru": "председательств* вел_заседание вёл_заседание вела_заседание вёл_встречу вел_встречу вела_встречу вёл_переговоры вел_переговоры вела_переговоры модерир*",
        "tr": "oturum_başkan* oturumu toplantıyı_yönet* moderat*",
    },
    "mediate": {
        "en": "went_between goes_between go_between mediat* broker brokered brokers brokering facilitat* conciliat* go-between intermediar* umpire good_offices shuttl* ombuds*_mediated",
        "uk": "посередн* фасилітат*",
        "ru": "посредн* фасилитат*",
        "tr": "arabulucu* kolaylaştırıcı* aracı*",
    },
    "host": {
        "en": "host hosts hosted hosting",
        "uk": "приймала_сторон* господар* приймаюч*",
        "ru": "принимающ* хозяин* хозяев* организатор*",
        "tr": "ev_sahip* evsahip*",
    },
    "observe": {"en": "observer observers observed", "uk": "спостерігач*", "ru": "наблюдател*", "tr": "gözlemci*"},
    "member": {
        "en": "member_of delegate delegates counsel adviser advisor advisers sat_with sits_with sat_in_that_team sat_among",
        "uk": "член_делегац* членом_делегац* у_складі_делегац* радник*",
        "ru": "член_делегац* членом_делегац* в_составе_делегац* советник*",
        "tr": "heyet_üye* heyetinin_üye* danışman*",
    },
}
"""Roles at talks, and the words by which a report gives them to somebody."""
NEUTRAL = frozenset({"chair", "mediate"})
"""Roles that one person may well hold both."""

MEETING: Mapping[str, str] = {
    "en": "meet meets met meeting meetings session sessions sat sit sits sitting sittings talks conversation conversations discussions took_counsel round rounds held convene* gather* took_place "
    "takes_place take_place opened opens began begins venue parted returned_to_the_table table negotiat* dialogue conference consultations "
    "came_together come_together comes_together coming_together see_each_other saw_each_other got_together get_together assembl* conferred conducted face_to_face hearing",
    "uk": "розмов* бесід* зустрі* засідан* переговор* раунд* відбу* сесі* нарад* зібра* збира* проход* пройшл* пройшов сиділи сіли говорили радил* зійшл* спілкува* проведено провели консультаці*",
    "ru": "разговор* бесед* встре* заседан* переговор* раунд* состоя* проше* прошли прошла прошло сесси* совещан* собра* собира* проход* сидели сели говорили сошл* общал* проведен* провели консультаци*",
    "tr": "bir_araya oturduk oturdular konuştuk konuştular görüş* toplan* buluş* müzakere* oturum* tur turu turun* turda yapıl* gerçekleş* düzenlen*",
}
"""Words of people coming together."""
BEGINNING: Mapping[str, str] = {
    "en": "began begin begins begun start started starts opened opens kicked_off got_under_way under_way underway convened sat_down met meet from gathered came_together came_to_order",
    "uk": "почал* почав розпоча* відкри* зібра* зустріл* сіли",
    "ru": "начал* откры* собра* встрет* сели",
    "tr": "başla* açıl* toplan* buluş* oturduk",
}
"""Words of a meeting's beginning."""
NEXT: Mapping[str, str] = {
    "en": "next again follow-up reconvene* resume* resumption once_more",
    "uk": "наступн* знову продовж*",
    "ru": "следующ* снова продолж* вновь",
    "tr": "gelecek_tur gelecek_toplantı gelecek_görüşme gelecek_oturum sonraki yeniden tekrar bir_sonraki",
}
"""Words of the meeting after this one."""
COMING: Mapping[str, str] = {
    "en": "return_to return_on returns_on will_meet will_see to_meet will_gather will_sit will_be_held will_take_place will_come_together "
    "are_to_meet is_to_be_held to_be_held will_convene will_continue will_open meet_on meets_on",
    "uk": "зустрінуться зберуться відбудеть* відбудуться",
    "ru": "встретятся соберутся состоится состоятся",
    "tr": "buluşacak* görüşecek* yapılacak* toplanacak* yapılması",
}
"""Words of a meeting that is still to come."""
CONCORD: Mapping[str, str] = {
    "en": "nor neither",
    "uk": "ні ані жод* ніхто нікол* ніщо нічого",
    "ru": "ни никто никогда ничто ничего никак*",
    "tr": "hiç* asla ne_de",
}
"""Words that deny nothing more where the verb is denied already: `ніхто не прийшов`, `hiç konuşulmadı`."""
SO_FAR: Mapping[str, str] = {
    "en": "so_far not_yet have_yet has_yet had_yet still until_now to_date up_to_now as_of_now for_the_time_being",
    "uk": "поки досі наразі ще",
    "ru": "пока доныне ещё еще до_сих_пор",
    "tr": "henüz şimdiye_kadar şu_ana_kadar hâlâ halen",
}
"""Words of what may yet become otherwise: a later report does not tell it differently."""
DUTIES = r"\b(?:must|should|ought to)\s$"
"""Words after which `not` says what ought to be, not what was denied."""
HEDGES: Mapping[str, str] = {
    "en": "reportedly allegedly alleged allege alleges apparently supposedly supposed purportedly purported probably presumably rumoured there_is_talk there_was_talk talk_of maybe is_thought are_thought was_thought said_to_be are_believed in_theory if_true not_certain not_clear remains_to_be_seen hearsay gossip whisper* unproven or_so_it we_believe i_believe i_think we_think supposed_to suggestion rumours rumors i_would_not_swear word_is word_has_it so_they_claim so_he_claims so_she_claims could_be may_well would_appear or_so by_all_accounts hint* some_say it_is_said others_say we_understand to_be_tested to_be_confirmed not_sure unsure uncertain doubtful in_doubt guess*  rumored rumour* "
    "rumor* unconfirmed unverified may_have might_have might_be may_be is_believed are_believed was_believed were_believed believed_to thought_to "
    "said_to_have reported_to is_reported are_reported was_reported were_reported is_said are_said was_said_to were_said seem seems seemed appears_to appear_to appeared_to suspected suspects possibly perhaps may_at_some_point may_yet may_one_day may_come may_lose may_be may_not_be may_step may_leave may_resign may_return may_go "
    "likely unclear by_some_accounts by_most_accounts it_is_understood claims_that claimed_that claims_to claimed_to cannot_be_verified could_not_be_verified "
    "not_been_confirmed not_confirmed yet_to_be_confirmed might feared presumed assumed conjecture* according_to_unconfirmed by_their_account "
    "plans_to plan_to planned planning_to intend* expected_to expects_to hopes_to hoped_to aims_to in_all_likelihood if_confirmed speculat* "
    "no_confirmation without_confirmation whether tavern_talk talk_that they_say so_they_say rumour_has it_seems one_version reports_that unnamed is_alleged "
    "no_proof no_evidence not_proven unproved is_supposed are_supposed put_it_about looked_into under_investigation is_unknown not_known anonymous if_reports could_have is_put_down ostensibly seemingly conceivably purported tentative* so_the_story story_goes is_claimed is_rumored nobody_knows no_one_knows nobody_can_say no_one_can_say remains_unclear is_feared fears_that suspicion* cannot_be_ruled not_ruled_out not_been_ruled open_question looks_as_if looks_like is_attributed attributed_to blamed_on sources_say sources_close unofficial* is_considering are_considering being_considered is_weighing mooted floated if_all_goes pending in_doubt we_hear i_hear i_am_told we_are_told word_of doubt* probable potential* unlikely perhaps could_lose could_leave could_be may_still may_soon might_yet would_seem",
    "uk": "нібито начебто ймовірно мабуть можливо очевидно за_чутками здогад* припущ* чутк* кажуть подейку* вроде ніби здається схоже непідтвердж* за_непідтвердж* стверджу* "
    "плану* очіку* заплан* припуск* імовірно підозр* буцімто невідом* верси* версі* за_неофіційн* може_бути не_виключ* ходять не_підтверджен* неперевірен* міг_би могли_б начеб* гада* припускає* вірогідн* певно либонь напевно сумнів* невизначен* непевн* неясно розгляда*_можлив* має_намір мають_намір збирається збираються сподіва* передбача* за_попередн* мовляв поголос* плітк* анонім* неофіційн* вважа* схоже_на може_стати можуть_бути могла_б міг_бути могли_бути непідтвердж* без_підтвердж* не_доведен* доказів_нем*",
    "ru": "якобы вероятно видимо возможно предположительно по_слухам предположен* догад* слух* говорят поговарива* вроде возможн* похоже неподтвержд* утвержда* планиру* ожида* "
    "заплан* предполага* подозре* будто неизвестно верси* по_неофициальн* может_быть не_исключ* ходят не_подтвержд* непроверен* мог_бы могли_бы неясно дескать кажется наверное пожалуй вероятн* сомнит* сомнен* намерен* собирается собираются рассчитыва* по_некоторым аноним* неофициальн* молв* сплетн* предположит* могла_бы может_стать могут_стать могут_быть мог_быть могли_быть не_доказан* не_доказано доказательств_нет подозрева* считается не_установлен* версии",
    "tr": "iddia* sözde güya muhtemelen galiba söylent* öne_sürül* söyleni* söylen* deniyor konuşulu* konuşulmakta* olabilir sanırım herhalde rivayet* duyum* belki doğrulanma* plan* bekleni* tahmin* şüphe* olası* ileri_sürül* kulis* bilinmiyor belirsiz ihtimal* *abileceği* *ebileceği* kesinleşme* netleşme* netlik* doğrulanama* teyit_edilme* görünüyor anlaşılan konuşuluyor dedikodu* umul* düşünül* öngörül* beklentisi niyetinde olsa_gerek sanılıyor zannedil* kuşku* varsayıl* kesin_değil belli_değil kanıtlanma* ispatlanma* resmî_olmayan gayriresmî duyuldu kaynaklar *abilir *ebilir *abilecek *ebilecek *mış_olabilir",
}
"""Words by which a narrator does not vouch for what he tells, or tells it as planned or possible."""
DEEDS = frozenset(
    f"~{name}"
    for name in "attack kill wound seize steal drag burn destroy damage cut_down sink poison expel hire rehire accuse apologise thank threaten "
    "recognise chase stop_vehicle save hide cheat insult help break propose demand ask pay owe give get release hold leave close open forbid allow "
    "refuse cross stop build repair withdraw swear begin return".split()
)
"""Deeds that one does to another."""
ACTORS = frozenset(
    f"~{name}"
    for name in "soldier rebel guard police worker union company villager driver delegation teacher judge priest doctor child army".split()
)
"""Meanings that are people who do something."""
WE: Mapping[str, str] = {
    "en": "we us our ours",
    "uk": "ми нас нам нами наш*",
    "ru": "мы нас нам нами наш*",
    "tr": "biz bize bizi bizim *ımız *imiz *umuz *ümüz *ımızın *imizin",
}
"""Words by which a party tells of itself."""
MUTUAL: Mapping[str, str] = {
    "en": "meet* met talk* negotiat* agree* exchang* discuss* sign* join* sit sat share* shared trade* fought argu* quarrel* speak spoke border* said say* told told "
    "called named known held including regarding concerning according based led leads headed represented chaired is are was be being been has had having do does did done "
    "related compared apart together between work* went go* going come* came this its his years days weeks talks",
    "uk": "зустрі* говор* домов* погод* обмін* обговор* підпис* сказа* заяв* повідом* є був була були було зна* ма*",
    "ru": "встре* говор* договор* соглас* обмен* обсу* подпис* сказа* заяв* сообщ* был была были было зна* име*",
}
"""Verbs of what two do together, or of who says it: it does not matter who stands first."""


@lru_cache(maxsize=512)
def pattern(words: str) -> re.Pattern[str]:
    """What finds the words of a class."""
    return any_of(words)


def class_of(table: Mapping[str, str], language: str) -> re.Pattern[str]:
    """The words of a class in a language; of one that is not known here none."""
    return pattern(table[language]) if language in table else _NOTHING


_NOTHING = re.compile(r"(?!)")
