"""Whether a name takes an article is told by how the reports print it, at the head of a sentence, too."""

import pytest

from goodoffices.brief.articles import article
from goodoffices.talks import Party

WORKERS = "Transport Workers' Association"


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        (f"QUILLON, 14 October 2032 - The {WORKERS} and Quillon Tramways met.", WORKERS, "the "),
        (f"The {WORKERS} met.", WORKERS, "the "),
        (f"The {WORKERS} waits. Then The {WORKERS} left.", WORKERS, "the "),
        ("The Free Drivers stood outside.", "Free Drivers", "the "),
        ("He asked the Free Drivers. The Free Drivers laughed.", "Free Drivers", "the "),
        ("The operator Quillon Tramways and Quillon Tramways' board met.", "Quillon Tramways", ""),
        ("Orsa Mining met the council. Orsa Mining left.", "Orsa Mining", ""),
        ("It was said that Orsa Mining met. The Orsa Mining pit is closed; Orsa Mining paid.", "Orsa Mining", ""),
    ],
)
def test_the_reports_tell_whether_a_name_takes_an_article(text: str, name: str, wanted: str) -> None:
    assert article(Party(name=name, kind="union"), {"a": text}) == wanted
