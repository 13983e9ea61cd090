"""For which side words are, and about which: by the names of the sides.

A side is named by its whole name, in any case, or by the word of it that no other side's name has, with its capital letter: of
Upper Tavnis and Lower Tavnis "Upper" and "Lower", and not "a lower fee".
"""

import re
from collections.abc import Iterator

from goodoffices.language.folding import Folded, fold
from goodoffices.proceedings import Public, SeatView
from goodoffices.proceedings.events import Said

from .heard import parties_in

_YOU = frozenset("you your yours".split())
_WORD = re.compile(r"[^\W_]+")


def for_another(view: SeatView, said: Said, party: str | None) -> bool:
    """Whether words in a meeting are for another side than this: they begin with its name, or are about it and it sits there."""
    public = view.known.public
    begins = {id_ for id_, name in public.parties.items() if _begins_with(public, said.words, id_, name)}
    if begins:
        return party not in begins
    there = view.facts.meetings.get(said.meeting)
    others = _others(public, said.words, party)
    return bool(there and others & {*parties_in(public, there)})


def about_another(public: Public, words: str, party: str | None) -> bool:
    """Whether words are about another side, and not about the one that hears them."""
    return bool(_others(public, words, party))


def _others(public: Public, words: str, party: str | None) -> frozenset[str]:
    """The other sides that words are about; none where the side itself is meant, too."""
    named = frozenset(_named(public, words))
    return frozenset() if party in named or _YOU & {*_WORD.findall(fold(words))} else named


def _named(public: Public, words: str) -> Iterator[str]:
    text, said = Folded.of(words), frozenset(_WORD.findall(words))
    for id_, name in public.parties.items():
        if next(text.find(name), None) is not None or said & _own_words(public, id_):
            yield id_


def _begins_with(public: Public, words: str, id_: str, name: str) -> bool:
    if fold(words).startswith(fold(name)):
        return True
    first = _WORD.match(words)
    return bool(first and first[0] in _own_words(public, id_) and words[first.end() :].lstrip()[:1] in (",", ":"))


def _own_words(public: Public, id_: str) -> frozenset[str]:
    """The words with a capital letter that this side's name alone has."""
    rest = {word for other, name in public.parties.items() if other != id_ for word in _WORD.findall(name)}
    return frozenset(word for word in _WORD.findall(public.parties[id_]) if word[0].isupper() and word not in rest)
