"""What cannot be had together, or alone: the ties of the case that everybody may know.

1. A proposal, new or changed, that breaks a tie is not put on the table.
2. Only what a proposal settles can break a tie; an issue that it leaves open breaks none.
3. The refusal names every tie that is broken, with its issues and options, so that all can be mended at once.
"""

from collections.abc import Mapping

from ...talks import Link, broken
from ..setting import Public
from .turn import Refused, Turn

APART = "This package has what cannot be had together."
MEND = "Change one of these, or leave one open."


def require_together(turn: Turn, package: Mapping[str, str]) -> None:
    """Refuse a package that breaks a tie."""
    ties = [tie_words(turn.public, tie) for tie in turn.public.ties if broken((tie,), package)]
    if ties:
        raise Refused(f"{APART} {'. '.join(ties)}. {MEND}")


def tie_words(public: Public, tie: Link) -> str:
    """A tie in one line: what cannot be had without something else, or not together."""
    given, needed = (
        [f"{_title(public, i)}: {' or '.join(_label(public, i, o) for o in options)}" for i, options in side.items()]
        for side in (tie.if_, tie.then)
    )
    together = " and ".join(given)
    return f"{together}, only with {' or '.join(needed)}" if needed else f"Not together: {together}"


def _title(public: Public, issue: str) -> str:
    return public.issues[issue].title if issue in public.issues else issue


def _label(public: Public, issue: str, option: str) -> str:
    return public.issues[issue].options.get(option, option) if issue in public.issues else option
