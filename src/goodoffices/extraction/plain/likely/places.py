"""Where the main meeting was held: every town and every house that is named is one of several answers."""

import re
from collections.abc import Iterator

from ....language.folding import fold
from ...mentions.lists import cities
from ...mentions.words import FUNCTION
from ...roster.lexicon import HOUSES, PLACES, ROOMS, SEATS
from ..scene import Scene
from ..story import Story
from . import Seen
from .words import around, beside, where

TOWN, HOUSE = "town", "house"
_CAPITAL = r"[^\W\d_a-z](?:[\w-]|[’'](?!s\b))*"
"""A word with a capital; `Darvent's` is Darvent."""
_OF = r"(?:(?:of|on|de|del|la|al|el|le|du|da|di)(?: the)? )"
_RUN = rf"{_CAPITAL}(?: {_OF}?{_CAPITAL}){{0,4}}"
_AT = r"(?P<prep>in|at|inside|aboard|into|to|outside|near|from|over|on|around|under|of|beside|by)"
_TOWN = re.compile(
    rf"\b{_AT} (?:the )?(?:(?:[\w-]+ ){{0,2}}(?P<noun>city|town|capital|village|port|resort|island|district|suburb|spa|oasis|hamlet|outpost) (?:of )?)?"
    rf"(?P<name>{_RUN})(?!['’]s|\w)"
)
_DATELINE = re.compile(rf"^[ \t*_#]*(?P<name>{_RUN})(?=,|\.? \(|:? ?[-–—]|\. )", re.M)
_LISTED = re.compile(rf"(?<=[,;:] )(?P<name>{_RUN})(?=[,;.]|$)")
_HOUSE_WORDS = frozenset(
    "hall church school hotel headquarters library courthouse mosque monastery embassy residence palace villa ferry barracks guesthouse "
    "clubhouse office offices seminary convent farmhouse restaurant theatre theater museum lodge chapel tent gymnasium classroom boathouse warehouse "
    "canteen courtroom centre center rectory house inn vestry chancellery manor castle fort compound resort club pavilion annex annexe "
    "academy institute ballroom boardroom chambers chamber station airport base camp estate farm building complex cathedral temple ministry yacht ship "
    "room parlour parlor barn garden hut kitchen study schoolhouse refectory cellar attic gym shed sheds depot terminal vessel boat barge "
    "bridge checkpoint market wing tree caravanserai fairground pub tavern bar café cafe bakery brewery mill winery workshop observatory lighthouse "
    "sanatorium clinic hospital college university auditorium studio gallery foyer lobby suite lounge saloon cabin wheelhouse longhouse roundhouse "
    "customs-house prefecture consulate nunciature abbey priory presbytery deanery synagogue shrine bungalow cottage mansion stadium clubroom "
    "common-room headquarter premises grounds quarters sports-hall dining-room caravan wagon carriage railcar tower gatehouse firehouse "
    "granary stable stables greenhouse conservatory arsenal citadel fortress mess canteens plant factory yard wharf pier quay jetty square".split()
) | HOUSES | ROOMS | SEATS | (PLACES - {"island", "islands", "river", "sea", "bay", "gulf", "strait", "valley", "mount", "mountain", "road", "street", "square"})  # fmt: skip
_NO_HOUSE = frozenset("foreign prime his her their our its lower upper white".split())
_PART = r"[\w’'&-]+"
_HOUSED = re.compile(
    rf"\b(?=(?i:{_AT}) (?P<name>(?:(?:(?i:the|an?)|its|their|his|her|{_CAPITAL}['’]s) )?(?:{_PART} ){{0,5}}?(?i:{'|'.join(sorted(map(re.escape, _HOUSE_WORDS), key=len, reverse=True))})"
    rf"(?: (?:of|in|on|at|behind|near|beside|outside|by|above) (?:the |St )?{_RUN}| of the (?:{_PART} )?(?:{'|'.join(sorted(_HOUSE_WORDS, key=len, reverse=True))})\b| {_RUN})?)(?=[.,;:)—–-]| |$))"
)
_PREPS = frozenset("in at inside aboard into to outside near from over on around under of beside by".split())


def towns(story: Story) -> Iterator[Seen]:
    """Each town that is printed; the first line may be a dateline."""
    for scene in story.scenes:
        text, base = scene.sentence.text, scene.sentence.start
        found: dict[int, tuple[str, str, str]] = {}
        for match in _TOWN.finditer(text):
            found.setdefault(match.start("name"), (match["name"], match["prep"], match["noun"] or ""))
        for match in _LISTED.finditer(text) if scene.sentence.number < 4 or ":" in text[:20] else ():
            found.setdefault(match.start("name"), (match["name"], "listed", ""))
        if scene.sentence.number < 4 and base < 400 and (line := _DATELINE.match(text)):
            found.setdefault(line.start("name"), (line["name"], "dateline", ""))
        for mention in scene.mentions:
            if mention.kind == "L" and mention.start - base not in found:
                found[mention.start - base] = (story.text[mention.start : mention.end], "-", "")
        for start, (name, prep, noun) in sorted(found.items()):
            place = scene.place_of(base + start)
            kind = _kind(scene, base + start, base + start + len(name))
            if kind in ("P", "D") or fold(name).split()[0] in FUNCTION:
                continue
            signs = {
                "-",
                f"after {prep}",
                f"a {kind}",
                *around(scene, place),
                *where(scene, len(story.scenes)),
                *beside(story, scene, "D", "a day"),
            }
            signs |= {"town of"} if noun else set()
            signs |= {"a known town"} if fold(name) in cities() else set()
            signs |= {f"words {min(3, len(name.split()))}"}
            signs |= {"capitals"} if name.isupper() else set()
            yield Seen(_plain(name), base + start, base + start + len(name), scene, place, frozenset(signs))


def _plain(name: str) -> str:
    return name.title() if name.isupper() else name


def houses(story: Story) -> Iterator[Seen]:
    """Each house that is printed, by its name or by what kind of house it is."""
    for scene in story.scenes:
        text, base = scene.sentence.text, scene.sentence.start
        found: dict[int, tuple[int, str, str]] = {}
        for match in _HOUSED.finditer(text):
            if not _names_a_house(match["name"].lower().split()):
                continue
            found.setdefault(
                match.start("name"),
                (
                    match.end("name"),
                    match["prep"].lower(),
                    "common" if match["name"].lower() == match["name"] else "named",
                ),
            )
        for mention in scene.mentions:
            if mention.kind == "V" and not any(
                s < mention.end - base and mention.start - base < e for s, (e, _, _) in found.items()
            ):
                found[mention.start - base] = (mention.end - base, "-", "V")
        for start, (end, prep, kind) in sorted(found.items()):
            name = text[start:end]
            place = scene.place_of(base + start)
            head = next(
                (
                    w
                    for w in re.split(
                        r"[ -]", re.split(r" (?:of|in|on|at|behind|near|beside|outside|by) ", name)[0].lower()
                    )[::-1]
                    if w in _HOUSE_WORDS
                ),
                "",
            )
            signs = {
                "-",
                f"after {prep}",
                kind,
                f"head {head}" if head in _COMMON else "head -",
                *around(scene, place),
                *where(scene, len(story.scenes)),
                *beside(story, scene, "D", "a day"),
            }
            signs |= {"a side's"} if _kind(scene, base + start, base + end) in ("C", "G") else set()
            signs |= {"an article"} if re.match(r"(?i)(?:the|an?) ", name) else set()
            yield Seen(name, base + start, base + end, scene, place, frozenset(signs))


def _names_a_house(words: list[str]) -> bool:
    """Whether the words up to that for a house belong to it: not `one mat in the meeting house`."""
    first = next((n for n, word in enumerate(words) if word in _HOUSE_WORDS), len(words))
    last = max(
        (n for n in range(first, len(words)) if words[n] in _HOUSE_WORDS and not FUNCTION & {*words[first:n]}),
        default=first,
    )
    opening = words[1:last] if words[0] in _ARTICLES or words[0].endswith(("’s", "'s")) else words[:last]
    return bool({*words[: last + 1]}) and not any(word in FUNCTION and word != "meeting" for word in opening)


_ARTICLES = frozenset("the a an its their his her".split())
_COMMON = frozenset(
    "hall hotel office offices house room school building headquarters palace embassy villa ministry hospital station port mine factory plant mill university college court church camp base farm bridge market".split()
)


def _kind(scene: Scene, start: int, end: int) -> str:
    """What the story takes the words for."""
    return next((m.kind for m in scene.mentions if m.start < end and start < m.end), "-")
