"""What claims say of positions: whose, on which issue, how firm, with which reserve, who tells it; support; conditions."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..case.kinds import AGAINST
from ..case.own_words import capital, condition_of, one_line, option_label, reserve_of, short_title, stance_of
from ..language.folding import fold
from ..language.ids import slug
from ..language.phrase_kind import Kind, kind_of
from ..language.quantities.quantity import quantities
from ..language.wording import wording
from ..record import Claim
from .changes import Change
from .index import Index
from .made import Made, speaker

ALIKE = 0.5
"""Share of common stems from which two values are taken to answer one question, where the account does not name it."""


_FIRST_AMOUNT = re.compile(
    r"^(?:(?:at least|at most|up to|about|some|only) )?"
    r"(?:\d[\d.,]*|half|one|two|three|four|five|six|ten) (?:per cent of |percent of |% of )?(?!of )",
    re.I,
)
"""How much of a thing is wanted, before the words for it."""
_AMOUNT = re.compile(
    r"(?: (?:of|by|at|for|to|from|within|until|in|on|about|at least|at most|up to|only|some))* [^\s\d]?\d"
)
"""The same behind them: ` of 40,000 tonnes`."""


def positions(index: Index, claim: Claim) -> Iterator[Made]:
    """A position, or of a third party what it supports; an issue or an option that the talks have not comes with it."""
    stance, party = stance_of(claim), _party(index, claim)
    if stance is None or party is None or not one_line(claim.value):
        return
    issue, option, first = _issue_and_option(index, claim)
    teller = speaker(index, claim)
    told_by = _teller(index, claim, party, teller)
    if told_by == "":
        return
    new = (
        ""
        if not first
        else ", a new issue"
        if first[0].steps[0] == "issues" and len(first[0].steps) == 2
        else ", a new option"
    )
    label, words = index.label(party), f"{_wants(stance, claim)}{new}"
    if stance == "supports" and index.place_of(party) == "third_parties" and told_by is None:
        yield Made(
            "support",
            ("support",),
            {"by": party, "issue": issue, "option": option},
            f"Support: {label} {words}",
            first=first,
        )
        return
    held = {"party": party, "issue": issue, "option": option, "stance": stance, "told_by": told_by}
    kind = "objection" if stance in AGAINST.values() else "position"
    where = {"meeting": lambda one: index.meeting(one.meeting)}
    yield Made(kind, ("positions",), held, f"A position: {label} {words}", own_id="p", first=first, common=where)


_WITH_TO = frozenset({"demands", "proposes", "refuses"})


def _wants(stance: str, claim: Claim) -> str:
    """What is wanted, as a phrase where its words surely make one with the verb; else the report's own words beside the verb."""
    verb, words = stance.replace("_", " "), option_label(claim)
    kind = kind_of(words)
    if kind in (Kind.NOUN, Kind.NONE) or (kind is Kind.TO and stance in _WITH_TO):
        return f"{verb} {words}"
    if kind is Kind.DO and stance == "refuses":
        return f"{verb} to {words}"
    if words.startswith("that ") and stance in _WITH_TO:
        return f"{verb} {words}"
    return f"{verb}, in the report’s words: “{one_line(claim.words or claim.value)}”"


def _party(index: Index, claim: Claim) -> str | None:
    """Whose position it is: the subject's, or that of the side for which the subject speaks in this claim."""
    return index.side(claim.subject) or (index.side(claim.for_party) if index.actor(claim.subject) else None)


def _teller(index: Index, claim: Claim, party: str, teller: str | None) -> str | None:
    """Who tells it; None for the source or the party itself, empty for somebody whom the talks have no entry for."""
    if teller is None:
        who = index.id(claim.subject)
        return who if who != party else None
    if index.place_of(teller.removesuffix("?")) not in ("parties", "third_parties", "people", "delegations"):
        return ""
    return None if teller == party else teller


def _issue_and_option(index: Index, claim: Claim) -> tuple[str, str, tuple[Change, ...]]:
    label, name = option_label(claim), _name(index, claim)
    issue = _issue(index, claim, name)
    if issue is not None:
        option = claim.option if _holds(index, claim, issue) else _option(index, issue, label)
        if option is not None:
            return issue, option, ()
        key = _free(index, issue, label)
        return issue, key, (Change("put", ("issues", issue, "options", key), label),)
    title = name if name and not _picked(claim, name) else _title(claim) or name
    new, key = index.new_id(title, "issue"), slug(label) or "option"
    return new, key, (Change("put", ("issues", new), {"title": capital(title), "options": {key: label}}),)


def _picked(claim: Claim, name: str) -> bool:
    """Whether an issue's name is one word that a program picked out of the value: what it means alone, nobody has said."""
    return " " not in name and claim.status != "edited" and fold(name) in fold(one_line(claim.value)).split()


def _title(claim: Claim) -> str:
    """The report's own words for what a position is about, without how much of it is wanted."""
    words = short_title(one_line(claim.value))
    return _AMOUNT.split(_FIRST_AMOUNT.sub("", words))[0].strip(" ,:“”\"'")


def _name(index: Index, claim: Claim) -> str:
    """The issue's name as the account gives it; that of somebody who acts is no issue."""
    name = str(claim.issue or claim.qualifiers.get("issue") or "").replace("_", " ").strip()
    return "" if index.actor(name) or index.actor(f"{name} side") else name


def _issue(index: Index, claim: Claim, name: str) -> str | None:
    """The issue of the talks that a position answers: the one that the account names, else one with answers in the same words."""
    if claim.issue is not None and index.place_of(claim.issue) == "issues":
        return index.id(claim.issue)  # `the missing` means an issue by its title
    issues = (index.plain.get("issues") or {}).items()
    if name:
        same = next((key for key, entry in issues if fold(str((entry or {}).get("title", ""))) == fold(name)), None)
        return same or _called(index, name)
    alike = {key: _alike(claim, entry or {}) for key, entry in issues}
    best = max(alike, key=lambda key: alike[key], default=None)
    return best if best is not None and alike[best] >= ALIKE else None


def _called(index: Index, name: str) -> str | None:
    """The issue on which a position rests on a claim that gives its issue the same name."""
    for position in index.plain.get("positions") or ():
        claims = (index.claims.get(key) for key in position.get("claims", ()))
        if any(claim is not None and fold(_name(index, claim)) == fold(name) for claim in claims):
            return str(position["issue"])
    return None


def _alike(claim: Claim, issue: Mapping[str, Any]) -> float:
    """The share of a value's meaningful stems that the likest answer of an issue has, too."""
    stems = wording(one_line(claim.value)).stems
    answers = [str(text) for text in (issue.get("options") or {}).values()]
    if any(fold(text) == fold(option_label(claim)) for text in answers):
        return 1.0
    return max((len(stems & wording(text).stems) / len(stems) for text in answers if stems), default=0.0)


def _holds(index: Index, claim: Claim, issue: str) -> bool:
    """Whether the option that the claim names is there, with its reserve."""
    label = index.at("issues", issue, "options", claim.option or "")
    reserve = reserve_of(claim)
    return label is not None and (reserve is None or str(label).endswith(f"({reserve})"))


def _option(index: Index, issue: str, label: str) -> str | None:
    options = index.at("issues", issue, "options") or {}
    return next(
        (key for key, text in options.items() if fold(text) == fold(label) or _means(text) == _means(label)), None
    )


def _means(label: str) -> tuple[object, ...]:
    """What two labels of one answer share: words that carry meaning, denial, numbers, the reserve."""
    said = wording(label)
    numbers = frozenset((n.low, n.high) for n in quantities(label))
    return said.stems or said.folded, said.negative, numbers, label.rpartition(" (")[2] if label.endswith(")") else ""


def _free(index: Index, issue: str, label: str) -> str:
    options, short = index.at("issues", issue, "options") or {}, slug(label) or "option"
    key, number = short, 1
    while key in options:
        number += 1
        key = f"{short}-{number}"
    return key


def conditions(index: Index, claim: Claim) -> Iterator[Made]:
    """What the accounts themselves word as `this only if that`."""
    who, condition = index.actor(claim.subject), condition_of(claim)
    if who is not None and condition is not None:
        what, only_if = condition
        told = f"A condition of {index.label(who)}: {what} only if {only_if}"
        yield Made("condition", ("conditions",), {"by": who, "what": what, "only_if": only_if}, told, own_id="c")
