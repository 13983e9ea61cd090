# ruff: noqa: E501 (a case is read on one line)
"""Who is named: people, posts, parties, adjectives; with invented names, so that no list helps."""

import pytest

from goodoffices.extraction.mentions.lists import adjective_of, countries, demonym
from goodoffices.extraction.plain.story import read


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("Defense Minister Rustam Venn spoke.", "Rustam Venn", "Defense Minister"),
        ("Director of the Main Office of the General Staff (MOGS) Igor Venn spoke.", "Igor Venn", "Director of the Main Office of the General Staff (MOGS)"),
        ("Secretary of State Marco Venn spoke.", "Marco Venn", "Secretary of State"),
        ("Rustam Venn, the country's top diplomat, spoke.", "Rustam Venn", "top diplomat"),
        ("The foreign minister, Rustam Venn, spoke.", "Rustam Venn", "foreign minister"),
        ("Rustam Venn (finance director) spoke.", "Rustam Venn", "finance director"),
        ("Rustam Venn, Special Envoy of Norway for the South, spoke.", "Rustam Venn", "Special Envoy for the South"),
        ("Mr Rustam Venn, Minister for Foreign Affairs, spoke.", "Rustam Venn", "Minister for Foreign Affairs"),
        ("He sent his longtime adviser Rustam Venn.", "Rustam Venn", "longtime adviser"),
    ],
)  # fmt: skip
def test_a_post_is_read_beside_the_name(text, name, post):
    person = read(text).cast.people[name]
    assert post in person.posts


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Delegations from Velmark and Ostrovia met.", "Velmark"),
        ("Delegations from Velmark and Ostrovia met.", "Ostrovia"),
        ("The Velmarkian delegation left. Velmark had no comment.", "Velmark"),
        ("Talks between Velmark and the Northern Salvation Front began.", "Northern Salvation Front"),
        ("The government of Velmark agreed.", "Velmark"),
        ("France agreed.", "France"),
        ("Velmark insists on monitors.", "Velmark"),
    ],
)
def test_a_party_is_known_by_how_it_is_spoken_of(text, party):
    assert party in read(text).cast.parties.values()


def test_a_last_name_alone_means_the_person_named_in_full():
    story = read("Foreign Minister Lena Okafor arrived. Okafor smiled.")
    assert [m.name for m in story.scenes[1].mentions] == ["Lena Okafor"]


def test_two_people_of_one_last_name_are_not_confused():
    story = read("Minister Lena Okafor and Ambassador Omar Okafor arrived. Okafor smiled.")
    assert all(m.kind != "P" for m in story.scenes[1].mentions)


def test_the_last_word_of_a_body_means_it():
    story = read("The Northern Salvation Front agreed. The Front sent nobody.")
    assert [m.name for m in story.scenes[1].mentions if m.kind == "C"] == ["Northern Salvation Front"]


@pytest.mark.parametrize(
    ("word", "name", "is_one"),
    [("Velmarkian", "Velmark", True), ("Ostrovian", "Ostrovia", True), ("Norlander", "Norland", True), ("Nigerian", "Niger", True),
     ("Bostan", "Bostani", False), ("Marian", "Mali", False), ("Velmark", "Velmark", False)],
)  # fmt: skip
def test_an_adjective_follows_from_its_name(word, name, is_one):
    assert adjective_of(word, name) is is_one


@pytest.mark.parametrize(
    ("word", "name"),
    [("French", "France"), ("Turkish", "Turkey"), ("Chinese", "China"), ("Table", None), ("Man", None)],
)
def test_listed_countries_have_their_adjectives(word, name):
    assert demonym(word) == name


def test_the_list_of_countries_is_there():
    assert {"france", "ukraine", "us", "u.s."} <= countries().keys()
