"""The same day with few people, in the plan that is printed for many: for whoever learns at the door that few have come."""

from ..english import listed
from ..outline import Bullets, Line, Section, Table
from .briefing import cell
from .held import Held, at


def few_section(held: Held) -> Section | None:
    """Its clock, what falls away, and what you do besides; None where the author wrote none, or it is printed for them anyway."""
    few = held.exercise.few
    if few is None or held.come is not None:
        return None
    now = held.with_people(max(1, held.people[0]))  # fewest: what holds for them holds for a few more
    times = ((cell(at(m)), cell(now.phase(k)), cell(f"{p.minutes} min")) for k, p, m in now.clock())
    clock = Table(("Clock", "What", "Length"), (*times, (cell(at(now.minutes)), cell("End"), cell(""))))
    least, most = now.people[0], max(now.people[0], min(few.people, held.people[1]))
    title = f"With {now.people_words}" + (f", and with up to {most}" if most > least else "")
    return Section("few", title, (clock, Bullets(tuple(map(Line, _lines(held, now))))))


def _lines(held: Held, now: Held) -> list[str]:
    told = [
        f"“packets ... --people {now.come}” prints every sheet for them. Without it, write these times on the wall, and strike "
        "those on the sheets.",
        f"Seats: {listed(seat.role for seat in now.exercise.seats.values() if seat.people[1])}.",
    ]
    if any(now.answered(seat) for seat in now.exercise.seats.values()):
        told.append(
            f"You answer for the principals, each from its own sheet. The last referral is taken at {at(now.last_referral)}."
        )
    if held.has("observer") and not now.has("observer"):
        told.append("You observe: three moments, with their clock and their words. In the debriefing you tell them.")
    gone = [
        f"{n}" for n, (key, _) in enumerate(held.exercise.injections.items(), 1) if key not in now.exercise.injections
    ]
    if gone:
        told.append(f"News {listed(gone)} falls away: it is for seats that nobody takes.")
    less = [
        f"{n} to {listed(held.role(s) for s in one.to if s not in now.exercise.injections[key].to)}"
        for n, (key, one) in enumerate(held.exercise.injections.items(), 1)
        if key in now.exercise.injections and one.to and one.to != now.exercise.injections[key].to
    ]
    if less:
        told.append(f"You do not hand over news {listed(less)}: nobody sits there.")
    yours = [
        f"{n}" for n, one in enumerate(held.exercise.injections.values(), 1)
        if any(now.exercise.seats[s].people[1] == 0 for s in one.to if s in now.exercise.seats)
    ]  # fmt: skip
    if yours:
        told.append(f"News {listed(yours)} for a principal you read yourself.")
    return told
