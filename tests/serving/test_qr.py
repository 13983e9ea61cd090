"""A link as a picture: the squares of the code, nothing from elsewhere, nothing that the content policy forbids."""

import re
import xml.etree.ElementTree as ET

import pytest
import segno

from goodoffices.serving.qr import LEVEL, svg

ADDRESS = "https://192.168.1.5:8443/enter?token=" + "aZ-_" * 10 + "x&y"


def squares(drawn: str) -> set[tuple[int, int]]:
    """The dark squares (column, row) that the path of the picture draws, from its moves and lines."""
    (path,) = (one.get("d") or "" for one in ET.fromstring(drawn).iter("path") if one.get("stroke"))
    found, column, row = set(), 0.0, 0.0
    for order, numbers in re.findall(r"([MmHhVv])([^MmHhVv]*)", path):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        match order:
            case "M":
                column, row = values
            case "m":
                column, row = column + values[0], row + values[1]
            case "h":
                found |= {(int(column) + n, int(row)) for n in range(int(values[0]))}
                column += values[0]
            case _:
                pytest.fail(f"a path with {order}")
    return found


def test_the_picture_is_the_code_with_its_margin() -> None:
    code = segno.make(ADDRESS, error=LEVEL, micro=False)
    wanted = {(x + 4, y + 4) for y, line in enumerate(code.matrix) for x, dark in enumerate(line) if dark}
    assert squares(svg(ADDRESS, "The link of the chair")) == wanted


def test_it_is_named_and_names_nothing_elsewhere() -> None:
    drawn = svg(ADDRESS, 'The "link" <of> the chair & more')
    assert drawn.startswith("<svg ")
    root = ET.fromstring(drawn)
    assert (root.get("role"), root[0].tag, root[0].text) == ("img", "title", 'The "link" <of> the chair & more')
    assert re.findall(r"https?:|href|url\(|style=|<script|<image|token", drawn) == []
    assert (root.get("width"), root.get("height"), bool(root.get("viewBox"))) == (None, None, True)


def test_it_is_read_in_the_dark_too() -> None:
    """Black on white whatever is around: many readers cannot take it the other way round."""
    assert ['"#000"' in svg(ADDRESS, "a"), '"#fff"' in svg(ADDRESS, "a")] == [True, True]
