"""The named packages in words: what each concept makes as large as it can, and what is proven."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from ..digits import Digits, told
from .result import CONCEPTS, Concept, Solution, Solutions

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
CLOSEST_SCALES = (
    "Which package is closest sets one party's numbers against another's: on other scales another one may be closest."
)
"""What a reader must know before he relies on the closest package."""
NOBODY_GAINS = "Nobody can gain over no deal: in every package that is as good as no deal for all, each has just that."
IMPOSSIBLE = "No agreement is possible with these no-deal values."
UNKNOWN = "Whether an agreement is possible was not known at the deadline."
ROUNDED = "The numbers have too many digits for exact work on so many packages: what is told holds to nine digits."


def verdict(found: Solutions) -> str:
    """Where no package was found that is as good as no deal for all: what is known of that."""
    if found.agreement_possible is None:
        return UNKNOWN
    return f"To nine digits, n{IMPOSSIBLE[1:]}" if found.rounded else IMPOSSIBLE


def alike(found: Mapping[Concept, Solution]) -> list[tuple[str, Solution]]:
    """The packages with the names of the concepts that pick them: each package once."""
    groups: dict[tuple[str, ...], list[Concept]] = {}
    for concept in CONCEPTS:
        if concept in found:
            groups.setdefault(tuple(found[concept].package.values()), []).append(concept)
    return [(_capital(", ".join(NAMES[c] for c in some)), found[some[0]]) for some in groups.values()]


def digits_of(found: Solutions) -> Digits:
    """How utilities, gains and shortfalls are told: with as many places for every party, so that equal numbers look equal."""
    columns = [*zip(*(solution.utilities for solution in found.solutions.values()), strict=True)]
    if found.closest is not None:
        columns = [*zip(found.closest.utilities, found.closest.shortfalls, strict=True)]
    with_gains = [
        [*column, *(worth - without for worth in column), without]
        for column, without in zip(columns, found.scenario.no_deal, strict=True)
    ]
    values = [[found[c].value] for c in ("egalitarian", "utilitarian") if c in found.solutions]  # in utilities, too
    return Digits.shared([*with_gains, *values])


def sentences(found: Solutions) -> Iterator[tuple[str, bool]]:
    """What is to be said of the packages that were found, each with whether it is certain."""
    if found.nobody_gains:
        yield NOBODY_GAINS, True
    digits = digits_of(found)
    for concept in CONCEPTS:
        if concept in found.solutions:
            yield sentence(concept, found[concept], digits, found.nobody_gains), found[concept].proven
    if found.rounded:
        yield ROUNDED, False


def sentence(concept: Concept, solution: Solution, digits: Digits, nobody_gains: bool = False) -> str:
    """What a concept makes as large as it can, how large it is, and whether that is proven; `digits` are for utilities."""
    name, aim = _capital(NAMES[concept]), _AIMS[concept]
    if nobody_gains and concept == "kalai_smorodinsky":
        return f"{name} has nothing to share out, for {aim} is a share of nothing.{_ties(solution)}"
    value = _value(concept, solution.value, digits)
    if solution.proven:
        return f"{name} makes {aim} as large as it can be: {value}. Proven.{_ties(solution)}"
    if solution.complete:
        return f"{name} makes {aim} as large as it can be, to nine digits: {value}.{_ties(solution)}"
    return f"{name} makes {aim} as large as was found: {value}. {_limit(concept, solution, digits)}"


def _limit(concept: Concept, solution: Solution, digits: Digits) -> str:
    if solution.bound is None:
        return "Not proven by the deadline, and no limit is known."
    nearly = ", to nine digits" if solution.rounded else ""
    return f"Not proven by the deadline; no package has more than {_value(concept, solution.bound, digits)}{nearly}."


def _ties(solution: Solution) -> str:
    if solution.ties is None or solution.ties < 2:
        return ""
    nearly = ", to nine digits" if solution.rounded else ""
    return f" {solution.ties:,} packages are equally good{nearly}; this is the first of them."


def _value(concept: Concept, value: Fraction, digits: Digits) -> str:
    if concept == "kalai_smorodinsky":
        return f"{told(100 * value)} %"
    return told(value) if concept == "nash" else digits.told(value)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
