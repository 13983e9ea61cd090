"""One calendar: that of the exercise. An invented day of 2031 is held on that day, at the hour that it is.

1. A day begins on the day of the programme's first meeting that has one; where none has, today.
2. What was begun goes on by the calendar on which it was begun: on the day of the last act, or, where the hour is earlier than that
   of the last act, on the next. So the clock never goes back, and a night between two evenings is no year.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from ..case import Case
from .hall import Clock


def first_day(case: Case) -> date | None:
    """The day on which the exercise is held, as the case has it."""
    programme = case.exercise.meetings if case.exercise else ()
    days = (case.talks.meetings[id_].date for id_ in programme if id_ in case.talks.meetings)
    return min((day.first for day in days if day.first is not None and day.exact), default=None)


def of_the_exercise(case: Case, acts: Iterable[datetime], wall: Clock) -> Clock:
    """The clock of the day, by that on the wall; `acts`: the moments of what was held already."""
    now, last = wall(), max(acts, default=None)
    begins = last.astimezone(now.tzinfo).date() if last else first_day(case)
    if begins is None:
        return wall
    ahead = timedelta(days=(begins - now.date()).days)
    if last is not None and now + ahead < last:
        ahead += timedelta(days=1)
    return lambda: wall() + ahead
