"""Who helps: whoever mediates, hosts, chairs, facilitates, observes, conciliates, or before whom the others appear."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .lexicon import ANYBODY, MEDIATORS, NEUTRAL_BODIES, NEUTRAL_OFFICES, ROOMS
from .masked import GROUP, Masked, rule
from .phrase import Group, Phrase
from .side import PERHAPS

SAYS = r" (?:said|says|told|added|announced|reported|confirmed|explained|insisted|warned|noted)\b"
"""Behind a role it makes a tag: `34 detainees, the mediator said` calls nobody a mediator."""
_W = r"(?:<D>)?(?:[\w-]+ )??(?P<who><W>(?:(?:, (?:the )?<W>)*,? (?:and|together with)(?: the| a)? <W>)?)"
_ONE = r"(?:<D>)?(?:[\w-]+ )??(?P<who><W>(?: and (?:the )?<W>)?)"
_VERBS = {
    "drafts": "drawn up|drafted|tabled|relayed|worked out|put forward|penned|prepared|induced|persuaded|coaxed|ordered|shuttled|steered",
    "mediates": "mediat\\w+|broker\\w*|brought together|arbitrat\\w+|conciliat\\w+|shuttl\\w+ between",
    "facilitates": "facilitat\\w+|accompan\\w+|sponsor\\w+|guarante\\w+|supported|backed|arranged|organi[sz]ed|convened|called",
    "hosts": "host\\w*|co-hosted|invited",
    "chairs": "chair\\w*|co-chaired|moderat\\w+|presid\\w+(?: over)?",
    "observes": "observ\\w+|witness\\w+|monitored",
}
_ANY = "|".join(_VERBS.values())
_EVENT = r"(?:talks|negotiations|meeting|meetings|session|sessions|round|dialogue|consultations|discussions|process|table|conference|summit|gathering|encounter|hearing|mediation|effort|efforts|accord|deal|agreement|ceasefire|truce|pact)"
_SET = rf"{_EVENT}|<G>.*<G>|\b(?:[Bb]oth|conversation|formula|offer|draft|text|plan)\b".replace("<G>", GROUP)
"""What goes before when the body that is named last has done it for others: talks, or two of them."""
_RULES = (
    ("apposed", r"<H>, (?:the )?(?P<who><G>)[,.]"),
    ("offered", r"(?P<who><W>)(?:,<^>{1,60},|, (?:which|who))?(?: has| have| had)?(?: also)? (?:offered|lent|provided|made available|paid for|opened)<~>{0,25}? (?:house|rooms?|hall|venue|transport|security|offices?|hotel|residence|villa|to (?:mediate|host|help|chair|facilitate|moderate|model))"),
    ("capacity", r"(?P<who><W>),? (?:acting )?in (?:its|his|her|their) (?:capacity|role) as (?:an? |the )?<H>"),
    ("proposes", r"(?P<who><W>)(?:,<^>{1,60},)? (?:propos|offer)(?:ed|es|s) to (?:hear|meet|host|bring|see) (?:both|them|the (?:two|parties|sides))"),
    ("acted", r"(?P<who><W>)(?:,<^>{1,60},|, (?:which|who))?(?: has| have| had)? (?:act(?:ed|s|ing)|serv(?:ed|es|ing)|signed|attended|came|sat|stood|took part) as (?:an? |the )?(?:<H>|host|chair|witness|neutral|observer|go-between|intermediary)"),
    ("calls", r"(?P<who><W>)(?:,<^>{1,60},)?(?: has| have| had| yesterday| today| on \w+)* (?:will (?:invite|summon|convene|gather|receive|host|call)|is to (?:receive|host)|(?:invit|summon|conven|gather|receiv|interview)(?:ed|s)|call(?:ed|s)|brought|asked|got|took) (?:both|them|the (?:two )?(?:<P>|sides|parties|delegations|two)|(?:<D>)?<M>|(?:<D>)?<G> and (?:<D>)?<G>)"),
    ("gets", r"(?P<who><W>)<~>{0,40}? to (?:get|bring) (?:both|them|the (?:two )?(?:<P>|sides|parties|delegations|two))"),
    ("called", r"\b(?P<verb>called in|summoned|brought in|appointed|convened)(?: \w+)? by (?:<D>)?(?P<who><W>)"),
    ("by", r"\b(?P<verb>diplomacy|mediation|facilitation|good offices|conciliation) by (?:<D>)?(?P<who><W>)"),
    ("residence", r"\b(?:in|at) the (?:house|residence|office|home|villa|palace|headquarters|embassy) of (?:<D>)?(?P<who><W>)"),
    ("held", r"(?P<who><P|H>)(?:,<^>{1,60},)?(?: has| have| had)? (?:held|conducted|had) (?:[a-z]+ ){0,2}(?:meetings|talks|consultations|discussions|sessions) with (?:<D>)?(?:<M>|<G>,? and (?:with )?(?:<D>)?<G>)"),
    ("event", r"(?P<who><W>) (?:organi[sz]ed|sponsored|arranged|convened|supported) (?:an? |the )?(?:[\w-]+ ){0,2}(?:workshop|forum|conference|meeting|retreat|round table|roundtable|dialogue|seminar)\b"),
    ("kept", r"(?P<who><W>)(?:,<^>{1,60},)?(?: has| have| had)? (?:kept (?:order|the peace|time|the minutes|the record)|held the (?:stopwatch|ring|door)|took (?:the )?(?:minutes|notes)|guided|opened with|moderated|umpired|refereed|oversaw|supervised|looked on|carried (?:an? |the )?(?:offers?|messages?|papers?|proposals?|notes?|word))"),
    ("which", r"(?P<who><W>), (?:which|who)(?: has| have| had| is| was)*(?: been)? (?P<verb>(?:got|brought|made) (?:them|both|the two)|host\w*|mediat\w+|chair\w*|facilitat\w+|moderat\w+|broker\w*|conven\w+|observ\w+|arbitrat\w+|(?:steer|shepherd|guid|pilot|overs|led|ran|run)\w* (?:the |these |those )?" + _EVENT + r")"),
    ("praised", r"\b(?:commend\w*|thank\w*|prais\w*|tribute to|grateful to) (?:<D>)?(?P<who><W>)[^.]{0,30}? for (?:its|his|her|their) (?:<H>|(?:\w+ )?(?:mediation|good offices|efforts|help|facilitation|hospitality|role|hosting|patience|work))"),
    ("help", r"\b[Ww]ith (?:[a-z]+ ){0,2}(?:help|assistance|support|mediation|encouragement) from (?:<D>)?(?P<who><W>)"),
    ("between", r"\b[Ww]ith (?:<D>)?(?:[\w-]+ )?(?P<who><W>)[^.,]{0,12} (?:between them|at the head of the table|at the table|in the room|looking on)"),
    ("room", r"\b(?:in|at|to|outside) (?:<D>)?(?P<who><W>)(?:['’]s?)? (?:house|office|barn|parlou?r|kitchen|residence|study|garden|hut|palace|villa)\b"),
    ("whose", r"(?P<who><W>), in whose \w+ (?:they|both|the (?:two|parties|sides|delegations)) "),
    ("passive", rf"\b(?P<verb>{_ANY})(?: [^.,;]{{0,40}}?)? by {_W}"),
    ("named so", rf"(?P<who><W>(?:,? (?:and )?(?:the )?<W>)*), (?:the |an? |its )?(?:<H>|(?:co-)?hosts?|witness(?:es)?)(?=[ ,.;])(?!{SAYS})"),
    ("states", r"<H> (?:states|countries|nations|powers) (?P<who><W>(?:,? (?:and )?(?:the )?<W>)*)"),
    ("guests", r"\b(?:guests? of|[Tt]hanks to|at the (?:good pleasure|behest|instance|bidding|table) of|in the chair,|[Ii]t took) (?:<D>)?(?P<who><W>)"),
    ("having heard", r"(?P<who><W>),? having (?:heard|received|met|consulted|listened)"),
    ("in the middle", r"(?P<who><W>)(?:,<^>{1,60},)? (?:(?:is|was|will be|sat|stood) (?:in the middle|between)|will (?:preside|chair|mediate|moderate|facilitate|host|try to mediate|attempt to mediate))"),
    ("active", r"(?P<who><W>(?: and <W>)*)(?:,<^>{1,60},)?(?: had| has| have| also| again| then| is| are| was| were| will| be)* (?P<verb>host(?:ed|s|ing)?|mediat(?:ed|es|ing)|broker(?:ed|s|ing)|facilitat(?:ed|es|ing)|chair(?:ed|s|ing)?|moderat(?:ed|es|ing)|conven(?:ed|es|ing)|presid(?:ed|es|ing)|arbitrat(?:ed|es|ing)|shuttled|observ(?:ed|es|ing)|opened the (?:session|meeting|talks))(?![- ]by)"),
    ("stepped", r"(?P<who><W>(?: and <W>)*)(?:,<^>{1,60},)?(?: had| has| have)? (?:stepped in|brought them together|brought (?:the two sides|both sides|them|the sides) (?:together|back)|(?:is|are|as) (?:the |an? )?(?:<H>|hosts?|witness(?:es)?)|accompanies it|accompany it|(?:invited|will call|has invited|called) (?:both|the two|the) sides|acted as (?:an? |the )?(?:<H>|host))"),
    ("between", r"(?P<who><W>) (?:has |have |had )?(?:shuttl\w+|mediat\w+|went|go|goes|going|carried \w+|passed messages|moved) (?:back and forth )?between"),
    ("runs", r"(?P<who><W>) (?:carrying|running|passing|relaying|going|shuttling|ferrying|trotting|moving)\b<~>{0,40}? between"),
    ("joined", r"(?P<who><G>)-(?P<verb>mediated|brokered|led|hosted|sponsored|facilitated|backed|convened|chaired|supervised)\b"),
    ("under", rf"\b[Uu]nder (?:the )?(?P<verb>auspices|mediation|chairmanship|facilitation|supervision|good offices|aegis|umbrella|guidance|presidency|moderation|eye) of {_ONE}"),
    ("under", r"\b[Uu]nder (?:the )?(?P<who><W>)(?:['’]s?)? (?P<verb>auspices|mediation|chairmanship|facilitation|supervision|aegis|umbrella|sponsorship|escort)"),
    ("thanks", rf"\b(?:[Tt]hrough|[Bb]y|[Ww]ith|[Aa]fter|[Tt]hanks to|[Ii]n|[Aa]t|[Oo]n) (?:the )?(?P<verb>mediation|facilitation|help|assistance|presence|support|good offices|participation|invitation|initiative|request|intercession|intervention) of {_ONE}"),
    ("chair", rf"\b[Ww]ith {_W}(?:,<^>{{1,60}},)? (?:in the chair|presiding|chairing|mediating|moderating|observing|looking on|carrying (?:messages|papers|letters|notes|proposals)|taking notes|keeping order|as (?:an? |the )?(?:\w+ )?(?:<H>|<P>|host|chair|witness)s?)"),
    ("took", r"(?P<who><W>)(?:,<^>{1,60},)? (?:took|was in|is in|had|occupied|held) the chair"),
    ("mediation", r"\b(?P<who><G>)(?:['’]s?)? (?P<verb>mediation|facilitation|good offices|auspices|diplomats (?:chaired|mediated|hosted))"),
    ("before", r"\b(?:before|at|to|in) (?:the )?(?:[\w-]+ )?(?P<court><W>)"),
)  # fmt: skip
_ANYTHING = frozenset(
    f"{_VERBS['drafts']}|supported|backed|called|organised|organized|arranged|accompanied|guaranteed|witnessed|observed|monitored|invited".split(
        "|"
    )
)
"""What is done to much else than talks."""
_ROLE_STEMS = (("mediat", "mediates"), ("broker", "mediates"), ("shuttl", "mediates"), ("arbitrat", "mediates"), ("conciliat", "mediates"), ("brought together", "mediates"),
               ("host", "hosts"), ("invit", "hosts"), ("chair", "chairs"), ("moderat", "chairs"), ("presid", "chairs"), ("observ", "observes"), ("witness", "observes"),
               ("facilitat", "facilitates"), ("guarant", "facilitates"), ("auspices", "facilitates"), ("led", "mediates"))  # fmt: skip
_ACT_FOR_SIDES = frozenset(
    "sides side team teams negotiators delegation delegations delegates representatives officials spokesman spokeswoman spokesperson lawyers"
    " members leaders leader executive executives managers manager bosses lawyer solicitor solicitors aide aides".split()
)
"""Who act for one of those who talk, whoever that is."""
_ABSTRACT = re.compile(r"\b(?:mediation|arbitration|conciliation)$")
_COURT = re.compile(
    r"\b(?:court|tribunal|arbitrators?|conciliators?|mediators?|conciliation|arbitration|mediation|ombudsman|labou?r (?:judge|board|court|office)|commissioner|magistrate|notary|registrar)\b",
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
    sure: bool = True
    """Whether its words say that it helps; else it is only of a kind that rather helps than talks."""
    by: str | None = None
    """The person who does it for a body."""


def helpers(masked: Masked) -> Iterator[Helper]:
    """Those who help by the words of one sentence."""
    if not masked.at:
        return
    for name, pattern in _RULES:
        for match in rule(pattern).finditer(masked.text):
            if (
                name == "passive"
                and match["verb"] in _ANYTHING
                and not re.search(_SET, masked.text[max(0, match.start() - 160) : match.start() + 1])
            ):
                continue
            key = "court" if name == "before" else "who"
            for place, phrase in masked.phrases(*match.span(key)):
                if name == "before" and (
                    not _COURT.search(masked.words(place)) or _ABSTRACT.search(masked.words(place))
                ):
                    continue
                yield from named_in(phrase, _role(name, match), masked.span(*match.span()))
    for place, phrase in masked.phrases(0, len(masked.text)):
        if phrase.helper and (phrase.groups or not _ABSTRACT.search(phrase.head)):
            yield from named_in(phrase, "mediates", masked.span(place, place + 1))
        elif _receives(masked, place):
            yield from named_in(phrase, "hosts", masked.span(place, place + 1))
        elif _neutral(phrase):
            yield from (replace(one, sure=False) for one in named_in(phrase, "mediates", masked.span(place, place + 1)))


_AT = re.compile(r"\b(?:in|at|to|outside|inside) (?:the |an? )?$")


def _receives(masked: Masked, place: int) -> bool:
    """Whether what was done was done where he receives: `in the harbour master's office`."""
    return masked.words(place).split()[-1] in ROOMS and bool(_AT.search(masked.text[:place]))


def _neutral(phrase: Phrase) -> bool:
    """Whether it is an office or a body that rather helps than talks: a judge, a bishop, a tribunal."""
    if phrase.groups:
        named = len(phrase.groups) == 1 and phrase.groups[0].named
        envoy = phrase.agent and phrase.head.lower().split()[-1:] in (["envoy"], ["nuncio"], ["rapporteur"])
        name = phrase.groups[0].name.lower().split()
        body = not phrase.agent and (
            name[-1] in NEUTRAL_BODIES | NEUTRAL_OFFICES | MEDIATORS or name[0] in NEUTRAL_OFFICES
        )
        return named and (envoy or body)
    return any(word in NEUTRAL_OFFICES for word in phrase.head.lower().split())


def _role(name: str, match: re.Match[str]) -> str:
    """What its words say that it does; `at the Labour Office` says only where something was done."""
    if name == "before" and not match[0].startswith("before"):
        return PERHAPS
    words = (match.groupdict().get("verb") or match[0]).lower()
    return next((role for stem, role in _ROLE_STEMS if stem in words), "facilitates")


def named_in(phrase: Phrase, role: str, span: tuple[int, int]) -> Iterator[Helper]:
    """Whom a phrase names: the side of a person who helps, the person, or the office."""
    if phrase.groups and not (phrase.agent and not phrase.groups[0].named):
        for group in phrase.groups:
            yield Helper(group, role, *span, by=phrase.person)
    elif phrase.person:
        yield Helper(Group(phrase.person, True), role, *span, person=True)
    elif (
        phrase.head
        and (" " in phrase.head or phrase.head not in ANYBODY)
        and phrase.head.split()[-1] not in _ACT_FOR_SIDES
    ):
        yield Helper(Group(phrase.head, False), role, *span)
