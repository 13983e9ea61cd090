"""Who talks by some reports, before anything else is read of them: so that a person can say otherwise."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from ..documents import read_bytes, shown
from ..errors import DataError
from ..record import Claim
from .batches import propose_all
from .limits import LIMITS, Limits
from .naming import WhoTalks, who_talks
from .proposal import Extractor, Text
from .read import Given, Read
from .reports import LIMIT
from .roster import NOTHING, Said


class _Nothing:
    """Proposes nothing: what is read of a report besides are its sides."""

    name = "roster"
    version = "1"

    def propose(self, text: Text) -> Sequence[Claim]:  # the interface of all extractors
        """No claims."""
        return ()


class _ByAModel(_Nothing):
    """The same, by the language model that the user names."""

    def sides(self, text: Text) -> Said:
        """Nobody where it fails: the rules read then, and no report is left out of what a person is asked."""
        # Imported here: who asks no model need not have what asks one.
        from .llm import Llm

        try:
            return Llm.from_environment().sides(text)
        except DataError:
            return NOTHING


@dataclass(frozen=True)
class Sides:
    """Makes the reader of sides alone, by rules or by the model that the user names."""

    limits: Limits = LIMITS
    by_a_model: bool = False

    def __call__(self) -> Extractor:
        """It."""
        return _ByAModel() if self.by_a_model else _Nothing()


def looked_at(
    files: Sequence[Path],
    executor: Executor,
    workers: int,
    tell: Callable[[int], None] = lambda _: None,
    sides: Sides = Sides(),
) -> list[Read]:
    """Each of the reports that can be read, with who talks by it and what it says of itself; of the others nothing is said here."""
    found: list[Read] = []
    for batch in propose_all(_given(files), sides, executor, workers):
        found += [read for read in batch if read.problem is None]
        tell(len(batch))
    return found


def _given(files: Sequence[Path]) -> Iterator[Given]:
    for file in files:
        try:
            yield Given(shown(file), read_bytes(file, LIMIT))
        except DataError:
            continue


def corrected(who: WhoTalks, said: Said) -> WhoTalks:
    """What is assumed, as a person corrects it."""
    return who_talks([(*who.parties, *who.third)], said)


__all__ = ["Sides", "corrected", "looked_at", "who_talks"]
