"""The package under a Word document: runs, paragraphs, endnotes, styles and the zip, where python-docx has no call.

What is made here follows ISO/IEC 29500-1 (WordprocessingML). Children stand in its schema's order: Word refuses others.
"""

import io
import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from .packing import repacked

Xml: TypeAlias = BaseOxmlElement
TEXT_WIDTH = 9865
"""Between the margins, in twentieths of a point: 17.4 cm."""
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")
_STRONG = {"L": "L", "R": "R", "AL": "R"}
_KEPT = {
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES, RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS, RELATIONSHIP_TYPE.NUMBERING, RELATIONSHIP_TYPE.THEME,
}  # fmt: skip
_CORE_TITLE = 255

_GREY, _DARK = '<w:color w:val="595959"/>', '<w:color w:val="1F3864"/>'
_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_KEEP = "<w:keepNext/><w:keepLines/>"


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _space(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before * 20}" w:after="{after * 20}" w:line="240" w:lineRule="auto"/>'


_RULE = '<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="7F7F7F"/></w:pBdr>'
_TAB = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
# Id, name as Word knows it, paragraph properties (none: a character style), run properties.
_LOOKS: tuple[tuple[str, str, str | None, str], ...] = (
    ("Title", "Title", _KEEP + _space(0, 3), _BOLD + _DARK + _size(18)),
    ("Subtitle", "Subtitle", _KEEP + _space(0, 6), _GREY + _size(10.5)),
    ("Notice", "Notice", _RULE + _space(0, 4) + '<w:ind w:left="227"/>', _BOLD),
    ("Heading1", "heading 1", _KEEP + _space(9, 3) + '<w:outlineLvl w:val="0"/>', _BOLD + _DARK + _size(13)),
    ("Heading2", "heading 2", _KEEP + _space(7, 3) + '<w:outlineLvl w:val="1"/>', _BOLD + _DARK + _size(11)),
    ("Heading3", "heading 3", _KEEP + _space(6, 2) + '<w:outlineLvl w:val="2"/>', _BOLD + _size(10)),
    ("ListBullet", "List Bullet", '<w:numPr><w:numId w:val="1"/></w:numPr>' + _space(0, 2), ""),
    ("Judgement", "Judgement", _RULE + _space(2, 6) + '<w:ind w:left="227"/>', _ITALIC),
    ("Note", "Note", _space(0, 3), _GREY + _size(8.5)),
    ("Caption", "caption", _KEEP + _space(10, 4), _BOLD + _size(9.5)),
    ("Drawing", "Drawing", _space(0, 4), ""),
    ("TableText", "Table Text", _space(1, 1), _size(8.5)),
    ("TableGap", "Table Gap", _space(0, 0), _size(6)),
    ("EndnoteText", "endnote text", _space(0, 2), _size(8)),
    ("Footer", "footer", _TAB + _space(0, 0), _GREY + _size(8)),
    ("Header", "header", _space(0, 0), _BOLD + _size(9)),
    ("Strong", "Strong", None, _BOLD),
    ("Context", "Context", None, _GREY),
    ("Mark", "Mark", None, _BOLD + '<w:color w:val="9C2A00"/>'),
    ("EndnoteReference", "endnote reference", None, '<w:vertAlign w:val="superscript"/>'),
)
_OWN = {"Notice", "Judgement", "Note", "Drawing", "TableText", "TableGap", "Context", "Mark"}
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
# Arial: every office program has it or one of the same widths, and it holds Arabic and Hebrew.
_STYLES = f"""
<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Microsoft YaHei" w:cs="Arial"/>{_size(9.5)}
<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="245" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
</w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar>
<w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>
<w:style w:type="table" w:styleId="TableGridLight"><w:name w:val="Table Grid Light"/><w:basedOn w:val="TableNormal"/>
<w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr>{_BOLD}</w:rPr>
<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/></w:tcPr></w:tblStylePr>
<w:tblStylePr w:type="firstCol"><w:rPr>{_BOLD}</w:rPr></w:tblStylePr></w:style>
"""
_NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="&#8226;"/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="284" w:hanging="227"/></w:pPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
"""
_WORD = 'w:uri="http://schemas.microsoft.com/office/word"'
_SETTINGS = f"""
<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>
<w:endnotePr><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>
<w:compat><w:compatSetting w:name="compatibilityMode" {_WORD} w:val="15"/></w:compat>
<w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>
"""


def node(tag: str, *children: Xml, **attributes: str) -> Xml:
    """An element `w:TAG` with its attributes and children."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made


def clean(text: str) -> str:
    """The text on one line, with U+FFFD for what XML forbids and for what would turn round the words of ours beside it."""
    return _FORBIDDEN.sub("\ufffd", re.sub(r"\r\n|[\t\n\r]", " ", text))


def directions(text: str, *, english: bool = False) -> list[tuple[str, bool]]:
    """The text in stretches of one direction, each with whether it runs right to left.

    What has no direction of its own goes with the first strong character, unless two of the other kind enclose it. A sentence of
    ours (`english`) runs from left to right, whatever name it begins with.
    """
    if text.isascii():  # most text is, and the way below takes a third of the time of a long brief
        return [(text, False)] if text else []
    kinds: list[str] = []
    for character in text:
        kind = unicodedata.bidirectional(character)
        # A vowel point or a joiner stays in one run with the letter that it belongs to.
        kinds.append(kinds[-1] if kind in ("NSM", "BN") and kinds else _STRONG.get(kind, "n"))
    line = "".join(kinds)
    other = "L" if line.lstrip("n").startswith("R") and not english else "R"
    stretches = re.finditer(f"{other}(?:n*{other})*|[^{other}]+", line)
    return [(text[found.start() : found.end()], (found[0][0] == other) == (other == "R")) for found in stretches]


def runs(text: str, style: str = "", *, english: bool = False) -> list[Xml]:
    """The runs that show a text, in a character style named by its id."""
    made: list[Xml] = []
    for stretch, backwards in directions(clean(text), english=english):
        words = node("t")
        words.set(qn("xml:space"), "preserve")
        words.text = stretch
        marks = [node("rStyle", val=style)] * bool(style) + [node("rtl")] * backwards
        made.append(node("r", *([node("rPr", *marks)] * bool(marks)), words))
    return made


def paragraph(style: str, content: Sequence[Xml], *properties: Xml, english: bool = False) -> Xml:
    """A paragraph in a style named by its id; it runs right to left where its first strong character does, unless it is ours."""
    shown = [(words, run.find(f".//{qn('w:rtl')}") is not None) for run in content for words in run.iter(qn("w:t"))]
    backwards = directions("".join(words.text or "" for words, _ in shown))[:1]
    rightward = english or not any(rtl for _, rtl in backwards)
    for (_, before), (words, rtl) in pairwise(shown):
        # Else a comma or a number between two names of the other direction would change its side.
        if before == rightward != rtl and _drifts(words.text or ""):
            words.text = ("\u200e" if rightward else "\u200f") + (words.text or "")
    bidi = [] if rightward else [node("bidi")]
    return node("p", node("pPr", node("pStyle", val=style), *properties, *bidi), *content)


def _drifts(text: str) -> bool:
    """Whether the text begins with what has no direction and stops there, or goes on with a number."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in kinds if kind in (*_STRONG, "EN", "AN")), "EN") in ("EN", "AN")


class Endnotes:
    """The endnotes of one document, numbered from 1 in the order in which they are added.

    At the end and not at the foot of each page: the notes of a brief are half as long as its text, and would take its two pages.
    """

    def __init__(self) -> None:
        lines = (("-1", "separator"), ("0", "continuationSeparator"))
        self._element = node("endnotes", *(self._line(number, kind) for number, kind in lines))
        self._count = 0

    @staticmethod
    def _line(number: str, kind: str) -> Xml:
        shape = node("p", node("pPr", node("spacing", after="0", line="240", lineRule="auto")), node("r", node(kind)))
        return node("endnote", shape, type=kind, id=number)

    def add(self, content: Sequence[Xml]) -> Xml:
        """The run which refers to a new endnote with this content."""
        self._count += 1
        number = node("r", node("rPr", node("rStyle", val="EndnoteReference")), node("endnoteRef"))
        text = paragraph("EndnoteText", [number, *runs(" "), *content])
        self._element.append(node("endnote", text, id=str(self._count)))
        reference = node("endnoteReference", id=str(self._count))
        return node("r", node("rPr", node("rStyle", val="EndnoteReference")), reference)

    def attach(self, document: Document) -> None:
        """Put the endnotes into the document's package."""
        name, blob = PackURI("/word/endnotes.xml"), serialize_part_xml(self._element)
        part = Part(name, CONTENT_TYPE.WML_ENDNOTES, blob, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.ENDNOTES)


def blank(title: str) -> Document:
    """An empty document with our styles, its title and its language."""
    document = docx.Document()
    _strip(document)
    _refill(document.styles.element, _STYLES + "".join(_style(*look) for look in _LOOKS))
    _refill(document.settings.element, _SETTINGS)
    _refill(document.part.numbering_part.element, _NUMBERING)
    document.core_properties.title = clean(title)[:_CORE_TITLE]
    document.core_properties.language = "en-GB"
    return document


def packed(document: Document) -> bytes:
    """The file: the same content gives the same bytes, whenever it is made."""
    saved = io.BytesIO()
    document.save(saved)
    return repacked(saved.getvalue())


def _style(key: str, name: str, block: str | None, text: str) -> str:
    kind, base = ("character", "DefaultParagraphFont") if block is None else ("paragraph", "Normal")
    own = ' w:customStyle="1"' if key in _OWN else ""
    # After a heading the writer goes on with text, not with another heading.
    follows = '<w:next w:val="Normal"/>' if (block or "").startswith(_KEEP) else ""
    shape = f"<w:pPr>{block}</w:pPr>" * bool(block) + f"<w:rPr>{text}</w:rPr>" * bool(text)
    head = f'<w:name w:val="{name}"/><w:basedOn w:val="{base}"/>{follows}<w:qFormat/>'
    return f'<w:style w:type="{kind}"{own} w:styleId="{key}">{head}{shape}</w:style>'


def _refill(root: Xml, content: str) -> None:
    """Give a part of python-docx's template another content."""
    root.clear()
    root.extend(list(parse_xml(f"<w:all {nsdecls('w')}>{content}</w:all>")))


def _strip(document: Document) -> None:
    """Leave of python-docx's template what is used: not its author, its days, its picture and 160 styles kept twice."""
    package = document.part.package
    assert package is not None
    for relations in (package.rels, document.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype not in _KEPT]:
            del relations[key]
    core = package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    assert isinstance(core, XmlPart)
    core.element.clear()
