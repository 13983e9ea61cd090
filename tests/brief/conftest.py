"""What all tests of the brief share."""

from collections.abc import Iterator

import pytest

from goodoffices.brief.agreed import Agreed, agreed
from goodoffices.talks import Preferences, Talks


@pytest.fixture(scope="session", autouse=True)
def agreed_once() -> Iterator[None]:
    """What could be agreed is worked out once for all tests of the same case: each of them would wait a second or two for it."""
    known: dict[str, Agreed | None] = {}

    def remembered(name: str, talks: Talks, preferences: Preferences | None) -> Agreed | None:
        key = repr((name, talks, preferences))
        if key not in known:
            known[key] = agreed(name, talks, preferences)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("goodoffices.brief.agreed.agreed", remembered)
        yield
