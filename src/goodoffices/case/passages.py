"""The texts of a case side by side: what its sources tell differently in their own words, whatever claims there are."""

from ..accounts import SideBySide, side_by_side
from ..talks import OWN, Named, Talks
from .model import Case


def passages(case: Case) -> SideBySide:
    """What the sources of a case tell differently, each under its id; a source as of a later day is not in it.

    Sources printed more than two weeks apart are not set beside each other: a case may run over years, and a later report of
    another event is no other account of this one. Names that the case knows as one are one; a source that is `derived_from`
    another one is no witness of its own.
    """
    sources = case.record.sources
    # What the team wrote down itself is no account beside the others; nor are lines of the program's own.
    others = sources.keys() - case.in_our_words
    texts = {key: text for key, text in case.texts.items() if key in others and sources[key].side != OWN}
    derived = {key: of for key in texts if (of := sources[key].derived_from) is not None}
    printed = {key: day for key in texts if (day := sources[key].printed.first) is not None}
    return side_by_side(texts, {key: sources[key].language for key in texts}, _names(case.talks), derived, printed)


def _names(talks: Talks) -> dict[str, tuple[str, ...]]:
    """The names of one word of each party, third party and person that has several."""
    found = {}
    for named in (*talks.parties.values(), *talks.third_parties.values(), *talks.people.values()):
        words = tuple(dict.fromkeys(name for name in _all(named) if len(name.split()) == 1))
        if len(words) > 1:
            found[words[0]] = words
    return found


def _all(named: Named) -> list[str]:
    return [named.name, *named.names.values(), *named.spellings]
