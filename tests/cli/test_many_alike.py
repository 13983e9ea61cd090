"""Many warnings of one kind: the first are told, the rest counted, and nothing is lost."""

from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from goodoffices.cli.failures import message
from goodoffices.cli.many_alike import lines
from goodoffices.errors import Level, Problem


def problem(line: int, kind: str = "", level: Level = "warning") -> Problem:
    return Problem("talks.yaml", line, 1, "this", "that", level=level, kind=kind)


def test_of_five_of_a_kind_three_are_told_below_each_other_and_two_counted() -> None:
    told = list(lines([problem(1, "a"), problem(2, "b"), *(problem(n, "a") for n in range(3, 7))], False))
    first = [message(problem(n, "a")) for n in (1, 3, 4)]
    assert told == [*first, "warning: and 2 more of this kind (a): --all shows them", message(problem(2, "b"))]


def test_a_line_for_one_more_is_no_shorter_than_that_one() -> None:
    assert list(lines([problem(n, "a") for n in range(4)], False)) == [message(problem(n, "a")) for n in range(4)]


def test_mistakes_are_never_counted_only() -> None:
    wrong = [problem(n, level="error") for n in range(9)]
    assert list(lines(wrong, False)) == list(map(message, wrong))


def test_what_was_decided_on_purpose_takes_one_line_after_all_else() -> None:
    told = list(lines([*(problem(n, "claims", "note") for n in range(40)), problem(50, "entries")], False))
    assert told[0] == message(problem(50, "entries"))
    assert len(told) == 2
    assert told[1].startswith("note: 40 claims, as ")
    assert "--all shows each" in told[1]


_ANY = st.lists(
    st.one_of(
        st.builds(problem, st.integers(1, 99), st.sampled_from(["a", "b"]), st.sampled_from(["warning", "note"])),
        st.builds(problem, st.integers(1, 99), st.just(""), st.sampled_from(["error", "warning"])),
    )
)


@given(_ANY)
def test_whatever_is_told_with_all_is_told_or_counted_without(problems: Sequence[Problem]) -> None:
    assert list(lines(problems, True)) == list(map(message, problems))
    told = Counter(lines(problems, False))
    every = Counter(map(message, problems))
    counts = [line for line in told if " more of this kind" in line or line.startswith("note: ")]
    counted = sum(int(word) for line in counts for word in line.split("(docs")[0].split() if word.isdecimal())
    assert sum(told.values()) - len(counts) + counted == len(problems)
    assert not set(told) - set(every) - set(counts)
    assert all(message(one) in told for one in problems if one.level == "error" or not one.kind)
