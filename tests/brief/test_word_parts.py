"""The package under the Word form: characters, directions, endnotes, styles, and the same file every time."""

import io
import unicodedata
import zipfile
from xml.etree import ElementTree

import docx
import pytest
from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.brief.word_parts import Endnotes, blank, clean, directions, node, packed, paragraph, runs

anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)  # lone surrogates, too


def shown(element) -> str:
    return "".join(words.text or "" for words in element.iter(qn("w:t")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("plain <&>\" ' text", "plain <&>\" ' text"),
        ("a\x00b\x08c\x0bd\x0ce\x1f", "a\ufffdb\ufffdc\ufffdd\ufffde\ufffd"),
        ("\ud800 \udfff", "\ufffd \ufffd"),
        ("\ufffe\uffff\ufffd", "\ufffd\ufffd\ufffd"),
        ("two\nlines\r\nand\tmore\r", "two lines and more "),
        ("e\u0301 \u00a0\u3000 😀 \U0010ffff", "e\u0301 \u00a0\u3000 😀 \U0010ffff"),
        ("\u202eevil \u2067x\u2069\u202c", "\ufffdevil \ufffdx\ufffd\ufffd"),
        ("\u200ea\u200f\u200d", "\u200ea\u200f\u200d"),
    ],
    ids=[
        "nothing", "markup", "controls", "lone surrogates", "noncharacters", "line ends", "any script",
        "overrides and isolates", "marks and joiners stay",
    ],
)  # fmt: skip
def test_text_is_made_fit_for_xml(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(anything)
def test_any_text_goes_into_xml_and_comes_back(text: str) -> None:
    made = paragraph("Normal", runs(text))
    again = ElementTree.fromstring(serialize_part_xml(made))
    # Direction marks apart, which only the layout needs.
    assert shown(again).replace("\u200e", "") == clean(text).replace("\u200e", "")
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("2025, 30 (!)", [("2025, 30 (!)", False)]),
        ("Umerov", [("Umerov", False)]),
        ("ქართული 李克强 Ελλάδα", [("ქართული 李克强 Ελλάδα", False)]),
        ("דוד כהן", [("דוד כהן", True)]),
        ("محمود عباس (أبو مازن).", [("محمود عباس (أبو مازن).", True)]),
        ("The head, דוד כהן, left", [("The head, ", False), ("דוד כהן", True), (", left", False)]),
        ("דוד כהן (Israel) 2025", [("דוד כהן (", True), ("Israel", False), (") 2025", True)]),
        ("a שָׁ b", [("a ", False), ("שָׁ", True), (" b", False)]),
        ("😀 א", [("😀 א", True)]),
    ],
    ids=[
        "nothing", "no direction", "Latin", "Georgian, Chinese, Greek", "Hebrew", "Arabic with brackets",
        "a name in English", "English in Hebrew", "vowel points stay with their letter", "an emoji first",
    ],
)  # fmt: skip
def test_text_is_cut_where_its_direction_turns(text: str, expected: list[tuple[str, bool]]) -> None:
    assert directions(text) == expected


def test_an_english_sentence_takes_what_has_no_direction_from_the_left() -> None:
    assert directions("דוד כהן (Israel) 2025", english=True) == [("דוד כהן", True), (" (Israel) 2025", False)]
    assert directions("2025", english=True) == [("2025", False)]


@given(st.text(st.sampled_from("aב ج1,(\u0301\u200d😀"), max_size=30))
def test_directions_agree_with_each_character(text: str) -> None:
    found = directions(text)
    assert "".join(stretch for stretch, _ in found) == text
    for stretch, backwards in found:
        strong = {unicodedata.bidirectional(c) for c in stretch} & {"L", "R", "AL"}
        assert strong <= ({"R", "AL"} if backwards else {"L"})


def test_runs_carry_style_and_direction() -> None:
    plain, hebrew = runs("head: כהן", "Strong")
    assert [run.find(qn("w:rPr")).find(qn("w:rtl")) is not None for run in (plain, hebrew)] == [False, True]
    assert all(run.find(f".//{qn('w:rStyle')}").get(qn("w:val")) == "Strong" for run in (plain, hebrew))
    assert runs("x")[0].find(qn("w:rPr")) is None
    assert runs("") == []


@pytest.mark.parametrize(
    ("pieces", "bidi", "expected"),
    [
        (["English"], False, "English"),
        (["... ", "כהן", " said"], True, "... כהן said"),
        (["A04 ", "عباس", ": “", "قال"], False, "A04 عباس\u200e: “قال"),
        (["to ", "عباس", ", 30 days"], False, "to عباس\u200e, 30 days"),
        (["to ", "עד", " and on"], False, "to עד and on"),
        (["כהן", " Israel", ", ", "לוי"], True, "כהן Israel\u200f, לוי"),
    ],
    ids=[
        "plain",
        "neutral first",
        "between two names",
        "before a number",
        "before a word",
        "in a paragraph from the right",
    ],
)
def test_a_paragraph_runs_as_its_first_strong_character(pieces: list[str], bidi: bool, expected: str) -> None:
    made = paragraph("Normal", [run for piece in pieces for run in runs(piece)])
    assert (made.find(f".//{qn('w:bidi')}") is not None) is bidi
    if expected.isascii() or "\u200e" in expected:
        assert shown(made) == expected
    assert shown(made).replace("\u200e", "").replace("\u200f", "") == "".join(pieces)


def file_of(*texts: str) -> bytes:
    document, endnotes = blank("Title"), Endnotes()
    for text in texts:
        made = paragraph("Normal", [*runs("statement"), endnotes.add(runs(text))])
        document.element.body.insert_element_before(made, "w:sectPr")
    endnotes.attach(document)
    return packed(document)


def part(data: bytes, name: str):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return ElementTree.fromstring(package.read(name))


def test_endnotes_are_numbered_and_referred_to() -> None:
    data = file_of("first", "second <&>", "שלום")
    notes = part(data, "word/endnotes.xml")
    assert [note.get(qn("w:id")) for note in notes] == ["-1", "0", "1", "2", "3"]
    assert [note.get(qn("w:type")) for note in notes] == ["separator", "continuationSeparator", None, None, None]
    assert [shown(note) for note in notes] == ["", "", " first", " second <&>", " שלום"]
    references = part(data, "word/document.xml").iter(qn("w:endnoteReference"))
    assert [reference.get(qn("w:id")) for reference in references] == ["1", "2", "3"]


def test_endnotes_are_known_to_the_package() -> None:
    data = file_of("first")
    types = {child.get("PartName"): child.get("ContentType") for child in part(data, "[Content_Types].xml")}
    assert types["/word/endnotes.xml"].endswith("wordprocessingml.endnotes+xml")
    targets = [child.get("Target") for child in part(data, "word/_rels/document.xml.rels")]
    assert targets.count("endnotes.xml") == 1
    declared = part(data, "word/settings.xml").find(qn("w:endnotePr"))
    assert [child.get(qn("w:id")) for child in declared] == ["-1", "0"]


def test_every_relationship_has_its_part_and_every_part_its_type() -> None:
    data = file_of("first")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
    assert len(names) == len(set(names))
    targets = {child.get("Target") for child in part(data, "word/_rels/document.xml.rels")}
    assert {f"word/{target}" for target in targets} <= set(names)
    assert not [name for name in names if "thumbnail" in name or "customXml" in name or "Effects" in name]


def test_nothing_tells_when_or_by_what_it_was_made() -> None:
    data = file_of("first")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        everything = b"".join(package.read(name) for name in package.namelist())
    assert b"python-docx" not in everything
    assert [child.text for child in part(data, "docProps/core.xml")] == ["Title", "en-GB"]
    assert data == file_of("first")


def test_a_very_long_title_is_cut_in_the_properties_only() -> None:
    data = packed(blank("title " * 200))
    assert len(docx.Document(io.BytesIO(data)).core_properties.title) == 255


def test_styles_refer_to_styles_that_exist() -> None:
    styles = part(file_of("first"), "word/styles.xml")
    ids = [style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))]
    assert len(ids) == len(set(ids))
    for tag in ("w:basedOn", "w:next"):
        assert {found.get(qn("w:val")) for found in styles.iter(qn(tag))} <= set(ids)


def test_an_element_is_made_with_its_children_and_attributes() -> None:
    made = node("a", node("b"), node("c"), val="<&>")
    assert [child.tag for child in made] == [qn("w:b"), qn("w:c")]
    assert made.get(qn("w:val")) == "<&>"
