"""The words by which collective bodies, their people, talks and helpers are known. Words of a language, never names of a case."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_KINDS = {
    "government": "government administration authorities authority regime junta cabinet presidency executive rulers kingdom republic emirate state",
    "ministry": "ministry department treasury secretariat",
    "council": "council parliament assembly senate legislature municipality township parish county borough city district province canton rectorate "
    "town village chamber",
    "armed group": "army brigade brigades militia militias rebels rebel guerrilla guerrillas insurgents fighters forces force corps paramilitary "
    "paramilitaries resistance command column columns battalion battalions guard guards navy legion mujahideen separatists warlord warlords gunmen militants",
    "movement": "movement front party opposition coalition alliance bloc league congress campaign group groups faction factions initiative wing "
    "collective network lobby platform",
    "union": "union unions guild federation confederation brotherhood syndicate congress",
    "association": "association associations society club cooperative co-operative cooperatives conference chapter",
    "employer": "employer employers management bosses owners contractors shareholders bondholders creditors lenders landlords landowners investors shipowners "
    "growers producers studios publishers broadcasters supermarkets retailers planters",
    "company": "company companies corporation corp ltd inc plc gmbh llc ag sa airline airlines airways carrier carmaker operator developer firm firms "
    "utility railway railways shipyard shipyards mines holdings motors industries bank banks chain chains consortium manufacturer trust insurer homes hotel",
    "community": "community communities tribe tribes clan clans nation nations villages peoples islanders congregation diocese church parish family families household "
    "households neighbourhood band bands chiefdom sect",
    "board": "board commission committee agency office bureau council inspectorate regulator corporation panel service services fund administration "
    "foundation university college school hospital court tribunal institute conference police",
    "people": "farmers fishermen fishers residents elders workers miners teachers nurses drivers pilots doctors dockers herders pastoralists tenants traders villagers "
    "strikers students lecturers firefighters crew staff employees parents settlers refugees stallholders vendors holders growers actors writers "
    "musicians players physicians midwives carers cleaners couriers engineers machinists shepherds ranchers nomads indigenous loggers hunters "
    "householders homeowners commuters shopkeepers merchants truckers hauliers sailors seafarers officers prisoners inmates protesters demonstrators veterans "
    "pensioners campaigners conservationists environmentalists activists neighbours assistants handlers women youth youths chiefs operators clergy apprentices "
    "academics professors librarians postmen technicians foresters weavers potters beekeepers winegrowers boatmen rangers guides porters contractors"
    " electricians steelworkers railwaymen dockworkers mineworkers metalworkers autoworkers clerks controllers attendants members supporters",
}
KINDS = {word: kind for kind, words in reversed(_KINDS.items()) for word in words.split()}
"""The kind of party that a head noun names."""
PLURAL_ENDINGS = (
    "workers",
    "owners",
    "holders",
    "farmers",
    "growers",
    "fishers",
    "herders",
    "makers",
    "keepers",
    "seekers",
    "drivers",
    "masters",
    "dwellers",
)
ARMED = frozenset(_KINDS["armed group"].split())
ANY_NAME = _set(
    "rebels rebel union guerrillas guerrilla fighters insurgents militia group movement militants faction separatists company paramilitaries"
)
"""What stands beside the proper name of a group and is no part of it: `the TWU union`."""

AGENTS = _set(
    "negotiator negotiators delegate delegates delegation delegations leader leaders official officials envoy envoys representative representatives executive "
    "executives boss bosses minister ministers president presidents premier premiers counterpart counterparts diplomat diplomats team teams side "
    "sides management lawyer lawyers spokesman spokeswoman spokesperson spokesmen panel members member chief chiefs head heads director directors ambassador "
    "ambassadors chancellor monarch king queen emissary emissaries commander commanders general generals chairman chairwoman chair secretary adviser advisers aides aide "
    "camp contingent leadership elder elders organisers organizers managers manager bargainers steward stewards mission vice-president deputy foreign prime interior defence "
    "defense chairs commissioner commissioners"
)
"""Those who act for a body or state; the party is the one for which they act."""
AGENT_MODIFIERS = _set(
    "chief senior top lead deputy foreign prime interior defence defense peace negotiating high-level high-ranking ministerial government state military political rebel national local "
    "economy finance energy trade water agriculture mining labour labor justice transport vice permanent special former general own full six-member union tribal community "
    "respective new acting technical village parliamentary joint two three four five"
)
MEDIATORS = _set(
    "mediator mediators facilitator facilitators conciliator conciliators arbitrator arbitrators go-between go-betweens moderator moderators guarantor guarantors "
    "intermediary intermediaries ombudsman mediation conciliation arbitration observer observers"
)
THIRD_HEADS = (
    _set(
        "governor mayor vicar bishop archbishop priest judge court tribunal commissioner envoy dean office commission council ombudsman ombudswoman service professor "
        "president minister ministry prefect magistrate chief elder imam rabbi cardinal pope vatican ambassador representative rapporteur retired headteacher "
        "sheriff warden chancellor senator chairman chairwoman chair deputy secretary-general speaker superintendent inspector board agency church diocese committee "
        "lawyer abbot sheikh king queen prince emir sultan monastery university delegation mission"
    )
    | MEDIATORS
)
"""Heads of what may stand for somebody who helps, named or not."""

TALK = (
    r"(?:talks?|negotiat\w+|meetings?|sessions?|rounds?|dialogue|consultations?|discussions?|conference|summit|table|mediation|conciliation|arbitration|hearing"
    r"|agreement|accord|deal|truce|ceasefire|cease-fire|armistice|treaty|pact|protocol|memorandum|declaration|settlement|compromise|dispute|standoff|stand-off|row|conflict"
    r"|bargaining|contacts?|encounter|understanding|strike|lockout|walkout|stoppage|proposals?|draft texts?|offer|war|hostilities|feud|quarrel|stalemate|deadlock|peace|contract|"
    r"disagreement|gathering|roundtable|loggerheads|exchange)"
)
"""Nouns of talking, of what comes of it, and of what it is about."""
NOT_WHO = _set(
    "talks talk negotiations negotiation meeting meetings session round rounds dialogue agreement deal truce ceasefire accord dispute both two three four sides parties "
    "day days hours hour night week weeks month months year years time minutes morning evening afternoon noon midnight monday tuesday wednesday thursday friday saturday sunday today yesterday "
    "tomorrow january february march april may june july august september october november december others other each them him her us it they he she we "
    "you who which what others nobody everyone pay wages war peace people sources observers reporters journalists media press border dead work return end order place strike "
    "strikers' room building house hall hotel palace paper proposal demands offer contract contracts prisoners hostages weapons security progress result "
    "results success agreement compromise issue issues question questions matter matters first second third fourth fifth tonight here there spring summer autumn winter "
    "rest hostilities violence land river lake water border borders airport analysts experts spectators onlookers readers viewers listeners tourists passengers customers patients pupils "
    "children hope hopes claims access rights details words views gunfire documents drafts texts maps letters delegations negotiators table agenda"
)
"""What stands where a party could, and is none."""
PRESS = _set("times post herald tribune gazette courier chronicle ledger radio television tv broadcasting news reuters afp ap mail guardian telegraph observer express wire journal weekly "
             "daily star echo mirror sun standard review magazine newspaper broadcaster website blog record press dispatch")  # fmt: skip
PLACES = _set(
    "palace hotel hall house road street lane square airport river lake mountain mount valley island islands sea bay strait gulf camp building stadium centre center theatre café cafe "
    "inn bridge dam port harbour harbor station room villa castle mill park school plaza monastery lodge headquarters checkpoint crossing primary ship ferry vessel mv ms "
    "plant pit mine factory hospital university museum library"
)
"""What the name of a place, a house or a ship ends in."""
FIRM_WORDS = _set(
    "media cable energy telecom telecoms copper steel gold oil gas power foods motors rail air airways shipping logistics pharma systems software electric electronics chemicals cement "
    "textiles mining minerals resources capital partners ventures plantations estates farms dairies brewery breweries lines freight transport couriers insurance securities "
    "homes stores cars trucks timber forestry railways utilities industries health healthcare care hospitals energies networks communications entertainment pictures studios records "
    "aviation aerospace marine ports terminals coal iron aluminium aluminum glass rubber tobacco cotton sugar coffee tea salmon fisheries seafood ltd inc plc gmbh llc corp"
)
"""What ends the name of a firm."""
SECTORS = _set(
    "market dairy bus taxi cabin rail coal bank hotel allotment teaching striking dock port hospital prison city town village state student ferry truck lorry train metro airport airline "
    "oil gas mine steel factory farm fruit wine cotton sugar tea coffee rice fishing forest timber water river border school university college postal public private local "
    "district county provincial regional national federal government opposition rebel union labour labor health care nursing retail restaurant theatre film screen television music "
    "sports football rugby street garbage refuse sanitation construction building tenant landlord small smallholder cattle sheep goat cane palm cocoa banana salmon shrimp oyster lobster "
    "crab delivery parcel courier ride warehouse call night junior senior veteran displaced armed young indigenous tribal religious church catholic muslim community neighbourhood "
    "teachers nurses doctors pilots drivers farmers workers miners residents parents fishermen ruling transitional military interim caretaker commercial domestic general "
    "business house home hill valley upland lowland mountain coastal inland island harbour harbor ship canal bridge road"
)
"""Common words that open what a collective is called, and are no names though they open a sentence."""
STRIPPED = _set(
    "striking senior top armed opposition rival warring high-level local angry disgruntled hundreds dozens several many some both these those visiting protesting "
    "own former said two three four five respective ruling paramilitary outlawed banned newly rebel rebels exiled self-declared neighbouring neighboring powerful influential "
    "conciliation arbitration mediation foe ally giant employer owner operator carmaker carrier airline developer rebels' "
)
"""What is said of a party before its name, and is no part of it."""
VERBS = _set(
    "met meet meets said says say saying told tell tells held hold holds began begin begins begun left leave leaves sat sit sits went go goes gone came come comes broke break breaks broken "
    "has have had having is are was were be been being will would shall should can could may might must do does did done made make makes took take takes taken gave give gives "
    "given got get gets put puts set sets kept keep keeps led leads lead found find finds lost lose wants want wanted demands demand rejects reject refuses refuse agrees agree agreed "
    "signed signs sign reached reaches reach resumed resumes resume opened opens open ended ends walked walks returned returns failed fails began struck strikes shook shakes "
    "faced faces hosted hosts chaired chairs mediated mediates brokered brokers called calls call urged urges sent sends send brought brings bring drew draws spoke speaks "
    "warned warns announced announces denied denies joined joins hope hopes hoped expect expects needs need back backs concluded concludes concluded received receives receive signed "
    "exchanged exchanges traded trades continue continues continued remain remains remained appear appears appeared seek seeks sought try tries trying tried accept accepts accepted "
    "withdrew withdraws suspended suspends adjourned claims claim owes owe insists insist offers ask asks asked pledged pledge vowed vow discuss discusses discussed talk negotiate "
    "negotiates convened convenes facilitated facilitates moderated moderates sparred clashed clinched cleared let hit won win run runs became become seems"
)
