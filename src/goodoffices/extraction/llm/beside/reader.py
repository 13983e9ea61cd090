"""Two reports and a model: what it says that they tell differently, as far as both sides hold the words. Read this one first."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ....accounts import Difference
from ....accounts.align import Aligned
from ....accounts.reading.passages import Passage
from ....errors import DataError, Problem
from .. import report
from ..client import Client
from ..proof.unsupported import Unsupported
from ..settings import Settings
from .proved import Proof
from .question import MOST, question, task

LONGEST = 60_000
"""Letters of two reports that are sent at once: what stands far apart is not read together otherwise."""


class Beside:
    """Reads two reports side by side, for `accounts.side_by_side(texts, told=...)`, by asking the model that the user names.

    That two passages tell one thing differently is the model's judgement. What is proved is that the words stand where it says,
    letter by letter, in either report: a report that gives the model orders brings out passages of the reports at most.
    """

    def __init__(self, settings: Settings, by: str) -> None:
        """`by`: the name under which its judgement is told."""
        self._client, self.by = Client(settings, task()), by
        self.stood = 0
        """Differences whose words were found, since this was made."""
        self.thrown: Counter[str] = Counter()
        """What was thrown away, by reason."""

    def __call__(self, aligned: Aligned) -> Iterator[tuple[Passage, Passage, Difference]]:
        """The differences of two reports, in the model's order: the surest and gravest first."""
        _check_length(aligned)
        if not aligned.a.passages or not aligned.b.passages:
            return  # whatever a model told of nothing would be invented
        found, proof = self._client.listed(question(aligned)), Proof(aligned)
        if len(found) > MOST:
            self.thrown[report.MANY] += len(found) - MOST
        for rank, item in enumerate(found[:MOST]):
            try:
                p, q, difference = proof.of(item, round(1 / (1 + rank), 6))
            except Unsupported as error:
                self.thrown[error.reason] += 1
            else:
                self.stood += 1
                yield p, q, replace(difference, by=self.by)

    def told(self) -> str:
        """One sentence for the user."""
        reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(self.thrown.items()))
        thrown = f", {self.thrown.total()} thrown away ({reasons})" if reasons else ""
        return f"{self.stood} {'difference' if self.stood == 1 else 'differences'} told by the model{thrown}."


def length(aligned: Aligned) -> int:
    """Letters of the two."""
    return len(aligned.a.text) + len(aligned.b.text)


def _check_length(aligned: Aligned) -> None:
    if length(aligned) > LONGEST:
        found, expected = f"{length(aligned):,} letters in this report and {aligned.b.id}", f"{LONGEST:,} at most"
        raise DataError([Problem(aligned.a.id, 0, 0, found, f"{expected}; cut them, or compare them without a model")])
