"""What a brief says: in which order, resting on what, in whose name; both examples and small cases made for one point."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from goodoffices.brief import brief_data, build_outline
from goodoffices.brief.context import Context
from goodoffices.brief.outline import Bullets, Line, Note, Outline, Paragraph, Section, Table
from goodoffices.brief.results import results
from goodoffices.brief.stands import COLUMNS, SILENCE, stands
from goodoffices.brief.unknown import unknowns
from goodoffices.case import Case, as_of, changes, read_case, state_of
from goodoffices.talks import Outcome, Remark

from ..case.cases import RECORD, TALKS, make, small_case, swap
from .cases import PARTIES, black_sea, crowd, examples, forms, istanbul, lines_of, terminal

ORDER = ["glance", "stands", "accounts", "outcome", "unknown"]


def section(outline: Outline, key: str) -> Section:
    (found,) = (s for s in (*outline.sections, *outline.annex) if s.id == key)
    return found


def texts(part: object) -> list[str]:
    return [f"{line.lead}: {line.text}" if line.lead else line.text for line in lines_of(part)]


def small(tmp_path: Path, key: str, *swaps: tuple[str, str]) -> list[Line]:
    """The lines of one section of the small case of two towns."""
    return list(lines_of(section(build_outline(small_case(tmp_path, *swaps)), key)))


@pytest.mark.parametrize("case", examples())
def test_the_sections_stand_in_their_order(case) -> None:
    # What could be agreed is told where the case says what the sides want.
    order = [*ORDER[:4], "agreement", *ORDER[4:]] if case().preferences else ORDER
    assert [s.id for s in build_outline(case()).sections] == order
    found = changes(state_of(as_of(case(), date(2023, 1, 1))), case(), "2023-01-01")
    outline = build_outline(case(), found)
    assert [s.id for s in outline.sections] == ["changed", *order]
    assert outline.sections[0].title == "What changed since 2023-01-01"
    annex = [s.id for s in outline.annex]
    assert annex[:5] == ["table", "meetings", "statements", "pairs", "sources"]
    assert all(key == "agreement-more" or key.endswith("-whole") for key in annex[5:])


def test_the_order_is_that_of_every_form() -> None:
    titles = [s.title for s in build_outline(istanbul()).sections]
    for name, text in forms(istanbul()).items():
        if name != "json":
            places = [re.search(re.escape(t), text, re.I).start() for t in titles]  # type: ignore[union-attr]
            assert places == sorted(places), name


def test_what_is_told_at_a_glance_is_read_in_a_minute() -> None:
    words = " ".join(texts(section(build_outline(istanbul()), "glance"))).split()
    assert 100 <= len(words) <= 200


AT_A_GLANCE = (
    "16 May 2025", "Istanbul", "Dolmabahçe Palace", "Ukraine and Russia", "bilateral", "Turkey", "Hakan Fidan", "mediator", "host",
    "United States", "Marco Rubio", "Rustem Umerov, Defense Minister", "Vladimir Medinsky, Presidential Aide",
    "no authority to make decisions", "Volodymyr Zelensky", "Vladimir Putin", "No immediate agreement", "coming weeks",
)  # fmt: skip


@pytest.mark.parametrize("word", AT_A_GLANCE)
def test_at_a_glance_tells(word: str) -> None:
    assert word.lower() in " ".join(texts(section(build_outline(istanbul()), "glance"))).lower()


# claims

COMPUTED = (
    r"\d+ meetings? in \d+ rounds? are recorded.*",
    r"The \d+ accounts contradict each other (?:in .*|nowhere\.)",
    r"No result is recorded\.",
    r"No source tells what comes next\.",
    r"Where .* stands on: .*",
    r"On which day .* printed it\.",
    r"What the delegations may accept: no source tells .*",
    r"Shares are ranges over .*",
    r"Nothing that counts is stated of .*",
    r"\d+ questions? more in the annex\.",
    r"And \d+ more: see the annex\.|and \d+ more: see the annex",
    SILENCE,
)
"""Lines of the main part that say what is missing, or how many there are: they rest on no claim, but on all of them."""


@pytest.mark.parametrize("case", examples())
def test_every_statement_names_its_claims(case) -> None:
    outline = build_outline(case(), changes(state_of(as_of(case(), date(2022, 1, 1))), case(), "then"))
    known = case().names
    for part in outline.sections:
        labels = {
            line.text for block in part.blocks if isinstance(block, Table) for row in block.rows for line in row[0]
        }
        for line in lines_of(part):
            if line.text in labels or any(re.fullmatch(pattern, line.text) for pattern in COMPUTED):
                continue
            # What a person judges without a claim is signed by him; what is computed from it is marked.
            assert line.claims or line.signed or (part.id == "agreement" and "assumed" in line.marks), (
                part.id,
                line,
                known,
            )


@pytest.mark.parametrize("case", examples())
def test_every_claim_that_is_named_has_a_card(case) -> None:
    outline = build_outline(case())
    named = {claim for part in (*outline.sections, *outline.annex) for line in lines_of(part) for claim in line.claims}
    assert named <= set(outline.cards)
    assert list(outline.cards) == [c.id for c in case().record.claims if c.status != "rejected"]


def test_a_rejected_claim_is_nowhere(tmp_path: Path) -> None:
    case = small_case(tmp_path, ("status: edited", "status: rejected"))
    outline = build_outline(case)
    assert "a7" not in outline.cards
    assert "a7" not in {
        claim for part in (*outline.sections, *outline.annex) for x in lines_of(part) for claim in x.claims
    }


# who tells a position


FOREIGN = "not Russia's own word"
POSITIONS = ("broader negotiations", "territorial concessions", "membership renounced", "giving up NATO membership")


def test_russias_positions_are_told_by_the_other_side_in_the_same_sentence() -> None:
    lines = [x for s in build_outline(istanbul()).sections for x in lines_of(s)]
    told = [x.text for x in lines if set(x.claims) & {"A41", "A42", "A43"} and x.text.startswith("demands")]
    assert len(told) == 3
    assert all(
        "as told by the other side, Volodymyr Zelensky (Ukraine), or by the source itself" in text for text in told
    )
    assert all(FOREIGN in text for text in told)


def test_nowhere_in_the_brief_does_russia_demand_in_its_own_name() -> None:
    for name, text in forms(istanbul()).items():
        if name == "json":
            continue
        flat = re.sub(r"<[^>]+>|&#39;|\\", lambda m: "'" if m[0] == "&#39;" else "", text)
        sentences = [x for x in re.split(r"[;.\n](?! not)", flat.replace("\n    ", " ")) if "Russia demands:" in x]
        assert name in ("pipe", "terminal") or len(sentences) >= 3
        if name != "terminal":  # there a sentence goes over several lines
            assert all("as told by the other side" in x for x in sentences), (name, sentences)


def test_a_position_told_by_its_own_side_says_by_whom() -> None:
    lines = [x.text for x in lines_of(section(build_outline(istanbul()), "stands"))]
    assert "demands: a full ceasefire, of no stated length (told by Rustem Umerov)" in lines
    assert "supports: a ceasefire of 30 days (told by Volodymyr Zelensky; 16 May 2025)" in lines


def test_a_position_told_by_a_third_party_is_not_the_partys_own(tmp_path: Path) -> None:
    (line,) = (x for x in small(tmp_path, "stands") if x.text.startswith("demands: no toll"))
    assert line.text == "demands: no toll (as told by The Board, or by the source itself; not South's own word)"


def test_who_tells_a_position_does_not_fall_off_where_the_option_is_long(tmp_path: Path) -> None:
    table = section(build_outline(crowd(tmp_path)), "stands").blocks[0]
    assert isinstance(table, Table)
    positions = [line.text for row in table.rows for line in row[2] if line.text != SILENCE]
    foreign = [text for text in positions if not text.startswith("demands")]
    assert foreign
    assert all(text.startswith("as told by the other side, ") and "own word" in text for text in foreign)


# silence


def test_silence_is_shown_as_silence() -> None:
    table = section(build_outline(istanbul()), "stands").blocks[0]
    assert isinstance(table, Table)
    assert table.head == ("Issue", "Ukraine", "Russia")
    shown = {
        (row[0][0].text, head)
        for row in table.rows
        for head, cell in zip(table.head, row, strict=True)
        if cell[0].text == SILENCE
    }
    silent = Context.of(istanbul()).silent
    titles = {
        ("Ukraine" if p == "ukraine" else "Russia", istanbul().talks.issues[i].title)
        for p, i in silent
        if i != "settlement"
    }
    assert {(head, issue) for issue, head in shown} == titles
    assert len(shown) == 7


def test_many_parties_stand_one_under_the_other(tmp_path: Path) -> None:
    whole = section(build_outline(crowd(tmp_path)), "stands-whole").blocks[0]
    assert isinstance(whole, Table)
    assert PARTIES > COLUMNS
    assert whole.head == ("Issue", "Party", "Position")
    assert len(whole.rows) == PARTIES * 6


# judgement


@pytest.mark.parametrize("case", examples())
def test_judgement_is_signed_and_set_apart(case) -> None:
    outline, told = build_outline(case()), forms(case())
    blocks = [b for s in outline.sections for b in s.blocks if isinstance(b, Bullets)]
    (judged,) = (b for b in blocks if b.title == "How it is judged")
    assert all(line.signed for line in judged.lines)
    assert {line.signed for b in blocks for line in b.lines if line.lead == "Judgement"} <= {"analyst, 20 July 2023"}
    signed = [line for s in outline.sections for line in lines_of(s) if line.signed]
    assert told["html"].count('<li class="signed">') >= len(signed)
    for line in signed:
        assert f"  | {f'{line.lead}: ' if line.lead else ''}{line.text} -- {line.signed}" in told["pipe"]
        assert f"*{line.text.replace('[', chr(92) + '[')}*" in told["md"] or "_" in line.text
    assert not any(
        line.signed for b in blocks if b.title != "How it is judged" for line in b.lines if "agree" in line.text[:40]
    )


def test_a_judgement_follows_what_it_judges(tmp_path: Path) -> None:
    blocks = [b for b in section(build_outline(small_case(tmp_path)), "accounts").blocks if isinstance(b, Bullets)]
    assert [line.lead for line in blocks[0].lines] == ["Day (meeting of North and South)", "Judgement"]
    assert not [line for b in blocks[1:] for line in b.lines if line.lead == "Judgement"]


def test_a_judgement_of_what_agrees_is_told_too(tmp_path: Path) -> None:
    swaps = [("value: 2025-03-03, words: on 3 March", "value: 2025-03-01, words: on 3 March")]
    block = section(build_outline(small_case(tmp_path, *swaps)), "accounts").blocks[-1]
    assert isinstance(block, Bullets)
    assert block.title == "What agrees, and what only one account tells"
    assert block.lines[0].lead == "Judgement"


def test_a_finding_stands_with_the_one_who_made_it_and_why(tmp_path: Path) -> None:
    (line,) = (x for x in small(tmp_path, "accounts") if x.lead == "Judgement")
    assert (line.text, line.signed) == ("Day (meeting of North and South): a3, b1 disputed; the two differ", "me")
    assert line.claims == ("a3", "b1")


def test_two_meetings_that_may_be_one_are_so_in_somebodys_opinion() -> None:
    (line,) = (x for x in unknowns(Context.of(istanbul())) if x.text.startswith("Whether two meetings are one"))
    assert line.signed == "analyst"
    assert "(possible)" in line.text


# marks


def test_a_contradicted_statement_is_marked_where_it_stands(tmp_path: Path) -> None:
    lines = small(tmp_path, "glance")
    marked = [line for line in lines if "contradicted" in line.marks]
    assert [set(line.claims) & {"a3", "b1"} != set() for line in lines] == [line in marked for line in lines]


def test_a_proposed_claim_of_a_draft_is_marked_wherever_it_is_shown(tmp_path: Path) -> None:
    draft = ("title: Talks of two towns", "title: Talks\ndraft: true")
    led = "words: led for North,\n     "
    case = small_case(tmp_path, draft, (led, f"{led}status: proposed, "))
    outline = build_outline(case)
    lines = [x for s in (*outline.sections, *outline.annex) for x in lines_of(s) if "a2" in x.claims]
    assert lines
    assert all("proposed" in line.marks for line in lines)
    assert outline.cards["a2"].status == "proposed"
    assert "A draft: lines marked [proposed]" in outline.notices[0]
    told = forms(case)
    assert "[proposed]" in told["html"]
    assert "[proposed]" in terminal(outline)
    assert "\\[proposed\\]" in told["md"]


# what is not there


def test_a_case_of_nothing_says_so() -> None:
    outline = build_outline(as_of(istanbul(), date(2020, 1, 1)), as_of="2020-01-01")
    told = " ".join(texts(outline.sections))
    assert "No meeting is recorded yet." in told
    notes = [b.text for s in outline.sections for b in s.blocks if isinstance(b, Note)]
    assert "No source tells a position of a party." in notes
    assert "No source tells of a result." in notes
    assert outline.notices == ("As it could be known on 2020-01-01: later sources are left out.",)


def test_one_account_alone_is_compared_with_nothing(tmp_path: Path) -> None:
    outline = build_outline(as_of(small_case(tmp_path), date(2025, 3, 6)))
    (note,) = section(outline, "accounts").blocks
    assert isinstance(note, Note)
    assert note.text.startswith("There is one account only")


UNKNOWN = {
    "a contradiction that nobody judged": (
        [(RECORD[RECORD.index("findings:"):], "findings: []\n")],
        "Which account is right on Day (meeting of North and South): The Paper and The Wire contradict each other, "
        "and nobody has judged it.",
    ),
    "what only one tells of the result": ([], "Whether other sources confirm what only one tells of the result: No deal."),
    "a party that nobody lets speak": ([], "South's own word: the one position told of it comes from others."),
    "a mandate": ([], "What the delegations may accept: no source tells the mandate of North."),
    "the day of a print": ([], "On which day The Wire printed it."),
    "the day of a meeting": ([("{date: 2025-03-02, after", "{after")], "The day of: meeting of North."),
    "where a party stands": ([], "Where South stands on: water."),
}  # fmt: skip


@pytest.mark.parametrize("kind", UNKNOWN)
def test_what_is_missing_is_asked(tmp_path: Path, kind: str) -> None:
    swaps, question = UNKNOWN[kind]
    assert question in [line.text for line in small(tmp_path, "unknown", *swaps)]


def test_a_contradiction_that_somebody_judged_is_not_asked_again(tmp_path: Path) -> None:
    assert not [x for x in small(tmp_path, "unknown") if "nobody has judged it" in x.text]


def test_the_gravest_differences_come_first(tmp_path: Path) -> None:
    case: Case = small_case(tmp_path)
    titles = [b.title for b in section(build_outline(case), "accounts").blocks if isinstance(b, Bullets)]
    assert titles[0] == "They contradict each other"
    titles = [b.title for b in section(build_outline(black_sea()), "accounts").blocks if isinstance(b, Bullets)]
    assert titles[:2] == ["They contradict each other", "They differ in a qualifier; both can hold"]


def test_each_pair_is_told_once_in_the_annex() -> None:
    for case in (istanbul(), black_sea()):
        (table,) = section(build_outline(case), "pairs").blocks
        assert isinstance(table, Table)
        pairs = [frozenset(c for cell in row[1:3] for line in cell for c in line.claims) for row in table.rows]
        assert len(pairs) == len(set(pairs)) == len({frozenset((a, b)) for a, b, _ in case.comparison.pairs()})


def test_movement_tells_every_step_with_its_day(tmp_path: Path) -> None:
    (line,) = (x for x in small(tmp_path, "stands") if x.lead == "North")
    steps = "demands: a half (day not said) → demands: most of it (harder, day not said)"
    assert line.text == f"water (hardest for North: most of it): {steps}."
    assert line.claims == ("a5", "b2")


def test_what_is_hardest_is_told_once_and_for_each_side(tmp_path: Path) -> None:
    lines = [line.text for line in lines_of(stands(Context.of(black_sea())))]
    (ukraine,) = (x for x in lines if x.startswith("How long") and "(hardest for Ukraine: without an end" in x)
    assert "? (hardest for Ukraine: without an end, renewed by itself): proposes: for one year" in ukraine
    assert ukraine.count("harder") == 1
    (russia,) = (x for x in lines if x.startswith("How long") and "(hardest for Russia: no renewal)" in x)
    assert russia.count("harder") > 1
    found = changes(state_of(as_of(black_sea(), date(2023, 3, 17))), black_sea(), "then")
    moved = [
        x
        for x in texts(section(build_outline(black_sea(), found), "changed"))
        if x.startswith("Position moved: Russia")
    ]
    assert len(moved) == 3
    assert ["(hardest for Russia: no renewal)" in x for x in moved] == [True, False, False]


def test_without_an_order_nothing_is_called_the_hardest(tmp_path: Path) -> None:
    (line,) = (x for x in small(tmp_path, "stands", ("ordered: true, ", "")) if x.lead == "North")
    assert line.text == "water: demands: a half (day not said) → demands: most of it (day not said)."


def test_a_meeting_of_which_nobody_tells_who_met_is_told_so(tmp_path: Path) -> None:
    case = small_case(tmp_path)
    bare = {key: replace(one, participants=(), delegations=()) for key, one in case.talks.meetings.items()}
    told = texts(section(build_outline(replace(case, talks=replace(case.talks, meetings=bare))), "glance"))
    assert any(text.endswith("no source tells who met.") for text in told)
    assert not any(",  met" in text for text in told)


def test_the_glance_is_one_paragraph() -> None:
    (block,) = section(build_outline(istanbul()), "glance").blocks
    assert isinstance(block, Paragraph)


# what comes next

NEXT = "  next:\n    - {text: They meet again, meeting: first, between: [north, south], unsourced: seen}\n"
OUTCOME = "outcome:\n"
BOTH_SIT = ("delegations: [team], claims: [a4]", "participants: [north, south], claims: [a4]")
DATED = ("{text: They meet again, meeting: first,", "{text: They meet again, date: 2025-03-01,")


@pytest.mark.parametrize(
    ("swaps", "ahead"),
    [
        ((), True),  # the second meeting is one of North alone
        ((BOTH_SIT,), False),
        ((BOTH_SIT, (NEXT, NEXT.replace("meeting: first", "meeting: second"))), True),
        ((BOTH_SIT, DATED), False),
        ((BOTH_SIT, (DATED[0], "{text: They meet again, date: 2025-04,")), True),
        ((BOTH_SIT, (DATED[0], "{text: They meet again,")), True),  # neither day nor meeting: nothing overtakes it
    ],
)
def test_a_next_step_that_a_later_meeting_overtook_is_told_as_such(
    tmp_path: Path, swaps: tuple[tuple[str, str], ...], ahead: bool
) -> None:
    talks = swap(TALKS, OUTCOME, OUTCOME + NEXT)
    for old, new in swaps:
        talks = swap(talks, old, new)
    case = read_case(make(tmp_path, talks))
    assert brief_data(case)["outcome"]["next"][0]["overtaken"] is not ahead
    outline = build_outline(case)
    glance = texts(section(outline, "glance"))
    assert any(x.startswith("Next: They meet again") for x in glance) is ahead
    assert ("No source tells what comes next." in glance) is not ahead
    (told,) = (x for x in texts(section(outline, "outcome")) if x.startswith("They meet again"))
    assert ("; they have met again since" in told) is not ahead


def test_what_is_still_ahead_comes_before_what_was_announced_long_ago() -> None:
    (block,) = (b for b in results(Context.of(black_sea())).blocks if getattr(b, "title", "") == "Next")
    assert isinstance(block, Bullets)
    assert [line.text.endswith("since.") for line in block.lines] == [False, False, True]


def test_as_of_a_day_neither_later_rounds_nor_a_step_long_taken_are_told() -> None:
    glance = " ".join(texts(section(build_outline(as_of(black_sea(), date(2022, 11, 30))), "glance")))
    assert "5 meetings in 2 rounds are recorded, from July 2022 to November 2022." in glance
    assert "following week" not in glance
    assert "5 rounds" not in " ".join(texts(section(build_outline(black_sea()), "glance")))  # in the last nobody met


def test_the_sources_say_when_they_were_written_and_how_much_of_them_counts(tmp_path: Path) -> None:
    case = small_case(tmp_path)
    proposed = replace(case.record, claims=tuple(replace(c, status="proposed") for c in case.record.claims))
    unsaid = {key: replace(source, written="not said") for key, source in case.record.sources.items()}
    told = texts(section(build_outline(replace(case, record=replace(proposed, sources=unsaid))), "sources"))
    number = sum(c.source == next(iter(unsaid)) for c in case.record.claims)
    assert f"0; {number} proposed" in told
    assert any("when it was written: not said" in text for text in told)
    assert not any("not said the talks" in text for text in told)


@pytest.mark.parametrize("predicate", ["result", "agreed"])
def test_what_came_of_a_meeting_is_never_told_as_no_result(predicate: str) -> None:
    case = istanbul()
    claim = replace(case.claims["B38"], id="Z1", predicate=predicate, value="a joint statement", modality="asserted")
    remark = Remark(text="Result: a joint statement", claims=("Z1",))
    meeting = replace(case.talks.meetings["direct"], remarks=(remark,))
    talks = replace(case.talks, meetings={**case.talks.meetings, "direct": meeting}, outcome=Outcome())
    told = replace(case, talks=talks, record=replace(case.record, claims=(*case.record.claims, claim)))
    text = terminal(build_outline(told))
    assert "No result is recorded" not in text
    assert "No source tells of a result" not in text
    assert text.count("a joint statement") >= 2
