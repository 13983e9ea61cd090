"""Text that cannot steer what shows it."""

import unicodedata

_JOINERS = "\u200c\u200d"
"""They shape letters and emoji, and neither hide nor turn anything."""


def visible(text: str) -> str:
    """The text on one line, with characters that steer a terminal or turn the direction of writing made harmless."""
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    return " " if character in "\t\n" or unicodedata.category(character) == "Zs" else "\ufffd"
