"""Who led whom: for each party every person who is named is one of several answers."""

import re
from collections.abc import Iterator

from ....language.folding import fold
from ...roster.side import Side
from ..story import Story
from . import Seen
from .named import OTHER, PARTY, PERSON, Named, named
from .words import where

QUESTION = "led"
_LEAD = r"(?:led|leads?|leading|leader|head(?:s|ed|ing)?|fronted|fronting|steered|captained|in charge|chief|leadership|presid\w+|chaired)"
_FOR = r"(?:spoke|speaks?|speaking|represent\w*|on behalf|in the name|acting|act|talk\w*|argued|did the talking|sat|appeared|bargain\w*|negotiat\w*|voice|answered)"
_SENT = r"(?:sent|dispatched|fielded|brought|chose|came|arrived|delegat\w+|team|side|bench|party|panel|mission|put up|flew|turned up|was there|attended)"
_HELPS = re.compile(
    r"\b(?:mediat\w*|in the chair|host\w*|facilitat\w*|observ\w*|shuttl\w*|conciliat\w*|invited|greeted|received|moderat\w*|kept order|between them|lent)\b", re.I
)  # fmt: skip
_KINDS = (
    ("lead", re.compile(rf"\b{_LEAD}\b", re.I)),
    ("for", re.compile(rf"\b{_FOR}\b", re.I)),
    ("sent", re.compile(rf"\b{_SENT}\b", re.I)),
)
_POST = re.compile(
    r"\b(?:head|chief|lead|leader|leading|president|chair\w*|secretary|general|minister|premier|governor|director|manager|mayor|commander|envoy|ambassador|negotiator|representative"
    r"|spokes\w+|deputy|lawyer|adviser|counsel|mediator|bishop|judge|commissioner|colonel|captain|professor|elder|chieftain|sheikh|prince|rector|dean)\b", re.I,
)  # fmt: skip
_BORDER = re.compile(r"[;:—–]|, (?:but|while|whereas|and|though|although)\b")
_SPOKE = re.compile(
    r"\b(?:said|says|told|added|insisted|warned|thanked|called|replied|answered|wrote|asked|declared)\b"
)
_SIGNED = re.compile(r"\b(?:sign\w*|initial\w*|signature|pen)\b", re.I)
WIDE = 350
"""Letters to each side that are looked at: a sentence without an end names more people than can each be looked at with all of it."""
_OF = ("of the party", "of the other", "of nobody", "of a third")


def heads(story: Story, party: Side) -> Iterator[Seen]:
    """Each person, wherever one is named, as the sentence is read for a party."""
    others = [side for side in story.who.parties if side.name != party.name]
    read = [(scene, named(story, scene, party, others)) for scene in story.scenes]
    order: dict[str, int] = {}
    for scene, one in read:
        for place in one.places(PERSON):
            sign = one.at[place]
            name = _full(sign.name, order)
            order.setdefault(name, len(order))
            own = _of(story, name, party, others)
            signs = {"-", own, f"named {min(order[name], 4)}", *where(scene, len(read)), *_linked(one, place)}
            signs |= {
                f"{own}, {more}"
                for more in signs - {own, "-"}
                if more.startswith(("left", "right", "spoke", "lead", "helps", "alone", "named"))
            }
            start = scene.sentence.start + sign.start
            yield Seen(name, start, scene.sentence.start + sign.end, scene, scene.place_of(start), frozenset(signs))


def telling(seen: Seen) -> tuple[int, int] | None:
    """The words from a person to the nearest ones that may tell of leading, or back; None where his sentence has none."""
    begin = seen.scene.sentence.start
    places = [
        (begin + m.start(), begin + m.end()) for _, kind in _KINDS for m in kind.finditer(seen.scene.sentence.text)
    ]
    near = min(places, key=lambda place: max(place[0] - seen.end, seen.start - place[1]), default=None)
    return (min(seen.start, near[0]), max(seen.end, near[1])) if near else None


def _full(name: str, known: dict[str, int]) -> str:
    """The fuller name of whoever was named before."""
    return next(
        (
            one
            for one in known
            if one != name and fold(one).split()[-1:] == fold(name).split()[-1:] and len(one) > len(name)
        ),
        name,
    )


def _of(story: Story, name: str, party: Side, others: list[Side]) -> str:
    """For whom the story takes somebody to speak."""
    person = story.cast.people.get(name)
    own = person.party if person else None
    if own is None:
        return _OF[2]
    if own in party.names:
        return _OF[0]
    return _OF[1] if any(own in side.names for side in others) else _OF[3]


def _linked(one: Named, place: int) -> Iterator[str]:
    """What stands between a person and the nearest place of the party to each side, and around both."""
    begin = max(0, place - WIDE)
    text = one.text[begin : place + WIDE]
    place -= begin
    ours, theirs, people = ([n for n, letter in enumerate(text) if letter == sign] for sign in (PARTY, OTHER, PERSON))
    for side, at in (
        ("left", max((p for p in ours if p < place), default=None)),
        ("right", min((p for p in ours if p > place), default=None)),
    ):
        if at is None:
            yield f"{side} -"
            continue
        low, high = sorted((at, place))
        between = text[low + 1 : high]
        apart = [sign for sign in (PERSON, OTHER) if sign in between]
        tag = f"{side}{'' if not apart else ' over others'}{' over a border' if _BORDER.search(between) else ''}"
        yield tag
        gap = len(between.split())
        yield f"{tag} {'beside' if gap < 3 else 'near' if gap < 7 else 'off' if gap < 14 else 'far'}"
        yield from (f"{tag} {kind}" for kind, pattern in _KINDS if pattern.search(between))
        yield from _short(side, tag, between)
    begin = max((m.end() for m in _BORDER.finditer(text, 0, place)), default=0)
    stop = _BORDER.search(text, place)
    clause = text[begin : stop.start() if stop else len(text)]
    yield from (f"clause {kind}" for kind, pattern in _KINDS if pattern.search(clause))
    yield from (f"sentence {kind}" for kind, pattern in _KINDS if pattern.search(text))
    if PARTY in clause:
        yield "clause of the party" if OTHER not in clause else "clause of both"
    elif OTHER in clause:
        yield "clause of the other"
    yield from _before(text, place)
    for name, pattern in (("spoke", _SPOKE), ("signed", _SIGNED), ("helps", _HELPS)):
        if pattern.search(clause):
            yield name
    if len(people) == 1:
        yield "alone in the sentence"
    if ours and theirs and len(people) == 2:
        first = min(ours) < min(theirs)
        yield "in parallel" if first == (place == people[0]) else "against the parallel"
    posts = _POST.findall(text[max(0, place - 50) : place])
    if posts and PERSON not in text[max(0, place - 50) : place]:
        yield f"post {posts[-1].lower()}"
    if re.match(r",? \([^)]*\b(?:lead\w*|head\w*|chief)\b", text[place + 1 :]):
        yield "called leader in brackets"
    elif text[place + 1 : place + 3] == " (":
        yield "something in brackets"


def _short(side: str, tag: str, between: str) -> Iterator[str]:
    """Short links between a person and the party, the party first (`left`) or the person."""
    words = r"(?:[\w’'-]+ ){0,5}"
    patterns = (
        (("by", rf"[^;]*\bby (?:its |the |their )?{words}(?:[\w’' -]{{0,40}}, )?(?:\w+\.? )?"), ("colon", r"\)?: ?(?:[\w.’'-]+ ){0,5}(?:[\w ’'-]{0,30}, )?"), ("own", rf"['’]?s? {words}"),
         ("apposed", rf",? (?:its |the |their )?{words}"), ("sent whom", rf"[^;]*\b{_SENT} (?:only )?(?:its|their|his|her|the|an?) [^;]{{0,60}}"), ("under", rf"[^;]*\bunder {words}"), ("through", rf"[^;]*\b(?:in the person of|through|with) {words}"))
        if side == "left" else
        (("of", r",? of (?:the )?"), ("for", r",? (?:[\w]+ ){0,2}?for (?:the )?"), ("bracket", r",? \((?:the )?"), ("post of", rf", {words}(?:of|for) (?:the )?"),
         ("leads", rf",?(?: [\w,]+){{0,6}}? {_LEAD} (?:up )?(?:for )?(?:the )?(?:\w+ )?"), ("speaks", rf",?(?: [\w,]+){{0,6}}? {_FOR}(?: for| of)? (?:the )?"))
    )  # fmt: skip
    yield from (f"{tag} {name}" for name, pattern in patterns if re.fullmatch(pattern, between))


def _before(text: str, place: int) -> Iterator[str]:
    """The words just before and behind the person."""
    near, after = text[max(0, place - 60) : place], text[place + 1 : place + 50]
    if re.search(rf"\b{_LEAD} (?:\w+ )?by (?:[^.;{PERSON}]{{0,45}})$", near, re.I):
        yield "led by"
    elif re.search(rf"\bby (?:its |the |their )?[^.;{PERSON}]{{0,40}}$", near):
        yield "by"
    if re.search(rf"\bunder (?:[^.;{PERSON}]{{0,30}})$", near):
        yield "under"
    if re.search(rf"(?:^|[;,.:] )[Ff]or (?:the )?{PARTY}[^.;{PERSON}]{{0,60}}$", near):
        yield "for the party"
    if re.search(rf"(?:^|[;,.:] )[Ff]or (?:the )?{OTHER}[^.;{PERSON}]{{0,60}}$", near):
        yield "for the other"
    if re.match(rf"(?:,[^.;{PERSON}]{{0,50}},)?(?: who)? (?:\w+ )?{_LEAD}\b", after):
        yield "leads"
    if re.match(rf"(?:,[^.;{PERSON}]{{0,50}},)?(?: who)? (?:\w+ )?{_FOR}\b", after):
        yield "speaks for"
