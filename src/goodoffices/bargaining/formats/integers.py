"""Issues of Genius files that are ranges of whole numbers: each number is an option; ranges of real numbers are refused."""

from collections.abc import Callable
from fractions import Fraction

from .decimals import decimal_text
from .findings import Findings, few
from .xml import Element

MOST = 1_000
"""The most options that a range may have."""


def is_range(issue: Element) -> bool:
    """Whether an issue lists no items but is a range of numbers."""
    kinds = {issue.text(key) for key in ("vtype", "type", "etype")}
    return not any(issue.named("item")) and bool(kinds & {"integer", "real"} or any(issue.named("range")))


def numbers(name: str, issue: Element, findings: Findings) -> range:
    """The whole numbers of an issue; empty, with a mistake, where they are none or too many."""
    if "real" in {issue.text(key) for key in ("vtype", "type", "etype")}:
        expected = "an issue with items, or of whole numbers: packages are counted here"
        findings.refuse(issue.at, f"the issue {name} of real numbers", expected)
        return range(0)
    holders = [*issue.named("range"), issue]
    ends = [_bound(holders, key, name, findings) for key in ("lowerbound", "upperbound")]
    if ends[0] is None or ends[1] is None:
        return range(0)
    found = range(ends[0], ends[1] + 1)
    if not 1 <= len(found) <= MOST:
        findings.refuse(issue.at, f"the issue {name} from {ends[0]} to {ends[1]}", f"1 to {MOST:,} whole numbers")
        return range(0)
    return found


def _bound(holders: list[Element], key: str, name: str, findings: Findings) -> int | None:
    holder = next((h for h in holders if h.text(key)), holders[-1])
    value = findings.number(holder.at, holder.text(key), f"the {key} of {name}")
    if value is not None and (value.denominator != 1 or abs(value) > 10**15):
        findings.refuse(holder.at, f"{decimal_text(value)} as the {key} of {name}", "a whole number")
        return None
    return None if value is None else int(value)


def evaluated(name: str, issue: Element, options: tuple[str, ...], findings: Findings) -> dict[str, Fraction]:
    """Worth of each number by the issue's function.

    Linear: `offset + slope * (number - lowerbound)`, kept within 0 and 1; so Genius reads it
    (genius.core.utility.EvaluatorInteger); the parameters of its oldest versions meant something else, and are refused.
    Triangular: from 0 at `parameter0` up to 1 at `parameter2` and down to 0 at `parameter1` (as NegMAS' TriangularFun).
    """
    function = next(issue.named("evaluator"), None)
    if function is None:
        expected = "an <evaluator> with ftype linear or triangular, or items with evaluations"
        findings.refuse(issue.at, f"the whole numbers of {name} without what each is worth", expected)
        return {}
    worth = _FUNCTIONS.get(function.text("ftype") or "", _unknown)(name, function, issue, findings)
    if worth is not None and (missing := [option for option in options if option not in worth]):
        findings.refuse(issue.at, f"no worth of {name}: {few(missing)}", "the range of the domain")
    return {option: worth[option] for option in options if option in worth} if worth else {}


Worths = dict[str, Fraction] | None


def _linear(name: str, function: Element, issue: Element, findings: Findings) -> Worths:
    if not function.text("slope"):
        return _unknown(name, function, issue, findings)
    slope = findings.number(function.at, function.text("slope"), f"the slope of {name}")
    offset = findings.number(function.at, function.text("offset") or "0", f"the offset of {name}")
    own = numbers(name, issue, findings)
    if slope is None or offset is None or not own:
        return None
    return {str(n): min(max(offset + slope * (n - own[0]), Fraction()), Fraction(1)) for n in own}


def _triangular(name: str, function: Element, issue: Element, findings: Findings) -> Worths:
    keys = ("parameter0", "parameter1", "parameter2")
    start, end, top = (findings.number(function.at, function.text(k), f"the {k} of {name}") for k in keys)
    own = numbers(name, issue, findings)
    if start is None or end is None or top is None or not own:
        return None
    if not start <= top <= end:
        found = f"a triangle of {name} from {decimal_text(start)} over {decimal_text(top)} to {decimal_text(end)}"
        findings.refuse(function.at, found, "parameter0 (start) <= parameter2 (top) <= parameter1 (end)")
        return None
    return {str(n): _on_triangle(Fraction(n), start, top, end) for n in own}


def _on_triangle(number: Fraction, start: Fraction, top: Fraction, end: Fraction) -> Fraction:
    if not start < number < end:
        return Fraction()
    if number <= top:
        return (number - start) / (top - start)
    return (end - number) / (end - top)


def _unknown(name: str, function: Element, issue: Element, findings: Findings) -> Worths:
    kind = function.text("ftype")
    what = f"ftype {kind}" if kind else "no ftype"
    without = " without slope" if kind == "linear" else ""
    expected = "ftype linear with slope and offset, ftype triangular, or items with evaluations"
    findings.refuse(function.at, f"an evaluator of {what}{without} for {name}", expected)
    return None


_FUNCTIONS: dict[str, Callable[[str, Element, Element, Findings], Worths]] = {
    "linear": _linear,
    "triangular": _triangular,
}
