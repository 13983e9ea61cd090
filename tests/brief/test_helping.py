"""Who helped the sides to talk is not told to be one of them; who is named beside a helper's word may be."""

import pytest

from goodoffices.brief.helping import helps


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Tern Growers' League", "The Tern Growers' League took its seat as observer although nobody had asked it to."),
        ("River Commission", "Ada Holm, who chaired the meeting for the River Commission, called it dull."),
        ("Council of Elders", "The talks were mediated for a third day by the Council of Elders."),
        ("Sund", "Sund hosted both delegations in its customs house."),
        ("Harbour Trust", "The Harbour Trust's three observers left before noon."),
        ("Diocese of Orm", "Canon Hale held the chair on behalf of the Diocese of Orm."),
    ],
)
def test_who_helps(name: str, text: str) -> None:
    assert helps([name], text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Lenn", "Talks between Lenn and Torvik were hosted by Kelmarsk."),
        ("Torvik", "Torvik and the mediators met again on Friday."),
        ("Lenn", "Lenn sent a note to the observers. They mediated for hours."),
        ("Skail", "A judge chaired the talks, and Skail left the room."),
        ("Orsel", "The round was mediated by a retired bishop; Orsel paid for the hall."),
    ],
)
def test_who_is_only_named_beside_it(name: str, text: str) -> None:
    assert not helps([name], text)
