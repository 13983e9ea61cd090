"""What entries of the talks rest on: claims that exist, that count, and that concern the entry."""

from collections.abc import Iterator
from typing import Any

from ..documents import Document
from ..errors import Problem
from ..language.folding import fold
from ..record import Claim, Names, Record
from ..talks import Link, NextStep, Sourced, Talks, without_doubt
from .called_off import calls_off_step
from .entries import Node, Steps, mentions, nodes
from .kinds import RESERVES, Bearing, Kind, bearing, kind_at
from .validate import problem, warning


def unsupported(document: Document, talks: Talks, record: Record) -> Iterator[Problem]:
    """A problem for each entry without support, and for each claim that cannot support it."""
    claims = {claim.id: claim for claim in record.claims}
    names = Names.of(talks)
    for node in nodes(talks):
        if isinstance(node.entry, Sourced | Link):
            yield from unsupported_entry(document, node, claims, names, draft=talks.draft)


def unsupported_entry(
    document: Document, node: Node, claims: dict[str, Claim], names: Names, *, draft: bool
) -> Iterator[Problem]:
    """A problem where one entry has no support, and for each claim that cannot support it."""
    entry: Sourced | Link = node.entry
    if isinstance(entry, Sourced):
        if not entry.claims and not entry.unsourced:
            yield problem(document, node.steps, "no claims", "the claims it rests on, or `unsourced: why`")
        if entry.claims and entry.unsourced:
            yield problem(document, (*node.steps, "unsourced"), "claims and `unsourced`", "one of the two")
    yield from _unasserted(document, node, [claims[key] for key in entry.claims if key in claims], draft=draft)
    named = _named(node)
    for index, key in enumerate(entry.claims):
        steps = (*node.steps, "claims", index)
        claim = claims.get(key)
        if claim is None:
            continue  # told already, as an unknown id
        yield from uncounted(document, steps, claim, draft=draft)
        if not named & concerns(claim, names) and not (isinstance(entry, NextStep) and calls_off_step(claim, entry)):
            told = f"{claim.subject} {claim.predicate}"
            yield problem(
                document,
                steps,
                f"claim {key} ({told}), which does not concern this entry",
                "a claim on it or on what it names",
            )


def _unasserted(document: Document, node: Node, claims: list[Claim], *, draft: bool) -> Iterator[Problem]:
    """A problem where no counted claim asserts the entry, and one denies it, or all only plan, wish or suppose it."""
    kind = kind_at(node.entry, node.steps)
    counted = [claim for claim in claims if claim.counts or (draft and claim.status == "proposed")]
    bears = {claim.id: _bearing(kind, claim, node) for claim in counted} if kind is not None else {}
    if kind is None or not bears or "asserts" in bears.values():
        return
    name = _NAMES.get(kind.name, kind.name)
    ahead = _AHEAD.get(kind.name, "")
    for way, does, instead in (
        (
            "denies",
            "denies",
            f"a claim that asserts it as well, or no such entry{_NEXT if kind.name == 'meeting' else ''}",
        ),
        ("hopes", "only plans, wishes or supposes", f"a claim that it is so, or no such entry{ahead}"),
    ):
        found = next((claim for claim in counted if bears[claim.id] == way), None)
        if found is not None:
            steps = (*node.steps, "claims", node.entry.claims.index(found.id))
            told = f"the claim {found.id} (modality {found.modality}, {found.predicate}), which {does} {name}"
            yield problem(document, steps, told, instead)
            return


def _bearing(kind: Kind, claim: Claim, node: Node) -> Bearing:
    """How a claim bears on the entry; an announced position, or one on a condition, stands only where the talks say so.

    They say so in the option's label, or in a condition that rests on the same claim.
    """
    reserve, option = RESERVES.get(claim.modality), getattr(node.entry, "option", None)
    if reserve is None or option is None or kind.name not in ("position", "objection", "support"):
        return bearing(kind, claim)
    talks: Talks = node.ancestors[0].entry
    issue = talks.issues.get(node.entry.issue)
    label = issue.options.get(option, "") if issue is not None else ""
    said = label.endswith(f"({reserve})") or any(claim.id in condition.claims for condition in talks.conditions)
    return bearing(kind, claim) if said else "hopes"


_NEXT, _RESERVED = (
    ", or an entry among `outcome.next`",
    ", or its reserve: in the option's label, or as a condition on the same claim",
)
_AHEAD = {
    **dict.fromkeys(("meeting", "role", "agreed", "signature", "instrument"), _NEXT),
    **dict.fromkeys(("position", "objection", "support"), _RESERVED),
}
_NAMES = {
    "agreed": "what is told as agreed", "not_agreed": "what is told as not agreed", "next": "what is told as the next step",
    "meeting": "this meeting", "remark": "this remark", "role": "this role", "absence": "this absence", "post": "this post",
    "delegation": "this delegation", "position": "this position", "objection": "this position", "support": "this support",
    "instrument": "this instrument", "signature": "this signature", "assessment": "this judgement", "dispute": "this dispute",
    "condition": "this condition", "statement": "this statement", "proposal": "this proposal", "background": "this background",
}  # fmt: skip


def uncounted(document: Document, steps: Steps, claim: Claim, *, draft: bool) -> Iterator[Problem]:
    """A problem where a claim does not count; in a draft one that waits for a person is only warned of."""
    if claim.status == "proposed" and draft:
        yield warning(
            document,
            steps,
            f"the proposed claim {claim.id}",
            "a person to accept, edit or reject it",
            kind="entries that rest on proposed claims",
        )
    elif not claim.counts:
        yield problem(document, steps, f"the {claim.status} claim {claim.id}", "an accepted or edited claim")


def _named(node: Node) -> set[str]:
    """The entry itself and all that it and the entries around it name, as ids and as folded words."""
    named: set[str] = set()
    for one in (*node.ancestors[1:], node):
        named |= {without_doubt(m.id) for m in mentions(one)}
        named |= {step for step in one.steps if isinstance(step, str)}
        named |= {fold(word) for word in _words(one.entry)}
    return named


def _words(entry: Any) -> Iterator[str]:
    for key in ("by", "about", "id", "text"):
        if isinstance(value := getattr(entry, key, None), str):
            yield value


def concerns(claim: Claim, names: Names) -> set[str]:
    """The ids, or folded words, of what a claim speaks of."""
    values = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    told = [claim.subject, *claim.subject.split("; "), claim.for_party, claim.meeting, claim.issue, *values]
    return {names.id(x) for x in told if isinstance(x, str)}
