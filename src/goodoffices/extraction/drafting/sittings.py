"""The entries of the meetings: day, place, venue, format, who took part, what came before, and what else is told of them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import get_args

from ...record import Claim, fold
from ...talks import UNSAID, Absence, Day, Meeting, Remark, RoleHeld, SameAs
from ...talks.meetings import Format
from .account import one_line, values_of
from .meetings import Met
from .sheet import SAID, Sheet, ids

_FORMATS: dict[str, Format] = {fold(form): form for form in get_args(Format)}
_FIELDS = frozenset({"date", "place", "venue", "format", "parties", "before", "after"})
_REMARKS = {"precedence": "Said to be", "aim": "The aim", "lasted": "It lasted", "size": "Its size", "result": "Result"}


def meetings(
    sheet: Sheet, by: str, teams: Mapping[str, list[str]], roles: Mapping[str, list[RoleHeld]],
    absences: Mapping[str, list[Absence]],
) -> dict[str, Meeting]:  # fmt: skip
    """The entry of each meeting. `by`: the program that judges what may be the same; `teams`: the delegations of each."""
    told: dict[str, list[Claim]] = {key: [] for key in sheet.meetings}
    for claim in sheet.claims:
        for key in dict.fromkeys((claim.subject, claim.meeting, *map(str, values_of(claim)))):
            if key in told:
                told[str(key)].append(claim)
    days = {key: _day(claims, key) for key, claims in told.items()}
    after = _order(sheet, days)
    names = {met: key for key, met in sheet.meetings.items()}
    found: dict[str, Meeting] = {}
    for key, met in sheet.meetings.items():
        own = [c for c in told[key] if c.type == "meeting" and key in (c.subject, *values_of(c)) and c.modality in SAID]
        of_it = [c for c in own if c.subject == key]
        found[key] = Meeting(
            format=_format(of_it), participants=_participants(sheet, met), delegations=tuple(teams.get(key, ())),
            roles=tuple(roles.get(key, ())), absent=tuple(absences.get(key, ())), after=tuple(after.get(key, ())),
            date=days[key], place=_most(of_it, "place"), venue=_most(of_it, "venue"),
            same_as=_same_as(sheet, met, names, by), remarks=tuple(_remarks(told[key], key)),
            claims=ids([c for c in own if c.predicate in _FIELDS and _fits_the_table(c, met)] or own or told[key]),
        )  # fmt: skip
    return found


def _day(claims: list[Claim], key: str) -> Day:
    """The day told most often, of equal ones an exact one."""
    days = Counter(
        Day.parse(str(c.value)) for c in claims if c.predicate == "date" and c.subject == key and c.modality in SAID
    )
    return max(days, key=lambda day: (day.said, days[day], day.exact), default=UNSAID)


def _format(claims: list[Claim]) -> Format:
    return _FORMATS.get(fold(_most(claims, "format") or ""), "not said")


def _most(claims: list[Claim], predicate: str) -> str | None:
    """The value told most often, of equal ones the first."""
    values = Counter(str(claim.value) for claim in claims if claim.predicate == predicate)
    return max(values, key=lambda value: values[value], default=None)


def _participants(sheet: Sheet, met: Met) -> tuple[str, ...]:
    sides = (sheet.side_of.get(actor.id) for actor in met.parties)
    return tuple(dict.fromkeys(side for side in sides if side is not None))


def _fits_the_table(claim: Claim, met: Met) -> bool:
    """Whether a claim on who met fits those who are taken to have met."""
    known = {actor.id for actor in met.parties}
    return claim.predicate != "parties" or not known or len(known & set(map(str, values_of(claim)))) > 1


def _remarks(claims: list[Claim], key: str) -> Iterator[Remark]:
    """What has no field of its own, each remark once however many tell it."""
    alike: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        positive = claim.type == "outcome" and claim.predicate == "result" and not _no(claim)
        other = claim.type == "meeting" and claim.predicate not in _FIELDS
        said = claim.modality in SAID or (claim.predicate == "aim" and claim.modality == "aim")
        if claim.subject == key and said and (positive or other):
            alike.setdefault((claim.predicate, fold(str(claim.value))), []).append(claim)
    for (predicate, _), told in alike.items():
        words, value = _REMARKS.get(predicate, predicate.replace("_", " ").capitalize()), one_line(told[0].value)
        again = value.lower().startswith("aim") and predicate == "aim"
        yield Remark(text=value[:1].upper() + value[1:] if again else f"{words}: {value}", claims=ids(told))


def _no(claim: Claim) -> bool:
    return str(claim.value).lower().startswith(("no ", "none", "nothing", "without "))


def _same_as(sheet: Sheet, met: Met, names: Mapping[Met, str], by: str) -> SameAs | None:
    if met.like is None:
        return None
    day, other = met.day, met.like.day
    why = "both are told to be between the same parties"
    if day is None or other is None:
        why += ", and of one the day is not told" if day or other else ", and of neither is the day told"
    return SameAs(meeting=names[met.like], certainty="possible", by=by, why=why)


def _order(sheet: Sheet, days: Mapping[str, Day]) -> dict[str, list[str]]:
    """For each meeting those told to be earlier; what makes a circle or goes against the days is left out."""
    after: dict[str, list[str]] = {}
    for claim in sheet.said("meeting"):
        if claim.predicate not in ("before", "after"):
            continue
        for value in map(str, values_of(claim)):
            first, second = (claim.subject, value) if claim.predicate == "before" else (value, claim.subject)
            known = first in sheet.meetings and second in sheet.meetings
            if known and first not in after.get(second, ()) and _fits(first, second, after, days):
                after.setdefault(second, []).append(first)
    return after


def _fits(first: str, second: str, after: Mapping[str, list[str]], days: Mapping[str, Day]) -> bool:
    before = _reached(first, after)
    if second in before:
        return False
    later: dict[str, list[str]] = {}
    for key, earlier in after.items():
        for one in earlier:
            later.setdefault(one, []).append(key)
    floors = [day for key in before if (day := days[key].first) is not None]
    ceilings = [day for key in _reached(second, later) if (day := days[key].last) is not None]
    return max(floors, default=date.min) <= min(ceilings, default=date.max)


def _reached(start: str, leads_to: Mapping[str, list[str]]) -> set[str]:
    """The start and all that can be reached from it."""
    found, stack = {start}, [start]
    while stack:
        for key in leads_to.get(stack.pop(), ()):
            if key not in found:
                found.add(key)
                stack.append(key)
    return found
