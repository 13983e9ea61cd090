"""Whom a stretch of words names: a body, a collective, a name, a person, or those who act for one."""

from dataclasses import replace

from ..mentions.words import HONORIFICS, OFFICES, RANKS
from .lexicon import (
    AGENT_MODIFIERS,
    AGENTS,
    ANY_NAME,
    DETERMINERS,
    DIRECTIONS,
    FIRM_WORDS,
    FOLLOWERS,
    KINDS,
    LOCAL_OFFICES,
    MEDIATORS,
    NEUTRAL_OFFICES,
    NO_SIDES,
    NOT_WHO,
    OF_ALL,
    OUR_PEOPLE,
    PLACES,
    PRESS,
    ROOMS,
    THIRD_HEADS,
    TIMES,
    TITLES,
    common,
    people,
    plural,
    singular,
)
from .phrase import WE, Group, Phrase
from .proper import ProperNames
from .stretches import ACRONYM

_PART_OF_NAMES = frozenset("mission panel executive command commission".split())
"""Bodies and not their people, where a capital makes them part of a name: `the Harbour Mission`."""
_OURS = frozenset("our your".split())
_BODIES = KINDS.keys() - {word for word, kind in KINDS.items() if kind == "people"}


class Bodies(ProperNames):
    """Reads whom a stretch names."""

    def _named(self, at: int, last: int) -> Phrase | None:
        """What the words from one place to another name, without what follows them."""
        words = self.words
        start, end = words[at].start, words[last - 1].end
        if at > 0 and words[at - 1].low in _OURS and words[last - 1].low in OUR_PEOPLE:
            return Phrase(start, end, (Group(WE, False),), True)
        if self._of_some(at, last):
            return Phrase(start, end, (Group(self._plain(at, last), True),))
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

    def _of_some(self, at: int, last: int) -> bool:
        """`Council of Chiefs`, `Movement of the Landless`: whoever stands behind `of` belongs to the name of a body."""
        words = self.words
        for n in range(at + 1, last - 1):
            if words[n].low == "of" and self.capital(n - 1) and words[n - 1].low in _BODIES and self.capital(last - 1):
                return words[last - 1].low in AGENTS or people(words[last - 1].low)
        return False

    def _of_members(self, owned: int, last: int) -> bool:
        """`the Teachers' Union`: the possessive belongs to the name."""
        before, after = self.words[owned - 1], self.words[owned + 1]
        capitals = self.capital(owned - 1) and self.capital(owned + 1)
        bodies = [n for n in range(owned + 1, min(last, owned + 4)) if self.words[n].low in KINDS]
        if capitals and (people(before.low) or after.low in KINDS) and after.low not in AGENTS:
            # `the Fishermen's Circle`, `the Ombudsman's Office`
            return people(before.low) or self.words[owned].text in "'’" or owned == last - 2
        if before.low in OF_ALL and self.capital(owned - 1) and bodies:
            return True
        many = people(before.low) or before.low in KINDS or after.low in KINDS
        plural = self.words[owned].text in "'’" and many
        return plural and bool(bodies) and after.low not in AGENTS

    def _owned(self, at: int, owned: int, last: int) -> Phrase | None:
        """`Costaria's government`, `Maniva's peace panel`, `Norway's offer`."""
        words = self.words
        inner = self._named(at, owned)
        right = self._named(owned + 1, last)
        start, end = words[at].start, words[last - 1].end
        low = words[last - 1].low
        if inner is not None and (inner.head or inner.person) and not inner.groups:
            if low in ROOMS and (low not in FOLLOWERS or self._receiving(at)):
                return replace(inner, end=end)
            if low in FOLLOWERS:
                # `Colonel Adebe's people`, `the mayor's office`: named by whose they are.
                return Phrase(start, end, (Group(self._plain(at, last), inner.person is not None),))
        if inner is None or not inner.groups:
            return replace(right, start=start) if right is not None else None
        if right is not None and right.groups and right.groups[0].named and not right.person:
            return replace(right, start=start)
        if right is not None and (right.agent or right.helper or right.person or not right.groups or low in ("panel",)):
            return Phrase(start, end, inner.groups, True, right.helper, person=right.person, head=right.head)
        if low == "office" or (inner.agent and low in KINDS):
            return Phrase(start, end, inner.groups, True)
        if right is not None and low in KINDS:
            of = inner.groups[0]
            return Phrase(
                start, end, (Group(self._plain(at, last), of.named, (of.name,) if KINDS[low] == "government" else ()),)
            )
        return Phrase(start, words[owned].end, inner.groups, owner=True)

    def _receiving(self, at: int) -> bool:
        """Whether something happened there: `in the harbour master's office`."""
        before = at - 1 - (at > 0 and self.words[at - 1].low in DETERMINERS)
        return before >= 0 and self.words[before].low in ("in", "at", "to", "outside", "inside")

    def _person(self, at: int, last: int) -> tuple[int, str] | None:
        """Where the name of a person begins that ends here, and the name."""
        start, end = self.words[at].start, self.words[last - 1].end
        first = self.known.people.get(end, -1)
        if first >= start:
            begin = next(n for n in range(at, last) if self.words[n].start >= first)
            low = self.words[last - 1].low
            made = last - begin > 1 and begin == at and low not in self.known.surnames
            said_a_body = begin > at and not self.capital(begin - 1) and self._names_a_body(begin - 1)
            if (
                not self._body_like(begin, last)
                and not said_a_body
                and not (made and (common(low) or common(singular(low))))
            ):
                return begin, " ".join(w.text for w in self.words[begin:last])
        return self._titled(at, last)

    def _names_a_body(self, at: int) -> bool:
        """`operator`, before `Bjelke Havn`: what stands behind is a body's name."""
        low = self.words[at].low
        return low in KINDS and not plural(low) and low not in AGENTS | TITLES and not self._is_title(at)

    def _titled(self, at: int, last: int) -> tuple[int, str] | None:
        """`facilitator Bronagh Teague`, `Arbitrator Swantje Brandt`: a title, and one to three capitals that are no common words."""
        begin = last
        while begin > at and last - begin < 4 and self._personal(begin - 1):
            begin -= 1
        if begin in (last, at) or not self._is_title(begin - 1):
            return None
        return begin, " ".join(w.text for w in self.words[begin:last])

    def _is_title(self, at: int) -> bool:
        low = self.words[at].low
        return low in TITLES or low in OFFICES or low in MEDIATORS or low in RANKS or low in HONORIFICS

    def _personal(self, at: int) -> bool:
        """Whether a word can be one of a person's name."""
        word = self.words[at]
        if not self.capital(at) or not word.text[0].isalpha() or (word.text.isupper() and len(word.text) > 3):
            return False
        return not (
            common(word.low) or word.low in KINDS or word.low in FIRM_WORDS or self._is_title(at) or people(word.low)
        )

    def _body_like(self, at: int, last: int) -> bool:
        low = self.words[last - 1].low
        first = self.words[at].low
        return low in KINDS or low in FIRM_WORDS or people(low) or low in PLACES or first in DIRECTIONS

    def _acts(self, at: int) -> bool:
        word = self.words[at]
        low = word.low
        if word.text[0].isupper() and at > 0 and (low in _PART_OF_NAMES or low not in OFFICES | AGENTS):
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
            w.text if self.capital(n) and not self.opens(n) else w.low
            for n, w in enumerate(self.words[at:stop], at)
            if w.text not in "'’"
        )
        inner = self._body(at, base, span) if base > at else None
        local = (
            self.words[head].low in LOCAL_OFFICES | NEUTRAL_OFFICES | MEDIATORS
            and inner is not None
            and all(not g.named or g.name.lower() in KINDS.keys() | NO_SIDES for g in inner.groups)
        )
        if (inner is None or not inner.groups) and person is None and self._body_of_agents(stop):
            return Phrase(*span, (Group(self._plain(at, stop), False),))  # `management`, `the bosses`
        if (inner is None or not inner.groups) and person is None and self._college(at, stop):
            return Phrase(*span, (Group(self._plain(at, stop), True),))
        if inner is None or not inner.groups or local:
            # `the provincial governor`: an office without a side.
            return Phrase(*span, (), True, mediates, person=person, head=words)
        groups = inner.groups
        if base < head and self.words[base].low == "government" and groups[0].named:
            groups = (Group(f"{groups[0].name} government", True),)
        return Phrase(*span, groups, True, mediates, person=person, head=words)

    def _college(self, at: int, stop: int) -> bool:
        """`the Harbour Commissioners`: those who act, all together under a name of their own."""
        inside = all(self.capital(n) and not self.opens(n) for n in range(at, stop))
        return inside and stop - at > 1 and plural(self.words[stop - 1].low)

    def _body_of_agents(self, stop: int) -> bool:
        """Whether those who act are a body of their own: `management`, `the bosses`, not `the panel`, which helps."""
        low = self.words[stop - 1].low
        return low in KINDS and low not in NEUTRAL_OFFICES | LOCAL_OFFICES

    def _body(self, at: int, last: int, span: tuple[int, int]) -> Phrase | None:
        """A body, a collective or a name."""
        words = self.words
        low = words[last - 1].low
        begin = at
        if low in MEDIATORS and not self.capital(last - 1):
            return Phrase(*span, (), helper=True, head=self._plain(at, last))
        lower = not (self.capital(last - 1) or words[last - 1].text.isdigit() or low in TIMES) or (
            self.opens(last - 1) and (low in KINDS or people(low)) and low not in self.known.names
        )
        capitals = [n for n in range(at, last) if self.capital(n) and not (self.opens(n) and self._lowers(n, last))]
        if last - at == 1 and self.opens(at) and low not in KINDS and not people(low) and self._lowers(at, last):
            return None
        if not lower:
            return self._proper(at, last, span)
        if not (low in KINDS or people(low)):
            if low in THIRD_HEADS or low in TITLES:
                return Phrase(*span, (), True, False, head=self._plain(at, last))
            return None
        named_by_place = low == "people" and last < len(words) and words[last].low == "of"
        if (not named_by_place and (low in NOT_WHO and (last - at == 1 or low not in KINDS))) or (
            low in PRESS and low not in KINDS
        ):
            return None
        if capitals:
            begin = capitals[0]
            name = self._plain(begin, last)
            core = " ".join(words[n].text for n in capitals)
            if low in ANY_NAME and (
                ACRONYM.fullmatch(core) or (len(capitals) > 1 and words[capitals[-1]].low in KINDS)
            ):
                return Phrase(*span, (Group(core, True),))
            return Phrase(*span, (Group(name, True),))
        name = self._plain(begin, last)
        return Phrase(*span, (Group(name, False),)) if name else None
