"""Who says `I` or `we` in a report's own voice: a mediator's own note, a party's own paper.

What such a report judges without naming anybody is his judgement.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from ....language.folding import Span
from ...mentions.names import Mention
from .names import Printed
from .quotes import direct

_HEAD, _FOOT = 300, 200
"""Letters of a report within which stands whose paper it is."""
_LINE = 120
"""Letters of a title at most: a longer first line is a paragraph."""
_TITLES = 4
_ADDRESSED = re.compile(r"\s*(?:to|cc|for|subject|re|dear|between|parties|present|participants|attending)\b", re.I)
_OWN = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|to me|[Yy]our)\b")
_SPEECH = re.compile(r"“[^”]*”|\"[^\"]*\"")
_VERBS = (
    "sees? saw considers? considered regards? regarded expects? expected believes? believed thinks? thought hopes? hoped "
    "fears? feared doubts? doubted views? viewed finds? found calls? called describes? described says? said told "
    "warns? warned complain\\w* praised? judges? judged feels? felt"
)
_JUDGING = re.compile(rf"((?:[\w’'-]+ ){{0,3}})\b(?:{'|'.join(_VERBS.split())})\b")
_BY = r"\b(?:[a-z]+ed|seen|felt|found|held|told) (?:\w+ ){0,2}by\b"
_JUDGED_BY = re.compile(rf"{_BY}|\b(?:according to|in the (?:eyes|view) of)\b", re.I)


class Authors:
    """One report, asked whether somebody is its author."""

    def __init__(
        self, printed: Printed, within: Callable[[Span], Sequence[Mention]], is_same: Callable[[Mention, str], bool]
    ) -> None:
        self._text, self._printed, self._within, self._is_same = printed.text, printed, within, is_same

    def is_ours(self, name: str, span: Span) -> bool:
        """Whether a stretch says `we` or `our` in the report's own voice, and the report is his."""
        own = _OWN.search(_SPEECH.sub(" ", span.of(self._text))) is not None and not direct(self._text, span)
        return own and self.is_author(name)

    def is_author(self, name: str) -> bool:
        """Whether somebody may say `I` or `we` in the report's own voice: who is named at its head or foot."""
        ends = (Span(0, _HEAD), Span(max(len(self._text) - _FOOT, 0), len(self._text)))
        mine = any(self._is_same(m, name) for end in ends for m in self._within(end))
        return mine or any(name in end.of(self._text) for end in ends) or self._introduces(name)

    def _introduces(self, name: str) -> bool:
        """Whether the report says `I am NAME`, `I, NAME` or `we, the NAME`."""
        found = re.finditer(r"\b(?:I am|I, |We, |We are|we, |we are)\s*(?:the )?", self._text)
        return any(self._printed.find(name, Span(m.end(), m.end() + len(name) + 20)) for m in found)

    def is_told_by(self, name: str, span: Span, sentence: Span) -> bool:
        """Whether a stretch is the judgement of whoever says `I` or `we` in the report: no other word judges in its sentence."""
        if direct(self._text, span) or not _OWN.search(self._unquoted) or not self._signs(name):
            return False
        words = sentence.of(self._text)
        return not _JUDGED_BY.search(words) and all(_OWN.search(m[1]) for m in _JUDGING.finditer(words))

    def _signs(self, name: str) -> bool:
        """Whether the report is somebody's by more than that its head names him: a title, its last line, or `I am NAME`."""
        text = self._text.rstrip()
        last = Span(text.rfind("\n") + 1, len(text))
        ends = (*self._titles(), *([last] if last.end - last.start <= _LINE else []))
        return self._introduces(name) or any(self._printed.hints_at(name, end) for end in ends)

    def _titles(self) -> Iterator[Span]:
        """The short lines over the first paragraph, but for those that say to whom it goes."""
        for line in islice(re.finditer(r"[^\n]+", self._text), _TITLES):
            if len(line[0]) > _LINE:
                return
            if not _ADDRESSED.match(line[0]):
                yield Span(*line.span())

    @cached_property
    def _unquoted(self) -> str:
        return _SPEECH.sub(" ", self._text)
