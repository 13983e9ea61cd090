"""What is told the other way round: the one tells it, the other denies it."""

import re
from collections.abc import Iterator, Sequence

from ...language.folding import Span
from ..align import Aligned
from ..model import Kind
from ..reading.passages import Account, Passage, Token
from ..reading.verbs import verbs
from ..words import CONCORD, DUTIES, HEDGES, SO_FAR, class_of
from .values import Value, Verdict, apart, repeated

MEANING = 0.28
"""What one meaning counts that two clauses share."""
PLAIN = 0.4
"""What it speaks against two clauses' being about one thing that neither denies nor weakens anything."""


class Polarity:
    """The one tells what the other denies."""

    kind: Kind = "polarity"

    def values(self, account: Account) -> Sequence[Value]:
        """Each clause with what turns it round."""
        return [_value(p, c) for p in account.passages if not p.heading for c in p.clauses if _tells(p, c)]

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether an odd number of denials stands on one side and an even one on the other."""
        (turned, _), (other, _) = v.said, w.said
        if turned == other:
            return Verdict(True, 0.0 if turned else -PLAIN)
        turning = v if turned else w
        plain = w if turned else v
        if _so_far(turning) or _UNLESS.search(turning.passage.text):
            return None
        assent = _assent(plain)
        shared = plain.passage.keys_in(plain.span) & turning.passage.keys_in(turning.span)
        denied = frozenset(
            k for d in _turns(turning.passage, turning.span) for k in _beside(turning.passage, d, turning.span)
        )
        answers = assent and any(t.sense in _ASSENTS | _TURNS for t in _tokens(turning))
        bonus = (bool(assent) + bool(answers)) + 0.6 * bool(denied & shared) + 1.5 * _meanings(shared)
        bonus -= 0.6 * apart(v, w) + 0.5 * (repeated(v) + repeated(w))
        left, right = _marked(turning), assent or plain.span
        a, b = (left, right) if v.said[0] else (right, left)
        return Verdict(False, bonus, a, b)


def _meanings(shared: frozenset[str]) -> float:
    """What it counts that two clauses have words of one meaning, or the same word: more than names do."""
    return MEANING * sum(k.startswith("~") for k in shared)


_UNLESS = re.compile(r"\b(?:unless|if not|якщо не|если не)\b", re.I)
"""What makes a denial one under a condition."""


class Certainty:
    """The one tells as a fact what the other does not vouch for."""

    kind: Kind = "certainty"

    def values(self, account: Account) -> Sequence[Value]:
        """Each clause with the words that weaken it."""
        return [Value(p, c, hedge(p, c)) for p in account.passages if not p.heading for c in p.clauses if _tells(p, c)]

    def compare(self, aligned: Aligned, v: Value, w: Value) -> Verdict | None:
        """Whether the one is weakened and the other is not, and nothing else turns them apart."""
        if bool(v.said) == bool(w.said):
            return Verdict(True, 0.0 if v.said else -PLAIN)
        plain = w if v.said else v
        hedged, word = (v, v.said) if v.said else (w, w.said)
        if _whole(plain):
            return None
        weakened = aligned.weights.sum(_beside(hedged.passage, word) & plain.passage.keys)
        shared = plain.passage.keys_in(plain.span) & hedged.passage.keys_in(hedged.span)
        bonus = 0.6 * min(weakened, 2.0) + _meanings(shared) - 0.3 * (turned(v) != turned(w))
        return Verdict(False, bonus, v.said or plain.span, w.said or plain.span)


def _tells(p: Passage, clause: Span) -> bool:
    """Whether a clause has a verb, and is not told as what somebody did not say: neither a heading within the text nor a silence
    tells anything of what it names.
    """
    return p.language != "en" or (
        _SILENT.search(p.text, clause.start - p.start, clause.end - p.start) is None and _acts(p, clause)
    )


def _acts(p: Passage, clause: Span) -> bool:
    return _BE.search(p.text, clause.start - p.start, clause.end - p.start) is not None or any(
        clause.start <= verb.span.start < clause.end for verb in verbs(p)
    )


_BE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|do|does|did|not|can|may)\b|['’](?:s|re|ve|ll|t)\b", re.I
)

_SAY = r"(?:say|tell|specify|disclose|elaborate|explain|comment|reveal|discuss|name|identify|give (?:any )?(?:details?|reasons?|figures?))"
_SILENT = re.compile(
    rf"\b(?:did|does|do|would|could|will)(?: not|n['’]t) {_SAY}\b|\b(?:declined|refused) to {_SAY}\b|\b(?:without|not) (?:saying|specifying|explaining)\b"
    r"|\bgave no (?:details?|reasons?|figures?)\b|\b(?:said|says) nothing (?:about|of|on)\b|\bwas silent on\b",
    re.I,
)
"""What tells that somebody left a thing unsaid: `did not say whether`, `declined to comment`."""


def _so_far(v: Value) -> bool:
    """Whether it may yet become otherwise."""
    p = v.passage
    return class_of(SO_FAR, p.language).search(p.text, v.span.start - p.start, v.span.end - p.start) is not None


_REACH = 5
"""Words beside a hedge of which it may be told."""


def _beside(p: Passage, word: Span, within: Span | None = None) -> frozenset[str]:
    """What a word turns or weakens: the words after it, or at the end of a sentence and in Turkish those before."""
    told = [t for t in p.tokens if t.key and (not within or within.start <= t.start < within.end)]
    after = [t.key for t in told if t.end > word.end or (p.language == "tr" and t.start >= word.start)][:_REACH]
    before = [t.key for t in told if t.end <= word.start][-_REACH:]
    return frozenset(after if len(after) >= 2 and p.language != "tr" else after[:1] + before)


def _whole(v: Value) -> Span | None:
    return hedge(v.passage, Span(v.passage.start, v.passage.end))


def hedge(p: Passage, span: Span) -> Span | None:
    """The first word in a stretch by which it is not vouched for."""
    for m in class_of(HEDGES, p.language).finditer(p.text, span.start - p.start, span.end - p.start):
        if m[0] != "May":  # the month
            return Span(p.start + m.start(), p.start + m.end())
    return next((d for d in p.denials if span.start <= d.start < span.end and _unverified(p, d)), None)


_VERIFIED = frozenset({"~confirm", "~observe", "~known"})


def _unverified(p: Passage, denial: Span) -> bool:
    """`could not be checked`, `it is not known`: no denial of what is told."""
    at = next((i for i, t in enumerate(p.tokens) if t.end > denial.start), 0)
    return any(t.sense in _VERIFIED for t in p.tokens[max(at - 3, 0) : at + 4])


def turned(v: Value, without: Span | None = None) -> bool:
    """Whether an odd number of denials stands in it, not counting those within a stretch."""
    return sum(not (without and s.meets(without)) for s in _turns(v.passage, v.span)) % 2 == 1


def _value(p: Passage, clause: Span) -> Value:
    return Value(p, clause, (len(_turns(p, clause)) % 2 == 1, None))


def _turns(p: Passage, clause: Span) -> list[Span]:
    found = [Span(t.start, t.end) for t in p.tokens if clause.start <= t.start < clause.end and t.sense in _TURNS]
    denials = [
        d
        for d in p.denials
        if clause.start <= d.start < clause.end
        and not any(d.meets(f) for f in found)
        and not _idle(p, d)
        and not _unverified(p, d)
    ]
    twice = [
        d for d in denials if not class_of(CONCORD, p.language).fullmatch(p.text, d.start - p.start, d.end - p.start)
    ]
    return found + (twice or denials[:1])


_NEAR = 80
"""Letters before a denial in which an `if` makes it a condition."""
_IF = re.compile(r"\b(?:if|whether|unless|lest|якщо|если|чи)\b[^,;]*$", re.I)
_EMPTY = re.compile(
    r"without (?!(?:an? |any )?(?:agreement|accord|deal|result|success|outcome|settlement))|no\. ?\d|or none|or not|or no |not a (?:word|single)|nothing (?:but|more|less)|no doubt|no less|not? (?:least|to mention)",
    re.I,
)


def _idle(p: Passage, denial: Span) -> bool:
    """`must not` is a wish, `without a word` and `no. 12` deny nothing that was told."""
    at = denial.start - p.start
    if _IF.search(p.text, max(at - _NEAR, 0), at):
        return True
    return p.language == "en" and bool(
        re.search(DUTIES, p.text[:at], re.I) or _EMPTY.match(p.text, at) or _EMPTY.match(p.text, max(at - 3, 0))
    )


def _marked(v: Value) -> Span:
    found = sorted(_turns(v.passage, v.span), key=lambda s: s.start)
    return found[0] if found else v.span


def _assent(v: Value) -> Span | None:
    return next((Span(t.start, t.end) for t in _tokens(v) if t.sense in _ASSENTS), None)


def _tokens(v: Value) -> Iterator[Token]:
    return (t for t in v.passage.tokens if v.span.start <= t.start < v.span.end)


_TURNS = frozenset("~oppose ~refuse ~absent ~forbid ~unsettled ~break_off".split())
"""Meanings that turn a sentence round beside the words of denial."""
_ASSENTS = frozenset("~accept ~agree ~pact ~support ~come ~swear ~confirm ~allow".split())
"""Meanings of accepting, agreeing, taking part: what a denial of them turns round is what the other tells."""
