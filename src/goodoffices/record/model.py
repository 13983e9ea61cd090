"""The whole record of one case: what each source asserts."""

from dataclasses import field
from typing import Literal

from ..talks import entry
from .claim import Claim
from .finding import Finding
from .passage import Passage
from .source import Source


@entry
class Record:
    """The file record.yaml: the evidence. It is added to, and never bent to agree with itself."""

    format: Literal["record/1"]
    """The format of this file: record/1."""
    sources: dict[str, Source] = field(default_factory=dict)
    """The sources, by id."""
    claims: tuple[Claim, ...] = ()
    """What each of them asserts."""
    findings: tuple[Finding, ...] = ()
    """What people judge where accounts differ."""
    passages: tuple[Passage, ...] = ()
    """Stretches of the texts that fewer may read than the rest."""
