"""What formats of mappings have in common: an entry for each issue of a domain, and a number for each option of an issue."""

from fractions import Fraction

from .findings import Findings, few
from .form import Issues
from .plain import Node


def of_each_issue(written: Node | None, holder: Node, key: str, domain: Issues, findings: Findings) -> dict[str, Node]:
    """The entries of a mapping, by issue; a mistake for each issue that is missing and each entry that is no issue.

    `holder`: where it should stand, under `key`.
    """
    listed = dict(written.pairs(findings, key)) if written is not None else {}
    for name in (n for n in domain if n not in listed):
        findings.refuse((written or holder).at, f"no {key} for {name}", f"{key} for every issue", listed, name)
    for name in (n for n in listed if n not in domain):
        findings.refuse(listed[name].at, f"{key} for {name}", "an issue of the domain", domain, name)
    return {name: listed[name] for name in domain if name in listed}


def of_each_option(name: str, values: Node, options: tuple[str, ...], findings: Findings) -> dict[str, Fraction]:
    """The numbers of a mapping, by option of an issue; likewise."""
    listed = dict(values.pairs(findings, f"the values of {name}"))
    missing = [option for option in options if option not in listed]
    if missing:
        findings.refuse(values.at, f"no value of {name}: {few(missing)}", "a value of every option")
    known = frozenset(options)
    for option in (o for o in listed if o not in known):
        findings.refuse(listed[option].at, f"a value of {option} of {name}", "an option of the domain", missing, option)
    found = {o: findings.number(n.at, n.text(), f"the value of {o} of {name}") for o, n in listed.items()}
    return {option: value for option in options if (value := found.get(option)) is not None}
