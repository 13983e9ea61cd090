"""Predicates that take a sentence of their own: what is told as so, what is denied, and what lies ahead."""

import re
from typing import NamedTuple

from ..case.kinds import HOPED
from ..record import Claim
from ..talks import Day
from .english import on

_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}")


class Told(NamedTuple):
    """The verb of a predicate; `{was}` and `{is_}` follow the number of the subject, `{issue}` is a question of the talks."""

    so: str
    denied: str
    ahead: str


VERBS: dict[str, Told] = {
    "topic": Told("dealt with", "did not deal with", "{is_} to deal with"),
    "begins": Told("began", "did not begin", "{is_} to begin"),
    "ends": Told("ended", "did not end", "{is_} to end"),
    "part_of": Told("{was} part of", "{was} not part of", "{is_} to be part of"),
    "convenes": Told("convened", "did not convene", "{is_} to convene"),
    "invited": Told("{was} invited to", "{was} not invited to", "{is_} to be invited to"),
    "accompanies": Told("accompanied", "did not accompany", "{is_} to accompany"),
    "numbers": Told("numbered", "did not number", "{is_} to number"),
    "only_if": Told("made {issue} depend on:", "did not make {issue} depend on:", "{is_} to make {issue} depend on:"),
    "in_exchange_for": Told(
        "wanted in exchange on {issue}:", "wanted nothing in exchange on {issue}:", "may want in exchange on {issue}:"
    ),
    "changed": Told("changed on {issue}:", "did not change on {issue}:", "may change on {issue}:"),
}  # fmt: skip
"""By predicate; what stands here is in no other list of words for predicates."""


def verb(claim: Claim, denied: bool, plural: bool, issue: str | None) -> str:
    """The verb of a claim of one of these predicates, up to its value."""
    forms = VERBS[claim.predicate]
    form = forms.denied if denied else forms.ahead if claim.modality in HOPED else forms.so
    if issue is None:
        form = form.replace(" on {issue}:", ":").replace("{issue} depend on:", "it depend on:")
    return form.format(was="were" if plural else "was", is_="are" if plural else "is", issue=issue)


def moment(value: str) -> str:
    """When a meeting began or ended: `on 3 May 2031`, `at 10:30`; other words as they stand."""
    try:
        return on(Day.parse(value)) or "at a time that is not said"
    except ValueError:
        return f"at {value}" if _CLOCK.fullmatch(value) else value
