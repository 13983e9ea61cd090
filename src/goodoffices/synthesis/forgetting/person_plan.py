"""What forgetting a person would do.

1. The person's entry goes, each place that names the person by id, and what cannot be without it.
2. In texts of sources that stay the name is blacked out, a block for each code point: all places stay where they are. Hashes are
   made anew, claims' words are those of the new text, and the source says `redacted: true` and the day.
3. A claim stays. What the person said for a party, the party is then told to have said; else who it is about, or who told it, is
   the blacked name. Words and hashes of an original, by which a name could be found again, go.
4. Ids, file names and comments that have the name change or go, too.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from ...case.entries import Steps, nodes
from ...case.read import RECORD, TALKS
from ...documents import read_bytes, sha256_of
from ...errors import DataError, Problem
from ...language.ids import NewIds
from ...record import Claim
from ...talks import Assessment, Day, Named, Person
from .case_files import CaseFiles, take_ids
from .finishing import Words, finished, told_entries
from .going import Going, named, take_what_needs
from .person_terms import PersonTerms, common_words, other_words
from .planned import Group, Plan
from .tokens import BLOCK, blacked, raw_ids

_BOM = b"\xef\xbb\xbf"
_WHO = frozenset({"subject", "value", "attributed_to", "by", "about"})
"""Fields in which an id, or words for somebody, may stand."""
_SAID = frozenset({"statement", "position", "decision", "assessment"})
"""Types of claims whose subject speaks, or acts, for somebody."""
_SPEAKS = frozenset({"told_by", "by"})
"""Fields of talks.yaml that tell who speaks: where it was for a party, the party may stand there."""


def plan_person(folder: Path, person: str, today: Day) -> Plan:
    """What forgetting a person would do; DataError where there is none, or the case has mistakes."""
    files = CaseFiles.read(folder)
    known = files.case.talks.people.get(person)
    if known is None:
        people = ", ".join(files.case.talks.people) or "none"
        raise DataError(
            [
                Problem(
                    str(folder),
                    0,
                    0,
                    f"no person {person!r}",
                    f"a person of talks.yaml: {people}; enter there first whom only a text names",
                )
            ]
        )
    terms = _terms(files, person, known)
    party = _party(known)
    _take(files, person, party)
    changed = _texts(files, terms)
    moved = dict(_moved(files, terms))
    stand_in = blacked(known.name, terms.find(known.name)) if terms.find(known.name) else BLOCK * len(known.name)
    _record(files, person, terms, changed, moved, today)
    _together(files, changed)
    _speakers(files, person, party or stand_in)
    renames = _renames(files, terms, person)
    _slots(files, renames)
    _values(files, person, terms, stand_in)
    for name in files.documents.keys() - {TALKS, RECORD}:
        take_ids(files.documents[name].value, files.going[name], frozenset({person}))
    new = {moved.get(name, name): data for name, data in changed.items()}
    new |= {to: read_bytes(folder / name, below=folder) for name, to in moved.items() if to not in new}
    words = Words(terms.find, terms.in_comment, f"person {person} ({known.name})", renames)
    return finished(
        files, words, [*_groups(files, terms, person), *told_entries(files)], new, {folder / n for n in moved}
    )


def _terms(files: CaseFiles, person: str, known: Person) -> PersonTerms:
    talks, texts = files.case.talks, list(files.case.texts.values())
    names = (known.name, *known.names.values(), *known.spellings)
    kinds: tuple[Mapping[str, Named], ...] = (talks.people, talks.parties, talks.third_parties)
    others = other_words(
        name
        for kind in kinds
        for key, one in kind.items()
        if one is not known
        for name in (one.name, *one.names.values(), *one.spellings)
    )
    bare = PersonTerms(person, names, others)
    told = [*texts, *(claim.words for claim in files.case.record.claims)]
    a_word = any(span.of(text) == person for text in told for span in raw_ids(text))
    return PersonTerms(person, names, others, common_words(texts, bare.parts), a_word)


def _party(person: Person) -> str | None:
    """For whom the person speaks, where that is one party."""
    parties = {person.of, *(post.of for post in person.posts)} - {None}
    return parties.pop() if len(parties) == 1 else None


def _speakers(files: CaseFiles, person: str, voice: str) -> None:
    """In claims that the person told: who tells them now, also where they are about what he said."""
    for number, claim in enumerate(files.case.record.claims):
        told = [n for n, one in enumerate(claim.attributed_to) if one.removesuffix("?") == person]
        puts = files.going[RECORD].puts
        for n in told:
            puts["claims", number, "attributed_to", n] = voice + claim.attributed_to[n][len(person) :]
        if claim.subject == person and (told or claim.type in _SAID):
            puts["claims", number, "subject"] = voice


def _take(files: CaseFiles, person: str, party: str | None) -> None:
    """Take out the person, and all that cannot be without one."""
    case, going = files.case, files.going
    going[TALKS].gone.add(("people", person))
    if party is not None:
        for one in named(case.talks, going[TALKS]):
            if one.id.removesuffix("?") == person and one.steps[-1] in _SPEAKS and "parties" in one.ref.kinds:
                going[TALKS].puts[one.steps] = party + one.id[len(person) :]
        for node in nodes(case.talks):
            if isinstance(node.entry, Assessment) and node.entry.by == person:
                going[TALKS].puts[*node.steps, "by"] = party
    roots = {TALKS: case.talks, RECORD: case.record, "preferences.yaml": case.preferences, "reading.yaml": case.reading}

    # What has the party in the person's place needs the person no more.
    more = True
    while more:
        listed = _listed(files)

        def lost(kinds: tuple[str, ...], key: str, listed: set[tuple[str, str]] = listed) -> bool:
            return (key == person and "people" in kinds) or (bool(kinds) and (kinds[0], key) in listed)

        taken = [take_what_needs(root, going[name], lost) for name, root in roots.items() if root is not None]
        more = any(taken)
    slots = [n for n, one in enumerate(case.record.findings) if person in {s.of(one.slot) for s in raw_ids(one.slot)}]
    going[RECORD].gone |= {("findings", n) for n in slots}


def _listed(files: CaseFiles) -> set[tuple[str, str]]:
    """Positions and the like that are gone, by kind and id."""
    gone = {(steps[0], steps[1]) for steps in files.going[TALKS].gone if len(steps) == 2}
    return {
        (kind, entry.id)
        for kind in ("positions", "conditions", "proposals", "statements")
        for number, entry in enumerate(getattr(files.case.talks, kind))
        if (kind, number) in gone
    }


def _texts(files: CaseFiles, terms: PersonTerms) -> dict[str, bytes]:
    """The new contents of texts that named the person, by their files."""
    found: dict[str, bytes] = {}
    for key, source in files.case.record.sources.items():
        text = files.case.texts[key]
        if spans := terms.find(text):
            data = read_bytes(files.folder / source.text.file, below=files.folder)
            found[source.text.file] = (_BOM if data.startswith(_BOM) else b"") + blacked(text, spans).encode()
    return found


def _moved(files: CaseFiles, terms: PersonTerms) -> Iterator[tuple[str, str]]:
    """Files of texts whose name has the person's, and what they are called now."""
    taken = NewIds(PurePosixPath(one.text.file).stem for one in files.case.record.sources.values())
    for source in files.case.record.sources.values():
        file = PurePosixPath(source.text.file)
        if terms.find(file.as_posix()):
            kept = [part for part in file.parent.parts if not terms.find(part)] or ["sources"]
            yield file.as_posix(), str(PurePosixPath(*kept, taken.new(otherwise="redacted") + file.suffix))


def _record(
    files: CaseFiles,
    person: str,
    terms: PersonTerms,
    changed: Mapping[str, bytes],
    moved: Mapping[str, str],
    today: Day,
) -> None:
    case, going = files.case, files.going[RECORD]
    for key, source in case.record.sources.items():
        file, steps = source.text.file, ("sources", key)
        if file in moved:
            going.puts[*steps, "text", "file"] = moved[file]
        if file not in changed:
            continue
        going.puts[*steps, "text", "sha256"] = sha256_of(changed[file])
        going.set(steps, "redacted", True, files.documents[RECORD].value)
        if today.said:
            going.set(steps, "redacted_on", str(today), files.documents[RECORD].value)
        if source.original is not None:
            going.gone.add((*steps, "original"))
    # Each text once, not once for each of its claims.
    whole = {
        key: blacked(files.case.texts[key], terms.find(files.case.texts[key]))
        for key, source in case.record.sources.items()
        if source.text.file in changed
    }
    for number, claim in enumerate(case.record.claims):
        if claim.source in whole:
            _claim(files, going, ("claims", number), claim, whole[claim.source], person)


def _together(files: CaseFiles, changed: Mapping[str, bytes]) -> None:
    """What a model read in two texts goes with the first of them that changes: it holds the sum of the text as it was."""
    sources, reading = files.case.record.sources, files.case.reading
    for number, two in enumerate(reading.together if reading is not None else ()):
        if any(sources[key].text.file in changed for key in (two.a, two.b)):
            files.going["reading.yaml"].gone.add(("together", number))


def _claim(files: CaseFiles, going: Going, steps: Steps, claim: Claim, text: str, person: str) -> None:
    """The words of a claim as they are in the new text, at the same place."""
    anchor = files.case.anchors[claim.id]
    words = text[anchor.start : anchor.end]
    if claim.original is not None:
        going.gone.add((*steps, "original"))
    if words == claim.words:
        return
    going.puts[*steps, "words"] = words
    # Blacked words may stand there twice.
    for key, place, said in (("start", anchor.start, claim.start), ("end", anchor.end, claim.end)):
        if said is None:
            going.add(steps, key, place)
    if claim.as_printed is not None and person in (claim.subject, claim.value):
        going.puts[*steps, "as_printed"] = "".join(BLOCK if c.isalnum() else c for c in claim.as_printed)


def _values(files: CaseFiles, person: str, terms: PersonTerms, stand_in: str) -> None:
    """Black the name out in every value, and put it, blacked, where the person's id stood; claims' words are those of the text."""
    ids = _ids(files)
    for name, going in files.going.items():
        for steps, text in list(files.values(name)):
            if steps in going.puts or (name == RECORD and steps[0] == "claims" and steps[-1] == "words"):
                continue
            doubt = text[len(text.removesuffix("?")) :]
            if text.removesuffix("?") == person and _WHO & {step for step in steps if isinstance(step, str)}:
                going.puts[steps] = stand_in + doubt
            elif (spans := terms.find(text)) and text.removesuffix("?") not in ids:
                going.puts[steps] = blacked(text, spans)


def _slots(files: CaseFiles, renames: Mapping[str, str]) -> None:
    """A slot is named after what it is a question on."""
    for number, one in enumerate(files.case.record.findings):
        new = ":".join(renames.get(part, part) for part in one.slot.split(":"))
        if new != one.slot:
            files.going[RECORD].puts["findings", number, "slot"] = new


def _ids(files: CaseFiles) -> set[str]:
    talks, record = files.case.talks, files.case.record
    kinds = ("parties", "third_parties", "people", "delegations", "rounds", "meetings", "issues", "instruments")
    found = {key for kind in kinds for key in getattr(talks, kind)}
    found |= {one.id for kind in ("positions", "conditions", "proposals", "statements") for one in getattr(talks, kind)}
    found |= {option for issue in talks.issues.values() for option in issue.options}
    return found | set(record.sources) | {claim.id for claim in record.claims}


def _renames(files: CaseFiles, terms: PersonTerms, person: str) -> dict[str, str]:
    """Ids that have the name, and new ones for them."""
    ids = _ids(files)
    new = NewIds(ids)
    return {one: new.new(otherwise="redacted") for one in sorted(ids - {person}) if terms.find(one)}


def _groups(files: CaseFiles, terms: PersonTerms, person: str) -> Iterator[Group]:
    places = {key: len(terms.find(text)) for key, text in files.case.texts.items()}
    record = files.case.record
    yield Group(
        "the name is blacked out in the text of",
        tuple(f"{key} ({record.sources[key].publisher}): {_times(n)}" for key, n in places.items() if n),
    )
    words = [c.id for n, c in enumerate(record.claims) if ("claims", n, "words") in files.going[RECORD].puts]
    yield Group("claims whose words have it", tuple(words))
    about = [claim.id for claim in record.claims if _names(claim, person)]
    yield Group("claims that name the person, and then a blacked name", tuple(about))
    shared = sorted(terms.parts & terms.others)
    told = f"{', '.join(shared)}: another bears it, too; it goes only beside the rest of the name"
    yield Group("what stays", (told,) if shared else ())


def _names(claim: Claim, person: str) -> bool:
    values = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    return person in (claim.subject, *values, *(one.removesuffix("?") for one in claim.attributed_to))


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
