"""The analysis in words: each told state with who could leave it, what keeps them from leaving, and what would turn that."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...talks import Based, Conflict
from .concepts import Concept
from .flips import Flip
from .result import Stability
from .verdicts import SHOWN, Departure, Standing, Step, Verdict

_STANDING: dict[Standing, str] = {
    "nobody gains": "would hold: nobody gains by leaving it",
    "answered": "would hold: whoever leaves it must expect an answer that those who answer want to give",
    "threats": "would hold by threats only: those who answer somebody's leaving would gain nothing by it",
    "evaded": "would hold by threats only, and who leaves could evade one by going on",
    "open": "would not hold",
}
_TURNED: dict[Standing, str] = {
    "nobody gains": "would no longer hold",
    "answered": "would no longer hold",
    "threats": "would hold without threats",
    "evaded": "would hold without threats",
    "open": "would hold",
}
_MARKS = {"assumed": "assumed", "adopted": "told, adopted", "told": "told, not adopted"}
_CONCEPTS: dict[Concept, str] = {
    "nash": "Nash", "gmr": "GMR, general metarationality", "smr": "SMR, symmetric metarationality",
    "seq": "SEQ, sequential stability", "sim": "SIM, simultaneous stability",
}  # fmt: skip
_FEW = 20
"""So many equilibria are named one by one."""


@dataclass(frozen=True, slots=True)
class Told:
    """One state in words."""

    state: str
    status_quo: bool
    verdict: str
    lines: tuple[str, ...]
    """A sentence for each decision maker, each way to leave, and what would turn the verdict."""
    detail: str
    """The names of the concepts, by whom the state is stable."""


def grounds(conflict: Conflict) -> list[str]:
    """On what each ranking stands, where that must be said: assumed, told by others, or nothing at all."""
    lines = []
    for key in conflict.decision_makers:
        ground = conflict.basis.get(key)
        if ground is not None:
            lines.append(f"Ranking of {_plain_name(conflict, key)}: {_ground(ground)}")
        elif conflict.basis:
            lines.append(f"Ranking of {_plain_name(conflict, key)}: no ground is given")
    return lines


def _ground(ground: Based) -> str:
    if ground.basis == "own":
        return f"its own word ({', '.join(ground.own)})"
    if ground.assumed is not None:
        return f"assumed by {ground.assumed.by}: {ground.assumed.why}"
    told = f"told of it by others ({', '.join(ground.told)})"
    if ground.adopted is not None:
        return f"{told}, adopted by {ground.adopted.by}: {ground.adopted.why}"
    return f"{told}, and nobody has adopted it: what follows would hold only if it were so"


def told(stability: Stability) -> list[Told]:
    """The status quo and the equilibria in words."""
    return [_Teller(stability, verdict).told() for verdict in stability.verdicts]


def state_name(stability: Stability, state: int) -> str:
    """A state by its id and what it is: its text in graph form, the options taken up in option form."""
    key = stability.model.named([state])[0]
    if isinstance(key, int):
        text = stability.conflict.states[key]
        return f"{key} ({text})" if text else str(key)
    options = stability.conflict.options.items()
    taken = [option.title or name for (name, option), letter in zip(options, key, strict=True) if letter == "Y"]
    return f"{key} ({', '.join(taken) if taken else 'nothing taken up'})"


def _plain_name(conflict: Conflict, key: str) -> str:
    return conflict.decision_makers[key] or key


@dataclass(frozen=True)
class _Teller:
    """Puts one verdict into sentences."""

    stability: Stability
    verdict: Verdict

    def told(self) -> Told:
        """The whole of it."""
        lines = [self._marked_once(line) for line in (*self._ways_out(), *self._together(), self._flip())]
        today = self.stability.conflict.status_quo
        named = self.stability.model.named([self.verdict.state])[0]
        verdict = _STANDING[self.verdict.standing]
        return Told(
            state_name(self.stability, self.verdict.state), named == today, verdict, tuple(lines), self._detail()
        )

    def _state(self, state: int) -> str:
        """A state in words; the one that is spoken of by its id alone."""
        if state == self.verdict.state:
            return str(self.stability.model.named([state])[0])
        return state_name(self.stability, state)

    def _name(self, maker: int) -> str:
        """A decision maker's name, with a mark where its ranking is not its own word."""
        conflict, key = self.stability.conflict, self.stability.model.makers[maker]
        ground = conflict.basis.get(key)
        mark = "" if ground is None or ground.basis == "own" else f" [{_MARKS[ground.basis]}]"
        return _plain_name(conflict, key) + mark

    def _marked_once(self, line: str) -> str:
        """The line with each decision maker's mark at its first mention only."""
        for maker in range(len(self.stability.model.makers)):
            first, found, rest = line.partition(self._name(maker))
            line = first + found + rest.replace(self._name(maker), self._plain(maker))
        return line

    def _plain(self, maker: int) -> str:
        return _plain_name(self.stability.conflict, self.stability.model.makers[maker])

    def _ways_out(self) -> Iterator[str]:
        stays: dict[str, list[str]] = {}
        for maker in range(len(self.stability.model.makers)):
            leaving = [d for d in self.verdict.departures if d.maker == maker]
            yield from map(self._departure, leaving)
            if self.verdict.more[maker]:
                yield f"{self._name(maker)} has {self.verdict.more[maker]} more moves to states that it prefers"
            if not leaving:
                stays.setdefault(self._why_it_stays(maker), []).append(self._name(maker))
        for why, names in stays.items():
            yield f"{', '.join(names)}: {why}"

    def _why_it_stays(self, maker: int) -> str:
        moves = self.stability.model.moves.moves(maker, self.verdict.state)
        return "no move from here" if next(iter(moves), None) is None else "no move leads to a state that it prefers"

    def _departure(self, departure: Departure) -> str:
        who = self._name(departure.maker)
        move = f"{who} could go to {self._state(departure.to)}, which it prefers"
        if departure.kind is None:
            return f"{move}; whatever the others could do then, {who} would stay better off than now"
        path = self._path(departure.answer)
        if departure.kind == "seq":
            names = _joined(dict.fromkeys(self._name(step.maker) for step in departure.answer))
            return f"{move}; but {names} would not accept: {path}, and {who} would be no better off than now"
        losers = _joined(dict.fromkeys(self._name(step.maker) for step in departure.answer if not step.gains))
        threat = f"{move}; only a threat holds it back: {path}, by which {losers} would gain nothing"
        if departure.escape is None:
            return f"{threat}, and {who} would be no better off than now"
        on = self._state(departure.escape)
        return f"{threat}, and {who} would be no better off than now until it went on to {on}"

    def _path(self, answer: tuple[Step, ...]) -> str:
        first, *more = answer
        words = f"{self._name(first.maker)} could then go to {self._state(first.to)}"
        return words + "".join(f", and {self._name(step.maker)} on to {self._state(step.to)}" for step in more)

    def _together(self) -> Iterator[str]:
        moves = [move for move in self.stability.moves_together or () if move[0] == self.verdict.state]
        moves.sort(key=lambda move: len(self._leavers(move[2])))  # what lasts first
        for _, group, end in moves[:SHOWN]:
            leavers = _joined(self._name(k) for k in self._leavers(end))
            then = f", though {leavers} would gain by leaving that again" if leavers else ""
            names = _joined(self._name(k) for k in group)
            yield f"Together {names} could go to {self._state(end)}, which each of them prefers{then}"
        if len(moves) > SHOWN:
            yield f"{len(moves) - SHOWN} more moves that several could make together, each to prefer the end"

    def _leavers(self, state: int) -> list[int]:
        """Who gains by leaving a state."""
        nash = self.stability.tables.stable["nash"][:, state]
        return [k for k, stays in enumerate(nash) if not stays]

    def _flip(self) -> str:
        found = self.stability.flips[self.verdict.state]
        turned = _TURNED[self.verdict.standing]
        if found == "none":
            return (
                f"Whatever one state is moved in one ranking, it {'holds' if self.verdict.holds else 'does not hold'}"
            )
        if not isinstance(found, Flip):
            return "The smallest change of a ranking that would turn this is not computed: too many to try"
        moved, beside = self._state(found.moved), self._state(found.beside)
        count = "one comparison changes" if found.size == 1 else f"{found.size} comparisons change"
        return f"It {turned} if {self._name(found.maker)} ranked {moved} {found.place} {beside}: {count}"

    def _detail(self) -> str:
        parts = []
        for concept in self.stability.concepts:
            row = self.stability.tables.stable[concept][:, self.verdict.state]
            names = [maker for maker, yes in zip(self.stability.model.makers, row, strict=True) if yes]
            parts.append(f"{concept.upper()} {'all' if row.all() else ', '.join(names) or 'nobody'}")
        return "stable for: " + "; ".join(parts)


def _joined(names: Iterable[str]) -> str:
    return " and ".join(names)


def concept_names(stability: Stability) -> list[str]:
    """What the short names of the concepts stand for, and why one is not there."""
    lines = [f"{_CONCEPTS[c]}: {_how_many(stability, c)}" for c in stability.concepts]
    if stability.tables.why_no_sim:
        lines.append(f"{_CONCEPTS['sim']}: not computed: {stability.tables.why_no_sim}")
    return lines


def _how_many(stability: Stability, concept: Concept) -> str:
    count = len(stability.tables.equilibria(concept))
    few = stability.equilibria(concept) if count <= _FEW else []
    listed = f": {', '.join(map(str, few))}" if few else ""
    return f"{count} of {stability.model.states:,} states {'is' if count == 1 else 'are'} stable for all{listed}"
