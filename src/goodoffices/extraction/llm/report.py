"""What a model's answers came to: the proposals that stand, and what was thrown away, by reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...record import Claim

NO_QUOTE = "quote not in the text"
AMBIGUOUS = "quote in several places"
LONG_QUOTE = "quote too long"
FORM = "not of the asked form"
WORD = "word outside the table"
CONTROL = "control characters or too long"
NAME = "name not in the words"
DAY = "day not in the words"
NUMBER = "number not in the words"
TEXT = "value not in the words"
MEETING = "no meeting's id"
DENIAL = "denial lost"
ANOTHER = "the words tell it of another"
SAME = "no difference in the words"
MANY = "too many of them"

REASONS: Mapping[str, str] = {
    NO_QUOTE: "the quoted words do not stand in the text, letter by letter",
    AMBIGUOUS: "the quoted words stand in several places, and none was named",
    LONG_QUOTE: "more was quoted than one claim needs",
    FORM: "a key is missing, or a value is of another kind than asked for",
    WORD: "a type, predicate, modality, format or kind of difference is not in the table, or the predicate is of another type",
    CONTROL: "a value holds control characters, or is longer than a value should be",
    NAME: "a name stands neither in the sentences, nor does a word of theirs mean it",
    DAY: "the words name no such day, nor one from which it is reckoned",
    NUMBER: "a number is not in the quotes (where these have none: not in the sentences)",
    TEXT: "too few words of the value are in the quotes (of a post: not all)",
    MEETING: "a meeting is not given as M1, M2, ...",
    DENIAL: "the words deny what the claim asserts, or leave it open",
    ANOTHER: "the quoted words tell the act of somebody else, or put somebody on another side",
    SAME: "of two passages told differently: the words, or the whole passages, are the same",
    MANY: "one answer held more claims or differences than are read",
}
"""Why a claim of a model is thrown away; `docs/how-to/use-a-model.md` prints this table."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a model was asked about one text, and what came of it."""

    claims: tuple[Claim, ...]
    """The proposals that stand, numbered in the order of their words."""
    thrown: Mapping[str, int] = field(default_factory=dict)
    """How many were thrown away, by reason (keys of `REASONS`)."""
    dropped: Mapping[str, int] = field(default_factory=dict)
    """How many optional keys of standing claims were left out, by key: what is not proved of them is not told."""
    merged: int = 0
    """How many were told twice and are kept once."""
    questions: int = 1
    """How many pieces the text was sent in."""

    def told(self) -> str:
        """One sentence for the user."""
        said = f"{len(self.claims)} proposed"
        if self.thrown:
            reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(self.thrown.items()))
            said += f", {sum(self.thrown.values())} thrown away ({reasons})"
        if self.dropped:
            keys = ", ".join(f"{count} {key}" for key, count in sorted(self.dropped.items()))
            said += f", {sum(self.dropped.values())} details left out ({keys})"
        return said + (f", {self.merged} told twice" if self.merged else "")
