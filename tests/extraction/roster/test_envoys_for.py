"""An office is named by what it deals with: that is nobody who talks, and nobody for whom it acts."""

import pytest

from goodoffices.extraction.roster.reading import read_roster


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        (
            "The Special Envoy for Sudland announced a new round of talks in Oslo on 28 November 2030.\n"
            "The Norwegian special representative for Iceland said the talks were productive.",
            {"Sudland", "Iceland"},
        ),
        ("Arvenia's special coordinator for Bostan met Darvan in Halden on 3 May 2031.", {"Bostan"}),
        ("The envoy for Darvan met Arvenia and Bostan in Halden on 3 May 2031.", {"Darvan"}),
        ("The special rapporteur on Darvan praised the talks of Arvenia and Bostan in Halden.", {"Darvan"}),
        ("The personal adviser on the Ridge Front told Arvenia and Bostan that talks would go on.", {"Ridge Front"}),
        (
            "Arvenia and Bostan met in Halden. The special representative to Darvan said that talks would go on.",
            {"Darvan"},
        ),
    ],
)
def test_what_an_office_deals_with_does_not_talk(text: str, stray: set[str]) -> None:
    found = read_roster(text).seen
    assert stray.isdisjoint(side.name for side in found.sides)


def test_who_is_named_elsewhere_talks_all_the_same() -> None:
    text = "Arvenia's envoy to Bostan met Bostan's prime minister in Halden on 3 May 2031. Bostan wants a truce."
    assert {side.name for side in read_roster(text).seen.parties} == {"Arvenia", "Bostan"}
