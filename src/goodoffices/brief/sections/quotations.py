"""What somebody said in his own words, as an original prints them, with who prints it and who is meant in it."""

import re
from collections.abc import Iterable, Iterator

from ...record import Claim
from ..context import Context
from ..english import sentence

_MARKS = "\"\u201c\u201d\u201e\u00ab\u00bb'\u2018\u2019"


def quoted(context: Context, claims: Iterable[str]) -> Claim | None:
    """The first claim whose words are the speaker's own, as an original prints them."""
    shown = (context.shown.get(key) for key in claims)
    return next((c for c in shown if c is not None and c.direct and c.counts and _quotable(context, c)), None)


def _quotable(context: Context, claim: Claim) -> bool:
    source = context.case.record.sources[claim.source]
    fits = source.quote_limit is None or len(claim.words) <= source.quote_limit
    return source.text.kind == "original" and fits and len(claim.words.split()) > 3


def quotation(context: Context, claim: Claim, by: str) -> str:
    """`Olvik: \u201cNobody in arms will walk along the weir\u201d (Lenn Courier).` Who is meant stands behind it."""
    words = claim.words.strip().strip(_MARKS).rstrip(",.;")
    said = sentence(f"{by}: \u201c{words}\u201d ({context.phrases.publisher(claim.source)})")
    # A title in brackets may end in a stop of its own (`Ltd.`), which is not the sentence's.
    return " ".join((said, *(f"{meant}." for meant in _meant(context, words, by))))


def _meant(context: Context, words: str, by: str) -> Iterator[str]:
    """`Penn is Aldous Penn (Chairman, Tarn Holdings)`: who is called by his second name alone."""
    for key, person in context.case.talks.people.items():
        short = person.name.split()[-1]
        alone = person.name in context.short_names and person.name not in words and person.name not in by
        if alone and re.search(rf"\b{re.escape(short)}\b", words):
            yield f"{short} is {context.phrases.titled(key)}"
