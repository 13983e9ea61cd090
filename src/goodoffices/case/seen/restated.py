"""Rule on the words around a name: of a report in which somebody may not be named no word is shown.

The words around a statement often tell who made it. So its text is what its claims say, one line each, as a restatement.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from ...documents import sha256_of
from ...record import Claim, TextFile
from ..model import Anchor, Case
from .evidence import answered
from .readings import of_sources
from .view import View


def restated(view: View, case: Case) -> Case:
    """Of a source in which anybody may not be named the text is what its claims say, in lines of our own."""
    of = {claim.source for claim in case.record.claims if claim.id in view.masked}
    of |= {key for key, source in view.full.record.sources.items() if source.attribution != "named"}
    # An answer to minutes has the points in its text, also that which goes: of it there are the words of the others.
    cut = {source for source, _ in answered(view)} - of
    for key in [key for key in case.record.sources if key in of | cut]:
        case = _restated(case, key, _line if key in of else _own_words)
    return replace(case, in_our_words=frozenset(of & case.record.sources.keys()))


def _own_words(claim: Claim, case: Case) -> str:
    return claim.words


def _restated(case: Case, key: str, told: Callable[[Claim, Case], str]) -> Case:
    text, anchors, claims = "", dict(case.anchors), []
    for claim in case.record.claims:
        if claim.source == key:
            line = told(claim, case)
            anchors[claim.id] = Anchor(len(text), len(text) + len(line))
            claim = replace(claim, words=line, start=len(text), end=len(text) + len(line), original=None, direct=False)
            text += f"{line}\n"
        claims.append(claim)
    source = case.record.sources[key]
    shown = replace(
        source,
        original=None,
        quote_limit=None,
        text=TextFile(
            kind="restatement" if told is _line else source.text.kind,
            file=source.text.file,
            sha256=sha256_of(text.encode()),
        ),
    )
    record = replace(case.record, sources={**case.record.sources, key: shown}, claims=tuple(claims))
    reading = case.reading and of_sources(case.reading, case.record.sources.keys() - {key})
    originals = {k: original for k, original in case.originals.items() if k != key}
    texts: Mapping[str, Any] = {**case.texts, key: text}
    return replace(case, record=record, texts=texts, anchors=anchors, originals=originals, reading=reading)


def _line(claim: Claim, case: Case) -> str:
    """What a claim says, in words that nobody else has written."""
    values = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    said = ", ".join(_label(str(value), case) for value in values)
    return " ".join(f"{_label(claim.subject, case)}: {claim.predicate.replace('_', ' ')}: {said}".split())


def _label(word: str, case: Case) -> str:
    """A name, or what kind of thing it is where only the team's id names it."""
    if word in case.talks.meetings:
        return case.talks.meetings[word].title or "a meeting"
    if word in case.talks.delegations:
        return f"the delegation of {case.names.label(case.talks.delegations[word].of)}"
    return case.names.label(word)
