"""What every format that is read offers: tell what a file is, read a domain, read a party's profile.

A new format is one object of `Form`, entered in `FORMS` (read.py); its tests subclass the contract (tests/bargaining/formats).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from ..scenario import Utility
from .findings import Findings

Kind = Literal["domain", "profile"]
Issues = Mapping[str, tuple[str, ...]]
"""Issues and their options, in the order of the file."""
C = TypeVar("C")
"""The content of a file once it is parsed: XML as a tree, or plain values with places."""


@dataclass(frozen=True)
class Form(Generic[C]):
    """A format; mistakes and notes go into the findings."""

    name: str
    kind: Callable[[C], Kind | None]
    """Whether a file is a domain or a profile of this format; None where it is neither."""
    issues: Callable[[C, Findings], dict[str, tuple[str, ...]]]
    """The issues of a domain; of a profile, too, where profiles hold the domain."""
    utility: Callable[[C, Issues, Findings], Utility | None]
    """What a profile says of the options of a domain."""
    with_domain: bool = False
    """Whether a profile holds the whole domain, so that no file of its own is needed."""
