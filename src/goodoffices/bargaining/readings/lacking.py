"""Whether shares, named packages and questions may be given. The rule:

1. They are given only where every party whose consent counts has points, or, on every issue that is open, an order of its own or
   adopted by name.
2. An issue is open where red lines and links leave it two options or more. An order may leave pairs of them open, or options out:
   that is asked about, and told among what is not known.
3. What is assumed, or told by others and adopted by nobody, does not count here: a share that rests on it would be invented. In
   what is certain and what is impossible an assumption still counts, and is marked.

Else it is told what is certain, what is impossible, what is not known, and who lacks what.
"""

from collections.abc import Collection, Iterator, Sequence

import numpy as np

from ...talks import Order
from .agenda import Agenda
from .packages import packages_of
from .result import Unknown
from .sentences import Sentences, joined
from .statements import Entry, counting, wants_of

_WHY = "Shares, named packages and questions are not given, since nobody's wishes are invented."
_ADD = (
    "To have them, add to preferences.yaml an order on each of these issues, in the party's own word (`own`) or as another tells "
    "it and somebody adopts it (`told`, `adopted`); or points."
)


def lacks(sentences: Sentences, stated: Sequence[Entry], adopted: Collection[Entry] = ()) -> tuple[str, ...]:
    """Which party lacks what; nothing where shares may be given. `adopted`: entries that are taken as adopted."""
    found = []
    for party in sentences.agenda.parties:
        issues = sentences.by_file(_lacking(sentences.agenda, party, stated, adopted))
        if issues:
            names = joined(sentences.named(issue) for issue in issues)
            found.append(
                f"{sentences.party(party)} has no points, and no order of its own or adopted by name on {names}"
            )
    return tuple(found)


def why_no_more(sentences: Sentences, stated: Sequence[Entry]) -> tuple[str, ...]:
    """Why there are no shares, and what to add to have them, in sentences; nothing where they may be given."""
    lacking = lacks(sentences, stated)
    return (_WHY, *(f"{each}." for each in lacking), _ADD) if lacking else ()


def unknowns(sentences: Sentences, every: Sequence[Entry]) -> tuple[Unknown, ...]:
    """What is not known of each party's wishes: how it ranks options, how it weighs the issues, what it has without a deal."""
    stated = counting(every)
    return tuple(u for party in sentences.agenda.parties for u in _of(sentences, party, every, stated))


def _of(sentences: Sentences, party: str, every: Sequence[Entry], stated: Sequence[Entry]) -> Iterator[Unknown]:
    agenda, name = sentences.agenda, sentences.party(party)
    wants, open_ = wants_of(agenda, party, stated), _open(agenda, stated)
    ranked, missing = _ranked(agenda, party, stated), set(_lacking(agenda, party, stated))
    said: dict[str, list[int]] = {}
    for issue in sentences.by_file(open_) if wants.points is None else ():
        left = [option for option in open_[issue] if option not in ranked]
        if left:
            reason = _said(sentences, party, issue, every) if issue in missing else _left_out(sentences, left)
            said.setdefault(reason, []).append(issue)
    for reason, issues in said.items():
        text = f"How {name} ranks the options of {joined(map(sentences.named, issues))}: {reason}."
        keys = tuple(list(agenda.issues)[issue] for issue in issues)
        yield Unknown(party, "order", keys, issues[0] in missing, text)
    if wants.points is None and not wants.swings and len(open_) > 1:
        yield Unknown(party, "importance", (), False, f"How much each issue matters to {name}.")
    if not wants.no_deal_known:
        yield Unknown(party, "no deal", (), False, f"What {name} has if nothing is agreed.")


def _left_out(sentences: Sentences, options: Sequence[int]) -> str:
    return f"what is stated leaves out {joined(sentences.quoted(option) for option in options)}"


def _said(sentences: Sentences, party: str, issue: int, every: Sequence[Entry]) -> str:
    """What is said of an order that does not count."""
    key = list(sentences.agenda.issues)[issue]
    own = [e for e in every if e.party == party and isinstance(e.item, Order) and e.item.issue == key]
    kinds = {entry.basis.basis for entry in own}
    told = " ".join(dict.fromkeys(claim for entry in own if not entry.constrains for claim in entry.basis.told))
    parts = [f"told by others [{told}], and adopted by nobody"] if "told" in kinds else []
    return "; ".join(parts + (["only assumed"] if "assumed" in kinds else [])) or "nothing is stated"


def _lacking(agenda: Agenda, party: str, stated: Sequence[Entry], adopted: Collection[Entry] = ()) -> Iterator[int]:
    """The open issues on which a party has neither points nor an order that counts here."""
    if any(e.party == party and e.kind == "points" for e in stated):
        return
    ranked = _ranked(agenda, party, stated, adopted)
    yield from (issue for issue, options in _open(agenda, stated).items() if not ranked & set(options))


def _ranked(agenda: Agenda, party: str, stated: Sequence[Entry], adopted: Collection[Entry] = ()) -> set[int]:
    """The options that a party's orders name beside another."""
    found: set[int] = set()
    for entry in stated:
        basis = "adopted" if entry in adopted else entry.basis.basis
        if entry.party == party and isinstance(entry.item, Order) and basis in ("own", "adopted"):
            levels = [(level,) if isinstance(level, str) else level for level in entry.item.best_first]
            named = {agenda.numbers[entry.item.issue, option] for level in levels for option in level}
            found |= named if len(named) > 1 else set()
    return found


def _open(agenda: Agenda, stated: Sequence[Entry]) -> dict[int, list[int]]:
    """The issues to which red lines and links leave two options or more, with these options."""
    red = [option for party in agenda.parties for option in wants_of(agenda, party, stated).red]
    left = packages_of(agenda, red)
    found = {}
    for issue in range(len(agenda.issues)):
        options = np.unique(left.options(issue))
        if len(options) > 1:
            found[issue] = [int(option) for option in options]
    return found
