"""A person's second name alone, once a text has given the whole: only where the reports themselves call him so."""

from collections.abc import Iterable
from dataclasses import replace

from ..context import Context
from ..outline import Line


def shorter(context: Context, lines: Iterable[Line]) -> list[Line]:
    """The sentences of one text; a person named in full before has the short name that some report uses (`Zelensky`).

    Which part of a name may stand alone differs from language to language: the reports know it.
    """
    told = [*lines]
    for full in _named_again(context, told):
        short = full.split()[-1]
        named = False
        for index, line in enumerate(told):
            head, found, tail = line.text.partition(full) if not named else ("", "", line.text)
            told[index] = replace(line, text=head + found + (tail.replace(full, short) if named or found else tail))
            named = named or bool(found)
    return told


def _named_again(context: Context, lines: list[Line]) -> list[str]:
    """Full names told more than once whose last word stands alone in a report and is nobody else's."""
    text = " ".join(line.text for line in lines)
    return [name for name in sorted(context.short_names) if text.count(name) > 1]
