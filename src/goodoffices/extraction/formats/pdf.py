"""PDF files: the text of their pages. What they show only as pictures cannot be read here."""

import io
import logging
import re
from typing import TYPE_CHECKING

from ...errors import DataError
from .clean import cleaned, counted
from .content import Content, Guesses, guesses, refusal
from .pages import joined

if TYPE_CHECKING:
    from pypdf import PdfReader

PAGES = 1_000
"""The most pages."""
CHARACTERS = 20_000_000
"""The most characters of text."""
# Below pypdf's own: a page of text is some kilobytes, and draws few forms.
_UNPACKED = 32_000_000
_FORMS = 500
_WHOLE = "the whole file; copy or download it again"
# What programs write where nobody gave a title: the file's name, or that of the program.
_NO_TITLE = re.compile(r"microsoft \w+ - .*|untitled.*|document ?\d*|.*\.\w{2,5}|\W*", re.I)


def read_pdf(name: str, raw: bytes) -> Content:
    """The text of a PDF; raises DataError for one that is cut off, broken, protected, or has pictures only.

    Slow or endless where a file is made so: `extraction.apart` calls it, under a limit of time and memory.
    """
    # Imported only here: it takes a fifth of a second, and most reports are plain text.
    from pypdf import PdfReader, apply_configuration
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").addHandler(
        logging.NullHandler()
    )  # what it says of a file's faults is for other programs
    # Some programs write a little behind the end; a file that was cut off has no end at all there.
    if b"%%EOF" not in raw[-4096:]:
        raise refusal(name, "a PDF that ends too early", _WHOLE)
    try:
        with apply_configuration(
            zlib_maximum_output_length=_UNPACKED,
            lzw_maximum_output_length=_UNPACKED,
            run_length_maximum_output_length=_UNPACKED,
            xform_maximum_invocations_per_extraction=_FORMS,
            jbig2dec_binary=None,  # no other program is ever started for a picture
        ):
            reader = PdfReader(io.BytesIO(raw))
            if reader.is_encrypted and not reader.decrypt(""):
                raise refusal(name, "a PDF with a password", "a copy saved without the password")
            pages = _pages(name, reader)
            text, notes = joined(pages)
            return _content(name, text, _guesses(reader), notes, sum(not page.strip() for page in pages))
    except DataError:
        raise
    except DependencyError as error:
        raise refusal(name, "a PDF protected with AES", "a copy saved without protection") from error
    except (MemoryError, RecursionError) as error:
        raise refusal(
            name, "a PDF that takes too much memory to read", "a simpler PDF; print it to a new one"
        ) from error
    except Exception as error:  # pypdf says of itself that a broken file may cause any exception
        raise refusal(name, f"a PDF that is broken or not allowed ({type(error).__name__})", _WHOLE) from error


def _pages(name: str, reader: "PdfReader") -> list[str]:
    number = len(reader.pages)
    if number > PAGES:
        raise refusal(name, f"a PDF of {number:,} pages", f"at most {PAGES:,} pages; save the ones that matter")
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        pages.append(page.extract_text())
        length += len(pages[-1])
        if length > CHARACTERS:
            raise refusal(name, f"a PDF of more than {CHARACTERS:,} characters", "a part of it")
    return pages


def _content(name: str, text: str, said: Guesses, notes: tuple[str, ...], empty: int) -> Content:
    found = cleaned(text)
    if not found.text:
        expected = "a PDF with text; have a scanned one read by a text recognition program first"
        raise refusal(name, "a PDF without text (only pictures, or empty pages)", expected)
    if empty:
        notes = (*notes, f"{counted(empty, 'page')} without text (perhaps pictures)")
    return Content(found.text, said, (*notes, *found.notes))


def _guesses(reader: "PdfReader") -> Guesses:
    try:
        data = reader.metadata
        title, author = (data.title, data.author) if data else (None, None)
        language = reader.root_object.get("/Lang")
    except Exception:  # broken properties are no reason to refuse the text
        return Guesses()
    place = "the PDF's properties"
    return guesses(
        title=(None if title is None or _NO_TITLE.fullmatch(title) else title, place),
        author=(author, place),
        language=(language if isinstance(language, str) else None, place),
    )
