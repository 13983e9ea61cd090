"""What holds in every form: each claim is there, no restatement stands in quotation marks, nothing hostile gets through."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from goodoffices.brief import ENDINGS, brief_bytes, build_outline
from goodoffices.brief.html import html_text
from goodoffices.brief.markdown import markdown_text, plain
from goodoffices.brief.outline import Table
from goodoffices.case import Case, changes, read_case, state_of
from goodoffices.documents import harmless, visible

from ..amount import few, some
from .cases import ISTANBUL, NASTY, black_sea, examples, forms, hostile, istanbul, portable, terminal

WHOLE = ("html", "md", "docx", "pdf")
"""The forms with an annex."""
QUOTED = re.compile("“([^”]*)”|„([^“]*)“|«([^»]*)»|‘([^’]*)’")
INLINE = frozenset("a b i bdi span mark summary details strong em text".split())


class Read(HTMLParser):
    """Reads a page as a browser does: its text, its tags, and whatever could act."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.silent = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.silent += tag == "style"
        if tag not in INLINE:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag == "style"
        if tag not in INLINE:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


@pytest.mark.parametrize("case", few(1, examples()))
def test_every_claim_is_in_the_annex_of_each_form(case) -> None:
    told = forms(case())
    ids = [c.id for c in case().record.claims if c.status != "rejected"]
    page = Read(told["html"])
    assert [a["id"] for _, a in page.tags if (a.get("id") or "").startswith("claim-")] == [f"claim-{x}" for x in ids]
    annex = told["md"].split("## Annex: Every claim")[1]
    assert re.findall(r'<a id="claim-([^"]+)">', annex) == ids
    every = told["docx"].rindex("Every claim")
    assert all(re.search(rf"^{re.escape(x)}$", told["docx"][every:], re.M) for x in ids)
    every = told["pdf"].rindex("Every claim")
    assert all(re.search(rf"^{re.escape(x)} ", told["pdf"][every:], re.M) for x in ids)
    assert json.loads(told["json"])["claims"] == [c.id for c in case().record.claims if c.counts]


@pytest.mark.parametrize("case", examples())
def test_every_link_inside_the_page_leads_somewhere(case) -> None:
    page = Read(html_text(build_outline(case(), changes(state_of(istanbul()), case(), "then"))))
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids))
    links = [a["href"] or "" for tag, a in page.tags if tag == "a"]
    assert links
    assert {link for link in links if link[:1] != "#" or link[1:] not in ids} == set()
    named = [a[key] for _, a in page.tags for key in ("aria-labelledby", "aria-describedby") if key in a]
    assert set(named) <= set(ids)


def quoted(text: str) -> Iterator[str]:
    """Whatever stands in quotation marks; between straight ones, which do not tell open from close, whatever lies there."""
    yield from (next(filter(None, found), "") for found in QUOTED.findall(text))
    for line in text.splitlines():
        yield from line.split('"')[1:-1]


def stretches(text: str, length: int = 4) -> set[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", text.lower())
    return {tuple(words[n : n + length]) for n in range(len(words) - length + 1)}


def texts(told: dict[str, str]) -> dict[str, str]:
    """The forms as their readers see them: without the quotation marks of HTML's attributes and JSON's texts."""
    return told | {"html": Read(told["html"]).text, "json": "\n".join(strings(json.loads(told["json"])))}


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, dict):
        yield from strings([*value, *value.values()])


@pytest.mark.parametrize("case", examples())
def test_no_stretch_of_a_restatement_stands_in_quotation_marks(case) -> None:
    sources = case().record.sources
    restated = [case().texts[key] for key, source in sources.items() if source.text.kind == "restatement"]
    assert len(restated) == len(sources)
    ours = stretches("\n".join(restated))
    for form, text in texts(forms(case())).items():
        if form in WHOLE:
            assert stretches(text) & ours, f"{form} shows no word of the sources: this test would find nothing"
        found = [words for words in quoted(text) if stretches(words) & ours]
        assert found == [], form


def test_the_search_finds_what_it_is_meant_to_find() -> None:
    assert list(quoted('a “b c” d «e» "f" g')) == ["b c", "e", "f"]
    assert stretches("One, two three\nfour. five") == {
        ("one", "two", "three", "four"),
        ("two", "three", "four", "five"),
    }
    assert Read("<p>“a <mark>b</mark>”</p><p>c</p>").text.split("\n") == ["", "“a b”", "", "c", ""]


@pytest.mark.parametrize("form", WHOLE)
def test_a_restatement_says_whose_words_it_restates(form: str) -> None:
    text = texts(forms(istanbul()))[form].split("\f")[0]
    annex = text[text.rindex("Every claim") :]
    assert annex.count("restated from") == len(istanbul().record.claims)
    assert not QUOTED.search(annex)


@pytest.mark.shared
def test_with_the_originals_their_own_words_are_shown_and_highlighted(shared_folder: Path) -> None:
    case = read_case(ISTANBUL, shared_folder / "seeds")
    told = forms(case)
    words = {
        c.id: case.originals[c.source][c.original.start : c.original.end] for c in case.record.claims if c.original
    }
    assert len(words) == len(case.record.claims)
    blocks = re.findall(r"<blockquote[^>]*>“<bdi>(.*?)<mark>(.*?)</mark>(.*?)</bdi>”</blockquote>", told["html"], re.S)
    shown = {Read(marked).text for _, marked, _ in blocks}
    assert set(words.values()) <= shown
    quotes = [" ".join(q.replace("\\", "").replace("**", "").split()) for q in QUOTED_LINE.findall(told["md"])]
    assert all(any(" ".join(w.split()) in q for q in quotes) for w in words.values())
    assert all(w in told["docx"] for w in words.values())
    # The restatement stands beside them, without quotation marks: all that is quoted is the publisher's.
    assert told["md"].count("restated from") >= len(words)
    both = "\n".join(case.originals.values())
    assert all(Read(marked).text in both for _, marked, _ in blocks)


QUOTED_LINE = re.compile("^> “(.*)”$", re.M)


@pytest.mark.shared
def test_no_more_of_an_original_is_quoted_in_one_place_than_its_limit(shared_folder: Path) -> None:
    case = read_case(ISTANBUL, shared_folder / "seeds")
    for key, card in build_outline(case).cards.items():
        limit = case.record.sources[case.claims[key].source].quote_limit
        assert limit is not None
        assert card.original is not None
        around = len(card.original.before) + len(card.original.after)
        assert around + len(card.original.words) <= max(limit, len(card.original.words)) + 2  # the two "…"


@pytest.mark.parametrize("case", few(1, examples()))
@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_case_gives_the_same_bytes(case, ending: str) -> None:
    folder = case().folder
    assert brief_bytes(ending, read_case(folder)) == brief_bytes(ending, read_case(folder))


def test_in_a_terminal_and_a_pipe_the_same_is_told_twice() -> None:
    assert forms(black_sea())["pipe"] == forms(read_case(black_sea().folder))["pipe"]


# Hostile words: each kind everywhere that a case holds words.


# Every kind with the slow tests: a page, a PDF and a Word file are made of each.
@pytest.fixture(scope="module", params=some(NASTY, "a script", "Arabic"), ids=str)
def attacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    return hostile(tmp_path_factory.mktemp("hostile"), NASTY[request.param])


TAGS = frozenset(
    "html head meta title style body header h1 h2 h3 p main section div ul li table caption thead tbody tr th td a span bdi "
    "details summary mark blockquote svg desc circle path text".split()
)


def test_a_page_holds_no_script_no_event_and_no_address_but_its_own(attacked: Case) -> None:
    page = Read(html_text(build_outline(attacked)))
    assert {tag for tag, _ in page.tags} <= TAGS
    assert {key for _, a in page.tags for key in a if key.startswith("on")} == set()
    calling = set("style src srcset action formaction ping xlink:href".split())
    assert {key for _, a in page.tags for key in a} & calling == set()
    assert all((a.get("href") or "#").startswith("#") for _, a in page.tags)
    assert sum(tag == "style" for tag, _ in page.tags) == 1
    (policy,) = (a["content"] or "" for tag, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy
    assert "script" not in policy


def test_a_page_shows_the_words_as_they_are(attacked: Case) -> None:
    page = html_text(build_outline(attacked))
    text = Read(page).text
    assert all(harmless(claim.words) in text for claim in attacked.record.claims)


def test_no_form_obeys_what_turns_or_hides(attacked: Case) -> None:
    outline = build_outline(attacked)
    steering = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u2060\U000e0000-\U000e007f]")
    for ending in (".html", ".md", ".json"):
        assert not steering.search(brief_bytes(ending, attacked, outline=outline).decode())


def test_a_pdf_of_it_is_set_with_every_claim(attacked: Case) -> None:
    outline = build_outline(attacked, with_annex=True)
    if any(len(card.says) > 10_000 for card in outline.cards.values()):
        pytest.skip("some thousand pages of one letter: test_pdf.py has such words")
    told = portable(brief_bytes(".pdf", attacked, outline=outline))
    assert all(re.search(rf"^{re.escape(key)} ", told, re.M) for key in outline.cards)
    assert not re.search("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u200b\u2060]", told)


def render(text: str) -> list[Token]:
    """What the reader of a Markdown file is shown, by a library that lets HTML through."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    return [one for token in tokens for one in (token, *(token.children or ()))]


def test_markdown_shows_and_does_nothing_else(attacked: Case) -> None:
    tokens = render(markdown_text(build_outline(attacked)))
    html = {token.content for token in tokens if token.type in ("html_inline", "html_block")}
    assert {x for x in html if not re.fullmatch(r'<br>|</a>|<a id="claim-[\w.-]+">', x)} == set()
    links = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]
    assert links
    assert {link for link in links if not link.startswith("#claim-")} == set()
    assert {"image", "code_inline", "code_block", "fence", "s_open"} & {token.type for token in tokens} == set()


def test_a_table_of_markdown_keeps_its_columns(attacked: Case) -> None:
    outline = build_outline(attacked)
    tables = [b for section in (*outline.sections, *outline.annex) for b in section.blocks if isinstance(b, Table)]
    kinds = "\n".join(token.type for token in render(markdown_text(outline)))
    shown = [(table.count("th_open"), table.count("td_open")) for table in kinds.split("table_open")[1:]]
    assert shown == [(len(table.head), len(table.head) * len(table.rows)) for table in tables]


def test_nothing_that_steers_is_sent_to_a_terminal(attacked: Case) -> None:
    outline = build_outline(attacked)
    for text in (terminal(outline), terminal(outline, 80)):
        odd = {c for c in text if category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") and c not in "\n\u200c\u200d"}
        assert odd == set()


def test_markdown_holds_no_control_character(attacked: Case) -> None:
    odd = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
    assert not odd.search(markdown_text(build_outline(attacked)))


@given(st.text(max_size=60))
def test_any_text_is_shown_by_markdown_as_it_is(text: str) -> None:
    words = " ".join(text.split())
    tokens = render(f"x {plain(text)} x")
    shown = "".join(token.content for token in tokens if token.type in ("text", "text_special"))
    expected = re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "\ufffd", f"x {words} x")
    assert shown.split() == expected.split()
    assert {t.type for t in tokens} <= {"paragraph_open", "inline", "text", "text_special", "paragraph_close"}


@given(st.text(max_size=60))
def test_any_text_is_harmless_in_a_terminal(text: str) -> None:
    assert all(c.isprintable() or c in "\u200c\u200d\u200e\u200f\u061c" for c in visible(text))
