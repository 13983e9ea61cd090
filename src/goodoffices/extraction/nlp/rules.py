"""Proposals from clauses: statements, positions, outcomes, decisions, assessments, and what else is told, with less confidence."""

import re
from collections.abc import Iterator
from typing import Any

from ...record import undecided
from ...record.claim import Modality
from ..mentions.words import OFFICES
from ..plain.draft import Draft
from ..plain.stances import issue
from ..plain.story import Story
from .clauses import Clause, modality, own_words, phrase, stretch
from .objects import complement, objects

STANCES = {
    "demands": "demand want require seek insist claim ask need",
    "calls_for": "call appeal plead",
    "proposes": "propose offer intend suggest prefer table",
    "supports": "support back favour favor endorse advocate",
    "accepts": "accept consent agree consider",
    "opposes": "oppose dispute object resist",
    "refuses": "refuse reject decline",
}  # fmt: skip
_STANCE = {lemma: name for name, lemmas in STANCES.items() for lemma in lemmas.split()}
_NEEDS = {"insist": "on", "call": "for", "appeal": "for", "plead": "for", "ask": "for", "object": "to", "agree": "to"}
_VERBS = {
    "warn": "warned", "criticize": "criticized", "criticise": "criticized", "condemn": "criticized", "blame": "criticized", "accuse": "criticized",
    "complain": "criticized", "grumble": "criticized", "suggest": "suggested", "hint": "suggested", "promise": "promised", "pledge": "promised",
    "vow": "promised", "deny": "denied", "dismiss": "denied", "contradict": "denied", "object": "objected", "raise": "raised", "urge": "called_on",
    "appeal": "called_on",
}  # fmt: skip
_SPEAK = frozenset(
    "say tell add state note declare announce explain remark observe comment reply answer reiterate stress emphasize emphasise underline maintain argue "
    "recall acknowledge concede admit indicate report claim insist repeat confirm write express voice caution predict affirm assert joke quip "
    "hail praise welcome describe promise pledge vow suggest hint warn criticize criticise condemn blame accuse complain grumble deny dismiss "
    "contradict object raise urge appeal regret thank".split()
)
_MUST_TELL = frozenset("claim insist demand suggest ask propose declare".split())
_CALLS = re.compile(r"\bcall(?:s|ed|ing)? (?:up)?on\b")
_SEE = frozenset("expect hope believe doubt fear think see regard view consider remain mark watch anticipate".split())
_WATCHERS = frozenset("observer analyst diplomat expert world official commentator".split())
_PEOPLE = frozenset(
    "source people participant resident villager delegate aide member cousin neighbour colleague witness chair".split()
)
_NOT_DONE = frozenset(
    "be have do say tell go come take make get begin continue include lead represent meet hold attend host mediate chair see know "
    "call rule object arrive travel return leave stay need expect hope believe".split()
)


_NO_NEWS = frozenset("meet agree go take close speak ask sit wait".split())


def from_clauses(story: Story, found: list[Clause]) -> Iterator[Draft]:
    """What the clauses of a sentence say, by the verb."""
    for clause in found:
        if clause.lemma in _STANCE and undecided(clause.scene.sentence.text):
            continue  # `neither accepted nor rejected`: no act of either kind
        position = list(_positions(story, clause))
        yield from position
        told = list(_statement(story, clause))
        yield from told
        if not told and not position:
            told = list(_called(story, clause))
            yield from told
        if not position and not told:
            yield from _other(story, clause)


def _words(story: Story, clause: Clause, tokens: list[Any]) -> tuple[str, int, int]:
    first, last = stretch(tokens)
    base = clause.scene.sentence.start
    while (
        last < len(clause.scene.sentence.text)
        and story.text[base + last - 1 : base + last].isalnum()
        and story.text[base + last].isalnum()
    ):
        last += 1
    return story.text[base + first : base + last].strip(' ,“”"«»'), base + first, base + last


def _teller(story: Story, clause: Clause) -> tuple[str, ...]:
    if clause.teller is not None and clause.teller.actor is not None:
        name = _speaker(story, clause.teller)
        return ("narrator", (name or "?") + ("?" if clause.doubtful else ""))
    if clause.actor is not None and clause.actor.kind == "P":
        return ("narrator", clause.actor.name)
    return ("narrator",)


def _speaker(story: Story, clause: Clause) -> str | None:
    actor = clause.actor
    if actor is None:
        if clause.subject is None or clause.subject.pos_ == "PRON":
            return None
        words, _, _ = _words(story, clause, phrase(clause.subject, frozenset({"relcl", "advcl", "appos"})))
        return words if " " in words else None
    if actor.kind == "B":
        return "; ".join(story.sides) or None
    if actor.kind == "G":
        words = story.text[actor.start : actor.end]
        return words if " " in words else actor.name
    return actor.name


def _parties(story: Story, clause: Clause) -> list[str]:
    actor = clause.actor
    if actor is None:
        return []
    if actor.kind == "B":
        return list(story.sides)
    party = story.party_of(actor) or (actor.name if actor.kind in "CG" else None)
    return [party or actor.name]


def _positions(story: Story, clause: Clause) -> Iterator[Draft]:
    predicate = _STANCE.get(clause.lemma)
    if predicate is None or clause.passive or not _parties(story, clause):
        return
    if clause.lemma in ("suggest", "claim", "ask", "consider") and any(c.dep_ == "ccomp" for c in clause.verb.children):
        return
    wanted = _NEEDS.get(clause.lemma)
    if wanted and not any(c.lower_ == wanted for c in clause.verb.children):
        return
    if clause.lemma == "agree" and (clause.actor is None or clause.actor.kind == "B"):
        return
    mood = clause.modality if clause.modality != "negated" or clause.negated else "asserted"
    for number, tokens in enumerate(objects(clause.verb)):
        value, start, end = _words(story, clause, tokens)
        if len(value) < 3 or value.lower() in ("it", "this", "that", "so", "them", "you", "us", "him", "her"):
            continue
        if number == 0:
            start = min(start, clause.scene.sentence.start + clause.verb.idx)
        for party in _parties(story, clause):
            yield Draft(
                "position",
                party,
                predicate,
                value,
                start,
                end,
                f"verb.{predicate}",
                mood,
                _teller(story, clause),
                issue=_issue(tokens) or issue(value),
            )


def _issue(tokens: list[Any]) -> str | None:
    """The head noun of an object; of a clause its own object."""
    for token in sorted(tokens, key=lambda t: (t.head in tokens, t.i)):
        if token.pos_ in ("NOUN", "PROPN") and len(token) > 2:
            return str(token.text).lower()
        if token.pos_ in ("VERB", "AUX"):
            inner = [
                c
                for c in token.children
                if c.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj") and c.pos_ in ("NOUN", "PROPN")
            ]
            if inner:
                return str(inner[0].text).lower()
    return None


def _statement(story: Story, clause: Clause) -> Iterator[Draft]:
    scene = clause.scene
    near = scene.sentence.text[clause.verb.idx : clause.verb.idx + 18]
    calls = _CALLS.match(near)
    if (clause.lemma not in _SPEAK and not calls) or clause.passive:
        return
    speaker = _speaker(story, clause)
    tokens = complement(clause.verb)
    clausal = any(c.dep_ == "ccomp" for c in clause.verb.children)
    if clause.lemma in _MUST_TELL and not clausal and "“" not in near and '"' not in near:
        return
    if re.match(
        r"\w+ (?:its |their |the |an )?(?:urgent |full |strong )?(?:support|backing|need|demands?|stance)\b",
        near + scene.sentence.text[clause.verb.idx + 18 :][:40],
    ):
        return
    if clause.subject is not None and clause.subject.lower_ in (
        "text",
        "document",
        "report",
        "agreement",
        "paper",
        "statement",
        "truce",
        "deal",
    ):
        return
    if speaker is None or not tokens or clause.verb.dep_ == "xcomp":
        return
    if clause.actor is None and clause.subject is not None and not _human(clause.subject):
        return
    if tokens[-1].i < clause.verb.i and not _quoted(clause):
        return  # `..., officials said.` names the teller of a fact; no statement of its own
    value, start, end = _words(story, clause, tokens)
    start = min(start, scene.sentence.start + clause.verb.idx)
    end = max(end, scene.sentence.start + clause.verb.idx + len(clause.verb))
    if len(value) < 4:
        return
    mood = _of_complement(clause)
    verb = "called_on" if calls else _VERBS.get(clause.lemma, "said")
    yield Draft(
        "statement",
        speaker,
        verb,
        value,
        start,
        end,
        "verb.said",
        mood,
        ("narrator", speaker),
        direct='"' in value or "“" in value,
    )


def _called(story: Story, clause: Clause) -> Iterator[Draft]:
    """`X called the offer an insult`: what he says of it."""
    if clause.lemma != "call" or clause.passive or clause.actor is None or clause.actor.kind not in "PCG":
        return
    if not any(c.dep_ in ("oprd", "ccomp") for c in clause.verb.children):
        return
    tokens = [
        t
        for c in clause.verb.children
        if c.i > clause.verb.i and c.dep_ in ("dobj", "oprd", "ccomp")
        for t in phrase(c)
    ]
    value, start, end = _words(story, clause, tokens)
    name = _speaker(story, clause) or clause.actor.name
    yield Draft("statement", name, "said", value, start, end, "verb.called", "asserted", ("narrator", name))


def _human(subject: Any) -> bool:
    """Whether a subject can speak: an office, or a word for people."""
    low = subject.lemma_.lower()
    return low in OFFICES | _WATCHERS | _PEOPLE or subject.ent_type_ == "PERSON"


def _quoted(clause: Clause) -> bool:
    """Whether words in quotation marks stand before the verb."""
    return any(mark in clause.scene.sentence.text[: clause.verb.idx] for mark in '“”"')


def _of_complement(clause: Clause) -> Modality:
    for child in clause.verb.children:
        if child.dep_ == "ccomp":
            return modality(child)
    return "negated" if clause.negated else "asserted"


def _other(story: Story, clause: Clause) -> Iterator[Draft]:
    """What no other rule takes: who sees or expects what, what was decided, what is told besides."""
    verb = clause.verb
    if verb.dep_ in ("xcomp", "amod", "acl", "csubj", "pcomp", "auxpass") or clause.subject is None:
        return
    tokens = [t for t in own_words(verb) if t.i != clause.subject.i]
    rest = [t for t in phrase(verb, frozenset({"advcl", "parataxis", "ccomp"}), conjuncts=False) if t.i >= verb.i]
    if not tokens or not rest:
        return
    value, start, end = _words(story, clause, rest)
    subject, first, _ = _words(story, clause, phrase(clause.subject, frozenset({"relcl", "advcl", "appos", "acl"})))
    start = min(start, first) if clause.subject.i < verb.i else start
    if len(value) < 6:
        return
    seeing = clause.lemma in _SEE and (clause.lemma != "remain" or clause.subject.lemma_.lower() in _WATCHERS)
    if clause.subject.pos_ == "PRON" and clause.actor is None and not (seeing and clause.subject.lower_ == "i"):
        return
    if seeing and clause.actor is None:
        whole = phrase(verb, frozenset({"advcl", "parataxis"}), conjuncts=False)
        value, start, end = _words(story, clause, whole)
        who = subject if " " in subject else "(not said)"
        yield Draft("assessment", who, "sees", value, start, end, "verb.sees", clause.modality, _told(story, clause))
    elif (
        clause.actor is not None
        and clause.actor.kind in "PCGB"
        and clause.lemma not in _NOT_DONE
        and not clause.passive
        and verb.tag_ in ("VBD", "VBN")
    ):
        name = _speaker(story, clause) or clause.actor.name
        yield Draft(
            "decision", name, clause.lemma, value, start, end, "verb.did", clause.modality, _told(story, clause)
        )
    elif (
        verb.dep_ in ("ROOT", "conj", "advcl", "ccomp", "relcl")
        and clause.modality != "conditional"
        and clause.lemma not in _NO_NEWS
    ):
        who = clause.actor.name if clause.actor is not None and clause.actor.kind != "B" else subject
        who = who if " " in who or who[:1].isupper() else f"the {who}"
        yield Draft(
            "context", who, clause.lemma, value, start, end, "verb.tells", clause.modality, _told(story, clause)
        )


def _told(story: Story, clause: Clause) -> tuple[str, ...]:
    told = _teller(story, clause)
    return told if clause.teller is not None else ("narrator",)
