"""Words of the page: acts as they are put to a party, who tells them and on which day, an issue behind `on`."""

import re
from collections.abc import Iterable
from dataclasses import replace

from ...case.seen import names_nobody
from ...record import Claim
from ...talks import UNSAID, Day, Position, Sourced, Stance, without_doubt
from ..answers import told as answers
from ..context import Context
from ..english import day, listed, sentence
from ..english.wording import Kind, inside, kind_of
from ..outline import Line
from ..sections.stand_words import act

_YOU: dict[Stance, str] = {
    "demands": "demand", "calls_for": "call for", "proposes": "propose", "supports": "support", "accepts": "accept",
    "opposes": "oppose", "refuses": "refuse",
}  # fmt: skip
_NAMED = 2
"""Publishers that a statement names."""
_BARE = re.compile(
    r"(?:the|a|an|no|how|what|which|who|where|when|whether|why|its|their)\b|.*\b(?:and|or)\b", re.IGNORECASE
)


def you(context: Context, position: Position) -> str:
    """The act put to the party: `you demand an immediate withdrawal`."""
    return f"you {act(context, position, _YOU[position.stance])}"


def is_plain(context: Context, position: Position) -> bool:
    """Whether the act is a clause without a colon, so that words may follow it."""
    return not you(context, position).removeprefix(f"you {_YOU[position.stance]}").startswith(":")


def option(context: Context, issue: str, key: str) -> str:
    """An option's label as it stands in a sentence."""
    return inside(context.phrases.option(issue, key), context.proper)


def is_noun(context: Context, issue: str, key: str) -> bool:
    """Whether an option's label can be the object of a verb."""
    return kind_of(context.phrases.option(issue, key)) in (Kind.NOUN, Kind.NONE)


def by_whom(context: Context, position: Position) -> str:
    """Who tells a party's own position: a name, `its own word` where the party as such does, else the report."""
    told = position.told_by
    if told == position.party or (told is None and _is_own_paper(context, position)):
        return "their own word" if context.phrases.plural(position.party) else "its own word"
    if told is not None:
        return ("apparently " if told.endswith("?") else "") + context.phrases.name(without_doubt(told))
    return reported(context, position.claims)


def _is_own_paper(context: Context, position: Position) -> bool:
    """Whether the party itself speaks in every source that tells it."""
    sources = {context.case.claims[c].source for c in position.claims if c in context.case.claims}
    return bool(sources) and all(context.case.record.sources[key].side == position.party for key in sources)


def reported(context: Context, claims: Iterable[str]) -> str:
    """`reported by Hask Evening Ledger and The Ladle`; empty for what rests on no claim."""
    known = [context.case.claims[c].source for c in claims if c in context.case.claims]
    names = [*dict.fromkeys(context.phrases.publisher(source) for source in known)]
    more = [f"{len(names) - _NAMED} more"] if len(names) > _NAMED else []
    return f"reported by {listed([*names[:_NAMED], *more])}" if names else ""


def day_of(
    context: Context, said_on: Day, meeting: str | None, resting_on: Iterable[str]
) -> tuple[Day, tuple[str, ...]]:
    """The day on which something was said, else that of its meeting with a claim that gives it; none where accounts differ."""
    if said_on.said:
        return said_on, ()
    known = context.case.talks.meetings.get(meeting or "")
    if known is None or not known.date.said:
        return UNSAID, ()
    chosen = day(known.date)
    claims = [c for c in context.about(meeting or "", "date") if isinstance(c.value, str)]
    found = answers(context, claims, lambda c: day(Day.parse(str(c.value))), chosen)
    if found is not None and (len(found.answers) > 1 or found.answers[0].text != chosen):
        return UNSAID, ()
    return known.date, _one(context, found.answers[0].claims, resting_on) if found else ()


def _one(context: Context, days: tuple[str, ...], resting_on: Iterable[str]) -> tuple[str, ...]:
    """One claim that gives the day, by preference of a source that tells the statement itself."""
    sources = {context.case.claims[c].source for c in resting_on if c in context.case.claims}
    return tuple(sorted(days, key=lambda c: context.case.claims[c].source not in sources)[:1])


def on_issue(context: Context, issue: str) -> str:
    """An issue behind `on`: `on the ceasefire`, `on wages`; `on this: patrol` where nothing tells which article it takes."""
    words = context.phrases.about(issue)
    if context.phrases.issue(issue).rstrip().endswith("?"):
        return f"on this question: {words}"
    head = re.split(r" (?:of|for|in|from|at|on|to|between) ", words)[0]
    last = head.split()[-1:] or [""]
    if not words[:1].islower() or _BARE.match(words) or (last[0].endswith("s") and not last[0].endswith("ss")):
        return f"on {words}"
    if head != words:
        return f"on the {words}"
    return f"on {_evident(context, words)}"


def _evident(context: Context, words: str) -> str:
    """The words as the texts and labels use them: behind an article, or without one."""
    texts = [*context.case.texts.values()]
    texts += [label for known in context.case.talks.issues.values() for label in known.options.values()]
    form = rf"\b{re.escape(words)}\b"
    behind = sum(len(re.findall(rf"\b(?:the|an?)\s(?:[\w-]+\s)?{form}", text)) for text in texts)
    bare = sum(len(re.findall(form, text)) for text in texts) - behind
    return words if bare > behind else f"the {words}" if behind else f"this: {words}"


def foreign_teller(context: Context, claim: Claim, party: str) -> str | None:
    """Who else tells a claim of a party: the one whom the source quotes, else the side that speaks in the source."""
    source = context.case.record.sources[claim.source]
    quoted = [s for s in claim.attributed_to if s != "narrator"]
    own = source.publisher if names_nobody(source.publisher) and source.side == "not said" else source.side
    teller = without_doubt(quoted[-1]) if quoted else own
    side = context.phrases.side_of(teller) if teller not in ("press", "mediator") else party
    return teller if (side or teller) != party else None


def say(context: Context, tellers: Iterable[str]) -> str:
    """`Maren Olvik says`, `the Dockers say`, `Volodymyr Zelensky apparently says`, `Lars Anders and the union say`."""
    known = [*dict.fromkeys(tellers)]
    names = [context.phrases.the(without_doubt(teller)) for teller in known]
    many = len(known) > 1 or context.phrases.plural(without_doubt(known[0]))
    seems = "apparently " if any(teller.endswith("?") for teller in known) else ""
    return f"{listed(names)} {seems}{'say' if many else 'says'}"


def stated(context: Context, text: str, entry: Sourced) -> Line:
    """A sentence that rests on an entry: why it has no claim stands within the sentence."""
    line = context.lines.line(text, entry)
    return replace(line, text=sentence(line.text))
