"""Words of reports of talks in their forms, one word a line, by which stemmers are measured. Nothing was tuned on them."""

ENGLISH = """
negotiation negotiations negotiate negotiated negotiating negotiates
agreement agreements
agree agreed agrees agreeing
delegation delegations
meeting meetings
meet meets met
minister ministers
prisoner prisoners
prison prisons
exchange exchanges exchanged exchanging
ceasefire ceasefires
president presidents
presidency presidencies
refuse refused refuses refusing
sign signed signs signing
signature signatures
party parties
mediator mediators
mediate mediated mediates mediating
mediation mediations
state states
statement statements
demand demands demanded demanding
position positions
child children
border borders
territory territories
territorial
military
humanitarian
worker workers
work works worked working
union unions
wage wages
water waters
city cities
port ports
report reports reported reporting
sanction sanctions sanctioned
guarantee guarantees guaranteed guaranteeing
security
secure secured secures securing
strike strikes striking
river rivers
last lasts lasted lasting
declare declared declares declaring
general generals
generous generously
university universities
universal universally
organization organizations
organ organs
discuss discussed discusses discussing
discussion discussions
propose proposed proposes proposing
proposal proposals
reject rejected rejects rejecting
withdraw withdraws withdrawing
withdrawal withdrawals
release released releases releasing
army armies
arm arms armed arming
news
new newer newest
political politically
policy policies
police
import imports imported importing
important importantly
commit commits committed committing
commission commissions commissioned
committee committees
train trains trained training
base bases based basing
basis
plan plans planned planning
plane planes
stop stops stopped stopping
step steps stepped stepping
travel travels travelled travelling
village villages
villager villagers
hope hopes hoped hoping
hop hops hopped
deny denies denied denying
supply supplies supplied supplying
"""
UKRAINIAN = """
переговори переговорів переговорам переговорах переговорами
угода угоди угоді угоду угодою угод
домовленість домовленості домовленістю домовленостей
делегація делегації делегацію делегацією делегацій
зустріч зустрічі зустріччю зустрічей зустрічах
міністр міністра міністру міністром міністри міністрів
полонений полонених полоненого полоненим полоненими полонені
обмін обміну обміном обміні обміни
перемир'я перемир'ю перемир'ям перемир'ї
припинення припиненню припиненням
вогонь вогню вогнем вогні
президент президента президентом президенту президенти
погодилися погодився погодилась погодились погодитися
відмовилися відмовився відмовилась відмовитися
зустрілися зустрівся зустрілась зустрітися
підписали підписав підписала підписати
підписання підписанню підписанням
сторона сторони сторону стороною сторін сторонам
посередник посередника посередником посередники посередників
держава держави державу державою держав
вимога вимоги вимогу вимогою вимог вимогам
позиція позиції позицію позицією позицій
дитина дитини дітей дітям діти
кордон кордону кордоні кордоном кордони
територія території територію територією територій
військовий військова військові військових військовим
гуманітарний гуманітарна гуманітарного гуманітарних гуманітарні
робітник робітника робітники робітників робітникам
профспілка профспілки профспілку профспілкою профспілок
зарплата зарплати зарплату зарплатою зарплат
вода води воду водою вод
місто міста місту містом містах
порт порту портом порти портів
санкції санкцій санкціям санкціями
гарантія гарантії гарантій гарантіями гарантію
безпека безпеки безпеку безпекою безпеці
страйк страйку страйком страйки страйків
річка річки річку річкою річок
тривав тривали тривала тривати
заявив заявила заявили заявити
"""
RUSSIAN = """
переговоры переговоров переговорам переговорах переговорами
соглашение соглашения соглашению соглашением соглашений
договорённость договорённости договорённостью договорённостей
делегация делегации делегацию делегацией делегаций
встреча встречи встречу встречей встреч встречах
министр министра министру министром министры министров
пленный пленных пленного пленным пленными пленные
обмен обмена обмену обменом обмене
перемирие перемирия перемирию перемирием
прекращение прекращения прекращению прекращением
огонь огня огнём огню
президент президента президентом президенту
согласились согласился согласилась согласиться
отказались отказался отказалась отказаться
встретились встретился встретилась встретиться
подписали подписал подписала подписать
сторона стороны сторону стороной сторон сторонам
посредник посредника посредником посредники посредников
требование требования требованию требований требованиями
позиция позиции позицию позицией позиций
граница границы границу границей границ
территория территории территорию территорией территорий
военный военная военные военных военным
гуманитарный гуманитарная гуманитарного гуманитарных
рабочий рабочего рабочие рабочих рабочим
профсоюз профсоюза профсоюзы профсоюзов профсоюзом
зарплата зарплаты зарплату зарплатой зарплат
вода воды воду водой вод
город города городу городом городах
порт порта портом порты портов
санкции санкций санкциям санкциями
гарантия гарантии гарантий гарантиями гарантию
безопасность безопасности безопасностью
забастовка забастовки забастовку забастовкой забастовок
река реки реку рекой рек
заявил заявила заявили заявить
"""
TURKISH = """
görüşme görüşmeler görüşmede görüşmenin görüşmelerde görüşmeleri
anlaşma anlaşmayı anlaşmaya anlaşmanın anlaşmalar
heyet heyeti heyetin heyetler heyetleri
toplantı toplantıda toplantının toplantılar toplantıya
bakan bakanı bakanın bakanlar bakanları
esir esirler esirlerin esirleri
takas takası takasın takasına
ateşkes ateşkesi ateşkesin ateşkese
müzakere müzakereler müzakerelerin müzakerelerde müzakereleri
taraf taraflar tarafların tarafı tarafından
başkan başkanı başkanın başkanlar
sınır sınırı sınırda sınırın sınırlar
işçi işçiler işçilerin işçileri işçiye
sendika sendikanın sendikalar sendikası
ücret ücreti ücretler ücretlerin
su suyu suyun sular
şehir şehri şehirde şehirler
liman limanı limanda limanlar
güvenlik güvenliği güvenliğin güvenlikten
grev grevi grevin grevler
"""
FORMS = {
    language: [line.split() for line in listed.strip().splitlines()]
    for language, listed in (("en", ENGLISH), ("uk", UKRAINIAN), ("ru", RUSSIAN), ("tr", TURKISH))
}
