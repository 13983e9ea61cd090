"""Rules on the entries of the talks: those kept from a reader, those that nothing makes which he sees."""

from dataclasses import replace
from typing import Any

from ...talks import Sourced
from ..entries import Steps
from ..kinds import kind_at
from ..model import Case
from ..references import KINDS
from .mixed import narrowed
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
    """An entry of which he does not see every claim stays where one that he sees makes it, or where he is named."""

    def judge(entry: Any, steps: Steps) -> Any:
        whole = all(key in case.claims for key in claims_of(entry))
        return entry if whole or view.is_widened(entry) or is_nameable(steps) or _is_made(entry, steps, case) else None

    return replace(case, talks=sifted(case.talks, judge))


def _is_made(entry: Any, steps: Steps, case: Case) -> bool:
    kind = kind_at(entry, steps)
    return kind is not None and any(kind.makes(claim) for claim in known(claims_of(entry), case))


def mixed(view: View, case: Case) -> Case:
    """Of an entry that rests also on what he may not read, or whose speaker is not named, there is what the claims give."""

    def judge(entry: Any, steps: Steps) -> Any:
        listed = claims_of(entry)
        seen = tuple(key for key in listed if key in case.claims)
        masked = bool(view.masked & {*listed})
        if seen == listed and not masked:
            return entry
        if view.is_widened(entry) and not masked:
            return widened(entry, seen)
        return narrowed(entry, steps, known(seen, case), case)

    return replace(case, talks=sifted(case.talks, judge))


def widened(entry: Any, seen: tuple[str, ...]) -> Any:
    """An entry that a person shows by name: whole, with the claims that are seen."""
    if not seen and isinstance(entry, Sourced):
        return replace(entry, claims=(), unsourced="shown by the team")
    return replace(entry, claims=seen)
