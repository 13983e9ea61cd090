"""What the check of a model's claims lets pass: right ones, which should, and corrupted ones, which should not.

    python -m benchmarks.proof [--lost]

The facts of the gold record (../shared beside the checkout, if it is there) and of tests/data/extraction are given to the
check as a model would answer them, with their quotes; where a quote lacks whom or what the claim tells, the sentence nearby
that has it is the second quote. Then each is made wrong in one place, in every way that fits it, from a fixed seed. `--lost`
shows what is thrown away.
Exit code 1 where less than .96 of the gold record passes.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from goodoffices.extraction.llm.answer import Reader
from goodoffices.extraction.llm.proof.unsupported import Unsupported
from goodoffices.extraction.proposal import Text
from goodoffices.language.folding import Span

from .proof_corrupted import KINDS, Corrupted, corrupted
from .proof_items import Given, Item, all_given

GOAL = 0.96
"""Share of the gold record's facts that has to pass."""


def made(given: Given) -> Reader:
    """A reader that has seen all claims of a text, as it has when it judges them."""
    reader = Reader(Text(given.id, given.text))
    reader.learn([item for _, items in given.facts for item in items], Span(0, len(given.text)))
    return reader


def reason(reader: Reader, item: Item, text: str) -> str:
    """Why an item is thrown away; empty where it stands."""
    try:
        reader.claim(item, Span(0, len(text)))
    except Unsupported as error:
        return error.reason
    return ""


def lost(given: Given) -> Iterator[tuple[str, str]]:
    """The facts of a text that do not pass, and why."""
    reader = made(given)
    for id_, items in given.facts:
        reasons = [why for item in items if (why := reason(reader, item, given.text))]
        if reasons:
            yield id_, reasons[0]


def passed(given: Given, rng: random.Random) -> Iterator[tuple[Corrupted, bool]]:
    """Every corrupted claim of a text, and whether it passes."""
    reader = made(given)
    for wrong in corrupted(given, rng):
        yield wrong, not reason(reader, wrong.item, given.text)


def recall(name: str, texts: Sequence[Given], shown: bool) -> float:
    """Print how many facts of a set pass; their share."""
    found = [(given.id, id_, why) for given in texts for id_, why in lost(given)]
    total = sum(len(given.facts) for given in texts)
    reasons = ", ".join(f"{n} {why}" for why, n in Counter(why for _, _, why in found).most_common())
    print(f"{name:8} {total - len(found)} of {total} pass: {1 - len(found) / total:.3f}   ({reasons})")
    for row in found if shown else ():
        print("   ", *row)
    return 1 - len(found) / total


def main(arguments: Sequence[str]) -> int:
    """Print both tables."""
    sets, rng = all_given(), random.Random(7)
    shares = {name: recall(name, texts, "--lost" in arguments) for name, texts in sets.items()}
    told, through = Counter[str](), Counter[str]()
    for texts in sets.values():
        for given in texts:
            for wrong, passes in passed(given, rng):
                told[wrong.kind] += 1
                through[wrong.kind] += passes
    for kind in (*KINDS, "all"):
        n, m = (told.total(), through.total()) if kind == "all" else (told[kind], through[kind])
        print(f"{kind:26} {m:4} of {n:4} corrupted pass: {m / max(n, 1):.3f}")
    return 0 if shares.get("gold", 1.0) >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
