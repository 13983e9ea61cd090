"""The passage on a card: the words as they stand, with no more around them than belongs to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.brief import build_outline
from goodoffices.brief.cards import CONTEXT, around
from goodoffices.brief.outline import Passage

from .cases import black_sea, examples, istanbul

LONG = "word " * 100
PASSAGES = {
    "the whole text": ("They met.", "They met.", Passage("", "They met.", "")),
    "in the middle": ("On Friday they met here.", "they met", Passage("On Friday ", "they met", " here.")),
    "no further than the paragraph": ("Before.\nThen they met.\nAfter.", "they met", Passage("Then ", "they met", ".")),
    "words over two lines": ("a b\nc d", "b\nc", Passage("a ", "b\nc", " d")),
    "cut between words": (f"{LONG}they met {LONG}", "they met ", Passage("…" + "word " * 31, "they met ", "word " * 31 + "word…")),
    "at the very end": (f"{LONG}end", "end", Passage("…" + "word " * 31, "end", "")),
    "a text without spaces": ("x" * 400 + "they" + "y" * 400, "they", Passage("", "they", "")),
}  # fmt: skip


@pytest.mark.parametrize("kind", PASSAGES)
def test_passages(kind: str) -> None:
    text, words, passage = PASSAGES[kind]
    start = text.index(words)
    assert around(text, start, start + len(words)) == passage


@given(st.text(alphabet="ab \n", max_size=80), st.integers(0, 80), st.integers(0, 20), st.integers(0, 30))
def test_a_passage_is_a_stretch_of_the_text(text: str, start: int, length: int, reach: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    found = around(text, start, end, reach)
    before, after = found.before.removeprefix("…"), found.after.removesuffix("…")
    assert found.words == text[start:end]
    assert text[:start].endswith(before)
    assert text[end:].startswith(after)
    assert "\n" not in before + after
    assert max(len(before), len(after)) <= reach
    assert (found.before == before) or text[: start - len(before)].strip("\n") != ""


@pytest.mark.parametrize("case", examples())
def test_each_card_shows_the_words_of_its_claim(case) -> None:
    for key, card in build_outline(case()).cards.items():
        claim = case().claims[key]
        assert card.passage.words == claim.words
        assert (
            card.passage.before.removeprefix("…") + card.passage.words + card.passage.after.removesuffix("…")
            in case().texts[claim.source]
        )
        assert len(card.passage.before) <= CONTEXT + 1
        assert card.restated
        assert card.original is None
        assert (card.status, card.modality) == (claim.status, claim.modality)


def test_notes_of_the_one_who_entered_a_claim_are_on_its_card() -> None:
    assert build_outline(istanbul()).cards["A20"].note == "printed GUGS; other reports: GRU or Main Directorate"
    noted = {c.id for c in black_sea().record.claims if c.note and c.status != "rejected"}
    assert noted == {key for key, card in build_outline(black_sea()).cards.items() if card.note}
