"""The page as a server: who is let in, what is refused, and that no word of a report becomes a part of the page."""

import re
from html import unescape
from pathlib import Path

import httpx
import pytest

from goodoffices.marking.server import application
from goodoffices.marking.session import Session
from goodoffices.marking.views import ASKED
from goodoffices.serving.form import LARGEST

from ..serving.client import HERE, PORT, Client, alone
from .cases import RECORD, TALKS, make, open_store, sound, texts


class Page:
    """One browser that has entered."""

    def __init__(self, folder: Path, *, enter: bool = True) -> None:
        self.folder, self.store, self.session = folder, open_store(folder), Session(PORT)
        self.token = self.session.token
        self.client = Client(application(self.store, self.session))
        if enter:
            self.client.get(f"/enter?token={self.token}")

    def post(self, act: str, origin: str | None = HERE, **form: str) -> httpx.Response:
        data = {"csrf": self.session.csrf, "source": "press", "act": act, **form}
        return self.client.post("/decide", data=data, headers={"Origin": origin} if origin else {})


@pytest.fixture
def page(tmp_path: Path) -> Page:
    return Page(make(tmp_path))


FORM = {"type": "statement", "subject": "Ann", "predicate": "said", "value": "no toll", "modality": "asserted"}


def test_the_token_lets_one_browser_in_once(tmp_path: Path) -> None:
    page = Page(make(tmp_path), enter=False)
    assert page.client.get("/source/press").status_code == 403
    assert page.client.get("/enter?token=wrong").status_code == 403
    assert page.client.get("/enter").status_code == 403
    typed = {"Sec-Fetch-Site": "none"}
    entered = page.client.get(f"/enter?token={page.token}", follow_redirects=False, headers=typed)
    assert (entered.status_code, entered.headers["location"]) == (303, "/")
    cookie = entered.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert str(page.token) not in cookie
    assert page.client.get("/source/press").status_code == 200
    assert page.client.get(f"/enter?token={page.token}", follow_redirects=False).headers["location"] == "/"
    page.client.cookies.clear()
    assert page.client.get(f"/enter?token={page.token}").status_code == 403
    assert page.client.get("/source/press").status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site", None])
def test_from_a_page_elsewhere_the_browser_sets_out_anew(tmp_path: Path, site: str | None) -> None:
    """A cookie that goes to its own pages only does not go along with a redirect that began elsewhere."""
    page = Page(make(tmp_path), enter=False)
    entered = page.client.get(
        f"/enter?token={page.token}", follow_redirects=False, headers={"Sec-Fetch-Site": site} if site else {}
    )
    assert entered.status_code == 200
    assert 'http-equiv="refresh" content="0;url=/"' in entered.text
    assert page.client.get("/source/press").status_code == 200


def test_where_the_page_itself_fails_it_says_so(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("words of the case")

    monkeypatch.setattr("goodoffices.marking.views.compare_view", fail)
    transport = httpx.ASGITransport(app=page.client.app, raise_app_exceptions=False)

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url=HERE, cookies=page.client.cookies) as client:
            return await client.get("/compare")

    answer = alone(ask())
    assert answer.status_code == 500
    assert "KeyError" in answer.text
    assert "words of the case" not in answer.text
    assert answer.headers["content-security-policy"]


def test_the_cookie_is_nothing_before_the_token_was_used(tmp_path: Path) -> None:
    page = Page(make(tmp_path), enter=False)
    page.client.cookies.set(page.session.cookie_name, page.session.link.cookie)
    assert page.client.get("/source/press").status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:80", f"127.0.0.2:{PORT}", ""]
)
def test_another_host_is_refused_even_with_the_cookie(page: Page, host: str) -> None:
    assert page.client.get("/source/press", headers={"Host": host}).status_code == 421
    assert page.client.get(f"/enter?token={page.token}", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(
    "origin",
    [None, "null", "http://evil.example", "http://127.0.0.1:80", "https://127.0.0.1:5151", f"{HERE}.evil.example"],
)
def test_a_decision_from_another_page_is_refused(page: Page, origin: str | None) -> None:
    assert page.post("accept", origin, claim="a4").status_code == 403
    assert texts(page.folder) == {"talks.yaml": TALKS, "record.yaml": RECORD}


@pytest.mark.parametrize("csrf", ["", "x", "é"])
def test_a_form_that_this_server_did_not_make_is_refused(page: Page, csrf: str) -> None:
    assert page.post("accept", claim="a4", csrf=csrf).status_code == 403
    assert texts(page.folder)["record.yaml"] == RECORD


@pytest.mark.parametrize(
    "path",
    ["/", "/source/press", "/compare", "/who", "/static/marking.js", "/static/htmx.min.js", "/decide", "/nothing"],
)
def test_every_answer_carries_the_strict_headers(page: Page, path: str) -> None:
    headers = page.client.get(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"


def test_a_page_names_no_other_host_and_holds_no_script_of_its_own(page: Page) -> None:
    for path in ("/source/press", "/source/arab", "/compare", "/who"):
        text = page.client.get(path).text
        assert re.findall(r"https?://", text) == []
        assert re.findall(r"<script(?! src=\"/static/)", text) == []
        assert re.findall(r"\son\w+=|\sstyle=|javascript:", re.sub(r"&lt;.*?&gt;", "", text)) == []


def test_what_turns_or_hides_is_shown_wherever_it_stands(tmp_path: Path) -> None:
    record = RECORD.replace("publisher: The Paper", 'publisher: "The \\u202EHerald\\e\\x9b\\u200b"', 1)
    talks = TALKS.replace("name: North", 'name: "North \\u2066\\U000E0061"', 1)
    assert record != RECORD
    assert talks != TALKS
    page = Page(make(tmp_path, talks=talks, record=record))
    for path in ("/source/press", "/compare"):
        text = page.client.get(path).text
        assert re.findall("[\u202a-\u202e\u2066-\u2069\u200b\x1b\x80-\x9f\U000e0000-\U000e007f]", text) == []
    assert "The [U+202E]Herald" in page.client.get("/source/press").text


def test_hostile_words_are_shown_and_are_nothing_else(page: Page) -> None:
    text = page.client.get("/source/press").text
    assert "&lt;script&gt;document.title" in text
    assert "<img" not in text
    assert "\u202e" not in text
    assert "&amp;amp; so on" in text


@pytest.mark.parametrize("key", ["press", "arab"])
def test_the_page_shows_one_character_for_each_of_the_text(page: Page, key: str) -> None:
    text = page.client.get(f"/source/{key}").text
    shown = text[text.index('id="text"') :]
    shown = shown[shown.index(">") + 1 : shown.index("</div>")]
    shown = unescape(re.sub(r"</?mark[^>]*>", "", shown))
    original = page.store.case.texts[key]
    assert len(shown) == len(original)
    assert all(a == b or a == "\ufffd" for a, b in zip(shown, original, strict=True))


def test_accept_goes_on_to_the_next_claim_and_says_what_was_saved(page: Page) -> None:
    answer = page.post("accept", claim="a1")
    assert answer.url.params["claim"] == "a2"
    assert "Saved: a1 accepted" in answer.text
    assert sound(page.folder).claims["a1"].status == "accepted"
    assert "Saved:" not in page.client.get("/source/press").text


def test_a_rejection_on_which_entries_rest_asks_first(page: Page) -> None:
    asked = page.post("reject", claim="a5")
    assert asked.status_code == 409
    assert "rests on nothing else and is taken out" in asked.text
    assert texts(page.folder)["record.yaml"] == RECORD
    assert page.post("reject", claim="a5", yes="yes").status_code == 200
    assert sound(page.folder).claims["a5"].status == "rejected"


def test_an_offer_is_written_after_a_yes(page: Page) -> None:
    answer = page.post("accept", claim="a4")
    assert "A new person: Bo Lind, miller" in answer.text
    (offer,) = page.store.offers("a4")
    assert texts(page.folder)["talks.yaml"] == TALKS
    assert page.post("offer", claim="a4", offer=offer.id).status_code == 200
    assert "bo-lind" in sound(page.folder).talks.people
    assert page.post("offer", claim="a4", offer=offer.id).status_code == 422
    page.post("undo")
    page.post("dismiss", claim="a4", offer=offer.id)
    assert page.store.offers("a4") == ()


def test_what_was_offered_is_there_again_after_the_page_or_the_file_is_read_again(page: Page) -> None:
    page.post("accept", claim="a4")
    page.post("accept", claim="a1")
    for _ in range(2):
        text = page.client.get("/source/press").text
        assert "For talks.yaml, from a4" in text
        assert "A new person: Bo Lind, miller" in text
        page.post("reload")
    (offer,) = page.store.offers("a4")
    page.post("dismiss", claim="a4", offer=offer.id)
    page.post("reload")
    assert "For talks.yaml" not in page.client.get("/source/press").text


def test_where_accounts_differ_the_other_account_stands_beside_the_offer(tmp_path: Path) -> None:
    talks = TALKS.replace("    date: 2025-03-01\n", "")
    page = Page(make(tmp_path, talks.replace("claims: [a3]   # the day", "unsourced: known to all")))
    page.post("accept", claim="a3")
    page.post("accept", claim="b1", source="arab")
    text = unescape(page.client.get("/source/press").text)
    assert "you choose" in text
    assert "2025-03-01 (another account: 2025-03-03)" in text
    assert "2025-03-03 (another account: 2025-03-01)" in text
    theirs = next(offer for offer in page.store.offers("b1") if offer.choice)
    page.post("offer", claim="b1", offer=theirs.id)
    assert str(sound(tmp_path).talks.meetings["first"].date) == "2025-03-03"
    assert "you choose" not in page.client.get("/source/press").text


def test_a_page_shows_only_some_of_many_offers(page: Page) -> None:
    for number in range(30):
        page.post("add", words="Bo Lind, miller", **{**FORM, "value": f"remark {number}"})
    text = page.client.get("/source/press").text
    assert text.count('name="offer"') == ASKED
    assert f"{29} more from claims accepted before" in text
    assert f"And {30 - ASKED} more" in text


@pytest.mark.parametrize(("predicate", "near"), [("zzz", None), ("mediate", "mediates"), ("chair", "chairs")])
def test_a_predicate_outside_the_table_is_refused_with_the_nearest(
    page: Page, predicate: str, near: str | None
) -> None:
    answer = page.post("add", words="The towns", **{**FORM, "type": "mediation", "predicate": predicate})
    assert answer.status_code == 422
    assert "a predicate of the type mediation: hosts, mediates" in answer.text
    assert near is None or f"did you mean {near}" in re.sub("<[^>]+>", "", answer.text)
    assert texts(page.folder)["record.yaml"] == RECORD


def test_words_may_be_typed_instead_of_selected(page: Page) -> None:
    answer = page.post("add", words="The towns  met on 1 March", **FORM)
    assert answer.status_code == 200
    assert sound(page.folder).claims["a6"].words == "The towns met on 1 March"


def test_words_that_are_not_in_the_text_are_told_and_what_was_typed_stays(page: Page) -> None:
    answer = page.post("add", words="The towns did not meet", **FORM)
    assert answer.status_code == 422
    assert "words that are not in this text" in answer.text
    assert "The towns did not meet</textarea>" in answer.text
    assert 'value="no toll"' in answer.text


def test_words_that_occur_twice_are_chosen_among(page: Page) -> None:
    asked = page.post("add", words="No toll, said", **FORM)
    assert asked.status_code == 422
    places = re.findall(r'name="place" id="\S+" value="(\d+-\d+)"', asked.text)
    assert len(places) == 2
    page.post("add", words="No toll, said", place=places[1], **FORM)
    claim = sound(page.folder).claims["a6"]
    assert f"{claim.start}-{claim.end}" == places[1]


def test_selected_words_count_by_their_place(page: Page) -> None:
    text = page.store.case.texts["press"]
    start = text.rindex("No toll")
    page.post("add", words="No toll", start=str(start), end=str(start + 7), **FORM)
    assert sound(page.folder).claims["a6"].start == start


def test_every_wrong_field_is_told_at_once(page: Page) -> None:
    answer = page.post("add", words="nowhere", **{**FORM, "subject": ""})
    assert [word in answer.text for word in ("words that are not in this text", "<bdi>subject</bdi>")] == [True, True]


def test_a_change_on_the_disk_is_told_and_read_again_on_request(page: Page) -> None:
    theirs = RECORD.replace("# the end", "# theirs")
    (page.folder / "record.yaml").write_bytes(theirs.encode())
    assert "Changed on the disk meanwhile: record.yaml" in page.client.get("/source/press").text
    refused = page.post("accept", claim="a4")
    assert refused.status_code == 409
    assert texts(page.folder)["record.yaml"] == theirs
    assert page.post("reload").status_code == 200
    assert page.post("accept", claim="a4").status_code == 200
    assert "# theirs" in texts(page.folder)["record.yaml"]


def test_a_disk_error_is_told_on_the_page(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        answer = page.post("accept", claim="a4")
    assert answer.status_code == 422
    assert "a full disk" in answer.text
    assert texts(page.folder)["record.yaml"] == RECORD


def test_accounts_that_differ_stand_side_by_side_and_a_finding_is_recorded(page: Page) -> None:
    assert "of these, no two independent accounts answer the same question" in page.client.get("/compare").text
    page.post("accept", claim="a3")
    page.post("accept", claim="b1", source="arab")
    text = page.client.get("/compare").text
    assert "on 1 March" in text
    assert "في ٣ مارس" in text
    page.client.post(
        "/decide",
        content=f"csrf={page.session.csrf}&act=judge&slot=date:first&verdict=disputed&claims=a3&claims=b1&reason=two+days",
        headers={"Origin": HERE, "Content-Type": "application/x-www-form-urlencoded"},
    )
    (finding,) = sound(page.folder).record.findings
    assert (finding.claims, finding.reason, finding.by) == (("a3", "b1"), "two days", "bea")
    assert "Finding: disputed" in page.client.get("/compare?slot=date:first").text


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", 5),
        ("type=person_post", 2),
        ("status=accepted", 0),
        ("uncertain=yes", 1),
        ("type=person_post&status=proposed", 2),
    ],
)
def test_claims_are_filtered(page: Page, query: str, wanted: int) -> None:
    text = page.client.get(f"/source/press?{query}").text
    assert len(re.findall(r'<span class="id">', text)) == wanted


def test_the_filter_is_kept_from_claim_to_claim(page: Page) -> None:
    answer = page.post("accept", claim="a1", f_type="person_post")
    assert (answer.url.params["claim"], answer.url.params["type"]) == ("a4", "person_post")


@pytest.mark.parametrize(
    "path", ["/source/zz", "/static/../server.py", "/static/zz", "/compare?slot=zz", "/source/press?claim=zz"]
)
def test_what_is_not_there_is_no_crash(page: Page, path: str) -> None:
    assert page.client.get(path).status_code in (200, 404)


def test_two_are_made_one_after_a_yes(page: Page) -> None:
    asked = page.post("join", gone="second", kept="The first meeting (first)")
    assert asked.status_code == 409
    assert "Yes, make it so" in asked.text
    assert texts(page.folder) == {"talks.yaml": TALKS, "record.yaml": RECORD}
    done = page.post("join", gone="second", kept="The first meeting (first)", yes="yes")
    assert (done.url.path, "Saved: second is first" in done.text) == ("/who", True)
    assert [*sound(page.folder).talks.meetings] == ["first"]
    assert page.post("undo", **{"from": "who"}).url.path == "/who"
    assert texts(page.folder)["talks.yaml"] == TALKS


@pytest.mark.parametrize(
    ("gone", "kept", "told"),
    [
        ("second", "", "found nothing"), ("second", "Ann", "found Ann"), ("ann", "south", "found south"),
        ("zz", "ann", "may be gone"),
        ("second", "second", "twice"), ("south", "<b>", "found &lt;b&gt;"), ("team", "team", "found team"),
    ],
)  # fmt: skip
def test_what_cannot_be_one_is_told_on_the_same_page(page: Page, gone: str, kept: str, told: str) -> None:
    answer = page.post("join", gone=gone, kept=kept)
    assert answer.status_code == 422
    assert told in answer.text.replace("&#39;", "").replace("<bdi>", "").replace("</bdi>", "")
    assert "Who is who" in answer.text
    assert texts(page.folder) == {"talks.yaml": TALKS, "record.yaml": RECORD}


@pytest.mark.parametrize("act", ["", "zz", "join", "move", "judge", "offer", "edit", "accept", "add", "undo"])
def test_an_empty_form_is_refused_in_words(page: Page, act: str) -> None:
    answer = page.post(act)
    assert answer.status_code == 422
    assert "Not saved." in answer.text
    assert texts(page.folder) == {"talks.yaml": TALKS, "record.yaml": RECORD}


def test_an_endless_form_is_refused(page: Page) -> None:
    assert page.post("add", words="x" * (LARGEST + 1)).status_code == 413


def test_a_case_without_sources_says_what_to_do(tmp_path: Path) -> None:
    talks = "format: talks/1\ntitle: Empty\nparties: {}\n"
    page = Page(make(tmp_path, talks, "format: record/1\n"))
    assert "goodoffices add" in page.client.get("/").text
