"""A link as a picture that a phone reads, in the page itself: nothing is fetched for it, and no address stands in it as text."""

import segno

LEVEL = "m"
"""How much may be unreadable (15 %): paper is folded, and a higher level would make the squares smaller."""


def svg(text: str, title: str) -> str:
    """The QR code of a text as an SVG element for HTML: black on white in every look, its width the page's to say."""
    made = segno.make(text, error=LEVEL, micro=False)
    drawn: str = made.svg_inline(
        border=4, dark="#000", light="#fff", title=title, svgclass="qr", lineclass=None, omitsize=True
    )
    return drawn.replace("<svg ", '<svg role="img" ', 1)
