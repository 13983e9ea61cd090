"""Reports, recorded answers of a model, and what people marked: as files, and as facts and claims that can be compared."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import yaml

from goodoffices.extraction.llm.form.schema import Proposed
from goodoffices.extraction.llm.naming.quotes import Folded, without_marks
from goodoffices.extraction.llm.passages import Passages
from goodoffices.extraction.llm.prompt import Reading, questions, task
from goodoffices.extraction.proposal import Text
from goodoffices.extraction.roster.reading import read_roster
from goodoffices.language.folding import Span, fold
from goodoffices.record import Claim, Form, one_form
from goodoffices.record.claim import ClaimType, Modality

from .extraction_score import Fact, Marked

READING = Reading()
NEEDED = ("type", "subject", "predicate", "value", "quote")


@dataclass(frozen=True, slots=True)
class Report:
    """A report of a folder."""

    name: str
    text: str

    @property
    def given(self) -> Text:
        """As an extractor sees it."""
        return Text(self.name, self.text)


@dataclass(frozen=True, slots=True)
class Marking:
    """What one person, or a model before any check, told of one report; `unplaced` could not be found in it."""

    claims: tuple[Claim, ...]
    names: dict[str, str] = field(default_factory=dict)
    unplaced: tuple[str, ...] = ()


def reports(folder: Path) -> list[Report]:
    """The texts of a folder, by name."""
    return [Report(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))]


def asked(report: Report) -> list[str]:
    """What a model is asked about a report, piece by piece."""
    return [question for _, question in questions(report.given, READING)]


def answer_files(report: Report, folder: Path) -> list[Path]:
    """Where the answers stand: NAME.json, of a long report NAME.1.json, NAME.2.json, ..."""
    count = len(asked(report))
    return [folder / (f"{report.name}.json" if count == 1 else f"{report.name}.{n}.json") for n in range(1, count + 1)]


def write_prompts(report: Report, folder: Path) -> Iterator[Path]:
    """Write what a model is told and asked, one file for each answer."""
    for path, question in zip(answer_files(report, folder), asked(report), strict=True):
        target = path.with_suffix(".prompt.txt")
        target.write_text(f"{task().told}\n\n{question}\n", encoding="utf-8")
        yield target


def write_passages(report: Report, folder: Path) -> Path:
    """Write a report for whoever marks it: its passages behind their numbers, and nothing that a program read in it."""
    target = folder / f"{report.name}.passages.txt"
    target.write_text(Passages(report.given).shown(Span(0, len(report.text))) + "\n", encoding="utf-8")
    return target


def read_marking(report: Report, folder: Path) -> Marking:
    """NAME.yaml or NAME.json of a folder."""
    path = next((p for p in (folder / f"{report.name}.yaml", folder / f"{report.name}.json") if p.exists()), None)
    if path is None:
        raise SystemExit(
            f"{folder}: no {report.name}.yaml and no {report.name}.json; expected what was marked of that report"
        )
    text = path.read_text(encoding="utf-8")
    # BaseLoader: all is text, so that a day stays a day and NO stays Norway.
    found = json.loads(text) if path.suffix == ".json" else yaml.load(text, yaml.BaseLoader)
    if not isinstance(found, dict) or not isinstance(found.get("claims"), list):
        raise SystemExit(f"{path}: expected a mapping with a list `claims`")
    names = {
        fold(str(other)): fold(str(name))
        for name, others in (found.get("names") or {}).items()
        for other in [name, *others]
    }
    return marking(report, found["claims"], names, str(path))


def marking(report: Report, items: Sequence[Any], names: dict[str, str] | None = None, where: str = "") -> Marking:
    """Claims as they were written down, each where its quote stands; nothing else of them is proved."""
    folded, passages = Folded(report.text), Passages(report.given)
    claims, unplaced = [], []
    for number, item in enumerate(items, 1):
        missing = [key for key in NEEDED if not isinstance(item, dict) or not item.get(key)]
        if missing and where:
            raise SystemExit(f"{where}: claim {number} has no {', '.join(missing)}")
        if missing:
            continue
        proposed = Proposed.model_validate({k: v for k, v in item.items() if v not in (None, "")})
        span = _place(folded, proposed, passages, Span(0, len(report.text)))
        if span is None:
            unplaced.append(f"{report.name}, claim {number}: {proposed.quote!r}")
        else:
            claims.append(_claim(report, f"C{number}", proposed, span))
    return Marking(tuple(claims), names or {}, tuple(unplaced))


def _place(folded: Folded, proposed: Proposed, passages: Passages, whole: Span) -> Span | None:
    """Where a quote stands: of several places that of the named passage, else the first."""
    found = folded.find(proposed.quote, whole) or folded.find(without_marks(proposed.quote), whole)
    named = passages.span(proposed.passage)
    return next((f for f in found if named and named.meets(f)), found[0] if found else None)


def _claim(report: Report, id_: str, proposed: Proposed, span: Span) -> Claim:
    value: str | tuple[str, ...] = proposed.value if isinstance(proposed.value, str) else tuple(proposed.value)
    if proposed.predicate == "parties" and isinstance(value, str):
        value = tuple(part.strip() for part in value.split(";"))
    form = one_form(Form(cast(ClaimType, proposed.type), proposed.predicate, value, cast(Modality, proposed.modality)))
    return Claim(
        id=id_, source=report.name, entered_by="marked", type=form.type, subject=proposed.subject, predicate=form.predicate,
        value=form.value, words=span.of(report.text), start=span.start, end=span.end, modality=form.modality,
        attributed_to=tuple(proposed.attributed_to) or ("narrator",),
    )  # fmt: skip


def marked(report: Report, told: Marking, names: dict[str, str]) -> Marked:
    """What was marked, as facts that claims are held against."""
    facts = tuple(
        Fact(
            c.id,
            c.type,
            c.subject,
            c.predicate,
            cast(Any, c.value),
            c.attributed_to[-1],
            c.modality,
            c.start or 0,
            c.end or 0,
        )
        for c in told.claims
    )
    return Marked(report.name, report.text, facts, names)


def names_of(report: Report, *told: Marking) -> dict[str, str]:
    """The names that mean one thing: as the rules read the report, and as those who marked it say; these go first."""
    roster = read_roster(report.text)
    names: dict[str, str] = {}
    for side in roster.seen.sides:
        names |= {fold(other): fold(side.name) for other in side.names}
    for person in roster.cast.people:
        names.setdefault(fold(person.split()[-1]), fold(person))
    for one in told:
        names |= one.names
    return names
