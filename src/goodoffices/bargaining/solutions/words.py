"""The named packages in words: what each concept makes as large as it can, and what is proven."""

from collections.abc import Mapping
from fractions import Fraction

from ..digits import told
from .solution import CONCEPTS, Concept, Solution

NAMES: Mapping[Concept, str] = {
    "nash": "Nash", "egalitarian": "egalitarian", "kalai_smorodinsky": "Kalai-Smorodinsky", "utilitarian": "utilitarian",
}  # fmt: skip
"""What each concept is called."""
_AIMS: Mapping[Concept, str] = {
    "nash": "the product of what each gains over no deal",
    "egalitarian": "the smallest gain over no deal",
    "kalai_smorodinsky": "the smallest share that anybody gets of its best possible gain",
    "utilitarian": "the sum of the utilities",
}
SCALES = (
    "Egalitarian and utilitarian set one party's numbers against another's; Nash and Kalai-Smorodinsky are the same on "
    "whatever scale each party counts."
)
"""What a reader must know before comparing parties."""
IMPOSSIBLE = "No agreement is possible with these no-deal values."
UNKNOWN = "Whether an agreement is possible was not known at the deadline."


def alike(found: Mapping[Concept, Solution]) -> list[tuple[str, Solution]]:
    """The packages with the names of the concepts that pick them: each package once."""
    groups: dict[tuple[str, ...], list[Concept]] = {}
    for concept in CONCEPTS:
        if concept in found:
            groups.setdefault(tuple(found[concept].package.values()), []).append(concept)
    return [(_capital(", ".join(NAMES[c] for c in some)), found[some[0]]) for some in groups.values()]


def sentence(concept: Concept, solution: Solution) -> str:
    """What a concept makes as large as it can, how large it is, and whether that is proven."""
    value = _value(concept, solution.value)
    far = "as large as it can be" if solution.proven else "as large as was found"
    return f"{_capital(NAMES[concept])} makes {_AIMS[concept]} {far}: {value}. {_proven(concept, solution)}"


def _proven(concept: Concept, solution: Solution) -> str:
    if solution.proven:
        others = f" {solution.ties:,} packages are equally good; this is the first of them." if _tied(solution) else ""
        return f"Proven.{others}"
    if solution.bound is None:
        return "Not proven by the deadline, and no limit is known."
    return f"Not proven by the deadline; no package has more than {_value(concept, solution.bound)}."


def _tied(solution: Solution) -> bool:
    return solution.ties is not None and solution.ties > 1


def _value(concept: Concept, value: Fraction) -> str:
    return f"{told(100 * value)} %" if concept == "kalai_smorodinsky" else told(value)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
