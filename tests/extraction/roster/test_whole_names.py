"""Names with joints inside, people of bodies, and words that only look like names: each kind of an opening, and who helps by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.extraction.roster.reading import read_roster

PARTIES = {
    "members of two kinds": [
        ("The Joiners' and Sawyers' Union and Hallam Timber met on Tuesday to settle the night rate.",
         "Joiners' and Sawyers' Union; Hallam Timber"),
        ("Talks between the United Bakers and Confectioners Association and Crumb & Daughters resumed on Monday in Pellow.",
         "United Bakers and Confectioners Association; Crumb & Daughters"),
        ("The Masters, Mates and Stokers' Society and Delta Lines had a deal by noon.",
         "Masters, Mates and Stokers' Society; Delta Lines"),
    ],
    "firms of several": [
        ("Brannock & Sons has offered the Platers' and Riggers' Union four per cent over two years.",
         "Brannock & Sons; Platers' and Riggers' Union"),
        ("Crewe, Moss and Partners and the Faculty of Law were to sign a lease on Wednesday.",
         "Crewe, Moss and Partners; Faculty of Law"),
        ("Hale and Daughters Ltd and its drivers remain far apart on overtime.", "Hale and Daughters Ltd; drivers"),
    ],
    "matters and places behind of": [
        ("The Ministry of Land and Water met the herders' league on Friday.", "Ministry of Land and Water; herders' league"),
        ("The Federation of Trawler Owners of the North and West has rejected a proposal by the Deckhands' Guild.",
         "Federation of Trawler Owners of the North and West; Deckhands' Guild"),
    ],
    "two bodies and no joint": [
        ("The Union of Bargemen and Delta Lines met again.", "Union of Bargemen; Delta Lines"),
        ("The Council of Chiefs and Northern Gold Corp. signed a pact in Tuvik.", "Council of Chiefs; Northern Gold Corp"),
        ("The Province of Arn and the Free Cities will share the bridge.", "Province of Arn; Free Cities"),
    ],
    "people of a body": [
        ("Hanno Reik of Baltic Freight shook hands with Dora Lind of the Seamen's League at 4 a.m.",
         "Baltic Freight; Seamen's League"),
        ("Temir Osk of the Grey Banner talked with Batu Lenn of the street vendors.", "Grey Banner; street vendors"),
    ],
    "heads who talk for themselves": [
        ("President Oru received Prime Minister Lass at the Summer Palace on Sunday.", "Oru; Lass"),
        ("Rebel commander Issa Dourra will meet President Lamine Sako next week, the African Union said.",
         "Issa Dourra; Lamine Sako"),
    ],
    "openings that are nobody": [
        ("Listen to the dockers and it is over. The harbour board has a different tale.", "dockers; harbour board"),
        ("We're told that the ferrymen and the island council will meet. It's a start.", "ferrymen; island council"),
        ("The junta freed forty detainees. The Unity Front had asked for talks.", "junta; Unity Front"),
    ],
    "a paper and a firm": [
        ("Royal Post and its largest union, the Postal Workers' Association, are to hold emergency talks.",
         "Royal Post; Postal Workers' Association"),
        ("The army and the Hill Front have met, the Pellow Post has learned.", "army; Hill Front"),
    ],
    "a number in the name": [
        ("Bright Builders admitted that it owes travel time. Electricians' Local 12 has asked for payment.",
         "Bright Builders; Electricians' Local 12"),
    ],
    "army and rebels": [
        ("The rebels wanted a truce. The army had given them until noon.", "rebels; army"),
    ],
}  # fmt: skip
HELPERS = [
    ("The nurses and the trust talked all night, with Father Ignace Mbeki carrying the papers.", "Ignace Mbeki"),
    ("Velle and Bostan met in Lodd. Dame Verity Ash, the independent chair, kept the time.", "Verity Ash"),
    ("The union and the yard have a deal; the mediator, schoolmaster Osric Bap, says only that it was quiet.", "Osric Bap"),
    ("Weavers and mill owners signed at noon. Facilitator Bronagh Teague of WorkBridge called time.", "WorkBridge"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [one for some in PARTIES.values() for one in some])
def test_who_talks(text: str, wanted: str) -> None:
    assert {side.name for side in read_roster(text).seen.parties} == set(wanted.split("; "))


@pytest.mark.parametrize(("text", "wanted"), HELPERS)
def test_who_helps(text: str, wanted: str) -> None:
    third = read_roster(text).seen.third
    assert any(wanted in side.names for side in third)
    assert all(side.name not in ("sides", "union", "yard", "nurses") for side in third)


def test_the_own_name_is_the_label() -> None:
    text = "The rebels came at noon. The Ridge Liberation Front and the government of Tarn met, and the Front signed."
    names = {side.name for side in read_roster(text).seen.parties}
    assert "Ridge Liberation Front" in names


@given(
    st.lists(
        st.sampled_from("of the Firth and Crewe , Moss & Sons Union Ministry Land ' met President".split()), max_size=40
    )
)
def test_any_chain_of_joints_is_read(words: list[str]) -> None:
    text = " ".join(words)
    for side in read_roster(text).seen.sides:
        assert side.name


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Velmark border guards and Ostrane troops met on the pass for talks.", {"Velmark", "Ostrane"}),
        ("The Orsel party and the Brenk party sat down for talks in the library.", {"Orsel", "Brenk"}),
        ("Tessalian Union officials met Marrow Trust negotiators for talks.", {"Tessalian Union", "Marrow Trust"}),
        ("Halmet envoys and Dorvak envoys held talks on Friday.", {"Halmet", "Dorvak"}),
        ("The Skarvoy delegation met the Tavela delegation for talks.", {"Skarvoy", "Tavela"}),
    ],
)
def test_a_side_and_not_those_who_act_for_it(text: str, parties: set[str]) -> None:
    assert {side.name for side in read_roster(text).seen.parties} == parties
