"""Genius XML: a domain file with issues and items, and a profile for each party (Lin, Kraus, Baarslag and others 2014).

The utility of a package is the sum, over the issues, of weight times evaluation of the item taken, divided by the largest
evaluation of that issue; it is not rescaled. Only items directly within an issue are its options. Domain and profile are
matched by the names of issues and items, weights by the profile's own index of the issue.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from ..scenario import Utility
from .findings import Findings, few
from .form import Form, Issues, Kind
from .integers import evaluated, is_range, numbers
from .xml import Element

_NESTS = ("utility_space", "objective")
_BEYOND = frozenset({"ufun", "hyperrectangle", "constraint", "inclusion", "exclusion"})


def kind(root: Element) -> Kind | None:
    """What a file is, by its content."""
    if root.tag == "negotiation_template":
        return "domain"
    if root.tag != "utility_space":
        return None
    valued = any(e.tag == "weight" or "evaluation" in e.attributes or e.tag.lower() in _BEYOND for e in root.all())
    return "profile" if valued else "domain"


def issues(root: Element, findings: Findings) -> dict[str, tuple[str, ...]]:
    """The issues of a domain and their options."""
    found = {name: tuple(_options(name, issue, findings)) for name, issue in _by_name(root, findings).items()}
    if not found and not findings.problems:
        findings.refuse(root.at, "no issue", "at least one issue with items")
    return found


def utility(root: Element, domain: Issues, findings: Findings) -> Utility | None:
    """What the options of a domain are worth to the party of a profile; None where the file says something else."""
    if strange := next((e for e in root.all() if e.tag.lower() in _BEYOND), None):
        expected = "an additive utility space: issues with items, evaluations and weights"
        findings.refuse(strange.at, f"a utility space with <{strange.tag}>, which is not additive", expected)
        return None
    own = _by_name(root, findings)
    for name in (n for n in own if n not in domain):
        findings.refuse(own[name].at, f"the issue {name}", "an issue of the domain", domain, name)
    weights = _weights(root, own, findings)
    points = {}
    for name, options in domain.items():
        if name in own:
            points[name] = _points(name, own[name], options, findings)
        else:
            findings.refuse(root.at, f"no issue {name}", "every issue of the domain", own, name)
    discount = _single(root, "discount_factor", findings)
    if discount is not None:
        findings.discount(root.at, discount)
    return Utility(points, weights, _single(root, "reservation", findings), discount)


def _issues(element: Element) -> Iterator[Element]:
    """The issues within objectives, which may stand within each other."""
    for child in element.children:
        if child.tag == "issue":
            yield child
        elif child.tag in _NESTS:
            yield from _issues(child)


def _by_name(root: Element, findings: Findings) -> dict[str, Element]:
    found: dict[str, Element] = {}
    for issue in _issues(root):
        name = issue.text("name")
        if name is None:
            findings.refuse(issue.at, "an issue without a name", "its name")
        elif name in found:
            first = f"the issue {name} a second time (first on line {found[name].at.line})"
            findings.refuse(issue.at, first, "each issue once")
        else:
            found[name] = issue
    return found


def _options(name: str, issue: Element, findings: Findings) -> list[str]:
    if is_range(issue):
        return [str(n) for n in numbers(name, issue, findings)]
    options: dict[str, Element] = {}
    for item in issue.named("item"):
        value = item.text("value")
        if value is None:
            findings.refuse(item.at, f"an item of {name} without a value", "its value, which is its name")
        elif value in options:
            findings.note(item.at, f"the item {value} of {name} is listed a second time; it is one option")
        else:
            options[value] = item
    if not options:
        findings.refuse(issue.at, f"the issue {name} without options", "at least one item")
    return list(options)


def _weights(root: Element, own: Mapping[str, Element], findings: Findings) -> dict[str, Fraction]:
    written: dict[str, Element] = {}
    for element in root.all():
        if element.tag != "weight":
            continue
        index = element.text("index")
        if index is None:
            findings.refuse(element.at, "a weight without an index", "the index of its issue")
            continue
        if index in written:
            findings.note(element.at, f"a second weight for the index {index}; the last one counts")
        written[index] = element
    return dict(_issue_weights(own, written, root, findings))


def _issue_weights(
    own: Mapping[str, Element], written: Mapping[str, Element], root: Element, findings: Findings
) -> Iterator[tuple[str, Fraction]]:
    holders: dict[str, str] = {}
    for name, issue in own.items():
        index = issue.text("index")
        if index is None:
            findings.refuse(issue.at, f"the issue {name} without an index", "the index that its weight names")
        elif index in holders:
            findings.refuse(issue.at, f"the index {index} for {holders[index]} and for {name}", "an index of its own")
        elif index not in written:
            findings.refuse(issue.at, f"no weight for {name} (index {index})", "a weight for every issue")
        else:
            holders[index] = name
            weight = findings.weight(written[index].at, written[index].text("value"), name)
            if weight is not None:
                yield name, weight
    objectives = {element.text("index") for element in root.all() if element.tag == "objective"}
    for index in (i for i in written if i not in {issue.text("index") for issue in own.values()} | objectives):
        findings.refuse(written[index].at, f"a weight for the index {index}", "the index of an issue")


def _points(name: str, issue: Element, options: tuple[str, ...], findings: Findings) -> dict[str, Fraction]:
    """Each option's evaluation divided by the largest one of the issue."""
    listed = _evaluations(name, issue, findings)
    if not listed and is_range(issue):
        return evaluated(name, issue, options, findings)
    missing = [option for option in options if option not in listed]
    known_options = frozenset(options)
    for option in (o for o in listed if o not in known_options):
        findings.refuse(listed[option][0].at, f"the item {option} of {name}", "an item of the domain", missing, option)
    if missing:
        findings.refuse(issue.at, f"no evaluation of {name}: {few(missing)}", "an evaluation of every item")
    known = {option: value for option, (_, value) in listed.items() if value is not None}
    largest = max(known.values(), default=Fraction())
    if largest <= 0 and any(known.values()):
        findings.refuse(issue.at, f"no evaluation of {name} above 0", "at least one, by which all are divided")
        return {}
    return {option: value / largest if largest else Fraction() for option, value in known.items()}


def _evaluations(name: str, issue: Element, findings: Findings) -> dict[str, tuple[Element, Fraction | None]]:
    found: dict[str, tuple[Element, Fraction | None]] = {}
    for item in issue.named("item"):
        value = item.text("value")
        if value is None:
            findings.refuse(item.at, f"an item of {name} without a value", "its value, which is its name")
            continue
        if value in found:
            findings.note(item.at, f"the item {value} of {name} is listed a second time; the last one counts")
        found[value] = item, findings.number(item.at, item.text("evaluation"), f"the evaluation of {value} of {name}")
    return found


def _single(root: Element, tag: str, findings: Findings) -> Fraction | None:
    """A number that holds for the whole file; None where the file does not say it."""
    found = [e for holder in (root, *root.named("utility_space")) for e in holder.named(tag)]
    for again in found[1:]:
        findings.note(again.at, f"<{tag}> stands a second time; the last one counts")
    return findings.number(found[-1].at, found[-1].text("value"), f"the value of <{tag}>") if found else None


FORM = Form("Genius XML", kind, issues, utility)
