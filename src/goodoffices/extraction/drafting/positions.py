"""Issues and options from what is told of positions; whose they are, how firm, and who tells it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...language.quantities.quantity import Quantity, quantities
from ...language.wording import Wording, wording
from ...record import Claim, fold
from ...talks import Issue, Position, Stance, Support
from .actors import Actors
from .ids import NewIds, short_id, without_article
from .sheet import SAID, Sheet, ids

_STANCES: dict[str, Stance] = {
    "demands": "demands", "proposes": "proposes", "supports": "supports", "accepts": "accepts", "opposes": "opposes",
    "refuses": "refuses", "for": "supports", "against": "opposes",
}  # fmt: skip
_UNREAL = {"conditional": "on a condition", "possible": "possibly", "future": "announced"}
_TITLE = 8
_REST = re.compile(r",| (?:who|which|that|while) ")
ALIKE = 0.5
"""Share of common stems from which two values are taken to answer one question, where the accounts do not name it."""


@dataclass(eq=False)
class Question:
    """An issue and its answers, by what each of them says."""

    title: str
    id: str = ""
    options: dict[tuple[object, ...], str] = field(default_factory=dict)
    """The option's id by its meaning."""
    labels: dict[str, str] = field(default_factory=dict)
    named: bool = False
    """Whether an account names the issue itself."""


class Questions:
    """The issues of the accounts: by the name that an account gives, else by the words that the positions share."""

    def __init__(self, claims: Sequence[Claim], new: NewIds, actors: Actors) -> None:
        self._actors = actors
        self.place: dict[str, tuple[str, str]] = {}
        """Issue and option of each position, by the claim's id."""
        self._by_name: dict[str, Question] = {}
        self._by_stem: dict[str, list[Question]] = {}
        self.all: list[Question] = []
        told = [claim for claim in claims if is_position(claim)]
        placed = [(claim, self._question(claim)) for claim in told]
        for question in self.all:
            question.id = new.new(question.title, otherwise="issue")
        for claim, question in placed:
            self.place[claim.id] = (question.id, _option(question, claim))

    def entries(self) -> dict[str, Issue]:
        """The issues as entries."""
        return {q.id: Issue(title=_capital(q.title), options=q.labels) for q in self.all}

    def _question(self, claim: Claim) -> Question:
        text = str(claim.value)
        named = self._name(claim)
        found = self._by_name.get(fold(named)) if named else self._alike(text)
        if found is None:
            found = Question(named or _short(text), named=bool(named))
            self.all.append(found)
            if named:
                self._by_name[fold(named)] = found
            for stem in wording(text).stems:
                self._by_stem.setdefault(stem, []).append(found)
        elif not found.named:
            found.title = _common(found.title, text)
        return found

    def _name(self, claim: Claim) -> str:
        """The issue's name as the account gives it; that of somebody who acts is no issue."""
        name = (claim.issue or "").replace("_", " ").strip()
        return "" if self._actors.find(name) is not None or self._actors.find(f"{name} side") is not None else name

    def _alike(self, text: str) -> Question | None:
        """The issue whose first answer shares enough words with this one; of several the one that shares most."""
        stems = wording(text).stems
        shared: dict[Question, int] = {}
        for stem in stems:
            for question in self._by_stem.get(stem, ()):
                shared[question] = shared.get(question, 0) + 1
        best = max(shared, key=lambda question: shared[question], default=None)
        return best if best is not None and shared[best] >= ALIKE * len(stems) else None


def is_position(claim: Claim) -> bool:
    """Whether it can stand among the positions: a known stance, said to be so, or said with a reserve that is shown."""
    real = claim.modality in SAID or claim.modality in _UNREAL
    return claim.type == "position" and claim.predicate in _STANCES and real and bool(str(claim.value).strip())


def _option(question: Question, claim: Claim) -> str:
    said, text = wording(str(claim.value)), " ".join(str(claim.value).split())
    reserve = claim.hedge or "hedged" if claim.modality == "hedged" else _UNREAL.get(claim.modality)
    meaning = _meaning(said, quantities(text), reserve)
    if meaning not in question.options:
        key = short_id(text) or "option"
        number = 1 + sum(other == key or other.startswith(f"{key}-") for other in question.labels)
        key = key if number == 1 else f"{key}-{number}"
        while key in question.labels:
            number += 1
            key = f"{short_id(text) or 'option'}-{number}"
        question.options[meaning] = key
        question.labels[key] = f"{text} ({reserve})" if reserve else text
    return question.options[meaning]


def _meaning(said: Wording, numbers: tuple[Quantity, ...], reserve: str | None) -> tuple[object, ...]:
    words: object = said.stems or said.folded
    return (words, said.negative, frozenset((n.low, n.high) for n in numbers), reserve)


def _common(title: str, text: str) -> str:
    """The words of the title that the other text has too; the title where none is left."""
    stems = wording(text).stems
    kept = [word for word in title.split() if wording(word).stems & stems]
    return " ".join(kept) or title


def _short(text: str) -> str:
    """A position's words as a title: without article and without what is said of its object."""
    words = _REST.split(without_article(" ".join(text.split())))[0].split()
    return " ".join(words[:_TITLE]) or text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def positions(sheet: Sheet) -> tuple[list[Position], list[Support]]:
    """The positions, and what third parties back."""
    told: dict[tuple[str, str, str, Stance, str | None], list[Claim]] = {}
    backed: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in sheet.claims:
        party = _party(sheet, claim)
        if not is_position(claim) or party is None or claim.issue is None or claim.option is None:
            continue
        stance, teller = _STANCES[claim.predicate], _teller(sheet, claim, party)
        if stance == "supports" and party not in sheet.parties and teller is None:
            backed.setdefault((party, claim.issue, claim.option), []).append(claim)
        elif teller != "":
            told.setdefault((party, claim.issue, claim.option, stance, teller), []).append(claim)
    return list(_positions(sheet, told)), [
        Support(by=by, issue=issue, option=option, claims=ids(claims)) for (by, issue, option), claims in backed.items()
    ]


def _positions(sheet: Sheet, told: dict[tuple[str, str, str, Stance, str | None], list[Claim]]) -> Iterator[Position]:
    for number, ((party, issue, option, stance, teller), claims) in enumerate(told.items(), 1):
        meetings = {claim.meeting for claim in claims}
        yield Position(
            id=f"p{number}", party=party, issue=issue, option=option, stance=stance, told_by=teller,
            meeting=meetings.pop() if len(meetings) == 1 else None, claims=ids(claims),
        )  # fmt: skip


def _party(sheet: Sheet, claim: Claim) -> str | None:
    """Whose position it is: the subject's, or that of the side for which the subject speaks in this claim."""
    if claim.subject in sheet.sides:
        return claim.subject
    return claim.for_party if claim.subject in sheet.actors else None


def _teller(sheet: Sheet, claim: Claim, party: str) -> str | None:
    """Who tells it; None for the source itself, empty where it is somebody whom the case has no entry for."""
    teller = sheet.speaker(claim)
    if teller is None:
        return claim.subject if claim.subject != party else None
    if teller.removesuffix("?") not in sheet.actors:
        return ""
    return None if teller == party else teller
