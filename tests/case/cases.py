"""A small sound case, and cases made from it by changing its text; `«` marks the place where a mistake is to be told."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from goodoffices.case import Case, inspect, read_case
from goodoffices.documents import Plain, sha256_of
from goodoffices.errors import Level, Problem

ROOT = Path(__file__).resolve().parents[2]
ISTANBUL = ROOT / "examples" / "istanbul-2025"
BLACK_SEA = ROOT / "examples" / "black-sea-2022"
TWO_VALLEYS = ROOT / "examples" / "two-valleys"
EXAMPLES = (ISTANBUL, BLACK_SEA, TWO_VALLEYS)

PRESS = """Ann, mayor of North, led for North. The towns met on 1 March. They met again the next day.
North wants a half. South wants no toll. No toll, no toll, it said. The Board — grün — chaired. No deal came.
"""
WIRE = "The towns met on 3 March. In April North wanted most of it.\n"

TALKS = """# The synthesis.
format: talks/1
title: Talks of two towns
parties:
  north: {name: North, kind: town}
  south: {name: South, kind: town}
third_parties:
  board: {name: The Board, kind: company}
people:
  ann: {name: Ann, posts: [{title: mayor, of: north, claims: [a1]}]}
delegations:
  team: {of: north, head: ann, claims: [a2]}
rounds:
  spring: {title: Spring, start: 2025-03, end: 2025-04}
meetings:
  first:
    date: 2025-03-01
    round: spring
    participants: [north, south]
    roles: [{who: board, role: chair, claims: [a8]}]
    claims: [a3]
  second: {date: 2025-03-02, after: [first], delegations: [team], claims: [a4]}
issues:
  water: {ordered: true, options: {half: a half, most: most of it}}
  tolls: {options: {free: no toll, fee: a toll}}
positions:
  - {id: p1, party: north, issue: water, option: half, stance: demands, claims: [a5]}
  - {id: p2, party: south, issue: tolls, option: free, stance: demands, told_by: "board?", claims: [a6]}
  - {id: p3, party: north, issue: water, option: most, stance: demands, supersedes: p1, claims: [b2]}
conditions:
  - {id: c1, by: south, what: talks, only_if: no toll, claims: [a6]}
support:
  - {by: board, text: the talks, unsourced: known to all}
instruments:
  paper: {title: The Paper, meeting: second, between: [north, south], unsourced: at hand}
outcome:
  not_agreed:
    - {text: No deal, meeting: second, claims: [a9]}
links:
  - {if: {water: [most]}, then: {tolls: [fee]}, claims: [b2]}
"""

RECORD = f"""# The evidence.
format: record/1
sources:
  press:
    publisher: The Paper
    printed: 2025-03-05
    text: {{kind: original, file: sources/press.txt, sha256: {sha256_of(PRESS.encode())}}}
  wire:
    publisher: The Wire
    entered_on: 2025-04-10
    text: {{kind: restatement, file: sources/wire.txt, sha256: {sha256_of(WIRE.encode())}}}
claims:
  - {{id: a1, source: press, type: person_post, subject: ann, predicate: post, value: mayor, for_party: north,
     words: "Ann, mayor of North", entered_by: me}}
  - {{id: a2, source: press, type: delegation, subject: ann, predicate: heads, value: north, words: led for North,
     entered_by: me}}    # a remark
  - {{id: a3, source: press, type: meeting, subject: first, predicate: date, value: 2025-03-01, words: on 1 March,
     entered_by: me}}
  - id: a4
    source: press
    type: meeting
    subject: second
    predicate: date
    value: 2025-03-02
    words: met again the next day
    entered_by: me
  - {{id: a5, source: press, type: position, subject: north, predicate: demands, value: a half, issue: water,
     option: half, words: North wants a half, entered_by: me}}
  - {{id: a6, source: press, type: position, subject: south, predicate: demands, value: no toll, issue: tolls,
     option: free, attributed_to: [narrator, south], words: South wants no toll, entered_by: me}}
  - {{id: a7, source: press, type: statement, subject: south, predicate: said, value: no toll, words: "No toll, no toll",
     entered_by: me, status: edited}}
  - {{id: a8, source: press, type: mediation, subject: board, predicate: chairs, value: first,
     words: The Board — grün — chaired, entered_by: me}}
  - {{id: a9, source: press, type: outcome, subject: second, predicate: not_agreed, value: a deal,
     words: No deal came, entered_by: me}}
  - {{id: b1, source: wire, type: meeting, subject: first, predicate: date, value: 2025-03-03, words: on 3 March,
     entered_by: me}}
  - {{id: b2, source: wire, type: position, subject: north, predicate: demands, value: most of it, issue: water,
     option: most, words: North wanted most of it, entered_by: me}}
findings:
  - {{slot: "date:first", verdict: disputed, claims: [a3, b1], by: me, reason: the two differ}}
"""

HEAD = "format: preferences/1\nstatus_quo: {water: half, tolls: fee}\nparties:\n"
ASSUMED = "assumed: {by: me, why: x}"
# South says a6 and a7 itself (through the chain of speakers); what a5 and b2 say of North is told by the narrator.
PREFERENCES = f"""{HEAD}  north:
    orders:
      - {{issue: water, best_first: [most, half], told: [b2], adopted: {{by: me, why: it was seen so}}}}
      - {{issue: tolls, best_first: [[fee, free]], {ASSUMED}}}
    importance: [{{swing: [water, half, most], over: [tolls, fee, free], {ASSUMED}}}]
    red_lines: [{{issue: tolls, option: free, {ASSUMED}}}]
    packages: [{{accepts: {{water: most}}, {ASSUMED}}}, {{refuses: {{tolls: free, water: half}}, {ASSUMED}}}]
    no_deal: {{package: status_quo, {ASSUMED}}}
  south:
    orders: [{{issue: tolls, best_first: [free, fee], own: [a6]}}]
    no_deal: unknown
"""
CONFLICT = """decision_makers: {north: North, south: South}
options: {close: {of: north, moves: up}, pay: {of: south}}
infeasible: [{close: true, pay: true}]
preferences: {north: [[NY], [NN, YN]], south: [[NN], [NY], [YN]]}
status_quo: NN
basis: {north: {assumed: {by: me, why: x}}}
"""


class Mistake(NamedTuple):
    """A change of one file, the mistake that it makes, and how it is told; `expected` is a part of what is expected."""

    file: str
    old: str
    new: str
    found: str
    expected: str
    nearest: str | None = None
    level: Level = "error"


def make(folder: Path, talks: str = TALKS, record: str = RECORD, press: str = PRESS, wire: str = WIRE) -> Path:
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    # Bytes: no line end may be translated, or the SHA-256 would differ.
    (folder / "talks.yaml").write_bytes(talks.encode())
    (folder / "record.yaml").write_bytes(record.encode())
    (folder / "sources" / "press.txt").write_bytes(press.encode())
    (folder / "sources" / "wire.txt").write_bytes(wire.encode())
    return folder


def small_case(folder: Path, *swaps: tuple[str, str]) -> Case:
    """The small case with some of its text swapped; it must be sound."""
    return read_case(make(folder, **swapped(swaps)))


def swapped(swaps: tuple[tuple[str, str], ...]) -> dict[str, str]:
    texts = {"talks": TALKS, "record": RECORD}
    for old, new in swaps:
        file = "talks" if old in TALKS else "record"
        texts[file] = swap(texts[file], old, new)
    return texts


def swap(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the text"
    return text.replace(old, new)


def told(folder: Path, mistake: Mistake) -> tuple[list[Problem], Problem]:
    """What is told of a case with this mistake, and what should be."""
    texts = {"talks.yaml": TALKS, "record.yaml": RECORD}
    changed = swap(texts[mistake.file], mistake.old, mistake.new)
    line, column = place_of_mark(changed)
    texts[mistake.file] = changed.replace("«", "")
    make(folder, texts["talks.yaml"], texts["record.yaml"])
    _, problems = inspect(folder)
    name = str(folder / mistake.file)
    return problems, Problem(name, line, column, mistake.found, mistake.expected, mistake.nearest, mistake.level)


def place_of_mark(text: str) -> tuple[int, int]:
    before = text[: text.index("«")]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def assert_told(problems: list[Problem], wanted: Problem) -> None:
    """One problem, with this place and these words; `expected` may say more."""
    assert len(problems) == 1, list(map(str, problems))
    (one,) = problems
    assert (one.file, one.line, one.column) == (wanted.file, wanted.line, wanted.column), str(one)
    assert (one.found, one.nearest, one.level) == (wanted.found, wanted.nearest, wanted.level), str(one)
    assert wanted.expected in one.expected


def errors(problems: list[Problem]) -> list[Problem]:
    return [p for p in problems if p.level == "error"]


def yaml_of(value: Plain) -> str:
    """Plain values as YAML in brackets, every text in quotation marks."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_quoted(key)}: {yaml_of(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(yaml_of, value)) + "]"
    if isinstance(value, str):
        return _quoted(value)
    return (
        {None: "null", True: "true", False: "false"}[value] if value is None or isinstance(value, bool) else str(value)
    )


def _quoted(text: str) -> str:
    return '"' + "".join(c if c.isascii() and c.isalnum() else f"\\U{ord(c):08X}" for c in text) + '"'
