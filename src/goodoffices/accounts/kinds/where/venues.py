"""The house or spot in which a report has them meet: of all places that it names the likeliest, by what stands around."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ....language.folding import Span
from ...align import Aligned
from ...model import Kind
from ...reading.once import once
from ...reading.passages import Account
from ...reading.spots import Spot, spots
from ...words import COMING, MEETING, NEXT, VENUES_OF, class_of, pattern
from ...words.no_spots import NO_SPOT
from ..moments import hours
from ..values import Value, Verdict

WEIGHTS: Mapping[str, float] = {
    "": -4.5, "meets": 1.9, "next": 0.4, "group": 1.0, "has room": 2.0, "name": 0.5, "early": 1.4, "first half": 0.7, "where": 0.8, "label": 0.5, "head": -1.9, "bare": -1.6,
    "abstract": -0.7, "no spot": -1.9, "number": -1.6, "denied": -0.9, "on": -1.5, "beside": -1.0, "from": -2.0,
}  # fmt: skip
"""What each sign counts for a place's being that of the meeting; fitted (logistic regression) by `benchmarks.fit_venues`."""
LEAST = -2.2
"""What speaks for a place, at least, for it to be that of the meeting."""
_GROUP = re.compile(
    r"\b(?:we|they|both|parties|sides|delegations?|teams?|envoys|the two|pair|talks?|meeting|session|sitting|round|dialogue|conference|negotiations?|it"
    r"|ми|вони|сторони|делегації|мы|они|стороны|делегации|taraflar|heyetler|biz|görüşmeler|toplantı)\b",
    re.I,
)
_AHEAD = re.compile(r"\b(?:will|is to|are to)\b", re.I)
_TAIL = re.compile(r"\s(?:of|in|on|at|outside|above|near|below|off|by)\s.*$", re.I)
_BARE = re.compile(r"(?!the\b|a\b|an\b|its\b|their\b|our\b|his\b|her\b|my\b|one\b)[^\W\d_]", re.I)
_ABSTRACT = re.compile(
    r"(?:(?<!stat)(?<!miss)(?<!pavil)(?<!legat)(?<!mans)(?<!delegat)ion|ness|ment|ship|ing|ance|ence)s?$(?<!building)(?<!ship)"
)
_DENIED = re.compile(r"\b(?:not|instead of|rather than|never|не|değil)\b", re.I)


class Venues:
    """Another house, room or spot for the meeting of which both tell."""

    kind: Kind = "place"

    def values(self, account: Account) -> Sequence[Value]:
        """Where a report has them meet: the likeliest of the places that it names."""
        return _venue(account)

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether both places have a word in common, or each report knows the other's."""
        (keys, sure), (other_keys, other_sure) = v.said, w.said
        if keys & about_of(w) or other_keys & about_of(v):
            return Verdict(True, 0.5)
        known = bool(_named(keys) & aligned.b.frequency.keys()) + bool(_named(other_keys) & aligned.a.frequency.keys())
        return Verdict(False, min(sure, 1.0) + min(other_sure, 1.0) - 0.5 * known)


def about_of(v: Value) -> frozenset[str]:
    """What a place is called, and the town in which it is."""
    return v.passage.keys_in(v.span) - {"@meeting"}


def _named(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(k for k in keys if k.startswith("="))


@once
def _venue(account: Account) -> Sequence[Value]:
    best = max(
        ((sum(map(WEIGHTS.__getitem__, signs(account, s))), -s.span.start, s) for s in _all(account)),
        default=None,
        key=lambda f: f[:2],
    )
    if best is None or best[0] < LEAST:
        return ()
    sure, _, spot = best
    return (Value(spot.passage, spot.span, (keys_of(spot), sure), "venue"),)


@once
def _all(account: Account) -> tuple[Spot, ...]:
    timed = [(p, [found[0] for found in hours(p)]) for p in account.passages]
    return tuple(s for p, times in timed for s in spots(p) if not any(t.meets(s.span) for t in times))


def keys_of(spot: Spot) -> frozenset[str]:
    """What it is called, but for the town in which it is: `the hall of Grebin` and `the library of Grebin` are two."""
    keys = frozenset(k for k in spot.passage.keys_in(spot.span) if not k.startswith("@"))
    tail = _TAIL.search(spot.what) if spot.passage.language == "en" else None
    if tail is None:
        return keys
    end = spot.span.end - len(tail[0].rstrip())
    return frozenset(k for k in spot.passage.keys_in(Span(spot.span.start, end)) if not k.startswith("@")) or keys


def signs(account: Account, spot: Spot) -> Iterator[str]:
    """What speaks for and against a place's being that of the meeting."""
    p, at = spot.passage, spot.span.start - spot.passage.start
    clause = p.clause_at(spot.span.start)
    said = p.text[clause.start - p.start : clause.end - p.start]
    ahead = any(class_of(table, p.language).search(said) for table in (NEXT, COMING)) or _AHEAD.search(said)
    yield ""
    if class_of(MEETING, p.language).search(said):
        yield "next" if ahead else "meets"
    if _GROUP.search(p.text, clause.start - p.start, at):
        yield "group"
    yield from _of_words(spot)
    share = p.start / max(len(account.text), 1)
    yield from (["early"] if share < 0.2 else []) + (["first half"] if share < 0.5 else [])
    if _DENIED.search(p.text, max(at - 30, 0), at):
        yield "denied"
    if any(d.start < spot.span.end and spot.span.start < d.end for d in p.days) or re.search(r"\d", spot.what):
        yield "number"


def _of_words(spot: Spot) -> Iterator[str]:
    """What the words of a place show of it."""
    language = spot.passage.language
    venue = pattern(VENUES_OF[language])
    core = (_TAIL.sub("", spot.what) if language == "en" else spot.what).split() or [spot.what]
    head = re.sub(r"['’]s$", "", core[-1 if language in ("en", "tr") else 0])
    if venue.search(spot.what):
        yield "has room"
    if re.search(r"(?-i:\b[^\W\d_a-zа-яёіїєґçğıöşü])", spot.what):
        yield "name"
    if language == "en" and _BARE.match(spot.what) and spot.what[:1].islower():
        yield "bare"
    if language == "en" and _ABSTRACT.search(head.lower()):
        yield "abstract"
    if any(map(NO_SPOT[language].match, (head, core[0]) if language != "tr" else (head,))):
        yield "no spot"
    if spot.form in WEIGHTS:
        yield spot.form
    elif spot.form in ("from", "від", "от", "из", "до"):
        yield "from"
    elif spot.form in (
        "around",
        "under",
        "beneath",
        "near",
        "behind",
        "beside",
        "outside",
        "за",
        "біля",
        "під",
        "под",
        "возле",
        "около",
        "при",
    ):
        yield "beside"


def is_spot(spot: Spot) -> bool:
    """Whether its words may name a place: no time, nothing in writing, no state of things."""
    told = set(_of_words(spot))
    numbered = any(d.start < spot.span.end and spot.span.start < d.end for d in spot.passage.days)
    return not told & {"abstract", "no spot", "bare", "from"} and not numbered and not re.search(r"\d", spot.what)
