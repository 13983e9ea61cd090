"""The sheet Differences: where two accounts of one question differ, the gravest first, and what a person judges of it."""

import re
from collections.abc import Iterable, Iterator

from ...record import GRAVITY, Finding, Relation, Slot
from ...record.predicates import POSITION
from .table import Column, Row, Sheet
from .words import LINE, Words

COLUMNS = (
    Column("Question", 32), Column("One account", 38), Column("The other", 38), Column("Relation", 16), Column("Claims", 12),
    Column("Finding", 20), Column("By", 16), Column("Reason", 36),
)  # fmt: skip
_ABOUT = re.compile("ACTOR|DOCUMENT|PERSON|SPEAKER|SUBJECT")


def differences(words: Words) -> Sheet:
    """Each pair that does not agree, once, under its gravest relation; then the findings on what does not differ."""
    judged: dict[str, list[Finding]] = {}
    for finding in words.case.record.findings:
        judged.setdefault(finding.slot, []).append(finding)
    found = list(_pairs(words))
    rows = [_row(words, slot, (a, b), relation, judged.get(slot, [])) for slot, a, b, relation in found]
    told = {slot for slot, *_ in found}
    return Sheet(
        "Differences", COLUMNS, (*rows, *_only_judged(words, {s: f for s, f in judged.items() if s not in told}))
    )


def _pairs(words: Words) -> list[tuple[str, str, str, Relation]]:
    """Slot, the two claims and their relation. A pair that stands in two slots is told in the one where it is gravest."""
    kept = {(a, b): relation for a, b, relation in words.case.comparison.pairs() if relation is not Relation.AGREE}
    found = []
    for slot, pairs in words.case.comparison.slots.items():
        for pair in pairs:
            if kept.get((pair.a, pair.b)) is pair.relation:
                found.append((slot, pair.a, pair.b, kept.pop((pair.a, pair.b))))
    return sorted(found, key=lambda row: GRAVITY.index(row[3]))


def _row(words: Words, slot: str, pair: tuple[str, str], relation: Relation, judged: Iterable[Finding]) -> Row:
    accounts = (words.account(key) for key in pair)
    return question(words, slot), *accounts, relation.value.replace("_", " "), " ".join(pair), *_judgement(judged)


def _judgement(judged: Iterable[Finding]) -> tuple[str, str, str]:
    """Verdicts, those who judge, and their reasons, each finding on a line of its own."""
    found = list(judged)
    verdicts = (f"{finding.verdict}: {' '.join(finding.claims)}" for finding in found)
    return LINE.join(verdicts), LINE.join(map(_by, found)), LINE.join(finding.reason for finding in found)


def _by(finding: Finding) -> str:
    return f"{finding.by}, {finding.on}" if finding.on.said else finding.by


def _only_judged(words: Words, judged: dict[str, list[Finding]]) -> Iterator[Row]:
    """Findings on questions where no pair differs: a judgement must not be lost because it is on nothing grave."""
    for slot, findings in judged.items():
        claims = list(dict.fromkeys(key for finding in findings for key in finding.claims))
        told = LINE.join(words.account(key) for key in claims if key in words.case.claims)
        yield question(words, slot), told, "", "", " ".join(claims), *_judgement(findings)


def question(words: Words, slot: str) -> str:
    """A slot as a question in words; one that nobody answers any more keeps its name.

    An event stands in front, since its title may be any words: `Direct talks: on which day was it?`
    """
    known = words.case.comparison.questions.get(slot)
    if known is None:
        return slot
    family, names = known.family, _about(words, known)
    if family.name == "heads":
        return f"Who heads the delegation of {names[0]}?"
    if family is POSITION:  # an issue's title is often a question itself
        return " ".join([f"Where does {names[0]} stand?", *names[1:]])
    if family.kind == "sequence":
        return f"{family.question} {'; '.join(names)}"
    if "EVENT" in family.question:
        asked = family.question.replace("EVENT", "it")
        return f"{names[0]}: {asked[:1].lower()}{asked[1:]}"
    rest = iter(names)
    return _ABOUT.sub(lambda match: next(rest, match[0].lower()), family.question)


def _about(words: Words, slot: Slot) -> list[str]:
    talks = words.talks
    return [
        words.issue(key) if key in talks.issues else words.meeting(key) if key in talks.meetings else words.name(key)
        for key in slot.about
        if key
    ]
