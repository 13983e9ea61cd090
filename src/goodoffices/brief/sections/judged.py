"""How the talks are judged, and what a person judges of the accounts: apart from the record, and signed. Then the background."""

import re

from ...record import Finding
from ...talks import UNSAID, Assessment, Background
from ..context import Context
from ..english import day, listed, sentence
from ..english.wording import Kind, inside, kind_of
from ..outline import Bullets, Line, Section
from ..passages import passages
from ..questions import answer, by_answer, differing, question
from .told_words import told_by

_PRONOUN = re.compile(r"\b(?:it|its|they|their|them|he|she|his|her|him)\b")
"""Words that ask of whom it is spoken."""
_MOOD = re.compile(
    r"(?:(?:\w+ly|not|very|more|less|rather|quite) )*(?:optimistic|pessimistic|sceptical|skeptical|hopeful|cautious|confident|"
    r"doubtful|disappointed|satisfied|dissatisfied|concerned|worried|divided|encouraged|relieved|critical|uncertain|unsure)\b",
    re.I,
)
"""How somebody is who judges."""
_PLURAL = re.compile(r"(?:[\w-]+ )*?(?:[\w-]+[^s\W]s|others|some|many)(?: (?:in|of|at|from|on|for) .*)?$", re.I)
"""Several, of whom none is named."""
_OFFICES = frozenset("mediator secretary chair".split())
_OURS = frozenset("analyst editor reader reviewer team".split())
"""Who judges, named by what he does."""
_NOUN = re.compile(r"the (?:day|place|format|aim|size) of .+")
"""Questions that are nouns, and can be left open."""
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
    meeting = context.case.talks.meetings.get(assessment.meeting or "")
    happened = meeting.date if meeting else UNSAID
    by, told = assessment.by, told_by(context, assessment.claims, assessment.text, happened)
    if by == "nobody named":
        sources = context.told_by(assessment.claims)
        by, told = listed(map(context.phrases.the_publisher, sources)) or by, ""
    who = context.phrases.titled(by)
    also = context.phrases.post_claims(who, by)
    text = _judges(context, assessment, by, who) + (told if not told.startswith(" (reported by ") else "")
    return [context.lines.line(sentence(text), assessment, also=also)]


def _judges(context: Context, assessment: Assessment, by: str, who: str) -> str:
    """`International observers are cautiously optimistic`, `Dr. van der Velde spoke of a first good day`."""
    words, kind = inside(assessment.text, context.proper), kind_of(assessment.text)
    if _MOOD.match(words):
        known = by in context.case.talks.people or context.phrases.side_of(by)
        many = context.phrases.plural(by) if known else _PLURAL.match(by) is not None or " and " in by
        return f"{who} {'are' if many else 'is'} {words}"
    if kind is Kind.VERB:
        return f"{who} {words}"
    return f"{who} spoke of {words}" if kind is Kind.NOUN else f"{who}: {words}"


def finding_line(context: Context, finding: Finding) -> Line:
    """What a person holds of differing accounts: what is right, and why. Who judges stands in the sentence."""
    signed = f"{finding.by}, {day(finding.on)}" if finding.on.said else finding.by
    pairs = context.case.comparison.slots.get(finding.slot, ())
    claims = tuple(dict.fromkeys((*(claim for pair in pairs for claim in (pair.a, pair.b)), *finding.claims)))
    answers = by_answer(context, claims)
    asked = question(context, finding.slot)
    on = differing(context, finding.slot, claims)
    told = f"the accounts differ on {on}" if len(answers) > 1 else f"{asked}: {''.join(answers)}"
    left = "the day" if on.startswith("when ") else asked if _NOUN.fullmatch(asked) else "this"
    verdict = f"{_judge(finding)} {_verdict(context, finding, left)}: {inside(finding.reason, context.proper)}"
    return context.lines.line(" ".join(map(sentence, (told, verdict))), claims, signed=signed, differs=claims)


def _judge(finding: Finding) -> str:
    """`R. Quill (22 March 2031)`, `the editor of this brief`."""
    who = "the editor of this brief" if finding.by in _OURS else finding.by
    who = f"the {who}" if who in _OFFICES else who
    return f"{who} ({day(finding.on)})" if finding.on.said else who


def _verdict(context: Context, finding: Finding, left: str) -> str:
    """`prefers 11 March 2031`, `holds 12 March 2031 to be wrong`, `leaves the day open`."""
    if finding.verdict not in ("preferred", "deprecated"):
        return f"leaves {left} open"
    answers = listed(dict.fromkeys(answer(context, context.case.claims[key]) for key in finding.claims), "and")
    return f"prefers {answers}" if finding.verdict == "preferred" else f"holds {answers} to be wrong"


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
    sources = context.told_by(claims)
    if sources and not of and kind_of(text) is Kind.NOUN:  # without a verb it is no sentence
        who = listed(map(context.phrases.the_publisher, sources))
        return [context.lines.line(sentence(f"{who} {'mentions' if len(sources) == 1 else 'mention'} {words}"), entry)]
    return [context.lines.line(sentence(f"{of}{words}"), entry)]
