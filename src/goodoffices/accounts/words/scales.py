"""Scales on which two tell one thing to another degree, and words with their opposites, in four languages."""

from collections.abc import Mapping

# Of each scale: per language the words of its upper and of its lower end.
SCALES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "amount": {
        "en": ("full fully complete completely entire entirely totally wholly comprehensive outright all every both whole everyone "
               "everything each_of unanimous* without_exception in_full all_of altogether ",
               "partial partially partly part_of parts_of limited in_part halfway half-way incomplete something_towards contribut* "
               "a_share_of share_of towards_the_cost with_exceptions except some several many most few a_number_of certain majority "
               "half_of half_the one_of only_one two_of three_of four_of five_of six_of seven_of eight_of nine_of ten_of nearly_all "
               "almost_all a_part_of not_all handful minority parts a_portion portion in_places somewhat half halves"),
        "uk": ("повн* цілковит* всеосяжн* загальн* усі всі всіх усіх кожн* обидв* одностайн* повніст* цілком",
               "частков* обмежен* неповн* деякі деяких кілька частин* більшіст* окрем* наполовину половин* почасти лише_частин*"),
        "ru": ("полн* целиком всеобъемлющ* все всех кажд* обе оба единоглас* сполна",
               "частичн* ограничен* неполн* некоторы* нескольк* част* большинств* отдельн* наполовину половин* отчасти"),
        "tr": ("tam tamamen bütünüyle kapsamlı tümüyle tüm bütün hepsi her tamamı tamamını tamamının oybirliği* tamamıyla tümü tümünü",
               "kısmi kısmen sınırlı bazı birkaç kısmı kısmını çoğu bir_bölüm* kimi bölümü bölümünü yarısı yarısını yarı"),
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
               "arrived left signed lifted has_been have_been was were freed",
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
OPPOSITES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "open": {
        "en": ("open opened opens reopen* opening", "close closed closes closing shut sealed closure barred blocked"),
        "uk": ("відкри* відчин*", "закри* зачин* перекри* заблок*"),
        "ru": ("открыт* открыл* открое* откроют*", "закры* закрое* перекры* заблок*"),
        "tr": ("açıl* açık açtı* açacak*", "kapan* kapalı kapat* kapata*"),
    },
    "more": {
        "en": ("rise rises rose risen increase* raised raise raises grew grow grows more_than_before doubled went_up going_up gained", "fall falls fell fallen decrease* lowered reduc* shrank shrink* cut cuts halved went_down lost fewer"),
        "uk": ("збільш* зрос* підвищ* виріс* виросл*", "зменш* скоро* знизи* впа* знижу*"),
        "ru": ("увелич* вырос* повыс* возрос* рост* растёт растет", "уменьш* сократ* сниз* упа* сниж*"),
        "tr": ("art* yüksel* çoğal*", "azal* düş* indir*"),
    },
    "goes on": {
        "en": ("remain remained remains_in remains_open remains_closed stays stay stayed continue* continues keep keeps kept goes_on go_on went_on still in_force extended renewed upheld stands maintain* retain*",
               "end ended ends lift lifted scrap* drop dropped drops lapse* expire* abandon* withdrawn withdrew cancel* abolish* suspend* discontinue* called_off given_up gave_up stopped stops broke_off revoked repealed"),
        "uk": ("залиша* залиши* трива* продовж* збері* чинн* подовж* лиша* зберег*", "припин* скасу* знято зняли зняв зупин* відклик* завершен* відмін*"),
        "ru": ("оста* сохран* продолж* действу* продл* сохраня*", "прекра* отмен* снят* сняли снял приостан* отозва* отзыва* упраздн*"),
        "tr": ("sür* devam* kal* uzat* yürürlükte* korun*", "sona_er* kaldır* iptal* durdur* bitti bitir* vazgeç* geri_çek*"),
    },
    "free": {
        "en": ("release* freed free frees let_go set_free went_home sent_home back_home returned", "detain* held_in held_at held_by still_holds in_custody in_prison jailed captive behind_bars still_held locked_up"),
        "uk": ("звільн* відпус* поверну*", "утриму* затрим* у_полоні ув'язн* під_вартою"),
        "ru": ("освобо* отпус* верну*", "удержива* задерж* в_плену под_стражей арестован*"),
        "tr": ("serbest* bırakıl* döndü* salıver*", "tutuklu* tutul* alıkon* gözaltı* esir*"),
    },
    "there": {
        "en": ("attended attend attends took_part present came_too was_there were_there turned_up joined at_the_table in_the_room appeared in_person", "absent stayed_away stayed_at_home boycott* kept_away did_not_come missing failed_to_appear skipped walked_out sent_word out_of_the_room excus*"),
        "uk": ("присутн* взя*_участь бра*_участь прибу*", "відсутн* бойкот* не_прибу* не_з'яви*"),
        "ru": ("присутств* принял*_участие принимал*_участие прибы*", "отсутств* бойкот* не_прибы* не_яви*"),
        "tr": ("katıl* hazır_bulun* geldi", "katılma* boykot* gelme* yoktu"),
    },
    "good": {
        "en": ("success* progress breakthrough forward closer satisf* hopeful optimis* constructive fruitful", "failure failed fail fails deadlock* stalemate no_progress setback collapse* further_apart bitter* fruitless pessimis* no_nearer"),
        "uk": ("успі* прогрес* поступ* конструктивн*", "провал* безрезультат* глух* зрив*"),
        "ru": ("успе* прогресс* продвиж* конструктивн*", "провал* безрезультат* тупик* срыв*"),
        "tr": ("başarı* ilerleme* yapıcı*", "başarısız* çıkmaz* sonuçsuz*"),
    },
    "will": {
        "en": ("welcom* support* back backs backed favour* favor* endorse* willing ready agreed accept* approv* in_favour praised prais* thanked", "oppos* reject* refus* against unwilling turned_down object* declin* condemn* critici* denounc* veto* protest* ruled_out rebuff*"),
        "uk": ("вітал* підтрим* схвал* готов* погод* прийня* згод*", "проти відхил* відмов* відкин* засуд* критик* заперечу*"),
        "ru": ("приветств* поддерж* одобр* готов* соглас* приня*", "против отверг* отклон* отказ* осуд* критик* возраж*"),
        "tr": ("memnuniyetle destekle* onayla* kabul* hazır*", "karşı_çık* reddet* geri_çevir* kına* eleştir* itiraz*"),
    },
    "won": {"en": ("won win wins victory", "lost loses lose defeat*"), "uk": ("вигра* перемо*", "програ* пораз*"), "ru": ("выигра* побед*", "проигра* пораж*"), "tr": ("kazan*", "kaybet*")},
    "known": {
        "en": ("confirm* acknowledg* admit* conceded concedes owned_up", "den* dispute* disputed contest* rejects_the_claim untrue false no_truth without_foundation knows_nothing knew_nothing contrary_to"),
        "uk": ("підтверд* визна*", "запереч* спростов* спросту* неправд*"), "ru": ("подтверд* призна*", "отриц* опроверг* неправд*"), "tr": ("doğrula* kabul_et*", "yalanla* inkâr* inkar* asılsız*"),
    },
    "sooner": {"en": ("brought_forward early earlier ahead_of_time", "postpone* delayed delay put_off late later behind_schedule overdue deferred adjourn*")},
    "paid": {"en": ("paid pays settled_the_bill has_paid", "unpaid owes owe arrears overdue outstanding withheld withholds")},
}  # fmt: skip
"""Words and their opposites, told of one thing."""
