"""Plain text in any encoding that is clear; what is not clear is refused."""

import re
import unicodedata
from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from goodoffices.errors import DataError
from goodoffices.extraction.formats.clean import cleaned
from goodoffices.extraction.formats.encoding import decoded
from goodoffices.extraction.reports import read_report

from .makers import PROSE, found

RUSSIAN = (
    "Министр обороны Украины Рустем Умеров возглавил делегацию на переговорах в Стамбуле. "
    "Российскую сторону представлял помощник президента Владимир Мединский."
)
JAPANESE = "イスタンブールで行われた協議では、停戦と捕虜交換について話し合われた。代表団は次回の会合に合意した。"
FRENCH = (
    "Les délégations se sont rencontrées à Istanbul. Le ministre a déclaré que l'échange de prisonniers était prêt "
    "et que la négociation continuerait l'été prochain."
)
TURKISH = (
    "Görüşmeler Dolmabahçe Sarayı'nda yapıldı. Türkiye Dışişleri Bakanı Hakan Fidan toplantıya başkanlık etti "
    "ve çözüm için çağrı yaptı."
)
ENGLISH = "The talks at Dolmabahçe Palace began on 16 May. “We want a ceasefire,” he said – twice, in José's words."
ARABIC = "بدأت المحادثات المباشرة في إسطنبول بين الوفدين الأوكراني والروسي، وقال الوزير إن وقف إطلاق النار ضروري."
GEORGIAN = "მოლაპარაკებები ტბასთან ორშაბათს გაიმართა. დელეგაციები ცეცხლის შეწყვეტაზე შეთანხმდნენ."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (JAPANESE, "shift_jis"), (FRENCH, "latin-1"),
        (ENGLISH, "cp1252"), (ARABIC, "cp1256"), (TURKISH, "cp1254"),
    ],
)  # fmt: skip
def test_an_encoding_that_is_clear_is_read_and_told(text: str, encoding: str) -> None:
    report = read_report("report.txt", text.encode(encoding))
    assert report.text == text + "\n"
    assert any("guessed from the bytes" in note for note in report.notes)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (JAPANESE, "euc_jp"),
        ("President Erdoğan spoke at the palace for an hour on Monday.", "cp1254"),
        ("A miniszter szerint a következő héten folytatják, és őszinte döntésre számít.", "cp1250"),
        ("Jednání nepřinesla průlom. Ministr řekl, že výměna zajatců bude možná příští týden.", "iso8859_2"),
        ("Las negociaciones comenzaron el lunes; el ministro señaló que la próxima reunión será mañana.", "cp1252"),
    ],
)
def test_an_encoding_that_could_be_another_one_is_refused_rather_than_guessed(text: str, encoding: str) -> None:
    assert "an encoding that is not clear" in found("report.txt", text.encode(encoding))


def test_japanese_in_seven_bits_is_not_taken_for_ascii() -> None:
    assert read_report("report.txt", JAPANESE.encode("iso2022_jp")).text == JAPANESE + "\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [GEORGIAN, ARABIC, PROSE, "\U0001f54a Peace"])
def test_unicode_is_read_without_a_word_where_it_is_marked(text: str, encoding: str) -> None:
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    report = read_report("report.txt", (mark + text).encode(encoding))
    assert (report.text, report.notes) == (text + "\n", ())


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "an empty file"),
        (b"\xef\xbb\xbf", "nothing but white space"),
        (b" \n\t\r\n\xc2\xa0", "nothing but white space"),
        (b"\x01\x02\x03", "nothing but white space"),
        (b"abc\0def", "a binary file"),
        ("talks in Geneva".encode("utf-16-le"), "UTF-16 without its mark"),
        (b"\xff\xfea", "text marked as UTF-16 that is not"),
        (b"\xef\xbb\xbf\xff\xff", "text marked as UTF-8 that is not"),
        (bytes(range(128, 256)) * 4, "an encoding that is not clear"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "an old Office file"),
        (b"{\\rtf1 Talks}", "an RTF file"),
        (b"\x1f\x8b\x08" + bytes(50), "a packed file"),
    ],
)
def test_what_is_no_text_is_refused_with_what_it_is(raw: bytes, says: str) -> None:
    assert says in found("report.txt", raw)


@pytest.mark.parametrize(
    ("raw", "text", "note"),
    [
        ("a\r\nb\rc\u2028d\x85e\n\n\n", "a\nb\nc\nd\ne\n", None),
        ("one\x0ctwo", "one\ntwo\n", None),
        ("one\u2029two", "one\n\ntwo\n", None),
        ("\n \n  first", "  first\n", None),
        ("\ufeff\ufefftalks", "talks\n", None),
        ("a\tb\tc", "a b c\n", "2 tabs turned into spaces"),
        ("a\x1b[31mred\x07", "a[31mred\n", "2 control characters removed"),
        ("agreed \u202eton\u202c \u2066yes\u2069", "agreed ton yes\n", "4 direction-changing characters removed"),
        ("cease\u00adfire", "ceasefire\n", "1 soft hyphen removed"),
        ("a\ufffeb\ufdd0c", "abc\n", "2 control characters removed"),
        ("a\U0001fffeb", "ab\n", "1 noncharacter removed"),
        ("می\u200cخواهیم \u200fو", "می\u200cخواهیم \u200fو\n", None),
        ("cafe\u0301", "cafe\u0301\n", None),
        ("a\U000e0061\U000e0062b", "ab\n", "2 characters that cannot be seen removed"),
        ("cea\u200bse\u2060fire\ufeff", "ceasefire\n", "3 characters that cannot be seen removed"),
        ("a\u200db", "ab\n", "1 character that cannot be seen removed"),
        ("from 16\u200f-30", "from 16-30\n", "1 character that cannot be seen removed"),
        ("👩\u200d👧 क्\u200dष שיחות\u200f", "👩\u200d👧 क्\u200dष שיחות\u200f\n", None),
    ],
)
def test_what_cannot_be_seen_is_taken_away_and_counted(raw: str, text: str, note: str | None) -> None:
    report = read_report("report.txt", raw.encode())
    assert report.text == text
    assert report.notes == ((note,) if note else ())


def test_half_a_surrogate_pair_is_shown_as_broken() -> None:
    assert cleaned("a\ud83db").text == "a\ufffdb\n"


@pytest.mark.parametrize(
    ("text", "title", "printed"),
    [
        ("Talks at the lake\n\nThe sides met.", "Talks at the lake", None),
        ("The sides met.\n\nThey talked.", None, None),
        ("# Talks at the lake\nThe sides met.", "Talks at the lake", None),
        ("---\ntitle: Lake\ndate: 2031-05-16\nother\n---\n# No\n", "Lake", "2031-05-16"),
        ("GENEVA, May 16, 2031 (Wire) — The sides met.", None, "2031-05-16"),
        ("PORT ELIAS, Norland, 16 May 2031 - The sides met.", None, "2031-05-16"),
        ("Published: 16 May 2031\nThe sides met.", None, "2031-05-16"),
        ("Published on 2031-05-16, 14:05\nThe sides met.", None, "2031-05-16"),
        ("Published: 31 February 2031\nThe sides met.", None, None),
        ("On May 16, 2031, the sides met in Geneva.", None, None),
        ("The sides met in Geneva, May 16, 2031 - and talked.", None, None),
        ("GENEVA, May 16 — The sides met.", None, None),
        ("\n".join(["line."] * 9 + ["Published: 16 May 2031"]), None, None),
    ],
)
def test_a_guess_is_taken_only_from_where_a_text_names_it(text: str, title: str | None, printed: str | None) -> None:
    guesses = read_report("report.md", text.encode()).guesses
    assert (guesses.title, guesses.printed) == (title, printed)
    assert set(guesses.taken_from) - {"publisher"} == {k for k, v in (("title", title), ("printed", printed)) if v}


WRITTEN = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


@given(WRITTEN)
def test_any_text_comes_through_but_for_what_the_notes_tell(text: str) -> None:
    clean = cleaned(text)
    assume(clean.text)
    report = read_report("a.txt", ("x " + text).encode())
    assert report.text.endswith("\n")
    assert not report.text[:-1].endswith("\n")
    assert all(char == "\n" or unicodedata.category(char) not in ("Cc", "Cs") for char in report.text)
    if not report.notes:
        lines = re.sub("\r\n|[\r\x0b\x0c\x85\u2028]", "\n", "x " + text).replace("\u2029", "\n\n")
        assert report.text == lines.rstrip() + "\n"


@given(st.text())
def test_cleaning_twice_changes_nothing_and_tells_nothing(text: str) -> None:
    once = cleaned(text).text
    assert cleaned(once).text == once
    assert cleaned(once).notes == ()


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf", "Cn"])))
def test_letters_are_never_changed(text: str) -> None:
    assert cleaned("x" + text + "x").text == f"x{text}x\n"


@given(st.binary(max_size=300))
def test_bytes_are_read_or_refused_and_nothing_else(raw: bytes) -> None:
    with suppress(DataError):
        text, _ = decoded("a.txt", raw)
        assert "\0" not in text or raw[:2] in (b"\xff\xfe", b"\xfe\xff", b"\0\0")
