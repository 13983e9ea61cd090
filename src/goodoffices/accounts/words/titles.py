"""Posts, offices, ranks and what they are of; words by which a name is that of a body, of land and water, of a building."""

from collections.abc import Mapping

POSTS: Mapping[str, str] = {
    "en": "mr mrs ms miss dr sir dame lord lady sheikh imam bishop archbishop monsignor father rabbi king queen prince chief elder comrade general colonel "
    "captain major lieutenant admiral commander brigadier minister president secretary ambassador envoy judge justice professor chairman "
    "chairwoman chair chairperson prof director mayor governor commissioner ombudsman ombudswoman senator deputy mediator spokesman spokeswoman "
    "spokesperson counsel lawyer attorney-general engineer prime premier chancellor diplomat negotiator marshal officer official leader boss "
    "superintendent inspector sergeant executive vice-president secretary-general facilitator moderator representative delegate "
    "treasurer conciliator arbitrator adviser advisor don doña dona senor senora señor señora herr frau monsieur madame shri mzee hajji master mother rural dean reverend rev revd canon pastor vicar abbot abbess prior skipper doctor nurse baron count duke duchess provost dean "
    "magistrate solicitor notary manager foreman forewoman steward headmaster headmistress priest prefect premier vet surveyor",
    "uk": "пан пані міністр* президент* посол* генерал* полковник* голов* секретар* суддя суддею суддю директор* мер губернатор* єпископ* посередни* радни* лідер* речни* заступни* прем'єр* дипломат* капітан* майор* лейтенант* командир* лікар* священик* отець вчител* учител* адвокат* староста старост* професор* інженер*",
    "ru": "господин* г-н г-жа министр* президент* посол* посл* генерал* полковник* глав* секретар* судья судьей судью директор* мэр* губернатор* епископ* посредни* советни* лидер* представител* заместител* премьер* дипломат* капитан* майор* лейтенант* командир* врач* священник* отец учител* адвокат* старост* профессор* инженер*",
    "tr": "bay bayan sayın bakan* başkan* büyükelçi* general* albay* sekreter* yargıç* müdür* vali* arabulucu* danışman* lider* sözcü* elçi* piskopos* temsilci* muhtar* öğretmen* doktor* avukat* hanım bey yüzbaşı binbaşı yarbay komutan* yargıç* imam* kaymakam* hemşire* mühendis*",
}
"""Titles and posts that stand before a person's name."""
BODIES = (
    "front council commission company union government ministry committee association agency federation movement party army office mission "
    "organisation organization group service fund bank institute court parliament assembly embassy republic kingdom emirate state authority "
    "corporation ltd inc congress league alliance coalition nations caucus secretariat side delegation team board house hall hotel palace "
    "protocol memorandum accord agreement declaration "
    "charter act treaty radio times herald news press wire forces front's camp"
)
GROUNDS = (
    "street road square avenue lane quay bridge river valley lake island islands mountain mountains hill hills sea bay strait gulf canal port harbour province region "
    "district county ridge pass cape coast delta plateau desert forest"
)
"""Last words of names of stretches of land and water."""
VENUES = (
    "hall hotel house palace school club centre center room church mosque monastery residence villa office offices building embassy ship vessel "
    "deck theatre theater pavilion chamber museum university faculty library castle lodge resort station barracks base airport hangar tent tree "
    "inn caravanserai courthouse ministry headquarters compound market gymnasium stadium mansion suite annexe institute college circuit "
    "hostel casa palais palacio hôtel haus salle sala plaza sitting-room farm barn warehouse mill depot cathedral abbey convent temple parish town-hall guesthouse"
)
_SPOTS = (
    "bridge pass station stadium ford mill longhouse gymnasium gym exchange seminary post quay pier wharf dock jetty ferry camp parlour shop garage "
    "yard square park garden shrine chapel tower fort fortress citadel crossing junction gate estate manor clinic hospital cafe restaurant cinema "
    "vicarage rectory presbytery boathouse lighthouse terminal port harbour checkpoint meadow dam weir lock quarry mine factory plant refinery arena canteen"
)
VENUES_OF: Mapping[str, str] = {
    "en": f"{VENUES} {_SPOTS}",
    "uk": "готел* палац* школ* клуб* центр* церкв* монастир* резиденці* віл* офіс* будів* будинк* посольств* театр* музе* університет* бібліотек* замк* зал* приміщенн* "
    "мосту мості мостом стадіон* вокзал* станці* перевал* брід броду броді млин* порт* причал* аеропорт* лікарн* семінарі* ратуш* пошт* площ* парк* табор* митниц* пункт* фортец* маєтк* "
    "садиб* їдальн* кафе ресторан* ферм* комор* сторожк* завод* фабри* шахт* склад* терміна* гімназі* лаге* хат* пристан* сад* греблі шлюз*",
    "ru": "отел* гостиниц* двор* школ* клуб* центр* церкв* монастыр* резиденци* вилл* офис* здани* дом* посольств* театр* музе* университет* библиотек* замк* зал* помещени* "
    "мосту моста мостом стадион* вокзал* станци* перевал* брод* мельниц* порт* причал* аэропорт* больниц* семинари* ратуш* почт* площад* парк* лагер* таможн* пункт* крепост* усадьб* "
    "столов* кафе ресторан* ферм* амбар* сторожк* завод* фабрик* шахт* склад* терминал* гимнази* изб* пристан* сад* плотин* шлюз*",
    "tr": "otel* saray* okul* kulüb* merkez* kilise* manastır* konut* villa* ofis* bina* köşk* büyükelçili* tiyatro* müze* üniversite* kütüphane* salon* "
    "köprü* geçit* geçid* istasyon* gar garı* stadyum* stad* lise* ilkokul* bahçe* antrepo* depo* liman* iskele* meydan* konağ* konak* cami* kahve* lokanta* karakol* kışla* değirmen* çiftli* "
    "hastane* havaalan* havalimanı* gümrü* belediye* park* ambar* misafirhane* lokal* fabrika* kıraathane* çadır* kampı* rıhtım* baraj* pazar yeri*",
}
"""Kinds of rooms and buildings in which people meet."""
PORTFOLIOS = (
    "interior foreign defence defense justice finance health labour labor environment energy agriculture water transport education trade economy "
    "fisheries culture security home reconciliation industry mines oil planning tourism deputy first former acting vice ex retired managing general sales technical personnel commercial legal political district regional"
)

# Of each office the words that name it; a person may have one at a time, or they are told with it.
OFFICES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "minister": "minister", "prime minister": "prime_minister premier", "president": "president", "ambassador": "ambassador", "mayor": "mayor", "governor": "governor prefect",
        "secretary": "secretary", "director": "director", "judge": "judge justice magistrate", "bishop": "bishop archbishop", "engineer": "engineer", "treasurer": "treasurer",
        "lawyer": "lawyer solicitor counsel attorney barrister", "manager": "manager", "commissioner": "commissioner", "doctor": "physician vet surgeon",
        "inspector": "inspector superintendent", "priest": "priest vicar pastor parson reverend imam rabbi", "harbour master": "harbour_master harbourmaster",
        "spokesman": "spokesman spokeswoman spokesperson", "ombudsman": "ombudsman ombudswoman", "senator": "senator", "teacher": "teacher headmaster headmistress",
        "clerk": "clerk registrar notary", "foreman": "foreman forewoman", "steward": "steward",
    },
    "uk": {
        "minister": "міністр*", "prime minister": "прем'єр*", "president": "президент*", "ambassador": "посол посла послом послу", "mayor": "мер мера мером меру міськ*_голов*", "governor": "губернатор*",
        "secretary": "секретар*", "director": "директор*", "judge": "суддя судді суддею суддю", "bishop": "єпископ* архієпископ*", "engineer": "інженер*", "treasurer": "скарбни*",
        "lawyer": "адвокат* юрист*", "doctor": "лікар*", "priest": "священик* отець", "accountant": "бухгалтер*", "teacher": "учител* вчител*", "agronomist": "агроном*",
    },
    "ru": {
        "minister": "министр*", "prime minister": "премьер*", "president": "президент*", "ambassador": "посол посла послом послу", "mayor": "мэр*", "governor": "губернатор*",
        "secretary": "секретар*", "director": "директор*", "judge": "судья судьи судьей судьёй судью", "bishop": "епископ* архиепископ*", "engineer": "инженер*", "treasurer": "казначе*",
        "lawyer": "адвокат* юрист*", "doctor": "врач*", "priest": "священник* отец", "accountant": "бухгалтер*", "teacher": "учител*", "agronomist": "агроном*",
    },
    "tr": {
        "minister": "bakan bakanı bakanının", "prime minister": "başbakan*", "president": "cumhurbaşkan*", "ambassador": "büyükelçi*", "mayor": "belediye_başkan*", "governor": "vali valisi valisinin",
        "secretary": "sekreter*", "director": "müdür*", "judge": "yargıç* hâkim* hakim", "bishop": "piskopos*", "engineer": "mühendis*", "treasurer": "sayman* muhasip*",
        "lawyer": "avukat*", "doctor": "doktor* hekim*", "priest": "imam* papaz*", "teacher": "öğretmen*", "headman": "muhtar*",
    },
}  # fmt: skip
"""Offices that a person holds."""
RANKS: Mapping[str, Mapping[str, str]] = {
    "en": {
        w: w for w in "general colonel captain major lieutenant admiral commodore brigadier sergeant corporal".split()
    },
    "uk": {
        "general": "генерал*",
        "colonel": "полковник*",
        "captain": "капітан*",
        "major": "майор*",
        "lieutenant": "лейтенант*",
    },
    "ru": {
        "general": "генерал*",
        "colonel": "полковник*",
        "captain": "капитан*",
        "major": "майор*",
        "lieutenant": "лейтенант*",
    },
    "tr": {
        "general": "general* orgeneral*",
        "colonel": "albay*",
        "captain": "yüzbaşı*",
        "major": "binbaşı*",
        "lieutenant": "teğmen*",
    },
}
"""Ranks, of which a person has one."""
EQUALS: Mapping[str, Mapping[str, str]] = {
    "uk": {"deputy": "заступни*", "former": "колишн* екс-* відстав*", "acting": "в.о.", "foreign": "закордонн*", "defence": "оборон*", "interior": "внутрішн*", "economy": "економік*",
           "justice": "юстиці*", "finance": "фінанс*", "energy": "енергетик*", "health": "охорони_здоров*", "agriculture": "аграрн* сільськ*", "ecology": "довкілл* екологі*"},
    "ru": {"deputy": "заместител* замминистр*", "former": "бывш* экс-* отстав*", "acting": "и.о.", "foreign": "иностранн*", "defence": "оборон*", "interior": "внутренн*", "economy": "экономик*",
           "justice": "юстиции", "finance": "финанс*", "energy": "энергетик*", "health": "здравоохран*", "agriculture": "сельск*", "ecology": "экологи*"},
    "tr": {"deputy": "yardımcı* vekil*", "former": "eski emekli", "foreign": "dışişleri", "defence": "savunma", "interior": "içişleri", "economy": "ekonomi", "justice": "adalet", "finance": "maliye",
           "energy": "enerji", "health": "sağlık", "agriculture": "tarım", "ecology": "çevre"},
}  # fmt: skip
"""What an office is of, in languages that join it in other ways than English."""
