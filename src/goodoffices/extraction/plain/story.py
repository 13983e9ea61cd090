"""A whole text taken apart: sentences, days, names, who is meant by `he` and by `the delegation`. The rules read this."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ...language.days.printed import day_of_print, own_day
from ...language.days.reading import Dated, days
from ...language.folding import fold
from ...language.sentences import Sentence
from ..mentions.casting import cast_of
from ..mentions.homes import at_home
from ..mentions.lists import adjective_of, same_country
from ..mentions.names import Cast, Mention, Person
from ..mentions.words import OFFICES
from ..roster.lexicon import CALLED, KINDS
from ..roster.reading import Roster, read_roster
from ..roster.seen import Seen
from ..roster.side import NOTHING, Said, Side
from .scene import Scene, rule

NOBODY_SEEN = Seen()


@dataclass(slots=True)
class Story:
    """What the rules read."""

    text: str
    own: date | None
    cast: Cast
    scenes: list[Scene]
    days: list[Dated]
    sides: list[str] = field(default_factory=list)
    """The parties of the main meeting."""
    meetings: int = 1
    earlier: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Meetings that were held before the main one, and where that is told."""
    later: set[str] = field(default_factory=set)
    """Meetings that are still to come."""

    body: str = ""
    first: dict[str, int] = field(default_factory=dict)
    """Where each person is named first: `the minister` of a sentence before is somebody else, or nobody who is named."""
    printed: Dated | None = None
    """The day of print, where the head states it: it is no day of a meeting."""
    who: Seen = NOBODY_SEEN
    """Who talks, and who helps, by the names of the cast."""

    def new_meeting(self) -> str:
        """The id of one more meeting."""
        self.meetings += 1
        return f"M{self.meetings}"

    def body_meeting(self) -> str:
        """The meeting, still to come, of a body that the talks set up: one for the whole text."""
        if not self.body:
            self.body = next(iter(sorted(self.later)), "") or self.new_meeting()
            self.later.add(self.body)
        return self.body

    def party_of(self, mention: Mention) -> str | None:
        """The party for which somebody speaks."""
        if mention.kind in "CGA":
            return mention.name
        person = self.cast.people.get(mention.name)
        return mention.party or (person.party if person else None)


_TOP = 600
"""Characters at the head of a report among which its day of print is looked for."""


def read(text: str, said: Said = NOTHING) -> Story:
    """Take a text apart; `said`: who talks as far as a person says it."""
    found = _with_own_day(text, read_roster(text, said))
    who, cast, mentions = _who(text, found)
    scenes = _scenes(found, mentions)
    story = Story(text, found.own, cast, scenes, list(found.dated), who=who, printed=day_of_print(text[:_TOP]))
    if len(who.parties) > 1:
        story.sides = [side.name for side in who.parties]
    for scene in scenes:
        for mention in scene.mentions:
            if mention.kind == "P":
                story.first.setdefault(mention.name, mention.start)
    _rulers(story)
    _groups(story, _speaks(story), _writes(story))
    _owners(story)
    return story


def _with_own_day(text: str, found: Roster) -> Roster:
    """The roster with the days as they are read from the lines by which a cable begins, where its first ones name none."""
    own = own_day(text) if found.own is None else None
    if own is None:
        return found
    dated, starts = days(text, own), [part.start for part in found.parts]
    table: dict[int, list[Dated]] = {}
    for day in dated:
        table.setdefault(max(0, bisect_right(starts, day.start) - 1), []).append(day)
    return replace(found, own=own, dated=tuple(dated), by_sentence=table)


def _scenes(found: Roster, mentions: Mapping[int, list[Mention]]) -> list[Scene]:
    scenes = []
    for part in found.parts:
        here = list(mentions.get(part.number, ()))
        here += [Mention("D", d.start, d.end, d.day) for d in found.by_sentence.get(part.number, [])]
        scene = Scene(part, _apart(here))
        scene.mask()
        scenes.append(scene)
    return scenes


def _who(text: str, found: Roster) -> tuple[Seen, Cast, dict[int, list[Mention]]]:
    """Who talks, and the cast that knows it: people are told from the words first, then the sides, then all once more."""
    who = found.seen
    own = {side.name: _own(side, found.cast) for side in who.sides if not side.person}
    names = {
        name: own[side.name] for side in who.sides if side.name in own for name in side.names if _is_own(name, side)
    }
    if _taken_for_others(found) or _missed(text, found, names):
        cast, mentions = cast_of(text, found.parts, found.by_sentence, names)
    else:
        cast, mentions = found.cast.copy(), {number: list(some) for number, some in found.table.items()}
        cast.parties.update({same_country(name): bearer for name, bearer in names.items()})
    who = who.under(own)
    _enter_sides(text, found.parts, who, mentions)
    return who, cast, {number: at_home(text, here, cast) for number, here in mentions.items()}


def _taken_for_others(found: Roster) -> bool:
    """Whether the words alone took a side for a person or a house: then all is told once more, knowing the sides."""
    starts = [part.start for part in found.parts]
    for one in found.seen.named:
        here = found.table.get(bisect_right(starts, one.start) - 1, ())
        if not one.agent and any(m.kind in "PV" and m.start < one.end and one.start < m.end for m in here):
            return True
    return False


def _missed(text: str, found: Roster, names: Mapping[str, str]) -> bool:
    """Whether a side that the words alone do not show is named where they and the roster saw nobody: `an adviser on Arvenia`."""
    new = [name for name in names if name[:1].isupper() and same_country(name) not in found.cast.parties]
    if not new:
        return False
    seen = {one.start for one in found.seen.named} | {m.start for some in found.table.values() for m in some}
    listed = "|".join(map(re.escape, sorted(new, key=len, reverse=True)))
    pattern = rf"\b(?:(?:envoy|ambassador|advis[eo]r|expert|officer) (?:to|on|for) (?:the )?)?(?P<name>{listed})\b(?P<own>['’]s? )?"
    return any(
        m.start("name") not in seen and (m["own"] or m.start() < m.start("name")) for m in re.finditer(pattern, text)
    )


def _own(side: Side, cast: Cast) -> str:
    """The name under which the rules know a side: a state by its own, whatever is said of its government."""
    listed = next(
        (
            known
            for name in side.names
            if (known := cast.parties.get(same_country(name))) and "overnment" in side.name and len(known) > 3
        ),
        None,
    )
    return listed or side.name


def _is_own(name: str, side: Side) -> bool:
    """Whether a name is one in the whole text: what is called `the company` is so only where it stands."""
    if name == side.name:
        return True
    return name[:1].isupper() and name.lower() not in CALLED | KINDS and not adjective_of(fold(name), fold(side.name))


def _enter_sides(text: str, parts: Sequence[Sentence], who: Seen, mentions: dict[int, list[Mention]]) -> None:
    """The places where the sides are named; a person who acts for one stays a person."""
    starts = [part.start for part in parts]
    for one in who.named:
        number = bisect_right(starts, one.start) - 1
        here = mentions.setdefault(number, [])
        if not any(m.kind in "PV" and m.start < one.end and one.start < m.end for m in here):
            start = one.start - 4 * (one.agent and text[max(0, one.start - 4) : one.start] in ("the ", "The "))
            if text[max(0, start - 5) : start].endswith(
                (" to ", " on ", " for ")
            ):  # a town that is a party is one where somebody deals with it
                here[:] = [m for m in here if m.kind != "L" or (m.start, m.end) != (one.start, one.end)]
            here.append(Mention("G" if one.agent else "C", start, one.end, one.name, core=(one.start, one.end)))


_RULES = re.compile(r"\b(?:president|prime minister|premier|minister|army chief|chancellor)\b", re.I)


def _rulers(story: Story) -> None:
    """A president or minister of whom no country is told is of the one government that the text names."""
    ruling = {p for p in story.cast.parties.values() if re.search(r"\b[Gg]overnment\b", p)}
    party = story.cast.short.get("government") or (next(iter(ruling)) if len(ruling) == 1 else None)
    if party is None:
        return
    for person in story.cast.people.values():
        if person.party is None and any(_RULES.search(post) for post in person.posts):
            person.party = party


def _titles(story: Story) -> dict[str, Person]:
    """`the special envoy`, `the envoy`: the one person who has that office in this text."""
    holders: dict[str, dict[str, Person]] = {}
    for person in story.cast.people.values():
        for post in person.posts:
            head = re.split(r" (?:of|for|to|on|in|at|and) |,", post.lower())[0]
            words = head.split()
            short = words[-1] if words and not {"prime", "vice"} & set(words) else head
            for form in {head, short}:
                if words and words[-1].split("-")[-1] in OFFICES and len(form) < 40:
                    holders.setdefault(form, {})[person.name] = person
    return {form: next(iter(people.values())) for form, people in holders.items() if len(people) == 1}


def _speaks(story: Story) -> str | None:
    """Who says `we` in a party's own communiqué: the one body that is named in its headings."""
    if not re.search(r"\b(?:[Ww]e|[Oo]ur)\b", story.text):
        return None
    for scene in story.scenes:
        for match in scene.find(r"\b[Ww]e, (?:the )?(?P<who><C>)"):
            return scene.at[match.start("who")].name
    named = {m.name for scene in story.scenes if scene.sentence.heading for m in scene.mentions if m.kind == "C"}
    return named.pop() if len(named) == 1 else None


def _writes(story: Story) -> Mention | None:
    """Who says `I`: the one by whom the headings say that it is (`Statement by`)."""
    for scene in story.scenes[:3]:
        if scene.sentence.heading or len(scene.masked) < 90:
            for match in scene.find(r"\b[Bb]y (?:the )?<P>"):
                return scene.at[match.end() - 1]
    last = story.scenes[-1] if story.scenes else None
    # The name and post under a statement that says `I`.
    if last is not None and re.search(r"\bI (?:have|am|carried|call|thank|intend|expect|received)\b", story.text):
        signed = [m for m in last.mentions if m.kind == "P" and m.post]
        if len(last.masked) < 60 and len(signed) == 1:
            return signed[0]
    return None


def _owners(story: Story) -> None:
    """`its spokeswoman`: the party named last before it."""
    last: str | None = None
    before: str | None = None
    for scene in story.scenes:
        for mention in sorted(scene.mentions, key=lambda m: m.start):
            if mention.kind in "CG":
                last = mention.name
            person = story.cast.people.get(mention.name) if mention.kind == "P" else None
            if person and not person.party and last and mention.owner in ("its", "their"):
                person.party = last
            if person and not person.party and before and mention.owner in ("his", "her", "His", "Her"):
                person.party = before
            before = (person.party if person else None) or before


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Mentions that do not overlap: of two the longer stays."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


_GROUP = "(?:delegation|side|team|negotiators?|officials|government|representatives|authorities|camp|contingent|negotiating team|negotiating committee)"
_GROUPED = (
    rf"(?:[Tt]he |[Aa] |[Ii]ts )?(?P<who><A|C>)(?:['’]s?)? (?:(?:\w+ )?(?:state|own|negotiating|high-level|federal|union) )?{_GROUP}\b",
    rf"(?:[Tt]he |[Aa] |[Aa]n )?(?:high-level |own )?(?:{_GROUP}) (?:of|from) (?:the )?(?P<who><C>)(?!(?:,| and)(?: the)?(?: \w+)? ?<C>)",
    r"(?:[Tt]he |[Ii]ts )(?P<who><C>) (?:team|delegation|side|negotiators|officials|representatives)",
    r"(?:[Tt]he )?(?P<who><A|C>) (?:stallholders|traders|residents|workers|miners|farmers|fishermen|fishers|strikers|villagers|herders|tenants|islanders"
    r"|rebels|guerrillas|fighters|elders|ministers|leaders|diplomats|mediators)\b",
    r"(?:[Tt]he )?[Mm]anagement of (?P<who><C>)",
    r"(?<=, )that of (?P<who><C>)",
)
_BARE = r"(?:^|(?<=[ ,]))[Tt](?:he delegation|heir delegation|he team)\b|^It(?= (?:also )?(?:includes|included|comprises|consists|is led|was led|is headed))"
_BOTH = (
    r"(?:[Bb]oth (?:sides|parties|delegations|countries|governments|teams)|(?:[Tt]he )?[Tt]wo (?:sides|parties|delegations|countries|governments|nations|teams)"
    r"|[Tt]he (?:sides|parties|Parties|delegations)|[Bb]oth of them)\b"
)
_PRONOUN = r"\b(?:[Hh]e|[Ss]he)\b"


_WE = r"\b(?:[Ww]e|[Oo]ur side|[Oo]ur delegation|[Oo]ur team|[Yy]our (?:\w+ )?(?:committee|team|delegation|representatives))\b"


def _groups(story: Story, own: str | None = None, writer: Mention | None = None) -> None:
    """Join `the Ukrainian delegation`, `both sides`, `he` to single signs, in the order of the text: what was named last is meant."""
    last_group: str | None = None
    last_person: Mention | None = None
    titles = _titles(story)
    forms = "|".join(sorted(map(re.escape, titles), key=len, reverse=True))
    called = (
        re.compile(
            rf"\b[Tt]he ({forms})\b(?!(?:['’]s)? ?,? ?(?:of|for|to|in|and the)\b|[-\w'’]|(?-i:,? [\ue000A-Z]))", re.I
        )
        if forms
        else None
    )
    for scene in story.scenes:
        if called is not None and not scene.sentence.heading:
            # `The minister` of a sentence before the one that names a minister is somebody whom it does not name.
            _merge(scene, [
                Mention("P", *scene.span(*m.span()), titles[m[1].lower()].name, None, titles[m[1].lower()].party, (-1, -1))
                for m in called.finditer(scene.masked) if story.first.get(titles[m[1].lower()].name, scene.sentence.end) < scene.sentence.end
            ])  # fmt: skip
        fresh: list[Mention] = []
        for pattern in _GROUPED:
            for match in scene.find(pattern):
                who = scene.at[match.start("who")]
                fresh.append(Mention("G", *scene.span(*match.span()), story.cast.party(who.name) or who.name))
        _merge(scene, fresh)
        if own:
            _merge(
                scene,
                [
                    Mention("G", *scene.span(*m.span()), own)
                    for m in scene.find(_WE)
                    if '"' not in scene.masked and "“" not in scene.masked
                ],
            )
        if writer and not scene.sentence.heading and '"' not in scene.masked and "“" not in scene.masked:
            _merge(
                scene,
                [
                    Mention("P", *scene.span(*m.span()), writer.name, None, writer.party, (-1, -1))
                    for m in scene.find(r"\bI\b(?!\.)")
                ],
            )
        fresh = [Mention("B", *scene.span(*m.span()), "both") for m in scene.find(_BOTH)]
        if last_group:
            fresh += [Mention("G", *scene.span(*m.span()), last_group) for m in scene.find(_BARE)]
        for match in scene.find(_PRONOUN):
            start, end = scene.span(*match.span())
            before = [m for m in scene.mentions if m.kind == "P" and m.end <= start]
            meant = _first_or_last(before) or last_person
            if meant is not None:
                fresh.append(Mention("P", start, end, meant.name, None, meant.party, (-1, -1)))
        _merge(scene, fresh)
        groups = [m for m in scene.mentions if m.kind == "G"]
        last_group = groups[-1].name if groups else last_group
        people = [m for m in scene.mentions if m.kind == "P"]
        if people:
            last_person = _subject(scene, people)


def _first_or_last(before: list[Mention]) -> Mention | None:
    return before[-1] if before else None


_ENDS_IN_BY = re.compile(r"(?:represented|led|headed|chaired) by $")


def _subject(scene: Scene, people: list[Mention]) -> Mention:
    """Whom a pronoun of the next sentence means: the first person that opens this one, else the last who was named."""
    opening = people[0]
    head = scene.masked[: next(iter(sorted(scene.at)), 0) + 1]
    if len(head) <= 12 and scene.at and scene.at[min(scene.at)] is opening:
        return opening
    return people[-1]


def _merge(scene: Scene, fresh: list[Mention]) -> None:
    if not fresh:
        return
    covered = [m for m in scene.mentions if not any(f.start <= m.start and m.end <= f.end for f in fresh)]
    scene.mentions = _apart(covered + fresh)
    scene.mask()


__all__ = ["Story", "read", "rule"]
