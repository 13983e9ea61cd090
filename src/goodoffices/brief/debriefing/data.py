"""The pages of the debriefing as plain data, for programs."""

from typing import Any

from ..outline import Block, Bullets, Cell, Figure, Line, Note, Outline, Paragraph, Table


def debriefing_data(outline: Outline) -> dict[str, Any]:
    """What stands on the pages, section by section."""
    return {
        "exercise": True,
        "label": outline.label,
        "title": outline.title,
        "subtitle": outline.subtitle,
        "notices": list(outline.notices),
        "sections": [
            {"id": one.id, "title": one.title, "blocks": [_block(block) for block in one.blocks]}
            for one in outline.sections
        ],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"lines": [_line(line) for line in block.lines]}
        case Bullets():
            return {"title": block.title, "lines": [_line(line) for line in block.lines]}
        case Table():
            return {
                "title": block.title,
                "head": list(block.head),
                "rows": [[_cell(cell) for cell in row] for row in block.rows],
            }
        case Figure():
            return {"title": block.title, "lines": [_line(line) for line in block.alternative], "chart": block.chart}
        case Note():
            return {"note": block.text}


def _line(line: Line) -> str:
    return f"{line.lead}: {line.text}" if line.lead else line.text


def _cell(cell: Cell) -> str:
    return " ".join(map(_line, cell))
