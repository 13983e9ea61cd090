"""Who talks by a report, as a model reads it: names that stand in the report, and nobody else."""

import json
from collections.abc import Sequence

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.errors import DataError
from goodoffices.extraction.llm import Llm
from goodoffices.extraction.llm.sides import question, sides, task
from goodoffices.extraction.llm.sides.told import MOST
from goodoffices.extraction.proposal import Text
from goodoffices.extraction.read import Given, read_one
from goodoffices.extraction.roster import NOTHING, Said, Side

from .server import Answer, Body, Model, Served, always, claims, says, serving

TEXT = "The Ridge Front and the city of Brun met in Lenn. Bishop Ann Hay mediated. The rebels, the RF, want the well."


def answer(items: Sequence[object]) -> Answer:
    return says(json.dumps({"sides": items}, ensure_ascii=False))


def side(name: object, part: object = "party", other: object = (), role: object = None) -> dict[str, object]:
    return {"part": part, "name": name, "other": list(other) if isinstance(other, tuple) else other, "role": role}


GOOD = [side("Ridge Front", other=("RF", "rebels")), side("Brun"), side("Ann Hay", "third", role="mediates")]
READ = Said((Side("Ridge Front", ("RF", "rebels")), Side("Brun")), (Side("Ann Hay", (), "mediates"),))


def read(model: Model, text: str = TEXT) -> tuple[Said, Served]:
    with serving(model) as served:
        return Llm(served.address, "m").sides(Text("a", text)), served


def test_who_talks_and_who_helps() -> None:
    assert read(always(answer(GOOD)))[0] == READ


@pytest.mark.parametrize(
    "bad",
    [
        side("Norland"), side("Ridge Fron"), side("idge Front"), side(""), side(" "), side("x" * 200), side("Brun", "host"),
        side(None), side(7), side(["Brun"]), side("Lenn", other="one"), 7, None, "Brun", [], {"part": "party"},
    ],
)  # fmt: skip
def test_a_name_that_the_report_does_not_have_is_nobodys(bad: object) -> None:
    assert read(always(answer([bad, *GOOD])))[0] == READ


def test_another_name_that_the_report_does_not_have_is_left_out() -> None:
    found, _ = read(always(answer([side("Ridge Front", other=("RF", "bandits", "Ridge Front", "RF"))])))
    assert found.parties == (Side("Ridge Front", ("RF",)),)


def test_a_name_is_of_whom_it_was_told_first() -> None:
    found, _ = read(
        always(answer([*GOOD, side("RF"), side("Brun", "third", role="hosts"), side("Lenn", other=("rebels",))]))
    )
    assert found == Said((*READ.parties, Side("Lenn")), READ.third)


@pytest.mark.parametrize(
    ("text", "told", "name"),
    [
        ("‘Northford’ met Lenn.", " 'Northford' ", "Northford"), ("Northford met Lenn.", "Northford ", "Northford"),
        ("The Ridge\nFront met Lenn.", "Ridge Front", "Ridge Front"),
        ("The O’Neill clan met Lenn.", "O'Neill clan", "O’Neill clan"),
        ("North\u00adford met Lenn.", "Northford", "North\u00adford"), ("“Lenn” met Brun.", '"Lenn"', "Lenn"),
    ],
)  # fmt: skip
def test_a_name_is_kept_as_the_report_prints_it(text: str, told: str, name: str) -> None:
    found, _ = read(always(answer([side(told), side(told.strip(), "third"), side(f" {told}")])), text)
    assert found == Said((Side(name),))


def test_only_what_was_sent_is_searched() -> None:
    text = f"Brun met Lenn. {'It rained. ' * 2000}Norland came."
    assert read(always(answer([side("Norland"), side("Brun")])), text)[0].parties == (Side("Brun"),)


@pytest.mark.parametrize(("role", "kept"), [("mediates", "mediates"), ("bribes", ""), (None, ""), ("", "")])
def test_who_helps_does_what_helpers_do(role: object, kept: str) -> None:
    assert read(always(answer([side("Ann Hay", "third", role=role)])))[0].third == (Side("Ann Hay", (), kept),)


def test_a_party_has_no_role() -> None:
    assert read(always(answer([side("Brun", role="hosts")])))[0].parties == (Side("Brun"),)


def test_no_more_than_a_table_holds() -> None:
    names = [f"Side{letter}" for letter in "abcdefghijklmnop"]
    found, _ = read(always(answer([side(name) for name in names])), " met ".join(names))
    assert len(found.parties) == MOST


def test_an_answer_of_another_form_is_an_error_and_an_empty_report_asks_nobody() -> None:
    with pytest.raises(DataError, match="JSON with the sides"):
        read(always(says("no")))
    found, served = read(always(answer(GOOD)), " \n")
    assert (found, served.bodies) == (NOTHING, [])


def test_what_is_asked() -> None:
    assert TEXT in question(TEXT)
    jsonschema.validate({"sides": GOOD}, task().schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"sides": [side("Brun", "host")]}, task().schema)


def model(body: Body) -> Answer:
    told = body["messages"][0]["content"]
    return (
        answer(GOOD)
        if "who talks and who helps" in told
        else says('{"passages": []}')
        if "heading" in told
        else claims()
    )


def test_a_draft_takes_who_talks_from_it_and_from_a_person_first() -> None:
    with serving(model) as served:
        llm = Llm(served.address, "m")
        asked = read_one(llm, Given("a.txt", TEXT.encode()))
        said = read_one(llm, Given("a.txt", TEXT.encode(), Said((Side("Lenn"),))))
    assert [one.name for one in asked.sides] == ["Ridge Front", "Brun", "Ann Hay"]
    assert "Lenn" in {one.name for one in said.sides}
    assert b"who talks and who helps" not in b"".join(served.bodies[len(served.bodies) // 2 + 1 :])


@given(st.lists(st.fixed_dictionaries({
    "part": st.sampled_from(["party", "third", "", "PARTY", None]), "role": st.one_of(st.none(), st.text(max_size=9)),
    "name": st.one_of(st.sampled_from(TEXT.split()), st.text(max_size=9)),
    "other": st.one_of(st.none(), st.lists(st.one_of(st.sampled_from(TEXT.split()), st.text(max_size=5)), max_size=3)),
}), max_size=6))  # fmt: skip
def test_whoever_is_told_stands_in_the_report_once(items: list[object]) -> None:
    found = sides(TEXT, items)
    names = [name for one in (*found.parties, *found.third) for name in one.names]
    assert len(names) == len({*names})
    assert all(name.strip() in TEXT for name in names)
