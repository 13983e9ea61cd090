"""`goodoffices minutes`."""

from dataclasses import dataclass
from pathlib import Path

import typer

from ..brief.context import Context
from ..brief.english import listed
from ..brief.forms import outline_bytes
from ..brief.minutes import (
    Page,
    Sides,
    changes_between,
    changes_told,
    minutes_data,
    minutes_outline,
    points_of,
    told_again,
)
from ..case import Case, read_case
from ..case.minutes import digest, sides_of, standing, unconfirmed, versions_of
from ..case.minutes_answers import Asked, form_text, read_answer
from ..case.write_minutes import add_version, set_state
from ..documents import json_text
from ..errors import UsageError
from ..talks import MARK, Day, MinutesPoint, MinutesVersion
from .failures import say
from .handing_out import hand_out
from .kept import write_keeping
from .minutes_answer import enter_answer
from .said import day_on, one_of

ENDINGS = (".html", ".pdf", ".docx", ".md")
SETTINGS = ("read-back", "confirmed", "final", "corrected")


@dataclass(frozen=True)
class Told:
    """The options as they were given."""

    meeting: str
    output: Path | None = None
    version: int | None = None
    form: str | None = None
    answer: tuple[str, Path] | None = None
    accept: bool = False
    by: str | None = None
    set_: str | None = None
    on: str | None = None


def run(folder: Path, told: Told, as_json: bool) -> None:
    """Print the minutes of a meeting, hand out a form, take in an answer, or set the state."""
    _refuse_at_once(told, as_json)
    case = read_case(folder)
    one_of("--meeting", told.meeting, case.talks.meetings, "a meeting")
    if not sides_of(case.talks, told.meeting):
        raise UsageError(f"--meeting: no party sat in {told.meeting}; minutes are read back to parties")
    if told.form is not None:
        _form(case, told)
        return
    if told.answer is not None:
        party = one_of("--answer", told.answer[0], sides_of(case.talks, told.meeting), "a party at the meeting")
        asked = _asked(case, told, party)
        enter_answer(case, asked, read_answer(told.answer[1], asked), told.by, day_on(told.on), accept=told.accept)
        case = read_case(folder)
    if told.set_ is not None:
        _set(case, told)
        case = read_case(folder)
    _show(case, told, as_json)


def _refuse_at_once(told: Told, as_json: bool) -> None:
    if told.output is not None and as_json:
        raise UsageError("--json prints and --output writes: choose one")
    wanted = (".yaml", ".yml") if told.form is not None else ENDINGS
    if told.output is not None and told.output.suffix.lower() not in wanted:
        raise UsageError(f"--output: found '{told.output.name}', expected a name that ends in {', '.join(wanted)}")
    given = [
        name
        for name, value in (("--form", told.form), ("--answer", told.answer), ("--set", told.set_))
        if value is not None
    ]
    if len(given) > 1:
        raise UsageError(f"found {' and '.join(given)}, expected one of them")
    if told.version is not None and given:
        raise UsageError(f"--version: found {given[0]} beside it; forms, answers and states are of the newest version")
    if told.set_ is not None:
        one_of("--set", told.set_, SETTINGS, "one of")
    if told.on is not None and told.set_ is None and told.answer is None:
        raise UsageError("--on: found neither --set nor --answer, of which it is the day")
    if told.accept and told.answer is None:
        raise UsageError("--accept: found no --answer, the claims of which it accepts")


def _newest(case: Case, told: Told) -> MinutesVersion:
    versions = versions_of(case.minutes, told.meeting)
    if not versions:
        raise UsageError(
            f"{told.meeting}: nothing was read back yet; --set read-back makes version 1, of which the words stand"
        )
    return versions[-1]


def _open_version(case: Case, told: Told) -> MinutesVersion:
    version = _newest(case, told)
    if version.state != "read back":
        raise UsageError(
            f"{told.meeting}: version {version.version} is {version.state} and takes no answer; --set corrected makes a new version"
        )
    return version


def _asked(case: Case, told: Told, party: str) -> Asked:
    version = _open_version(case, told)
    return Asked(told.meeting, version, party, told_again(Sides(Context.of(case), told.meeting), version.points))


def _form(case: Case, told: Told) -> None:
    party = one_of("--form", told.form or "", sides_of(case.talks, told.meeting), "a party at the meeting")
    context, asked = Context.of(case), _asked(case, told, party)
    mark = f"# {MARK}\n" if case.talks.exercise else ""
    text = mark + form_text(asked, (context.phrases.name(party), context.phrases.meeting(told.meeting)))
    if told.output is None:
        typer.echo(text, nl=False)
    else:
        say(write_keeping(told.output, text.encode(), None), err=False)


def _set(case: Case, told: Told) -> None:
    today = day_on(told.on)
    if told.set_ in ("read-back", "corrected"):
        add_version(case.folder, told.meeting, _new_version(case, told, today))
        return
    version, number = _newest(case, told), len(versions_of(case.minutes, told.meeting)) - 1
    if version.state == "final" or version.state == told.set_:
        raise UsageError(
            f"{told.meeting}: version {version.version} is {version.state} already; --set corrected makes a new version"
        )
    if today.first is not None and version.read_back.first is not None and today.first < version.read_back.first:
        raise UsageError(f"--on: found {today}, expected no day before {version.read_back}, on which it was read back")
    if told.set_ == "confirmed":
        _require_confirmed(case, told, version)
        set_state(case.folder, told.meeting, number, "confirmed", today)
    else:
        set_state(case.folder, told.meeting, number, "final", today)


def _require_confirmed(case: Case, told: Told, version: MinutesVersion) -> None:
    said = standing(version, case.claims)
    missing = unconfirmed(version, sides_of(case.talks, told.meeting), said)
    if missing:
        whom = dict.fromkeys((side, (side, n) in said) for side, n in missing)
        parts = [
            f"{side} {'objects to' if objects else 'has not answered'} "
            + ", ".join(str(n) for one, n in missing if one == side and ((one, n) in said) == objects)
            for side, objects in whom
        ]
        raise UsageError(
            f"--set confirmed: {'; '.join(parts)}. --set final closes the text as it is, with what each side says"
        )


def _new_version(case: Case, told: Told, today: Day) -> MinutesVersion:
    versions = versions_of(case.minutes, told.meeting)
    points = _points(case, told.meeting)
    if told.set_ == "read-back" and versions:
        raise UsageError(
            f"--set read-back: version {versions[-1].version} was read back; --set corrected makes a new version"
        )
    if told.set_ == "corrected":
        _newest(case, told)
    if not points:
        raise UsageError(
            f"{told.meeting}: there is no point that every side may read; see talks.yaml: outcome, positions, proposals"
        )
    changes = _changes(case, told.meeting, versions[-1].points, points) if versions else ()
    if versions and not changes:
        raise UsageError(
            f"--set corrected: the case tells what version {versions[-1].version} tells; correct it in talks.yaml first"
        )
    return MinutesVersion(
        version=len(versions) + 1,
        state="read back",
        read_back=today,
        sha256=digest(points),
        changes=changes,
        points=points,
    )


def _changes(case: Case, meeting: str, old: tuple[MinutesPoint, ...], new: tuple[MinutesPoint, ...]) -> tuple[str, ...]:
    """What changed, without the words of points that are not handed on any more."""
    return changes_told(Sides(Context.of(case), meeting), changes_between(old, new), [old])


def _points(case: Case, meeting: str) -> tuple[MinutesPoint, ...]:
    """The points as the case has them; what not every side may read is told to the team."""
    context = Context.of(case)
    found = points_of(context, meeting)
    for where, sides in found.kept_back:
        names = ", ".join(map(context.phrases.name, sides))
        say(
            f"Not in the minutes: talks.yaml, {where}, which {names} may not read; `readers` on it, naming every side, puts it in."
        )
    for where, sides in found.in_part:
        names = ", ".join(map(context.phrases.name, sides))
        say(f"Told in the words of what all may read: talks.yaml, {where}, of which {names} may not read all.")
    return found.all


def _show(case: Case, told: Told, as_json: bool) -> None:
    page = _page(case, told)
    _say_kept_since(page)
    outline = minutes_outline(page)
    if as_json:
        typer.echo(json_text(minutes_data(page, outline)))
        return
    target = told.output or Path(f"{case.stem}-minutes-{told.meeting}.html")
    hand_out(outline, target, outline_bytes(target.suffix.lower(), outline), given=told.output is not None)
    now = points_of(page.context, told.meeting).all if page.version is not None and page.newest else ()
    if page.version is not None and page.newest and changes_between(page.version.points, now):
        say("The case now tells it otherwise than the minutes do; --set corrected makes a new version.")
    _say_withheld(page)


def _page(case: Case, told: Told) -> Page:
    versions, context = versions_of(case.minutes, told.meeting), Context.of(case)
    if told.version is not None and not 0 < told.version <= len(versions):
        known = f"1 to {len(versions)}" if versions else "none: nothing was read back yet"
        raise UsageError(f"--version: found {told.version}, expected {known}")
    if not versions:
        return Page(context, told.meeting, _points(case, told.meeting))
    version = versions[(told.version or len(versions)) - 1]
    return Page(context, told.meeting, version.points, version, newest=version is versions[-1])


def _say_kept_since(page: Page) -> None:
    """That words which the sides have are left out of what is made now, before it is."""
    if page.version is not None and page.withheld:
        numbers = listed([str(n) for n in sorted(page.withheld)])
        say(
            f"Version {page.version.version}, point {numbers}: the sides have these words; since then not every side may read "
            "them, or not with the speaker's name. They are left out of what is made now; minutes.yaml keeps what was read back."
        )


def _say_withheld(page: Page) -> None:
    """That an answer is not printed, because a side may not read it."""
    if page.version is None:
        return
    for party, number in standing(page.version, page.context.case.claims).keys() - page.said.keys():
        say(f"Not in the minutes: what {party} answers to point {number}, which not every side may read.")
