"""Who is quoted with what, in his own words or in the report's; and which words stand under whose telling."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...language.folding import fold
from ...record.claim import Modality
from ..mentions.words import SPEECH
from .draft import Draft
from .scene import Scene, rule
from .story import Story
from .telling import draft, modality

_FORMS = "|".join(sorted([*map(re.escape, SPEECH), "say", "tell", "claim", "deny"], key=len, reverse=True))
_ADV = r"(?:(?:has|had|have|also|later|then|again|repeatedly|only|however|further|in turn|once more|publicly|did not|never) )*"
_WHO = (
    r"(?P<who><P|C|G|B>|\b(?:[Aa]|[Aa]n|[Tt]he|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal) (?:[\w-]+ |<A> |<C> ){0,4}(?:officials?|diplomats?|sources?|spokes\w+|mediators?|participants?|negotiators?|delegates?|people|aides?)"
    r"|\b[Ii]ts (?:[\w-]+ ){0,3}(?:minister|premier|president|spokes\w+|envoy|ambassador|negotiator|leader|government|delegation|ministry|chief|governor))"
)
_APPOSED = r"(?:, [^,.;]{1,90},| who|,)?"
_TO = r"(?: (?:reporters|journalists|the press|(?<=told )<C>|me|us|him|her|them|the (?:press|agency|paper|newspaper|council|parliament|assembly|court|meeting|committee)|(?: [\w’'.-]+){1,5}?(?= that ))(?: (?:on|late on) <D>)?)?"
_INDIRECT = rf"{_WHO}{_APPOSED} (?P<adverbs>{_ADV})(?P<verb>{_FORMS})\b(?! by\b){_TO},?(?: only| also)?(?P<that> that)?(?P<what>[ :][^\n]+)"
_OPENING = ("“", '"', "«")
_UNSAID = re.compile(r"\b(?:did not|never|[Nn]or(?: the)?) (?:(?:also|then|later|again|publicly) )*$")
"""Before the verb of speech, or, for `neither X nor Y said`, before who speaks."""
_QUOTED = re.compile(r"[“\"«](?P<what>[^”\"»]{3,400})[”\"»]")
_TAG = rf"[,.]?[”\"»],? (?:(?P<verb>{_FORMS}) (?:the )?{_WHO}|(?:the )?{_WHO.replace('who', 'whom')} (?P<adverbs>{_ADV})(?P<verb2>{_FORMS})\b)"
_INSERTED = rf", (?:{_WHO} (?P<adverbs>{_ADV})(?P<verb>said|warned|added|stated|told \w+)|(?P<verb2>said|warned) {_WHO.replace('who', 'whom')}),? ?"
_STOP = re.compile(r"[;]|, (?:while|whereas|although|though)\b|[.!?][”\"’»]?(?:\s|$)")
_NEXT_VERB = re.compile(rf",? (?:and|but) (?:also |later |then )?(?P<verb>{_FORMS})\b(?: that)? (?P<what>[^\n]+)")
_ING = {
    "saying": "said", "adding": "said", "stating": "said", "stressing": "said", "noting": "said", "insisting": "said", "arguing": "said",
    "suggesting": "suggested", "hinting": "suggested", "warning": "warned", "calling on": "called_on", "calling upon": "called_on",
    "urging": "called_on", "accusing": "criticized", "denying": "denied", "promising": "promised", "claiming": "said",
    "expressing": "said", "declaring": "said", "explaining": "said",
}  # fmt: skip
_PARTICIPLE = re.compile(rf",? (?P<verb>{'|'.join(_ING)})(?: that)? (?P<what>[^\n]+)")


_STANCE_NOUN = re.compile(
    r"(?:its|their|his|her|the|our) (?:\w+ )?(?:demand|support|need|call|commitment|readiness)s?\b"
)
"""`reiterated its demand for`: a position, not a statement."""


_DATELINE = re.compile(r"^(?:[*•–-] )?(?:[A-ZÀ-Þ][^\n()]{2,60} \([^)\n]{2,40}\) ?(?:—|--|–|-) ?)?")
"""A bullet, or town, day and agency, before the first words of a report."""


_SAID_WHEN = re.compile(
    r"^(?:(?:late |early )?on (?:[A-Z][a-z]{2,5}day|\d{1,2} [A-Z][a-z]+(?: \d{4})?|[A-Z][a-z]+ \d{1,2}(?:, \d{4})?)|yesterday|today|earlier)(?: (?:evening|morning|night))? that "
)
"""`said on Wednesday that`: when it was said is no part of what was said."""


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch of the text that stands under somebody's telling."""

    start: int
    end: int
    speaker: str
    party: str | None
    doubtful: bool = False


def statements(story: Story, told: list[Told]) -> Iterator[Draft]:
    """What is said by whom; fills `told` with the stretches that are theirs."""
    for scene in story.scenes:
        if scene.sentence.heading:
            continue
        yield from _tagged(story, scene, told)
        yield from _indirect(story, scene, told)
        yield from _inserted(story, scene, told)


def _speaker(story: Story, scene: Scene, match: re.Match[str], group: str) -> tuple[str, str | None]:
    first, last = match.span(group)
    named = list(scene.named(first, last, "PCGB"))
    mention = named[-1][1] if named else None
    post = _POST_FOR.search(scene.masked, 0, first) if mention is not None and mention.kind in "CG" else None
    if post is not None:
        # The envoy for Sudland is not Sudland; for whom he speaks is told, if at all, by an adjective before his office.
        own = [m for _, m in scene.named(*post.span(), "ACG")]
        return scene.words(story.text, post.start("post"), last), own[0].name if own else None
    if mention is not None and last - first <= 1:
        if mention.kind == "B":
            return "; ".join(story.sides) or "both sides", None
        if mention.kind == "G":
            words = scene.words(story.text, first, last)
            return (words if " " in words else mention.name), None if _DEALS_WITH.search(words) else mention.name
        return mention.name, story.party_of(mention)
    words = scene.words(story.text, first, last)
    near = [m.name for _, m in scene.named(0, first, "CG")]
    if words[:4].lower() == "its " and near:
        return f"{near[-1]}’s {words[4:]}", near[-1]
    place = scene.span(first, last)[0]
    holders = [
        p
        for p in story.cast.people.values()
        if story.first.get(p.name, place) < place and any(_same_post(post, words) for post in p.posts)
    ]
    if words.lower().startswith("the ") and len(holders) == 1:
        return holders[0].name, holders[0].party
    return words, None


_POST_FOR = re.compile(
    r"(?:\b[Tt]he |\b[Aa]n? )?(?P<post>(?:[^\W\d_][\w-]* |[\ue000-\ue0ff](?:['’]s)? ){0,4}(?:[Ee]nvoy|[Rr]epresentative|[Aa]mbassador|[Aa]dvis[eo]r|[Cc]oordinator|[Cc]o-ordinator|[Rr]apporteur"
    r"|[Mm]ediator|[Cc]ommissioner|[Mm]inister|[Ss]ecretary|[Dd]irector|[Oo]fficer|[Ee]xpert|[Aa]nalyst|[Cc]orrespondent) (?:for|to|on) (?:the )?)$"
)
"""An office that is named by what it deals with: `special envoy for`."""


_DEALS_WITH = re.compile(
    r"\b(?:[Ee]nvoy|[Rr]epresentative|[Cc]o-?ordinator|[Aa]mbassador|[Aa]dvis[eo]r|[Rr]apporteur) (?:for|to|on) "
)


def _same_post(post: str, words: str) -> bool:
    """Whether `the minister` can be who bears a post: a prime minister is called so, or premier, and never minister alone."""
    own, said = fold(post).split(), fold(words).split()
    return own[-1:] == said[-1:] and (("prime" in own or "vice" in own) <= ("prime" in said or "vice" in said))


def _until(masked: str, first: int) -> int:
    stop = _STOP.search(masked, first)
    return stop.start() if stop else len(masked)


def _say(
    story: Story, scene: Scene, told: list[Told], who: tuple[str, str | None], verb: str, what: tuple[int, int], span: tuple[int, int],
    by: str, mood: Modality,
) -> Iterator[Draft]:  # fmt: skip
    speaker, party = who
    if what[1] - what[0] < 3:
        return
    words = _SAID_WHEN.sub("", _DATELINE.sub("", scene.words(story.text, *what))).strip(' ,“”"«»')
    if not words or _STANCE_NOUN.match(words):
        return
    start, end = scene.span(*what)
    told.append(Told(start, end, speaker, party))
    direct = any(mark in scene.masked[max(0, what[0] - 1) : what[1]] for mark in _OPENING)
    yield draft(story, scene, "statement", speaker, verb, words, span, by, mood, attributed_to=("narrator", speaker), direct=direct,
                for_party=party)  # fmt: skip


def _mood(before: str | None, what: str) -> Modality:
    """How it is told that something was said.

    A denial in what was said is a part of it, and so is all else where the words are quoted from the first one on.
    """
    if _UNSAID.search(before or ""):
        return "negated"
    mood = "asserted" if what.lstrip(" :,").startswith(_OPENING) else modality(what)
    return "asserted" if mood == "negated" else mood


def _indirect(story: Story, scene: Scene, told: list[Told]) -> Iterator[Draft]:
    masked = scene.masked
    at = 0
    while (match := next(scene_search(scene, _INDIRECT, at), None)) is not None:
        at = match.end("verb")
        if masked[match.end("verb") : match.end("verb") + 1] == "," and masked[: match.start()].endswith(", "):
            continue
        if re.match(r"[”\"]", masked[match.start() - 1 : match.start()]) or masked[: match.start()].rstrip().endswith(
            ("”", '"')
        ):
            continue
        if _addressed(match):
            continue
        who = _speaker(story, scene, match, "who")
        office = _POST_FOR.search(masked, 0, match.start("who"))
        verb = SPEECH.get(match["verb"], "said")
        first = match.start("what") + 1
        stop = _until(masked, first)
        parts = _coordinated(masked, first, stop)
        for number, (meaning, low, high) in enumerate(parts):
            span = ((office.start("post") if office else match.start()) if number == 0 else low, high)
            before = masked[: match.start()] + match["adverbs"] if number == 0 else ""
            mood = _mood(before, masked[low:high])
            by = "said" if match["that"] else "said.plain"
            yield from _say(story, scene, told, who, meaning or verb, (low, high), span, by, mood)
        rest = re.match(r", while|, whereas|, although", masked[stop:])
        if rest:
            end = _until(masked, stop + 2)
            start_, end_ = scene.span(stop, end)
            told.append(Told(start_, end_, who[0], who[1], doubtful=True))
        at = max(at, stop)


def scene_search(scene: Scene, pattern: str, at: int) -> Iterator[re.Match[str]]:
    """The matches of a rule from a place on."""
    yield from rule(pattern).finditer(scene.masked, at)


def _coordinated(masked: str, first: int, stop: int) -> list[tuple[str | None, int, int]]:
    """`said that ..., but denied that ..., calling on ...`: one part for each verb of speech of the same subject."""
    cuts: list[tuple[str | None, int, int]] = [(None, first, first)]
    for pattern in (_NEXT_VERB, _PARTICIPLE):
        for match in pattern.finditer(masked, first, stop):
            meaning = SPEECH.get(match["verb"]) or _ING.get(match["verb"])
            cuts.append((meaning, match.start(), match.start("what")))
            break
    cuts.sort(key=lambda c: c[1])
    parts = []
    for number, (meaning, _, begin) in enumerate(cuts):
        end = cuts[number + 1][1] if number + 1 < len(cuts) else stop
        parts.append((meaning, begin, end))
    return parts


def _tagged(story: Story, scene: Scene, told: list[Told]) -> Iterator[Draft]:
    """`"...", said X`: the words in quotation marks are his."""
    for match in scene.find(_TAG):
        opening = max(scene.masked.rfind(mark, 0, match.start()) for mark in _OPENING)
        if opening < 0:
            continue
        group = "who" if match["who"] else "whom"
        verb = SPEECH.get(match["verb"] or match["verb2"] or "said", "said")
        mood = _mood(match["adverbs"], scene.masked[opening : match.start()])
        yield from _say(story, scene, told, _speaker(story, scene, match, group), verb, (opening + 1, match.start()),
                        (opening, match.end()), "said.quoted", mood)  # fmt: skip


_ADVERBS = re.compile(
    r"(?:later|earlier|again|afterwards?|yesterday|today|on|in|at|during|after|by|over|through|from)\b"
)


def _without_tag(story: Story, scene: Scene, match: re.Match[str], first: int, last: int) -> str:
    """What is said, with a mark where `X said` and what belongs to it - to whom, when - stood in its midst."""
    rest = min(match.end(), last)
    tag = match[0].rstrip()
    if not tag.endswith(",") and ("told" in (match["verb"] or "") or _ADVERBS.match(scene.masked, rest)):
        comma = scene.masked.find(", ", rest, last)
        rest = comma + 2 if comma >= 0 else last
    parts = (scene.words(story.text, first, match.start()), scene.words(story.text, rest, last))
    return " … ".join(words for part in parts if (words := part.strip(" .")))


def _addressed(match: re.Match[str]) -> bool:
    """Whether behind the verb only stands to whom or when it was told: `told a news conference`, `he said later, if`."""
    bare = not match["that"] and match.start("what") == match.end("verb")
    to = match["verb"] in ("told", "tells", "tell") and re.match(r" (?:an?|the|his|her|its|their|our)\b", match["what"])
    return bare and bool(to or re.match(rf" {_ADVERBS.pattern}(?:(?! that )[^,;.]){{0,40}}[,.]", match["what"]))


def _inserted(story: Story, scene: Scene, told: list[Told]) -> Iterator[Draft]:
    """`The list, X said, is closed`."""
    for match in scene.find(_INSERTED):
        if scene.masked[: match.start()].rstrip().endswith(("”", '"')) or match.start() < 8:
            continue
        group = "who" if match["who"] else "whom"
        who = _speaker(story, scene, match, group)
        last = len(scene.masked.rstrip("."))
        first = scene.masked.rfind("; ", 0, match.start()) + 1
        first += len(scene.masked[first:]) - len(scene.masked[first:].lstrip())
        told.append(Told(*scene.span(first, last), who[0], who[1]))
        if match.end() >= last - 1 or scene.masked[match.end() : match.end() + 1] == ";":
            continue  # `..., officials said.` names the teller of a fact; no statement of its own
        words = _without_tag(story, scene, match, first, last)
        yield draft(story, scene, "statement", who[0], SPEECH.get(match["verb"] or match["verb2"] or "", "said"), words, (first, last), "said.inserted",
                    _mood(match["adverbs"], scene.masked), attributed_to=("narrator", who[0]), for_party=who[1])  # fmt: skip
    for match in scene.find(
        rf"\b[Aa]ccording to (?:the )?{_WHO},? (?P<what>[^\n]*)|^(?P<what2>[^\n]{{10,300}}?),? according to (?:the )?{_WHO.replace('who', 'whom')}"
    ):
        group = "who" if match["who"] else "whom"
        low, high = match.span("what" if match["who"] else "what2")
        if high > low:
            told.append(Told(*scene.span(low, high), *_speaker(story, scene, match, group)))
