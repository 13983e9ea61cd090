"""Builds the outline of a brief from a case."""

from ..case import Case, Changes
from .accounts import accounts
from .agreement import agreement, more
from .annex import annex
from .cards import cards
from .changed import changed
from .context import Context
from .fit import fit
from .glance import glance
from .outline import Outline, Section
from .phrases import counted, joined
from .results import results
from .shown import harmless_throughout
from .stands import stands
from .unknown import unknown


def build_outline(
    case: Case, changes: Changes | None = None, as_of: str | None = None, with_agreement: bool = False
) -> Outline:
    """The outline of the brief of a case.

    `changes`: what changed since an earlier state; it then comes first. `as_of`: the day as of which the case is shown.
    `with_agreement`: also what could be agreed, which takes a second or two.
    """
    context = Context.of(case, changes)
    sections: tuple[Section, ...] = (changed(context),) if changes is not None else ()
    sections += (glance(context), stands(context), accounts(context), results(context))
    sections += (*(agreement(context) if with_agreement else ()), unknown(context))
    main, whole = fit(sections)
    beside = (*annex(context), *(more(context) if with_agreement else ()), *whole)
    outline = Outline(
        case.name,
        case.talks.title,
        _subtitle(context),
        main,
        beside,
        cards(case, context.phrases),
        tuple(_notices(case, as_of)),
    )
    return harmless_throughout(outline)


def _subtitle(context: Context) -> str:
    claims = context.case.record.claims
    proposed = sum(c.status == "proposed" for c in claims) if context.case.talks.draft else 0
    accepted = sum(c.counts for c in claims)
    parts = [counted(len(context.case.record.sources), "source")]
    parts += [counted(accepted, "claim")] if accepted or not proposed else []
    parts += [f"{counted(proposed, 'proposed claim')} that nobody has reviewed"] if proposed else []
    return f"A brief from {joined(parts)}"


def _notices(case: Case, as_of: str | None) -> list[str]:
    notices = []
    if case.talks.draft and any(claim.status == "proposed" for claim in case.record.claims):
        notices.append("A draft: lines marked [proposed] rest on claims that nobody has reviewed yet.")
    if as_of is not None:
        notices.append(f"As it could be known on {as_of}: later sources are left out.")
    return notices
