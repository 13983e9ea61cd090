"""The minutes of a case: the standing version, what each side has answered to it, and what must hold of the file.

1. From the day it is read back no word of a version changes: `sha256` proves it. A correction is a new version.
2. Of several answers of one side to one point the last stands. An answer whose claim was rejected is none.
3. Confirmed is what every side at the meeting has confirmed, point by point.
"""

import json
from collections.abc import Iterable, Iterator, Mapping

from ..documents import Document, sha256_of
from ..errors import Problem
from ..record import Claim, Record
from ..talks import Minutes, MinutesPoint, MinutesVersion, Reply, Talks
from .entries import Steps
from .validate import problem, warning

Standing = Mapping[tuple[str, int], Reply]
"""By party and number of the point."""


def digest(points: Iterable[MinutesPoint]) -> str:
    """The SHA-256 of what was read back: number, kind and words of each point."""
    return sha256_of(json.dumps([[p.number, p.kind, p.text] for p in points], ensure_ascii=False).encode())


def sides_of(talks: Talks, meeting: str) -> tuple[str, ...]:
    """The parties that sat in a meeting, in the alphabetical order of their names."""
    held = talks.meetings[meeting]
    there = {*held.participants, *(talks.delegations[key].of for key in held.delegations if key in talks.delegations)}
    return tuple(sorted(there & {*talks.parties}, key=lambda key: (talks.parties[key].name.casefold(), key)))


def versions_of(minutes: Minutes | None, meeting: str) -> tuple[MinutesVersion, ...]:
    """The versions of a meeting's minutes, the oldest first; none where nothing was read back."""
    return minutes.meetings.get(meeting, ()) if minutes is not None else ()


def standing(version: MinutesVersion, claims: Mapping[str, Claim]) -> Standing:
    """What stands of the answers to a version."""
    return {
        (answer.party, reply.point): reply
        for answer in version.answers
        for reply in answer.replies
        if reply.claim in claims and claims[reply.claim].status != "rejected"
    }


def unconfirmed(version: MinutesVersion, sides: Iterable[str], said: Standing) -> list[tuple[str, int]]:
    """The sides and points that stand in the way of confirming: no answer, or an objection."""
    return [
        (side, point.number)
        for side in sides
        for point in version.points
        if (reply := said.get((side, point.number))) is None or reply.says != "confirms"
    ]


def broken_minutes(document: Document, minutes: Minutes, talks: Talks, record: Record) -> Iterator[Problem]:
    """A problem for each version whose words were changed, whose numbers have gaps, or that is confirmed though it is not."""
    claims = {claim.id: claim for claim in record.claims}
    for meeting, versions in minutes.meetings.items():
        for index, version in enumerate(versions):
            steps: Steps = ("meetings", meeting, index)
            yield from _numbers(document, steps, version, index + 1)
            yield from _replies(document, steps, version, record, claims)
            if version.sha256 != digest(version.points):
                expected = (
                    "the words as they were read back: restore them; `minutes --set corrected` makes a new version"
                )
                yield problem(document, (*steps, "sha256"), "points that are not those that were read back", expected)
            if version.state == "confirmed" and meeting in talks.meetings:
                yield from _confirmed(document, steps, version, sides_of(talks, meeting), claims)


def _numbers(document: Document, steps: Steps, version: MinutesVersion, number: int) -> Iterator[Problem]:
    if version.version != number:
        yield problem(document, (*steps, "version"), f"version {version.version}", f"{number}: versions have no gaps")
    for place, point in enumerate(version.points):
        if point.number != place + 1:
            expected = f"{place + 1}: points are numbered from 1 in their order"
            yield problem(document, (*steps, "points", place, "number"), f"point {point.number}", expected)


def _replies(
    document: Document, steps: Steps, version: MinutesVersion, record: Record, claims: Mapping[str, Claim]
) -> Iterator[Problem]:
    for index, answer in enumerate(version.answers):
        at = (*steps, "answers", index)
        if (source := record.sources.get(answer.source)) is not None and source.side != answer.party:
            yield problem(document, (*at, "source"), f"a source of {source.side}", f"one with `side: {answer.party}`")
        for place, reply in enumerate(answer.replies):
            here = (*at, "replies", place)
            if not 0 < reply.point <= len(version.points):
                yield problem(document, (*here, "point"), f"point {reply.point}", f"1 to {len(version.points)}")
            if reply.claim in claims and claims[reply.claim].source != answer.source:
                yield problem(
                    document, (*here, "claim"), f"a claim of {claims[reply.claim].source}", f"one of {answer.source}"
                )


def _confirmed(
    document: Document, steps: Steps, version: MinutesVersion, sides: Iterable[str], claims: Mapping[str, Claim]
) -> Iterator[Problem]:
    if missing := unconfirmed(version, sides, standing(version, claims)):
        told = ", ".join(f"{side} on {number}" for side, number in missing)
        # Only a warning: whoever rejects the claim of an answer must not find the whole case refused.
        found, expected = f"confirmed, without {told}", "each side's confirmation of each point"
        yield warning(document, (*steps, "state"), found, expected, kind="minutes that not every side has confirmed")
