"""A report's own words for what nobody has accepted yet: whole sentences, with their publisher."""

from collections.abc import Iterable, Iterator

from ..language.folding import Span
from ..language.sentences import sentence_around
from ..record import Claim
from .cards import within
from .context import Context
from .outline import Line


def passages(context: Context, claims: Iterable[str]) -> Iterator[Line]:
    """The sentences in which some claims stand, each once, in the order of the sources and of their texts."""
    found: dict[tuple[str, int, int], list[str]] = {}
    for key in dict.fromkeys(claims):
        claim = context.shown.get(key)
        if claim is not None and key in context.case.anchors:
            found.setdefault(_sentence(context, claim), []).append(key)
    rank = {source: n for n, source in enumerate(context.case.record.sources)}
    for place in sorted(found, key=lambda p: (rank[p[0]], p[1])):
        yield quoted(context, place, tuple(found[place]))


def _sentence(context: Context, claim: Claim) -> tuple[str, int, int]:
    anchor, text = context.case.anchors[claim.id], context.case.texts[claim.source]
    language = context.case.record.sources[claim.source].language or "en"
    span = sentence_around(text, Span(anchor.start, anchor.end), language)
    part = text[span.start : span.end]
    start = span.start + len(part) - len(part.lstrip())
    return claim.source, start, span.start + len(part.rstrip())


def quoted(
    context: Context, place: tuple[str, int, int], claims: tuple[str, ...] = (), speaker: str | None = None
) -> Line:
    """`Lenn Courier: “...”`, with the speaker where the words do not name him: `Lenn Courier (Ivo Maren): “...”`.

    Words of a restatement are the team's own and never stand in quotation marks.
    """
    key, start, end = place
    source = context.case.record.sources[key]
    restated = source.text.kind == "restatement"
    shown = within(context.case.texts[key], start, end, None if restated else source.quote_limit)
    words = shown.words + ("…" if shown.after == "…" else "")
    publisher = context.phrases.publisher(key)
    if speaker is not None and speaker.split()[-1].casefold() not in shown.words.casefold():
        publisher += f" ({speaker})"
    text = f"{publisher}, restated: {words}" if restated else f"{publisher}: “{words}”"
    return Line(text, claims, marks=context.lines.marks(claims), words="report", passages=(place,))
