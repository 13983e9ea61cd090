"""Bytes as text: UTF-8, UTF-16 or UTF-32 with a byte order mark, a declared encoding, or one that is clear from the bytes."""

import codecs
import re
from typing import TYPE_CHECKING

from .content import refusal

if TYPE_CHECKING:
    from charset_normalizer.models import CharsetMatch

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Encodings in which people save texts; the detector's longer list only adds ways to be wrong.
_USUAL = """cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 koi8_r koi8_u iso8859_2 iso8859_5 iso8859_7 iso8859_8
    cp932 euc_jp euc_jis_2004 iso2022_jp gb18030 big5 cp949 euc_kr cp874""".split()
_NEVER = frozenset({"undefined", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7", "mbcs", "oem"})
_SEVERAL_BYTES = {"cp932", "euc_jp", "euc_jis_2004", "iso2022_jp", "gb18030", "big5", "cp949", "euc_kr"}
_NEAR, _LEAD, _MESS = 0.05, 0.02, 0.1
"""How much messier a rival may be, by how much the language must fit better, and how messy the best may be."""
_ODD = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_ASK = "save the file as UTF-8 and read it again"


def decoded(name: str, raw: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of the bytes, and a note where the encoding was neither UTF-8 nor marked.

    Raises DataError where the encoding is not clear: a wrong one would change letters and nobody would see it.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding).removeprefix("\ufeff"), ()
            except UnicodeError as error:
                raise refusal(name, f"text marked as {encoding.upper()} that is not", _ASK) from error
    if b"\0" in raw:
        raise refusal(name, "a binary file, or UTF-16 without its mark", f"text; if it is text, {_ASK}")
    # Whatever was declared: what reads as UTF-8 is UTF-8, for other texts hardly ever do.
    seven_bits = [("iso2022_jp", ())] if b"\x1b$" in raw else []  # Japanese mails; its bytes are all those of ASCII
    for encoding, note in (*seven_bits, ("utf-8", ()), *_as_declared(declared)):
        try:
            return raw.decode(encoding), note
        except UnicodeError:  # some codecs raise no more exact one
            continue
    return _detected(name, raw)


def _as_declared(declared: str | None) -> list[tuple[str, tuple[str, ...]]]:
    try:
        encoding = codecs.lookup((declared or "").strip()).name
    except (LookupError, ValueError):
        return []
    if encoding in ("ascii", "iso8859-1"):  # as browsers do: what calls itself Latin-1 is Windows' extension of it
        encoding = "cp1252"
    # zip, base64 and others are codecs, too; what no program saves texts in is a way to make a text read otherwise.
    if encoding in _NEVER or not codecs.lookup(encoding)._is_text_encoding:
        return []
    return [(encoding, (f"read as {encoding}, as the file declares",))]


def _detected(name: str, raw: bytes) -> tuple[str, tuple[str, ...]]:
    # Imported only here: most texts are UTF-8, and this takes a tenth of a second.
    from charset_normalizer import from_bytes

    near = list(from_bytes(raw, cp_isolation=_USUAL, enable_fallback=False))
    near = [m for m in near if m.chaos <= min(near[0].chaos + _NEAR, _MESS)]
    best = max(near, key=lambda m: m.coherence, default=None)
    if best is not None and any(_rivals(best, m) for m in near):
        # Taken only where the West and the centre of Europe write these letters with the same bytes.
        best = next((m for m in near if _common(m)), None)
    if (
        best is None
        or _ODD.search(str(best))
        or not (best.coherence or best.encoding in _SEVERAL_BYTES or _common(best))
    ):
        raise refusal(name, "text in an encoding that is not clear, or a binary file", f"text; if it is text, {_ASK}")
    return str(best), (f"read as {best.encoding}, guessed from the bytes: look at the letters beyond A to Z",)


def _rivals(best: "CharsetMatch", other: "CharsetMatch") -> bool:
    """Whether the other is another text, and about as likely; how well a language fits is not known of several bytes."""
    likely = other.coherence > best.coherence - _LEAD or other.encoding in _SEVERAL_BYTES
    return likely and str(other) != str(best)


def _common(match: "CharsetMatch") -> bool:
    return {"cp1250", "cp1252"} <= {*match.could_be_from_charset}
