"""A day of the two valleys with something of every kind, and days at random, written out as cases."""

from pathlib import Path
from random import Random

from goodoffices.case import Case, make_case, read_case
from goodoffices.proceedings import acts as a
from goodoffices.proceedings import seat_view
from goodoffices.synthesis.export import Sides, export
from goodoffices.talks.exercise import TRAINER

from ...proceedings.random_days import KINDS, RandomDay
from ...proceedings.valley_talks import SEATS, TALKS, Day

SIDES = Sides.of(TALKS)


def a_day() -> Day:
    """A session with positions, a package, an answer ad referendum, a message, points, an objection, press lines."""
    day = Day().session()
    say = lambda by, words: day.do(a.Say(by=by, meeting="session", words=words))  # noqa: E731
    say("upper-head", "The terraces cannot live on half.")
    day.do(a.Note(by="upper-adviser", meeting="session", whose="lower-head", words="We neither accept nor reject it."))
    take(day, "upper-head", "water", "two-thirds", "demands", "It neither accepts nor rejects half.")
    take(day, "lower-head", "water", "two-thirds", "refuses")
    package = a.Propose(
        by="lower-head", meeting="session", package={"mill": "leased"}, only_if={"water": "half"}, words="Both or none."
    )
    proposal = day.do(package)[0].what.proposal  # type: ignore[attr-defined]
    day.do(a.Accept(by="upper-head", proposal=proposal))
    day.do(a.HandOver(by="upper-head", to="lower", words="We could live with half.", rule="gist"))
    day.do(a.Carry(by="chair", message=next(iter(day.state.facts.messages)), words="There may be movement."))
    read(day, "agreed", "No weapons at the weir")
    read(day, "agreed", "The mill is leased", objection="For ten years only.")
    read(day, "not agreed", "The summer water")
    read(day, "next", "They meet again on 20 May 2031")
    day.do(a.Instruct(by="upper-council", answer="confirm", referral=next(iter(day.state.facts.referrals))))
    day.do(a.Inject(by=TRAINER, injection="flood"))
    day.do(a.CloseMeeting(by="chair", meeting="session"))
    day.do(a.CallCaucus(by="upper-head", caucus="side", secret=True))
    hidden = next(key for key in day.state.facts.meetings if key.startswith("meeting."))
    day.do(a.Say(by="upper-adviser", meeting=hidden, words="We could sell the mill."))
    day.do(a.CallCaucus(by="lower-head", caucus="side"))
    day.do(a.End(by=TRAINER))
    day.do(a.PressLine(by="upper-head", words="Upper Tavnis asked for two thirds of the summer water.\nWe go on."))
    day.do(a.PressLine(by="lower-head", words="Lower Tavnis refused two thirds of the summer water."))
    day.do(a.PressLine(by="chair", words="The sides meet again on 20 May 2031."))
    return day


def take(day: Day, by: str, issue: str, option: str, stance: str, words: str = "") -> None:
    """A position in the session."""
    day.do(a.TakePosition(by=by, meeting="session", issue=issue, option=option, stance=stance, words=words))  # type: ignore[arg-type]


def read(day: Day, kind: str, words: str, objection: str = "") -> None:
    """A point read back in the session; both heads confirm, or the lower one objects."""
    day.do(a.ReadBack(by="chair", meeting="session", points=(a.PointToRead(kind=kind, words=words),)))  # type: ignore[arg-type]
    point = [*day.state.facts.points][-1]
    day.do(a.Confirm(by="upper-head", point=point))
    answer = a.Object(by="lower-head", point=point, words=objection) if objection else None
    day.do(answer or a.Confirm(by="lower-head", point=point))


def random_day(seed: int, steps: int = 150) -> RandomDay:
    """A day at random, ended, with press lines."""
    random, day = Random(seed), RandomDay()
    for _ in range(steps):
        day.step(random, random.choice([*SEATS]), random.choice(KINDS))
    if day.day.state.facts.status == "frozen":
        day.attempt(a.Resume(by=TRAINER))
    day.attempt(a.End(by=TRAINER))
    day.attempt(a.PressLine(by="upper-head", words="We go on."))
    return day


def files_of(day: Day, seat: str, reader: str = "team") -> dict[str, bytes]:
    """The files of the export."""
    return export(seat_view(day.setting, day.events, seat), SIDES, reader)


def case_of(folder: Path, day: Day, seat: str, reader: str = "team") -> Case:
    """The exported case, written and read with every check."""
    make_case(folder, files_of(day, seat, reader))
    return read_case(folder)
