"""The zip around an office file: the same parts give the same bytes, whenever and wherever it is made."""

import io
import zipfile
from collections.abc import Callable


def _as_it_is(name: str, part: bytes) -> bytes:
    return part


def repacked(saved: bytes, changed: Callable[[str, bytes], bytes] = _as_it_is) -> bytes:
    """The zip with no trace of the day or the system in it; `changed` gives each part, by its name, as it is to be."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved)) as before, zipfile.ZipFile(file, "w") as after:
        for name in before.namelist():
            info = zipfile.ZipInfo(name)  # without a day it has the first that a zip can hold
            info.create_system, info.compress_type = 0, zipfile.ZIP_DEFLATED
            after.writestr(info, changed(name, before.read(name)))
    return file.getvalue()
