"""What the mediation asks a side, as far as a program can read it.

1. Words that name an issue ask about it: by its title, or by a word of its title. A word of several titles means the one that ends
   with it: of "Summer water" and "Water fee" it is the first that is about water.
2. Words that name none and ask for positions ask about all.
3. Words that ask why ask for a reason: on the issues that they name, else on what the side spoke of last. Words that ask what
   matters, and name no issue, ask for what the side likes best to say.
4. Words that begin with the name of a side are for that side alone. Words that name another side, and not the one that hears them
   nor "you", are about that other: where it sits they are for it, and where it does not a program cannot answer them.
5. What was answered is asked no more; an issue that is only mentioned is no question to a side that has taken a position on it.
6. What was asked last is answered first.
7. A question of which none of this can be read asks something that a program cannot answer, and it says so.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from goodoffices.language.folding import Folded, fold
from goodoffices.proceedings import Public, SeatView
from goodoffices.proceedings.events import PositionTaken, Said

from .addressed import about_another, for_another

_POSITIONS = frozenset("position positions want wants need needs accept demand demands".split())
"""In words that name no issue: what asks for positions on all."""
_REASONS = frozenset("why reason reasons hard difficult".split())
_MATTERS = frozenset("matter matters important interest interests concern concerns".split())
_LITTLE = frozenset("the a an and at of for to in on by with or".split())
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Asked:
    """What waits for a side's answer in a meeting."""

    issues: tuple[str, ...] = ()
    """On which it is asked for a position."""
    why: bool = False
    """Whether it is asked for a reason."""
    reasons: tuple[str, ...] = ()
    """The issues on which; none where none was named."""
    matters: bool = False
    """Whether it is asked what matters to it, and not why it said what it said."""
    unread: bool = False
    """Whether it is asked something that no program can read."""


def asked_of(view: SeatView, meeting: str, party: str | None) -> Asked:
    """What the mediation asked a party in a meeting, and it has not answered since."""
    public, positions, taken, spoken = view.known.public, dict[str, int](), set[str](), Asked()
    for number, seen in view.feed:
        match seen.what:
            case Said() as said if said.meeting == meeting and said.by in public.mediation:
                if not for_another(view, said, party):
                    spoken = read = _read_by(public, said.words, party)
                    fresh = (issue for issue in read.issues if "?" in said.words or issue not in taken)
                    positions |= dict.fromkeys(fresh, number)
            case Said() as said if said.meeting == meeting and public.party(said.by) == party:
                spoken = Asked()
            case PositionTaken() as took if took.meeting == meeting and took.side == party:
                positions.pop(took.issue, None)
                taken.add(took.issue)
    order = {issue: place for place, issue in enumerate(public.issues)}
    issues = tuple(sorted((one for one in order if one in positions), key=lambda one: (-positions[one], order[one])))
    return replace(spoken, issues=issues)


def _read_by(public: Public, words: str, party: str | None) -> Asked:
    """What words ask a party; of another side it can say nothing."""
    return Asked(unread="?" in words) if about_another(public, words, party) else _read(public, words)


def _read(public: Public, words: str) -> Asked:
    text = Folded.of(words)
    said = frozenset(_WORD.findall(text.letters))
    named = tuple(named_issues(public, words))
    if said & (_REASONS | _MATTERS):
        return Asked(why=True, reasons=named, matters=not said & _REASONS)
    if named:
        return Asked(issues=named)
    if said & _POSITIONS:
        return Asked(issues=tuple(public.issues))
    return Asked(unread="?" in words)


def named_issues(public: Public, words: str) -> Iterable[str]:
    """The issues that a text names, in their order."""
    titles = tuple((id_, issue.title) for id_, issue in public.issues.items())
    text = Folded.of(words)
    said = frozenset(map(_one, _WORD.findall(text.letters)))
    sure, shared = _words(titles)
    found = {id_ for id_, title in titles if next(text.find(title), None) is not None}
    found |= {sure[word] for word in said if word in sure}
    if not found:
        found = {id_ for word in said if word in shared for id_ in shared[word]}
    return (id_ for id_, _ in titles if id_ in found)


@cache
def _words(titles: tuple[tuple[str, str], ...]) -> tuple[Mapping[str, str], Mapping[str, tuple[str, ...]]]:
    """The words that mean one issue, and those that may mean several."""
    of: dict[str, dict[str, bool]] = {}
    for id_, title in titles:
        words = [_one(word) for word in _WORD.findall(fold(title)) if word not in _LITTLE]
        for word in words:
            of.setdefault(word, {})[id_] = word == words[-1]
    last = {word: [id_ for id_, ends in there.items() if ends] for word, there in of.items()}
    sure = {word: (last[word] or [*there])[0] for word, there in of.items() if len(there) == 1 or len(last[word]) == 1}
    return sure, {word: tuple(there) for word, there in of.items() if word not in sure}


def _one(word: str) -> str:
    """A word without the ending of several."""
    return word.removesuffix("s") if len(word) > 3 else word
