"""Delegations: who leads, who speaks for a party, who else is named as a member."""

import re
from collections.abc import Iterator

from ..mentions.names import Mention
from .draft import Draft
from .scene import Scene
from .story import Story
from .telling import clause, draft, modality

_BE = r"(?:(?:is|was|are|were|being|will be|would be|has been|had been|is being) )?"
_ADV = r"(?:also |again |jointly |once more |not |never )?"
_GAP = r"(?:(?:,| who| which)<^>{1,110}?,)?"
"""What can stand between a name and its verb: an apposition or a relative clause."""
_NAMED = r"(?:<C>['’]s? )?(?:(?:the|its|a|an|their|our|his|her) )?(?:<~>{3,60}?, (?:the )?)?(?P<p><P>)"
_HEADS = (
    rf"(?P<g><G|C>)(?:,? which)?(?:, | )?{_BE}{_ADV}(?:led|headed|chaired|headed up|steered|fronted) by {_NAMED}",
    rf"(?P<p><P>){_GAP},? (?:who )?(?:also )?(?P<verb>leads|led|heads|headed|is leading|is heading|was leading|was heading|will lead|will head"
    r"|is to lead|would lead|had led|has led|had headed|did not lead|will not lead|leading|heading) (?P<g><G>|(?:the )?<C>)",
    r"(?P<p><P>) (?:to lead|to head) (?P<g><G>)",
    rf"(?P<p><P>){_GAP},? (?:is |was |as )?(?:the )?(?:head|leader) of (?P<g><G>)",
    r"(?P<g><C|G>) (?:has |had )?(?:sent|dispatched|fielded) [^.;,]{0,40}?(?:under|headed by|led by) [^.;]{0,24}?(?P<p><P>)",
    rf"(?P<g><G>),? (?:was |is |came |arrived )?under (?:the leadership of )?{_NAMED}",
    rf"(?P<g><G|C>)[^.;]{{0,40}}?,? with {_NAMED} at (?:its|their|the) head",
    r"(?P<p><P>) (?:is |was |stood |sat |arrived |came )?at the head of (?P<g><G>|(?:the )?<C>)",
    rf"(?P<g><G>)['’]s? (?:head|leader),? {_NAMED}",
)
_CHIEF = re.compile(
    r"\b(?:(?:chief|lead|head|principal|main) (?:negotiator|delegate|representative)|head of (?:the |its |their )?(?:[\w-]+ )?(?:delegation|team)"
    r"|(?:delegation|team) (?:head|leader|chief)|leader of (?:the )?delegation|negotiating chief)\b", re.I,
)  # fmt: skip
_REPRESENTS = (
    rf"(?P<g><C|G>),? {_BE}{_ADV}represented (?:\w+ ){{0,4}}by (?:its |their |the )?(?P<p><P>)",
    r"(?P<g><C|G>) [^.;<]{3,60}, represented by (?:its |their |the )?(?P<p><P>)",
    r"(?P<p><P>),? (?:who )?(?:representing|represents|represented|spoke for|speaking for|spoke on behalf of|on behalf of|acting for) (?:the )?(?P<g><C|G>)",
    r"(?:^|[;:,] )For (?:the )?(?P<g><C|G>),? (?:\w+ )?(?P<p><P>)",
)
_MEMBERS = re.compile(
    r"(?: also)? (?:includes?|included|comprises|comprised|consists of|consisted of|is made up of|was made up of|is composed of|was composed of|numbers|counts)\b|(?: \w+)? accompanied (?:only |also )?by\b|(?: who)? (?:arrived|came|travelled|flew in) with (?:her|his|its|their)\b|,? plus\b|,? together with\b| included in|\b[Ww]ith (?:him|her|them) (?:was|were)\b"
)
_OTHERS = re.compile(r"\b(?:and )?((?:other|several|senior|a number of|unnamed)(?: [\w-]+){1,9}?)(?=[.;,]|$)")
_STOP = re.compile(r"[.;:]|, (?:while|but|who|which|whereas)\b|\b(?:said|told|will|was|were)\b")


def delegations(story: Story) -> Iterator[Draft]:
    """Heads, representatives and members."""
    for scene in story.scenes:
        if scene.sentence.heading:
            continue
        yield from _led(story, scene)
        yield from _spoken_for(story, scene)
        yield from _members(story, scene)
        yield from _listed(story, scene)


_FOR = r"(?:^|[;:.] )(?:[Pp]resent )?[Ff]or (?:the )?(?P<g><C|G>)(?: \([^)]{1,30}\))?: ?"


def _listed(story: Story, scene: Scene) -> Iterator[Draft]:
    """`for Norway: Ingrid Haugland (head of delegation), Per Nilsen; for Iceland: ...`."""
    if re.match(r"(?:Present|Participants|Attending|In attendance|Delegates):", scene.masked):
        for match in scene.find(r"(?P<p><P>) \((?:<~>{0,40}, )?(?P<g><C>)\)"):
            _belongs(story, scene.at[match.start("p")].name, scene.at[match.start("g")].name)
            person, party = _party(story, scene, match)
            yield draft(story, scene, "delegation", person, "member_of", party, match.span(), "listed.bracket")
        yield from _beside(story, scene)
    found = list(scene.find(_FOR))
    for number, match in enumerate(found):
        last = found[number + 1].start() if number + 1 < len(found) else len(scene.masked)
        stop = re.search(r"[.;](?: |$)", scene.masked[match.end() : last])
        last = match.end() + stop.start() if stop else last
        party = scene.at[match.start("g")].name
        named = list(scene.named(match.end(), last, "P"))
        for place, mention in named:
            _belongs(story, mention.name, party)
            # `Present for Norway:` at the head of a line is a list of those present; what they are for their party is not said.
            if re.match(r"[Pp]resent", match[0]):
                continue
            chief = bool(mention.post and _CHIEF.search(mention.post))
            role = "heads" if chief else "represents" if len(named) == 1 else "member_of"
            yield draft(story, scene, "delegation", mention.name, role, party, (place, place + 1), f"listed.{role}")


# `A. Berg, O. Dahl, for Arvenia; J. Holm for Bostan`: a comma before `for` makes it speak of all of them.
_BESIDE = r"(?P<who>(?:<P>, |<P> and )*<P>)(?P<all>,)? for (?:the )?(?P<g><C>)(?=[;,.]| and |$)"


def _beside(story: Story, scene: Scene) -> Iterator[Draft]:
    for match in scene.find(_BESIDE):
        party = scene.at[match.start("g")].name
        named = list(scene.named(*match.span("who"), "P"))
        for place, mention in named if match["all"] else named[-1:]:
            if re.search(r"\b(?:chair|secretary|mediator)", mention.post or "", re.I):
                continue  # who chairs or writes stands in the list for himself
            _belongs(story, mention.name, party)
            span = (place, match.end("g"))
            yield draft(story, scene, "delegation", mention.name, "member_of", party, span, "listed.beside")


def _party(story: Story, scene: Scene, match: re.Match[str]) -> tuple[str, str]:
    place = next(p for p in range(match.start("g"), match.end("g")) if p in scene.at)
    return scene.at[match.start("p")].name, scene.at[place].name


def _led(story: Story, scene: Scene) -> Iterator[Draft]:
    for number, pattern in enumerate(_HEADS):
        for match in scene.find(pattern):
            person, party = _party(story, scene, match)
            _belongs(story, person, party)
            mood = modality(clause(scene.masked, *match.span()))
            yield draft(story, scene, "delegation", person, "heads", party, match.span(), f"heads.{number}", mood)
            rest = match.end()
            yield from _that_of(story, scene, rest)


def _that_of(story: Story, scene: Scene, rest: int) -> Iterator[Draft]:
    """`that of Kolkhara by Ms Tsereli`, after a sentence that says by whom the other was headed."""
    for match in scene.find(rf"(?P<g><G|C>) by {_NAMED}"):
        if match.start() > rest:
            person, party = _party(story, scene, match)
            _belongs(story, person, party)
            yield draft(story, scene, "delegation", person, "heads", party, match.span(), "heads.that")


def _spoken_for(story: Story, scene: Scene) -> Iterator[Draft]:
    for number, pattern in enumerate(_REPRESENTS):
        for match in scene.find(pattern):
            person, party = _party(story, scene, match)
            _belongs(story, person, party)
            mood = modality(clause(scene.masked, *match.span()))
            yield draft(
                story, scene, "delegation", person, "represents", party, match.span(), f"represents.{number}", mood
            )
    for place, mention in scene.named(0, len(scene.masked), "P"):
        of = story.party_of(mention)
        if mention.post and of and _CHIEF.search(mention.post):
            yield draft(story, scene, "delegation", mention.name, "heads", of, (place, place + 1), "heads.post")
        elif mention.post and of and re.search(r"\b(?:negotiator|delegate|representative)\b", mention.post):
            yield draft(
                story, scene, "delegation", mention.name, "represents", of, (place, place + 1), "represents.post"
            )


def _members(story: Story, scene: Scene) -> Iterator[Draft]:
    for verb in _MEMBERS.finditer(scene.masked):
        group = [m for _, m in scene.named(0, verb.start() + 1, "GC")]
        leader = [m for _, m in scene.named(0, verb.start() + 1, "P")]
        if leader and re.search("accompan|with|plus", verb[0]) and "were" not in verb[0] and "was" not in verb[0]:
            own = story.party_of(leader[-1])
            group = [Mention("C", 0, 0, own)] if own else group
        if not group and "accompan" not in verb[0]:
            continue
        party = (group[0].name if "accompan" not in verb[0] else group[-1].name) if group else ""
        stop = _STOP.search(scene.masked, verb.end())
        last = stop.start() if stop else len(scene.masked)
        named = list(scene.named(verb.end(), last, "P"))
        mood = modality(clause(scene.masked, *verb.span()))
        for place, mention in named:
            theirs = story.party_of(mention)
            one: str | None = theirs if theirs and "accompan" in verb[0] else party
            if not one:
                continue
            _belongs(story, mention.name, one)
            yield draft(story, scene, "delegation", mention.name, "member_of", one, (place, place + 1), "member", mood)
        for other in _OTHERS.finditer(scene.masked, verb.end(), last):
            if named:
                words = scene.words(story.text, *other.span(1))
                yield draft(
                    story, scene, "delegation", words, "member_of", party, other.span(1), "member.unnamed", mood
                )


def _belongs(story: Story, person: str, party: str) -> None:
    """Who leads or belongs to a delegation is of that party: his posts are, too."""
    known = story.cast.people.get(person)
    if known is not None and known.party is None:
        known.party = party
