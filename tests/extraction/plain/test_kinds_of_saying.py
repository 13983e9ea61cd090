"""What is announced was not held, what depends on something is no plain wish, and who is named by name and role is one."""

import pytest

from goodoffices.extraction.plain import Plain
from goodoffices.extraction.plain.draft import Draft


def drafts(text: str) -> list[Draft]:
    return Plain().drafts(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "The envoy announced a new round of talks in Oslo on 28 November 2030.",
        "Arvenia has announced another meeting with Bostan in Oslo on 28 November 2030.",
        "The host announced the next round of talks in Oslo on 28 November 2030.",
        "Bostan announced a second session of the dialogue in Oslo on 28 November 2030.",
        "Arvenia announces a summit with Bostan in Oslo on 28 November 2030.",
    ],
)
def test_what_is_announced_was_not_held(sentence: str) -> None:
    found = [one for one in drafts(sentence) if one.type == "meeting" and one.predicate in ("date", "place")]
    assert found
    assert {one.modality for one in found} == {"future"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Bostan wants a truce, but only if Arvenia withdraws.",
        "Bostan wants a truce, provided that Arvenia withdraws.",
        "Bostan wants a truce unless Arvenia stays.",
        "Bostan accepts the toll, if Arvenia withdraws.",
        "Bostan demands a truce, on condition that Arvenia withdraws.",
    ],
)
def test_a_position_with_a_condition_is_conditional(sentence: str) -> None:
    (position,) = [one for one in drafts(sentence) if one.type == "position" and one.subject == "Bostan"]
    assert position.modality == "conditional"
    assert "Arvenia" not in str(position.value) or "truce" in str(position.value)


@pytest.mark.parametrize(
    "text",
    [
        "The union and the port company met again today, with the help of a conciliator.",
        "Arvenia and Bostan met in Halden. Judge Ida Falk mediated. The mediator spoke of progress.",
        "Arvenia and Bostan met in Halden, mediated by Ida Falk. The mediator shuttled between the rooms.",
        "Arvenia and Bostan met in Halden with the help of a facilitator.",
        "Arvenia and Bostan met in Halden. The talks were mediated by Norway.",
    ],
)
def test_one_mediator_is_told_once(text: str) -> None:
    found = [(one.subject, one.predicate) for one in drafts(text) if one.type == "mediation"]
    assert len({subject for subject, _ in found}) == 1
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        "09:15 (3 June 2030) Talks between Norway and Iceland are due to begin in Oslo.",
        "Norway and Iceland will meet in Oslo on 3 June 2030.",
        "09:15 (3 June 2030) A meeting between Norway and Iceland is due to begin in Oslo.",
        "On 3 June 2030 talks between Norway and Iceland are to begin in Oslo.",
        "3 June 2030: Norway and Iceland are expected to meet in Oslo.",
    ],
)
def test_the_day_of_what_is_only_due_is_the_day_of_nothing_held(text: str) -> None:
    found = [one for one in drafts(text) if one.type == "meeting" and one.predicate in ("date", "place", "parties")]
    assert found
    assert not {"asserted"} & {one.modality for one in found}
