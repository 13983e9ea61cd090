"""What was said besides, what was made to depend on what, judgements of the talks, and what is told besides them."""

import re

from ...record import Claim, fold
from ...talks import Assessment, Background, Condition, Statement
from .account import one_line
from .naming import NOBODY
from .sheet import SAID, Sheet, ids

_ONLY_IF = re.compile(r"^(?P<what>.+?),? only(?P<possible> possible)?,? if (?P<if>.+)$", re.I)
_PLAIN_VERBS = frozenset({"said", "says", "stated", "told", "stressed", "added", "noted", "declared"})
_COPULAS = frozenset("is are was were sees describes expects remain remains".split())


def conditions(sheet: Sheet) -> list[Condition]:
    """What the accounts themselves word as `this only if that`."""
    found: list[Condition] = []
    for claim in sheet.claims:
        match = _condition(sheet, claim)
        if match is not None:
            number = f"c{len(found) + 1}"
            what = match["what"] + (match["possible"] or "")
            found.append(Condition(id=number, by=claim.subject, what=what, only_if=match["if"], claims=ids([claim])))
    return found


def _condition(sheet: Sheet, claim: Claim) -> re.Match[str] | None:
    if claim.type not in ("statement", "position") or claim.modality == "negated" or claim.subject not in sheet.actors:
        return None
    return _ONLY_IF.match(str(claim.value))


def statements(sheet: Sheet) -> list[Statement]:
    """What was said that is no position and no condition; the same words of one speaker stand once."""
    alike: dict[tuple[str, str, str | None], list[Claim]] = {}
    for claim in sheet.claims:
        said = claim.modality in SAID or claim.modality in ("conditional", "future", "possible")
        if claim.type == "statement" and said and claim.subject in sheet.actors and _condition(sheet, claim) is None:
            alike.setdefault((claim.subject, fold(_text(claim)), claim.meeting), []).append(claim)
    return [
        Statement(id=f"s{number}", by=by, text=_text(claims[0]), meeting=meeting, claims=ids(claims))
        for number, ((by, _, meeting), claims) in enumerate(alike.items(), 1)
    ]


def _text(claim: Claim) -> str:
    """The words as they are claimed; of a verb that is more than `said`, the verb as well."""
    words = one_line(claim.value)
    return words if claim.predicate in _PLAIN_VERBS else f"{claim.predicate.replace('_', ' ')} {words}"


def assessments(sheet: Sheet) -> list[Assessment]:
    """Judgements, each with who judges."""
    alike: dict[tuple[str, str, str | None], list[Claim]] = {}
    for claim in sheet.claims:
        if claim.type == "assessment" and claim.modality in SAID | {"possible"}:
            meeting = sheet.meeting_of(claim)
            alike.setdefault((claim.subject, fold(_judged(claim)), meeting), []).append(claim)
    return [
        Assessment(by=by if by != meeting else NOBODY, text=_judged(claims[0]), meeting=meeting, claims=ids(claims))
        for (by, _, meeting), claims in alike.items()
    ]


def _judged(claim: Claim) -> str:
    verb = claim.predicate.replace("_", " ")
    words = one_line(claim.value)
    return words if claim.predicate in _COPULAS or words.startswith(verb) else f"{verb} {words}"


def background(sheet: Sheet) -> list[Background]:
    """What is told besides, each once."""
    alike: dict[tuple[str, str], list[Claim]] = {}
    for claim in sheet.said("context"):
        alike.setdefault((claim.subject, _told(sheet, claim)), []).append(claim)
    return [Background(about=about, text=text, claims=ids(claims)) for (about, text), claims in alike.items()]


def _told(sheet: Sheet, claim: Claim) -> str:
    # A meeting's id is no word for a reader; what is told of it stands under `about` anyway.
    if claim.subject in sheet.meetings:
        return f"{claim.predicate.replace('_', ' ')} {one_line(claim.value)}"
    subject = sheet.actors[claim.subject].name if claim.subject in sheet.actors else claim.subject
    return f"{subject} {claim.predicate.replace('_', ' ')} {one_line(claim.value)}"
