"""Who may sit where: a link for each seat, opened on any number of phones until it is taken back.

1. A holder is the trainer, or a seat of a table (`2/upper-head`); no name of a person stands anywhere.
2. Seats' links are kept beside the tables, so that what was printed stays true when the room is closed and opened again.
3. The trainer's link is made anew each time, and lets one browser in, once.
4. A link that is taken back is gone from the disk before it is called so.
5. The file may come from somebody else: it gives no link to the trainer, none to a seat that is not here, none with a secret
   that is not of our form or stands there twice.
"""

import json
import re
from pathlib import Path
from typing import Any

from ..case.held import HELD
from ..documents import json_text, make_folder, read_bytes, write_bytes
from ..errors import DataError, Problem, UsageError
from ..serving.links import Link, Links
from ..talks.exercise import TRAINER

NAME = "links.json"
_LARGEST = 2**20
_KEYS = ("holder", "token", "cookie", "csrf")
_SEAT = re.compile(r"[1-9]\d{0,3}/[a-z0-9][a-z0-9._-]*", re.ASCII)
_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")


def holder(table: int, seat: str) -> str:
    """The name under which a seat of a table is known to the floor below."""
    return f"{table}/{seat}"


def seat_of(name: str) -> tuple[int, str]:
    """The table and the seat of a holder; of the trainer no table."""
    if name == TRAINER:
        return 0, TRAINER
    table, _, seat = name.partition("/")
    return int(table), seat


class Admission:
    """The links of a room."""

    def __init__(self, folder: Path) -> None:
        """Those that the case folder keeps; DataError where the file is damaged."""
        self._path, self._folder = folder / HELD / NAME, folder
        self.links = Links()
        self.port, kept = self._read()
        for link in kept:
            self.links.keep(link)
        self.trainer = self.links.give(TRAINER)

    port: int
    """The port on which the room was open before; nought where it was not."""

    def seat(self, table: int, seat: str) -> Link | None:
        """The link of a seat, None where it was taken back and no other one given."""
        return next(iter(self.links.of(holder(table, seat))), None)

    def give_missing(self, holders: tuple[str, ...], port: int) -> None:
        """At the beginning: a link for each holder that never had one; the port on which they lead here is kept with them."""
        for link in self._all():
            if link.holder not in holders:
                self.links.take_back(link)
        known = {link.holder for link in self._all()} | self._taken
        for name in holders:
            if name not in known:
                self.links.give(name, reusable=True)
        self.port = port
        self._write()

    def give(self, name: str) -> Link:
        """Another link for a holder, in place of those that he had."""
        self.take_back(name)
        self._taken.discard(name)
        link = self.links.give(name, reusable=True)
        self._write()
        return link

    def take_back(self, name: str) -> None:
        """End the links of a holder: on the disk first, then here."""
        before = name in self._taken
        self._taken.add(name)
        try:
            self._write()
        except DataError:
            if not before:
                self._taken.discard(name)
            raise
        for link in self.links.of(name):
            self.links.take_back(link)

    def _all(self) -> tuple[Link, ...]:
        return tuple(link for link in self.links.all() if link.holder != TRAINER)

    def _write(self) -> None:
        kept = [{key: getattr(link, key) for key in _KEYS} for link in self._all() if link.holder not in self._taken]
        value = {"format": "links/1", "port": self.port, "taken_back": sorted(self._taken), "links": kept}
        if not self._path.parent.is_dir():
            make_folder(self._path.parent, self._folder)
        data = json_text(value).encode()
        if len(data) > _LARGEST:  # it could not be read again
            raise UsageError(
                f"found {len(kept):,} seats at all tables, which are too many for one room; hold fewer tables"
            )
        write_bytes(self._path, data, below=self._folder)

    def _read(self) -> tuple[int, list[Link]]:
        self._taken: set[str] = set()
        if not self._path.exists():
            return 0, []
        try:
            read: Any = json.loads(read_bytes(self._path, _LARGEST, below=self._folder))
            self._taken = {str(name) for name in read["taken_back"]}
            return _port(read["port"]), _sound(
                [Link(reusable=True, **{key: str(one[key]) for key in _KEYS}) for one in read["links"]]
            )
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
            expected = "links as this program wrote them; delete the file to give new ones"
            raise DataError([Problem(str(self._path), 0, 0, "a file that cannot be used", expected)]) from error


def _port(found: object) -> int:
    if not isinstance(found, int) or not 0 <= found <= 65_535:
        raise ValueError("no port")
    return found


def _sound(links: list[Link]) -> list[Link]:
    """The links, where all are of our form and no secret stands there twice; else ValueError."""
    found = [secret for link in links for secret in (link.token, link.cookie, link.csrf)]
    if len({*found}) < len(found) or not all(map(_SECRET.fullmatch, found)):
        raise ValueError("no secrets of ours")
    if not all(_SEAT.fullmatch(link.holder) for link in links):
        raise ValueError("no seats")
    return links
