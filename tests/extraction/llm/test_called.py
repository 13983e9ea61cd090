# ruff: noqa: E501 (a case is read on one line)
"""Five of each kind of word by which somebody is called: an office, `it`, what a body is, `he`, all sides, an acronym, a part of a name."""

import pytest

from goodoffices.extraction.llm import report as reasons
from goodoffices.extraction.llm.answer import Reader
from goodoffices.extraction.llm.proof.unsupported import Unsupported
from goodoffices.extraction.proposal import Text
from goodoffices.language.folding import Span

from .texts import item

MET = "Arvenia and Bostan met in Halden on 3 May 2031. "
CASES: dict[str, list[tuple[str, str, str]]] = {
    "office": [
        (MET + "Foreign Minister Ida Moor of Arvenia spoke first.", "Ida Moor", "The minister rejected the toll"),
        (MET + "Bostan sent Ambassador Karim Holt.", "Karim Holt", "The ambassador rejected the toll"),
        (MET + "Mayor Tove Lund opened the day.", "Tove Lund", "The mayor rejected the toll"),
        (MET + "Mara Quist, the mediator, opened the day.", "Mara Quist", "The mediator rejected the toll"),
        (MET + "President Lena Okafor came late.", "Lena Okafor", "The president rejected the toll"),
    ],
    "it": [
        (MET + "Bostan wants a weir.", "Bostan", "It rejected the toll"),
        (MET + "The Arvenian delegation came late.", "Arvenia", "It rejected the toll"),
        ("The Dockers' Union and Port Sol Ltd met. Port Sol Ltd offered a canteen.", "Port Sol Ltd", "It rejected the toll"),
        ("The Lake Board and the Hill Council met. The Hill Council wants a weir.", "Hill Council", "It rejected the toll"),
        (MET + "Arvenia lists its wishes.", "Arvenia", "It rejected the toll"),
    ],
    "what it is": [
        ("The Dockers' Union and Port Sol Company met.", "Port Sol Company", "The company rejected the toll"),
        ("The Dockers' Union and Port Sol Company met.", "Dockers' Union", "The union rejected the toll"),
        ("The Lake Board and the Hill Council met.", "Hill Council", "The council rejected the toll"),
        ("The Tamar Liberation Front and the Government of Arvenia met.", "Government of Arvenia", "The government rejected the toll"),
        ("The Tamar Liberation Front and the Government of Arvenia met.", "Tamar Liberation Front", "The rebels rejected the toll"),
    ],
    "he and she": [
        (MET + "Ida Moor spoke for Arvenia.", "Ida Moor", "She rejected the toll"),
        (MET + "Minister Karim Holt spoke.", "Karim Holt", "He rejected the toll"),
        (MET + "Tove Lund, a farmer, came.", "Tove Lund", "She rejected the toll"),
        (MET + "Bostan sent Ambassador Karim Holt.", "Karim Holt", "He rejected the toll"),
        (MET + "Ms Okafor of Arvenia opened the day.", "Okafor", "She rejected the toll"),
    ],
    "all sides": [
        (MET, "Arvenia", "Both sides rejected the toll"),
        (MET, "Bostan", "The two sides rejected the toll"),
        (MET, "Arvenia", "The parties rejected the toll"),
        (MET, "Bostan", "Each side rejected the toll"),
        (MET, "Arvenia", "They rejected the toll"),
    ],
    "acronym": [
        ("The Tamar Liberation Front (TLF) and Arvenia met.", "Tamar Liberation Front", "The TLF rejected the toll"),
        ("The Tamar Liberation Front (TLF) and Arvenia met.", "TLF", "The Tamar Liberation Front rejected the toll"),
        ("The Nordic Peace Council (NPC) hosted Arvenia and Bostan.", "Nordic Peace Council", "The NPC rejected the toll"),
        ("The United States and Arvenia met.", "United States", "US officials rejected the toll"),
        ("The European Union hosted Arvenia and Bostan.", "European Union", "The EU rejected the toll"),
    ],
    "a part": [
        ("The Tamar Liberation Front and Arvenia met.", "Tamar Liberation Front", "The Front rejected the toll"),
        ("The Republic of Arvenia and Bostan met.", "Republic of Arvenia", "Arvenia rejected the toll"),
        ("Brightwater Shipyards Ltd and Halvor Marine met.", "Brightwater Shipyards Ltd", "Brightwater rejected the toll"),
        (MET + "Ida Moor spoke for Arvenia.", "Ida Moor", "Moor rejected the toll"),
        ("The Lake Board of Tamar and the Hill Council met.", "Lake Board of Tamar", "The Board rejected the toll"),
    ],
}  # fmt: skip
ROWS = [pytest.param(*row, id=f"{kind} {n}") for kind, rows in CASES.items() for n, row in enumerate(rows, 1)]


def subject(text: str, name: str, quote: str) -> str:
    whole = f"{text} {quote}."
    given = item("position", name, "refuses", "the toll", quote)
    return Reader(Text("S1", whole)).claim(given, Span(0, len(whole))).subject


@pytest.mark.parametrize(("text", "name", "quote"), ROWS)
def test_somebody_is_proved_by_what_he_is_called(text: str, name: str, quote: str) -> None:
    assert subject(text, name, quote)


@pytest.mark.parametrize(("text", "name", "quote"), ROWS)
def test_nobody_from_elsewhere_is(text: str, name: str, quote: str) -> None:
    with pytest.raises(Unsupported, match=f"{reasons.NAME}|{reasons.ANOTHER}"):
        subject(text, "Vlad Novak" if name.count(" ") else "Norvik", quote)


@pytest.mark.parametrize(
    ("text", "name", "quote"),
    [
        (MET + "Minister Ida Moor of Arvenia and Ambassador Karim Holt spoke.", "Karim Holt", "The minister rejected the toll"),
        ("The Dockers' Union and Port Sol Company met.", "Dockers' Union", "The company rejected the toll"),
        ("The Nordic Peace Council (NPC) hosted Arvenia and Bostan.", "Bostan", "The NPC rejected the toll"),
        ("The Tamar Liberation Front and the Government of Arvenia met.", "Tamar Liberation Front", "The government rejected the toll"),
        (MET + "Ida Moor spoke for Arvenia.", "Bostan", "Moor rejected the toll for Arvenia"),
    ],
)  # fmt: skip
def test_nobody_else_of_the_report_is(text: str, name: str, quote: str) -> None:
    with pytest.raises(Unsupported, match=f"{reasons.NAME}|{reasons.ANOTHER}"):
        subject(text, name, quote)
