"""Of all days, houses and people of a report those of the main meeting: a whole report is weighed, not single sentences."""

from dataclasses import replace

import pytest

from goodoffices.extraction.plain.draft import Draft
from goodoffices.extraction.plain.extractor import by_rules
from goodoffices.extraction.plain.likely.asked import MAIN
from goodoffices.extraction.plain.likely.choosing import FEW, LONGEST, likeliest
from goodoffices.extraction.plain.likely.heads import _KINDS
from goodoffices.extraction.plain.likely.weights import chances, table
from goodoffices.extraction.plain.story import read

BOTH = {"Skarvoy": "Per Ulvhammer", "Tavela": "Aino Kesti"}
REST = """
Skarvoy wants the fishing ground east of the reef back before winter.
Tavela refuses to give up the licences that it sold last year.
"We are not in a hurry," a Tavelan official said.
The price of cod has risen by a fifth since the spring.
Fishermen on both islands waited for news on the quay.
Nothing was settled on the lighthouse.
The quarrel began when a trawler was seized.
A professor of law called the talks a small step.
"""


def told(lines: str, head: str = "The Harbour Post, Friday 17 October 2031\n\n") -> list[Draft]:
    story = read(f"{head}{lines}\n{REST}")
    return likeliest(story, by_rules(story))


def of_main(found: list[Draft], predicate: str) -> list[str]:
    """What is told of the main meeting from an even chance on."""
    return [
        str(one.value) for one in found
        if one.type == "meeting" and one.predicate == predicate and one.subject == MAIN and (one.chance or 0) >= 0.5
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("Skarvoy and Tavela met on Wednesday in Lunde. They meet again on 4 November 2031.", "2031-10-15"),
        ("Skarvoy and Tavela met yesterday in Lunde for six hours. The next round is due on 30 October 2031.", "2031-10-16"),
        ("Skarvoy and Tavela met in Lunde on 14 October 2031. A vote is set for 1 December 2031.", "2031-10-14"),
        ("On Thursday Skarvoy and Tavela held talks in Lunde. They had last met on 3 March 2031.", "2031-10-16"),
        ("The delegations of Skarvoy and Tavela sat down in Lunde on Tuesday. The truce ends on 20 October 2031.", "2031-10-14"),
    ],
)  # fmt: skip
def test_the_day_of_the_meeting_is_not_that_of_the_next_one_or_of_anything_else(lines: str, day: str) -> None:
    assert of_main(told(lines), "date") == [day]


@pytest.mark.parametrize(
    ("lines", "house"),
    [
        ("Skarvoy and Tavela met on Wednesday in the old assay office at Lunde.", "the old assay office at Lunde"),
        ("Skarvoy and Tavela met on Wednesday at the parish hall of Lunde for six hours.", "the parish hall of Lunde"),
        ("Delegations of Skarvoy and Tavela met on Wednesday in the customs house of Lunde.", "the customs house of Lunde"),
        ("Skarvoy and Tavela held talks in the Hotel Miramar in Lunde on Wednesday.", "the Hotel Miramar"),
        ("The delegations of Skarvoy and Tavela sat down on Tuesday in the schoolhouse at Lunde.", "the schoolhouse at Lunde"),
    ],
)  # fmt: skip
def test_the_house_is_told_whole_with_its_town(lines: str, house: str) -> None:
    assert of_main(told(lines), "venue") == [house]


@pytest.mark.parametrize(
    ("lines", "heads"),
    [
        ("Foreign Secretary Per Ulvhammer spoke for Skarvoy and Dr Aino Kesti for Tavela.", BOTH),
        ("Skarvoy was led by its foreign secretary, Per Ulvhammer, and Tavela by Aino Kesti.", BOTH),
        ("At the head of the delegation of Skarvoy stood Per Ulvhammer; Minister Aino Kesti led that of Tavela.", BOTH),
        ("Skarvoy was headed by its ambassador at large, Per Ulvhammer.", {"Skarvoy": "Per Ulvhammer"}),
        ("For Skarvoy: Per Ulvhammer (leader), Ola Brand. For Tavela: Aino Kesti (leader), Mika Lahn.", BOTH),
    ],
)  # fmt: skip
def test_who_led_whom_in_whatever_words(lines: str, heads: dict[str, str]) -> None:
    found = told(f"Skarvoy and Tavela met on Wednesday in Lunde. {lines}")
    sure = {str(one.value): one.subject for one in found if one.predicate == "heads" and (one.chance or 0) >= 0.5}
    assert sure == heads


def test_nobody_is_taken_to_have_led_two() -> None:
    found = told("Skarvoy and Tavela met on Wednesday in Lunde. Per Ulvhammer led the talks of Skarvoy with Tavela.")
    led = [one.subject for one in found if one.predicate == "heads" and (one.chance or 0) >= 0.5]
    assert len(led) == len(set(led))


def test_of_few_sentences_the_rules_are_believed_alone() -> None:
    story = read("The toll was lifted on 5 June 2030. Arvenia and Bostan welcomed it.")
    assert len(story.scenes) < FEW
    assert [replace(one, chance=None) for one in likeliest(story, by_rules(story))] == by_rules(story)


def test_of_a_book_the_rules_are_believed_alone() -> None:
    story = read(f"Skarvoy and Tavela met in Lunde on 14 October 2031. {'It rained on the quay. ' * (LONGEST // 20)}")
    assert {one.chance for one in likeliest(story, by_rules(story)) if one.predicate == "date"} == {0.9}


def test_chances_leave_room_for_none() -> None:
    every = chances("when", [frozenset({"-"}), frozenset({"-", "both sides"})])
    assert all(0 < one < 1 for one in every)
    assert sum(every) < 1
    assert chances("when", []) == []


def test_every_question_has_weights() -> None:
    assert set(table()) == {"who", "when", "town", "house", "led"}


@pytest.mark.parametrize("house", ["library", "council chamber", "town hall", "old mill", "Grand Hotel"])
def test_a_town_named_by_what_it_owns_is_not_printed_so(house: str) -> None:
    found = told(f"Skarvoy and Tavela met on Thursday in Darvent's {house}, and Per Ulvhammer led for Skarvoy.")
    assert not [draft for draft in found if draft.predicate in ("place", "venue") and draft.value == "Darvent's"]


MET = "Skarvoy and Tavela met in Lunde on Wednesday.\n"


@pytest.mark.parametrize(
    "lines",
    [
        MET
        + 'Per Ulvhammer of Skarvoy came down the stairs. He denied that anybody had shouted. "I am tired," he told the press.',
        MET + "Aino Kesti of Tavela said the ports stay shut. She denied that the reef was hers.",
        MET + "Per Ulvhammer, of Skarvoy, thanked the cook. Aino Kesti, of Tavela, thanked the porter.",
        MET + "“We are tired,” Per Ulvhammer of Skarvoy said. “So are we,” said Aino Kesti of Tavela.",
        MET + "Skarvoy's Per Ulvhammer leads a choir at home. Aino Kesti of Tavela said she was ill. He laughed.",
        "Per Ulvhammer led Skarvoy's delegation and Aino Kesti that of Tavela when they met on Wednesday. She was late.",
    ],
)
def test_who_is_proposed_to_have_led_is_so_by_words_that_may_tell_it(lines: str) -> None:
    for one in told(lines):
        if one.rule == "heads.likely" and (one.chance or 0) < 0.9:
            story = read(f"The Harbour Post, Friday 17 October 2031\n\n{lines}\n{REST}")
            words = story.text[one.start : one.end]
            assert any(kind.search(words) for _, kind in _KINDS), (one.subject, words)
