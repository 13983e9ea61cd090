"""The words of a claim, as they were found in the text."""

from dataclasses import dataclass

from ....language.folding import Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of a claim: what was quoted, the sentence around it, and the second stretch with its sentence, if there is one."""

    quote: Span
    around: Span
    also: Span | None = None
    also_around: Span | None = None

    @property
    def quotes(self) -> tuple[Span, ...]:
        """One or two."""
        return (self.quote,) if self.also is None else (self.quote, self.also)

    @property
    def sentences(self) -> tuple[Span, ...]:
        """Those in which they stand."""
        return (self.around,) if self.also_around is None else (self.around, self.also_around)
