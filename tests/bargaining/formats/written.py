"""Writes small files of each format, as other programs write them."""

import json
from html import escape
from typing import Any

from .contract import Issues, Rows


def genius_domain(issues: Issues) -> str:
    listed = [
        f'<issue index="{n}" name="{escape(name)}" type="discrete">\n'
        + "".join(f'<item index="{k}" value="{escape(o)}">\n</item>\n' for k, o in enumerate(options, 1))
        + "</issue>\n"
        for n, (name, options) in enumerate(issues.items(), 1)
    ]
    return (
        "<negotiation_template>\n<utility_space>\n<objective index='0' name='x'>\n"
        + "".join(listed)
        + "</objective>\n</utility_space>\n</negotiation_template>\n"
    )


def genius_profile(issues: Issues, rows: Rows, weights: dict[str, Any], no_deal: Any = None) -> str:
    listed = [
        f'<issue index="{n}" name="{escape(name)}" type="discrete">\n'
        + "".join(
            f'<item index="{k}" value="{escape(o)}" evaluation="{rows[name][o]}">\n</item>\n'
            for k, o in enumerate(rows[name], 1)
        )
        + "</issue>\n"
        for n, name in enumerate(issues, 1)
    ]
    listed += [f'<weight index="{n}" value="{weights[name]}"/>\n' for n, name in enumerate(issues, 1)]
    end = "" if no_deal is None else f'<reservation value="{no_deal}"/>\n'
    return f"<utility_space>\n<objective index='0'>\n{''.join(listed)}</objective>\n{end}</utility_space>\n"


def geniusweb_domain(issues: Issues) -> str:
    return json.dumps(
        {"name": "x", "issuesValues": {i: {"values": options} for i, options in issues.items()}}, indent=1
    )


def geniusweb_profile(issues: Issues, rows: Rows, weights: dict[str, Any], no_deal: Any = None) -> str:
    space = {
        "name": "p",
        "issueUtilities": {i: {"DiscreteValueSetUtilities": {"valueUtilities": rows[i]}} for i in issues},
        "issueWeights": {i: weights[i] for i in issues},
        "domain": json.loads(geniusweb_domain(issues)),
    }
    if no_deal is not None:
        space["reservationBid"] = {"issuevalues": no_deal}
    return json.dumps({"LinearAdditiveUtilitySpace": space}, indent="\t")


def negmas_domain(issues: Issues) -> str:
    lines = ["issues:" if issues else "issues: []"]
    for name, options in issues.items():
        lines += [f"- name: {json.dumps(name)}", "  type: CategoricalIssue", "  values:" if options else "  values: []"]
        lines += [f"  - '{option}'" for option in options]
    return "\n".join([*lines, "name: x", "path: null", "type: DiscreteCartesianOutcomeSpace", ""])


def negmas_profile(issues: Issues, rows: Rows, weights: dict[str, Any], no_deal: Any = None) -> str:
    lines = [
        "name: p",
        f"reserved_value: {'null' if no_deal is None else no_deal}",
        "type: LinearAdditiveUtilityFunction",
    ]
    lines.append("values:")
    for name in issues:
        lines += [
            "- mapping:",
            *(f"    '{option}': {value}" for option, value in rows[name].items()),
            "  type: TableFun",
        ]
    return "\n".join([*lines, "weights:", *(f"- {weights[name]}" for name in issues), ""])
