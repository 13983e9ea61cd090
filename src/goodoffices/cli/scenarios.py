"""The scenario that a command is about: from a case folder, or from files of other programs."""

import os
from pathlib import Path
from typing import get_args

from ..bargaining import NoDealRule, Scenario
from ..bargaining.formats import read_scenario, scenario_of_case, titled
from ..errors import UsageError
from .failures import say

_RULES: dict[str, NoDealRule] = {rule: rule for rule in get_args(NoDealRule)}


def scenario_of(paths: list[Path], no_deal: str = "file", *, by_title: bool = False) -> Scenario:
    """Read a scenario and set what each party has without a deal; what was not read as it stood is told as warnings.

    `by_title`: issues, options and parties of a case are called by their titles, not by their ids.
    UsageError where the rule is none; DataError where the files are not sound.
    """
    if no_deal not in _RULES:
        raise UsageError(f"--no-deal: found {no_deal!r}, expected one of {', '.join(_RULES)}")
    scenario = _read(paths, by_title)
    for note in scenario.notes:
        say(f"warning: {note}")
    return scenario.with_no_deal(_RULES[no_deal])


def _read(paths: list[Path], by_title: bool) -> Scenario:
    if len(paths) == 1 and os.path.exists(paths[0] / "talks.yaml"):
        from ..case import read_case  # imports the record, which files of other programs do not need

        case = read_case(paths[0])
        scenario = scenario_of_case(case.name, case.talks, case.preferences)
        return titled(scenario, case.talks) if by_title else scenario
    return read_scenario(paths)
