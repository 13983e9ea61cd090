"""Every kind of entry x every modality x all orders of up to four claims: the same entries, or none; and each stands its check."""

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from pathlib import Path
from typing import Any, get_args

import pytest

from goodoffices.case.entries import nodes
from goodoffices.case.kinds import BY_NAME, KINDS
from goodoffices.case.support import unsupported
from goodoffices.case.validate import from_plain
from goodoffices.case.write import document_text
from goodoffices.documents import Document, parse
from goodoffices.language.folding import fold
from goodoffices.record import Claim, Record
from goodoffices.record.claim import Modality
from goodoffices.synthesis import Index, build, offers_of, written
from goodoffices.talks import Talks
from tests.amount import Cases, few

from .cases import TALKS, claim, index_of

MODALITIES: tuple[Modality, ...] = get_args(Modality)
# For each kind: a claim that makes it, the same from another source, one that denies it or says something else, one beside it.
CLAIMS: dict[str, tuple[str, str, str, str]] = {
    "meeting": (
        "meeting | The third meeting | date | 2031-05-16", "meeting | The third meeting | date | 2031-05",
        "meeting | The third meeting | date | 2031-06-01", "meeting | The third meeting | parties | East; West",
    ),
    "remark": (
        "meeting | first | aim | to share the water", "meeting | first | aim | To share the water",
        "meeting | first | lasted | two hours", "outcome | first | result | a breakthrough",
    ),
    "role": (
        "mediation | Lakeland | mediates | first", "mediation | lakeland | mediates | first",
        "mediation | The Board | hosts | first", "meeting | first | parties | North; The Board",
    ),
    "absence": (
        "absence | lee | absent_from | first", "absence | Ann Lee | absent_from | first",
        "attendance | lee | attends | first", "decision | lee | sent | her aide Bo Moor instead | at=first",
    ),
    "post": (
        "person_post | lee | post | Mayor | for=north", "person_post | Ann Lee | post | mayor",
        "person_post | Cy Vale | post | Envoy | for=lakeland", "person_post | lee | post | Judge",
    ),
    "delegation": (
        "delegation | lee | heads | north | at=first", "delegation | Ann Lee | heads | north",
        "delegation | moor | heads | north | at=first", "delegation | Cy Vale | member_of | East | at=first",
    ),
    "dispute": ("statement | lee | denied | it may decide",) * 4,
    "position": (
        "position | north | demands | a half | issue=water | option=half | at=first",
        "position | North | demands | a half | issue=water",
        "position | north | opposes | a half | issue=water | option=half", "position | south | for | no toll",
    ),
    "objection": (
        "position | north | refuses | a half | issue=water | option=half", "position | North | accepts | a half | issue=water",
        "position | north | supports | a half | issue=water", "position | south | against | no toll | by=Ann Lee",
    ),
    "support": (
        "position | lakeland | supports | a half | issue=water", "position | Lakeland | for | a half | issue=water | option=half",
        "position | lakeland | opposes | a half | issue=water", "position | lakeland | supports | a dam",
    ),
    "condition": (
        "statement | lee | said | progress only if they meet", "statement | Ann Lee | said | Progress only if they meet",
        "position | north | demands | peace only if they leave", "statement | moor | said | nothing",
    ),
    "proposal": ("position | north | proposes | a half | issue=water",) * 4,
    "statement": (
        "statement | lee | said | no toll", "statement | Ann Lee | said | No toll",
        "statement | lee | denied | a toll", "decision | moor | ordered | the gate shut",
    ),
    "agreed": (
        "outcome | first | agreed | a truce", "outcome | first | agreed | A truce",
        "outcome | first | not_agreed | a truce", "outcome | north | agreed | to pay | at=second",
    ),
    "not_agreed": (
        "outcome | first | not_agreed | the toll", "outcome | first | agreed | the toll | modality=negated",
        "outcome | first | agreed | the toll", "outcome | first | result | no agreement",
    ),
    "next": (
        "outcome | first | next | talks in June | when=2031-06", "outcome | first | next | Talks in June | when=2031-06-02",
        "meeting | A later meeting of the towns | date | 2031-07-01", "meeting | A later meeting of the towns | place | Ford",
    ),
    "planned": (
        "meeting | A later meeting of the towns | date | 2031-07-01", "meeting | A later meeting of the towns | place | Ford",
        "meeting | A later meeting of the towns | date | 2031-07-02", "meeting | Another meeting of the towns | place | Ford",
    ),
    "instrument": (
        "signature | lee | signed | Lake Protocol | at=first", "signature | South | signed | lake protocol",
        "signature | moor | signed | Lake Protocol | for=south | at=second", "signature | lee | signed | The Accord",
    ),
    "signature": (
        "signature | lee | signed | Lake Protocol", "signature | Ann Lee | signed | Lake Protocol",
        "signature | south | signed | Lake Protocol", "signature | moor | signed | Lake Protocol",
    ),
    "assessment": (
        "assessment | first | assessed | a good start", "assessment | first | assessed | A good start | by=Ann Lee",
        "assessment | observers | expects | little", "assessment | first | is | a failure",
    ),
    "background": (
        "context | the war | continues | into its fourth year", "context | the war | continues | into its Fourth year",
        "context | first | told | it is cold", "context | north | told | it is dry",
    ),
}  # fmt: skip


def told(claims: Sequence[str], modality: Modality) -> list[Claim]:
    """The claims of a row, of which the first is said in this way."""
    made = [claim(number, line) for number, line in enumerate(claims, 1)]
    first = made[0]
    return [Claim(**{**_fields(first), "modality": modality}), *made[1:]]


def _fields(one: Claim) -> dict[str, Any]:
    return {key: getattr(one, key) for key in Claim.__dataclass_fields__}


def orders(claims: Sequence[Claim], sizes: Sequence[int]) -> Iterator[tuple[frozenset[str], list[Claim]]]:
    """All orders of all selections, by which claims they are."""
    for size in sizes:
        for some in combinations(claims, size):
            for order in permutations(some):
                yield frozenset(one.id for one in some), list(order)


def as_a_draft(claims: list[Claim]) -> dict[str, Any]:
    index = index_of(sorted(claims, key=lambda one: one.id))
    build(index, claims)
    return index.plain


def as_a_person(claims: list[Claim]) -> dict[str, Any]:
    """A person who accepts one claim after the other, and says yes to what each offers; then to what waited."""
    index = index_of(sorted(claims, key=lambda one: one.id))
    for one in [*claims, *claims, *claims]:
        for _ in range(9):
            offer = next((found for found in offers_of(index, one) if not found.choice), None)
            for change in offer.changes if offer else ():
                index.make(change)
    return index.plain


def same(value: Any) -> Any:
    """Values without what may follow the order: numbers of entries, the place in a list, capital letters."""
    if isinstance(value, dict):
        return {key: same(inner) for key, inner in value.items() if key != "id"}
    if isinstance(value, list):
        return sorted((same(inner) for inner in value), key=repr)
    return fold(value) if isinstance(value, str) else value


@pytest.mark.parametrize("modality", few(2, MODALITIES))
@pytest.mark.parametrize("kind", CLAIMS)
def test_the_same_entries_in_whatever_order_or_none(kind: str, modality: Modality, cases: Cases) -> None:
    found: dict[frozenset[str], Any] = {}
    # All four are always tried in all 24 orders; selections of them only where there is much time.
    for some, order in orders(told(CLAIMS[kind], modality), (4,)[: cases(1, 0)] or (1, 2, 3, 4)):
        for way in (as_a_draft, as_a_person):
            entries = same(way(order))
            assert entries == found.setdefault(some, entries), [f"{one.id} {one.modality}" for one in order]


@pytest.mark.parametrize("modality", MODALITIES)
@pytest.mark.parametrize("kind", CLAIMS)
def test_a_claim_makes_an_entry_exactly_where_the_table_says_so(kind: str, modality: Modality) -> None:
    (first, *_) = told(CLAIMS[kind], modality)
    talks = from_plain(Talks, as_a_draft([first]))
    listing = [node for node in nodes(talks) if first.id in getattr(node.entry, "claims", ())]
    stands = [[one for one in KINDS if one.stands(node.entry, node.steps)] for node in listing]
    assert all(any(one.makes(first) for one in kinds) for kinds in stands)
    made = {one.name for kinds in stands for one in kinds}
    if kind not in ("dispute", "proposal"):  # what only a person writes
        assert (kind in made) == BY_NAME[kind].makes(first)


@pytest.mark.parametrize("modality", MODALITIES)
@pytest.mark.parametrize("kind", CLAIMS)
def test_whatever_comes_of_claims_stands_its_check(kind: str, modality: Modality) -> None:
    claims = told(CLAIMS[kind], modality)
    plain = as_a_draft(claims)
    text = document_text("", plain)
    document = Document(Path("talks.yaml"), "talks.yaml", text, parse("talks.yaml", text), "")
    record = Record(format="record/1", sources={}, claims=tuple(claims))
    assert [str(one) for one in unsupported(document, from_plain(Talks, plain), record)] == []


@pytest.mark.parametrize("kind", CLAIMS)
def test_in_a_file_the_same_is_written_as_in_plain_values(kind: str) -> None:
    claims = told(CLAIMS[kind], "asserted")
    index = index_of(claims)
    text = document_text("As a person wrote it.", index.plain)
    for one in claims:
        for offer in offers_of(index, one):
            document = Document(Path("talks.yaml"), "talks.yaml", text, parse("talks.yaml", text), "")
            new = written(document, offer.changes)
            again = Index(from_plain(Talks, parse("talks.yaml", text)), index.claims)
            for change in offer.changes:
                again.make(change)
            assert from_plain(Talks, parse("talks.yaml", new)) == from_plain(Talks, again.plain)
            assert new.startswith("# As a person wrote it.")
            if not offer.choice:
                for change in offer.changes:
                    index.make(change)
                text = new
                break


def test_every_kind_has_its_claims() -> None:
    assert CLAIMS.keys() == BY_NAME.keys()
    assert TALKS["format"] == "talks/1"


def test_nothing_of_another_case_is_touched() -> None:
    before = index_of([])
    build(before, [])
    assert before.plain == Index(from_plain(Talks, TALKS), {}).plain
