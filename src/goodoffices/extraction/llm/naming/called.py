"""Whether a stretch calls somebody by what he is: `the company`, `the mediator`, where nobody else may be meant."""

import re
from collections.abc import Callable, Iterator, Sequence

from ....language.folding import Span
from ...mentions.names import Mention
from ...mentions.words import OFFICES
from ...roster.kinds import fits, kind_of
from ...roster.lexicon import CALLED
from ...roster.side import Side, bare
from .identity import Identity
from .names import tokens

_BESIDE = 12
"""Letters between a name and the office that makes somebody `the mediator`."""
_CALLED = re.compile(r"\b(?:the|this|its|their|his|her) ((?:[a-z-]+ ?){1,3})", re.I)
_PEOPLE = re.compile(r"[a-z]{4,}s|[a-z]*(?:men|women|people|folk)")
_HELPING = frozenset("mediator facilitator arbitrator conciliator convener moderator host guarantor".split())


class Called:
    """What people and sides of one report are called besides their names."""

    def __init__(self, identity: Identity, mentions: Callable[[], Sequence[Mention]]) -> None:
        self._identity, self._mentions, self._text = identity, mentions, identity.text

    def calls(self, name: str, span: Span) -> bool:
        """Whether a stretch calls somebody so."""
        heads = {word for match in _CALLED.finditer(span.of(self._text)) for word in match[1].lower().split()}
        if self._identity.who(name).person:
            return any(self._is_the(name, head) for head in heads & (OFFICES | _HELPING))
        return any(self._is_called(name, head) for head in heads)

    def _is_called(self, name: str, head: str) -> bool:
        if not self._identity.is_side(name):
            return False
        if head in {word for key in self._identity.who(name).keys for word in key.split()[-1:]}:
            return True
        if head not in CALLED:
            return self._is_one_of(name, head)
        return fits(head, name) or (not kind_of(name) and not self._identity.others_called(head, name))

    def _is_one_of(self, name: str, head: str) -> bool:
        """Whether a side is called by its people, `the farmers`, and no other side has these in its name."""
        if not _PEOPLE.fullmatch(head) or head not in tokens_of(name):
            return False
        others = [*self._identity.story.who.sides, *map(Side, self._identity.parties)]
        return not any(
            head in tokens_of(o) for s in others for o in s.names if not self._identity.is_alike(s.name, name)
        )

    def _is_the(self, name: str, head: str) -> bool:
        """Whether the office stands beside this name somewhere, and beside nobody else's."""
        identity = self._identity
        posts = {key for key, post in identity.posts.items() if head in post.lower().split()}
        posts |= {bare(person.name) for person in identity.story.cast.people.values() for post in person.posts
                  if head in post.lower().split()}  # fmt: skip
        bearers = posts or {bare(nearest) for nearest in self._beside(head)}
        return bool(bearers) and bearers <= identity.who(name).keys

    def _beside(self, head: str) -> Iterator[str]:
        """To whom an office belongs by where it stands: the person named next to it, each time it is printed."""
        people = [m for m in self._mentions() if m.kind == "P" and m.core[0] >= 0]
        for match in re.finditer(rf"\b{re.escape(head)}\b", self._text, re.I):
            near = [(min(abs(m.start - match.end()), abs(match.start() - m.end)), m.name) for m in people
                    if "\n" not in self._text[min(m.end, match.end()) : max(m.start, match.start())]]  # fmt: skip
            if near and (nearest := min(near))[0] <= _BESIDE:
                yield nearest[1]


def tokens_of(name: str) -> set[str]:
    """The words of a name, folded."""
    return {token.folded for token in tokens(name)}
