"""The scenario that a command is about: from a case folder, or from files of other programs."""

import os
from pathlib import Path
from typing import Any, get_args

from ..bargaining import NoDealRule, Scenario
from ..bargaining.formats import read_scenario, scenario_of_case, titled
from ..errors import UsageError
from ..talks import MARK
from .failures import say

_RULES: dict[str, NoDealRule] = {rule: rule for rule in get_args(NoDealRule)}
Whom = dict[str, Any]
"""For whom the output is, as JSON says it; empty for files of other programs."""


def scenario_of(paths: list[Path], no_deal: str = "file", *, by_title: bool = False) -> Scenario:
    """Read a scenario and set what each party has without a deal; what was not read as it stood is told as warnings.

    `by_title`: issues, options and parties of a case are called by their titles, not by their ids.
    UsageError where the rule is none; DataError where the files are not sound.
    """
    return scenario_for("team", paths, no_deal, by_title=by_title)[0]


def scenario_for(reader: str, paths: list[Path], no_deal: str, *, by_title: bool) -> tuple[Scenario, Whom]:
    """The same as a reader sees the case, and for whom it is."""
    if no_deal not in _RULES:
        raise UsageError(f"--no-deal: found {no_deal!r}, expected one of {', '.join(_RULES)}")
    scenario, whom = _read(reader, paths, by_title)
    for note in scenario.notes:
        say(f"warning: {note}")
    return scenario.with_no_deal(_RULES[no_deal]), whom


def _read(reader: str, paths: list[Path], by_title: bool) -> tuple[Scenario, Whom]:
    if len(paths) == 1 and os.path.exists(paths[0] / "talks.yaml"):
        # Imports the record, which files of other programs do not need.
        from ..case import read_case
        from .readers import seen_by, whom

        case = seen_by(read_case(paths[0]), reader)
        scenario = scenario_of_case(case.stem, case.talks, case.preferences)
        return titled(scenario, case.talks) if by_title else scenario, whom(case)
    if reader != "team":
        raise UsageError("--for: found files of another program, expected a case; who may read what is said in a case")
    return read_scenario(paths), {}


def say_whom(whom: Whom) -> None:
    """Print for whom what follows is, and that it is an exercise."""
    mark = MARK if whom.get("exercise") else None
    if line := " · ".join(filter(None, (mark, whom.get("for"), whom.get("stamp")))):
        say(line, err=False)
