"""The page in a browser: nothing is asked of the network, everyone can read it, and no script is needed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Page

from goodoffices.brief import Outline, build_outline
from goodoffices.brief.html import html_text
from goodoffices.case import Case, changes, seen, state_of

from ..amount import few, some
from .cases import NASTY, black_sea, crowd, hostile, istanbul, two_valleys
from .drawn import crowded

pytestmark = pytest.mark.browser

LOOKS = {"light": (1000, "light"), "dark": (1000, "dark"), "narrow": (320, "light"), "narrow and dark": (320, "dark")}
BRIEFS: dict[str, Callable[[Path], Outline]] = {
    "Istanbul": lambda _: build_outline(istanbul()),
    "Black Sea with changes": lambda _: build_outline(
        black_sea(), changes(state_of(seen(black_sea(), date(2023, 1, 1))), black_sea(), "2023-01-01"), "2024-01-01"
    ),
    "nothing known yet": lambda _: build_outline(seen(istanbul(), date(2020, 1, 1))),
    "eight parties": lambda folder: build_outline(crowd(folder)),
    "hostile": lambda folder: build_outline(
        hostile(folder, " ".join(v for k, v in NASTY.items() if k != "a long word"))
    ),
    "long words": lambda folder: build_outline(hostile(folder, "W" * 300)),
}


DRAWN: dict[str, Callable[[Path], Case]] = {
    "Istanbul": lambda _: istanbul(),
    "Black Sea": lambda _: black_sea(),
    "Two Valleys": lambda _: two_valleys(),
    "crowded": crowded,
    "long names": lambda folder: hostile(folder, "Committee on the Common Waters " * 4),
    "words without spaces": lambda folder: hostile(folder, "和平谈判停火三十天" * 6),
    "one long word": lambda folder: hostile(folder, "Verhandlungsführungsdelegation" * 5),
    **{name: lambda folder, words=NASTY[name]: hostile(folder, words) for name in NASTY},  # type: ignore[misc]
}
_OUTSIDE = """[...document.querySelectorAll('.drawing svg text')].filter(e => {
  const a = e.getBoundingClientRect(), b = e.ownerSVGElement.getBoundingClientRect();
  return a.left < b.left - 1 || a.right > b.right + 1;
}).map(e => e.textContent)"""
# The boxes of a browser have the height of the font's longest strokes: a quarter of it may touch the line below.
_OVER = """[...document.querySelectorAll('.drawing svg')].flatMap(svg => {
  const all = [...svg.querySelectorAll('text')].map(e => [e.getBoundingClientRect(), e.textContent]), found = [];
  for (let i = 0; i < all.length; i++) for (let j = 0; j < i; j++) {
    const [a, one] = all[i], [b, two] = all[j];
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 1 && high > Math.min(a.height, b.height) / 4) found.push([one, two]);
  }
  return found;
})"""


@contextmanager
def opened(
    browser: Browser, folder: Path, outline: Outline, look: str = "light", *, scripts: bool = True
) -> Iterator[Page]:
    file = folder / "brief.html"
    # With its annex open: what is folded is neither drawn nor seen by axe.
    file.write_text(html_text(replace(outline, unfolded=True)), encoding="utf-8", newline="\n")
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
@pytest.mark.parametrize("name", some(BRIEFS, "long words"))
def test_nobody_has_to_scroll_sideways(browser: Browser, tmp_path: Path, name: str, look: str) -> None:
    with opened(browser, tmp_path, BRIEFS[name](tmp_path), look) as page:
        page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        wide = "e => Math.ceil(e.getBoundingClientRect().right) > innerWidth && e.getBoundingClientRect().width > 1"
        # What is drawn is cut off at its frame, and a drawing of ours scrolls in a box of its own.
        every = "[...document.body.querySelectorAll(':not(svg *):not(.drawing svg)')]"
        over = page.evaluate(f"{every}.filter({wide}).map(e => e.outerHTML.slice(0, 200))")
        assert over == []
        assert page.evaluate("document.documentElement.scrollWidth") <= LOOKS[look][0]


@pytest.mark.parametrize("name", some(BRIEFS, "Istanbul", "hostile"))
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


def test_the_annex_is_folded_unless_it_is_asked_for(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "brief.html"
    page = browser.new_page()
    try:
        for annex in (False, True):
            file.write_text(html_text(build_outline(istanbul(), with_annex=annex)), encoding="utf-8", newline="\n")
            page.goto(file.as_uri())
            assert page.locator("#claim-A01").is_visible() is annex
        file.write_text(html_text(build_outline(istanbul())), encoding="utf-8", newline="\n")
        page.goto(file.as_uri())
        page.locator("#annex > summary").click()
        assert page.locator("#claim-A01").is_visible()
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


@pytest.mark.parametrize("name", some(BRIEFS, "Istanbul", "hostile"))
def test_headings_descend_one_step_at_a_time(browser: Browser, tmp_path: Path, name: str) -> None:
    with opened(browser, tmp_path, BRIEFS[name](tmp_path)) as page:
        levels = page.eval_on_selector_all("h1, h2, h3, h4, h5, h6", "all => all.map(e => Number(e.tagName[1]))")
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", few(2, ["Istanbul", "Black Sea with changes", "eight parties"]))
def test_every_figure_says_the_same_in_words(browser: Browser, tmp_path: Path, name: str) -> None:
    with opened(browser, tmp_path, BRIEFS[name](tmp_path)) as page:
        figures = page.locator("svg").all()
        assert figures
        for figure in figures:
            assert figure.get_attribute("role") == "img"
            for told in ("labelledby", "describedby"):
                named = figure.get_attribute(f"aria-{told}")
                assert figure.get_attribute("aria-label") or page.locator(f"#{named}").text_content()
            after = "e => [...(e.closest('.drawing') ?? e).nextElementSibling.children].map(x => x.textContent)"
            assert page.evaluate(after, figure.element_handle())


@pytest.mark.parametrize("look", ["light", "narrow"])
@pytest.mark.parametrize("name", some(list(DRAWN), "Istanbul", "crowded"))
def test_labels_of_a_drawing_stay_inside_and_apart(browser: Browser, tmp_path: Path, name: str, look: str) -> None:
    """As `test_pictures.py` proves of what is guessed, here of what a browser draws with the fonts that it has."""
    with opened(browser, tmp_path, build_outline(DRAWN[name](tmp_path)), look) as page:
        assert page.locator(".drawing svg").count() > 0
        assert page.evaluate(_OUTSIDE) == []
        assert page.evaluate(_OVER) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= LOOKS[look][0]


def test_on_a_narrow_screen_a_drawing_scrolls_in_its_own_box_and_by_keys(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, build_outline(black_sea()), "narrow") as page:
        box = page.locator(".drawing").first
        assert box.evaluate("e => e.scrollWidth > e.clientWidth && e.clientWidth <= innerWidth")
        box.focus()
        page.keyboard.press("ArrowRight")
        for _ in range(100):  # it scrolls smoothly
            if box.evaluate("e => e.scrollLeft") > 0:
                break
            page.wait_for_timeout(20)
        assert box.evaluate("e => e.scrollLeft") > 0
        assert page.evaluate("scrollX") == 0


def test_on_paper_no_drawing_is_wider_or_higher_than_the_page(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, build_outline(crowded(tmp_path))) as page:
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 680, "height": 1000})  # the text of an A4 page, in the units of a style sheet
        sizes = page.eval_on_selector_all(".drawing svg", "all => all.map(e => [e.clientWidth, e.clientHeight])")
        assert sizes
        assert all(width <= 680 and height <= 940 for width, height in sizes)
