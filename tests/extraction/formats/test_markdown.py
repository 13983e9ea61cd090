# ruff: noqa: E501 (a case is read on one line)
"""Markdown: the words without the marks; what is no mark stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.extraction.formats.markdown import unmarked
from goodoffices.extraction.plain import Plain
from goodoffices.extraction.read import Given, read_one
from goodoffices.extraction.reports import read_report


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**Arvenia** and [Bostan](https://en.example/Bostan_(land)) met in *Torvik*.", "Arvenia and Bostan met in Torvik."),
        ("***Both*** sides, _so_ __they__ say, ~~never~~ `met`.", "Both sides, so they say, never met."),
        ("The delegations of **Arvenia** and [Bostan](https://en.example/B) met in\n*Torvik* on Monday, after a pause of months.", "The delegations of Arvenia and Bostan met in Torvik on Monday, after a pause of months."),
        ("> \"We want a truce,\" said Dag.\n> > He left.", "\"We want a truce,\" said Dag.\nHe left."),
        ("Bostan wants a withdrawal[^1].\n\n[^1]: So the note of May.", "Bostan wants a withdrawal.\n\nSo the note of May."),
        ("See [the text][1] here.\n\n[1]: https://x.example/a 'Title'", "See the text here."),
        ("![A hall](hall.png)They met.", "They met."),
        ("<div><p><span class=\"x\">HALDEN</span> They met.</p><p>They go on.<br/>Soon.</p></div>", "HALDEN\n\nThey met.\n\nThey go on.\nSoon."),
        ("<!-- no\nword --><script>let x = 1 < 2</script>They met.", "They met."),
        ("# Talks end #\nThey met.", "Talks end\n\nThey met."),
        ("Talks end\n=========\nThey met.", "Talks end\n\nThey met."),
        ("* one\n+ two\n- three", "- one\n- two\n- three"),
        ("AT&amp;T and R&D, 3 &lt; 4", "AT&T and R&D, 3 < 4"),
        ("A 5*3*2 m hall, snake_case_name, 2 * 3 * 4, a < b > c", "A 532 m hall, snake_case_name, 2 * 3 * 4, a < b > c"),
        (r"Not \*marked\* here", "Not *marked* here"),
        ("| a | b |\n|---|---|\n| c | d |", "| a | b |\n|---|---|\n| c | d |"),
    ],
)  # fmt: skip
def test_the_words_stay_and_the_marks_go(marked: str, words: str) -> None:
    assert read_report("report.md", marked.encode()).text == words + "\n"


def test_only_of_a_markdown_file_and_it_is_told() -> None:
    assert read_report("a.txt", b"**They** met.").text == "**They** met.\n"
    assert "left out" in read_report("a.md", b"**They** met.").notes[0]
    assert read_report("a.md", b"They met.").notes == ()


def test_what_a_markdown_file_says_of_itself_is_no_claim() -> None:
    text = (
        "---\ntitle: Arvenia and Bostan met in Oslo\ndate: 2030-06-04\n---\n"
        "Arvenia and Bostan met in *Torvik* on Monday.\n"
    )
    read = read_one(Plain(), Given("report.md", text.encode()))
    assert read.guesses.printed == "2030-06-04"
    assert {(c.predicate, c.value) for c in read.claims} >= {("place", "Torvik"), ("date", "2030-06-03")}
    assert all(c.start and c.start > text.rindex("---") for c in read.claims)
    assert all(one.start > text.rindex("---") for one in read.passages)


@given(st.text(st.sampled_from("ab *_`[]()<>!#\n\\&;~|-^:/="), max_size=200))
def test_letters_are_never_lost_outside_links_and_tags(text: str) -> None:
    if not set(text) & set("[<&`"):
        kept = [c for c in unmarked(text) if c in "ab"]
        assert kept == [c for c in text if c in "ab"] or "~~~" in text
