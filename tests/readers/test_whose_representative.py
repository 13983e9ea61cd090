"""Whose representative somebody is whom no other reader may name: told by what that reader may know, never by what is hidden."""

from pathlib import Path

import pytest

from goodoffices.case import read_case, seen

from .confided import confided, swap

WORDS = {
    "N": "a fixed fee would do", "L": "We would accept half of the summer water", "T": "no paper will be signed this year",
    "A": "Berend called the day slow but serious",
}  # fmt: skip


def envoy(number: int, source: str, side: str | None = "upper", more: str = "") -> str:
    party = f", for_party: {side}" if side else ""
    return (
        f"  - {{id: Q{number}, source: {source}, type: person_post, subject: quill, predicate: post, value: envoy{party},\n"
        f"     words: {WORDS[source]}, entered_by: analyst{more}}}\n"
    )


SAID = (
    "  - {id: Q9, source: T, type: statement, subject: quill, predicate: said, value: the ice will hold,\n"
    f"     attributed_to: [narrator, quill], words: {WORDS['T']}, entered_by: analyst}}\n"
)
POST = "{title: Envoy, of: upper, claims: [Q1]}"
UPPER, LOWER, ANYBODY = "a representative of Upper Tavnis", "a representative of Lower Tavnis", "a participant"
CASES = {
    "a post in a note of the team": (f"posts: [{POST}]", [envoy(1, "N")], ANYBODY, ANYBODY),
    "a post in a letter of one side": (f"posts: [{POST}]", [envoy(1, "L")], UPPER, ANYBODY),
    "a post on a hidden claim in a public report": (
        f"posts: [{POST}]", [envoy(1, "A", more=", readers: [team]")], ANYBODY, ANYBODY),
    "a post that everybody reads": (f"posts: [{POST}]", [envoy(1, "A")], UPPER, UPPER),
    "a post in his own report": (f"posts: [{POST}]", [envoy(1, "T")], UPPER, UPPER),
    "a post whose side only a note tells": (
        "posts: [{title: Envoy, of: upper, claims: [Q1, Q2]}]", [envoy(1, "A", None), envoy(2, "N")], ANYBODY, ANYBODY),
    "a hidden post before one that everybody reads": (
        f"posts: [{POST}, {{title: Clerk, of: lower, claims: [Q2]}}]", [envoy(1, "N"), envoy(2, "A", "lower")], LOWER, LOWER),
    "a post on nothing": ("posts: [{title: Envoy, of: upper, unsourced: we know}]", [], ANYBODY, ANYBODY),
    "a post on nothing, shown to one": (
        "posts: [{title: Envoy, of: upper, unsourced: we know, readers: [upper]}]", [], UPPER, ANYBODY),
    "a post that is kept back": (
        "posts: [{title: Envoy, of: upper, claims: [Q1], readers: [upper]}]", [envoy(1, "A")], UPPER, ANYBODY),
    "the team says it": ("of: upper", [], UPPER, UPPER),
    "nobody says it": ("names: {}", [], ANYBODY, ANYBODY),
}  # fmt: skip


@pytest.mark.parametrize(("person", "claims", "for_upper", "for_lower"), CASES.values(), ids=CASES)
def test_his_side_is_told_to_who_may_know_it(
    tmp_path: Path, person: str, claims: list[str], for_upper: str, for_lower: str
) -> None:
    folder = confided(
        tmp_path / "tavnis",
        ("  friel:\n", f"  quill: {{name: Jon Quill, {person}}}\n  friel:\n"),
        ("\nsupport:\n", "\n  - {id: s9, by: quill, text: the ice will hold, claims: [Q9]}\n\nsupport:\n"),
    )
    record = folder / "record.yaml"
    text = swap(record.read_text(), "    attribution: none\n    text: {kind: original, file: sources/corridor.txt",
                "    attribution: role\n    text: {kind: original, file: sources/corridor.txt")  # fmt: skip
    record.write_text(swap(text, "\nclaims:\n", f"\nclaims:\n{''.join(claims)}{SAID}"))
    case = read_case(folder)
    for reader, told in (("upper", for_upper), ("lower", for_lower)):
        talks = seen(case, None, reader).talks
        (by,) = {talks.people[s.by].name for s in talks.statements if s.text == "the ice will hold"}
        assert by == told, reader
