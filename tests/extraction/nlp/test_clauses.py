# ruff: noqa: E501 (a case is read on one line)
"""What the grammar adds to the patterns."""

import pytest

pytest.importorskip("spacy", reason="the extra nlp is not installed")

from goodoffices.extraction.nlp import Nlp
from goodoffices.extraction.nlp.extractor import merged
from goodoffices.extraction.plain.draft import Draft
from goodoffices.extraction.proposal import Text

HEAD = "Delegations from Arvenia and Bostan met in Halden on 3 March 2031. Foreign Minister Lena Okafor led the Arvenian delegation. "


@pytest.fixture(scope="module")
def nlp():
    return Nlp()


def test_a_subject_far_from_its_verb_is_found(nlp):
    text = HEAD + "Okafor came down the stairs, greeted the guards and said that the talks were useful."
    assert any(c.type == "statement" and c.subject == "Lena Okafor" for c in nlp.propose(Text("s", text)))


def test_each_object_of_a_verb_is_a_position(nlp):
    text = HEAD + "Bostan very clearly opposes the bridge, the road and the canal."
    values = {c.value for c in nlp.propose(Text("s", text)) if c.type == "position" and c.subject == "Bostan"}
    assert len(values) == 3


def test_what_both_find_is_proposed_once():
    one = Draft("position", "Bostan", "demands", "an apology", 0, 30, "stance.demands")
    two = Draft("position", "Bostan", "demands", "apology", 8, 30, "verb.demands")
    assert merged([one], [two]) == [one]


def test_what_is_told_besides_is_never_believed_much(nlp):
    claims = nlp.propose(Text("s", HEAD + "The bridge collapsed in the night because nobody had repaired it."))
    assert all(c.confidence is not None and c.confidence < 0.5 for c in claims if c.type == "context")
