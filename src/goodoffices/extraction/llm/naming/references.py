"""Who is meant in a stretch of a report: by name, by another name of the roster, or by a word that refers to somebody named.

The story of `plain` has it already: groups (`the Bostani delegation`), both sides, `we` of a party's own paper, `I` of a statement,
`the envoy` where one person only is one. Here a name that a model gives is held against it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from ....language.folding import Span
from ...mentions.names import Mention
from ...roster import NOTHING, Said
from ...roster.kinds import kind_of
from ...roster.side import bare
from .authors import Authors
from .called import Called
from .described import Described
from .identity import Identity
from .names import Printed
from .quotes import paragraph

REACH = 600
"""Letters before a stretch in which whoever it calls `he`, `it` or `the company` must have been named."""
NEAREST = 2
"""How many of those named last a pronoun may mean: of more, a reader would not know either."""
_PERSON = re.compile(r"\b(?:he|she|him|his|her|who|whom|whose)\b", re.I)
_SIDE = re.compile(r"\b(?:it|its|they|their|them|who|which|whose|"
    r"(?:the|this|that|same) (?:delegation|team|side|mission|body|group|pair|talks|two))\b", re.I)  # fmt: skip
_SIDES = (
    "sides|parties|delegations|governments|countries|communities|villages|teams|negotiators|participants|groups|talks"
)
_EVERYBODY = re.compile(
    rf"\b(?:both|all (?:three|four|five|{_SIDES})|neither|each (?:side|party|delegation|other)|either side|one another|"
    rf"the (?:(?:two|three|four|five|negotiating|opposing|rival|warring) )?(?:{_SIDES}|two|three)|they|them)\b", re.I
)  # fmt: skip


class References:
    """A report's mentions, asked whether a stretch speaks of somebody."""

    def __init__(self, text: str, said: Said = NOTHING, printed: Printed | None = None) -> None:
        self.text, self.identity = text, Identity(text, said)
        self._printed = printed or Printed(text)
        self.authors = Authors(self._printed, self.within, self.is_same)
        self.described = Described(text, self._printed)
        self._called = Called(self.identity, lambda: self.mentions)

    @cached_property
    def mentions(self) -> list[Mention]:
        """Everybody who is named or meant, in the order of the text."""
        found = [m for scene in self.identity.story.scenes for m in scene.mentions if m.kind in "PCGAB"]
        found.sort(key=lambda m: m.start)
        return list(self._near(found))

    def _near(self, found: list[Mention]) -> Iterator[Mention]:
        """Without pronouns of whom nobody was named as far back as a reader looks."""
        last: dict[str, int] = {}
        for mention in found:
            pronoun = mention.kind == "P" and self._is_pronoun(mention)
            if not pronoun or mention.start - last.get(mention.name, -REACH - 1) <= REACH:
                last[mention.name] = mention.end
                yield mention

    def within(self, span: Span) -> list[Mention]:
        """The mentions that stand in a stretch, or reach into it."""
        return [m for m in self.mentions if m.start < span.end and span.start < m.end]

    def is_same(self, mention: Mention, name: str) -> bool:
        """Whether a mention is of somebody; both sides are each of them."""
        if mention.kind == "B":
            return self.identity.is_side(name)
        return bool({bare(mention.name), bare(self.text[mention.start : mention.end])} & self.identity.who(name).keys)

    def is_named(self, name: str) -> bool:
        """Whether the report names somebody anywhere."""
        return any(self.is_same(mention, name) for mention in self.mentions)

    def speaks_for(self, mention: Mention, name: str) -> bool:
        """Whether a mention is of somebody, of whoever acts for him, or of the side for which he acts."""
        if self.is_same(mention, name):
            return True
        party = self.identity.party_of(mention.name) if mention.kind == "P" else self.identity.story.party_of(mention)
        own = self.identity.party_of(name)
        return (party is not None and self.identity.is_alike(party, name)) or (
            own is not None and self.is_same(mention, own)
        )

    def may_speak_for(self, mention: Mention, name: str) -> bool:
        """The same, or a person of whom nothing tells for whom he acts."""
        unknown = (
            mention.kind == "P" and self.identity.party_of(mention.name) is None and not self.identity.who(name).person
        )
        return unknown or self.speaks_for(mention, name)

    def names(self, name: str, span: Span) -> bool:
        """Whether a stretch names somebody, in whatever form."""
        return any(self.speaks_for(m, name) for m in self.within(span))

    def is_in(self, name: str, span: Span) -> bool:
        """Whether a stretch names somebody himself, under any name of his."""
        return any(self.is_same(m, name) for m in self.within(span) if m.kind != "B")

    def refers(self, name: str, span: Span) -> bool:
        """Whether a stretch refers to somebody named shortly before, or to all who talk."""
        words, person = span.of(self.text), self._is_person(name)
        if self.identity.is_side(name) and _EVERYBODY.search(words):
            return True
        if self.authors.is_ours(name, span):
            return True
        if (_PERSON if person else _SIDE).search(words) and any(self._before(span, name)):
            return True
        return (not person and self._refers_to_its_own(name, span)) or self._called.calls(name, span)

    def _refers_to_its_own(self, name: str, span: Span) -> bool:
        """Whether a stretch refers to a person who speaks for a side: `he offered`, of the company's manager."""
        if not _PERSON.search(span.of(self.text)):
            return False
        return any(
            self.speaks_for(m, name) for m in islice(self._last(self._reach(span, person=True), person=True), NEAREST)
        )

    def _before(self, span: Span, name: str) -> Iterator[bool]:
        """Of those of his kind who were named last, each whether it is he."""
        person = self._is_person(name)
        reach = self._reach(span, person)
        last = self._last(reach, person, self.own_mentions(name, reach))
        return (self.is_same(mention, name) for mention in islice(last, NEAREST))

    def _reach(self, span: Span, person: bool) -> Span:
        """How far back a pronoun looks: to the start of its paragraph where this names a person before it, else farther."""
        start = max(paragraph(self.text, span).start, span.start - REACH, 0)
        near = Span(start, span.start)
        if person and any(m.kind == "P" and not self._is_pronoun(m) for m in self.within(near) if m.end <= span.start):
            return Span(start, span.end)
        return Span(max(span.start - REACH, 0), span.end)

    def _is_person(self, name: str) -> bool:
        """Whether somebody is a person; so is who bears two capitals, and the rules saw nowhere: `the vendor Ida Cruz`."""
        unseen = len(name.split()) > 1 and name.istitle() and not kind_of(name) and not self.is_named(name)
        return self.identity.who(name).person or (unseen and not self.identity.is_side(name))

    def _is_pronoun(self, mention: Mention) -> bool:
        return self.text[mention.start : mention.end].lower() in ("he", "she")

    def _last(self, reach: Span, person: bool, own: Sequence[Mention] = ()) -> Iterator[Mention]:
        """Those who are named in a stretch, the last one first, each once."""
        seen = list[Mention]()
        found = [m for m in self.within(reach) if m.kind != "B" and (m.kind == "P") == person]
        for mention in sorted([*found, *own], key=lambda m: m.start, reverse=True):
            if not any(self.is_same(mention, s.name) for s in seen):
                seen.append(mention)
                yield mention

    def own_mentions(self, name: str, within: Span) -> list[Mention]:
        """Where somebody is printed, whether or not the rules saw a person or a side there."""
        kind = "P" if self._is_person(name) else "C"
        return [
            Mention(kind, p.start, p.end, name)
            for p in self._printed.places(name)
            if within.start <= p.start < within.end
        ]
