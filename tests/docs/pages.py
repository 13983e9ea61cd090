"""The Markdown files of the project, their fenced blocks and their links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READMES = tuple(sorted((ROOT / "examples").glob("*/README.md")))
DOCS = tuple(sorted((ROOT / "docs").rglob("*.md")))
RUN = (ROOT / "README.md", *READMES, *DOCS)
"""The pages whose examples are run."""
ALL = (
    *sorted(ROOT.glob("*.md")),
    *(p for folder in sorted(ROOT.iterdir()) if folder.name[0] != "." for p in sorted(folder.rglob("*.md"))),
)
"""Every Markdown file of the project; those in hidden folders (environments, caches) are other people's."""

_FENCE = re.compile(r"^```(?P<info>[^`\n]*)\n(?P<text>.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\((?P<target>[^)\s]+)\)")
_CODE = re.compile(r"`[^`\n]*`")


@dataclass(frozen=True)
class Block:
    """A fenced block: ```` ```LANGUAGE FILE ````, and the line on which its text begins."""

    language: str
    file: str
    text: str
    line: int


def name(path: Path) -> str:
    """How a test calls a page."""
    return path.relative_to(ROOT).as_posix()


def blocks(path: Path) -> list[Block]:
    """The fenced blocks of a page, in its order."""
    text = path.read_text("utf-8")
    return [_block(text, found) for found in _FENCE.finditer(text)]


def _block(text: str, found: re.Match[str]) -> Block:
    language, _, file = found["info"].strip().partition(" ")
    return Block(language, file.strip(), found["text"], text.count("\n", 0, found.start("text")) + 1)


def links(path: Path) -> Iterator[str]:
    """The targets of a page's links; code is no link."""
    prose = _CODE.sub("", _FENCE.sub("", path.read_text("utf-8")))
    yield from (found["target"] for found in _LINK.finditer(prose))


def tables(path: Path) -> Iterator[list[int]]:
    """For each table of a page the number of cells in each of its rows; `\\|` stands inside a cell."""
    prose = _FENCE.sub("", path.read_text("utf-8"))
    for found in re.finditer(r"(?:^\|.*\n)+", prose, re.MULTILINE):
        yield [len(re.findall(r"(?<!\\)\|", row)) - 1 for row in found[0].splitlines()]


def anchors(path: Path) -> set[str]:
    """The anchors that a page's headings make, as GitHub and its like name them."""
    prose = _FENCE.sub("", path.read_text("utf-8"))
    heads = re.findall(r"^#+ +(.+)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}
