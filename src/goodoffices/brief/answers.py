"""What the accounts tell of one question: one answer, or several that cannot all be true, each with who gives it.

A sentence of the brief is made from this: `led by Ivo Maren (Lenn Courier) or Dag Osk (Torvik Post)`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..record import Claim, Finding
from .context import Context
from .english import listed


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its words, the claims that give it, the publishers of these."""

    text: str
    claims: tuple[str, ...]
    publishers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What the accounts tell of one question. `answers` are more than one only where they contradict each other.

    A person's finding is followed: what he prefers stands first and alone, what the others tell in `against`.
    """

    answers: tuple[Answer, ...]
    against: tuple[Answer, ...] = ()
    finding: Finding | None = None

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims of all answers."""
        return tuple(claim for answer in (*self.answers, *self.against) for claim in answer.claims)

    @property
    def differs(self) -> tuple[str, ...]:
        """The claims between which the accounts differ, where they do."""
        return self.claims if len(self.answers) + len(self.against) > 1 else ()

    def words(self, before: str = "") -> str:
        """The answers with who gives them: `on 2 June 2031 (Kelmarsk Courier) or 9 June 2031 (Tavnis Post)`."""
        if len(self.answers) == 1 and not self.against:
            return before + self.answers[0].text
        first = listed((f"{a.text} ({listed(a.publishers)})" for a in self.answers), "or")
        return before + first + self._judged()

    def _judged(self) -> str:
        if self.finding is None or not self.against:
            return ""
        others = listed(f"{listed(a.publishers)}: {a.text}" for a in self.against)
        return f" ({self.finding.by} prefers this; {others})"


def told(
    context: Context, claims: Iterable[Claim], words: Callable[[Claim], str], chosen: str | None = None
) -> Told | None:
    """What some claims on one question tell, or None without any.

    `words` prints an answer; `chosen` is the answer that the case itself takes, which then stands first.
    """
    claims = [*claims]
    groups = _groups(context, claims, words)
    if not groups:
        return None
    rivals = [group for group in groups if any(_against(context, group, other) for other in groups)]
    if chosen is not None and not rivals:
        return Told((Answer(chosen, tuple(c.id for group in groups for c in group), _publishers(context, claims)),))
    answers = [_answer(context, group, words, chosen) for group in rivals or _most_told(groups)]
    answers.sort(key=lambda answer: (answer.text != chosen, answer.publishers))
    return _judged(context, answers, [claim.id for group in rivals for claim in group])


def _most_told(groups: list[list[Claim]]) -> list[list[Claim]]:
    """Of answers that all hold, the one that most sources give."""
    return [max(groups, key=lambda group: len({claim.source for claim in group}))]


def _groups(context: Context, claims: Sequence[Claim], words: Callable[[Claim], str]) -> list[list[Claim]]:
    """The claims by answer: the same words, or what the comparison does not hold to be a difference.

    What holds together with two answers that contradict each other (`March`, of the 1st and the 3rd) decides nothing between them.
    """
    disputed = {x for pair in context.contradicting if pair <= {c.id for c in claims} for x in pair}
    groups: list[list[Claim]] = []
    # The most exact first, which are the longest: else `March` would join the first day that comes, and lend it its publisher.
    for claim in sorted(claims, key=lambda c: (c.id not in disputed, -len(words(c)))):
        fitting = [g for g in groups if any(_alike(context, claim, other, words) for other in g)]
        if not any(_against(context, a, b) for a in fitting for b in fitting):
            groups = [g for g in groups if g not in fitting] + [[*(c for g in fitting for c in g), claim]]
    return groups


def _alike(context: Context, a: Claim, b: Claim, words: Callable[[Claim], str]) -> bool:
    pair = frozenset((a.id, b.id))
    return words(a).casefold() == words(b).casefold() or (
        pair in context.compared and pair not in context.contradicting
    )


def _against(context: Context, group: list[Claim], other: list[Claim]) -> bool:
    return group is not other and any(frozenset((a.id, b.id)) in context.contradicting for a in group for b in other)


def _answer(context: Context, group: list[Claim], words: Callable[[Claim], str], chosen: str | None) -> Answer:
    """The words of a group: those of the case, if it takes this answer, else the most exact, which are the longest."""
    told = [*map(words, group)]
    taken = chosen is not None and chosen.casefold() in map(str.casefold, told)
    text = chosen if chosen is not None and taken else max(told, key=len)
    return Answer(text, tuple(c.id for c in group), _publishers(context, group))


def _publishers(context: Context, claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted({context.phrases.publisher(claim.source) for claim in claims}))


def _judged(context: Context, answers: list[Answer], rivals: list[str]) -> Told:
    """The answers as a person's finding leaves them."""
    finding = next(
        (f for f in context.case.record.findings if set(f.claims) & set(rivals) and f.verdict != "disputed"), None
    )
    if finding is None:
        return Told(tuple(answers))
    named = set(finding.claims)
    kept = [a for a in answers if bool(named & set(a.claims)) == (finding.verdict == "preferred")]
    if not kept or len(kept) == len(answers):
        return Told(tuple(answers))
    return Told(tuple(kept), tuple(a for a in answers if a not in kept), finding)
