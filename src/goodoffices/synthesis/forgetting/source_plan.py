"""What forgetting a source would do.

1. What rests on the source alone goes, and what cannot be without it.
2. What only the source told is looked for in all that stays: its ids and hashes, its names, its words, its turns of phrase. What
   a report that stays has as well is not its own. An entry that the team made without a source stays as it is, and is told; what it
   says spares nothing elsewhere.
3. A comment that has any of it goes; in a remark, and in the team's words on an entry that rests on others, too, it is blacked
   out; a spelling goes; a file that is no part of the case goes, or its lines do.
"""

from collections.abc import Iterator
from pathlib import Path
from types import NoneType
from typing import Any, get_args

from ...case.entries import Steps, hint_at, nodes
from ...case.exercise import EXERCISE
from ...case.own_words import capital, one_line
from ...case.read import READING, RECORD, TALKS, TYPES
from ...case.validate import value_at
from ...documents import read_bytes, sha256_of
from ...errors import DataError, Problem
from ...talks import Post
from ..withdrawal import label
from .case_files import LISTS_OF_NAMES, CaseFiles, take_ids, take_seats, texts
from .finishing import Words, finished, place_of, told_entries
from .planned import Group, Plan
from .rests import Resting, resting_on
from .source_terms import SourceTerms, sparing
from .tokens import BLOCK, blacked
from .vocabulary import vocabulary

_REMARKS = frozenset({"note", "why", "reason", "unsourced"})
"""The team's remarks: what only a forgotten source told is blacked out in them."""
_OWN_WORDS = frozenset({"title", "text", "what", "only_if", "others", "place", "venue", "term", "adjective"})
"""The team's own words on an entry."""
_NO_WORDS = frozenset({"format", "kind", "level", "party", "by", "id"})
"""Keys whose values are no words of anybody's."""
_EXACT = frozenset({"sha256", "address", "file"})
_NAMES = frozenset({"publisher", "author", "title", "name", "names", "spellings", "words", "as_printed", "subject"})


def plan_source(folder: Path, source: str) -> Plan:
    """What forgetting a source would do; DataError where there is none, or the case has mistakes."""
    files = CaseFiles.read(folder)
    if source not in files.case.record.sources:
        known = ", ".join(files.case.record.sources) or "none"
        raise DataError([Problem(str(folder), 0, 0, f"no source {source!r}", f"a source of the case: {known}")])
    resting = resting_on(files.case, source)
    files.going.update(resting.going)
    own = frozenset({source, *resting.lost, *_gone_ids(files)})
    for name in files.documents.keys() - resting.going.keys():
        take_ids(files.documents[name].value, files.going[name], own)
    if EXERCISE in files.documents:
        take_seats(files.documents[EXERCISE].value, files.going[EXERCISE])
    text = files.case.record.sources[source].text.file
    free = frozenset(steps for steps in _free(files) if _is_firm(TALKS, steps, resting))
    terms = sparing(_told(files, resting, own), _staying(files, resting))
    elsewhere = sparing(_told(files, resting, own), _staying(files, resting, free))
    _reword(files, resting, terms)
    _blacken(files, elsewhere, free)
    what, still = f"source {source} ({files.case.record.sources[source].publisher})", tuple(_still(files, resting, own))
    words = Words(terms.find, elsewhere.in_comment, what, still=still, beside=elsewhere.find)
    shared = any(one.text.file == text for key, one in files.case.record.sources.items() if key != source)
    removals = set() if shared else {folder / text}
    return finished(files, words, [*_groups(files, resting), *told_entries(files)], {}, removals)


def _gone_ids(files: CaseFiles) -> Iterator[str]:
    """The ids of entries of talks.yaml that go."""
    for steps in files.going[TALKS].gone:
        value = value_at(files.documents[TALKS].value, steps)
        if isinstance(steps[-1], str) and len(steps) == 2:
            yield steps[-1]
        elif isinstance(value, dict) and isinstance(value.get("id"), str):
            yield value["id"]


def _free(files: CaseFiles) -> Iterator[Steps]:
    """The places of the team's own words on entries of talks.yaml that rest on no claim, and of the title of the case."""
    sourced = (node for node in nodes(files.case.talks) if hasattr(node.entry, "claims"))
    claims = {node.steps: node.entry.claims for node in sourced}
    for steps, _ in texts(files.documents[TALKS].value):
        around = next((steps[:depth] for depth in range(len(steps) - 1, 0, -1) if steps[:depth] in claims), ())
        if not claims.get(around) and steps[-1] in _OWN_WORDS:
            yield steps


def _still(files: CaseFiles, resting: Resting, own: frozenset[str]) -> Iterator[str]:
    """What the team wrote without a source and stays, where it has words that of all reports only the forgotten one had."""
    terms = sparing(_told(files, resting, own), _reported(files, resting))
    for name, going in files.going.items():
        for steps, text in files.values(name) if name != RECORD else ():
            new = going.puts.get(steps, text)
            if isinstance(new, str) and steps[-1] not in _NO_WORDS and (spans := terms.find(new)):
                told = ", ".join(f"“{word}”" for word in dict.fromkeys(span.of(new) for span in spans))
                yield f"{name}: {place_of(steps)} ({told})"


def _reported(files: CaseFiles, resting: Resting) -> Iterator[str]:
    """What other reports say, and what is entered from them; the team's own words tell of nothing that is reported."""
    yield vocabulary()
    yield from (text for key, text in files.case.texts.items() if key != resting.source)
    yield from (text for steps, text in files.values(RECORD) if steps[-1] not in _REMARKS)
    talks = files.documents[TALKS].value
    yield from (key for name in resting.going.keys() - {READING} for _, key in files.keys(name))
    on_claims = {node.steps for node in nodes(files.case.talks) if getattr(node.entry, "claims", ()) and node.steps}
    for steps, text in texts(talks):
        if any(steps[:depth] in on_claims - resting.mixed for depth in range(1, len(steps))) and not files.going[
            TALKS
        ].has(steps):
            yield text


def _told(files: CaseFiles, resting: Resting, own: frozenset[str]) -> SourceTerms:
    terms = SourceTerms(ids=set(own))
    source = files.case.record.sources[resting.source]
    terms.add_text(files.case.texts[resting.source])
    terms.add_exact(source.text.sha256)
    terms.add_exact(sha256_of(read_bytes(files.folder / source.text.file, below=files.folder)))
    terms.add_exact(Path(source.text.file).name)
    for name, going in files.going.items():
        for steps in going.gone:
            for inside, text in texts(value_at(files.documents[name].value, steps), steps):
                if not (name == READING and inside[-1] == "by"):  # which program read is not told by the source
                    _add(terms, inside, text)
    return terms


def _add(terms: SourceTerms, steps: Steps, text: str) -> None:
    key = next((step for step in reversed(steps) if isinstance(step, str)), "")
    if key in _EXACT:
        terms.add_exact(text)
    elif key in _NAMES:
        terms.add_name(text)
    else:
        terms.add_text(text)


def _staying(files: CaseFiles, resting: Resting, free: frozenset[Steps] = frozenset()) -> Iterator[str]:
    """What is not the source's own: other reports, what rests on them, what the program itself says; not what stands at `free`."""
    yield vocabulary()
    yield from (text for key, text in files.case.texts.items() if key != resting.source)
    for name in resting.going.keys() - {READING}:
        yield from (key for _, key in files.keys(name))
        for steps, text in files.values(name):
            if _is_firm(name, steps, resting) and not (name == TALKS and steps in free):
                yield text


def _is_firm(name: str, steps: Steps, resting: Resting) -> bool:
    """Whether a value rests on what stays: no remark, no spelling, no words on an entry that rested on the source as well."""
    inside = {step for step in steps if isinstance(step, str)}
    if steps[-1] in _REMARKS or inside & LISTS_OF_NAMES:
        return False
    if name == TALKS and steps in resting.labels:
        return False
    if name != TALKS or steps[-1] not in _OWN_WORDS:
        return True
    return not any(steps[:depth] in resting.mixed for depth in range(1, len(steps)))


def _reword(files: CaseFiles, resting: Resting, terms: SourceTerms) -> None:
    """Give an entry that rests on others, too, the words of the first of them, where its own may be the source's."""
    going = files.going[TALKS]
    for node in nodes(files.case.talks):
        key = "title" if isinstance(node.entry, Post) else "text"
        text, steps = getattr(node.entry, key, None), (*node.steps, key)
        if node.steps in resting.mixed and isinstance(text, str) and not going.has(steps) and terms.is_told_in(text):
            values = [files.case.claims[one].value for one in _theirs(files, resting, node.entry)]
            words = next((capital(one_line(one)) for one in values if isinstance(one, str)), None)
            if words is not None and words != text and not terms.find(words):
                going.puts[steps] = words


def _theirs(files: CaseFiles, resting: Resting, entry: Any) -> list[str]:
    """The claims of others on which an entry rests."""
    return [one for one in entry.claims if one in files.case.claims and one not in resting.lost]


def _blacken(files: CaseFiles, terms: SourceTerms, free: frozenset[Steps]) -> None:
    for name, going in files.going.items():
        for steps, text in list(files.values(name)):
            if steps not in going.puts and not (name == TALKS and steps in free) and (spans := terms.find(text)):
                new = blacked(text, spans)
                if holder := _name_place(steps):
                    going.gone.add(holder)
                elif _may_go(name, steps) and not any(map(str.isalnum, new)):
                    going.gone.add(steps)
                else:
                    going.puts[steps] = new


def _may_go(name: str, steps: Steps) -> bool:
    """Whether an entry can do without what stands at a place: where nothing of it is left it goes."""
    return name in TYPES and steps[-1] != "unsourced" and NoneType in get_args(hint_at(TYPES[name], steps))


def _name_place(steps: Steps) -> Steps | None:
    """The place of one of several names, which goes whole; of one that a program assumed all that it assumed of it."""
    depth = next((n for n, step in enumerate(steps) if step in LISTS_OF_NAMES), None)
    if depth is not None and len(steps) > depth + 1:
        return steps[: depth + 2]
    return steps[: steps.index("roster") + 3] if "roster" in steps and len(steps) > 3 else None


def _groups(files: CaseFiles, resting: Resting) -> Iterator[Group]:
    case, going = files.case, files.going
    source = case.record.sources[resting.source]
    yield Group("its text", (source.text.file,))
    yield Group("its claims", tuple(resting.lost))
    slots = [one.slot for n, one in enumerate(case.record.findings) if ("findings", n) in going[RECORD].gone]
    yield Group("findings on them", tuple(slots))
    passages = sum(steps[0] == "passages" for steps in going.get(READING, going[TALKS]).gone)
    yield Group("passages of reading.yaml", (str(passages),) if passages else ())
    mixed = [node for node in nodes(case.talks) if node.steps in resting.mixed and not going[TALKS].has(node.steps)]
    yield Group("entries that also rest on others, and stay without it", tuple(map(label, mixed)))
    texts = {node.steps: label(node) for node in mixed}
    new = [
        texts[steps[:-1]]
        for steps, value in going[TALKS].puts.items()
        if steps[:-1] in texts and BLOCK not in str(value)
    ]
    yield Group("of these, those that are told in the words of another claim from now on", tuple(new))
