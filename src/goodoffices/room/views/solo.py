"""What one who plays alone is told: what to do now, in three lines, and what the next phase is."""

from ...talks.exercise import Phase
from ..programs import following
from .ask import Ask, Values

PREPARING = (
    "Read who you are, and the briefing for all. Take your time: this phase ends when you say so, or when its minutes are over.",
    "Under Chair you then open the first meeting; you may ask both sides anything, and they answer as programs can.",
    "Only a package that both sides accept counts. Helping them to find one is your task.",
)
OPENING = (
    "Open the first meeting under Chair.",
    "In it press “Ask for positions”; then ask on one issue, or why: “And the fee?”, “Why?”",
    "What a side gives you to carry, and how you may carry it, stands under Chair.",
)
WELCOME = (
    "This phase is for a welcome and the rules; no meeting of the programme belongs to it.",
    "The programs know the rules: go on at once with Next phase, below or under Chair.",
    "Or open the first meeting now, under Chair: a meeting that is open goes on when the phase ends.",
)
APART = (
    "What is said here the other side does not hear. Ask for positions, on one issue, or why.",
    "When you have heard an answer they may give you a message for the other side: under Chair.",
    "When you have heard enough, close this meeting and open the next one, under Chair.",
)
TOGETHER = (
    "Ask, and make a proposal: a package on several issues, in which each side gets something for what it gives.",
    "A side that refuses says which issue keeps it. They ask for less as the day goes on, and what stands may be accepted later.",
    "When it is stuck, adjourn the meeting and hear one side alone: Caucus, under Chair.",
)
BETWEEN = (
    "Open the next meeting, or go on with one that was adjourned, under Chair.",
    "To hear one side alone, call a caucus: “The mediation with one side”.",
    "Messages that wait for you stand under Chair.",
)
LAST = (
    "Read back what was agreed, with a next date: Read back, under Chair. Each side confirms it or objects.",
    "What was proposed and still stands may be accepted to the end.",
    "When you are done, end the talks: the debriefing shows what each side wanted, and what could have been had.",
)
ENDED = ("The talks are over. The debriefing opens at once.",)
DEBRIEFING = ("Answer for yourself under Debriefing, a word or two are enough; then you see what happened.",)
REVEALED = ("What happened, with what each side wanted and what could have been had, stands under What happened.",)


def solo(ask: Ask) -> Values:
    """Nothing where several play."""
    if ask.hall.way.solo is None:
        return {}
    public, clock = ask.view.known.public, ask.view.facts.clock
    then = following(public, clock.phase)
    phase = public.phases.get(clock.phase or "")
    preparing = ask.view.facts.status == "running" and phase is not None and phase.kind == "preparation"
    return {
        "steps": steps(ask, phase, then), "preparing": preparing, "then": ask.names.phase(then) if then else "",
    }  # fmt: skip


def steps(ask: Ask, phase: Phase | None, then: str | None) -> tuple[str, ...]:
    """What to do now."""
    afterwards = {"ended": ENDED, "debriefing": DEBRIEFING, "revealed": REVEALED}
    status = ask.view.facts.status
    if status != "running":
        return afterwards.get(status, ())
    if phase is not None and phase.kind == "preparation":
        return PREPARING
    if phase is not None and then is None:
        return LAST
    if phase is not None and phase.kind == "opening" and not phase.meetings and not ask.view.here:
        return WELCOME
    return _meeting(ask)


def _meeting(ask: Ask) -> tuple[str, ...]:
    """By the meeting in which one sits, or by whether there was one."""
    view = ask.view
    if not view.here:
        return BETWEEN if view.facts.meetings else OPENING
    there = [*view.here.values()][-1]
    parties = {view.known.public.party(seat) for seat in there.opened.seats} - {None}
    return TOGETHER if len(parties) > 1 else APART
