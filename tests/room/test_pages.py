"""The pages in a browser: on a phone and a desk, light and dark, by keyboard, without the script, and while others act."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from ..amount import some
from .cases import make
from .conftest import Start, Windows

pytestmark = pytest.mark.browser
CHAIR, UPPER, LOWER = "Chair, Saltmoor Office", "Head of delegation, Upper Tavnis", "Head of delegation, Lower Tavnis"
COUNCIL = "Council, Upper Tavnis"
ARABIC = "السلام عليكم، نريد حلاً عادلاً (المياه أولاً)."
LOOKS = {"phone": (320, False), "phone, dark": (320, True), "desk": (1280, False), "desk, dark": (1280, True)}
TRAINERS = ("/", "/table/1", "/table/1/links", "/table/1/all", "/delete")
SEATS = (
    "/",
    "/all",
    "/meeting/session",
    "/meeting/session/all",
    "/proposals",
    "/proposal",
    "/side",
    "/chair",
    "/debriefing",
)


def played(windows: Windows) -> dict[str, Page]:
    """A day in which something of every kind stands on the pages."""
    pages = {
        "trainer": windows.open("trainer"),
        **{role: windows.open(role) for role in (CHAIR, UPPER, LOWER, COUNCIL)},
    }
    trainer, chair, upper, lower = pages["trainer"], pages[CHAIR], pages[UPPER], pages[LOWER]
    trainer.click("text=Begin the day")
    expect(trainer.locator("#tables")).to_contain_text("No meeting is open")
    windows.go(chair, "/chair")
    chair.click("[aria-label^='Open Session']")
    expect(chair.locator("#programme")).to_contain_text("Close")
    for page, words in ((upper, "Good morning."), (upper, ARABIC)):
        windows.go(page, "/meeting/session")
        page.fill("#note-words", words)
        page.click("text=Note it")
        expect(page.locator("#lines")).to_contain_text(words)
    windows.go(lower, "/meeting/session")
    lower.click("summary:has-text('Make a proposal')")
    lower.select_option("[name='package.mill']", "leased")
    lower.click("#propose button")
    expect(lower.locator("#lines .Proposed")).to_have_count(1)
    windows.go(upper, "/proposals")
    upper.click("#cards button:has-text('Accept')")
    expect(upper.locator("#cards")).to_contain_text("ad referendum")
    windows.go(upper, "/side")
    upper.click("summary:has-text('Give the mediation')")
    upper.fill("#hand-words", "We need the mill.")
    upper.click("#hand button")
    expect(upper.locator("#messages")).to_contain_text("We need the mill.")
    windows.go(chair, "/chair")
    chair.click("#reading > summary")
    chair.fill("[name='point.1.words']", "The mill is leased.")
    chair.click("#read-back button:has-text('Read back')")
    expect(chair.locator(".point")).to_have_count(1)
    return pages


def proposal(page: Page) -> str:
    return str(page.locator("#cards h3 a").first.get_attribute("href"))


def right_to_left(windows: Windows, pages: dict[str, Page]) -> None:
    """Arabic words are, and others are not."""
    windows.go(pages[LOWER], "/meeting/session")
    said = pages[LOWER].locator(".said", has_text="السلام")
    assert said.evaluate("(one) => getComputedStyle(one).direction") == "rtl"
    assert (
        pages[LOWER].locator(".said", has_text="Good morning").evaluate("(one) => getComputedStyle(one).direction")
        == "ltr"
    )


@pytest.mark.parametrize("look", some(LOOKS, "phone"))
def test_every_page_in_every_look(browser: Browser, holding: Start, tmp_path: Path, look: str) -> None:
    """No page is wider than the window, no target too small for a thumb, and axe finds nothing."""
    windows = Windows(browser, holding(make(tmp_path / "case")))
    pages = played(windows)
    windows.go(pages[LOWER], "/proposals")
    where = {
        "trainer": TRAINERS,
        CHAIR: SEATS,
        UPPER: SEATS,
        LOWER: ("/proposal", "/meeting/session"),
        COUNCIL: ("/", "/side"),
    }
    one = proposal(pages[LOWER])
    for role, paths in where.items():
        width, dark = LOOKS[look]
        page = pages[role]
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="dark" if dark else "light")
        for path in paths:
            windows.go(page, one if path == "/proposal" else path)
            for box in page.locator("summary").all():
                if box.evaluate("(one) => !one.parentElement.open"):
                    box.click()
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (role, path)
            assert Axe().run(page).response["violations"] == [], (role, path)
            assert page.evaluate(SMALL) == [], (role, path)
            expect(page.locator(".exercise")).to_contain_text("EXERCISE")
    right_to_left(windows, pages)
    windows.close()


# Links within a sentence are as small as their words, as everywhere.
SMALL = """[...document.querySelectorAll("button, summary, select, textarea, nav a, input:not([type=hidden], [type=checkbox])")]
  .filter((one) => one.type !== "radio")
  .filter((one) => one.getBoundingClientRect().height && one.getBoundingClientRect().height < 34).map((one) => one.outerHTML)"""


def test_what_is_typed_stays_while_others_act_and_the_room_is_gone(
    browser: Browser, holding: Start, tmp_path: Path
) -> None:
    folder = make(tmp_path / "case")
    held = holding(folder)
    windows = Windows(browser, held)
    trainer, upper, lower = (windows.open(role) for role in ("trainer", UPPER, LOWER))
    trainer.click("text=Begin the day")
    expect(trainer.locator("#tables")).to_contain_text("No meeting is open")
    windows.go(trainer, "/table/1")
    trainer.click("[aria-label^='Open Session']")
    expect(upper.locator("#here")).to_contain_text("Session")
    for page in (upper, lower):
        windows.go(page, "/meeting/session")
    upper.fill("#note-words", "a draft")
    lower.fill("#note-words", "What the other side says.")
    lower.click("text=Note it")
    expect(upper.locator("#lines")).to_contain_text("What the other side says.")
    assert upper.input_value("#note-words") == "a draft"
    expect(lower.locator("#note-words")).to_have_value("")
    trainer.click("button:has-text('Freeze')")
    expect(upper.locator("#clock")).to_contain_text("Everything stands still")
    upper.click("text=Note it")
    expect(upper.locator("#told")).to_contain_text("Everything stands still")
    assert upper.input_value("#note-words") == "a draft"
    trainer.click("button:has-text('Go on')")
    expect(upper.locator("#clock")).not_to_contain_text("Everything stands still")
    held.process.kill()
    held.process.wait()
    expect(upper.locator("#gone")).to_contain_text("What you typed is still here")
    upper.click("text=Note it")
    expect(upper.locator("#gone")).to_contain_text("Not saved")
    again = holding(folder)  # on the same port, with the same links
    assert again.origin == held.origin
    assert again.links[UPPER] == held.links[UPPER]
    expect(upper.locator("#gone")).to_be_hidden()
    upper.click("text=Note it")
    expect(lower.locator("#lines")).to_contain_text("a draft")
    expect(upper.locator("#note-words")).to_have_value("")
    assert upper.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    for context in windows.contexts:
        context.close()


@pytest.mark.slow
def test_without_its_script_the_page_does_the_same(browser: Browser, holding: Start, tmp_path: Path) -> None:
    windows = Windows(browser, holding(make(tmp_path / "case"), "--chat"))
    trainer, upper = windows.open("trainer", scripts=False), windows.open(UPPER, 320, scripts=False)
    trainer.click("text=Begin the day")
    expect(trainer.locator("#tables")).to_contain_text("No meeting is open")
    windows.go(trainer, "/table/1")
    trainer.click("[aria-label^='Open Session']")
    expect(trainer.locator("[aria-label^='Open Session']")).to_have_count(0)
    windows.go(upper, "/meeting/session")
    upper.fill("#say-words", "By hand.")
    upper.click("#say button")
    expect(upper.locator("#lines")).to_contain_text("By hand.")
    trainer.click("button:has-text('Freeze')")
    upper.fill("#say-words", "Too late.")
    upper.click("#say button")
    expect(upper.locator("#told")).to_contain_text("Everything stands still")
    windows.close()


@pytest.mark.slow
def test_the_whole_page_is_used_by_keyboard(browser: Browser, holding: Start, tmp_path: Path) -> None:
    windows = Windows(browser, holding(make(tmp_path / "case"), "--chat"))
    trainer, upper = windows.open("trainer"), windows.open(UPPER, 320)
    trainer.click("text=Begin the day")
    expect(trainer.locator("#tables")).to_contain_text("No meeting is open")
    windows.go(trainer, "/table/1")
    trainer.click("[aria-label^='Open Session']")
    expect(upper.locator("#here")).to_contain_text("Session")  # before, there is no such page
    windows.go(upper, "/meeting/session")
    upper.keyboard.press("Tab")
    expect(upper.locator(".skip")).to_be_focused()  # which waits: a key is taken up when the page has time for it
    upper.focus("#say-words")
    upper.keyboard.type("Said by keys.")
    upper.keyboard.press("Control+Enter")
    expect(upper.locator("#lines")).to_contain_text("Said by keys.")
    expect(upper.locator("#say-words")).to_be_focused()  # one goes on writing
    windows.close()


@pytest.mark.slow
def test_one_person_alone_hears_the_others_within_two_minutes(browser: Browser, holding: Start, tmp_path: Path) -> None:
    windows = Windows(browser, holding(make(tmp_path / "case"), "--solo"))
    chair = windows.open("alone", 320)
    chair.click("#alone a")
    chair.click("[aria-label^='Open Session']")
    expect(chair.locator("#row-session .done")).to_have_text("✓ Saved")  # there where it was pressed
    expect(chair.locator("#programme")).to_contain_text("Close")
    windows.go(chair, "/meeting/session")
    chair.click("text=Ask for positions")
    expect(chair.locator("#lines .PositionTaken").first).to_be_visible(timeout=60_000)
    chair.fill("#say-words", "Why the mill?")
    chair.click("#say button")
    expect(chair.locator("#lines")).to_contain_text("we give no reason", timeout=60_000)
    windows.go(chair, "/chair")
    chair.click("text=End the talks")
    chair.click("text=End them now")
    expect(chair.locator("#nav")).to_contain_text("Debriefing")
    windows.go(chair, "/debriefing")
    chair.fill("[name='answer.turned']", "Never.")
    chair.click("text=Save my answers")
    expect(chair.locator("#revealed")).to_contain_text("as PDF", timeout=60_000)
    chair.click("#revealed a:has-text('on the screen')")
    expect(chair.locator(".day")).to_contain_text("Who knew what, and when")
    expect(chair.locator(".day svg").first).to_be_visible()
    assert chair.locator(".day h2").first.evaluate("(one) => getComputedStyle(one).borderTopStyle") == "solid"
    for dark in (False, True):
        chair.emulate_media(color_scheme="dark" if dark else "light")
        assert chair.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert Axe().run(chair).response["violations"] == []
    windows.close()


@pytest.mark.slow
def test_the_chairs_page_is_folded_and_opens_for_who_is_sent_into_it(
    browser: Browser, holding: Start, tmp_path: Path
) -> None:
    windows = Windows(browser, holding(make(tmp_path / "case")))
    pages = played(windows)
    chair = pages[CHAIR]
    chair.set_viewport_size({"width": 360, "height": 800})
    windows.go(chair, "/chair")
    assert chair.evaluate("document.documentElement.scrollHeight") < 1_800
    expect(chair.locator("#carry")).to_be_visible()  # a message waits
    expect(chair.locator("#carry .badge").first).to_have_text("may be carried: its sense")
    expect(chair.locator("#read-back")).to_be_hidden()
    chair.click("#reading > summary")
    chair.click("#wants > summary")
    expect(chair.locator("#wanted")).to_be_visible()
    chair.fill("#carry textarea", "They need it.")
    chair.click("#carry button")
    expect(chair.locator("#messages .done")).to_have_text("✓ Saved")  # there, though what was pressed is gone
    expect(chair.locator("#carried")).to_contain_text("Carried as")
    expect(chair.locator("#carried")).to_be_visible()  # a part stays as it was left
    windows.go(chair, "/meeting/session")
    chair.click("text=Read points back")
    expect(chair.locator("#read-back")).to_be_visible()
    windows.close()


@pytest.mark.slow
def test_the_field_to_type_in_is_in_sight_and_the_tabs_stand_in_one_row(
    browser: Browser, holding: Start, tmp_path: Path
) -> None:
    windows = Windows(browser, holding(make(tmp_path / "case"), "--chat"))
    trainer, chair = windows.open("trainer"), windows.open(CHAIR)
    trainer.click("text=Begin the day")
    expect(trainer.locator("#tables")).to_contain_text("No meeting is open")
    windows.go(trainer, "/table/1")
    trainer.click("[aria-label^='Open Session']")
    expect(chair.locator("#here")).to_contain_text("Session")
    windows.go(chair, "/meeting/session")
    for number in range(30):
        chair.fill("#say-words", f"Sentence {number}.")
        chair.click("#say button")
        expect(chair.locator("#lines")).to_contain_text(f"Sentence {number}.")
    windows.go(chair, "/meeting/session")
    chair.evaluate("scrollTo(0, 0)")
    assert chair.locator("#say button").evaluate("(one) => one.getBoundingClientRect().bottom <= innerHeight")
    chair.set_viewport_size({"width": 360, "height": 800})
    tops = chair.locator("nav a").evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().top)")
    assert len(set(tops)) == 1
    windows.close()


@pytest.mark.slow
def test_the_trainer_deletes_everything(browser: Browser, holding: Start, tmp_path: Path) -> None:
    folder = make(tmp_path / "case")
    held = holding(folder)
    windows = Windows(browser, held)
    trainer = windows.open("trainer")
    trainer.click("text=Begin the day")
    expect(trainer.locator("#tables")).to_contain_text("No meeting is open")
    windows.go(trainer, "/delete")
    trainer.check("[name='yes']")
    trainer.click("text=Delete everything >> nth=-1")
    expect(trainer.locator("body")).to_contain_text("All that was held is deleted")
    assert held.process.wait(20) == 0
    assert not (folder / "held").exists()
    for context in windows.contexts:
        context.close()
