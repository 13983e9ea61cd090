"""Shares with their ranges as a figure: a Vega-Lite description, which others render."""

from textwrap import wrap
from typing import Any

from .result import NOT_DECIDED, Agreement, Share

_WIDE, _TALL, _LETTERS = 420, 20, 130


def shares_figure(agreement: Agreement) -> dict[str, Any]:
    """For each option the range over the priors of the share of readings whose Nash package holds it.

    A range that is too wide is drawn pale and without its ends: the sources do not decide.
    """
    options = [s for s in agreement.shares if s.about == "option"]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "description": "Options by the share of readings in which the Nash package holds them, as a range over the priors.",
        "title": {
            "text": "How often the Nash package holds an option", "anchor": "start",
            "subtitle": wrap(" ".join((*agreement.notes, agreement.prior_sentence)), _LETTERS),
        },
        "data": {"values": [_value(share) for share in options]},
        "width": _WIDE, "height": {"step": _TALL},
        "encoding": {"y": {"field": "option", "type": "nominal", "sort": None, "title": None, "axis": {"labelLimit": 420}}},
        "layer": [
            {
                "mark": {"type": "bar", "height": 8, "cornerRadius": 2},
                "encoding": {
                    "x": {
                        "field": "low", "type": "quantitative", "scale": {"domain": [0, 1]}, "axis": {"format": "%"},
                        "title": "share of readings whose Nash package holds the option, over the priors",
                    },
                    "x2": {"field": "high"},
                    "color": {
                        "field": "told", "type": "nominal", "title": None, "legend": {"orient": "bottom", "labelLimit": 400},
                        "scale": {"domain": ["range over the priors", NOT_DECIDED], "range": ["#0072b2", "#8a939e"]},
                    },
                    # Pale on light and on dark ground alike.
                    "opacity": {
                        "field": "told", "type": "nominal", "legend": None,
                        "scale": {"domain": ["range over the priors", NOT_DECIDED], "range": [1, 0.3]},
                    },
                },
            }
        ],
    }  # fmt: skip


def _value(share: Share) -> dict[str, Any]:
    # A share under every prior is one point: a bar of no width would not be seen.
    low, high = share.range if share.decided else (0.0, 1.0)
    high = max(high, low + 0.004) if share.decided else high
    told = "range over the priors" if share.decided else NOT_DECIDED
    return {"option": share.what.removeprefix("The Nash package holds "), "low": low, "high": high, "told": told}
