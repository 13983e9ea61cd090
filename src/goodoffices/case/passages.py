"""The texts of a case side by side: what its sources tell differently in their own words, whatever claims there are.

Two that a language model has read together (`together` of reading.yaml) are told apart as it read them, all others by rules.
"""

from collections.abc import Iterable, Iterator

from ..accounts import Difference, SideBySide, Telling, differences, side_by_side
from ..accounts.align import Aligned
from ..accounts.reading.passages import Account, Passage
from ..language.folding import Span
from ..record import ReadTogether
from ..talks import OWN, Named, Talks
from .model import Case


def passages(case: Case, told: Telling | None = None) -> SideBySide:
    """What the sources of a case tell differently, each under its id; a source as of a later day is not in it.

    Sources printed more than two weeks apart are not set beside each other: a case may run over years, and a later report of
    another event is no other account of this one. Names that the case knows as one are one; a source that is `derived_from`
    another one is no witness of its own. `told`: what finds the differences of two reports.
    """
    sources = case.record.sources
    # What the team wrote down itself is no account beside the others; nor are lines of the program's own.
    others = sources.keys() - case.in_our_words
    texts = {key: text for key, text in case.texts.items() if key in others and sources[key].side != OWN}
    derived = {key: of for key in texts if (of := sources[key].derived_from) is not None}
    printed = {key: day for key in texts if (day := sources[key].printed.first) is not None}
    languages = {key: sources[key].language for key in texts}
    return side_by_side(texts, languages, _names(case.talks), derived, printed, told or as_read(case))


def read_together(case: Case) -> dict[tuple[str, str], ReadTogether]:
    """What a model read of two reports together, of those whose texts are still the same."""
    sources = case.record.sources
    return {
        (two.a, two.b): two
        for two in (case.reading.together if case.reading else ())
        if two.texts == tuple(sources[key].text.sha256 for key in (two.a, two.b) if key in sources)
    }


def as_read(case: Case) -> Telling:
    """What a model found where it has read two reports together; else what rules find."""
    read = read_together(case)

    def told(aligned: Aligned) -> Iterable[tuple[Passage, Passage, Difference]]:
        two = read.get((aligned.a.id, aligned.b.id))
        return differences(aligned) if two is None else _kept(aligned, two)

    return told


def _kept(aligned: Aligned, two: ReadTogether) -> Iterator[tuple[Passage, Passage, Difference]]:
    """In the order in which they are kept; one whose words stand in no passage is none."""
    for rank, one in enumerate(two.differences):
        a, b = Span(*one.a), Span(*one.b)
        p, q = _holding(aligned.a, a), _holding(aligned.b, b)
        if p is not None and q is not None:
            yield p, q, Difference(one.kind, a, b, round(1 / (1 + rank), 6), two.by)


def _holding(account: Account, span: Span) -> Passage | None:
    return next((one for one in account.passages if one.start <= span.start and span.end <= one.end), None)


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
