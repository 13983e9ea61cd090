"""The page as an outline, so that every form of the brief prints it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ...case.minutes import Standing, sides_of, standing
from ...case.minutes_answers import BARE
from ...case.rights import Rights, allows
from ...talks import MARK, MinutesPoint, MinutesVersion
from ..cards import cards
from ..context import Context
from ..english import capital, counted, day, listed
from ..outline import Bullets, Cell, Line, Note, Outline, Section, Table
from ..shown import harmless_throughout
from .handed import handed

NO_ANSWER = "No answer."
_NO_POINTS = "The case holds no result, position or next step of this meeting that every side may read."
_LEGEND = "What a side says stands in its own words. No answer is neither a confirmation nor an objection."


@dataclass(frozen=True)
class Page:
    """What is printed: a version that was read back, or the points as the case has them now."""

    context: Context
    meeting: str
    points: tuple[MinutesPoint, ...]
    version: MinutesVersion | None = None
    newest: bool = True
    """Whether no later version stands."""

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """The parties at the meeting, a column each."""
        return sides_of(self.context.case.talks, self.meeting)

    @cached_property
    def said(self) -> Standing:
        """What stands of the answers, as far as every side may read it."""
        case = self.context.case
        if self.version is None:
            return {}
        rights = Rights.of(case.record, case.texts, case.anchors)
        found = standing(self.version, case.claims)
        return {
            key: reply for key, reply in found.items()
            if all(allows(case.talks.readers, side) and rights.reads(case.claims[reply.claim], side) for side in self.sides)
        }  # fmt: skip

    @cached_property
    def silent(self) -> tuple[str, ...]:
        """The sides that have not answered every point."""
        said = self.said
        return tuple(s for s in self.sides if any((s, p.number) not in said for p in self.points))


def minutes_outline(page: Page) -> Outline:
    """The minutes of one meeting."""
    case, sections = page.context.case, tuple(_sections(page))
    title = f"Minutes: {page.context.phrases.meeting(page.meeting)}"
    outline = Outline(
        case.name,
        title,
        _subtitle(page),
        sections,
        (),
        cards(case, page.context.phrases),
        tuple(_notices(page)),
        label=MARK if case.talks.exercise else "",
    )
    return harmless_throughout(handed(outline))


def _subtitle(page: Page) -> str:
    """The day, the place, who sat there, and who mediated."""
    phrases, held = page.context.phrases, page.context.case.talks.meetings[page.meeting]
    where = phrases.where(held)
    there = [key for key in phrases.participants(held) if key not in page.sides]
    helped = [role.who for role in held.roles if role.role in ("mediator", "facilitator", "chair", "host")]
    others = dict.fromkeys(phrases.side_of(key) or key for key in (*there, *helped))
    parts = [capital(", ".join(x for x in (day(held.date) if held.date.said else "", where) if x))]
    parts += [listed(map(phrases.name, page.sides))]
    parts += [f"Also there: {listed(map(phrases.name, others))}"] if others else []
    return ". ".join(filter(None, parts))


def _notices(page: Page) -> Iterator[str]:
    version, names = page.version, page.context.phrases.name
    stamp = page.context.case.talks.stamp
    yield f"For {listed(map(names, page.sides))}." + (f" {stamp}" if stamp else "")
    if version is None:
        yield "Notes: nothing was read back yet; the points are made from the case as it now stands."
        return
    closed = f", final since {day(version.final)}" if version.state == "final" else ""
    closed = f", confirmed on {day(version.confirmed)}{closed}" if version.confirmed.said else closed
    later = "" if page.newest else " A later version stands in its place."
    yield f"Version {version.version}, read back on {day(version.read_back)}{closed}.{later}"
    silent = f"Not every point is answered by {listed(map(names, page.silent))}" if page.silent else ""
    told = [silent or "Every side has answered", *(_objects(page, side) for side in page.sides)]
    yield f"{'. '.join(filter(None, told))}."


def _objects(page: Page, side: str) -> str:
    """`Lower Tavnis objects to points 3 and 4`; nothing where it objects to none."""
    numbers = sorted(n for (one, n), reply in page.said.items() if one == side and reply.says == "objects")
    points = f"{'point' if len(numbers) == 1 else 'points'} {listed(map(str, numbers))}"
    return f"{page.context.phrases.name(side)} objects to {points}" if numbers else ""


def _sections(page: Page) -> Iterator[Section]:
    if page.version is not None and page.version.changes:
        changes = Bullets(tuple(Line(change) for change in page.version.changes))
        yield Section("changed", f"What changed since version {page.version.version - 1}", (changes,))
    if page.points:
        yield Section("points", "Points", (_table(page),))
        yield Section("answers", "Answers", (_answers(page), Note(_LEGEND)))
    else:
        yield Section("points", "Points", (Note(_NO_POINTS),))


def _table(page: Page) -> Table:
    """One table, so that the columns of the sides stand under each other throughout."""
    head = ("Point", "Read back", *(capital(page.context.phrases.name(side)) for side in page.sides))
    return Table(head, tuple(_row(page, point) for point in page.points))


def _row(page: Page, point: MinutesPoint) -> tuple[Cell, ...]:
    claims = tuple(key for key in point.claims if key in page.context.shown)
    line = Line(point.text, claims, marks=page.context.lines.marks(claims))
    return (
        (Line(f"{point.number}. {point.kind.capitalize()}"),),
        (line,),
        *(_cell(page, side, point.number) for side in page.sides),
    )


def _cell(page: Page, side: str, number: int) -> Cell:
    reply = page.said.get((side, number))
    if reply is None:
        return (Line(NO_ANSWER if page.version is not None else ""),)
    marks = page.context.lines.marks((reply.claim,))
    said = words_of(page, reply.claim)
    return (Line(f"{reply.says.capitalize()}{f': “{said}”' if said else '.'}", (reply.claim,), marks=marks),)


def words_of(page: Page, claim: str) -> str:
    """The side's own words; nothing where it only confirms."""
    words = " ".join(page.context.case.claims[claim].words.split())
    return "" if words.casefold() in BARE else words


def _answers(page: Page) -> Bullets:
    """For each side how many points it confirms, objects to, and has not answered."""
    return Bullets(
        tuple(Line(f"{_counts(page, side)}.", lead=capital(page.context.phrases.name(side))) for side in page.sides)
    )


def _counts(page: Page, side: str) -> str:
    replies = [page.said.get((side, point.number)) for point in page.points]
    yes, no = (sum(r is not None and r.says == says for r in replies) for says in ("confirms", "objects"))
    parts = [f"confirms {counted(yes, 'point')}"] if yes else []
    parts += [f"objects to {counted(no, 'point')}"] if no else []
    left = [str(p.number) for p, r in zip(page.points, replies, strict=True) if r is None]
    if not parts:
        return "has not answered"
    return listed(parts) + (
        f"; has not answered {'point' if len(left) == 1 else 'points'} {listed(left)}" if left else ""
    )
