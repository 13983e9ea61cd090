"""Web pages: their main text, without scripts, styles, menus and readers' comments, and the metadata of their head."""

import json
import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any
from urllib.parse import urlsplit

from .clean import cleaned
from .content import Content, Guesses, guesses, refusal
from .encoding import decoded

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,40})|<\?xml[^>]{0,100}encoding=["']([\w-]{2,40})""", re.I
)
_NEVER = "//script | //style | //noscript | //template | //iframe | //object | //comment() | //processing-instruction()"
_EXPECTED = "a page with an article; save the article's text as .txt"


def read_html(name: str, raw: bytes) -> Content:
    """The main text of a page, found by trafilatura; raises DataError where a page has none."""
    match = _DECLARED.search(raw[:4096])
    declared = (match[1] or match[2]).decode("ascii") if match else None
    text, notes = decoded(name, raw, declared)
    return page(name, text).noting(*notes)


def page(name: str, text: str) -> Content:
    """The content of a page that is already text."""
    # Imported only here: trafilatura and lxml take half a second, and most reports are plain text.
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    # Its warnings are for its own developers; what we make of them stands in our own message.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    # A piece of a page is no page to trafilatura; in a frame it is.
    tree = load_html(text if "<html" in text.lower() else f"<html><body>{text}</body></html>")
    if tree is None:
        raise refusal(name, "a page that cannot be read", _EXPECTED)
    said = _guesses(tree, _head(tree), list(_linked_data(tree)))
    for node in tree.xpath(_NEVER):
        _drop(node)
    document = bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    found = cleaned(str(getattr(document, "text", None) or ""))
    if not found.text:
        raise refusal(name, "a page without a main text (only menus, scripts or pictures)", _EXPECTED)
    notes = ("menus, scripts and whatever else is not the main text of the page left out", *found.notes)
    return Content(found.text, said, notes)


def _drop(node: Any) -> None:
    """Take a node out of its tree; the text behind it stays."""
    parent, tail = node.getparent(), node.tail
    if parent is None:
        return
    if tail:
        before = node.getprevious()
        if before is None:
            parent.text = (parent.text or "") + tail
        else:
            before.tail = (before.tail or "") + tail
    parent.remove(node)


def _head(tree: Any) -> dict[str, str]:
    """The metadata of the page by their names in lower case; of those that stand twice the first."""
    found: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        found.setdefault(key.lower(), meta.get("content"))
    return found


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The entries of the page's JSON-LD that have a headline or a day of print."""
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue  # what a page says of itself is a courtesy; one that is broken says nothing
        graph = data.get("@graph", data) if isinstance(data, dict) else data
        for entry in graph if isinstance(graph, list) else [graph]:
            if isinstance(entry, dict) and ("headline" in entry or "datePublished" in entry):
                yield entry


def _guesses(tree: Any, head: dict[str, str], data: list[dict[str, Any]]) -> Guesses:
    entry = data[0] if data else {}
    address = _address(tree, head)
    site = head.get("og:site_name") or _name(entry.get("publisher")) or head.get("application-name")
    host = (urlsplit(address).hostname or "").removeprefix("www.") if address else None
    titles = [
        head.get("og:title"),
        _name(entry.get("headline")),
        *(t.text_content() for t in tree.xpath("//head/title")),
    ]
    authors = [head.get("author"), head.get("article:author"), _name(entry.get("author"))]
    languages = [*tree.xpath("/html/@lang"), head.get("content-language"), head.get("og:locale")]
    return guesses(
        title=(_first(titles), "the page's title"),
        publisher=(site, "the page's site name") if site else (host, "the page's address"),
        address=(address, "the address that the page gives itself"),
        printed=(_printed(tree), "the page's day of publication"),
        # Some pages give the address of the author's profile for a name.
        author=(_first(a for a in authors if a and "://" not in a), "the page's author"),
        language=(_language(_first(languages)), "the page's language"),
    )


_CHANGED = re.compile("modif|updat|revis", re.I)


def _printed(tree: Any) -> str | None:
    """The day of publication as the page's head, its linked data or a marked `time` state it.

    The library would take it from the text, the address or the last change, too; none of these says when a report was printed.
    """
    from htmldate import find_date  # with trafilatura, which the reader of pages has loaded

    bare: Any = tree.makeelement("html")
    bare.append(bare.makeelement("head"))
    bare.append(bare.makeelement("body"))
    for node in tree.xpath("//meta | //script[@type='application/ld+json']"):
        if not _CHANGED.search(" ".join(node.attrib.values())):
            bare[0].append(deepcopy(node))
    for node in tree.xpath("//time[@itemprop='datePublished' or @pubdate]"):
        bare[1].append(deepcopy(node))
    found = find_date(
        bare, original_date=True, extensive_search=False, url="", min_date="1000-01-01", max_date="9998-12-31"
    )
    return str(found) if found else None


def _address(tree: Any, head: dict[str, str]) -> str | None:
    for found in (*tree.xpath('//link[@rel="canonical"]/@href'), head.get("og:url") or ""):
        try:
            parts = urlsplit(found.strip())
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname:
            return str(found.strip())
    return None


def _name(value: Any) -> str | None:
    """The name in a piece of JSON-LD: text, an entry with a name, or a list of them."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_single, value[:10]))) or None
    return _single(value)


def _single(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None


def _first(values: Any) -> str | None:
    return next((v for v in values if v and v.strip()), None)


def _language(code: str | None) -> str | None:
    match = re.match(r"\s*([A-Za-z]{2,3})(?:[-_]\w+)*\s*$", code or "")
    return match[1].lower() if match else None
