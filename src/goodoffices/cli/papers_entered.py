"""What `goodoffices papers` writes: a paper, said by the keys of papers.yaml, or that no answer to one is awaited any more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..case import Case
from ..case.entries import fields_of
from ..case.validate import from_plain
from ..case.write_papers import add_paper, settle_paper
from ..documents import Plain, excerpt
from ..errors import UsageError
from ..language.ids import NewIds
from ..talks import OWN, Day, Paper
from .said import day_said, line_said, one_of, readers_said

KEYS = tuple(field.key for field in fields_of(Paper))
_DAYS = ("day", "answer_due", "settled")
_YES = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(frozen=True)
class Wanted:
    """What is to be written: `KEY=VALUE` of one paper, or the id of one that is settled."""

    words: Sequence[str] = ()
    settle: str | None = None


def enter(case: Case, wanted: Wanted, when: date) -> str | None:
    """Write it, and say what was written; None where nothing is wanted. `when`: the day where none is said."""
    if wanted.settle is None and not wanted.words:
        return None
    known = {paper.id: paper for paper in case.papers.papers} if case.papers is not None else {}
    if wanted.settle is None:
        paper = _paper(case, known, _pairs(wanted.words), when)
        add_paper(case, paper)
        return f"Entered as the paper {paper.id}."
    if wanted.words:
        raise UsageError(f"--settle: found {excerpt(wanted.words[0])} beside it; enter a paper by itself")
    settle_paper(case, one_of("--settle", wanted.settle, known, "a paper"), Day.parse(when.isoformat()))
    return f"No answer to the paper {wanted.settle} is awaited any more."


def _pairs(words: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words:
        key, sign, value = word.partition("=")
        if not sign:
            raise UsageError(
                f'found {excerpt(word)}, expected KEY=VALUE, such as title="Draft protocol" from=team to=upper'
            )
        one_of("a paper to enter", key, KEYS, "a key")
        if key in found:
            raise UsageError(f"{key}: found twice, expected once; several names stand with commas between")
        found[key] = value
    return found


def _paper(case: Case, known: Mapping[str, Paper], said: dict[str, str], when: date) -> Paper:
    data: dict[str, Plain] = {key: _value(case, known, key, text) for key, text in said.items()}
    earlier = known.get(said.get("answers", ""))
    if earlier is not None:
        # An answer goes back to whom the paper came from, unless something else is said.
        data = {"title": f"Answer: {earlier.title}", "to": [earlier.from_], **data}
    if missing := [f"{key}=" for key in ("title", "from", "to") if key not in data]:
        raise UsageError(f"found no {' and no '.join(missing)} of the paper, expected at least title=, from= and to=")
    data.setdefault("day", when.isoformat())
    name = f"{data['title']} {said.get('version', '')}"
    data.setdefault("id", NewIds(known).new(name, otherwise="paper"))
    return from_plain(Paper, data)


def _value(case: Case, known: Mapping[str, Paper], key: str, text: str) -> Plain:
    match key:
        case "from" | "handed_over_by":
            return _holder(case, key, text)
        case "to":
            return list(dict.fromkeys(_holder(case, key, name) for name in text.split(",")))
        case "readers":
            return list(readers_said(case, [text]))
        case "answers":
            return one_of(key, text, known, "a paper")
        case "source":
            return one_of(key, text, case.record.sources, "a source")
        case "awaits_answer":
            return _YES[one_of(key, text, _YES, "one of")]
        case _ if key in _DAYS:
            return day_said(key, text).text
        case _:
            return line_said(key, text)


def _holder(case: Case, key: str, text: str) -> str:
    """The id of a party, third party or person, who may be given by name; or team."""
    holders = (OWN, *case.talks.parties, *case.talks.third_parties, *case.talks.people)
    name = text.strip()
    meant = case.names.id(name)
    return meant if meant in holders else one_of(key, name, holders, "who gives or gets papers")
