"""Our own case folder as a scenario: the issues and links of talks.yaml, the points of preferences.yaml.

Issues, options and parties are called by their ids.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from ...errors import DataError, Problem
from ...talks import NoDeal, PartyPreferences, Preferences, Talks
from ..scenario import Scenario, Utility

FILE = "preferences.yaml"


def scenario_of_case(name: str, talks: Talks, preferences: Preferences | None) -> Scenario:
    """The scenario of a case in which every party's preferences are points.

    DataError where they are not: what is only partly known is the matter of `goodoffices agree`.
    """
    known = preferences.parties if preferences else {}
    beside = [p for p in talks.third_parties if p in known]
    order = [*talks.parties, *(p for p in beside if known[p].points is not None)]
    unknown = [party for party in order if party not in known or known[party].points is None]
    told = [party for party in order if party not in unknown and not known[party].basis.constrains]
    problems = [
        *(_problem(name, f"no points of {party}", "points for every party; `goodoffices agree` reads what is partly known")
          for party in unknown),
        *(_problem(name, f"points of {party} that another tells", "`adopted` under their basis, if they are to count")
          for party in told),
    ]  # fmt: skip
    if problems or preferences is None:
        raise DataError(problems or [_problem(name, "no preferences", f"the file {FILE}")])
    issues = {issue: tuple(entry.options) for issue, entry in talks.issues.items()}
    utilities = {party: _utility(known[party], preferences.status_quo) for party in order}
    notes = [note for party in order for note in _notes(party, known[party])]
    notes += [f"{FILE}: {p} was left out: its preferences are no points" for p in beside if p not in order]
    return Scenario(name, issues, utilities, talks.links, tuple(notes))


def titled(scenario: Scenario, talks: Talks) -> Scenario:
    """The scenario of a case with the names that people read in place of ids, wherever no name stands for two."""
    parties = {p: actor.name for p, actor in (talks.parties | talks.third_parties).items()}
    issues = {i: entry.title or i for i, entry in talks.issues.items()}
    options = {i: _single(entry.options) for i, entry in talks.issues.items()}
    return renamed(scenario, _single(parties), _single(issues), options)


def renamed(
    scenario: Scenario, parties: Mapping[str, str], issues: Mapping[str, str], options: Mapping[str, Mapping[str, str]]
) -> Scenario:
    """The same scenario under other names; `options` by issue, as it was called before."""

    def side(named: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        return {issues[i]: tuple(options[i][o] for o in listed) for i, listed in named.items()}

    links = tuple(replace(link, if_=side(link.if_), then=side(link.then)) for link in scenario.links)
    utilities = {
        parties[party]: replace(
            utility,
            points={issues[i]: {options[i][o]: p for o, p in row.items()} for i, row in utility.points.items()},
            weights={issues[i]: weight for i, weight in utility.weights.items()},
        )
        for party, utility in scenario.utilities.items()
    }
    return replace(scenario, issues=side(scenario.issues), utilities=utilities, links=links)


def _single(names: Mapping[str, str]) -> dict[str, str]:
    """Each id's name, or the id where another has the same name or there is none."""
    stripped = {key: name.strip() for key, name in names.items()}
    counted = Counter(stripped.values())
    free = all(name not in names or name == key for key, name in stripped.items())
    return {key: name if name and counted[name] == 1 and free else key for key, name in stripped.items()}


def _utility(party: PartyPreferences, status_quo: dict[str, str]) -> Utility:
    whole = Utility(party.points or {}, party.weights or {}, discount=party.discount)
    no_deal = party.no_deal
    if not isinstance(no_deal, NoDeal) or not no_deal.constrains:
        return whole
    value = no_deal.value
    if value is None:
        worths = [whole.worth(i, o) for i, o in status_quo.items() if o in whole.points.get(i, {})]
        value = sum(worths, Fraction())
    return Utility(whole.points, whole.weights, value, whole.discount)


def _notes(party: str, preferences: PartyPreferences) -> Iterator[str]:
    if isinstance(preferences.no_deal, NoDeal) and not preferences.no_deal.constrains:
        yield f"{FILE}: the no deal of {party} is told and not adopted; it was read as not said"


def _problem(name: str, found: str, expected: str) -> Problem:
    return Problem(f"{name}/{FILE}", 0, 0, found, expected)
