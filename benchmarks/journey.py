"""From two reports that nobody has seen to the brief of their draft: what stands in it, and whether it is right.

    python -m benchmarks.journey [FOLDER] [--answers ANSWERS]

FOLDER holds pairs as `pair01.json` with `pair01-a.txt` and `pair01-b.txt`: facts with their headings, planted
differences, who met, when, where, under whom. Without it: tests/data/planted. Of facts it counts those whose words lie
in what stands under a heading, and those under their own; of what is told in sentences of the program, what is right
and how much of it is told; of planted differences, those of which both passages stand together under *told
differently*. Only totals are printed, each with its interval (Wilson, 95 %). With `--answers` a
language model reads, by its recorded answers (`asked`): a kind of question without any is answered by nothing found.
"""

import argparse
import os
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from goodoffices.brief import build_outline
from goodoffices.brief.context import Context
from goodoffices.brief.outline import Outline, lines_of
from goodoffices.brief.sections.glance import main_meeting
from goodoffices.case import Case, read_case
from goodoffices.extraction.batches import Inline
from goodoffices.extraction.begin import begin
from goodoffices.extraction.extractors import Named
from goodoffices.extraction.llm import Llm
from goodoffices.extraction.llm.beside import Beside
from goodoffices.extraction.llm.settings import ADDRESS, MODEL
from goodoffices.extraction.together import read_in_pairs
from goodoffices.language.folding import fold
from goodoffices.talks import Day

from .asked import recorded
from .passages import interval
from .replayed import replaying
from .written import DATA, Pair, Told, pairs_of

RULES = Named("plain")
_SECTION = {"met": "glance"}


@dataclass
class Tally:
    """Right ones and all, by what is counted."""

    right: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)

    def add(self, what: str, right: bool) -> None:
        """One more."""
        self.all[what] += 1
        self.right[what] += right

    def lines(self) -> Iterator[str]:
        """Each with its share and interval."""
        for what in sorted(self.all):
            low, high = interval(self.right[what], self.all[what])
            share = self.right[what] / self.all[what]
            yield f"{what:32}{self.right[what]:5} of {self.all[what]:5}   {share:.2f}  ({low:.2f} to {high:.2f})"


def drafted(pair: Pair, folder: Path, make: Named = RULES) -> Case:
    """The draft of a pair of reports."""
    files = []
    for key, text in pair.texts.items():
        files.append(folder / f"{key}.txt")
        files[-1].write_text(text, encoding="utf-8")
    begin(folder / "draft", files, make, Inline(), Day.parse(date.today().isoformat()))
    return read_case(folder / "draft")


def score(pair: Pair, tally: Tally, make: Named, reader: Beside | None = None) -> None:
    """Make the brief of a pair, and count what it tells."""
    with tempfile.TemporaryDirectory() as folder:
        case = drafted(pair, Path(folder), make)
        if reader is not None:
            read_in_pairs(case, reader, "recorded")
            case = read_case(case.folder)
        outline = build_outline(case)
    texts = dict(zip(case.record.sources, pair.texts, strict=True))
    _facts(pair, outline, texts, tally)
    _plants(pair, outline, texts, tally)
    _typed(pair, Context.of(case), tally)


def _facts(pair: Pair, outline: Outline, texts: dict[str, str], tally: Tally) -> None:
    shown = [
        (section.id, texts[source], start, end)
        for section in outline.sections if section.id != "differs"
        for line in lines_of(section) for source, start, end in line.passages
    ]  # fmt: skip
    words = sum(len(pair.texts[key][start:end].split()) for _, key, start, end in shown)
    tally.right["words shown"] += words
    tally.all["words shown"] += sum(len(text.split()) for text in pair.texts.values())
    for fact in pair.facts:
        at = pair.texts[fact.account].index(fact.words)
        found = {s for s, key, start, end in shown if key == fact.account and start <= at < end}
        tally.add("facts shown", bool(found))
        tally.add("facts under their heading", _SECTION.get(fact.heading, fact.heading) in found)


def _plants(pair: Pair, outline: Outline, texts: dict[str, str], tally: Tally) -> None:
    told = [
        [(texts[source], start, end) for source, start, end in line.passages]
        for section in outline.sections if section.id == "differs" for line in lines_of(section)
    ]  # fmt: skip
    for plant in pair.plants:
        places = [(key, pair.texts[key].index(words)) for key, words in (("a", plant.a), ("b", plant.b))]
        both = any(all(any(k == key and s <= at < e for k, s, e in one) for key, at in places) for one in told)
        tally.add("planted differences told", both)
    tally.right["differences told, of ten"] += len(told)
    tally.all["differences told, of ten"] += 10


def _typed(pair: Pair, context: Context, tally: Tally) -> None:
    """What the program tells in sentences of its own, against what either report tells."""
    gold = pair.told
    told = list(_sentences(context))
    for what in {one.what for one in gold}:
        tally.add(f"recall {what}", any(one.what == what for one in told))
    for one in told:
        tally.add("precision", any(_same(one, right) for right in gold))
        tally.add(f"precision {one.what}", any(_same(one, right) for right in gold))


def _sentences(context: Context) -> Iterator[Told]:
    """What stands at a glance in sentences of the program."""
    case, key = context.case, main_meeting(context)
    if key is not None:
        meeting = case.talks.meetings[key]
        sat = (*meeting.participants, *(case.talks.delegations[key].of for key in meeting.delegations))
        who = tuple(dict.fromkeys(map(case.names.label, sat)))
        if who:
            yield Told("who", who)
        if meeting.date.said:
            yield Told("when", (meeting.date.text,))
        if meeting.venue or meeting.place:
            yield Told("where", tuple(filter(None, (meeting.venue, meeting.place))))
    for delegation in case.talks.delegations.values():
        if delegation.head is not None:
            yield Told("led", (case.names.label(delegation.of), case.names.label(delegation.head)))


def _same(told: Told, right: Told) -> bool:
    if told.what != right.what:
        return False
    if told.what == "when":
        return told.names[0].removeprefix("about ") == right.names[0]
    if told.what == "where":
        return any(_alike(a, b) for a in told.names for b in right.names)
    sets = right.sets or tuple((name,) for name in right.names)
    meant = [_meant(name, sets) for name in told.names]
    return None not in meant and len({*meant}) > 1


def _meant(name: str, sets: Sequence[Sequence[str]]) -> int | None:
    """Which of several has the name: who bears it letter by letter, before who bears one like it."""
    same = (n for n, some in enumerate(sets) if fold(name) in map(fold, some))
    return next(same, next((n for n, some in enumerate(sets) if any(_alike(name, one) for one in some)), None))


def _alike(a: str, b: str) -> bool:
    """Whether two prints mean one: the one within the other, or most words shared."""
    x, y = fold(a).removeprefix("the "), fold(b).removeprefix("the ")
    common = {*x.split()} & {*y.split()}
    return x in y or y in x or 2 * len(common) > min(len(x.split()), len(y.split()))


@contextmanager
def asking(pairs: Path, answers: Path | None) -> Iterator[tuple[Named, Beside | None]]:
    """Who reads: the rules, or the client of a model that gives its recorded answers."""
    if answers is None:
        yield RULES, None
        return
    known = recorded(pairs, answers)
    with replaying(known, otherwise='{"claims": []}') as address:
        os.environ |= {ADDRESS: address, MODEL: "recorded"}
        together = any(one.startswith("The reports stand") for one in known)
        yield Named("llm"), Llm.from_environment().beside() if together else None


def main(folder: Path, answers: Path | None) -> None:
    """Score all pairs."""
    tally = Tally()
    with asking(folder, answers) as (make, reader):
        for pair in pairs_of(folder):
            score(pair, tally, make, reader)
    print("\n".join(tally.lines()))


if __name__ == "__main__":
    known = argparse.ArgumentParser()
    known.add_argument("folder", nargs="?", type=Path, default=DATA / "planted")
    known.add_argument("--answers", type=Path)
    told = known.parse_args()
    main(told.folder, told.answers)
