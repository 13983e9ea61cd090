"""Sentences on where a party stands: the act with its strength, who tells it, and that it is not the party's own word."""

import re
from collections.abc import Iterator

from ...case.kinds import RESERVES
from ...language.wording import says_all
from ...talks import Position, Stance, without_doubt
from ..context import Context
from ..english import listed, sentence
from ..english.wording import Kind, inside, kind_of
from ..outline import Line
from .wanted import all_conditions, conditions, wanted

_ONE: dict[Stance, str] = {
    "demands": "demands", "calls_for": "calls for", "proposes": "proposes", "supports": "supports", "accepts": "accepts",
    "opposes": "opposes", "refuses": "refuses",
}  # fmt: skip
PAST: dict[Stance, str] = {
    "demands": "demanded", "calls_for": "called for", "proposes": "proposed", "supports": "supported", "accepts": "accepted",
    "opposes": "opposed", "refuses": "refused",
}  # fmt: skip
_THAT: frozenset[Stance] = frozenset({"demands", "proposes", "accepts"})
_TO: frozenset[Stance] = frozenset({"demands", "proposes", "refuses"})
APPARENTLY = "apparently "
"""Says that a report does not make clear who speaks."""
_AMOUNT = re.compile(
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|twice|double|a (?:third|quarter|half)|more|less"
    r"|fewer|the same)\b)", re.I,
)  # fmt: skip
"""How words begin that tell an amount, and not of what."""
_DOING = re.compile(r"(?:not )?[a-z]+ing (?:the|a|an|its|their|his|her|all|both|every|no) ")
"""A verb with its object as what is wanted: `keeping the mill open`."""
_INSISTS = {"demands": "insists on", "demand": "insist on", "demanded": "insisted on"}
"""Nobody `demands keeping` a thing."""
FOREIGN = "*"
"""Marks what is not the party's own word."""
GAPS = "Where a party has no entry"
"""How the note on a table's gaps begins."""


def verb(context: Context, position: Position) -> str:
    """The act in the number of who acts: `demands`, `demand`."""
    one = _ONE[position.stance]
    if not context.phrases.plural(position.party):
        return one
    head, _, tail = one.partition(" ")
    return f"{head.removesuffix('s')} {tail}".strip()


def act(context: Context, position: Position, did: str | None = None) -> str:
    """`demands an immediate withdrawal`, `accepts that both read the same gauges`, `refuses: sold to the lower valley`."""
    return _act(context, position, did) + _reserve(context, position) + only_if(context, position)


def only_if(context: Context, position: Position) -> str:
    """` only if the ford is opened`: on what a position depends; it is told wherever the position is."""
    return "".join(f" only if {inside(c.only_if, context.proper)}" for c in conditions(context, position))


def _act(context: Context, position: Position, did: str | None) -> str:
    words = wanted(context, position)
    kind, does = kind_of(words), did or verb(context, position)
    if position.stance == "demands" and _DOING.match(words):
        does = _INSISTS.get(does, does)
    if kind in (Kind.NOUN, Kind.NONE):
        return f"{does} {words}"
    if kind is Kind.TO and position.stance in _TO:
        return f"{does} {words}"
    return f"{does} that {words}" if kind is Kind.CLAUSE and position.stance in _THAT else f"{does}: {words}"


def _reserve(context: Context, position: Position) -> str:
    """With which reserve all the claims of a position are told, where none holds it as it stands: `, on a condition`."""
    known = [context.case.claims[c] for c in position.claims if c in context.case.claims]
    reserves = {RESERVES.get(claim.modality, "") for claim in known}
    return (
        ""
        if all_conditions(context, position) or "" in reserves or not reserves
        else f", {' or '.join(sorted(reserves))}"
    )


def stand(context: Context, position: Position) -> str:
    """The act as a cell of the table tells it, under its issue: `open until 2033: accepted`, and on which condition."""
    words = wanted(context, position)
    if _act(context, position, None).endswith(f": {words}"):
        return f"{words}: {PAST[position.stance]}{_reserve(context, position)}{only_if(context, position)}"
    return act(context, position)


def own(context: Context, position: Position) -> bool:
    """Whether the party, or somebody who speaks for it, tells the position."""
    told = position.told_by
    return told is None or context.phrases.side_of(without_doubt(told)) == position.party


def teller(context: Context, position: Position) -> str:
    """Who tells it: ` (Rustem Umerov)`, `, apparently according to Volodymyr Zelensky *`; else nothing."""
    told = position.told_by
    if told is None or told == position.party:
        return ""
    name = context.phrases.the(without_doubt(told))
    seems = APPARENTLY if told.endswith("?") else ""
    return f" ({seems}{name})" if own(context, position) else f", {seems}according to {name} {FOREIGN}"


def briefly(context: Context, issues: int) -> Iterator[Line]:
    """A sentence for each party, in alphabetical order: what it wants on some issues (of none: its first position alone)."""
    told = {
        party: [p for p in context.standing if p.party == party and not context.unread(p.claims)]
        for party in context.parties
    }
    chosen = {party: _chosen(context, stands, issues) for party, stands in told.items() if stands}
    # One side's people are named only where the other side's are: in the same sentence form for both.
    named = issues > 0 and any(_of_several(context, p) for some in chosen.values() for p in some)
    yield from (_stand(context, party, stands, named=named) for party, stands in chosen.items())
    silent = [party for party in context.parties if not any(p.party == party for p in context.standing)]
    if silent and any(told.values()):
        stand = "stand" if len(silent) > 1 or context.phrases.plural(silent[0]) else "stands"
        yield Line(sentence(f"no report tells where {context.phrases.the_names(silent)} {stand}"))


def _chosen(context: Context, told: list[Position], issues: int) -> list[Position]:
    """What is told of one party: its own word on the issues of which most speak; without any, what others tell."""
    mine = [p for p in told if own(context, p)]
    weightiest = sorted(mine or told, key=lambda p: -_disputed(context, p))
    first = [*dict.fromkeys(p.issue for p in weightiest)][:issues]
    return [p for p in mine or told if p.issue in first] or weightiest[:1]


def _stand(context: Context, party: str, chosen: list[Position], *, named: bool) -> Line:
    """What one party wants, by stance; where nothing is its own word, that."""
    text = (
        f"{_on_issue(context, chosen)}{context.phrases.the(party)} {listed(_by_stance(context, chosen, named=named))}"
    )
    also: list[str] = []
    if not own(context, chosen[0]):
        tellers = sorted({without_doubt(p.told_by or "") for p in chosen})
        whose = listed(sorted(map(context.phrases.introduced, tellers)))
        also = [c for one in tellers for c in context.phrases.post_claims(whose, one)]
        seems = APPARENTLY if any((p.told_by or "").endswith("?") for p in chosen) else ""
        text = f"{text}, {seems}according to {whose}; no report quotes {context.phrases.themselves(party)}"
    return context.lines.line(sentence(text), chosen, also=also)


def _on_issue(context: Context, positions: list[Position]) -> str:
    """`on wages, ` before positions on one issue that are mere amounts: `three and a half percent more`."""
    issue, title = positions[0].issue, context.phrases.issue(positions[0].issue)
    amounts = all(p.issue == issue and _AMOUNT.match(wanted(context, p)) for p in positions)
    named = any(says_all(wanted(context, p), word) for p in positions for word in title.split() if word[0].isalpha())
    return "" if not amounts or named or title.endswith("?") else f"on {context.phrases.about(issue)}, "


def _disputed(context: Context, position: Position) -> int:
    """How many parties stand on the same issue: what both speak of is told first."""
    return len(
        {p.party for p in context.standing if p.issue == position.issue and p.party in context.case.talks.parties}
    )


def _by_stance(context: Context, positions: list[Position], *, named: bool) -> Iterator[str]:
    """The acts, options of one stance under one verb; an option that is no noun has a verb of its own and its issue."""
    stances: dict[Stance, list[str]] = {}
    for position in positions:
        words = wanted(context, position) + only_if(context, position)
        if kind_of(wanted(context, position)) in (Kind.NOUN, Kind.NONE):
            stances.setdefault(position.stance, []).append(words + (_said(context, position) if named else ""))
    for stance, labels in stances.items():
        first = next(p for p in positions if p.stance == stance)
        yield f"{verb(context, first)} {listed(labels)}"
    for position in positions:
        if kind_of(wanted(context, position)) not in (Kind.NOUN, Kind.NONE):
            yield f"{act(context, position)} ({context.phrases.about(position.issue)})"


def _of_several(context: Context, position: Position) -> bool:
    """Whether the people of a party tell different things on one issue: then it is said who tells this."""
    same = [p for p in context.standing if p.party == position.party and p.issue == position.issue]
    return len({p.told_by for p in same}) > 1 and own(context, position)


def _said(context: Context, position: Position) -> str:
    """Who of the party tells it."""
    teller = without_doubt(position.told_by or "")
    return (
        f" ({context.phrases.name(teller)})" if teller and own(context, position) and teller != position.party else ""
    )
