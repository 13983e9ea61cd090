"""Whose side somebody is on, by the words around him in two reports."""

from goodoffices.accounts.reading.known import known_of
from goodoffices.accounts.reading.parties import Parties, parties
from goodoffices.accounts.reading.passages import Account, account
from goodoffices.language.folding import Span

WIRE = (
    "Kestria and Sarvonia met in Pellwick. Kestria was led by Ann Hay. Sarvonia sent Bo Lund. "
    "Kestria walked out. Sarvonia stayed with the mediator."
)
PAPER = (
    "Statement of Kestria\n\nWe met Sarvonia in Pellwick. Sarvonia was late. Ann Hay spoke for Kestria. "
    "Bo Lund of Sarvonia said nothing. Our people left."
)


def read(first: str, second: str) -> tuple[Account, Account, Parties]:
    known = known_of((first, second), {})
    a, b = account("wire", first, "en", known), account("paper", second, "en", known)
    return a, b, parties(a, b)


def named(one: Account, told: Parties, words: str) -> frozenset[str]:
    at = one.text.index(words)
    p = next(p for p in one.passages if p.start <= at < p.end)
    return told.within(p, Span(at, at + len(words)))


def test_a_person_is_of_the_party_beside_him() -> None:
    a, _, told = read(WIRE, PAPER)
    assert named(a, told, "Ann Hay") == named(a, told, "Kestria")
    assert named(a, told, "Bo Lund") == named(a, told, "Sarvonia")
    assert named(a, told, "Kestria") != named(a, told, "Sarvonia")


def test_we_is_the_party_that_writes() -> None:
    a, b, told = read(WIRE, PAPER)
    assert named(b, told, "Our people") == named(a, told, "Kestria")


def test_reports_that_share_no_name_have_no_parties() -> None:
    _, b, told = read("The mayor came.", "We stayed at home.")
    assert named(b, told, "We") == frozenset()
