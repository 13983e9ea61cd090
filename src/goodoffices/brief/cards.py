"""Cards: one for each claim, with the words it stands on and what surrounds them."""

from ..case import Case
from ..record import Claim
from .outline import Card, Passage
from .phrases import Phrases

CONTEXT = 160
"""Code points shown at most on each side of the words."""


def cards(case: Case, phrases: Phrases) -> dict[str, Card]:
    """A card for each claim that is not rejected, in the order of the record."""
    return {c.id: _card(case, phrases, c) for c in case.record.claims if c.status != "rejected"}


def _card(case: Case, phrases: Phrases, claim: Claim) -> Card:
    source = case.record.sources[claim.source]
    anchor = case.anchors.get(claim.id)
    text = case.texts.get(claim.source, "")
    restated = source.text.kind == "restatement"
    limit = None if restated else source.quote_limit
    passage = within(text, anchor.start, anchor.end, limit) if anchor else Passage("", claim.words, "")
    return Card(
        claim.id, phrases.says(claim), phrases.publisher(claim.source), passage, restated,
        _original(case, claim), phrases.speakers(claim), claim.modality, claim.status, claim.note or "",
    )  # fmt: skip


def _original(case: Case, claim: Claim) -> Passage | None:
    """The publisher's own words, no more around them than its quote limit allows."""
    text = case.originals.get(claim.source)
    if text is None or claim.original is None:
        return None
    return within(text, claim.original.start, claim.original.end, case.record.sources[claim.source].quote_limit)


def within(text: str, start: int, end: int, limit: int | None) -> Passage:
    """The words, and no more around them than may be quoted in one place; the limit cuts the words themselves, too."""
    if limit is None:
        return around(text, start, end)
    if end - start > limit:
        return Passage("", text[start : start + limit], "…")
    return around(text, start, end, min((limit - (end - start)) // 2, CONTEXT))


def around(text: str, start: int, end: int, reach: int = CONTEXT) -> Passage:
    """The words with their surroundings in the same paragraph, cut between words."""
    before = text[max(0, start - reach) : start].rpartition("\n")[2]
    after = text[end : end + reach].partition("\n")[0]
    if start - len(before) > 0 and text[start - len(before) - 1] != "\n":
        before = "…" + before.partition(" ")[2] if " " in before else ""
    if end + len(after) < len(text) and text[end + len(after)] != "\n":
        after = after.rpartition(" ")[0] + "…" if " " in after else ""
    return Passage(before, text[start:end], after)
