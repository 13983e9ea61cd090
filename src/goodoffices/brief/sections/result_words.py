"""Sentences on what came of the talks and what is next, in the case's own words, with how many sources tell it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from ...case import Case
from ...record import Claim
from ...talks import Day, Instrument, Remark, Result
from ..context import Context
from ..english import capital, day, listed, on, sentence
from ..english.wording import Kind, inside, kind_of
from ..outline import Line
from ..passages import passages
from ..phrases import clean
from ..questions import said
from .next_words import next_lines, next_steps
from .settled import Several, denied, in_short, one_sentence
from .told_words import in_parts, told_by


def last(
    context: Context, meeting: str | None, *, sources: bool = True, papers: bool = True, next_: bool = True,
    brackets: bool = False,
) -> list[Line]:  # fmt: skip
    """The last result of each kind and what is next, for the first section; what the same sources tell is one sentence.

    What came of `meeting`, of which it has just been spoken, is told without a day. `sources`: also how many report it, and why
    the others do not. `brackets`: who tells what of two things stands in brackets behind it, which takes fewer words.
    """
    lines = [
        line
        for result in told_first(context)
        for line in [
            *result_lines(context, in_short(result), dated=result.meeting != meeting, early=sources, papers=papers)
        ][:1]
    ]
    if not lines:
        lines += [line for remark in told_results(context.case)[-1:] for line in told_lines(context, remark)]
    known = context.case.talks.meetings and not context.unsettled
    lines = lines or [Line("No report tells what came of it.")] * bool(known)
    steps = next_steps(context)
    ahead = [group for group in steps if not context.overtaken(group[0])]
    # What is called off and not planned anew is news as well, as long as nobody has met since.
    off = [group for group in steps if context.overtaken(group[0]) and not context.met_since(group[0])]
    for group in (*ahead[-1:], *off[-1:]) if next_ else ():
        lines += [*next_lines(context, group, "next", early=sources)][:1]
    lines = [_in_brackets(line) for line in lines] if brackets else lines
    return _joined(lines if sources else [_without_sources(line) for line in lines])


def told_first(context: Context) -> list[Result]:
    """The weightiest of what was not agreed and of what was: neither may stand without the other."""
    latest = latest_first(context)
    kinds = ([r for r in latest if denied(context, r)], [r for r in latest if not denied(context, r)])
    return [max(kind, key=lambda r: _weight(context, r)) for kind in kinds if kind]


def _without_sources(line: Line) -> Line:
    """A sentence that does not say how many tell it, where there is no room."""
    return replace(
        line,
        text=re.sub(
            r" \((?:reported by [^()]*|[^()]*; [^()]* tells? a part of it|[^()]* and [^()]*)\)\.$", ".", line.text
        ),
    )


_TOLD_TWICE = re.compile(
    r"^(?P<what>[^:]+: )(?P<one>[^,:]+?) according to (?:the )?(?P<by>[^,]+), "
    r"(?P<two>[^,:]+?) according to (?:the )?(?P<other>[^,]+)\.$"
)


def _in_brackets(line: Line) -> Line:
    """`: of six crowns (Hask Evening Ledger), of eight crowns (The Ladle)`, of a sentence of the program that names two tellers."""
    if line.words != "program":
        return line
    return replace(line, text=_TOLD_TWICE.sub(r"\g<what>\g<one> (\g<by>), \g<two> (\g<other>).", line.text))


def _weight(context: Context, result: Result) -> tuple[date, int, int]:
    """The latest weighs most; of one day what answers most questions, then what the most sources tell."""
    answers = len(result.of) if isinstance(result, Several) else 1
    return _happened(context, result), answers, len(context.told_by(result.claims))


def _joined(lines: list[Line]) -> list[Line]:
    """The sentences, two with the same sources behind them as one."""
    kept: list[Line] = []
    for line in lines:
        tail = line.text[line.text.rfind(" (") :]
        if (
            kept
            and tail.endswith(").")
            and kept[-1].text.endswith(tail)
            and _plain(kept[-1])
            and line.words == "program"
        ):
            text = f"{kept[-1].text.removesuffix(tail)}; {line.text[0].lower()}{line.text[1:]}"
            marks = tuple(dict.fromkeys((*kept[-1].marks, *line.marks)))
            kept[-1] = replace(kept[-1], text=text, claims=(*kept[-1].claims, *line.claims), marks=marks)
        else:
            kept.append(line)
    return kept


def _plain(line: Line) -> bool:
    """Whether a sentence may be joined to another: our own, of one clause."""
    return line.words == "program" and ";" not in line.text[: line.text.rfind(" (")]


def told_results(case: Case) -> list[Remark]:
    """What is told to have come of a meeting that is neither agreed nor denied: `a joint statement`."""
    remarks = (remark for meeting in case.talks.meetings.values() for remark in meeting.remarks)
    return [
        one for one in remarks if any(case.claims[key].type == "outcome" for key in one.claims if key in case.claims)
    ]


def told_lines(context: Context, remark: Remark) -> Iterator[Line]:
    """Such a result, in the case's words once somebody has accepted it."""
    if context.unread(remark.claims):
        yield from passages(context, remark.claims)
    else:
        yield context.lines.line(sentence(remark.text), remark)


def result_lines(
    context: Context, result: Result, *, dated: bool = True, early: bool = False, papers: bool = True
) -> Iterator[Line]:
    """`There was no immediate agreement.`, `It was agreed that ...`, `Agreement was reached on ...`.

    `early`: also why some sources do not tell it; `papers`: of a party's own paper that it is that, where accounts differ.
    """
    if context.unread(result.claims):
        yield from passages(context, result.claims)
        return
    open_ = denied(context, result)
    parts = in_parts(context, result.claims, clean(result.text)) if open_ else ""
    text = _not_agreed(context, parts or result.text) if open_ else _agreed(context, result)
    when = f"{on(happened)}, " if dated and (happened := _day(context, result)).said else ""
    if apart := _apart(context, result.claims):
        differs = tuple(c.id for c in apart)
        rivals = _rivals(context, text, apart, papers=papers)
        yield context.lines.line(sentence(f"{when}{text}{rivals}"), result, differs=differs)
        return
    told = "" if parts else told_by(context, result.claims, result.text, _when(context, result), early=early)
    yield context.lines.line(sentence(f"{when}{text}{told}"), result)


def _rivals(context: Context, text: str, apart: list[Claim], *, papers: bool) -> str:
    """`: of six crowns according to the Courier, of eight crowns according to the Post`; each whole where it does not go on."""
    told: dict[str, list[Claim]] = {}
    for claim in apart:
        told.setdefault(said(context, claim), []).append(claim)
    on_from = {w: next((w[n:] for n in range(len(w), 0, -1) if text.endswith(w[:n])), "") for w in told}
    if all(tail.startswith(" ") for tail in on_from.values()):
        name = context.phrases.paper if papers else context.phrases.the_publisher
        who = {words: listed(dict.fromkeys(name(c.source) for c in claims)) for words, claims in told.items()}
        return ": " + ", ".join(f"{tail.strip()} according to {who[words]}" for words, tail in on_from.items())
    names = {w: listed(dict.fromkeys(context.phrases.publisher(c.source) for c in by)) for w, by in told.items()}
    return f" ({'; '.join(f'{names[words]}: {words}' for words in told)})"


def _when(context: Context, result: Result) -> Day:
    """The day on which it came about, as far as the case has one."""
    meeting = context.case.talks.meetings.get(result.meeting or "")
    return result.date if result.date.said or meeting is None else meeting.date


def _day(context: Context, result: Result) -> Day:
    """The day to tell with a result: its own, or where the results are of several meetings that of its meeting."""
    outcome, meetings = context.case.talks.outcome, context.case.talks.meetings
    several = len({one.meeting for one in (*outcome.agreed, *outcome.not_agreed)}) > 1
    return (
        result.date
        if result.date.said or not several or result.meeting not in meetings
        else meetings[result.meeting].date
    )


def latest_first(context: Context, told: Callable[[Result], bool] = lambda result: True) -> list[Result]:
    """The results that are to be told, the latest first; of one day what was not agreed before what was."""
    outcome = context.case.talks.outcome
    results = [one for one in (*outcome.agreed, *outcome.not_agreed) if told(one)][::-1]
    results.sort(key=lambda result: _happened(context, result), reverse=True)
    return one_sentence(context, results)


def _happened(context: Context, result: Result) -> date:
    return _when(context, result).last or date.min


def _apart(context: Context, claims: tuple[str, ...]) -> list[Claim]:
    """The claims of a result that contradict each other."""
    pairs = [pair for pair in context.contradicting if pair <= set(claims)]
    against = {claim for pair in pairs for claim in pair}
    return [context.case.claims[c] for c in claims if c in against]


def _done(context: Context, result: Result, words: str) -> bool:
    """Whether the text is what somebody agreed to do, by the words of a source: `(agreed to) exchange catch data`."""
    known = [context.case.claims[c] for c in result.claims if c in context.case.claims]
    return any(f"to {words}" in context.case.texts.get(claim.source, "") for claim in known)


def _not_agreed(context: Context, text: str) -> str:
    words = inside(text, context.proper)
    match kind_of(text):
        case Kind.NONE:
            return f"there was {words}"
        case Kind.NOUN if words[0].islower():
            return f"no agreement was reached on {words}"
        case Kind.CLAUSE:
            return words
    return f"this was not agreed: {words}"


def _agreed(context: Context, result: Result) -> str:
    words = inside(result.text, context.proper)
    if _done(context, result, words):
        return f"it was agreed to {words}"
    if undertaken := _undertaken(context, result, words):
        return undertaken
    match kind_of(result.text):
        case Kind.CLAUSE:
            return f"it was agreed that {words}"
        case Kind.TO:
            return f"it was agreed {words}"
        case Kind.NOUN if words[0].islower():
            return f"agreement was reached on {words}"
    return f"this was agreed: {words}"


def _undertaken(context: Context, result: Result, words: str) -> str:
    """`the two sides agreed to send each other ...`, of what the sides themselves are to do; else nothing."""
    sides = _SIDES.match(words)
    if sides is None or (result.between and len(set(result.between) & set(context.case.talks.parties)) < 2):
        return ""
    done = re.sub(r"^(?:will|shall|are to) ", "", words[sides.end() :])
    known = done != words[sides.end() :] or done.split(" ")[0] in _DOES
    return f"{sides[1]} agreed to {done}" if known else ""


_SIDES = re.compile(r"((?:the (?:two|three)|both|all|all three|the) (?:sides|parties|delegations)) (?:both )?", re.I)
"""The sides as the subject of what was agreed."""
_DOES = frozenset(
    "accept agree allow appoint ask begin build call cease close come consult continue cooperate cut discuss "
    "end exchange extend form found give go grant help hold inform keep let lift lower make meet name notify "
    "observe open pay prepare publish pull raise read recognise recognize reduce refrain release renew reopen "
    "report respect restore resume return run send set share sign start stay stop suspend take talk tell try "
    "use wait withdraw work write".split()
)
"""Verbs, as they stand behind a plural and behind `to` alike."""


def signed(context: Context, instrument: Instrument) -> Iterator[Line]:
    """`Memorandum of understanding, 22 July 2022: signed by Andrey Belousov for Russia and ...`"""
    if context.unread((*instrument.claims, *(c for s in instrument.signatures for c in s.claims))):
        yield from passages(context, [*instrument.claims, *(c for s in instrument.signatures for c in s.claims)])
        return
    by = listed(
        context.phrases.name(s.who) + (f" for {context.phrases.the(s.of)}" if s.of and s.of != s.who else "")
        for s in sorted(instrument.signatures, key=lambda s: context.phrases.name(s.of or s.who).casefold())
    )
    between = context.phrases.the_names(context.by_name(instrument.between))
    about = f"was signed by {by}" if by else f"is between {between}" if between else ""
    term = f", for {inside(instrument.term, context.proper)}" if instrument.term else ""
    when = f", {day(instrument.date)}" if instrument.date.said else ""
    comma = "," if when else ""
    text = f"{capital(instrument.title)}{when}{f'{comma} {about}' if about else ''}{term}"
    yield context.lines.line(sentence(text), instrument)
