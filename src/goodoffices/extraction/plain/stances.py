"""Positions: where a party stands, by its own verb or that of somebody who speaks for it. Each object of the verb is a position."""

import re
from collections.abc import Iterator, Sequence

from ...language.hedging import POSSIBLE
from ...record.claim import Modality
from ..mentions.words import STANCE
from ..roster.kinds import fits, kind_of
from .draft import Draft
from .scene import Scene, rule
from .speech import Told
from .story import Story
from .telling import clause, draft, hedge, modality, untrue

_FORMS = "|".join(sorted(map(re.escape, STANCE), key=len, reverse=True))
_ADV = (
    r"(?:(?:has|have|had|is|was|are|were|will|would|may|might|could|also|again|repeatedly|firmly|strongly|in turn|still|now|then|did|does|do|not|never|once more|"
    r"further|formally|explicitly|both|therefore|consistently|flatly|reportedly|allegedly|nevertheless|but|in principle|only|fully|nonetheless|instead|already|since|reportedly|jointly) )*"
)
_SUBJECT = (
    r"(?P<who>(?:(?:the )?<C|G|P|B>(?:, (?:and )?(?:the )?| and (?:the )?))*<C|G|P|B>|\b(?:[Ii]t|[Tt]hey|[Ww]e|his country|her country|his government|her government|"
    r"her movement|his movement|his side|her side|the company|the union|our side|[Oo]ur delegation|both|all three)(?= ))"
)
_SPECIAL = (
    ("supports", r"(?:is|are|was|remains) committed to (?:achieving |reaching |securing |a goal of )?"),
    ("calls_for", r"(?:emphasi[sz]e[sd]?|stresse[sd]|underline[sd]|underscore[sd]|highlight(?:s|ed)|reiterate[sd]|repeated|spoke of|speaks of|pointed to|insisted on|insists on) (?:again )?(?:the |an )?(?:\w+ly )?(?:urgent |pressing |immediate |vital )?(?:need|necessity) (?:for|of|to) "),
    ("calls_for", r"(?:reiterated|repeated|restated|renewed) (?:his|her|its|their|our|the|a)(?: [\w’']+){0,3}? (?:call|calls|appeal|appeals) for "),
    ("calls_for", r"(?:urged|urges|urge|is urging|are urging) (?=(?:an?|immediate|full|greater|more|further|swift|renewed|maximum|restraint|caution|calm|moderation|patience|dialogue)\b(?![^,.;]{0,40} (?:not )?to (?!(?:the|an?|its|their|his|her|all|this|that|these) )[a-z]))"),
    ("demands", r"(?:reiterated|repeated|restated|renewed) (?:his|her|its|their|our|the)(?: [\w’']+){0,3}? (?:stance|demands?|position|conditions?)(?:: ?| for | of )"),
    ("supports", r"(?:has |have |had )?(?:expressed|voiced|declared|reaffirmed|reiterated) (?:its |their |his |her )?(?:full |strong )?support for "),
    ("proposes", r"(?:is|was|are|were|would be) (?:ready|prepared|willing) to "),
    ("demands", r"(?:holds|maintains|maintained|insists|insisted|insist|held) that (?=[^“]{0,60}\b(?:must|should|needs?)\b)"),
    ("calls_for", r"(?:stresses|stressed|emphasi[sz]e[sd]|underline[sd]|underscore[sd]) that (?=[^“]{0,60}\b(?:must|should|needs?)\b(?! not))"),
    ("opposes", r"(?:considers|holds|argues|maintains|believes) that (?=.{0,60}\b(?:cannot|must not|should not)\b)"),
    ("refuses", r"(?:does|do|did|will|would|could|can) ?not (?:be )?(?:accept|agree to|consider|discuss|tolerate|allow|recognise|recognize|countenance|consent to)(?:ing)? (?:that )?"),
    ("refuses", r"(?:will|would|shall|wo)(?:n['’]t| not| never) (?=(?!be |attend|take part|travel|come |have |do so|reply|comment|say|meet|join|participate|send|accept|agree to|consider|discuss|tolerate|allow|recogni)[a-z]+ )"),
    ("demands", r"(?:said|says|stated|states|argued|argues|repeated|reiterated|told <~>{1,30}?|added|made (?:it )?clear|maintained its position|maintained) that (?=(?:(?! and that\b)[^“”]){2,70}\b(?:must|should|needs? to|ought to|has to|have to)\b(?! not))"),
    ("opposes", r"(?:said|says|stated|states|argued|argues|repeated|added|made (?:it )?clear) that (?=[^“”]{2,70}\b(?:must not|should not|cannot)\b)"),
    ("accepts", r"(?:is|was|are|were|would be) (?:ready|prepared|willing) to (?:consider|accept|discuss|look at|live with) "),
    ("proposes", r"(?:suggested|suggests|proposed) that (?=[^“”]{2,70}\b(?:could|should|might) be\b)"),
    ("proposes", r"(?:have|has|had) put forward |(?:tabled|floated|submitted) "),
    ("refuses", r"said no to |(?:is|was|are) not (?:ready|prepared|willing) to "),
    ("opposes", r"(?:is|are|was|were) (?:strongly |firmly )?(?:against|opposed to) "),
    ("supports", r"(?:is|are|was|were) in favou?r of |spoke out for |came out for "),
    ("demands", r"(?:is|are|was|were) (?:demanding|seeking|asking for|insisting on) "),
    ("calls_for", r"(?:is|are|was|were) (?:again |also |now )?(?:calling for|appealing for|pleading for|pressing for) "),
    ("proposes", r"(?:is|are|was|were) (?:proposing|offering) |put forward "),
    ("accepts", r"(?:has|have|had) agreed in principle to |might consider |would settle for |could accept |would accept "),
)  # fmt: skip
_END = re.compile(
    r"\.(?!\d)|;|, (?:one|two|an?|the) (?=(?:[\w-]+ ){0,4}?(?:officials?|diplomats?|sources?|spokes\w+|people)[^,.;]{0,30} (?:said|told))|, (?=(?:(?:its|their|his|her|our|the|an?|one|two|<C|G>[’']s) )?(?:(?:[\w’'-]+|<A|C|P|G>) ){0,5}(?:said|says|told|added|stated|announced|explained)\b)|, (?=<C|P|G> (?:wants?|demands?|proposes?|offers?|rejects?|refuses?|insists?|opposes?|supports?|backs?|asks?) )|, (?:while(?! also)|whereas|but|although|though|saying|adding|which|who|calling|warning|and (?:it|they|he|she|<X>|<P>|everybody)|as|if)(?!\w)|,? (?:and|but) (?:also )?(?:it|they|the <X>|<X>|said|told|proposed|offered|refused|refuses|rejected|promised|would|does|denied|warned|called|indicated|offers|rejects|wants|want|opposes|rules out|ruled out|rejects|accepts|accepted|insists|insisted|demands|demanded|refuses|opposed|supports|supported|asks|asked)(?!\w)| while (?!also)|, in (?=the )|, (?=<C|P> [a-z]+ed )|,? and, without| —"
)
_OF_VERB = re.compile(r"(?:and|but)? ?(?:also )?(?P<verb>" + _FORMS + r") (?P<what>[^\n]+)")
_STARTS = r"(?:the|a|an|no|its|all|full|immediate|one|two|joint|more|new|free|his|their|our|any|international|for|that|to)\b|<A>|<C>|renouncing|including"
_SPLIT = r",? and (?=(?:the|a|an|no|its|all|full|immediate|one|two|his|their|our|any|international|to|that|for|on|over) |<A>|<C>|\w+ing )|, (?:including |as well as )?(?:issues of |of )?(?=(?:the|a|an|no|its|all|full|immediate|one|two|including|issues|territorial|to) |<A>|<C>)|, including (?:issues of )?| while also |, (?=[a-z]+ (?:for|of|to|from|on) )"


def positions(story: Story, told: Sequence[Told]) -> Iterator[Draft]:
    """Where the parties stand."""
    last: str | None = None
    previous: Scene | None = None
    for scene in story.scenes:
        if scene.sentence.heading:
            continue
        done: list[tuple[int, int]] = []
        for name, verb_rule in (*((n, r) for n, r in _SPECIAL), (None, rf"(?P<verb>{_FORMS})(?: |(?=, as ))")):
            tail = r"(?P<what>[^\n]+)"
            pattern = rf"{_SUBJECT}(?:,? (?:who|which)|, [^,.;]{{1,70}},|,)? {_ADV}(?P<key>{verb_rule})(?:, as [^,]{{1,60}}, )?{tail}"
            at = 0
            if not _has(scene, verb_rule):
                continue
            while (match := _search(scene, pattern, at)) is not None:
                at = match.end("key")
                if scene.masked[: match.start("who")].endswith("absence of ") or (
                    name is None and match["who"] == "all three"
                ):
                    continue
                if any(low <= match.start("key") < high for low, high in done) or untrue(
                    scene.masked, match.start("who")
                ):
                    continue
                done.append(match.span("key"))
                predicate = name or STANCE[match["verb"]]
                if match["what"].startswith(("say ", "comment", "be interviewed")):
                    continue
                yield from _position(story, scene, told, match, predicate, last, match.start("what"))
                yield from _coordinated(story, scene, told, match, last, done)
        yield from _second(story, scene, told, last, done)
        yield from _passive(story, scene, previous)
        previous = scene
        last = _subject(scene, last)


_BY = r"\b(?P<verb>[Aa]ccepted|[Rr]ejected|[Ss]upported|[Oo]pposed|[Rr]efused|[Pp]roposed) by (?:the )?(?P<who><C|P|G>)(?P<what>[^.;]*)"


def _passive(story: Story, scene: Scene, previous: Scene | None) -> Iterator[Draft]:
    """`The offer was rejected by Arzenia`; in minutes `Accepted by Arzenia`, of what the sentence before says."""
    for match in rule(_BY).finditer(scene.masked):
        mention = scene.at[match.start("who")]
        before = re.sub(r" (?:was|were|is|has been|have been) (?:\w+ly )?$", "", scene.masked[: match.start()])
        if len(before) > 3 and before != scene.masked[: match.start()]:
            value = scene.words(story.text, 0, len(before))
        elif match.start() == 0 and previous is not None:
            value = previous.sentence.text.rstrip(".") + (
                scene.words(story.text, *match.span("what")) if match["what"] else ""
            )
        else:
            continue
        denied = re.search(r"\bnot $", scene.masked[: match.start()]) is not None
        mood: Modality = "negated" if denied else "conditional" if "condition" in match["what"] else "asserted"
        start = 0 if match.start() else match.start()
        yield draft(story, scene, "position", story.party_of(mention) or mention.name, STANCE[match["verb"].lower()], value, (start, match.end()),
                    "stance.passive", mood)  # fmt: skip


def _has(scene: Scene, verb_rule: str) -> bool:
    """Whether the verb stands in the sentence at all; quick, and mostly it does not."""
    return rule(verb_rule).search(scene.masked) is not None


def _search(scene: Scene, pattern: str, at: int) -> re.Match[str] | None:
    return rule(pattern).search(scene.masked, at)


def _subject(scene: Scene, last: str | None) -> str | None:
    named = [m for _, m in scene.named(0, min(len(scene.masked), 60), "CG")]
    return named[0].name if named else last


_AND_VERB = (
    r",? (?:and|but)(?:,[^,.;]{1,60},)? (?:also |now |then |it |they )?(?:would |has |will |had )?(?P<verb>"
    + _FORMS
    + r") (?P<what>[^\n]+)"
)


def _coordinated(
    story: Story,
    scene: Scene,
    told: Sequence[Told],
    match: re.Match[str],
    last: str | None,
    done: list[tuple[int, int]],
) -> Iterator[Draft]:
    """A second verb of the same subject: `disputes the claim and offered ...`."""
    stop = _stop(scene.masked, match.start("what"))
    again = rule(_AND_VERB).match(scene.masked, stop)
    if again:
        done.append(again.span("verb"))
        yield from _position(story, scene, told, match, STANCE[again["verb"]], last, again.start("what"))


_SECOND = (
    rf"{_SUBJECT}(?:,? who|,)? {_ADV}(?P<first>raised|welcomed|praised|hailed|criticized|criticised|condemned|thanked|blamed|acknowledged|regretted)"
    rf"(?! that\b)(?:(?!\b(?:that|who|which)\b)[^.;:“”\"\n]){{3,160}}? (?:and|but) (?:also |then |again )?(?P<key>(?P<verb>{_FORMS})) (?P<what>[^\n]+)"
)
"""`X raised the matter and proposed a truce`: of a verb with an object of its own, the next verb has the same subject."""


def _second(
    story: Story, scene: Scene, told: Sequence[Told], last: str | None, done: list[tuple[int, int]]
) -> Iterator[Draft]:
    match = _search(scene, _SECOND, 0)
    if match is not None and not any(low <= match.start("key") < high for low, high in done):
        yield from _position(story, scene, told, match, STANCE[match["verb"]], last, match.start("what"))


def _position(
    story: Story, scene: Scene, told: Sequence[Told], match: re.Match[str], predicate: str, last: str | None, first: int
) -> Iterator[Draft]:
    masked = scene.masked
    adverbs = masked[match.end("who") : match.start("key")]
    stop = _stop(masked, first)
    if stop - first < 3:
        return
    start, _ = scene.span(match.start("who"), stop)
    teller = next((t for t in reversed(told) if t.start <= start < t.end), None)
    parties = _parties(story, scene, match, teller, last)
    mood = modality(_RELATIVE.sub("", clause(masked, match.start("who"), stop)))
    denied = re.search(r"\b(?:not|never)\b", adverbs) is not None
    if mood == "negated" and not denied:
        mood = "asserted"
    if predicate in ("refuses", "opposes") and mood == "negated" and not denied:
        mood = "asserted"
    group = adverbs + masked[match.start("key") : first]
    if mood == "future" and not re.search(r"\b(?:will|would)\b", group):
        mood = "asserted"
    if mood == "possible" and not POSSIBLE.search(group):
        mood = "asserted"  # `proposed that monitors could come`: what is proposed may be; that it is proposed is so
    if mood == "asserted" and _ON_CONDITION.match(masked, stop):
        mood = "conditional"
    speaker = _attributed(story, scene, match, teller)
    begin = match.start("key" if match.groupdict().get("first") else "who")
    for low, high in _objects(scene, first, stop):
        value = scene.words(story.text, low, high).strip(' ,:“”"')
        if not _tells(value):
            continue
        if low == first and _BARE_AFTER.search(masked[:first]):
            value = f"to {value}"
        span = (begin, high) if low == match.start("what") else (low, high)
        for party in parties:
            yield draft(
                story, scene, "position", party, predicate, value, span, f"stance.{predicate}", mood, attributed_to=speaker,
                hedge=hedge(_RELATIVE.sub("", masked[low:high])), issue=issue(value),
            )  # fmt: skip


_BARE_AFTER = re.compile(
    r"(?:\b(?:will|would|shall)(?: not| never| ?n['’]t)|\bwon['’]t|\b(?:ready|prepared|willing|intends?|intended) to) $"
)
"""Behind these words a verb stands without its `to`, or that was cut off: `will not [leave a soul behind]`."""
_ON_CONDITION = re.compile(r",? (?:but |and )?(?:then )?(?:only )?(?:if|unless|provided|on condition|as long as)\b")
"""What makes a position depend on something, behind where its words end: `wants a truce, but only if ...`."""
_POINTING = frozenset(
    "this that these those it its them they he him she her one ones so such same other others another thing things matter anything something "
    "everything nothing all any some none each both either neither more less most much many few enough further again now then there here yet "
    "still too also not no yes do does did done doing be is are was were been being has have had will would shall should can could may might "
    "must the a an of to in on at for from by with about as and or but if than what which who whom whose how why when where either way "
    "us we our ours you your i my me mine their theirs his hers today yesterday tomorrow first last just only very even ever once".split()
)


def _tells(value: str) -> bool:
    """Whether words say what is wanted: `this`, `to do so` only point at what another sentence says."""
    words = re.findall(r"[^\W_][\w’'-]*", value.lower())
    return any(len(word) > 1 and word not in _POINTING for word in words)


_RELATIVE = re.compile(r"\b(?:who|whom|whose|which)\b[^,;.]*")
"""What is told of the thing demanded: `children who were allegedly taken` puts no reserve on the demand."""
_BETWEEN = re.compile(r"\bbetween (?:(?! and |[,;]).)*$")


def _asked(masked: str, place: int) -> bool:
    """Whether what stands at a place is only asked: `whether they want a war`."""
    return re.search(r"\b(?:whether|if|why|how) (?:the )?$", masked[:place]) is not None


def quoted(masked: str, place: int) -> bool:
    """Whether a place lies within quotation marks; there `they` are others, and what the marks close ends what is said."""
    before = masked[:place]
    return before.count('"') % 2 == 1 or before.count("“") + before.count("«") > before.count("”") + before.count("»")


def _stop(masked: str, first: int) -> int:
    if quoted(masked, first):
        closing = re.search(r'[,.]?["”»]', masked[first:])
        return min(_ends(masked, first), first + closing.start() if closing else len(masked))
    return _ends(masked, first)


def _ends(masked: str, first: int) -> int:
    for stop in rule(_END.pattern).finditer(masked, first):
        # `support for talks between A and B`: this `and` begins nothing new.
        if not (stop[0].lstrip(", ").startswith("and ") and _BETWEEN.search(masked, first, stop.start())):
            return stop.start()
    return len(masked)


def _parties(story: Story, scene: Scene, match: re.Match[str], teller: Told | None, last: str | None) -> list[str]:
    named = [m for _, m in scene.named(*match.span("who"), "PCGB")]
    if not named:
        word = match["who"].lower()
        if _asked(scene.masked, match.start("who")) or (
            word in ("it", "they") and quoted(scene.masked, match.start("who"))
        ):
            return []
        if word in ("the company", "the union"):
            return [_one_called(story, word)]
        if word in ("both", "all three") or (word == "they" and teller is None):
            return list(story.sides)
        if teller is not None and teller.party:
            return [teller.party]
        before = [m for _, m in scene.named(0, match.start("who"), "CG")]
        return [before[-1].name] if before else [last] if last else []
    group = rule(_FOR_GROUP).match(scene.masked, match.end("who"))
    if group:
        return [scene.at[group.start("group")].name]
    found: list[str] = []
    for mention in named:
        found += list(story.sides) if mention.kind == "B" else [story.party_of(mention) or mention.name]
    return list(dict.fromkeys(found))


def _one_called(story: Story, word: str) -> str:
    """The one side that may be called `the company`; where several may, or none, what the report calls it."""
    called = word.removeprefix("the ")
    sure = [side for side in story.sides if fits(called, side)]
    able = sure or [side for side in story.sides if not kind_of(side)]
    return able[0] if len(able) == 1 else word


_FOR_GROUP = r", (?:speaking )?(?:for|on behalf of) (?:the )?(?P<group><C|G>),"
"""`Tuvalu, for the Alliance, opposed`: the Alliance opposes, and Tuvalu tells it."""


def _attributed(story: Story, scene: Scene, match: re.Match[str], teller: Told | None) -> tuple[str, ...]:
    grouped = rule(_FOR_GROUP).match(scene.masked, match.end("who")) is not None
    named = [m for _, m in scene.named(*match.span("who"), "PC" if grouped else "P")]
    if teller is not None:
        return ("narrator", teller.speaker + ("?" if teller.doubtful else ""))
    if named:
        return ("narrator", named[0].name)
    return ("narrator",)


def _objects(scene: Scene, first: int, stop: int) -> list[tuple[int, int]]:
    """The objects of one verb, each with its place; what stands in quotation marks is not taken apart."""
    places = []
    begin = first
    for cut in rule(_SPLIT).finditer(scene.masked, first, stop):
        if cut.start() - begin < 3 or scene.masked.count('"', first, cut.start()) % 2:
            continue
        if re.search(r"\b(?:between|both)\b[^,]*$", scene.masked[begin : cut.start()]):
            continue
        places.append((begin, cut.start()))
        begin = cut.end()
    places.append((begin, stop))
    return places


_SMALL = frozenset(
    "respects suffering including regarding concerning according using reaching achieving ending making having being sign signing discuss talk "
    "accept allow give take keep hold hand over with until before after without within whether should would could must will shall have has had "
    "been does did done get let set put make use used the a an of to in on for and or all any no its their his her our by from that be is are "
    "full immediate large-scale new only".split()
)
_NP_ENDS = re.compile(
    r"[,;:()“”\"]|\b(?:of|to|in|on|for|from|with|by|at|over|between|among|against|that|which|who|if|unless|until|before|after|within|without|under|as|and|or|is|are|was|were|be|should"
    r"|must|would|could|can|may|will)\b"
)


_NO_TITLE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december "
    "two three four five six seven eight nine ten hundred thousand million per cent percent mr mrs ms good better best bad worse big small early "
    "late longer higher lower possible ready able willing back away".split()
)


def _is_title(word: str) -> bool:
    """Whether a word can name an issue."""
    return len(word) > 2 and not word.endswith("ly") and word not in _SMALL | _POINTING | _NO_TITLE


def issue(value: str) -> str | None:
    """One word for the issue: the last noun-like word of the first noun phrase; a person chooses better."""
    part: str
    for part in _NP_ENDS.split(value):
        words = [w.lower() for w in re.findall(r"[^\W\d_][\w-]*", part)]
        noun: str | None = next((w for w in reversed(words) if _is_title(w)), None)
        if noun:
            return noun
    return None
