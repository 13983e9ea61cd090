"""The drawings: labels are whole, share no room and stay inside; what is drawn is said in sentences as well, and nothing else."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.brief import build_outline
from goodoffices.brief.context import Context
from goodoffices.brief.html import html_text
from goodoffices.brief.outline import Figure
from goodoffices.brief.picture import drawing_picture
from goodoffices.brief.pictures import MOST, meeting_line, meetings_figures, timeline_figures
from goodoffices.brief.pictures.canvas import PAGE, WIDEST
from goodoffices.brief.pictures.measure import told, width_of, wrapped
from goodoffices.brief.pictures.moves import MOST_LANES, MOST_MOVES, chains
from goodoffices.case import Case, read_case

from ..amount import cases, few
from ..case.cases import TALKS, make, small_case, swap
from .cases import NASTY, black_sea, hostile, istanbul, two_valleys
from .drawn import NAMES, boxes, crowded, faults, figures, kinds, random_cases, size

EXAMPLES: dict[str, Callable[[Path], Case]] = {
    "Istanbul": lambda _: istanbul(), "Black Sea": lambda _: black_sea(), "Two Valleys": lambda _: two_valleys(),
    "crowded": crowded,
    **{name: lambda folder, words=words: hostile(folder, words) for name, words in NASTY.items()},  # type: ignore[misc]
}  # fmt: skip


def drawn(case: Case, number: int = 0) -> str:
    return figures(case)[number].svg


def written(svg: str) -> str:
    """All labels of a drawing as one text."""
    return " ".join(box.words for box in boxes(svg))


def sentences(found: Sequence[Figure]) -> list[str]:
    return [f"{line.lead}: {line.text}" if line.lead else line.text for figure in found for line in figure.alternative]


@pytest.mark.parametrize("name", EXAMPLES)
def test_labels_share_no_room_and_stay_inside(tmp_path: Path, name: str) -> None:
    found = figures(EXAMPLES[name](tmp_path))
    assert found
    assert [faults(figure.svg) for figure in found] == [[]] * len(found)


@given(random_cases())
@settings(max_examples=cases(40, 800))
def test_labels_share_no_room_whatever_the_case(case: Case) -> None:
    for figure in figures(case):
        assert faults(figure.svg) == []
        ElementTree.fromstring(figure.svg)


def test_labels_that_share_room_are_found() -> None:
    text = '<text x="{}" y="12" font-size="9">ab</text><text x="9" y="12" font-size="9">c</text>'
    svg = f'<svg viewBox="0 0 50 20" width="50" height="20">{text}'
    assert faults(svg.format(0)) != []
    assert faults(svg.format(45)) != []  # it leaves the drawing
    assert faults(svg.format(30)) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_drawing_stands_on_a_page(tmp_path: Path, name: str) -> None:
    for width, height in (size(figure.svg) for figure in figures(EXAMPLES[name](tmp_path))):
        assert width <= WIDEST
        assert height <= PAGE


def test_the_same_case_gives_the_same_drawings() -> None:
    assert figures(black_sea()) == figures(black_sea())


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_drawing_of_a_page_has_a_name_and_a_description_of_its_own(tmp_path: Path, name: str) -> None:
    found = [figure.svg for figure in figures(EXAMPLES[name](tmp_path))]
    for svg in found:
        root = ElementTree.fromstring(svg)
        assert root.get("role") == "img"
        title, description = root[0], root[1]
        assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (title.get("id"), description.get("id"))
        assert title.text
        assert description.text
    ids = re.findall(r' id="([^"]*)"', "".join(found))
    assert len(ids) == len(set(ids)) == 2 * len(found)


@pytest.mark.parametrize("name", few(4, EXAMPLES))
def test_every_kind_of_mark_has_its_look(tmp_path: Path, name: str) -> None:
    page = html_text(build_outline(istanbul()))
    for figure in figures(EXAMPLES[name](tmp_path)):
        # What has no rule of its own is plain text in the page's ink.
        assert {kind for kind in kinds(figure.svg) if f"svg.drawn .{kind} {{" not in page} <= {"what", "said"}


# What the drawing of the meetings shows.


def test_columns_are_parties_by_name_then_third_parties_then_people() -> None:
    names = [box.words for box in boxes(drawn(black_sea()))][:5]
    assert names == ["Russia", "Ukraine", "Turkey", "United Nations", "Roman Abramovich"]


def test_titles_names_and_places_are_whole(tmp_path: Path) -> None:
    case = crowded(tmp_path)
    everything = [written(figure.svg) for figure in meetings_figures(Context.of(case))]
    for key in Context.of(case).meetings[:MOST]:
        title = case.talks.meetings[key].title or ""
        assert any(_bare(title) in _bare(text) for text in everything), title
    for name in NAMES:
        assert all(_bare(name) in _bare(text) for text in everything)  # the head stands on every page


def _bare(text: str) -> str:
    """The letters alone, without what breaking a line puts between them."""
    return re.sub(r"[\s-]", "", text).casefold()


def test_the_mark_tells_the_part() -> None:
    svg = drawn(istanbul())
    assert {"side", "third", "met", "meets", "same"} <= kinds(svg)
    words = written(svg)
    assert "at the table" in words
    assert "host, mediator, facilitator or chair" in words
    assert "another part" in words
    assert "The same number twice" not in words


def test_meetings_of_no_known_order_stand_apart() -> None:
    lines = [box.words for box in boxes(drawn(istanbul()))]
    assert lines.index("Order not known") < lines.index("Consultation; place not said")
    assert lines.index("Direct talks of Ukraine and Russia") < lines.index("Order not known")
    assert "Order not known" not in written(drawn(black_sea()))


@pytest.mark.parametrize(
    ("certainty", "words"),
    [("certain", "The same"), ("probable", "Probably the same"), ("possible", "Possibly the same")],
)
def test_meetings_that_may_be_one_are_joined_by_a_bracket_with_a_word(
    tmp_path: Path, certainty: str, words: str
) -> None:
    doubt = f"same_as: {{meeting: first, certainty: {certainty}, by: me, why: so}}"
    case = small_case(tmp_path, ("after: [first], ", f"after: [first], {doubt}, "))
    assert 'class="same"' in drawn(case)
    assert f"{words} meeting as number 1" in written(drawn(case))
    (line,) = [line for line in sentences(figures(case)) if "This is" in line]
    assert f"This is {words.casefold()} meeting as 1 (" in line


def test_a_bracket_needs_both_its_ends(tmp_path: Path) -> None:
    assert 'class="same"' not in drawn(small_case(tmp_path))


def test_meetings_between_which_nothing_decides_have_the_same_number(tmp_path: Path) -> None:
    case = small_case(tmp_path, ("after: [first], ", ""), ("date: 2025-03-02", "date: 2025-03-01"))
    words = [box.words for box in boxes(drawn(case))]
    assert words.count("1.") == 2
    assert "nothing tells which of the two came first" in written(drawn(case))


def test_of_many_meetings_the_first_are_drawn_and_the_title_says_so(tmp_path: Path) -> None:
    found = meetings_figures(Context.of(crowded(tmp_path)))
    assert all(f"(the first {MOST})" in figure.title for figure in found)
    assert sum("session" in line.text for figure in found for line in figure.alternative) == MOST


def test_many_actors_share_the_last_column(tmp_path: Path) -> None:
    parties = "".join(f"  t{n}: {{name: Town {n:02}, kind: town}}\n" for n in range(20))
    everybody = ", ".join(f"t{n}" for n in range(20))
    talks = swap(TALKS, "third_parties:\n", f"third_parties:\n{parties}")
    talks = swap(talks, "participants: [north, south]", f"participants: [north, south, {everybody}]")
    case = read_case(make(tmp_path, talks))
    assert "others (named in the list below)" in written(drawn(case))
    assert "Town 19" in sentences(figures(case))[0]


# What is announced.


def test_what_is_ahead_is_outlined_and_apart() -> None:
    svg = drawn(two_valleys())
    lines = [box.words for box in boxes(svg)]
    assert lines.index("Session of the two valleys") < lines.index("Announced, still ahead as far as the case tells")
    assert lines.count("The two sides are to meet again") == 2
    assert svg.count('class="meets"') == 3  # two steps and the legend
    assert "meets" not in kinds(drawn(black_sea()))


def test_a_step_that_was_overtaken_is_told_as_announced() -> None:
    found = timeline_figures(Context.of(black_sea()))
    text = " ".join(written(figure.svg) for figure in found)
    assert "Announced then: The sides meet again in Turkey in the following week to sign" in text
    assert "Announced: Technical meetings of the four go on" in text
    (line,) = [line for line in sentences(found) if "following week" in line]
    assert line.endswith("Others have met since.")
    assert "following week" not in written(drawn(black_sea()))  # it is no meeting ahead


# The timeline.


def test_no_timeline_where_all_was_on_one_day() -> None:
    assert timeline_figures(Context.of(istanbul())) == ()


def test_days_that_are_announced_make_a_timeline() -> None:
    (figure,) = timeline_figures(Context.of(two_valleys()))
    lines = [box.words for box in boxes(figure.svg)]
    assert lines.index("14 May 2031") < lines.index("2 June 2031") < lines.index("9 June 2031")
    assert written(figure.svg).count("Accounts differ") == 2


def test_positions_stand_at_their_days_with_what_moved() -> None:
    found = timeline_figures(Context.of(black_sea()))
    text = " ".join(written(figure.svg) for figure in found)
    told = re.findall(r"(?:Accepts|Demands|Supports): (?:renewal for \d+ days|no renewal)(?: (?:Harder|Softer))?", text)
    assert told == [
        "Accepts: renewal for 120 days", "Accepts: renewal for 60 days Harder", "Demands: no renewal Harder",
        "Supports: renewal for 60 days Softer", "Demands: no renewal Harder",
    ]  # fmt: skip
    assert "Hardest: no renewal" in text
    assert "Hardest: renewal without an end" in text


def test_without_an_order_of_the_options_nothing_is_harder(tmp_path: Path) -> None:
    ordered, plain = (small_case(tmp_path / str(n), *swaps) for n, swaps in enumerate([(), (("ordered: true, ", ""),)]))
    assert "Harder" in written(drawn(ordered, 1))
    assert "harder" not in (written(drawn(plain, 1)) + str(sentences(figures(plain)))).casefold()


def test_a_meeting_without_a_day_stands_after_the_one_it_follows(tmp_path: Path) -> None:
    case = small_case(tmp_path, ("date: 2025-03-02, ", ""))
    lines = [box.words for box in boxes(drawn(case, 1))]
    assert lines.index("1 March 2025") < lines.index("Day not said")


def test_a_vague_day_does_not_change_the_order(tmp_path: Path) -> None:
    case = small_case(
        tmp_path, ("date: 2025-03-02", "date: '2025'"), ("    date: 2025-03-01\n", "    date: about 2025-09-01\n")
    )
    text = written(drawn(case, 1))
    assert "About 1 September 2025" in text
    assert text.index("Meeting of North and South") < text.index("Meeting of North ", text.index("South"))


# The same in sentences.


def test_sentences_name_everybody_in_order_with_article() -> None:
    lines = sentences(meetings_figures(Context.of(istanbul())))
    assert lines[0] == "1. Turkey, Ukraine and the United States met (trilateral); day and place not said."
    assert lines[2] == (
        "3. Direct talks of Ukraine and Russia: Russia and Ukraine met (bilateral) on 16 May 2025 in Istanbul (Dolmabahçe Palace). "
        "Turkey took part as mediator and host; Hakan Fidan (Turkey) as host and participant; Marco Rubio (United States) as "
        "participant; the United States as participant. This is possibly the same meeting as 2 (trilateral meeting of Turkey, "
        "Russia and Ukraine)."
    )


@pytest.mark.parametrize("name", ["Istanbul", "Black Sea", "Two Valleys", "crowded"])
def test_sentences_say_all_that_is_drawn(tmp_path: Path, name: str) -> None:
    case = EXAMPLES[name](tmp_path)
    found = figures(case)
    told_of = _bare(" ".join(sentences(found)))
    context = Context.of(case)
    for key in context.meetings[:MOST]:
        meeting = case.talks.meetings[key]
        assert _bare(meeting.title or "") in told_of
        assert _bare(meeting.place or "") in told_of
    for step in case.talks.outcome.next:
        assert len(step.between) == 1 or _bare(step.text.rstrip(".")) in told_of
    for chain in chains(context):
        for move in chain.moves:
            wanted = context.phrases.option(chain.issue, move.position.option)
            assert any(_bare(wanted) in _bare(written(figure.svg)) for figure in found)
            assert _bare(wanted) in told_of


@pytest.mark.parametrize("name", ["Istanbul", "Black Sea", "Two Valleys"])
def test_sentences_hold_no_ids(name: str) -> None:
    case = EXAMPLES[name](Path())
    ids = {key for key in (*case.talks.meetings, *case.talks.rounds, *case.talks.people) if "-" in key}
    assert not [key for key in ids for line in sentences(figures(case)) if key in line]


def test_a_line_rests_on_the_claims_of_the_meeting_and_of_its_roles() -> None:
    context = Context.of(istanbul())
    assert {"A01", "A07", "A53", "B32"} <= set(meeting_line(context, "direct").claims)


def test_what_nobody_has_reviewed_is_drawn_with_a_word(tmp_path: Path) -> None:
    case = small_case(
        tmp_path,
        ("format: talks/1\n", "format: talks/1\ndraft: true\n"),
        ("on 1 March,\n", "on 1 March, status: proposed,\n"),
    )
    (line, *_) = meetings_figures(Context.of(case))[0].alternative
    assert "proposed" in line.marks
    assert "Proposed, reviewed by nobody" in written(drawn(case))


# Measuring and breaking.


@given(st.text(max_size=60), st.integers(20, 300), st.booleans())
@settings(max_examples=cases(200, 3000))
def test_lines_fit_and_lose_nothing(text: str, width: int, bold: bool) -> None:
    lines = wrapped(told(text), width, 12, bold=bold)
    assert re.sub(r"[\s-]", "", "".join(lines)) == re.sub(r"[\s-]", "", told(text))
    widest = max((width_of(letter, 12, bold=bold) for letter in text), default=0)
    assert all(width_of(line, 12, bold=bold) <= max(width, 2 * widest + 12) for line in lines)


def test_words_are_broken_only_where_they_are_wider_than_a_line() -> None:
    assert wrapped("Signature of the Initiative", 90, 12) == ("Signature of", "the Initiative")
    assert wrapped("Verhandlungsdelegation", 90, 12) == ("Verhandlung-", "sdelegation")
    assert wrapped("北部河谷，各村", 52, 12) == ("北部河谷，".removesuffix("谷，"), "谷，各村")
    assert wrapped("", 90, 12) == ()


def test_a_sign_of_a_whole_phrase_is_written_in_letters() -> None:
    assert told("\ufdfd") == "بسم الله الرحمن الرحيم"


def test_a_label_is_whole_or_not_there(tmp_path: Path) -> None:
    long = "every word of it " * 30
    case = small_case(tmp_path, ("  first:\n", f"  first:\n    title: {long}\n"))
    assert "(its long words stand in the list below)" in written(drawn(case))
    assert "every word" not in written(drawn(case))
    assert long.strip() in sentences(figures(case))[0].casefold()


# In a Word file.


@pytest.mark.parametrize(
    "name", few(2, ["crowded", "Arabic", "Black Sea", "a turned direction", "escapes of a terminal", "emoji"])
)
def test_a_drawing_becomes_one_picture_that_fits_a_page(tmp_path: Path, name: str) -> None:
    for figure in build_outline(EXAMPLES[name](tmp_path)).annex[1].blocks:
        if isinstance(figure, Figure):
            picture = drawing_picture(figure.svg)
            assert picture.png.startswith(b"\x89PNG")
            assert picture.width <= 600
            assert picture.height <= 860


# Many of everything.


def many(folder: Path, lanes: int, moves: int) -> Case:
    """Chains of positions of one party, one issue each, a position a month."""
    issues = "".join(
        f"  i{n}: {{title: Question {n}?, options: {{yes: it is so, no: it is not so}}}}\n" for n in range(lanes)
    )
    positions = "".join(
        f"  - {{id: c{n}-{k}, party: north, issue: i{n}, option: {('yes', 'no')[k % 2]}, stance: demands, unsourced: x, "
        f"said_on: {2025 + k // 12}-{k % 12 + 1:02}{f', supersedes: c{n}-{k - 1}' if k else ''}}}\n"
        for n in range(lanes)
        for k in range(moves)
    )
    talks = swap(swap(TALKS, "issues:\n", f"issues:\n{issues}"), "positions:\n", f"positions:\n{positions}")
    return read_case(make(folder, talks))


@pytest.mark.parametrize(("lanes", "drawings", "first"), [(1, 1, 2), (2, 1, 3), (3, 2, 3), (4, 2, 3), (9, 2, 3)])
def test_lanes_that_do_not_fit_stand_in_a_drawing_of_their_own(
    tmp_path: Path, lanes: int, drawings: int, first: int
) -> None:
    """The small case has a chain of its own, on an ordered issue, which comes first."""
    found = timeline_figures(Context.of(many(tmp_path, lanes, 2)))
    assert [faults(figure.svg) for figure in found] == [[]] * drawings
    assert sum(box.words == "North" and box.top < 5 for box in boxes(found[0].svg)) == first
    assert ">Meetings<" in found[0].svg
    assert not any(">Meetings<" in figure.svg for figure in found[1:])
    assert ("More positions moved than are drawn" in written(found[-1].svg)) is (lanes + 1 > MOST_LANES)


def test_of_a_long_chain_the_last_positions_are_drawn_and_all_are_told(tmp_path: Path) -> None:
    found = timeline_figures(Context.of(many(tmp_path, 1, MOST_MOVES + 4)))
    text = " ".join(written(figure.svg) for figure in found)
    assert "The last 20 of 24 positions" in text
    assert len(re.findall(r"Demands: it is (?:not )?so", text)) == MOST_MOVES
    (line,) = [line for line in sentences(found) if "Question 0" in line]
    assert line.count("demands: it is") == MOST_MOVES + 4


def test_a_heading_stands_again_on_the_next_page(tmp_path: Path) -> None:
    more = "".join(f"  z{n:02}: {{title: Meeting of no day {n:02}, unsourced: seen}}\n" for n in range(26))
    found = meetings_figures(Context.of(read_case(make(tmp_path, swap(TALKS, "issues:\n", f"{more}issues:\n")))))
    heads = [
        [word for word in ("Order not known", "Order not known, continued") if f">{word}<" in f.svg] for f in found
    ]
    assert heads == [["Order not known"], ["Order not known, continued"], ["Order not known, continued"]][: len(found)]
    assert len(found) > 1
    assert sum("Meeting of no day" in line for line in sentences(found)) == 26
