"""NegMAS scenario folders (YAML or JSON): a domain with a list of issues, and a LinearAdditiveUtilityFunction for each party.

The utility of a package is the sum, over the issues in their order, of weight times value function of the option taken. A function
that loses value with time holds such a one within: that is read, and its discount kept. In the scenarios of the contest ANL 2025
the domain stands within the file of the center.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from ..scenario import Utility
from .entries import of_each_issue, of_each_option
from .findings import Findings
from .form import Form, Issues, Kind
from .plain import Node

MOST = 1_000
"""The most options that a range of numbers may have."""
_TYPE = ("type", "$type", "__python_class__")
_FUNCTION = "LinearAdditiveUtilityFunction"
_DISCOUNTED = "ExpDiscountedUFun"
_DEEPEST = 10
"""Discounted functions within each other."""
_LISTED = frozenset(
    {"CategoricalIssue", "DiscreteCardinalIssue", "DiscreteOrdinalIssue", "OrdinalIssue", "CardinalIssue"}
)
_RANGED = frozenset({"ContiguousIssue", "IntegerIssue"})
_ENDLESS = frozenset({".inf", "-.inf", "inf", "-inf", "Infinity", "-Infinity"})


def kind(root: Node) -> Kind | None:
    """What a file is, by its content."""
    if not isinstance(root.value, dict):
        return None
    if isinstance(root.value.get("issues"), list) or _center(root) is not None:
        return "domain"
    return "profile" if _type(root).endswith(("UtilityFunction", "UFun")) else None


def _center(root: Node) -> Node | None:
    """The outcome space of a center: its utility depends on what it agrees with each of its edges, so it is no additive party."""
    space = root.get("outcome_space")
    return space if space is not None and root.get("n_edges") is not None and space.get("issues") is not None else None


def issues(root: Node, findings: Findings) -> dict[str, tuple[str, ...]]:
    """The issues of a domain and their options."""
    found: dict[str, tuple[str, ...]] = {}
    if (space := _center(root)) is not None:
        told = f"only the issues were read: the utility of a center ({_type(root)}) is not additive, and it is no party here"
        findings.note(root.at, told)
    listed = (space or root).get("issues")
    for issue in listed.items(findings, "issues") if listed else ():
        name = issue.get("name")
        text = name.text() if name else None
        if text is None:
            findings.refuse(issue.at, "an issue without a name", "its name")
        elif text in found:
            findings.refuse(issue.at, f"the issue {text} a second time", "each issue once")
        else:
            found[text] = tuple(_options(text, issue, findings))
    if not found and not findings.problems:
        findings.refuse(root.at, "no issue", "at least one issue with values")
    return found


def utility(root: Node, domain: Issues, findings: Findings) -> Utility | None:
    """What the options of a domain are worth to the party of a utility function; None where the file says something else."""
    inner, discount = _undiscounted(root, findings)
    if _type(inner) != _FUNCTION:
        findings.refuse(inner.at, f"a {_type(inner) or 'function without a type'}", f"a {_FUNCTION}")
        return None
    reserved = _reserved(root, findings) if inner is not root else None
    found = _additive(inner, domain, findings)
    return replace(found, no_deal=found.no_deal if reserved is None else reserved, discount=discount)


def _undiscounted(root: Node, findings: Findings) -> tuple[Node, Fraction | None]:
    """The function within discounted ones, and what a round of waiting leaves of its value."""
    discount: Fraction | None = None
    for _ in range(_DEEPEST):
        inner = root.get("ufun")
        if _type(root) != _DISCOUNTED or inner is None:
            break
        written = root.get("discount")
        own = findings.number(written.at, written.text(), "the discount") if written is not None else None
        if own is not None:
            discount = own * (1 if discount is None else discount)
            findings.discount(root.at, own)
        root = inner
    return root, discount


def _additive(root: Node, domain: Issues, findings: Findings) -> Utility:
    weights, points = {}, {}
    for name, node in _by_issue(root, "weights", domain, findings):
        weight = findings.weight(node.at, node.text(), name)
        if weight is not None:
            weights[name] = weight
    for name, node in _by_issue(root, "values", domain, findings):
        points[name] = _values(name, node, domain[name], findings)
    return Utility(points, weights, _reserved(root, findings))


def _type(node: Node) -> str:
    written = node.get(*_TYPE)
    return ((written.text() if written else None) or "").rpartition(".")[2]


def _options(name: str, issue: Node, findings: Findings) -> list[str]:
    written = issue.get("values")
    if written is None:
        findings.refuse(issue.at, f"the issue {name} without values", "its values")
        return []
    sort = _type(issue)
    if sort not in _RANGED | _LISTED:
        expected = "an issue of values that can be counted: categories, whole numbers"
        findings.refuse(issue.at, f"the issue {name}, a {sort or 'thing without a type'}", expected)
        return []
    values = [(node, node.text()) for node in written.items(findings, f"the values of {name}")]
    if sort in _RANGED:
        return _range(name, written, [text for _, text in values], findings)
    options = list(dict.fromkeys(text for _, text in values if text is not None))
    if len(options) < len(values):
        findings.refuse(written.at, f"a value of {name} that is no text or stands twice", "texts or numbers, each once")
    if not options:
        findings.refuse(written.at, f"the issue {name} without options", "at least one value")
    return options


def _range(name: str, written: Node, ends: list[str | None], findings: Findings) -> list[str]:
    """Whole numbers; the last one is part of them."""
    numbers = [findings.number(written.at, end, f"an end of {name}") for end in ends]
    whole = [int(n) for n in numbers if n is not None and n.denominator == 1]
    if len(numbers) != 2 or len(whole) != 2 or not 0 <= whole[1] - whole[0] < MOST:
        findings.refuse(
            written.at, f"the range of {name}", f"its first and its last number, with 1 to {MOST:,} numbers"
        )
        return []
    return [str(n) for n in range(whole[0], whole[1] + 1)]


def _by_issue(root: Node, key: str, domain: Issues, findings: Findings) -> Iterator[tuple[str, Node]]:
    """Entries in the order of the issues, or by their names."""
    written = root.get(key)
    if written is None:
        findings.refuse(root.at, f"no {key}", f"{key} for each issue")
        return
    if isinstance(written.value, dict):
        yield from of_each_issue(root.get(key), root, key, domain, findings).items()
        return
    items = list(written.items(findings, key))
    if isinstance(written.value, list) and len(items) != len(domain):
        findings.refuse(written.at, f"{len(items)} {key}", f"{len(domain)}: one for each issue")
        return
    yield from zip(domain, items, strict=False)


def _values(name: str, function: Node, options: tuple[str, ...], findings: Findings) -> dict[str, Fraction]:
    sort, mapping = _type(function), function.get("mapping")
    if mapping is not None and sort in ("TableFun", ""):
        return of_each_option(name, mapping, options, findings)
    if sort in _NUMERIC:
        return _computed(name, function, options, findings)
    expected = "a TableFun with a value for each option, or one of " + ", ".join(_NUMERIC)
    findings.refuse(function.at, f"a {sort or 'value function without a type'} for {name}", expected)
    return {}


_NUMERIC: dict[str, Callable[[Fraction, Fraction, Fraction], Fraction]] = {
    "AffineFun": lambda x, slope, bias: slope * x + bias,
    "LinearFun": lambda x, slope, bias: slope * x + bias,
    "IdentityFun": lambda x, _, bias: x + bias,
    "ConstFun": lambda _, __, bias: bias,
}
"""Value functions of a number, given slope and bias."""


def _computed(name: str, function: Node, options: tuple[str, ...], findings: Findings) -> dict[str, Fraction]:
    def read(key: str, without: str) -> Fraction | None:
        node = function.get(key)
        return findings.number((node or function).at, node.text() if node else without, f"the {key} of {name}")

    slope, bias = read("slope", "1"), read("bias", "0")
    if slope is None or bias is None:
        return {}
    sort = _type(function)
    if sort == "ConstFun":
        return dict.fromkeys(options, bias)
    numbers = {option: findings.number(function.at, option, f"an option of {name}") for option in options}
    return {option: _NUMERIC[sort](n, slope, bias) for option, n in numbers.items() if n is not None}


def _reserved(root: Node, findings: Findings) -> Fraction | None:
    written = root.get("reserved_value")
    if written is None:
        if outcome := root.get("reserved_outcome"):
            findings.note(
                outcome.at, "the reserved_outcome was not read: what the party has without a deal is not said"
            )
        return None
    if written.text() in _ENDLESS:
        text = (
            f"the reserved_value {written.text()} was read as not said; --no-deal min takes the worst package instead"
        )
        findings.note(written.at, text)
        return None
    return findings.number(written.at, written.text(), "the reserved_value")


FORM = Form("NegMAS scenario", kind, issues, utility)
