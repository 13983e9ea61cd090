"""Whatever the case: after forgetting no byte of the folder has what only the source told, or the name, and all else holds.

Cases are drawn: texts with secret words in any letters, claims on any stretch of them, entries that rest on one source or on
both, YAML in either layout, comments in any place, and files of every kind beside them. `traces` looks at the bytes by itself.
"""

import base64
import gzip
import json
import tempfile
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodoffices.case import read_case
from goodoffices.documents import sha256_of
from goodoffices.documents.quoting import flow
from goodoffices.synthesis.forgetting import carry_out, plan_person, plan_source, search
from goodoffices.synthesis.forgetting.tokens import BLOCK
from goodoffices.talks import Day

from ...amount import cases
from .world import require_sound, traces

SECRETS = (
    "Quillwort",
    "Brackenföhrde",
    "Скельдейл",
    "Καρπενήσι",
    "8841",
    "Ysgubor-Wen",
    "Ağaçköy",
    "ﬂintlock",
    "Ó Dubhthaigh",
)
COMMON = "the two towns met on the bridge and talked of the toll all day while rain fell on both".split()
PEOPLE = ("Ilka Korvínová", "Rustem Drakov", "Жанна Вербицька", "Aoife Ó Dubhthaigh", "Ağa Şahin", "Li Wen-Tarn")
TODAY = Day.parse("2031-04-01")


DECISIONS = """format: decisions/1
by: Ann
# {}
decisions:
  out-0: {{status: accepted}}
  in-0: {{status: rejected}}
"""
PAPERS = """# {}
format: papers/1
papers:
  - {{id: x1, title: {}, from: north, to: [south], source: out}}
  - {{id: x2, title: the bridge, from: south, to: [north]}}
"""


def disguised(word: str) -> st.SearchStrategy[str]:
    """A word as one may meet it: in other capitals, composed or taken apart, with something unseen in it."""
    forms = [word, word.upper(), unicodedata.normalize("NFD", word), unicodedata.normalize("NFC", word)]
    forms.append(word[:2] + "\u00ad" + word[2:])
    return st.sampled_from(forms)


@st.composite
def sentences(draw: st.DrawFn, words: tuple[str, ...]) -> str:
    row = draw(st.lists(st.sampled_from(COMMON), min_size=3, max_size=8))
    for word in words:
        row.insert(draw(st.integers(0, len(row))), draw(disguised(word)))
    return " ".join(row).capitalize() + "."


@st.composite
def junk(draw: st.DrawFn, word: str) -> tuple[str, bytes]:
    """A file that is no part of the case, with a word in it."""
    said = f"about {word} again, and of the bridge\n"
    ways: dict[str, bytes] = {
        "plain.txt": said.encode(), "apart.md": unicodedata.normalize("NFD", said).encode(), "wide.txt": said.encode("utf-16"),
        "wide.log": said.encode("utf-16-be"), "record.yaml.bak": said.encode(),
        ".talks.yaml.swp": b"\x00\x01b0VIM" + said.encode(),
        "talks.yaml~": said.encode(), "escaped.json": json.dumps(said).encode(),
        "old.docx": _zip(said), "sheet.xlsx": _zip(said.upper()),
        "mail.eml": base64.encodebytes(said.encode() * 3),
        ".progress/lines.jsonl": json.dumps({"name": word}).encode(),
        ".record.yaml.01234567.tmp": said.encode()[:20], "sub/deeper/note.txt": said.encode(),
        "decisions/ann.yaml": DECISIONS.format(word).encode(), "papers.yaml": PAPERS.format(word, flow(word)).encode(),
    }  # fmt: skip
    name = draw(st.sampled_from(sorted(ways)))
    return name, ways[name]


def _zip(said: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "packed"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("word/document.xml", f"<w:t>{said}</w:t>")
        return path.read_bytes()


def written(draw: Any, data: dict[str, Any], words: list[str]) -> str:
    """YAML in either layout, with comments that have one of the words, or none, in any place between entries."""
    lines = []

    def comment(indent: str) -> None:
        if words and draw(st.booleans()):
            lines.append(f"{indent}# {draw(st.sampled_from(COMMON))} {draw(st.sampled_from([*words, 'both']))}")

    comment("")
    for key, value in data.items():
        block = isinstance(value, dict | list) and value and draw(st.booleans())
        behind = f"   # {draw(st.sampled_from([*words, 'both']))}" if words and draw(st.booleans()) else ""
        if not block:
            lines.append(f"{key}: {flow(value)}{behind}")
            continue
        lines.append(f"{key}:{behind}")
        for one in value.items() if isinstance(value, dict) else [("-", entry) for entry in value]:
            comment("  ")
            head = "-" if isinstance(value, list) else f"{one[0]}:"
            if isinstance(one[1], dict) and one[1] and draw(st.booleans()):
                inner = [f"{k}: {flow(v)}" for k, v in one[1].items()]
                first, *rest = inner
                lines.extend(
                    [f"  - {first}", *(f"    {line}" for line in rest)]
                    if head == "-"
                    else [f"  {head}", *(f"    {line}" for line in inner)]
                )
            else:
                lines.append(f"  {head} {flow(one[1])}{behind}")
    comment("")
    return "\n".join(lines) + "\n"


def claim(key: str, source: str, text: str, start: int, end: int, **more: Any) -> dict[str, Any]:
    rest = {"type": "statement", "subject": "north", "predicate": "said", "value": "of the toll"}
    return {
        "id": key,
        "source": source,
        **{**rest, **more},
        "words": text[start:end],
        "start": start,
        "end": end,
        "entered_by": "ann",
    }


@st.composite
def folders(draw: st.DrawFn) -> dict[str, Any]:
    """A case of two sources, `out` and `in`; `out` alone has the secrets."""
    secrets = draw(st.lists(st.sampled_from(SECRETS), min_size=1, max_size=3, unique=True))
    out = "\n".join(draw(st.lists(sentences(tuple(secrets)), min_size=1, max_size=3)))
    in_ = "\n".join(draw(st.lists(sentences(()), min_size=1, max_size=3)))
    claims, entries = [], []
    for source, text in (("out", out), ("in", in_)):
        for number in range(draw(st.integers(1, 3))):
            start = draw(st.integers(0, len(text) - 2))
            end = draw(st.integers(start + 1, len(text)))
            if not text[start:end].strip():
                start, end = 0, len(text)
            told = {"value": " ".join(text[start:end].split()) or "toll"} if draw(st.booleans()) else {}
            note = {"note": f"as {secrets[0]} (out-0)"} if draw(st.booleans()) else {}
            claims.append(claim(f"{source}-{number}", source, text, start, end, **told, **note))
    ids = [one["id"] for one in claims]
    for number in range(draw(st.integers(0, 5))):
        listed = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True))
        text = "of the toll" if any(key.startswith("in") for key in listed) else f"of {secrets[-1]}"
        entries.append({"id": f"s{number}", "by": "north", "text": text, "claims": listed})
    why = draw(st.sampled_from(["all know", f"{secrets[0]} has it", "see out-0"]))
    talks: dict[str, Any] = {
        "format": "talks/1", "title": "The toll on the bridge",
        "parties": {k: {"name": k.capitalize(), "kind": "town"} for k in ("north", "south")},
        "meetings": {"m1": {"participants": ["north", "south"], "unsourced": f"known to all, {secrets[0]}, too"}},
        "statements": entries,
        "background": [{"text": "They met before", "unsourced": why}],
    }  # fmt: skip
    sources = {
        "out": {"publisher": f"The {secrets[0]} Post", "text": _text("out", out),
                "entered_on": "2031-03-01", "author": secrets[-1]},
        "in": {"publisher": "Bridge News", "text": _text("in", in_),
               "entered_on": "2031-03-01", "note": f"not as {secrets[-1]} has it"},
    }  # fmt: skip
    talks = {key: value for key, value in talks.items() if value}
    record = {"format": "record/1", "sources": sources, "claims": claims}
    words = [*secrets, "out-0", sha256_of(out.encode())]
    beside = draw(st.lists(st.sampled_from(secrets).flatmap(junk), max_size=4))
    return {
        "secrets": secrets, "texts": {"out": out, "in": in_}, "claims": claims, "files": dict(beside),
        "talks.yaml": written(draw, talks, words), "record.yaml": written(draw, record, words),
    }  # fmt: skip


def _text(name: str, text: str) -> dict[str, str]:
    return {"kind": "original", "file": f"sources/{name}-1.txt", "sha256": sha256_of(text.encode())}


def put(folder: Path, drawn: dict[str, Any]) -> None:
    (folder / "sources").mkdir(parents=True)
    for name, text in drawn["texts"].items():
        (folder / "sources" / f"{name}-1.txt").write_bytes(text.encode())
    for name in ("talks.yaml", "record.yaml"):
        (folder / name).write_bytes(drawn[name].encode())
    require_sound(folder)
    for name, data in drawn["files"].items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


SETTINGS = settings(
    deadline=None,
    max_examples=cases(12, 200),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@SETTINGS
@given(folders())
def test_of_a_source_nothing_is_left_and_all_else_holds(drawn: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "case"
        put(folder, drawn)
        before = read_case(folder)
        plan = plan_source(folder, "out")
        carry_out(plan)
        words = [part for secret in drawn["secrets"] for part in secret.replace("-", " ").split() if len(part) > 3]
        own = [one["id"] for one in drawn["claims"] if one["source"] == "out"]
        assert traces(folder, *words, *own, "out-1.txt", sha256_of(drawn["texts"]["out"].encode())) == []
        assert search(folder, plan.find).found == ()
        require_sound(folder)
        after = read_case(folder)
        assert after.texts == {"in": before.texts["in"]}
        kept = [one for one in before.record.claims if one.source == "in"]
        same = [(one.id, one.words, one.value, one.start, one.end) for one in kept]
        assert [(one.id, one.words, one.value, one.start, one.end) for one in after.record.claims] == same
        alive = {one.id for one in kept}
        stays = [one.id for one in before.talks.statements if alive & set(one.claims)]
        assert [one.id for one in after.talks.statements] == stays


@st.composite
def named(draw: st.DrawFn) -> dict[str, Any]:
    """A case of two sources that both name a person."""
    name = draw(st.sampled_from(PEOPLE))
    last = name.split()[-1]
    forms = [
        name,
        name.upper(),
        unicodedata.normalize("NFD", name),
        last,
        f"{last}'s",
        last[:2] + "\u200b" + last[2:],
        f"Mr {last}",
        name.replace(" ", "\n"),
    ]
    texts = {}
    claims = []
    for source in ("out", "in"):
        row = draw(st.lists(st.sampled_from([*COMMON, *forms]), min_size=4, max_size=14))
        row.insert(draw(st.integers(0, len(row))), draw(st.sampled_from(forms)))
        text = texts[source] = " ".join(row) + ".\n"
        for number in range(draw(st.integers(1, 3))):
            start = draw(st.integers(0, len(text) - 3))
            end = draw(st.integers(start + 1, len(text) - 1))
            if not text[start:end].strip():
                start, end = 0, len(text) - 1
            speaks = {"subject": "him", "attributed_to": ["narrator", "him"]} if draw(st.booleans()) else {}
            claims.append(claim(f"{source}-{number}", source, text, start, end, **speaks))
    teller = next(one["subject"] for one in claims if one["id"] == "in-0")
    talks = {
        "format": "talks/1", "title": "The toll on the bridge",
        "parties": {k: {"name": k.capitalize(), "kind": "town"} for k in ("north", "south")},
        "people": {"him": {"name": name, "of": "north"}},
        "statements": [{"id": "s1", "by": teller, "text": f"as {last} said", "claims": ["in-0"]}],
        "background": [{"text": "They met before", "unsourced": f"{name} has it"}],
    }  # fmt: skip
    sources = {k: {"publisher": "Bridge News", "text": _text(k, texts[k]), "entered_on": "2031-03-01"} for k in texts}
    record = {"format": "record/1", "sources": sources, "claims": claims}
    words = [name, last, unicodedata.normalize("NFD", last), last.upper()]
    beside = draw(st.lists(junk(last), max_size=4))
    return {
        "name": name, "texts": texts, "files": dict(beside),
        "talks.yaml": written(draw, talks, words), "record.yaml": written(draw, record, words),
    }  # fmt: skip


@SETTINGS
@given(named())
def test_of_a_person_the_name_is_nowhere_and_all_else_holds(drawn: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "case"
        put(folder, drawn)
        before = read_case(folder)
        plan = plan_person(folder, "him", TODAY)
        carry_out(plan)
        words = [part for part in drawn["name"].replace("-", " ").split() if len(part) > 3]
        assert traces(folder, *words) == []
        assert search(folder, plan.find).found == ()
        require_sound(folder)
        after = read_case(folder)
        assert after.anchors == before.anchors
        for key, text in after.texts.items():
            pairs = list(zip(text, before.texts[key], strict=True))
            assert all(new in (old, BLOCK) for new, old in pairs)
            assert after.record.sources[key].redacted == (text != before.texts[key])
        for one in after.record.claims:
            anchor = after.anchors[one.id]
            assert one.words == after.texts[one.source][anchor.start : anchor.end]


def test_what_is_packed_in_a_way_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    text = "A word: Quillwort.\n"
    texts = {"out": text, "in": "A bridge.\n"}
    sources = "".join(f"  {k}: {flow({'publisher': 'X', 'text': dict(_text(k, t))})}\n" for k, t in texts.items())
    drawn = {
        "texts": texts, "files": {"old.gz": gzip.compress(b"Quillwort")},
        "talks.yaml": "format: talks/1\ntitle: T\nparties: {}\n",
        "record.yaml": f"format: record/1\nsources:\n{sources}",
    }  # fmt: skip
    put(tmp_path / "case", drawn)
    assert any(line.startswith("old.gz") for line in plan_source(tmp_path / "case", "out").out_of_reach)
