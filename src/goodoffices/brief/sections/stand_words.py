"""Sentences on where a party stands: the act with its strength, who tells it, and that it is not the party's own word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...case import direction
from ...case.kinds import RESERVES
from ...case.seen import names_nobody
from ...language.wording import says_all
from ...talks import Position, Stance, without_doubt
from ..context import Context
from ..english import listed, sentence
from ..english.wording import Kind, inside, kind_of
from ..outline import Line
from ..tellers import leading
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
_STRENGTH: dict[Stance, int] = {
    "demands": 0, "refuses": 0, "calls_for": 1, "opposes": 1, "proposes": 2, "supports": 3, "accepts": 3,
}  # fmt: skip
"""The firmest first: where one of several positions is told, it is not the mildest."""
_FOREIGN_MOST = 3
"""Positions of a side that only others tell which stand at a glance."""
_AMOUNT = re.compile(
    r"(?:(?:a|an) (?:\w+ )?(?:rise|raise|increase|cut|reduction|decrease|fall) of|"
    r"\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|twice|double|a (?:third|quarter|half)|more|less"
    r"|fewer|the same)\b)", re.I,
)  # fmt: skip
"""How words begin that tell an amount, and not of what."""
_DOING = re.compile(r"(?:not )?[a-z]+ing (?:the|a|an|its|their|his|her|all|both|every|no) ")
"""A verb with its object as what is wanted: `keeping the mill open`."""
_INSISTS = {"demands": "insists on", "demand": "insist on", "demanded": "insisted on"}
"""Nobody `demands keeping` a thing."""
FOREIGN = "*"
"""Marks what is not the party's own word."""
GAPS = "A blank"
"""How the note on a table's gaps begins."""


def verb(context: Context, position: Position, by: str | None = None) -> str:
    """The act in the number of who acts, the party or one of its people: `demands`, `demand`."""
    one = _ONE[position.stance]
    if not context.phrases.plural(by or position.party):
        return one
    head, _, tail = one.partition(" ")
    return f"{head.removesuffix('s')} {tail}".strip()


def act(context: Context, position: Position, did: str | None = None) -> str:
    """`demands an immediate withdrawal`, `accepts that both read the same gauges`, `refuses: sold to the lower valley`."""
    return _act(context, position, did) + beside(context, position)


def beside(context: Context, position: Position) -> str:
    """What is told with a position wherever it is: its reserve, and on what it depends."""
    return _reserve(context, position) + only_if(context, position)


def only_if(context: Context, position: Position) -> str:
    """` only if the ford is opened`: on what a position depends; it is told wherever the position is."""
    return "".join(f" only if {inside(c.only_if, context.proper)}" for c in conditions(context, position))


def _act(context: Context, position: Position, did: str | None) -> str:
    words = wanted(context, position)
    kind, does = kind_of(words), acts_on(context, position, words, did)
    if kind in (Kind.NOUN, Kind.NONE):
        return f"{does} {words}"
    if kind is Kind.TO and position.stance in _TO:
        return f"{does} {words}"
    if kind is Kind.DO and position.stance == "refuses":
        return f"{does} to {words}"
    return f"{does} that {words}" if kind is Kind.CLAUSE and position.stance in _THAT else f"{does}: {words}"


def acts_on(context: Context, position: Position, words: str, did: str | None = None) -> str:
    """The verb before what is wanted: `demands`, and of something that is to be done `insists on`."""
    does = did or verb(context, position)
    return _INSISTS.get(does, does) if position.stance == "demands" and _DOING.match(words) else does


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
        return f"{words}: {PAST[position.stance]}{beside(context, position)}"
    return act(context, position)


def own(context: Context, position: Position) -> bool:
    """Whether the party, or somebody who speaks for it, tells the position."""
    told = position.told_by
    return told is None or context.phrases.side_of(without_doubt(told)) == position.party


def legend(context: Context) -> str:
    """What the mark means: where a teller is not named, nothing is said of whose word it is."""
    unnamed = any(names_nobody(context.phrases.name(without_doubt(p.told_by))) for p in context.standing if p.told_by)
    return f"{FOREIGN} Not in the party's own words{', or told by somebody who is not named' * unnamed}."


def teller(context: Context, position: Position) -> str:
    """Who tells it: ` (Rustem Umerov)`, ` (as reported, apparently by Volodymyr Zelensky) *`; else nothing."""
    told = position.told_by
    if told is None or told == position.party:
        return ""
    name, mark = context.phrases.the(without_doubt(told)), "" if own(context, position) else f" {FOREIGN}"
    # It stands in the party's own row, so that a role which names the party (`Head of delegation, Upper Tavnis`) names it twice.
    name = name if mark else context.phrases.role(name, position.party)
    if told.endswith("?"):
        return f" (as reported, {APPARENTLY}by {name}){mark}"
    return f", according to {name}{mark}" if mark else f" ({name})"


def led_in(context: Context, position: Position) -> str:
    """Who tells what is not the party's own word, before it: `according to Pavo Lindrel, `; nothing of what is."""
    return leading(context.phrases, position.told_by or "") if not own(context, position) else ""


def briefly(context: Context, issues: int, *, foreign: bool = True, hearsay: bool = True) -> Iterator[Line]:
    """A sentence for each party, in alphabetical order: what it wants on some issues (of none: its first position alone).

    `foreign`: of a party that is not heard itself all that another tells of it, and not one thing alone. Without `hearsay` it is
    only said that no report quotes it, where another party is quoted.
    """
    told = {
        party: [p for p in context.standing if p.party == party and not context.unread(p.claims)]
        for party in context.parties
    }
    chosen = {party: _chosen(context, stands, issues, foreign=foreign) for party, stands in told.items() if stands}
    unheard = [party for party in chosen if not own(context, chosen[party][0])]
    if hearsay or context.unsettled or len(unheard) == len(chosen):
        unheard = []
    parties = [party for party in _side_by_side(chosen) if party not in unheard]
    yield from _on_one_issue([_stand(context, p, chosen[p], told[p], named=issues > 0) for p in parties])
    if unheard:
        whom = context.phrases.themselves(unheard[0]) if len(unheard) == 1 else context.phrases.the_names(unheard)
        told_of = [position for party in unheard for position in chosen[party]]
        yield context.lines.line(sentence(f"no report quotes {whom}"), told_of)
    silent = [party for party in context.parties if not any(p.party == party for p in context.standing)]
    if silent and any(told.values()) and not context.unsettled:
        stand = "stand" if len(silent) > 1 or context.phrases.plural(silent[0]) else "stands"
        yield Line(sentence(f"no report tells where {context.phrases.the_names(silent)} {stand}"))


def _side_by_side(chosen: dict[str, list[Position]]) -> list[str]:
    """The parties in their order, but those that are told of on one issue next to each other, and before the others."""
    first = {party: stands[0].issue for party, stands in chosen.items()}
    shared = [issue for issue in dict.fromkeys(first.values()) if [*first.values()].count(issue) > 1]
    return sorted(first, key=lambda party: shared.index(first[party]) if first[party] in shared else len(shared))


def _on_one_issue(lines: Iterable[Line]) -> list[Line]:
    """The sentences; what two parties want on one issue, which each names first, as one: `On wages, A proposes ...; B ...`."""
    kept: list[Line] = []
    for line in lines:
        begun = re.match(r"On [^,;]+, ", line.text)
        if kept and begun and kept[-1].text.startswith(begun[0]):
            text = f"{kept[-1].text.removesuffix('.')}; {line.text.removeprefix(begun[0])}"
            claims, marks = (
                tuple(dict.fromkeys((*getattr(kept[-1], n), *getattr(line, n)))) for n in ("claims", "marks")
            )
            kept[-1] = replace(kept[-1], text=text, claims=claims, marks=marks)
        else:
            kept.append(line)
    return kept


def _chosen(context: Context, told: list[Position], issues: int, *, foreign: bool) -> list[Position]:
    """What is told of one party: its own word on the issues of which most speak; without any, what one of the others tells."""
    mine = [p for p in told if own(context, p)]
    weightiest = sorted(mine or told, key=lambda p: -_disputed(context, p))
    first_issue = weightiest[0].issue
    weightiest.sort(key=lambda p: _STRENGTH[p.stance] if p.issue == first_issue else len(_STRENGTH))
    if not mine:
        return [p for p in told if p.told_by == weightiest[0].told_by][: _FOREIGN_MOST if issues and foreign else 1]
    first = [*dict.fromkeys(p.issue for p in weightiest)][:issues]
    return [p for p in mine if p.issue in first] or weightiest[:1]


def _stand(context: Context, party: str, chosen: list[Position], told: list[Position], *, named: bool) -> Line:
    """What one party wants, by stance; who tells it, where only others do; where people of it want different things, each."""
    also: list[str] = []
    if not own(context, chosen[0]):
        teller = without_doubt(chosen[0].told_by or "")
        whose = context.phrases.introduced(teller)
        also = [*context.phrases.post_claims(whose, teller)]
        text = leading(context.phrases, chosen[0].told_by or "", whose) + _wants(context, party, chosen)
        text += _besides(context, chosen, told)
        text += "" if context.unsettled else f"; no report quotes {context.phrases.themselves(party)}"
    elif named and len({p.told_by for p in chosen}) > 1 and any(_of_several(context, p) for p in chosen):
        text = _each(context, party, chosen) + _besides(context, chosen, told)
    else:
        text = _wants(context, party, chosen) + _besides(context, chosen, told)
    return context.lines.line(sentence(text), chosen, also=also)


def _wants(context: Context, party: str, chosen: list[Position]) -> str:
    return f"{_on_issue(context, chosen)}{context.phrases.the(party)} {listed(_by_stance(context, chosen))}"


def _each(context: Context, party: str, chosen: list[Position]) -> str:
    """`for Ukraine, Volodymyr Zelensky supports a 30-day ceasefire; Rustem Umerov demands a full ceasefire`."""
    by: dict[str, list[Position]] = {}
    for position in chosen:
        told = without_doubt(position.told_by or "")
        by.setdefault(told if told in context.case.talks.people else party, []).append(position)
    acts = {one: f"{context.phrases.the(one)} {listed(_by_stance(context, some, by=one))}" for one, some in by.items()}
    if party in acts:  # what the party as such wants, then who speaks for it
        them = "them" if context.phrases.plural(party) else "it"
        begun = f"{acts.pop(party)}; speaking for {them}, "
    else:
        begun = f"for {context.phrases.the(party)}, "
    return f"{_on_issue(context, chosen)}{begun}{'; '.join(acts.values())}"


def _besides(context: Context, chosen: list[Position], told: list[Position]) -> str:
    """`, among other demands`, where more is told than stands here: by the same teller, on the same issue something as firm, or
    anything of a party whose only opponent is not heard.
    """
    first = chosen[0]
    same = [p for p in told if own(context, p) == own(context, first) and p not in chosen]
    if not own(context, first):
        more = [p for p in same if p.told_by == first.told_by]
    elif len(context.parties) == 2 and any(_unheard(context, party) for party in context.parties):
        more = same
    else:
        more = [p for p in same if p.issue == first.issue and _firmer(context, p, chosen)]
    demands = all(p.stance in ("demands", "calls_for") for p in more)
    return f", among other {'demands' if demands else 'things'}" * bool(more)


def _unheard(context: Context, party: str) -> bool:
    """Whether only others tell where a party stands."""
    stands = [p for p in context.standing if p.party == party]
    return bool(stands) and not any(own(context, p) for p in stands)


def _firmer(context: Context, position: Position, chosen: list[Position]) -> bool:
    """Whether a position may go further than those that are told; what is refused beside a demand does not."""
    ways = {direction(context.case.talks, told, position) for told in chosen if told.stance == position.stance}
    return bool(ways & {"harder", "other"}) or all(_STRENGTH[position.stance] < _STRENGTH[p.stance] for p in chosen)


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


def _by_stance(context: Context, positions: list[Position], by: str | None = None) -> Iterator[str]:
    """The acts, options of one stance under one verb; an option that is no noun has a verb of its own and its issue.

    `by`: who of the party acts.
    """
    stances: dict[Stance, list[str]] = {}
    for position in positions:
        words = wanted(context, position) + only_if(context, position)
        if kind_of(wanted(context, position)) in (Kind.NOUN, Kind.NONE):
            stances.setdefault(position.stance, []).append(words)
    for stance, labels in stances.items():
        first = next(p for p in positions if p.stance == stance)
        does = verb(context, first, by)
        yield f"{_INSISTS.get(does, does) if all(map(_DOING.match, labels)) else does} {listed(labels)}"
    for position in positions:
        if kind_of(wanted(context, position)) not in (Kind.NOUN, Kind.NONE):
            yield f"{act(context, position, verb(context, position, by))} ({context.phrases.about(position.issue)})"


def _of_several(context: Context, position: Position) -> bool:
    """Whether the people of a party tell different things on one issue: then it is said who tells this."""
    same = [p for p in context.standing if p.party == position.party and p.issue == position.issue]
    return len({p.told_by for p in same}) > 1 and own(context, position)
