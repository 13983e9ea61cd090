"""The questions that several accounts answer, in words, and what each account says to them."""

import re
from collections.abc import Iterable
from itertools import takewhile

from ..record import GRAVITY, Claim, Relation
from ..record.calling_off import CALLED_OFF, calls_off, says_held
from ..record.predicates import HOLDERS, SEAT
from ..record.slots import Slot
from .context import Context
from .english import capital, listed
from .outline import Line, Table
from .phrases import value_tells

ROLES_HELD = frozenset(family.name for family in HOLDERS)
"""Roles of which the question is who held them."""
_QUESTIONS = {
    "held": "whether {meeting} was held",
    "date": "the day of {meeting}", "place": "the place of {meeting}", "venue": "the house in which {meeting} took place",
    "parties": "who took part in {meeting}", "format": "the format of {meeting}", "precedence": "what was new about {meeting}",
    "aim": "the aim of {meeting}", "lasted": "how long {meeting} lasted", "size": "how many took part in {meeting}",
    "topic": "what was spoken of at {meeting}", "begins": "when {meeting} began", "ends": "when {meeting} ended",
    "sequence": "which meeting came first, or is a part of the other", "seat": "the part of {about}",
    "hosts": "who hosted {meeting}",
    "mediates": "who mediated {meeting}", "facilitates": "who facilitated {meeting}", "chairs": "who chaired {meeting}",
    "convenes": "who convened {meeting}", "heads": "who led {whose} delegation",
    "invited": "whether {about} was invited", "accompanies": "whom {about} accompanied",
    "numbers": "the size of {whose} delegation", "only_if": "on what {about} makes {thing} depend",
    "in_exchange_for": "what {about} wants in exchange {issue}", "changed": "what has changed with {about}",
    "signed": "who signed {about}", "post": "the post of {about}",
    "position": "where {about} {stands} {issue}", "result": "what came of {meeting}", "next": "what comes after {meeting}",
    "term": "how long {about} runs", "said": "what {about} said", "did": "what {about} did", "told": "what is told of {about}",
}  # fmt: skip
_ASKED = {
    "held": "was {meeting} held", "date": "on which day was {meeting}", "place": "where was {meeting}",
    "venue": "in which house did {meeting} take place", "parties": "who took part in {meeting}",
    "precedence": "what was new about {meeting}", "aim": "what was the aim of {meeting}", "lasted": "how long did {meeting} last",
    "size": "how many took part in {meeting}", "topic": "what was spoken of at {meeting}", "begins": "when did {meeting} begin",
    "ends": "when did {meeting} end", "hosts": "who hosted {meeting}", "mediates": "who mediated {meeting}",
    "facilitates": "who facilitated {meeting}", "chairs": "who chaired {meeting}", "convenes": "who convened {meeting}",
    "heads": "who led {whose} delegation", "invited": "was {about} invited", "accompanies": "whom did {about} accompany",
    "numbers": "how large was {whose} delegation", "only_if": "on what {does} {about} make {thing} depend",
    "in_exchange_for": "what {does} {about} want in exchange {issue}", "signed": "who signed {about}",
    "post": "what is the post of {about}", "position": "where {does} {about} stand {issue}", "result": "what came of {meeting}",
    "next": "what comes after {meeting}", "term": "how long does {about} run", "said": "what did {about} say",
    "did": "what did {about} do",
}  # fmt: skip
"""The same as questions that are asked; what is not here is asked as `What is right: ...`."""
RELATIONS = {
    Relation.AGREE: "agree", Relation.VARIANT_SPELLING: "differ in spelling", Relation.VARIANT_WORDING: "differ in wording",
    Relation.REFINES: "differ in how exact they are", Relation.DIFFERS_QUALIFIER: "differ in a qualifier",
    Relation.CONTRADICTS: "contradict each other", Relation.LATER_REPORT: "were written before and after it was known",
}  # fmt: skip
"""What two accounts do, for each relation: `The two accounts differ in wording`."""
_PLAIN = re.compile(r"(?:[a-z]+ )*[a-z]+(?<!s)s|[a-z]+ed(?: [a-z]+)*")
"""A predicate of the person who entered it that reads as a verb: `sees`, `covers`, `called off`."""
_ONCE = frozenset(("on", "in", "at", "for", "to", "by"))
"""Words after which answers may part that begin alike."""
_FEW = 2
"""Words that are worth saying once."""
_MEET = re.compile(
    r"((?:the|both) (?:two |three )?(?:sides|parties|delegations) (?:meet|talk)(?: again)?) ((?:on|in) .*)"
)
"""What several accounts tell of the next meeting, which can be asked as `When do the sides meet again`."""
Found = list[tuple[str, str, str]]
"""Slot and the two claims of each pair."""


def pairs_by_relation(context: Context) -> dict[Relation, Found]:
    """Slot and the two claims of each pair, each pair once under its gravest relation, in the order of the slots."""
    kept = {(a, b): relation for a, b, relation in context.case.comparison.pairs()}
    found: dict[Relation, Found] = {relation: [] for relation in GRAVITY}
    for slot, pairs in context.case.comparison.slots.items():
        for pair in pairs:
            if kept.get((pair.a, pair.b)) is pair.relation:
                found[pair.relation].append((slot, pair.a, pair.b))
                del kept[pair.a, pair.b]
    return found


def said(context: Context, claim: Claim) -> str:
    """What one claim says, in a few words; a position that another tells of a party is told with that."""
    if claim.predicate in ROLES_HELD and value_tells(claim):
        return context.phrases.the(context.case.names.id(claim.subject))
    short = claim.type in ("meeting", "person_post", "position", "outcome") and value_tells(claim)
    foreign = context.phrases.foreign(claim)
    return context.phrases.value(claim) if short and not foreign else context.phrases.says(claim)


def by_answer(context: Context, claims: Iterable[str]) -> list[str]:
    """What some claims say, each answer once with all who give it: `11 March (Hask Ledger and the company)`."""
    told: dict[str, list[str]] = {}
    known = [context.case.claims[key] for key in claims]
    for claim in known:
        told.setdefault(_answer(context, claim, known), []).append(context.phrases.publisher(claim.source))
    return [f"{answer} ({listed(dict.fromkeys(publishers))})" for answer, publishers in told.items()]


def answer(context: Context, claim: Claim) -> str:
    """What a claim answers, alone."""
    return _answer(context, claim, [claim])


def _answer(context: Context, claim: Claim, among: list[Claim]) -> str:
    """What a claim says; beside one by which a meeting was called off, that it was held."""
    if calls_off(claim):
        return called_off(context, claim)
    return "held" if says_held(claim) and any(map(calls_off, among)) else said(context, claim)


def called_off(context: Context, claim: Claim) -> str:
    """`called off by the Brightwater Works`, `postponed by the Board`; only `called off` where nobody is named."""
    off, key, talks = CALLED_OFF[claim.predicate], context.case.names.id(claim.subject), context.case.talks
    known = key in talks.parties or key in talks.third_parties or key in talks.people
    return f"{off} by {context.phrases.the(key)}" if known and not off.startswith("fell") else off


def question(context: Context, slot: str) -> str:
    """A slot as the subject of a sentence: `who led Russia's delegation`; an earlier slot that is gone keeps its name."""
    known = context.case.comparison.questions.get(slot)
    return slot if known is None else _question(context, known, _form(known))


def differing(context: Context, slot: str, claims: Iterable[str]) -> str:
    """On what accounts differ, with their answers: `the day of the talks: 2 June (X) or 9 June (Y)`."""
    known, answers = context.case.comparison.questions.get(slot), either(by_answer(context, claims))
    if known is not None and known.family.name == "next" and (meets := _MEET.fullmatch(answers)):
        return f"when {meets[1]}: {meets[2]}"
    return f"{question(context, slot)}: {answers}"


def asked(context: Context, slot: str, claims: Iterable[str]) -> str:
    """A slot as a question with its answers: `Who led Russia's delegation: Lars Anders (X) or Odile Karsten (Y)?`"""
    known, answers = context.case.comparison.questions.get(slot), either(by_answer(context, claims))
    if known is not None and known.family.name == "next" and (meets := _MEET.fullmatch(answers)):
        return f"When do {meets[1]}: {meets[2]}?"
    form = _ASKED.get(known.family.name) if known is not None else None
    if known is None or form is None or (known.family.name == "position" and "?" in _question(context, known, form)):
        return f"What is right: {question(context, slot)}: {answers}?"
    return f"{capital(_question(context, known, form))}: {answers}?"


def either(answers: list[str]) -> str:
    """The answers with `or`; what each of them begins with is said once: `the sides meet again on 2 June (X) or on 9 June (Y)`."""
    columns = zip(*(answer.split(" ") for answer in answers), strict=False)
    begun = [column[0] for column in takewhile(lambda column: len(set(column)) == 1, columns)]
    while begun and (begun[-1] not in _ONCE or any("(" in word for word in begun)):
        begun.pop()
    begun = begun[:-1]  # the preposition stands before each
    if len(answers) < 2 or len(begun) < _FEW:
        return listed(answers, "or")
    return f"{' '.join(begun)} {listed((' '.join(answer.split(' ')[len(begun) :]) for answer in answers), 'or')}"


def _form(slot: Slot) -> str:
    return _QUESTIONS.get(slot.family.name) or _open(slot.family.name)


def _question(context: Context, slot: Slot, form: str) -> str:
    phrases, about = context.phrases, [x for x in slot.about if x]
    names = [phrases.the_thing(x) for x in about]
    first = names[0] if names else "it"
    issue = _issue(context, about[-1]) if about else ""
    stands = "stand" if about and phrases.plural(about[0]) else "stands"
    whose = phrases.whose(about[0]) if about else "its"
    thing = phrases.about(about[-1]) if len(about) > 1 else "that"
    does = "do" if stands == "stand" else "does"
    return form.format(about=first, meeting=first, whose=whose, issue=issue, stands=stands, thing=thing, does=does)


def _open(predicate: str) -> str:
    """The question of a predicate that is in no table: `what António Guterres sees`, `the price of the paper`."""
    words = predicate.replace("_", " ").replace("{", "").replace("}", "")
    return f"what {{about}} {words}" if _PLAIN.fullmatch(words) else f"{words} of {{about}}"


def _issue(context: Context, key: str) -> str:
    """`on wages`; an issue whose title is a question stands in brackets, for it is no noun."""
    title = context.phrases.issue(key).strip()
    return f"({context.phrases.about(key)}?)" if title.endswith("?") else f"on {context.phrases.about(key)}"


def told(context: Context, key: str, slot: str = "") -> str:
    """What one source tells: `Lenn Courier: 60 days`; of somebody's part which part it was, for his name is in the question."""
    claim = context.case.claims[key]
    known = context.case.comparison.questions.get(slot)
    says = context.phrases.says(claim) if known is not None and known.family is SEAT else said(context, claim)
    printed = f" (printed: {claim.as_printed})" if claim.as_printed and claim.as_printed != claim.value else ""
    return f"{context.phrases.publisher(claim.source)}: {says}{printed}"


def all_pairs(context: Context) -> Table:
    """Every pair, the gravest first, for the annex."""
    rows = []
    for relation, pairs in pairs_by_relation(context).items():
        for slot, a, b in pairs:
            cells = (context.lines.line(told(context, x, slot), (x,)) for x in (a, b))
            asked = capital(question(context, slot))
            rows.append(((Line(asked),), *((cell,) for cell in cells), (Line(RELATIONS[relation]),)))
    return Table(("Question", "One account", "The other", "The two accounts"), tuple(rows))
