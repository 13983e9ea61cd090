# ruff: noqa: E501 (a case is read on one line)
"""Reports as they are printed: broken lines, ligatures, accents of their own, spaces of a typesetter. The words stay theirs."""

import pytest

from goodoffices.extraction.plain import Plain
from goodoffices.extraction.plain.draft import Draft
from goodoffices.extraction.proposal import Text
from goodoffices.extraction.read import Given, read_one

MET = "Arvenia and Bostan met in Torvik on 3 June 2030. "


def told(text: str, kind: str, predicate: str = "") -> list[tuple[str, object]]:
    drafts: list[Draft] = Plain().drafts(text)
    return [(d.subject, d.value) for d in drafts if d.type == kind and predicate in ("", d.predicate)]


@pytest.mark.parametrize(
    ("text", "kind", "predicate", "expected"),
    [
        ("Arvenia and Bostan met in Hafnarfjo\u0308r on 3 June 2030.", "meeting", "place", ("M1", "Hafnarfjör")),
        (MET + "Bostan wants a cease\ufb01re.", "position", "", ("Bostan", "a ceasefire")),
        (MET + "Envoy Sta\ufb00an Berg of Bostan spoke.", "person_post", "", ("Staffan Berg", "Envoy")),
        (MET + "Foreign Minister Zoe\u0308 A\u030angstro\u0308m spoke.", "person_post", "", ("Zoë Ångström", "Foreign Minister")),
        ("Arvenia and Bostan met in Torvik on 3\u00a0June\u00a02030.", "meeting", "date", ("M1", "2030-06-03")),
        (MET + "Bostan\u00a0wants an o\ufb03ce.", "position", "", ("Bostan", "an office")),
        ("HALDEN, 5 June 2030 - The delegations of Arvenia and Bostan met in\nTorvik on 3 June 2030.", "meeting", "place", ("M1", "Torvik")),
        ("HALDEN, 5 June 2030 - The delegations of Arvenia and Bostan met on 3\nJune 2030 in Torvik, a port of Sudland.", "meeting", "date", ("M1", "2030-06-03")),
        (MET + "At its end Bostan demands, as it did before, a full\nwithdrawal from the coast.", "position", "", ("Bostan", "a full withdrawal from the coast")),
        (MET + "The delegation of Bostan was headed by Dag\nWeber, and it left soon after that.", "delegation", "heads", ("Dag Weber", "Bostan")),
    ],
)  # fmt: skip
def test_a_report_is_read_however_it_is_printed(
    text: str, kind: str, predicate: str, expected: tuple[str, object]
) -> None:
    assert expected in told(text, kind, predicate)


@pytest.mark.parametrize(
    "text",
    [
        MET + "Envoy Sta\ufb00an Berg of Bostan said that the cease\ufb01re and the o\ufb03ce are\u00a0to stay.",
        "The delegations of Arvenia and of Bostan have met for the third time in\nTorvik, on 3 June 2030.\nZoe\u0308 Berg spoke.",
    ],
)
def test_the_words_stay_as_they_are_in_the_text(text: str) -> None:
    claims = Plain().propose(Text("A", text))
    assert claims
    assert all(text[claim.start : claim.end] == claim.words for claim in claims)
    read = read_one(Plain(), Given("report.txt", text.encode()))
    assert read.problem is None
    assert len(read.claims) == len(claims)
    ends = {text[one.end - 1] for one in read.passages}
    assert ends <= {"."}
