"""Classes of words in reports of talks: who does what in them, what turns a sentence round, what weakens it.

A class is a list of words and (with a star) beginnings of words, `_` for a space, of each of four languages.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from ..language.hedging import any_of

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
        "uk": "головува* модерув*",
        "ru": "председательств* вел_заседание модерир*",
        "tr": "oturum_başkan* başkanlık_et* moderat*",
    },
    "mediate": {
        "en": "mediat* broker brokered brokers brokering facilitat* conciliat* go-between intermediar* umpire good_offices shuttl* ombuds*_mediated",
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
    "en": "meet meets met meeting meetings session sessions sat sit sits sitting sittings talks round rounds held convene* gather* took_place "
    "takes_place take_place opened opens began begins venue parted returned_to_the_table table negotiat* dialogue conference consultations",
    "uk": "зустрі* засідан* переговор* раунд* відбу* сесі* нарад* зібра*",
    "ru": "встре* заседан* переговор* раунд* состоя* проше* прошл* сесси* совещан* собра*",
    "tr": "görüş* toplan* buluş* müzakere* oturum* tur turu turun* turda yapıl* gerçekleş* düzenlen*",
}
"""Words of people coming together."""
NEXT: Mapping[str, str] = {
    "en": "next again follow-up reconvene* resume* resumption",
    "uk": "наступн* знову продовж*",
    "ru": "следующ* снова продолж* вновь",
    "tr": "gelecek sonraki yeniden tekrar bir_sonraki",
}
"""Words of the meeting after this one."""
TURNS: Mapping[str, str] = {
    "en": "oppos* is_against are_against was_against were_against been_against voted_against out_against stood_against absent absence stay_away stayed_away stays_away staying_away kept_away kept_out keep_out shut_out left_out barred "
    "excluded excluding boycott* stayed_at_home stayed_home at_home turned_down turns_down turn_down turned_away disagree* disagreement "
    "unresolved unsettled remains_open remained_open left_open still_open missing dismiss* rebuff* spurn* object objects objected objection* "
    "scrapped collaps* disputed disputes contradict* deadlock* lack lacks lacked fell_through broke_down veto* resist* disown* unacceptable untrue "
    "impasse dropped_its dropped_their dropped_the dropped_his dropped_her false falsely walked_out skipped snubbed gave_up give_up gives_up giving_up stayed_in_his stayed_in_her withdrew_from staying_home out_of_the_room not_let_in",
    "uk": "проти відсутн* бойкот* неприйнятн* незгод* суперечн* відкрит* заперечу*",
    "ru": "против отсутств* бойкот* неприемлем* несоглас* возраж* опровер*",
    "tr": "karşı_çık* karşı karşıdır boykot* katılmadı muhalefet* itiraz* kabul_edilemez",
}
"""Words that turn a sentence round beside those of denial."""
ASSENTS: Mapping[str, str] = {
    "en": "agree agrees agreed agreement accord accept* consent* back backs backed support* favour* favor* endorse* welcom* recogni* settled settle "
    "resolved undertook undertake* promis* commit committed commits adopt* grant* allow* approv* concede* conceded came_to_terms understanding "
    "confirm* pledg* attend* present participat* took_part take_part join joined joins at_the_table in_the_room sat appear* represented "
    "seat followed took_the_floor admitted in_person",
    "uk": "погод* згод* підтрим* прийня* домов* зобов* схвал* присутн* взя*_участь бра*_участь учас* підтверд* визна*",
    "ru": "соглас* договор* поддерж* приня* обяза* одобр* присутств* участ* подтверд* призна*",
    "tr": "kabul anlaş* uzlaş* mutabakat* destekle* onayla* taahhüt* katıl* hazır_bulun* doğrula* tanı*",
}
"""Words of accepting, agreeing, taking part: what a denial of them turns round is what the other tells."""
DEMANDS: Mapping[str, str] = {
    "en": "demand* insist* want wants wanted ask asks asked asking call_for called_for calls_for call calls urge* propos* offer offers offered suggest* claim "
    "claims claimed request* seek* sought press pressed presses opening_bid wish wishes bid",
    "uk": "вимаг* наполяг* пропону* запропону* заклик* просил* прос* домага*",
    "ru": "требова* требу* настаива* настоя* предлага* предлож* призва* призыва* проси* добива*",
    "tr": "talep* iste* öner* çağr* ısrar* teklif*",
}
"""Words of what somebody wants."""
OUTCOMES: Mapping[str, str] = {
    "en": "agreed agree agreement accord deal settled undertook undertakes pays pay_out gets decided adopted signed conclud* accepted confirmed under_the "
    "committed promised will came_to_terms fixed grants provides resolved was_agreed",
    "uk": "погод* домов* зобов* ухвал* угод* підпис* схвал* прийня*",
    "ru": "соглас* договор* обяза* приня* подпис* одобр* утверд*",
    "tr": "anlaş* kabul* karar* taahhüt* uzlaş* imzala* onayla*",
}
"""Words of what came of it."""
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
    "en": "reportedly allegedly alleged allege alleges apparently supposedly supposed purportedly purported probably presumably rumoured rumored rumour* "
    "rumor* unconfirmed unverified may_have might_have could_have might_be may_be is_believed are_believed was_believed were_believed believed_to thought_to "
    "said_to_have reported_to is_reported are_reported was_reported were_reported is_said are_said was_said were_said seem seems seemed appears_to appear_to appeared_to suspected suspects possibly perhaps "
    "likely unclear by_some_accounts by_most_accounts it_is_understood claims_that claimed_that claims_to claimed_to cannot_be_verified could_not_be_verified "
    "not_been_confirmed not_confirmed yet_to_be_confirmed might feared presumed assumed conjecture* according_to_unconfirmed by_their_account "
    "plans_to plan_to planned planning_to intend* expected_to expects_to hopes_to hoped_to aims_to in_all_likelihood if_confirmed speculat*"
    "no_confirmation without_confirmation",
    "uk": "нібито начебто ймовірно мабуть можливо очевидно за_чутками непідтвердж* за_непідтвердж* стверджу* "
    "плану* очіку* заплан* припуск* імовірно підозр* буцімто",
    "ru": "якобы вероятно видимо возможно предположительно по_слухам неподтвержд* утвержда* планиру* ожида* "
    "заплан* предполага* подозре* будто",
    "tr": "iddia* sözde güya muhtemelen galiba söylent* öne_sürül* olabilir belki doğrulanma* plan* bekleni* tahmin* şüphe* olası* ileri_sürül*",
}
"""Words by which a narrator does not vouch for what he tells, or tells it as planned or possible."""
# Of each scale: per language the words of its upper and of its lower end.
SCALES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "extent": {
        "en": ("full fully complete completely entire entirely totally wholly comprehensive outright",
               "partial partially partly part_of parts_of limited in_part halfway half-way incomplete"),
        "uk": ("повн* цілковит* всеосяжн* загальн*", "частков* обмежен* неповн*"),
        "ru": ("полн* целиком всеобъемлющ*", "частичн* ограничен* неполн*"),
        "tr": ("tam tamamen bütünüyle kapsamlı tümüyle", "kısmi kısmen sınırlı"),
    },
    "quantity": {
        "en": ("all every both whole entire everyone everything each_of unanimous* without_exception", "some several many most few part_of a_number_of certain majority half_of half_the one_of only_one"),
        "uk": ("усі всі всіх усіх кожн* обидв* одностайн*", "деякі деяких кілька частин* більшіст* окрем*"),
        "ru": ("все всех кажд* обе оба единоглас*", "некоторы* нескольк* част* большинств* отдельн*"),
        "tr": ("tüm bütün hepsi her tamamı tamamını tamamının oybirliği*", "bazı birkaç kısmı kısmını çoğu bir_bölüm* kimi"),
    },
    "stage": {
        "en": ("agree agreed agrees adopt* approv* decided decide sign signed concluded finalised finalized settled sealed accept accepted resolved "
               "came_to_terms undertook undertakes committed",
               "discuss* consider considered considers considering debat* talked_about talk_about talked_of explor* exchanged_views examin* touched_on raised "
               "looked_at under_discussion went_over spoke_about spoke_of weigh* study studied mull* broached"),
        "uk": ("погод* домов* ухвал* підпис* уклал* прийня* схвал* узгод*", "обговор* розгля* обмін*думк* торкну* вивч*"),
        "ru": ("соглас* договор* приня* подпис* заключ* одобр* утверд*", "обсу* рассм* обмен*мнен* затрон* изуч*"),
        "tr": ("anlaş* kabul* uzlaş* imzala* karar* onayla* mutabık*", "görüşül* görüştü* ele_al* tartış* değerlendir* müzakere_et*"),
    },
    "time": {
        "en": ("met held took_place opened began was_held were_held has_begun have_begun released exchanged withdrew withdrawn reopened handed returned "
               "arrived left signed lifted has_been have_been was were did freed",
               "will shall is_to are_to to_be due_to scheduled expected_to plans_to intends_to going_to is_set_to would set_to yet_to"),
        "uk": ("зустріли* відбу* провели* пройш* розпоча* підписа* звільни* обміня* вивели передали", "зустрінуть* відбудеть* буде будуть має_відбутися мають плану* проведуть"),
        "ru": ("встретил* состоял* провел* прошл* прош* начал* подписал* освободил* обменял* вывели передали", "встретятся состоит* состоятся пройд* будет будут должн* планир* проведут намерен*"),
        "tr": ("buluştu* görüştü* yapıldı gerçekleş* toplandı* başladı imzaladı* imzalandı serbest_bıraktı*", "buluşacak* görüşecek* yapılacak* toplanacak* başlayacak* imzalayacak* imzalanacak* bırakacak* planlan*"),
    },
    "lasting": {
        "en": ("permanent permanently lasting indefinite indefinitely open-ended for_good", "temporary temporarily interim provisional provisionally for_now short-term"),
        "uk": ("постійн* безстроков*", "тимчасов*"),
        "ru": ("постоянн* бессрочн*", "временн*"),
        "tr": ("kalıcı süresiz", "geçici"),
    },
    "at once": {
        "en": ("immediate immediately at_once instant instantly straight_away forthwith", "gradual gradually phased in_phases in_stages step_by_step eventually stage_by_stage"),
        "uk": ("негайн* одразу", "поступов* поетапн*"),
        "ru": ("немедленн* сразу", "постепенн* поэтапн*"),
        "tr": ("derhal hemen", "kademeli aşamalı"),
    },
    "terms": {
        "en": ("unconditional unconditionally without_conditions no_conditions without_preconditions", "conditional conditionally provided_that on_condition only_if with_conditions subject_to"),
        "uk": ("безумовн* без_умов", "за_умови умовн*"),
        "ru": ("безусловн* без_условий безоговорочн*", "при_условии условн*"),
        "tr": ("koşulsuz şartsız", "koşul* şart* koşullu"),
    },
    "force": {
        "en": ("binding legally_binding mandatory obligatory compulsory final", "non-binding nonbinding voluntary preliminary draft tentative in_principle"),
        "uk": ("обов'язков* остаточн*", "добровільн* попередн* необов'язков*"),
        "ru": ("обязательн* окончательн*", "добровольн* предварительн* необязательн*"),
        "tr": ("bağlayıcı kesin nihai", "gönüllü ön taslak"),
    },
}  # fmt: skip
"""Scales on which two tell one thing to another degree."""
POSTS: Mapping[str, str] = {
    "en": "mr mrs ms miss dr sir dame lord lady sheikh imam bishop archbishop monsignor father rabbi king queen prince chief elder comrade general colonel "
    "captain major lieutenant admiral commander brigadier minister president secretary ambassador envoy judge justice professor chairman "
    "chairwoman chair chairperson director mayor governor commissioner ombudsman ombudswoman senator deputy mediator spokesman spokeswoman "
    "spokesperson counsel lawyer attorney-general engineer prime premier chancellor diplomat negotiator marshal officer official leader boss "
    "superintendent inspector sergeant executive vice-president secretary-general facilitator moderator representative delegate "
    "treasurer conciliator arbitrator adviser advisor",
    "uk": "пан пані міністр* президент* посол* генерал* полковник* голов* секретар* суддя суддею суддю директор* мер губернатор* єпископ* посередни* радни* лідер* речни* заступни* прем'єр* дипломат*",
    "ru": "господин* г-н г-жа министр* президент* посол* посл* генерал* полковник* глав* секретар* судья судьей судью директор* мэр* губернатор* епископ* посредни* советни* лидер* представител* заместител* премьер* дипломат*",
    "tr": "bay bayan sayın bakan* başkan* büyükelçi* general* albay* sekreter* yargıç* müdür* vali* arabulucu* danışman* lider* sözcü* elçi* piskopos* temsilci*",
}
"""Titles and posts that stand before a person's name."""
DEEDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "attack": "shell shelled shells shelling bombard* bombed attack attacked attacks attacking struck strike strikes hit raided raid ambush* assault* stormed fired_on "
        "fired_at fired_upon opened_fire fired_first",
        "kill": "kill killed kills killing shot wounded injured",
        "seize": "seize* seizing captured capture occupied occupy took_over overran took_control",
        "detain": "detain* arrest* abduct* kidnap* imprison*",
        "free": "release released releases freed free frees handed_over hand_over hands_over handing_over returned return returns gave_back give_back",
        "break": "broke break breaks broken violat* breach*",
        "accuse": "accus* blame* blaming",
        "ask": "asked ask asks request* invite* inviting urged urges urge called_on calls_on appealed_to turned_to petition*",
        "propose": "propos* suggest* put_forward tabled",
        "pay": "pay pays paid compensat* owe owes owed reimburse* refund* fund funds funded",
        "leave": "walked_out walk_out left leave leaves quit quits abandon* withdrew withdraw withdraws pulled_out",
        "threaten": "threaten* warned warn warns",
        "block": "block blocked blocks blocking halted halt suspend* closed cut_off obstruct*",
        "promise": "promis* assured assures guarantee* pledg*",
        "apologise": "apologis* apologiz* thanked thanks",
        "recognise": "recogni*",
        "give": "gave give gives given grant* transfer* cede* ceded sell sells sold lend lends lent suppl* deliver* send sends sent provid* supplied lease* hand hands handed",
        "expel": "expel* evict* deport* sacked dismissed",
        "start": "started provoked began caused",
        "sue": "sue sued sues complained_about insulted insult* refuse* reject* rebuff*",
        "visit": "visit* received receive receives greeted approached contacted",
        "cross": "crossed entered invaded enter invade* chased pursued stopped intercept* rammed boarded",
    },
    "uk": {
        "attack": "обстріл* атак* бомб* вдари* напа*", "kill": "уби* вби* поран*", "seize": "захоп* зайня*", "detain": "затрим* заарешт* полонил*",
        "free": "звільн* передал* передав* поверн*", "break": "поруш*", "accuse": "звинува* обвинува*", "ask": "попрос* запрос* закли* зверну*",
        "propose": "пропон* запропон*", "pay": "сплат* плат* заплат* компенс*", "leave": "покину* залиш*", "threaten": "погрож* поперед*", "block": "блок* заблок* перекри*",
        "promise": "обіця* пообіця*", "give": "нада* постача* передас* передад*",
    },
    "ru": {
        "attack": "обстрел* атак* бомб* удари* напа*", "kill": "уби* ранил* ранен*", "seize": "захват* занял*", "detain": "задерж* арест* пленил*",
        "free": "освобо* передал* верну*", "break": "наруш*", "accuse": "обвин*", "ask": "попрос* приглас* призва* обрати*",
        "propose": "предлож* предлаг*", "pay": "выплат* плат* заплат* компенс*", "leave": "покину* остав*", "threaten": "угрож* пригроз* предупре*", "block": "блок* заблок* перекры*",
        "promise": "обеща* пообеща*", "give": "предостав* постав* переда*",
    },
    "tr": {
        "attack": "saldır* bombala* vurdu* ateş_aç* topa_tut*", "kill": "öldür* yarala*", "seize": "ele_geçir* işgal*", "detain": "gözaltı* tutukla* alıkoy*",
        "free": "serbest* teslim* iade*", "break": "ihlal* boz*", "accuse": "suçla*", "ask": "rica* davet* çağır*",
        "propose": "öner*", "pay": "öde* tazmin*", "leave": "terk* ayrıl* çekil*", "threaten": "tehdit* uyar*", "block": "engelle* kapat*",
        "promise": "söz_ver* vaat*", "give": "verdi* verecek* gönder* sağla*",
    },
}  # fmt: skip
"""Deeds that one does to another."""
BODIES = (
    "front council commission company union government ministry committee association agency federation movement party army office mission "
    "organisation organization group service fund bank institute court parliament assembly embassy republic kingdom emirate state authority "
    "corporation ltd inc congress league alliance coalition nations caucus secretariat side delegation team board house hall hotel palace "
    "protocol memorandum accord agreement declaration "
    "charter act treaty radio times herald news press wire forces front's camp"
)
VENUES = (
    "hall hotel house palace school club centre center room church mosque monastery residence villa office offices building embassy ship vessel "
    "deck theatre theater pavilion chamber museum university faculty library castle lodge resort station barracks base airport hangar tent tree "
    "inn caravanserai courthouse ministry headquarters compound market gymnasium stadium mansion suite annexe annex institute college circuit "
    "hostel casa palais palacio hôtel haus salle sala plaza sitting-room farm barn warehouse mill depot cathedral abbey convent temple parish town-hall guesthouse"
)
VENUES_OF: Mapping[str, str] = {
    "en": VENUES,
    "uk": "готел* палац* школ* клуб* центр* церкв* монастир* резиденці* віл* офіс* будів* будинк* посольств* театр* музе* університет* бібліотек* замк* зал* приміщенн*",
    "ru": "отел* гостиниц* двор* школ* клуб* центр* церкв* монастыр* резиденци* вилл* офис* здани* дом* посольств* театр* музе* университет* библиотек* замк* зал* помещени*",
    "tr": "otel* saray* okul* kulüb* merkez* kilise* manastır* konut* villa* ofis* bina* köşk* büyükelçili* tiyatro* müze* üniversite* kütüphane* salon*",
}
"""Kinds of rooms and buildings in which people meet."""
PORTFOLIOS = (
    "interior foreign defence defense justice finance health labour labor environment energy agriculture water transport education trade economy "
    "fisheries culture security home reconciliation industry mines oil planning tourism deputy first former acting vice"
)


@lru_cache(maxsize=512)
def pattern(words: str) -> re.Pattern[str]:
    """What finds the words of a class."""
    return any_of(words)


def class_of(table: Mapping[str, str], language: str) -> re.Pattern[str]:
    """The words of a class in a language; of one that is not known here none."""
    return pattern(table[language]) if language in table else _NOTHING


_NOTHING = re.compile(r"(?!)")
