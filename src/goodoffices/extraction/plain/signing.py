"""What was signed, and by whom: told in a sentence, or shown by the lines under a text."""

import re
from collections.abc import Iterator

from .draft import Draft
from .scene import Scene
from .story import Story
from .telling import clause, draft, modality

_SIGNED = (
    r"(?P<who>(?:<P|C|G|B>(?:, (?:and )?| and )(?:the )?)*<P|C|G|B>)(?:,)? (?:(?:has|have|had|then|also|did|will|would|not) )*(?P<verb>signed|initialled|initialed|sign) (?P<what>(?:an?|the|this|their|no) [^.;,]{3,70}?)(?= in <L>| on <D>| to (?:this|that) effect| late| at | during |[.,;]|$)",
    r"(?P<what>\b(?:[Nn]o|[Aa]n?|[Tt]he) [\w-]+(?: [\w-]+){0,5}) (?:was|were|is|has been|will be) (?:not )?(?P<verb>signed|initialled)(?: by (?P<by><~>{0,20}?(?:<P|C|G|B>,? (?:and )?(?:<~>{0,20}? )?)*<P|C|G|B>))?",
    r"(?P<what>\b[Nn]othing|\b[Nn]o (?:paper|document|text)) was (?P<verb>signed|initialled)",
    r"(?P<what>(?:\b[Tt]he|\b[Aa]n?) [\w-]+(?: [\w-]+){0,6}), which was (?P<verb>signed|initialled) by (?P<by>(?:<P|C|G>,? (?:and )?)*<P|C|G>)",
    r"(?P<who><P>),? (?:who )?put (?:his|her) name to (?P<what>[^.;,]{3,50}?)(?= at |[.;,]|$)",
)


def signatures(story: Story) -> Iterator[Draft]:
    """What was signed, and by whom."""
    under = False
    for scene in story.scenes:
        if scene.sentence.heading:
            continue
        yield from _lines(story, scene)
        if under:
            yield from _line_for(story, scene)
        under = under or re.match(r"(?:Signed|Done|For and on behalf of)\b", scene.masked) is not None
        yield from _done(story, scene)
        for number, pattern in enumerate(_SIGNED):
            for match in scene.find(pattern):
                groups = match.groupdict()
                what = scene.words(story.text, *match.span("what"))
                mood = modality(clause(scene.masked, *match.span()))
                if what.lower().startswith("no "):
                    mood = "negated"
                if what.lower().startswith("nothing"):
                    mood = "negated"
                if groups.get("by"):
                    who = "; ".join(_sides(story, m.name) for _, m in scene.named(*match.span("by"), "PCGB"))
                    yield draft(story, scene, "signature", who, "signed", what, match.span(), "signed.by", mood)
                    continue
                if not groups.get("who"):
                    who = "; ".join(story.sides) if mood == "negated" and story.sides else scene.meeting
                    yield draft(story, scene, "signature", who, "signed", what, match.span(), "signed.passive", mood)
                    continue
                named = list(scene.named(*match.span("who"), "PCGB"))
                subject = "; ".join(_sides(story, m.name) for _, m in named)
                yield draft(story, scene, "signature", subject, "signed", what, match.span(), f"signed.{number}", mood)


_UNDER = r"^(?:Signed(?: for [^:\n]{2,40})?|Done and signed|Witnessed|Witness|For and on behalf of[^:]{0,40})(?: by)?: ?(?P<who>[^\n]{1,200})"


def _lines(story: Story, scene: Scene) -> Iterator[Draft]:
    """`Signed: A; B` under a text."""
    for match in scene.find(_UNDER):
        what = re.search(
            r"\b(?:joint |final )?(communiqu[eé]|statement|protocol|agreement|declaration|minutes)\b", story.text, re.I
        )
        for place, mention in scene.named(*match.span("who"), "PC"):
            value = what[0].lower() if what else "the document"
            yield draft(story, scene, "signature", mention.name, "signed", value, (place, place + 1), "signed.line")


_FOR = r"^(?:[Ff]or|On behalf of)(?: and on behalf of)? (?:the )?(?P<c><C|G>)[,:]? (?P<p><P>)[.;]?$"


def _line_for(story: Story, scene: Scene) -> Iterator[Draft]:
    """`For Bostan: Jon Holm`, below `Done at Halden`."""
    for match in scene.find(_FOR):
        for group in ("c", "p"):
            place = match.start(group)
            name = scene.at[place].name
            yield draft(story, scene, "signature", name, "signed", "the document", (place, place + 1), "signed.line")


_DONE = r"^(?:Done|Signed|Concluded|Adopted)(?: and (?:signed|sealed))? (?:at|in) (?:the city of )?(?P<place><L>|<V>|<~>{2,30}?),? (?:on |this )?(?P<day><D>)"


def _done(story: Story, scene: Scene) -> Iterator[Draft]:
    """`Done at Halden on 3 June 2030`: where and when a text was signed."""
    for match in scene.find(_DONE):
        place = scene.words(story.text, *match.span("place"))
        if not place[:1].isupper():
            continue
        yield draft(story, scene, "meeting", "M1", "place", place, (0, match.end("place")), "place.done")
        day = scene.at[match.start("day")].name
        yield draft(story, scene, "meeting", "M1", "date", day, (match.start("day"), match.end("day")), "date.done")


def _sides(story: Story, name: str) -> str:
    return "; ".join(story.sides) if name == "both" and story.sides else name
