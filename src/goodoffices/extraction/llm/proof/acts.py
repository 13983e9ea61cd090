"""Whose act some words tell: who opens them, or stands behind `by`. A claim that gives it to somebody else is not carried.

No grammar is read. Only where the words themselves leave no doubt is a claim thrown away; where they open otherwise, the names of
their sentence are proved and no more.
"""

import re

from ....language.folding import Span
from ....language.sentences import sentence_around
from ...mentions.names import Mention
from ...mentions.words import SPEECH, STANCE
from ..naming.names import Printed
from ..naming.quotes import direct, paragraph
from ..naming.references import References

_OPENING = re.compile(
    r"\s*(?:\d+[.)]\s|[*•–-]\s)?\s*(?:(?:(?i:the|a|an|both|mr|ms|mrs|dr|hon|only|but|and|also|while|that)|[A-Z][\w’'-]*)[\s,.]+)*"
)
_CLAUSE = re.compile(r"[;:—–]\s|,\s(?:and|while|but|whereas|although)\s|\b(?:which|that|whether|because|after)\s")
_TITLE_WORDS = 4
_JOINED = re.compile(r"\s*(?:,|and|, and|&|,? as well as)\s*(?:the |both )?", re.I)
_BY = re.compile(r"\b[Bb]y (?:the |both )?(?:[A-Z][\w’'-]* ){0,5}?$")
_WITHIN = re.compile(r"\b(?:that|which|who)\b")
_OWNS = re.compile(r"[’']s?\s+[a-z]")
_VERBS = "|".join(
    sorted({*SPEECH, *STANCE, "insisted", "asked", "grumbling", "rule out", "deny", "regret"}, key=len, reverse=True)
)
_VERB_FIRST = re.compile(rf"(?:{_VERBS})\b")
_SAYING = re.compile(
    rf"[,”\"’]?\s*(?:(?:has|have|had|is|are|did|do|does|not|didn['’]t|also|later|then|already|[a-z]+ly)\s+)*(?:{_VERBS})\b"
)
_SAID = re.compile(r"[,”\"’]\s*(?:said|says|added|wrote|replied|told \w+) (?:(?:the|a|an|its|their|his|her|our) )?$")
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
            acting = self._before(type_, subject, quote, around)
        return bool(acting) and not any(self._is(actor, subject) for actor in acting)

    def _is_anothers_part(self, type_: str, subject: str, quote: Span, around: Span) -> bool:
        refs = self._references
        if type_ == "mediation" and (acting := self.actors(quote)):
            return not any(self._is(actor, subject) for actor in acting) and self._printed.find(subject, quote) is None
        if type_ == "mediation" and self._names_another_body(subject, quote):
            return True
        person = refs.identity.who(subject).person
        if type_ == "person_post" and not person and refs.identity.is_side(subject):
            return True
        here = [m for m in refs.within(quote) if (m.kind == "P") == person and m.kind != "B"]
        if here or self._printed.hints_at(subject, quote):
            mine = any(refs.is_same(m, subject) for m in here) or self._printed.find(subject, quote) is not None
            return not mine and (person or not self._printed.hints_at(subject, quote))
        if not refs.is_named(subject) or refs.refers(subject, quote):
            return False
        acting = self._before(type_, subject, quote, around)
        return bool(acting) and not any(self._is(actor, subject) for actor in acting)

    def _names_another_body(self, subject: str, quote: Span) -> bool:
        """Whether the words name somebody who is no side, and not him: `under the auspices of the Union`."""
        named = [
            m
            for m in self._references.within(quote)
            if m.kind in "CGA" and not self._references.identity.is_side(m.name)
        ]
        return (
            bool(named) and not any(self._is(m, subject) for m in named) and not self._printed.hints_at(subject, quote)
        )

    def _is(self, actor: Mention, subject: str) -> bool:
        """Whether somebody who acts is the claim's subject, or may act for it."""
        if self._text[actor.start : actor.end].lower() in ("he", "she"):
            # Whom the rules take a pronoun for is the likeliest; a reader allows for the one named before him, too.
            return self._references.refers(subject, Span(actor.start, actor.end)) or self._references.speaks_for(
                actor, subject
            )
        return self._references.may_speak_for(actor, subject) or self._printed.hints_at(
            subject, Span(actor.start, actor.end)
        )

    def _before(self, type_: str, subject: str, quote: Span, around: Span) -> list[Mention]:
        """Who may act where the quote names nobody who does: who opens a clause before it, who stands last before it."""
        before = Span(around.start, quote.start)
        earlier = self._references.within(before)
        opening = [m for m in (*self._references.own_mentions(subject, before), *earlier) if self._opens(m, around)]
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
        if opening:  # `observers, who had been invited by Oman`: either may be meant
            opening += [m for m in here if _BY.search(self._text[quote.start : m.start])]
        return [actor for first in opening for actor in self._with_joined(first, here)]

    def speakers(self, quote: Span) -> list[Mention]:
        """Behind or before whose name the words have a verb of saying."""
        here = self._references.within(quote)
        return [m for m in here if _SAYING.match(self._text, m.end) or _SAID.search(self._text[quote.start : m.start])]

    def says_nearby(self, subject: str, quote: Span) -> bool:
        """Whether words in quotation marks are his who speaks next before or behind them, where their sentence names none."""
        around = sentence_around(self._text, quote)
        if not direct(self._text, quote) or self.speakers(around):
            return False
        there = self.speakers(paragraph(self._text, quote))
        before = [m for m in there if m.start < quote.start][-1:]
        near = before or [m for m in there if m.start >= quote.end][:1]
        return any(self._references.speaks_for(m, subject) or self._is(m, subject) for m in near)

    def _opens(self, mention: Mention, span: Span) -> bool:
        """Whether a mention opens the stretch, or a clause of it, with no more before it than a title."""
        if _VERB_FIRST.match(self._text, mention.start):
            return False  # a name that the rules read with its verb: `supports Sendara`
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
        named = [
            m for m in refs.within(quote) if m.kind in "CGA" and not refs.is_same(m, person) and not m.name.islower()
        ]
        if named:
            mine = any(refs.is_same(m, side) for m in named) or refs.authors.is_ours(side, quote)
            return not mine and not self._printed.hints_at(side, quote)
        own = refs.identity.party_of(person)
        if own is not None:
            return refs.is_named(own) and not refs.identity.is_alike(own, side)
        earlier = [m for m in refs.within(Span(around.start, quote.start)) if m.kind in "CGA"]
        near = [m for m in earlier if self._opens(m, around)][:1] + earlier[-1:]
        return bool(near) and not any(refs.is_same(m, side) for m in near)
