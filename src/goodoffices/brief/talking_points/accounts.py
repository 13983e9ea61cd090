"""What two accounts tell of a party and cannot both be true, and nobody has judged: put as a question."""

from collections.abc import Iterator

from ..answers import told
from ..context import Context
from ..english import listed
from ..outline import Line
from ..phrases import value_tells
from ..questions import question, said
from .material import Contradiction, Material


def contradictions(material: Material, party: str, issue: str | None) -> Iterator[Line]:
    """`Which account is right on who led your delegation: Lars Anders (Hask Evening Ledger) or Odile Karsten (The Ladle)?`

    Those that concern a party on an issue; with None those that belong to no issue.
    """
    context = material.context
    for found in material.contradictions:
        if issue in found.issues and party in found.parties:
            keys = tuple(claim.id for claim in found.claims)
            text = f"Which account is right on {_asked(context, found.slot)}: {_answers(context, found)}?"
            yield context.lines.line(text, keys, differs=keys)


def _asked(context: Context, slot: str) -> str:
    known = context.case.comparison.questions[slot].family.name
    yours = {"position": "where you stand", "heads": "who led your delegation"}
    return yours.get(known) or question(context, slot)


def _answers(context: Context, found: Contradiction) -> str:
    """Each answer once, with who gives it; where a value alone does not tell it, the whole of what is said."""
    short = all(value_tells(claim) for claim in found.claims)
    answers = told(context, found.claims, lambda c: said(context, c) if short else context.phrases.says(c))
    if answers is not None and len(answers.answers) > 1:
        return answers.words()
    return listed((f"{context.phrases.says(c)} ({context.phrases.publisher(c.source)})" for c in found.claims), "or")
