"""What a model wrote, claim by claim held against the words it quotes."""

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from typing import Any, cast

from pydantic import ValidationError

from ...case.kinds import SPEAKS_FOR
from ...language.folding import Span
from ...record import NARRATOR, Claim, Form, one_form, undecided
from ...record.claim import ClaimType, Modality, Value
from ..proposal import Text
from . import report
from .form.schema import Proposed
from .naming.quotes import direct
from .proof.acts import Acts
from .proof.claimed import Claimed
from .proof.closed_words import MOST_NAMES, check_words, confidence, joined, meeting, said
from .proof.denials import denial_lost, denying
from .proof.places import Places
from .proof.quoted import Quoted
from .proof.support import Words, chain
from .proof.unsupported import Unsupported


class Reader:
    """Holds the claims of a model against one text; `dropped` counts what was taken from claims that stand."""

    def __init__(self, given: Text) -> None:
        self._source, self._text = given.source, given.text
        self._places, self._words = Places(given), Words(given)
        self._claimed = Claimed(self._words, Acts(self._words.references, self._words.printed))
        self.dropped: Counter[str] = Counter()

    def claim(self, item: object, piece: Span) -> Claim:
        """The claim as a proposal; `Unsupported` where its words do not carry it."""
        claim, dropped = self._proved(item, piece)
        self.dropped += dropped
        return claim

    def _proved(self, item: object, piece: Span) -> tuple[Claim, Counter[str]]:
        try:
            proposed = Proposed.model_validate(item)
        except (ValidationError, RecursionError):
            raise Unsupported(report.FORM) from None
        check_words(proposed)
        quoted = self._places.of(proposed, piece)
        value = self._claimed.value(proposed, quoted)
        if denial_lost(denying(self._text, quoted), joined(value), proposed.predicate, proposed.modality):
            raise Unsupported(report.DENIAL)
        bare, dropped = self._bare(proposed, quoted, value), Counter[str]()
        return replace(bare, **self._rest(proposed, quoted, dropped)), dropped

    def learn(self, found: Iterable[object], piece: Span) -> None:
        """Take from the claims of an answer who talks, who speaks for whom and who is what, as far as they are proved themselves.

        Who talks comes first: whom a person speaks for may be known by that alone.
        """
        telling = [item for item in found if isinstance(item, dict)]
        for item in telling:
            if isinstance(name := item.get("subject"), str):
                self._words.references.described.learn(name)
        for wanted in (("meeting", "parties"), ("delegation", None), ("person_post", None)):
            for item in telling:
                if item.get("type") == wanted[0] and wanted[1] in (None, item.get("predicate")):
                    with suppress(Unsupported):
                        self._learn(self._proved(item, piece)[0])

    def _learn(self, claim: Claim) -> None:
        identity = self._words.references.identity
        if isinstance(claim.value, tuple):
            identity.learn_parties(map(str, claim.value))
        elif claim.predicate != "numbers":
            seat = claim.value if claim.predicate in SPEAKS_FOR else claim.for_party
            post = str(claim.value) if claim.type == "person_post" else None
            identity.learn(claim.subject, str(seat) if seat else None, post)
            if claim.type == "delegation" and claim.predicate in SPEAKS_FOR and seat:
                identity.learn_parties([str(seat)])

    def _bare(self, proposed: Proposed, quoted: Quoted, value: Value) -> Claim:
        subject, span = self._claimed.subject(proposed, quoted), quoted.quote
        words = span.of(self._text)
        form = Form(cast(ClaimType, proposed.type), proposed.predicate, value, cast(Modality, proposed.modality))
        if form.type == "position" and undecided(words):
            raise Unsupported(report.DENIAL)  # `neither accepted nor rejected` carries neither
        form = one_form(form)
        also = f"with the words: {quoted.also.of(self._text)}" if quoted.also else None
        return Claim(
            id="", source=self._source, entered_by="", type=form.type, predicate=form.predicate, subject=subject,
            value=form.value, words=words, start=span.start, end=span.end, modality=form.modality, status="proposed",
            direct=direct(self._text, span), confidence=confidence(proposed.confidence), note=also,
        )  # fmt: skip

    def _rest(self, proposed: Proposed, quoted: Quoted, dropped: Counter[str]) -> dict[str, Any]:
        """The optional keys: what is not proved is left out, a speaker left open; never the claim for their sake."""

        def proved(key: str, given: str | None, prove: Callable[[str], str]) -> str | None:
            if given is None:
                return None
            try:
                return prove(given)
            except Unsupported:
                dropped[key] += 1
                return None

        words, issue = self._words, said(proposed.issue)
        wide = replace(quoted, quote=quoted.around)
        narrowed = {q.name: proved("qualifiers", q.value, lambda v: words.value(v, wide)) for q in proposed.qualifiers}
        return {
            "meeting": proved("meeting", said(proposed.meeting), meeting),
            "for_party": proved("for_party", said(proposed.for_party), lambda n: words.name(n, quoted)),
            "issue": issue.lower() if issue else None,
            "hedge": proved("hedge", said(proposed.hedge), lambda h: words.hedge(h, quoted)),
            "qualifiers": {name: value for name, value in narrowed.items() if value is not None},
            "attributed_to": self._speakers(proposed, quoted, proved),
        }

    def _speakers(self, proposed: Proposed, quoted: Quoted, proved: Callable[..., str | None]) -> tuple[str, ...]:
        names, opened = chain(proposed.attributed_to)
        found = [proved("attributed_to", n, lambda n: self._words.speaker(n, quoted)) for n in names[:MOST_NAMES]]
        return (NARRATOR, *filter(None, found), *(["?"] if opened or None in found else []))
