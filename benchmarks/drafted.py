"""From two drafts to a comparison: how far the alignment of raw and of right proposals is from the one made by hand.

    python -m benchmarks.drafted [plain|llm]

Needs ../shared beside the checkout. `raw` accepts every proposal of the draft as it is; `right` rejects those that no fact of the
gold record bears out, as a person would. Pairs of facts that were never proposed cannot be found and count as missed.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from goodoffices.case import Case, read_case
from goodoffices.extraction.batches import Inline
from goodoffices.extraction.begin import begin
from goodoffices.extraction.extractors import Named
from goodoffices.extraction.proposal import Text
from goodoffices.record import Claim, compare
from goodoffices.talks import Day

from .extraction_score import Marked, score
from .extraction_texts import SHARED, seeds

FILES = ("000_7c80e0d73ab25078.txt", "002_940fe3506711b8e9.txt")


def drafted(extractor: str) -> dict[str, float]:
    """F1 of the pairs against the alignment by hand, of raw and of right proposals."""
    gold = json.loads((SHARED / "gold" / "istanbul-2025.json").read_text(encoding="utf-8"))["alignment"]
    wanted = {(row["a"], row["b"]) for row in gold}
    make = Named(extractor)
    with TemporaryDirectory() as folder:
        target = Path(folder) / "draft"
        files = [SHARED / "seeds" / name for name in FILES]
        begin(target, files, make, Inline(), Day.parse("2025-05-20"), workers=1, tell=lambda *_: None)
        case = read_case(target)
    facts: dict[str, str] = {}
    for marked, source in zip(seeds(), case.record.sources, strict=True):
        own = [claim for claim in case.record.claims if claim.source == source]
        facts |= _borne_out(marked, make().propose(Text(source, marked.text)), own)
    right = [claim for claim in case.record.claims if claim.id in facts]
    return {"raw": _f1(case, case.record.claims, facts, wanted), "right": _f1(case, right, facts, wanted)}


def _borne_out(marked: Marked, proposed: Sequence[Claim], own: Sequence[Claim]) -> dict[str, str]:
    """The facts of the gold record that claims of the draft tell: by what the extractor said before it was given the case's ids."""
    at = {(c.type, c.predicate, c.start, c.end): c.id for c in own}
    fits = ((at.get((c.type, c.predicate, c.start, c.end)), fact.id) for fact, c in score(marked, proposed).lenient)
    return {claim: fact for claim, fact in fits if claim is not None}


def _f1(case: Case, kept: Sequence[Claim], facts: dict[str, str], wanted: set[tuple[str, str]]) -> float:
    record = replace(case.record, claims=tuple(replace(claim, status="accepted") for claim in kept))
    pairs = {(facts.get(a, a), facts.get(b, b)) for a, b, _ in compare(record, case.names, case.talks.meetings).pairs()}
    return 2 * len(pairs & wanted) / (len(pairs) + len(wanted))


if __name__ == "__main__":
    for name in sys.argv[1:] or ["plain"]:
        print(name, {key: round(value, 3) for key, value in drafted(name).items()}, "goal: right 0.85")
