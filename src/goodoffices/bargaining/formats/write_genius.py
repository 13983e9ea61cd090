"""A scenario as Genius XML: a domain file and a profile for each party, which read back as exactly the same preferences.

Genius divides evaluations by the largest of their issue, NegMAS takes them as they are. So the largest is the same in all issues
of a profile: then it makes no difference to what is on the frontier. A weight that is no decimal is written as a fraction, which
other programs do not read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from xml.sax.saxutils import quoteattr

from ...errors import DataError, Problem
from ..scenario import Scenario, Utility
from .decimals import decimal_text

# XML 1.0, production [2] Char.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True)
class Written:
    """Files by name, and what their readers should know."""

    files: Mapping[str, str]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Row:
    """An issue of a profile as it is written."""

    issue: str
    weight: Fraction
    shares: Mapping[str, Fraction]
    """The evaluation of each option."""


def genius_files(scenario: Scenario) -> Written:
    """The domain file first, then the profiles; DataError where Genius has no words for the scenario."""
    if problems := list(_problems(scenario)):
        raise DataError(problems)
    domain = "domain"
    while any(party.casefold() == domain for party in scenario.parties):
        domain += "-file"
    files = {f"{domain}.xml": "".join(_domain(scenario))}
    files |= {f"{party}.xml": "".join(_profile(scenario, u)) for party, u in scenario.utilities.items()}
    return Written(files, tuple(_notes(scenario, list(files))))


def _problems(scenario: Scenario) -> Iterator[Problem]:
    def problem(found: str, expected: str) -> Problem:
        return Problem(scenario.name, 0, 0, found, expected)

    if scenario.links:
        yield problem(f"{len(scenario.links)} links between issues", "none: Genius files have no links; write a case")
    names = {party.casefold(): party for party in scenario.parties}
    for party, utility in scenario.utilities.items():
        if names[party.casefold()] != party or not _is_file_name(party):
            yield problem(f"the party {party!r}", "a name that can be the name of a file, and no other's")
        for issue, options in scenario.issues.items():
            worths = [utility.worth(issue, option) for option in options]
            if max(worths) <= 0 and any(worths):
                expected = "one above 0, by which Genius divides; write a case"
                yield problem(f"no option of {issue} that is worth more than 0 to {party}", expected)
    for text in (*scenario.issues, *(o for listed in scenario.issues.values() for o in listed)):
        if not _is_attribute(text):
            yield problem(f"the name {text!r}", "a name that XML can hold, without white space around it")


def _is_file_name(party: str) -> bool:
    return (
        bool(party)
        and party[0] not in ".~"
        and not set(party) & set('/\\:*?"<>|')
        and party.isprintable()
        and len(party) < 100
    )


def _is_attribute(text: str) -> bool:
    return bool(text) and text == text.strip() and not _NOT_XML.search(text)


def _notes(scenario: Scenario, files: list[str]) -> Iterator[str]:
    if sorted(files[1:]) != files[1:]:
        yield f"read them in this order to keep the parties in theirs: {' '.join(files)}"
    for party, utility in scenario.utilities.items():
        rows = _rows(scenario, utility)
        numbers = [*(row.weight for row in rows), utility.no_deal, utility.discount]
        if any("/" in decimal_text(n) for n in numbers if n is not None):
            yield f"{party}.xml holds fractions such as 1/3, where no decimal is exact: other programs may not read them"
        if any(e < 0 for row in rows for e in row.shares.values()):
            yield f"{party}.xml holds evaluations below 0: other programs may not read them"


def _rows(scenario: Scenario, utility: Utility) -> list[_Row]:
    """For each issue the weight and the evaluations that come to the same worths, the largest one being the same in all issues.

    It is 1 where every evaluation is a decimal then; else a whole number with which they are whole.
    """
    shares = [_shares(utility, issue, options) for issue, options in scenario.issues.items()]
    each = [share for row in shares for share in row.shares.values()]
    if all("/" not in decimal_text(share) for share in each):
        return shares
    largest = lcm(*(share.denominator for share in each))
    return [_Row(row.issue, row.weight, {o: share * largest for o, share in row.shares.items()}) for row in shares]


def _shares(utility: Utility, issue: str, options: tuple[str, ...]) -> _Row:
    """What each option is worth, divided by the largest; an issue that is worth nothing has the weight 0, for none divides by 0."""
    points = {option: utility.points[issue][option] for option in options}
    weight, largest = utility.weights.get(issue, Fraction(1)), max(points.values())
    if largest <= 0:  # then all are worth 0 here: anything else was refused
        return _Row(issue, Fraction(), dict.fromkeys(options, Fraction(1)))
    return _Row(issue, weight * largest, {option: p / largest for option, p in points.items()})


def _domain(scenario: Scenario) -> Iterator[str]:
    yield _HEAD + "<negotiation_template>\n"
    yield f'<utility_space number_of_issues="{len(scenario.issues)}">\n'
    yield f"<objective {_objective(scenario)}>\n"
    for number, (issue, options) in enumerate(scenario.issues.items(), start=1):
        yield _issue(number, issue)
        for place, option in enumerate(options, start=1):
            yield f'    <item index="{place}" value={quoteattr(option)}/>\n'
        yield "  </issue>\n"
    yield "</objective>\n</utility_space>\n</negotiation_template>\n"


def _profile(scenario: Scenario, utility: Utility) -> Iterator[str]:
    yield _HEAD + f'<utility_space number_of_issues="{len(scenario.issues)}">\n'
    yield f"<objective {_objective(scenario)}>\n"
    rows = _rows(scenario, utility)
    for number, row in enumerate(rows, start=1):
        yield _issue(number, row.issue)
        for place, (option, evaluation) in enumerate(row.shares.items(), start=1):
            yield f'    <item index="{place}" value={quoteattr(option)} evaluation="{decimal_text(evaluation)}"/>\n'
        yield "  </issue>\n"
    for number, row in enumerate(rows, start=1):
        yield f'  <weight index="{number}" value="{decimal_text(row.weight)}"/>\n'
    yield "</objective>\n"
    if utility.discount is not None:
        yield f'<discount_factor value="{decimal_text(utility.discount)}"/>\n'
    if utility.no_deal is not None:
        yield f'<reservation value="{decimal_text(utility.no_deal)}"/>\n'
    yield "</utility_space>\n"


def _objective(scenario: Scenario) -> str:
    return f'index="0" name={quoteattr(scenario.name)} description="" type="objective" etype="objective"'


def _issue(number: int, issue: str) -> str:
    kind = 'type="discrete" etype="discrete" vtype="discrete"'
    return f'  <issue index="{number}" name={quoteattr(issue)} {kind}>\n'
