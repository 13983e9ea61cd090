"""Small cases for the talking points, made in memory: two towns, some water, and what is told of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from goodoffices.brief import build_talking_points
from goodoffices.brief.context import Context
from goodoffices.brief.outline import Line, lines_of
from goodoffices.brief.talking_points.points import Point, points
from goodoffices.case import Case, read_case
from goodoffices.case.model import Anchor
from goodoffices.record import Claim, Record, Source
from goodoffices.record.source import TextFile
from goodoffices.talks import (
    STANCES,
    Condition,
    Day,
    Delegation,
    Issue,
    Mandate,
    Meeting,
    Outcome,
    Party,
    Person,
    Position,
    Proposal,
    Result,
    Statement,
    Talks,
)

from .cases import ROOT, two_valleys

OPTIONS = {"half": "a half", "most": "most of it", "open": "open until 2033", "share": "both read the gauges"}
PEOPLE = {
    "ann": Person(name="Ann Aker", of="north"), "abe": Person(name="Abe Arden", of="north"),
    "sue": Person(name="Sue Strand", of="south"),
}  # fmt: skip
TEXT = "North wants a half. South wants most of the water. North would take a half."


def position(key: str, party: str, option: str, stance: Any = "demands", **more: Any) -> Position:
    """A position on the water, told by the party itself unless it is said otherwise."""
    told: dict[str, Any] = {"told_by": party, "unsourced": "x", "issue": "water", **more}
    if told.get("claims"):
        del told["unsourced"]
    return Position(id=key, party=party, option=option, stance=stance, **told)


OURS = position("p", "north", "half")
"""North's own word."""
WATER = "Where do you stand on the water?"
SESSION = {"m": Meeting(title="Session", participants=("north", "south"), date=Day.parse("2031-05-02"), unsourced="x")}


def condition(by: str, only_if: str, **more: Any) -> Condition:
    """A condition on the water."""
    told: dict[str, Any] = {"what": "a half", "issue": "water", "unsourced": "x", **more}
    return Condition(id="c", by=by, only_if=only_if, **told)


def claim(key: str, source: str = "a", words: str = "North wants a half", **more: Any) -> Claim:
    """A claim on where North stands on the water, unless it is said otherwise."""
    told: dict[str, Any] = {
        "type": "position", "subject": "north", "predicate": "demands", "value": "a half", "issue": "water",
        "option": "half", "entered_by": "me", **more,
    }  # fmt: skip
    return Claim(id=key, source=source, words=words, **told)


def towns(
    positions: Sequence[Position] = (),
    claims: Iterable[Claim] = (),
    issues: dict[str, Issue] | None = None,
    sides: dict[str, str] | None = None,
    findings: Any = (),
    **more: Any,
) -> Case:
    """The case. `sides`: whose voice each of the sources `a` and `b` is."""
    talks = Talks(
        format="talks/1", title="Talks of two towns",
        parties=more.pop("parties", {"south": Party(name="South", kind="town"), "north": Party(name="North", kind="town")}),
        third_parties={"board": Party(name="River Board", kind="board")},
        people=more.pop("people", PEOPLE),
        issues={"water": Issue(title="Water", options=OPTIONS)} if issues is None else issues,
        positions=tuple(positions), **more,
    )  # fmt: skip
    file = TextFile(kind="original", file="sources/a.txt", sha256="0" * 64)
    known = {
        key: Source(publisher=name, side=(sides or {}).get(key, "press"), text=file)
        for key, name in (("a", "The Post"), ("b", "The Wire"))
    }
    record = Record(format="record/1", sources=known, claims=tuple(claims), findings=tuple(findings))
    return replace(
        two_valleys(),
        talks=talks,
        record=record,
        texts={"a": TEXT, "b": TEXT},
        anchors=_anchors(record),
        preferences=None,
    )


def _anchors(record: Record) -> dict[str, Anchor]:
    return {
        c.id: Anchor(TEXT.index(c.words), TEXT.index(c.words) + len(c.words)) for c in record.claims if c.words in TEXT
    }


def labour() -> Case:
    """The invented labour dispute."""
    return read_case(ROOT / "tests" / "data" / "labour")


def lines(case: Case) -> list[Line]:
    """All statements of the page."""
    return [line for section in build_talking_points(case).sections for line in lines_of(section)]


def found(case: Case) -> dict[str | None, Point]:
    """The points of a case by issue."""
    return {point.issue: point for point in points(Context.of(case))}


def asked(case: Case, party: str, issue: str | None = "water") -> list[str]:
    """What a party is asked on an issue."""
    (row,) = (row for row in found(case)[issue].rows if row.party == party)
    return [question.line.text for question in row.ask]


def told(case: Case, party: str, issue: str | None = "water") -> list[str]:
    """What is told of a party on an issue; why an entry has no claim, which is `x` in all of these, is left out."""
    (row,) = (row for row in found(case)[issue].rows if row.party == party)
    return [line.text.replace(" (x)", "") for line in row.told]


def agreed(option: str | None = "half", **more: Any) -> Result:
    """A result on the water."""
    return Result(text="A half", issue="water", option=option, unsourced="x", **more)


_LABELS = (
    "a yearly toll",
    "open until 2033",
    "both read the gauges",
    "no toll",
    "to withdraw at once",
    "says that it waits",
)


@st.composite
def random_talks(draw: st.DrawFn, parties: int | None = None) -> Case:
    """Two to four parties, one to four issues, any mixture of positions, tellers, chains, conditions, results, claims."""
    names = ("Orsk", "the Dockers", "Lake Union", "Upper Tavnis")[: parties or draw(st.integers(2, 4))]
    keys = [f"qq_party{n}" for n in range(len(names))]
    people = {f"zz_person{n}": Person(name=f"Ada Nr{n}", of=keys[n % len(keys)]) for n in range(4)}
    issues = {
        f"xx_issue{n}": Issue(
            title=draw(st.sampled_from(("Toll", "Prisoners", "Which paper binds the sides?", "Ford at Lissen"))),
            options={f"yy_option{i}": label for i, label in enumerate(draw(st.permutations(_LABELS))[:4])},
        )
        for n in range(draw(st.integers(1, 4)))
    }
    claims = [
        claim(
            f"{'ab'[n % 2]}{n}", "ab"[n % 2], type=draw(st.sampled_from(("position", "statement"))),
            subject=draw(st.sampled_from(keys)),
            issue=draw(st.none() | st.sampled_from([*issues])), option=None, status=draw(st.sampled_from(("accepted", "proposed"))),
            predicate=draw(st.sampled_from(("demands", "refuses", "opposes"))),
        )
        for n in range(draw(st.integers(0, 6)))
    ]  # fmt: skip
    resting = st.lists(st.sampled_from([c.id for c in claims]), max_size=2, unique=True) if claims else st.just([])
    tellers = st.none() | st.sampled_from([*keys, *people, "board", "board?", *(f"{key}?" for key in people)])
    issue = st.sampled_from([*issues])
    actors = st.sampled_from([*keys, *people])
    meetings = {
        "ww_meeting": Meeting(title="Session", participants=tuple(keys), date=Day.parse("2031-05-02"), unsourced="x")
    }

    def sourced() -> dict[str, Any]:
        rests = draw(resting)
        return {"claims": tuple(rests)} if rests else {"unsourced": "x"}

    positions: list[Position] = []
    for n in range(draw(st.integers(0, 9))):
        party, on, last = draw(st.sampled_from(keys)), draw(issue), positions[-1:] if draw(st.booleans()) else []
        earlier = last[0] if last else None
        positions.append(
            Position(
                id=f"vv_position{n}", party=earlier.party if earlier else party, issue=earlier.issue if earlier else on,
                option=f"yy_option{draw(st.integers(0, 3))}", stance=draw(st.sampled_from(STANCES)), told_by=draw(tellers),
                meeting=draw(st.none() | st.just("ww_meeting")), supersedes=earlier.id if earlier else None, **sourced(),
            )
        )  # fmt: skip
    return towns(
        positions, claims, issues, people=people,
        parties={key: Party(name=name, kind="union") for key, name in zip(keys, names, strict=True)},
        draft=draw(st.booleans()), meetings=meetings,
        conditions=tuple(
            Condition(id=f"c{n}", by=draw(actors), what="a truce", only_if=draw(st.sampled_from(_LABELS)),
                      issue=draw(st.none() | issue), **sourced())
            for n in range(draw(st.integers(0, 3)))
        ),
        proposals=tuple(
            Proposal(id=f"r{n}", by=draw(actors), text="a paper", issue=draw(issue), option=draw(st.none() | st.just("yy_option1")),
                     **sourced())
            for n in range(draw(st.integers(0, 2)))
        ),
        statements=tuple(
            Statement(id=f"s{n}", by=draw(actors), text="the ford stays shut", **sourced()) for n in range(draw(st.integers(0, 2)))
        ),
        delegations={
            f"uu_team{n}": Delegation(of=draw(st.sampled_from(keys)),
                                      mandate=Mandate(level=draw(st.sampled_from(("unknown", "limited")))),
                                      **sourced())
            for n in range(draw(st.integers(0, 2)))
        },
        outcome=Outcome(
            agreed=tuple(
                Result(text="A toll", issue=draw(issue), option=draw(st.none() | st.just("yy_option0")), **sourced())
                for _ in range(draw(st.integers(0, 1)))
            )
        ),
    )  # fmt: skip
