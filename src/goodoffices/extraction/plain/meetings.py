"""Which meeting a sentence speaks of, and what it says of it: day, place, house, who met, form, order, aim.

The main meeting is M1. Another one is told by its words: an earlier or next round, a meeting of three, a separate one.
"""

import re
from collections.abc import Iterator

from ..mentions.names import Mention
from .draft import Draft
from .scene import Scene
from .story import Story
from .telling import clause, draft, held, is_where, modality, wished
from .when import NOUN as _NOUN
from .when import about as _about
from .when import when_where

_OTHER = (
    rf"\b(?P<next>(?:[Nn]ext|[Ff]urther|[Ff]ollow-up|[Nn]ew|[Aa]nother|[Ff]uture|[Ff]ourth|[Tt]hird|[Ff]ifth|[Ss]ixth|[Ss]econd|[Ff]inal) (?:\w+ )?{_NOUN}|(?:meet|meets|meeting) again|convene (?:[^ .;]+ ){1, 3}again|bring (?:[^ .;]+ ){1, 4}(?:together|back)|(?:could|may|might|will|to) return to <L>|will (?:\w+ )?meet|(?:is|are) (?:due |expected |scheduled )?to (?:meet|convene)|reconvene|resume (?:in|on|talks|negotiations|the talks|their talks|dialogue|next)|next [Mm]eeting|plenary session|will convene|will hold its first session|general assembly|will meet)\b"
    rf"|(?P<before>(?:[Pp]revious|[Ee]arlier|[Ll]ast|[Pp]receding|[Ff]ormer|[Pp]rior) (?:\w+ )?{_NOUN}|since (?:a|the|their) (?:\w+ )?{_NOUN}|minutes of the meeting of)"
    rf"|(?P<apart>separately|separate {_NOUN}|side meeting|one-on-one|on the sidelines)"
    rf"|(?P<three>trilateral {_NOUN})"
)
_ONCE = (
    rf"\b(?:[Tt]he|[Aa]t the|[Tt]heir|[Aa]) (?:previous|earlier|last|preceding|first|second|third|fourth|fifth|sixth) (?:\w+ )?{_NOUN}"
    r"(?:,? (?:which was |that was )?held|,? which (?:was|took)|,? (?:in|at) <L>|,? on <D>| (?:collapsed|broke|ended|failed|took place))"
)
_SAID_FUTURE = re.compile(
    r"\b(?:will|due|could|may|might|planned|pencilled|scheduled|expected|to be held|agreed to|would|next|again|set for)\b",
    re.I,
)
_FORMATS = (
    (re.compile(r"\b(?:face[- ]to[- ]face|direct|bilateral|one-on-one)(?: \w+)?(?: \w+)? ?(?:talks|negotiations|meeting|contact|round|session|dialogue|discussions|consultations)|\bface to face\b"), "bilateral"),
    (re.compile(rf"\b(?:trilateral|three-way|three-sided|tripartite) {_NOUN}"), "trilateral"),
    (re.compile(rf"\b(?:multilateral|four-way|five-party|six-party|quadrilateral) {_NOUN}"), "multilateral"),
    (re.compile(r"\bplenary(?: session| meeting)?\b"), "plenary"),
    (re.compile(r"\b(?:technical |joint |expert )?working groups?\b"), "working group"),
    (re.compile(r"\b(?:proximity talks|back and forth between (?:two|the) rooms|different rooms|indirect talks|shuttle talks|indirect negotiations|in separate rooms|shuttled between)"), "proximity"),
    (re.compile(r"\b(?:(?:meet|met|saw|received|see|seen)\b[^.;]{1,60}\bseparately|separate meetings?)"), "separate meeting"),
    (re.compile(r"\b(?:round of )?consultations?\b"), "consultation"),
)  # fmt: skip
_LIST = r"(?:the )?(?:Republic of (?:the )?|Government of (?:the )?|government of (?:the )?|[\w-]+ )?<C|G|P>(?:(?:,| and|, and)(?: of| from| with)?(?: the)?(?: Republic of(?: the)?| government of| [\w-]+)? <C|G|P>)*"
_PARTIES = (
    ("between", rf"\b[Bb]etween (?:(?:high-level |senior )?(?:delegations|representatives|officials|teams|envoys|negotiators|leaders) (?:from|of) )?(?P<who>{_LIST},? and (?:the )?(?:Republic of |[\w-]+ )?<C|G|P>)"),
    ("from", rf"\b(?:[Dd]elegations|[Oo]fficials|[Rr]epresentatives|[Nn]egotiators|[Tt]eams|[Ee]nvoys|[Dd]elegates) (?:from|of) (?P<who>{_LIST},? and (?:of |from )?(?:the )?(?:Republic of |[\w-]+ )?<C|G>)"),
    ("held", rf"(?P<who>{_LIST},? and (?:the )?(?:[\w-]+ )?<C|G>),? (?:(?:have|has|had|will|on <D>|finally|again|then|both|also|all) )*(?:ended|wrapped up|got round|got together|came face|failed|exchanged|gathered|convened|opened|held|hold|began|begin|started|met|meet|resumed|concluded|sat down|signed|agreed|return)"),
    ("met", r"(?P<who><C|G|P>(?: and [\w-]+ [\w-]+)? (?:had |have |has )?(?:met|faced|sat down with|met with|held talks with|is meeting|will meet|meets) (?!(?:at|in|on|near|behind|inside|outside) )(?:with )?(?:[\w-]+ ){0,5}?(?:from |of |the )*<C|G>(?:(?:, | and |, and )(?:the )?<C>)*)"),
    ("with", r"(?P<who><C|G>[^.;<]{0,40}?\b(?:talks|negotiations|discussions|a meeting|meetings) with (?:the )?(?:\w+ )?<C|G>)"),
    ("apart", rf"<P>[^.;]{{0,60}}?\b(?:talks|negotiations|consultations|meetings|discussions) with (?P<who>{_LIST},? and (?:with )?(?:the )?<C|G>)"),
    ("slash", r"^(?P<who><C>(?: \w+)? ?(?:/|v\.?|and) ?<C>)"),
)  # fmt: skip
_PAIRED = re.compile(
    r"\b([^\W\d_a-z]\w+)[-–]([^\W\d_a-z]\w+) (?:talks|negotiations|dialogue|meeting|summit|round|border talks)"
)
_PRECEDENCE = re.compile(
    rf"\b(?:the|their|a|this) (?P<what>(?:very )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|highest-level)\b(?: (?!since|in|between|to|at|and|after)[\w-]+){{0,3}}? (?:such )?(?:{_NOUN}|negotiations|encounter|contact|between)(?:[^.;,]{{0,16}}?(?: (?:in (?:more than |over |almost |nearly )?(?:a|\w+) (?:years?|months?|weeks?|decades?)|since [^.;,]{{3,80}}|at such a high level[^.;,]{{0,90}}|between [^.;,]{{3,60}}))+)?)"
)
_SECOND = (
    r"(?:, |and |was |is )(?P<what>the (?:first|second|third|fourth|fifth|sixth|seventh|last) (?:since (?:the |its )?[^.;,]{3,80}"
    r"|at this level[^.;,]{0,40}|of its kind[^.;,]{0,40}|in (?:more than |over |almost )?(?:a|\w+) (?:years?|months?|weeks?|decades?)))"
)
_AIM = re.compile(
    r"(?:,? (?:aimed at|aiming to|aiming at|intended to|meant to|designed to|in order to|with the aim of|in an effort to|in a bid to|to discuss|to underscore|to seek|to negotiate|to decide on|to explore|to end|to agree on|to find) [^.;,]{6,120}|, with [^.;]{6,110} (?:at the top of|on) the agenda)"
)


_BODY = re.compile(
    r"\b(?:sub-?committee|working groups?|commission|committee|task force|technical team|panel|experts)\b"
)


def assign(story: Story) -> None:
    """Give each sentence the meeting it speaks of; M1 where its words name no other."""
    coming: dict[bool, str] = {}
    held_at: list[tuple[str, str]] = []
    for number, scene in enumerate(story.scenes):
        for found in scene.find(_OTHER):
            near = scene.masked[max(0, found.start() - 60) : found.end() + 60]
            if found["next"]:
                if not _SAID_FUTURE.search(near) or (number < 2 and "will" not in near):
                    continue
                body = _BODY.search(scene.masked, max(0, found.start() - 70), found.end()) is not None
                if body not in coming or re.search(r"plenary|assembly|convene\b", found[0]):
                    coming[body] = story.body_meeting() if body and body not in coming else story.new_meeting()
                story.later.add(coming[body])
                scene.cues.append((found.start(), coming[body]))
            elif found["three"] and number < 2 and "between" not in scene.masked:
                scene.cues.append((found.start(), "M1"))
            elif found["before"] is None or "minutes" in found[0]:
                scene.cues.append((found.start(), story.new_meeting()))
        for earlier in scene.find(_ONCE):
            if number > 1 and not scene.cues and not _SAID_FUTURE.search(earlier[0]):
                scene.cues.append((earlier.start(), story.new_meeting()))
                scene.only_after = True
                story.earlier[scene.cues[-1][1]] = scene.span(*earlier.span())
        if not scene.cues and _elsewhere(held_at, scene):
            scene.cues.append((0, story.new_meeting()))
        if scene.cues and not scene.only_after:
            scene.meeting = scene.cues[0][1]


_SAT = r"<C|G|P|B>[^.;<]{0,12} (?:met|held (?:[\w-]+ )?(?:talks|meeting|a meeting|negotiations)|sat down|gathered|came together|convened)\b"


def _elsewhere(held_at: list[tuple[str, str]], scene: Scene) -> bool:
    """Whether a sentence says that they met on another day and in another place than an earlier one: two meetings of one report."""
    if scene.sentence.heading or next(scene.find(_SAT), None) is None:
        return False
    days = [m.name for m in scene.mentions if m.kind == "D" and len(m.name) == len("2030-06-03")]
    towns = [m.name for m in scene.mentions if m.kind == "L"]
    if not days or not towns:
        return False
    held_at.append((days[0], towns[0]))
    return len(held_at) > 1 and all(days[0] != day and towns[0] != town for day, town in held_at[:-1])


def meetings(story: Story) -> Iterator[Draft]:
    """What is said of the meetings."""
    for scene in story.scenes:
        if scene.sentence.heading:
            continue
        yield from _trilateral(story, scene)
        yield from when_where(story, scene)
        if " trilateral " not in scene.masked:
            told = [*_who(story, scene), *_paired(story, scene)]
            yield from told or _clauses(story, scene)
        yield from _form(story, scene)
        yield from _one_by_one(story, scene)
    yield from _before(story)


def _who(story: Story, scene: Scene) -> Iterator[Draft]:
    for name, pattern in _PARTIES:
        for match in scene.find(pattern):
            if name != "met" and not _about(scene) and name not in ("held", "slash"):
                continue
            before = scene.masked[: match.start()]
            if re.search(
                r"\b(?:support for|exchange|border|conflict|war|relations|dispute|prisoner) [\w ]*$", before[-40:]
            ):
                continue
            named = [m for _, m in scene.named(*match.span("who")) if not is_where(story.text, m.start)]
            who = list(dict.fromkeys(_met(story, m) for m in named))
            if len(who) < 2:
                continue
            if scene.meeting == "M1" and not story.sides:
                story.sides = who
            noun = re.search(rf"\b{_NOUN}\b", match[0])
            if name in ("with", "between", "apart") and wished(
                scene.masked, match.start() + (noun.start() if noun else 0)
            ):
                continue
            mood = held(clause(scene.masked, *match.span()))
            if name == "from" and re.search(r"\bmet with\b", before):
                continue
            if name == "met" and story.sides and not set(story.sides) <= set(who) and not scene.cues:
                scene.cues.append((0, story.new_meeting()))
            yield draft(
                story,
                scene,
                "meeting",
                scene.meeting_at(match.start()),
                "parties",
                tuple(who),
                match.span(),
                f"parties.{name}",
                mood,
            )


_MET = re.compile(
    rf"\b(?:{_NOUN}|met|meet|meets|meeting|sat|sit|sits|face to face|table|negotiat\w+|bargain\w*)\b", re.I
)
_NO_MEETING = frozenset({"beside", "joint", "two", "opposed", "listed", "received"})
"""Rules of the roster by which two are known to have to do with each other, and not that they met."""


def _clauses(story: Story, scene: Scene) -> Iterator[Draft]:
    """Who met, where the roster has found a clause that says so."""
    for one in story.who.meetings:
        if one.sentence != scene.sentence.number or one.rule in _NO_MEETING or not _MET.search(scene.sentence.text):
            continue
        noun = _MET.search(scene.masked, scene.place_of(one.start))
        if noun is not None and wished(scene.masked, noun.start()):
            continue
        start, end = one.start, one.end
        if any(is_where(story.text, at) for name in one.parties if (at := story.text.find(name, start, end)) >= 0):
            continue
        mood = held(clause(scene.masked, scene.place_of(start), scene.place_of(end - 1)))
        place = scene.place_of(start)
        yield Draft("meeting", scene.meeting_at(place), "parties", one.parties, start, end, f"parties.{one.rule}", mood)
        return


def _paired(story: Story, scene: Scene) -> Iterator[Draft]:
    """`the Arvenia-Bostan talks`."""
    for match in _PAIRED.finditer(scene.masked):
        who = [story.cast.party(match[1]), story.cast.party(match[2])]
        if who[0] and who[1]:
            yield draft(
                story, scene, "meeting", scene.meeting, "parties", (who[0], who[1]), match.span(), "parties.paired"
            )


def _met(story: Story, mention: Mention) -> str:
    return story.party_of(mention) or mention.name


def _trilateral(story: Story, scene: Scene) -> Iterator[Draft]:
    """`trilateral meetings were held: first between A, B and C, and then between ...`: one meeting each, in this order."""
    if "rilateral" not in scene.masked:
        return
    form = _FORMATS[1][0].search(scene.masked)
    ids: list[str] = []
    for match in scene.find(rf"(?:(?:first|then|later|second|a second) )?(?:between|\b{_NOUN} of) (?P<who>{_LIST})"):
        who = tuple(m.name for _, m in scene.named(*match.span("who")))
        if len(who) != 3 or form is None:
            continue
        ids.append(scene.meeting if not ids else story.new_meeting())
        yield draft(story, scene, "meeting", ids[-1], "parties", who, match.span(), "parties.three")
        yield draft(story, scene, "meeting", ids[-1], "format", "trilateral", form.span(), "format")
        if len(ids) > 1:
            first = scene.masked.find("between")
            span = (first if first >= 0 else match.start(), match.end())
            yield draft(story, scene, "meeting", ids[-2], "before", ids[-1], span, "before")
    if re.match(r"[Bb]efore ", scene.masked):
        span = (0, form.end() if form else 8)
        yield from (draft(story, scene, "meeting", one, "before", "M1", span, "before.main") for one in ids)


_APART = (
    r"(?P<p><P|C>)(?:,<^>{1,90}?,)?,? (?:also )?(?:met|saw|received|spoke) (?:first )?(?:separately with|separately|in turn with|in turn) "
    r"(?P<one><P|C|G>)(?:,<~>{1,60},)? and (?:with )?(?:(?:his|her|its|the) )?(?:<C|A> )?(?:<~>{1,40}?,? )?(?P<two><P|C|G>)"
)


def _one_by_one(story: Story, scene: Scene) -> Iterator[Draft]:
    """`The envoy met separately with A and B`: one meeting with each."""
    for match in scene.find(_APART):
        host = story.party_of(scene.at[match.start("p")])
        guests = [story.party_of(scene.at[match.start(key)]) for key in ("one", "two")]
        if not host or not all(guests) or host in guests:
            continue
        first = scene.meeting_at(match.start("one"))
        ids = [first if first != "M1" else story.new_meeting(), story.new_meeting()]
        for meeting, guest, key in zip(ids, guests, ("one", "two"), strict=True):
            span = (match.start("p"), match.end(key))
            yield draft(story, scene, "meeting", meeting, "parties", (host, guest or ""), span, "parties.apart")


def _before(story: Story) -> Iterator[Draft]:
    """Meetings that were held before the main one."""
    for meeting, (start, end) in story.earlier.items():
        yield Draft("meeting", meeting, "before", "M1", start, end, "before.earlier")


def _form(story: Story, scene: Scene) -> Iterator[Draft]:
    for pattern, name in _FORMATS:
        for match in pattern.finditer(scene.masked):
            if name == "bilateral" and "bilateral" not in match[0] and "bilateral" in story.text:
                continue
            if name == "trilateral" and "between" in scene.masked:
                continue
            meeting = "M1" if name == "bilateral" else scene.meeting_at(match.start())
            mood = modality(clause(scene.masked, *match.span())) if name != "bilateral" else "asserted"
            if name == "bilateral" and re.search(
                r"\b(?:not|never|no|without)\b[^.;,]{0,20}$", scene.masked[: match.start()]
            ):
                continue
            if name == "working group" and scene.meeting_at(match.start()) == "M1":
                continue
            if name == "consultation" and scene.only_after:
                continue
            yield draft(story, scene, "meeting", meeting, "format", name, match.span(), "format", mood)
    for match in _PRECEDENCE.finditer(scene.masked):
        words = scene.words(story.text, *match.span("what"))
        meeting = scene.meeting if scene.sentence.number > 3 and "will" in scene.masked else "M1"
        if scene.only_after and scene.cues and scene.cues[0][0] <= match.start():
            continue
        yield draft(story, scene, "meeting", meeting, "precedence", words, match.span(), "precedence")
    for match in re.finditer(_SECOND, scene.masked):
        if not scene.only_after and not scene.cues:
            words = scene.words(story.text, *match.span("what"))
            yield draft(story, scene, "meeting", "M1", "precedence", words, match.span(), "precedence.bare")
    for match in re.finditer(r"for the first time (?:since|in) [^.;,]{3,60}", scene.masked):
        if _about(scene):
            words = scene.words(story.text, *match.span())
            yield draft(
                story,
                scene,
                "meeting",
                "M1",
                "precedence",
                words.removeprefix("for the "),
                match.span(),
                "precedence.time",
            )
    for match in _AIM.finditer(scene.masked):
        if re.search(
            r"\b(?:failed|unable|refused|agreed|able|time|going|due|likely|unlikely|expected|set|yet|bound|about|ready|has|have|had|are|is|were|was)$",
            scene.masked[: match.start()],
        ):
            continue
        if _about(scene):
            words = scene.words(story.text, *match.span()).lstrip(", ")
            yield draft(story, scene, "meeting", scene.meeting, "aim", words, match.span(), "aim", "aim")
