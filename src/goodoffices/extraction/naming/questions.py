"""Which issue and which option each position of the accounts answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...case.kinds import BY_NAME
from ...language.folding import fold
from ...language.ids import NewIds
from ...language.quantities.quantity import Quantity, quantities
from ...language.wording import Wording, wording
from ...record import Claim
from ...synthesis import one_line, option_label, reserve_of, short_title, stance_of
from .roster import Roster

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

    def __init__(self, claims: Sequence[Claim], new: NewIds, roster: Roster) -> None:
        self._roster = roster
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

    def _question(self, claim: Claim) -> Question:
        text = str(claim.value)
        named = self._name(claim)
        found = self._by_name.get(fold(named)) if named else self._alike(text)
        if found is None:
            found = Question(named or short_title(one_line(text)), named=bool(named))
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
        return "" if self._roster.find(name) is not None or self._roster.find(f"{name} side") is not None else name

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
    """Whether it makes a position: a known stance, said to be so, or said with a reserve that is shown."""
    made = any(BY_NAME[kind].makes(claim) for kind in ("position", "objection"))
    return made and stance_of(claim) is not None and bool(str(claim.value).strip())


def _option(question: Question, claim: Claim) -> str:
    said, text = wording(str(claim.value)), " ".join(str(claim.value).split())
    reserve = reserve_of(claim)
    meaning = _meaning(said, quantities(text), reserve)
    if meaning not in question.options:
        key = NewIds(question.labels).new(text, otherwise="option")
        question.options[meaning], question.labels[key] = key, option_label(claim)
    return question.options[meaning]


def _meaning(said: Wording, numbers: tuple[Quantity, ...], reserve: str | None) -> tuple[object, ...]:
    words: object = said.stems or said.folded
    return (words, said.negative, frozenset((n.low, n.high) for n in numbers), reserve)


def _common(title: str, text: str) -> str:
    """The words of the title that the other text has too; the title where none is left."""
    stems = wording(text).stems
    kept = [word for word in title.split() if wording(word).stems & stems]
    return " ".join(kept) or title
