"""The trainer's pages: the board of all tables, one table, the links, the end."""

from typing import Any

from markupsafe import Markup

from ... import proceedings as p
from ...serving.qr import svg
from ..admission import holder
from .ask import Ask, Clock, Values
from .bounded import MEETINGS, MOST, first, meetings_of, recent
from .names import Names
from .proposals import standing
from .seat import earlier, last_lines, pages

LATEST = 60


def board(ask: Ask) -> Values:
    """All tables at a glance, and their outcomes side by side."""
    tables = [_summary(ask.at(number)) for number in ask.hall.tables]
    may_any = set().union(*(one["may"] for one in tables))
    return {"tables": tables, "issues": _public(ask).issues, "number": ask.hall.streams_of_trainer, "may_any": may_any}


def _public(ask: Ask) -> Any:
    return next(iter(ask.hall.tables.values())).setting.public


def _summary(ask: Ask) -> Values:
    view = ask.view
    facts = view.facts
    open_ = [id_ for id_, there in facts.meetings.items() if there.state == "open" and not ask.over]
    return {
        "number": ask.table, "clock": Clock.of(view, ask.now), "names": ask.names, "may": {k.__name__ for k in view.may},
        "open": [(id_, facts.meetings[id_]) for id_ in meetings_of(view, open_, MEETINGS)], "outcome": view.outcome,
        "due": due(ask), "proposals": len(facts.proposals), "warnings": len(facts.warnings), "status": facts.status,
        "referrals": 0 if ask.over else sum(one.answered is None for one in facts.referrals.values()),
        "cut": ask.hall.tables[ask.table].cut,
        "answered": len(facts.reflections),
    }  # fmt: skip


def due(ask: Ask) -> tuple[str, ...]:
    """The news that is due at a table."""
    table = ask.hall.tables[ask.table]
    return p.due(table.state, tuple(table.events), ask.now)


def table(ask: Ask, number: str) -> Values | None:
    """One table, whole."""
    if (there := _number(ask, number)) is None:
        return None
    ask = ask.at(there)
    view = ask.view
    facts, public = view.facts, view.known.public
    shown = [(id_, one) for id_, one in facts.proposals.items()][-12:]
    unanswered = [(id_, one) for id_, one in facts.referrals.items() if not one.answered]
    lying = first(unanswered, lambda one: one[1].referred.words, lambda one: one[1].referred.by)
    return {
        **_summary(ask), "view": view, "public": public, "number": ask.hall.streams_of_trainer, "here": there,
        "places": [(seat, one, _where(ask.names, seat)) for seat, one in public.seats.items()],
        "shown": shown, "standing": {id_: standing(ask, one) for id_, one in facts.proposals.items()},
        "injections": [(id_, one, facts.injections.get(id_)) for id_, one in view.known.injections.items()],
        "latest": (latest := last_lines(ask.names, view.feed, LATEST))[::-1], "older": earlier(view.feed, latest),
        "messages": recent(facts.messages.items(), lambda one: one[1].handed.words),
        "lying": lying, "more_lying": len(unanswered) - len(lying),
        "others": [(id_, one) for id_, one in facts.meetings.items() if id_ not in public.programme][-MEETINGS:],
        "warnings": facts.warnings[-MOST:],
        "automatic": there in ask.hall.automatic, "programs": ask.hall.programs_at(there),
        "linked": {seat: ask.hall.admission.seat(there, seat) is not None for seat in public.seats},
    }  # fmt: skip


def _number(ask: Ask, number: str) -> int | None:
    found = int(number) if len(number) < 5 else 0
    return found if found in ask.hall.tables else None


def _where(names: Names, seat: str) -> str:
    facts = names.view.facts
    there = [id_ for id_, one in facts.meetings.items() if one.state == "open" and seat in one.opened.seats]
    return ", ".join(names.meeting(id_) for id_ in meetings_of(names.view, there, 3))


def everything(ask: Ask, number: str, page: str = "") -> Values | None:
    """All that happened at a table."""
    if (there := _number(ask, number)) is None:
        return None
    ask = ask.at(there)
    found = pages(ask.names, ask.view.feed, page, f"/table/{there}/all")
    return found and {
        **found, "title": f"Table {there}: all that happened", "number": ask.hall.streams_of_trainer
    }  # fmt: skip


def links(ask: Ask, number: str) -> Values | None:
    """The links of a table, to be printed and cut apart."""
    if (there := _number(ask, number)) is None:
        return None
    hall, found = ask.hall, []
    for seat, facts in ask.at(there).view.known.public.seats.items():
        link = hall.admission.seat(there, seat)
        address = hall.site.address(link) if link else ""
        picture = Markup(svg(address, f"Link for {facts.role}")) if link else ""  # noqa: S704  # ours, and escaped by segno
        found.append((seat, facts, address, picture, holder(there, seat)))
    return {"here": there, "links": found, "fingerprint": hall.way.fingerprint, "number": hall.streams_of_trainer}


def delete(ask: Ask) -> Values:
    """The question before all is deleted."""
    return {"number": ask.hall.streams_of_trainer}
