"""Numbers in short texts: words and digits, separators, approximations, units, days."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_to_num import alpha2digit

from goodoffices.language.days.names import is_month
from goodoffices.language.quantities.numerals import Traced, _english
from goodoffices.language.quantities.quantity import (
    INFINITY,
    Quantity,
    conflict,
    numerals,
    quantities,
    without_quantities,
)

# One quantity each: low, high, and a unit that must be among its units.
ONE = [
    ("1,000 prisoners", 1000, 1000, "prison"),
    ("1 000 prisoners", 1000, 1000, "prison"),
    ("1\u00a0000 prisoners", 1000, 1000, "prison"),
    ("1\u202f000 prisoners", 1000, 1000, "prison"),
    ("1000 prisoners", 1000, 1000, "prison"),
    ("a thousand prisoners", 1000, 1000, "prison"),
    ("one thousand prisoners", 1000, 1000, "prison"),
    ("twelve hundred prisoners", 1200, 1200, "prison"),
    ("two and a half thousand prisoners", 2500, 2500, "prison"),
    ("2.5 thousand prisoners", 2500, 2500, "prison"),
    ("one hundred and twenty prisoners", 120, 120, "prison"),
    ("two dozen prisoners", 24, 24, "prison"),
    ("a hundred detainees", 100, 100, "prison"),
    ("5,000,000 tonnes", 5e6, 5e6, "tonn"),
    ("1.5 million tonnes", 1.5e6, 1.5e6, "tonn"),
    ("two million tonnes", 2e6, 2e6, "tonn"),
    ("200 thousand tonnes", 2e5, 2e5, "tonn"),
    ("two hundred thousand tonnes", 2e5, 2e5, "tonn"),
    ("1,000.50 dollars", 1000.5, 1000.5, "dollar"),
    ("€5m", 5e6, 5e6, "euro"),
    ("58 of the prisoners", 58, 58, "prison"),
    ("25 percent", 25, 25, "percent"),
    ("25 per cent", 25, 25, "percent"),
    ("25%", 25, 25, "percent"),
    ("25 %", 25, 25, "percent"),
    ("twenty-five percent", 25, 25, "percent"),
    ("about 500 tonnes", 450, 550, "tonn"),
    ("some five hundred tonnes", 450, 550, "tonn"),
    ("close to 500 tonnes", 450, 550, "tonn"),
    ("over 500 tonnes", 500, INFINITY, "tonn"),
    ("more than 500 tonnes", 500, INFINITY, "tonn"),
    ("at least 500 tonnes", 500, INFINITY, "tonn"),
    ("no less than 500 tonnes", 500, INFINITY, "tonn"),
    ("not fewer than 500 tonnes", 500, INFINITY, "tonn"),
    ("less than 500 tonnes", 0, 500, "tonn"),
    ("fewer than 500 tonnes", 0, 500, "tonn"),
    ("up to 500 tonnes", 0, 500, "tonn"),
    ("at most 500 tonnes", 0, 500, "tonn"),
    ("under 500 tonnes", 0, 500, "tonn"),
    ("no more than 500 tonnes", 0, 500, "tonn"),
    ("not more than 500 tonnes", 0, 500, "tonn"),
    ("5 days", 5, 5, "day"),
    ("five days", 5, 5, "day"),
    ("two weeks", 14, 14, "day"),
    ("four months", 112, 124, "day"),
    ("12 months", 336, 372, "day"),
    ("three years", 1095, 1098, "day"),
    ("30-day ceasefire", 30, 30, "day"),
    ("thirty-day ceasefire", 30, 30, "day"),
    ("a 30 day ceasefire", 30, 30, "day"),
    ("six and a half hours", 6.5, 6.5, "hour"),
    ("14 February", 214, 214, "date"),
    ("14th of February", 214, 214, "date"),
    ("February 14", 214, 214, "date"),
    ("February 14th, 2025", 214, 214, "date"),
    ("14 Feb", 214, 214, "date"),
    ("2025-02-14", 214, 214, "date"),
    ("1 December", 1201, 1201, "date"),
    ("MAY 5", 505, 505, "date"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), ONE, ids=[row[0] for row in ONE])
def test_a_text_with_one_number(text: str, low: float, high: float, unit: str) -> None:
    (found,) = quantities(text)
    assert [found.low, found.high] == pytest.approx([low, high])
    assert unit in found.units


# A number that is not understood is not compared; read half, it would contradict.
NONE = [
    "", "prisoners", "a prisoner", "third round", "3rd round", "A320", "1.5m tonnes", "5m", "12,00", "1.2.3", "v2", "B12 road",
    "hundreds of people", "thousands of people", "dozens of lorries", "tens of thousands of people", "in May", "no prisoners",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_number_or_not_understood_is_left_alone(text: str) -> None:
    assert quantities(text) == ()


def test_several_numbers_keep_their_own_units() -> None:
    day, first, second = quantities("on 14 February 300 soldiers for 200 prisoners")
    assert day == Quantity(214, 214, frozenset({"date"}))
    assert (first.low, second.low) == (300, 200)
    assert not first.comparable(second)


def test_a_day_and_its_year_are_no_number_besides() -> None:
    assert len(quantities("14 February 2025")) == len(quantities("2025-02-14")) == 1


CONFLICTS = [
    ("1,000 prisoners", "1,200 prisoners", True),
    ("1,000 prisoners", "a thousand detainees", False),
    ("1,000 prisoners", "1,200 soldiers", False),
    ("1,000 prisoners", "prisoners", False),
    ("about 500 tonnes", "512 tonnes", False),
    ("about 500 tonnes", "600 tonnes", True),
    ("more than 500 tonnes", "501 tonnes", False),
    ("more than 500 tonnes", "400 tonnes", True),
    ("up to 500 tonnes", "501 tonnes", True),
    ("no more than 500 tonnes", "300 tonnes", False),
    ("four months", "120 days", False),
    ("four months", "90 days", True),
    ("two weeks", "14 days", False),
    ("two weeks", "15 days", True),
    ("a 30-day truce", "a thirty-day truce", False),
    ("a 30-day truce", "a sixty-day truce", True),
    ("14 February", "15 February", True),
    ("14 February", "Feb 14", False),
    ("14 February", "14 March", True),
    ("25 percent", "25%", False),
    ("25 percent", "30 per cent", True),
    ("hundreds of people", "512 people", False),
    ("1.5m tonnes", "1.5 million tonnes", False),
    ("1,000 of 1,200 prisoners", "1,200 prisoners", False),
    ("", "1 day", False),
]


@pytest.mark.parametrize(("a", "b", "expected"), CONFLICTS)
def test_numbers_of_the_same_thing_conflict_where_they_cannot_be_equal(a: str, b: str, expected: bool) -> None:
    assert conflict(a, b) is conflict(b, a) is expected


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("1,000 prisoners", "prisoners"),
        ("on 14 February in Geneva", "on in Geneva"),
        ("two and a half thousand men", "men"),
        ("", ""),
    ],
)
def test_what_is_left_without_the_numbers(text: str, rest: str) -> None:
    assert " ".join(without_quantities(text).replace("1000", "").replace(";", "").split()) == rest


def test_months_are_known_by_their_english_names() -> None:
    assert all(map(is_month, ("May", "february", "SEPT", "Dec")))
    assert not any(map(is_month, ("Mayor", "Geneva", "", "Mai")))


ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    """A number below a million in English words."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{ONES[number // 100]} hundred" + (f" and {in_words(number % 100)}" if number % 100 else "")
    return f"{in_words(number // 1000)} thousand" + (f" {in_words(number % 1000)}" if number % 1000 else "")


@given(st.integers(min_value=2, max_value=999_999), st.sampled_from(["prisoners", "tonnes", "days"]))
def test_a_number_in_words_meets_the_same_in_digits_and_no_other(number: int, unit: str) -> None:
    (words,) = quantities(f"{in_words(number)} {unit}")
    for digits in (str(number), f"{number:,}", f"{number:,}".replace(",", " ")):
        (same,) = quantities(f"{digits} {unit}")
        assert same.comparable(words)
        assert (same.low, same.high) == (words.low, words.high)
    assert conflict(f"{in_words(number)} {unit}", f"{number + 1} {unit}")


amounts = st.builds(
    "{} {} {}".format,
    st.sampled_from(["", "about", "over", "up to", "at least", "no more than"]),
    st.integers(min_value=0, max_value=5000),
    st.sampled_from(["prisoners", "soldiers", "days", "weeks", "percent", ""]),
)


@given(st.lists(amounts, min_size=1, max_size=3), st.lists(amounts, min_size=1, max_size=3))
def test_a_conflict_has_no_direction_and_no_text_conflicts_with_itself(a: list[str], b: list[str]) -> None:
    left, right = "; ".join(a), "; ".join(b)
    assert conflict(left, right) is conflict(right, left)
    assert not conflict(left, left)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("30 days", {"30"}), ("thirty days", {"30"}), ("a 30-day truce", {"30"}), ("1,200 men", {"1200"}),
        ("1 200 men", {"1200"}), ("two million", {"2000000"}), ("2 million", {"2000000"}), ("2,000,000", {"2000000"}),
        ("2.5 percent", {"2.5"}), ("1.50", {"1.5"}), ("the G7", set()), ("no number", set()), ("007", {"7"}),
        ("three million 100,000", {"3000000", "100000"}), ("5 million 1,000", {"5000000", "1000"}), ("8 1000.5", {"8", "1000.5"}),
        ("at 100,00", {"100,00"}), ("the 2nd", {"2"}), ("7km", {"7"}), ("$4.2m", {"4200000"}), ("1.2.3", {"1.2.3"}),
        ("9" * 40, {"9" * 40}), ("12,34,567 acres", {"12,34,567"}),
    ],
)  # fmt: skip
def test_numerals_are_read_in_digits_and_words(text: str, found: set[str]) -> None:
    assert numerals(text) == found


@given(st.integers(0, 10**9))
def test_a_number_with_commas_is_that_number(number: int) -> None:
    assert numerals(f"{number:,} men") == numerals(f"of {number} men") == {str(number)}


@given(
    st.sampled_from(["", "three million", "2 hundred", "about 4.2", "$3m", "the 2nd of"]),
    st.integers(10_000, 10**40),
    st.booleans(),
)
def test_no_digit_goes_unread(before: str, number: int, parted: bool) -> None:
    printed = f"{number:,}" if parted else str(number)
    assert numerals(f"{before} {printed}") - numerals(before)


def told(text: str, language: str) -> list[str]:
    """Each quantity as `low-high unit: words`, with the words at its place in the text."""
    found = quantities(text, language)
    return [
        f"{q.low:g}{'' if q.low == q.high else f'-{q.high:g}'} {'/'.join(sorted(q.units))}: {text[q.start : q.end]}"
        for q in found
    ]


PLACED = [
    ("en", "They freed 1,000 prisoners.", ["1000 prison: 1,000"]),
    (
        "en",
        "two and a half thousand men and twenty-five percent",
        ["2500 men: two and a half thousand", "25 percent: twenty-five"],
    ),
    ("en", "three thousand five hundred men", ["3500 men: three thousand five hundred"]),
    ("en", "from 300 men, for them 5 days", ["300 men: 300", "5 day: 5"]),
    ("en", "a 30-day truce, 10-15 people", ["10-15 peopl: 10-15", "30 day: 30"]),
    ("en", "tens of thousands of people, 512 of them", ["512 them: 512"]),
    ("en", "$4.2m in aid", ["4.2e+06 dollar: $4.2m"]),
    ("en", "$4.2 million, 4.2 million dollars", ["4.2e+06 dollar: 4.2 million", "4.2e+06 dollar: 4.2 million"]),
    ("en", "EUR 300 or 300 euros", ["300 euro: 300", "300 euro: 300"]),
    ("en", "5 m of cable", ["5e+06 cabl: 5 m"]),
    ("uk", "обмін 1 000 полонених", ["1000 полоне: 1 000"]),
    ("uk", "2,5 млн гривень, 25 % і 25 відсотків", ["2.5e+06 hryvnia: 2,5 млн", "25 percent: 25", "25 percent: 25"]),
    ("uk", "на тридцять днів, на два тижні", ["30 day: тридцять", "14 day: два"]),
    ("uk", "16 травня 2025 року прибуло 300 людей", ["300 люд: 300"]),
    ("ru", "1,5 миллиарда долларов", ["1.5e+09 dollar: 1,5 миллиарда"]),
    ("ru", "1000 пленных на тридцать дней", ["30 day: тридцать", "1000 плен: 1000"]),
    ("ru", "16.05.2025 прибыло 10-15 человек", ["10-15 человек: 10-15"]),
    ("tr", "1.000 esir, 30 gün", ["1000 esir: 1.000", "30 day: 30"]),
    ("tr", "yüzde 25, %25", ["25 percent: yüzde 25", "25 percent: %25"]),
    ("tr", "2,5 milyon dolar", ["2.5e+06 dollar: 2,5 milyon"]),
    ("fr", "300 personnes", ["300 personnes: 300"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), PLACED)
def test_a_quantity_stands_where_its_words_stand(language: str, text: str, expected: list[str]) -> None:
    assert sorted(told(text, language)) == sorted(expected)


@given(st.lists(st.sampled_from("two thousand 1,000 men - 30 % $5 м тридцять днів hundreds of 14 May, (".split()), max_size=8),
       st.sampled_from(["en", "uk", "ru", "tr", "fr"]))  # fmt: skip
def test_every_quantity_stands_in_the_text(parts: list[str], language: str) -> None:
    text = " ".join(parts)
    for q in quantities(text, language):
        assert 0 <= q.start < q.end <= len(text)
        assert any(c.isalnum() for c in text[q.start : q.end])
        assert q.low <= q.high


def test_digits_are_those_of_the_library() -> None:
    """The oracle: the library's own exchange of words, which forgets the places."""
    for text in (
        "twenty-five men, a hundred and one days",
        "a seven-strong team",
        "second-shift",
        "no one",
        "one of 20",
        "two million",
    ):
        assert Traced.of(text).exchanged(_english(text)).letters == alpha2digit(text, "en", 1.0)


@given(st.text(alphabet="ab1 %", max_size=20), st.lists(st.sampled_from(["a", "b+", " ", "%", "1"]), max_size=3))
def test_what_is_rewritten_knows_its_place(text: str, patterns: list[str]) -> None:
    traced = Traced.of(text)
    for pattern in patterns:
        traced = traced.sub(re.compile(pattern), "xx")
    for place, letter in enumerate(traced.letters):
        span = traced.span(place, place + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert letter == "x" or text[span.start : span.end] == letter


@pytest.mark.parametrize(
    "before", ["from", "them", "Birmingham", "claim", "a maximum of", "team", "the problem:", "ransom", "5 m, then"]
)
def test_a_word_that_ends_in_m_multiplies_nothing(before: str) -> None:
    assert any((q.low, q.high) == (300, 300) for q in quantities(f"{before} 300 prisoners"))
