"""The way in: by a typed or scanned address, from a page elsewhere, again, as somebody else."""

import re

import pytest

from .client import HERE, Client
from .tiny import CHAIR, HEAD, Tiny


@pytest.fixture
def tiny() -> Tiny:
    return Tiny()


def me(client: Client) -> str:
    return client.get("/").text


def test_an_address_that_was_typed_leads_in_and_is_not_kept(tiny: Tiny) -> None:
    client = Client(tiny.application)
    answer = client.get(f"/enter?token={tiny.head.token}", headers={"Sec-Fetch-Site": "none"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert me(client) == f"you are {HEAD}"
    assert tiny.site.address(tiny.head) == f"{HERE}/enter?token={tiny.head.token}"


@pytest.mark.parametrize("site", ["cross-site", "same-site", None])
def test_a_link_that_is_opened_once_leads_in_from_elsewhere_in_two_steps(tiny: Tiny, site: str | None) -> None:
    client = Client(tiny.application)
    headers = {"Sec-Fetch-Site": site} if site else {}
    answer = client.get(f"/enter?token={tiny.head.token}", headers=headers, follow_redirects=False)
    assert answer.status_code == 200
    assert 'http-equiv="refresh" content="0;url=/"' in answer.text
    assert me(client) == f"you are {HEAD}"


@pytest.mark.parametrize("site", ["cross-site", "same-site", None])
def test_a_link_that_opens_again_makes_nobody_another_unasked(tiny: Tiny, site: str | None) -> None:
    client = Client(tiny.application)
    client.get(f"/enter?token={tiny.head.token}")
    headers = {"Sec-Fetch-Site": site} if site else {}
    asked = client.get(f"/enter?token={tiny.chair.token}", headers=headers)
    assert me(client) == f"you are {HEAD}"
    form = {"token": re.findall(r'name="token" value="([^"]+)"', asked.text)[0]}
    assert client.post("/enter", data=form, headers={"Origin": "http://evil.example"}).status_code == 403
    assert me(client) == f"you are {HEAD}"
    assert client.post("/enter", data=form, headers={"Origin": HERE}).text == f"you are {CHAIR}"


def test_a_seat_is_taken_on_a_phone_and_again_on_a_laptop(tiny: Tiny) -> None:
    phone, laptop = Client(tiny.application), Client(tiny.application)
    for client in (phone, laptop, phone):
        client.get(f"/enter?token={tiny.chair.token}", headers={"Sec-Fetch-Site": "none"})
    assert [me(client) for client in (phone, laptop)] == [f"you are {CHAIR}"] * 2
    tiny.links.take_back(tiny.chair)
    assert [client.get("/").status_code for client in (phone, laptop)] == [403, 403]


@pytest.mark.parametrize("token", ["used", "unknown", "taken back", "none"])
def test_whoever_is_in_goes_on_as_who_he_is(tiny: Tiny, token: str) -> None:
    client, other = Client(tiny.application), tiny.links.give("other")
    client.get(f"/enter?token={tiny.head.token}")
    tiny.links.take_back(other)
    given = {"used": tiny.head.token, "unknown": "x", "taken back": other.token, "none": ""}[token]
    assert client.get(f"/enter?token={given}").text == f"you are {HEAD}"


@pytest.mark.parametrize("body", [b"", b"token=", b"token=x", b"\xff\xfe=%zz&&&", b"token=" + b"x" * 2_000_000])
def test_a_button_that_opens_nothing(tiny: Tiny, body: bytes) -> None:
    headers = {"Origin": HERE, "Content-Type": "application/x-www-form-urlencoded"}
    assert Client(tiny.application).post("/enter", content=body, headers=headers).status_code == 403


def test_what_was_typed_is_shown_and_is_nothing_else(tiny: Tiny) -> None:
    """The token comes back in a page of ours only where it is one of ours."""
    answer = Client(tiny.application).get("/enter?token=%3Cscript%3E")
    assert "script" not in answer.text
