"""The cases that the tests of the brief are tried on, every form of a brief as text, and what an outline holds."""

import io
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from pypdf import PdfReader
from rich.console import Console

from goodoffices.brief import Outline, brief_bytes, build_outline
from goodoffices.brief.html import html_text
from goodoffices.brief.markdown import markdown_text
from goodoffices.brief.outline import Line, Section
from goodoffices.brief.terminal import print_brief
from goodoffices.case import Case, Changes, read_case
from goodoffices.documents import Plain, read_yaml, sha256_of

from ..case.cases import BLACK_SEA, ISTANBUL, ROOT, TWO_VALLEYS, make, small_case, yaml_of

__all__ = ["BLACK_SEA", "ISTANBUL", "ROOT", "TWO_VALLEYS", "make"]

NASTY = {
    "a script": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "an attribute": '" onmouseover="alert(3)" x=\'',
    "a style": "</style><style>@import url(http://evil.example/x.css);</style>",
    "signs of HTML": "Ö & Co &lt;b&gt; &#60;script&#62;",
    "a template": "{{ 7 * 7 }} {% raw %}",
    "a link of Markdown": "[x](javascript:alert(4)) ![y](http://evil.example/y.png) <javascript:alert(5)>",
    "marks of Markdown": "| a | `b` ```c``` **d** _e_ # f ~~g~~ $h$ \\",
    "marks of rich": "[bold red]x[/] [link=http://evil.example]y[/link] :smile:",
    "escapes of a terminal": "\x1b[31mred\x1b]0;title\x07 \x9b2J \x08\x08\x7f",
    "a turned direction": "safe \u202egnp.exe\u202c \u2066x\u2069 end",
    "lines": "one\r\ntwo\tthree\u2028four\u2029five\x85six",
    "emoji": "👩‍👩‍👧‍👦 🇺🇦 e\u0301 \ufeff",
    "Arabic": "محادثات (2025) جنيف",
    "Hebrew": "שיחות בין הצדדים (2025)",
    "Georgian and Chinese": "მოლაპარაკება 和平谈判，停火三十天",
    "a long word": "W" * 10_000,
}
_SHOWN = frozenset(
    "title name text what only_if others why place venue publisher note as_printed reason term adjective licence".split()
)
"""Keys whose values are words for people, never ids."""


@cache
def istanbul() -> Case:
    """The first example."""
    return read_case(ISTANBUL)


@cache
def black_sea() -> Case:
    """The second example."""
    return read_case(BLACK_SEA)


@cache
def labour() -> Case:
    """A wage dispute with awkward names, whose accounts differ as planted."""
    return read_case(ROOT / "tests" / "data" / "labour")


@cache
def two_valleys() -> Case:
    """The invented example, which says what its parties want."""
    return read_case(TWO_VALLEYS)


def examples() -> list[Callable[[], Case]]:
    """Both examples, for `parametrize`."""
    return [istanbul, black_sea]


def hostile(folder: Path, words: str) -> Case:
    """The first example with all words for people, those of the sources included, replaced by these."""
    talks, record = _plain(ISTANBUL / "talks.yaml"), _plain(ISTANBUL / "record.yaml")
    counter = iter(range(1, 10**6))
    talks, record = _replaced(talks, words, counter), _replaced(record, words, counter)
    for issue in talks["issues"].values():
        issue["options"] = {key: f"{words} {next(counter)}" for key in issue["options"]}
    for assessment in talks["assessments"]:
        assessment["by"] = f"{words} {next(counter)}"
    texts: dict[str, list[str]] = {"A": [], "B": []}
    for number, claim in enumerate(record["claims"]):
        claim.pop("original")
        claim["words"] = f"{words} «{number}»"
        if claim["type"] in ("statement", "outcome", "assessment"):
            claim["value"] = f"{words} {number}"
        texts[claim["source"]].append(f"before {claim['words']} after")
    for key, lines in texts.items():
        source = record["sources"][key]
        text = "\n".join(lines).encode()
        source["text"]["sha256"] = sha256_of(text)
        source.pop("original")
        (folder / "sources").mkdir(parents=True, exist_ok=True)
        (folder / source["text"]["file"]).write_bytes(text)
    (folder / "talks.yaml").write_bytes(yaml_of(talks).encode())
    (folder / "record.yaml").write_bytes(yaml_of(record).encode())
    return read_case(folder)


def _plain(path: Path) -> Any:
    return read_yaml(path).value


def _replaced(value: Any, words: str, counter: Iterator[int], key: str = "") -> Any:
    if isinstance(value, dict):
        return {k: _replaced(v, words, counter, k) for k, v in value.items()}
    if isinstance(value, list):
        return [_replaced(v, words, counter) for v in value]
    return f"{words} {next(counter)}" if key in _SHOWN and isinstance(value, str) else value


SENTENCE = (
    "the sides keep to what was understood in the autumn, as far as it was understood in the same way by all of them"
)
PARTIES = 8


def crowd(folder: Path) -> Case:
    """Eight parties, each with a position on each of six issues, and very long texts everywhere."""
    long = f"{SENTENCE}; " * 12
    parties: dict[str, Plain] = {
        f"p{n}": {"name": f"The Confederation of the Valleys of the River {n}", "kind": "state"} for n in range(PARTIES)
    }
    issues: dict[str, Plain] = {
        f"i{n}": {"title": f"Issue {n}: {SENTENCE}", "options": {"yes": f"{n} {long}"}} for n in range(6)
    }
    sourced: dict[str, Plain] = {"unsourced": "invented for a test"}
    talks: Plain = {
        "format": "talks/1", "title": "Talks of eight", "parties": parties,
        "meetings": {"all": {"participants": list(parties), "title": long, "date": "2025-01-02", "place": SENTENCE, **sourced}},
        "issues": issues,
        "positions": [
            {"id": f"{p}-{i}", "party": p, "issue": i, "option": "yes", "stance": "demands", "told_by": "p0", **sourced}
            for p in parties for i in issues
        ],
        "conditions": [{"id": f"c{n}", "by": f"p{n % 8}", "what": long, "only_if": long, **sourced} for n in range(20)],
        "support": [{"by": "p0", "text": f"{n} {long}", **sourced} for n in range(9)],
        "outcome": {
            "agreed": [{"text": f"{n} {long}", **sourced} for n in range(9)],
            "not_agreed": [{"text": f"{n} {long}", **sourced} for n in range(9)],
            "next": [{"text": f"{n} {long}", **sourced} for n in range(9)],
        },
        "assessments": [{"by": f"{n} {SENTENCE}", "text": long, **sourced} for n in range(9)],
    }  # fmt: skip
    text = f"{long}\n{long}{long}".encode()
    source: dict[str, Plain] = {
        "publisher": SENTENCE,
        "printed": "2025-01-03",
        "text": {"kind": "original", "file": "sources/a.txt", "sha256": sha256_of(text)},
    }
    claim: dict[str, Plain] = {
        "source": "a", "type": "statement", "predicate": "said", "value": long, "words": long.strip(), "start": 0,
        "end": len(long.strip()), "entered_by": "a test",
    }  # fmt: skip
    record: Plain = {
        "format": "record/1", "sources": {"a": source, "b": source},
        "claims": [{"id": f"x{n}", "subject": f"p{n % 8}", **claim, "source": "ab"[n % 2]} for n in range(20)],
    }  # fmt: skip
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    (folder / "sources" / "a.txt").write_bytes(text)
    (folder / "talks.yaml").write_bytes(yaml_of(talks).encode())
    (folder / "record.yaml").write_bytes(yaml_of(record).encode())
    return read_case(folder)


def lines_of(value: object) -> Iterator[Line]:
    """Every line in a part of an outline."""
    if isinstance(value, Line):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from lines_of(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from lines_of(getattr(value, field.name))


def terminal(outline: Outline, width: int | None = None) -> str:
    """What a pipe gets; with a width what a terminal of so many columns shows, without its colours."""
    out = io.StringIO()
    console = Console(file=out, width=width or 80, force_terminal=width is not None, color_system=None)
    print_brief(outline, console)
    return out.getvalue()


def word(data: bytes) -> str:
    """All text of a Word document, then a form feed and its endnotes."""
    with ZipFile(io.BytesIO(data)) as package:
        parts = [ElementTree.fromstring(package.read(f"word/{name}.xml")) for name in ("document", "endnotes")]
    told = (["".join(p.itertext()) for p in part.iter() if p.tag.endswith("}p")] for part in parts)
    return "\f".join(map("\n".join, told))


def portable(data: bytes) -> str:
    """All text of a PDF as a reader sees it; words of ours that end a line stand on the next, as in a text."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def section(outline: Outline, key: str) -> Section:
    """The section of the main part or of the annex that has this id."""
    (found,) = (s for s in (*outline.sections, *outline.annex) if s.id == key)
    return found


def whole(outline: Outline, key: str) -> Section:
    """A section of the main part as it was before anything of it was cut."""
    cut = [s for s in outline.annex if s.id == f"{key}-whole"]
    return cut[0] if cut else section(outline, key)


def texts(part: object) -> list[str]:
    """The statements of a part, each with its label."""
    return [f"{line.lead}: {line.text}" if line.lead else line.text for line in lines_of(part)]


def small(folder: Path, key: str, *swaps: tuple[str, str]) -> list[Line]:
    """The lines of one section of the small case of two towns, none of them cut."""
    return list(lines_of(whole(build_outline(small_case(folder, *swaps)), key)))


_MADE: dict[tuple[int, int, bool], tuple[Case, Changes | None, dict[str, str]]] = {}
"""What was made of a case; with the case, so that no other one gets its place in memory."""


def forms(case: Case, changes: Changes | None = None, with_agreement: bool = False) -> dict[str, str]:
    """Every form of the brief of a case as text, with its annex where the form has one; made once for all tests."""
    key = (id(case), id(changes), with_agreement)
    if key not in _MADE:
        _MADE[key] = (case, changes, _forms(case, changes, with_agreement))
    return _MADE[key][2]


def _forms(case: Case, changes: Changes | None, with_agreement: bool) -> dict[str, str]:
    outline = build_outline(case, changes, with_agreement=with_agreement, with_annex=True)
    return {
        "html": html_text(outline),
        "md": markdown_text(outline),
        "json": brief_bytes(".json", case, changes, with_agreement=with_agreement).decode(),
        "docx": word(brief_bytes(".docx", case, changes, outline=outline)),
        "pdf": portable(brief_bytes(".pdf", case, changes, outline=outline)),
        "pipe": terminal(outline),
        "terminal": terminal(outline, 80),
    }
