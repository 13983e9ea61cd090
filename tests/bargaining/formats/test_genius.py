"""Genius XML as it is found in the wild, and as somebody might write it who means harm."""

import time
from fractions import Fraction
from pathlib import Path

import pytest

from goodoffices.bargaining import Scenario
from goodoffices.bargaining.formats import read_scenario

from .contract import NORTH, WEIGHTS, Contract, problems
from .written import genius_domain, genius_profile

F = Fraction


class TestGenius(Contract):
    """The suite of every format."""

    ending = "xml"
    domain = staticmethod(genius_domain)
    profile = staticmethod(genius_profile)


def read(folder: Path, domain: str | bytes, *profiles: str | bytes) -> Scenario:
    return read_scenario(files(folder, domain, *profiles))


def files(folder: Path, *texts: str | bytes) -> list[Path]:
    paths = [folder / f"{'dabc'[n]}.xml" for n in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return paths


DOMAIN = genius_domain({"x": ["p", "q"]})


def profile(items: str, weight: str = '<weight index="1" value="1"/>', rest: str = "", index: str = 'index="1"') -> str:
    issue = f'<issue {index} name="x">\n{items}\n</issue>'
    return f"<utility_space>\n<objective>\n{issue}\n{weight}\n</objective>\n{rest}</utility_space>"


ITEMS = '<item value="p" evaluation="3"/>\n<item value="q" evaluation="7"/>'


def worths(scenario: Scenario, party: str = "a") -> list[Fraction]:
    return [scenario.utilities[party].worth(i, o) for i, options in scenario.issues.items() for o in options]


def test_evaluations_are_divided_by_the_largest_of_the_issue_and_nothing_is_rescaled(tmp_path: Path) -> None:
    assert worths(read(tmp_path, DOMAIN, profile(ITEMS, '<weight index="1" value="0.3"/>'))) == [F(9, 70), F(3, 10)]


def test_an_issue_that_is_worth_nothing_is_worth_nothing(tmp_path: Path) -> None:
    assert worths(read(tmp_path, DOMAIN, profile(ITEMS.replace("3", "0").replace("7", "0")))) == [0, 0]


def test_evaluations_below_zero_count_where_one_is_above(tmp_path: Path) -> None:
    assert worths(read(tmp_path, DOMAIN, profile(ITEMS.replace("3", "-3")))) == [F(-3, 7), 1]


def test_evaluations_of_which_none_is_above_zero_are_refused(tmp_path: Path) -> None:
    (found,) = problems(*files(tmp_path, DOMAIN, profile(ITEMS.replace("3", "-3").replace("7", "0"))))
    assert found == "a.xml:3: found no evaluation of x above 0, expected at least one, by which all are divided"


def test_only_items_of_the_issue_itself_count(tmp_path: Path) -> None:
    nested = '<similarity><item value="p" evaluation="100"/><item value="r" evaluation="100"/></similarity>'
    scenario = read(tmp_path, DOMAIN.replace("</issue>", f"{nested}</issue>"), profile(ITEMS + nested))
    assert scenario.issues == {"x": ("p", "q")}
    assert worths(scenario) == [F(3, 7), 1]


def test_an_item_listed_twice_counts_as_it_stands_last(tmp_path: Path) -> None:
    scenario = read(tmp_path, DOMAIN, profile('<item value="p" evaluation="99"/>\n' + ITEMS))
    assert worths(scenario) == [F(3, 7), 1]
    assert [note.partition("a.xml")[2] for note in scenario.notes] == [
        ":5: the item p of x is listed a second time; the last one counts"
    ]


def test_an_item_that_the_domain_lists_twice_is_one_option(tmp_path: Path) -> None:
    doubled = DOMAIN.replace('<item index="2"', '<item value="p"></item>\n<item index="2"')
    scenario = read(tmp_path, doubled, profile(ITEMS))
    assert scenario.issues == {"x": ("p", "q")}
    assert "d.xml:7: the item p of x is listed a second time; it is one option" in scenario.notes[0]


def test_a_bare_ampersand_is_read_as_the_sign(tmp_path: Path) -> None:
    domain = DOMAIN.replace('value="p"', 'value="R&D"').replace('value="q"', 'value="q &amp; &#65; & so"')
    scenario = read(tmp_path, domain, profile(ITEMS.replace('"p"', '"R&amp;D"').replace('"q"', '"q & A &amp; so"')))
    assert scenario.issues == {"x": ("R&D", "q & A & so")}
    assert [note.rpartition(".xml:")[2] for note in scenario.notes] == [
        f"{line}: a bare & was read as the sign itself (XML has &amp; for it)" for line in (5, 7, 5)
    ]


def test_cp1252_is_read_with_a_note(tmp_path: Path) -> None:
    scenario = read(tmp_path, DOMAIN.replace('"p"', '"€ 5"'), profile(ITEMS.replace('"p"', '"€ 5"')).encode("cp1252"))
    assert scenario.issues["x"][0] == "€ 5"
    assert [note.partition("a.xml")[2] for note in scenario.notes] == [
        ":4: the text is not UTF-8; it was read as cp1252 (Windows)"
    ]


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-8", "utf-16", "utf-8-sig"])
def test_an_encoding_that_is_declared_is_used_without_a_note(tmp_path: Path, encoding: str) -> None:
    def encoded(text: str) -> bytes:
        head = "" if encoding == "utf-8-sig" else f'<?xml version="1.0" encoding="{encoding}"?>\n'
        return (head + text.replace('"p"', '"é"')).encode(encoding)

    scenario = read(tmp_path, encoded(DOMAIN), encoded(profile(ITEMS)))
    assert scenario.issues["x"][0] == "é"
    assert scenario.notes == ()


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (found,) = problems(*files(tmp_path, DOMAIN, profile(ITEMS).encode().replace(b'"p"', b'"\x81"')))
    assert found == "a.xml:4: found the byte 0x81, which is neither UTF-8 nor cp1252, expected UTF-8"


def test_an_unknown_encoding_is_refused(tmp_path: Path) -> None:
    (found,) = problems(*files(tmp_path, DOMAIN, '<?xml version="1.0" encoding="EBCDIC"?>' + profile(ITEMS)))
    assert "the encoding 'ebcdic'" in found


def test_weights_belong_to_the_index_that_the_profile_gives(tmp_path: Path) -> None:
    two = genius_domain({"x": ["p"], "y": ["q"]})
    turned = (
        '<utility_space><objective><weight index="7" value="0.25"/><weight index="3" value="0.75"/>'
        '<issue index="3" name="y"><item value="q" evaluation="1"/></issue>'
        '<issue index="7" name="x"><item value="p" evaluation="1"/></issue></objective></utility_space>'
    )
    assert worths(read(tmp_path, two, turned)) == [F(1, 4), F(3, 4)]


def test_issues_may_stand_within_objectives(tmp_path: Path) -> None:
    inner = profile(ITEMS).replace(
        "<objective>", '<objective index="0"><objective index="9"><weight index="9" value="1"/>'
    )
    scenario = read(tmp_path, DOMAIN, inner.replace("</objective>", "</objective></objective>"))
    assert worths(scenario) == [F(3, 7), 1]


def test_reservation_and_discount_are_kept(tmp_path: Path) -> None:
    rest = '<discount_factor value="0.9"></discount_factor><reservation value="0.5"> </reservation>'
    utility = read(tmp_path, DOMAIN, profile(ITEMS, rest=rest)).utilities["a"]
    assert (utility.no_deal, utility.discount) == (F(1, 2), F(9, 10))


def test_weights_reservations_and_discounts_count_as_they_stand_last(tmp_path: Path) -> None:
    weights = '<weight index="1" value="9"/><weight index="1" value="0.5"/>'
    scenario = read(tmp_path, DOMAIN, profile(ITEMS, weights, '<reservation value="1"/><reservation value="0.1"/>'))
    assert worths(scenario)[1] == F(1, 2)
    assert scenario.utilities["a"].no_deal == F(1, 10)
    assert [note.partition("a.xml")[2] for note in scenario.notes] == [
        ":7: a second weight for the index 1; the last one counts",
        ":9: <reservation> stands a second time; the last one counts",
    ]


def test_whole_numbers_beyond_those_of_the_profile_are_refused(tmp_path: Path) -> None:
    ranged = '<issue index="1" name="x" type="integer" lowerbound="0" upperbound="{}"><evaluator slope="1" ftype="linear"/></issue>'
    domain = f"<negotiation_template><utility_space>{ranged.format(9)}</utility_space></negotiation_template>"
    text = f'<utility_space>{ranged.format(3)}<weight index="1" value="1"/></utility_space>'
    assert "no worth of x: 4, 5, 6, 7, 8 and 1 more" in problems(*files(tmp_path, domain, text))[0]


def test_whole_numbers_are_options(tmp_path: Path) -> None:
    ranged = '<issue index="1" name="x" type="integer" lowerbound="-1" upperbound="2">{}</issue>'
    domain = f"<negotiation_template><utility_space>{ranged.format('')}</utility_space></negotiation_template>"
    one = ranged.format('<evaluator ftype="linear" slope="0.4" offset="0.1"/>')
    scenario = read(
        tmp_path, domain, f'<utility_space><objective>{one}<weight index="1" value="0.5"/></objective></utility_space>'
    )
    assert scenario.issues == {"x": ("-1", "0", "1", "2")}
    assert worths(scenario) == [F(1, 20), F(1, 4), F(9, 20), F(1, 2)]  # the last one is kept at 1


@pytest.mark.parametrize(
    ("issue", "told"),
    [
        ('type="real" lowerbound="0" upperbound="1"', "the issue x of real numbers"),
        ('type="integer" lowerbound="0" upperbound="1000000000000"', "the issue x from 0 to 1000000000000"),
        ('type="integer" lowerbound="3" upperbound="2"', "the issue x from 3 to 2"),
        ('type="integer" lowerbound="0"', "no number as the upperbound of x"),
        ('type="integer" lowerbound="0" upperbound="1.5"', "1.5 as the upperbound of x"),
        ('type="integer" lowerbound="0" upperbound="1e17"', "as the upperbound of x"),
    ],
)
def test_ranges_that_cannot_be_counted_are_refused(tmp_path: Path, issue: str, told: str) -> None:
    domain = f'<negotiation_template><utility_space><issue index="1" name="x" {issue}/></utility_space></negotiation_template>'
    (found,) = problems(*files(tmp_path, domain, profile(ITEMS)))
    assert told in found


def test_whole_numbers_of_the_oldest_versions_are_refused(tmp_path: Path) -> None:
    ranged = '<issue index="1" name="x" type="integer" lowerbound="0" upperbound="2">{}</issue>'
    domain = f"<negotiation_template><utility_space>{ranged.format('')}</utility_space></negotiation_template>"
    old = ranged.format('<evaluator ftype="linear" parameter0="0" parameter1="1"/>')
    (found,) = problems(*files(tmp_path, domain, f'<utility_space>{old}<weight index="1" value="1"/></utility_space>'))
    assert "an evaluator of ftype linear without slope for x" in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (profile(ITEMS, weight=""), "a.xml:3: found no weight for x (index 1)"),
        (profile(ITEMS, weight='<weight value="1"/>'), "a.xml:7: found a weight without an index"),
        (profile(ITEMS, weight='<weight index="1"/>'), "a.xml:7: found no number as the weight of x"),
        (profile(ITEMS, index=""), "a.xml:3: found the issue x without an index"),
        (profile(ITEMS + "<item evaluation='1'/>"), "a.xml:5: found an item of x without a value"),
        (profile('<item value="p"/>\n<item value="q" evaluation="1"/>'), "a.xml:4: found no number as the evaluation of p of x"),
        (profile(ITEMS, rest='<reservation value="nan"/>'), "a.xml:9: found 'nan' as the value of <reservation>"),
        (profile(ITEMS, rest="<ufun/>"), "a.xml:9: found a utility space with <ufun>"),
        (profile(ITEMS).replace('name="x"', 'name=" "'), "a.xml:3: found an issue without a name"),
        (profile(ITEMS, '<weight index="1" value="1"/>\n<weight index="5" value="1"/>'), "a.xml:8: found a weight for the index 5"),
        (profile(ITEMS).replace('name="x"', 'name="X"'), "a.xml:3: found the issue X"),
        (profile("<range/>", index='index="1" type="integer"'), "a.xml:3: found the whole numbers of x without what each is worth"),
        (profile(ITEMS) + "<more/>", "broken XML (junk after document element)"),
        (profile(ITEMS).replace("</issue>", ""), "broken XML (mismatched tag)"),
        (profile(ITEMS).replace('"p"', '"&eacute;"'), "broken XML (undefined entity)"),
        (profile(ITEMS).replace('"p"', '"&#0;"'), "broken XML"),
        ("<html><body/></html>", "found neither a domain nor a profile"),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_their_line(tmp_path: Path, text: str, told: str) -> None:
    assert any(told in found for found in problems(*files(tmp_path, DOMAIN, text)))


def test_an_issue_twice_and_an_index_twice_are_refused(tmp_path: Path) -> None:
    twice = DOMAIN.replace("</objective>", '<issue name="x"><item value="r"/></issue></objective>')
    assert "the issue x a second time (first on line 4)" in problems(*files(tmp_path, twice, profile(ITEMS)))[0]
    two = genius_domain({"x": ["p"], "y": ["p"]})
    issue = '<issue index="1" name="{}"><item value="p" evaluation="1"/></issue>'
    one_index = f'<utility_space>{issue.format("x")}{issue.format("y")}<weight index="1" value="1"/></utility_space>'
    assert "the index 1 for x and for y" in problems(*files(tmp_path, two, one_index))[0]


# Harm.

LAUGHS = (
    '<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>\n<utility_space>&j;</utility_space>"
)
OUTSIDE = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><utility_space><issue name="&x;"/></utility_space>'
REMOTE = '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd"><utility_space/>'


@pytest.mark.parametrize("text", [LAUGHS, OUTSIDE, REMOTE, "<!DOCTYPE utility_space><utility_space/>"])
def test_a_document_type_is_refused_before_anything_is_expanded_or_fetched(tmp_path: Path, text: str) -> None:
    paths, start = files(tmp_path, DOMAIN, text), time.perf_counter()
    (found,) = problems(*paths)
    assert "a document type declaration" in found
    assert time.perf_counter() - start < 1


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    paths = files(tmp_path, DOMAIN, profile(ITEMS))
    with paths[1].open("ab") as file:
        file.truncate(200_000_000)  # a hole: no disk is filled
    start = time.perf_counter()
    (found,) = problems(*paths)
    assert "a file of more than 8,388,608 bytes" in found
    assert time.perf_counter() - start < 1


def test_elements_without_end_are_refused(tmp_path: Path) -> None:
    assert "nested deeper than 100" in problems(*files(tmp_path, DOMAIN, "<a>" * 200_000))[0]
    assert "more than 200,000 elements" in problems(*files(tmp_path, DOMAIN, "<a>" + "<b/>" * 200_000 + "</a>"))[0]


def test_a_number_without_end_is_refused(tmp_path: Path) -> None:
    (found,) = problems(*files(tmp_path, DOMAIN, profile(ITEMS.replace('"3"', f'"{"3" * 100_000}"'))))
    assert len(found) < 300


def test_the_contract_sees_what_it_is_for(tmp_path: Path) -> None:
    # Were evaluations not divided by the largest, this would hold.
    text = genius_profile({"x": ["p", "q"]}, {"x": {"p": 1, "q": 2}}, {"x": 1})
    assert worths(read(tmp_path, DOMAIN, text)) != [1, 2]
    assert NORTH
    assert WEIGHTS


def test_what_is_told_of_one_file_has_an_end(tmp_path: Path) -> None:
    scenario = read(tmp_path, DOMAIN, profile('<item value="p" evaluation="1"/>\n' * 3_000 + ITEMS))
    assert len(scenario.notes) == 1_001
    assert scenario.notes[-1].endswith("a.xml: more of this kind, not told one by one")
    found = problems(
        *files(tmp_path, DOMAIN, profile("".join(f'<item value="o{n}" evaluation="x"/>' for n in range(3_000))))
    )
    assert len(found) == 1_000
    (long,) = problems(*files(tmp_path, DOMAIN, profile(ITEMS + f'<item value="{"z" * 100_000}" evaluation="1"/>')))
    assert len(long) < 500
