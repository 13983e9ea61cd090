"""NegoLog JSON: a profile holds its domain, as the options of each issue with what each is worth, and the weights beside it.

The utility of a package is the sum, over the issues, of weight times value of the option taken. A file of the same layout that
lists the options of each issue without values is a domain.
"""

from fractions import Fraction

from ..scenario import Utility
from .findings import Findings, few
from .form import Form, Issues, Kind
from .plain import Node


def kind(root: Node) -> Kind | None:
    """What a file is, by its content."""
    listed = root.get("issues")
    if listed is None or not isinstance(listed.value, dict):
        return None
    if root.get("issueWeights") is not None:
        return "profile"
    return "domain" if all(isinstance(options, list) for options in listed.value.values()) else None


def issues(root: Node, findings: Findings) -> dict[str, tuple[str, ...]]:
    """The issues of a domain, or of a profile, and their options."""
    listed = root.get("issues")
    found = {name: _options(name, node, findings) for name, node in _pairs(listed, findings, "issues").items()}
    if not found and not findings.problems:
        findings.refuse((listed or root).at, "no issue", "at least one issue with options")
    return found


def utility(root: Node, domain: Issues, findings: Findings) -> Utility | None:
    """What the options of a domain are worth to the party of a profile."""
    weighed = _of_each(root, "issueWeights", domain, findings)
    weights = {name: findings.weight(node.at, node.text(), name) for name, node in weighed.items()}
    listed = _of_each(root, "issues", domain, findings)
    points = {name: _values(name, node, domain[name], findings) for name, node in listed.items()}
    reserved = root.get("reservationValue")
    no_deal = findings.number(reserved.at, reserved.text(), "the reservationValue") if reserved else None
    return Utility(points, {name: weight for name, weight in weights.items() if weight is not None}, no_deal)


def _options(name: str, node: Node, findings: Findings) -> tuple[str, ...]:
    if isinstance(node.value, dict):
        options = [option for option, _ in node.pairs(findings, name)]
    else:
        options = [text for item in node.items(findings, f"the options of {name}") if (text := item.text()) is not None]
    if not options and not findings.problems:
        findings.refuse(node.at, f"the issue {name} without options", "at least one option")
    return tuple(dict.fromkeys(options))


def _pairs(node: Node | None, findings: Findings, what: str) -> dict[str, Node]:
    return dict(node.pairs(findings, what)) if node is not None else {}


def _of_each(root: Node, key: str, domain: Issues, findings: Findings) -> dict[str, Node]:
    """The entries of the issues of a domain; a mistake for each that is missing and each that is no issue."""
    written = root.get(key)
    listed = _pairs(written, findings, key)
    for name in (n for n in domain if n not in listed):
        findings.refuse((written or root).at, f"no {key} for {name}", f"{key} for every issue", listed, name)
    for name in (n for n in listed if n not in domain):
        findings.refuse(listed[name].at, f"{key} for {name}", "an issue of the domain", domain, name)
    return {name: listed[name] for name in domain if name in listed}


def _values(name: str, node: Node, options: tuple[str, ...], findings: Findings) -> dict[str, Fraction]:
    listed = _pairs(node, findings, f"the values of {name}")
    missing = [option for option in options if option not in listed]
    if missing:
        findings.refuse(node.at, f"no value of {name}: {few(missing)}", "a value of every option")
    known = frozenset(options)
    for option in (o for o in listed if o not in known):
        findings.refuse(listed[option].at, f"a value of {option} of {name}", "an option of the domain", missing, option)
    found = {o: findings.number(n.at, n.text(), f"the value of {o} of {name}") for o, n in listed.items()}
    return {option: value for option in options if (value := found.get(option)) is not None}


FORM = Form("NegoLog JSON", kind, issues, utility, with_domain=True)
