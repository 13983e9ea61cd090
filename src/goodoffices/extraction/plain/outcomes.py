"""What came of it: agreed, not agreed, and what comes next."""

import re
from collections.abc import Iterator

from ...record.claim import Modality
from .draft import Draft
from .scene import Scene
from .story import Story
from .telling import clause, draft, modality, untrue

_END = r"(?=[.;]|, (?:but|while|and (?:both|the|<X>)|which|who|a claim)|$)"
_AGREED = (
    rf"(?P<who>(?:<X>(?:, | and |, and )(?:the )?)*<X>|[Tt]hey|[Aa]ll three|[Aa]ll parties|[Tt]he (?:elders|leaders|delegates|negotiators|ministers|chiefs|envoys|participants|presidents|two (?:men|women|leaders|ministers|presidents))),? ?(?:(?:have|has|had|also|then|did|do|however|nonetheless|nevertheless|finally|eventually|reportedly|provisionally|jointly|all),? )*(?:agreed|agree|undertook|committed themselves|accepted my proposal)(?:(?: (?:to|on|that))+:?|:) (?P<what>[^.;]{{3,220}}?){_END}",
    rf"\b[Ii]t (?:was|has been|had been) (?:also |further )?agreed (?:that|to) (?P<what>[^.;]{{3,220}}?){_END}",
    rf"\b[Ii]t (?:was|has been|had been) (?:also |further )?(?:decided|resolved|settled) (?:that|to) (?P<what>[^.;]{{3,220}}?){_END}",
    r"\b(?:text|document|agreement|deal|truce|communiqué|accord|protocol) (?:reportedly )?(?:provides for|foresees|calls for|sets out|includes|envisages) (?P<what>[^.;,]{3,120}?)(?= but|[.;,]|$)",
)
_NOTED = rf"^(?:\d{{1,2}}\. |[-*•–] )?(?:[Aa]greed|[Dd]ecided|[Rr]esolved)(?:(?: (?:to|that))+|:|,) (?P<what>[^.;]{{3,220}}?){_END}"
"""`Agreed to share data monthly`: as minutes note it, without saying who."""
_SHALL = rf"^(?:\d{{1,2}}(?:\.\d{{1,2}})*\.? |Article \d{{1,3}}[.:]? )(?P<who><B>|[Tt]he <B>) (?:hereby )?(?:shall|undertake to) (?P<what>[^.;]{{3,220}}?){_END}"
"""`2. The Parties shall exchange all prisoners`: a term of an agreement, numbered."""
_REACHED = (
    rf"\b(?:agreement|understanding|consensus|deal|accord) (?:was|has been|had been|is) (?:also )?reached (?:on|over|to|about|that) (?P<what>[^.;]{{3,160}}?){_END}",
    rf"(?P<who><X|[Tt]hey)(?:[^.;<]{{0,20}}) (?:reached|struck|concluded|found) (?:an? |the )?(?:\w+ )?(?:agreement|understanding|deal|compromise|accord) (?:on|over|to|that) (?P<what>[^.;]{{3,160}}?){_END}",
)
_KIND = (
    r"(?<!will have )(?<!would have )(?<!could have )(?<!should have )(?<!must have )(?<!might have )\b(?:reached|struck|concluded|found) "
    rf"(?P<what>an? (?:tentative|provisional|preliminary|partial|interim|draft|outline) (?:agreement|deal|accord|settlement|compromise)){_END}"
)
"""`reached a tentative agreement`: of which kind it is, where nobody says on what."""
_ITEM = re.compile(r"\((?:[a-h]|[ivx]+|\d)\) (?P<what>[^;]+?)(?=[;.]|,? \((?:[a-h]|[ivx]+|\d)\)|$)")
_NOT = (
    r"\b(?:[Nn]o|[Ww]ithout(?: any| an?)?|not? (?:\w+ ){0,3}any) (?:immediate |formal |final |further |written )?(?:agreement|deal|settlement|accord|breakthrough|compromise|result|progress|consensus)(?: (?:was|has been|is|were|could be)(?: therefore| yet)? (?:reached|made|found|struck|achieved|concluded))?(?: (?:on|over|about|as to) (?P<what>[^.;]{3,120}?))?(?=,|[.;]|$| in <L>| was )",
    r"\b(?:failed|unable|were not able) to (?:reach|agree|bridge|find|settle)(?: (?:an? )?(?:agreement|compromise|deal|settlement|consensus|understanding))?(?: (?:on|over|about))? (?P<what>[^.;,]{3,100}?)(?= (?:at|during) (?:a|the|their) (?:\w+ )?(?:meeting|session|talks|round)\b|[.;,]|$)",
    r"\b(?:could not|did not|cannot|have not|has not|had not)(?:, [^,.;]{2,40},)? (?:yet |at this stage |so far )?(?:agreed?|reach(?:ed)? (?:an )?agreement|settled?) (?:on|over|about) (?P<what>[^.;,]{3,100})",
    r"\b(?:remain|remained|are|were|still) (?:far |wide |deeply )?(?:apart|divided|at odds) (?:on|over|about) (?P<what>[^.;,]{3,100})",
    r"\b(?:[Tt]hey|<B>) (?P<what>failed to do so|did not succeed|could not agree|failed to agree|did not agree|were unable to agree)\b(?! (?:on|over|about|to|that)\b)",
    r"\b[Ii]t was not agreed (?P<what>[^.;]{3,120}?)(?=[.;]|$)",
    r"(?P<what>\b[Tt]h(?:e|is) (?:question|issue|matter|point)) (?:was|were) (?:therefore |thus )?(?:left|deferred|postponed|referred)[^.;]{0,60}",
    r"\b(?:failed|unable) to (?:agree|settle) (?:on|over) (?P<what>[^.;,]{3,100})",
    r"(?P<what>\b[Tt]he (?:question|issue|matter|status|future) of [^.;,]{3,80}) (?:was|were|remains|remained|is) (?:left )?(?:open|unresolved|unsettled|deferred|postponed)",
    r"\bnone on (?P<what>[^.;,]{3,100})",
    r"\b(?:remain|remained|remains) (?:unresolved|open|deadlocked|stuck|apart)(?: on (?P<what>[^.;,]{3,80}))?",
    r"\b[Nn]either (?:side )?(?:has |had )?(?:moved|budged|gave way)(?: on (?P<what>[^.;,]{3,80}))?",
    r"\bsays nothing (?:about|on) (?P<what>[^.;,]{3,80})",
    r"\b[Nn]othing (?:was|has been|had been|could be) agreed (?:on|over|about) (?P<what>[^.;,]{3,100})",
    r"\b(?:have|has|had) yet to (?:agree|settle|reach (?:an )?(?:agreement|deal|accord)) (?:on|over|about) (?P<what>[^.;,]{3,100})",
    r"\b[Nn]or (?:was|were|is|has|could) (?:there |they )?(?:been |be |reach |find |make )?(?:an? |any )?(?:agreement|deal|settlement|accord|breakthrough|compromise|progress|consensus)(?: (?:reached|made|found))? (?:on|over|about) (?P<what>[^.;,]{3,100})",
    r"^(?:\d{1,2}\. |[-*•–] )?[Nn]ot (?:agreed|settled|decided)(?: (?:on|upon))?: (?P<what>[^.;]{3,120}?)(?=[.;]|$)",
)
_RESULT = re.compile(
    r"\b(?:talks|meeting|round|negotiations|session|discussions|conference|summit)\b[^.;,]{0,30} (?P<what>(?:collapsed|broke down|broke up|ended (?:without|in|with)[^.;,]{3,60}|was adjourned|were adjourned|adjourned[^.;,]{0,40}|stalled|were suspended|was suspended|did not result in[^.;,]{3,60}|produced[^.;,]{3,60}|yielded[^.;,]{3,60}|failed\b[^.;,]{0,40}))"
)
_AHEAD = re.compile(
    r"\b(?:will|due|could|may|might|pencilled|planned|scheduled|expected|to be held|[Nn]ext|again|reconvene|resume|convene|set for|until|would|is to|are to)\b"
)
_LATER = (
    r"(?P<what>(?:\b[Tt]he [\w ]{3,30}|<X>),? (?:will|is to|is due to|is expected to|are to|are expected to|are due to) "
    r"(?:reply|respond|take effect|announce|enter into force|come into force|report|submit|decide|present|return|consult)\b[^.;]{0,70}?)(?=[.;]|$|, (?:and|but))"
)
_TEXT = (
    r"(?P<what>\b(?:[Aa] |[Tt]he |[Aa]nother )(?:next |further |follow-up |second |third |fourth |fifth |sixth |new |final )?(?:round|meeting|session|site visit|visit|summit)"
    r"(?: of talks)? (?:is|was|may|might|could|will|would)[^.;]{4,110}?)(?=[.;]|$)",
    r"(?P<what>(?:\b[Aa]|\b[Tt]he) (?:technical team|working group|sub-?committee|commission|committee|panel|task force|experts?)[^.;]{0,60}? (?:is|are|will|was|were) (?:to |due to |expected to )?[a-z]+ [^.;]{3,90}?)(?=[.;]|,? and |$)",
    r"(?P<what>(?:<B|P>|\b[Tt]he leaders|\bI) (?:could|may|might|will|would|intend to|hope to|are to|is to|plan to)(?: also)? (?:meet|return|reconvene|come back|convene|bring|resume|gather)[^.;]{3,110}?)(?=[.;]|$)",
    r"(?P<what>(?:\b[Tt]here|\b[Ii]t) (?:might|may|will|could) be (?:an? )[^.;]{3,60})(?=[.;]|$)",
    r"(?P<what>which is to (?:report|submit|present|meet|begin)[^.;]{3,60})(?=[.;]|$)",
)
_NEXT = (
    r"(?:\b(?:[Tt]he |[Aa] )?(?:next|further|follow-up|second|third|fourth|fifth|sixth|another|new|final) (?:\w+ )?(?:meeting|round|session|talks)[^.;]{0,80}?|\bmeet(?:s|ing)? again\b[^.;]{0,50}?|\b(?:reconvene|resume)s?(?: (?:the |their )?(?:talks|negotiations|dialogue|session|meeting|discussions))?(?: in <L>| at [^,.;]{1,20}| there| here)? ?(?:on |in )?|plenary session [^.;]{0,30}?|(?:^|\d\. )[Nn]ext meeting: |adjourned until |<P|X|C> (?:are|is) (?:due|to|expected|scheduled) to (?:meet|return)[^.;]{0,50}?|\bwill convene[^.;]{0,50}?|\bwill hold its (?:first|next) session[^.;]{0,50}?)(?P<day><D>)",
)


_GOES_ON = re.compile(
    r"(?:to )?(?:continue|resume|keep up|go on with|pursue|reconvene|meet again|return to|hold (?:a |another )?(?:further|new|next|second|third)?)\b[^.;]{0,20}?"
    r"(?:dialogue|talks|talking|negotiations|negotiating|discussions|contacts|consultations|again|table|round|meeting)?\b"
)
_TALK = re.compile(
    r"\b(?:dialogue|talks|talking|negotiat\w+|discussions|contacts|consultations|again|table|round|meeting|reconvene)\b"
)


def outcomes(story: Story) -> Iterator[Draft]:
    """The results of the talks."""
    for scene in story.scenes:
        if scene.sentence.heading:
            continue
        yield from _agreed(story, scene)
        yield from _failed(story, scene)
        yield from _progressed(story, scene)
        yield from _coming(story, scene)


def _agreed(story: Story, scene: Scene) -> Iterator[Draft]:
    for number, pattern in enumerate((*_AGREED, *_REACHED, _NOTED, _SHALL, _KIND)):
        for match in scene.find(pattern):
            who = _who(story, scene, match)
            if re.search(r"\b(?:[Nn]o|not|[Ff]ailed|without)(?: \w+)? $", scene.masked[: match.start()]):
                continue
            if untrue(scene.masked, match.start()) or _of_before(match[0], scene.masked) or _OPINION.search(match[0]):
                continue
            mood = modality(clause(scene.masked, *match.span()))
            mood = mood if mood in ("hedged", "conditional", "possible") else "asserted"
            if match["what"].startswith(("anything", "nothing", "little")):
                continue
            parts = list(_ITEM.finditer(scene.masked, match.start("what")))
            if parts:
                for item in parts:
                    words = scene.words(story.text, *item.span("what"))
                    yield _deal(story, scene, who, words, item.span("what"), "agreed.item")
                continue
            for low, high in _each(scene.masked, *match.span("what")):
                words = scene.words(story.text, low, high)
                span = (match.start(), high) if low == match.start("what") else (low, high)
                yield _deal(story, scene, who, words, span, f"agreed.{number}", mood)


_OPINION = re.compile(
    r"\bagreed? that (?:[\w’'-]+ ){1,6}?(?:is|are|was|were|would be|had been|has been) (?:whether|how|what|why|about|an?|the|very|too|so|not only|more|most|important|useful|necessary"
    r"|needed|difficult|vital|crucial|essential|possible|time|good|bad|better|over|there|urgent|serious|wrong|right|fair|unfair|key)\b"
)
"""`agreed that the test would be whether ...`: they are of one mind, and nothing was settled."""


def _of_before(words: str, masked: str) -> bool:
    """`had agreed to a truce in 2028`, told by the report itself: an agreement of before."""
    return re.search(r"\bhad (?:\w+ ){0,2}agreed\b", words) is not None and not re.search(_SAID, masked)


_SAID = r"\b(?:said|says|saying|told|announced|stated|added|confirmed|reported|declared|wrote|according)\b"


def _deal(
    story: Story, scene: Scene, who: str, words: str, span: tuple[int, int], rule: str, mood: Modality = "asserted"
) -> Draft:
    more: dict[str, object] = {}
    if _GOES_ON.match(words) and _TALK.search(words):
        # To go on talking is what comes next, and nothing that was settled.
        more["qualifiers"] = {"next_step": True}
    # Where the sides agreed, the meeting is told beside: else it would answer another question than `no agreement` of a meeting.
    beside = None if who == scene.meeting else scene.meeting
    return draft(story, scene, "outcome", who, "agreed", words, span, rule, mood, meeting=beside, **more)


_AND = re.compile(r"(?:,? and|,) (?=(?:to|on|that) )(?!to be )")


def _each(masked: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """`to open the road, to free prisoners and to meet again`: each for itself."""
    for cut in _AND.finditer(masked, first, last):
        yield first, cut.start()
        first = cut.end()
    yield first, last


def _who(story: Story, scene: Scene, match: re.Match[str]) -> str:
    if not match.groupdict().get("who"):
        return scene.meeting
    named = [m for _, m in scene.named(*match.span("who"), "PCG")]
    first = scene.at[min(scene.at)] if scene.at else None
    # `The Parties, meeting in Vienna under the auspices of the OSCE, agreed`: the subject opens the sentence.
    opens = (
        first is not None
        and first.kind == "B"
        and min(scene.at) < 5
        and scene.masked[min(scene.at) + 1 : min(scene.at) + 2] == ","
    )
    if named and not opens:
        return "; ".join(story.party_of(m) or m.name for m in named)
    return "; ".join(story.sides) or scene.meeting


_OPEN = re.compile(
    r"(?:^|[,;:] |\b(?:that|but|and|while|though|although) )(?P<what>(?!(?:it|they|this|which)\b)(?:(?!\b(?:that|but|and|while|though|although)\b)[^.;,]){3,60}?) (?:still )?$"
)
"""What it is that remains open: `a few questions remained open`."""
_SO = (
    "failed to do so",
    "did not succeed",
    "could not agree",
    "failed to agree",
    "did not agree",
    "were unable to agree",
)


def _failed(story: Story, scene: Scene) -> Iterator[Draft]:
    for number, pattern in enumerate(_NOT):
        for match in scene.find(pattern):
            words = clause(scene.masked, *match.span())
            if re.match(r"[Ii]f\b|unless", words.strip()) or re.search(r"\bif $", scene.masked[: match.start()]):
                continue
            what = scene.words(story.text, *match.span("what")) if match.groupdict().get("what") else None
            if what in _SO:
                yield draft(
                    story,
                    scene,
                    "outcome",
                    scene.meeting,
                    "not_agreed",
                    "agreement",
                    match.span(),
                    "result.so",
                )
                continue
            if what:
                yield draft(
                    story,
                    scene,
                    "outcome",
                    scene.meeting,
                    "not_agreed",
                    what,
                    match.span(),
                    f"not_agreed.{number}",
                )
            elif (open_ := _OPEN.search(scene.masked, 0, match.start())) and match[0].startswith("remain"):
                words, span = scene.words(story.text, *open_.span("what")), (open_.start("what"), match.end())
                yield draft(story, scene, "outcome", scene.meeting, "not_agreed", words, span, "not_agreed.open")
            else:
                said = scene.words(story.text, *match.span())
                yield draft(story, scene, "outcome", scene.meeting, "result", said, match.span(), f"result.{number}")
    for match in _RESULT.finditer(scene.masked):
        if re.search(r"\bnot result\b.*agreement", match[0]):
            continue
        meeting = scene.meeting_at(match.start())
        words = scene.words(story.text, *match.span("what"))
        mood = modality(match[0])
        mood = "asserted" if mood == "negated" else mood  # the words themselves deny: `ended without a date`
        yield draft(story, scene, "outcome", meeting, "result", words, match.span(), "result.verb", mood)


_PROGRESS = r"(?:<X>|\b[Tt]hey|\b[Ww]e|\b[Tt]alks|\b[Nn]egotiators|\b[Ss]ides)(?: (?:said|have|had|has|also|both|all|did|not|never|no|already))* (?P<what>made (?:[a-z]+ ){0,2}progress(?: (?:on|towards?) [^.;,]{3,80})?)"


def _progressed(story: Story, scene: Scene) -> Iterator[Draft]:
    """`they had made progress on the border`."""
    for match in scene.find(_PROGRESS):
        if re.search(r"\b(?:not|never|no|little|hardly|if|unless)\b", clause(scene.masked, *match.span())):
            continue
        words = scene.words(story.text, *match.span("what"))
        mood = modality(clause(scene.masked, *match.span()))
        yield draft(
            story,
            scene,
            "outcome",
            scene.meeting_at(match.start()),
            "result",
            words,
            match.span("what"),
            "result.progress",
            mood,
        )


def _announced(story: Story, scene: Scene) -> Iterator[Draft]:
    """What comes next, told in words; where a day is told, `_coming` gives the day."""
    for number, pattern in enumerate(_TEXT):
        for match in scene.find(pattern):
            if not _AHEAD.search(match[0]) or re.search(r"\b(?:was|were|has|had) (?!to\b)", match[0]):
                continue
            days = [p for p in scene.at if scene.at[p].kind == "D" and match.start() <= p < match.end()]
            if days and (number == 0 or (number == 2 and len(scene.at[days[0]].name) == 10)):
                continue
            words = scene.words(story.text, *match.span("what"))
            mood = modality(clause(scene.masked, *match.span()))
            mood = mood if mood in ("conditional", "possible", "hedged") else "future"
            who = "; ".join(story.sides) or "M1"
            yield draft(story, scene, "outcome", who, "next", words, match.span(), f"next.words.{number}", mood)


def _coming(story: Story, scene: Scene) -> Iterator[Draft]:
    yield from _announced(story, scene)
    for match in scene.find(_LATER):
        words = scene.words(story.text, *match.span("what"))
        mood = modality(clause(scene.masked, *match.span()))
        yield draft(
            story,
            scene,
            "outcome",
            "M1",
            "next",
            words,
            match.span(),
            "next.text",
            mood if mood == "conditional" else "future",
        )
    for match in scene.find(_NEXT[0]):
        if not _AHEAD.search(match[0]):
            continue
        if re.search(r"(?<!be )\b(?:opened|held|began|concluded|ended|took place) ", match[0]):
            continue
        mood = modality(match[0])
        mood = "future" if mood in ("asserted", "negated") else mood
        yield draft(
            story, scene, "outcome", "M1", "next", scene.at[match.start("day")].name, match.span(), "next.day", mood
        )
