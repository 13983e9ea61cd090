"""What belongs to no issue: a mandate, general conditions, accounts that differ on a side, what a draft leaves."""

from collections.abc import Iterator
from itertools import islice

from ...talks import Delegation
from ..context import Context
from ..english.wording import Kind, inside, kind_of
from ..outline import Line
from ..passages import passages
from .accounts import contradictions
from .material import Material
from .questions import Question, conditional, first
from .words import stated

_PASSAGES = 8
"""Passages of a draft for each party; the brief has all."""


def told_beyond(material: Material, party: str) -> Iterator[Line]:
    """What is told of a party's mandate; of a draft the reports' sentences on where it stands."""
    context, delegation = material.context, _delegation(material.context, party)
    if _is_open(context, party):
        yield Line(f"No report tells {'their' if context.phrases.plural(party) else 'its'} mandate.")
    elif delegation is not None and not context.unread(delegation.claims):
        yield _mandate(context, delegation)
    if delegation is not None:
        yield from _disputes(context, delegation)
    unread = [c for x in material.conditions(party, None) if context.unread(x.claims) for c in x.claims]
    left = [c.id for c in material.loose.get(party, []) if c.issue not in context.case.talks.issues]
    found = [*passages(context, [*unread, *left])]
    yield from islice(found, _PASSAGES)
    if len(found) > _PASSAGES:
        yield Line(f"The brief has {len(found) - _PASSAGES} more.")


def asked_beyond(material: Material, party: str) -> tuple[Question, ...]:
    """At most three questions."""
    return first(_asked(material, party))


def _asked(material: Material, party: str) -> Iterator[Question]:
    context = material.context
    if _is_open(context, party):
        delegation = _delegation(context, party)
        disputes = delegation.mandate.disputed if delegation else ()
        claims = [c for d in disputes if not context.unread(d.claims) for c in d.claims]
        yield Question("mandate", context.lines.line("What may you accept here?", claims))
    for condition in material.conditions(party, None):
        if not context.unread(condition.claims):
            yield conditional(context, party, condition)
    yield from (Question("accounts", line) for line in contradictions(material, party, None))


def _delegation(context: Context, party: str) -> Delegation | None:
    """The delegation of a party in its latest meeting, else the last of the file."""
    talks = context.case.talks
    sat = [key for meeting in context.meetings for key in talks.meetings[meeting].delegations]
    of = [key for key in (*talks.delegations, *sat) if talks.delegations[key].of == party]
    return talks.delegations[of[-1]] if of else None


def _is_open(context: Context, party: str) -> bool:
    """Whether it can be said that no report tells what the party's delegation may accept."""
    delegation = _delegation(context, party)
    if context.draft or (delegation is not None and context.unread(delegation.claims)):
        return False
    return delegation is None or (delegation.mandate.level == "unknown" and not delegation.mandate.text)


def _mandate(context: Context, delegation: Delegation) -> Line:
    mandate = delegation.mandate
    told = mandate.text or mandate.level
    return stated(context, f"mandate: {inside(told, context.proper)}", delegation)


def _disputes(context: Context, delegation: Delegation) -> Iterator[Line]:
    """`Volodymyr Zelensky says it has no authority to make decisions.`"""
    for dispute in delegation.mandate.disputed:
        if context.unread(dispute.claims):
            yield from passages(context, dispute.claims)
            continue
        by, words = context.phrases.the(dispute.by), inside(dispute.text or "", context.proper)
        if not words:
            text = f"{by} disputes it"
        else:
            text = f"{by} {words}" if kind_of(dispute.text or "") is Kind.VERB else f"{by} disputes it: {words}"
        yield stated(context, text, dispute)
