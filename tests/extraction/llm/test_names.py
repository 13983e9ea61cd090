# ruff: noqa: E501 (a case is read on one line)
"""Whose name a sentence carries: by what it is called, by a pronoun, in other letters; and whose it does not."""

import pytest

from goodoffices.extraction.llm import report as reasons
from goodoffices.extraction.llm.answer import Reader
from goodoffices.extraction.llm.proof.unsupported import Unsupported
from goodoffices.extraction.proposal import Text
from goodoffices.language.folding import Span
from goodoffices.record import Claim

from .texts import Item, item

TEXT = """\
HALDEN, 14 March 2031 (Fjord Wire) — Delegations of the Republic of Arvenia and the Bostan Liberation Front (BLF) met in Halden on Monday. \
The talks were mediated by the Nordic Peace Council (NPC), whose envoy Mara Quist came from Norland.

The Arvenian delegation was led by Interior Minister Lena Okafor. The Front sent Karim Holt, its head of customs. Halden Port Company, which runs the harbour, sat at the table as a third party; its manager is Tove Lund. Fishing families of Lenn waited outside, and so did two Norlandic observers.

Okafor demanded the return of 46 vans. Holt rejected that. He proposed a joint office on the bridge. The minister said the vans had been taken without a paper. She called for patrols on the river.

The company wants a toll of 12 crowns. It offered a free berth to both. Lund said the harbour loses money. She wants guards at the gate.

The envoy urged patience. The Council called for a second round. The families demanded a say in the talks. "We have waited for a year. We want our boats back," said their speaker, Ida Moor.

Both sides accepted a pause of ten days. The two delegations welcomed the report of the NPC. They agreed to meet again in April.
"""
SEATS = (
    item("meeting", "M1", "parties", ["Republic of Arvenia", "Bostan Liberation Front", "Halden Port Company"], "Delegations of the Republic of Arvenia and the Bostan Liberation Front (BLF) met in Halden on Monday", also="Halden Port Company, which runs the harbour, sat at the table as a third party"),
    item("delegation", "Lena Okafor", "heads", "Republic of Arvenia", "The Arvenian delegation was led by Interior Minister Lena Okafor"),
    item("delegation", "Karim Holt", "represents", "Bostan Liberation Front", "The Front sent Karim Holt"),
    item("person_post", "Tove Lund", "post", "manager", "its manager is Tove Lund", for_party="Halden Port Company"),
    item("person_post", "Mara Quist", "post", "envoy", "whose envoy Mara Quist came from Norland", for_party="Nordic Peace Council"),
)  # fmt: skip


def read(given: Item, text: str = TEXT, learnt: tuple[Item, ...] = SEATS) -> Claim:
    reader, whole = Reader(Text("S1", text)), Span(0, len(text))
    reader.learn([*learnt, given], whole)
    return reader.claim(given, whole)


def thrown(given: Item, text: str = TEXT, learnt: tuple[Item, ...] = SEATS) -> str:
    with pytest.raises(Unsupported) as caught:
        read(given, text, learnt)
    return caught.value.reason


MINISTER = "The minister said the vans had been taken without a paper"
PATROLS = "She called for patrols on the river"
OFFICE = "He proposed a joint office on the bridge"
TOLL = "The company wants a toll of 12 crowns"
BERTH = "It offered a free berth to both"
GUARDS = "She wants guards at the gate"
CALLED: dict[str, Item] = {
    "the minister": item("statement", "Lena Okafor", "said", "vans taken without a paper", MINISTER),
    "the minister, with his title": item("statement", "Interior Minister Lena Okafor", "said", "vans taken without a paper", MINISTER),
    "the envoy": item("statement", "Mara Quist", "urged", "patience", "The envoy urged patience"),
    "a manager as she": item("statement", "Tove Lund", "called_on", "guards at the gate", GUARDS),
    "the minister's side": item("position", "Republic of Arvenia", "calls_for", "patrols on the river", PATROLS),
    "he for his side": item("position", "Bostan Liberation Front", "proposes", "a joint office on the bridge", OFFICE),
    "she for the company": item("position", "Halden Port Company", "demands", "guards at the gate", GUARDS),
    "he": item("statement", "Karim Holt", "suggested", "a joint office on the bridge", OFFICE),
    "she": item("statement", "Lena Okafor", "called_on", "patrols on the river", PATROLS),
    "the company": item("position", "Halden Port Company", "demands", "a toll of 12 crowns", TOLL),
    "it": item("position", "Halden Port Company", "proposes", "a free berth", BERTH),
    "the council": item("statement", "Nordic Peace Council", "called_on", "a second round", "The Council called for a second round"),
    "an acronym for a name": item("context", "Nordic Peace Council", "wrote", "a report", "welcomed the report of the NPC"),
    "a name for an acronym": item("position", "BLF", "proposes", "a joint office on the bridge", OFFICE),
    "a name with its acronym": item("delegation", "Karim Holt", "represents", "Bostan Liberation Front (BLF)", "The Front sent Karim Holt"),
    "a part of a name": item("delegation", "Karim Holt", "represents", "Bostan Liberation Front", "The Front sent Karim Holt"),
    "a state without its form": item("delegation", "Lena Okafor", "heads", "Arvenia", "The Arvenian delegation was led by Interior Minister Lena Okafor"),
    "the delegation of a state": item("position", "Arvenian delegation", "demands", "return of 46 vans", "Okafor demanded the return of 46 vans"),
    "both sides": item("position", "Bostan Liberation Front", "accepts", "a pause of ten days", "Both sides accepted a pause of ten days"),
    "two delegations": item("statement", "Republic of Arvenia", "welcomed", "the report", "The two delegations welcomed the report"),
    "they": item("meeting", "M2", "parties", ["Republic of Arvenia", "Bostan Liberation Front"], "They agreed to meet again in April", modality="future"),
    "a description by its one word": item("position", "fishing families of Lenn", "demands", "a say in the talks", "The families demanded a say in the talks"),
    "a description as it stands": item("attendance", "Norlandic observers", "attends", "M1", "two Norlandic observers"),
    "an unnamed description": item("attendance", "unnamed Norlandic observers", "attends", "M1", "two Norlandic observers"),
    "a state's people in a value": item("position", "Republic of Arvenia", "demands", "return of Arvenian vans", "The Arvenian delegation was led by Interior Minister Lena Okafor", also="Okafor demanded the return of 46 vans"),
}  # fmt: skip


@pytest.mark.parametrize("given", CALLED.values(), ids=CALLED)
def test_a_name_is_proved_by_what_the_report_calls_somebody(given: Item) -> None:
    claim = read(given)
    assert TEXT[claim.start : claim.end] == claim.words


SHORT: dict[str, tuple[str, str, str]] = {
    "a capital that speaks": ("Kuwait and Iraq met in Muscat. Baghdad rejected the toll.", "Iraq", "Baghdad rejected the toll"),
    "a capital behind by": ("Kuwait and Iraq met. A toll was rejected by Baghdad.", "Iraq", "A toll was rejected by Baghdad"),
    "a capital's negotiators": ("Serbia and Kosovo met in Ohrid. Belgrade's negotiators rejected the toll.", "Serbia", "Belgrade's negotiators rejected the toll"),
    "another capital": ("Peru and Chile met in Quito. Lima rejected the toll.", "Peru", "Lima rejected the toll"),
    "a capital of a long name": ("Haiti and the Dominican Republic met. Santo Domingo rejected the toll.", "Dominican Republic", "Santo Domingo rejected the toll"),
    "an adjective": ("Norway and Iceland met. The Norwegian side rejected the toll.", "Norway", "The Norwegian side rejected the toll"),
    "an adjective of a place nobody lists": ("Arvenia and Bostan met. The Bostani side rejected the toll.", "Bostan", "The Bostani side rejected the toll"),
    "an adjective of two countries": ("Haiti and the Dominican Republic met. The Dominican team rejected the toll.", "Dominican Republic", "The Dominican team rejected the toll"),
    "a people": ("Libya and Tunisia met. The Libyans rejected the toll.", "Libya", "The Libyans rejected the toll"),
    "a people nobody lists": ("Arvenia and Bostan met. The Arvenians rejected the toll.", "Arvenia", "The Arvenians rejected the toll"),
    "the one group left": ("Seafood Industry Norland and the United Food Workers' Union met. The union wants a toll. The employers rejected the toll.", "Seafood Industry Norland", "The employers rejected the toll"),
    "our side in one's own paper": ("DOCKERS' FEDERATION OF PUERTO SOL\nOur side met Terminales Sol on 3 May 2031. We rejected the toll.", "Dockers' Federation", "We rejected the toll"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "quote"), SHORT.values(), ids=SHORT)
def test_a_state_is_proved_by_its_capital_its_people_and_its_adjective(text: str, name: str, quote: str) -> None:
    met = item(
        "meeting",
        "M1",
        "parties",
        ["Seafood Industry Norland", "United Food Workers' Union"],
        "Seafood Industry Norland and the United Food Workers' Union met",
    )
    assert read(item("position", name, "refuses", "the toll", quote), text, (met,)).subject


SPOKEN = 'Karim Holt and Lena Okafor met. "The vans are ours," said Okafor. "We want them back." Holt left. "The toll is high," said Holt. '


def test_words_in_quotation_marks_are_those_of_the_speaker_beside_them() -> None:
    given = item("statement", "Lena Okafor", "said", "want them back", "We want them back")
    assert read(given, SPOKEN, ()).subject == "Lena Okafor"
    assert (
        read(item("statement", "Ida Moor", "said", "want our boats back", "We want our boats back")).subject
        == "Ida Moor"
    )


NASTY: dict[str, Item] = {
    "the minister is another's": item("statement", "Karim Holt", "said", "vans taken without a paper", MINISTER),
    "the envoy is no minister": item("statement", "Lena Okafor", "urged", "patience", "The envoy urged patience"),
    "the company's toll told of a state": item("position", "Republic of Arvenia", "demands", "a toll of 12 crowns", TOLL),
    "the front's man as the company's": item("position", "Halden Port Company", "proposes", "a joint office on the bridge", OFFICE),
    "the manager's guards told of the minister": item("statement", "Lena Okafor", "called_on", "guards at the gate", GUARDS),
    "observers for families": item("position", "Norlandic observers", "demands", "a say in the talks", "The families demanded a say in the talks"),
    "families of another town": item("position", "fishing families of Halden", "demands", "a say in the talks", "The families demanded a say in the talks"),
    "a title with the wrong name": item("statement", "Interior Minister Karim Holt", "said", "vans taken without a paper", MINISTER),
    "the mediator as a side": item("position", "Nordic Peace Council", "accepts", "a pause of ten days", "Both sides accepted a pause of ten days"),
    "the quoted woman's words of the envoy": item("statement", "Mara Quist", "said", "want our boats back", "We want our boats back"),
}  # fmt: skip


@pytest.mark.parametrize("given", NASTY.values(), ids=NASTY)
def test_the_name_of_somebody_else_of_the_report_is_caught(given: Item) -> None:
    assert thrown(given) in {reasons.NAME, reasons.ANOTHER}


OTHERS: dict[str, tuple[str, Item]] = {
    "one word, two groups": ("Herders of Oruk and herders of Tamar met. The herders of Tamar want a well.", item("position", "herders of Oruk", "demands", "a well", "The herders of Tamar want a well")),
    "one last name, two people": ("Ana Prieto of Bostan and Gil Prieto of Arvenia met. Gil Prieto wants a well.", item("statement", "Ana Prieto", "called_on", "a well", "Gil Prieto wants a well")),
    "a capital that is only a place": ("Kuwait and Iraq met. Kuwait rejected the toll in Baghdad.", item("position", "Iraq", "refuses", "the toll", "Kuwait rejected the toll in Baghdad")),
    "the union of another name": ("The Teachers' Union and the European Union met. The European Union wants a toll.", item("position", "Teachers' Union", "demands", "a toll", "The European Union wants a toll")),
    "an adjective of the other": ("Austria and Australia met. The Australian side rejected the toll.", item("position", "Austria", "refuses", "the toll", "The Australian side rejected the toll")),
    "the one left when two are left": ("Hill Council, Lake Board and the Mine met. The employers want a toll.", item("position", "Lake Board", "demands", "a toll", "The employers want a toll")),
}  # fmt: skip


@pytest.mark.parametrize(("text", "given"), OTHERS.values(), ids=OTHERS)
def test_a_name_like_the_right_one_is_caught(text: str, given: Item) -> None:
    assert thrown(given, text, ()) in {reasons.NAME, reasons.ANOTHER}
