"""Small exercises of invented places: one by hand, and as many random ones as one likes."""

from fractions import Fraction

import numpy as np

from goodoffices.proceedings import Setting
from goodoffices.talks import Issue, Party, Talks
from goodoffices.talks.exercise import (
    Charter,
    Exercise,
    Injection,
    MandateOn,
    Moment,
    PartyPoints,
    Phase,
    Seat,
    SeatedMeeting,
    Trigger,
)


def points(no_deal: int, red: dict[str, tuple[str, ...]] | None = None, **issues: dict[str, int]) -> PartyPoints:
    """Points of a party."""
    exact = {issue: {option: Fraction(p) for option, p in options.items()} for issue, options in issues.items()}
    return PartyPoints(points=exact, no_deal=Fraction(no_deal), red_lines=red or {})


TALKS = Talks(
    format="talks/1",
    title="Talks on the Orve",
    parties={"marn": Party(name="Marn", kind="region"), "tolle": Party(name="Tolle", kind="region")},
    third_parties={
        "quay": Party(name="Quay Office", kind="mediation office"),
        "isles": Party(name="Isles", kind="union"),
    },
    issues={
        "ferry": Issue(
            title="The ferry", options={"marn": "run by Marn", "both": "run by both", "tolle": "run by Tolle"}
        ),
        "tolls": Issue(title="Tolls", options={"none": "no tolls", "low": "low tolls", "high": "high tolls"}),
        "patrol": Issue(title="River patrol", options={"apart": "each its own", "joint": "a joint patrol"}),
    },
)
SEATS = {
    "chair": Seat(role="Chair", part="chair", of="quay"),
    "marn-head": Seat(role="Head of delegation, Marn", part="head", of="marn"),
    "marn-adviser": Seat(role="Adviser, Marn", part="adviser", of="marn"),
    "marn-council": Seat(role="Council of Marn", part="principal", of="marn"),
    "tolle-head": Seat(role="Head of delegation, Tolle", part="head", of="tolle"),
    "tolle-scribe": Seat(role="Note-taker, Tolle", part="note-taker", of="tolle"),
    "tolle-council": Seat(role="Council of Tolle", part="principal", of="tolle"),
    "isles": Seat(role="Envoy of the Isles", part="supporter", of="isles"),
}
"""Eight seats."""
EXERCISE = Exercise(
    format="exercise/1",
    title="The Orve",
    briefing="A river, two banks.",
    seats=SEATS,
    meetings={
        "with-marn": SeatedMeeting(seats=("chair", "marn-head"), title="With Marn"),
        "plenary": SeatedMeeting(
            seats=("chair", "marn-head", "marn-adviser", "tolle-head", "tolle-scribe", "isles"),
            title="Plenary",
            after=("with-marn",),
        ),
    },
    phases={
        "reading": Phase(kind="preparation", minutes=10),
        "opening": Phase(kind="opening", minutes=15, meetings=("with-marn",)),
        "talks": Phase(kind="meeting", minutes=80, meetings=("plenary",)),
        "deadline": Phase(kind="deadline", minutes=15),
        "after": Phase(kind="debriefing", minutes=30),
    },
    mandates={"marn": {"ferry": MandateOn(may_accept=("marn",), must_refer=("both",))}},
    injections={
        "ice": Injection(text="The river freezes early.", source="Weather office", at=Moment(phase="talks", minute=20)),
        "letter": Injection(text="Fishers protest.", source="Press", to=("tolle-head",), when=Trigger(act="propose")),
    },
    points={
        "marn": points(
            40,
            {"ferry": ("tolle",)},
            ferry={"marn": 50, "both": 35, "tolle": 0},
            tolls={"none": 20, "low": 15, "high": 0},
            patrol={"apart": 0, "joint": 30},
        ),
        "tolle": points(
            30,
            ferry={"marn": 0, "both": 25, "tolle": 30},
            tolls={"none": 0, "low": 25, "high": 40},
            patrol={"apart": 0, "joint": 30},
        ),
    },
)
SETTING = Setting.of(TALKS, EXERCISE)

_NAMES = ("Arlen", "Brume", "Corvel", "Dunmere", "Elster", "Fenwick")
_MEETINGS = ("first", "second", "third", "fourth")


def drawn(seed: int) -> Setting:
    """A random exercise: two or three parties, one to five issues, seats of every part, all kinds of plans and mandates."""
    rng = np.random.default_rng([20, seed])
    parties = [name.lower() for name in _NAMES[: 2 + int(rng.random() < 0.3)]]
    talks = Talks(
        format="talks/1",
        title="Talks",
        parties={one: Party(name=one.title(), kind="region") for one in parties},
        third_parties={"quay": Party(name="Quay Office", kind="office"), "isles": Party(name="Isles", kind="union")},
        issues=_issues(rng),
    )
    return Setting.of(talks, _exercise(rng, talks))


def _issues(rng: np.random.Generator) -> dict[str, Issue]:
    return {
        f"issue-{n}": Issue(
            title=f"Question {n}", options={f"o{k}": f"answer {n}{k}" for k in range(int(rng.integers(2, 5)))}
        )
        for n in range(int(rng.integers(1, 6)))
    }


def _exercise(rng: np.random.Generator, talks: Talks) -> Exercise:
    seats = _seats(rng, tuple(talks.parties))
    meetings = _meetings(rng, seats)
    phases = _phases(rng, tuple(meetings))
    return Exercise(
        format="exercise/1",
        title="Exercise",
        briefing="Talks are held.",
        seats=seats,
        meetings=meetings,
        phases=phases,
        charter=Charter(partial=bool(rng.random() < 0.7), secret_meetings=bool(rng.random() < 0.3)),
        mandates={party: _mandate(rng, talks) for party in talks.parties if rng.random() < 0.6},
        injections=_injections(rng, phases),
        points={party: _points(rng, talks) for party in talks.parties},
        debriefing=("What would you do otherwise?",),
    )


def _seats(rng: np.random.Generator, parties: tuple[str, ...]) -> dict[str, Seat]:
    seats = {"chair": Seat(role="Chair", part="chair" if rng.random() < 0.8 else "mediator", of="quay")}
    for party in parties:
        seats[f"{party}-head"] = Seat(role=f"Head, {party}", part="head", of=party)
        for part in ("adviser", "note-taker", "principal"):
            if rng.random() < 0.6:
                seats[f"{party}-{part}"] = Seat(role=f"{part}, {party}", part=part, of=party)
    for other in ("mediator", "supporter", "press", "observer"):
        if rng.random() < 0.5:
            seats[other] = Seat(role=other, part=other, of=None if other == "press" else "isles")
    return seats


def _meetings(rng: np.random.Generator, seats: dict[str, Seat]) -> dict[str, SeatedMeeting]:
    found: dict[str, SeatedMeeting] = {}
    for name in _MEETINGS[: int(rng.integers(1, 5))]:
        kind = rng.random()
        sit = tuple(
            id_
            for id_, seat in seats.items()
            if seat.part != "principal"
            and (seat.part == "head" or (id_ == "chair" and kind < 0.7) or (kind < 0.5 and rng.random() < 0.8))
        )
        if kind >= 0.85:
            sit = ("chair", sit[0])
        found[name] = SeatedMeeting(seats=sit, after=tuple(found)[-1:] if rng.random() < 0.7 else ())
    return found


def _phases(rng: np.random.Generator, meetings: tuple[str, ...]) -> dict[str, Phase]:
    if rng.random() < 0.1:
        return {}
    named = rng.random() < 0.8
    cut = int(rng.integers(0, len(meetings) + 1))
    phases = {
        "opening": Phase(kind="opening", minutes=int(rng.integers(5, 30)), meetings=meetings[:cut] if named else ()),
        "meeting": Phase(kind="meeting", minutes=int(rng.integers(20, 90)), meetings=meetings[cut:] if named else ()),
    }
    if rng.random() < 0.5:
        phases = {"reading": Phase(kind="preparation", minutes=5), **phases}
    for kind in ("caucus", "drafting", "deadline", "debriefing"):
        if rng.random() < 0.5:
            phases[kind] = Phase(kind=kind, minutes=int(rng.integers(5, 20)))
    return phases


def _mandate(rng: np.random.Generator, talks: Talks) -> dict[str, MandateOn]:
    found = {}
    for id_, issue in talks.issues.items():
        options = list(issue.options)
        rng.shuffle(options)
        a, b = sorted(rng.integers(0, len(options) + 1, 2))
        if rng.random() < 0.7:
            found[id_] = MandateOn(may_accept=tuple(options[:a]), must_refer=tuple(options[a:b]))
    return found


def _injections(rng: np.random.Generator, phases: dict[str, Phase]) -> dict[str, Injection]:
    found = {"on-act": Injection(text="News.", source="Press", when=Trigger(act="refuse"))}
    for phase in phases:
        if rng.random() < 0.4:
            at = Moment(phase=phase, minute=int(rng.integers(0, 10)))
            found[f"in-{phase}"] = Injection(text="Word came.", source="Office", to=("chair",), at=at)
    return found


def _points(rng: np.random.Generator, talks: Talks) -> PartyPoints:
    own = {
        id_: {option: Fraction(int(rng.integers(0, 40))) for option in issue.options}
        for id_, issue in talks.issues.items()
    }
    # A red line is tempting: it is the option with the most points.
    red: dict[str, tuple[str, ...]] = {
        id_: (max(o, key=lambda one: o[one]),) for id_, o in own.items() if len(o) > 1 and rng.random() < 0.3
    }
    most = sum(sorted(options.values())[-1 - (id_ in red)] for id_, options in own.items())
    # At times nothing is good enough, at times everything is.
    return PartyPoints(points=own, no_deal=Fraction(int(most * rng.uniform(0.0, 0.9))), red_lines=red)
