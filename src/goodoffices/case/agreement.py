"""Where readers who marked a case each by himself decided otherwise, and how far they agree, by type of claim and in all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ..record import Claim, Record
from ..record.decisions import Decisions, OneDecision
from ..record.reliability import Reliability, reliability


@dataclass(frozen=True, slots=True)
class Differing:
    """A claim on which two readers decided otherwise: each reader's decision, None where there is none."""

    claim: Claim
    decisions: tuple[OneDecision | None, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far readers of one record agree."""

    readers: tuple[str, ...]
    decided: tuple[int, ...]
    """On how many claims each of them decided."""
    added: tuple[int, ...]
    """How many claims each recorded that the record does not have."""
    whole: Reliability
    by_type: dict[str, Reliability]
    differing: tuple[Differing, ...]
    seed: int


def agreement(record: Record, readers: Sequence[Decisions], seed: int) -> Agreement:
    """How far readers agree. Two decisions are the same where both accept, both reject, or both set the same values."""
    rows = [(claim, tuple(one.decisions.get(claim.id) for one in readers)) for claim in _told(record, readers)]
    types = dict.fromkeys(claim.type for claim, _ in rows)
    # One generator each, so that a figure does not depend on which others are asked for.
    seeds = np.random.SeedSequence(seed).spawn(len(types) + 1)
    return Agreement(
        tuple(one.by for one in readers),
        tuple(len(one.decisions) for one in readers),
        tuple(len(one.added) for one in readers),
        _of([row for _, row in rows], seeds[0]),
        {t: _of([row for c, row in rows if c.type == t], s) for t, s in zip(types, seeds[1:], strict=True)},
        tuple(Differing(claim, row) for claim, row in rows if len({way(one) for one in row if one}) > 1),
        seed,
    )


def _told(record: Record, readers: Sequence[Decisions]) -> Iterator[Claim]:
    """Claims on which two readers or more decided."""
    for claim in record.claims:
        if sum(claim.id in one.decisions for one in readers) > 1:
            yield claim


def _of(rows: Sequence[tuple[OneDecision | None, ...]], seed: np.random.SeedSequence) -> Reliability:
    items = [[None if one is None else way(one) for one in row] for row in rows]
    return reliability(items, np.random.default_rng(seed))


def way(decision: OneDecision) -> str:
    """A decision as it is compared."""
    values = sorted((key, str(value)) for key, value in decision.values.items())
    return f"{decision.status} {values}" if decision.status == "edited" else decision.status
