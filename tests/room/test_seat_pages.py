"""What the pages of a seat say to somebody who sits there for the first time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from .rooms import Room
from .test_server import begun, view


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path / "case")
    yield made
    made.close()


def test_a_message_for_the_mediation_alone_is_not_for_the_other_side(room: Room) -> None:
    """Each page says of each message how it may be passed on, and of one that may not that it stays."""
    chair, _, lower = begun(room)
    assert lower.act("HandOver", to="upper", words="we would take less", rule="keep").status_code == 303
    assert lower.act("HandOver", to="upper", words="we want to talk", rule="own idea").status_code == 303
    for page in (chair.get("/side").text, chair.get("/all").text):
        assert "Lower Tavnis</bdi> told the mediation alone" in page or "tells the mediation alone" in page
        assert "not at all" not in page
    page = chair.get("/side").text
    assert 'refused">not to be passed on</b>' in page
    assert "to be passed on: own idea" in page
    assert "You told the mediation alone" in lower.get("/side").text
    assert "told the mediation alone" not in room.seat("upper-head").get("/side").text
    assert "to the mediation alone (not to be passed on): <q" in room.trainer.get("/table/1").text


def agree(room: Room, **package: str) -> None:
    """The lower valley proposes, the upper one accepts."""
    upper, lower = room.seat("upper-head"), room.seat("lower-head")
    named = {f"package__{issue}": option for issue, option in package.items()}
    assert lower.act("Propose", meeting="session", **named).status_code == 303
    (*_, proposal) = view(room, "upper-head").facts.proposals
    assert upper.act("Accept", proposal=proposal).status_code == 303


def test_an_agreement_is_told_wherever_one_looks(room: Room) -> None:
    """In part and whole it stands on every page, and in the line of the answer with which it was reached."""
    chair, upper, lower = begun(room)
    for page in ("/", "/proposals", "/chair"):
        assert 'class="reached' not in chair.get(page).text
    agree(room, water="half")
    for page in ("/", "/proposals", "/chair", "/meeting/session", "/side"):
        assert "Agreed on 1 of 2 issues" in chair.get(page).text
    assert "So it is agreed on Summer water." in lower.get("/meeting/session").text
    agree(room, mill="closed", water="half")
    for page in ("/", "/proposals", "/chair", "/meeting/session", "/side"):
        assert "Agreed on all issues" in chair.get(page).text
    assert "So it is agreed on all issues." in upper.get("/").text
    assert chair.get("/meeting/session").text.count("So it is agreed") == 2
    assert "reached" not in room.seat("press").get("/").text.replace('id="reached"', "")


def test_what_was_accepted_first_and_refused_then_is_not_told_as_agreed(room: Room) -> None:
    begun(room)
    agree(room, water="half")
    upper = room.seat("upper-head")
    (proposal,) = view(room, "upper-head").facts.proposals
    assert upper.act("Refuse", proposal=proposal).status_code == 303
    page = upper.get("/").text
    assert "So it is agreed" not in page
    assert 'class="reached' not in page
