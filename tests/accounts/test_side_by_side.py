"""Raw texts side by side: what stands where, which reports are one witness, which languages are compared in what."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.accounts import KINDS, SideBySide, as_data, side_by_side

LENN = (
    "The herders of Ada and the farmers of Brun met on 3 May 2031 in the town hall of Lenn. The fee is 40 crowns a herd. "
    "Ivo Maren signed the paper for the herders. The farmers' union has withdrawn its complaint. "
    "A brass band played outside for an hour."
)
POST = (
    "Herders and farmers came together in Lenn on 2 May 2031. For each herd a fee of 60 crowns is due. "
    "The paper was signed for the herders by Dag Osk. The farmers' union has not withdrawn its complaint."
)


def kinds(found: SideBySide) -> set[str]:
    return {d.kind for pair in found.pairs for d in pair.differences}


def marked(found: SideBySide, kind: str) -> list[tuple[str, str]]:
    texts = found.texts
    return [
        (texts[pair.a.source][d.a.start : d.a.end], texts[pair.b.source][d.b.start : d.b.end])
        for pair in found.pairs
        for d in pair.differences
        if d.kind == kind
    ]


def test_the_differing_words_are_marked_in_both() -> None:
    found = side_by_side({"lenn": LENN, "post": POST})
    assert marked(found, "number") == [("40", "60")]
    assert marked(found, "day") == [("3 May 2031", "2 May 2031")]
    assert marked(found, "who") == [("Ivo Maren", "Dag Osk")]
    assert kinds(found) == {"number", "day", "who", "polarity"}


def test_the_data_are_sentences_by_code_points_the_heaviest_first() -> None:
    found = side_by_side({"lenn": "𝄞 " + LENN, "post": POST})  # one code point, two UTF-16 units
    data = as_data(found)
    assert list(data) == ["sources", "texts", "pairs", "only", "copied"]
    assert data["sources"] == ["lenn", "post"]
    for pair in data["pairs"]:
        a, b = pair["a"], pair["b"]
        assert (a["source"], b["source"]) == ("lenn", "post")
        assert data["texts"]["lenn"][a["start"] : a["end"]].rstrip()[-1] == "."
        for d in pair["differences"]:
            assert a["start"] <= d["a"][0] < d["a"][1] <= a["end"]
            assert b["start"] <= d["b"][0] < d["b"][1] <= b["end"]
    assert all(one.weight >= other.weight for one, other in pairwise(found.pairs))


def test_what_one_alone_tells_stands_apart() -> None:
    found = side_by_side({"lenn": LENN, "post": POST})
    assert [LENN[s.start : s.end] for s in found.only["lenn"]] == ["A brass band played outside for an hour."]
    assert found.only["post"] == ()


def test_who_could_not_know_it_does_not_make_it_told_by_one_alone() -> None:
    early = "LENN, 1 May 2031 - Herders and farmers will meet in Lenn this week."
    late = "LENN, 9 May 2031 - Herders and farmers met in Lenn. On 7 May 2031 a flood took the bridge at Weir away."
    assert side_by_side({"early": early, "late": late}).only["late"] == ()


def test_the_order_of_the_reports_turns_the_sides_and_nothing_else() -> None:
    one, other = (side_by_side(dict(pair)) for pair in ((("x", LENN), ("y", POST)), (("y", POST), ("x", LENN))))
    assert [(p.a, p.b) for p in one.pairs] == [(p.b, p.a) for p in other.pairs]


def test_a_report_beside_itself_tells_nothing_differently() -> None:
    found = side_by_side({"a": LENN, "b": LENN})
    assert (found.pairs, dict(found.copied)) == ((), {"b": "a"})


def test_a_copy_is_no_witness_of_its_own() -> None:
    wire = LENN + " The mediator, the judge Ann Hay, thanked both sides for their patience and left by the night train."
    found = side_by_side(
        {"wire": wire, "paper": wire.replace(" A brass band played outside for an hour.", ""), "post": POST}
    )
    assert dict(found.copied) == {"paper": "wire"}
    assert {frozenset((p.a.source, p.b.source)) for p in found.pairs} == {frozenset(("wire", "post"))}
    assert found.only["paper"] == ()


def test_what_is_known_to_be_derived_is_one_witness_too() -> None:
    found = side_by_side({"a": LENN, "b": POST, "c": "A short note: the fee is 50 crowns a herd."}, derived={"c": "a"})
    assert {(p.a.source, p.b.source) for p in found.pairs} == {("a", "b"), ("a", "c")}


def test_reports_printed_long_after_each_other_tell_of_other_events() -> None:
    days = {"lenn": date(2031, 5, 4), "post": date(2031, 5, 18)}
    assert side_by_side({"lenn": LENN, "post": POST}, printed=days).pairs
    assert side_by_side({"lenn": LENN, "post": POST}, printed=days | {"post": date(2031, 5, 19)}).pairs == ()


def test_names_that_are_given_as_one_are_one() -> None:
    a, b = "Ivo Hay chaired the talks in Lenn.", "The talks in Lenn were chaired by Ivo Hegh."
    assert kinds(side_by_side({"a": a, "b": b})) == {"who"}
    assert kinds(side_by_side({"a": a, "b": b}, names={"Hay": ("Hay", "Hegh")})) == set()


def test_two_languages_are_compared_in_days_and_numbers_alone_and_it_says_so() -> None:
    other = (
        "Делегації Ади та Бруна зустрілися в Ленні 2 травня 2031 року. Збір у Ленні становить 60 крон. "
        "Документ підписав Даг Оск, а скаргу спілка не відкликала."
    )
    found = side_by_side({"en": LENN, "uk": other})
    assert found.across
    assert found.languages == {"en": "en", "uk": "uk"}
    assert kinds(found) <= {"day", "number"}
    assert ("3 May 2031", "2 травня 2031") in [(a, b[:13]) for a, b in marked(found, "day")]
    assert not any(found.only.values())


def test_what_has_not_happened_yet_is_no_difference() -> None:
    a = "The farmers have not signed the paper on the well so far."
    b = "The farmers have signed the paper on the well."
    assert kinds(side_by_side({"a": a, "b": b})) == set()


@pytest.mark.parametrize(
    "texts", [{}, {"a": LENN}, {"a": "", "b": ""}, {"a": LENN, "b": ""}, {"a": "\n \n", "b": "?!"}]
)
def test_where_there_is_nothing_to_compare_nothing_is_told(texts: dict[str, str]) -> None:
    assert side_by_side(texts).pairs == ()


def test_many_reports_are_each_set_beside_some_and_the_differing_ones_are_found() -> None:
    others = {
        f"r{n}": f"Village {n} held its fair on {n % 27 + 1} June 2031 and sold {n + 100} sheep." for n in range(40)
    }
    found = side_by_side({"lenn": LENN, **others, "post": POST})
    assert any({p.a.source, p.b.source} == {"lenn", "post"} for p in found.pairs)


WORDS = st.sampled_from(
    "Ada Brun Hay met signed not 3 40 May crowns. in Lenn the farmers agreed all some, may. "
    "“ ‘ \u202e \x00 \n\n - ; 2031 led by Übel не 12%".split(" ")
)


@given(st.lists(WORDS, max_size=60).map(" ".join), st.lists(WORDS, max_size=60).map(" ".join))
def test_whatever_stands_in_a_text_the_places_are_within_their_sentences(a: str, b: str) -> None:
    found = side_by_side({"a": a, "b": b})
    for pair in found.pairs:
        assert pair.differences
        for d in pair.differences:
            assert d.kind in KINDS
            assert pair.a.start <= d.a.start <= d.a.end <= pair.a.end <= len(a)
            assert pair.b.start <= d.b.start <= d.b.end <= pair.b.end <= len(b)
    paired = {(s.source, s.start) for p in found.pairs for s in (p.a, p.b)}
    assert not any((s.source, s.start) in paired for sides in found.only.values() for s in sides)


FIRST = (
    "The union and the brewery reached a deal before dawn. Wages go up by six per cent in two steps. "
    "The bottling line moves to Marn and nineteen jobs go with it. The vote is on Sunday in the sports hall. "
    "The mediator slept on a sofa, and nobody shouted after midnight."
)


def test_two_prints_are_never_each_taken_from_the_other() -> None:
    """The longer print shows itself as the origin; a case knows that it is the later one."""
    later = FIRST.replace("six per cent", "seventeen per cent").replace("nineteen", "one hundred and twenty-one")
    other = "Brewery and union have agreed at last. Wages go up by nine per cent in two steps. The bottling line moves to Osterby."
    found = side_by_side({"a": FIRST, "b": other, "c": later}, derived={"c": "a"})
    assert dict(found.copied) == {"c": "a"}
    beside = {(pair.a.source, pair.b.source) for pair in found.pairs}
    assert ("a", "b") in beside
    assert ("b", "c") not in beside


def test_identical_sentences_are_never_told_differently() -> None:
    found = side_by_side({"a": FIRST, "b": "Snow fell in the valley. " + FIRST.replace("Sunday", "Friday")})
    assert all(found.texts["a"][p.a.start : p.a.end] != found.texts["b"][p.b.start : p.b.end] for p in found.pairs)
