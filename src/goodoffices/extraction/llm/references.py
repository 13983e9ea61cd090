"""Who is meant in a stretch of a report: by name, by another name of the roster, or by a word that refers to somebody named.

The story of `plain` has it already: groups (`the Bostani delegation`), both sides, `we` of a party's own paper, `I` of a statement,
`the envoy` where one person only is one. Here a name that a model gives is held against it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ...language.folding import Span, fold
from ..mentions.names import Mention
from ..mentions.words import OFFICES
from ..plain.story import Story, read
from ..roster import NOTHING, Said
from ..roster.kinds import fits, kind_of
from ..roster.lexicon import CALLED
from ..roster.side import bare

REACH = 600
"""Letters before a stretch in which whoever it calls `he`, `it` or `the company` must have been named."""
NEAREST = 2
"""How many of those named last a pronoun may mean: of more, a reader would not know either."""
_BESIDE = 12
"""Letters between a name and the office that makes somebody `the mediator`."""
_HEAD, _FOOT = 300, 200
"""Letters of a report within which stands whose paper it is."""
_OWN = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|to me|[Yy]our)\b")
_SPEECH = re.compile(r"“[^”]*”|\"[^\"]*\"")
_PERSON = re.compile(r"\b(?:he|she|him|his|her|who|whom|whose)\b", re.I)
_SIDE = re.compile(r"\b(?:it|its|they|their|them|who|which|whose|"
    r"(?:the|this|that|same) (?:delegation|team|side|mission|body|group|pair|talks|two))\b", re.I)  # fmt: skip
_EVERYBODY = re.compile(
    r"\b(?:both|all three|all four|neither|each side|the (?:sides|parties|delegations|two|talks)|they|them)\b", re.I
)
_CALLED = re.compile(r"\b(?:the|this|its|their|his|her) ((?:[a-z-]+ ?){1,3})", re.I)
_HELPING = frozenset("mediator facilitator arbitrator conciliator convener moderator host guarantor".split())


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody as the report knows him: the names by which he is found."""

    keys: frozenset[str]
    person: bool


class References:
    """A report's mentions, asked whether a stretch speaks of somebody."""

    def __init__(self, text: str, said: Said = NOTHING) -> None:
        self.text, self._said = text, said
        self._known: dict[str, Who] = {}
        self._sides: dict[str, str] = {}
        self._posts: dict[str, str] = {}

    def learn(self, person: str, side: str | None, post: str | None) -> None:
        """Take what a proved claim tells of a person: his side, his post."""
        if side:
            self._sides.setdefault(bare(person), side)
        if post:
            self._posts.setdefault(bare(person), post)

    @cached_property
    def story(self) -> Story:
        """Who is named where; made when the first name has to be proved by it."""
        return read(self.text, self._said)

    @cached_property
    def mentions(self) -> list[Mention]:
        """Everybody who is named or meant, in the order of the text."""
        found = [m for scene in self.story.scenes for m in scene.mentions if m.kind in "PCGAB"]
        found.sort(key=lambda m: m.start)
        return list(self._near(found))

    def _near(self, found: list[Mention]) -> Iterator[Mention]:
        """Without pronouns of whom nobody was named as far back as a reader looks."""
        last: dict[str, int] = {}
        for mention in found:
            pronoun = mention.kind == "P" and self.text[mention.start : mention.end].lower() in ("he", "she")
            if not pronoun or mention.start - last.get(mention.name, -REACH - 1) <= REACH:
                last[mention.name] = mention.end
                yield mention

    def within(self, span: Span) -> list[Mention]:
        """The mentions that stand in a stretch, or reach into it."""
        return [m for m in self.mentions if m.start < span.end and span.start < m.end]

    def who(self, name: str) -> Who:
        """All names by which the report knows somebody."""
        if name not in self._known:
            self._known[name] = self._who(name)
        return self._known[name]

    def _who(self, name: str) -> Who:
        cast = self.story.cast
        person = cast.person(name)
        keys = {bare(name)} | ({bare(person.name)} if person else set())
        if person is None and (party := cast.party(name)):
            keys.add(bare(party))
        last = fold(name.split()[-1]) if name.split() else ""
        if person is None and last in map(fold, cast.people):
            return Who(frozenset(keys | {last}), True)  # the report prints the whole name nowhere else
        for side in self.story.who.sides:
            if keys & set(map(bare, side.names)):
                keys |= set(map(bare, side.names))
        return Who(frozenset(keys), person is not None)

    def is_same(self, mention: Mention, name: str) -> bool:
        """Whether a mention is of somebody; both sides are each of them."""
        if mention.kind == "B":
            return self.is_side(name)
        return bool({bare(mention.name), bare(self.text[mention.start : mention.end])} & self.who(name).keys)

    def is_alike(self, one: str, other: str) -> bool:
        """Whether two names are of one."""
        return bool(self.who(one).keys & self.who(other).keys)

    def is_named(self, name: str) -> bool:
        """Whether the report names somebody anywhere."""
        return any(self.is_same(mention, name) for mention in self.mentions)

    def is_side(self, name: str) -> bool:
        """Whether somebody is one of those who talk."""
        sides = {bare(n) for n in self.story.sides} | {bare(n) for side in self.story.who.parties for n in side.names}
        return bool(sides & self.who(name).keys)

    def speaks_for(self, mention: Mention, name: str) -> bool:
        """Whether a mention is of somebody, of whoever acts for him, or of the side for which he acts."""
        if self.is_same(mention, name):
            return True
        party = self.party_of(mention.name) if mention.kind == "P" else self.story.party_of(mention)
        own = self.party_of(name)
        return (party is not None and self.is_alike(party, name)) or (own is not None and self.is_same(mention, own))

    def party_of(self, name: str) -> str | None:
        """The side for which a person speaks, where the report, or a claim that was proved, tells."""
        person = self.story.cast.person(name)
        own = (self._sides.get(key) for key in ({bare(name)} | ({bare(person.name)} if person else set())))
        return next(filter(None, own), person.party if person else None)

    def may_speak_for(self, mention: Mention, name: str) -> bool:
        """The same, or a person of whom nothing tells for whom he acts."""
        unknown = mention.kind == "P" and self.party_of(mention.name) is None and not self.who(name).person
        return unknown or self.speaks_for(mention, name)

    def names(self, name: str, span: Span) -> bool:
        """Whether a stretch names somebody, in whatever form."""
        return any(self.speaks_for(m, name) for m in self.within(span))

    def refers(self, name: str, span: Span) -> bool:
        """Whether a stretch refers to somebody named shortly before, or to all who talk."""
        words = span.of(self.text)
        if self.is_side(name) and _EVERYBODY.search(words):
            return True
        if _OWN.search(_SPEECH.sub(" ", words)) and name in self._authors(name):
            return True
        pronoun = _PERSON if self.who(name).person else _SIDE
        return (pronoun.search(words) is not None and any(self._before(span, name))) or self.calls(name, span)

    def _before(self, span: Span, name: str) -> Iterator[bool]:
        """Of those of his kind who were named last, each whether it is he."""
        person, seen = self.who(name).person, list[Mention]()
        for mention in reversed(self.within(Span(max(span.start - REACH, 0), span.end))):
            if (
                mention.kind == "B"
                or (mention.kind == "P") != person
                or any(self.is_same(mention, s.name) for s in seen)
            ):
                continue
            seen.append(mention)
            yield self.is_same(mention, name)
            if len(seen) == NEAREST:
                return

    def _authors(self, name: str) -> tuple[str, ...]:
        """Those who may say `I` or `we` in the report's own voice: who is named at its head or foot."""
        ends = (Span(0, _HEAD), Span(max(len(self.text) - _FOOT, 0), len(self.text)))
        mine = any(self.is_same(m, name) for end in ends for m in self.within(end))
        return (name,) if mine or any(name in end.of(self.text) for end in ends) else ()

    def calls(self, name: str, span: Span) -> bool:
        """Whether a stretch calls somebody by what he is: `the company`, `the mediator`, where nobody else may be meant."""
        heads = {word for match in _CALLED.finditer(span.of(self.text)) for word in match[1].lower().split()}
        if self.who(name).person:
            return any(self._is_the(name, head) for head in heads & (OFFICES | _HELPING))
        return any(self._is_called(name, head) for head in heads)

    def _is_called(self, name: str, head: str) -> bool:
        if not self.is_side(name):
            return False
        if head in {word for key in self.who(name).keys for word in key.split()[-1:]}:
            return True
        if head not in CALLED:
            return False
        others = [side.name for side in self.story.who.parties if not self.who(side.name).keys & self.who(name).keys]
        return fits(head, name) or (not kind_of(name) and not any(fits(head, other) for other in others))

    def _is_the(self, name: str, head: str) -> bool:
        """Whether the office stands beside this name somewhere, and beside nobody else's."""
        posts = {key for key, post in self._posts.items() if head in post.lower().split()}
        posts |= {bare(person.name) for person in self.story.cast.people.values() for post in person.posts
                  if head in post.lower().split()}  # fmt: skip
        bearers = posts or {bare(nearest) for nearest in self._beside(head)}
        return bool(bearers) and bearers <= self.who(name).keys

    def _beside(self, head: str) -> Iterator[str]:
        """To whom an office belongs by where it stands: the person named next to it, each time it is printed."""
        people = [m for m in self.mentions if m.kind == "P" and m.core[0] >= 0]
        for match in re.finditer(rf"\b{re.escape(head)}\b", self.text, re.I):
            near = [(min(abs(m.start - match.end()), abs(match.start() - m.end)), m.name) for m in people]
            if near and (nearest := min(near))[0] <= _BESIDE:
                yield nearest[1]
