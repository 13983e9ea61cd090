"""The brief and the comparison as JSON: for programs, and to be kept for `--since`."""

from dataclasses import fields, is_dataclass
from typing import Any

from ..case import Case, Changes, contradicted, for_whom
from ..case.called_off import calling_off
from ..record import Comparison
from ..talks import Day, Meeting, NextStep, Party, Result
from .agreed import Agreed, Exact, Partly, agreed_in
from .build import build_outline
from .context import Context
from .outline import Outline
from .prints import prints
from .sections.unknown import unknowns
from .statement_data import statements_data


def brief_data(
    case: Case,
    changes: Changes | None = None,
    as_of: str | None = None,
    with_agreement: bool = False,
    outline: Outline | None = None,
) -> dict[str, Any]:
    """The brief as plain data; the reference documentation lists its keys. `with_agreement`: also what could be agreed.

    `outline`: the outline of the same brief, where it is built already.
    """
    context = Context.of(case, changes)
    outline = outline or build_outline(case, changes, as_of, with_agreement)
    talks = case.talks
    return {
        "title": talks.title,
        "statements": statements_data(case, outline),
        "draft": talks.draft,
        "as_of": as_of,
        "by": outline.by or None,
        "exercise": case.talks.exercise,
        "for": for_whom(case) or None,
        "stamp": case.talks.stamp,
        "parties": [_party(k, p) for k, p in talks.parties.items()],
        "third_parties": [_party(k, p) for k, p in talks.third_parties.items()],
        "delegations": _delegations(context),
        "absent": _absent(context),
        "meetings": [_meeting(context, key, talks.meetings[key]) for key in context.meetings],
        "positions": _positions(context),
        "silent": [{"party": party, "issue": issue} for party, issue in context.silent],
        "conditions": [
            {"id": c.id, "by": c.by, "what": c.what, "only_if": c.only_if, "issue": c.issue, "claims": list(c.claims)}
            for c in talks.conditions
        ],
        "support": [
            {"by": s.by, "issue": s.issue, "option": s.option, "text": s.text, "claims": list(s.claims)}
            for s in talks.support
        ],
        "outcome": _outcome(context),
        **_rest(context),
        "accounts": compare_data(case.comparison),
        "claims": [c.id for c in case.record.claims if c.counts or (talks.draft and c.status == "proposed")],
        **(_agreed(agreed_in(case)) if with_agreement else {}),
        "unknown": [line.text for line in unknowns(context)],
        "changes": _changes(changes),
    }


def compare_data(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain data."""
    return {
        "slots": [
            {"slot": slot, "pairs": [{"a": p.a, "b": p.b, "relation": p.relation.value} for p in pairs]}
            for slot, pairs in comparison.slots.items()
        ],
        "only": {source: list(claims) for source, claims in comparison.only.items()},
    }


def _party(key: str, party: Party) -> dict[str, Any]:
    return {"id": key, "name": party.name, "kind": party.kind, "code": party.code}


def _rest(context: Context) -> dict[str, Any]:
    """The entries of the talks and the findings that need no computing, as they stand in the files."""
    talks = context.case.talks
    return {
        "rounds": plain(talks.rounds),
        "people": {key: _person(context, key) for key in talks.people},
        "issues": plain(talks.issues),
        "proposals": plain(talks.proposals),
        "said": plain(talks.statements),
        "instruments": plain(talks.instruments),
        "assessments": plain(talks.assessments),
        "background": plain(talks.background),
        "links": plain(talks.links),
        "findings": plain(context.case.record.findings),
    }


def _person(context: Context, key: str) -> dict[str, Any]:
    """A person with what the sources print for him; `spellings` are for matching only and tell nothing."""
    person = plain(context.case.talks.people[key])
    del person["spellings"]
    person["printed"] = [{"text": text, "claims": claims} for text, claims in prints(context.case, key).items()]
    return dict(person)


def plain(value: Any) -> Any:
    """Entries as plain data: days as their text, keys as in the file."""
    if isinstance(value, Day):
        return value.text
    if is_dataclass(value):
        # Who else may read an entry is said in the files: what is handed on does not tell it.
        kept = (f for f in fields(value) if f.name != "readers")
        return {f.metadata.get("alias", f.name): plain(getattr(value, f.name)) for f in kept}
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, tuple) else value


def _delegations(context: Context) -> list[dict[str, Any]]:
    return [
        {
            "id": key, "of": d.of, "head": d.head, "members": list(d.members), "others": d.others,
            "mandate": {
                "level": d.mandate.level, "text": d.mandate.text,
                "disputed": [{"by": x.by, "text": x.text, "claims": list(x.claims)} for x in d.mandate.disputed],
            },
            "claims": list(d.claims),
        }
        for key, d in context.case.talks.delegations.items()
    ]  # fmt: skip


def _absent(context: Context) -> list[dict[str, Any]]:
    return [
        {"who": absence.who, "from": key, "sent": absence.sent, "claims": list(absence.claims)}
        for key in context.meetings
        for absence in context.case.talks.meetings[key].absent
    ]


def _meeting(context: Context, key: str, meeting: Meeting) -> dict[str, Any]:
    same = meeting.same_as
    return {
        "id": key,
        "format": meeting.format,
        "participants": context.phrases.participants(meeting),
        "delegations": list(meeting.delegations),
        "roles": [{"who": r.who, "role": r.role, "of": r.of, "claims": list(r.claims)} for r in meeting.roles],
        "order": context.order[key],
        "date": meeting.date.text,
        "place": meeting.place,
        "venue": meeting.venue,
        "round": meeting.round,
        "same_as": None
        if same is None
        else {"meeting": same.meeting, "certainty": same.certainty, "by": same.by, "why": same.why},
        "claims": list(meeting.claims),
    }


def _positions(context: Context) -> list[dict[str, Any]]:
    return [
        {
            "id": p.id, "party": p.party, "issue": p.issue, "option": p.option, "stance": p.stance, "told_by": p.told_by,
            "said_on": p.said_on.text, "meeting": p.meeting, "supersedes": p.supersedes, "claims": list(p.claims),
        }
        for p in context.case.talks.positions
    ]  # fmt: skip


def _outcome(context: Context) -> dict[str, Any]:
    outcome = context.case.talks.outcome
    against = contradicted(context.case)
    results: list[Result | NextStep] = [*outcome.agreed, *outcome.not_agreed, *outcome.next]
    return {
        "agreed": [_result(r) for r in outcome.agreed],
        "not_agreed": [_result(r) for r in outcome.not_agreed],
        "next": [
            {
                "text": n.text,
                "date": n.date.text,
                "place": n.place,
                "meeting": n.meeting,
                "between": list(n.between),
                **_follow_up(n),
                "overtaken": context.overtaken(n),
                "called_off": [claim.id for claim in calling_off(context.case, n)],
                "claims": list(n.claims),
            }
            for n in outcome.next
        ],
        "contradicted": [r.text for r in results if set(r.claims) & against],
    }  # fmt: skip


def _agreed(found: Agreed | None) -> dict[str, Any]:
    """What `agree` and what `solve` tell, or null."""
    solutions = None
    if isinstance(found, Exact):
        from ..bargaining.solutions.data import data  # only a case with preferences waits for NumPy

        solutions = data(found.found)
    return {"agreement": found.found.data() if isinstance(found, Partly) else None, "solutions": solutions}


def _result(result: Result) -> dict[str, Any]:
    return {
        "text": result.text, "meeting": result.meeting, "between": list(result.between), "issue": result.issue,
        "option": result.option, "date": result.date.text, **_follow_up(result), "claims": list(result.claims),
    }  # fmt: skip


def _follow_up(entry: Result | NextStep) -> dict[str, Any]:
    """Who is to see to it, by when, and since when it is done."""
    return {"by": list(entry.by), "due": entry.due.text, "done": entry.done.text}


def _changes(changes: Changes | None) -> dict[str, Any] | None:
    if changes is None:
        return None
    return {
        "since": changes.since,
        "claims": list(changes.claims),
        "gone": list(changes.gone),
        "positions": list(changes.positions),
        "moves": [{"before": m.before, "now": m.now, "direction": m.direction} for m in changes.moves],
        "relations": [{"slot": t.slot, "before": t.before, "now": t.now} for t in changes.turns],
        "conclusions": [
            {"where": t.where, "claims": list(t.claims), "contradicted": t.contradicted} for t in changes.touched
        ],
    }
