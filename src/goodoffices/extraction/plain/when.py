"""What a sentence says of a meeting's day, town and house.

A town or a day counts only where the nearest word before it speaks of a meeting: `in prison in Porto` tells of no place of talks.
"""

import re
from collections.abc import Iterator

from ...language.folding import fold
from ...record.claim import Modality
from ..mentions.lists import cities
from ..mentions.words import FUNCTION
from .draft import Draft
from .scene import Scene
from .story import Story
from .telling import clause, draft, held

NOUN = (
    r"(?:talks|meetings?|negotiations|rounds?|sessions?|summit|conference|consultations?|dialogue|encounter|contacts?"
    r"|discussions|mediation|hearing|sitting|assembly|working group)"
)
MET = (
    r"(?:met|meet|meets|meeting|held|hold|began|begin|begins|opened|opens|convened|convene|gathered|sat down|faced|took place|takes place"
    r"|is being held|was held|are being held|were held|started|resumed|concluded|ended|received|hosted|sit|signed|arrived|came together"
    r"|came|come|return|reconvene|got round|get together|got together|assembled|brought together|reunited|invited|travelled|flew)"
)
_GOOD = re.compile(
    rf"\b(?:{NOUN}|{MET}|table|hosting|venue|due|scheduled|expected|resume|continue|closed|adjourned|signing|again|here|delegations?|encounters)\b",
    re.I,
)
_ABOUT = re.compile(rf"\b(?:{NOUN}|{MET})\b", re.I)
_BAD = re.compile(
    r"\b(?:speaking|said|told|saying|prison|jail|fog|stayed|remained|based|registered|called back|killing|killed|kill|attacks?|attacked|strikes?"
    r"|fighting|born|exile|hospital|universit\w+|ambassador|consul|embass\w+|roads?|governor|mayor|schools?|residents|villages?|wars?|broadcast"
    r"|interview|statement|briefed?|elected|arrested|detained|wounded|protests?|clashes|shelling|drafted|yard"
    r"|(?:declaration|agreement|accord|treaty|truce|ceasefire|protocol|understanding) (?:of|signed|concluded|reached)(?: in| on| at)?|protocol|port|crossing|office|army|troops|invasion|stationed|working in|plant|factory|mine|depot|newspaper|television"
    r"|according|expired|since|data|survey|election|vote|votes|contract|released|free|open|reopen|restore|withdraw|launched|adopted|pause|pay"
    r"|elevator|terminal|court in|who lives|living|chief of|bishop of|people)\b"
)
_BEFORE_TOWN = (
    r"\b(?:in|at|on|to|over) (?:the (?:[\w-]+ )?(?:city|town|capital|village|port|resort|island|district|border town|suburb|state|spa town"
    r"|market town|mining town|lakeside town|oasis) (?:of )?)?(?P<l><L|C>)(?![’']s)"
)
_BEFORE_DAY = r"(?:\b(?:[Oo]n|[Ii]n|from|for|until|by|before|due on|late on|on the (?:morning|afternoon|evening|night) of) |^|: )?(?:the )?<D>"
_NOT_OF = re.compile(
    r"\b(?:since|until|by|backdated to|(?<!half )(?<!end )(?<!morning )(?<!evening )(?<!afternoon )(?<!night )of)\s(?:the )?$"
)
_RANGE = re.compile(r"\d[^\d]{0,12}(?:\bto\b|\band\b|\buntil\b|-|–)[^\d]{0,3}\d")
"""Two days as one stretch: `30 May to 2 June`; the first is the day of the meeting, and the whole tells how long it lasted."""
_HELD_ON = re.compile(r"\b(?:meeting|talks|session|round|consultation) of (?:the )?$")
_HOUSES = (
    r"(?:hall|church|school|hotel|headquarters|library|courthouse|mosque|monastery|embassy|residence|palace|villa|ferry|barracks|guesthouse"
    r"|clubhouse|offices?|seminary|convent|farmhouse|restaurant|theatre|museum|lodge|chapel|tent|gymnasium|classroom|boathouse|warehouse|canteen"
    r"|courtroom|community centre|rectory|house|centre|center|inn|vestry|chancellery|manor|castle|fort|compound|resort|club|pavilion|annexe?"
    r"|academy|institute|ballroom|boardroom|chambers|station|airport|base|camp|estate|farm|building|complex|cathedral|temple|ministry|yacht|ship)"
)
_COMMON_HOUSE = re.compile(
    rf"\b(?:at|in|inside|aboard|into|to) (?P<v>(?:the|an?) (?P<words>(?:[\w’'&-]+ ){{0,5}}?){_HOUSES}"
    r"(?: (?:of|in|on|behind|near|beside|outside) (?:the |St )?[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,3})?)(?=[.,;: )]|$)"
)
_NOT_A_HOUSE = frozenset("state white foreign interior defence defense prime his her their our its lower upper".split())
_STREET = re.compile(r"(?:Lane|Street|Road|Avenue|Square|Row|Quay|Street)$")
_EARLIER = re.compile(
    r"\b(?:since|after|of|than|at) (?:a|an|the|their|an earlier|the previous|the last) (?:\w+ )?(?:round|meeting|talks|session|negotiations)s? (?:of |on )?$"
)


def about(scene: Scene) -> bool:
    """Whether a sentence speaks of a meeting at all."""
    return _ABOUT.search(scene.masked) is not None


def fragment(scene: Scene) -> bool:
    """A heading, or the first line of minutes: nothing in it says that anything was done."""
    return scene.sentence.heading or (scene.sentence.number < 2 and _VERB.search(scene.sentence.text) is None)


_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|shall|agree|said|says|wants?|fell|runs?|began|begins?|came|went|as of|from|by|until|since|[a-z]{2,}ed)\b"
)


def meets(masked: str, place: int) -> bool:
    """Whether what stands at a place is told of a meeting: the nearest telling word before it, else the first after it."""
    begin = max(masked.rfind(mark, 0, place) for mark in ";:—") + 1
    good = [m.end() for m in _GOOD.finditer(masked, begin, place)]
    bad = [m.end() for m in _BAD.finditer(masked, begin, place)]
    if good or bad:
        return max(good, default=-1) > max(bad, default=-1)
    return place < 40 or _GOOD.search(masked, place, place + 90) is not None


def when_where(story: Story, scene: Scene) -> Iterator[Draft]:
    """Day, town and house that a sentence gives."""
    label = re.match(r"(?:\d+\. ?)?(?:Date|Place|Venue|Time|Next [Mm]eeting|Location)(?: and \w+)?:", scene.masked)
    if label:
        yield from _labelled(story, scene)
    if label or about(scene) or scene.sentence.number < 2:
        if label or about(scene) or fragment(scene):
            yield from _days(story, scene)
        yield from _towns(story, scene)
        yield from _houses(story, scene)


def _days(story: Story, scene: Scene) -> Iterator[Draft]:
    masked = scene.masked
    for match in scene.find(_BEFORE_DAY):
        place = match.end() - 1
        if story.printed is not None and scene.at[place].start == story.printed.start:
            continue
        if re.match(r" \(|, \d{1,4} \(", masked[place + 1 :]):
            continue
        before = masked[:place]
        if not _HELD_ON.search(before) and _NOT_OF.search(before):
            continue
        if re.match(r"[^.;]{0,40}\b(?:invasion|strike|war|truce)\b", masked[max(0, place - 24) : place]):
            continue
        if not _HELD_ON.search(before) and not meets(masked, place):
            continue
        yield _told(story, scene, "date", scene.at[place].name, match.span(), "date")
        if _RANGE.search(story.text[scene.at[place].start : scene.at[place].end]):
            yield _told(story, scene, "lasted", scene.words(story.text, *match.span()), match.span(), "date.range")


def _towns(story: Story, scene: Scene) -> Iterator[Draft]:
    for match in scene.find(_BEFORE_TOWN):
        town = scene.at[match.start("l")]
        if (town.kind == "C" and fold(town.name) not in cities()) or _STREET.search(town.name):
            continue
        if meets(scene.masked, match.start()):
            yield _told(story, scene, "place", town.name, match.span(), "place")
    for match in scene.find(r"<V>(?: in|,) (?P<l><L>)"):
        yield _told(story, scene, "place", scene.at[match.start("l")].name, match.span("l"), "place.house")


def _houses(story: Story, scene: Scene) -> Iterator[Draft]:
    for match in scene.find(r"\b(?:at|in|inside|of|to) (?:the |a )?(?:[\w-]+ )?(?P<v><V>)"):
        if meets(scene.masked, match.start()):
            name = scene.at[match.start("v")].name
            yield _told(story, scene, "venue", name, match.span(), "venue")
    base = scene.sentence.start
    for match in _COMMON_HOUSE.finditer(scene.sentence.text):
        words = match["words"].split()
        if any(
            w.lower() in FUNCTION or w.lower() in _NOT_A_HOUSE or (w.endswith("ing") and w != "meeting") for w in words
        ):
            continue
        start, end = base + match.start("v"), base + match.end("v")
        place = scene.place_of(start)
        if (
            about(scene)
            and meets(scene.masked, place)
            and not any(m.kind == "V" and m.start < end and start < m.end for m in scene.mentions)
        ):
            meeting = scene.meeting_at(place)
            mood = _mood(story, scene, (place, place + 1))
            yield Draft("meeting", meeting, "venue", match["v"], base + match.start(), end, "venue.common", mood)


def _told(story: Story, scene: Scene, what: str, value: str, span: tuple[int, int], by: str) -> Draft:
    return draft(story, scene, "meeting", _which(story, scene, span), what, value, span, by, _mood(story, scene, span))


def _which(story: Story, scene: Scene, span: tuple[int, int]) -> str:
    """The meeting that a day or place belongs to: `since a round in Geneva` speaks of an earlier one."""
    if _EARLIER.search(scene.masked[: span[0]]) and not scene.cues:
        scene.cues.append((span[0], story.new_meeting()))
        scene.only_after = True
        return scene.cues[-1][1]
    return scene.meeting_at(span[0])


def _mood(story: Story, scene: Scene, span: tuple[int, int]) -> Modality:
    """How the words up to a day or place put it: a condition that only follows (`unless it rains`) leaves it announced."""
    whole = clause(scene.masked, *span)
    said = scene.masked[span[0] : span[1]]
    at = whole.find(said)
    mood = held(whole[: at + len(said)] if at >= 0 else whole)
    return "future" if mood == "asserted" and scene.meeting_at(span[0]) in story.later else mood


def _labelled(story: Story, scene: Scene) -> Iterator[Draft]:
    """`Place: offices of Lind & Partners, Gothenburg` and `Next meeting: Geneva, 2 June` in minutes."""
    if re.match(r"(?:\d+\. ?)?Next", scene.masked):
        for match in scene.find(r": (?P<l><L>)"):
            town = scene.at[match.start("l")].name
            yield _told(story, scene, "place", town, match.span("l"), "place.label")
    if not re.match(r"(?:Place|Venue|Location)", scene.masked):
        return
    for match in scene.find(
        r"(?P<house>(?:offices|premises|headquarters|embassy|residence|house) of (?:the )?<C|P>|<V>)"
    ):
        words = scene.words(story.text, *match.span())
        yield draft(story, scene, "meeting", "M1", "venue", words, match.span(), "venue.label")
    for match in scene.find(r"[:,] (?P<l><L>)"):
        name = scene.at[match.start("l")].name
        yield draft(story, scene, "meeting", "M1", "place", name, match.span("l"), "place.label")
