"""Rules on the record: sources, claims, passages and findings that a reader may not read are gone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...documents import sha256_of
from ...record import Reading, ReadTogether
from ...talks import Reply
from ..minutes_kept import Kept
from ..model import Anchor, Case
from ..rights import allows, readers_of
from .by_day import with_known_origins
from .entries import own_readers
from .readings import of_sources
from .seams import with_blanks
from .view import View, ids_of, named_in


def sources(view: View, case: Case) -> Case:
    """A source that he may not read goes with its text and its claims; two prints of it stay one witness as far as he can know."""
    # The note of one that is taken from another may name that one, and by an id that he does not know.
    kept = {
        key: replace(source, note=None) if source.derived_from is not None else source
        for key, source in case.record.sources.items()
        if allows(readers_of(source), view.reader)
    }
    record = replace(
        case.record,
        sources=with_known_origins(kept, case.record.sources),
        claims=tuple(claim for claim in case.record.claims if claim.source in kept),
        passages=tuple(passage for passage in case.record.passages if passage.source in kept),
    )
    reading = case.reading and of_sources(case.reading, kept)
    texts = {key: text for key, text in case.texts.items() if key in kept}
    originals = {key: text for key, text in case.originals.items() if key in kept}
    return replace(case, record=record, texts=texts, originals=originals, reading=reading)


def claims(view: View, case: Case) -> Case:
    """A claim goes that its own readers, or those of a passage on which it stands, keep from him."""
    kept = tuple(claim for claim in case.record.claims if view.rights.reads(claim, view.reader))
    return replace(case, record=replace(case.record, claims=kept))


def passages(view: View, case: Case) -> Case:
    """A passage that he may not read is cut out of its text, without a seam; what stands behind it moves up."""
    for key in list(case.texts):
        spans = [
            (one.start, one.end)
            for one in view.rights.stretches
            if one.source == key and not allows(one.passage.readers, view.reader)
        ]
        if spans:
            case = _without(case, key, sorted(spans))
    return case


def _without(case: Case, key: str, spans: Sequence[tuple[int, int]]) -> Case:
    own = {claim.id for claim in case.record.claims if claim.source == key}
    whole = [(a.start, a.end) for k, a in case.anchors.items() if k in own]
    cuts = with_blanks(case.texts[key], spans, whole + _read_whole(case.reading, key, spans))
    gone = frozenset(place for start, end in cuts for place in range(start, end))
    text = "".join(letter for place, letter in enumerate(case.texts[key]) if place not in gone)
    moved = _Moved(cuts)
    source = case.record.sources[key]
    # Its original has the words that are cut out: neither it nor what proves it is shown.
    cut = replace(source, text=replace(source.text, sha256=sha256_of(text.encode())), original=None)
    anchors = {k: moved.anchor(a) if k in own else a for k, a in case.anchors.items()}
    record = replace(
        case.record,
        sources={**case.record.sources, key: cut},
        claims=tuple(
            replace(c, start=anchors[c.id].start, end=anchors[c.id].end, original=None) if c.id in own else c
            for c in case.record.claims
        ),
    )
    sums = (source.text.sha256, cut.text.sha256)
    reading = case.reading and moved.reading(case.reading, key, sums)
    originals = {k: text for k, text in case.originals.items() if k != key}
    texts = {**case.texts, key: text}
    return replace(case, record=record, texts=texts, anchors=anchors, originals=originals, reading=reading)


def _read_whole(reading: Reading | None, key: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of a source that a program read and of which nothing is cut."""
    read = [(one.start, one.end) for one in reading.passages if one.source == key] if reading is not None else []
    return [(a, b) for a, b in read if not any(a < end and start < b for start, end in spans)]


class _Moved:
    """Places in a text from which stretches were cut."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self.spans = spans

    def at(self, place: int) -> int:
        """Where a place is now."""
        before = {one for start, end in self.spans for one in range(start, min(end, place))}
        return place - len(before)

    def anchor(self, anchor: Anchor) -> Anchor:
        """Where words are now."""
        return Anchor(self.at(anchor.start), self.at(anchor.end))

    def reading(self, reading: Reading, key: str, sums: tuple[str, str]) -> Reading:
        """The sentences that a program read, where they are now; one of which a part is cut is gone."""
        kept = []
        for one in reading.passages:
            if one.source != key:
                kept.append(one)
            elif not self._cuts((one.start, one.end)):
                kept.append(replace(one, start=self.at(one.start), end=self.at(one.end)))
        return replace(
            reading, passages=tuple(kept), together=tuple(self._together(two, key, sums) for two in reading.together)
        )

    def _together(self, two: ReadTogether, key: str, sums: tuple[str, str]) -> ReadTogether:
        """What two reports tell differently, where it is now; words of which a part is cut tell nothing.

        `sums`: the SHA-256 of the text before and after: read as it was, it is read as it is.
        """
        found = two.differences
        if key == two.a:
            found = tuple(replace(one, a=self._span(one.a)) for one in found if not self._cuts(one.a))
        if key == two.b:
            found = tuple(replace(one, b=self._span(one.b)) for one in found if not self._cuts(one.b))
        before, after = sums
        a, b = (
            after if (one, text) == (key, before) else text for one, text in zip((two.a, two.b), two.texts, strict=True)
        )
        return replace(two, differences=found, texts=(a, b))

    def _cuts(self, span: tuple[int, int]) -> bool:
        return any(span[0] < end and start < span[1] for start, end in self.spans)

    def _span(self, span: tuple[int, int]) -> tuple[int, int]:
        return self.at(span[0]), self.at(span[1])


def without_hidden_things(view: View, case: Case) -> Case:
    """A claim goes that names a party, a person, a meeting, an issue that are kept from him."""
    hidden = ids_of(view.full) - ids_of(own_readers(view, view.full))
    kept = tuple(claim for claim in case.record.claims if not hidden & named_in(claim, view.full))
    return replace(case, record=replace(case.record, claims=kept))


def answers(view: View, case: Case) -> Case:
    """An answer to minutes goes that repeats a point which rests on what is kept from him by now."""
    gone = {reply.claim for _, reply in answered(view)}
    kept = tuple(claim for claim in case.record.claims if claim.id not in gone)
    return replace(case, record=replace(case.record, claims=kept))


def answered(view: View) -> Iterator[tuple[str, Reply]]:
    """The answers that go, each with the source in which it is given."""
    if view.full.minutes is not None:
        kept = Kept(view.full.talks, view.full.claims, view.rights, view.reader)
        yield from kept.answers(view.full.minutes)


def findings(view: View, case: Case) -> Case:
    """A judgement is read by who reads all the claims judged, with their speakers' names, and whom its own readers allow."""
    alive = {claim.id for claim in case.record.claims} - view.masked
    kept = tuple(f for f in case.record.findings if view.may(f) and alive.issuperset(f.claims))
    return replace(case, record=replace(case.record, findings=kept))
