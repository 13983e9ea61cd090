"""What cannot be had together, told before it is sent to the others: a package that breaks a tie is not put on the table.

1. Only what a package settles can break a tie; an issue that it leaves open breaks none.
2. Every tie that is broken is named, with its issues and options, so that it can be mended at once.
"""

from ..proceedings import Act, Amend, Counter, Propose
from ..talks.issues import broken
from .views.names import Names

APART = "This package has what cannot be had together."


def why_not(act: Act | None, names: Names) -> str:
    """Which ties of the exercise a package breaks; nothing where it breaks none, or the act brings no package."""
    if not isinstance(act, Propose | Counter | Amend):
        return ""
    whole = {**act.package, **act.only_if}
    ties = [names.tie(tie) for tie in names.view.known.public.ties if broken((tie,), whole)]
    return f"{APART} {'. '.join(ties)}. Change one of these, or leave one open." if ties else ""
