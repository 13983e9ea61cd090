"""A case as it could be known on a day, and as somebody may read it: everything that is made for people is made from this.

    seen(case, day, reader)                 the case, for the team under its own ids, for others numbered anew
    seen_twice(case, since, day, reader)    two states of it, under the same numbers
    for_whom(case), label(case)             for whom it is; and with that it is an exercise, and the stamp

What nobody may read is not computed with: no count, no order, no comparison, no silence comes from it. Read `rules.py` first.
"""

from dataclasses import replace
from datetime import date

from ...talks import EVERYBODY, MARK
from ..model import Case
from ..rights import TEAM, is_kept_from_nobody
from .attribution import names_nobody
from .by_day import known_by, known_on, settled
from .numbering import Numbers, numbered
from .rules import THE_TEAM_S_OWN, shown
from .view import View

__all__ = ["for_whom", "is_public", "known_on", "label", "names_nobody", "seen", "seen_twice", "settled"]


def seen(case: Case, day: date | None = None, reader: str = TEAM) -> Case:
    """The case as of a day (None: as it is) and as a reader sees it: `team`, `public`, the id of a party or third party."""
    if reader == TEAM:
        return case if day is None else known_by(case, day)
    found = _for(case, day, reader)
    return numbered(found, Numbers.of(found))


def seen_twice(case: Case, since: date, day: date | None = None, reader: str = TEAM) -> tuple[Case, Case]:
    """The case as of two days, the earlier first, so that what changed between them can be told."""
    if reader == TEAM:
        return known_by(case, since), seen(case, day)
    before, now = (_for(case, when, reader) for when in (since, day))
    numbers = Numbers.of(now, before)
    return numbered(before, numbers), numbered(now, numbers)


def _shown(view: View, day: date | None) -> Case:
    """As of a day, which is told by what he reads alone: what is hidden from him makes nothing known, on any day."""
    whole = shown(view)
    if day is None:
        return whole
    read = {claim.id for claim in whole.record.claims}
    unread = [claim.id for claim in view.full.record.claims if claim.id not in read]
    return shown(view, known_by(view.full, day, view.reader, unread))


def _for(case: Case, day: date | None, reader: str) -> Case:
    named = {**case.talks.third_parties, **case.talks.parties}.get(reader)
    line = "For everybody" if reader == EVERYBODY else f"For {named.name if named else reader}"
    return replace(_shown(View(case, reader), day), audience=line)


def is_public(case: Case) -> bool:
    """Whether everybody may read all of a case: nothing is kept from anybody, and nothing in it is the team's own."""
    view = View(case, EVERYBODY)
    return is_kept_from_nobody(case) and all(keep(view, case) == case for keep in THE_TEAM_S_OWN)


def label(case: Case) -> str:
    """What stands on each page: that it is an exercise, for whom it is, and the line that the team has chosen (`stamp`)."""
    mark = MARK if case.talks.exercise else ""
    return " · ".join(line for line in (mark, for_whom(case), case.talks.stamp or "") if line)


def for_whom(case: Case) -> str:
    """The line that says for whom the case is; none where everybody may read all of it."""
    return case.audience or ("" if is_public(case) else "For the team only")
