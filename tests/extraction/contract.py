"""What every extractor must do: subclass `Contract`, set one attribute, and a new extractor gets its whole suite."""

from decimal import Decimal
from functools import lru_cache
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodoffices.extraction.proposal import Text
from goodoffices.record import Claim

REPORT = (
    "On May 3, 2031, delegations from Arvenia and Bostan met in Halden. The talks were mediated by Norway.\n"
    "The Arvenian delegation is led by Foreign Minister Lena Okafor. Okafor said that Bostan rejects the plan. "
    "President Omar Lund did not attend. 😀 “The talks were useful,” said Okafor. "
    "No agreement was reached on the border. The next round will be held in Geneva on 9 June 2031."
)
WORDS = st.sampled_from(
    'Arvenia Bostan Lund Okafor said that demands “ ” " ( ) , . ; : - the delegation of led by and Minister May 3 2031 not if will '
    "\n \t \x00 \x85 \u202e \ue000 \ue007 é İ ﬁ 😀 الرئيس 会談 агент - — 's ’s U.S. Mr agreed to in at between".split(
        " "
    )
)
NASTY = st.one_of(
    st.text(max_size=400),
    st.lists(WORDS, max_size=80).map(" ".join),
    st.lists(WORDS, max_size=60).map("".join),
    st.builds(lambda word, times: word * times, st.text(min_size=1, max_size=6), st.integers(1, 400)),
)
LARGE = {
    "one word": "x" * 300_000,
    "one capital word": "X" * 100_000,
    "letters": "a a a a " * 12_500,
    "brackets": "([{" * 33_000,
    "quotes": "“\"'’" * 25_000,
    "full stops": ". " * 50_000,
    "names": "Anna Lind and " * 7_000,
    "line ends": "\n" * 100_000,
    "speech": "Anna Lind said that " * 5_000,
}


class Contract:
    """Set `extractor` to a function that makes one."""

    extractor: ClassVar[Any]
    examples: ClassVar[int] = 60

    @classmethod
    @lru_cache(maxsize=8)
    def made(cls) -> Any:
        return cls.extractor()

    def propose(self, text: str) -> tuple[Claim, ...]:
        return tuple(self.made().propose(Text("s1", text)))

    def check(self, text: str) -> None:
        claims = self.propose(text)
        for claim in claims:
            assert claim.start is not None
            assert claim.end is not None
            assert 0 <= claim.start < claim.end <= len(text)
            assert text[claim.start : claim.end] == claim.words
            assert claim.status == "proposed"
            assert claim.source == "s1"
            assert claim.entered_by == f"{self.made().name} {self.made().version}"
            assert claim.confidence is not None
            assert Decimal(0) < claim.confidence < Decimal(1)
            assert claim.attributed_to[0] == "narrator"
            assert claim.subject.strip()
            assert str(claim.value).strip()
        assert [c.id for c in claims] == [f"P{n}" for n in range(1, len(claims) + 1)]
        assert [c.start for c in claims] == sorted(c.start for c in claims if c.start is not None)

    def test_it_finds_something_in_a_plain_report(self):
        assert len(self.propose(REPORT)) >= 8

    def test_every_proposal_of_a_plain_report_keeps_the_contract(self):
        self.check(REPORT)

    def test_the_same_text_gives_the_same_proposals(self):
        assert self.propose(REPORT) == self.propose(REPORT) == tuple(self.extractor().propose(Text("s1", REPORT)))

    def test_nothing_is_proposed_twice(self):
        told = [(c.type, c.subject, c.predicate, c.value, c.start, c.end) for c in self.propose(REPORT)]
        assert len(told) == len(set(told))

    def test_another_report_read_before_changes_nothing(self):
        first = self.propose(REPORT)
        self.propose("Delegations from Velmark and Ostrovia met in Halden. Lund, the mayor of Halden, said little.")
        assert self.propose(REPORT) == first

    @pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "\x00", "\ue000\ue001", "…", "The", "“", "1.", "\u202e"])
    def test_almost_nothing_is_read_without_a_proposal(self, text):
        assert self.propose(text) == ()

    @pytest.mark.slow
    @pytest.mark.parametrize("name", sorted(LARGE))
    def test_a_large_text_of_one_kind_is_read_through(self, name):
        self.check(LARGE[name])

    def test_any_text_is_read(self, cases):
        @settings(
            max_examples=cases(quick=self.examples // 4, ci=10 * self.examples),
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(NASTY)
        def read(text):
            self.check(text)

        read()
