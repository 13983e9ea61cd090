"""Makes the lines of a brief: a text, the claims it rests on, and what must be known before relying on it."""

from collections.abc import Iterable

from ..case import Case, contradicted
from ..talks import Sourced
from .outline import Line, Mark
from .phrases import clean


class Lines:
    """Lines of one case, marked where their claims are proposed or contradicted."""

    def __init__(self, case: Case) -> None:
        self._proposed = {c.id for c in case.record.claims if c.status == "proposed"}
        self._contradicted = contradicted(case)

    def line(
        self,
        text: str,
        resting_on: Iterable[str] | Sourced = (),
        *,
        lead: str = "",
        signed: str = "",
        differs: tuple[str, ...] = (),
        of: Iterable[Sourced] = (),
    ) -> Line:
        """A line with its marks, resting on claims or on what an entry rests on.

        Where it tells itself that the accounts differ (`differs`), no mark does. `of`: the entries of a line that is made of
        several, any of which may have no source.
        """
        claims = resting_on.claims if isinstance(resting_on, Sourced) else resting_on
        listed = tuple(dict.fromkeys(claims))
        marks = tuple(mark for mark in self.marks(listed) if mark != "contradicted" or not differs)
        if isinstance(resting_on, Sourced) and resting_on.unsourced:
            marks, text = (*marks, "unsourced"), f"{text} ({clean(resting_on.unsourced)})"
        elif any(entry.unsourced for entry in of):
            marks = (*marks, "unsourced")
        return Line(text, listed, lead, marks, signed, "program", differs)

    def marks(self, claims: Iterable[str]) -> tuple[Mark, ...]:
        """What a reader must know of some claims."""
        listed = set(claims)
        marks: list[Mark] = []
        if listed & self._proposed:
            marks.append("proposed")
        if listed & self._contradicted:
            marks.append("contradicted")
        return tuple(marks)
