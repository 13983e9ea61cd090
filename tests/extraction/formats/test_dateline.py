"""The agency that a dateline names is guessed as the publisher, and nothing else in brackets."""

import pytest

from goodoffices.extraction.formats.plain import read_plain


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("NADJILA (Desert Wire) - The two sides met.\n", "Desert Wire"),
        ("LENN, 14 March 2031 (Sahel Press) — The two sides met.\n", "Sahel Press"),
        ("A headline\n\nSAINT-OLAF (Torvik Courier) – They met.\n", "Torvik Courier"),
        ("L'AIGLE (AFX): They met.\n", "AFX"),
        ("PORT HASK, June 3 (Hask Evening Ledger) - They met.\n", "Hask Evening Ledger"),
        ("The Front for the North (FAN) - a movement - met the army.\n", None),
        ("They met in LENN (the capital) - and parted.\n", None),
        ("LENN - The union (DUL) met the company.\n", None),
        ("MINUTES (draft) of the third meeting - Lenn\n", None),
        ("x" * 500 + "\nLENN (Far Below) - They met.\n", None),
    ],
)
def test_the_agency_of_a_dateline_is_the_publisher(text: str, publisher: str | None) -> None:
    assert read_plain("a.txt", text.encode()).guesses.publisher == publisher


def test_front_matter_goes_before_a_dateline() -> None:
    text = "---\npublisher: The Ladle\n---\nLENN (Desert Wire) - They met.\n"
    assert read_plain("a.md", text.encode()).guesses.publisher == "The Ladle"
