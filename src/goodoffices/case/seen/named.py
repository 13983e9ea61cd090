"""Rules on what rests on no claim: a party, a person, an issue, an option, a round is there where something seen names it."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import is_dataclass, replace
from typing import Any

from ...language.folding import fold
from ...record import Claim
from ...talks import VOICES, Issue, Link, Sourced, Talks, without_doubt
from ..entries import fields_of, mentions, nodes
from ..model import Case
from ..own_words import capital, one_line, option_label, short_title
from ..references import KINDS
from ..rights import Rights
from .by_day import settled
from .view import View, claims_of, named_in

_WORD = re.compile(r"\w+")
_JOINTS = frozenset(
    "a an and are as at be but by for from had has have in is it its of on or that the their this to was were with".split()
)
"""Words that tell nothing by themselves."""
Answer = tuple[str, str]
"""An issue and an option."""


def things(view: View, case: Case) -> Case:
    """What nothing names that is seen goes; the party that looks stays."""
    talks = case.talks
    unsure = {key: entry for kind in KINDS for key, entry in getattr(talks, kind).items() if not _stands(view, entry)}
    found = {*view.who, *_from_record(case)}
    # Of what rests on claims of which he sees none only these tell: where an entry names it, it may be for one that is hidden.
    bare = {key for key, entry in unsure.items() if claims_of(_whole(view, key))} - found
    waiting = {key: entry for key, entry in unsure.items() if key not in bare}
    for root in (talks, case.preferences, case.conflict):
        if root is not None:
            found |= set(_mentioned(root, unsure if root is talks else {}, whole=view.is_widened(root)))
    new = found
    while new:
        new = {name for key in new & waiting.keys() for name in _in(waiting[key])} - found
        found |= new
    gone = {*bare, *(waiting.keys() - found)}
    kept: dict[str, Any] = {kind: {k: e for k, e in getattr(talks, kind).items() if k not in gone} for kind in KINDS}
    return replace(case, talks=settled(replace(talks, **kept)))


def _whole(view: View, key: str) -> Any:
    """A thing as the team has it; None for one that stands for somebody who is not named."""
    return next((getattr(view.full.talks, kind)[key] for kind in KINDS if key in getattr(view.full.talks, kind)), None)


def _stands(view: View, entry: Any) -> bool:
    """Whether an entry is there by itself: for claims that are seen, or because its readers name him."""
    return (isinstance(entry, Sourced) and bool(entry.claims)) or view.is_widened(entry)


def _from_record(case: Case) -> Iterator[str]:
    for claim in case.record.claims:
        yield from named_in(claim, case)
    yield from (source.side for source in case.record.sources.values() if source.side not in VOICES)


def _mentioned(root: Any, unsure: dict[str, Any], *, whole: bool) -> Iterator[str]:
    """The ids that the entries of a file name. Those do not count that stand only where they are named, nor links.

    `whole`: also what preferences name for the whole of the file, such as the questions of the status quo.
    """
    for field in fields_of(type(root)):
        value = getattr(root, field.name)
        if field.name == "links" or (field.name == "status_quo" and not whole):
            continue
        if is_dataclass(value):
            yield from _in(value)
        elif isinstance(value, dict):
            yield from value if not isinstance(root, Talks) else ()
            yield from (
                name for key, entry in value.items() if key not in unsure and is_dataclass(entry) for name in _in(entry)
            )
        elif isinstance(value, tuple):
            yield from (name for entry in value if is_dataclass(entry) for name in _in(entry))


def _in(entry: Any) -> Iterator[str]:
    """The ids that an entry names, and those inside it; a list of for whom an order is reversed names nobody."""
    for node in nodes(entry):
        for mention in mentions(node):
            if "claims" not in mention.ref.kinds and mention.steps[-1 if mention.at_key else -2 :][0] != "reversed_for":
                yield without_doubt(mention.id)
        for key in ("by", "about"):
            if isinstance(value := getattr(node.entry, key, None), str):
                yield value
        yield from (getattr(node.entry, key)[0] for key in ("swing", "over") if hasattr(node.entry, key))


def links(view: View, case: Case) -> Case:
    """A link that rests on no claim is seen by who sees all that it ties: each question, and each answer."""
    answers = set(_answers(case, status_quo=False))

    def stays(link: Link) -> bool:
        tied = {(i, o) for side in (link.if_, link.then) for i, options in side.items() for o in options}
        named = {issue for side in (link.if_, link.then) for issue in side}
        whole = tied <= answers and named <= {issue for issue, _ in answers}
        return bool(link.claims) or view.is_widened(link) or whole

    return replace(case, talks=replace(case.talks, links=tuple(link for link in case.talks.links if stays(link))))


def options(view: View, case: Case) -> Case:
    """An answer to a question is seen where something seen names it; an issue that names the reader has them all."""
    named = {*_answers(case), *(a for link in case.talks.links for a in _tied(link))}
    issues = {
        key: issue
        if view.is_widened(issue)
        else replace(issue, options={o: label for o, label in issue.options.items() if (key, o) in named})
        for key, issue in case.talks.issues.items()
    }
    return replace(case, talks=replace(case.talks, issues=issues))


def _tied(link: Link) -> Iterator[Answer]:
    for side in (link.if_, link.then):
        yield from ((issue, option) for issue, options in side.items() for option in options)


def _answers(case: Case, *, status_quo: bool = True) -> Iterator[Answer]:
    """Issues and options named by claims, entries and preferences (not by links)."""
    yield from ((c.issue, c.option) for c in case.record.claims if c.issue and c.option)
    for node in (*nodes(case.talks), *(nodes(case.preferences) if case.preferences is not None else ())):
        issue, option = getattr(node.entry, "issue", None), getattr(node.entry, "option", None)
        if isinstance(issue, str) and isinstance(option, str):
            yield issue, option
        yield from _wanted(node.entry)
    if status_quo and case.preferences is not None:
        yield from case.preferences.status_quo.items()


def _wanted(entry: Any) -> Iterator[Answer]:
    for one in getattr(entry, "best_first", ()):
        yield from ((entry.issue, option) for option in ((one,) if isinstance(one, str) else one))
    for key in ("swing", "over"):
        if swing := getattr(entry, key, None):
            yield from ((swing[0], option) for option in swing[1:])
    for key in ("accepts", "refuses"):
        yield from (getattr(entry, key, None) or {}).items()
    for issue, given in (getattr(entry, "points", None) or {}).items():
        yield from ((issue, option) for option in given)


def labels(view: View, case: Case) -> Case:
    """The words of a question and its answers stay, but where they say what of the claims on it only hidden ones say.

    Of an answer only the hidden claims on it count: what is hidden changes no other. What a report has that he reads, in the words
    on which a claim on the question stands, is no secret. `check` tells where words are changed.
    """
    own = in_lines_of_our_own(view.full, [view.full.claims[claim.id] for claim in case.record.claims], view.rights)
    hidden = [claim for claim in view.full.record.claims if claim.id not in case.claims or claim.id in view.masked]
    shown = _shown_by_name(view, case)
    issues = {
        key: issue
        if view.is_widened(issue)
        else _keeping(issue, relabelled(key, issue, case.record.claims, hidden, own), shown.get(key))
        for key, issue in case.talks.issues.items()
    }
    return replace(case, talks=replace(case.talks, issues=issues))


def _shown_by_name(view: View, case: Case) -> dict[str, set[str | None]]:
    """The answers, by question, of entries that a person shows to the reader by name: with them their words."""
    found: dict[str, set[str | None]] = {}
    for node in nodes(case.talks):
        issue = getattr(node.entry, "issue", None)
        if view.is_widened(node.entry) and isinstance(issue, str):
            found.setdefault(issue, set()).add(getattr(node.entry, "option", None))
    return found


def _keeping(issue: Issue, other: Issue, shown: set[str | None] | None) -> Issue:
    """A question in other words, with the team's where a person shows them."""
    if shown is None:
        return other
    labels = {o: issue.options[o] if o in shown else label for o, label in other.options.items()}
    return replace(issue, options=labels)


def in_lines_of_our_own(full: Case, seen: Iterable[Claim], rights: Rights) -> set[str]:
    """The sources of which nobody but the team has the words, for somebody in them may not be named."""
    unnamed = {key for key, source in full.record.sources.items() if source.attribution != "named"}
    return unnamed | {claim.source for claim in seen if rights.attribution(claim) != "named"}


def relabelled(
    key: str, issue: Issue, seen: Iterable[Claim], hidden: Iterable[Claim], own: Collection[str] | None = None
) -> Issue:
    """A question in the words of the claims that are seen, where its own are those of hidden ones.

    `own`: the sources told in lines of our own; without it the words of no source count, only what the claims say.
    """
    on, off = [c for c in seen if c.issue == key], [c for c in hidden if c.issue == key]
    first = next((capital(short_title(one_line(claim.value))) for claim in on), "A question")
    printed = {w for c in on if own is not None and c.source not in own for w in _words(c.words)}
    title = first if (_secret(off, on) - printed) & _words(issue.title or key) else issue.title
    told = {o: next((option_label(c) for c in on if c.option == o), "an answer") for o in issue.options}
    secret = {o: _secret([c for c in off if c.option in (None, o)], on) - printed for o in issue.options}
    options = {o: told[o] if secret[o] & _words(label) else label for o, label in issue.options.items()}
    return replace(issue, title=title, options=options)


def _secret(hidden: Iterable[Claim], seen: Iterable[Claim]) -> set[str]:
    """The words that tell something and that only hidden claims say."""
    return _said(hidden) - _said(seen) - _JOINTS


def _said(claims: Iterable[Claim]) -> set[str]:
    return {word for claim in claims for word in _words(one_line(claim.value))}


def _words(text: str) -> set[str]:
    """The words and numbers of a text."""
    return set(_WORD.findall(fold(text)))
