"""Pages: their main text and nothing else; what they say of themselves."""

import pytest

from goodoffices.extraction.formats.content import Guesses
from goodoffices.extraction.reports import read_report

from .makers import MORE, PROSE, article, attempt, found

HEAD = """<title>Talks at the lake | The Courier</title>
<meta property="og:title" content="Talks at the lake"><meta property="og:site_name" content="The Courier">
<link rel="canonical" href="https://www.courier.example/talks"><meta name="author" content="Ana Brook">
<meta property="article:published_time" content="2031-05-16T23:10:00+03:00">"""
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle",
"headline": "Talks at the lake", "datePublished": "2031-05-16", "author": [{"name": "Ana Brook"}, {"name": "Bo Lind"}],
"publisher": {"@type": "Organization", "name": "The Courier"}}]}</script>"""


def test_the_text_of_the_article_is_kept_and_the_page_around_it_is_not() -> None:
    report = read_report("page.html", article())
    assert report.kind == "html"
    assert report.text == f"{PROSE}\n{MORE}\n"
    for left_out in ("Home", "World", "All rights reserved"):
        assert left_out not in report.text
    assert any("left out" in note for note in report.notes)


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>alert('HIDDEN')</script>",
        "<p>Text<script>HIDDEN()</script></p>",
        "<style>p {content: 'HIDDEN'}</style>",
        "<!-- HIDDEN -->",
        "<p>Text<!-- HIDDEN --></p>",
        "<noscript>HIDDEN: please enable JavaScript</noscript>",
        "<template><p>HIDDEN</p></template>",
        "<iframe srcdoc='HIDDEN'>HIDDEN</iframe>",
        "<object data='x'>HIDDEN</object>",
        "<svg><script>HIDDEN</script></svg>",
        "<img src=x onerror='HIDDEN'>",
        "<?php HIDDEN ?>",
    ],
)
def test_what_a_reader_of_the_page_never_sees_is_never_in_the_text(hidden: str) -> None:
    text = read_report("page.html", article(f"<p>{PROSE}</p>{hidden}<p>{MORE}</p>")).text
    assert "HIDDEN" not in text
    assert PROSE in text
    assert MORE in text


def test_text_behind_a_script_within_a_paragraph_stays() -> None:
    text = read_report("page.html", article(f"<p>Before <b>x</b><script>1</script> behind it. {PROSE}</p>")).text
    assert "behind it." in text


def test_a_script_shown_as_an_example_stays_text() -> None:
    text = read_report("page.html", article(f"<p>{PROSE} &lt;script&gt;alert(1)&lt;/script&gt;</p>")).text
    assert "<script>alert(1)</script>" in text


@pytest.mark.parametrize(
    ("head", "guesses"),
    [
        (
            HEAD,
            {
                "title": "Talks at the lake", "publisher": "The Courier", "address": "https://www.courier.example/talks",
                "printed": "2031-05-16", "author": "Ana Brook",
            },
        ),
        (LINKED, {"title": "Talks at the lake", "publisher": "The Courier", "printed": "2031-05-16",
                  "author": "Ana Brook, Bo Lind"}),
        ('<link rel="canonical" href="https://www.courier.example/2031/05/16/talks">',
         {"address": "https://www.courier.example/2031/05/16/talks", "publisher": "courier.example"}),
        ('<meta name="date" content="yesterday"><meta name="author" content="https://x.example/ana">', {}),
        ('<link rel="canonical" href="javascript:alert(1)"><link rel="canonical" href="https://[">', {}),
        ('<script type="application/ld+json">{"headline": </script>', {}),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", {}),
        ("<title>A\nB \u202eC</title>", {"title": "A B C"}),
    ],
)  # fmt: skip
def test_guesses_are_what_the_head_names(head: str, guesses: dict[str, str]) -> None:
    found = read_report("page.html", article(head=head)).guesses
    expected = {"language": "en", **guesses}
    assert found == Guesses(**expected, taken_from=found.taken_from)
    assert set(found.taken_from) == set(expected)


@pytest.mark.parametrize("key", ["headline", "publisher", "author", "datePublished"])
@pytest.mark.parametrize(
    ("opened", "closed"),
    [("[", "]"), ('{"name":', "}"), ('[{"name":', "}]"), ('{"name":[', "]}")],
    ids=["lists", "names", "lists of names", "names of lists"],
)
@pytest.mark.parametrize("deep", [1, 2, 450])
def test_linked_data_that_is_nested_says_nothing_and_harms_nothing(
    key: str, opened: str, closed: str, deep: int
) -> None:
    data = f'{{"headline": "Lake", "{key}": {opened * deep}"Ann"{closed * deep}}}'
    report = read_report("page.html", article(head=f'<script type="application/ld+json">{data}</script>'))
    assert PROSE[:40] in report.text
    if deep > 2:
        assert "Ann" not in (report.guesses.title, report.guesses.publisher, report.guesses.author)


@pytest.mark.parametrize(
    "declared",
    [
        "undefined",
        "idna",
        "punycode",
        "unicode_escape",
        "raw-unicode-escape",
        "utf-7",
        "mbcs",
        "oem",
        "zip",
        "rot13",
        "base64",
    ],
)
def test_what_no_program_saves_texts_in_is_no_encoding(declared: str) -> None:
    page = article(f"<p>{PROSE} \\u0041 +AEE- café</p>").decode().replace('charset="utf-8"', f'charset="{declared}"')
    for raw in (page.encode("cp1252"), page.encode()):
        report = read_report("page.html", raw)
        assert "\\u0041 +AEE- caf" in report.text
        assert not any("as the file declares" in note for note in report.notes)


def test_a_day_in_the_text_or_the_address_is_no_day_of_print() -> None:
    body = f"<p>Published at the lake on 3 May 2031. {PROSE}</p><p>Copyright 2030</p>"
    assert read_report("page.html", article(body)).guesses.printed is None


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("მოლაპარაკებები ტბასთან ორშაბათს გაიმართა. დელეგაციები ცეცხლის შეწყვეტაზე ვერ შეთანხმდნენ.", "ka"),
        ("بدأت المحادثات المباشرة عند البحيرة يوم الاثنين، ولم يتفق الوفدان على وقف إطلاق النار.", "ar"),
    ],
)
def test_pages_in_other_scripts(text: str, lang: str) -> None:
    lines = [f"{number}. {text}" for number in range(4)]
    report = read_report("page.html", article("".join(f"<p>{line}</p>" for line in lines), lang=lang))
    assert report.text.splitlines() == lines
    assert report.guesses.language == lang


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1251", "cp1251"), ("iso-8859-1", "cp1252"), ("Shift_JIS", "shift_jis"), ("nonsense", "utf-8")],
)
def test_the_encoding_that_a_page_declares_is_taken(declared: str, encoding: str) -> None:
    text = {"cp1251": "Переговоры у озера начались.", "shift_jis": "湖畔で協議が始まった。"}.get(
        encoding, "The café – “here”."
    )
    raw = (
        article(f"<p>{text} {PROSE}</p><p>{MORE} {text}</p>")
        .decode()
        .replace('charset="utf-8"', f'charset="{declared}"')
    )
    report = read_report("page.html", raw.encode(encoding))
    assert report.text.count(text) == 2
    assert any("as the file declares" in note for note in report.notes) == (encoding != "utf-8")


@pytest.mark.parametrize(
    "page",
    [
        b"<html><head><title>x</title></head><body></body></html>",
        b"<!doctype html><html><body><script>document.write('The talks.')</script></body></html>",
        b"<html><body><img src='a.png'></body></html>",
        b"<html></html>",
        b"<html>",
    ],
)
def test_a_page_without_a_text_is_refused(page: bytes) -> None:
    assert found("page.html", page).startswith("a page ")


def test_a_piece_of_a_page_is_read_too() -> None:
    assert PROSE in read_report("piece.html", f"<p>{PROSE}</p><p>{PROSE}</p>".encode()).text


@pytest.mark.parametrize(
    "start", ['<?xml version="1.0" encoding="UTF-8"?>\n', "<!-- saved -->\n<!-- twice -->", "\ufeff", "  \n"]
)
def test_a_page_is_known_by_its_beginning_whatever_its_name(start: str) -> None:
    assert read_report("page.txt", start.encode() + article()).kind == "html"


def test_letters_written_in_two_parts_stay_so() -> None:
    assert "cafe\u0301" in read_report("page.html", article(f"<p>The cafe\u0301. {PROSE}</p>" * 2)).text


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 20_000,
        "<p>" + "<b>" * 20_000,
        "<table><tr><td>" * 5_000,
        "<!--" * 50_000,
        "<p " + "a='b' " * 30_000 + ">",
        "&lt;" * 60_000,
    ],
    ids=["div", "b", "table", "comment", "attributes", "entities"],
)
def test_a_page_made_to_trouble_a_parser_ends_in_a_text_or_a_refusal(body: str) -> None:
    raw = f"<!DOCTYPE html><html><body>{body}<p>{PROSE}</p></body></html>".encode()
    attempt("page.html", raw)


def test_entities_that_grow_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    raw = f'<!DOCTYPE html [<!ENTITY l0 "ha">{laughs}]><html><body><p>&l11; {PROSE}</p><p>{PROSE}</p></body></html>'.encode()
    assert len(read_report("page.html", raw).text) < 5_000


@pytest.mark.parametrize(
    ("head", "body", "printed"),
    [
        ('<meta property="article:published_time" content="2031-05-16T23:10:00+03:00">', "", "2031-05-16"),
        ('<meta name="date" content="16 May 2031">', "", "2031-05-16"),
        ('<meta itemprop="datePublished" content="May 16, 2031">', "", "2031-05-16"),
        ('<meta name="DC.date.issued" content="2031-05-16">', "", "2031-05-16"),
        ('<meta name="parsely-pub-date" content="2031-05-16T10:00:00Z">', "", "2031-05-16"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2031-05-16"}</script>', "", "2031-05-16"),
        ("", '<time itemprop="datePublished" datetime="2031-05-16">then</time>', "2031-05-16"),
        ('<meta property="article:modified_time" content="2031-05-17"><meta name="date" content="2031-05-16">', "", "2031-05-16"),
        # None of these is the day of print.
        ('<meta property="article:modified_time" content="2031-05-17">', "", None),
        ('<meta property="og:updated_time" content="2031-05-17">', "", None),
        ("", '<p>They met on <time datetime="2031-05-14">Wednesday</time>.</p>', None),
        ("", '<p class="date">They met on 14 May 2031.</p>', None),
        ('<link rel="canonical" href="https://courier.example/2031/05/16/talks">', "", None),
        ("<title>The talks of 14 May 2031</title>", "<h1>The talks of 14 May 2031</h1>", None),
        ('<meta name="description" content="The talks of 14 May 2031">', "", None),
    ],
)  # fmt: skip
def test_the_day_of_print_is_what_the_page_states(head: str, body: str, printed: str | None) -> None:
    page = article(f"{body}<p>{PROSE}</p><p>{MORE}</p>", head=head)
    assert read_report("page.html", page).guesses.printed == printed
