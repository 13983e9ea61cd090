"""What must hold in exercise.yaml, so that a day can be held by it.

1.  The case is an exercise: `exercise: true` stands in its talks.yaml.
2.  A seat's id is short, its own, and no word that means something else: `trainer` is who runs the exercise.
3.  A seat says for whom it sits: heads, advisers, note-takers and principals for a party; chair, mediators and supporters for
    a third party; press and observers for whom they like.
4.  Every party has one head and at most one principal; there is one chair at most, and none but he leads mediators.
5.  A role bears no name of a person of the case.
6.  The programme's meetings seat seats of the exercise, each once, and no principal; those that come after others come after
    meetings of the programme, never in a circle.
7.  Phases take a minute at least and name meetings of the programme, each once, in their order; nothing comes after the debriefing.
8.  Mandates, points, red lines, priorities and reasons are a party's, of options and issues of the case; points name every option
    of every issue. What its delegation may accept by itself is no red line of a party.
9.  What a seat leaves behind where it stays empty it can leave only where it may: it is an adviser's, a note-taker's or a
    mediator's, never a principal's.
10. An injection waits for a moment within a phase or for an act, not both; it reaches seats of the exercise.
"""

import re
from collections.abc import Iterable, Iterator

from ..documents import Document, excerpt
from ..errors import Problem
from ..language.ids import ID
from ..talks import RESERVED, TRAINER, Exercise, Part, Seat, Talks
from .entries import Steps
from .exercise_day import LONGEST_PHASE, broken_day
from .rules import circles, told_circle, unknown_option
from .validate import nearest, problem, problem_at_key

EXERCISE = "exercise.yaml"
OF_A_PARTY: tuple[Part, ...] = ("head", "adviser", "note-taker", "principal")
OF_A_THIRD: tuple[Part, ...] = ("chair", "mediator", "supporter")
LEAVES: tuple[Part, ...] = ("adviser", "note-taker", "mediator")
"""Whose knowledge goes to the seat that leads them, where nobody takes theirs."""
_MOST_PEOPLE = 100
_TAKEN = RESERVED | {TRAINER, "all", "everybody", "packets", "plan"}
"""No ids of seats: they mean something of their own in a command, a link or the name of a file."""


def broken_exercise(document: Document, exercise: Exercise, talks: Talks) -> Iterator[Problem]:
    """A problem for each rule that an exercise breaks; ids of the case that do not exist are told elsewhere."""
    if not talks.exercise:
        expected = "`exercise: true` in talks.yaml: then EXERCISE stands on everything that is made of the case"
        yield problem(document, (), "an exercise of a case that does not say that it is one", expected)
    yield from _seats(document, exercise, talks)
    yield from _teams(document, exercise, talks)
    yield from _programme(document, exercise, talks)
    yield from _phases(document, exercise, talks)
    yield from _mandates(document, exercise, talks)
    yield from _points(document, exercise, talks)
    yield from _priorities(document, exercise, talks)
    yield from _reasons(document, exercise, talks)
    yield from _injections(document, exercise)
    yield from broken_day(document, exercise, talks)
    yield from _words(document, exercise)


def _seats(document: Document, exercise: Exercise, talks: Talks) -> Iterator[Problem]:
    names = _names(talks)
    for key, seat in exercise.seats.items():
        steps = ("seats", key)
        if not ID.fullmatch(key) or len(key) > 40:
            expected = "an id of at most 40 small letters, digits, and - . _"
            yield problem_at_key(document, steps, f"the seat {excerpt(key)}", expected)
        elif key in _TAKEN:
            yield problem_at_key(document, steps, f"the seat {excerpt(key)}", "another id: this word means something")
        yield from _whose(document, seat, steps, talks)
        yield from _people(document, seat, steps)
        yield from _left(document, seat, steps)
        if (name := _named(seat.role, names, talks)) is not None:
            expected = "a role without a person's name, such as `Head of delegation`"
            yield problem(document, (*steps, "role"), f"{excerpt(name)}, a person of the case", expected)


def _whose(document: Document, seat: Seat, steps: Steps, talks: Talks) -> Iterator[Problem]:
    sides = {"a party": talks.parties, "a third party": talks.third_parties}
    wanted = "a party" if seat.part in OF_A_PARTY else "a third party" if seat.part in OF_A_THIRD else None
    if wanted is None or (seat.of is not None and seat.of in sides[wanted]):
        return
    expected = f"`of` with {wanted}: {', '.join(sides[wanted]) or 'there is none'}"
    if seat.of is None:
        yield problem(document, steps, f"no `of` at a seat of the part {seat.part}", expected)
    elif seat.of in talks.parties or seat.of in talks.third_parties:
        yield problem(document, (*steps, "of"), f"{excerpt(seat.of)} for the part {seat.part}", expected)


def _people(document: Document, seat: Seat, steps: Steps) -> Iterator[Problem]:
    least, most = seat.people
    if not 0 <= least <= most <= _MOST_PEOPLE or most == 0:
        expected = f"[least, most]: from 0 on, at least one and at most {_MOST_PEOPLE}, the second no smaller"
        yield problem(document, (*steps, "people"), f"[{least}, {most}]", expected)


def _left(document: Document, seat: Seat, steps: Steps) -> Iterator[Problem]:
    if seat.if_empty and (seat.part not in LEAVES or seat.people[0] > 0):
        found = f"words for an empty seat at part {seat.part}, people {[*seat.people]}"
        expected = f"{', '.join(LEAVES)}, with `people` from 0: no other seat leaves anything"
        yield problem(document, (*steps, "if_empty"), found, expected)


def _names(talks: Talks) -> list[str]:
    """Names by which a person would be known: whole ones, and last words of them."""
    whole = {n for p in talks.people.values() for n in (p.name, *p.names.values(), *p.spellings) if n.strip()}
    return sorted(whole | {name.split()[-1] for name in whole}, key=lambda name: (-len(name), name))


def _named(role: str, names: Iterable[str], talks: Talks) -> str | None:
    """A person's name in a role; a party that is called as a person is (Washington) may stand there."""
    for party in (*talks.parties.values(), *talks.third_parties.values()):
        for known in (party.name, *party.names.values(), *party.spellings):
            role = role.replace(known, " ")
    return next((name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", role)), None)


def _teams(document: Document, exercise: Exercise, talks: Talks) -> Iterator[Problem]:
    by_part: dict[tuple[str, str | None], list[str]] = {}
    for key, seat in exercise.seats.items():
        by_part.setdefault((seat.part, seat.of if seat.part in OF_A_PARTY else None), []).append(key)
    for party in talks.parties:
        if ("head", party) not in by_part:
            yield problem(document, ("seats",), f"no head of {party}", f"a seat with `part: head` and `of: {party}`")
        for part in ("head", "principal"):
            for key in by_part.get((part, party), [])[1:]:
                found = f"a second {part} of {party}"
                yield problem(document, ("seats", key, "part"), found, "one: several people may take a seat together")
    for key in by_part.get(("chair", None), [])[1:]:
        yield problem(
            document, ("seats", key, "part"), "a second chair", "one chair; another of the team is `mediator`"
        )
    if ("chair", None) not in by_part and (others := by_part.get(("mediator", None))):
        yield problem(document, ("seats", others[0], "part"), "a mediator without a chair", "a seat with `part: chair`")


def _programme(document: Document, exercise: Exercise, talks: Talks) -> Iterator[Problem]:
    for key, held in exercise.meetings.items():
        steps = ("meetings", key)
        yield from _known_seats(document, exercise, held.seats, (*steps, "seats"))
        if not held.seats:
            yield problem(document, (*steps, "seats"), "nobody", "the seats that sit in it")
        for index, seat in enumerate(held.seats):
            if seat in exercise.seats and exercise.seats[seat].part == "principal":
                expected = "a seat that comes to meetings: a principal is asked from outside, on paper"
                yield problem(document, (*steps, "seats", index), f"the principal {excerpt(seat)}", expected)
        for index, earlier in enumerate(held.after or ()):
            if earlier not in exercise.meetings and earlier in talks.meetings:
                near = nearest(earlier, exercise.meetings)
                yield problem(
                    document, (*steps, "after", index), excerpt(earlier), "a meeting of the programme", nearest=near
                )
    order = {key: held.after or () for key, held in exercise.meetings.items()}
    for circle in circles(order):
        yield problem(document, ("meetings", circle[0], "after"), told_circle(circle, "after"), "an order of meetings")


def _known_seats(document: Document, exercise: Exercise, seats: Iterable[str], steps: Steps) -> Iterator[Problem]:
    before: set[str] = set()
    for index, seat in enumerate(seats):
        if seat not in exercise.seats:
            near = nearest(seat, exercise.seats)
            yield problem(document, (*steps, index), excerpt(seat), "an id of seats", nearest=near)
        elif seat in before:
            yield problem(document, (*steps, index), f"{excerpt(seat)} a second time", "each seat once")
        before.add(seat)


def _phases(document: Document, exercise: Exercise, talks: Talks) -> Iterator[Problem]:
    due: set[str] = set()
    closed = ""
    for key, phase in exercise.phases.items():
        steps = ("phases", key)
        if not 1 <= phase.minutes <= LONGEST_PHASE:
            expected = f"minutes from 1 to {LONGEST_PHASE}"
            yield problem(document, (*steps, "minutes"), f"the number {phase.minutes}", expected)
        for index, meeting in enumerate(phase.meetings):
            if meeting in talks.meetings:
                yield from _due(document, exercise, meeting, due, (*steps, "meetings", index))
            due.add(meeting)
        if closed:
            found = f"a phase after the debriefing {excerpt(closed)}"
            yield problem_at_key(document, steps, found, "the debriefing as the last phase")
        closed = closed or (key if phase.kind == "debriefing" else "")


def _due(document: Document, exercise: Exercise, meeting: str, due: set[str], steps: Steps) -> Iterator[Problem]:
    if meeting not in exercise.meetings:
        near = nearest(meeting, exercise.meetings)
        yield problem(document, steps, excerpt(meeting), "a meeting of the programme", nearest=near)
        return
    if meeting in due:
        yield problem(document, steps, f"{excerpt(meeting)} a second time", "each meeting once")
    if late := [one for one in exercise.meetings[meeting].after or () if one in exercise.meetings and one not in due]:
        found = f"{excerpt(meeting)} before {', '.join(map(excerpt, late))}, after which it comes"
        yield problem(document, steps, found, "the order of the programme")


def _mandates(document: Document, exercise: Exercise, talks: Talks) -> Iterator[Problem]:
    yield from _of_parties(document, "mandates", exercise.mandates, talks)
    for party, issues in exercise.mandates.items():
        for issue, mandate in issues.items():
            if issue not in talks.issues:
                yield _no_issue(document, issue, ("mandates", party, issue), talks, at_key=True)
            for name in ("may_accept", "must_refer"):
                steps = ("mandates", party, issue, name)
                for index, option in enumerate(getattr(mandate, name)):
                    if issue in talks.issues:
                        yield from unknown_option(document, talks, issue, option, (*steps, index))
                    if name == "must_refer" and option in mandate.may_accept:
                        found = f"{excerpt(option)}, which it may accept by itself"
                        yield problem(document, (*steps, index), found, "each option in one of the two lists")


def _points(document: Document, exercise: Exercise, talks: Talks) -> Iterator[Problem]:
    yield from _of_parties(document, "points", exercise.points, talks)
    for party, given in exercise.points.items():
        steps = ("points", party, "points")
        if lacking := [issue for issue in talks.issues if issue not in given.points]:
            yield problem(document, steps, f"no points for {', '.join(lacking)}", "points of every issue")
        for issue, points in given.points.items():
            if issue not in talks.issues:
                continue
            options = talks.issues[issue].options
            for option in points:
                if option not in options:
                    expected = f"an option of {issue}: {', '.join(options)}"
                    near = nearest(option, options)
                    yield problem_at_key(document, (*steps, issue, option), excerpt(option), expected, nearest=near)
            if missing := [excerpt(option) for option in options if option not in points]:
                found = f"no points for {', '.join(missing)}"
                yield problem(document, (*steps, issue), found, f"points of every option of {issue}")
        yield from _red_lines(document, exercise, talks, party)


def _red_lines(document: Document, exercise: Exercise, talks: Talks, party: str) -> Iterator[Problem]:
    for issue, options in exercise.points[party].red_lines.items():
        steps = ("points", party, "red_lines", issue)
        if issue not in talks.issues:
            continue
        mandate = exercise.mandates.get(party, {}).get(issue)
        for index, option in enumerate(options):
            yield from unknown_option(document, talks, issue, option, (*steps, index))
            if mandate is not None and option in mandate.may_accept:
                found = f"{excerpt(option)}, which its delegation may accept by itself"
                yield problem(document, (*steps, index), found, "an option that the mandate does not give away")


def _priorities(document: Document, exercise: Exercise, talks: Talks) -> Iterator[Problem]:
    yield from _of_parties(document, "priorities", exercise.priorities, talks)
    for party, issues in exercise.priorities.items():
        for index, issue in enumerate(issues):
            steps = ("priorities", party, index)
            if issue not in talks.issues:
                yield _no_issue(document, issue, steps, talks)
            elif issue in issues[:index]:
                yield problem(document, steps, f"{excerpt(issue)} a second time", "each issue once")


def _reasons(document: Document, exercise: Exercise, talks: Talks) -> Iterator[Problem]:
    yield from _of_parties(document, "reasons", exercise.reasons, talks)
    for party, given in exercise.reasons.items():
        for issue, words in given.items():
            steps = ("reasons", party, issue)
            if issue not in talks.issues:
                yield _no_issue(document, issue, steps, talks, at_key=True)
            elif not words.strip():
                yield problem(document, steps, "no words", "a sentence that the delegation may say, or no entry")


def _no_issue(document: Document, issue: str, steps: Steps, talks: Talks, *, at_key: bool = False) -> Problem:
    at = problem_at_key if at_key else problem
    return at(document, steps, excerpt(issue), "an id of issues", nearest=nearest(issue, talks.issues))


def _of_parties(document: Document, key: str, given: Iterable[str], talks: Talks) -> Iterator[Problem]:
    """What a side wants and may accept stands for the sides of the dispute; of others the sheet's words say it."""
    for party in given:
        if party in talks.third_parties:
            expected = f"an id of parties: {', '.join(talks.parties)}"
            yield problem_at_key(document, (key, party), f"the third party {excerpt(party)}", expected)


def _injections(document: Document, exercise: Exercise) -> Iterator[Problem]:
    for key, injection in exercise.injections.items():
        steps = ("injections", key)
        yield from _known_seats(document, exercise, injection.to, (*steps, "to"))
        if (injection.at is None) == (injection.when is None):
            found = "`at` and `when`" if injection.at is not None else "neither `at` nor `when`"
            yield problem(document, steps, found, "one of the two: a moment, or an act on which it waits")
        if injection.at is None:
            continue
        phase = exercise.phases.get(injection.at.phase)
        if phase is None:
            near = nearest(injection.at.phase, exercise.phases)
            yield problem(
                document, (*steps, "at", "phase"), excerpt(injection.at.phase), "an id of phases", nearest=near
            )
        elif not 0 <= injection.at.minute <= phase.minutes:
            expected = f"minutes from 0 to {phase.minutes}, as long as the phase {injection.at.phase} is"
            yield problem(document, (*steps, "at", "minute"), f"the number {injection.at.minute}", expected)


def _words(document: Document, exercise: Exercise) -> Iterator[Problem]:
    for name in ("title", "briefing"):
        if not getattr(exercise, name).strip():
            yield problem(document, (name,), "no words", "words that everybody reads")
