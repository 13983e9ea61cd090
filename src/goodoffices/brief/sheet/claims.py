"""The sheet Claims: what each source asserts, in words and as it was recorded."""

from ...record import Claim
from .table import Column, Row, Sheet
from .words import Words

COLUMNS = (
    Column("Claim", 7), Column("Source", 8), Column("Publisher", 17), Column("Type", 11), Column("Subject", 19),
    Column("Predicate", 11), Column("Value", 25), Column("Who speaks", 20), Column("Modality", 11), Column("Hedge", 9),
    Column("Status", 10), Column("Confidence", 11), Column("Accounts", 12), Column("Text", 9), Column("Words", 36),
)  # fmt: skip


def claims(words: Words) -> Sheet:
    """Every claim that is not rejected, in the order of the record."""
    rows = (_row(words, claim) for claim in words.case.record.claims if claim.status != "rejected")
    return Sheet("Claims", COLUMNS, tuple(rows))


def _row(words: Words, claim: Claim) -> Row:
    restated = words.case.record.sources[claim.source].text.kind == "restatement"
    return (
        claim.id, claim.source, words.publisher(claim.source), claim.type.replace("_", " "), words.subject(claim),
        claim.predicate.replace("_", " "), words.value(claim), words.speakers(claim), claim.modality, claim.hedge,
        claim.status, claim.confidence, words.disputed([claim.id]), "restated" if restated else "original",
        words.quoted(claim),
    )  # fmt: skip
