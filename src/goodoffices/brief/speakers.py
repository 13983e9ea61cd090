"""Who speaks in a claim: whom the source quotes last, else the side whose paper it is; a newspaper speaks for nobody.

Of a source that may not be named no side is told: it speaks under the name that stands in its place.
"""

from ..case import Case
from ..case.seen import names_nobody
from ..record import Claim, Source
from ..talks import without_doubt

_NOBODY = ("press", "team", "narrator", "")
"""A newspaper, and who speaks in a source where it quotes nobody."""


def speaker(case: Case, claim: Claim) -> str:
    """The id of who speaks, with `?` where the source leaves it open; empty where it is a newspaper."""
    quoted = claim.attributed_to[-1] if claim.attributed_to else ""
    if without_doubt(quoted) not in _NOBODY:
        return quoted
    source = case.record.sources[claim.source]
    if source.side == "mediator":
        return _mediator(case, source)
    if names_nobody(source.publisher) and source.side == "not said":
        return source.publisher
    return "" if source.side in _NOBODY else source.side


def _mediator(case: Case, source: Source) -> str:
    """The mediator whose paper a source is: by its id where the case has one, else as the paper is signed."""
    known = case.names.id(source.publisher)
    return known if known in case.talks.third_parties else source.publisher
