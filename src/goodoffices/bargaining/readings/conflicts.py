"""Statements of one party that no reading can meet together: a smallest set of them, none of which could be left out."""

from collections.abc import Iterator, Sequence

from ...errors import DataError, Problem
from ...talks import Talks, met
from .agenda import FILE, Agenda
from .linear_programs import readings_of
from .sentences import Sentences
from .statements import Entry, wants_of


def refuse_contradictions(talks: Talks, agenda: Agenda, stated: Sequence[Entry]) -> None:
    """DataError where the statements of a party contradict one another; it names a minimal set of them for each party."""
    sentences = Sentences(talks, agenda)
    problems = [problem for party in agenda.parties for problem in _of(sentences, agenda, party, stated)]
    if problems:
        raise DataError(problems)


def _of(sentences: Sentences, agenda: Agenda, party: str, stated: Sequence[Entry]) -> Iterator[Problem]:
    own = [entry for entry in stated if entry.party == party]
    yield from _closed(sentences, agenda, party, own)
    if own and not _together(agenda, party, own):
        yield _problem(sentences, party, smallest(agenda, party, own))


def smallest(agenda: Agenda, party: str, stated: Sequence[Entry]) -> list[Entry]:
    """A set of contradicting entries that ceases to contradict itself if any one is left out."""
    kept = list(stated)
    for entry in stated:
        rest = [other for other in kept if other is not entry]
        if not _together(agenda, party, rest):
            kept = rest
    return kept


def _together(agenda: Agenda, party: str, stated: Sequence[Entry]) -> bool:
    # A no deal in points means nothing without them; it contradicts nothing then.
    exact = any(entry.kind == "points" for entry in stated)
    usable = [entry for entry in stated if exact or not entry.in_points]
    return readings_of(agenda, wants_of(agenda, party, usable)).possible()


def _closed(sentences: Sentences, agenda: Agenda, party: str, own: Sequence[Entry]) -> Iterator[Problem]:
    """Packages that a party would accept although one of its red lines, or a link, excludes them."""
    lines = [entry for entry in own if entry.kind == "red line"]
    for entry in own:
        accepted = wants_of(agenda, party, [entry]).accepts if entry.kind == "package" else ()
        for row in accepted:
            crossed = [line for line in lines if wants_of(agenda, party, [line]).red[0] in row]
            yield from (_problem(sentences, party, [entry, line]) for line in crossed)
            taken = agenda.package(row)
            if not all(met(link, taken) for link in agenda.links):
                found = f"a package that {sentences.party(party)} accepts but the links of talks.yaml exclude"
                yield Problem(FILE, 0, 0, f"{found}: {sentences.entry(entry)}", "a package that meets every link")


def _problem(sentences: Sentences, party: str, entries: Sequence[Entry]) -> Problem:
    told = "; ".join(f"{entry.place}: {sentences.entry(entry)}" for entry in entries)
    found = f"{len(entries)} statements of {sentences.party(party)} that contradict one another ({told})"
    if len(entries) == 1:
        found = f"a statement of {sentences.party(party)} that contradicts itself ({told})"
    return Problem(FILE, 0, 0, found, "statements that can be true together: drop or correct one of these")
