"""`reached a tentative agreement` is a result; one that was not reached is none."""

import pytest

from goodoffices.extraction.plain import Plain

MET = "Arvenia and Bostan met in Halden on 3 May 2031. "


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        (
            "The union and the port company met again today, and with the help of a conciliator reached a tentative agreement.",
            "a tentative agreement",
        ),
        ("Arvenia and Bostan reached a provisional deal.", "a provisional deal"),
        ("After a long night the two sides struck a preliminary accord.", "a preliminary accord"),
        ("They concluded an interim agreement.", "an interim agreement"),
        ("Arvenia and Bostan have found a partial compromise.", "a partial compromise"),
        ("The delegations reached an outline settlement.", "an outline settlement"),
    ],
)
def test_it_was_agreed(sentence: str, value: str) -> None:
    found = [(d.value, d.modality) for d in Plain().drafts(MET + sentence) if d.predicate == "agreed"]
    assert found == [(value, "asserted")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Arvenia and Bostan have not reached a tentative agreement.",
        "Arvenia and Bostan may have reached a provisional deal.",
        "The envoy hopes that the two sides will have reached a preliminary accord.",
        "Nobody says that they reached an interim agreement.",
    ],
)
def test_it_was_not_told_as_agreed(sentence: str) -> None:
    found = [d for d in Plain().drafts(MET + sentence) if d.predicate == "agreed" and d.modality == "asserted"]
    assert found == []
