"""A long day in parts, and what of a long day must not take longer than it is: in order, nothing left out, nothing twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.apart import Limits
from goodoffices.brief.debriefing import apart, debriefing_outline
from goodoffices.brief.debriefing.apart import printed
from goodoffices.brief.debriefing.course import DRAWN
from goodoffices.brief.debriefing.parts import parts
from goodoffices.brief.forms import outline_bytes
from goodoffices.brief.outline import Bullets, Figure, Line, Note, Outline, Section, Table
from goodoffices.errors import DataError
from goodoffices.proceedings import acts as a

from ...proceedings.valley_talks import Day
from ...synthesis.export.held import a_day
from .held_tables import ended, section, table

TEXTS = st.text("abc ", max_size=300)
ROWS = st.lists(st.tuples(TEXTS, TEXTS), max_size=12)
BLOCKS = st.one_of(
    TEXTS.map(Note),
    st.lists(TEXTS, max_size=12).map(lambda lines: Bullets(tuple(map(Line, lines)), "What")),
    ROWS.map(lambda rows: Table(("a", "b"), tuple(tuple((Line(text),) for text in row) for row in rows))),
)


def outline(blocks: list[list[Bullets | Table | Note]]) -> Outline:
    sections = tuple(Section(f"s{n}", f"Section {n}", tuple(some)) for n, some in enumerate(blocks))
    return Outline("debriefing", "A day", "", sections, (), {})


def texts(found: Outline) -> list[str]:
    """Every text of the blocks, in order."""
    told: list[str] = []
    for one in found.sections:
        for block in one.blocks:
            match block:
                case Note():
                    told.append(block.text)
                case Bullets():
                    told += [line.text for line in block.lines]
                case Table():
                    told += [line.text for row in block.rows for cell in row for line in cell]
    return told


@given(st.lists(st.lists(BLOCKS, max_size=4), min_size=1, max_size=4), st.integers(1, 4000))
def test_nothing_is_left_out_and_nothing_stands_twice(blocks: list[list[Bullets | Table | Note]], most: int) -> None:
    whole = outline(blocks)
    found = parts(whole, most)
    assert [text for part in found for text in texts(part)] == texts(whole)
    if len(found) == 1:
        assert found[0] is whole
    else:
        assert [part.title for part in found] == [f"A day (part {n} of {len(found)})" for n in range(1, len(found) + 1)]
        assert all(part.sections for part in found)
        for part in found:  # longer than a part is only what cannot be cut: one row, one note
            longest = max(300 + 300 + 300, *(len(text) for text in texts(part)), 0)
            assert sum(map(len, texts(part))) <= most + longest


def test_a_list_that_goes_on_says_so() -> None:
    lines = tuple(Line("x" * 900) for _ in range(10))
    found = parts(outline([[Bullets(lines, "What happened")]]), 2_500)
    assert [one.title for part in found for one in part.sections] == ["Section 0", *["Section 0 (goes on)"] * 4]


def test_what_is_printed_apart_is_what_is_printed_here() -> None:
    held = [table(ended(a_day(), {}))]
    for kind in ("html", "pdf"):
        made = printed(held, kind)
        assert (made.parts, made.data) == (1, outline_bytes(f".{kind}", debriefing_outline(held)))
    assert printed(held, "html", 2).data == b""


@pytest.mark.parametrize(
    ("limits", "says"),
    [(Limits(0.05, 2**31), "longer than 0.05 seconds to print"), (Limits(60, 2**20), "memory")],
)  # fmt: skip
def test_a_day_that_takes_too_much_is_told_with_what_to_do(
    limits: Limits, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "LIMITS", limits)
    with pytest.raises(DataError, match=f"found a day .*{says}.*, expected less of it at once: the page"):
        printed([table(ended(a_day(), {}))], "pdf")


def crowded(meetings: int) -> Day:
    """A day on which a chair opens one meeting after another."""
    day = Day().session()
    for _ in range(meetings):
        day.do(a.OpenMeeting(by="chair", seats=("chair", "upper-head")))
        day.do(a.CloseMeeting(by="chair", meeting=[*day.state.facts.meetings][-1]))
    return day


def test_a_drawing_has_so_many_meetings_and_the_words_have_all() -> None:
    """A row of it takes 26 points: of hundreds no renderer makes a picture."""
    figure = section(debriefing_outline([table(ended(crowded(DRAWN + 20), {}))]), "course-1").blocks[0]
    assert isinstance(figure, Figure)
    assert figure.chart is not None
    assert len({bar["row"] for bar in figure.chart["layer"][1]["data"]["values"]}) == DRAWN
    assert len(figure.alternative) == DRAWN + 21
    assert figure.title == f"The first {DRAWN} of {DRAWN + 21} meetings along the time"


def test_the_form_of_a_proposal_that_was_changed_often_is_found_at_every_moment() -> None:
    day = Day().session()
    day.do(a.Propose(by="upper-head", meeting="session", package={"mill": "leased"}))
    id_ = next(iter(day.state.facts.proposals))
    for n in range(40):
        day.do(a.Refuse(by="lower-head", proposal=id_, words=f"{n}"))
        day.do(a.Amend(by="upper-head", proposal=id_, package={"mill": ("leased", "closed")[n % 2]}, words=f"{n}"))
    held = table(day)
    for event in held.events:
        wanted = next((one for one in reversed(held.forms) if one.proposal == id_ and one.at <= event.at), None)
        assert held.form(id_, event.at) == wanted
    assert {len(told) for told in held.answered.values()} == {1}
    assert len(held.answered) == 40
    assert held.form("nothing", held.events[-1].at) is None
