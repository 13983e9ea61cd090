"""The reports of a case read side by side by the language model that the user names."""

from collections.abc import Iterable
from pathlib import Path

from ..accounts import Difference, Telling
from ..accounts.align import Aligned
from ..accounts.neighbours import FEW
from ..accounts.reading.passages import Passage
from ..case import read_case
from ..documents import shown
from ..errors import DataError
from ..extraction.together import read_in_pairs
from ..marking.lock import locked
from .executors import ended_by_a_signal
from .failures import message, say
from .sending import require_open


def together(folder: Path, few: bool = False) -> bool:
    """Ask about each two reports that were not read together, and keep the answers; whether all was answered.

    `few`: nothing is asked of more reports than a person waits for, and that is said.
    """
    # Imported here: who asks no model need not have what asks one.
    from ..extraction.llm import Llm

    model, case = Llm.from_environment(), read_case(folder)
    number = len(case.record.sources)
    if number < 2:
        return True
    if few and number > FEW:
        say(
            f"{number} reports are set side by side by rules; goodoffices compare {shown(folder)} --extractor llm asks."
        )
        return True
    if model.leaves_this_machine:
        require_open([folder], model.sends_to)
    reader = model.beside()
    try:
        with locked(folder), ended_by_a_signal():
            found = read_in_pairs(read_case(folder), _told(reader, model.sends_to), reader.by)
    except DataError as error:
        for problem in error.problems:
            say(message(problem))
        say("What the model did not read side by side is told apart by rules; the same again goes on from there.")
        return False
    if found.too_long:
        say(f"Too long to be read together, and told apart by rules: {found.too_long} of the pairs of reports.")
    nothing = "No other two of its reports were to be read together: nothing was sent."
    say(reader.told() if found.asked else nothing)
    return True


def _told(reader: Telling, address: str) -> Telling:
    """The reader; before it is asked for the first time it is said where the texts go."""
    waiting = [f"The texts are sent to {address}, two at a time."]

    def told(aligned: Aligned) -> Iterable[tuple[Passage, Passage, Difference]]:
        while waiting:
            say(waiting.pop())
        return reader(aligned)

    return told
