"""What denies what: the one form of a denial, and the older ones that are read into it. Read the table first.

The rules, in sentences:

1. A denial is written by a predicate that denies (`absent_from`, `not_agreed`, `opposes`, `refuses`) and a value without a
   denying word; the modality stays free for what is planned or doubtful. A predicate that has no such counterpart
   (`mediates`, `date`) is denied by `modality: negated`.
2. It is read as the predicate that it denies, and the sign: `not_agreed: pensions` is `agreed: pensions`, denied.
3. One denial told twice is one: `not_agreed` with `modality: negated`, or with the value `no agreement on pensions`.
   Two denials of each other are none: `did not fail to agree`.
4. An outcome that names no matter (`no agreement`, `failed`) denies every agreement of its event.
5. What is told in two ways that exclude each other is `open`: not read as either.
6. Not to refuse is not yet to accept, and `yet to accept` is neither: such a claim is `open`.
"""

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from .claim import Claim, ClaimType, Modality, Value
from .peel import names_agreement, peel

Sign = Literal["asserts", "denies", "open"]


class Denial(NamedTuple):
    """A row of the table: one predicate denies what another asserts."""

    denying: str
    asserting: str
    type: ClaimType | None
    """The type of the claim in which a denial is written so; none where older records alone have it."""
    back: bool
    """Whether its own denial asserts the other again: who was not absent was there; who did not refuse may not have accepted."""


DENIALS: tuple[Denial, ...] = (
    Denial("not_agreed", "agreed", "outcome", back=False),
    Denial("absent_from", "attends", "absence", back=True),
    Denial("refuses", "accepts", "position", back=False),
    Denial("opposes", "supports", "position", back=False),
    Denial("against", "for", None, back=False),
    Denial("denied", "said", None, back=False),
    Denial("denies", "said", None, back=False),
    Denial("rejected", "accepts", None, back=False),
    Denial("rejects", "accepts", None, back=False),
    Denial("refused", "accepts", None, back=False),
    Denial("ruled_out", "accepts", None, back=False),
)
"""Which predicate denies which."""

NEGATIVE: frozenset[str] = frozenset(row.denying for row in DENIALS)
"""Predicates that deny what their value says."""

_BY_DENYING = {row.denying: row for row in DENIALS}
_WRITTEN = {row.asserting: row for row in DENIALS if row.type is not None}
_RESULTS = frozenset({"agreed", "not_agreed", "result"})


@dataclass(frozen=True, slots=True)
class Polarity:
    """What a claim says in the one form: asserted or denied, and what.

    `sign`: `asserts`, `denies`, or `open`, where it does neither. `predicate`: never one that denies. `value`: of an outcome
    the matter without the words that deny it, else as the claim has it. `modality`: what is left of it beside the denial,
    never `negated`. `general`: an outcome that names no matter, so that its denial holds of every agreement of the event.
    """

    sign: Sign
    predicate: str
    value: Value
    modality: Modality
    general: bool = False

    @property
    def denies(self) -> bool:
        """Whether it denies `value`."""
        return self.sign == "denies"

    @property
    def asserts(self) -> bool:
        """Whether it asserts `value`, in whatever modality."""
        return self.sign == "asserts"


def polarity(claim: Claim) -> Polarity:
    """What a claim asserts or denies, whichever of the older forms it is written in.

    >>> def told(predicate, value, modality="asserted", type="outcome"):
    ...     said = polarity(Claim(id="a1", source="press", type=type, subject="m1", predicate=predicate, value=value,
    ...                           modality=modality, words="", entered_by="me"))
    ...     return said.sign, said.predicate, said.value
    >>> told("agreed", "pensions")
    ('asserts', 'agreed', 'pensions')
    >>> told("not_agreed", "pensions"), told("agreed", "pensions", "negated"), told("result", "no agreement on pensions")
    (('denies', 'agreed', 'pensions'), ('denies', 'agreed', 'pensions'), ('denies', 'agreed', 'pensions'))
    >>> told("not_agreed", "no agreement"), told("result", "talks ended without reunification")
    (('denies', 'agreed', 'agreement'), ('denies', 'result', 'reunification'))
    >>> told("absent_from", "m1", type="absence"), told("attends", "m1", "negated", "attendance")
    (('denies', 'attends', 'm1'), ('denies', 'attends', 'm1'))
    >>> told("refuses", "a truce", type="position"), told("refuses", "a truce", "negated", "position")
    (('denies', 'accepts', 'a truce'), ('open', 'accepts', 'a truce'))
    >>> told("mediates", "m1", "negated", "mediation")
    ('denies', 'mediates', 'm1')
    """
    negated = claim.modality == "negated"
    modality: Modality = "asserted" if negated else claim.modality
    if claim.type == "outcome" and claim.predicate in _RESULTS and isinstance(claim.value, str):
        return _result(claim.predicate, claim.value, negated, modality)
    row = _BY_DENYING.get(claim.predicate)
    if claim.type == "position" and undecided(f"{claim.value}; {claim.words}"):
        return Polarity("open", row.asserting if row else claim.predicate, claim.value, modality)
    if row is None:
        return Polarity("denies" if negated else "asserts", claim.predicate, claim.value, modality)
    twice: Sign = "asserts" if row.back else "open"
    return Polarity(twice if negated else "denies", row.asserting, claim.value, modality)


def _result(predicate: str, value: str, negated: bool, modality: Modality) -> Polarity:
    """An outcome: predicate, modality and words tell one denial, unless the words deny their own denial."""
    told = peel(value, everything=predicate == "result")
    denied = predicate == "not_agreed" or negated or told.denied
    of_agreement = predicate != "result" or told.of_agreement or (denied and told.general)
    # Words that deny their own denial, under a predicate or modality that denies: one of them is wrong, and nobody knows which.
    sign: Sign = "asserts" if not denied else "open" if told.turned and not told.denied else "denies"
    return Polarity(sign, "agreed" if of_agreement else "result", told.matter, modality, told.general)


_TAKING = "|".join(
    "accept agree answer approv commit confirm consent decid decline endors oppos refus reject repl respond rul support".split()
)
_UNDECIDED = re.compile(
    rf"(?:yet|still) to (?:{_TAKING})|neither (?:\w+ly )?(?:{_TAKING})\w*\b.{{0,60}}\bnor\b (?:\w+ ){{0,2}}(?:{_TAKING})|"
    rf"\bneither\b[^.;]{{0,40}}\b(?:{_TAKING})\w*\b[^.;]{{0,60}}\bneither\b|\bneither yes nor no\b",
    re.IGNORECASE,
)


def undecided(words: str) -> bool:
    """Whether words say that somebody has taken no position.

    >>> undecided("has yet to accept the plan"), undecided("it neither accepted nor rejected the plan"), undecided("accepted")
    (True, True, False)
    >>> undecided("Neither side has rejected it, and neither has said yes"), undecided("neither side has rejected it")
    (True, False)
    """
    return _UNDECIDED.search(words) is not None


class Form(NamedTuple):
    """Type, predicate, value and modality of a claim as it is written."""

    type: ClaimType
    predicate: str
    value: Value
    modality: Modality


def one_form(form: Form) -> Form:
    """A denial as it is written from now on; what denies nothing stays as it is.

    >>> one_form(Form("attendance", "attends", "m1", "negated"))[:3]
    ('absence', 'absent_from', 'm1')
    >>> one_form(Form("position", "accepts", "a truce", "negated"))[1:]
    ('refuses', 'a truce', 'asserted')
    >>> one_form(Form("outcome", "result", "no agreement on pensions", "negated"))[1:]
    ('not_agreed', 'pensions', 'asserted')
    >>> one_form(Form("mediation", "mediates", "m1", "negated"))[1:]
    ('mediates', 'm1', 'negated')
    """
    type_, predicate, value, modality = form
    if type_ == "outcome" and predicate in _RESULTS and isinstance(value, str):
        said = _result(predicate, value, modality == "negated", "asserted" if modality == "negated" else modality)
        if said.denies and said.predicate == "agreed" and (predicate != "result" or names_agreement(value)):
            return Form(type_, "not_agreed", said.value, said.modality)
        # A result that denies something else keeps the report's words; they deny it, and the modality need not do so again.
        return Form(type_, predicate, value, said.modality) if said.denies and peel(value, True).denied else form
    row = _WRITTEN.get(predicate)
    if modality != "negated" or row is None or row.type is None:
        return form
    return Form(row.type, row.denying, value, "asserted")
