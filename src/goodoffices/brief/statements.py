"""Makes the lines of a brief: a text, the claims it rests on, and what must be known before relying on it."""

from collections.abc import Iterable, Sequence

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
        resting_on: Iterable[str] | Sourced | Sequence[Sourced] = (),
        *,
        also: Iterable[str] = (),
        lead: str = "",
        signed: str = "",
        differs: tuple[str, ...] = (),
    ) -> Line:
        """A line with its marks, resting on claims or on what one or several entries rest on, and on more claims (`also`).

        Where it tells itself that the accounts differ (`differs`), no mark does.
        """
        entries = [resting_on] if isinstance(resting_on, Sourced) else [e for e in resting_on if isinstance(e, Sourced)]
        claims = () if isinstance(resting_on, Sourced) else [c for c in resting_on if isinstance(c, str)]
        listed = tuple(dict.fromkeys((*claims, *(c for entry in entries for c in entry.claims), *also)))
        marks = tuple(mark for mark in self.marks(listed) if mark != "contradicted" or not differs)
        if reasons := [clean(entry.unsourced) for entry in entries if entry.unsourced]:
            stop = "." if text.endswith(".") else ""
            marks = (*marks, "unsourced")
            text = f"{text.removesuffix('.')} ({'; '.join(dict.fromkeys(reasons))}){stop}"
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
