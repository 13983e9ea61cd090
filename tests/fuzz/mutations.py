"""Files made from others by small changes, the same for the same seed."""

import io
import random
import zipfile
from collections.abc import Sequence

TOKENS = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\x1b$B", b"<!DOCTYPE x [<!ENTITY y 'z'>]>", b"<![CDATA[", b"-->", b"&#xD800;",
    b"<" * 50, b"[" * 200, b"{" * 200, b"(" * 200, b"<div>" * 100, b"/" * 30, b"../", b"%ff", b"=?utf-8?B?//8=?=", b"--b\n",
    b"\n\n", b": ", b"- ", b"? ", b"| ", b"&a ", b"*a ", b"!!x ", b'"', b"'", b"\\u", b"\\x", b"9" * 400, b"-1", b"1e400", b"null",
    b"NaN", b"endobj", b"stream", b"/Kids [2 0 R]", b"<< /Length 99999999 >>", b"/Filter /LZWDecode", b"0 0 R",
    "\u202e\u200f\U000e0061\u2028".encode(), "İıſﬀ".encode(), "٣ ३ 三".encode(),
)  # fmt: skip


def mutated(raw: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """The file with one to four changes; of a packed file, in what is packed as often as in the file itself."""
    if raw.startswith(b"PK") and chance.random() < 0.7 and (inner := _repacked(raw, others, chance)):
        return inner
    for _ in range(chance.choice((1, 1, 2, 4))):
        raw = chance.choice(_CHANGES)(raw, others, chance)
    return raw


def _repacked(raw: bytes, others: Sequence[bytes], chance: random.Random) -> bytes | None:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, RuntimeError, OSError):
        return None
    if not files:
        return None
    name = chance.choice(sorted(files))
    for _ in range(chance.choice((1, 2))):
        files[name] = chance.choice(_CHANGES)(files[name], others, chance)
    if chance.random() < 0.1:
        moved = chance.choice(sorted(files)) + chance.choice(("", "x", ".rels", "/"))
        files[moved] = files.pop(name)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for key, data in files.items():
            archive.writestr(key, data)
    return out.getvalue()


def _stretch(raw: bytes, chance: random.Random, most: int = 200) -> tuple[int, int]:
    start = chance.randint(0, len(raw))
    return start, min(len(raw), start + chance.randint(1, most))


def _flip(raw: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    if not raw:
        return raw
    at = chance.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ (1 << chance.randrange(8))]) + raw[at + 1 :]


def _cut(raw: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _stretch(raw, chance)
    return raw[:start] + raw[end:]


def _end(raw: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    return raw[: chance.randint(0, len(raw))]


def _repeat(raw: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _stretch(raw, chance, 60)
    return raw[:start] + raw[start:end] * chance.choice((2, 3, 50)) + raw[end:]


def _token(raw: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _stretch(raw, chance, 10)
    return raw[:start] + chance.choice(TOKENS) + raw[chance.choice((start, end)) :]


def _noise(raw: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _stretch(raw, chance, 20)
    return raw[:start] + chance.randbytes(end - start) + raw[end:]


def _splice(raw: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    other = chance.choice(others)
    start, end = _stretch(other, chance)
    at = chance.randint(0, len(raw))
    return raw[:at] + other[start:end] + raw[at:]


_CHANGES = (_flip, _cut, _end, _repeat, _token, _token, _noise, _splice)
