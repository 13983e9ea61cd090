"""Who may sit where: links that stay true, links that are taken back, and what of them stands on the disk."""

import json
import os
from pathlib import Path

import pytest

from goodoffices.case.held import HELD
from goodoffices.errors import DataError
from goodoffices.room.admission import NAME, Admission, holder, seat_of
from goodoffices.talks.exercise import TRAINER

SEATS = (holder(1, "chair"), holder(1, "upper-head"), holder(2, "chair"))


def admission(folder: Path, port: int = 5252) -> Admission:
    made = Admission(folder)
    made.give_missing(SEATS, port)
    return made


def test_a_holder_is_a_seat_of_a_table_or_the_trainer() -> None:
    assert seat_of(holder(12, "upper-head")) == (12, "upper-head")
    assert seat_of(TRAINER) == (0, TRAINER)


def test_seats_links_are_kept_with_the_port_and_the_trainers_is_new(tmp_path: Path) -> None:
    first, again = admission(tmp_path), Admission(tmp_path)
    assert again.port == 5252
    for name in SEATS:
        assert [link.token for link in again.links.of(name)] == [link.token for link in first.links.of(name)]
    assert again.trainer.token != first.trainer.token
    assert first.trainer.token not in (tmp_path / HELD / NAME).read_text()


def test_who_was_in_stays_in_over_a_new_start(tmp_path: Path) -> None:
    first = admission(tmp_path)
    cookie = first.links.of(SEATS[0])[0].cookie
    again = Admission(tmp_path)
    found = again.links.known(cookie)
    assert found
    assert found.holder == SEATS[0]


def test_a_link_that_was_taken_back_stays_away_until_another_is_given(tmp_path: Path) -> None:
    first = admission(tmp_path)
    token = first.links.of(SEATS[1])[0].token
    first.take_back(SEATS[1])
    again = admission(tmp_path)
    assert again.seat(1, "upper-head") is None
    assert again.links.open(token) is None
    given = again.give(SEATS[1])
    assert given.token != token
    assert admission(tmp_path).seat(1, "upper-head") is not None


def test_a_link_that_cannot_be_taken_off_the_disk_is_not_called_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = admission(tmp_path)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "write", full)
        with pytest.raises(DataError):
            first.take_back(SEATS[1])
    assert first.seat(1, "upper-head") is not None
    first.give_missing(SEATS, 5252)
    assert Admission(tmp_path).seat(1, "upper-head") is not None


def test_the_file_is_its_owners_only(tmp_path: Path) -> None:
    admission(tmp_path)
    assert (tmp_path / HELD / NAME).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"port": 1}', '{"port": "x", "taken_back": [], "links": []}', '{"port": 1, "taken_back": 3, "links": []}',
     '{"port": 1, "taken_back": [], "links": [{"holder": "1/chair"}]}', "[" * 100_000],
)  # fmt: skip
def test_a_file_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / HELD).mkdir()
    (tmp_path / HELD / NAME).write_text(text)
    with pytest.raises(DataError, match="links"):
        Admission(tmp_path)


def test_no_persons_name_stands_in_it(tmp_path: Path) -> None:
    admission(tmp_path)
    kept = json.loads((tmp_path / HELD / NAME).read_text())
    assert set(kept) == {"format", "port", "taken_back", "links"}
    assert all(set(one) == {"holder", "token", "cookie", "csrf"} for one in kept["links"])


FORGED: dict[str, dict[str, object]] = {
    "a link of the trainer": {"holder": TRAINER},
    "a holder that is no seat": {"holder": "foo"},
    "a table that is none": {"holder": "0/trainer"},
    "a short secret": {"token": "abc"},
    "an empty cookie": {"cookie": ""},
    "a secret that is no text": {"csrf": None},
    "one secret twice": {"cookie": "A" * 43, "csrf": "A" * 43},
}


@pytest.mark.parametrize("name", [*FORGED, "a port that is none", "a port without end"])
def test_links_that_somebody_else_wrote_open_nothing(tmp_path: Path, name: str) -> None:
    admission(tmp_path)
    path = tmp_path / HELD / NAME
    kept = json.loads(path.read_text())
    if name in FORGED:
        kept["links"][0] |= FORGED[name]
        path.write_text(json.dumps(kept))
    else:
        path.write_text(
            json.dumps({**kept, "port": 99999})
            if name == "a port that is none"
            else '{"port": 1e999, "taken_back": [], "links": []}'
        )
    with pytest.raises(DataError, match=NAME):
        Admission(tmp_path)


def test_a_link_to_a_seat_that_is_not_here_ends_when_the_room_opens(tmp_path: Path) -> None:
    admission(tmp_path)
    again = Admission(tmp_path)
    (lost,) = again.links.of(SEATS[2])
    again.give_missing(SEATS[:2], 5252)
    assert again.links.known(lost.cookie) is None
    assert lost.token not in (tmp_path / HELD / NAME).read_text()
