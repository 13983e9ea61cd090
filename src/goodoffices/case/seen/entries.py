"""Rules on the entries of the talks: those kept from a reader, those that nothing makes which he sees."""

from dataclasses import replace
from typing import Any

from ...talks import RoleHeld, Signature, Sourced
from ..entries import Steps
from ..model import Case
from ..references import KINDS
from .given import side_of
from .mixed import bare, makers, narrowed
from .sift import sifted
from .view import View, claims_of, known


def own_readers(view: View, case: Case) -> Case:
    """An entry goes that its own readers keep from him, with all that is inside."""

    def judge(entry: Any, steps: Steps) -> Any:
        return entry if view.may(entry) else None

    return replace(case, talks=sifted(case.talks, judge))


def is_nameable(steps: Steps) -> bool:
    """Whether an entry at this place bears an id by which others name it: then it is seen where something seen does."""
    return len(steps) == 2 and steps[0] in KINDS


def unsourced(view: View, case: Case) -> Case:
    """What rests on no claim, and what nothing can name, is the team's own: it is seen by whom its readers name."""

    def judge(entry: Any, steps: Steps) -> Any:
        free = isinstance(entry, Sourced) and not entry.claims and not is_nameable(steps)
        return None if free and not view.is_widened(entry) else entry

    return replace(case, talks=sifted(case.talks, judge))


def made(view: View, case: Case) -> Case:
    """An entry of which he does not see every claim stays where one that he sees makes it, or where he is named.

    One that bears an id is left bare, for something that he sees may name it.
    """

    def judge(entry: Any, steps: Steps) -> Any:
        listed = claims_of(entry)
        seen = known(listed, case)
        if (len(seen) == len(listed) and not view.masked & {*listed}) or _is_widened(view, entry):
            return entry
        return entry if makers(entry, steps, seen) else bare(entry)

    return replace(case, talks=sifted(case.talks, judge))


def mixed(view: View, case: Case) -> Case:
    """Of an entry that rests also on what he may not read, or whose speaker is not named, there is what the claims give."""

    def judge(entry: Any, steps: Steps) -> Any:
        listed = claims_of(entry)
        seen = tuple(key for key in listed if key in case.claims)
        if seen == listed and not view.masked & {*listed}:
            return entry
        if _is_widened(view, entry):
            return widened(entry, seen)
        # The words around what somebody says who may not be named have his name.
        read = [replace(one, words="") if one.id in view.masked else one for one in known(seen, case)]
        return narrowed(entry, steps, read, case)

    return replace(case, talks=sifted(case.talks, judge))


def _is_widened(view: View, entry: Any) -> bool:
    """Whether he is shown the team's words: never those on a speaker who is not named to him."""
    return view.is_widened(entry) and not view.masked & {*claims_of(entry)}


def seats(view: View, case: Case) -> Case:
    """That a delegation sat in a meeting stands with the meeting and rests on the claims of the delegation."""
    teams = view.full.talks.delegations

    def sat(team: str, key: str) -> bool:
        listed = claims_of(teams[team]) if team in teams else ()
        seen, meeting = known(listed, case), claims_of(view.full.talks.meetings[key])
        whole = len(seen) == len(listed) and len(known(meeting, case)) == len(meeting)
        return whole or any(case.names.id(c.meeting or "") == key for c in seen)

    meetings = {
        key: meeting
        if view.is_widened(meeting)
        else replace(meeting, delegations=tuple(team for team in meeting.delegations if sat(team, key)))
        for key, meeting in case.talks.meetings.items()
    }
    return replace(case, talks=replace(case.talks, meetings=meetings))


def sides(view: View, case: Case) -> Case:
    """For whom somebody had a part or signed stands with his part, and may rest on what is told of him elsewhere."""

    def judge(entry: Any, steps: Steps) -> Any:
        if not isinstance(entry, RoleHeld | Signature) or entry.of is None or view.is_widened(entry):
            return entry
        told = {case.names.id(claim.for_party) for claim in known(entry.claims, case) if claim.for_party}
        told |= {str(claim.value) for claim in known(entry.claims, case) if claim.type == "delegation"}
        if entry.of in told or entry.of in (case.names.party_of(entry.who), side_of(case, entry.who)):
            return entry
        return replace(entry, of=None)

    return replace(case, talks=sifted(case.talks, judge))


def widened(entry: Any, seen: tuple[str, ...]) -> Any:
    """An entry that a person shows by name: whole, with the claims that are seen."""
    if not seen and isinstance(entry, Sourced):
        return replace(entry, claims=(), unsourced="shown by the team")
    return replace(entry, claims=seen)
