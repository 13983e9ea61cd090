"""The day of 16 May 2025 in Istanbul, held in a marked copy of the case, with a window for each of those who matter.

A test alone: what a real party would do is nobody's to write, so no page of it stands anywhere.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ..case.cases import ROOT
from .conftest import Start, Windows

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ISTANBUL = ROOT / "examples" / "istanbul-2025"


class Day(Windows):
    """What people do in their windows."""

    def note(self, page: Page, meeting: str, words: str) -> None:
        self.go(page, f"/meeting/{meeting}")
        page.fill("#note-words", words)
        page.click("text=Note it")
        expect(page.locator("#lines")).to_contain_text(words)

    def position(self, page: Page, meeting: str, stance: str, pair: str, words: str = "") -> None:
        self.go(page, f"/meeting/{meeting}")
        page.click("summary:has-text('Take a position')")
        page.select_option("#take-stance", stance)
        page.select_option("#take-option", pair)
        page.fill("#take-words", words)
        before = page.locator("#lines .PositionTaken").count()
        page.click("text=Take this position")
        expect(page.locator("#lines .PositionTaken")).to_have_count(before + 1)

    def propose(self, page: Page, meeting: str, words: str, **package: str) -> None:
        self.go(page, f"/meeting/{meeting}")
        page.click("summary:has-text('Make a proposal')")
        for issue, option in package.items():
            page.select_option(f"[name='package.{issue}']", option)
        page.fill("#propose-words", words)
        page.click("#propose button:has-text('Propose')")
        expect(page.locator("#lines")).to_contain_text(words)

    def answer(self, page: Page, words: str, button: str) -> None:
        """The answer to the proposal in these words."""
        self.go(page, "/proposals")
        page.locator("article", has_text=words).locator("h3 a").click()
        if button == "Refer":
            page.click("summary:has-text('Ask your principal')")
            page.fill("#refer-words", "May we?")
            page.click("#refer button")
        else:
            page.click(f"#accept button:has-text('{button}')")

    def open_(self, chair: Page, name: str) -> None:
        self.go(chair, "/chair")
        chair.click(f"[aria-label^='Open {name}']")
        expect(chair.locator("#programme")).to_contain_text("open")

    def shut(self, chair: Page, name: str) -> None:
        self.go(chair, "/chair")
        chair.click(f"[aria-label^='Close {name}']")
        expect(chair.locator(f"[aria-label^='Close {name}']")).to_have_count(0)

    def press(self, page: Page, words: str) -> None:
        self.go(page, "/side")
        page.click("summary:has-text('Give a press line')")
        page.fill("#press-words", words)
        page.click("#press button")
        expect(page.locator("#pressed")).to_contain_text(words)

    def reflect(self, page: Page, words: str) -> None:
        self.go(page, "/debriefing")
        page.fill("[name='answer.mattered to us']", words)
        page.check("[name='answer.result'][value='3']")
        page.click("text=Save my answers")
        expect(page.locator("#reflect")).to_contain_text("Your answers are saved")


def test_the_day(browser: Browser, holding: Start, tmp_path: Path) -> None:
    copy = tmp_path / "istanbul"
    held = holding(ISTANBUL, "--to", str(copy))
    day = Day(browser, held)
    trainer, chair = day.open("trainer"), day.open("Chair, Turkey")
    ukraine, russia = day.open("Head of delegation, Ukraine", 320), day.open("Head of delegation, Russia", 320)
    principal, usa = day.open("Principal, Ukraine"), day.open("Envoy, United States", 320)
    trainer.click("text=Begin the day")
    for _ in range(2):  # past the preparation and the welcome
        trainer.click("button:has-text('Next phase')")
        trainer.wait_for_timeout(300)
    expect(trainer.locator("#tables")).to_contain_text("Trilateral meeting of Turkey, the United States and Ukraine")

    # First Turkey, the United States and Ukraine.
    first = "Trilateral meeting of Turkey, Ukraine and United States"
    day.open_(chair, first)
    expect(ukraine.locator("#here")).to_contain_text(first)
    expect(russia.locator("#here")).to_contain_text("In no meeting.")
    day.position(usa, "us-tr-ua", "supports", "ceasefire:30-day")
    day.position(ukraine, "us-tr-ua", "supports", "ceasefire:30-day")
    day.go(russia, "/meeting/us-tr-ua")
    expect(russia.locator("h1")).to_have_text("Nothing here")
    day.shut(chair, first)

    # Then Turkey, Russia and Ukraine.
    second = "Trilateral meeting of Turkey, Russia and Ukraine"
    day.open_(chair, second)
    day.position(ukraine, "tr-ru-ua", "demands", "ceasefire:full")
    day.position(russia, "tr-ru-ua", "demands", "agenda:broader")
    day.propose(ukraine, "tr-ru-ua", "Thirty days.", ceasefire="30-day")
    day.answer(russia, "Thirty days.", "Refuse")
    expect(russia.locator("#what")).to_contain_text("Russia: refuses")
    day.shut(chair, second)

    # Then the direct one: the other may not decide; an exchange is proposed; a principal is asked.
    direct = "Direct talks of Ukraine and Russia"
    day.open_(chair, direct)
    denial = "We do not see that the delegation across the table may decide."
    day.note(ukraine, "direct", denial)
    day.go(russia, "/meeting/direct")
    expect(russia.locator("#lines")).to_contain_text(denial)
    day.propose(russia, "direct", "A wider agenda.", agenda="broader")
    day.answer(ukraine, "A wider agenda.", "Refer")
    day.go(principal, "/side")
    expect(principal.locator("#referrals")).to_contain_text("May we?")
    principal.click("#referrals button:has-text('Refuse')")
    expect(principal.locator("#referrals")).to_contain_text("refused")
    day.propose(ukraine, "direct", "Large numbers.", prisoners="large")
    day.answer(russia, "Large numbers.", "Accept")
    expect(russia.locator("#what")).to_contain_text("agreed")

    # A caucus, a message that is carried.
    day.go(ukraine, "/")
    ukraine.click("summary:has-text('Meet apart')")
    ukraine.click("button:has-text('A side alone: Ukraine')")
    expect(ukraine.locator("#here")).to_contain_text("Caucus")
    day.go(russia, "/side")
    russia.click("summary:has-text('Give the mediation a message')")
    russia.fill("#hand-words", "We could name a day.")
    russia.click("#hand button")
    expect(russia.locator("#messages")).to_contain_text("We could name a day.")
    day.go(chair, "/chair")
    chair.fill("#carry textarea", "They may be ready to name a day.")
    chair.click("#carry button:has-text('Carry it')")
    expect(chair.locator("#carried")).to_contain_text("Carried as")
    day.go(ukraine, "/side")
    expect(ukraine.locator("#messages")).to_contain_text("They may be ready to name a day.")
    expect(russia.locator("#messages")).not_to_contain_text("They may be ready")

    # Read back: one point is confirmed, one objected to; "we go on", with a next date.
    day.go(chair, "/chair")
    chair.click("#reading > summary")
    chair.select_option("[name='meeting'] >> nth=-1", "direct")
    chair.click("summary:has-text('More points')")
    rows = (("agreed", "An exchange of prisoners, large in number.", "issue:prisoners:large"),
            ("not agreed", "There was no word on a ceasefire.", "issue:ceasefire"),
            ("next", "We go on: 2 June 2025, Istanbul.", ""))  # fmt: skip
    for row, (kind, words, about) in enumerate(rows, 1):
        chair.select_option(f"[name='point.{row}.kind']", kind)
        chair.select_option(f"[name='point.{row}.about']", about)
        chair.fill(f"[name='point.{row}.words']", words)
    chair.click("#read-back button:has-text('Read back')")
    expect(chair.locator(".point")).to_have_count(3)
    for page in (ukraine, russia):
        day.go(page, "/meeting/direct")
        for words in ("An exchange of prisoners", "We go on"):
            page.locator(".point", has_text=words).locator("button:has-text('Confirm')").click()
            name = "Ukraine: confirms" if page is ukraine else "Russia: confirms"
            expect(page.locator(".point", has_text=words)).to_contain_text(name)
    objected = ukraine.locator(".point", has_text="no word on a ceasefire")
    objected.locator("summary").click()
    objected.locator("textarea").fill("We asked for one twice.")
    objected.locator("button:has-text('Object')").click()
    expect(ukraine.locator(".point", has_text="no word on a ceasefire")).to_contain_text("We asked for one twice.")
    expect(chair.locator("#objected")).to_contain_text("We asked for one twice.")

    # Supporters confer; press lines; the end.
    day.go(usa, "/")
    usa.click("summary:has-text('Meet apart')")
    usa.click("button:has-text('The supporters')")
    expect(usa.locator("#here")).to_contain_text("the supporters")
    day.go(trainer, "/")
    trainer.click("summary:has-text('End the talks')")
    trainer.click("button:has-text('End them now')")
    expect(trainer.locator("#tables")).to_contain_text("The talks are over")
    day.press(chair, "The parties go on.")
    day.press(ukraine, "An exchange; no ceasefire.")
    day.press(russia, "The talks go on.")

    # The debriefing.
    trainer.click("text=Open the debriefing")
    expect(trainer.locator("button:has-text('Show all to everybody')").first).to_be_visible()
    day.reflect(ukraine, "The ceasefire.")
    day.reflect(russia, "The agenda.")
    day.go(trainer, "/")
    trainer.click("text=Show all to everybody")
    expect(trainer.locator("#tables")).to_contain_text("all may see what happened")
    day.go(ukraine, "/day")
    expect(ukraine.locator(".day")).to_contain_text("Messages, before and after")
    day.go(ukraine, "/debriefing")
    with ukraine.expect_download() as download:
        ukraine.click("text=as PDF")
    assert "EXERCISE" in download.value.suggested_filename
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    day.close()
    held.process.terminate()
    held.process.wait(20)

    # What one seat saw becomes a case, and that a brief.
    _say("export", str(copy), "--as", "ukraine-head", "--to", str(tmp_path / "day"))
    brief = tmp_path / "brief.md"
    _say("brief", str(tmp_path / "day"), "-o", str(brief))
    told = brief.read_text("utf-8")
    assert "EXERCISE" in told
    assert "prisoners" in told
    assert "We could name a day." not in told  # what was handed over by the other side, in its own words


def _say(*command: str) -> None:
    done = subprocess.run([sys.executable, "-m", "goodoffices", *command], capture_output=True, text=True, check=False,
                          env={"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin"})  # fmt: skip
    assert done.returncode == 0, done.stderr + done.stdout
