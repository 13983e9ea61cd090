"""A case made of what one seat saw: what it holds, that it is sound, and that nothing else is in it."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from goodoffices.case import inspect, make_case, read_case, seen
from goodoffices.proceedings import acts as a
from goodoffices.proceedings import seat_view
from goodoffices.record import Relation
from goodoffices.synthesis.export import build, export, meetings
from goodoffices.talks import Link
from goodoffices.talks.exercise import TRAINER, PartyPoints

from ...amount import Cases
from ...proceedings.reduced import reduced, replay
from ...proceedings.valley_talks import EXERCISE, SEATS, SETTING, Day
from .held import SIDES, a_day, case_of, files_of, random_day, read, take


def test_the_whole_record(tmp_path: Path) -> None:
    case = case_of(tmp_path / "all", a_day(), TRAINER)
    assert (case.talks.exercise, case.talks.title) == (True, "EXERCISE: Two valleys")
    assert case.warnings == ()
    assert all(text.startswith("EXERCISE\n") for text in case.texts.values())
    assert {key: source.side for key, source in case.record.sources.items()} == {
        "course": "press", "session": "mediator", "session-points": "mediator", "upper-tavnis-alone": "upper",
        "press-upper": "upper", "press-lower": "lower", "press-saltmoor": "mediator", "instructions-upper": "upper",
        "messages-upper": "upper", "carried": "mediator", "received-lower": "lower", "news": "press",
    }  # fmt: skip


def test_meetings_with_who_sat_there_in_their_order(tmp_path: Path) -> None:
    talks = case_of(tmp_path / "all", a_day(), TRAINER).talks
    session = talks.meetings["session"]
    assert session.participants == ("upper", "lower", "saltmoor"), (
        "who only watches is no party to it, and has that role"
    )
    assert [talks.delegations[key].head for key in session.delegations] == ["upper-head", "lower-head"]
    assert {(role.who, role.role) for role in session.roles} == {("saltmoor", "mediator"), ("observer", "observer")}
    assert str(session.date) == "2031-05-14"
    assert talks.meetings["lower-tavnis-alone"].after == ("session",)
    assert {person.name for person in talks.people.values()} >= {"Head of Upper Tavnis", "Press"}


def test_meetings_keep_their_titles_and_those_without_one_are_called_by_who_met(tmp_path: Path) -> None:
    day = Day()
    day.do(a.OpenMeeting(by="chair", seats=("upper-head", "lower-head"), title="On the ford"))
    day.do(a.OpenMeeting(by="chair", seats=("chair", "upper-head", "lower-head")))
    day.do(a.OpenMeeting(by=TRAINER, meeting="session"))
    meetings = case_of(tmp_path / "all", day, TRAINER).talks.meetings
    assert [(key, one.title) for key, one in meetings.items()] == [
        ("on-the-ford", "On the ford"),
        ("upper-tavnis-lower-tavnis-and-saltmoor", "Upper Tavnis, Lower Tavnis and Saltmoor Office"),
        ("session", "Upper Tavnis, Lower Tavnis, Saltmoor Office and Lake Union"),
    ]
    assert all(one.after == () for one in meetings.values()), "none was over when another began"


def test_positions_are_told_by_the_seat_that_took_them(tmp_path: Path) -> None:
    talks = case_of(tmp_path / "all", a_day(), TRAINER).talks
    found = {(p.party, p.issue, p.option, p.stance, p.told_by) for p in talks.positions}
    # What else was said with it (`neither accepts nor rejects`) changes nothing of the act.
    assert ("upper", "water", "two-thirds", "demands", "upper-head") in found
    assert ("lower", "water", "two-thirds", "refuses", "lower-head") in found
    assert ("lower", "mill", "leased", "proposes", "lower-head") in found
    assert [(c.by, c.what, c.only_if) for c in talks.conditions] == [
        ("lower", "Mill at Hask (leased)", "Summer water (half)")
    ]


def test_what_was_agreed_not_agreed_and_next(tmp_path: Path) -> None:
    outcome = case_of(tmp_path / "all", a_day(), TRAINER).talks.outcome
    assert {(one.text, one.issue, one.option) for one in outcome.agreed} == {
        ("No weapons at the weir", None, None),
        ("Mill at Hask: leased", "mill", "leased"),
        ("Summer water: half", "water", "half"),
    }
    assert [one.text for one in outcome.not_agreed] == ["the summer water"]
    assert [(one.text, str(one.date)) for one in outcome.next] == [("they meet again on 20 May 2031", "2031-05-20")]


def test_a_point_that_reads_a_proposal_back_is_agreed_answer_by_answer(tmp_path: Path) -> None:
    day = Day().session()
    proposal = day.proposal("lower-head", mill="closed", water="half")
    words = "Mill at Hask: closed; Summer water: half"
    for told in (words, "All that stands in it"):
        point = a.PointToRead(kind="agreed", words=told, proposal=proposal)
        day.do(a.ReadBack(by="chair", meeting="session", points=(point,)))
        for by in ("upper-head", "lower-head"):
            day.do(a.Confirm(by=by, point=[*day.state.facts.points][-1]))
    case = case_of(tmp_path / "all", day, TRAINER)
    assert [(one.text, one.issue, one.option) for one in case.talks.outcome.agreed] == [
        ("Mill at Hask: closed", "mill", "closed"),
        ("Summer water: half", "water", "half"),
        ("all that stands in it", None, None),  # in the words in which it was confirmed
    ]
    assert [case.claims[one.claims[0]].words for one in case.talks.outcome.agreed] == [*words.split("; "), told]


def test_what_stands_ad_referendum_says_so(tmp_path: Path) -> None:
    day = Day().session()
    proposal = day.proposal("lower-head", mill="leased")
    day.do(a.Accept(by="upper-head", proposal=proposal))
    talks = case_of(tmp_path / "all", day, TRAINER).talks
    assert [one.text for one in talks.outcome.agreed] == ["Mill at Hask: leased (ad referendum)"]
    assert not [p for p in talks.positions if p.stance == "accepts"], (
        "what a principal has yet to confirm is no position"
    )


def test_an_answer_is_told_of_the_form_that_was_answered(tmp_path: Path) -> None:
    day = Day().session()
    proposal = day.proposal("lower-head", mill="sold")
    day.do(a.Refuse(by="upper-head", proposal=proposal))
    day.do(a.Amend(by="lower-head", proposal=proposal, package={"mill": "closed"}))
    day.do(a.Accept(by="upper-head", proposal=proposal))
    talks = case_of(tmp_path / "all", day, TRAINER).talks
    upper = [(p.option, p.stance) for p in talks.positions if p.party == "upper"]
    assert upper == [("sold", "refuses"), ("closed", "accepts")]
    assert [one.text for one in talks.outcome.agreed] == ["Mill at Hask: closed"]


def test_two_answers_are_no_two_accounts(tmp_path: Path) -> None:
    day = Day().session()
    for option in ("sold", "leased"):
        day.do(a.Refuse(by="upper-head", proposal=day.proposal("lower-head", mill=option)))
    day.do(a.HandOver(by="upper-head", to="lower", words="We never refused to sell the mill."))
    comparison = case_of(tmp_path / "all", day, TRAINER).comparison
    assert not [pair for pair in comparison.pairs() if pair[2] == Relation.CONTRADICTS]


def test_what_was_read_as_not_agreed_and_settled_later_is_no_result(tmp_path: Path) -> None:
    day = Day().session()
    for issue in ("mill", "water"):
        point = a.PointToRead(kind="not agreed", words=f"The {issue}.", issue=issue)
        day.do(a.ReadBack(by="chair", meeting="session", points=(point,)))
        for by in ("upper-head", "lower-head"):
            day.do(a.Confirm(by=by, point=[*day.state.facts.points][-1]))
    day.do(a.Accept(by="upper-head", proposal=day.proposal("lower-head", mill="closed")))
    case = case_of(tmp_path / "all", day, TRAINER)
    assert [one.text for one in case.talks.outcome.not_agreed] == ["the water"]
    assert [one.text for one in case.talks.outcome.agreed] == ["Mill at Hask: closed"]
    assert "Read as not agreed, and settled in the end: The mill." in case.texts["session-points"]


def test_a_claim_stands_on_the_very_words(tmp_path: Path) -> None:
    case = case_of(tmp_path / "all", a_day(), TRAINER)
    for claim in case.record.claims:
        assert claim.start is not None
        assert case.texts[claim.source][claim.start : claim.end] == claim.words
    said = [claim for claim in case.record.claims if claim.predicate == "said" and claim.source == "session"]
    assert [(claim.words, claim.direct) for claim in said] == [
        ("The terraces cannot live on half.", True), ("We neither accept nor reject it.", False)
    ]  # fmt: skip
    assert said[1].entered_by == "Adviser of Upper Tavnis"


def test_readers_are_the_sides_of_those_who_sat_there(tmp_path: Path) -> None:
    case = case_of(tmp_path / "all", a_day(), TRAINER)
    readers = {key: source.readers for key, source in case.record.sources.items()}
    assert readers["session"] == readers["session-points"] == ("upper", "lower", "saltmoor", "lake-union")
    assert readers["upper-tavnis-alone"] == readers["instructions-upper"] == ("upper",)
    assert readers["press-upper"] == ("public",)
    assert readers["messages-upper"] == ("upper", "saltmoor")
    assert readers["carried"] == ("saltmoor",)


def test_for_a_reader_it_is_as_if_the_rest_had_not_been(tmp_path: Path) -> None:
    day = a_day()
    files = files_of(day, TRAINER, "lower")
    assert not any(b"sell the mill" in data or b"upper-tavnis-alone" in data for data in files.values())
    case = case_of(tmp_path / "lower", day, TRAINER, "lower")
    whole = case_of(tmp_path / "all", day, TRAINER)
    shown = seen(whole, None, "lower")
    assert {source.title for source in case.record.sources.values()} == {s.title for s in shown.record.sources.values()}
    assert len(case.record.claims) == len(shown.record.claims)
    assert "preferences.yaml" not in files
    everybody = case_of(tmp_path / "public", day, TRAINER, "public")
    assert set(everybody.record.sources) == {"course", "press-upper", "press-lower", "press-saltmoor"}


def test_points_are_in_the_trainers_record_alone(tmp_path: Path) -> None:
    named = {"mill": {"closed": 0, "leased": 5, "sold": 2}, "water": {"half": 3, "two-thirds": 9}}
    points = {issue: {option: Fraction(n) for option, n in options.items()} for issue, options in named.items()}
    both = {key: PartyPoints(points=points, no_deal=Fraction(1)) for key in ("upper", "lower")}
    both["upper"] = replace(both["upper"], red_lines={"mill": ("sold",)})
    day = Day(replace(EXERCISE, points=both))
    case = case_of(tmp_path / "all", day, TRAINER)
    assert case.preferences is not None
    upper = case.preferences.parties["upper"]
    assert (upper.basis.basis, upper.basis.assumed and upper.basis.assumed.by) == (
        "assumed",
        "the author of the exercise",
    )
    assert [(link.if_, link.then) for link in case.talks.links] == [({"mill": ("sold",)}, {})]
    for seat in SEATS:
        assert b"links" not in files_of(day, seat)["talks.yaml"]
        assert "preferences.yaml" not in files_of(day, seat), "a seat's own points are on its packet"


def test_what_the_case_ties_together_is_tied_for_every_seat(tmp_path: Path) -> None:
    """Else `agree` would tell of packages that cannot be had."""
    day = Day()
    tie = Link(if_={"water": ("two-thirds",)}, then={"mill": ("sold", "leased")}, claims=("A01",))
    public = replace(day.state.setting.public, ties=(tie,))
    setting = replace(day.state.setting, public=public)
    for seat in ("upper-head", TRAINER):
        make_case(tmp_path / seat, export(seat_view(setting, day.events, seat), SIDES, "team"))
        case = read_case(tmp_path / seat)
        assert [(link.if_, link.then, link.claims) for link in case.talks.links] == [(tie.if_, tie.then, ())]


@pytest.mark.parametrize(
    ("words", "agreed"),
    [
        ("nothing is final until all is", "the point “nothing is final until all is”"),
        ("failed talks are over", "the point “failed talks are over”"),
        ("No agreement on water", "the point “No agreement on water”"),
        ("not to sell the mill", "not to sell the mill"),
    ],
)
def test_what_was_agreed_is_never_told_as_its_opposite(words: str, agreed: str, tmp_path: Path) -> None:
    day = Day().session()
    read(day, "agreed", words)
    outcome = case_of(tmp_path / "all", day, TRAINER).talks.outcome
    assert ([one.text for one in outcome.agreed], outcome.not_agreed) == ([agreed], ())


HOSTILE = (
    "Yes.\n09:00 Head of Lower Tavnis accepts everything.",
    "EXERCISE\nformat: record/1\nsources: {}",
    "“ ” \" ' { } [ ] # : - ? | > & * ! % @ `",
    "A only if B only if C",
    "ends with a backslash \\",
    "<script>alert(1)</script> {{ 7*7 }} ${HOME}",
    "السلام عليكم (نصف)",
    "narrator? team public press",
    "x" * 4000,
    "- - -\n...\n---",
    "no no not denied refused neither accepted nor rejected",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(words: str, tmp_path: Path) -> None:
    day = Day().session()
    day.do(a.Say(by="upper-head", meeting="session", words=words))
    take(day, "upper-head", "water", "half", "supports", words)
    for kind in ("agreed", "not agreed", "next", "open"):
        day.do(a.ReadBack(by="chair", meeting="session", points=(a.PointToRead(kind=kind, words=words),)))
        for by in ("upper-head", "lower-head"):
            day.do(a.Confirm(by=by, point=[*day.state.facts.points][-1]))
    day.do(a.Refer(by="upper-head", words=words))
    day.do(a.HandOver(by="upper-head", to="lower", words=words))
    day.do(a.End(by=TRAINER))
    day.do(a.PressLine(by="press", words=words))
    case = case_of(tmp_path / "all", day, TRAINER)
    assert [(p.party, p.option, p.stance) for p in case.talks.positions] == [("upper", "half", "supports")]
    transcript = case.texts["session"].splitlines()
    assert len(transcript) == 7, "no words begin a line of the record"
    assert sum(line.startswith("EXERCISE") for line in transcript) == 1


def test_every_export_of_a_day_at_random_is_sound(tmp_path: Path, cases: Cases) -> None:
    for seed in range(cases(1, 12)):
        day = random_day(seed).day
        for seat in (TRAINER, "upper-head", "chair", "press", "lower-council"):
            make_case(tmp_path / f"{seed}-{seat}", files_of(day, seat))
            case, problems = inspect(tmp_path / f"{seed}-{seat}")
            assert case is not None
            assert [str(one) for one in problems if one.level == "error"] == []


def test_what_a_seat_may_not_know_changes_no_byte_of_its_export(cases: Cases) -> None:
    for seed in range(cases(2, 40)):
        day = random_day(seed)
        for seat in SEATS:
            events, _ = replay(reduced(day, seat))
            without = export(seat_view(SETTING, events, seat), SIDES)
            assert export(seat_view(SETTING, day.day.events, seat), SIDES) == without, (seed, seat)


def test_an_export_of_nothing_is_sound(tmp_path: Path) -> None:
    case = case_of(tmp_path / "none", Day(begun=False), "upper-head")
    assert (case.record.sources, case.talks.meetings) == ({}, {})


def test_the_rule_that_a_reader_gets_his_sources_alone_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (meetings, build):
        monkeypatch.setattr(module, "may_read", lambda readers, reader: True)
    assert any(b"sell the mill" in data for data in files_of(a_day(), TRAINER, "lower").values())


def test_what_nothing_was_agreed_on_is_told_by_those_who_must_know(tmp_path: Path) -> None:
    """Else a brief of five refused proposals says that no report tells what came of it."""
    day = Day().session()
    day.do(a.Refuse(by="lower-head", proposal=day.proposal("upper-head", mill="sold", water="half")))
    before = case_of(tmp_path / "before", day, TRAINER)
    assert before.talks.outcome.not_agreed == (), "they may still agree"
    day.do(a.End(by=TRAINER))
    for seat in SEATS:
        told = [one.text for one in case_of(tmp_path / seat, day, seat).talks.outcome.not_agreed]
        assert bool(told) == (SETTING.public.part(seat) == "head"), seat
    left = case_of(tmp_path / "all", day, TRAINER).talks.outcome.not_agreed
    whole = ", ".join(one.text for one in left)
    assert [one.issue for one in left] == ["mill", "water"]
    assert SETTING.public.issues["mill"].title in whole
    assert SETTING.public.issues["water"].title in whole


def test_what_was_agreed_is_not_told_as_left_open(tmp_path: Path) -> None:
    day = Day().session()
    day.do(a.Accept(by="lower-head", proposal=day.proposal("upper-head", mill="leased")))
    day.do(a.Refuse(by="lower-head", proposal=day.proposal("upper-head", water="half")))
    day.do(a.End(by=TRAINER))
    outcome = case_of(tmp_path / "all", day, TRAINER).talks.outcome
    assert [SETTING.public.issues["mill"].title in one.text for one in outcome.not_agreed] == [False]
    assert len(outcome.agreed) == 1
