"""GeniusWeb JSON: a profile is a LinearAdditiveUtilitySpace, and holds its domain.

The utility of a package is the sum, over the issues, of weight times utility of the value taken. What a party has without a deal is
given as a bid; its utility is the no-deal value.
"""

from collections.abc import Iterator
from fractions import Fraction

from ..scenario import Utility
from .decimals import decimal_text
from .entries import of_each_issue, of_each_option
from .findings import Findings
from .form import Form, Issues, Kind
from .plain import Node

MOST = 1_000
"""The most options that a range of numbers may have."""
_SPACE = "LinearAdditiveUtilitySpace"
_ISSUES = ("issuesValues", "issueValues")
_LISTED = ("DiscreteValueSetUtilities", "discreteutils")
_RANGED = ("NumberValueSetUtilities", "numberutils")


def kind(root: Node) -> Kind | None:
    """What a file is, by its content."""
    if not isinstance(root.value, dict):
        return None
    if any(key.endswith(("UtilitySpace", "PartialOrdering")) for key in root.value):
        return "profile"
    return "domain" if any(key in root.value for key in _ISSUES) else None


def issues(root: Node, findings: Findings) -> dict[str, tuple[str, ...]]:
    """The issues of a domain, or of the domain within a profile, and their options."""
    space = root.get(_SPACE)
    domain = space.get("domain") if space else root
    listed = domain.get(*_ISSUES) if domain else None
    if listed is None:
        findings.refuse((domain or root).at, "no issuesValues", "the issues of the domain, with their values")
        return {}
    found = {name: tuple(_options(name, values, findings)) for name, values in listed.pairs(findings, "issuesValues")}
    if not found and not findings.problems:
        findings.refuse(listed.at, "no issue", "at least one issue with values")
    return found


def utility(root: Node, domain: Issues, findings: Findings) -> Utility | None:
    """What the options of a domain are worth to the party of a profile; None where the file says something else."""
    space = root.get(_SPACE)
    if space is None:
        found = f"a profile that is {', '.join(dict(root.value) if isinstance(root.value, dict) else ())}"
        findings.refuse(root.at, found, f"a {_SPACE}")
        return None
    weights = dict(_weights(space, domain, findings))
    points = dict(_points(space, domain, findings))
    whole = Utility(points, weights)
    return Utility(points, weights, None if findings.problems else _no_deal(space, whole, domain, findings))


def _options(name: str, values: Node, findings: Findings) -> list[str]:
    listed, ends = values.get("values"), values.get("range")
    if listed is None and ends is None:
        findings.refuse(values.at, f"the issue {name} without values", "values, or a range")
        return []
    if listed is None and ends is not None:
        return _range(name, ends, findings)
    assert listed is not None
    options: dict[str, None] = {}
    for item in listed.items(findings, f"the values of {name}"):
        text = item.text()
        if text is None:
            findings.refuse(item.at, f"a value of {name} that is no text", "text")
        elif text in options:
            findings.note(item.at, f"the value {text} of {name} is listed a second time; it is one option")
        else:
            options[text] = None
    if not options:
        findings.refuse(listed.at, f"the issue {name} without options", "at least one value")
    return list(options)


def _range(name: str, ends: Node, findings: Findings) -> list[str]:
    """Numbers from the lowest in steps up to the highest."""
    written = [(item, item.text()) for item in ends.items(findings, f"the range of {name}")]
    numbers = [findings.number(item.at, text, f"the range of {name}") for item, text in written]
    known = [n for n in numbers if n is not None]
    if len(numbers) != 3 or len(known) != 3 or known[2] <= 0 or not 0 <= (known[1] - known[0]) / known[2] < MOST:
        findings.refuse(ends.at, f"the range of {name}", f"lowest, highest and step, with 1 to {MOST:,} numbers")
        return []
    low, high, step = known
    return [decimal_text(low + i * step) for i in range(int((high - low) / step) + 1)]


def _weights(space: Node, domain: Issues, findings: Findings) -> Iterator[tuple[str, Fraction]]:
    for name, node in of_each_issue(space.get("issueWeights"), space, "issueWeights", domain, findings).items():
        weight = findings.weight(node.at, node.text(), name)
        if weight is not None:
            yield name, weight


def _points(space: Node, domain: Issues, findings: Findings) -> Iterator[tuple[str, dict[str, Fraction]]]:
    for name, node in of_each_issue(space.get("issueUtilities"), space, "issueUtilities", domain, findings).items():
        each, ranged = node.get(*_LISTED), node.get(*_RANGED)
        if each is not None:
            yield name, of_each_option(name, each.get("valueUtilities") or each, domain[name], findings)
        elif ranged is not None:
            yield name, _between(name, ranged, domain[name], findings)
        else:
            known = " or ".join(_LISTED[:1] + _RANGED[:1])
            findings.refuse(node.at, f"no utilities of {name} that are known here", known)


def _between(name: str, ranged: Node, options: tuple[str, ...], findings: Findings) -> dict[str, Fraction]:
    """Utilities on the straight line from that of the lowest number to that of the highest."""
    keys = ("lowValue", "highValue", "lowUtility", "highUtility")
    nodes = [ranged.get(key) for key in keys]
    ends = [
        findings.number((node or ranged).at, node.text() if node else None, f"the {key} of {name}")
        for key, node in zip(keys, nodes, strict=True)
    ]
    low, high, low_worth, high_worth = ends
    numbers = [findings.number(ranged.at, option, f"an option of {name}") for option in options]
    if low is None or high is None or low_worth is None or high_worth is None or None in numbers:
        return {}
    if low >= high and len(options) > 1:
        findings.refuse(ranged.at, f"{low} to {high} as the values of {name}", "a lowest value below the highest")
        return {}
    slope = (high_worth - low_worth) / (high - low) if high != low else Fraction()
    return {o: low_worth + slope * (n - low) for o, n in zip(options, numbers, strict=True) if n is not None}


def _no_deal(space: Node, whole: Utility, domain: Issues, findings: Findings) -> Fraction | None:
    bid = space.get("reservationBid")
    if bid is None:
        return None
    values = bid.get("issuevalues", "issueValues") or bid
    total = Fraction()
    for name, node in of_each_issue(values, bid, "reservationBid", domain, findings).items():
        option = node.text()
        if option in domain[name]:
            total += whole.worth(name, option)
        else:
            found = f"{option} for {name} in the reservationBid"
            findings.refuse(node.at, found, "an option of the domain", domain[name])
    return total


FORM = Form("GeniusWeb JSON", kind, issues, utility, with_domain=True)
