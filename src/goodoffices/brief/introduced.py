"""Gives the people who tell positions in the table their posts, where no other sentence of the main part introduces them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .context import Context
from .outline import Block, Line, Section, Table, lines_of

_LONGEST = 6
"""Words of a post that a cell has room for."""


def with_posts(context: Context, sections: Iterable[Section], main: Iterable[Section]) -> tuple[Section, ...]:
    """The sections; `main` are those that are printed, without what was cut."""
    printed = " ".join(line.text for section in main for line in lines_of(section))
    new = [*_unknown(context, printed)]
    return tuple(_introducing(context, section, new) if section.id == "stands" else section for section in sections)


def _unknown(context: Context, printed: str) -> Iterator[str]:
    """The people who are named and whose post is not, each with one that the case has."""
    for key, person in context.case.talks.people.items():
        forms = (context.phrases.titled(key), context.phrases.with_post(key))
        short = len(forms[1].removeprefix(person.name).split()) <= _LONGEST
        if short and person.posts and person.name in printed and not any(form in printed for form in forms):
            yield key


def _introducing(context: Context, section: Section, people: list[str]) -> Section:
    left = [*people]
    return replace(section, blocks=tuple(_block(context, block, left) for block in section.blocks))


def _block(context: Context, block: Block, left: list[str]) -> Block:
    if not isinstance(block, Table):
        return block
    rows = tuple(tuple(tuple(_line(context, line, left) for line in cell) for cell in row) for row in block.rows)
    return replace(block, rows=rows)


def _line(context: Context, line: Line, left: list[str]) -> Line:
    """The statement, the first in which somebody is named with his post; `left` are those who have none yet."""
    for key in [*left]:
        name = context.phrases.name(key)
        if re.search(rf"(?:\(|by |to ){re.escape(name)}(?:[,)]| \*|$)", line.text):
            left.remove(key)
            text = line.text.replace(name, _named(context, key, line.text, name), 1)
            claims = (*line.claims, *context.phrases.post_claims(text, key))
            line = replace(line, text=text, claims=tuple(dict.fromkeys(claims)))
    return line


def _named(context: Context, key: str, text: str, name: str) -> str:
    """`Joren Tash, Chief Engineer of the weir` within brackets of its own; elsewhere the post stands in brackets."""
    named = context.phrases.with_post(key)
    if named.startswith(f"{name}, ") and f"({name}" not in text:
        return f"{name} ({named.removeprefix(f'{name}, ')})"
    return named
