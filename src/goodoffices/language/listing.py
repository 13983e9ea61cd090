"""Lists as English prints them."""

from collections.abc import Iterable

from babel.lists import format_list


def listed(words: Iterable[str], last: str = "and") -> str:
    """A list as British English prints it: `A`, `A and B`, `A, B and C`; with semicolons where an item has a comma of its own."""
    items = [item for item in words if item]
    if any("," in item for item in items[:-1]) and len(items) > 2:
        return "; ".join(items[:-1]) + f"; {last} {items[-1]}"
    return str(format_list(items, "or" if last == "or" else "standard", "en_GB"))
