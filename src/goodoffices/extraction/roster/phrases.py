"""The phrases of a sentence that can say who: bodies, collectives, names, and those who act for them.

`the Darvan army`, `Teachers' union leaders`, `Rail bosses at NetRail`, `the presidents of A and B`: a phrase is known by its head noun, by
capitals and by what it is joined to. Whether it is a party is not decided here but by what its clause says (`encounters`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...language.folding import fold
from ...language.sentences import Sentence
from ..mentions.runs import Token, tokens
from ..mentions.words import FUNCTION, HONORIFICS, OFFICES, RANKS
from .lexicon import (
    AGENT_MODIFIERS,
    AGENTS,
    ANY_NAME,
    FIRM_WORDS,
    KINDS,
    MEDIATORS,
    NOT_WHO,
    PLACES,
    PLURAL_ENDINGS,
    PRESS,
    SECTORS,
    STRIPPED,
    THIRD_HEADS,
    VERBS,
)

_SAYING_NOTHING = FUNCTION - KINDS.keys() - AGENTS - THIRD_HEADS
_LIMIT = 16
_DETERMINERS = frozenset("the a an its their his her our both all this that these those some several many".split())
_ACRONYM = re.compile(r"(?=[^a-zß-ÿ]*$)[A-ZÀ-Þ][\w.&-]*\d*|[A-Z][A-Z0-9]+s?|[A-Z]+-?\d+")


@dataclass(frozen=True, slots=True)
class Group:
    """Who can be a party: under its own name, or as what it is called in small letters."""

    name: str
    named: bool
    """Whether it is a name in capitals."""
    other: tuple[str, ...] = ()
    """Its acronym, in brackets behind it."""
    adjective: bool = False
    """Whether only an adjective names it: `the Vaskian counterpart`."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of the text that says who."""

    start: int
    end: int
    groups: tuple[Group, ...] = ()
    agent: bool = False
    """Whether it names people who act for the groups."""
    helper: bool = False
    """Whether it is said of them that they mediate."""
    owner: bool = False
    """Whether only something of theirs is named: `Norway's offer`."""
    employer: tuple[Group, ...] = ()
    """`pilots at SkyNord`: SkyNord."""
    person: str | None = None
    head: str = ""
    """The words that name an office, or a helper without a name of its own: `provincial governor`."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the rest of the text tells of its words."""

    people: frozenset[tuple[int, int]]
    """Where people are named."""
    small: frozenset[str]
    """Words that the text also writes in small letters."""
    names: frozenset[str]
    """Words that it writes as names inside a sentence."""


def phrases(sentence: Sentence, known: Known) -> list[Phrase]:
    """The phrases of a sentence, in its order."""
    words = _apart(tokens(sentence))
    reader = _Reader(words, known)
    found: list[Phrase] = []
    line = _DATELINE.match(sentence.text)
    at = next((n for n, w in enumerate(words) if w.start >= sentence.start + line.end()), 0) if line else 0
    while at < len(words):
        phrase, after = reader.phrase(at)
        if phrase is not None:
            found.append(phrase)
        at = max(after, at + 1)
    return found


_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ’' .-]+(?:,[^—–-]{0,40}?)?(?: \([^)]{2,40}\))?,? ?(?:—|–| -|--) ?|(?:[A-ZÀ-Þ][\w’']+ ?){1,3}(?:, [\w. ]{2,30})? \([^)]{2,30}\) ?[—–-] ?"
)
"""`ALGIERS, 4 June 2030 -`"""
_HELPED = re.compile(r"(.+)-(mediated|brokered|led|hosted|sponsored|facilitated|backed|convened|chaired|supervised)")


def _apart(words: Sequence[Token]) -> list[Token]:
    """`Norwegian-mediated` as two words."""
    found: list[Token] = []
    for word in words:
        match = _HELPED.fullmatch(word.text)
        if match is None:
            found.append(word)
        else:
            at = word.start + match.end(1)
            found += [Token(word.start, at, match[1]), Token(at + 1, word.end, match[2])]
    return found


class _Reader:
    """Reads phrases from the words of one sentence."""

    def __init__(self, words: Sequence[Token], known: Known) -> None:
        self.words = words
        self.known = known

    def phrase(self, at: int, deep: int = 0) -> tuple[Phrase | None, int]:
        """The phrase that begins at a word, and where the reading goes on."""
        last = self._reach(at)
        if last == at or self.words[last - 1].low in _FOES:
            return None, max(last, at + 1)
        shared = self._shared(at, last)
        if shared is not None:
            return shared
        while last > at:
            cut = self._cut(at, last)
            if cut is None:
                return None, last
            found = self._named(at, cut)
            if found is not None:
                return self._joined(found, cut, deep)
            last = self._before_run(at, cut)
            if last == at:
                return None, cut
        return None, max(last, at + 1)

    def _reach(self, at: int) -> int:
        """Where the words that stand together end."""
        words, last = self.words, at
        if words[at].low == "chair":
            return at
        while last < len(words) and last - at < _LIMIT and self._inside(at, last):
            last += 1
        if (
            last < len(words)
            and last > at
            and self.capital(last - 1)
            and words[last].low in ("of", "for", "on")
            and self._head(last - 1)
        ):
            more = last + 1 + (last + 1 < len(words) and words[last + 1].low == "the")
            if more < len(words) and (self.capital(more) or words[more].text.isdigit()) and not _joint(words, at, last):
                return max(last, self._reach_name(more))
        return last

    def _reach_name(self, at: int) -> int:
        first = at
        while at < len(self.words) and (
            self.capital(at) or self.words[at].text.isdigit() or (at > first and self.words[at].low in _TIMES)
        ):
            at += 1
        if (
            at + 1 < len(self.words)
            and self.words[at].low in ("of", "and", "for")
            and self.capital(at + 1)
            and self._head(at + 1)
        ):
            return self._reach_name(at + 1)
        return at

    def _head(self, at: int) -> bool:
        low = self.words[at].low
        return (
            low in KINDS
            or low in AGENTS
            or low in THIRD_HEADS
            or low in ("organisation", "organization", "league", "ministry")
        )

    def _inside(self, first: int, at: int) -> bool:
        word = self.words[at]
        if word.text in ("'s", "’s"):
            return at > first
        if word.text in "'’":
            return at > first and self.words[at - 1].low.endswith("s") and self.words[at - 1].end == word.start
        if not word.text[0].isalnum() or (word.text.isdigit() and at == first):
            return False
        if self.capital(at):
            return True
        if word.low in _SAYING_NOTHING or word.low in VERBS or word.low in _DETERMINERS or word.low in _SMALL:
            return word.low in ("three", "two", "joint", "international") and at > first
        if (
            word.low.endswith(("ed", "ing"))
            and at > first
            and word.low not in KINDS
            and word.low not in ("negotiating", "meeting", "ruling", "fishing", "mining", "teaching")
        ):
            return False  # a verb, where a noun stands before it
        return not word.low.endswith("ly") or word.low in KINDS

    def capital(self, at: int) -> bool:
        """Whether a word is written as a name."""
        word = self.words[at]
        if not (word.text[0].isupper() or (word.text[:2] in ("al", "el") and word.capital)):
            return False
        if word.low in _SAYING_NOTHING or word.low in VERBS and at == 0:
            return word.text in ("US", "UN") or (
                at > 0 and word.low in ("first", "joint", "international", "press") and self._next_capital(at)
            )
        return word.low not in _DETERMINERS and word.low not in _TIMES

    def _next_capital(self, at: int) -> bool:
        return at + 1 < len(self.words) and self.words[at + 1].text[:1].isupper()

    def _cut(self, at: int, last: int) -> int | None:
        """Up to the last word that can be a head: a name, or a noun that names a body or its people."""
        for end in range(last, at, -1):
            word = self.words[end - 1]
            if (
                self.capital(end - 1)
                or word.low in KINDS
                or word.low in AGENTS
                or word.low in THIRD_HEADS
                or _people(word.low)
            ):
                if (
                    word.low in AGENT_MODIFIERS
                    and word.low not in KINDS | dict.fromkeys(AGENTS | THIRD_HEADS)
                    and not self.capital(end - 1)
                ):
                    continue
                return end
            if end == last and (word.text.isdigit() or word.low in _TIMES) and end - 2 > at:
                return end
        return None

    def _before_run(self, at: int, cut: int) -> int:
        """Where the name begins that ends here, or the word: of a name that is none of ours no part is one."""
        last = cut - 1
        while self.capital(cut - 1) and last > at and self.capital(last - 1):
            last -= 1
        return last

    def _shared(self, at: int, last: int) -> tuple[Phrase, int] | None:
        """`the Mbeka and Tolo communities`, `government and rebel negotiators`: two, with one head behind the second."""
        words = self.words
        if last >= len(words) or words[last].low != "and":
            return None
        stop = self._reach(last + 1)
        if stop <= last + 1 or not (_plural(words[stop - 1].low) and words[stop - 1].low in KINDS.keys() | AGENTS):
            return None
        first, second = self._plain(at, last), self._plain(last + 1, stop - 1)
        head = words[stop - 1].low
        if not first or not second or any(w in AGENTS or _people(w) for w in (words[last - 1].low,)):
            return None
        names = any(self.capital(n) for n in range(last + 1, stop - 1))
        if head in AGENTS and head not in ("members", "elders"):
            if not (names or words[stop - 2].low in KINDS):
                return None
            groups = tuple(self._group(a, b) for a, b in ((at, last), (last + 1, stop - 1)))
            agent = True
        else:
            if not names or self._known_body(at, last):
                return None
            single = _singular(head)
            groups, agent = (
                (Group(f"{first} {single}", True, (first,)), Group(f"{second} {single}", True, (second,))),
                False,
            )
        return Phrase(words[at].start, words[stop - 1].end, groups, agent), stop

    def _known_body(self, at: int, last: int) -> bool:
        return self.words[last - 1].low in KINDS

    def _plain(self, at: int, last: int) -> str:
        """The words as one name, without what is only said of it."""
        while at < last - 1 and self.words[at].low in STRIPPED and not (self.capital(at) and at > 0):
            at += 1
        text = ""
        for number in range(at, last):
            word = self.words[number]
            glue = "" if not text or word.text in ("'s", "’s", "'", "’") else " "
            text += glue + (word.low if number == 0 and self._lowers(number, last) else word.text)
        return text

    def _lowers(self, at: int, last: int) -> bool:
        """Whether the first word of a sentence is a common one, whose capital is the sentence's."""
        word = self.words[at]
        if word.text.isupper() and len(word.text) > 1:
            return False
        if word.low in self.known.names:
            return False
        if at + 1 < last and any(self.capital(n) for n in range(at + 1, last)):
            return False
        return (
            word.low in self.known.small
            or word.low in SECTORS
            or word.low in KINDS
            or _people(word.low)
            or word.low in AGENTS
        )

    def _group(self, at: int, last: int) -> Group:
        name = self._plain(at, last)
        name = "rebels" if name == "rebel" else name
        name += "s" * name.endswith("lander")  # the people: `Lower Islanders`
        capital = any(self.capital(n) and not (n == 0 and self._lowers(0, last)) for n in range(at, last))
        return Group(name, capital)

    def _named(self, at: int, last: int) -> Phrase | None:
        """What the words from one place to another name, without what follows them."""
        words = self.words
        start, end = words[at].start, words[last - 1].end
        person = self._person(at, last)
        owned = next((n for n in range(last - 1, at, -1) if words[n].text in ("'s", "’s", "'", "’")), None)
        if owned is not None and owned < last - 1 and not self._of_members(owned, last):
            return self._owned(at, owned, last)
        if owned == last - 1:
            inner = self._named(at, owned)
            return replace(inner, end=end, owner=True) if inner is not None and inner.groups else None
        stop = person[0] if person is not None else last
        name = person[1] if person is not None else None
        head, mediates = stop, False
        while head > at and self._acts(head - 1):
            mediates |= words[head - 1].low in MEDIATORS
            head -= 1
        if head < stop or person is not None:
            return self._acting(at, head, stop, (start, end), name, mediates)
        return self._body(at, last, (start, end))

    def _of_members(self, owned: int, last: int) -> bool:
        """`the Teachers' Union`: the possessive belongs to the name."""
        before, after = self.words[owned - 1], self.words[owned + 1]
        if (
            before.low in _OF_ALL
            and self.capital(owned - 1)
            and any(w.low in KINDS for w in self.words[owned + 1 : min(last, owned + 4)])
        ):
            return True
        if (
            self.words[owned].text in "'’"
            and self.capital(owned - 1)
            and self.capital(owned + 1)
            and after.low in KINDS
        ):
            return True
        if self.capital(owned - 1) and self.capital(owned + 1) and owned == last - 2 and after.low in KINDS:
            return True  # `the Ombudsman's Office`
        return self.words[owned].text in "'’" and (_people(before.low) or before.low in KINDS) and any(
            self.words[n].low in KINDS for n in range(owned + 1, last) if n - owned <= 3) and after.low not in AGENTS  # fmt: skip

    def _owned(self, at: int, owned: int, last: int) -> Phrase | None:
        """`Costaria's government`, `Maniva's peace panel`, `Norway's offer`."""
        words = self.words
        inner = self._named(at, owned)
        right = self._named(owned + 1, last)
        start, end = words[at].start, words[last - 1].end
        if inner is None or not inner.groups:
            return replace(right, start=start) if right is not None else None
        if right is not None and right.groups and right.groups[0].named and not right.person:
            return replace(right, start=start)
        low = words[last - 1].low
        if right is not None and (right.agent or right.helper or right.person or not right.groups or low in ("panel",)):
            return Phrase(start, end, inner.groups, True, right.helper, person=right.person, head=right.head)
        if right is not None and low in KINDS:
            return Phrase(start, end, (Group(self._plain(at, last), inner.groups[0].named, (inner.groups[0].name,)),))
        return Phrase(start, words[owned].end, inner.groups, owner=True)

    def _person(self, at: int, last: int) -> tuple[int, str] | None:
        """Where the name of a person begins that ends here, and the name."""
        start, end = self.words[at].start, self.words[last - 1].end
        for first, stop in self.known.people:
            if stop == end and first >= start:
                begin = next(n for n in range(at, last) if self.words[n].start >= first)
                if not self._body_like(begin, last):
                    return begin, " ".join(w.text for w in self.words[begin:last])
        return None

    def _body_like(self, at: int, last: int) -> bool:
        low = self.words[last - 1].low
        return low in KINDS or low in FIRM_WORDS or _people(low) or low in PLACES

    def _acts(self, at: int) -> bool:
        word = self.words[at]
        low = word.low
        if word.text[0].isupper() and at > 0 and low not in OFFICES and low not in AGENTS:
            return False
        return low in AGENTS or low in MEDIATORS or low in OFFICES or low in HONORIFICS or low in RANKS

    def _acting(
        self, at: int, head: int, stop: int, span: tuple[int, int], person: str | None, mediates: bool
    ) -> Phrase:
        """People who act for what is named before them."""
        base = head
        while (
            base > at
            and self.words[base - 1].low in AGENT_MODIFIERS
            and not (self.capital(base - 1) and self.words[base - 1].low in KINDS and base > 1)
        ):
            if self.words[base - 1].low in ("government", "union", "community", "village") and (
                base - 1 == at or not self.capital(base - 2)
            ):
                break  # `government negotiators` act for the government
            base -= 1
        words = " ".join(
            w.text if self.capital(n) and n > 0 else w.low
            for n, w in enumerate(self.words[at:stop], at)
            if w.text not in "'’"
        )
        inner = self._body(at, base, span) if base > at else None
        if inner is None or not inner.groups:
            # `the provincial governor`: an office without a side.
            return Phrase(*span, (), True, mediates, person=person, head=words)
        groups = inner.groups
        if base < head and self.words[base].low == "government" and groups[0].named:
            groups = (Group(f"{groups[0].name} government", True),)
        return Phrase(*span, groups, True, mediates, person=person, head=words)

    def _body(self, at: int, last: int, span: tuple[int, int]) -> Phrase | None:
        """A body, a collective or a name."""
        words = self.words
        low = words[last - 1].low
        begin = at
        if low in MEDIATORS and not self.capital(last - 1):
            return Phrase(*span, (), helper=True, head=self._plain(at, last))
        lower = not (self.capital(last - 1) or words[last - 1].text.isdigit() or low in _TIMES) or (
            last - 1 == 0 and (low in KINDS or _people(low)) and low not in self.known.names
        )
        capitals = [n for n in range(at, last) if self.capital(n) and not (n == 0 and self._lowers(0, last))]
        if last - at == 1 and at == 0 and low not in KINDS and not _people(low) and self._lowers(0, 1):
            return None
        if not lower:
            return self._proper(at, last, span)
        if not (low in KINDS or _people(low)):
            if low in THIRD_HEADS:
                return Phrase(*span, (), True, False, head=self._plain(at, last))
            return None
        if low in NOT_WHO or (low in PRESS and low not in KINDS):
            return None
        if capitals:
            begin = capitals[0]
            name = self._plain(begin, last)
            core = " ".join(words[n].text for n in capitals)
            if low in ANY_NAME and (
                _ACRONYM.fullmatch(core) or (len(capitals) > 1 and words[capitals[-1]].low in KINDS)
            ):
                return Phrase(*span, (Group(core, True),))
            return Phrase(*span, (Group(name, True),))
        name = self._plain(begin, last)
        return Phrase(*span, (Group(name, False),)) if name else None

    def _proper(self, at: int, last: int, span: tuple[int, int]) -> Phrase | None:
        """A name in capitals; small words before it are only said of it."""
        words = self.words
        begin = last - 1
        while begin > at and (self.capital(begin - 1) or words[begin].text in _POSSESSIVE or words[begin - 1].text in _POSSESSIVE or words[begin].text.isdigit() or words[begin - 1].text.isdigit()
                              or (words[begin - 1].low in ("of", "for", "the", "and", "on"))):  # fmt: skip
            begin -= 1
        while begin < last and words[begin].low in ("the", "of", "and", "for"):
            begin += 1
        if begin < last and begin == 0 and words[0].low in STRIPPED | _SAYING_NOTHING and last - begin > 1:
            begin += 1
        if begin >= last:
            return None
        low = words[last - 1].low
        one = last - begin == 1
        if (
            (low in PRESS and KINDS.get(low) is None)
            or (low in PLACES and low not in FIRM_WORDS)
            or (one and (low in _TIMES or (low in NOT_WHO and begin == 0) or low in _SAYING_NOTHING or len(low) == 1))
        ):
            return None
        if (
            words[begin].low in PLACES
            and not one
            and words[begin].low
            in ("hotel", "palace", "mount", "lake", "ms", "mv", "radio", "café", "cafe", "camp", "port")
            and low not in KINDS
        ):
            return None
        if words[begin].low in ("café", "cafe", "hotel", "radio", "ms", "mv"):
            return None
        if one and not low in KINDS and begin > 0 and words[begin - 1].low in _IN:
            return None
        return Phrase(*span, (replace(self._group(begin, last), named=True),))

    def _joined(self, found: Phrase, last: int, deep: int) -> tuple[Phrase | None, int]:
        """With the acronym behind it, and with those of whom it is: `representatives of A and B`, `bosses at NetRail`."""
        words = self.words
        if (
            last + 2 < len(words)
            and words[last].text == "("
            and words[last + 2].text == ")"
            and _ACRONYM.fullmatch(words[last + 1].text)
        ):
            if len(found.groups) == 1:
                group = found.groups[0]
                found = replace(found, groups=(replace(group, other=(*group.other, words[last + 1].text)),))
            found, last = replace(found, end=words[last + 2].end), last + 3
        if found.owner or deep > 2 or last + 1 >= len(words):
            return found, last
        link = words[last].low
        low = words[last - 1].low
        if link == "of" or (link in ("for", "from") and found.agent and not found.groups):
            return self._of(found, low, last, deep)
        if link == "at" and not found.person and (low in AGENTS or _people(low)):
            begin = last + 1 + (words[last + 1].low == "the")
            more, after = self.phrase(begin, deep + 1) if begin < len(words) else (None, last)
            if more is not None and more.groups and more.groups[0].named and not more.agent:
                if low in AGENTS and not found.groups and not found.helper:
                    return Phrase(found.start, more.end, more.groups, True), after
                return replace(found, end=more.end, employer=more.groups), after
        return found, last

    def _of(self, found: Phrase, low: str, last: int, deep: int) -> tuple[Phrase | None, int]:
        words = self.words
        begin = last + 1
        while begin < len(words) and (words[begin].low in _DETERMINERS or words[begin].low in ("both",)):
            begin += 1
        more, after = self.phrase(begin, deep + 1) if begin < len(words) else (None, last)
        if more is None or not (more.groups or more.owner):
            if not found.groups and (found.agent or found.helper):
                return found, last
            if low in KINDS:
                stop = self._reach(begin)
                if stop > begin and (
                    low in ("ministry", "department", "school", "board")
                    or (_people(low) or KINDS[low] in ("community", "council"))
                    and self.capital(begin)
                ):
                    name = (
                        f"{found.groups[0].name} of {' '.join(w.text for w in words[begin:stop])}"
                        if found.groups
                        else ""
                    )
                    return (
                        (Phrase(found.start, words[stop - 1].end, (Group(name, False),)), stop)
                        if name
                        else (found, last)
                    )
            return found, last
        groups = more.groups
        plural = (
            _plural(low)
            or "joint" in fold(found.groups[0].name if found.groups else "").split()
            or (low == "commission" and _listed(words, after))
        )
        while plural and after + 1 < len(words) and (words[after].low == "and" or words[after].text == ","):
            begin = after + 1
            begin += begin < len(words) and words[begin].low == "and"
            while begin < len(words) and words[begin].low in (*_DETERMINERS, "of", "from"):
                begin += 1
            again, further = self.phrase(begin, deep + 1) if begin < len(words) else (None, after)
            if again is None or not again.groups or again.agent or again.owner:
                break
            groups, after, more = (*groups, *again.groups), further, again
        end = more.end
        if found.agent or found.helper or low in AGENTS or low in ("elders", "members") or len(groups) > 1:
            return Phrase(found.start, end, groups, True, found.helper, person=found.person, head=found.head), after
        if not found.groups:
            return None, after
        own = found.groups[0]
        if low in KINDS and not more.agent:
            text = _between(words, last, after)
            return Phrase(
                found.start,
                end,
                (
                    Group(
                        f"{own.name} {text}",
                        own.named or groups[0].named,
                        (groups[0].name, *groups[0].other) if low in _RULERS else (),
                    ),
                ),
            ), after
        return found, last


_IN = frozenset("in near outside inside into via".split())
_FOES = frozenset(
    "foe foes rival opponent opponents enemy enemies adversary adversaries neighbour neighbours neighbor ally allies".split()
)
_POSSESSIVE = ("'", "’", "'s", "’s")
_OF_ALL = frozenset(
    "people women citizens citizen workers worker farmers peasants soldiers children men writers masters".split()
)
_RULERS = frozenset("government kingdom republic city state county district authorities".split())
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split()
)
_SMALL = frozenset(
    "not never also again then later still both after before since until when while that who which whose whom how why there here per cent percent out off up down "
    "against amid despite via through throughout within yet ago early late once early unless because".split()
)


def _joint(words: Sequence[Token], at: int, last: int) -> bool:
    """Whether the words before `of` name those of whom something is, and not a body with a name: `the Joint Commission of A and B`."""
    return any(w.low in ("joint", "delegations", "representatives", "elders") for w in words[at:last]) or (
        words[last - 1].low in AGENTS and words[last - 1].low not in KINDS
    )


def _listed(words: Sequence[Token], at: int) -> bool:
    return at < len(words) and words[at].low == "and"


def _between(words: Sequence[Token], first: int, last: int) -> str:
    text = ""
    for word in words[first:last]:
        glue = "" if not text or word.text in ("'s", "’s", "'", "’", ")") or text.endswith("(") else " "
        text += glue + word.text
    return text


def _plural(low: str) -> bool:
    return low.endswith("s") or low in ("crew", "people", "clergy", "women", "fishermen", "police")


def _singular(low: str) -> str:
    return low[:-3] + "y" if low.endswith("ies") else low[:-1] if low.endswith("s") else low


def _people(low: str) -> bool:
    """Whether a word names many people by what they do: `fishermen`, `smallholders`."""
    return (
        KINDS.get(low) == "people"
        or low.endswith(PLURAL_ENDINGS)
        or (
            low.endswith(("men", "women"))
            and len(low) > 5
            and low not in ("spokesmen", "gentlemen", "regimen", "specimen")
        )
    )
