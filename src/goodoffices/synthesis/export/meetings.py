"""The meetings that a seat knows of: what each is called, who sat there, who may read what was said in it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from ...language.ids import NewIds
from ...language.listing import listed
from ...proceedings import SeatView
from ...proceedings.events import MeetingClosed, MeetingOpened
from ...talks import EVERYBODY, OWN
from .paper import line_of
from .who import Who

TEAM = (OWN,)


def may_read(readers: tuple[str, ...], reader: str) -> bool:
    """Whether a source is for a reader."""
    return not readers or reader == OWN or EVERYBODY in readers or reader in readers


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting as it began."""

    key: str
    title: str
    opened: MeetingOpened
    at: datetime
    readers: tuple[str, ...]
    """Who may read what was said there: the sides of those who sat there."""

    @property
    def seats(self) -> tuple[str, ...]:
        """Who sat there."""
        return self.opened.seats


@dataclass(frozen=True)
class Meetings:
    """All meetings of which a seat knows and a reader may know, by their ids in the ledger."""

    view: SeatView
    who: Who
    reader: str

    @cached_property
    def held(self) -> dict[str, Held]:
        """In the order in which they began; numbered after what the reader may not know was left out."""
        public = self.who.public
        new = NewIds((*self.who.sides.parties, *self.who.sides.third_parties, *public.issues, *self.who.ids.values()))
        found: dict[str, Held] = {}
        titles = Counter[str]()
        for opened, at in self._first():
            readers = self.who.all_sides(opened.seats) or TEAM
            if not opened.secret or may_read(readers, self.reader):
                title = self._title(opened)
                titles[title] += 1
                title += f" ({titles[title]})" if titles[title] > 1 else ""
                key = new.new(opened.meeting if opened.programme else title, otherwise="meeting")
                found[opened.meeting] = Held(key, title, opened, at, readers)
        return found

    def _first(self) -> Iterator[tuple[MeetingOpened, datetime]]:
        known: set[str] = set()
        for _, seen in self.view.feed:
            if isinstance(seen.what, MeetingOpened) and seen.what.meeting not in known:
                known.add(seen.what.meeting)
                yield seen.what, seen.at

    @cached_property
    def ended(self) -> dict[str, datetime]:
        """When each of them ended, where it did."""
        return {seen.what.meeting: seen.at for _, seen in self.view.feed if isinstance(seen.what, MeetingClosed)}

    def _title(self, opened: MeetingOpened) -> str:
        if opened.title and opened.title != opened.meeting:  # without a title of its own a meeting goes by its id
            return line_of(opened.title)
        side = self.who.side(opened.of)
        return {
            "side": f"{side} alone",
            "heads": "The heads alone",
            "supporters": "The supporters among themselves",
            "chair and side": f"The mediation with {side}",
            None: listed([self.who.side(one) for one in self.who.all_sides(opened.seats)]) or "A meeting",
        }[opened.caucus]
