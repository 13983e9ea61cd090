"""Two that are one: what is re-pointed, what is merged, what stays; in tables, and for any talks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.case.kinds import KINDS
from goodoffices.case.validate import from_plain
from goodoffices.case.write import entry_data
from goodoffices.documents import Document, parse
from goodoffices.errors import DataError
from goodoffices.record import Claim, Record
from goodoffices.synthesis import Change, Index, Joining, build, joined, moved, written
from goodoffices.synthesis.changes import made_in
from goodoffices.synthesis.index import fits, identity
from goodoffices.talks import Talks

TALKS = """format: talks/1
title: Talks
parties:
  north: {name: North, kind: town, names: {uk: Північ}}
  south: {name: South, kind: town}
  norden: {name: Norden, kind: not said, code: "NO", names: {uk: Норден, de: Norden}, spellings: [the North]}
third_parties:
  board: {name: The Board, kind: body, members: [norden, south]}   # a comment
people:
  ann: {name: Ann Lee, posts: [{title: mayor, of: north, claims: [a1]}]}
  lee: {name: A. Lee, of: norden, posts: [{title: Mayor, of: north, claims: [a2]}, {title: judge, claims: [a3]}]}
delegations:
  team: {of: north, head: ann, claims: [a1]}
  other: {of: norden, head: lee, members: [ann], claims: [a2]}
meetings:
  first: {date: 2031-05-16, participants: [north, south], delegations: [team], claims: [m1]}
  same:
    # the same, told by another paper
    place: Ford
    date: 2031-05-17
    participants: [norden, south]
    delegations: [other]
    roles: [{who: lee, role: chair, of: norden, claims: [a2]}]
    same_as: {meeting: first, certainty: possible, by: bea, why: one day apart}
    claims: [m2, m1]
  last: {title: The last one, after: [same, first], unsourced: known}
issues:
  water: {options: {half: a half, most: most of it}, reversed_for: [norden]}
positions:
  - {id: p1, party: north, issue: water, option: half, stance: demands, claims: [p1]}
  - {id: p2, party: norden, issue: water, option: half, stance: demands, meeting: same, unsourced: known}   # theirs
  - {id: p3, party: norden, issue: water, option: most, stance: demands, supersedes: p2, told_by: "lee?", claims: [p3]}
assessments:
  - {by: lee, text: good, claims: [a2]}
  - {by: ann, text: Good, claims: [a1]}
"""
NOTES = {
    "a1": ("ann", "said", "x"), "a2": ("lee", "said", "norden"), "a3": ("A. Lee", "said", "y"),
    "m1": ("first", "date", "2031-05-16"),
    "m2": ("same", "parties", ("north", "norden")), "p1": ("north", "demands", "half"), "p3": ("norden", "demands", "most"),
    "w1": ("The last one", "place", "Ford"),
}  # fmt: skip


def note(key: str, subject: str, predicate: str, value: Any) -> Claim:
    type_: Any = "meeting" if key in ("m1", "m2", "w1") else "statement"
    chain = ("narrator", "lee?") if key == "p3" else ("narrator",)
    return Claim(
        id=key, source="s", type=type_, subject=subject, predicate=predicate, value=value, attributed_to=chain, words="w",
        entered_by="x",
    )  # fmt: skip


RECORD = Record(format="record/1", claims=tuple(note(key, *told) for key, told in NOTES.items()))


def talks_of(text: str = TALKS) -> Talks:
    return from_plain(Talks, parse("talks.yaml", text))


def after(joining: Joining, text: str = TALKS) -> dict[str, Any]:
    document = Document(Path("talks.yaml"), "talks.yaml", text, parse("talks.yaml", text), "")
    new: dict[str, Any] = parse("talks.yaml", written(document, joining.talks))
    return new


def in_record(joining: Joining) -> dict[tuple[str, str], Any]:
    return {(RECORD.claims[int(c.steps[1])].id, str(c.steps[2])): c.value for c in joining.record}


def words(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from words(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from words(inner)
    else:
        yield str(value).removesuffix("?")


def test_a_party_that_is_another_one() -> None:
    joining = joined(talks_of(), RECORD, "norden", "north")
    new = after(joining)
    assert new["parties"]["north"] == {
        "name": "North", "kind": "town", "names": {"uk": "Північ", "de": "Norden"}, "code": "NO",
        "spellings": ["the North", "Норден"],
    }  # fmt: skip
    assert new["third_parties"]["board"]["members"] == ["north", "south"]
    assert new["people"]["lee"]["of"] == "north"
    assert new["issues"]["water"]["reversed_for"] == ["north"]
    assert [p["id"] for p in new["positions"]] == ["p1", "p3"]
    assert new["positions"][0] == {
        "id": "p1", "party": "north", "issue": "water", "option": "half", "stance": "demands", "claims": ["p1"], "meeting": "same",
    }  # fmt: skip
    assert new["positions"][1]["supersedes"] == "p1"
    assert in_record(joining) == {
        ("a2", "value"): "north", ("m2", "value"): ["north"], ("p3", "subject"): "north",
    }  # fmt: skip
    assert "norden" not in set(words(new))


def test_a_person_who_is_another_one() -> None:
    joining = joined(talks_of(), RECORD, "lee", "ann")
    new = after(joining)
    assert new["people"] == {
        "ann": {
            "name": "Ann Lee", "of": "norden", "spellings": ["A. Lee"],
            "posts": [{"title": "mayor", "of": "north", "claims": ["a1", "a2"]}, {"title": "judge", "claims": ["a3"]}],
        }
    }  # fmt: skip
    assert new["delegations"]["other"]["head"] == "ann"
    assert new["positions"][2]["told_by"] == "ann?"
    assert new["assessments"] == [{"by": "ann", "text": "good", "claims": ["a2", "a1"]}]
    assert in_record(joining) == {("a2", "subject"): "ann", ("p3", "attributed_to"): ["narrator", "ann?"]}


def test_a_meeting_that_is_another_one() -> None:
    joining = joined(talks_of(), RECORD, "same", "first")
    new = after(joining)
    assert new["meetings"]["first"] == {
        "date": "2031-05-16", "participants": ["north", "south", "norden"],
        "delegations": ["team", "other"], "claims": ["m1", "m2"],
        "place": "Ford", "roles": [{"who": "lee", "role": "chair", "of": "norden", "claims": ["a2"]}],
    }  # fmt: skip
    assert new["meetings"]["last"]["after"] == ["first"]
    assert "same" not in new["meetings"]
    told = {one.entry: one.told for one in joining.told}
    assert told["date of first"] == "stays “2031-05-16”; “2031-05-17” goes"
    assert in_record(joining) == {("m2", "subject"): "first"}


def test_the_title_of_a_meeting_that_goes_is_no_longer_a_name() -> None:
    joining = joined(talks_of(), RECORD, "last", "first")
    assert in_record(joining) == {("w1", "subject"): "first"}
    assert after(joining)["meetings"]["first"]["title"] == "The last one"


def test_two_delegations_of_one_side_in_one_meeting_are_one() -> None:
    text = TALKS.replace("of: norden, head: lee", "of: north, head: lee")
    new = after(joined(talks_of(text), RECORD, "same", "first"), text)
    assert new["delegations"] == {"team": {"of": "north", "head": "ann", "claims": ["a1", "a2"], "members": ["lee"]}}
    assert new["meetings"]["first"]["delegations"] == ["team"]


def test_comments_and_what_is_not_concerned_stay() -> None:
    document = Document(Path("talks.yaml"), "talks.yaml", TALKS, parse("talks.yaml", TALKS), "")
    text = written(document, joined(talks_of(), RECORD, "norden", "north").talks)
    assert "# a comment" in text
    assert "# the same, told by another paper" in text
    assert "  - {by: ann, text: Good, claims: [a1]}" in text


@pytest.mark.parametrize(
    ("gone", "kept", "told"),
    [
        ("first", "first", "twice"), ("first", "ann", "of meetings"), ("zz", "ann", "found 'zz'"), ("ann", "zz", "found 'zz'"),
        ("water", "ann", "found 'water'"), ("ann", "north", "of people"), ("team", "other", "found 'team'"),
    ],
)  # fmt: skip
def test_what_cannot_be_one_is_refused(gone: str, kept: str, told: str) -> None:
    with pytest.raises(DataError, match=told):
        joined(talks_of(), RECORD, gone, kept)


@pytest.mark.parametrize("key", ["north", "south", "board"])
def test_a_party_may_be_a_third_party_and_back(key: str) -> None:
    joining = moved(talks_of(), key)
    there, home = ("parties", "third_parties") if key == "board" else ("third_parties", "parties")
    new = after(joining)
    assert new[there][key] == parse("talks.yaml", TALKS)[home][key]  # type: ignore[index, call-overload]
    assert key not in new.get(home, {})
    document = Document(Path("talks.yaml"), "talks.yaml", TALKS, parse("talks.yaml", TALKS), "")
    again = written(document, joining.talks)
    assert after(moved(talks_of(again), key), again) == parse("talks.yaml", TALKS)


def test_the_last_party_may_go_and_whoever_is_none_is_refused() -> None:
    text = "format: talks/1\ntitle: T\nparties: {north: {name: North, kind: town}}\n"
    assert after(moved(talks_of(text), "north"), text)["parties"] == {}
    with pytest.raises(DataError, match="a party or a third party"):
        moved(talks_of(), "ann")


# Any talks: what accounts tell of sides and people, some of whom are one.

SIDES, PEOPLE, MET = ("north", "south", "board"), ("ann", "lee", "cy"), ("first", "second")
ROWS = (
    ("position", "demands", SIDES, ("a half", "most of it")),
    ("position", "supports", SIDES, ("a half", "most of it")),
    ("position", "refuses", SIDES, ("a half", "most of it")),
    ("statement", "said", SIDES + PEOPLE, ("no toll", "a truce")),
    ("person_post", "post", PEOPLE, ("mayor", "judge")),
    ("mediation", "chairs", ("board", *PEOPLE), MET),
    ("absence", "absent_from", PEOPLE, MET),
    ("assessment", "sees", PEOPLE, ("a start",)),
    ("meeting", "aim", MET, ("peace", "water")),
    ("outcome", "agreed", MET, ("to meet", "a truce")),
)


@st.composite
def told(draw: st.DrawFn) -> tuple[Any, ...]:
    type_, predicate, subjects, values = draw(st.sampled_from(ROWS))
    return type_, predicate, draw(st.sampled_from(subjects)), draw(st.sampled_from(values))


def one(number: int, type_: Any, predicate: str, subject: str, value: str) -> Claim:
    issue = "water" if type_ == "position" else None
    return Claim(
        id=f"c{number}", source="s", type=type_, subject=subject, predicate=predicate, value=value, issue=issue, words="w",
        entered_by="x",
    )  # fmt: skip


def case_of(notes: list[tuple[Any, ...]]) -> tuple[Talks, Record]:
    plain: dict[str, Any] = {
        "format": "talks/1", "title": "T",
        "parties": {key: {"name": key.title(), "kind": "town"} for key in SIDES[:2]},
        "third_parties": {"board": {"name": "Board", "kind": "body"}},
        "people": {key: {"name": key.title()} for key in PEOPLE},
        "meetings": {key: {"unsourced": "known"} for key in MET},
        "issues": {"water": {"options": {"half": "a half", "most": "most of it"}}},
    }  # fmt: skip
    claims = tuple(one(number, *told) for number, told in enumerate(notes))
    return from_plain(Talks, plain), Record(format="record/1", claims=claims)


def drafted(talks: Talks, claims: tuple[Claim, ...]) -> dict[str, Any]:
    index = Index(talks, {claim.id: claim for claim in claims})
    build(index, claims)
    return index.plain


def rewritten(claims: tuple[Claim, ...], changes: tuple[Change, ...]) -> tuple[Claim, ...]:
    found = list(claims)
    for change in changes:
        value: Any = tuple(change.value) if isinstance(change.value, list) else change.value
        found[int(change.steps[1])] = replace(found[int(change.steps[1])], **{str(change.steps[2]): value})
    return tuple(found)


def entries(value: Any, steps: tuple[Any, ...] = ()) -> Iterator[tuple[object, ...]]:
    """What entries say and rest on, whatever their ids and their order."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else []):
        here = (*steps, key)
        if isinstance(inner, dict):
            found = [identity(kind, steps, inner) for kind in KINDS if fits(kind, here, inner)]
            yield from ((one, tuple(sorted(inner.get("claims", ())))) for one in found)
        yield from entries(inner, here)


def without_positions(plain: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in plain.items() if key not in ("positions", "support")}


PAIRS = [("south", "north"), ("board", "north"), ("north", "board"), ("lee", "ann"), ("cy", "lee"), ("second", "first")]


@given(st.lists(told(), max_size=14), st.sampled_from(PAIRS))
def test_joining_after_accepting_is_accepting_after_joining(
    notes: list[tuple[Any, ...]], pair: tuple[str, str]
) -> None:
    talks, record = case_of(notes)
    full = from_plain(Talks, drafted(talks, record.claims))
    late = joined(full, record, *pair)
    accepted_first: dict[str, Any] = entry_data(full)
    for change in late.talks:
        made_in(accepted_first, change)
    early = joined(talks, record, *pair)
    empty: dict[str, Any] = entry_data(talks)
    for change in early.talks:
        made_in(empty, change)
    claims = rewritten(record.claims, early.record)
    joined_first = drafted(from_plain(Talks, empty), claims)
    if {"board"} & {*pair}:
        # What a third party supports is support, what a party supports is a position: whoever changes sides keeps his entries.
        accepted_first, joined_first = (without_positions(one) for one in (accepted_first, joined_first))
    assert sorted(map(repr, entries(accepted_first))) == sorted(map(repr, entries(joined_first)))
    assert pair[0] not in {*words(accepted_first), *words(joined_first)}
    assert late.record == early.record


@given(st.lists(told(), max_size=14), st.sampled_from(PAIRS))
def test_a_join_of_the_text_is_the_join_of_the_values(notes: list[tuple[Any, ...]], pair: tuple[str, str]) -> None:
    talks, record = case_of(notes)
    plain = drafted(talks, record.claims)
    joining = joined(from_plain(Talks, plain), record, *pair)
    text = yaml.safe_dump(plain, sort_keys=False, allow_unicode=True)
    value = parse("talks.yaml", text)
    for change in joining.talks:
        made_in(value, change)
    assert after(joining, text) == value


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("[team, north]", "[public]", ["team", "north"]), ("[public]", "[south]", ["south"]), ("[north]", "[south]", ["team"]),
        ("[north, south]", "[south, board]", ["south"]), (None, "[board]", ["board"]),
    ],
)  # fmt: skip
def test_who_may_read_two_that_become_one_could_read_both(one: str | None, other: str, both: list[str]) -> None:
    text = TALKS.replace("  first: {date", f"  first: {{readers: {one}, date" if one else "  first: {date")
    text = text.replace("    place: Ford\n", f"    readers: {other}\n    place: Ford\n")
    talks = from_plain(
        Talks, yaml.safe_load(text.replace("2031-05-16", "'2031-05-16'").replace("2031-05-17", "'2031-05-17'"))
    )
    plain = entry_data(talks)
    for change in joined(talks, Record(format="record/1"), "same", "first").talks:
        made_in(plain, change)
    assert plain["meetings"]["first"]["readers"] == both  # type: ignore[index, call-overload]


def test_the_one_that_stays_is_the_reader_where_the_other_was() -> None:
    talks = from_plain(
        Talks, yaml.safe_load(TALKS.replace("2031-05-16", "'2031-05-16'").replace("2031-05-17", "'2031-05-17'"))
    )
    claim = Claim(
        id="a1", source="A", type="context", subject="The war", predicate="told", value="x", words="x", entered_by="me",
        readers=("team", "norden", "north"),
    )  # fmt: skip
    found = joined(talks, Record(format="record/1", claims=(claim,)), "norden", "north").record
    assert Change("put", ("claims", 0, "readers"), ["team", "north"]) in found
