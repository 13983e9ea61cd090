"""What is found in a passage or a report is found once, and kept with it: it goes when the report goes."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar

R = TypeVar("R")


class Owner(Protocol):
    """What keeps results."""

    @property
    def memo(self) -> dict[str, Any]:
        """Results by the name of what found them."""


def once(find: Callable[[Any], R]) -> Callable[[Any], R]:
    """A function of one passage or report that is asked often."""
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def found(owner: Owner) -> R:
        if name not in owner.memo:
            owner.memo[name] = find(owner)
        kept: R = owner.memo[name]
        return kept

    return found
