"""What the pages show, worked out of the case: one source and its claims at a time, however many the case has."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from ..brief.phrases import Phrases
from ..case import Anchor, Case, gravest
from ..record import DEFINITIONS, GRAVITY, Claim, Relation
from ..synthesis import Offer
from .passages import Passage, Stretch, harmless, passage, stretches
from .store import Store

UNCERTAIN = Decimal("0.7")
ASKED = 20
"""Offers that a page shows at most, besides those of the claim just decided."""
_KINDS = {
    "people": "person", "parties": "party", "third_parties": "third party", "delegations": "delegation",
    "meetings": "meeting", "instruments": "instrument", "issues": "issue",
}  # fmt: skip
_STATUSES = ("proposed", "accepted", "edited", "rejected")


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims of a source are listed."""

    type: str = ""
    status: str = ""
    uncertain: bool = False

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Filter":
        """The filter that an address or a form asks for."""
        return cls(query.get("type", ""), query.get("status", ""), query.get("uncertain", "") == "yes")

    def takes(self, claim: Claim) -> bool:
        """Whether a claim is listed; one that a person entered is never uncertain."""
        unsure = claim.confidence is not None and claim.confidence < UNCERTAIN
        return (
            self.type in ("", claim.type)
            and self.status in ("", claim.status)
            and (not self.uncertain or (unsure and claim.status == "proposed"))
        )

    def query(self, **more: str) -> str:
        """The address's query with this filter."""
        mine = {"type": self.type, "status": self.status, "uncertain": "yes" if self.uncertain else ""}
        return urlencode({key: value for key, value in {**mine, **more}.items() if value})


@dataclass(frozen=True, slots=True)
class Row:
    """A claim as the list shows it."""

    claim: Claim
    says: str
    current: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What one claim offers for talks.yaml; where accounts differ, beside what the others would put in its place."""

    claim: str
    offers: tuple[tuple[Offer, str], ...]
    """The offers, each with the publisher of its claim."""
    choice: bool


@dataclass(frozen=True)
class SourceView:
    """The page of one source."""

    key: str
    title: str
    source: Any
    text: list[Stretch]
    rows: list[Row]
    current: Row | None
    words: Passage | None
    previous: str | None
    following: str | None
    left: int
    """Proposed claims that are left in this source."""
    other: str | None
    """Another source with proposed claims, the next one in the order of the file."""
    filter: Filter
    tellers: str = ""
    """Who tells the current claim besides the source, by name."""
    asked: tuple[Asked, ...] = ()
    """What is offered for talks.yaml: first from the claim just decided, then from those decided before."""
    unasked: int = 0
    """Offers besides."""
    types: tuple[str, ...] = field(default=())
    statuses: tuple[str, ...] = _STATUSES


def source_view(store: Store, key: str, filter_: Filter, claim: str | None, decided: str | None) -> SourceView:
    """What the page of one source shows, with `claim` (or the first one proposed) as the one to decide on."""
    case, phrases = store.case, Phrases(store.case)
    claims = _in_text_order(case, store.claims_of(key))
    listed = [c for c in claims if filter_.takes(c) or c.id == claim]
    chosen = next((c for c in listed if c.id == claim), None) or _first(listed)
    rows = [Row(c, harmless(phrases.says(c)).replace("\n", " "), c is chosen) for c in listed]
    number = listed.index(chosen) if chosen else 0
    anchor = case.anchors.get(chosen.id) if chosen else None
    return SourceView(
        key, harmless(phrases.publisher(key)), case.record.sources[key],
        stretches(case.texts[key], [(c.id, case.anchors[c.id]) for c in claims if c.status != "rejected" or c is chosen]),
        rows, rows[number] if chosen else None, passage(case.texts[key], anchor.start, anchor.end) if anchor else None,
        listed[number - 1].id if chosen and number else None,
        listed[number + 1].id if chosen and number + 1 < len(listed) else None,
        sum(c.status == "proposed" for c in claims), _other(store, key), filter_, _tellers(phrases, chosen),
        *asked(store, key, decided), tuple(dict.fromkeys(c.type for c in claims)),
    )  # fmt: skip


def asked(store: Store, source: str, decided: str | None) -> tuple[tuple[Asked, ...], int]:
    """What is asked of the person beside the claims, and how many offers are left out."""
    first = list(store.offers(decided)) if decided else []
    found = [*first, *(offer for offer in store.open_offers(source) if offer.claim != decided)]
    by_claim: dict[str, list[Offer]] = {}
    for offer in found[: max(ASKED, len(first))]:
        by_claim.setdefault(offer.claim, []).append(offer)
    groups = tuple(_asked(store, claim, offers) for claim, offers in by_claim.items())
    return groups, len(found) - sum(len(offers) for offers in by_claim.values())


def _asked(store: Store, claim: str, offers: list[Offer]) -> Asked:
    choice = [offer for offer in offers if offer.choice]
    shown = [*offers, *(rival for offer in choice for rival in _rivals(store, offer))]
    label = Phrases(store.case).publisher
    named = [
        (offer, harmless(label(store.case.claims[offer.claim].source)))
        for offer in {one.id: one for one in shown}.values()
    ]
    return Asked(claim, tuple(named), bool(choice))


def _rivals(store: Store, offer: Offer) -> Iterable[Offer]:
    """What other claims that count would put in the same place."""
    places = {change.steps for change in offer.changes if change.way == "put" and len(change.steps) > 2}
    mine = store.case.claims[offer.claim]
    for one in store.case.record.claims if places else ():
        alike = one.counts and (one.type, one.predicate) == (mine.type, mine.predicate)
        if alike and one.id != mine.id and (one.subject == mine.subject or one.value == mine.value):
            yield from (o for o in store.offers(one.id) if o.choice and places & {c.steps for c in o.changes})


def _tellers(phrases: Phrases, claim: Claim | None) -> str:
    return harmless(", then ".join(phrases.speakers(claim)[1:])).replace("\n", " ") if claim else ""


def _in_text_order(case: Case, claims: Iterable[Claim]) -> list[Claim]:
    nowhere = Anchor(0, 0)
    return sorted(claims, key=lambda c: (case.anchors.get(c.id, nowhere).start, case.anchors.get(c.id, nowhere).end))


def _first(listed: list[Claim]) -> Claim | None:
    return next((c for c in listed if c.status == "proposed"), listed[0] if listed else None)


def _other(store: Store, key: str) -> str | None:
    """The next source, round about, that has proposed claims."""
    keys = list(store.case.record.sources)
    turned = keys[keys.index(key) + 1 :] + keys[: keys.index(key)]
    return next((k for k in turned if any(c.status == "proposed" for c in store.claims_of(k))), None)


def next_proposed(store: Store, source: str, filter_: Filter, claim: str) -> str | None:
    """The claim to decide on after this one: the next one proposed, else the first that was passed over."""
    claims = [c for c in _in_text_order(store.case, store.claims_of(source)) if filter_.takes(c) or c.id == claim]
    number = next((n for n, c in enumerate(claims) if c.id == claim), -1)
    turned = claims[number + 1 :] + claims[: max(number, 0)]
    return next((c.id for c in turned if c.status == "proposed"), None)


def first_source(store: Store) -> str | None:
    """Where to begin: the first source with proposed claims, else the first."""
    sources = list(store.case.record.sources)
    proposed = (k for k in sources if any(c.status == "proposed" for c in store.claims_of(k)))
    return next(proposed, sources[0] if sources else None)


@dataclass(frozen=True, slots=True)
class Known:
    """A name that may be typed, and what it is."""

    name: str
    kind: str


def known_names(case: Case) -> dict[str, list[Known]]:
    """The names offered while typing: everything, then meetings, parties and issues alone."""
    talks, label, phrases = case.talks, case.names.label, Phrases(case)
    by_kind = {kind: [(key, label(key)) for key in getattr(talks, kind)] for kind in _KINDS}
    counted = Counter(name for pairs in by_kind.values() for _, name in pairs)
    found = {
        kind: [
            Known(name if counted[name] == 1 else f"{name} ({key})", _kind(phrases, kind, key)) for key, name in pairs
        ]
        for kind, pairs in by_kind.items()
    }
    return {
        "things": [one for kind in _KINDS if kind != "issues" for one in found[kind]],
        "meetings": found["meetings"], "sides": found["parties"] + found["third_parties"], "issues": found["issues"],
    }  # fmt: skip


def _kind(phrases: Phrases, kind: str, key: str) -> str:
    """What a name is; of a meeting that has no title, which one it is."""
    if kind == "people":
        return phrases.person(key)
    return phrases.meeting(key) if kind == "meetings" else _KINDS[kind]


@dataclass(frozen=True, slots=True)
class Account:
    """One claim of a slot, with its words where they stand."""

    claim: Claim
    publisher: str
    says: str
    words: Passage
    restated: bool


@dataclass(frozen=True)
class CompareView:
    """The page on which accounts of one question stand side by side."""

    slots: list[tuple[str, str, str, bool]]
    """Slot, question, gravest relation, whether there is a finding."""
    slot: str | None
    question: str
    accounts: list[Account]
    relations: list[tuple[str, str, str, str]]
    findings: list[Any]
    previous: str | None
    following: str | None


def compare_view(case: Case, question_of: Any, slot: str | None) -> CompareView:
    """The questions on which accounts differ, the gravest first, and one of them in full."""
    pairs = case.comparison.slots
    judged = {f.slot for f in case.record.findings}
    graded = {key: gravest([p.relation for p in found]) for key, found in pairs.items()}
    listed = [key for key in pairs if graded[key] is not Relation.AGREE]
    listed.sort(key=lambda key: GRAVITY.index(graded[key]))
    chosen = (
        slot if slot in pairs else next((key for key in listed if key not in judged), listed[0] if listed else None)
    )
    number = listed.index(chosen) if chosen in listed else -1
    found = pairs[chosen] if chosen else ()
    return CompareView(
        [(key, harmless(question_of(key)), graded[key].value.replace("_", " "), key in judged) for key in listed],
        chosen, harmless(question_of(chosen)) if chosen else "", [_account(case, k) for k in _keys(found)],
        [(p.a, p.b, p.relation.value.replace("_", " "), DEFINITIONS[p.relation]) for p in found],
        [f for f in case.record.findings if f.slot == chosen], listed[number - 1] if number > 0 else None,
        listed[number + 1] if 0 <= number < len(listed) - 1 else None,
    )  # fmt: skip


def _keys(pairs: Iterable[Any]) -> list[str]:
    return list(dict.fromkeys(key for pair in pairs for key in (pair.a, pair.b)))


def _account(case: Case, key: str) -> Account:
    claim, anchor, phrases = case.claims[key], case.anchors[key], Phrases(case)
    source = case.record.sources[claim.source]
    words = passage(case.texts[claim.source], anchor.start, anchor.end, 160)
    says = harmless(phrases.says(claim)).replace("\n", " ")
    return Account(claim, harmless(phrases.publisher(claim.source)), says, words, source.text.kind == "restatement")
