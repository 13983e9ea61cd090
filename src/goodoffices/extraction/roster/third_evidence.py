"""What a report tells of each who might help: titles, words of helping, what is done to both, and how it stands beside the others; as signs to be weighed.

What each sign counts stands under `third ...` in `weights.txt`; nothing is decided here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp

from .kinds import kind_of
from .lexicon import MEDIATORS, NEUTRAL_BODIES, NEUTRAL_OFFICES, TELLERS, TITLES, people
from .masked import Masked, rule
from .names import Names
from .phrase import WE, Phrase
from .roles import roles
from .side import PERHAPS
from .third_parties import SAYS, Helper, named_in
from .weighing import weight

MOST = 40
"""Who might help of a text; one that names more is a list."""
_HELPS = (
    r"(?:mediat|facilitat|host|co-host|chair|presid|moderat|conciliat|arbitrat|broker|guarant|conven|refere|umpir|shuttl|adjudicat"
    r"|interpret|translat|accompan|escort|witness|observ|supervis)\w*"
)
_WEAKLY = (
    r"(?:brought|brings?|got|gets?|invit\w+|summon\w+|call\w*|ask\w*|told|tells?|heard|hears?|listen\w*|persuad\w+|urg\w+|carr(?:y|ied|ies|ying)|relay\w*|propos\w+"
    r"|suggest\w*|adjourn\w*|rul(?:ed|es|ing)|oversaw|oversees?|kept|keeps?|keeping|held|holds?|holding|lent|lends?|offer\w*|open\w*|sat|sits?|sitting|sworn|swore|drafted|devised|confirm\w*|sort\w*)"
)
_ROLE = (
    r"(?:\ue003|(?:co-)?chair(?:man|woman|ing)?|(?:co-)?hosts?|moderator|witness(?:es)?|go-between|referee|umpire|interpreter|neutral|guarantors?|peacemaker"
    r"|conciliator|arbitrator|mediator|facilitator|observer|in the chair|presiding)\b"
)
_BOTH = r"(?:both|each|either|them|the two|two sides|the sides|the parties|one another|the pair|everyone|all three|<G>,? and (?:the )?<G>|<M>)"
_AFTER = {
    "helps": rf"^[^.;]{{0,50}}?\b{_HELPS}\b",
    "helps at once": rf"^(?:,? (?:who|which|that))?(?: has| have| had|['’]d| is| was| will|['’]s| been| also| again| to be)* {_HELPS}\b",
    "helps weakly": rf"^(?:,? (?:who|which|that))?(?: has| have| had|['’]d| is| was| will|['’]s| been| also| again)* {_WEAKLY}\b",
    "who": r"^,? (?:who|which|whose)\b",
    "to both": rf"^[^.;]{{0,80}}? {_BOTH}(?!\w)",
    "role behind": rf"^,[^.;,]{{0,40}}?{_ROLE}",
    "role behind as": rf"^[^.;]{{0,40}}? as (?:an? |the )?(?:\w+ )?{_ROLE}",
    "doing": r"^,? [a-z]+ing\b",
    "between": r"^[^.;]{0,60}? between\b",
    "apposed": r"^, ",
    "room": r"^['’]s? (?:\w+ )?(?:house|office|barn|parlou?r|kitchen|residence|study|garden|hut|palace|villa)\b",
    "said": r"^[^.;,]{0,12} (?:said|says|told|announced|reported)\b",
    "auspices": r"^(?:['’]s?)? (?:auspices|mediation|facilitation|good offices|chairmanship|supervision|escort|presidency|roof|formula|proposal)\b",
}
_BEFORE = {
    "with": r"\b[Ww]ith (?:the |an? |our )?(?:[a-z-]+ )?$",
    "by": r"\bby (?:the |an? |our )?(?:[a-z-]+ )?$",
    "helped by": rf"(?:{_HELPS}|{_WEAKLY}|together)[^.;,]{{0,25}} by (?:the |an? |our )?(?:[a-z-]+ )?$",
    "under": r"\b[Uu]nder (?:the )?(?:[a-z]+ of (?:the )?)?$",
    "between": r"\bbetween (?:them|the two|both|these)[^.;]{0,30}$",
    "in front of": r"\b(?:in front of|before|in the presence of|through|via|thanks to|courtesy of|at the (?:invitation|request|behest|table|house|home) of|according to|to) (?:the |an? )?$",
    "role of": rf"{_ROLE}[^.;]{{0,25}}$",
    "told by": r"\b(?:according to|in the words of|says?|said|writes?|told) (?:the )?$",
    "talks at": r"\b(?:in|at|to|into|outside) (?:the )?$",
    "it took": r"\b(?:took|cost|was|were|is) (?:the |an? )?$",
    "help of": r"\b(?:help|assistance|offices|auspices|mediation|eye|eyes|roof|presence|patience|formula) (?:of|from) (?:the |an? )?$",
}  # fmt: skip
_WITH_SORT = ("helps at once", "helps weakly", "who", "to both", "role behind")
Signs = dict[str, float]


def third_signs(scenes: Sequence[Masked], helping: Iterable[Helper], names: Names) -> dict[str, tuple[Helper, Signs]]:
    """The signs of all who might help, by key, each with its first place."""
    found: dict[str, tuple[Helper, Signs]] = {}
    for number, scene in enumerate(scenes):
        for place, phrase in scene.at.items():
            signs: Signs = {}
            for one in named_in(phrase, PERHAPS, scene.span(place, place + 1)):
                key = names.key(one.group)
                if key == WE or (len(found) >= MOST and key not in found):
                    continue
                signs = signs or dict.fromkeys(_signs(scene, place, phrase, number), 1.0)
                first = found.setdefault(key, (one, {}))
                first[1].update(signs)
                if one.person and not first[0].person:
                    found[key] = (one, first[1])  # the name, and not the office that stood before it
    for helper in helping:
        key = names.key(helper.group)
        if key in found:
            found[key][1]["rule" if helper.sure else "neutral"] = 1
    return found


def likely(signs: Mapping[str, float]) -> float:
    """How likely one with these signs helps, from 0 to 1."""
    return 1 / (1 + exp(-weight({**signs, "any": 1}, "third ")))


def _signs(scene: Masked, place: int, phrase: Phrase, number: int) -> Iterator[str]:
    before, after = scene.text[max(0, place - 70) : place], scene.text[place + 1 : place + 130]
    yield from (f"then {name}" for name, pattern in _AFTER.items() if rule(pattern).search(after))
    yield from (f"after {name}" for name, pattern in _BEFORE.items() if rule(pattern).search(before))
    if phrase.groups or phrase.person:
        yield from (f"is {name}" for name in roles(scene, place, phrase))
    yield from _kind(phrase)
    sort = (
        "person"
        if phrase.person and not phrase.groups
        else "office"
        if not phrase.groups
        else "agent"
        if phrase.agent
        else "body"
    )
    yield from (f"{sort} then {name}" for name in _WITH_SORT if rule(_AFTER[name]).search(after))
    yield from (
        f"{sort} after {name}" for name in ("with", "helped by", "role of") if rule(_BEFORE[name]).search(before)
    )
    earlier = sum(len(one.groups) or 1 for at, one in scene.at.items() if at < place)
    yield f"behind {min(earlier, 3)}"
    yield f"sentence {min(number, 3)}"
    if phrase.helper:
        yield "helper"
    if _beside_a_role(scene, place):
        yield "role beside"


def _beside_a_role(scene: Masked, place: int) -> bool:
    """`Dame Verity Ashdown, the independent chair,`; `the mediator, schoolmaster Osric Baptie`; `Fr Dunne (mediator)`."""
    for other in range(place - 15, place + 16):
        phrase = scene.at.get(other)
        first, last = min(place, other), max(place, other)
        tag = other > place and rule(SAYS).match(scene.text, other + 1)
        near = phrase is not None and other != place and not tag and _ROLES & set(phrase.head.lower().split()[-1:])
        if near and _APPOSED.fullmatch(scene.text[first + 1 : last]):
            return True
    return False


def _kind(phrase: Phrase) -> Iterator[str]:
    """What kind of body, person or office is named."""
    head = phrase.head.lower().split()
    if phrase.person:
        yield "person with a side" if phrase.groups else "person"
    elif not phrase.groups:
        yield "office"
        yield "office in capitals" if phrase.head[:1].isupper() else "office in small letters"
    for group in phrase.groups[:1]:
        words = group.name.lower().split()
        yield f"kind {'people' if people(words[-1]) else kind_of(group.name) or 'name'}"
        yield "named" if group.named else "common"
        if {words[0], words[-1]} & (NEUTRAL_BODIES | NEUTRAL_OFFICES | MEDIATORS):
            yield "neutral body"
        if len(words) == 1:
            yield "of one word"
    if head:
        yield "titled"
        yield from (name for name, some in _HEADS.items() if some & set(head))


_ROLES = MEDIATORS | frozenset(
    "chair chairman chairwoman host hosts referee umpire witness witnesses interpreter neutral peacemaker convener".split()
)
_APPOSED = re.compile(r"(?:, | \()(?:the |an? |our |its |their |[a-z-]+ )*")
_HEADS = {"neutral head": NEUTRAL_OFFICES, "mediator": MEDIATORS, "teller": TELLERS, "title": TITLES}
