"""Makes the lines of a brief: a text, the claims it rests on, and what must be known before relying on it."""

from collections.abc import Iterable

from ..case import Case, contradicted
from .outline import Line, Mark


class Lines:
    """Lines of one case, marked where their claims are proposed or contradicted."""

    def __init__(self, case: Case) -> None:
        self._proposed = {c.id for c in case.record.claims if c.status == "proposed"}
        self._contradicted = contradicted(case)

    def line(self, text: str, claims: Iterable[str] = (), *, lead: str = "", signed: str = "") -> Line:
        """A line with its marks."""
        listed = tuple(dict.fromkeys(claims))
        return Line(text, listed, lead, self.marks(listed), signed)

    def marks(self, claims: Iterable[str]) -> tuple[Mark, ...]:
        """What a reader must know of some claims."""
        listed = set(claims)
        marks: list[Mark] = []
        if listed & self._proposed:
            marks.append("proposed")
        if listed & self._contradicted:
            marks.append("contradicted")
        return tuple(marks)
