"""Raw texts side by side, for `goodoffices compare`: reads the files, and prints what two tell differently."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import typer
from rich.console import Console
from rich.text import Text

from ..accounts import ABOUT, Difference, Pair, Side, SideBySide, as_data, side_by_side
from ..brief.english import capital, listed
from ..brief.judged import whose_judgement
from ..case import Case
from ..documents import json_text, visible
from ..extraction.extractors import Named
from ..extraction.reports import read_report_file
from ..language.folding import Span
from .console import standard_output
from .failures import say
from .sending import require_open

SHOWN = 20
"""Pairs of passages that are printed; JSON has all."""
ALONE = 8
"""Sentences found in one report alone that are printed; JSON has all."""


def files(paths: Sequence[Path], as_json: bool, make: Named) -> None:
    """Set reports side by side, each under the name of its file, by rules or by the model that the user names."""
    texts = {name: _text(path) for name, path in _named(paths).items()}
    found = side_by_side(texts) if make.name == "plain" else _asked(texts, paths)
    if as_json:
        typer.echo(json_text(as_data(found)))
        return
    show(standard_output(), found, {name: name for name in texts})


def _asked(texts: Mapping[str, str], paths: Sequence[Path]) -> SideBySide:
    """What a model tells; where the texts go is said before they go."""
    # Imported here: who asks no model need not have what asks one.
    from ..extraction.llm import Llm

    model = Llm.from_environment()
    if model.leaves_this_machine:
        require_open(paths, model.sends_to)
    reader = model.beside()
    say(f"The texts are sent to {model.sends_to}, two at a time.")
    found = side_by_side(texts, told=reader)
    say(reader.told())
    return found


def _named(paths: Sequence[Path]) -> dict[str, Path]:
    """Each file under its name, or where two have one name under its path; the same path twice is a report twice."""
    names = [path.name for path in paths]
    found: dict[str, Path] = {}
    for path in paths:
        name = path.name if names.count(path.name) == 1 else str(path)
        while name in found:
            name += "'"
        found[name] = path
    return found


def _text(path: Path) -> str:
    """The text of a report; of a plain text in UTF-8 the very one of the file, so that places in it hold there, too."""
    report = read_report_file(path)
    if report.kind == "text":
        try:
            return report.raw.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return report.text


def limits(case: Case) -> Mapping[str, int]:
    """How many characters of a source may be quoted in one place, where that is limited."""
    sources = case.record.sources
    return {
        key: limit
        for key in case.texts.keys() & sources.keys()
        if sources[key].text.kind != "restatement" and (limit := sources[key].quote_limit) is not None
    }


def show(
    console: Console,
    found: SideBySide,
    names: Mapping[str, str],
    quoted: Mapping[str, int] | None = None,
) -> None:
    """Print the pairs of passages that are told differently, the heaviest first, then what was found in one alone."""
    number = len(found.pairs)
    told = f"{number} {'passage' if number == 1 else 'passages'} told differently" if number else _nothing(found)
    console.print(Text(f"Side by side: {told}", style="bold"))
    if whose := whose_judgement(found.pairs):
        console.print(Text(visible(f"{whose}; only that the words stand there is proved."), style="yellow"))
    for copy, of in found.copied.items():
        line = f"{names[copy]} seems to be taken from {names[of]}: the two are one witness."
        console.print(Text(visible(line), style="yellow"))
    if found.across and any(pair.by is None for pair in found.pairs):
        console.print(
            "Of reports in different languages only days and numbers are compared, beside the names they share."
        )
    for pair in found.pairs[:SHOWN]:
        _print_pair(console, found, names, quoted or {}, pair)
    if number > SHOWN:
        console.print(f"\n... and {number - SHOWN} more; --json has all")
    for source, sides in found.only.items():
        if sides:
            _print_alone(console, found, visible(names[source]), sides, (quoted or {}).get(source))
    if any(found.only.values()):
        console.print("\nWhat was found in one alone may stand in another one in other words.")


def _nothing(found: SideBySide) -> str:
    return "no passage is told differently" if len(found.sources) > 1 else "one text alone"


def _print_pair(
    console: Console, found: SideBySide, names: Mapping[str, str], quoted: Mapping[str, int], pair: Pair
) -> None:
    kinds = dict.fromkeys(ABOUT[d.kind] for d in pair.differences)
    console.print()
    console.print(Text(capital(listed(kinds)), style="yellow"))
    for side, other in ((pair.a, False), (pair.b, True)):
        spans = [_span(d, other) for d in pair.differences]
        line = Text(f"  {visible(names[side.source])}: ", style="bold" if console.color_system else "")
        line.append_text(_marked(console, found.texts[side.source], side, spans, quoted.get(side.source)))
        console.print(line)


def _span(difference: Difference, other: bool) -> Span:
    return difference.b if other else difference.a


def _marked(console: Console, text: str, side: Side, spans: Sequence[Span], limit: int | None) -> Text:
    """A sentence with the differing words in bold, or in brackets where there is no colour."""
    end = side.end if limit is None else min(side.end, side.start + limit)
    line, at = Text(style="not bold"), side.start
    for span in _apart([s for s in spans if s.end <= end]):
        line.append(_words(text, at, span.start))
        words = _words(text, span.start, span.end)
        line.append(*((words, "bold red") if console.color_system else (f"[{words}]", "")))
        at = span.end
    line.append(_words(text, at, end) + (" [...]" if end < side.end else ""))
    return line


def _apart(spans: Sequence[Span]) -> list[Span]:
    """In their order, and none within another."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found


def _words(text: str, start: int, end: int) -> str:
    """A stretch of a report on one line; line ends within it are spaces."""
    return visible("".join(" " if c in "\r\n\t" else c for c in text[start:end]))


def _print_alone(console: Console, found: SideBySide, name: str, sides: Sequence[Side], limit: int | None) -> None:
    console.print()
    console.print(Text(f"Found in {name} alone ({len(sides)})", style="bold"))
    for side in sides[:ALONE]:
        console.print(Text("  ") + _marked(console, found.texts[side.source], side, (), limit))
    if len(sides) > ALONE:
        console.print(f"  ... and {len(sides) - ALONE} more")
