"""Packed files, opened with care: how much comes out is limited and counted while it comes out, whatever is declared."""

import io
import zipfile
import zlib

from .content import refusal

MEMBERS = 2_000
"""The most files in one packed file."""
UNPACKED = 32 * 1024 * 1024
"""The most bytes that all of them hold."""
RATIO = 100
"""The most that one file of more than a megabyte may shrink: text shrinks to a tenth, a bomb to a thousandth."""
_CHUNK = 64 * 1024
_SMALL = 1024 * 1024


def unpacked(name: str, raw: bytes) -> dict[str, bytes]:
    """The files in a packed file by their names; raises DataError where they are too many, too large or damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            _require_modest(name, archive.infolist())
            return _read(name, archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        found = "a packed file (.docx) that is damaged or ends too early"
        raise refusal(name, found, "the whole file; copy or download it again") from error


def _require_modest(name: str, infos: list[zipfile.ZipInfo]) -> None:
    """Look at what the file declares, before anything is unpacked."""
    if len(infos) > MEMBERS:
        raise refusal(name, f"a packed file with {len(infos):,} files in it", f"at most {MEMBERS:,}")
    if len({info.filename for info in infos}) < len(infos):
        raise refusal(name, "a packed file with two files of one name", "a file as Word saves it")
    if any(info.flag_bits & 1 for info in infos):
        raise refusal(name, "a packed file with a password", "a file without a password")
    for info in infos:
        _require_ratio(name, info, info.file_size)
    _require_size(name, sum(info.file_size for info in infos))


def _require_size(name: str, size: int) -> None:
    if size > UNPACKED:
        raise refusal(name, "a file that unpacks to more than 32 MB", "a smaller one; leave its pictures out")


def _require_ratio(name: str, info: zipfile.ZipInfo, size: int) -> None:
    if size > _SMALL and size > RATIO * info.compress_size:
        raise refusal(name, f"a file in it that unpacks to more than {RATIO} times its size", "a file as Word saves it")


def _read(name: str, archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Unpack in pieces, since what a file declares may be a lie."""
    files: dict[str, bytes] = {}
    total = 0
    for info in archive.infolist():
        pieces, size = [], 0
        with archive.open(info) as member:
            while piece := member.read(_CHUNK):
                pieces.append(piece)
                size, total = size + len(piece), total + len(piece)
                _require_ratio(name, info, size)
                _require_size(name, total)
        files[info.filename] = b"".join(pieces)
    return files
