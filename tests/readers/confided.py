"""The invented example with confidences: a letter of one side, a note of the team's own, words of somebody who may not be named."""

import shutil
from pathlib import Path

from goodoffices.documents import sha256_of

from ..case.cases import TWO_VALLEYS

TEXTS = {
    "letter": "We would accept half of the summer water, said president Edda Rusk to us. Lower Tavnis is not to know it.\n",
    "note": "We received Lower Tavnis alone in the mill at Hask. Lindrel told us aside that a fixed fee would do.\n",
    "corridor": "Pavo Lindrel said over tea that no paper will be signed this year.\n",
}


def _sources() -> str:
    heads = {
        "letter": "  L:\n    publisher: Council of Upper Tavnis\n    printed: 2031-05-20\n    side: upper\n    readers: [upper]\n",
        "note": "  N:\n    publisher: Saltmoor Office\n    printed: 2031-05-14\n    side: team\n",
        "corridor": "  T:\n    publisher: Saltmoor corridor\n    printed: 2031-05-14\n    side: mediator\n    attribution: none\n",
    }
    return "".join(
        f"{head}    text: {{kind: original, file: sources/{key}.txt, sha256: {sha256_of(TEXTS[key].encode())}}}\n"
        for key, head in heads.items()
    )


CLAIMS = """  - {id: L1, source: L, type: position, subject: upper, predicate: accepts, value: half of the summer water,
     issue: water, option: half, attributed_to: [narrator, rusk], words: We would accept half of the summer water,
     entered_by: analyst}
  - {id: N1, source: N, type: meeting, subject: lower-alone, predicate: venue, value: mill at Hask, words: in the mill at Hask,
     entered_by: analyst}
  - {id: N2, source: N, type: position, subject: lower, predicate: supports, value: a fixed fee each year, issue: fee,
     option: yearly, attributed_to: [narrator, lindrel], words: a fixed fee would do, entered_by: analyst}
  - {id: T1, source: T, type: statement, subject: lindrel, predicate: said, value: no paper will be signed this year,
     attributed_to: [narrator, lindrel], words: no paper will be signed this year, entered_by: analyst}
"""
POSITIONS = """  - {id: p16, party: upper, issue: water, option: half, stance: accepts, told_by: rusk, claims: [L1]}
  - {id: p17, party: lower, issue: fee, option: yearly, stance: supports, told_by: lindrel, supersedes: p14, claims: [N2]}

conditions:
"""
STATEMENT = """  - {id: s7, by: lindrel, text: Lindrel told us that there will be no paper, claims: [T1]}

support:
"""


def swap(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


def confided(folder: Path, *more: tuple[str, str]) -> Path:
    """The case in a folder; `more`: changes of talks.yaml."""
    shutil.copytree(TWO_VALLEYS, folder)
    for key, text in TEXTS.items():
        (folder / "sources" / f"{key}.txt").write_bytes(text.encode())
    record = (folder / "record.yaml").read_text()
    record = swap(record, "\n# `words` is the shortest", f"{_sources()}\n# `words` is the shortest")
    (folder / "record.yaml").write_text(swap(record, "\nclaims:\n", f"\nclaims:\n{CLAIMS}"))
    talks = (folder / "talks.yaml").read_text()
    for old, new in (
        ("    claims: [A21, A22]\n", "    venue: the mill at Hask\n    claims: [A21, A22, N1]\n"),
        ("\nconditions:\n", POSITIONS), ("\nsupport:\n", STATEMENT), ("format: talks/1\n", 'format: talks/1\nstamp: "TLP:AMBER"\n'),
        *more,
    ):  # fmt: skip
        talks = swap(talks, old, new)
    (folder / "talks.yaml").write_text(talks)
    return folder
