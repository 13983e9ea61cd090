"""Markdown: its words without its marks, and without the tags that some writers put among them.

Front matter stays (it is what the file says of itself, and `language.sentences` knows that it asserts nothing), and so do the
bars of a table and the dashes of a list.
"""

import re
from html import unescape

from ...language.sentences import front_matter, line_ends

_LEFT_OUT = re.compile(r"<!--.{0,4000}?-->|<(script|style)\b[^<>]{0,500}>.{0,20000}?</\1\s*>", re.S | re.I)
_BREAK = re.compile(r"<(?:br|hr)\s*/?>", re.I)
_BLOCK = re.compile(
    r"</?(?:p|div|section|article|blockquote|ul|ol|li|h[1-6]|table|tr|figure|header|footer)(?:\s[^<>]{0,2000})?/?>",
    re.I,
)
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]{0,30}(?:\s[^<>]{0,2000})?/?>")
# `<span class="place">HALDEN</span> Arvenia and Bostan met`: the town of a dateline, for which a page needs no dash.
_TOWN = re.compile(
    r"(?:^|(?<=>))\s*<span\b[^<>]{0,300}>([^\W\d_a-z][^\Wa-z]{2,20}(?: [^\Wa-z]{2,20}){0,2})</span>\s+(?=[^\W\d_a-z][a-z])",
    re.M,
)
_QUOTE = re.compile(r"^ {0,3}(?:>[ ]?)+", re.M)
_LINE = (
    (re.compile(r"^ {0,3}(?:```|~~~)[^\n]*$", re.M), ""),
    (re.compile(r"^ {0,3}#{1,6} +([^\n]*?)(?: +#+)? *$", re.M), r"\n\1\n"),
    (re.compile(r"^ {0,3}(?:=+|(?:[-*_] ?){3,}) *$", re.M), ""),
    (re.compile(r"^( {0,3})[*+] (?=\S)", re.M), r"\1- "),
    (re.compile(r"^ {0,3}\[[^\]\n]{1,80}\]: *\S+(?: +[\"'(][^\n]{0,200})? *$(?<!\.)", re.M), ""),
    (re.compile(r"^ {0,3}\[\^[^\]\n]{1,40}\]: *", re.M), ""),
    (re.compile(r"\\$", re.M), ""),
)
_INLINE = (
    (re.compile(r"!\[[^\]\n]{0,300}\]\([^()\n]{0,1000}\)"), ""),
    (re.compile(r"\[\^[^\]\s]{1,40}\]"), ""),
    (re.compile(r"\[([^\[\]\n]{1,300})\]\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]{1,300})\]\[[^\[\]\n]{0,100}\]"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,1000})>"), r"\1"),
    (re.compile(r"(?<![`\w])`([^`\n]{1,300})`(?!`)"), r"\1"),
    (re.compile(r"(?<!\\)(\*{1,3})(?=[^\s*])([^*\n]{0,500}?[^\s*])\1"), r"\2"),
    (re.compile(r"(?<![\w\\])(_{1,3})(?=[^\s_])([^\n]{0,400}?[^\s_])\1(?!\w)"), r"\2"),
    (re.compile(r"(?<!\\)~~(?=\S)([^~\n]{1,2000})~~"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
NOTE = "the marks of Markdown and tags left out"


def unmarked(text: str) -> str:
    """The words of a Markdown text.

    >>> unmarked("**Arvenia** and [Bostan](https://x.example) met[^1].\\n")
    'Arvenia and Bostan met.\\n'
    """
    front = front_matter(text)
    body = _BLOCK.sub("\n\n", _BREAK.sub("\n", _TOWN.sub(r"\1\n\n", _LEFT_OUT.sub("", text[front:]))))
    body = _joined(_TAG.sub("", _QUOTE.sub("", body)))
    for pattern, new in _LINE:
        body = pattern.sub(new, body)
    body = unescape(inline(body))
    return text[:front] + re.sub(r"\n{3,}", "\n\n", body).lstrip("\n")


def _joined(text: str) -> str:
    """The lines that the width of the page has broken as one: without their links they would be too short to show it."""
    ends = {*line_ends(text)}
    return "".join(" " if c == "\n" and at not in ends else c for at, c in enumerate(text))


def inline(text: str) -> str:
    """A line without the marks inside it."""
    for pattern, new in _INLINE:
        text = pattern.sub(new, text)
    return text
