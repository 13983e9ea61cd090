"""Whose act some words tell: who opens them, or stands behind `by`. A claim that gives it to somebody else is not carried.

No grammar is read. Only where the words themselves leave no doubt is a claim thrown away; where they open otherwise, the names of
their sentence are proved and no more.
"""

import re

from ...language.folding import Span
from ..mentions.names import Mention
from .names import Printed
from .references import References

_OPENING = re.compile(
    r"\s*(?:\d+[.)]\s|[*•–-]\s)?\s*(?:(?:(?i:the|a|an|both|mr|ms|mrs|dr|hon|only|but|and|also|while|that)|[A-Z][\w’'-]*)[\s,.]+)*"
)
_CLAUSE = re.compile(r"[;:—–]\s|,\s(?:and|while|but|whereas|although)\s|\b(?:which|that|whether|because|after|if)\s")
_TITLE_WORDS = 4
_JOINED = re.compile(r"\s*(?:,|and|, and|&|,? as well as)\s*(?:the |both )?", re.I)
_BY = re.compile(r"\b[Bb]y (?:the |both )?(?:[A-Z][\w’'-]* ){0,5}?$")
_WITHIN = re.compile(r"\b(?:that|which|who)\b")
_OWNS = re.compile(r"[’']s?\s+[a-z]")
_SAYING = re.compile(
    r"[,”\"’]?\s*(?:has |have |had |also |later |then )*(?:said|says|told|adds?|added|argued|claimed|claims|"
    r"insisted|warned|denied|stressed|wrote|asked|replied)\b"
)
_SAID = re.compile(r"[,”\"’]\s*(?:said|says|added|wrote|replied|told \w+) (?:the )?$")
_ACTS = frozenset({"position", "decision", "statement"})
"""Types whose subject does something."""
_PARTS = frozenset({"mediation", "attendance", "absence", "person_post", "delegation", "signature"})
"""Types that tell of somebody's own part: the words name him, whoever acts in them."""


class Acts:
    """A report's words, asked whose act they tell."""

    def __init__(self, references: References, printed: Printed) -> None:
        self._references, self._printed = references, printed
        self._text = references.text

    def is_of_another(self, type_: str, subject: str, quote: Span, around: Span) -> bool:
        """Whether the quoted words tell the act, or the part, of somebody else."""
        if type_ in _PARTS:
            return self._is_anothers_part(type_, subject, quote, around)
        return type_ in _ACTS and self._is_anothers_act(type_, subject, quote, around)

    def _is_anothers_act(self, type_: str, subject: str, quote: Span, around: Span) -> bool:
        acting = self.actors(quote)
        if type_ == "statement" and acting and self._is(acting[0], subject):
            return False
        acting = self.speakers(quote) if type_ == "statement" else acting
        if not acting and self._references.refers(subject, quote):
            return False
        if not acting and self._references.is_named(subject):
            acting = self._before(type_, quote, around)
        return bool(acting) and not any(self._is(actor, subject) for actor in acting)

    def _is_anothers_part(self, type_: str, subject: str, quote: Span, around: Span) -> bool:
        refs = self._references
        if type_ == "mediation" and (acting := self.actors(quote)):
            return not any(self._is(actor, subject) for actor in acting) and self._printed.find(subject, quote) is None
        person = refs.who(subject).person
        if type_ == "person_post" and not person and refs.is_side(subject):
            return True
        here = [m for m in refs.within(quote) if (m.kind == "P") == person and m.kind != "B"]
        if here or self._printed.hints_at(subject, quote):
            mine = any(refs.is_same(m, subject) for m in here) or self._printed.find(subject, quote) is not None
            return not mine and (person or not self._printed.hints_at(subject, quote))
        if not refs.is_named(subject) or refs.refers(subject, quote):
            return False
        acting = self._before(type_, quote, around)
        return bool(acting) and not any(self._is(actor, subject) for actor in acting)

    def _is(self, actor: Mention, subject: str) -> bool:
        """Whether somebody who acts is the claim's subject, or may act for it."""
        return self._references.may_speak_for(actor, subject) or self._printed.hints_at(
            subject, Span(actor.start, actor.end)
        )

    def _before(self, type_: str, quote: Span, around: Span) -> list[Mention]:
        """Who may act where the quote names nobody who does: who opens a clause before it, who stands last before it."""
        earlier = self._references.within(Span(around.start, quote.start))
        opening = [m for m in earlier if self._opens(m, around)]
        found = [*opening[:1], *opening[-1:], *earlier[-1:]]
        return found + (self.speakers(around) if type_ == "statement" else [])

    def actors(self, quote: Span) -> list[Mention]:
        """Who acts by the words: who stands behind `by`, else who opens a clause of them."""
        here = self._references.within(quote)
        passive = [
            m for m in here if _BY.search(before := self._text[quote.start : m.start]) and not _WITHIN.search(before)
        ]
        if passive:
            return self._with_joined(passive[0], here)
        opening = [m for m in here if self._opens(m, quote)]
        return [actor for first in opening for actor in self._with_joined(first, here)]

    def speakers(self, quote: Span) -> list[Mention]:
        """Behind or before whose name the words have a verb of saying."""
        here = self._references.within(quote)
        return [m for m in here if _SAYING.match(self._text, m.end) or _SAID.search(self._text[quote.start : m.start])]

    def _opens(self, mention: Mention, span: Span) -> bool:
        """Whether a mention opens the stretch, or a clause of it, with no more before it than a title."""
        before = self._text[span.start : mention.start]
        clause = _CLAUSE.split(before)[-1]
        opened = len(clause.split()) <= _TITLE_WORDS and _OPENING.fullmatch(clause) is not None
        return opened and mention.kind != "A" and not _OWNS.match(self._text, mention.end)

    def _with_joined(self, first: Mention, here: list[Mention]) -> list[Mention]:
        found = [first]
        for mention in here[here.index(first) + 1 :]:
            if not _JOINED.fullmatch(self._text, found[-1].end, mention.start):
                break
            found.append(mention)
        return found

    def side_is_another(self, person: str, side: str, quote: Span, around: Span) -> bool:
        """Whether the words put somebody on another side than the claim does."""
        refs = self._references
        named = [m for m in refs.within(quote) if m.kind in "CGA" and not refs.is_same(m, person)]
        if named:
            return not any(refs.is_same(m, side) for m in named) and not self._printed.find(side, quote)
        own = refs.party_of(person)
        if own is not None:
            return refs.is_named(own) and not refs.is_alike(own, side)
        earlier = [m for m in refs.within(Span(around.start, quote.start)) if m.kind in "CGA"]
        near = [m for m in earlier if self._opens(m, around)][:1] + earlier[-1:]
        return bool(near) and not any(refs.is_same(m, side) for m in near)
