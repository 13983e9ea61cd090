"""What all seats of an exercise see: its sides, issues and answers. What of these not everybody may read keeps it from being held.

Positions are taken on all issues, before all: an exercise in which some seats do not know of one is not made by this program. So
an issue that is for some, or that only hidden claims name, is refused before a seat is given anything, and `check` warns of it.
"""

from collections.abc import Iterator

from ..documents import Document, shown
from ..errors import DataError, Problem
from ..record import Claim
from ..talks import EVERYBODY
from .entries import Steps
from .model import Case
from .rights import Rights, allows, names_him
from .seen.named import relabelled
from .validate import warning

_WORDS = "in words which only claims say that not everybody may read"
_EXPECTED = (
    "what all seats may see, for it stands before all of them: `readers: [public]` on it shows it to all; else take it out of "
    "the exercise (`goodoffices hold` and `packets` refuse it)"
)


def not_for_all(case: Case) -> Iterator[tuple[Steps, str]]:
    """The places of what stands before all seats and is kept from somebody, with the reason."""
    talks, rights = case.talks, Rights.of(case.record, case.texts, case.anchors)
    split = _split(case, rights)
    for kind in ("parties", "third_parties", "issues"):
        for key, entry in getattr(talks, kind).items():
            if not allows(entry.readers, EVERYBODY):
                yield (kind, key), f"for {', '.join(entry.readers)} alone"
    for key, issue in talks.issues.items():
        if names_him(issue.readers, EVERYBODY) or not allows(issue.readers, EVERYBODY):
            continue
        hidden, read = split.get(key, ([], []))
        if reason := _only(hidden, read, None):
            yield ("issues", key), reason
            continue
        told = relabelled(key, issue, read, hidden)
        if told.title != issue.title:
            yield ("issues", key, "title"), _WORDS
        for option, label in issue.options.items():
            if reason := _only(hidden, read, option) or (_WORDS if told.options[option] != label else None):
                yield ("issues", key, "options", option), reason


def _split(case: Case, rights: Rights) -> dict[str, tuple[list[Claim], list[Claim]]]:
    """By issue the claims on it that not everybody may read, and the others."""
    found: dict[str, tuple[list[Claim], list[Claim]]] = {}
    for claim in case.record.claims:
        if claim.issue is not None:
            found.setdefault(claim.issue, ([], []))[rights.reads(claim, EVERYBODY)].append(claim)
    return found


def _only(hidden: list[Claim], read: list[Claim], option: str | None) -> str | None:
    """Why it is known by hidden claims alone; None where it is not."""

    def names(claim: Claim) -> bool:
        return option in (None, claim.option)

    found = [claim.id for claim in hidden if names(claim)]
    if not found or any(names(claim) for claim in read):
        return None
    return f"named only by {', '.join(found)}, which not everybody may read"


def require_for_all(case: Case) -> None:
    """DataError where seats would see what not everybody may read."""
    path = shown(case.folder / "talks.yaml")
    problems = [Problem(path, 0, 0, f"{'.'.join(map(str, at))}, {why}", _EXPECTED) for at, why in not_for_all(case)]
    if problems:
        raise DataError(problems)


_KIND = "things which seats would see that not everybody may read"


def seats_would_read(document: Document, case: Case) -> Iterator[Problem]:
    """A warning at each of them, in an exercise."""
    for steps, why in not_for_all(case):
        yield warning(document, steps, f"{steps[-1]}, {why}", _EXPECTED, kind=_KIND)
