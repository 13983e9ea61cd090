"""Whatever was proposed and drafted, every claim can be rejected, accepted and edited, in any order, and the case stays sound."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from goodoffices.documents import Plain
from goodoffices.errors import DataError
from goodoffices.marking import Accept, Edit, Reject, Store
from goodoffices.marking.decisions import plain
from goodoffices.record import Claim
from goodoffices.record.predicates import ANY_VERB, PREDICATES

from .proposals import drafted, errors, marking, reports

pytestmark = pytest.mark.slow
ANY = settings(
    max_examples=60,
    # A small example of an unsound case takes minutes to find; the first one is good enough.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.data_too_large],
)
orders = st.randoms(use_true_random=False)
EDITED = ("subject", "value", "meeting", "for_party", "modality", "predicate", "type")
# Entries that rest on no claim (who is who, the questions), and what tells an entry apart that claims of a record still name.
REGISTERS = {"format", "title", "draft", "parties", "third_parties", "issues"}
BARE = {"title", "of", "kind", "unsourced", "same_as"}


def in_any_order(store: Store, random: Random) -> list[str]:
    keys = [claim.id for claim in store.case.record.claims]
    random.shuffle(keys)
    return keys


@ANY
@given(reports, orders)
def test_every_claim_can_be_rejected_and_nothing_of_it_is_told_any_more(
    proposals: list[list[Claim]], random: Random
) -> None:
    with drafted(proposals) as folder:
        store = marking(folder)
        for key in in_any_order(store, random):
            store.decide(Reject(key), yes=True)
            assert store.case.claims[key].status == "rejected"
            assert errors(folder) == []
        talks = yaml.safe_load((folder / "talks.yaml").read_text(encoding="utf-8"))
    people = talks.pop("people", {})
    assert [keys for person in people.values() if (keys := person.keys() - {"name", "names", "spellings", "of"})] == []
    left = {place: entries for place, entries in talks.items() if place not in REGISTERS}
    assert set(left) <= {"meetings", "delegations", "instruments"}, left
    assert [entry for entries in left.values() for entry in entries.values() if entry.keys() - BARE] == []


@ANY
@given(reports, orders)
def test_after_any_decisions_the_case_is_sound(proposals: list[list[Claim]], random: Random) -> None:
    with drafted(proposals) as folder:
        store = marking(folder)
        for key in in_any_order(store, random):
            decide(store, key, random)
            assert errors(folder) == []
            for offer in store.offers(key):
                if random.random() < 0.5 and offer.id in {one.id for one in store.offers(key)}:
                    with suppress(DataError):  # one that the talks cannot take is refused, and nothing is written
                        store.take(offer)
                    assert errors(folder) == []
        for key in in_any_order(store, random):
            store.decide(Reject(key), yes=True)
            assert errors(folder) == []
        assert resting(store) == []


def decide(store: Store, key: str, random: Random) -> None:
    way = random.choice(["accept", "reject", "edit"])
    if way == "edit":
        with allowed(*Claim.__dataclass_fields__):
            store.decide(Edit(key, changed(store, random)), yes=True)
    elif way == "accept" and not goes_with_its_type(before := store.case.claims[key]):
        with pytest.raises(DataError, match="predicate"):
            store.decide(Accept(key), yes=True)
        assert store.case.claims[key] == before
    else:
        store.decide(Accept(key) if way == "accept" else Reject(key), yes=True)
        assert store.case.claims[key].status == f"{way}ed"


def goes_with_its_type(claim: Claim) -> bool:
    return claim.counts or claim.type in ANY_VERB or claim.predicate in PREDICATES[claim.type]


@contextmanager
def allowed(*fields: str) -> Iterator[None]:
    """Values that do not go together are refused by the name of the field, and nothing is written."""
    try:
        yield
    except DataError as error:
        if not {problem.file for problem in error.problems} <= {*fields}:
            raise


def changed(store: Store, random: Random) -> dict[str, Plain]:
    other = random.choice(store.case.record.claims)
    return {field: plain(other, field) for field in random.sample(EDITED, random.randint(1, 3))}


def resting(store: Store) -> list[Any]:
    """Entries that list a claim, whether or not it counts."""
    return [node for nodes in store._state.resting.values() for node in nodes]
