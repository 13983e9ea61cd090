# ruff: noqa: E501 (a case is read on one line)
"""What is proposed, by whom told, and in which manner."""

from goodoffices.extraction.plain import Plain
from goodoffices.extraction.proposal import Text

HEAD = "Delegations from Arvenia and Bostan met in Halden on 3 March 2031. Foreign Minister Lena Okafor led the Arvenian delegation. "


def proposed(text: str, type_: str | None = None):
    claims = Plain().propose(Text("s1", text))
    return [c for c in claims if type_ in (None, c.type)]


def test_a_while_clause_leaves_open_who_tells_it():
    (told,) = [
        c
        for c in proposed(
            HEAD + "Okafor stressed that Arvenia wants peace, while Bostan insists on borders.", "position"
        )
        if c.subject == "Bostan"
    ]
    assert told.attributed_to == ("narrator", "Lena Okafor?")


def test_a_position_inside_a_quotation_is_told_by_the_speaker():
    (told,) = proposed(HEAD + "Okafor said that Bostan rejects the plan.", "position")
    assert told.attributed_to == ("narrator", "Lena Okafor")


def test_a_partys_own_position_is_told_by_the_narrator():
    (told,) = proposed(HEAD + "Bostan rejects the plan.", "position")
    assert told.attributed_to == ("narrator",)


def test_absence_as_a_noun_is_presupposed():
    (told,) = proposed(HEAD + "The absence of President Omar Lund was noted.", "absence")
    assert (told.subject, told.modality) == ("Omar Lund", "presupposed")


def test_the_hedging_word_is_kept_as_modality():
    (told,) = proposed(HEAD + "Bostan reportedly demands an apology.", "position")
    assert told.modality == "hedged"


def test_a_heading_asserts_nothing():
    assert proposed("Bostan rejects the plan of Arvenia\n\nNothing else is known.") == []


def test_a_later_meeting_is_another_meeting():
    claims = proposed(HEAD + "The next round will be held in Geneva on 9 April 2031.", "meeting")
    places = {c.value: (c.subject, c.modality) for c in claims if c.predicate == "place"}
    assert places["Halden"] == ("M1", "asserted")
    assert places["Geneva"][0] != "M1"
    assert places["Geneva"][1] == "future"


def test_proposals_stand_where_the_offsets_say_after_letters_beyond_the_basic_plane():
    text = "😀😀 " + HEAD
    assert all(text[c.start : c.end] == c.words for c in proposed(text))
    assert proposed(text)


def test_the_attribution_of_what_is_said_names_the_person_in_full():
    (told,) = proposed(HEAD + "Okafor said that time was short.", "statement")
    assert (told.subject, told.attributed_to, told.value) == (
        "Lena Okafor",
        ("narrator", "Lena Okafor"),
        "time was short",
    )
