"""A sentence with its names masked: each name is one sign, so that a rule speaks of persons and parties and not of letters.

In a rule `<P>` means a person, `<C>` a party or body, `<G>` a delegation or government of a party, `<A>` the adjective of a party,
`<L>` a place, `<V>` a house, `<D>` a day, `<B>` both sides, `<X>` any of P, C, G and B, `<~>` a letter of no name,
`<^>` anything but a person.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from ...language.sentences import Sentence
from ..mentions.names import Mention

_SIGNS = {kind: chr(0xE000 + number) for number, kind in enumerate("PCGALVDB")}
_FOREIGN = re.compile("[\ue000-\ue0ff]")
# A dot of an abbreviation or a number ends no clause; what rules stop at must not be one: `3.5 per cent`, `on Aug. 1`.
_DOT = re.compile(
    r"(?<=\d)\.(?=\d)|(?<=\b(?:Mr|Ms|Dr|St|No|Jr|Sr|Lt|vs))\.(?= )|(?<=\b(?:Jan|Feb|Mar|Apr|Aug|Sep|Oct|Nov|Dec|Mrs|Gen|Col|Sen|Gov|Rep|Maj))\.(?= )"
    r"|(?<=\b(?:Sept|Prof|Capt))\.(?= )"
)
_IN_RULE = re.compile(r"<([PCGALVDBX~^|]+)>")


def _class(match: re.Match[str]) -> str:
    if match[1] == "~":
        return "[^.;" + "".join(_SIGNS.values()) + "]"
    if match[1] == "^":
        return "[^.;" + _SIGNS["P"] + "]"
    kinds = match[1].replace("|", "").replace("X", "PCGB")
    return "[" + "".join(_SIGNS[k] for k in kinds) + "]"


@cache
def rule(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern in which `<P>` and the like stand for masked names."""
    return re.compile(_IN_RULE.sub(_class, pattern), flags)


@dataclass(slots=True)
class Scene:
    """A sentence, the names in it, and its masked text."""

    sentence: Sentence
    mentions: list[Mention]
    meeting: str = "M1"
    cues: list[tuple[int, str]] = field(default_factory=list)
    """Where in the masked text the words speak of another meeting, and which."""
    only_after: bool = False
    """Whether the words before the first cue still speak of the main meeting."""
    masked: str = ""
    _starts: list[int] = field(default_factory=list)
    _ends: list[int] = field(default_factory=list)
    at: dict[int, Mention] = field(default_factory=dict)

    def mask(self) -> None:
        """Write the masked text anew from the mentions."""
        text, base = _DOT.sub("\u2024", self.sentence.text), self.sentence.start
        pieces: list[str] = []
        self._starts, self._ends, self.at = [], [], {}
        place = 0
        for mention in sorted(self.mentions, key=lambda m: m.start):
            first, last = mention.start - base, mention.end - base
            if first < place:
                continue
            self._plain(pieces, text, place, first)
            self.at[len(self._starts)] = mention
            pieces.append(_SIGNS[mention.kind])
            self._starts.append(mention.start)
            self._ends.append(mention.end)
            place = last
        self._plain(pieces, text, place, len(text))
        self.masked = "".join(pieces)

    def _plain(self, pieces: list[str], text: str, first: int, last: int) -> None:
        base = self.sentence.start
        pieces.append(_FOREIGN.sub(" ", text[first:last]))
        self._starts.extend(range(base + first, base + last))
        self._ends.extend(range(base + first + 1, base + last + 1))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The place in the whole text of a stretch of the masked text."""
        return self._starts[first], self._ends[last - 1]

    def place_of(self, start: int) -> int:
        """The place in the masked text of a place in the whole text."""
        return max(0, bisect_right(self._starts, start) - 1)

    def words(self, text: str, first: int, last: int) -> str:
        """The words of a stretch of the masked text, as printed."""
        start, end = self.span(first, last) if last > first else (0, 0)
        return text[start:end]

    def named(self, first: int, last: int, kinds: str = "PCG") -> Iterator[tuple[int, Mention]]:
        """The names within a stretch, of these kinds."""
        for place in sorted(self.at):
            if first <= place < last and self.at[place].kind in kinds:
                yield place, self.at[place]

    def meeting_at(self, place: int) -> str:
        """The meeting of which the words at a place speak: that of the last cue before it."""
        before = [meeting for at, meeting in self.cues if at <= place]
        if before or not self.cues:
            return before[-1] if before else self.meeting
        return "M1" if self.only_after else self.cues[0][1]

    def find(self, pattern: str, flags: int = 0) -> Iterator[re.Match[str]]:
        """Where a rule fits."""
        return rule(pattern, flags).finditer(self.masked)
