# ruff: noqa: E501 (a case is read on one line)
"""What stands over a sentence or at the ends of a report names somebody, too: labels, lists, headings, whoever says `I`."""

import pytest

from goodoffices.extraction.llm import report as reasons
from goodoffices.extraction.llm.answer import Reader
from goodoffices.extraction.llm.naming.lead_ins import lead_ins
from goodoffices.extraction.llm.proof.denials import denial_lost, denying
from goodoffices.extraction.llm.proof.quoted import Quoted
from goodoffices.extraction.llm.proof.unsupported import Unsupported
from goodoffices.extraction.proposal import Text
from goodoffices.language.folding import Span

from .texts import Item, item

NOTE = """\
NOTE FOR THE FILE
Mara Quist, mediator

To: Karim Holt and Lena Okafor

I received Arvenia and Bostan at the Customs House on 3 May 2031. The day was long and not lost. The toll is the hardest question.

Holt sees no way out on the toll. The paper was described by Okafor as thin. According to Holt the river is a minor point. "A bad day," said Okafor. Observers expect a strike.
"""
RIGHT: dict[str, Item] = {
    "a day": item("assessment", "Mara Quist", "sees", "long and not lost", "The day was long and not lost"),
    "a question": item("assessment", "Mara Quist", "describes", "the hardest question", "The toll is the hardest question"),
    "another's own": item("assessment", "Karim Holt", "sees", "no way out on the toll", "Holt sees no way out on the toll"),
    "who is not named": item("assessment", "observers", "expects", "a strike", "Observers expect a strike"),
    "whoever is behind by": item("assessment", "Lena Okafor", "describes", "thin", "The paper was described by Okafor as thin"),
}  # fmt: skip
WRONG: dict[str, Item] = {
    "another's judgement": item("assessment", "Mara Quist", "sees", "no way out on the toll", "Holt sees no way out on the toll"),
    "a judgement behind by": item("assessment", "Mara Quist", "describes", "thin", "The paper was described by Okafor as thin"),
    "a judgement behind according to": item("assessment", "Mara Quist", "sees", "a minor point", "the river is a minor point"),
    "words in quotation marks": item("assessment", "Mara Quist", "sees", "a bad day", "A bad day"),
    "observers' judgement": item("assessment", "Mara Quist", "expects", "a strike", "Observers expect a strike"),
    "of whom it goes to": item("assessment", "Karim Holt", "sees", "the hardest question", "The toll is the hardest question"),
    "of whom it tells": item("assessment", "Arvenia", "sees", "long and not lost", "The day was long and not lost"),
}  # fmt: skip


def read(given: Item, text: str) -> str:
    return Reader(Text("S1", text)).claim(given, Span(0, len(text))).subject


@pytest.mark.parametrize("given", RIGHT.values(), ids=RIGHT)
def test_what_a_report_judges_is_its_authors(given: Item) -> None:
    assert read(given, NOTE).lower() == given["subject"].lower()


@pytest.mark.parametrize("given", WRONG.values(), ids=WRONG)
def test_what_somebody_else_judges_is_not(given: Item) -> None:
    with pytest.raises(Unsupported, match=f"{reasons.NAME}|{reasons.ANOTHER}"):
        read(given, NOTE)


def test_a_report_in_which_nobody_says_i_has_no_author() -> None:
    with pytest.raises(Unsupported, match=reasons.NAME):
        read(RIGHT["a day"], NOTE.replace("I received", "She received"))


MINUTES = """\
MINUTES OF THE HALDEN ROUND

Holt: The toll is too high. It must fall to 8 crowns.
Okafor: It must stay.

The Dockers' Union demands:
- a rise of 8 crowns
- free Mondays

The Port Company offers:
1. a rise of 3 crowns
2. a canteen

Position of the Lake Board

A weir is needed at once.
"""
OVER: dict[str, tuple[str, str, str]] = {
    "a label": ("It must fall to 8 crowns", "Holt", "It must fall"),
    "another label": ("It must stay", "Okafor", "It must stay"),
    "a list": ("a rise of 8 crowns", "Dockers' Union", "a rise of 8 crowns"),
    "its second item": ("free Mondays", "Dockers' Union", "free Mondays"),
    "a numbered list": ("a canteen", "Port Company", "a canteen"),
    "a heading": ("A weir is needed", "Lake Board", "A weir is needed"),
}  # fmt: skip


@pytest.mark.parametrize(("value", "name", "quote"), OVER.values(), ids=OVER)
def test_who_stands_over_a_sentence_is_named_in_it(value: str, name: str, quote: str) -> None:
    given = item("position", name, "demands", value, quote if len(quote) > len(value) else value)
    assert read(given, MINUTES) == name


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("It must fall to 8 crowns", "Okafor"), ("It must stay", "Lake Board"), ("a rise of 8 crowns", "Port Company"),
        ("free Mondays", "Lake Board"), ("a canteen", "Dockers' Union"), ("A weir is needed", "Port Company"),
    ],
)  # fmt: skip
def test_who_stands_over_another_sentence_is_not(value: str, name: str) -> None:
    with pytest.raises(Unsupported, match=f"{reasons.NAME}|{reasons.ANOTHER}"):
        read(item("position", name, "demands", value, value), MINUTES)


def test_a_report_of_one_line_has_nothing_over_it() -> None:
    assert list(lead_ins("Nobody came.", Span(0, 6))) == []


@pytest.mark.parametrize(
    ("quote", "predicate", "type_of_loss"),
    [
        ("agreed to withdraw the cases against 340 strikers", "agreed", False), ("voted against the toll", "supports", True),
        ("argued against it", "accepts", True), ("nonetheless agreed to a pause", "agreed", False), ("agreed to none", "agreed", True),
    ],
)  # fmt: skip
def test_against_and_none_deny_where_they_do(quote: str, predicate: str, type_of_loss: bool) -> None:
    assert denial_lost(quote, "a pause", predicate, "asserted") is type_of_loss


@pytest.mark.parametrize(
    ("text", "quote", "loss"),
    [
        ("Roe stayed away, and so did Moor.", "so did Moor", True), ("Roe came, and so did Moor.", "so did Moor", False),
        ("Roe came with a lawyer whose name nobody caught.", "a lawyer whose name nobody caught", False),
        ("Roe came with a diplomat who declined to be named.", "a diplomat who declined to be named", False),
        ("A diplomat who declined to come was named.", "A diplomat who declined to come", True),
    ],
)  # fmt: skip
def test_the_words_of_a_denial_are_those_that_deny_it(text: str, quote: str, loss: bool) -> None:
    span = Span(text.index(quote), text.index(quote) + len(quote))
    words = denying(text, Quoted(span, Span(0, len(text))))
    assert denial_lost(words, "M1", "attends", "asserted") is loss


PUT = "Arvenia proposed a joint office. It also wants a toll of 8 crowns. Bostan rejected the plan. Bostan wants a weir, which Arvenia refuses."
TAKEN = [
    ("Bostan", "refuses", "a joint office", "Bostan rejected the plan", "Arvenia proposed a joint office", True),
    ("Arvenia", "refuses", "a weir", "which Arvenia refuses", "Bostan wants a weir", True),
    ("Arvenia", "refuses", "a joint office", "which Arvenia refuses", "Arvenia proposed a joint office", False),
    ("Arvenia", "refuses", "a toll of 8 crowns", "which Arvenia refuses", "It also wants a toll of 8 crowns", False),
    ("Bostan", "refuses", "a weir", "Bostan rejected the plan", "Bostan wants a weir, which", False),
]


@pytest.mark.parametrize(("name", "predicate", "value", "quote", "also", "whether"), TAKEN)
def test_a_second_quote_completes_the_first_where_it_stands_just_before(
    name: str, predicate: str, value: str, quote: str, also: str, whether: bool
) -> None:
    given = item("position", name, predicate, value, quote, also=also)
    if whether:
        assert read(given, PUT) == name
    else:
        with pytest.raises(Unsupported, match=f"{reasons.TEXT}|{reasons.ANOTHER}"):
            read(given, PUT)
