"""What one place in a sentence says of the body that it names: that it acts, owns, sends, faces another, or is only a town."""

from collections.abc import Iterator

from .kinds import kind_of
from .lexicon import TALK, VERBS
from .masked import Masked, rule
from .phrase import Phrase

_AUX = (
    r"(?: \d{1,4})?(?: (?:in|of|from|at|on) [A-Z\ue000]\w*)?(?:,[^,;.]{1,90},)?(?: \([^)]*\))?(?: (?:has|have|had|also|again|now|would|will|does|do|did|could|can|is|are|was|were|still|then"
    r"|not|never|no longer|already|just|finally|later|yesterday|today|on \w+day|\w+ly|said)\b)*"
)
_SIGNS_AFTER = {
    "acts": rf"^{_AUX} (?!(?:said|reported)\b(?![^.]{{0,30}}\b(?:it|its|they|would)\b)|told (?!(?:the )?<G>))(?:[a-z]+(?:ed|s)|offer|demand|refuse|claim|oppose|accept|reject|cannot|(?:does|do|did|will|would|can|could|may|must|should)(?: not|n.t)? [a-z]+|{'|'.join(sorted(VERBS))})\b",
    "position": rf"^{_AUX} (?:wants?|wanted|wish\w*|demand\w*|insist\w*|refus\w*|reject\w*|offer(?:s|ed)?|agree[sd]?|accept\w*|propos\w*|seeks?|sought|oppos\w*|object\w*|conced\w*|promis\w*|pledg\w*|undert\w*|commit\w*|call(?:s|ed)? for|ask(?:s|ed)? for|claim\w*|den(?:y|ies|ied)|accus\w*|maintain\w*|consider\w*|holds?|(?:is|are|was|were) (?:ready|willing|prepared|open|against|asking|demanding|seeking)|withdr\w*|drop\w*|pays?|signed|gets?|keeps?|yield\w*|sent)\b",
    "tells": r"^ (?:said|told|announced|reported|confirmed)\b[^.]{0,30}\.?$",
    "absent": r"^(?:,? which| who)?<~>{0,30}? (?:not (?:invited|present|represented|asked|at the table|a party|take part|attend)|no part|stayed away|absent|declined|observ\w+|welcom\w+|watch\w+|followed|supported|warned|called on|urged|protest\w+|march\w+)\b",
    "to both": r"^[^.;]{0,90}? (?:both|each|either|them|the two|two sides|both sides|the sides|the parties|one another|the pair)\b",
    "writes for": r"^ (?:reports?|writes?|understands|has learned|has learnt|correspondent)\b",
    "apposed": r"^, (?:the|an?|its|their) |^ \(",
    "told more": r"^,? (?:which|who|whose|that) ",
    "somewhere": r"^ (?:at|in|on|from|out of|of|across|along) ",
}
_SIGNS_BEFORE = {
    "faced": r"\b(?:with|against|between|opposite|facing|versus|v\.?|vs\.?|told|met|meets|meet|fac(?:ed|es)|accus(?:es|ed)|heard|urg(?:es|ed)|let|lets|call(?:s|ed)? on|offer(?:s|ed)?|gave|(?:[Ss]o|as|[Nn]or|[Nn]either) did|on the one side|on the other|from|across from)(?: the| its| their| both| neighbouring| rival)*(?: [a-z-]+)?? $",
    "done to": rf"<G><~>{{0,40}}? (?:[a-z]{{3,}}ed|{'|'.join(sorted(v for v in VERBS if len(v) > 3))})(?: the| its| their)? $",
    "given": r"\b(?:hand\w*|gave|gives|return\w*|offer\w*|releas\w+|transferr\w+|promis\w+|listen\w*|sold|paid|owe[sd]?)\b[^.;]{0,50}? to(?: the| its)? $|\b[a-z]+ed by(?: the)? $|\b(?:decision|demand|offer|refusal|request|claims?|proposals?|strike|vote|threat|promise|right) (?:of|by)(?: the)? $",
    "listed": r"\b(?:claimant|respondent|applicant|plaintiff|defendant|appellant|petitioner|complainant)s?[,:] (?:the )?$|<G>,? and (?:the |its |their )?$|\band then (?:the )?$",
    "for": r"(?:^|[.;:,] |[Pp]resent |[Ss]igned |spoke |led |<P>,? )[Ff]or (?:the )?$",
    "indefinite": r"\b(?:[Aa]n?|some|any|no|other|several|another)(?: [a-z-]+)? $",
    "possessed": r"\b(?:its|their|his|her)(?: [a-z-]+)? $",
    "from": r"\bfrom(?: the| its| an?)? $",
    "behind a colon": r": (?:the )?$",
    "between both": r"\b(?:both|the two|them)\b[^.;]{0,50}$",
    "by": r"\bby(?: the| an?)? $",
    "subject": r"(?:^|[.;:”\"] )(?:[Tt]he |An? )?$",
}
_TOWN = rule(
    r"\b(?:travel\w*|flew|fly|flies|went|go|goes|send|sends|sent|sail\w*|return\w*|came|drove|head\w*|arriv\w*|depart\w*|left|bound|set (?:out|off))\b[^.;,]{0,25} (?:to|from|for) $"
)
_TOPIC = rule(
    r"\b(?:reported|told|spoke|wrote|appealed|complained|according)(?: back)? to(?: the| its| their)? $|(?:<P>|<H>) for(?: the)? $"
)
_PLACE = rule(
    r"\b(?:in|at|near|outside|inside|via|over|through|on|off|around|into|under|towards?|aboard|along|above|below|beyond)(?: the| its| an?)*(?: [a-z]+er| ship| yacht)? $|\d,? $"
    r"|\b(?:siege|town|city|port|village|outskirts|area|region|capital|island|suburb|parts?|north|south|east|west|valley|foothills|river|coast|shores|banks?|streets|hills|mountains|province|county|district) of(?: the)?(?: the| neighbouring)* $"
)
_TALKS = rule(rf"\b(?:{TALK}|met|meet|sat|sign\w*|agree\w*)\b")
_STRONG = frozenset("faced given listed".split()) | {"done to"}


def nowhere(scene: Masked, place: int, phrase: Phrase) -> bool:
    """Whether somebody is named only as a place, or as what is spoken of: `flew to Tarn`, `the envoy for Tarn`."""
    before, after = scene.text[max(0, place - 60) : place], scene.text[place + 1 : place + 4]
    if phrase.agent or phrase.owner or after.startswith(("'s ", "’s ")):
        return False
    if _TOPIC.search(before) or (_TOWN.search(before) and not kind_of(phrase.groups[0].name)):
        return True
    return bool(_PLACE.search(before)) and not any(rule(_SIGNS_BEFORE[s]).search(before) for s in _STRONG)


def roles(scene: Masked, place: int, phrase: Phrase) -> Iterator[str]:
    """All that one place says."""
    before, after = scene.text[max(0, place - 60) : place], scene.text[place + 1 : place + 120]
    yield "named"
    if place == 0:
        yield "opens"
    if _TALKS.search(scene.text):
        yield "talks"
    if phrase.agent:
        yield "agent tells" if rule(_SIGNS_AFTER["tells"]).search(after) else "agent"
        if rule(_SIGNS_BEFORE["faced"]).search(before):
            yield "agent faced"
        return
    if phrase.owner or after.startswith(("'s ", "’s ")):
        yield "owner"
        return
    if nowhere(scene, place, phrase):
        yield "nowhere"
        return
    yield from (name for name, pattern in _SIGNS_BEFORE.items() if rule(pattern).search(before))
    yield from (name for name, pattern in _SIGNS_AFTER.items() if rule(pattern).search(after))
