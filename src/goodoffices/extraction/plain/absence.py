"""Who is told to be absent. What is only taken for granted (`the absence of`) is told as presupposed."""

from collections.abc import Iterator

from ...record.claim import Modality
from .draft import Draft
from .scene import Scene
from .story import Story
from .telling import clause, draft, modality

_GAP = r"(?:(?:,| who| which)<^>{1,130}?,)?"
_WHOM = r"(?P<who>(?:<P|C|G>(?: and |, (?:and )?))*<P|C|G>)"
_RULES: tuple[tuple[str, str], ...] = (
    ("noun", r"\b(?:the )?(?:absence|non-attendance) of (?:the )?(?P<who><P|C|G>)(?: from the (?:talks|meeting|table|negotiations))?"),
    ("inverted", r"\b[Aa]bsent (?:from [\w ]{1,30} )?(?:was|were|is|are) (?:the )?(?P<who>(?:<P|C|G>(?:, (?:and )?| and ))*<P|C|G>)"),
    ("missing", r"\b[Mm]issing (?:from [\w ]{1,30} )?(?:was|were|is|are) (?:the )?(?P<who>(?:<P|C|G>(?:, (?:and )?| and ))*<P|C|G>)"),
    ("not", _WHOM + _GAP + r",?(?: who| which)?(?: also)? (?:did not|didn['’]t|does not|will not|would not|do not|declined to|refused to|was unable to|were unable to|could not|failed to) (?:attend|travel|come|take part|appear|show up|join|participate|send anyone|make the trip|be present|make it)\b"),
    ("away", _WHOM + _GAP + r",?(?: who| which)?(?: also| again| once again| himself| herself)? (?:stayed away|stayed (?:behind|home|in <L|C>)|was unable to (?:attend|take part|travel|come)|were unable to (?:attend|take part|travel|come)|was kept away|was held up|was too ill|skipped|boycotted|missed|(?:was|were) (?:\w+ly )absent|chose not to (?:attend|come|travel|take part)|was absent|were absent|is absent|are absent|was not present|were not present|is not present|was not there|was not in <L|C>|was missing|were missing|was prevented from|were prevented from|sent nobody|sent no one|sent no representative|stayed at home|remained absent|was not invited|were not invited|was nowhere|pulled out of|withdrew from the (?:talks|meeting))"),
    ("though", r"(?P<who><P|C|G>), although invited, (?:sent nobody|sent no one|did not)"),
    ("too", r"\bso did (?:the )?(?P<who><P|C|G>)"),
    ("nobody", r"\b(?:[Nn]obody|[Nn]o one) from (?:the )?(?P<who><C|G>) (?:came|attended|was present|appeared|took part|turned up|showed up)"),
    ("neither", r"\b[Nn]either (?:the )?(?P<who><P|C|G>,? nor (?:the )?(?:<C>['’]s )?<P|C|G>),? (?:took part|attended|was present|were present|came|travelled|traveled|appeared|joined|was there)"),
    ("label", r"^(?:Apologies|Absent|Apologies received|Absent with apologies|Apologies for absence)(?: from)?: (?P<who>(?:<P|C>[,;]? ?(?:and )?)+)"),
    ("apologies", r"\b[Aa]polog(?:ies|y) (?:for absence )?(?:were|was|had been|have been) (?:received|sent|given) (?:from|by) (?:the )?(?:<~>{1,40}?, )?(?P<who>(?:<P|C|G>(?:, (?:and )?| and ))*<P|C|G>)"),
    ("sent", r"(?P<who><P|C|G>)(?:,<^>{1,90}?,)? sent (?:his|her|its|their) (?:apologies|regrets|excuses)"),
    ("asked", r"\bWho (?:wasn['’]t|was not)(?: there)?\? ?(?P<who><P|C>)|\bWho wasn['’]t: (?:<~>{0,20})(?P<who2><P|C>)"),
    ("anybody", r"\b(?:[Aa]nybody|[Aa]nyone|[Nn]obody|[Nn]o one) from (?:the )?(?P<who><C|G>)(?=,|\.| (?:was|came|had|seems))"),
    ("possessive", r"(?P<who><P>)['’]s? absence"),
    ("without", r"\b[Ww]ithout (?P<who><P>) (?:at the table|in the room|present)"),
)  # fmt: skip


def absence(story: Story) -> Iterator[Draft]:
    """Who was not there."""
    stayed = False
    for scene in story.scenes:
        if scene.sentence.heading:
            continue
        for name, pattern in _RULES:
            if name == "too" and "away" not in scene.masked and "absent" not in scene.masked:
                continue
            for match in scene.find(pattern):
                mood = _mood(name, clause(scene.masked, *match.span()))
                if mood == "conditional":
                    continue
                group = "who2" if match.groupdict().get("who2") else "who"
                if not match[group]:
                    continue
                for _, mention in scene.named(*match.span(group)):
                    yield draft(story, scene, "absence", mention.name, "absent_from", scene.meeting, match.span(), f"absent.{name}", mood,
                                for_party=story.party_of(mention) if mention.kind == "P" else None)  # fmt: skip
        yield from _unnamed(story, scene)
        stayed = stayed or "away" in scene.masked


_BY_OFFICE = r"^(?:Apologies|Absent|Apologies received|Absent with apologies|Apologies for absence)(?: from)?: (?P<who>the [a-z][a-z’' -]{2,60}?)(?=(?: (?:of|for) [^,.;]{1,40})?(?:[.;]| and |, (?!<P>|[A-Z])|$))"


def _unnamed(story: Story, scene: Scene) -> Iterator[Draft]:
    """`Apologies: the mayor`."""
    for match in scene.find(_BY_OFFICE):
        words = scene.words(story.text, *match.span("who"))
        yield draft(story, scene, "absence", words, "absent_from", scene.meeting, match.span(), "absent.label")


def _mood(name: str, words: str) -> Modality:
    if name in ("noun", "possessive"):
        return "presupposed"
    mood = modality(words)
    # The denial is the predicate's own.
    return mood if mood in ("conditional", "future", "possible") and name != "label" else "asserted"
