"""Of a report whose speaker may not be named nothing is shown that tells who he is; `check` says which claims that are."""

import re
from pathlib import Path

import pytest

from goodoffices.brief import brief_bytes, build_outline, build_talking_points, talking_points_bytes
from goodoffices.brief.phrases import Phrases
from goodoffices.case import inspect, read_case, seen

from .confided import confided, swap

T1 = "  - {id: T1, source: T,"
WORDS = "words: no paper will be signed this year, entered_by: analyst}\n"
TOLD = {
    "his post": "type: person_post, subject: lindrel, predicate: post, value: chief engineer, for_party: lower",
    "his post, as he says": (
        "type: person_post, subject: lindrel, predicate: post, value: chief engineer, attributed_to: [narrator, lindrel]"),
    "that he was there": "type: attendance, subject: lindrel, predicate: attends, value: session",
    "that he was not there": "type: attendance, subject: lindrel, predicate: attends, value: session, modality: negated",
    "that he leads": "type: delegation, subject: lindrel, predicate: heads, value: lower",
    "that he was sent": "type: decision, subject: lower, predicate: sent, value: lindrel",
    "that he signed": "type: signature, subject: lindrel, predicate: signed, value: the Mill Paper",
    "what another says of him": "type: statement, subject: olvik, predicate: said, value: Lindrel is tired of it",
    "a judgement with his name": "type: assessment, subject: session, predicate: was, value: a good day for Pavo Lindrel",
    "his name in a doubt": (
        "type: assessment, subject: session, predicate: was, value: long, modality: hedged, hedge: says Pavo Lindrel's aide"),
    "his family name in what is told": "type: context, subject: the mill, predicate: told, value: the Lindrel farm lies beside it",
}  # fmt: skip


def case_with(folder: Path, *claims: str, attribution: str = "none") -> Path:
    confided(folder)
    record = folder / "record.yaml"
    more = "".join(f"  - {{id: T{n}, source: T, {claim},\n     {WORDS}" for n, claim in enumerate(claims, 2))
    text = swap(record.read_text(), T1, f"{more}{T1}")
    record.write_text(
        swap(text, "side: mediator\n    attribution: none\n", f"side: mediator\n    attribution: {attribution}\n")
    )
    return folder


@pytest.mark.parametrize("attribution", ["none", "role"])
@pytest.mark.parametrize("told", TOLD.values(), ids=TOLD)
def test_what_a_report_tells_of_its_speaker_is_as_if_it_had_never_been_entered(
    tmp_path: Path, told: str, attribution: str
) -> None:
    without = read_case(case_with(tmp_path / "without" / "tavnis", attribution=attribution))
    folder = case_with(tmp_path / "with" / "tavnis", told, attribution=attribution)
    for reader in ("upper", "lower", "public"):
        assert repr(seen(read_case(folder), None, reader).talks) == repr(seen(without, None, reader).talks)
        assert seen(read_case(folder), None, reader).texts == seen(without, None, reader).texts
    (problem,) = [p for p in inspect(folder)[1] if "claim T2, which tells of Pavo Lindrel" in p.found]
    assert (problem.level, Path(problem.file).name) == ("warning", "record.yaml")


def test_who_made_the_report_is_its_speaker_too(tmp_path: Path) -> None:
    folder = case_with(tmp_path / "tavnis", "type: person_post, subject: Karl Ost, predicate: post, value: miller")
    record = folder / "record.yaml"
    record.write_text(swap(record.read_text(), "publisher: Saltmoor corridor", "publisher: Karl Ost"))
    assert "miller" not in repr(seen(read_case(folder), None, "public"))


def test_what_it_tells_of_others_and_what_they_say_stays(tmp_path: Path) -> None:
    folder = case_with(
        tmp_path / "tavnis", "type: person_post, subject: olvik, predicate: post, value: head of the weir guard"
    )
    shown = seen(read_case(folder), None, "public")
    assert "head of the weir guard" in repr(shown)
    assert not [p for p in inspect(folder)[1] if "which tells of" in p.found]


def test_two_statements_of_one_person_in_one_report_are_told_by_check(tmp_path: Path) -> None:
    folder = case_with(
        tmp_path / "tavnis",
        "type: statement, subject: lindrel, predicate: said, value: the weir leaks, attributed_to: [narrator, lindrel]",
    )
    (problem,) = [p for p in inspect(folder)[1] if "the words of one person" in p.found]
    assert problem.found == "T2, T1: the words of one person who may not be named, in the one source T"
    # Others see that both come of one source, and not that they are one person's.
    shown = seen(read_case(folder), None, "public")
    (key,) = [key for key, source in shown.record.sources.items() if source.publisher == "a source that is not named"]
    assert len(shown.texts[key].splitlines()) == 2
    assert (
        len(
            [
                s
                for s in shown.talks.statements
                if shown.talks.people.get(s.by) and "not named" in shown.talks.people[s.by].name
            ]
        )
        == 1
    )


@pytest.mark.parametrize("attribution", ["none", "role"])
@pytest.mark.parametrize("claims", ["T1, A28", "A28, T1"])
def test_the_team_s_words_on_him_are_on_no_part_of_an_entry_that_rests_also_on_others(
    tmp_path: Path, claims: str, attribution: str
) -> None:
    folder = case_with(tmp_path / "tavnis", attribution=attribution)
    talks = folder / "talks.yaml"
    talks.write_text(
        swap(
            talks.read_text(),
            "Lindrel told us that there will be no paper, claims: [T1]",
            f"Lindrel told us so, claims: [{claims}]",
        )
    )
    for reader in ("upper", "lower", "public"):
        assert "told us so" not in repr(seen(read_case(folder), None, reader))
    assert "told us so" in repr(seen(read_case(folder)))


WISH = "type: position, subject: upper, predicate: accepts, value: a shut ford, issue: crossing, option: shut, attributed_to: [{}]"
OTHER = "as told by the other side, a representative of Lower Tavnis; not Upper Tavnis's own word"
WHOSE_WORD = {
    "his own side's": ("none", "narrator, olvik", "as told by a participant who is not named"),
    "the other side's": ("none", "narrator, lindrel", "as told by a participant who is not named"),
    "of no side": ("none", "narrator, friel", "as told by a participant who is not named"),
    "left open": ("none", "narrator, olvik?", "as told by a participant who is not named, or by the source itself"),
    "the report's": ("none", "narrator", "as told by a source that is not named"),
    "a representative's of no side": ("role", "narrator, friel", "as told by a participant"),
    "a representative's of his side": ("role", "narrator, olvik", ""),
    "a representative's of the other": ("role", "narrator, lindrel", OTHER),
}


@pytest.mark.parametrize(("attribution", "chain", "told"), WHOSE_WORD.values(), ids=WHOSE_WORD)
def test_of_one_who_is_not_named_nobody_says_whose_word_it_is(
    tmp_path: Path, attribution: str, chain: str, told: str
) -> None:
    folder = case_with(tmp_path / "tavnis", WISH.format(chain), attribution=attribution)
    talks = folder / "talks.yaml"
    entry = "  - {id: p18, party: upper, issue: crossing, option: shut, stance: accepts, claims: [T2]}\n\nconditions:\n"
    talks.write_text(swap(talks.read_text(), "\nconditions:\n", entry))
    case = seen(read_case(folder), None, "public")
    (claim,) = [c for c in case.record.claims if c.value == "a shut ford"]
    assert Phrases(case).foreign(claim) == told
    outline = build_outline(case, with_annex=True)
    pages = [
        brief_bytes(".md", case, outline=outline).decode(),
        talking_points_bytes(".md", case, build_talking_points(case)).decode(),
    ]
    for page in pages:
        assert "shut ford" in page
        assert not [
            words for words in ("to not said", "by not said", "Not said says", " (Lower Tavnis) of") if words in page
        ]
        assert not re.search(r"representative of (\w+ Tavnis) (\(|of )\1", page)
