"""Several stances of one seat on one answer: one line that says how it moved, with all of them, and their claims and conditions."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.brief import build_outline
from goodoffices.brief.outline import Line, Table
from goodoffices.case import read_case
from goodoffices.documents import sha256_of

from ..case.cases import make
from .cases import whole


@dataclass(frozen=True)
class Said:
    """A claim: in which of two texts, at which time, with which stance on half of the water."""

    stance: str
    time: str
    text: str = "press"
    only_if: str = ""


HEAD = "EXERCISE\nTranscript: {name}\nNorth Office, 2031-05-14\n\n"
TALKS = """format: talks/1
title: "EXERCISE: two towns"
exercise: true
parties: {north: {name: North, kind: town}, south: {name: South, kind: town}}
people: {ann: {name: "Head of delegation, North", of: north}}
issues:
  water: {title: Water, options: {half: %s, most: most of it}}
positions:
"""


def cell(folder: Path, said: list[Said], option: str = "an even split", head: str = HEAD) -> list[Line]:
    """What the brief tells of North on its water, of positions in the order in which their stances came first."""
    texts = {name: head.format(name=name) for name in ("press", "wire")}
    claims, keys, conditions = "", dict[tuple[str, str], list[str]](), ""
    for number, one in enumerate(said, 1):
        words = f"line {number} {one.stance} {option}"
        texts[one.text] += f"{one.time}\n{words}\n"
        claims += (
            f"  - {{id: a{number}, source: {one.text}, type: position, subject: north, predicate: {one.stance}, "
            f"value: {option}, issue: water, option: half, attributed_to: [narrator, ann], words: {words}, "
            f"entered_by: Ann, entered_on: 2031-05-14}}\n"
        )
        keys.setdefault((one.stance, one.only_if), []).append(f"a{number}")
        if one.only_if:
            what = f"what: {option}, only_if: {one.only_if}, issue: water"
            conditions += f"  - {{id: c{number}, by: north, {what}, claims: [a{number}]}}\n"
    sources = "".join(
        f"  {name}:\n    publisher: North Office\n    title: 'Transcript: {name}'\n    printed: 2031-05-14\n"
        f"    text: {{kind: original, file: sources/{name}.txt, sha256: {sha256_of(text.encode())}}}\n"
        for name, text in texts.items()
    )
    talks = TALKS % option + "".join(
        f"  - {{id: p{number}, party: north, issue: water, option: half, stance: {stance}, told_by: ann, "
        f"claims: [{', '.join(those)}]}}\n"
        for number, ((stance, _), those) in enumerate(keys.items(), 1)
    )
    talks += f"conditions:\n{conditions}" if conditions else ""
    record = f"format: record/1\nsources:\n{sources}claims:\n{claims}"
    case = read_case(make(folder, talks, record, texts["press"], texts["wire"]))
    [table] = [block for block in whole(build_outline(case), "stands").blocks if isinstance(block, Table)]
    return list(table.rows[0][1])


MOVED = {
    "one way": (
        [Said("calls_for", "09:00"), Said("proposes", "09:10"), Said("calls_for", "09:20"), Said("supports", "09:30")],
        "calls for, then proposes, then supports an even split (Head of delegation)",
    ),
    "turned": (
        [Said("refuses", "09:00"), Said("accepts", "09:10")],
        "refuses, then accepts an even split (Head of delegation)",
    ),
    "turned back": (
        [Said("refuses", "09:00"), Said("accepts", "09:10"), Said("refuses", "09:20")],
        "refuses, then accepts, then again refuses an even split (Head of delegation)",
    ),
    "on a condition": (
        [Said("proposes", "09:00"), Said("accepts", "09:10", only_if="the toll goes"), Said("supports", "09:20")],
        "proposes an even split, then accepts this only if the toll goes, then supports this (Head of delegation)",
    ),
    "the later text first": (
        [Said("accepts", "09:30"), Said("refuses", "09:10", "wire")],
        "refuses, then accepts an even split (Head of delegation)",
    ),
    "one minute of two texts, one way": (
        [Said("supports", "09:30"), Said("proposes", "09:30", "wire")],
        "supports and proposes an even split (Head of delegation)",
    ),
}


@pytest.mark.parametrize(("said", "told"), MOVED.values(), ids=MOVED)
def test_one_line_tells_how_a_stance_moved(tmp_path: Path, said: list[Said], told: str) -> None:
    [line] = cell(tmp_path, said)
    assert line.text == told
    assert {*line.claims} == {f"a{number}" for number in range(1, len(said) + 1)}


def test_what_is_no_noun_stands_before_its_stances(tmp_path: Path) -> None:
    said = [Said("refuses", "09:00"), Said("accepts", "09:10", only_if="the toll goes")]
    [line] = cell(tmp_path, said, "sold to the lower town")
    assert line.text == "sold to the lower town: refused, then accepted only if the toll goes (Head of delegation)"


def test_contradicting_stances_of_one_minute_in_two_texts_keep_a_line_each(tmp_path: Path) -> None:
    lines = cell(tmp_path, [Said("refuses", "09:30"), Said("accepts", "09:30", "wire")])
    assert [line.text for line in lines] == [
        "refuses an even split (Head of delegation)", "accepts an even split (Head of delegation)"
    ]  # fmt: skip


def test_a_report_with_times_in_it_is_no_text_of_held_talks(tmp_path: Path) -> None:
    lines = cell(tmp_path, [Said("refuses", "09:00"), Said("accepts", "09:30")], head="The Ferry Post\n\n")
    assert [line.text.split()[0] for line in lines] == ["refuses", "accepts"]


_STANCES = ("demands", "calls_for", "proposes", "supports", "accepts", "opposes", "refuses")
_SAID = st.lists(
    st.builds(
        Said,
        st.sampled_from(_STANCES),
        st.integers(0, 5).map(lambda n: f"09:0{n}"),
        st.sampled_from(["press", "wire"]),
        st.sampled_from(["", "the toll goes"]),
    ),
    min_size=1,
    max_size=7,
)


@given(_SAID)
def test_no_stance_claim_or_condition_is_lost(said: list[Said]) -> None:
    said = sorted(said, key=lambda one: one.time)
    with TemporaryDirectory() as folder:
        lines = cell(Path(folder), said)
    text = " ".join(line.text for line in lines)
    assert sorted(claim for line in lines for claim in line.claims) == sorted(f"a{n}" for n in range(1, len(said) + 1))
    for one in said:
        assert one.stance.replace("_", " ") in text
    agreeing = [one for one in said if one.only_if and one.stance in ("accepts", "proposes", "supports")]
    assert text.count("only if the toll goes") >= len({one.stance for one in agreeing})
    if "then" not in text and len(lines) == 1 and len({one.stance for one in said}) > 1:
        assert len({one.stance in ("refuses", "opposes") for one in said}) == 1
