"""How the sources print a name, told by claims. `spellings` of talks.yaml say only which names are one, and are never printed."""

from ..case import Case


def prints(case: Case, key: str) -> dict[str, list[str]]:
    """What sources print for a name in other letters than the case, each with its claims; in a draft also the proposed ones."""
    found: dict[str, list[str]] = {}
    name = case.names.label(key).casefold()
    for claim in case.record.claims:
        if not claim.as_printed or claim.as_printed.casefold() == name or case.names.id(claim.subject) != key:
            continue
        if claim.counts or (case.talks.draft and claim.status == "proposed"):
            found.setdefault(claim.as_printed, []).append(claim.id)
    return found
