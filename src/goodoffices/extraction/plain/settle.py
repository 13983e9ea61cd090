"""What no single sentence says: the place of the dateline, the parties from those who lead the delegations, who `both sides` are."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ...record.claim import Modality
from ..mentions.lists import capitals, demonym
from .draft import Draft
from .scene import Scene
from .story import Story
from .telling import clause, held, is_where, wished
from .when import MET, NOUN, about, fragment

_ROLES = frozenset({"heads", "represents", "member_of"})
_DATELINE = re.compile(
    r"^[ \t]*(?P<town>[^\W\d_a-z][\w’'.-]*(?: [^\W\d_a-z][\w’'.-]*){0,3})(?:, [^\W\d_a-z][\w’' -]{2,30})?(?:, | \()(?=\d|\w{3,9}\.? \d|[^\n()]{2,40}\) ?(?:—|–|-))",
    re.M,
)
_MINUTES = re.compile(
    r"\b(?:[Ss]ession|[Mm]eeting|[Rr]ound|[Cc]onsultations?|[Tt]alks|[Cc]onference|[Hh]eld)(?: of (?:the )?[^,.;\n]{2,60})?,? (?:in |at )?"
    r"(?P<town>[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,2})(?:, (?:the )?(?P<house>[^\W\d_a-z][^,.;\d\n]{3,60}))?,? (?:on )?(?:\w{3,6}day,? )?(?=\d)"
)
_CAPITAL = re.compile(r"\b(?:in|on the edge of|outside|to) the (?P<who>[^\W\d_a-z]\w+) capital\b")
HEAD = 400
"""Characters at the head of a text in which its dateline is looked for."""


def sides(story: Story, found: Sequence[Draft]) -> None:
    """Whom `both sides` means: those who met, else the parties of the delegations, else the two that are named most."""
    if story.sides:
        return
    third = {d.subject for d in found if d.type == "mediation"}
    named = _delegated(found, third)
    if 2 <= len(named) <= 4:
        story.sides = named
        return
    counts = Counter(
        m.name
        for scene in story.scenes
        if not scene.sentence.heading
        for m in scene.mentions
        if m.kind in "CG" and m.name not in third
    )
    most = counts.most_common(3)
    if len(most) >= 2 and (len(most) == 2 or most[1][1] > most[2][1]):
        story.sides = [name for name, _ in most[:2]]


def _delegated(found: Sequence[Draft], third: set[str]) -> list[str]:
    told = [
        str(d.value) for d in found
        if d.type == "delegation" and d.predicate in _ROLES and d.modality == "asserted" and d.rule != "represents.post"
    ]  # fmt: skip
    return [name for name in dict.fromkeys(told) if name not in third]


def settle(story: Story, found: Sequence[Draft]) -> Iterator[Draft]:
    """Town, day and parties of the main meeting where no sentence gives them."""
    told = {d.predicate for d in found if d.type == "meeting" and d.subject == "M1"}
    if "parties" not in told and _somebody_met(story, found):
        yield from _parties(story)
    taken = [d for d in found if d.type == "meeting" and d.subject != "M1"]
    if "place" not in told:
        yield from _left(_town(story), taken)
    if "venue" not in told:
        yield from _left(_house(story), taken)
    if "date" not in told:
        yield from _left(_day(story), taken)


def _left(found: Iterator[Draft], taken: Sequence[Draft]) -> Iterator[Draft]:
    """What no sentence gives to another meeting: the day of one that is to come is not that of the main one, too."""
    for one in found:
        if not any(d.predicate == one.predicate and d.start < one.end and one.start < d.end for d in taken):
            yield one


def _house(story: Story) -> Iterator[Draft]:
    """`Meeting of the Board, Halden, House of Boats, 3 June 2030`."""
    match = _MINUTES.search(story.text[:HEAD])
    if match and match["house"]:
        yield Draft("meeting", "M1", "venue", match["house"], *match.span("house"), "venue.minutes")


_MEET = re.compile(rf"\b(?:{NOUN}|{MET})\b", re.I)


def _somebody_met(story: Story, found: Sequence[Draft]) -> bool:
    """Whether any words say that a meeting was held: a wish for one, or a position alone, tells of none."""
    if any(d.type in ("delegation", "mediation", "signature", "attendance", "absence") for d in found):
        return True
    return any(_tells(scene) for scene in story.scenes)


def _tells(scene: Scene) -> bool:
    return any(
        held(clause(scene.masked, *match.span())) in ("asserted", "hedged") and not wished(scene.masked, match.start())
        for match in _MEET.finditer(scene.masked)
    )


def _parties(story: Story) -> Iterator[Draft]:
    """Anchored where all of them are first named together."""
    wanted = set(story.sides)
    if len(wanted) < 2:
        return
    for scene in story.scenes:
        near = [m for m in scene.mentions if m.kind in "CGAP" and (m.name in wanted or story.party_of(m) in wanted)]
        near = [m for m in near if not is_where(story.text, m.start)]
        if {m.name if m.name in wanted else story.party_of(m) for m in near} >= wanted and not scene.sentence.heading:
            start, end = min(m.start for m in near), max(m.end for m in near)
            yield Draft("meeting", "M1", "parties", tuple(story.sides), start, end, "parties.settled")
            return


def _town(story: Story) -> Iterator[Draft]:
    match = _DATELINE.search(story.text[:HEAD]) or _MINUTES.search(story.text[:HEAD])
    capital = next((m for m in _CAPITAL.finditer(story.text) if demonym(m["who"])), None)
    if capital is not None:
        country = demonym(capital["who"])
        town = next((town for town, land in capitals().items() if land == country), None)
        if town:
            name = town.title() if match is None or match["town"].lower() != town else _print(match["town"])
            yield Draft("meeting", "M1", "place", name, *capital.span(), "place.capital")
            return
    if match is not None:
        yield Draft("meeting", "M1", "place", _print(match["town"]), *match.span("town"), "place.dateline")
        return
    for scene in story.scenes[:2]:
        towns = [m for m in scene.mentions if m.kind == "L"]
        if towns and not scene.sentence.heading:
            yield Draft("meeting", "M1", "place", towns[0].name, towns[0].start, towns[0].end, "place.first")
            return


def _print(town: str) -> str:
    return town.title() if town.isupper() else town


def _day(story: Story) -> Iterator[Draft]:
    """The first day of the head, where its own words are a heading or speak of a meeting: a truce has its day, too."""
    printed = story.printed.start if story.printed else -1
    for scene in story.scenes:
        if scene.sentence.start >= HEAD:
            return
        for day in sorted(
            (m for m in scene.mentions if m.kind == "D" and len(m.name) == len("2030-06-03")), key=lambda m: m.start
        ):
            if day.start != printed and day.start < HEAD and (fragment(scene) or about(scene)):
                mood = held(clause(scene.masked, scene.place_of(day.start), scene.place_of(day.start) + 1))
                told: Modality = "future" if mood == "future" else "asserted"
                yield Draft("meeting", "M1", "date", day.name, day.start, day.end, "date.dateline", told)
                return
