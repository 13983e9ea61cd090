"""A small draft with proposed claims, comments in odd places, and reports whose letters are hostile, wide, or run to the left."""

from pathlib import Path

from goodoffices.case import Case, inspect
from goodoffices.documents import sha256_of
from goodoffices.errors import Problem
from goodoffices.marking import Store
from goodoffices.talks import Day

PRESS = """🕊️ Ann, mayor of North, led for North. 👩‍👩‍👧 The towns met on 1 March in Ford.
Bo Lind, miller, came, too. North wants a half. No toll, said Bo. No toll, said Ann.
<script>document.title = "owned"</script><img src=x onerror="document.title = 'owned'"> \u202eevil\u202c &amp; so on.
"""
ARABIC = """اجتمعت المدينتان في ٣ مارس في فورد. قالت آن إن الشمال يريد النصف.
وقال بو إنه لا رسوم على الجسر.
"""

TALKS = """# The synthesis.
format: talks/1
title: Talks of two towns    # a title
draft: true
parties:
  north: {name: North, kind: town}
  south: {name: South, kind: town}
people:
  # who talks
  ann: {name: Ann, posts: [{title: mayor, of: north, claims: [a1]}]}
delegations:
  team: {of: north, head: ann, claims: [a2]}
meetings:
  first:
    # where they met
    title: The first meeting
    participants: [north, south]
    delegations: [team]
    claims: [a3]   # the day
    date: 2025-03-01
  second: {title: The second meeting, participants: [north, south], unsourced: known to all}
issues:
  water: {options: {half: a half, most: most of it}}
positions:
  - {id: p1, party: north, issue: water, option: half, stance: demands, claims: [a5]}   # the mayor's
  - {id: p2, party: south, issue: water, option: most, stance: opposes, unsourced: known to all}
"""

RECORD = f"""# The evidence.
format: record/1
sources:
  press:
    publisher: The Paper
    printed: 2025-03-05
    language: en
    text: {{kind: original, file: sources/press.txt, sha256: {sha256_of(PRESS.encode())}}}
  arab:
    publisher: الجريدة
    printed: 2025-03-06
    language: ar
    text: {{kind: original, file: sources/arab.txt, sha256: {sha256_of(ARABIC.encode())}}}
claims:
  # the people
  - {{id: a1, source: press, type: person_post, subject: ann, predicate: post, value: mayor, for_party: north,
     words: "Ann, mayor of North", entered_by: plain 0.1.0, confidence: 0.9, status: proposed}}
  - {{id: a2, source: press, type: delegation, subject: ann, predicate: heads, value: north, meeting: first,
     words: led for North, entered_by: plain 0.1.0, confidence: 0.55, status: proposed}}    # a remark
  - id: a3
    source: press
    type: meeting
    subject: first
    predicate: date
    value: 2025-03-01      # as printed
    words: on 1 March
    entered_by: plain 0.1.0
    status: proposed
  - {{id: a4, source: press, type: person_post, subject: Bo Lind, predicate: post, value: miller, words: "Bo Lind, miller",
     entered_by: plain 0.1.0, confidence: 0.8, status: proposed}}
  - {{id: a5, source: press, type: position, subject: north, predicate: demands, value: a half, issue: water, option: half,
     words: North wants a half, entered_by: plain 0.1.0, status: proposed}}
  # the Arabic one
  - {{id: b1, source: arab, type: meeting, subject: first, predicate: date, value: 2025-03-03, words: في ٣ مارس,
     entered_by: plain 0.1.0, status: proposed}}
  - {{id: b2, source: arab, type: meeting, subject: first, predicate: place, value: Ford, words: في فورد,
     entered_by: ann, status: accepted}}
# the end
"""
DAY = Day.parse("2025-06-01")


def make(folder: Path, talks: str = TALKS, record: str = RECORD) -> Path:
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    # Bytes: no line end may be translated.
    files = {"talks.yaml": talks, "record.yaml": record, "sources/press.txt": PRESS, "sources/arab.txt": ARABIC}
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    return folder


def open_store(folder: Path, by: str = "bea") -> Store:
    return Store(folder, by, lambda: DAY)


def store_of(folder: Path) -> Store:
    return open_store(make(folder))


def texts(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_bytes().decode() for name in ("talks.yaml", "record.yaml")}


def sound(folder: Path) -> Case:
    """The case as it stands on the disk, in which `check` finds no error."""
    case, problems = inspect(folder)
    assert [str(p) for p in problems if p.level == "error"] == []
    assert case is not None
    return case


def comments(text: str) -> list[str]:
    return [line[line.index("#") :].strip() for line in text.splitlines() if "#" in line]


def fields(error: object) -> set[str]:
    """The fields that an error names."""
    problems: tuple[Problem, ...] = error.problems  # type: ignore[attr-defined]
    return {problem.file for problem in problems}
