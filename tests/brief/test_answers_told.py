"""How answers, questions, publishers, judgements and parts of a result are put into words: five cases of each rule, and more."""

from dataclasses import replace

import pytest

from goodoffices.brief import build_outline
from goodoffices.brief.articles import of_publisher
from goodoffices.brief.context import Context
from goodoffices.brief.english import words_of
from goodoffices.brief.heights import shortened
from goodoffices.brief.outline import Bullets, Line
from goodoffices.brief.questions import either
from goodoffices.brief.sections import meeting_words, result_words, stand_words
from goodoffices.brief.sections.glance import MOST, _who, main_meeting
from goodoffices.brief.sections.judged import assessment_lines
from goodoffices.brief.sections.meeting_words import met
from goodoffices.brief.sections.stand_words import briefly
from goodoffices.brief.sections.told_words import in_parts, told_by
from goodoffices.brief.sections.wanted import conditions
from goodoffices.talks import Assessment, Day

from .cases import black_sea, istanbul, labour, lines_of, section, texts, two_valleys, whole


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Hask Evening Ledger", "the Hask Evening Ledger"), ("Kelmarsk Courier", "the Kelmarsk Courier"),
        ("Press office of the Brightwater Works", "the press office of the Brightwater Works"),
        ("Delegation of Lower Tavnis", "the Delegation of Lower Tavnis"), ("United Nations", "the United Nations"),
        ("Ukrainska Post, 17 May 2023", "the Ukrainska Post, 17 May 2023"),
        ("The Ladle", "The Ladle"), ("open4business.com.ua", "open4business.com.ua"), ("TASS", "TASS"),
        ("Radio Free Europe/Radio Liberty", "Radio Free Europe/Radio Liberty"), ("Mirror", "Mirror"), ("", ""),
    ],
)  # fmt: skip
def test_a_publisher_takes_an_article_where_it_is_a_paper_or_an_office(name: str, told: str) -> None:
    assert of_publisher(name) == told


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ([], ""), (["five hours (A)"], "five hours (A)"),
        (["five hours (A)", "four hours (B)"], "five hours (A) or four hours (B)"),
        (["the sides meet again on 2 June (A)", "the sides meet again on 9 June (B)"],
         "the sides meet again on 2 June (A) or on 9 June (B)"),
        (["they meet in Hask (A)", "they meet in Lenn (B)", "they meet in Tarn (C)"],
         "they meet in Hask (A), in Lenn (B) or in Tarn (C)"),
        (["a fund of six crowns (A)", "a fund of eight crowns (B)"], "a fund of six crowns (A) or a fund of eight crowns (B)"),
        (["on 2 June (A)", "on 9 June (B)"], "on 2 June (A) or on 9 June (B)"),
        (["they (so A) meet on 2 June (A)", "they (so A) meet on 9 June (B)"],
         "they (so A) meet on 2 June (A) or they (so A) meet on 9 June (B)"),
    ],
)  # fmt: skip
def test_what_all_answers_begin_with_is_said_once(answers: list[str], told: str) -> None:
    assert either(answers) == told


@pytest.mark.parametrize(
    ("by", "text", "told"),
    [
        ("observers", "cautiously optimistic", "Observers are cautiously optimistic (only the Hask Evening Ledger)."),
        ("others in the hall", "divided", "Others in the hall are divided (only the Hask Evening Ledger)."),
        ("colm", "not very hopeful", "Rhea Colm (General Secretary, United Steelworkers of Hask) is not very hopeful "
         "(only the Hask Evening Ledger)."),
        ("dockers", "sceptical of the fund", "The Dockers are sceptical of the fund (only the Hask Evening Ledger)."),
        ("a diplomat", "worried", "A diplomat is worried (only the Hask Evening Ledger)."),
        ("observers", "a first good day", "Observers spoke of a first good day (only the Hask Evening Ledger)."),
        ("a diplomat", "sees no way out", "A diplomat sees no way out (only the Hask Evening Ledger)."),
        ("observers", "the talks were a step", "Observers: the talks were a step (only the Hask Evening Ledger)."),
        ("nobody named", "a first good day", "The Hask Evening Ledger spoke of a first good day."),
    ],
)  # fmt: skip
def test_a_judgement_has_a_verb(by: str, text: str, told: str) -> None:
    (line,) = assessment_lines(Context.of(labour()), Assessment(by=by, text=text, claims=("A29",)))
    assert line.text == told


@pytest.mark.parametrize(
    ("text", "claims", "told"),
    [
        ("No agreement on water, mill or ford; a week more", ("A44", "B26"),
         " (Tavnis Post; the Kelmarsk Courier tells a part of it)"),
        ("No agreement on water", ("A44", "B26"), " (reported by two of the three sources)"),
        ("No common words", ("A44", "B26"), " (reported by two of the three sources)"),
        ("No agreement on water, mill or ford", ("B26",), " (only the Tavnis Post)"),
    ],
)  # fmt: skip
def test_who_tells_a_part_of_a_result_and_which(text: str, claims: tuple[str, ...], told: str) -> None:
    assert told_by(Context.of(two_valleys()), claims, text) == told


@pytest.mark.parametrize(
    ("text", "claims", "told"),
    [
        ("No agreement on water, mill or ford", ("A44", "B26"),
         "No agreement on water, nor, according to the Tavnis Post, on mill or ford"),
        ("No agreement on the water, mill or ford", ("A44", "B26"),
         "No agreement on the water, nor, according to the Tavnis Post, on mill or ford"),
        ("No agreement on water", ("A44", "B26"), ""),
        ("No agreement on water, mill or ford", ("B26",), ""),
    ],
)  # fmt: skip
def test_what_only_one_denies_is_told_as_that(text: str, claims: tuple[str, ...], told: str) -> None:
    assert in_parts(Context.of(two_valleys()), claims, text) == told


WRITTEN: list[tuple[str, str, str, str]] = [
    ("after", "2031-05-16", "2031-05-14", " (only the Tavnis Post)"),
    ("during", "2031-05-14", "2031-05-14", " (Tavnis Post; the Kelmarsk Courier was written during the talks)"),
    ("before", "2031-05-13", "2031-05-14", " (Tavnis Post; the Kelmarsk Courier was written before the talks)"),
    ("during", "2031-05-15", "2031-05-14", " (only the Tavnis Post)"),  # of another round, and printed after this one
    ("after", "2031-05-13", "2031-05-14", " (Tavnis Post)"),  # after an earlier round
]
"""When the other paper was written and printed, when it happened, and what is told of who tells it."""


@pytest.mark.parametrize(("written", "printed", "happened", "told"), WRITTEN)
def test_who_could_not_tell_it_is_not_counted(written: str, printed: str, happened: str, told: str) -> None:
    case = two_valleys()
    sources = {k: s for k, s in case.record.sources.items() if k in ("A", "B")}
    sources["A"] = replace(sources["A"], written=written, printed=Day.parse(printed))  # type: ignore[arg-type]
    claims = tuple(c for c in case.record.claims if c.source in sources)
    less = replace(case, record=replace(case.record, sources=sources, claims=claims))
    assert told_by(Context.of(less), ("B26",), "No deal", Day.parse(happened), early=True) == told


@pytest.mark.parametrize(
    ("meeting", "told"),
    [
        ("us-tr-ua", "Turkey and the United States with Ukraine"), ("tr-ru-ua", "Turkey with both sides"), ("direct", ""),
    ],
)  # fmt: skip
def test_who_met_before(meeting: str, told: str) -> None:
    case = istanbul()
    assert _who(Context.of(case), case.talks.meetings[meeting]) == told


def test_who_met_before_is_told_where_there_is_room() -> None:
    case = istanbul()
    outcome = replace(case.talks.outcome, next=(), not_agreed=())
    less = replace(case, talks=replace(case.talks, positions=(), outcome=outcome))
    told = texts(section(build_outline(less), "glance"))
    assert (
        "Two trilateral meetings preceded the direct talks: Turkey and the United States with Ukraine, then Turkey with both sides."
        in told
    )
    third = "Turkey hosted and mediated the talks; the United States (Secretary of State Marco Rubio) was present, too."
    assert third in told
    assert (
        "Volodymyr Zelensky disputes the mandate of Russia's delegation, saying that it has no authority to make decisions."
        in told
    )
    assert sum(map(words_of, told)) <= MOST


@pytest.mark.parametrize("case", [istanbul, black_sea, labour, two_valleys])
def test_the_glance_has_as_many_words_as_it_may(case) -> None:
    assert sum(map(words_of, texts(section(build_outline(case()), "glance")))) <= MOST
    assert main_meeting(Context.of(case())) is not None


def test_what_only_another_tells_of_a_side_makes_room_first() -> None:
    context = Context.of(labour())
    assert [line.text for line in stand_words.briefly(context, 0)][-1] == (
        "According to Lars Anders of the Brightwater Works, the Dockers demand a ban on outside firms at the quay; "
        "no report quotes the Dockers themselves."
    )
    assert [line.text for line in stand_words.briefly(context, 0, hearsay=False)][
        -1
    ] == "No report quotes the Dockers themselves."


@pytest.mark.parametrize("without", ["nothing", "positions", "roles", "absent", "remarks"])
@pytest.mark.parametrize("case", [istanbul, black_sea, labour, two_valleys])
def test_who_led_and_what_is_next_are_told_before_anything_else_is_added(case, without: str) -> None:
    whole_case = case()
    meetings = {key: replace(one, **({without: ()} if without in ("roles", "absent", "remarks") else {}))
                for key, one in whole_case.talks.meetings.items()}  # fmt: skip
    positions = () if without == "positions" else whole_case.talks.positions
    less = replace(whole_case, talks=replace(whole_case.talks, meetings=meetings, positions=positions))
    context = Context.of(less)
    key = main_meeting(context)
    assert key is not None
    told = {claim for line in lines_of(section(build_outline(less), "glance")) for claim in line.claims}
    first = [*meeting_words.heads(context, key, weaker=False), *result_words.last(context, key)]
    assert all(set(line.claims) <= told or not line.claims for line in first), first


@pytest.mark.parametrize("case", [istanbul, labour, two_valleys])
def test_who_helped_and_who_was_absent_stand_somewhere_in_the_main_part_or_the_annex(case) -> None:
    context, outline = Context.of(case()), build_outline(case())
    meeting = context.case.talks.meetings[main_meeting(context) or ""]
    told = {claim for key in ("glance", "outside") for line in lines_of(whole(outline, key)) for claim in line.claims}
    lines = [*meeting_words.third_parties(context, meeting, people="none"), *meeting_words.absent(context, meeting)]
    assert lines
    assert all(not told.isdisjoint(line.claims) for line in lines)


@pytest.mark.parametrize("case", [istanbul, black_sea, labour, two_valleys])
def test_what_the_glance_tells_of_the_result_stands_below_as_well(case) -> None:
    outline = build_outline(case())
    told = {claims for line in lines_of(section(outline, "outcome")) for claims in line.claims}
    results = (*case().talks.outcome.agreed, *case().talks.outcome.not_agreed)
    own = {claim for result in results for claim in result.claims}
    glance = {claim for line in lines_of(section(outline, "glance")) for claim in line.claims}
    assert glance & own <= told


def test_who_demands_no_renewal_does_not_demand_it_on_a_condition() -> None:
    context = Context.of(black_sea())
    told = texts(whole(build_outline(black_sea()), "stands"))
    assert any("it now demands no renewal (17 July 2023)" in text for text in told)
    assert not any("demanded no renewal only if" in text for text in told)
    demanded = [p for p in context.case.talks.positions if p.stance in ("demands", "opposes", "refuses")]
    assert not [p.id for p in demanded if conditions(context, p)]


@pytest.mark.parametrize(
    ("reason", "kept"),
    [
        ("It has the day. " + "Word " * 90 + "end.", "It has the day."),
        ("One. Two? Three! " + "Word " * 90, "One. Two? Three!"),
        ("So said Dr. Lind. " + "Word " * 90, "So said Dr. Lind."),
        ("It was No. 5 that came. " + "Word " * 90, "It was No. 5 that came."),
        ("So A. Lind wrote. " + "Word " * 90, "So A. Lind wrote."),
    ],
)  # fmt: skip
def test_what_a_person_wrote_is_cut_at_the_end_of_a_sentence(reason: str, kept: str) -> None:
    (line,) = shortened(Bullets((Line(reason, signed="R. Quill"),))).lines  # type: ignore[union-attr]
    assert line.text == kept
    (other,) = shortened(Bullets((Line(reason),))).lines  # type: ignore[union-attr]
    assert other.text.endswith(" …")


def test_the_people_of_both_sides_are_named_or_of_neither() -> None:
    context = Context.of(two_valleys())
    lower, upper = (line.text for line in briefly(context, 1))
    assert lower.startswith("Lower Tavnis demands half of the summer water and refuses")  # whose people say one thing
    assert upper == (  # whose people say two
        "For Upper Tavnis, Maren Olvik demands two-thirds of the summer water; Joren Tash demands all of the summer water in a "
        "dry year."
    )
    assert not [line.text for line in briefly(context, 0) if "(" in line.text]


@pytest.mark.parametrize(
    ("title", "option", "told"),
    [
        ("Wages", "three and a half percent more", "On wages, the Brightwater Works proposes three and a half percent more."),
        ("Wages", "3.5 percent more", "On wages, the Brightwater Works proposes 3.5 percent more."),
        ("Wages", "half of it", "On wages, the Brightwater Works proposes half of it."),
        ("Wages", "more wages", "The Brightwater Works proposes more wages."),
        ("Wages", "a rise", "The Brightwater Works proposes a rise."),
        ("How much more?", "three percent", "The Brightwater Works proposes three percent."),
    ],
)  # fmt: skip
def test_an_amount_stands_with_its_issue(title: str, option: str, told: str) -> None:
    case = labour()
    wages = replace(case.talks.issues["wages"], title=title, options={"new": option})
    mine = replace(next(p for p in case.talks.positions if p.id == "p4"), option="new", claims=(), supersedes=None)
    talks = replace(case.talks, issues={"wages": wages}, positions=(mine,), conditions=())
    assert next(line.text for line in briefly(Context.of(replace(case, talks=talks)), 1)) == told


def test_with_the_least_room_the_house_is_not_named_where_the_town_is() -> None:
    context = Context.of(two_valleys())
    assert "met at the ferry house, Kelmarsk, on" in met(context, "session").text
    assert "met in Kelmarsk on" in met(context, "session", house=False).text
