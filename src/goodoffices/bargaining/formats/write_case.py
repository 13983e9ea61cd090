"""A scenario as a case folder: talks.yaml, an empty record.yaml, and preferences.yaml with points.

Names of other programs are any text; ids here are short. A name that is an id stays as it is; any other gets one, and stands as the
title or label.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from ...documents import Plain
from ...documents.quoting import CannotWriteError, entries
from ...errors import DataError, Problem
from ...language.ids import ID, LONGEST, NewIds
from ...talks import RESERVED
from ..scenario import Scenario, Utility
from .decimals import decimal_text

_LONGEST_NUMBER = 300
"""Characters; what is longer is refused when it is read."""


def case_files(scenario: Scenario) -> dict[str, str]:
    """The files of a case folder, by name; DataError where something cannot be written."""
    try:
        return {
            "talks.yaml": _text("What is talked about.", _talks(scenario)),
            "record.yaml": _text("The evidence: none yet.", {"format": "record/1"}),
            "preferences.yaml": _text("What each side wants, in points.", _preferences(scenario)),
        }
    except CannotWriteError as error:
        raise DataError([Problem(scenario.name, 0, 0, error.found, error.expected)]) from error


def ids(names: Iterable[str], otherwise: str, taken: Iterable[str] = ()) -> dict[str, str]:
    """A short id for each name, no id for two, and none that is taken.

    >>> ids(["30-day", "$10 billion", "10 Billion", "和平"], "option")
    {'30-day': '30-day', '$10 billion': '10-billion', '10 Billion': '10-billion-2', '和平': 'he-ping'}
    """
    names, used = list(names), set(taken)
    found = {name: name for name in names if ID.fullmatch(name) and len(name) <= LONGEST and name not in used}
    new = NewIds({*used, *found}, articles=True)
    return {name: found[name] if name in found else new.new(name, otherwise=otherwise) for name in names}


def _text(comment: str, data: Mapping[str, Plain]) -> str:
    return "\n".join([f"# {comment}", *entries(data, 0), ""])


def _talks(scenario: Scenario) -> dict[str, Plain]:
    issues, options, parties = _ids(scenario)
    talks: dict[str, Plain] = {
        "format": "talks/1",
        "title": scenario.name,
        "parties": {parties[p]: {"name": p, "kind": "party"} for p in scenario.parties},
        "issues": {
            issues[i]: {"title": i, "options": {options[i][o]: o for o in listed}}
            for i, listed in scenario.issues.items()
        },
    }
    if scenario.links:
        talks["links"] = [_link(link.if_, link.then, link.why, issues, options) for link in scenario.links]
    return talks


def _link(
    if_: Mapping[str, tuple[str, ...]],
    then: Mapping[str, tuple[str, ...]],
    why: str | None,
    issues: Mapping[str, str],
    options: Mapping[str, Mapping[str, str]],
) -> dict[str, Plain]:
    def side(named: Mapping[str, tuple[str, ...]]) -> dict[str, Plain]:
        return {issues[i]: [options[i][o] for o in listed] for i, listed in named.items()}

    return {"if": side(if_), "then": side(then)} | ({"why": why} if why else {})


def _preferences(scenario: Scenario) -> dict[str, Plain]:
    issues, options, parties = _ids(scenario)
    why: dict[str, Plain] = {"by": "goodoffices convert", "why": f"as the scenario {scenario.name} states"}
    return {
        "format": "preferences/1",
        "parties": {
            parties[p]: _party(scenario, u, issues, options) | {"basis": {"assumed": why}}
            for p, u in scenario.utilities.items()
        },
    }


def _party(
    scenario: Scenario, utility: Utility, issues: Mapping[str, str], options: Mapping[str, Mapping[str, str]]
) -> dict[str, Plain]:
    party: dict[str, Plain] = {
        "points": {
            issues[i]: {options[i][o]: _number(utility.points[i][o]) for o in listed}
            for i, listed in scenario.issues.items()
        }
    }
    weights: dict[str, Plain] = {issues[i]: _number(w) for i, w in utility.weights.items() if w != 1}
    if weights:
        party["weights"] = weights
    if utility.no_deal is not None:
        party["no_deal"] = {
            "value": _number(utility.no_deal),
            "assumed": {"by": "goodoffices convert", "why": f"as the scenario {scenario.name} states"},
        }
    if utility.discount is not None:
        party["discount"] = _number(utility.discount)
    return party


def _ids(scenario: Scenario) -> tuple[dict[str, str], dict[str, dict[str, str]], dict[str, str]]:
    options = {issue: ids(listed, "option") for issue, listed in scenario.issues.items()}
    parties = ids(scenario.parties, "party", RESERVED)
    # In a case no id stands for two things: an issue cannot be called as a party is.
    return ids(scenario.issues, "issue", {*RESERVED, *parties.values()}), options, parties


def _number(value: Fraction) -> Plain:
    """A whole number or decimal where it is exactly one, else a fraction as text."""
    text = decimal_text(value)
    if len(text) > _LONGEST_NUMBER:
        raise CannotWriteError(f"a number of {len(text)} characters", f"at most {_LONGEST_NUMBER}")
    if "/" in text:
        return text
    return Decimal(text) if "." in text else int(text)
