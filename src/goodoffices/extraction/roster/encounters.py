"""Who is set against whom: the clauses in which people meet, talk, sign, strike or walk out, and who stands on each side of them.

The sentence is read with its phrases masked (`masked.py`), so that a rule speaks of those who are coordinated or opposed and not of words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .lexicon import TALK
from .masked import Masked, rule
from .phrase import Group
from .roles import nowhere

_G = "(?:<D>)?<G>"
_AND = r"(?>(?:,? and|,? &| as well as|,? together with|,? along with)(?: of| from| with| two| three| four| five| six| several| some| most| the| its| their| his| her| that of| those of)* (?:(?:[a-z-]+ ){0,2}?(?:foe|foes|rival|rivals|opponent|opponents|ally|enemy|employer|employers|adversary|counterpart|neighbour|neighbor),? (?:the )?)?)"  # atomic: `and the` in one way only, else a list of thirty could be read in two to the power of thirty
_LIST = rf"(?:{_G}(?:(?:,(?: of| from)? {_G}){{0,6}}{_AND}{_G})*)"
_GAP = r"(?: \([^)]{1,60}\))?(?:,<^>{1,120}?,|,? (?:who|which)<~>{1,80}?,)?(?:(?: from| of| in| on| at| over| across| opposed to| representing)<~>{1,50}?)?"
_ADV = (
    # Each word is taken whole and in one way (an atomic group), so that no run of them can be cut in more ways than anybody can try.
    r"(?:(?>(?:,|on (?:the )?(?:\d+ [A-Z]\w+|\w+(?: (?:morning|afternoon|evening|night|day|last|week))?)|never before|once more|this week|last week|last night|next week|in [A-Z]\w+"
    r"|have|has|had|having|will|would|are|is|were|was|be|been|to|not|also|again|then|both|all|each|now|due|set|expected|scheduled|did|do|does|could|can|may|might|should|must"
    r"|yesterday|today|tomorrow|tonight|early|late|still|yet|never|[a-z]+ly)\b) ?)*"
)
_MEETS = (
    r"(?:met|meet|meets|meeting|sat down|sat|sit down|sits down|sitting down|sat opposite|came face|came together|came to|come together|shook hands|shake hands|faced|face|facing|faced off|held|hold|holds|holding|began|begin|begins|begun|start\w*"
    r"|open\w*|re-?open\w*|resum\w+|conclud\w+|wrapp\w+|broke off|break off|broken off|suspend\w*|adjourn\w*|continu\w+|return\w*|went back|go back|goes back|gone back|back at|back in|back to|agreed|agree|agrees|agreeing"
    r"|reach\w*|sign\w*|initial\w+|seal\w*|struck|strike|clinch\w*|conclude\w*|fail\w*|exchang\w+|trad\w+|spar\w*|clash\w*|negotiat\w+|bargain\w*|talk\w*|discuss\w*|confer\w*|consult\w*|extend\w*|renew\w*"
    r"|appear\w*|remain\w*|walk\w*|pledg\w+|promis\w+|settl\w+|resolv\w+|call\w* a truce|declar\w+|parted|part|end\w*|finish\w*|complet\w+|enter\w*|engag\w+|got (?:together|round|back)|get (?:together|round)|gather\w*|conven\w*"
    r"|announc\w+|approv\w+|accept\w*|adopt\w+|ratif\w+|haggl\w+|wrangl\w+|squar\w+|made (?:progress|peace|headway)|make (?:progress|peace|headway)|at loggerheads|deadlocked|locked|far apart|close to|near|in talks|still|arriv\w+|tr(?:y|ied|ying)|seated|pray\w*|attend\w*|drawn|share\w*|visit\w*|hammer\w*|thrash\w*|patch\w*|bur(?:y|ied)"
    r"|work\w*|launch\w*|set up|establish\w*|spoke|speak|swapp?\w*|said|held off|mov\w+|took|take|could not|couldn't|cannot|have yet|has yet|had yet|have until|ha(?:s|ve|d) been|turn\w*|put|drew|draft\w*|ha(?:s|ve|d))\b"
)
_WITH = r"(?:with|from|against|opposite|across(?: the table)? from|facing|to)"
_BETWEEN = r"\b[Bb]etween (?:both )?"


@dataclass(frozen=True, slots=True)
class Encounter:
    """Some who stand together in a clause of meeting or of opposing."""

    groups: tuple[Group, ...]
    weight: float
    sentence: int
    start: int
    end: int
    rule: str


def encounters(masked: Masked) -> Iterator[Encounter]:
    """What one sentence tells."""
    if sum(len(phrase.groups) + len(phrase.employer) + bool(phrase.person) for phrase in masked.at.values()) < 2:
        return
    places = frozenset(place for place, phrase in masked.at.items() if phrase.groups and nowhere(masked, place, phrase))
    yield from (one for name, weight, pattern in _RULES for one in _by(masked, name, weight, pattern, places))


def _by(masked: Masked, name: str, weight: float, pattern: str, places: frozenset[int]) -> Iterator[Encounter]:
    if name in _NEED_TALK and not _TALKING.search(masked.text):
        weight = 1.0
    for match in rule(pattern).finditer(masked.text):
        spans = [match.span(key) for key, told in match.groupdict().items() if told]
        groups = masked.groups(*spans, without=places, heads=name == "heads")
        if len(groups) > 1:
            yield Encounter(groups, weight, masked.number, *masked.span(*match.span()), name)


_TALKING = re.compile(rf"\b{TALK}\b", re.I)
_NEED_TALK = frozenset({"joint", "list", "of", "opposed"})
_RULES = (
    ("between", 4.0, rf"{TALK}\b<~>{{0,60}}?{_BETWEEN}(?:the )?(?:\w+ (?:of|from) )?(?P<a>{_LIST})"),
    ("reciprocal", 3.0, rf"(?P<a>{_LIST}){_GAP},? {_ADV}(?:{_MEETS})"),
    ("met", 3.0, rf"(?P<a>{_LIST}){_GAP},? {_ADV}(?:met|meet|meets|faced|received|hosted talks with|will meet|sat down with|sat opposite)(?: with)?(?: face to face)? (?:(?!in |at |on |near |for |to |outside |inside |after |before |and )[\w-]+ ){{0,2}}?(?P<b>{_LIST})"),
    ("with", 3.0, rf"(?P<a>{_LIST}){_GAP}<~>{{0,70}}?\b(?:{TALK}|met|meet|meeting|sat|sit|sits|sitting|sparred|negotiat\w+|talk\w*|bargain\w*|clashed|agreed|odds|wrangl\w+|face to face|confer\w*|consult\w*|deal\w*)\b<~>{{0,50}}?\b{_WITH}(?: the| their| its| representatives of| members of)? ?(?P<b>{_LIST})"),
    ("of", 2.5, r"(?P<a><M>)(?=.)"),
    ("pair", 3.0, rf"(?P<a><G>)[-–—/](?P<b><G>) {TALK}"),
    ("joint", 1.5, rf"(?:^|[.;:,”\"] |that |while |as )(?:The )?(?P<a>{_G}(?:{_AND}{_G})+)"),
    ("beside", 1.0, rf"(?P<a>{_G}{_AND}{_G})"),
    ("listed", 3.0, r"\b(?:[Nn]either|[Bb]oth|[Ee]ither|[Bb]etween) (?P<a>(?:<D>)?<G> (?:nor|and|or) (?:<D>)?<G>)"),
    ("opposed", 1.5, rf"{_WITH} (?P<a>{_G}{_AND}{_G})"),
    ("received", 1.5, rf"\b(?:received|brought together|hosted|invited|gathered|welcomed|bringing together|brings together|separately with|in turn with)\b<~>{{0,60}}?(?P<a>(?:<D>)?<G>(?:{_AND}{_G})+|<M>)"),
    ("heads", 3.0, rf"(?P<a>(?:<D>)?<A>)(?:,<^>{{1,80}},)? {_ADV}(?:met|meets?|received?|receives|faced|faces|saw|sees|hosted|telephoned|shook hands|shakes hands|sat (?:down|opposite)|spoke|spoken|talked|held talks|holds talks|dined|negotiated|parted|quarrelled)(?: (?:with|to|from|opposite))? (?P<b>(?:<D>)?<A>)"),
    ("heads", 3.0, rf"(?P<a>(?:<D>)?<A>(?:, (?:<D>)?<A>)?,? and (?:<D>)?<A>)(?:,<^>{{1,80}},)?,? {_ADV}(?:met|meet|parted|shook|shake|signed|sign|agreed|agree|talked|talk|spoke|speak|sat|sit|walked|left|exchanged|embraced|dined|quarrelled|failed|remain\w*|are|were|have)\b"),
    ("shuttled", 4.0, rf"\b(?:shuttl\w+|mediat\w+|go-between|went back and forth|moved|carried \w+|brokered \w+|intermediary|contacts|channel) between (?:the )?(?P<a>{_LIST})"),
)  # fmt: skip
