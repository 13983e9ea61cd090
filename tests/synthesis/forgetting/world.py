"""A small invented case with one report that is to be forgotten, or one person, and an oracle that looks at bytes by itself."""

import base64
import json
import re
import unicodedata
from pathlib import Path

from goodoffices.case import inspect
from goodoffices.documents import sha256_of

POST = """Drumlin Post, 3 March 2031
Envoy Ilka Korvínová of the Marsh met the Hill at Brackenford on 2 March. She spoke of 417 barrels of quillwort.
"No toll on the Skeldale road," Korvínová said. Aldous Fenn of the Hill led for the Hill. The Marsh demands a lower toll.
"""
COURIER = """The Courier, 4 March 2031
The Hill and the Marsh met on 2 March. Aldous Fenn led for the Hill. The Hill demands a higher toll.
The envoy of the Marsh, Korvinova, came late.
"""
TALKS = """# The synthesis.
# Korvínová came with two carts, says the Post.
format: talks/1
title: Talks on the toll
parties:
  hill: {name: Hill, kind: region}
  marsh: {name: Marsh, kind: region}
people:
  fenn: {name: Aldous Fenn, posts: [{title: speaker, of: hill, claims: [post-05, cour-02]}]}   # see post-05
  korvinova:
    name: Ilka Korvínová   # the envoy
    spellings: [Korvinova, "Ko\\u0301rvinova"]
    posts: [{title: envoy, of: marsh, claims: [post-01]}]
delegations:
  hill-team: {of: hill, head: fenn, claims: [cour-02]}
  marsh-team:
    of: marsh
    head: korvinova     # the Drumlin Post has it
    claims: [post-02]
meetings:
  first:
    title: The meeting
    participants: [hill, marsh]
    delegations: [hill-team, marsh-team]
    date: 2031-03-02
    place: Brackenford   # only one report has the place
    # both have the day
    claims: [cour-01, post-03, post-04]
issues:
  toll: {title: Toll, options: {lower: a lower toll, higher: a higher toll, none: no toll on the Skeldale road}}
positions:
  - {id: p1, party: hill, issue: toll, option: higher, stance: demands, claims: [cour-03]}
  # quillwort is what they trade
  - {id: p2, party: marsh, issue: toll, option: lower, stance: demands, told_by: korvinova, claims: [post-06]}
  - {id: p3, party: marsh, issue: toll, option: none, stance: demands, told_by: korvinova, claims: [post-07]}
background:
  - {text: They have met for years, unsourced: "known to all, Korvínová too"}
"""


def record(post: str = POST, courier: str = COURIER, *, origin: str = "") -> str:
    return f"""# The evidence.
format: record/1
sources:
  post:
    publisher: Drumlin Post     # from Brackenford
    author: Sava Quillan
    address: https://drumlin.example/quillwort
    printed: 2031-03-03
    text: {{kind: original, file: sources/drumlin.txt, sha256: {sha256_of(post.encode())}}}
  cour:
    publisher: The Courier
    printed: 2031-03-04{origin}
    text: {{kind: original, file: sources/courier.txt, sha256: {sha256_of(courier.encode())}}}
claims:
  - {{id: post-01, source: post, type: person_post, subject: korvinova, predicate: post, value: envoy, for_party: marsh,
     words: Envoy Ilka Korvínová of the Marsh, entered_by: analyst}}
  - {{id: post-02, source: post, type: delegation, subject: korvinova, predicate: heads, value: marsh, meeting: first,
     words: "Envoy Ilka Korvínová of the Marsh met the Hill", entered_by: analyst}}
  # the second sentence: 417 barrels
  - {{id: post-03, source: post, type: meeting, subject: first, predicate: place, value: Brackenford,
     words: at Brackenford,
     entered_by: analyst}}
  - {{id: post-04, source: post, type: meeting, subject: first, predicate: date, value: 2031-03-02,
     words: on 2 March,
     entered_by: analyst}}
  - {{id: post-05, source: post, type: person_post, subject: fenn, predicate: post, value: speaker, for_party: hill,
     words: Aldous Fenn of the Hill, entered_by: analyst}}
  - {{id: post-06, source: post, type: position, subject: marsh, predicate: demands, value: a lower toll, issue: toll,
     option: lower,
     attributed_to: [narrator, korvinova], words: The Marsh demands a lower toll, entered_by: analyst}}
  - {{id: post-07, source: post, type: position, subject: marsh, predicate: demands, value: no toll on the Skeldale road,
     issue: toll,
     option: none, attributed_to: [narrator, korvinova],
     words: '"No toll on the Skeldale road," Korvínová said',
     entered_by: analyst}}
  - {{id: cour-01, source: cour, type: meeting, subject: first, predicate: date, value: 2031-03-02,
     words: met on 2 March, entered_by: analyst,
     note: the Drumlin Post has the same day (post-04)}}
  - {{id: cour-02, source: cour, type: delegation, subject: fenn, predicate: heads, value: hill, meeting: first,
     words: Aldous Fenn led for the Hill, entered_by: analyst}}
  - {{id: cour-03, source: cour, type: position, subject: hill, predicate: demands, value: a higher toll, issue: toll,
     option: higher,
     words: The Hill demands a higher toll, entered_by: analyst}}
  - {{id: cour-04, source: cour, type: person_post, subject: korvinova, predicate: post, value: envoy, for_party: marsh,
     words: "The envoy of the Marsh, Korvinova", entered_by: analyst}}
findings:
  - {{slot: "date:first", verdict: preferred, claims: [cour-01, post-04], by: analyst, reason: both have it}}
"""


def make(
    folder: Path, talks: str = TALKS, record_: str | None = None, post: str = POST, courier: str = COURIER
) -> Path:
    (folder / "sources").mkdir(parents=True)
    (folder / "sources" / "drumlin.txt").write_bytes(post.encode())
    (folder / "sources" / "courier.txt").write_bytes(courier.encode())
    (folder / "talks.yaml").write_text(talks, "utf-8")
    (folder / "record.yaml").write_text(record_ or record(post, courier), "utf-8")
    require_sound(folder)
    return folder


def require_sound(folder: Path) -> None:
    _, problems = inspect(folder)
    errors = [str(one) for one in problems if one.level == "error"]
    assert errors == []


def litter(folder: Path, word: str) -> None:
    """Whatever else may lie about with a word in it, in one disguise after the other."""
    packed = base64.encodebytes(f"Dear {word}, ".encode() * 9)
    apart = unicodedata.normalize("NFD", word)
    (folder / ".progress").mkdir()
    (folder / ".progress" / "progress.jsonl").write_text(json.dumps({"name": word}) + "\n")
    (folder / ".record.yaml.0a1b2c3d.tmp").write_bytes(f"half of {word}".encode())
    (folder / "record.yaml~").write_bytes(f"# {word}\n".encode())
    (folder / "utf16.txt").write_bytes(f"about {word}".encode("utf-16"))
    (folder / "apart.txt").write_bytes(f"first\nabout {apart}\nlast\n".encode())
    (folder / "notes.md").write_bytes(f"# Notes\n\nof {word.upper()}\nand the ferry\n".encode())
    (folder / "brief.html").write_bytes("".join(f"&#{ord(c)};" for c in word).encode())
    (folder / "mail.eml").write_bytes(b"Content-Transfer-Encoding: base64\n\n" + packed)
    (folder / "link.url").write_bytes("".join(f"%{byte:02X}" for byte in word.encode()).encode())
    (folder / f"{word}.txt").write_text("empty but for its name")
    (folder / "sub").mkdir()
    (folder / "sub" / "data.json").write_text(json.dumps([word]))


def traces(folder: Path, *words: str) -> list[str]:
    """Where a folder has one of the words: in names and in bytes, in many disguises. Not by the program's own search."""
    found = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        raw = path.read_bytes() if path.is_file() else b""
        texts = [
            name,
            raw.decode("utf-8", "replace"),
            raw.decode("utf-16-le", "replace"),
            raw.decode("utf-16-be", "replace"),
        ]
        texts += [raw.decode("latin-1"), raw.decode("cp1251", "replace"), re.sub(rb"\s", b"", raw).decode("latin-1")]
        texts += [_unescaped(texts[1])]
        for word in words:
            if any(_plain(word) in _plain(text) for text in texts) or _coded(word, raw):
                found.append(f"{name}: {word}")
    return found


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in apart if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")


def _unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text)


def _coded(word: str, raw: bytes) -> bool:
    forms = {unicodedata.normalize(form, w) for form in ("NFC", "NFD") for w in (word, word.upper(), word.lower())}
    coded = {form.encode(e) for form in forms for e in ("utf-8", "utf-16-le", "utf-16-be")}
    coded |= {"".join(f"%{b:02X}" for b in form.encode()).encode() for form in forms}
    coded |= {"".join(f"&#{ord(c)};" for c in form).encode() for form in forms}
    # Whole groups of three bytes of a word look the same in base64, wherever it begins.
    for form in forms:
        for lead in range(3):
            whole = base64.b64encode(b" " * lead + form.encode())
            if len(middle := whole[4 if lead else 0 : -4]) >= 8:
                coded.add(middle)
    return any(one in raw for one in coded)
