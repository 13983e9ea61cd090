"""A proposal before it is signed: what a rule found, and by which rule, from which its confidence follows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ...record import NARRATOR, Claim, Form, one_form, undecided
from ...record.claim import ClaimType, Modality, Value
from ..calibration import HIGHEST, LOWEST, confidence
from ..proposal import sure


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule found; `start` and `end` are places in the whole text."""

    type: ClaimType
    subject: str
    predicate: str
    value: Value
    start: int
    end: int
    rule: str
    modality: Modality = "asserted"
    attributed_to: tuple[str, ...] = (NARRATOR,)
    for_party: str | None = None
    issue: str | None = None
    meeting: str | None = None
    hedge: str | None = None
    direct: bool = False
    as_printed: str | None = None
    qualifiers: dict[str, str | bool] = field(default_factory=dict)
    chance: float | None = None
    """How likely it is, where that was reckoned from what the whole report tells; else it follows from the rule."""

    def claim(self, source: str, text: str, program: str) -> Claim:
        """The proposal as a claim; its confidence is its chance, or that of its rule."""
        return Claim(
            id="P0", source=source, type=self.type, subject=self.subject, predicate=self.predicate, value=self.value,
            meeting=self.meeting, for_party=self.for_party, issue=self.issue, qualifiers=dict(self.qualifiers),
            attributed_to=self.attributed_to, modality=self.modality, hedge=self.hedge, as_printed=self.as_printed,
            words=text[self.start : self.end], start=self.start, end=self.end, direct=self.direct, entered_by=program,
            confidence=sure(self._sure(program)), status="proposed",
        )  # fmt: skip

    def _sure(self, program: str) -> float:
        if self.chance is None:
            return confidence(program, self.type, self.rule)
        return min(HIGHEST, max(LOWEST, self.chance))


def in_one_form(found: Iterable[Draft], text: str) -> Iterator[Draft]:
    """The proposals with each denial in its one form; where the words say that nobody has decided, none is made of them."""
    for draft in found:
        if draft.type == "position" and undecided(text[draft.start : draft.end]):
            continue
        form = one_form(Form(draft.type, draft.predicate, draft.value, draft.modality))
        yield replace(draft, type=form.type, predicate=form.predicate, value=form.value, modality=form.modality)
