"""What must hold in preferences.yaml: its options are those of the issues, its entries stand on a ground, its numbers are whole.

Contradictions between the constraints of a party are found by the analysis, which needs linear programming for them; here are
only those that a reader can see: an order in a circle, an option twice.
"""

from collections.abc import Iterator
from typing import Any

from ..documents import Document, excerpt
from ..errors import Problem
from ..record import polarity
from ..talks import (
    Based,
    Importance,
    NoDeal,
    Order,
    PackageStatement,
    PartyPreferences,
    Preferences,
    RedLine,
    Talks,
)
from .bases import Evidence, groundless, weak_claims
from .entries import Node, Steps, nodes
from .orders import broken_orders
from .rules import foreign_options, unknown_option
from .validate import nearest, problem, problem_at_key, warning

CONSTRAINTS = ("orders", "importance", "red_lines", "packages")


def broken_preferences(document: Document, preferences: Preferences, evidence: Evidence) -> Iterator[Problem]:
    """A problem for each rule that preferences break; ids that do not exist are told elsewhere."""
    talks = evidence.talks
    yield from foreign_options(document, preferences, talks)
    yield from _status_quo(document, preferences, talks)
    for node in nodes(preferences):
        if isinstance(node.entry, Based):
            yield from _based(document, node, evidence)
        if isinstance(node.entry, Importance):
            yield from _swings(document, talks, node)
        if isinstance(node.entry, PackageStatement):
            yield from _package(document, talks, node)
        if isinstance(node.entry, RedLine):
            yield from _line_at_home(document, preferences, node)
        if isinstance(node.entry, Order):
            yield from _overstated(document, preferences, node, evidence)
    for party, wants in preferences.parties.items():
        steps = ("parties", party)
        yield from broken_orders(document, talks, wants.orders, (*steps, "orders"))
        yield from _no_deal(document, wants, (*steps, "no_deal"))
        yield from _numbers(document, talks, wants, steps)


def _based(document: Document, node: Node, evidence: Evidence) -> Iterator[Problem]:
    # Points, and a no deal beside them, need not say where they are from: those of an exercise are from nowhere.
    wants = next(a.entry for a in node.ancestors if isinstance(a.entry, PartyPreferences))
    free = type(node.entry) is Based or (isinstance(node.entry, NoDeal) and wants.points is not None)
    yield from groundless(document, node.steps, node.entry, needed=not free)
    party = str(node.steps[1])
    if party in evidence.talks.parties or party in evidence.talks.third_parties:
        yield from weak_claims(document, node.steps, node.entry, party, issues_of(node.entry), evidence)


def issues_of(entry: Based) -> tuple[str, ...]:
    """The issues that an entry speaks of."""
    match entry:
        case Order() | RedLine():
            return (entry.issue,)
        case Importance():
            return tuple(dict.fromkeys((entry.swing[0], entry.over[0])))
        case PackageStatement():
            return tuple(dict.fromkeys((*(entry.accepts or ()), *(entry.refuses or ()))))
        case _:
            return ()


def _swings(document: Document, talks: Talks, node: Node) -> Iterator[Problem]:
    for key in ("swing", "over"):
        steps, (issue, *ends) = (*node.steps, key), getattr(node.entry, key)
        if issue not in talks.issues:
            near = nearest(issue, talks.issues)
            yield problem(document, (*steps, 0), excerpt(issue), "an id of issues", nearest=near)
            continue
        for number, option in enumerate(ends, 1):
            yield from unknown_option(document, talks, issue, option, (*steps, number))
        if ends[0] == ends[1]:
            yield problem(document, (*steps, 2), f"{excerpt(ends[1])} twice", "a change from one option to another")


def _package(document: Document, talks: Talks, node: Node) -> Iterator[Problem]:
    given = [key for key in ("accepts", "refuses") if getattr(node.entry, key) is not None]
    if len(given) != 1:
        found = "`accepts` and `refuses`" if given else "neither `accepts` nor `refuses`"
        yield problem(document, node.steps, found, "one of the two")
    for key in given:
        yield from _options(document, talks, getattr(node.entry, key), (*node.steps, key))


def _options(document: Document, talks: Talks, package: dict[str, str], steps: Steps) -> Iterator[Problem]:
    for issue, option in package.items():
        if issue in talks.issues:
            yield from unknown_option(document, talks, issue, option, (*steps, issue))


def _line_at_home(document: Document, preferences: Preferences, node: Node) -> Iterator[Problem]:
    issue, option = node.entry.issue, node.entry.option
    if preferences.status_quo.get(issue) == option:
        found = f"a red line at {excerpt(option)}, which is the status quo of {issue}"
        expected = f"another option: the party accepts no package then that leaves {issue} as it is"
        yield warning(document, (*node.steps, "option"), found, expected, kind="red lines at the status quo")


def _overstated(document: Document, preferences: Preferences, node: Node, evidence: Evidence) -> Iterator[Problem]:
    """A position says "this option rather than the status quo", and no more."""
    order: Order = node.entry
    today = preferences.status_quo.get(order.issue)
    for key in (*order.own, *order.told):
        claim = evidence.claims.get(key)
        if claim is None or claim.type != "position" or claim.issue != order.issue:
            continue
        if today is None or claim.option is None or claim.option == today:
            continue
        said = polarity(claim)
        pair = (today, claim.option) if said.denies else (claim.option, today)
        if order.best_first != pair and said.sign != "open":
            found = f"an order that says more, or other, than claim {key} ({claim.predicate} {claim.option})"
            expected = f"[{', '.join(pair)}]: a position says no more than that; the rest is `assumed`"
            yield warning(
                document,
                (*node.steps, "best_first"),
                found,
                expected,
                kind="orders that say more, or other, than their claims",
            )


def _status_quo(document: Document, preferences: Preferences, talks: Talks) -> Iterator[Problem]:
    yield from _options(document, talks, preferences.status_quo, ("status_quo",))
    if not _needs_status_quo(preferences, talks):
        return
    if not preferences.status_quo:
        expected = "`status_quo` with an option of every issue: what holds without an agreement"
        yield problem(document, ("status_quo",), "no status quo", expected)
        return
    missing = [issue for issue in talks.issues if issue not in preferences.status_quo]
    named = {i for node in nodes(preferences) if isinstance(node.entry, Based) for i in issues_of(node.entry)}
    for issue in missing:
        if issue in named:
            expected = f"one of {', '.join(talks.issues[issue].options)}"
            yield problem(document, ("status_quo",), f"no option of {issue}", expected)
    if idle := [issue for issue in missing if issue not in named]:
        expected = "an option of every issue: of these nothing can be said without it"
        yield warning(
            document, ("status_quo",), f"no option of {', '.join(idle)}", expected, kind="issues without a status quo"
        )


def _needs_status_quo(preferences: Preferences, talks: Talks) -> bool:
    named = dict.fromkeys([*talks.parties, *preferences.parties])
    wants = [preferences.parties.get(party, PartyPreferences()) for party in named]
    return any(w.points is None or (isinstance(w.no_deal, NoDeal) and w.no_deal.package is not None) for w in wants)


def _no_deal(document: Document, wants: PartyPreferences, steps: Steps) -> Iterator[Problem]:
    no_deal = wants.no_deal
    if not isinstance(no_deal, NoDeal):
        return
    given = [key for key in ("package", "value") if getattr(no_deal, key) is not None]
    if len(given) != 1:
        found = "`package` and `value`" if given else "neither `package` nor `value`"
        yield problem(document, steps, found, "one of the two; what is not known is `no_deal: unknown`")
    if no_deal.value is not None and wants.points is None:
        expected = "`package: status_quo`, or points beside it"
        yield problem(document, (*steps, "value"), "a value without `points`", expected)


def _numbers(document: Document, talks: Talks, wants: PartyPreferences, steps: Steps) -> Iterator[Problem]:
    if wants.points is None:
        for key in ("weights", "discount", "basis"):
            if getattr(wants, key) not in (None, Based()):
                yield problem_at_key(document, (*steps, key), f"`{key}` without `points`", "points of every option")
        return
    for key in CONSTRAINTS:
        if getattr(wants, key):
            yield problem_at_key(document, (*steps, key), f"`{key}` beside `points`", "points alone: they say it all")
    yield from _points(document, talks, wants.points, (*steps, "points"))
    for issue, weight in (wants.weights or {}).items():
        if weight < 0:
            yield problem(document, (*steps, "weights", issue), f"the weight {weight}", "a number of 0 or more")


def _points(document: Document, talks: Talks, points: dict[str, dict[str, Any]], steps: Steps) -> Iterator[Problem]:
    if lacking := [issue for issue in talks.issues if issue not in points]:
        yield problem(document, steps, f"no points for {', '.join(lacking)}", "points of every issue")
    for issue, about in talks.issues.items():
        given = points.get(issue, {})
        for option in given:
            if option not in about.options:
                near, known = nearest(option, about.options), f"an option of {issue}: {', '.join(about.options)}"
                yield problem_at_key(document, (*steps, issue, option), excerpt(option), known, nearest=near)
        missing = [option for option in about.options if issue in points and option not in given]
        if missing:
            found = f"no points for {', '.join(map(excerpt, missing))}"
            yield problem(document, (*steps, issue), found, f"points of every option of {issue}")
