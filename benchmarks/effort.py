"""How long a person needs from the two reports to a checked case, estimated from counted actions; nobody was timed.

    python -m benchmarks.effort [plain|llm]

Needs ../shared beside the checkout. Counted for each proposal: reading it, and the key that accepts it; where the gold record bears
it out only in part (attribution, modality), an edit of one field; where not at all, a rejection with its `y`. For each fact of the
gold record that nobody proposed: selecting the words, choosing the type, typing the rest. The prices: key 0.5 s,
click or selection 3 s, a claim read 5 s. What a person thinks about, looks up or gets wrong is not in it. Exit code 1 where a goal
is missed.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.extraction.extractors import Named
from goodoffices.extraction.proposal import Text

from .extraction_score import Fact, Scored, score
from .extraction_texts import SHARED, seeds

KEY, CLICK, READ = 0.5, 3.0, 5.0
"""Seconds."""
LETTERS = 4
"""Typed of a name before the page completes it; then Tab."""
REVIEW_GOAL, WHOLE_GOAL = 4 * 60, 20 * 60
COMMANDS = ("./run draft a.txt b.txt", "./run mark draft", "./run check draft", "./run brief draft")
LINES = ("publisher: The Morning Paper", "publisher: The Evening Paper")
"""What a person types into record.yaml; and `draft: true` is taken out of talks.yaml."""


@dataclass(frozen=True, slots=True)
class Actions:
    """Counted actions of one kind of work."""

    keys: int = 0
    clicks: int = 0
    reads: int = 0

    def __add__(self, other: "Actions") -> "Actions":
        return Actions(self.keys + other.keys, self.clicks + other.clicks, self.reads + other.reads)

    @property
    def seconds(self) -> float:
        """What they take."""
        return self.keys * KEY + self.clicks * CLICK + self.reads * READ


ACCEPT = Actions(keys=1, reads=1)
EDIT = Actions(keys=1 + LETTERS + 2, clicks=1, reads=1)
"""`e`, into the field, a few letters, Tab, Enter."""
REJECT = Actions(keys=2, reads=1)
ENTER_FILES = Actions(keys=sum(len(line) + 1 for line in (*COMMANDS, *LINES)) + 1, clicks=1 + 2 * 2)
"""The commands, the address of the page, an editor with two files, a line in each."""


def added(fact: Fact) -> Actions:
    """A fact that nobody proposed: words and type with the mouse, two names and a predicate, the value, the button."""
    value = fact.value if isinstance(fact.value, str) else "; ".join(fact.value)
    # A name is completed; the words of a statement are typed to their end.
    letters = len(value) if fact.type in ("statement", "position", "outcome", "assessment", "context") else LETTERS
    return Actions(keys=3 * (LETTERS + 1) + letters + 1, clicks=3)


def reviewed(scored: Scored) -> Actions:
    """Deciding on all that was proposed of one report."""
    strict = {claim.id for _, claim in scored.strict}
    lenient = {claim.id for _, claim in scored.lenient}
    total = Actions()
    for claim in scored.claims:
        total += ACCEPT if claim.id in strict else EDIT if claim.id in lenient else REJECT
    return total


def completed(scored: Scored) -> Actions:
    """Recording what was not proposed of one report."""
    found = {fact.id for fact, _ in scored.lenient}
    return sum((added(fact) for fact in scored.facts if fact.id not in found), Actions())


def report(name: str) -> bool:
    """The table of one extractor; whether the goals are met."""
    extractor = Named(name)()
    results = [score(marked, extractor.propose(Text(marked.id, marked.text))) for marked in seeds()]
    rows: list[tuple[str, Actions, float | None]] = []
    for one in results:
        rows.append((f"{one.document}: reviewing {len(one.claims)} proposals", reviewed(one), REVIEW_GOAL))
        missed = len(one.facts) - len(one.lenient)
        rows.append((f"{one.document}: recording {missed} missed facts", completed(one), None))
    rows.append(("commands, publishers, draft mark", ENTER_FILES, None))
    rows.append(("from the two reports to case and brief", sum((row[1] for row in rows), Actions()), WHOLE_GOAL))
    print(f"\n{name}, estimated from counted actions\n  {'':46} keys clicks reads  min:s")
    good = True
    for told, actions, goal in rows:
        met = goal is None or actions.seconds <= goal
        good &= met
        end = "" if goal is None else f"   goal {goal // 60:.0f}:00{'' if met else ' MISSED'}"
        time = f"{int(actions.seconds) // 60}:{int(actions.seconds) % 60:02}"
        print(f"  {told:46} {actions.keys:4} {actions.clicks:6} {actions.reads:5}  {time:>5}{end}")
    return good


def main(arguments: Sequence[str]) -> int:
    """Print a table for each extractor."""
    if not (SHARED / "gold").is_dir():
        print("no gold record beside the checkout")
        return 0
    good = [report(name) for name in arguments or ("plain",)]  # all of them are printed, whatever the first says
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
