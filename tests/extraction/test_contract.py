"""The contract, for each extractor that needs nothing from outside."""

from goodoffices.extraction.plain import Plain

from .contract import Contract


class TestPlain(Contract):
    extractor = Plain
