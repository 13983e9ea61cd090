"""Builds the workbook of a case."""

from collections.abc import Iterator

from ...case import Case, label
from .about import about
from .claims import claims
from .differences import differences
from .meetings import meetings
from .positions import positions
from .sources import sources
from .table import Workbook
from .words import Words


def build_workbook(case: Case, as_of: str | None = None) -> Workbook:
    """The sheets of a case; `as_of` is the day as of which it is shown."""
    words, notices = Words(case), tuple(_notices(case, as_of))
    found = (positions(words), claims(words), meetings(words), sources(words), differences(words))
    for_whom = label(case)
    return Workbook(case.talks.title, (*found, about(words, notices, for_whom)), notices, for_whom)


def _notices(case: Case, as_of: str | None) -> Iterator[str]:
    if case.talks.draft and any(claim.status == "proposed" for claim in case.record.claims):
        yield "A draft: rows with the status proposed rest on claims that nobody has reviewed yet."
    if as_of is not None:
        yield f"As it could be known on {as_of}: later sources are left out."
