"""A packet as a PDF: the brief's own parts, blanks to fill in, and each sheet in letters that keep it to its pages."""

import json
from dataclasses import replace
from typing import Any

from ..outline import Outline
from ..pdf.compiler import HOME, compiled, told_all
from ..pdf.content import main_content
from ..pdf.press import SIZES
from ..pdf.words import words
from .briefing import NOT_FOR_SECRETS
from .sheets import Blank, Field, Packet, Sheet

TEMPLATE = HOME / "packet.typ"
LARGE = (24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0)
"""Points of the letters of what is read from a wall."""
FULL = (11.6, 10.8)
"""Points of the letters of what is to fill its pages, before they become as small as others."""
_SHORT, _ROOM, _SCALE = 26, 46.0, 12
"""Letters of a label that stands beside its boxes; the width of the text, in letters; of all boxes of a scale."""


def pdf_bytes(packet: Packet) -> bytes:
    """The bytes of the file."""
    return compiled(TEMPLATE, _inputs(packet, _sizes(packet)))


def pages(packet: Packet) -> list[int]:
    """The pages that each sheet takes."""
    return _pages(packet, _sizes(packet))


def _sizes(packet: Packet) -> list[float]:
    """For each sheet the largest letters that keep it to its pages; if none does, the smallest."""
    taken = _pages(packet, [SIZES[0]] * len(packet.sheets))
    left = [_tries(sheet, pages) for sheet, pages in zip(packet.sheets, taken, strict=True)]
    open_ = [n for n, tries in enumerate(left) if len(tries) > 1]
    while open_:  # a sheet begins on a page of its own: only those that are still tried are set again
        some = replace(packet, sheets=tuple(packet.sheets[n] for n in open_))
        taken = _pages(some, [left[n][0][0] for n in open_])
        open_ = [n for n, pages in zip(open_, taken, strict=True) if pages > left[n][0][1]]
        for n in open_:
            del left[n][0]
        open_ = [n for n in open_ if len(left[n]) > 1]
    return [tries[0][0] for tries in left]


def _tries(sheet: Sheet, pages: int) -> list[tuple[float, int]]:
    """Letters with the pages to which they are to keep, in the order in which they are tried; `pages` it takes in usual ones."""
    usual = [(size, sheet.pages) for size in SIZES]
    if sheet.large:
        return [*((size, sheet.pages) for size in LARGE), *usual]
    if pages > sheet.pages:
        return usual[1:]
    # Rather one page, in letters of the usual size at least, than two of which the second is half empty.
    return [*((size, pages) for size in FULL if sheet.full), usual[0]]


def _pages(packet: Packet, sizes: list[float]) -> list[int]:
    turns = told_all(TEMPLATE, "<turns>", _inputs(packet, sizes))
    return [end - begin + 1 for begin, end in zip(turns[::2], turns[1::2], strict=True)]


def _inputs(packet: Packet, sizes: list[float]) -> dict[str, str]:
    sheets = [_sheet(sheet, size) for sheet, size in zip(packet.sheets, sizes, strict=True)]
    name = words(packet.title)
    main: dict[str, Any] = {
        "name": packet.title,
        "annexed": False,
        "foot": {"rtl": False, "text": name},
        "tight": False,
    }
    return {"main": json.dumps(main | {"sheets": sheets}), "annex": "", "size": str(SIZES[0])}


def _sheet(sheet: Sheet, size: float) -> dict[str, Any]:
    content = main_content(replace(sheet.outline, subtitle=sheet.outline.subtitle.rstrip(".")))
    return {
        "size": size, "head": content["head"], "sections": content["sections"], "label": content["label"],
        "foot": words(f"{NOT_FOR_SECRETS}  {sheet.name}", _ROOM),
        "blanks": [_blank(blank, sheet.outline) for blank in sheet.blanks],
    }  # fmt: skip


def _blank(blank: Blank, outline: Outline) -> dict[str, Any]:
    return {
        "title": words(blank.title, _ROOM), "note": words(blank.note, _ROOM), "cut": blank.cut, "copies": blank.copies,
        "told": blank.told, "large": blank.large, "head": words(blank.head, _ROOM), "mark": words(outline.label.split(" · ")[0]),
        "fields": [_field(field) for field in blank.fields],
    }  # fmt: skip


def _field(field: Field) -> dict[str, Any]:
    return {
        "label": words(field.label, _ROOM), "lines": field.lines, "choices": [words(choice, _ROOM) for choice in field.choices],
        "wide": field.wide, "short": len(field.label) <= _SHORT, "scale": len("".join(field.choices)) < _SCALE,
        "beside": [words(one, _ROOM) for one in field.beside], "given": words(field.given, _ROOM),
        "tied": words(field.tied, _ROOM), "columns": field.columns,
    }  # fmt: skip
