"""Two answers of which one denies: what a denial contradicts, and what it leaves standing."""

from ..language.wording import overlap, wording
from . import values
from .denial import NEGATIVE
from .peel import fruitless
from .relation import Relation
from .slots import Answer


def denied(answer: Answer) -> bool:
    """Whether an answer in words denies what its value names: by predicate or modality, by words, but not by both together.

    `opposes: no tolls` is for tolls. A denial by modality and one by words are one, told twice.
    """
    words = isinstance(answer.said.value, str) and wording(answer.said.value).negative
    if answer.claim.predicate in NEGATIVE:
        return answer.said.denies != words
    return answer.said.denies or words


def results(a: Answer, b: Answer) -> Relation:
    """Two outcomes of which one or both are denied.

    `no agreement` denies every agreement, `no agreement on X` that on X alone; two denials never contradict each other. Where both
    name the issue that they are on, words that two issues share (`summer water`, `water fee`) make them no less two.
    """
    found = values.texts(_words(a), _words(b), negative=(denied(a), denied(b)))
    if a.said.denies and b.said.denies:
        return _both(a, b, found)
    if every(a, b):
        return Relation.CONTRADICTS
    if a.claim.issue and b.claim.issue and a.claim.issue != b.claim.issue:
        return Relation.VARIANT_WORDING
    # An agreement on something else stands beside the denial; and not to agree on `no tolls` is not to agree on tolls.
    apart = a.said.general or b.said.general or _turned(a) != _turned(b)
    alike = overlap(_words(a), _words(b)) >= values.SAME_SUBJECT
    return Relation.CONTRADICTS if alike and not apart else Relation.VARIANT_WORDING


def _both(a: Answer, b: Answer, found: Relation) -> Relation:
    if a.said.general != b.said.general or _turned(a) != _turned(b):
        return Relation.VARIANT_WORDING
    # Neither 40 boats were agreed nor 50: both can hold.
    return Relation.DIFFERS_QUALIFIER if found is Relation.CONTRADICTS else found


def every(a: Answer, b: Answer) -> bool:
    """Whether one says that there was no agreement at all, and the other tells of one, or of something that came of the talks."""
    no, yes = (a, b) if a.said.denies else (b, a)
    if not (no.said.denies and no.said.general and yes.said.asserts):
        return False
    return yes.said.predicate == "agreed" or (yes.said.predicate == "result" and not fruitless(_words(yes)))


def left_open(a: Answer, b: Answer) -> Relation:
    """Who did not refuse may not have accepted: this contradicts the refusal and agrees with nothing."""
    found = values.texts(_words(a), _words(b), negative=(False, False))
    if a.claim.predicate == b.claim.predicate and a.said.sign == b.said.sign:
        return found
    same = a.claim.predicate == b.claim.predicate and "denies" in (a.said.sign, b.said.sign)
    if same and (a.claim.modality == "negated") != (b.claim.modality == "negated"):
        alike = overlap(_words(a), _words(b)) >= values.SAME_SUBJECT
        return Relation.CONTRADICTS if alike else Relation.VARIANT_WORDING
    return Relation.DIFFERS_QUALIFIER if found is Relation.DIFFERS_QUALIFIER else Relation.VARIANT_WORDING


def _turned(answer: Answer) -> bool:
    return wording(_words(answer)).negative


def _words(answer: Answer) -> str:
    return str(answer.said.value)
