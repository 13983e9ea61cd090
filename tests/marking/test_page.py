"""The page in a browser: by keyboard alone, in right-to-left texts, in every look, and with hostile reports."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from goodoffices.cli.mark import REDIRECT

from ..amount import few, some
from .cases import PRESS, RECORD, TALKS, make, sound, texts
from .conftest import Marking

pytestmark = pytest.mark.browser
expect.set_options(timeout=20_000)  # a machine that is busy with something else must not fail a test that is right
Start = Callable[[Path], Marking]
LOOKS = {
    "light": (1280, "light"),
    "dark": (1280, "dark"),
    "small": (800, "light"),
    "small and dark": (800, "dark"),
    "phone": (320, "light"),
    "phone and dark": (320, "dark"),
}

ALIKE = TALKS.replace(
    "  second: {title: The second meeting,",
    "  second: {same_as: {meeting: first, certainty: possible, by: bea, why: both are told}, title: The second meeting,",
)

# Selects the stretch between two places, counted in code points, as a mouse would.
SELECT = """([from, to]) => {
  const text = document.getElementById("text"), walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let done = 0, node;
  while ((node = walker.nextNode())) {
    const points = Array.from(node.data);
    const units = (place) => points.slice(0, place - done).join("").length;
    if (from >= done && from <= done + points.length) range.setStart(node, units(from));
    if (to >= done && to <= done + points.length) { range.setEnd(node, units(to)); break; }
    done += points.length;
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  document.dispatchEvent(new MouseEvent("mouseup"));
}"""


@contextmanager
def entered(browser: Browser, marking: Marking, look: str = "light", *, scripts: bool = True) -> Iterator[Page]:
    """The page, with everything that the browser asked for and complained about."""
    width, scheme = LOOKS[look]
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=scripts,
    )
    asked: list[str] = []
    errors: list[str] = []
    try:
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(marking.address)
        yield page
        assert errors == []
        assert [url for url in asked if not url.startswith(f"http://{marking.host}/")] == []
    finally:
        context.close()


def saved(page: Page, told: str) -> None:
    expect(page.locator(".said")).to_contain_text(told)


def reach(page: Page, running: Marking, state: str) -> None:
    """Bring the page into a state, from the one before."""
    match state:
        case "saved":
            page.keyboard.press("a")
            saved(page, "a1 accepted")
        case "asked":
            page.goto(f"http://{running.host}/source/press?claim=a5")
            page.keyboard.press("r")
            expect(page.get_by_role("alert")).to_be_visible()
        case "edit":
            page.keyboard.press("Escape")
            page.keyboard.press("e")
            expect(page.locator("#edit")).to_be_visible()
        case "wrong":
            page.fill("#e-value", "")
            page.get_by_role("button", name="Save the edit").click()
            expect(page.get_by_role("alert")).to_contain_text("Not saved")
        case "arabic":
            page.goto(f"http://{running.host}/source/arab")
        case "compare":
            page.goto(f"http://{running.host}/compare")
        case "who":
            page.goto(f"http://{running.host}/who")
        case "joining":
            page.get_by_role("button", name="They are one").click()
            expect(page.get_by_role("alert")).to_contain_text("The second meeting is The first meeting")
        case "nobody":
            page.goto(f"http://{running.host}/who")
            page.fill("#same-ann", "Nobody")
            page.get_by_role("button", name="Make Ann one with it").click()
            expect(page.get_by_role("alert")).to_contain_text("found 'Nobody'")


@pytest.mark.parametrize("look", some(LOOKS, "phone and dark"))
def test_everyone_can_use_it(browser: Browser, marking: Start, tmp_path: Path, look: str) -> None:
    running = marking(make(tmp_path, ALIKE))
    with entered(browser, running, look) as page:
        for name in ("begin", "saved", "asked", "edit", "wrong", "arabic", "compare", "who", "joining", "nobody"):
            reach(page, running, name)
            found = Axe().run(page).response["violations"]
            assert (name, [(v["id"], v["nodes"][0]["html"][:200]) for v in found]) == (name, [])
            assert page.evaluate("document.documentElement.scrollWidth") <= LOOKS[look][0], name


def test_a_whole_report_by_keyboard_alone(browser: Browser, marking: Start, tmp_path: Path) -> None:
    with entered(browser, marking(make(tmp_path)), "small") as page:
        press = page.keyboard.press
        press("a")
        saved(page, "a1 accepted")
        press("r")
        expect(page.get_by_role("alert")).to_contain_text("delegations team")
        press("y")
        saved(page, "a2 rejected")
        press("u")
        saved(page, "Undone: a2 rejected")
        expect(page.locator("#current")).to_contain_text("a2")
        press("a")
        saved(page, "a2 accepted")
        press("e")
        expect(page.locator("#e-type")).to_be_focused()
        page.locator("#e-value").focus()
        press("Control+a")
        page.keyboard.type("2025-03-02")
        press("Enter")
        saved(page, "a3 edited")
        expect(page.locator(".offers")).to_contain_text("2025-03-02")
        press("y")
        saved(page, "In talks.yaml")
        press("a")
        saved(page, "a4 accepted")
        press("x")
        saved(page, "Not written")
        press("w")
        expect(page.locator("#words")).to_be_focused()
        page.keyboard.type("Ann, mayor")
        for value in (
            "s",
            "",
            "Ann",
            "said",
            "no toll",
        ):  # type by its first letter, then past it: subject, predicate, value
            if value == "s":
                press("Tab")
                page.keyboard.type("statement")
            elif value:
                press("Tab")
                page.keyboard.type(value)
        press("Enter")
        saved(page, "a6 added")
    case = sound(tmp_path)
    assert {c.id: c.status for c in case.record.claims if c.source == "press"} == {
        "a1": "accepted", "a2": "accepted", "a3": "edited", "a4": "accepted", "a5": "proposed", "a6": "accepted",
    }  # fmt: skip
    assert (case.claims["a6"].type, case.claims["a6"].subject, case.claims["a6"].words) == (
        "statement",
        "ann",
        "Ann, mayor",
    )
    assert str(case.talks.meetings["first"].date) == "2025-03-02"
    assert "# where they met" in texts(tmp_path)["talks.yaml"]


FOCUSED = {
    "nothing": "body",
    "a link": "nav a",
    "the source to pick": "#pick",
    "the filter": "#f-type",
    "a checkbox": "#f-unsure",
    "a button": ".filter button",
    "what unfolds": "#adding summary",
    "the text": "#text",
    "the list of claims": ".claims",
    "undo": ".undo button",
}


@pytest.mark.parametrize("name", some(FOCUSED, "the text"))
def test_yes_answers_the_question_on_the_screen_whatever_has_the_focus(
    browser: Browser, marking: Start, tmp_path: Path, name: str
) -> None:
    running = marking(make(tmp_path))

    def focus() -> None:
        page.evaluate(
            "(place) => { document.activeElement.blur(); document.querySelector(place).focus(); }", FOCUSED[name]
        )

    with entered(browser, running) as page:
        page.keyboard.press("a")
        saved(page, "a1 accepted")
        page.goto(f"http://{running.host}/source/press?claim=a5")
        page.keyboard.press("r")
        expect(page.get_by_role("alert")).to_be_visible()
        focus()
        page.keyboard.press("y")
        saved(page, "a5 rejected")
        page.goto(f"http://{running.host}/source/press?claim=a4")
        page.keyboard.press("a")
        saved(page, "a4 accepted")
        focus()
        page.keyboard.press("y")
        saved(page, "In talks.yaml: A new person: Bo Lind")
    assert sound(tmp_path).claims["a5"].status == "rejected"


@pytest.mark.slow
def test_yes_answers_a_question_that_was_raised_from_a_field(browser: Browser, marking: Start, tmp_path: Path) -> None:
    running = marking(make(tmp_path))
    with entered(browser, running) as page:
        page.goto(f"http://{running.host}/source/press?claim=a3&edit=yes")
        page.locator("#e-subject").focus()
        page.keyboard.press("Control+a")
        page.keyboard.type("The miller")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("If you go on")
        page.keyboard.press("y")
        saved(page, "a3 edited")
    assert sound(tmp_path).claims["a3"].subject == "The miller"


@pytest.mark.slow
@pytest.mark.parametrize("place", some(["#words", "#a-value", "#a-note", "#reason"], "#a-note"))
def test_where_letters_are_typed_y_is_a_letter(browser: Browser, marking: Start, tmp_path: Path, place: str) -> None:
    record = RECORD.replace("entered_by: plain 0.1.0\n    status: proposed", "entered_by: ann")
    record = record.replace("٣ مارس,\n     entered_by: plain 0.1.0, status: proposed", "٣ مارس,\n     entered_by: ann")
    running = marking(make(tmp_path, record=record))
    with entered(browser, running) as page:
        if place == "#reason":
            page.goto(f"http://{running.host}/compare")
        else:
            page.goto(f"http://{running.host}/source/press?claim=a5")
            page.keyboard.press("r")
            expect(page.locator("#question")).to_be_focused()
            page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        page.locator(place).focus()
        page.keyboard.type("yxay")
        assert page.locator(place).input_value() == "yxay"
        assert page.locator(".said").count() == 0
    assert texts(tmp_path)["record.yaml"] == record


@pytest.mark.slow
def test_no_to_a_question_is_one_key_as_well(browser: Browser, marking: Start, tmp_path: Path) -> None:
    running = marking(make(tmp_path))
    with entered(browser, running) as page:
        for key in ("x", "Escape"):
            page.goto(f"http://{running.host}/source/press?claim=a5")
            page.keyboard.press("r")
            expect(page.get_by_role("alert")).to_be_visible()
            page.keyboard.press(key)
            expect(page.get_by_role("alert")).to_have_count(0)
    assert texts(tmp_path)["record.yaml"] == RECORD


@pytest.mark.slow
def test_what_was_offered_is_there_again_after_a_reload(browser: Browser, marking: Start, tmp_path: Path) -> None:
    running = marking(make(tmp_path))
    with entered(browser, running) as page:
        page.goto(f"http://{running.host}/source/press?claim=a4")
        page.keyboard.press("a")
        saved(page, "a4 accepted")
        page.goto(f"http://{running.host}/source/press")
        page.reload()
        expect(page.locator(".offers")).to_contain_text("A new person: Bo Lind, miller")
        page.keyboard.press("x")
        saved(page, "Not written")
        page.reload()
        expect(page.locator(".offers")).to_have_count(0)


@pytest.mark.slow
def test_next_and_previous_and_the_other_source(browser: Browser, marking: Start, tmp_path: Path) -> None:
    with entered(browser, marking(make(tmp_path))) as page:
        for key, wanted in (("n", "a2"), ("n", "a3"), ("p", "a2")):
            page.keyboard.press(key)
            expect(page.locator("#current strong")).to_have_text(wanted)
        page.select_option("#pick", "arab")
        page.get_by_role("button", name="Show").click()
        expect(page.locator("#current strong")).to_have_text("b1")
        page.keyboard.press("c")
        expect(page.get_by_role("heading", name="Where accounts differ")).to_be_visible()


WORDS = {
    "emoji before": ("press", "led for North"),
    "emoji within": ("press", "👩‍👩‍👧 The towns"),
    "over a highlighted claim": ("press", "🕊️ Ann, mayor of North, led"),
    "over line ends": ("press", "in Ford.\nBo"),
    "hostile": ("press", "<script>document"),
    "turned": ("press", "\u202eevil\u202c"),
    "Arabic": ("arab", "في فورد"),
    "Arabic, over a claim": ("arab", "المدينتان في ٣ مارس في"),
    "Arabic, the second line": ("arab", "لا رسوم على الجسر"),
}


@pytest.mark.parametrize("name", some(WORDS, "hostile"))
def test_selected_words_are_recorded_where_they_stand(
    browser: Browser, marking: Start, tmp_path: Path, name: str
) -> None:
    source, words = WORDS[name]
    running = marking(make(tmp_path))
    text = (tmp_path / "sources" / f"{source}.txt").read_bytes().decode()
    start = text.index(words)
    with entered(browser, running) as page:
        page.goto(f"http://{running.host}/source/{source}")
        page.evaluate(SELECT, [start, start + len(words)])
        expect(page.locator("#adding")).to_have_attribute("open", "")
        page.locator("#a-type").select_option("statement")
        page.fill("#a-subject", "Ann")
        page.fill("#a-predicate", "said")
        page.fill("#a-value", "so")
        page.get_by_role("button", name="Save the claim").click()
        saved(page, "added")
    claim = sound(tmp_path).record.claims[-1]
    assert (claim.source, claim.words, claim.start, claim.end) == (source, words, start, start + len(words))


@pytest.mark.slow
def test_a_text_that_runs_to_the_left_is_shown_so(browser: Browser, marking: Start, tmp_path: Path) -> None:
    running = marking(make(tmp_path))
    with entered(browser, running) as page:
        page.goto(f"http://{running.host}/source/arab")
        mark = page.locator("#text mark").first.bounding_box()
        box = page.locator("#text").bounding_box()
        assert mark is not None
        assert box is not None
        # The line begins at the right, and its first word stands there.
        first = page.evaluate("""() => {
          const node = document.getElementById("text").firstChild, range = document.createRange();
          range.setStart(node, 0);
          range.setEnd(node, 6);
          return range.getBoundingClientRect().right;
        }""")
        assert first > box["x"] + box["width"] * 0.9
        assert mark["x"] + mark["width"] < first


def test_no_script_of_a_report_runs(browser: Browser, marking: Start, tmp_path: Path) -> None:
    hostile = '"><script>document.title=`owned`</script><img src=x onerror=document.title=`owned`>'
    record = RECORD.replace("publisher: The Paper", f"publisher: '{hostile}'").replace(
        "value: miller", f"value: '{hostile}'"
    )
    talks = TALKS.replace("title: The first meeting", f"title: '{hostile}'")
    with entered(browser, marking(make(tmp_path, talks, record))) as page:
        for key in "nnnaye":
            page.keyboard.press(key)
            page.wait_for_timeout(150)
        assert page.evaluate("document.querySelectorAll('#work script, #work img').length") == 0
        assert "marking" in page.title()
        assert page.title() != "owned"


def test_it_works_without_its_script(browser: Browser, marking: Start, tmp_path: Path) -> None:
    running = marking(make(tmp_path))
    with entered(browser, running, scripts=False) as page:
        page.get_by_role("button", name="Accept").click()
        saved(page, "a1 accepted")
        page.goto(f"http://{running.host}/source/press?claim=a5")
        page.get_by_role("button", name="Reject").click()
        page.get_by_role("button", name="Yes, write both").click()
        saved(page, "a5 rejected")
        page.get_by_text("Record a claim on selected words").click()
        page.fill("#words", "No toll")
        for field, value in (("subject", "Ann"), ("predicate", "said"), ("value", "no toll")):
            page.fill(f"#a-{field}", value)
        page.select_option("#a-type", "statement")
        page.get_by_role("button", name="Save the claim").click()
        expect(page.get_by_role("group", name="Which of them?")).to_be_visible()
        page.locator("input[name=place]").nth(1).check()
        page.get_by_role("button", name="Save the claim").click()
        saved(page, "a6 added")
    assert sound(tmp_path).claims["a6"].start == PRESS.rindex("No toll")


@pytest.mark.parametrize("scripts", few(1, [True, False]))
def test_two_are_made_one_with_and_without_the_script(
    browser: Browser, marking: Start, tmp_path: Path, scripts: bool
) -> None:
    running = marking(make(tmp_path, ALIKE))
    with entered(browser, running, "small", scripts=scripts) as page:
        page.goto(f"http://{running.host}/who")
        page.get_by_role("button", name="They are one").click()
        page.get_by_role("button", name="Yes, make it so").click()
        saved(page, "second is first")
        expect(page.get_by_role("heading", name="Who is who")).to_be_visible()
        page.get_by_role("button", name="South is a third party").click()
        page.get_by_role("button", name="Yes, make it so").click()
        saved(page, "south is a third party")
        page.fill("#same-south", "north")
        page.get_by_role("button", name="Make South one with it").click()
        page.get_by_role("button", name="Yes, make it so").click()
        saved(page, "south is north")
        page.locator(".undo button").click()
        saved(page, "Undone: south is north")
    talks = sound(tmp_path).talks
    assert ([*talks.meetings], [*talks.parties], [*talks.third_parties]) == (["first"], ["north"], ["south"])


@pytest.mark.slow
def test_two_are_made_one_by_keyboard_alone(browser: Browser, marking: Start, tmp_path: Path) -> None:
    running = marking(make(tmp_path, ALIKE))
    with entered(browser, running) as page:
        press = page.keyboard.press
        press("i")
        expect(page.get_by_role("heading", name="Who is who")).to_be_visible()
        press("Tab")
        expect(page.get_by_role("button", name="They are one")).to_be_focused()
        press("Enter")
        expect(page.get_by_role("alert")).to_be_visible()
        press("x")
        expect(page.get_by_role("alert")).to_have_count(0)
        page.locator("#same-south").focus()
        page.keyboard.type("North")
        press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("South is North")
        press("y")
        saved(page, "south is north")
        press("u")
        saved(page, "Undone")
        press("i")
        expect(page.locator("#current strong")).to_have_text("a1")
    assert texts(tmp_path)["talks.yaml"] == ALIKE


def test_a_change_on_the_disk_is_told_where_one_decides(browser: Browser, marking: Start, tmp_path: Path) -> None:
    with entered(browser, marking(make(tmp_path))) as page:
        (tmp_path / "talks.yaml").write_bytes(TALKS.replace("# who talks", "# who speaks").encode())
        page.keyboard.press("a")
        expect(page.get_by_role("alert")).to_contain_text("Changed on the disk meanwhile: talks.yaml")
        page.get_by_role("button", name="Read again").click()
        saved(page, "Read again")
        page.keyboard.press("a")
        saved(page, "a1 accepted")
    assert "# who speaks" in texts(tmp_path)["talks.yaml"]


@pytest.mark.slow
def test_both_passages_side_by_side_and_a_finding(browser: Browser, marking: Start, tmp_path: Path) -> None:
    record = RECORD.replace("entered_by: plain 0.1.0\n    status: proposed", "entered_by: ann")
    record = record.replace(
        "words: في ٣ مارس,\n     entered_by: plain 0.1.0, status: proposed", "words: في ٣ مارس,\n     entered_by: ann"
    )
    running = marking(make(tmp_path, record=record))
    with entered(browser, running) as page:
        page.keyboard.press("c")
        boxes = [page.locator(".accounts article").nth(n).bounding_box() for n in (0, 1)]
        assert boxes[0] is not None
        assert boxes[1] is not None
        assert boxes[0]["y"] == boxes[1]["y"]
        assert boxes[0]["x"] < boxes[1]["x"]
        page.locator("#claim1").check()
        page.fill("#reason", "the paper was there")
        page.keyboard.press("Enter")
        saved(page, "a finding on date:first")
    (finding,) = sound(tmp_path).record.findings
    assert finding.claims == ("a3",)


def test_another_site_cannot_decide(browser: Browser, marking: Start, tmp_path: Path) -> None:
    running = marking(make(tmp_path))
    with entered(browser, running) as page:
        csrf = page.locator("#add input[name=csrf]").input_value()
        other = page.context.new_page()
        other.route("http://elsewhere.test/*", lambda route: route.fulfill(content_type="text/html", body=f"""
            <form method=post action="http://{running.host}/decide"><input name=csrf value="{csrf}"><input name=act value=accept>
            <input name=claim value=a1><input name=source value=press></form>"""))  # fmt: skip
        other.goto("http://elsewhere.test/")
        with other.expect_response(lambda response: response.url.endswith("/decide")) as answer:
            other.evaluate("document.forms[0].submit()")
        assert answer.value.status == 403
    assert texts(tmp_path)["record.yaml"] == RECORD


@pytest.mark.slow
def test_keys_pressed_before_the_answer_wait_for_it(browser: Browser, marking: Start, tmp_path: Path) -> None:
    with entered(browser, marking(make(tmp_path))) as page:
        for key in "aaxu":
            page.keyboard.press(key)
        saved(page, "Undone: a2 accepted")
    assert [c.id for c in sound(tmp_path).record.claims if c.status == "accepted"] == ["a1", "b2"]


@pytest.mark.slow
def test_a_page_whose_command_has_ended_says_so(browser: Browser, marking: Start, tmp_path: Path) -> None:
    running = marking(make(tmp_path))
    with entered(browser, running) as page:
        running.process.kill()
        running.process.wait()
        page.keyboard.press("a")
        expect(page.locator("#gone")).to_be_visible()
    assert texts(tmp_path)["record.yaml"] == RECORD


@pytest.mark.slow
def test_single_keys_can_be_turned_off(browser: Browser, marking: Start, tmp_path: Path) -> None:
    with entered(browser, marking(make(tmp_path))) as page:
        page.get_by_label("single keys").uncheck()
        page.get_by_label("single keys").blur()
        page.keyboard.press("a")
        page.wait_for_timeout(300)
        assert texts(tmp_path)["record.yaml"] == RECORD
        page.get_by_label("single keys").check()
        page.get_by_label("single keys").blur()
        page.keyboard.press("a")
        saved(page, "a1 accepted")


@pytest.mark.slow
def test_the_file_that_open_makes_leads_into_the_page(
    browser: Browser, marking: Callable[[Path], Marking], tmp_path: Path
) -> None:
    """A strict cookie is not sent along where a page elsewhere led here; the way in has to set out anew."""
    running = marking(make(tmp_path / "case"))
    file = tmp_path / "marking.html"
    file.write_text(REDIRECT.format(address=running.address))
    page = browser.new_page()
    page.goto(file.as_uri())
    page.wait_for_url("**/source/**")
    expect(page.locator("#text")).to_be_visible()
    assert "token" not in page.url
    page.close()
