"""Who or what a printed name means."""

import pytest

from goodoffices.record import Names
from goodoffices.talks import Instrument, Meeting, Party, Person, Post, Talks

TALKS = Talks(
    format="talks/1",
    title="Talks",
    parties={
        "norland": Party(name="Norland", kind="state", names={"de": "Nordland"}, spellings=("the Norland government",))
    },
    third_parties={"host": Party(name="Hostland", kind="state")},
    people={
        "aziz": Person(
            name="Karim Aziz",
            spellings=("Kareem Aziz",),
            posts=(Post(title="a poet"), Post(title="Envoy", of="norland")),
        ),
        "bell": Person(name="Çağla Bell", of="host", posts=(Post(title="Envoy", of="norland"),)),
        "cho": Person(name="Min Cho"),
    },
    meetings={"m1": Meeting(title="the first meeting"), "m2": Meeting()},
    instruments={"pact": Instrument(title="the Harbour Pact")},
)
NAMES = Names.of(TALKS)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("norland", "norland"),
        ("Norland", "norland"),
        ("NORLAND", "norland"),
        ("Nordland", "norland"),
        ("the  Norland government", "norland"),
        ("Kareem Aziz", "aziz"),
        ("Cagla Bell", "bell"),
        ("the first meeting", "m1"),
        ("m2", "m2"),
        ("the harbour pact", "pact"),
        ("Nobody Known", "nobody known"),
        ("NOBODY  known", "nobody known"),
        ("", ""),
    ],
)
def test_a_name_means_its_id_or_its_folded_letters(name: str, key: str) -> None:
    assert NAMES.id(name) == key
    assert NAMES.id(NAMES.id(name)) == key


def test_an_id_is_known_and_has_a_label_and_words_are_their_own() -> None:
    assert "aziz" in NAMES
    assert "Karim Aziz" not in NAMES
    assert NAMES.label("aziz") == "Karim Aziz"
    assert NAMES.label("m2") == "m2"
    assert NAMES.label("some observers") == "some observers"


def test_the_party_of_a_person_is_said_by_the_person_or_by_a_post() -> None:
    assert NAMES.party_of("bell") == "host"
    assert NAMES.party_of("aziz") == "norland"
    assert NAMES.party_of("cho") is None
    assert NAMES.party_of("nobody") is None
