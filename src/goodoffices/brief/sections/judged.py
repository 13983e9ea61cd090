"""How the talks are judged, and what a person judges of the accounts: apart from the record, and signed. Then the background."""

import re

from ...record import Finding
from ...talks import Assessment, Background
from ..context import Context
from ..english import day, listed, sentence
from ..english.wording import Kind, inside, kind_of
from ..outline import Bullets, Line, Section
from ..passages import passages
from ..questions import by_answer, either, question

_PRONOUN = re.compile(r"\b(?:it|its|they|their|them|he|she|his|her|him)\b")
"""Words that ask of whom it is spoken."""
MOST = 2
"""Judgements of the talks, and lines of background, in the main part; the annex has all."""


def judged(context: Context) -> Section | None:
    """Findings first, then assessments by those who are named."""
    findings = [finding_line(context, f) for f in context.case.record.findings]
    ranked = sorted(
        context.case.talks.assessments, key=lambda a: (a.by == "nobody named", -len(context.told_by(a.claims)))
    )
    lines = [line for a in ranked[:MOST] for line in assessment_lines(context, a)]
    both = tuple(dict.fromkeys((*findings, *lines)))
    return Section("judged", "How it is judged", (Bullets(both),)) if both else None


def assessment_lines(context: Context, assessment: Assessment) -> list[Line]:
    """A judgement with its author; one that a source gives without naming anybody is the source's."""
    if context.unread(assessment.claims):
        return list(passages(context, assessment.claims))
    by = assessment.by
    if by == "nobody named":
        by = ", ".join(context.phrases.publisher(s) for s in context.told_by(assessment.claims)) or by
    who = context.phrases.titled(by)
    also = context.phrases.post_claims(who, by)
    return [context.lines.line(sentence(f"{who}: {inside(assessment.text, context.proper)}"), assessment, also=also)]


def finding_line(context: Context, finding: Finding) -> Line:
    """What a person holds of differing accounts: which are right, and why."""
    keys = dict.fromkeys(context.case.claims[c].source for c in finding.claims)
    sources, are = listed(map(context.phrases.the_publisher, keys)), "is" if len(keys) == 1 else "are"
    verdicts = {"preferred": f"{sources} {are} preferred", "deprecated": f"{sources} {are} held to be wrong"}
    signed = f"{finding.by}, {day(finding.on)}" if finding.on.said else finding.by
    pairs = context.case.comparison.slots.get(finding.slot, ())
    claims = tuple(dict.fromkeys((*(claim for pair in pairs for claim in (pair.a, pair.b)), *finding.claims)))
    answers = by_answer(context, claims)
    asked = question(context, finding.slot)
    told = f"the accounts differ on {asked}: {either(answers)}" if len(answers) > 1 else f"{asked}: {''.join(answers)}"
    verdict = verdicts.get(finding.verdict, "this is left open")
    text = " ".join(map(sentence, (told, verdict, finding.reason)))
    return context.lines.line(text, claims, signed=signed, differs=claims)


def background(context: Context) -> Section | None:
    """What the sources tell besides the talks."""
    lines = [line for entry in context.case.talks.background for line in _told(context, entry)]
    once = tuple(dict.fromkeys(lines))[:MOST]
    return Section("background", "Background", (Bullets(once),)) if once else None


def _told(context: Context, entry: Background) -> list[Line]:
    text, about, claims = entry.text, entry.about, entry.claims
    if context.unread(claims):
        return list(passages(context, claims))
    words = inside(text, context.proper)
    whom = context.phrases.the(about) if about else ""
    needed = kind_of(text) is not Kind.CLAUSE or _PRONOUN.search(words)
    of = f"{whom}: " if whom and needed and whom.casefold() not in words.casefold() else ""
    return [context.lines.line(sentence(f"{of}{words}"), entry)]
