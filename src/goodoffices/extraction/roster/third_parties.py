"""Who helps: whoever mediates, hosts, chairs, facilitates, observes, conciliates, or before whom the others appear."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .lexicon import MEDIATORS
from .masked import Masked, rule
from .phrases import Group, Phrase

_W = r"(?:<D>)?(?:[\w-]+ )??(?P<who><G|P>(?:(?:, (?:the )?<G|P>)*,? (?:and|together with)(?: the| a)? <G|P>)?)"
_ONE = r"(?:<D>)?(?:[\w-]+ )??(?P<who><G|P>(?: and (?:the )?<G|P>)?)"
_VERBS = {
    "mediates": "mediat\\w+|broker\\w*|brought together|arbitrat\\w+|conciliat\\w+|shuttl\\w+ between",
    "facilitates": "facilitat\\w+|accompan\\w+|sponsor\\w+|guarante\\w+|supported|backed|arranged|organi[sz]ed|convened|called",
    "hosts": "host\\w*|co-hosted|invited",
    "chairs": "chair\\w*|co-chaired|moderat\\w+|presid\\w+(?: over)?",
    "observes": "observ\\w+|witness\\w+|monitored",
}
_ANY = "|".join(_VERBS.values())
_EVENT = r"(?:talks|negotiations|meeting|meetings|session|sessions|round|dialogue|consultations|discussions|process|table|conference|summit|gathering|encounter|hearing|mediation|effort|efforts|accord|deal|agreement|ceasefire|truce|pact)"
_RULES = (
    ("passive", rf"\b(?P<verb>{_ANY})(?: (?:jointly|again|late|on \w+|in \w+))? by {_W}"),
    ("active", rf"(?P<who><G|P>(?: and <G|P>)*)(?:,<^>{{1,60}},)?(?: had| has| have| also| again| then| is| are| was| were| will| be)* (?P<verb>host(?:ed|s|ing)?|mediat(?:ed|es|ing)|broker(?:ed|s|ing)|facilitat(?:ed|es|ing)|chair(?:ed|s|ing)?|moderat(?:ed|es|ing)|conven(?:ed|es|ing)|presid(?:ed|es|ing)|arbitrat(?:ed|es|ing)|shuttled|observ(?:ed|es|ing)|opened the (?:session|meeting|talks))(?![- ]by)"),
    ("stepped", r"(?P<who><G|P>(?: and <G|P>)*)(?:,<^>{1,60},)?(?: had| has| have)? (?:stepped in|brought them together|brought (?:the two sides|both sides|them|the sides) (?:together|back)|(?:is|are|as) (?:the |an? )?(?:<H>|hosts?|witness(?:es)?)|accompanies it|accompany it|(?:invited|will call|has invited|called) (?:both|the two|the) sides|acted as (?:an? |the )?(?:<H>|host))"),
    ("between", r"(?P<who><G|P>) (?:has |have |had )?(?:shuttl\w+|mediat\w+|went|go|goes|going|carried \w+|passed messages|moved) (?:back and forth )?between"),
    ("joined", r"(?P<who><G>)-(?P<verb>mediated|brokered|led|hosted|sponsored|facilitated|backed|convened|chaired|supervised)\b"),
    ("under", rf"\b[Uu]nder (?:the )?(?P<verb>auspices|mediation|chairmanship|facilitation|supervision|good offices|aegis|umbrella|guidance|presidency|moderation|eye) of {_ONE}"),
    ("under", r"\b[Uu]nder (?:the )?(?P<who><G|P>)(?:['’]s?)? (?P<verb>auspices|mediation|chairmanship|facilitation|supervision|aegis|umbrella|sponsorship)"),
    ("thanks", rf"\b(?:[Tt]hrough|[Bb]y|[Ww]ith|[Aa]fter|[Tt]hanks to|[Ii]n|[Aa]t|[Oo]n) (?:the )?(?P<verb>mediation|facilitation|help|assistance|presence|support|good offices|participation|invitation|initiative|request|intercession|intervention|office|offices|offer) of {_ONE}"),
    ("chair", rf"\b[Ww]ith {_W}(?:,<^>{{1,60}},)? (?:in the chair|presiding|chairing|mediating|moderating|observing|looking on|as (?:an? |the )?(?:\w+ )?(?:<H>|<P>|host|chair|witness)s?)"),
    ("took", r"(?P<who><G|P>)(?:,<^>{1,60},)? (?:took|was in|is in|had|occupied|held) the chair"),
    ("mediation", r"\b(?P<who><G>)(?:['’]s?)? (?P<verb>mediation|facilitation|good offices|auspices|diplomats (?:chaired|mediated|hosted))"),
    ("before", r"\b(?:before|at|to|in) (?:the )?(?:[\w-]+ )?(?P<court><G|P>)"),
)  # fmt: skip
_ANYTHING = frozenset(
    {
        "supported",
        "backed",
        "called",
        "organised",
        "organized",
        "arranged",
        "accompanied",
        "guaranteed",
        "witnessed",
        "observed",
        "monitored",
        "invited",
    }
)
"""What is done to much else than talks."""
_ROLE_STEMS = (("mediat", "mediates"), ("broker", "mediates"), ("shuttl", "mediates"), ("arbitrat", "mediates"), ("conciliat", "mediates"), ("brought together", "mediates"),
               ("host", "hosts"), ("invit", "hosts"), ("chair", "chairs"), ("moderat", "chairs"), ("presid", "chairs"), ("observ", "observes"), ("witness", "observes"),
               ("facilitat", "facilitates"), ("guarant", "facilitates"), ("auspices", "facilitates"), ("led", "mediates"))  # fmt: skip
_COURT = re.compile(
    r"\b(?:court|tribunal|arbitrators?|conciliators?|mediators?|conciliation|arbitration|mediation|ombudsman|labou?r judge)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who helps, and how."""

    group: Group
    role: str
    start: int
    end: int
    person: bool = False


def helpers(masked: Masked) -> Iterator[Helper]:
    """Those who help by the words of one sentence."""
    for name, pattern in _RULES:
        for match in rule(pattern.replace("<G|P>", "<W>")).finditer(masked.text):
            if (
                name == "passive"
                and match["verb"] in _ANYTHING
                and not re.search(_EVENT, masked.text[max(0, match.start() - 70) : match.start()])
            ):
                continue
            key = "court" if name == "before" else "who"
            for place, phrase in masked.phrases(*match.span(key)):
                if name == "before" and not _COURT.search(masked.words(place)):
                    continue
                yield from _of(phrase, _role(match), masked.span(*match.span()))
    for place, phrase in masked.phrases(0, len(masked.text)):
        if phrase.helper:
            yield from _of(phrase, "mediates", masked.span(place, place + 1))


def _role(match: re.Match[str]) -> str:
    words = (match.groupdict().get("verb") or match[0]).lower()
    return next((role for stem, role in _ROLE_STEMS if stem in words), "facilitates")


def _of(phrase: Phrase, role: str, span: tuple[int, int]) -> Iterator[Helper]:
    """Whom a phrase names: the side of a person who helps, the person, or the office."""
    if phrase.groups and not (phrase.agent and not phrase.groups[0].named):
        for group in phrase.groups:
            yield Helper(group, role, *span)
    elif phrase.person:
        yield Helper(Group(phrase.person, True), role, *span, person=True)
    elif (
        phrase.head
        and not (set(phrase.head.split()) <= MEDIATORS | {"former"})
        or phrase.head in ("ombudsman", "arbitrator", "conciliator", "mediator")
    ):
        yield Helper(Group(phrase.head, False), role, *span)
