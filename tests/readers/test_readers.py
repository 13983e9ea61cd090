"""What is made for a reader of a case equals what is made of a case into which what he may not read was never entered."""

import io
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from goodoffices.accounts import as_data
from goodoffices.bargaining.readings import Settings, agree
from goodoffices.brief import (
    brief_bytes,
    build_outline,
    build_talking_points,
    compare_data,
    talking_points_bytes,
)
from goodoffices.brief.sheet import build_workbook
from goodoffices.brief.sheet.writer import xlsx_bytes
from goodoffices.brief.terminal import print_brief
from goodoffices.case import Case, passages, seen, seen_twice
from goodoffices.case.hidden_speakers import HiddenSpeakers
from goodoffices.case.rights import Rights
from goodoffices.case.seen import numbering, rules
from goodoffices.documents import json_text
from goodoffices.record import witnesses
from goodoffices.talks import Preferences

from ..amount import Cases
from .answers import ANSWER
from .generated import Pair, pair
from .said import PEOPLE, READER, SECRET

Form = Callable[[Case], bytes]


def _terminal(case: Case) -> bytes:
    console = Console(file=io.StringIO(), width=120)
    print_brief(build_outline(case), console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().encode()


def _points(ending: str) -> Form:
    return lambda case: talking_points_bytes(ending, case, build_talking_points(case))


def _brief(ending: str, *, annex: bool = False) -> Form:
    return lambda case: brief_bytes(ending, case, outline=build_outline(case, with_annex=annex))


def _compare(case: Case) -> bytes:
    return json_text(compare_data(case.comparison) | {"passages": as_data(passages(case))}).encode()


def _agree(case: Case) -> bytes:
    wants = case.preferences or Preferences(format="preferences/1")
    return json_text(agree(case.talks, wants, Settings(readings=20)).data()).encode() if case.talks.issues else b""


FORMS: Mapping[str, Form] = {
    "brief.json": _brief(".json"), "brief.md": _brief(".md", annex=True), "brief.html": _brief(".html"), "the terminal": _terminal,
    "talking-points.json": _points(".json"), "talking-points.html": _points(".html"), "compare": _compare,
}  # fmt: skip
"""Every way out that is made in no time."""
HEAVY: Mapping[str, Form] = {
    "brief.pdf": _brief(".pdf", annex=True), "brief.docx": _brief(".docx", annex=True), "agree": _agree,
    "sheet.xlsx": lambda case: xlsx_bytes(build_workbook(case)), "talking-points.pdf": _points(".pdf"),
}  # fmt: skip
"""Those that take longer: for fewer cases."""
UNNAMED = [name for key, (name, _) in PEOPLE.items() if key in ("gus", "hal", "ivy", "jon")]


def differences(made: Pair, forms: Mapping[str, Form]) -> Iterator[str]:
    """The forms in which somebody could tell that something was hidden."""
    base, full = seen(made.base, None, made.reader), seen(made.full, None, made.reader)
    for name, form in forms.items():
        if form(base) != form(full):
            yield name


def test_nothing_tells_that_something_is_hidden(cases: Cases) -> None:
    """Every form of fewer pairs: each is made from what is seen alone, of which the next test compares every field of many."""
    quick, many = cases(12, 200), cases(12, 50)
    for seed in range(quick):
        made = pair(seed)
        assert not [*differences(made, FORMS)], seed
        if seed % many == many - 1:
            assert not [*differences(made, HEAVY)], seed


def test_what_is_seen_is_the_same_to_the_last_field(cases: Cases) -> None:
    for seed in range(cases(150, 2000)):
        made = pair(seed)
        assert seen(made.base, None, made.reader) == seen(made.full, None, made.reader), seed


DAYS = (date(2031, 6, 12), date(2031, 6, 15), date(2031, 6, 18))
"""Within the days on which the sources of the pairs were printed."""


def test_on_no_day_anything_comes_of_what_is_hidden(cases: Cases) -> None:
    for seed in range(cases(100, 1500)):
        made = pair(seed)
        for day in DAYS:
            assert seen(made.base, day, made.reader) == seen(made.full, day, made.reader), (seed, day)
        since, now = DAYS[:2]
        assert seen_twice(made.base, since, now, made.reader) == seen_twice(made.full, since, now, made.reader), seed


def test_no_hidden_word_and_no_hidden_name_is_in_any_form(cases: Cases) -> None:
    for seed in range(cases(10, 200)):
        made = pair(seed)
        shown = seen(made.full, None, made.reader)
        for name, form in FORMS.items():
            text = form(shown).decode()
            assert not [word for word in (SECRET, *UNNAMED) if word in text], (seed, name)


def told_of_speakers(case: Case) -> list[str]:
    """The claims that tell of somebody who may not be named as a speaker of their source."""
    hidden = HiddenSpeakers(case.record, case.talks, case.names, Rights.of(case.record, case.texts, case.anchors))
    return [claim.id for claim in case.record.claims if hidden.told_of(claim)]


def test_the_pairs_are_worth_comparing() -> None:
    """All of a base but the names is seen; hidden things are in the other, and the team sees them."""
    differ = 0
    for seed in range(40):
        made = pair(seed)
        shown = seen(made.base, None, made.reader)
        gone = told_of_speakers(made.base) + [c.id for c in made.base.record.claims if c.source == ANSWER]
        assert len(made.base.record.claims) - len(gone) <= len(shown.record.claims) <= len(made.base.record.claims)
        assert len(shown.talks.positions) >= len(made.base.talks.positions) - 3
        assert seen(made.full) is made.full
        differ += len(made.full.record.claims) > len(made.base.record.claims)
    assert differ > 30


def test_what_is_no_witness_for_the_team_is_none_for_anybody(cases: Cases) -> None:
    """Also where it may not be named; and what is taken from another is one witness with it."""
    own = 0
    for seed in range(cases(150, 2000)):
        case = pair(seed).base
        first, *rest = case.record.sources or [""]
        sources = {
            key: replace(s, derived_from=first if key in rest[:1] else None) for key, s in case.record.sources.items()
        }
        case = replace(case, record=replace(case.record, sources=sources))
        shown = seen(case, None, READER).record.sources
        assert [*witnesses(shown).values()] == [
            chr(65 + [*sources].index(key)) for key in witnesses(sources).values()
        ], seed
        own += any(source.side == "team" for source in sources.values())
    assert own > 10


MOST = 1500
"""Pairs of which at least one must tell that a rule is missing."""
RARE = {"what is the same, together": 1250, "what one person said, apart": 191}
"""Where to look first for rules of which few pairs tell; where they no longer do, all are tried."""


@pytest.mark.parametrize("name", [*rules.RULES, "numbers"])
def test_each_rule_is_needed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it what is seen of some pair differs, or cannot be made."""
    if name == "numbers":
        monkeypatch.setattr(sys.modules["goodoffices.case.seen"], "numbered", lambda case, numbers: case)
    else:
        monkeypatch.setitem(rules.RULES, name, lambda view, case: case)
    for seed in (RARE.get(name, 0), *range(MOST)):
        made = pair(seed)
        try:
            same = seen(made.base, None, made.reader) == seen(made.full, None, made.reader)
        except (KeyError, ValueError):
            return
        if not same:
            return
    pytest.fail(f"nothing tells that the rule {name!r} is missing")


def test_letters_go_on_after_z() -> None:
    assert [numbering.letters(n) for n in (1, 26, 27, 52, 53)] == ["A", "Z", "AA", "AZ", "BA"]
