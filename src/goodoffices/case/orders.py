"""Orders of the options of one issue: options that exist, each once, and no circle among those that count."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..documents import Document, excerpt
from ..errors import Problem
from ..talks import Order, Talks
from .entries import Steps
from .rules import unknown_option
from .validate import problem

Ranks = tuple[tuple[str, ...], ...]


def broken_orders(document: Document, talks: Talks, orders: Sequence[Order], steps: Steps) -> Iterator[Problem]:
    """A problem for each option that is none or stands twice, and for each order that closes a circle with earlier ones."""
    counted: dict[str, list[Ranks]] = {}
    for index, order in enumerate(orders):
        place = (*steps, index, "best_first")
        found = [*_options(document, talks, order, place)]
        yield from found
        if found or not order.constrains:
            continue  # what is only told binds nobody: it may well say the opposite
        ranks = counted.setdefault(order.issue, [])
        if circle := _circle([*ranks, ranked(order)]):
            told = _told(circle, [*ranks, ranked(order)])
            yield problem(document, place, told, f"an order that fits the others of {order.issue}")
        else:
            ranks.append(ranked(order))


def ranked(order: Order) -> Ranks:
    """The ranks of an order, the best first; the options of one rank are equally good."""
    return tuple((rank,) if isinstance(rank, str) else rank for rank in order.best_first)


def _options(document: Document, talks: Talks, order: Order, steps: Steps) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, rank in enumerate(order.best_first):
        if not rank:
            yield problem(document, (*steps, index), "an empty list", "options that are equally good")
        for place, option in _placed(rank, (*steps, index)):
            if option in seen:
                yield problem(document, place, f"{excerpt(option)} a second time", "each option once")
            seen.add(option)
            if order.issue in talks.issues:
                yield from unknown_option(document, talks, order.issue, option, place)
    if len(seen) < 2:
        yield problem(document, steps, "an order of fewer than two options", "two or more options, the best first")


def _placed(rank: str | tuple[str, ...], steps: Steps) -> list[tuple[Steps, str]]:
    if isinstance(rank, str):
        return [(steps, rank)]
    return [((*steps, number), option) for number, option in enumerate(rank)]


def _worse(all_ranks: list[Ranks]) -> list[tuple[str, str]]:
    return [(a, b) for ranks in all_ranks for upper, lower in pairwise(ranks) for a in upper for b in lower]


def _told(circle: list[str], all_ranks: list[Ranks]) -> str:
    worse = set(_worse(all_ranks))
    steps = (f"{' over ' if pair in worse else ' as good as '}{pair[1]}" for pair in pairwise(circle))
    return f"a circle: {circle[0]}{''.join(steps)}"


def _circle(all_ranks: list[Ranks]) -> list[str]:
    """A way from an option over worse and equal ones back to itself; empty where there is none."""
    worse = _worse(all_ranks)
    equal = [(a, b) for ranks in all_ranks for rank in ranks for a in rank for b in rank if a != b]
    leads: dict[str, list[str]] = {}
    for a, b in [*worse, *equal]:
        leads.setdefault(a, []).append(b)
    return next(([a, *way] for a, b in worse if (way := _way(leads, b, a))), [])


def _way(leads: dict[str, list[str]], start: str, end: str) -> list[str]:
    """The shortest way from one option to another, both named; empty where there is none."""
    before: dict[str, str | None] = {start: None}
    queue = [start]
    for option in queue:
        for lower in leads.get(option, ()):
            if lower not in before:
                before[lower] = option
                queue.append(lower)
    if end not in before:
        return []
    way, at = [], end
    while at != start:
        way.append(at)
        at = before[at] or start
    return [start, *reversed(way)]
