"""Who acts in a report: what each body is told to do, to own, to send, or to face, counted.

Where no clause sets two together (`encounters`), those who act most are taken to be the ones who have to do with each other.
"""

from collections import Counter
from collections.abc import Sequence

from .kinds import kind_of
from .lexicon import HEADS_OF_PLACES, KINDS, VERBS, people
from .masked import GROUP, MANY, Masked, rule
from .names import Names
from .phrase import WE, Group, Phrase

MENTION, BODY, ACTS, SENDS, OWNS, FACED, NEAR = 0.4, 0.4, 1.0, 1.2, 0.7, 1.0, 0.3
"""What each thing that is told of a body is worth."""
FIRST = 1.3
"""What the first sentences count more than the later ones."""
ENOUGH = 0.7
"""From how much on a body is taken to be a party,"""
APART = 0.85
"""where whoever comes next has less than this share of it."""
_AUX = (
    r"(?: \d{1,4})?(?: (?:in|of|from|at|on) [A-Z\ue000]\w*)?(?:,[^,;.]{1,90},)?(?: \([^)]*\))?(?: (?:has|have|had|also|again|now|would|will|does|do|did|could|can|is|are|was|were|still|then"
    r"|not|never|no longer|already|just|finally|later|yesterday|today|on \w+day|\w+ly|said)\b)*"
)
_DOES = rule(
    rf"^{_AUX} (?!(?:said|reported)\b(?![^.]{{0,30}}\b(?:it|its|they|would)\b)|told (?!(?:the )?<G>))(?:[a-z]+(?:ed|s)|offer|demand|refuse|claim|oppose|accept|reject|cannot|(?:does|do|did|will|would|can|could|may|must|should)(?: not|n.t)? [a-z]+|{'|'.join(sorted(VERBS))})\b"
)
_FACED = rule(
    r"\b(?:with|against|between|opposite|facing|versus|v\.?|vs\.?|told|met|meets|meet|fac(?:ed|es)|accus(?:es|ed)|heard|urg(?:es|ed)|let|lets|call(?:s|ed)? on|offer(?:s|ed)?|gave|(?:[Ss]o|as|[Nn]or|[Nn]either) did|on the one side|on the other|from|across from)"
    r"(?: the| its| their| both| neighbouring| rival)*(?: [a-z-]+)?? $"
)
_DONE_TO = rule(
    rf"<G>[^.;\ue000\ue002]{{0,40}}? (?:[a-z]{{3,}}ed|{'|'.join(sorted(v for v in VERBS if len(v) > 3))})(?: the| its| their)? $"
)
"""Whom another one does something to."""
_TELLS = rule(r"^ (?:said|told|announced|reported|confirmed)\b[^.]{0,30}\.?$")
_GIVEN = rule(
    r"\b(?:hand\w*|gave|gives|return\w*|offer\w*|releas\w+|transferr\w+|promis\w+|listen\w*|sold|paid|owe[sd]?)\b[^.;]{0,50}? to(?: the| its)? $"
    r"|\b[a-z]+ed by(?: the)? $|\b(?:decision|demand|offer|refusal|request|claims?|proposals?|strike|vote|threat|promise|right) (?:of|by)(?: the)? $"
)
"""Whom something is given by another, or by whom something is done."""
_LISTED = rule(
    r"\b(?:claimant|respondent|applicant|plaintiff|defendant|appellant|petitioner|complainant)s?[,:] (?:the )?$|<G>,? and (?:the |its |their )?$|\band then (?:the )?$"
)
_TOWN = rule(
    r"\b(?:travel\w*|flew|fly|flies|went|go|goes|send|sends|sent|sail\w*|return\w*|came|drove|head\w*|arriv\w*)\b[^.;,]{0,25} (?:to|from) $"
)
_TOPIC = rule(
    r"\b(?:reported|told|spoke|wrote|appealed|complained|according)(?: back)? to(?: the| its| their)? $|(?:<P>|<H>) for(?: the)? $"
)
_NEAR = rule(r"\b(?:to|for|by|of|and|or|on)(?: the| its| their)* $")
_PLACE = rule(
    r"\b(?:in|at|near|outside|inside|via|over|through|on|off|around|into|under)(?: the| its| an?)* $|\d,? $"
    r"|\b(?:siege|town|city|port|village|outskirts|area|region|capital|island|suburb|parts?|north|south|east|west) of(?: the| neighbouring)* $"
)


def prominence(telling: Sequence[Masked], names: Names) -> Counter[str]:
    """How much is told of each body, by its key."""
    found: Counter[str] = Counter()
    acting = set[str]()
    for number, scene in enumerate(telling):
        for place, phrase in scene.at.items():
            if phrase.helper or not phrase.groups:
                continue
            worth = worth_at(scene, place, phrase) * (FIRST if number < 2 else 1.0)
            for group in phrase.groups:
                key = names.key(group)
                if key != WE or number:
                    found[key] += worth * _likely(group)  # type: ignore[assignment]
                if worth > (MENTION + NEAR) * FIRST:
                    acting.add(key)
    # Who is only named does nothing.
    return Counter({key: worth for key, worth in found.items() if key in acting})


def worth_at(scene: Masked, place: int, phrase: Phrase) -> float:
    """What one place says of the body that it names."""
    before, after = scene.text[max(0, place - 60) : place], scene.text[place + 1 : place + 120]
    if phrase.agent:
        # Whose officials are only the ones who tell it need not be of those who talk.
        return MENTION if _TELLS.search(after) else MENTION + SENDS
    if phrase.owner or after.startswith(("'s ", "’s ")):
        return MENTION + OWNS
    topic = _TOPIC.search(before) or (_TOWN.search(before) and not kind_of(phrase.groups[0].name))
    if topic:
        return 0.0  # `the Special Envoy for Tarn`, `flew to Tarn`
    if _FACED.search(before) or _LISTED.search(before) or _GIVEN.search(before):
        return MENTION + FACED
    if _PLACE.search(before):
        return 0.0
    if _DONE_TO.search(before):
        return MENTION + FACED
    together = after.startswith((" and ", ",")) and any(sign in after[:12] for sign in (GROUP, MANY))
    if together or _DOES.search(after):
        return MENTION + ACTS
    return MENTION + (NEAR if _NEAR.search(before) else 0.0)


def _likely(group: Group) -> float:
    """What kind of name it is: a body of a known kind more than any other name, a common word for many people less."""
    kind = kind_of(group.name)
    last = group.name.lower().split()[-1]
    if kind and last in HEADS_OF_PLACES and not group.named:
        return 0.5
    if group.named:
        return 1.0 + (BODY if kind else 0.0)
    if " " in group.name and (last in KINDS or people(last)):
        return 1.1
    return 0.8 if last in KINDS else 0.4
