"""What is sent to another machine: only what is for everybody, and it is said before anything goes."""

from collections.abc import Iterable
from pathlib import Path

from ..case import Case, is_public, read_case, seen
from ..case.mixing import case_around
from ..case.rights import TEAM, allows, is_kept_from_nobody
from ..documents import shown
from ..errors import DataError, UsageError
from ..extraction.extractors import Named, extractor_of
from ..extraction.sources import Details
from ..talks import EVERYBODY, OWN, Readers
from .failures import say


def say_where_it_goes(make: Named) -> None:
    """Nothing leaves this machine unless the user named an address; where he did, it is said before anything is sent."""
    address = getattr(extractor_of(make), "sends_to", None)
    if address is not None:
        say(f"The texts are sent to {address}.")


def sent_away_to(make: Named) -> str | None:
    """The address of another machine to which the texts are sent, if they are."""
    extractor = extractor_of(make)
    return getattr(extractor, "sends_to", "") if getattr(extractor, "leaves_this_machine", False) else None


def require_public(make: Named, *bounds: Readers) -> None:
    """UsageError where reports that not everybody may read would be sent to another machine."""
    extractor = extractor_of(make)
    closed = next((bound for bound in bounds if not allows(bound, EVERYBODY)), None)
    if closed is None or not getattr(extractor, "leaves_this_machine", False):
        return
    address = getattr(extractor, "sends_to", "")
    raise UsageError(
        f"--extractor llm: found reports for {', '.join(closed)}, which would be sent to {address}, expected reports for "
        "everybody: say --readers public if they are, name a model on this machine (such as http://127.0.0.1:8080/v1), "
        "or use --extractor plain"
    )


def require_open(places: Iterable[Path], address: str) -> None:
    """UsageError where a case that would go to another machine, or in which a file lies that would, keeps anything from anybody."""
    for place in places:
        folder = place if place.is_dir() else case_around(place)
        if folder is not None and not _is_open(folder):
            raise UsageError(
                f"{shown(place)}: found texts of a case in which something is not for everybody, which would be sent to "
                f"{address}, expected one for everybody: name a model on this machine (such as http://127.0.0.1:8080/v1), "
                "or use --extractor plain"
            )


def _is_open(folder: Path) -> bool:
    try:
        return is_kept_from_nobody(read_case(folder))
    except DataError:
        return False


def names_sent(make: Named, case: Case) -> Case:
    """The case from which names are sent beside a report: to another machine those that everybody may read."""
    return seen(case, None, EVERYBODY) if sent_away_to(make) is not None and not is_public(case) else case


def readers_of(details: Details) -> Readers:
    """Who may read the reports of which that is said: notes of the team's own are for the team."""
    return details.readers or ((TEAM,) if details.side == OWN else ())


def readers_said(text: str | None, known: tuple[str, ...]) -> Readers:
    """Who may read reports, as `--readers` says it: one or more, with commas between."""
    found = tuple(dict.fromkeys(word.strip() for word in (text or "").split(",") if word.strip()))
    for reader in found:
        if reader not in known:
            raise UsageError(f"--readers: found '{reader}', expected one of {', '.join(known)}")
    return found


OF_A_DRAFT = (TEAM, EVERYBODY)
"""Who can be named before there is a case: parties have ids only then."""
