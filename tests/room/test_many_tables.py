"""How many tables one room holds, and how many connections a machine lets it have."""

import resource
from pathlib import Path
from typing import Any

import pytest

from goodoffices.case import read_case
from goodoffices.case.held import HELD
from goodoffices.errors import UsageError
from goodoffices.room.admission import Admission, holder
from goodoffices.room.hall import Way
from goodoffices.room.opening import MOST, Place, opened
from goodoffices.serving.server import BESIDE, affordable

from .cases import make
from .rooms import Wall


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


@pytest.mark.parametrize("groups", [MOST + 1, 400, 10**9])
def test_more_tables_than_a_room_holds_are_refused_with_the_reason_and_nothing_is_made(
    tmp_path: Path, groups: int
) -> None:
    folder = make(tmp_path / "case")
    before = files(folder)
    with (
        pytest.raises(UsageError, match=f"found {groups}, expected at most 30, for each table takes"),
        opened(read_case(folder), groups, Way(), Place(1), Wall()),
    ):
        pass
    assert files(folder) == before


def test_so_are_those_that_a_case_brings_along(tmp_path: Path) -> None:
    """A case may come from somebody else, with 9,999 empty ledgers in it."""
    folder = make(tmp_path / "case")
    (folder / HELD).mkdir()
    for number in range(2, 2 + MOST):
        (folder / HELD / f"table-{number}.jsonl").touch()
    with (
        pytest.raises(
            UsageError, match=r"found 31 tables with those at which something was held before \(.*held\), expected"
        ),
        opened(read_case(folder), 1, Way(), Place(1), Wall()),
    ):
        pass
    assert not (folder / HELD / "links.json").exists()


def test_as_many_as_a_room_holds_are_opened_and_their_links_are_read_again(tmp_path: Path) -> None:
    folder = make(tmp_path / "case")
    for _ in range(2):
        with opened(read_case(folder), MOST, Way(), Place(1), Wall()) as hall:
            assert len(hall.tables) == MOST
            links = {link.holder: link.token for link in hall.admission.links.all()}
        assert {link.holder: link.token for link in Admission(folder).links.all()}.items() >= {
            name: token for name, token in links.items() if name != "trainer"
        }.items()


@pytest.mark.parametrize("number", [99, 100, 9999])
def test_the_links_of_a_table_with_a_high_number_are_read_again(tmp_path: Path, number: int) -> None:
    folder = make(tmp_path / "case")
    (folder / HELD).mkdir()
    (folder / HELD / f"table-{number}.jsonl").touch()
    for _ in range(2):
        with opened(read_case(folder), 1, Way(), Place(1), Wall()) as hall:
            assert [*hall.tables] == [1, number]
            assert hall.admission.seat(number, "chair") is not None
    assert Admission(folder).links.of(holder(number, "chair"))


@pytest.mark.parametrize(
    ("soft", "hard", "wanted", "found"),
    [
        (20_000, 20_000, 2_420, 2_420),
        (1_024, 20_000, 2_420, 2_420),
        (1_024, 1_024, 2_420, 1_024 - BESIDE),
        (1_024, 2_000, 2_420, 2_000 - BESIDE),
        (256, resource.RLIM_INFINITY, 2_420, 2_420),
        (resource.RLIM_INFINITY, resource.RLIM_INFINITY, 2_420, 2_420),
        (100, 100, 64, 8),
    ],
)
def test_a_page_takes_no_more_connections_than_the_system_lets_it_have_open(
    soft: int, hard: int, wanted: int, found: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = [(soft, hard)]

    def let(_: int, to: tuple[int, int]) -> None:
        assert to[1] == hard
        limit[0] = to

    def now(_: int) -> Any:
        return limit[0]

    monkeypatch.setattr(resource, "setrlimit", let)
    monkeypatch.setattr(resource, "getrlimit", now)
    assert affordable(wanted) == found
    assert limit[0][0] < 0 or limit[0][0] >= soft


def test_links_that_could_not_be_read_again_are_not_written(tmp_path: Path) -> None:
    made = Admission(tmp_path)
    with pytest.raises(UsageError, match="found 9,000 seats at all tables"):
        made.give_missing(tuple(holder(n, f"seat-{m}") for n in range(1, 31) for m in range(300)), 1)
    assert not (tmp_path / HELD / "links.json").exists()
