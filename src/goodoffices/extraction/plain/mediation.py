"""Who hosts, mediates, facilitates, chairs or observes; who attends."""

import re
from collections.abc import Iterator, Sequence

from ..roster.lexicon import MEDIATORS
from ..roster.side import PERHAPS
from .draft import Draft
from .scene import Scene
from .story import Story
from .telling import clause, draft, modality

_ROLES = {
    "host": "hosts", "mediat": "mediates", "broker": "mediates", "facilitat": "facilitates", "chair": "chairs", "moderat": "chairs",
    "presid": "chairs", "observ": "observes", "conven": "hosts", "sponsor": "facilitates",
}  # fmt: skip
_VERB = r"(?P<verb>hosted|mediated|brokered|facilitated|chaired|moderated|presided over|observed|convened|co-hosted|co-chaired)"
_PASSIVE = rf"\b{_VERB}(?: (?:at|in|on) [^.;]{{0,60}}?| [a-z]+ly)? by (?P<who>(?:(?:the|both|its|a|an) )?(?:[\w-]+ ){{0,3}}?(?:<~>{{3,60}}?, (?:the )?)?<X|P>(?:,? (?:and|together with)(?: the)?(?: (?!hosted|mediated|facilitated|chaired|observed|brokered|moderated|by\b)[\w-]+){{0,3}}? <C|P>)*)"
_ACTIVE = (
    r"(?P<who><C|P|G>)(?:,<^>{1,110}?,)?(?:,| also| again| then| which| who| that| for)*(?: (?:has|had|will|would))?(?: (?:also|again|not|never|been|be))* "
    r"(?:(?:is |was |will be |been )?(?P<verb>hosting|mediating|facilitating|chairing)|(?P<verb2>hosts|hosted|host|mediates|mediated|mediate|brokered"
    r"|facilitates|facilitated|chairs|chaired|chair|moderated|observed|convened))(?=[ .,;](?!by\b))"
)
_BETWEEN = (
    r"(?P<who><P>)(?:,<^>{1,90}?,)?,? (?:has |had |have )?(?P<verb>carried (?:[\w-]+ ){1,3}between|carried (?:[\w-]+ ){1,3}back and forth|shuttled between"
    r"|shuttling between|went between|going back and forth|went back and forth|moved between|passed messages|brought them together|bringing them together)"
)
_AS = r"(?P<who><C|P>)<~>{0,60}?\b(?:as|act as|acts as|acted as|acting as|role of)(?: an?| the)?(?: \w+)? (?P<verb>observer|mediator|host|facilitator|moderator|chair|chairman|go-between)s?\b"
_UNDER = r"\b(?:[Uu]nder|[Tt]hrough) (?:the )?(?P<verb>chairmanship|chairwomanship|mediation|auspices|facilitation|moderation) of (?:the )?(?:\w+ )?(?P<who><C|P>)"
_LABEL = r"^(?:[Cc]hair(?:man|woman|person)?|[Mm]ediator|[Mm]oderator|[Ff]acilitator|[Hh]ost|[Oo]bservers?)s?: (?P<who><P|C>)"
_INVITED = r"\b[Aa]t (?:the )?invitation of (?:the )?(?P<who><C|P>)"
_CHAIR = r"\b[Ww]ith (?:the )?(?P<who><P|C>)(?:,<^>{1,60},)? in the (?P<verb>chair)\b"
_TOOK = r"(?P<who><P|C|G>)<~>{0,20}? (?:took|was in|occupied|had) the (?P<verb>chair)\b"
_ROLE_IN = r"(?P<who><C|P>)[^.;]{0,90}?\b(?P<verb>role in mediating|mediating between|providing a platform|provided a platform|provides a platform|offering a venue|facilitating dialogue)"
_WITH = r"\b[Ww]ith (?:the )?(?:\w+ )?(?P<who>(?:<C|P>,? (?:and )?(?:the )?)*<C|P>),? (?:as|acting as|serving as|in the role of) (?:an? |the )?(?:\w+ )?(?P<verb>observer|mediator|host|facilitator|moderator|chair)s?\b"
_OBSERVERS = r"\b[Oo]bservers (?:from|of|sent by) (?:the )?(?P<who><C|L>(?:,? (?:and )?(?:the )?<C>)*)"
_JOINED = re.compile(
    r"\b(?P<who>[^\W\d_a-z]\w+)-(?P<verb>mediated|brokered|hosted|sponsored|chaired|facilitated|led) (?:\w+ )?(?:talks|negotiations|round|meeting|mediation|process|dialogue)"
)
_EVENTS = r"(?:talks|meeting|meetings|negotiations|round|session|summit|conference|discussions|dialogue|consultations|negotiating table|table|gathering)"
_ATTENDS = (
    r"\battended by (?P<who>[^.;]{1,120}?)(?=[.;]|, (?:who|which|but|while)|$)",
    rf"(?P<who>(?:<P|C|G>(?:, (?:and )?| and )(?:the )?)*<P|C|G>)(?:,? (?:who|which))? (?:(?:is|are|was|were|has|have|will|would|had) )?(?:also )?(?:be )?(?:not )?"
    rf"(?:participating in|taking part in|took part in|take part in|participated in|participate in|attending|attended|attends?|present at|joined|joining|sat in on|sitting in on) (?:the |a |these |this )?(?:[\w-]+ ){{0,3}}{_EVENTS}",
    r"[Oo]pposite (?:them|him|her|<X>) (?:sat|were|was) (?P<who><P>)",
    r"(?P<who><P>),? took (?:his|her) (?:seat|place)",
    r"(?P<who><P>)(?: and [\w-]+ [\w-]+)? (?:had |have |has )?(?:faced|sat opposite|sat across from|sat down with) ",
    r"(?P<who>(?:<P>,? and (?:<~>{0,40}?, )?)?<C|P>),? (?:was|is|were) (?:also )?(?:present|in attendance|at the table|in the room)\b",
    r"\b(?:[Aa]lso )?(?:[Pp]resent|[Aa]ttending|[Tt]aking part|[Ii]n attendance|[Pp]articipating) (?:was|were|is|are) (?P<who>[^.;]{1,200}?)(?=[.;]|$)",
    r"(?P<who>(?:<P|C|G>(?:, (?:and )?| and )(?:the )?)*<P|C|G>) (?:also )?(?:took part|participated|attended|sat in)(?=[.,;]| as )",
)
_PRESENT = r"^(?:Present|Participants|Attending|In attendance)(?: for| from)?(?: the)? ?(?P<g><C>)?:"


def mediation(story: Story) -> Iterator[Draft]:
    """Roles of third parties in a meeting."""
    for scene in story.scenes:
        if scene.sentence.heading:
            continue
        for name, pattern in (("passive", _PASSIVE), ("active", _ACTIVE), ("between", _BETWEEN), ("as", _AS), ("under", _UNDER), ("label", _LABEL),
                              ("invited", _INVITED), ("chair", _CHAIR), ("took", _TOOK), ("role", _ROLE_IN), ("with", _WITH), ("observers", _OBSERVERS)):  # fmt: skip
            for match in scene.find(pattern):
                yield from _role(story, scene, match, name)
        for match in _JOINED.finditer(scene.masked):
            party = story.cast.party(match["who"])
            role = (
                "mediates" if match["verb"] == "led" else next(r for stem, r in _ROLES.items() if stem in match["verb"])
            )
            if party:
                yield draft(
                    story, scene, "mediation", party, role, scene.meeting_at(match.start()), match.span(), "role.joined"
                )


def _role(story: Story, scene: Scene, match: re.Match[str], name: str) -> Iterator[Draft]:
    groups = match.groupdict()
    words = (groups.get("verb") or groups.get("verb2") or match[0]).lower()
    if name == "active" and re.match(
        r"[ ,]*(?:\w+ )?(?:<G>)?(?:the |its |their )?(?:\w+ )?(?:delegation|team|side|commission|committee)",
        scene.masked[match.end() :],
    ):
        return
    role = "hosts" if name == "invited" or "platform" in words or "venue" in words or words == "host" else next(
        (r for stem, r in _ROLES.items() if stem in words), "mediates")  # fmt: skip
    whole = clause(scene.masked, *match.span())
    told = whole.find(match[0])
    mood = modality(whole[: told + len(match[0])] if told >= 0 else whole)
    meeting = scene.meeting_at(match.start())
    if _GROUP_OF_WORK.search(scene.masked[: match.start() + 1]) and not scene.cues:
        # Who chairs a body that was set up chairs its meeting, which is still to come.
        meeting = story.body_meeting()
        mood = "future" if "to be" in scene.masked[match.start() - 8 : match.end()] else mood
    for place, mention in scene.named(*match.span("who")):
        party = story.party_of(mention)
        span = (min(match.start(), place), max(match.end(), place + 1))
        person = story.cast.people.get(mention.name)
        if name == "label" and person and not person.posts:
            person.posts.append("mediator")
        yield draft(
            story, scene, "mediation", mention.name, role, meeting, span, f"role.{name}", mood,
            for_party=party if mention.kind == "P" else None,
        )  # fmt: skip


def by_roster(story: Story, found: Sequence[Draft]) -> Iterator[Draft]:
    """Who helps by the clauses that the roster has found; who is named once and called by the role besides is one."""
    mediating = {one.who.name for one in story.who.helping if one.who.role == "mediates"}
    named = {d.predicate for d in found if d.type == "mediation" and d.subject[:1].isupper()}
    for one in story.who.helping:
        role, name = one.who.role, one.who.name
        if (
            role == PERHAPS
            or (role == "facilitates" and name in mediating)
            or (name.split()[-1] in MEDIATORS and role in named)
        ):
            continue
        yield Draft("mediation", name, role, "M1", one.start, one.end, "role.roster")


def by_post(story: Story) -> Iterator[Draft]:
    """`with federal mediator Ann Hale`: whose post it is to mediate, mediates; told where no other words say so."""
    for scene in story.scenes:
        for place, mention in scene.named(0, len(scene.masked), "P"):
            said = re.search(r"\b(mediator|facilitator)\b", mention.post or "", re.I)
            if (
                said
                and not scene.sentence.heading
                and not re.search(r"\b(?:deputy|former|assistant)\b", mention.post or "", re.I)
            ):
                role = "mediates" if said[1].lower() == "mediator" else "facilitates"
                yield draft(story, scene, "mediation", mention.name, role, "M1", (place, place + 1), "role.post")


_GROUP_OF_WORK = re.compile(
    r"\b(?:sub-?committee|working group|commission|committee|task force|technical team|panel)\b[^.;]{0,40}$"
)


def attendance(story: Story) -> Iterator[Draft]:
    """Who is said to take part."""
    for scene in story.scenes:
        if scene.sentence.heading:
            continue
        for number, pattern in enumerate(_ATTENDS):
            for match in scene.find(pattern):
                if re.match(r" as (?:an? )?(?:observers?|mediator|guest)", scene.masked[match.end() :]):
                    continue
                mood = modality(clause(scene.masked, *match.span()))
                named = list(scene.named(*match.span("who")))
                if number == 0 and (not named or named[0][1].kind == "G"):
                    words = scene.words(story.text, *match.span("who"))
                    yield draft(
                        story, scene, "attendance", words, "attends", scene.meeting, match.span(), "attends.words", mood
                    )
                    continue
                for _, mention in named:
                    yield draft(
                        story, scene, "attendance", mention.name, "attends", scene.meeting, match.span(), f"attends.{number}", mood,
                        for_party=story.party_of(mention) if mention.kind == "P" else None,
                    )  # fmt: skip
        yield from _listed(story, scene)


def _listed(story: Story, scene: Scene) -> Iterator[Draft]:
    """Who is present by a list that does not say for whom; where it does, `delegations.py` tells the roles."""
    if re.match(
        r"(?:Present|Participants|Attending|In attendance):? ?(?:were )?[Ff]or ", scene.masked
    ) and not re.match(r"Present for", scene.masked):
        return
    for match in scene.find(_PRESENT):
        party = scene.at[match.start("g")].name if match["g"] else None
        for place, mention in scene.named(match.end(), len(scene.masked), "P"):
            before = list(scene.find(r"\b[Ff]or (?:the )?(?P<c><C>):"))
            near = [m for m in before if m.end() <= place]
            party = scene.at[near[-1].start("c")].name if near else party
            person = story.cast.people.get(mention.name)
            if person and party and not person.party:
                person.party = party
            yield draft(
                story,
                scene,
                "attendance",
                mention.name,
                "attends",
                scene.meeting,
                (place, place + 1),
                "attends.list",
                for_party=party,
            )
