"""What the case tells of next steps: still ahead, or overtaken.

Of a meeting nothing of the kind is told: `check` refuses one whose claims only plan it or deny it, so that what is among the
meetings was held, and what is announced is a next step.
"""

from ...talks import NextStep
from ..context import Context


def ahead(context: Context) -> list[NextStep]:
    """Next steps that nothing has overtaken yet."""
    return [step for step in context.case.talks.outcome.next if not context.overtaken(step)]


def overtaken(context: Context) -> list[NextStep]:
    """Next steps that were called off, or after which others have met since."""
    return [step for step in context.case.talks.outcome.next if context.overtaken(step)]
