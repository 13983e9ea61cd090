"""Days as printed, and as the text of a `Day`: absolute, near today, ranges, slashes, times, in four languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.language.days.names import LANGUAGES, MONTHS, WEEKDAYS, names_of
from goodoffices.language.days.printed import day_of_print, own_day
from goodoffices.language.days.reading import days, order_of
from goodoffices.talks import Day

OWN = date(2031, 3, 14)  # a Friday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 3 May 2031", ["2031-05-03"]),
        ("on May 3, 2031", ["2031-05-03"]),
        ("on Saturday, 3 May 2031", ["2031-05-03"]),
        ("the 3rd of May, 2031", ["2031-05-03"]),
        ("2031-05-03", ["2031-05-03"]),
        ("03.05.2031", ["2031-05-03"]),
        ("from 7 to 9 October 2032", ["2032-10-07"]),
        ("on 3 and 7 May 2031", ["2031-05-03", "2031-05-07"]),
        ("on May 3 and 7, 2031", ["2031-05-03", "2031-05-07"]),
        ("3 May 2031 and 7 June 2031", ["2031-05-03", "2031-06-07"]),
        ("in May 2031", ["2031-05"]),
        ("on 31 February 2031", []),
        ("in the spring", []),
        ("He may come.", []),
        ("May did not resign.", []),
    ],
)
def test_full_days_need_no_report_day(text, expected):
    assert [d.day for d in days(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Friday.", ["2031-03-14"]),
        ("They met on Thursday.", ["2031-03-13"]),
        ("They will meet on Monday.", ["2031-03-17"]),
        ("They met yesterday.", ["2031-03-13"]),
        ("They met on 2 March.", ["2031-03-02"]),
        ("The next round is due on 20 March.", ["2031-03-20"]),
        ("The next round is planned for January.", ["2032-01"]),
    ],
)
def test_days_without_a_year_are_read_from_the_report_day(text, expected):
    assert [d.day for d in days(text, OWN)] == expected


def test_a_weekday_without_a_report_day_stays_open():
    assert days("They met on Friday.") == []


@given(
    st.dates(date(1600, 1, 1), date(2199, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%A, %d %B %Y"]),
)
def test_every_day_of_the_calendar_is_read_in_every_form(day, form):
    assert [d.day for d in days(day.strftime(form))] == [f"{day:%Y-%m-%d}"]


@given(st.text(max_size=200))
def test_whatever_is_found_is_a_day_and_stands_in_the_text(text):
    for found in days(text, OWN):
        assert Day.parse(found.day).said
        assert 0 <= found.start < found.end <= len(text)


def read(text: str, language: str = "en") -> list[str]:
    """The days of a text with what belongs to them, read from its own day of print; each as its words say it."""
    printed = day_of_print(text, language)
    own = date.fromisoformat(printed.day) if printed else None
    told = []
    for found in days(text, own, language):
        parts = [
            found.day,
            found.last and f"to {found.last}",
            found.other and f"or {found.other}",
            found.time and f"at {found.time}",
        ]
        told.append(" ".join(filter(None, parts)))
    return told


DATELINES = [
    ("MILLBRIDGE, 5 June 2030 - Iceland and Norway met in Torvik on 3 June 2030.", "2030-06-05"),
    ("LOMÉ, 18 May 2029 - They wound up their talks on 17 May.", "2029-05-18"),
    ("OSLO, June 5, 2030 (NTB) — They met on June 3.", "2030-06-05"),
    ("ISTANBUL, Turkey, May 16, 2025 (AP) — They met.", "2025-05-16"),
    ("Talks end\n\nSAINT-DENIS, 5 June 2030: They met on 3 June 2030.", "2030-06-05"),
    ("Published: 4 June 2025\n\nIceland and Norway met in Bergen on Monday.", "2025-06-04"),
    ("Published on Wednesday, 4 June 2025\nThey met.", "2025-06-04"),
    ("**Date:** June 4, 2025\n\nThey met.", "2025-06-04"),
    ("Posted 2025-06-04\nThey met on 3 June 2025.", "2025-06-04"),
    ("Talks end\nUpdated: 4 June 2025 10:15\nThey met.", "2025-06-04"),
    ("---\ntitle: Talks end\ndate: 2030-06-04\n---\nThey met on Monday.", "2030-06-04"),
    ("Published: 06/15/2025\n\nThey met on 06/05/2025.", "2025-06-15"),
    ("Published: 06/05/2025\n\nThey will meet on 06/20/2025.", "2025-06-05"),
    # Nothing proves which is the month.
    ("Published: 06/05/2025\n\nThey met.", None),
    ("Iceland and Norway met in Oslo on 3 June 2030.", None),
    ("Iceland and Norway, 3 June 2030 - a meeting.", None),
    ("The accord was published on 3 June 2030 and holds.", None),
    ("They met.\nOn Monday.\nThen again.\nAnd again.\nAnd so on.\nPublished: 4 June 2025", None),
    ("Published: soon", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "printed"), DATELINES)
def test_the_day_of_print_where_it_is_stated(text: str, printed: str | None) -> None:
    found = day_of_print(text)
    assert (found.day if found else None) == printed


SLASHES = [
    ("printed 06/15/2025, met 06/05/2025, next 06/20/2025", ["2025-06-15", "2025-06-05", "2025-06-20"]),
    ("printed 15/06/2025, met 05/06/2025", ["2025-06-15", "2025-06-05"]),
    ("met 05/06/2025, next 06/20/2025", ["2025-05-06", "2025-06-20"]),
    ("met 05/06/2025, next 20/06/2025", ["2025-06-05", "2025-06-20"]),
    ("met 06/05/2025", ["2025-05-06 or 2025-06-05"]),
    ("met 06/05/2025, next 07/08/2025", ["2025-05-06 or 2025-06-05", "2025-08-07 or 2025-07-08"]),
    # Two writers, or a mistake: each that can be read one way only is read so, the others stay open.
    ("06/15/2025, 15/06/2025, 06/05/2025", ["2025-06-15", "2025-06-15", "2025-05-06 or 2025-06-05"]),
    ("met 05/05/2025", ["2025-05-05"]),
    ("met 31/02/2025", []),
    ("met 13/13/2025", []),
    # With full stops the day comes first everywhere.
    ("met 06.05.2025", ["2025-05-06"]),
    ("file 06/05/2025/7, version 1/06/05/2025", []),
]


@pytest.mark.parametrize(("text", "expected"), SLASHES)
def test_the_order_of_slashes_is_proven_or_both_readings_are_told(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("06/15/2025", "month first"),
        ("15/06/2025", "day first"), ("06/05/2025", None), ("", None), ("06/15/2025 15/06/2025", None),
        ("32/12/2025", "day first"), ("06/15/25", None),
    ],
)  # fmt: skip
def test_the_order_that_dates_prove(text: str, order: str | None) -> None:
    assert order_of(text) == order


RANGES = [
    ("met in Oslo from 30 May to 2 June 2030.", ["2030-05-30 to 2030-06-02"]),
    ("from May 30 to June 2, 2030", ["2030-05-30 to 2030-06-02"]),
    ("30 May–2 June 2030", ["2030-05-30 to 2030-06-02"]),
    ("from 28 December to 3 January 2031", ["2030-12-28 to 2031-01-03"]),
    ("from 28 December 2030 until 3 January 2031", ["2030-12-28 to 2031-01-03"]),
    ("3-5 May 2031", ["2031-05-03 to 2031-05-05"]),
    ("May 3 through 5, 2031", ["2031-05-03 to 2031-05-05"]),
    ("between 3 and 5 May 2031", ["2031-05-03 to 2031-05-05"]),
    ("between 3 May and 5 June 2031", ["2031-05-03 to 2031-06-05"]),
    ("2030-05-30 to 2030-06-02", ["2030-05-30 to 2030-06-02"]),
    ("from 3 to 5 May 2031", ["2031-05-03 to 2031-05-05"]),
    ("on 3 May and on 5 June 2031", ["2031-06-05"]),  # the first has no year, and nothing says that it is this one
    ("from 5 June 2031 to 3 May 2031", ["2031-06-05", "2031-05-03"]),
    ("3-3 May 2031", ["2031-05-03"]),
    ("5-3 May 2031", ["2031-05-05"]),
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_a_range_has_a_first_and_a_last_day(text: str, expected: list[str]) -> None:
    assert read(text) == expected


TODAY = [
    (
        "Published: 9 September 2030\n\nThey met again today, 9 September, and agreed.",
        ["2030-09-09", "2030-09-09", "2030-09-09"],
    ),
    ("Published: 9 September 2030\n\nThey met yesterday, 8 September.", ["2030-09-09", "2030-09-08", "2030-09-08"]),
    ("Published: 9 September 2030\n\nThey met on Monday, 9 September.", ["2030-09-09", "2030-09-09"]),
    ("Published: 1 January 2031\n\nThey met last night.", ["2031-01-01", "2030-12-31"]),
    ("Published: 9 September 2030\n\nThey will meet tomorrow.", ["2030-09-09", "2030-09-10"]),
    ("Published: 9 September 2030\n\nThey met three days ago.", ["2030-09-09", "2030-09-06"]),
    ("Published: 9 September 2030\n\nThey met the day before yesterday.", ["2030-09-09", "2030-09-07"]),
    ("They met today.", []),
]


@pytest.mark.parametrize(("text", "expected"), TODAY)
def test_days_near_today_are_read_from_the_day_of_print(text: str, expected: list[str]) -> None:
    assert read(text) == expected


TIMES = [
    ("met in Oslo at 00:30 on 17 May 2030 (UTC+3).", ["2030-05-17 at 00:30+03:00"]),
    ("at 23:30 on 16 May 2030 (UTC-5)", ["2030-05-16 at 23:30-05:00"]),
    ("at 11:30 p.m. on May 16, 2030", ["2030-05-16 at 23:30"]),
    ("at 12:05 a.m. on May 17, 2030 GMT", ["2030-05-17 at 00:05+00:00"]),
    ("17 May 2030, 23:30 GMT+05:30", ["2030-05-17 at 23:30+05:30"]),
    ("17 May 2030 at 9:05", ["2030-05-17 at 09:05"]),
    ("17 May 2030", ["2030-05-17"]),
    ("the 3:1 vote on 17 May 2030", ["2030-05-17"]),
    ("at 25:30 on 17 May 2030", ["2030-05-17"]),
]


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_the_day_is_that_of_the_place_whatever_the_zone(text: str, expected: list[str]) -> None:
    assert read(text) == expected


ELSEWHERE = [
    ("uk", "Опубліковано: 4 червня 2025 року\n\nСторони зустрілися у понеділок.", ["2025-06-04", "2025-06-02"]),
    ("uk", "Опубліковано: 4 червня 2025\n\nУ п'ятницю відбудеться зустріч.", ["2025-06-04", "2025-06-06"]),
    ("uk", "СТАМБУЛ, 16 травня 2025 р. — Вчора, сьогодні, завтра.", ["2025-05-16", "2025-05-15", "2025-05-16", "2025-05-17"]),
    ("uk", "з 30 травня по 2 червня 2030 року", ["2030-05-30 to 2030-06-02"]),
    ("uk", "16-17 травня 2025", ["2025-05-16 to 2025-05-17"]),
    ("uk", "3 і 7 травня 2025", ["2025-05-03", "2025-05-07"]),
    ("uk", "у травні 2025 року, у лютому 2024 року", ["2025-05", "2024-02"]),
    ("uk", "16.05.2025", ["2025-05-16"]),
    ("uk", "Він може прийти серед людей.", []),
    ("ru", "Опубликовано: 4 июня 2025 года\n\nСтороны встретились в понедельник.", ["2025-06-04", "2025-06-02"]),
    ("ru", "Опубликовано: 4 июня 2025 г.\n\nВ среду состоится встреча.", ["2025-06-04", "2025-06-11"]),
    ("ru", "СТАМБУЛ, 16 мая 2025 г. — Вчера, завтра, позавчера.", ["2025-05-16", "2025-05-15", "2025-05-17", "2025-05-14"]),
    ("ru", "с 30 мая по 2 июня 2030 года", ["2030-05-30 to 2030-06-02"]),
    ("ru", "16–17 мая 2025 года", ["2025-05-16 to 2025-05-17"]),
    ("ru", "в мае 2025 года", ["2025-05"]),
    ("ru", "Между 3 и 5 мая 2030 года", ["2030-05-03 to 2030-05-05"]),
    ("ru", "Майор и средства.", []),
    ("tr", "Yayın tarihi: 4 Haziran 2025\n\nTaraflar Pazartesi günü bir araya geldi.", ["2025-06-04", "2025-06-02"]),
    ("tr", "Yayın tarihi: 4 Haziran 2025\n\nCuma günü yeniden buluşacaklar.", ["2025-06-04", "2025-06-06"]),
    ("tr", "İSTANBUL, 16 Mayıs 2025 - Dün, bugün, yarın.", ["2025-05-16", "2025-05-15", "2025-05-16", "2025-05-17"]),
    ("tr", "30 Mayıs - 2 Haziran 2030", ["2030-05-30 to 2030-06-02"]),
    ("tr", "30 Mayıs'tan 2 Haziran 2030'a kadar", ["2030-05-30 to 2030-06-02"]),
    ("tr", "16-17 Mayıs 2025'te", ["2025-05-16 to 2025-05-17"]),
    ("tr", "Mayıs 2025'te", ["2025-05"]),
    ("tr", "16.05.2025", ["2025-05-16"]),
    ("tr", "Balık pazarı, mart ayı değil salı.", []),
    ("fr", "le 16 mai 2025", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), ELSEWHERE)
def test_days_in_other_languages(language: str, text: str, expected: list[str]) -> None:
    assert read(text, language) == expected


def test_english_names_are_those_of_cldr() -> None:
    from babel import Locale

    locale = Locale("en")
    for width in ("wide", "abbreviated"):
        assert {name.lower(): n for n, name in locale.months["format"][width].items()}.items() <= MONTHS.items()
    assert {name.lower(): n for n, name in locale.days["format"]["wide"].items()} == WEEKDAYS
    assert MONTHS.keys() - {
        n.lower() for w in ("wide", "abbreviated") for n in locale.months["format"][w].values()
    } == {"sept"}


@given(st.dates(date(1600, 1, 1), date(2199, 12, 31)), st.sampled_from(["uk", "ru", "tr"]))
def test_every_day_is_read_as_cldr_writes_it(day: date, language: str) -> None:
    from babel.dates import format_date

    for form in ("d MMMM y", "dd.MM.y", "EEEE, d MMMM y"):
        text = format_date(day, form, locale=language)
        assert [d.day for d in days(text, None, language)] == [day.isoformat()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calendar_is_whole(language: str) -> None:
    names = names_of(language)
    assert set(names.months.values()) == set(range(1, 13))
    assert set(names.weekdays.values()) == set(range(7))
    assert {-1, 0, 1} <= set(names.shifts.values())


@given(
    st.text(alphabet="13 5/.-–:May June to and between понеділок Mayıs 2031", max_size=60), st.sampled_from(LANGUAGES)
)
def test_what_is_found_stands_apart_in_the_order_of_the_text(text: str, language: str) -> None:
    found = days(text, OWN, language)
    ends = 0
    for one in found:
        assert ends <= one.start < one.end <= len(text)
        ends = one.end
        assert one.last is None or one.day < one.last
        for day in filter(None, (one.day, one.last, one.other)):
            assert Day.parse(day).said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DATE: 19 SEPTEMBER 2031", ["2031-09-19"]),
        ("DTG 021915Z DEC 31", ["2031-12-02"]),
        ("031140 MAY 2031", []),
        ("at Vaisere, the eighth day of August 2031", ["2031-08-08"]),
        ("on the twenty-first of May, 2031", ["2031-05-21"]),
        ("the thirty-second of May 2031", ["2031-05"]),
    ],
)
def test_days_of_cables_and_in_words(text: str, expected: list[str]) -> None:
    assert [found.day for found in days(text)] == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("SECRET\nFM: EMBASSY ZHARBAK\nTO: MINISTRY, EASTERN DEPARTMENT\nSUBJ: BORDER COMMISSION: FERGHUL MOVES AN INCH"
         "\nREF: NOTES OF THE LAST MEETING\nDATE: 19 SEPTEMBER 2031\n\n1. They met on 17 September.", "2031-09-19"),
        (f"{'The sides are far apart, and all of them know it. ' * 4}They met on 3 June 2030.", None),
        ("OSLO, 5 June 2030 - They met on 3 June 2030.", "2030-06-05"),
        (f"TALKS\nCLOSED\n{'They spoke of the toll and of the ferry, and of nothing else. ' * 4}It was 3 June 2030.", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_day_of_a_text_stands_in_the_lines_by_which_it_begins(text: str, day: str | None) -> None:
    found = own_day(text)
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize("mark", ["\n\n", "; ", ".\n", "\n", ".  "])
def test_what_a_headline_or_another_clause_announces_does_not_move_a_weekday(mark: str) -> None:
    text = f"Parties will meet again{mark}They sat on Friday."
    assert [found.day for found in days(text, date(2030, 10, 12))] == ["2030-10-11"]
