"""The words of a case as the sheets use them; the one place at which the sheets touch the rest of the brief."""

from collections.abc import Iterable

from ...case import Case, contradicted
from ...case.seen import names_nobody
from ...language.folding import fold
from ...record import Claim
from ...talks import Position, Sourced, without_doubt
from ..cards import within
from ..phrases import Phrases
from .table import CONTRADICTED, PROPOSED, UNSOURCED

LINE = "\n"
"""Between the items of a cell: each on a line of its own."""


class Words:
    """Turns what one case holds into the texts of cells."""

    def __init__(self, case: Case) -> None:
        self.case, self.talks = case, case.talks
        self._phrases = Phrases(case)
        self._contradicted = contradicted(case)

    def name(self, key: str) -> str:
        """The name that the case prints for an id."""
        return self._phrases.name(key)

    def alphabetical(self, keys: Iterable[str]) -> list[str]:
        """Ids in the order of their names, each once: whoever comes first must not be anybody's choice."""
        return sorted(dict.fromkeys(keys), key=lambda key: (fold(self.name(key)), key))

    def meeting(self, key: str | None) -> str:
        """A meeting in words; empty where none is named."""
        return self._phrases.meeting(key) if key else ""

    def round(self, key: str | None) -> str:
        """A round's title; empty where none is named."""
        return self.talks.rounds[key].title if key else ""

    def issue(self, key: str) -> str:
        """An issue's title."""
        return self._phrases.issue(key)

    def option(self, position: Position) -> str:
        """The label of the option that a position is about."""
        return self._phrases.option(position.issue, position.option)

    def subject(self, claim: Claim) -> str:
        """Of whom or what a claim is."""
        return self.meeting(claim.subject) if claim.subject in self.talks.meetings else self.name(claim.subject)

    def value(self, claim: Claim) -> str:
        """A claim's value with its qualifiers."""
        return self._phrases.value(claim)

    def account(self, key: str) -> str:
        """What one source tells: its publisher, the claim in a few words, and its own letters where they are others."""
        claim = self.case.claims[key]
        printed = f" (printed: {claim.as_printed})" if claim.as_printed and claim.as_printed != claim.value else ""
        return f"{self.publisher(claim.source)}: {self._phrases.says(claim)}{printed}"

    def publisher(self, source: str) -> str:
        """The publisher of a source, told from its other sources."""
        return self._phrases.publisher(source)

    def publishers(self, claims: Iterable[str]) -> str:
        """Who published some claims, each once."""
        sources = dict.fromkeys(self.case.claims[key].source for key in claims if key in self.case.claims)
        return LINE.join(self.publisher(source) for source in sources)

    def speakers(self, claim: Claim) -> str:
        """Who speaks: the source, then those whom it quotes."""
        return ", quoting ".join(["the source", *self._phrases.speakers(claim)[1:]])

    def quoted(self, claim: Claim) -> str:
        """The words of the source as a card has them: of a publisher's own words no more than may be quoted in one place."""
        source = self.case.record.sources[claim.source]
        limit = None if source.text.kind == "restatement" else source.quote_limit
        passage = within(claim.words, 0, len(claim.words), limit)
        return f"{passage.before}{passage.words}{passage.after}"

    def told_by(self, position: Position) -> str:
        """Who tells a position, with the side for which he speaks."""
        if position.told_by is None:
            return "the source itself"
        teller = without_doubt(position.told_by)
        side = self._side(teller)
        of = f" ({self.name(side)})" if side and side != teller else ""
        return f"{self._speaker(teller)}{of}" + (", or the source itself" if position.told_by.endswith("?") else "")

    def own_word(self, position: Position) -> str:
        """Whether a position is told in the party's own voice: a side's demands in its opponent's mouth are not its word."""
        if position.told_by is None:
            sides = {self.case.record.sources[self.case.claims[c].source].side for c in position.claims}
            return "yes" if sides == {position.party} else "not said"
        if names_nobody(self.case.names.label(without_doubt(position.told_by))):
            return "not said"
        side = self._side(without_doubt(position.told_by))
        if side == position.party:
            return "yes, or the source's word" if position.told_by.endswith("?") else "yes"
        return "no, the other side's" if side in self.talks.parties else "no"

    def _speaker(self, key: str) -> str:
        """A teller's name; a delegation has none of its own."""
        known = self.talks.delegations.get(key)
        return f"the delegation of {self.name(known.of)}" if known else self.name(key)

    def _side(self, key: str) -> str | None:
        """The party or third party for which somebody speaks."""
        if key in self.talks.delegations:
            return self.talks.delegations[key].of
        return key if key in self.talks.parties or key in self.talks.third_parties else self.case.names.party_of(key)

    def status(self, *entries: Sourced) -> str:
        """Whether all on which some entries rest is accepted: `accepted`, `proposed` or `unsourced`."""
        if any(self.proposed(key) for entry in entries for key in entry.claims):
            return PROPOSED
        return UNSOURCED if entries and entries[0].unsourced else "accepted"

    def proposed(self, key: str) -> bool:
        """Whether nobody has decided on a claim yet."""
        return key in self.case.claims and self.case.claims[key].status == "proposed"

    def mark(self, entry: Sourced) -> str:
        """Behind one item of a cell: that it rests on what is only proposed."""
        return f" [{PROPOSED}]" if any(map(self.proposed, entry.claims)) else ""

    def disputed(self, claims: Iterable[str]) -> str:
        """`contradicted` where another account contradicts one of these claims, else nothing."""
        return CONTRADICTED if self._contradicted.intersection(claims) else ""

    def basis(self, *entries: Sourced) -> str:
        """The claims on which entries rest, or why there is none."""
        claims = dict.fromkeys(key for entry in entries for key in entry.claims)
        reasons = [f"none: {entries[0].unsourced}"] if entries and entries[0].unsourced else []
        return LINE.join([*([" ".join(claims)] if claims else []), *reasons])
