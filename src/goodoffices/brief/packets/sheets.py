"""What a packet consists of: sheets that begin on a page of their own, and blanks that people fill in by hand."""

from dataclasses import dataclass

from ..outline import Outline


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in: lines to write on, boxes to tick, or both."""

    label: str
    lines: int = 1
    """Lines to write on; none where boxes are all that is asked."""
    choices: tuple[str, ...] = ()
    """A box before each."""
    wide: bool = False
    """Whether its lines stand beside it, however long it is."""
    given: str = ""
    """What is filled in already."""
    beside: tuple[str, ...] = ()
    """A box before each, on a line of their own, each at the same place in all fields."""
    tied: str = ""
    """Words and a line to write on, behind those boxes."""
    columns: int = 0
    """Where its boxes stand in columns, how many of these there are; the last choice stands in the last."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A form. With `cut` it is cut out along its border and handed over."""

    title: str
    note: str
    fields: tuple[Field, ...]
    cut: bool = False
    copies: int = 1
    """How often it stands on the sheet."""
    head: str = ""
    """What stands beside the mark at its top: for whom it is, and when."""
    large: bool = False
    """Whether its title is to be read across a room."""

    @property
    def told(self) -> bool:
        """Whether the note is what is handed over: a piece of news, with nothing to fill in."""
        return self.cut and not self.fields


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: what is read, then what is filled in."""

    outline: Outline
    blanks: tuple[Blank, ...] = ()
    pages: int = 4
    """A4 pages that it may take; smaller letters keep it within them."""
    name: str = ""
    """What stands at its foot."""
    large: bool = False
    """Whether it is to be read from a wall: in the largest letters that its pages allow."""
    full: bool = False
    """Whether larger letters may fill its pages."""


@dataclass(frozen=True, slots=True)
class Packet:
    """All that one seat gets, or all seats, or the trainer."""

    key: str
    """The end of the file's name: `for-all`, `forms`, `seat-upper-head`, `trainer`."""
    title: str
    sheets: tuple[Sheet, ...]
