"""The contract, for each extractor that needs nothing from outside."""

import pytest

from goodoffices.extraction.plain import Plain

from .contract import Contract


class TestPlain(Contract):
    extractor = Plain


class TestNlp(Contract):
    examples = 25

    @classmethod
    def extractor(cls):
        pytest.importorskip("spacy", reason="the extra nlp is not installed")
        from goodoffices.extraction.nlp import Nlp

        return Nlp()
