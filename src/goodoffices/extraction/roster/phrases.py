"""The phrases of a sentence that can say who: bodies, collectives, names, and those who act for them.

`the Darvan army`, `Teachers' union leaders`, `Rail bosses at NetRail`, `the presidents of A and B`: a phrase is known by its head noun, by
capitals and by what it is joined to. Whether it is a party is not decided here but by what its clause says (`encounters`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ...language.folding import fold
from ...language.sentences import Sentence
from ..mentions.runs import Token, tokens
from .bodies import Bodies
from .kinds import kind_of
from .lexicon import (
    AGENT_MODIFIERS,
    AGENTS,
    ANY_NAME,
    DETERMINERS,
    FOES,
    KINDS,
    MATTERS,
    OFFICES_OF_A_MATTER,
    RULERS,
    SEATS,
    people,
    plural,
    singular,
)
from .phrase import Group, Known, Phrase
from .stretches import ACRONYM


def phrases(sentence: Sentence, known: Known) -> list[Phrase]:
    """The phrases of a sentence, in its order."""
    words = _apart(tokens(sentence))
    reader = _Reader(words, known)
    found: list[Phrase] = []
    line = _DATELINE.match(sentence.text, 0, 120)
    at = next((n for n, w in enumerate(words) if w.start >= sentence.start + line.end()), 0) if line else 0
    while at < len(words):
        phrase, after = reader.phrase(at)
        if phrase is not None:
            found.append(phrase)
            while after < len(words) and words[after].start < phrase.end:
                after += 1
        at = max(after, at + 1)
    return found


_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ’' .-]+(?:,[^—–-]{0,40}?)?(?: \([^)]{2,40}\))?,? ?(?:—|–| -|--) ?|[A-ZÀ-Þ][A-ZÀ-Þ’' -]+, \d{1,2} [\w.]{3,10} \([^)]{2,40}\) ?|(?:[A-ZÀ-Þ][\w’']++ ?){1,3}(?:, [\w. ]{2,30})? \([^)]{2,30}\) ?[—–-] ?"
)
"""`ALGIERS, 4 June 2030 -`"""
_HELPED = re.compile(r"(.+)-(mediated|brokered|led|hosted|sponsored|facilitated|backed|convened|chaired|supervised)")


def _apart(words: Sequence[Token]) -> Sequence[Token]:
    """`Norwegian-mediated` as two words."""
    if not any("-" in word.text for word in words):
        return words
    found: list[Token] = []
    for word in words:
        match = _HELPED.fullmatch(word.text)
        if match is None:
            found.append(word)
        else:
            at = word.start + match.end(1)
            found += [
                Token(word.start, at, match[1], match[1].lower()),
                Token(at + 1, word.end, match[2], match[2].lower()),
            ]
    return found


class _Reader(Bodies):
    """Reads phrases from the words of one sentence."""

    def phrase(self, at: int, deep: int = 0) -> tuple[Phrase | None, int]:
        """The phrase that begins at a word, and where the reading goes on."""
        last = self._reach(at)
        if last == at or self.words[last - 1].low in FOES:
            return None, max(last, at + 1)
        shared = self._shared(at, last)
        if shared is not None:
            return shared
        while last > at:
            cut = self._cut(at, last)
            if cut is None:
                return None, last
            if cut < len(self.words) and self.words[cut].low in SEATS:
                return None, cut + 1
            found = self._named(at, cut)
            if found is not None:
                return self._joined(found, cut, deep)
            last = self._before_run(at, cut)
            if last == at:
                return None, cut
        return None, max(last, at + 1)

    def _shared(self, at: int, last: int) -> tuple[Phrase, int] | None:
        """`the Mbeka and Tolo communities`, `government and rebel negotiators`: two, with one head behind the second."""
        words = self.words
        if last >= len(words) or words[last].low != "and":
            return None
        stop = self._reach(last + 1)
        if stop <= last + 1 or not (plural(words[stop - 1].low) and words[stop - 1].low in KINDS.keys() | AGENTS):
            return None
        first, second = self._plain(at, last), self._plain(last + 1, stop - 1)
        head = words[stop - 1].low
        if not first or not second or any(w in AGENTS or people(w) for w in (words[last - 1].low,)):
            return None
        names = any(self.capital(n) for n in range(last + 1, stop - 1))
        if head in AGENTS and head not in ("members", "elders"):
            if not (names or words[stop - 2].low in KINDS):
                return None
            groups = tuple(self._group(a, b) for a, b in ((at, last), (last + 1, stop - 1)))
            agent = True
        else:
            if not names or words[last - 1].low in KINDS:
                return None
            single = singular(head)
            groups, agent = (
                (Group(f"{first} {single}", True, (first,)), Group(f"{second} {single}", True, (second,))),
                False,
            )
        return Phrase(words[at].start, words[stop - 1].end, groups, agent), stop

    def _joined(self, found: Phrase, last: int, deep: int) -> tuple[Phrase | None, int]:
        """With the acronym behind it, and with those of whom it is: `representatives of A and B`, `bosses at NetRail`."""
        words = self.words
        last += last + 3 < len(words) and words[last].text == "." and words[last + 1].text == "("  # `Corp. (MLC)`
        if (
            last + 2 < len(words)
            and words[last].text == "("
            and words[last + 2].text == ")"
            and ACRONYM.fullmatch(words[last + 1].text)
        ):
            if len(found.groups) == 1:
                group = found.groups[0]
                found = replace(found, groups=(replace(group, other=(*group.other, words[last + 1].text)),))
            found, last = replace(found, end=words[last + 2].end), last + 3
        if found.owner or deep > 2 or last + 1 >= len(words):
            return found, last
        link = words[last].low
        low = words[last - 1].low
        if link == "of" or (
            link in ("for", "from") and found.agent and not found.groups and low not in ("envoy", "representative")
        ):
            return self._of(found, low, last, deep)
        if link == "at" and not found.person and (low in AGENTS or people(low)):
            begin = last + 1 + (words[last + 1].low == "the")
            more, after = self.phrase(begin, deep + 1) if begin < len(words) else (None, last)
            if more is not None and more.groups and more.groups[0].named and not more.agent:
                if low in AGENTS and not found.groups and not found.helper:
                    return Phrase(found.start, more.end, more.groups, True), after
                return replace(found, end=more.end, employer=more.groups), after
        return found, last

    def _of(self, found: Phrase, low: str, last: int, deep: int) -> tuple[Phrase | None, int]:
        """With those of whom it is: `representatives of A and B`, `Government of Zembia`."""
        more, after = self._behind(last + 1, deep)
        if more is None or not (more.groups or more.owner):
            return self._of_a_matter(found, low, last)
        if self._matter(low, last, more):
            return replace(found, end=more.end), after
        groups, more, after = self._and_of(found, low, more, after, deep)
        if low in ANY_NAME and groups[0].named and len(groups) == 1 and kind_of(groups[0].name):
            return replace(found, end=more.end, groups=groups), after  # `rebels of the Ridge Front`
        if found.agent or found.helper or low in AGENTS or low in ("elders", "members") or len(groups) > 1:
            return replace(found, end=more.end, groups=groups, agent=True, owner=False, employer=()), after
        if not found.groups:
            return None, after
        if self._is_person_of(found):
            # `Thabiso Radebe of the street vendors`
            return replace(
                found, end=more.end, groups=groups, agent=True, owner=False, person=found.groups[0].name
            ), after
        if low not in KINDS or more.agent:
            return found, last
        own, first = found.groups[0], groups[0]
        name = f"{own.name} {_between(self.words, last, after)}"
        other = (first.name, *first.other) if low in RULERS else ()
        return Phrase(found.start, more.end, (Group(name, own.named or first.named, other),)), after

    def _is_person_of(self, found: Phrase) -> bool:
        """Whether two or three capitals, none of them a common word, stand before the `of`: a person of a body."""
        name = found.groups[0].name.split() if len(found.groups) == 1 and found.groups[0].named else []
        if not 1 < len(name) < 4 or found.employer or kind_of(found.groups[0].name):
            return False
        at = next(n for n, word in enumerate(self.words) if word.end >= found.end) + 1
        return all(self._personal(n) for n in range(at - len(name), at))

    def _matter(self, low: str, last: int, more: Phrase) -> bool:
        """`Minister of Health`: what stands behind is his matter, and nobody's name."""
        named = more.groups[0].name if len(more.groups) == 1 and not more.agent else ""
        before = self.words[last - 2].low if last > 1 else ""
        if low not in OFFICES_OF_A_MATTER or not named or before in AGENT_MODIFIERS:
            return False
        head = fold(named).split()[-1]
        return head in MATTERS or (not kind_of(named) and head not in self.known.names - {fold(named)})

    def _behind(self, begin: int, deep: int, besides: tuple[str, ...] = ()) -> tuple[Phrase | None, int]:
        """The phrase that begins behind some articles."""
        while begin < len(self.words) and (self.words[begin].low in DETERMINERS or self.words[begin].low in besides):
            begin += 1
        return self.phrase(begin, deep + 1) if begin < len(self.words) else (None, begin)

    def _of_a_matter(self, found: Phrase, low: str, last: int) -> tuple[Phrase | None, int]:
        """`ministry of education`, `residents of Mill Lane`: what stands behind names nobody, and belongs to the name."""
        begin = last + 1 + (last + 1 < len(self.words) and self.words[last + 1].low in DETERMINERS)
        if not found.groups or low not in KINDS or begin >= len(self.words):
            return found, last
        matter = low in ("ministry", "department", "school", "board")
        local = (people(low) or KINDS[low] in ("community", "council")) and self.capital(begin)
        stop = self._reach(begin)
        if stop == begin or not (matter or local):
            return found, last
        name = f"{found.groups[0].name} of {' '.join(w.text for w in self.words[begin:stop])}"
        return Phrase(found.start, self.words[stop - 1].end, (Group(name, False),)), stop

    def _and_of(
        self, found: Phrase, low: str, more: Phrase, after: int, deep: int
    ) -> tuple[tuple[Group, ...], Phrase, int]:
        """All of whom people are: `envoys of A, B and C`."""
        words, groups = self.words, more.groups
        joint = "joint" in fold(found.groups[0].name if found.groups else "").split()
        several = (
            plural(low) or joint or (low == "commission" and words[after : after + 1] and words[after].low == "and")
        )
        while several and after + 1 < len(words) and (words[after].low == "and" or words[after].text == ","):
            begin = after + 1
            begin += begin < len(words) and words[begin].low == "and"
            again, further = self._behind(begin, deep, ("of", "from"))
            if again is None or not again.groups or again.agent or again.owner:
                break
            groups, after, more = (*groups, *again.groups), further, again
        return groups, more, after


def _between(words: Sequence[Token], first: int, last: int) -> str:
    text = ""
    for word in words[first:last]:
        glue = "" if not text or word.text in ("'s", "’s", "'", "’", ")", ",") or text.endswith("(") else " "
        text += glue + word.text
    return text
