"""What the pages of a seat say to somebody who sits there for the first time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from .rooms import Room
from .test_server import begun


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
