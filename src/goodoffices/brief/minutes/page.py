"""The page as an outline, so that every form of the brief prints it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ...case.minutes import Standing, standing, versions_of
from ...case.minutes_answers import BARE
from ...talks import MARK, MinutesPoint, MinutesVersion, Reply
from ..cards import cards
from ..context import Context
from ..english import capital, counted, day, listed
from ..outline import Bullets, Cell, Line, Note, Outline, Section, Table
from ..shown import harmless_throughout
from .handed import handed
from .sides import Sides
from .withheld import changes_told, told_again, withheld

NO_ANSWER = "No answer."
_NO_POINTS = "The case holds no result, position or next step of this meeting that every side may read."
_LEGEND = "What a side says stands in its own words. No answer is neither a confirmation nor an objection."


@dataclass(frozen=True)
class Page:
    """What is printed: a version that was read back, or the points as the case has them now.

    All but the list of the sides comes of what all of them may read (`shared`).
    """

    context: Context
    """Of the case as the team has it."""
    meeting: str
    given: tuple[MinutesPoint, ...]
    """Its points: as they were read back, or as they are now."""
    version: MinutesVersion | None = None
    newest: bool = True
    """Whether no later version stands."""

    @cached_property
    def points(self) -> tuple[MinutesPoint, ...]:
        """The points as they are handed on today."""
        return told_again(self.group, self.given) if self.version is not None else self.given

    @cached_property
    def changes(self) -> tuple[str, ...]:
        """What changed since the version before, as it is handed on today."""
        held = versions_of(self.context.case.minutes, self.meeting)
        said = self.version.changes if self.version is not None else ()
        return changes_told(self.group, said, [one.points for one in held])

    @cached_property
    def withheld(self) -> frozenset[int]:
        """The numbers of points of which the words are not handed on any more, nor those of answers to them."""
        return withheld(self.group, self.version.points) if self.version is not None else frozenset()

    @cached_property
    def group(self) -> Sides:
        """Who gets the page."""
        return Sides(self.context, self.meeting)

    @property
    def shared(self) -> Context:
        """The case as all who get the page may read it."""
        return self.group.shared

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """The parties at the meeting, a column each."""
        return self.group.all

    @cached_property
    def said(self) -> Standing:
        """What stands of the answers, as far as every side may read it."""
        if self.version is None:
            return {}
        known = self.context.case.claims
        found = standing(self.version, known)
        return {key: one for key, one in found.items() if self.group.rights.reads(known[one.claim], self.sides)}

    @cached_property
    def silent(self) -> tuple[str, ...]:
        """The sides that have not answered every point."""
        said = self.said
        return tuple(s for s in self.sides if any((s, p.number) not in said for p in self.points))


def minutes_outline(page: Page) -> Outline:
    """The minutes of one meeting."""
    case, sections = page.shared.case, tuple(_sections(page))
    title = f"Minutes: {page.shared.phrases.meeting(page.meeting)}"
    outline = Outline(
        case.name,
        title,
        _subtitle(page),
        sections,
        (),
        cards(case, page.shared.phrases),
        tuple(_notices(page)),
        label=MARK if case.talks.exercise else "",
    )
    return harmless_throughout(handed(outline))


def _subtitle(page: Page) -> str:
    """The day, the place, who sat there, and who mediated."""
    phrases, held = page.shared.phrases, page.shared.case.talks.meetings[page.meeting]
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
    if page.version is not None and page.changes:
        changes = Bullets(tuple(Line(change) for change in page.changes))
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
    claims = tuple(key for key in point.claims if key in page.shared.shown)
    line = Line(point.text, claims, marks=page.shared.lines.marks(claims))
    return (
        (Line(f"{point.number}. {point.kind.capitalize()}"),),
        (line,),
        *(_cell(page, side, point.number) for side in page.sides),
    )


def _cell(page: Page, side: str, number: int) -> Cell:
    reply = page.said.get((side, number))
    if reply is None:
        return (Line(NO_ANSWER if page.version is not None else ""),)
    said = words_of(page, reply)
    claims = (reply.claim,) if reply.claim in page.shared.shown else ()
    marks = page.shared.lines.marks(claims)
    return (Line(f"{reply.says.capitalize()}{f': “{said}”' if said else '.'}", claims, marks=marks),)


def words_of(page: Page, reply: Reply) -> str:
    """The side's own words; nothing where it only confirms, or where they answer words that are not handed on any more."""
    if reply.point in page.withheld or reply.claim not in page.shared.case.claims:
        return ""
    words = " ".join(page.shared.case.claims[reply.claim].words.split())
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
