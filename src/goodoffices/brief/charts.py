"""Vega-Lite descriptions rendered to SVG: still pictures without a script, readable on light and on dark ground."""

import json
import re
from collections.abc import Mapping
from html import escape
from threading import Thread
from typing import Any

_INK, _PAPER = "#1b1f24", "#ffffff"
_FONT = "system-ui, 'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
_TAG, _SPOKEN = re.compile(r"<[^>]*>"), re.compile(r'\s(?:role|aria-\w+)="[^"]*"')
# Escapes of JSON that stand for what XML forbids: the renderer would take the whole process down with it.
_FORBIDDEN = re.compile(
    r"(?<!\\)((?:\\\\)*)\\(?:u00[01][0-9a-f]|[bfnrt])|[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_ROOT = re.compile(r'<svg ([^>]*?)\s*class="[^"]*"([^>]*)>')


def page_svg(figure: Mapping[str, Any], title: str) -> str:
    """For a page of ours: it takes the page's ink and has no ground of its own. `title` is what a screen reader says."""
    # On a page the title stands above as a heading; what the figure says of itself besides stays.
    besides = figure.get("title", {}).get("subtitle", "")
    told = {**figure, "title": {"text": besides, "fontSize": 12, "fontWeight": "normal"}}
    return _render(told, title, "currentColor", None)


def file_svg(figure: Mapping[str, Any], title: str) -> bytes:
    """For a file: dark ink on white, since nobody knows the ground it will stand on."""
    return (_render(figure, title, _INK, _PAPER) + "\n").encode("utf-8")


def warm_up() -> None:
    """Start the renderer beside other work: the first figure then takes half the time.

    The process waits for it at its end: a renderer that is stopped half-way takes the process down.
    """
    Thread(target=_render, args=({"data": {"values": [{}]}, "mark": "point"}, "", _INK, None)).start()


def _render(figure: Mapping[str, Any], title: str, ink: str, paper: str | None) -> str:
    import vl_convert  # 50 MB of renderer and more than a second, which only a figure is worth

    told = _harmless(figure)
    told["config"] = {**_theme(ink, paper), **told.get("config", {})}
    drawn = str(vl_convert.vegalite_to_svg(told))
    # One name for screen readers: the many parts say nothing on their own.
    silent = _TAG.sub(lambda tag: _SPOKEN.sub("", tag[0]), drawn)
    name = escape(_harmless(title))
    named = f'role="img" aria-label="{name}"><title>{name}</title>'
    return _ROOT.sub(lambda found: f"<svg {found[1]}{found[2]} {named}", silent, count=1)


def _harmless(value: Any) -> Any:
    """The same, with what XML forbids or what turns the direction of writing replaced in every text."""
    return json.loads(_FORBIDDEN.sub("\\1\ufffd", json.dumps(value, ensure_ascii=False)))


def _theme(ink: str, paper: str | None) -> dict[str, Any]:
    axis = dict.fromkeys(("labelColor", "titleColor", "domainColor", "tickColor", "gridColor"), ink)
    return {
        "aria": False, "background": paper, "font": _FONT, "padding": 8,
        "axis": {**axis, "gridOpacity": 0.14, "domainOpacity": 0.6, "titleFontWeight": "normal", "titleFontSize": 12},
        "legend": {"labelColor": ink, "titleColor": ink, "labelFontSize": 12},
        "title": {"color": ink, "subtitleColor": ink, "anchor": "start", "fontSize": 14, "subtitleFontSize": 12, "offset": 14},
        "text": {"color": ink}, "view": {"stroke": None},
    }  # fmt: skip
