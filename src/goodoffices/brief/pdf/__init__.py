"""The brief as a PDF: set by Typst from the outline alone, with our own fonts, so that it is the same everywhere.

Three rules. What a case holds reaches the template as data and is placed as strings: none of it is ever markup or program.
Nothing outside this folder is read, nothing is written, nothing is fetched. The same outline gives the same bytes.
Read `press.py` first: it runs the template `brief.typ` over what `content.py` makes of an outline.
"""

from .press import PAGES, SIZES, page_png, pdf_bytes

__all__ = ["PAGES", "SIZES", "page_png", "pdf_bytes"]
