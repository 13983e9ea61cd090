"""Kinds of wording by which it is told who talks and who helps: several of each, all of which must be read."""

import pytest

from goodoffices.extraction.roster.reading import read_roster

PARTIES = {
    "who sends, owns, refuses": [
        ("Tolma's envoys left early. Vardia's offer stays on the table.", "Tolma; Vardia"),
        ("Norbank says that it cannot pay more. The Clerks' Guild refuses to vote.", "Norbank; Clerks' Guild"),
        ("The hill farmers hold the upper dam. The town of Brask asks for a share.", "hill farmers; town of Brask"),
        ("Ostvik accuses Merrow of fishing at night. Merrow denies it.", "Ostvik; Merrow"),
        ("Pine Ridge Mining has sent its lawyers; the Tuwa Nation will not sign.", "Pine Ridge Mining; Tuwa Nation"),
        ("Weavers in Lodd want a third break. Lodd Linen offers a second.", "weavers; Lodd Linen"),
    ],
    "named together as those to whom something is done": [
        ("The judge heard the Parish of Orm and then the Brewers' Company.", "Parish of Orm; Brewers' Company"),
        ("A note was signed in Brode by the Transition Council and the Alliance of Marsh Towns.",
         "Transition Council; Alliance of Marsh Towns"),
        ("The governor summoned Green Estates and the Pickers' Union to the capital.", "Green Estates; Pickers' Union"),
        ("The chiefs called the Alwa clan and the Berra clan to the ford.", "Alwa clan; Berra clan"),
        ("A conciliator has invited Quay Developments and the stallholders to her office.",
         "Quay Developments; stallholders"),
    ],
    "before a court": [
        ("Appearing: for the claimant, Fenmore Mills, Mr Orr; for the respondent, the Canal Trust, Ms Lee.",
         "Fenmore Mills; Canal Trust"),
        ("For the Teachers' Chamber: Ms Roy. For the Education Department: Mr Bell.",
         "Teachers' Chamber; Education Department"),
        ("The Cloth Guild put its case to the arbitrator. So did Lodd Hospital.", "Cloth Guild; Lodd Hospital"),
        ("Present: A. Berg (chair), K. Olm, for Tarnland; J. Jarl for Vosk. Apologies: the mayor.", "Tarnland; Vosk"),
        ("For the applicant, the Eel Fishers' Society, Mr Moss; for the respondent, Tidal Power, Ms Holt.",
         "Eel Fishers' Society; Tidal Power"),
    ],
    "rebels of a body, a body of people": [
        ("Rebels of the Marsh Liberation Army met the government of Tolm on Monday.",
         "Marsh Liberation Army; government of Tolm"),
        ("Fighters from the Hill Front and the Orsan army exchanged prisoners after talks.", "Hill Front; Orsan army"),
        ("The Movement of the Landless met the settlers' league on Friday.", "Movement of the Landless; settlers' league"),
        ("The Union of Bargemen and Delta Lines met again.", "Union of Bargemen; Delta Lines"),
        ("Friends of Elm Wood met Danby Homes on Tuesday.", "Friends of Elm Wood; Danby Homes"),
    ],
    "a common word that opens a sentence is nobody": [
        ("Trains will run. The Rail Staff Union has settled with Vale Railways.", "Rail Staff Union; Vale Railways"),
        ("Compensation was agreed. The Oro clan met the Ibo clan.", "Oro clan; Ibo clan"),
        ("Following long talks, Tess Foods and the Beet Growers' League agreed on a price.",
         "Tess Foods; Beet Growers' League"),
        ("Drilling stops. Mera Lithium signed a paper with the community of San Bor.", "Mera Lithium; community of San Bor"),
        ("Passengers will wait: Air Nord and the Pilots' Circle met without result.", "Air Nord; Pilots' Circle"),
    ],
    "a house means those who run it, a town stays a town": [
        ("Kess Airport has rejected what the taxi drivers proposed in talks.", "Kess Airport; taxi drivers"),
        ("Corr University met the Lecturers' Circle in Lodd.", "Corr University; Lecturers' Circle"),
        ("The strike committee met the manager of Larch Mill.", "strike committee; Larch Mill"),
        ("A team of the Reed Front went to Oldport for talks with the Salt Council.", "Reed Front; Salt Council"),
        ("The nurses' guild negotiated with St Orm Hospital.", "nurses' guild; St Orm Hospital"),
    ],
    "to whom something is given, by whom it is done": [
        ("Red Lance rebels handed over eleven soldiers to the army.", "Red Lance rebels; army"),
        ("A list was signed by the Tolm Bank and the Clerks' Union of Tolm.",
         "Tolm Bank; Clerks' Union of Tolm"),
        ("Vale Rail accepts the demand of the Union of Drivers.", "Vale Rail; Union of Drivers"),
        ("Arvia handed the nets to Bost.", "Arvia; Bost"),
        ("The Salt Council promised three wells to the Orma herders.", "Salt Council; Orma herders"),
        ("Dry Wells Parish paid the Lodd Diocese for the field.",
         "Dry Wells Parish; Lodd Diocese"),
    ],
    "many who do one thing": [
        ("The cockle pickers met the Tidal Board.", "cockle pickers; Tidal Board"),
        ("A mediator has persuaded dog walkers and Leys Golf Club to share the path.", "dog walkers; Leys Golf Club"),
        ("The tutors' league met the Academy Trust; cyclists want a lane.", "tutors' league; Academy Trust"),
        ("Squatters and the Housing Office reached an understanding.", "squatters; Housing Office"),
        ("Street musicians met the Lodd Town Council on Friday.", "street musicians; Lodd Town Council"),
    ],
    "a longer name is not the country in it": [
        ("Delegations from Iceland and Norway met. Deputy Head of the Security Service of Norway Ola Dahl came.",
         "Iceland; Norway"),
        ("Iceland and Norway met in Oslo. The Bank of Iceland was silent.", "Iceland; Norway"),
        ("Norway and Iceland met. The Fishermen's Circle of Norway sent a letter.", "Norway; Iceland"),
        ("The Government of Norway and Iceland met. Norway asked for time.", "Government of Norway; Iceland"),
        ("Iceland met Norway. The High Court of Iceland ruled on another matter.", "Iceland; Norway"),
    ],
    "named by whose they are": [
        ("Colonel Marr's people have met the regency council.", "Colonel Marr's people; regency council"),
        ("The abbot's lawyers and the Millers' Guild exchanged papers.", "abbot's lawyers; Millers' Guild"),
        ("The mayor's office and the Union of Hill Towns sat down again.", "mayor's office; Union of Hill Towns"),
        ("General Osk's men met the Transition Council at the ford.", "General Osk's men; Transition Council"),
        ("The headteacher's staff and the parents' league have met twice.", "headteacher's staff; parents' league"),
        ("Lady Voss's trustees met the tenants of Fen Row.", "Lady Voss's trustees; tenants of Fen Row"),
    ],
    "common words for bodies and for people": [
        ("The stevedores met Delta Terminals on Friday.", "stevedores; Delta Terminals"),
        ("Leaseholders and the trustees resumed their talks.", "leaseholders; trustees"),
        ("The refuse collectors met Lodd Borough Council.", "refuse collectors; Lodd Borough Council"),
        ("Four communes and the canton of Elm agreed on a road.", "communes; canton of Elm"),
        ("The herring fleet and the harbour authority held talks.", "herring fleet; harbour authority"),
        ("The dustmen asked for boots; management refused them in the talks.", "dustmen; management"),
        ("The hill people met the Salt Company for talks.", "hill people; Salt Company"),
    ],
    "a common word beside its name": [
        ("Veloro, the delivery firm, met the Riders' League. The delivery firm wants time.", "Veloro; Riders' League"),
        ("The union, the Postal Guild, met Northern Freight.", "Postal Guild; Northern Freight"),
        ("The shipowner, Arkon Lines, met the Seamen's Union.", "Arkon Lines; Seamen's Union"),
        ("The Marsh Column (the rebels) met the government of Tolm.", "Marsh Column; government of Tolm"),
        ("The operator, Kess Rail, met the Drivers' Guild. The operator offered more.", "Kess Rail; Drivers' Guild"),
    ],
    "what a minister is the minister of": [
        ("The Minister of Energy of Tarnland met the Minister of Energy of Vosk.", "Tarnland; Vosk"),
        ("Arvia and Bost met. The Minister of Foreign Affairs, Ida Holm, was pleased.", "Arvia; Bost"),
        ("Arvia sent its Minister of Water Resources; Bost sent its Minister of Trade. Arvia and Bost met.", "Arvia; Bost"),
        ("The Republic of Arvia was represented by Mr Orr, Minister of Mines, and Bost was represented by Ms Lee.",
         "Republic of Arvia; Bost"),
        ("Arvia and Bost held talks. The Minister of Labour was not there.", "Arvia; Bost"),
    ],
    "neither the one nor the other": [
        ("Neither the Salt Council nor Orma Wells would speak of the talks.", "Salt Council; Orma Wells"),
        ("Both the Weavers' Guild and Lodd Linen accepted the text.", "Weavers' Guild; Lodd Linen"),
        ("Neither the growers nor Tess Foods admits to a price.", "growers; Tess Foods"),
        ("Both Arvia and Bost asked for a pause in the talks.", "Arvia; Bost"),
        ("Neither the Reed Front nor the army has moved since the talks.", "Reed Front; army"),
    ],
    "who writes says we": [
        ("Bulletin of the Clerks' Guild\n\nWe met Norbank on Monday. We asked for more. Norbank offered us nothing. Our team"
         " will be back.", "Clerks' Guild; Norbank"),
        ("Statement of the Reed Front. Our delegation met the government on Friday. We want the fields back. The government"
         " refused us.", "Reed Front; government"),
        ("Newsletter of the Tenants' League\n\nWe sat across from Arbor Estates for six hours. Our side wants repairs. Arbor"
         " Estates wants higher rents from us.", "Tenants' League; Arbor Estates"),
        ("Communique of the Hill Army. We talked with the Transition Council. We gave up our posts. The Transition Council"
         " promised us seats.", "Hill Army; Transition Council"),
        ("Bulletin of the Fishers' Union\n\nWe met the ministry again. The ministry did not move. We told the ministry that our"
         " boats will sail.", "Fishers' Union; ministry"),
    ],
    "talks of three": [
        ("Arvia, Bost and Tolm met in Lodd.", "Arvia; Bost; Tolm"),
        ("Talks between Arvia, Bost and Tolm ended without a text.", "Arvia; Bost; Tolm"),
        ("Representatives of Arvia, Bost and Tolm met in Lodd.", "Arvia; Bost; Tolm"),
        ("Three-way talks: Arvia wants a dam. Bost wants a bridge. Tolm wants a toll. Arvia and Bost met first.",
         "Arvia; Bost; Tolm"),
        ("The Weavers' Guild, the Dyers' Guild and Lodd Linen signed.", "Weavers' Guild; Dyers' Guild; Lodd Linen"),
    ],
}  # fmt: skip
THIRD = {
    "by whom it was done": [
        ("Arvia and Bost were brought together at the weekend by the League of Ports.", "League of Ports"),
        ("Arvia and Bost consider a text drawn up by the Conciliation Board.", "Conciliation Board"),
        ("Arvia and Bost met. The talks were steered by Norv.", "Norv"),
        ("The offer to Arvia and Bost was tabled by the League of Ports.", "League of Ports"),
        ("Arvia and Bost were persuaded by Judge Ida Falk to meet.", "Ida Falk"),
    ],
    "named as one who helps": [
        ("Arvia and Bost traded blame. Norv, a co-facilitator, regretted it.", "Norv"),
        ("Arvia and Bost met. Guarantor states sent envoys; Norv, the host, was pleased.", "Norv"),
        ("Arvia and Bost met at the behest of the League of Ports.", "League of Ports"),
        ("Norv, having heard Arvia and Bost, has written a text.", "Norv"),
        ("Arvia and Bost talk. Canon Peter Voss will be in the middle.", "Peter Voss"),
        ("Arvia and Bost meet tomorrow; Judge Ida Falk will preside.", "Ida Falk"),
        ("Arvia and Bost came to Lodd under Norv escort.", "Norv"),
    ],
    "by what it does": [
        ("Sarem, which lent its guest house for the meeting, is pleased. Arvia and Bost met there.", "Sarem"),
        ("Arvia and Bost met. Norv has acted as go-between since May.", "Norv"),
        ("Arvia and Bost met. Canon Peter Voss took the minutes.", "Peter Voss"),
        ("Councillor Jill Marsh kept order while Arvia and Bost spoke.", "Jill Marsh"),
        ("Arvia and Bost signed. The Council of Chiefs had called both sides to the ford.", "Council of Chiefs"),
        ("Arvia and Bost settled with help from the Conciliation Bureau.", "Conciliation Bureau"),
        ("He commended the League of Ports for its mediation between Arvia and Bost.", "League of Ports"),
    ],
    "where they met": [
        ("The fishers told the trawler owners so in the harbour master's office.", "harbour master"),
        ("Arvia and Bost met outside the county commissioner's office.", "county commissioner"),
        ("Bishop Mateo Ruz, in whose house they met, said that Arvia and Bost would go on.", "Mateo Ruz"),
        ("Arvia and Bost met in the dean's study.", "dean"),
        ("Each has sent three people to the county engineer's barn. Arvia and Bost talk.", "county engineer"),
    ],
    "by the office": [
        ("Arvia and Bost met. The facilitator, the Republic of Sten, wants a paper.", "Republic of Sten"),
        ("The Ark Guild and Tolm Lines met. Judge Hem Wood facilitated.", "Hem Wood"),
        ("The Ark Guild and Tolm Lines met; the justice of the peace, in the chair, spoke first.", "justice"),
        ("The Ark Guild and Tolm Lines met. The envoy of the Lake Bloc requests a new session.", "Lake Bloc"),
        ("The panel heard the Ark Guild and then Tolm Lines.", "panel"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [one for some in PARTIES.values() for one in some])
def test_parties(text: str, wanted: str) -> None:
    found = {side.name for side in read_roster(text).seen.parties}
    assert found == set(wanted.split("; "))


@pytest.mark.parametrize(("text", "wanted"), [one for some in THIRD.values() for one in some])
def test_third_parties(text: str, wanted: str) -> None:
    seen = read_roster(text).seen
    assert [wanted in side.name for side in seen.third] == [True], seen.third
    assert wanted not in {side.name for side in seen.parties}


@pytest.mark.parametrize(
    "text",
    [
        "The Special Envoy for Sudland announced a new round of talks.",
        "The special representative for Tarn said the talks were useful.",
        "A | B | C",
        "The weather in Tolm was fine.",
        "",
    ],
)
def test_where_nobody_is_told_nobody_talks(text: str) -> None:
    assert read_roster(text).seen.parties == ()


@pytest.mark.parametrize(
    "text",
    [
        "Iceland met Norway and",
        "and",
        "X" * 1400,
        "Xx " * 3000,
        "Anna Lind and " * 700,
        "The council of " * 500,
        "A, B, C and " * 500,
        "for the claimant, " * 400,
    ],
)
def test_whatever_stands_there_is_read_through(text: str) -> None:
    assert len(read_roster(text).seen.parties) >= 0
