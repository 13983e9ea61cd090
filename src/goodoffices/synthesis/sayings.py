"""What claims say was said besides: statements, judgements, and what is told besides the talks."""

from collections.abc import Iterator

from ..case.own_words import assessment_text, condition_of, one_line, statement_text
from ..record import NARRATOR, Claim
from ..talks import without_doubt
from .index import Index
from .made import Made, meeting_of

NOBODY = "nobody named"
"""Who judges, where no account says it."""


def statements(index: Index, claim: Claim) -> Iterator[Made]:
    """Something said or decided that is no position and no condition; the same words of one speaker stand once."""
    who = index.actor(claim.subject)
    if who is not None and condition_of(claim) is None:
        text = statement_text(claim)
        entry = {"by": who, "text": text, "meeting": index.meeting(claim.meeting)}
        yield Made("statement", ("statements",), entry, f"A statement of {index.label(who)}: {text}", own_id="s")


def assessments(index: Index, claim: Claim) -> Iterator[Made]:
    """A judgement, signed by whoever made it."""
    meeting = meeting_of(index, claim)
    speaker = without_doubt(claim.attributed_to[-1])
    by = index.id(speaker) if index.actor(speaker) else speaker
    if speaker in (NARRATOR, ""):
        by = NOBODY if index.meeting(claim.subject) else index.actor(claim.subject) or claim.subject
    elif meeting is None and by != index.id(claim.subject):
        return  # nothing in the entry would say what is judged
    text = assessment_text(claim)
    entry = {"by": by, "text": text, "meeting": meeting}
    yield Made("assessment", ("assessments",), entry, f"An assessment by {index.label(by)}: {text}")


def background(index: Index, claim: Claim) -> Iterator[Made]:
    """What a source tells besides the talks."""
    about, words = claim.subject, one_line(claim.value)
    verb = "" if claim.predicate == "told" else f"{claim.predicate.replace('_', ' ')} "
    subject = "" if index.meeting(about) or not verb else f"{index.label(about)} "
    entry = {"about": index.id(about) if index.place_of(about) else about, "text": f"{subject}{verb}{words}"}
    yield Made("background", ("background",), entry, f"Background on {index.label(about)}: {entry['text']}")
