"""Mistakes in keys, values, ids, options and claims: each told at its place, and nothing else with it."""

from pathlib import Path

import pytest

from goodoffices.case import inspect, read_case
from goodoffices.errors import DataError, Problem

from .cases import EXAMPLES, RECORD, TALKS, Mistake, assert_told, make, swap, told

T, R = "talks.yaml", "record.yaml"

KEYS = {
    "unknown at the top": Mistake(T, "rounds:\n", "«runds: {}\nrounds:\n", "the key 'runds'", "one of format, title", "rounds"),
    "unknown at the top of the record": Mistake(R, "claims:\n", "«claim: []\nclaims:\n", "the key 'claim'", "one of", "claims"),
    "unknown in an entry": Mistake(T, "{name: North, kind", "{«nam: x, name: North, kind", "the key 'nam'", "one of", "names"),
    "unknown in a list": Mistake(T, "{title: mayor, of", "{title: mayor, «off: north, of", "the key 'off'", "one of", "of"),
    "unknown and like nothing": Mistake(T, "id: c1,", "id: c1, «zzzz: 1,", "the key 'zzzz'", "one of"),
    "unknown in a claim": Mistake(R, "value: mayor,", "value: mayor, «issues: water,", "the key 'issues'", "one of", "issue"),
    "unknown in a text": Mistake(R, "file: sources/wire.txt", "«fil: x, file: sources/wire.txt", "the key 'fil'",
        "one of kind, file, sha256", "file"),
    "unknown behind letters of many bytes": Mistake(T, "{name: South, kind", "{name: Süd😀, «knd: x, kind", "the key 'knd'",
        "one of", "kind"),
    "unknown in a link": Mistake(T, "{if: {water", "{«iff: {}, if: {water", "the key 'iff'", "one of if, then", "if"),
    "missing at the top": Mistake(T, "# The synthesis.\nformat: talks/1\n", "# The synthesis.\n«", "no key 'format'",
        "the key 'format' here"),
    "missing in an entry": Mistake(T, "{name: North, kind: town}", "«{name: North}", "no key 'kind'", "the key 'kind' here"),
    "missing in a claim": Mistake(R, "{id: a2, source: press,", "«{id: a2,", "no key 'source'", "the key 'source' here"),
    "missing in an entry named like the key": Mistake(T, "{name: North, kind: town}\n",
        "{name: North, kind: town}\n  kind: «{name: K}\n",
                                                     "no key 'kind'", "the key 'kind' here"),
    "the format of tomorrow": Mistake(T, "talks/1", "«talks/2", "'talks/2'", "one of talks/1", "talks/1"),
}  # fmt: skip

VALUES = {
    "a list for a mapping": Mistake(T, "parties:\n  north: {name: North, kind: town}\n  south: {name: South, kind: town}\n",
                                    "parties: «[]\n", "a list", "a mapping of keys and values"),
    "text for an entry": Mistake(T, "{name: The Board, kind: company}", "«The Board", "'The Board'",
        "a mapping of keys and values"),
    "a mapping for a list": Mistake(T, "participants: [north, south]", "participants: «{north: x}", "a mapping", "a list"),
    "text for a list": Mistake(T, "participants: [north, south]", "participants: «north", "'north'", "a list"),
    "a number for text": Mistake(T, "{name: South,", "{name: «7,", "the number 7",
        "text (put it in quotation marks to keep it as text)"),
    "a decimal for text": Mistake(T, "{name: South,", "{name: «7.5,", "the number 7.5", "text (put it in quotation marks"),
    "true for text": Mistake(T, "{name: South,", "{name: «true,", "the truth value true", "text (put it"),
    "nothing for text": Mistake(T, "{name: South,", "{name: «~,", "nothing", "text"),
    "text for true": Mistake(T, "ordered: true", "ordered: «perhaps", "'perhaps'", "true or false"),
    "a decimal for a whole number": Mistake(R, "printed: 2025-03-05", "printed: 2025-03-05\n    quote_limit: «1.5",
        "the number 1.5", "a whole number"),
    "words for a whole number": Mistake(R, "printed: 2025-03-05", "printed: 2025-03-05\n    quote_limit: «many", "'many'",
        "a whole number"),
    "a word that is near": Mistake(T, "option: half, stance: demands", "option: half, stance: «demand", "'demand'",
        "one of demands, calls_for", "demands"),
    "a word that is not near": Mistake(R, "kind: original", "kind: «xyz", "'xyz'", "one of original or restatement"),
    "a status": Mistake(R, "status: edited", "status: «acepted", "'acepted'", "one of proposed, accepted", "accepted"),
    "a number in a list of words": Mistake(R, "[narrator, south]", "[narrator, «5]", "the number 5", "text (put"),
    "very long text is cut": Mistake(R, "kind: original", "kind: «" + "x" * 500, repr("x" * 79 + "…"),
        "one of original or restatement"),
    "a very long number is cut": Mistake(T, "{name: South,", "{name: «1" + "0" * 250 + ",", "the number 1" + "0" * 68, "text (put"),
    "a claim's value that is a mapping": Mistake(R, "value: mayor", "value: «{a: b}", "a mapping", ""),
}  # fmt: skip

DAYS = {
    "no day of the calendar": Mistake(T, "date: 2025-03-02", "date: «2025-02-30", "'2025-02-30'",
        "a day of the calendar, which 2025-02-30 is not"),
    "no month of the calendar": Mistake(T, "start: 2025-03,", "start: «2025-13,", "'2025-13'", "a day of the calendar"),
    "a word": Mistake(R, "printed: 2025-03-05", "printed: «yesterday", "'yesterday'", "a day as 2025-05-16, 2025-05, 2025, about"),
    "a number": Mistake(R, "printed: 2025-03-05", "printed: «2025", "the number 2025", "text (put it in quotation marks"),
    "year 0": Mistake(T, "date: 2025-03-02", "date: «0000-01-01", "'0000-01-01'", "a day of the calendar"),
    "an hour of its own": Mistake(T, "date: 2025-03-02", "date: «2025-03-02T25:00Z", "'2025-03-02T25:00Z'", "a time of day"),
    "no time zone": Mistake(T, "date: 2025-03-02", "date: «2025-03-02T12:00", "'2025-03-02T12:00'", "a day as"),
    "the value of a claim of a day": Mistake(R, "predicate: date, value: 2025-03-01", "predicate: date, value: «soon", "'soon'",
        "a day as"),
    "a round that ends before it starts": Mistake(T, "start: 2025-03, end: 2025-04", "start: 2025-05, end: «2025-04",
        "2025-04, before its start 2025-05",
                                                 "a day on or after the start"),
    "a post that ends before it starts": Mistake(T, "{title: mayor,", "{title: mayor, start: 2025-02-02, end: «2025-02-01,",
                                                "2025-02-01, before its start 2025-02-02", "a day on or after the start"),
}  # fmt: skip

UNKNOWN = {
    "a very long one": Mistake(T, "head: ann", "head: «" + "x" * 500, repr("x" * 79 + "…"), "an id of people"),
    "a party": Mistake(T, "delegations:\n  team: {of: north", "delegations:\n  team: {of: «nort", "'nort'",
        "an id of parties or third parties", "north"),
    "a person": Mistake(T, "head: ann", "head: «anne", "'anne'", "an id of people", "ann"),
    "a party is no person": Mistake(T, "head: ann", "head: «north", "'north'", "an id of people"),
    "a delegation": Mistake(T, "delegations: [team]", "delegations: [«teem]", "'teem'", "an id of delegations", "team"),
    "a round": Mistake(T, "round: spring", "round: «sprin", "'sprin'", "an id of rounds", "spring"),
    "a meeting that comes first": Mistake(T, "after: [first]", "after: [first, «fist]", "'fist'", "an id of meetings", "first"),
    "a participant": Mistake(T, "participants: [north, south]", "participants: [north, «sout]", "'sout'",
        "an id of parties or third parties", "south"),
    "the holder of a role": Mistake(T, "{who: board,", "{who: «bord,", "'bord'", "an id of parties or third parties or people",
        "board"),
    "an issue": Mistake(T, "party: south, issue: tolls", "party: south, issue: «toll", "'toll'", "an id of issues", "tolls"),
    "an issue that is a key": Mistake(T, "then: {tolls: [fee]}", "then: {«toll: [fee]}", "'toll'", "an id of issues", "tolls"),
    "a teller in doubt": Mistake(T, '"board?"', '«"bord?"', "'bord?'",
        "an id of parties or third parties or people or delegations", "board"),
    "a position replaced": Mistake(T, "supersedes: p1", "supersedes: «p9", "'p9'", "an id of positions"),
    "a claim": Mistake(T, "claims: [a9]", "claims: [«a99]", "'a99'", "an id of claims", "a9"),
    "a second claim": Mistake(T, "claims: [a9]", "claims: [a9, «zz]", "'zz'", "an id of claims"),
    "a claim of a link": Mistake(T, "{tolls: [fee]}, claims: [b2]", "{tolls: [fee]}, claims: [«b22]", "'b22'", "an id of claims",
        "b2"),
    "a meeting of an instrument": Mistake(T, "Paper, meeting: second", "Paper, meeting: «secnd", "'secnd'", "an id of meetings",
        "second"),
    "an instrument": Mistake(T, "{title: The Paper,", "{title: The Paper, renews: «papr,", "'papr'", "an id of instruments",
        "paper"),
    "the source of a claim": Mistake(R, "id: a2, source: press", "id: a2, source: «pres", "'pres'", "an id of sources", "press"),
    "the source of a source": Mistake(R, "publisher: The Wire", "publisher: The Wire\n    derived_from: «pres", "'pres'",
        "an id of sources", "press"),
    "the meeting of a claim": Mistake(R, "value: north, words", "value: north, meeting: «firts, words", "'firts'",
        "an id of meetings", "first"),
    "the party of a claim": Mistake(R, "for_party: north", "for_party: «norht", "'norht'", "an id of parties or third parties",
        "north"),
    "the issue of a claim": Mistake(R, "issue: tolls,\n     option: free, attributed", "issue: «tols,\n     attributed",
                                    "'tols'", "an id of issues", "tolls"),
    "the subject of a claim": Mistake(R, "type: statement, subject: south", "type: statement, subject: «soth", "'soth'",
                                      "an id of talks.yaml, or words with a space or a capital letter", "south"),
    "a speaker": Mistake(R, "[narrator, south]", "[narrator, «soth]", "'soth'", "narrator, an id of talks.yaml", "south"),
    "the value of a role": Mistake(R, "predicate: heads, value: north", "predicate: heads, value: «nort", "'nort'",
        "an id of talks.yaml", "north"),
    "the side of a source": Mistake(R, "publisher: The Wire", "publisher: The Wire\n    side: «boad", "'boad'",
        "press, mediator, team or an id of a party", "board"),
    "a claim of a finding": Mistake(R, "claims: [a3, b1]", "claims: [a3, «b9]", "'b9'", "an id of claims"),
}  # fmt: skip

TWICE = {
    "a party and a third party": Mistake(T, "  board: {name", "  «north: {name: N, kind: x}\n  board: {name",
        "the id 'north' a second time, here in third_parties",
                                         "one use of it: it is in parties already"),
    "a party and an issue": Mistake(T, "  tolls: {options", "  «south: {options: {a: b}}\n  tolls: {options",
                                    "the id 'south' a second time, here in issues", "in parties already"),
    "two positions": Mistake(T, "  - {id: p3,", "  - {id: «p2,", "the id 'p2' a second time, here in positions",
        "in positions already"),
    "a position and a condition": Mistake(T, "{id: c1,", "{id: «p1,", "the id 'p1' a second time, here in conditions",
        "in positions already"),
    "a condition and a meeting": Mistake(T, "{id: c1,", "{id: «first,", "the id 'first' a second time, here in conditions",
        "in meetings already"),
    "two claims": Mistake(R, "{id: a7,", "{id: «a6,", "the claim id 'a6' a second time", "each id once"),
    "a key": Mistake(T, "  south: {name", "  «north: {name: x, kind: y}\n  south: {name",
        "the key 'north' a second time (first on line 5)", "each key once"),
    "a key in brackets": Mistake(R, "by: me, reason: the two", "by: me, «by: you, reason: x",
        "the key 'by' a second time (first on line 42)", "each key once"),
}  # fmt: skip

LONG = "x" * 500
OPTIONS = {
    "of another issue, very long": Mistake(T, "issue: water, option: half", f"issue: water, option: «{LONG}",
        repr("x" * 79 + "…"), "an option of water"),
    "of another issue": Mistake(T, "issue: water, option: half", "issue: water, option: «free", "'free'",
        "an option of water: half, most"),
    "misspelt": Mistake(T, "issue: water, option: half", "issue: water, option: «haf", "'haf'", "an option of water: half, most",
        "half"),
    "without an issue": Mistake(T, "text: the talks,", "text: the talks, option: «half,", "the option 'half' of no issue",
        "an `issue` beside it"),
    "of a link": Mistake(T, "{if: {water: [most]}", "{if: {water: [most, «moist]}", "'moist'", "an option of water", "most"),
    "of a link's other side": Mistake(T, "then: {tolls: [fee]}", "then: {tolls: [«feee]}", "'feee'", "an option of tolls", "fee"),
    "of a claim": Mistake(R, "issue: water,\n     option: half", "issue: water,\n     option: «fee", "'fee'",
        "an option of water: half, most"),
    "of a claim without an issue": Mistake(R, "value: a half, issue: water,\n     option: half", "value: a half, option: «half",
                                           "the option 'half' of no issue", "an `issue` beside it"),
    "of a result": Mistake(T, "{text: No deal,", "{text: No deal, issue: tolls, option: «most,", "'most'",
        "an option of tolls: free, fee"),
}  # fmt: skip

SUPPORT = {
    "no claims and no reason": Mistake(T, "{by: board, text: the talks, unsourced: known to all}", "«{by: board, text: the talks}",
                                       "no claims", "the claims it rests on, or `unsourced: why`"),
    "an empty reason": Mistake(T, "{by: board, text: the talks, unsourced: known to all}",
        '«{by: board, text: the talks, unsourced: ""}',
                               "no claims", "`unsourced: why`"),
    "claims and a reason": Mistake(T, "claims: [a9]", "claims: [a9], unsourced: «so it is", "claims and `unsourced`",
        "one of the two"),
    "a nested entry without claims": Mistake(T, "{title: mayor, of: north, claims: [a1]}", "«{title: mayor, of: north}",
        "no claims", "the claims"),
    "a claim on something else": Mistake(T, "claims: [a9]", "claims: [a9, «a1]",
        "claim a1 (ann post), which does not concern this entry",
                                         "a claim on it or on what it names"),
    "a claim on something else in a link": Mistake(T, "{tolls: [fee]}, claims: [b2]", "{tolls: [fee]}, claims: [b2, «a9]",
                                                   "claim a9 (second not_agreed), which does not concern this entry",
        "a claim on it"),
}  # fmt: skip

TABLES = {
    "keys": KEYS,
    "values": VALUES,
    "days": DAYS,
    "unknown ids": UNKNOWN,
    "twice": TWICE,
    "options": OPTIONS,
    "support": SUPPORT,
}
ROWS = [pytest.param(row, id=f"{table}: {name}") for table, rows in TABLES.items() for name, row in rows.items()]


def test_the_small_case_is_sound(tmp_path: Path) -> None:
    case, problems = inspect(make(tmp_path))
    assert case is not None
    assert problems == []


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda f: f.name)
def test_the_examples_are_sound(folder: Path) -> None:
    assert inspect(folder)[1] == []
    assert read_case(folder).name == folder.name


@pytest.mark.parametrize("row", ROWS)
def test_each_mistake_is_told_at_its_place(tmp_path: Path, row: Mistake) -> None:
    assert_told(*told(tmp_path, row))


@pytest.mark.parametrize(
    ("status", "draft", "told_as", "level"),
    [
        ("proposed", "false", "the proposed claim a9", "error"),
        ("proposed", "true", "the proposed claim a9", "warning"),
        ("rejected", "false", "the rejected claim a9", "error"),
        ("rejected", "true", "the rejected claim a9", "error"),
        ("edited", "false", None, None),
        ("accepted", "true", None, None),
    ],
)
def test_a_claim_that_does_not_count_supports_nothing(
    tmp_path: Path, status: str, draft: str, told_as: str | None, level: str | None
) -> None:
    talks = swap(TALKS, "parties:\n  north", f"draft: {draft}\nparties:\n  north")
    record = swap(RECORD, "words: No deal came,", f"words: No deal came, status: {status},")
    case, problems = inspect(make(tmp_path, talks, record))
    assert case is not None
    assert [(p.found, p.level) for p in problems] == ([(told_as, level)] if told_as else [])
    line = talks[: talks.index("claims: [a9]")].count("\n") + 1
    assert all(p.line == line and "accept" in p.expected for p in problems)
    assert case.warnings == tuple(p for p in problems if p.level == "warning")


def test_a_link_on_a_rejected_claim_is_told(tmp_path: Path) -> None:
    talks = swap(TALKS, "{tolls: [fee]}, claims: [b2]", "{tolls: [fee]}, claims: [a5]")
    record = swap(RECORD, "option: half, words", "option: half, status: rejected, words")
    found = [p.found for p in inspect(make(tmp_path, talks, record))[1]]
    assert found == ["the rejected claim a5", "the rejected claim a5"]


def test_a_warning_keeps_no_case_from_being_read(tmp_path: Path) -> None:
    record = swap(RECORD, "entered_on: 2025-04-10\n", "note: x\n")
    case = read_case(make(tmp_path, record=record))
    assert [p.found for p in case.warnings] == ["neither a day of print nor a day of entry"]


def test_an_error_does(tmp_path: Path) -> None:
    make(tmp_path, swap(TALKS, "head: ann", "head: anne"))
    with pytest.raises(
        DataError, match=r"talks\.yaml:12:27: found 'anne', expected an id of people, did you mean ann\?"
    ):
        read_case(tmp_path)


def test_all_mistakes_are_told_in_one_run_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    chosen = {T: _apart(TALKS, T), R: _apart(RECORD, R)}
    rows = [*chosen[T], *chosen[R]]
    assert len(rows) > 30
    talks, record = _with_all(TALKS, chosen[T]), _with_all(RECORD, chosen[R])
    (tmp_path / "preferences.yaml").write_text("x: 1\n")
    _, problems = inspect(make(tmp_path, talks, record, press="Another text.\n"))
    found = [p.found for p in problems]
    assert not [row for row in rows if row.found not in found]
    assert any("SHA-256" in p.found for p in problems)
    assert any(p.found == "the key 'x'" and p.file.endswith("preferences.yaml") for p in problems)
    assert problems == sorted(problems, key=lambda p: (p.file, p.line, p.column))


def _apart(text: str, file: str) -> list[Mistake]:
    """Rows of the tables that can be made in one text together."""
    chosen, end = [], 0
    rows = [row for table in (UNKNOWN, TWICE, OPTIONS, SUPPORT) for row in table.values() if "the key" not in row.found]
    for row in sorted((row for row in rows if row.file == file), key=lambda row: text.index(row.old)):
        if text.index(row.old) >= end:
            chosen.append(row)
            end = text.index(row.old) + len(row.old)
    return chosen


def _with_all(text: str, rows: list[Mistake]) -> str:
    for row in reversed(rows):
        at = text.index(row.old)
        text = text[:at] + row.new.replace("«", "") + text[at + len(row.old) :]
    return text


def test_both_files_are_checked_even_where_the_first_is_broken(tmp_path: Path) -> None:
    make(tmp_path, swap(TALKS, "rounds:\n", "runds: {}\nrounds:\n"), swap(RECORD, "claims:\n", "claim: []\nclaims:\n"))
    case, problems = inspect(tmp_path)
    assert case is None
    assert [(Path(p.file).name, p.nearest) for p in problems] == [(R, "claims"), (T, "rounds")]
    assert all(isinstance(p, Problem) for p in problems)


def test_of_mistakes_without_end_the_first_thousand_are_told(tmp_path: Path) -> None:
    more = "".join(f"k{number}: 1\n" for number in range(1500))
    folder = make(tmp_path, talks=TALKS + more)
    case, problems = inspect(folder)
    assert case is None
    assert len(problems) == 1000
