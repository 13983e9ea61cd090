"""NegoLog JSON: a profile holds its domain, as the options of each issue with what each is worth, and the weights beside it.

The utility of a package is the sum, over the issues, of weight times value of the option taken. A file of the same layout that
lists the options of each issue without values is a domain.
"""

from ..scenario import Utility
from .entries import of_each_issue, of_each_option
from .findings import Findings
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
    pairs = listed.pairs(findings, "issues") if listed is not None else ()
    found = {name: _options(name, node, findings) for name, node in pairs}
    if not found and not findings.problems:
        findings.refuse((listed or root).at, "no issue", "at least one issue with options")
    return found


def utility(root: Node, domain: Issues, findings: Findings) -> Utility | None:
    """What the options of a domain are worth to the party of a profile."""
    weighed = of_each_issue(root.get("issueWeights"), root, "issueWeights", domain, findings)
    weights = {name: findings.weight(node.at, node.text(), name) for name, node in weighed.items()}
    listed = of_each_issue(root.get("issues"), root, "issues", domain, findings)
    points = {name: of_each_option(name, node, domain[name], findings) for name, node in listed.items()}
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


FORM = Form("NegoLog JSON", kind, issues, utility, with_domain=True)
