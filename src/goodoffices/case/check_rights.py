"""What `check` tells of readers: who is none, passages that are nowhere, and what is kept from some and used for others."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..documents import Document, excerpt
from ..errors import Problem
from ..record import Claim, Names, Record
from ..talks import Issue, Talks
from .entries import nodes
from .hidden_speakers import HiddenSpeakers
from .model import Case
from .rights import Rights, known_readers, names_him, place_of, readers_of
from .seen.named import in_lines_of_our_own, relabelled
from .seen.seams import is_whole
from .validate import nearest, problem, warning


def unknown_readers(document: Document, root: Any, talks: Talks) -> Iterator[Problem]:
    """A problem for each reader who is none."""
    known = known_readers(talks)
    for node in nodes(root):
        for index, reader in enumerate(getattr(node.entry, "readers", ())):
            if reader not in known:
                expected = f"team, public or an id of a party: {', '.join(known[2:])}"
                steps = (*node.steps, "readers", index)
                yield problem(document, steps, excerpt(reader), expected, nearest=nearest(reader, known))


def lost_passages(document: Document, record: Record, texts: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each passage that its text does not have: nothing would be kept from anybody."""
    for index, passage in enumerate(record.passages):
        text = texts.get(passage.source)
        if text is not None and place_of(passage, text) is None:
            found = excerpt(passage.words) if passage.words is not None else f"{passage.start} to {passage.end}"
            expected = "`words` that stand once in its text, or `start` and `end` within it"
            yield problem(document, ("passages", index), f"the passage {found} of {passage.source}", expected)


def torn_passages(document: Document, record: Record, texts: Mapping[str, str]) -> Iterator[Problem]:
    """A warning for each passage that fewer may read, and that leaves a torn sentence to the others."""
    for index, passage in enumerate(record.passages):
        text = texts.get(passage.source, "")
        place = place_of(passage, text) if passage.readers else None
        if place is not None and not is_whole(text, *place):
            found = f"a passage of {passage.source} that is a part of a sentence: {excerpt(text[slice(*place)])}"
            yield warning(
                document,
                ("passages", index),
                found,
                "whole sentences: what is left is torn, and tells of it",
                kind="passages that tear a sentence",
            )


def other_words(document: Document, case: Case, rights: Rights) -> Iterator[Problem]:
    """A warning at each question, and each answer, of which some readers do not have the team's words."""
    on: dict[str, list[Claim]] = {}
    for claim in case.record.claims:
        on.setdefault(claim.issue or "", []).append(claim)
    told: dict[tuple[str, ...], list[str]] = {}
    own = {
        reader: in_lines_of_our_own(case, [c for c in case.record.claims if rights.reads(c, reader)], rights)
        for reader in known_readers(case.talks)
    }
    for key, issue in case.talks.issues.items():
        for reader in known_readers(case.talks):
            read = {claim.id for claim in on.get(key, ()) if rights.reads(claim, reader)}
            hidden = [claim for claim in on.get(key, ()) if claim.id not in read]
            if hidden and not names_him(issue.readers, reader):
                other = relabelled(key, issue, [claim for claim in on[key] if claim.id in read], hidden, own[reader])
                for steps in _changed(key, issue, other):
                    told.setdefault(steps, []).append(reader)
    for steps, readers in told.items():
        found = f"words which only claims say that are kept from {', '.join(readers)}"
        expected = (
            "to be so: they have it in the words of what they see; `readers` on the question shows them the team's"
        )
        yield warning(document, steps, found, expected, kind="words that some read otherwise")


def _changed(key: str, issue: Issue, other: Issue) -> Iterator[tuple[str, ...]]:
    if other.title != issue.title:
        yield ("issues", key, "title")
    yield from (
        ("issues", key, "options", o) for o, label in issue.options.items() if other.options.get(o, label) != label
    )


def told_of_speakers(document: Document, talks: Talks, record: Record, rights: Rights) -> Iterator[Problem]:
    """A warning for each claim that tells of a speaker who may not be named, and where one person is all that a report has."""
    hidden = HiddenSpeakers(record, talks, Names.of(talks), rights)
    of: dict[str, list[tuple[int, Claim]]] = {}
    for index, claim in enumerate(record.claims):
        if whom := hidden.told_of(claim):
            told = ", ".join(map(hidden.names.label, whom))
            found = f"claim {claim.id}, which tells of {told}, who may not be named in {claim.source}"
            expected = "to be so: nobody but the team sees it; in a report that may name him it is seen"
            kind = "claims which tell of a speaker who may not be named"
            yield warning(document, ("claims", index), found, expected, kind=kind)
        elif rights.attribution(claim) != "named":
            of.setdefault(claim.source, []).append((index, claim))
    for key, listed in of.items():
        yield from _of_one_person(document, key, listed, hidden)


def _of_one_person(
    document: Document, source: str, listed: list[tuple[int, Claim]], hidden: HiddenSpeakers
) -> Iterator[Problem]:
    speakers = {hidden.speakers(claim) for _, claim in listed}
    if len(listed) > 1 and len(speakers) == 1 and all(speakers):
        claims = ", ".join(claim.id for _, claim in listed)
        found = f"{claims}: the words of one person who may not be named, in the one source {source}"
        expected = "to be so: others see that they come of one source; what must not be found together stands in sources of its own"
        kind = "sources with the words of one person who may not be named"
        yield warning(document, ("claims", listed[0][0], "source"), found, expected, kind=kind)


def words_left(document: Document, record: Record, rights: Rights) -> Iterator[Problem]:
    """A warning for each claim that fewer may read than the words from which it is taken."""
    for index, claim in enumerate(record.claims):
        source = record.sources.get(claim.source)
        others = [readers_of(source) if source is not None else (), *(passage.readers for passage in rights.on(claim))]
        if claim.readers and not any(bound and {*bound} <= {*claim.readers} for bound in others):
            found = f"claim {claim.id} for {', '.join(claim.readers)}, and its words for whoever reads {claim.source}"
            expected = "among `passages` the same words with the same readers, if nobody else is to read them"
            kind = "claims that fewer may read than their words"
            yield warning(document, ("claims", index, "readers"), found, expected, kind=kind)
