"""What kind of body a name means, and what the text calls it besides: `the company`, `the rebels`, `the regime`."""

from ...language.folding import fold
from ..mentions.lists import countries, demonym, same_country
from .lexicon import ANY_NAME, CALLED, FIRM_WORDS, KINDS

_KIND = {"employer": "company", "armed group": "armed", "association": "union"}


def kind_of(name: str) -> str:
    """`company`, `union`, `government`, `armed` and so on; `` where the name does not say."""
    words = fold(name).split()
    last = words[-1]
    if words[0] == "government" or same_country(name) in countries() or demonym(name):
        return "government"
    if last in KINDS:
        return _KIND.get(KINDS[last], KINDS[last])
    if last in FIRM_WORDS:
        return "company"
    opened = next((w for w in words if w in KINDS), None)
    return _KIND.get(KINDS[opened], KINDS[opened]) if opened else ""


def fits(called: str, name: str) -> bool:
    """Whether a body can be meant by what it is called."""
    wanted, kind = CALLED[called], kind_of(name)
    return (
        wanted == kind
        or (wanted == "armed" and kind == "movement" and called in ANY_NAME | {"insurgents"})
        or (wanted == "movement" and kind == "armed" and called == "movement")
    )
