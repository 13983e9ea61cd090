"""The page in a browser: nothing is asked of the network, everyone can read it, and no script is needed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Page

from goodoffices.brief import Outline, build_outline
from goodoffices.brief.html import html_text
from goodoffices.case import as_of, changes, state_of

from ..amount import some
from .cases import NASTY, black_sea, crowd, hostile, istanbul

pytestmark = pytest.mark.browser

LOOKS = {"light": (1000, "light"), "dark": (1000, "dark"), "narrow": (320, "light"), "narrow and dark": (320, "dark")}
BRIEFS: dict[str, Callable[[Path], Outline]] = {
    "Istanbul": lambda _: build_outline(istanbul()),
    "Black Sea with changes": lambda _: build_outline(
        black_sea(), changes(state_of(as_of(black_sea(), date(2023, 1, 1))), black_sea(), "2023-01-01"), "2024-01-01"
    ),
    "nothing known yet": lambda _: build_outline(as_of(istanbul(), date(2020, 1, 1))),
    "eight parties": lambda folder: build_outline(crowd(folder)),
    "hostile": lambda folder: build_outline(
        hostile(folder, " ".join(v for k, v in NASTY.items() if k != "a long word"))
    ),
    "long words": lambda folder: build_outline(hostile(folder, "W" * 300)),
}


@contextmanager
def opened(
    browser: Browser, folder: Path, outline: Outline, look: str = "light", *, scripts: bool = True
) -> Iterator[Page]:
    file = folder / "brief.html"
    file.write_text(html_text(outline), encoding="utf-8", newline="\n")
    width, scheme = LOOKS[look]
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=scripts,
    )
    try:
        page = context.new_page()
        page.goto(file.as_uri())
        yield page
    finally:
        context.close()


@pytest.mark.parametrize(
    ("name", "look"),
    some(
        [*(("Istanbul", look) for look in LOOKS), *zip(list(BRIEFS)[1:], [*LOOKS, "dark"], strict=True)],
        ("Istanbul", "light"),
        ("Istanbul", "narrow and dark"),
        ("hostile", "narrow and dark"),
    ),
)
def test_everyone_can_read_it(browser: Browser, tmp_path: Path, name: str, look: str) -> None:
    with opened(browser, tmp_path, BRIEFS[name](tmp_path), look) as page:
        for details in page.locator("details.src").all()[:3]:
            details.evaluate("e => e.open = true")
        found = Axe().run(page).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []


@pytest.mark.parametrize("look", ["light", "narrow"])
@pytest.mark.parametrize("name", BRIEFS)
def test_nobody_has_to_scroll_sideways(browser: Browser, tmp_path: Path, name: str, look: str) -> None:
    with opened(browser, tmp_path, BRIEFS[name](tmp_path), look) as page:
        page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        wide = "e => Math.ceil(e.getBoundingClientRect().right) > innerWidth && e.getBoundingClientRect().width > 1"
        every = "[...document.body.querySelectorAll(':not(svg *)')]"  # what is drawn is cut off at its frame
        over = page.evaluate(f"{every}.filter({wide}).map(e => e.outerHTML.slice(0, 200))")
        assert over == []
        assert page.evaluate("document.documentElement.scrollWidth") <= LOOKS[look][0]


@pytest.mark.parametrize("name", BRIEFS)
def test_nothing_is_asked_of_anybody_and_nothing_runs(browser: Browser, tmp_path: Path, name: str) -> None:
    file = tmp_path / "brief.html"
    file.write_text(html_text(BRIEFS[name](tmp_path)), encoding="utf-8", newline="\n")
    page = browser.new_page()
    try:
        asked: list[str] = []
        told: list[str] = []

        def dismiss(dialog: Dialog) -> None:
            told.append(dialog.message)
            dialog.dismiss()

        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", dismiss)
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.goto(file.as_uri(), wait_until="networkidle")
        page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        page.mouse.move(200, 300)
        page.wait_for_timeout(100)
        assert asked == [file.as_uri()]
        assert told == []
    finally:
        page.close()


def test_the_words_of_the_sources_open_without_a_script(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, build_outline(istanbul()), scripts=False) as page:
        first = page.locator("details.src").first
        words = first.locator("mark").first
        assert not words.is_visible()
        first.locator("summary").click()
        assert words.is_visible()
        assert words.inner_text() == "on May 16, 2025"


def test_the_words_of_the_sources_open_with_the_keyboard_alone(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, build_outline(istanbul())) as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.locator("details.src[open]").count() == 1


@pytest.mark.parametrize("name", BRIEFS)
def test_headings_descend_one_step_at_a_time(browser: Browser, tmp_path: Path, name: str) -> None:
    with opened(browser, tmp_path, BRIEFS[name](tmp_path)) as page:
        levels = page.eval_on_selector_all("h1, h2, h3, h4, h5, h6", "all => all.map(e => Number(e.tagName[1]))")
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", ["Istanbul", "Black Sea with changes", "eight parties"])
def test_every_figure_says_the_same_in_words(browser: Browser, tmp_path: Path, name: str) -> None:
    with opened(browser, tmp_path, BRIEFS[name](tmp_path)) as page:
        figures = page.locator("svg").all()
        assert figures
        for figure in figures:
            assert figure.get_attribute("role") == "img"
            named = figure.get_attribute("aria-labelledby")
            assert figure.get_attribute("aria-label") or page.locator(f"#{named}").text_content()
            items = page.evaluate(
                "e => [...e.nextElementSibling.children].map(x => x.textContent)", figure.element_handle()
            )
            assert items
            # A meeting each in the drawing of the meetings; a chart's words are counted where it is made.
            assert len(items) == figure.locator("circle.table").count() or not figure.locator("circle.table").count()


@pytest.mark.parametrize("look", ["light", "narrow"])
@pytest.mark.parametrize(
    "words", ["Committee on the Common Waters ", "Verhandlungsführungsdelegation", "和平谈判停火三十天"]
)
def test_no_words_of_a_figure_run_out_of_it(browser: Browser, tmp_path: Path, words: str, look: str) -> None:
    words *= 9
    with opened(browser, tmp_path, build_outline(hostile(tmp_path, words)), look) as page:
        beyond = "e => e.getBoundingClientRect().right > e.ownerSVGElement.getBoundingClientRect().right + 1"
        cut = page.evaluate(f"[...document.querySelectorAll('svg text')].filter({beyond}).map(e => e.textContent)")
        assert cut == []
