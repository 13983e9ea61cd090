"""A long list in runs: nothing lost, nothing cut, none too full, and what is full stays as it is."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.documents import runs


@pytest.mark.parametrize(
    ("sizes", "most", "count", "found"),
    [
        ([], 5, None, [()]),
        ([5], 5, None, [(5,)]),
        ([9], 5, None, [(9,)]),
        ([3, 3], 5, None, [(3,), (3,)]),
        ([2, 3, 1], 5, None, [(2, 3), (1,)]),
        ([9, 1, 9, 1], 5, None, [(9,), (1,), (9,), (1,)]),
        ([0, 0, 0], 0, None, [(0, 0, 0)]),
        ([1, 1, 1], 9, 2, [(1, 1), (1,)]),
        ([1, 9, 1], 5, 2, [(1,), (9,), (1,)]),
    ],
)
def test_runs(sizes: list[int], most: int, count: int | None, found: list[tuple[int, ...]]) -> None:
    assert runs(sizes, int, most, count) == found


_SIZES = st.lists(st.integers(0, 9))


@given(_SIZES, st.integers(0, 20), st.none() | st.integers(1, 4))
def test_nothing_is_lost_and_each_run_is_as_full_as_it_can_be(sizes: list[int], most: int, count: int | None) -> None:
    found = runs(sizes, int, most, count)
    assert [one for run in found for one in run] == sizes
    assert all(len(run) == 1 or sum(run) <= most for run in found if run)
    assert all(len(run) <= (count or len(sizes)) for run in found)
    for run, after in itertools.pairwise(found):
        assert sum(run) + after[0] > most or len(run) == count


@given(_SIZES, _SIZES, st.integers(0, 20), st.none() | st.integers(1, 4))
def test_what_is_full_stays_as_it_is(sizes: list[int], more: list[int], most: int, count: int | None) -> None:
    before, after = runs(sizes, int, most, count), runs([*sizes, *more], int, most, count)
    assert after[: len(before) - 1] == before[:-1]
