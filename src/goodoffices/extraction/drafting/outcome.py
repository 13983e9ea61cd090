"""What came out: agreed, not agreed, next; and what was signed."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...record import Claim, fold, polarity
from ...talks import UNSAID, Day, Instrument, NextStep, Outcome, Result, Signature
from .account import one_line, values_of
from .ids import NewIds
from .sheet import SAID, Sheet, ids

# `did not result in any agreement` is no agreement.
_NONE = re.compile(r"^(?:did |has |have )?not (?:result in|lead to|produce|reach|bring|yield) (?:any |an? )", re.I)
_KINDS = "agreement memorandum protocol statement communique declaration treaty accord pact roadmap charter".split()


def outcome(sheet: Sheet) -> Outcome:
    """The results, each once however many accounts tell it."""
    agreed: dict[tuple[str, ...], list[Claim]] = {}
    open_: dict[tuple[str, ...], list[Claim]] = {}
    following: dict[tuple[str, ...], list[Claim]] = {}
    for claim in sheet.claims:
        if claim.type != "outcome" or not _has_place(sheet, claim):
            continue
        key = (fold(str(claim.value)), sheet.meeting_of(claim) or "", *_between(sheet, claim))
        if claim.predicate == "next" or claim.qualifiers.get("next_step") is True:
            if claim.modality in SAID | {"future", "possible", "conditional", "aim"}:
                following.setdefault(key, []).append(claim)
        elif claim.predicate == "not_agreed" or claim.modality == "negated" or _says_no(claim):
            if claim.modality in SAID | {"negated"} and not (
                claim.predicate == "not_agreed" and claim.modality == "negated"
            ):
                open_.setdefault(key, []).append(claim)
        elif claim.predicate == "agreed" and claim.modality in SAID:
            agreed.setdefault(key, []).append(claim)
    return Outcome(
        agreed=tuple(_result(sheet, claims) for claims in agreed.values()),
        not_agreed=tuple(_result(sheet, claims) for claims in open_.values()),
        next=tuple(_next(sheet, claims) for claims in following.values()),
    )


def _has_place(sheet: Sheet, claim: Claim) -> bool:
    """Whether the talks have something that it concerns: a meeting, or a side."""
    return sheet.meeting_of(claim) is not None or bool(_between(sheet, claim))


def _says_no(claim: Claim) -> bool:
    return claim.predicate == "result" and str(claim.value).lower().startswith(("no ", "none", "nothing", "without "))


def _between(sheet: Sheet, claim: Claim) -> tuple[str, ...]:
    named = [claim.subject, claim.for_party or "", *claim.subject.split("; ")]
    by_name = {name: key for key in sheet.sides for name in (key, *sheet.actors[key].printed)}
    return tuple(dict.fromkeys(by_name[name] for name in named if name in by_name))


def _result(sheet: Sheet, claims: list[Claim]) -> Result:
    first = claims[0]
    if first.predicate == "not_agreed" and (none := polarity(first)).general:
        first = replace(first, value=f"no {none.value}")
    words = _NONE.sub("no ", one_line(first.value))
    denied = first.modality == "negated" and not words.lower().startswith(("no ", "not ", "none", "without "))
    return Result(
        text=f"Not agreed: {words}" if denied and first.predicate == "agreed" else f"No {words}" if denied else words,
        meeting=sheet.meeting_of(first), between=_between(sheet, first), claims=ids(claims),
    )  # fmt: skip


def _next(sheet: Sheet, claims: list[Claim]) -> NextStep:
    first = claims[0]
    return NextStep(
        text=one_line(first.value), date=_when(claims), meeting=sheet.meeting_of(first), between=_between(sheet, first),
        claims=ids(claims),
    )  # fmt: skip


def _when(claims: list[Claim]) -> Day:
    """The day of a next step, where a value or a qualifier is one."""
    for claim in claims:
        for told in (*values_of(claim), *(claim.qualifiers.get(key) for key in ("when", "date", "day"))):
            try:
                return Day.parse(str(told))
            except ValueError:
                continue  # `in the coming weeks` is no day
    return UNSAID


class Papers:
    """The documents that are told to be signed, by title."""

    def __init__(self, claims: Iterator[Claim], new: NewIds) -> None:
        self.titles: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        for claim in claims:
            title = str(claim.value).strip()
            if title and fold(title) not in self._ids:
                key = new.new(title, otherwise="instrument")
                self._ids[fold(title)], self.titles[key] = key, title

    def find(self, title: str) -> str | None:
        """The id of a document by its title."""
        return self._ids.get(fold(title))


def is_signature(claim: Claim) -> bool:
    """Whether it tells that somebody signed something."""
    return (
        claim.type == "signature"
        and claim.predicate == "signed"
        and claim.modality in SAID
        and isinstance(claim.value, str)
    )


def instruments(sheet: Sheet, papers: Papers) -> dict[str, Instrument]:
    """The documents with those who signed them."""
    told: dict[str, list[Claim]] = {key: [] for key in papers.titles}
    for claim in filter(is_signature, sheet.claims):
        if str(claim.value) in told:
            told[str(claim.value)].append(claim)
    return {key: _instrument(sheet, papers.titles[key], claims) for key, claims in told.items() if claims}


def _instrument(sheet: Sheet, title: str, claims: list[Claim]) -> Instrument:
    signed: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.subject in sheet.actors:
            signed.setdefault(claim.subject, []).append(claim)
    sides = {who: sheet.side_of.get(who) for who in signed}
    return Instrument(
        title=title, kind=next((kind for kind in _KINDS if kind in fold(title)), "text"),
        meeting=next((claim.meeting for claim in claims if claim.meeting), None),
        between=tuple(dict.fromkeys(side for side in sides.values() if side is not None)),
        signatures=tuple(
            Signature(who=who, of=sides[who] if sides[who] != who else None, claims=ids(its)) for who, its in signed.items()
        ),
        claims=ids(claims),
    )  # fmt: skip
