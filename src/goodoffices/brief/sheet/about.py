"""The sheet About, the last: what the workbook shows, and how its columns are to be read."""

from collections.abc import Iterable, Iterator

from ...record import DEFINITIONS, GRAVITY, Relation
from .table import Column, Sheet
from .words import Words

COLUMNS = (Column("About", 24), Column("What to know", 110))
_READING = (
    ("Party's own word",
     "Whether the party itself, or somebody who speaks for it, tells the position. What its opponent tells of it is not."),
    ("Stands", "Whether a later position of the same party on the same issue replaces it."),
    ("Status",
     "accepted: a person has accepted, or edited, all that the row rests on. proposed: some of it nobody has reviewed yet."),
    ("Accounts", "contradicted: the account of another source contradicts what the row rests on; see Differences."),
    ("Text",
     "original: the words are the source's own. restated: they are ours, telling what the source says; never quote them."),
    ("Independent of", "As far as the record says: a source that takes its account from another is one witness with it."),
    ("Differences", "Only claims that a person has accepted are compared, and only those of independent sources."),
)  # fmt: skip


def about(words: Words, notices: Iterable[str], label: str = "") -> Sheet:
    """Title, for whom it is, notices, then a line for each column that does not explain itself and for each relation."""
    rows = [
        ("Case", words.talks.title),
        *([("For", label)] if label else []),
        *(("Note", notice) for notice in notices),
        *_READING,
        *_relations(),
    ]
    return Sheet("About", COLUMNS, tuple(rows))


def _relations() -> Iterator[tuple[str, str]]:
    for relation in GRAVITY:
        if relation is not Relation.AGREE:
            yield f"Relation: {relation.value.replace('_', ' ')}", DEFINITIONS[relation]
