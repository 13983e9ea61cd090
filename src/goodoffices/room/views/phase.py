"""What a phase of the day is for, and what becomes of it when its minutes are over."""

from ...talks.exercise import Phase, PhaseKind
from ..programs import following
from .ask import Ask, Values

FOR: dict[PhaseKind, str] = {
    "preparation": "Each reads for itself, and asks what is not clear.",
    "opening": "The chair welcomes all, and says what the rules and the order of the day are.",
    "meeting": "The sides meet, each with the mediation or all together.",
    "caucus": "Whoever wants to meets apart; the chair, or who sits in it, opens that as a caucus.",
    "drafting": "What was talked of is put into proposals, issue by issue.",
    "deadline": "What is agreed is read back, and each side confirms it or objects; then the talks end.",
    "debriefing": "Each answers for itself, and then all see what happened.",
}
"""A sentence for every kind of phase."""
NO_MEETING = "No meeting of the programme belongs to it. Meetings that are open go on."


def phase(ask: Ask) -> Values:
    """What My seat says of the phase, and what the last minute of it says on every page."""
    public, now = ask.view.known.public, ask.view.facts.clock.phase
    there = public.phases.get(now or "")
    running = there is not None and ask.view.facts.status in ("running", "frozen")
    return {
        "phase_for": FOR[there.kind] if there is not None and running else "",
        "phase_meetings": there.meetings if there is not None and running else (),
        "no_meeting": NO_MEETING if there is not None and running and _bare(there) else "",
        "phase_end": ends(ask, now),
    }  # fmt: skip


def _bare(there: Phase) -> bool:
    """Whether one may wonder where to be."""
    return not there.meetings and there.kind != "preparation"


def ends(ask: Ask, now: str | None) -> str:
    """What happens when the minutes are over: for one who plays alone the day goes on by itself."""
    if ask.hall.way.solo is None:
        return "It ends when the trainer says so."
    then = following(ask.view.known.public, now)
    if then is None:
        return "Then the talks end by themselves: say and read back now what is still to be said."
    return f"Then “{ask.names.phase(then)}” begins by itself; meetings that are open go on, and you may finish what you write."
