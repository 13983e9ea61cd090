"""What must hold between entries: options of their own issue, meetings in an order, positions that replace others."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from graphlib import CycleError, TopologicalSorter

from ..documents import Document, excerpt
from ..errors import Problem
from ..language.ids import ID
from ..record import Claim, Record, Source, family_of
from ..talks import VOICES, Day, Meeting, Preferences, Talks, without_doubt
from .entries import Steps, nodes
from .references import Ids
from .validate import nearest, problem, warning


def broken_rules(document: Document, talks: Talks) -> Iterator[Problem]:
    """A problem for each rule of the talks that is broken."""
    yield from foreign_options(document, talks, talks)
    yield from _link_options(document, talks)
    yield from _reversed_without_order(document, talks)
    yield from _endless_orders(document, talks)
    yield from _too_early(document, talks)
    yield from _same_as_itself(document, talks)
    yield from _superseded(document, talks)
    yield from _backward_spans(document, talks)


def foreign_options(document: Document, root: Talks | Preferences, talks: Talks) -> Iterator[Problem]:
    """Wherever an entry names an option, it is one of the issue that the entry names."""
    for node in nodes(root):
        option, issue = getattr(node.entry, "option", None), getattr(node.entry, "issue", None)
        if option is None:
            continue
        if issue is None:
            yield problem(
                document, (*node.steps, "option"), f"the option {excerpt(option)} of no issue", "an `issue` beside it"
            )
        elif issue in talks.issues:
            yield from unknown_option(document, talks, issue, option, (*node.steps, "option"))


def unknown_option(document: Document, talks: Talks, issue: str, option: str, steps: Steps) -> Iterator[Problem]:
    """A problem where an option is none of its issue."""
    known = talks.issues[issue].options
    if option not in known:
        expected = f"an option of {issue}: {', '.join(known)}"
        yield problem(document, steps, excerpt(option), expected, nearest=nearest(option, known))


def _link_options(document: Document, talks: Talks) -> Iterator[Problem]:
    for index, link in enumerate(talks.links):
        for key, side in (("if", link.if_), ("then", link.then)):
            for issue, options in side.items():
                for number, option in enumerate(options):
                    if issue in talks.issues:
                        yield from unknown_option(document, talks, issue, option, ("links", index, key, issue, number))


def _reversed_without_order(document: Document, talks: Talks) -> Iterator[Problem]:
    for key, issue in talks.issues.items():
        if issue.reversed_for and not issue.ordered:
            steps = ("issues", key, "reversed_for")
            yield problem(document, steps, "an order turned round where there is none", "`ordered: true` beside it")


def _endless_orders(document: Document, talks: Talks) -> Iterator[Problem]:
    for circle in circles({key: meeting.after for key, meeting in talks.meetings.items()}):
        yield problem(document, ("meetings", circle[0], "after"), told_circle(circle, "after"), "an order of meetings")


def circles(leads_to: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """The ways from an entry back to itself. Iterative: 2,000 meetings in a row must not exhaust the stack."""
    done: set[str] = set()
    for start in leads_to:
        path: dict[str, None] = {}
        stack = [(start, False)]
        while stack:
            key, leaving = stack.pop()
            if leaving:
                path.popitem()
                done.add(key)
            elif key in path:
                members = list(path)
                yield members[members.index(key) :]
            elif key not in done and key in leads_to:
                path[key] = None
                stack.append((key, True))
                stack.extend((one, False) for one in dict.fromkeys(leads_to[key]))


def told_circle(circle: list[str], word: str) -> str:
    """A circle in words; of a long one its beginning and its end."""
    whole = [*circle, circle[0]]
    return "a circle: " + f" {word} ".join(whole if len(whole) <= 6 else [*whole[:3], "…", *whole[-2:]])


def _too_early(document: Document, talks: Talks) -> Iterator[Problem]:
    """Meetings whose day lies before that of a meeting which they follow, directly or over meetings without a day."""
    meetings = talks.meetings
    try:
        order = list(TopologicalSorter({key: meeting.after for key, meeting in meetings.items()}).static_order())
    except CycleError:
        return  # told already
    not_before: dict[str, tuple[date, str]] = {}
    for key in order:
        if key not in meetings:
            continue  # told already, as an unknown id
        meeting = meetings[key]
        floors = [(*not_before[one], index) for index, one in enumerate(meeting.after) if one in not_before]
        if floors:
            floor, origin, index = max(floors)
            last = meeting.date.last
            if last is not None and last < floor:
                yield _late(document, key, meeting, index, f"{excerpt(origin)} of {meetings[origin].date}")
            else:
                not_before[key] = (floor, origin)
        first = meeting.date.first
        if first is not None and (key not in not_before or first > not_before[key][0]):
            not_before[key] = (first, key)


def _late(document: Document, key: str, meeting: Meeting, index: int, later: str) -> Problem:
    found = f"{later} before {excerpt(key)} of {meeting.date}"
    return problem(document, ("meetings", key, "after", index), found, "a meeting that took place earlier")


def _same_as_itself(document: Document, talks: Talks) -> Iterator[Problem]:
    for key, meeting in talks.meetings.items():
        if meeting.same_as is not None and meeting.same_as.meeting == key:
            steps = ("meetings", key, "same_as", "meeting")
            yield problem(document, steps, f"{excerpt(key)} itself", "another entry that tells of the same meeting")


def _superseded(document: Document, talks: Talks) -> Iterator[Problem]:
    positions = {p.id: p for p in talks.positions}
    replaced: dict[str, tuple[str, ...]] = {}
    for index, position in enumerate(talks.positions):
        earlier = positions.get(position.supersedes or "")
        if earlier is None:
            continue
        if (earlier.party, earlier.issue) == (position.party, position.issue):
            replaced[position.id] = (earlier.id,)
            continue
        found = f"{excerpt(earlier.id)} of {earlier.party} on {earlier.issue}"
        expected = "a position of the same party on the same issue"
        yield problem(document, ("positions", index, "supersedes"), found, expected)
    numbers = {position.id: index for index, position in enumerate(talks.positions)}
    for circle in circles(replaced):
        steps = ("positions", numbers[circle[0]], "supersedes")
        yield problem(document, steps, told_circle(circle, "replaces"), "an earlier position")


def _backward_spans(document: Document, talks: Talks) -> Iterator[Problem]:
    for node in nodes(talks):
        start, end = getattr(node.entry, "start", None), getattr(node.entry, "end", None)
        if isinstance(start, Day) and isinstance(end, Day) and start.first and end.last and end.last < start.first:
            yield problem(
                document, (*node.steps, "end"), f"{end}, before its start {start}", "a day on or after the start"
            )


def broken_claims(document: Document, talks: Talks, record: Record, ids: Ids) -> Iterator[Problem]:
    """A problem for each claim whose subject, speaker, day or option is none, and for each source out of place."""
    things = ids.things()
    for index, claim in enumerate(record.claims):
        yield from _claim(document, talks, claim, ("claims", index), things)
    sides = [*VOICES, *sorted(ids.of(("parties", "third_parties")))]
    for key, source in record.sources.items():
        yield from _source(document, source, ("sources", key), sides)
    origins = {key: (source.derived_from,) for key, source in record.sources.items() if source.derived_from}
    for circle in circles(origins):
        steps = ("sources", circle[0], "derived_from")
        yield problem(document, steps, told_circle(circle, "from"), "the source that it was taken from")


def _source(document: Document, source: Source, steps: Steps, sides: list[str]) -> Iterator[Problem]:
    if source.side not in sides:
        near = nearest(source.side, sides)
        yield problem(
            document, (*steps, "side"), excerpt(source.side), "press, mediator, team or an id of a party", nearest=near
        )
    if not source.printed.said and not source.entered_on.said:
        expected = "`printed` or `entered_on`: a source without a day is left out of every `--as-of`"
        yield warning(
            document, steps, "neither a day of print nor a day of entry", expected, kind="sources without a day"
        )


def unknown_slots(document: Document, record: Record, shown: Iterable[str]) -> Iterator[Problem]:
    """A warning for each finding on a slot that is not among those `shown`."""
    known = set(shown)
    for index, finding in enumerate(record.findings):
        if finding.slot not in known:
            found = f"{excerpt(finding.slot)}, a slot that compare does not show"
            expected = "a question that two or more witnesses answer"
            near = nearest(finding.slot, known)
            yield warning(
                document,
                ("findings", index, "slot"),
                found,
                expected,
                kind="findings on what is not shown",
                nearest=near,
            )


def _claim(document: Document, talks: Talks, claim: Claim, steps: Steps, things: set[str]) -> Iterator[Problem]:
    expected = "an id of talks.yaml, or words with a space or a capital letter"
    if ID.fullmatch(claim.subject) and claim.subject not in things:
        yield problem(
            document, (*steps, "subject"), excerpt(claim.subject), expected, nearest=nearest(claim.subject, things)
        )
    for number, speaker in enumerate(map(without_doubt, claim.attributed_to)):
        if ID.fullmatch(speaker) and speaker != "narrator" and speaker not in things:
            place = (*steps, "attributed_to", number)
            yield problem(document, place, excerpt(speaker), f"narrator, {expected}", nearest=nearest(speaker, things))
    if claim.issue in talks.issues and claim.option is not None:
        yield from unknown_option(document, talks, claim.issue, claim.option, (*steps, "option"))
    elif claim.option is not None and claim.issue is None:
        yield problem(
            document, (*steps, "option"), f"the option {excerpt(claim.option)} of no issue", "an `issue` beside it"
        )
    yield from _value(document, claim, (*steps, "value"), things)
    if claim.original is not None and not 0 <= claim.original.start < claim.original.end:
        found = f"no words from {claim.original.start} to {claim.original.end}"
        yield problem(document, (*steps, "original"), found, "a start from 0 and an end after it")


def _value(document: Document, claim: Claim, steps: Steps, things: set[str]) -> Iterator[Problem]:
    kind = family_of(claim.type, claim.predicate).kind
    if kind == "day":
        try:
            Day.parse(str(claim.value))
        except ValueError as error:
            yield problem(document, steps, excerpt(str(claim.value)), str(error))
    values = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    if kind in ("role", "actors", "sequence"):
        for value in values:
            if isinstance(value, str) and ID.fullmatch(value) and value not in things:
                yield problem(document, steps, excerpt(value), "an id of talks.yaml", nearest=nearest(value, things))
