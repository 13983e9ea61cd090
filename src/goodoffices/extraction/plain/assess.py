"""Assessments and decisions: how something is seen, what is expected, what an actor did. Told with low confidence."""

import re
from collections.abc import Iterator

from .draft import Draft
from .scene import Scene
from .story import Story
from .telling import clause, draft, modality

NOBODY = "(not said)"
_SEEN = (
    ("sees", r"(?P<what>[^.;,“”\"]{3,90}? (?:is|was|are|were|being) (?:widely |generally |also )?(?:seen|regarded|viewed|considered) as [^.;]{3,110}?)(?=[.;]|,|$)"),
    ("expects", r"\b(?P<what>(?:low|high|modest|few|great) expectations)\b"),
    ("expects", r"\b(?P<what>(?:no|few|little)(?: [\w-]+){1,4} (?:was|were|is|are) expected)\b"),
    ("sees", r"\b(?P<what>(?:It|This|That|The \w+) (?:marked|marks|represents|signals|signalled) [^.;,]{3,200})"),
    ("describes", r"\b(?P<what>the (?:atmosphere|mood|tone|climate) (?:was|is|remained|remains) [\w-]+(?: [\w-]+){0,3}?)(?= and |[.,;]|$)"),
    ("sees", r"(?P<who>\b(?:[\w-]+ )?(?:[Oo]bservers|[Aa]nalysts|[Dd]iplomats|[Ee]xperts|[Cc]ommentators|world)) (?P<what>(?:remain|remained|are|were|is|expect|hope|believe|doubt)\b[^.;]{3,110}?)(?=[.;,]|$)"),
    ("sees", r"\b(?P<what>[Ww]e (?:are|have|were) (?:cautiously |very |quite |never )[^.;,”\"]{3,80})"),
)  # fmt: skip
_DECIDED = (
    r"(?P<who><P|C|G|B>),? (?:who |which )?(?:instead |also |then |later |has |have |had |again |jointly )*"
    r"(?P<verb>sent|ordered|decided|appointed|reaffirmed|withdrew|released|approved|dispatched|instructed|authorised|authorized|named|launched|"
    r"suspended|lifted|established|adopted|cancelled|postponed|extended) (?P<what>[^.;]{3,110}?)(?=[.;,]|$| and (?:said|told))"
)


_DESCRIBED = r"(?P<who><P|C|G|B>)(?:,<^>{1,90}?,)? (?:who )?(?:later |also )?(?P<verb>described|characteri[sz]ed) (?P<of>[^.;“”\"]{3,60}?) as (?P<what>[^.;]{3,110}?)(?=[.;]|,|$)"
_FEELS = (
    r"(?P<who><P|C|G|B>)(?:,<^>{1,90}?,)? (?:[a-z]+ly )?(?:(?P<verb>expects?|expected|fears?|feared|hopes?|hoped|doubts?|believes?|believed)|(?:do|does) not (?P<verb2>believe|expect|think))"
    r" (?P<what>(?!to be )[^.;]{6,140}?)(?=[.;]|, (?:and|but|while)|$)"
)
_NOT_FELT = re.compile(r"(?:is|are|was|were) $")


def _felt(story: Story, scene: Scene) -> Iterator[Draft]:
    """What somebody describes, expects, fears or doubts."""
    for predicate, pattern in (("describes", _DESCRIBED), ("expects", _FEELS)):
        for match in scene.find(pattern):
            mention = scene.at[match.start("who")]
            who = "; ".join(story.sides) if mention.kind == "B" and story.sides else mention.name
            words = scene.words(story.text, *match.span("what")).strip(' “”"')
            mood = modality(clause(scene.masked, *match.span("what")))
            mood = mood if mood in ("possible", "conditional", "hedged") else "asserted"
            teller = ("narrator", who) if mention.kind == "P" else ("narrator",)
            yield draft(
                story,
                scene,
                "assessment",
                who,
                predicate,
                words,
                match.span(),
                f"felt.{predicate}",
                mood,
                attributed_to=teller,
            )


def assessments(story: Story) -> Iterator[Draft]:
    """How something is seen, and what is expected of it."""
    for scene in story.scenes:
        if scene.sentence.heading:
            continue
        yield from _felt(story, scene)
        for predicate, pattern in _SEEN:
            for match in scene.find(pattern):
                words = scene.words(story.text, *match.span("what"))
                who = scene.words(story.text, *match.span("who")) if match.groupdict().get("who") else NOBODY
                mood = modality(clause(scene.masked, *match.span("what")))
                mood = mood if mood in ("possible", "conditional", "hedged") else "asserted"
                yield draft(
                    story,
                    scene,
                    "assessment",
                    who if " " in who else NOBODY,
                    predicate,
                    words,
                    match.span(),
                    f"assess.{predicate}",
                    mood,
                )


def decisions(story: Story) -> Iterator[Draft]:
    """What an actor did or decided."""
    for scene in story.scenes:
        if scene.sentence.heading:
            continue
        for match in scene.find(_DECIDED):
            yield _decision(story, scene, match)


def _decision(story: Story, scene: Scene, match: re.Match[str]) -> Draft:
    mention = scene.at[match.start("who")]
    subject = "; ".join(story.sides) if mention.kind == "B" and story.sides else mention.name
    words = scene.words(story.text, *match.span("what"))
    mood = modality(clause(scene.masked, *match.span("verb")))
    return draft(story, scene, "decision", subject, match["verb"], words, match.span(), "decision", mood)
