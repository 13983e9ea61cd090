"""The words that rules know: offices, bodies, verbs of speech and of stance. Words of a language, never names of a case."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _verbs(lines: str) -> dict[str, str]:
    """Lines `meaning: form form_of_two_words ...` as a table from form to meaning."""
    table: dict[str, str] = {}
    for line in lines.strip().splitlines():
        meaning, forms = line.split(":")
        table |= {form.replace("_", " "): meaning.strip() for form in forms.split()}
    return table


OFFICES = _set(
    "minister president secretary ambassador envoy aide adviser advisor director head chief chair chairman chairwoman "
    "chairperson premier chancellor governor mayor speaker spokesman spokeswoman spokesperson commissioner commander general "
    "colonel admiral negotiator mediator representative delegate senator deputy leader founder king queen prince emir sultan "
    "sheikh lawyer attorney counsel economist professor judge rapporteur coordinator diplomat inspector manager officer "
    "executive treasurer registrar bishop archbishop pope patriarch imam elder foreman captain major lieutenant brigadier "
    "marshal prosecutor ombudsman administrator superintendent rector dean ceo undersecretary consul legate nuncio convener "
    "convenor counterpart facilitator moderator schoolteacher teacher vice-president steward organiser organizer magistrate clerk engineer "
    "scientist analyst expert historian headman warden co-chair co-chairman vice-chair vice-chairman vice-minister "
    "secretary-general director-general under-secretary-general president-elect hydrologist geologist academic"
)
"""Words that name an office: the head of a post's title."""

HONORIFICS = _set(
    "h.e h.e. mr mrs ms miss mx dr sir dame lord lady prof father sister brother comrade hon rev mr. mrs. ms. dr. prof. hon. rev. amb. sen. gov. capt."
)
RANKS = _set(
    "professor general colonel major captain lieutenant brigadier admiral marshal sergeant commander gen col lt maj brig adm gen. col. lt. maj."
)
MODIFIERS = _set(
    "deputy vice first second assistant acting former prime foreign interior defense defence finance justice presidential special "
    "chief senior national general state permanent private personal longtime veteran top lead under executive managing "
    "technical financial military political security federal regional provincial labour labor energy water trade transport "
    "environment agriculture health education home internal external economic cultural principal outgoing incoming newly "
    "associate honorary united high main joint common supreme new old elderly retired ex ministerial royal parliamentary "
    "fisheries mining petroleum oil public press communications legal union project"
)
BODIES = _set(
    "state defense defence affairs interior security council staff army service ministry committee justice finance parliament "
    "republic union nations treasury trade directorate agency office department commission government front movement "
    "federation association league alliance authority forces group congress assembly party organization organisation bank "
    "court institute university board chamber senate house command guard police navy force cabinet community confederation "
    "company corporation partners cooperative syndicate bloc secretariat mission bureau inspectorate foundation society club "
    "band tribe nation clan unions workers operators council's territory relations cooperation co-operation "
    "tribunal church diocese coalition brigade brigades resistance foreign war peace main general"
)
"""Words of which the names of bodies are made."""
BODY_HEADS = _set(
    "council ministry committee parliament union nations agency commission government front movement federation association "
    "league alliance authority forces group congress assembly party organization organisation bank court board chamber senate "
    "command guard confederation company corporation partners cooperative bloc secretariat department inspectorate coalition "
    "army institute university foundation society syndicate workers ltd inc plc gmbh llc brigade brigades resistance trust "
    "consortium tribe tribes community club shipyards airlines railways mines government administration church diocese homes growers handlers herders"
)
"""Words that end (or before `of`, open) the name of a body that can be a party."""
KINDS_OF_PARTY = _set(
    "guerrilla rebel insurgent separatist developer company firm contractor operator airline union movement militia group employer landlord "
    "owner fishermen farmer trader miner driver nurse teacher worker tenant villager stallholder resident herder settler islander"
)
"""What a party is said to be in an apposition, in the singular."""
HOUSES = _set(
    "palace hotel house hall centre center castle villa monastery residence complex headquarters building academy institute "
    "offices office embassy consulate chancellery library museum theatre theater teatro school church lodge court inspectorate "
    "barracks base airport station town-hall pavilion mansion fort club university resort camp tent inn chapel abbey mosque "
    "kremlin parliament compound manor guesthouse guest-house"
)
MEETINGS = _set(
    "talks meeting meetings negotiations round rounds session sessions summit conference consultations dialogue encounter contact "
    "contacts discussions mediation sitting conversation gathering hearing"
)
FUNCTION = _set(
    "the a an in on at of to for from by with and or as is are was were be been being it its his her their they he she who which "
    "that this these those there has have had will would shall should may might can could do does did so than into over about "
    "around under up out more most very also only but if then both all any some such other another one own not no nor neither "
    "either before after during while when where what why how until since because though although despite meanwhile however "
    "nobody nothing none everyone everybody somebody each every my your our we i you us them him here today yesterday tomorrow "
    "earlier later next last previous notably inside outside opposite two three four five six seven eight nine ten first "
    "second third fourth fifth once again still yet now just over past according asked speaking should whether unless let "
    "international several many few among between against without within towards toward date place venue present apologies agenda item "
    "participants attendance chair mediator minutes statement communiqué communique joint press good dear done accepted "
    "delegations delegation talks negotiations sources officials observers reports monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october november december mr mrs ms no. "
    "reactions expectations support background"
)

SPEECH = _verbs("""
said: said says say told tells added adds stated states noted notes declared declares announced announces explained remarked
said: observed_that commented replied answered reiterated stressed stresses emphasized emphasised emphasizes underlined maintained argued argues
said: recalled regretted commended thanked acknowledged conceded admitted indicated reported claimed claims insisted_that insists_that repeated pointed_out confirmed confirms wrote
said: expressed expresses called_it hailed praised welcomed voiced made_clear made_plain set_out cautioned predicted affirmed asserted asserts
warned: warned warns
criticized: criticized criticised criticizes condemned deplored blamed accused complained denounced
suggested: suggested suggests hinted
promised: promised pledged vowed assured
denied: denied denies dismissed contradicted
declined_to_say: declined_to_say declined_to_comment refused_to_say
objected: objected protested countered
raised: raised
called_on: called_on called_upon calls_on call_on urge urged urges appealed_to appeal_to invited requested calling_on urging
""")
STANCE = _verbs("""
demands: asks_that asked_that asked_for asks_for ask_for ask_that requests would_like expects_that demands demand demanded demanding insists_on insisted_on insist_on requires required wants want wanted seeks sought claims repeated_its_demand_for
calls_for: calls_for call_for called_for calling_for appeals_for appealed_for appealing_for pleads_for pleaded_for presses_for pressed_for
proposes: proposes propose proposed proposing offers offer offered suggested_a intends_to is_ready_to was_ready_to are_ready_to would_prefer_that
supports: supports support supported backs backed favours favors favoured favored endorses endorsed advocates advocated expressed_support_for
accepts: accepts accepted accept consents consented is_willing_to was_willing_to could_live_with can_live_with could_support might_support has_agreed_in_principle_to
opposes: opposes oppose opposed disputes disputed objects_to objected_to
refuses: refuses refuse refused refusing rejects reject rejected rejecting ruled_out rules_out rule_out turned_down does_not_accept will_not_accept would_not_accept
""")
