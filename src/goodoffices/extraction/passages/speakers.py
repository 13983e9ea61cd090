"""Who says a sentence: whom it names beside a verb of saying; `he said`, and words that go on, only where one alone can be meant.

1. Words within quotation marks name no speaker.
2. A name beside the verb is the speaker: of a person the full name, of a side the roster's, else the phrase as printed.
3. `he`, `she` is the one person whom the sentence before named, if that sentence had a speaker or named nobody else.
4. A sentence that is wholly quoted, with no verb of saying, goes on with the speaker of the one before it in its paragraph.
5. By 3 a name is told only where nobody else can be meant: it stood in the sentence before, no other person, no man of whom only
   the calling is told (`the driver`) stood there too, and nobody has called him by the other word. Else no name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...language.sentences import Sentence
from ..mentions.words import SPEECH
from ..roster.lexicon import MEDIATORS, NEUTRAL_OFFICES, TELLERS, TITLES, people, several
from ..roster.reading import Roster
from .words import Word

VERBS = frozenset(form for form in SPEECH if " " not in form) - {
    "raised",
    "invited",
    "requested",
    "claimed",
    "claims",
    "urged",
    "blamed",
}
_BESIDE = frozenset(
    "has have had also then later again further only repeatedly always himself herself itself in turn on @d".split()
)
_PASSIVE = frozenset("was were been be being is are as is".split())
_HE = frozenset(["he", "she"])
_OPEN, _CLOSE = frozenset("“«"), frozenset("”»")
_ARTICLES = frozenset("the a an one its his her their our this".split())
_WITHIN = frozenset("of for from and at in to ' 's ’s".split())
"""What joins the words of a phrase that names somebody: `a spokesman for the Front`."""
LONGEST = 9
"""Words of such a phrase at most."""
_NOBODY = frozenset("it they that this there which who what nobody none both @b we i you @d @n".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something, and the sign of who he is (`words.Word.sign`)."""

    name: str
    sign: str
    sure: bool = True
    """Whether nobody else can be meant; who is not sure has his sign, and no name is told."""


class Speakers:
    """Follows a report sentence by sentence."""

    def __init__(self, text: str, roster: Roster) -> None:
        self._text = text
        self._people = roster.cast.people
        self._last: Speaker | None = None
        self._named: dict[str, Speaker] = {}
        self._before: Sequence[Word] = ()
        self._called: dict[str, str] = {}
        self._paragraph = -1

    def of(self, sentence: Sentence, words: Sequence[Word]) -> Speaker | None:
        """Who says it, or None where the report tells it in its own voice."""
        if sentence.paragraph != self._paragraph and not {"he", "she"} & {w.text for w in words[:3]}:
            self._last = self._last if _quoted(words) and self._last and self._open else None
        self._paragraph = sentence.paragraph
        speaker = None if sentence.heading else self._speaker(words)
        self._named = {
            w.name: Speaker(w.name, w.sign) for w in words if w.name in self._people and w.name
        } or self._named
        self._last, self._before = speaker, words
        self._open = bool(words) and sum(w.text in _OPEN for w in words) > sum(w.text in _CLOSE for w in words)
        return speaker

    _open = False
    """Whether the last sentence left a quotation open."""

    def _speaker(self, words: Sequence[Word]) -> Speaker | None:
        bare = unquoted(words)
        for at, word in enumerate(bare):
            if word.text in VERBS and not (at and bare[at - 1].text in _PASSIVE):
                found = self._who(_before(bare, at)) or self._who(_after(bare, at))
                if found:
                    return found
            if word.text == "according" and at + 1 < len(bare) and bare[at + 1].text == "to":
                return self._who(_after(bare, at + 1))
        if _quoted(words) and not any(word.text in VERBS for word in bare):
            return self._last
        return None

    def _who(self, phrase: Sequence[Word]) -> Speaker | None:
        """The name by which a phrase names somebody."""
        if not phrase or phrase[0].text in _NOBODY:
            return None
        if phrase[0].text in _HE:
            one = self._last_person()
            return one and replace(one, sure=self._alone(one, phrase[0].text))
        named = [Speaker(w.name, w.sign) for w in phrase if w.name in self._people and w.name]
        if named:
            return named[-1]
        sign = next((w.sign for w in phrase if w.sign), "")
        kept = phrase[1:] if phrase[0].text in _ARTICLES and len(phrase) > 1 else phrase
        if len(kept) == 1 and kept[0].text in ("@p", "@t"):
            return Speaker(kept[0].name or "", sign)
        return Speaker(self._text[phrase[0].start : phrase[-1].end].strip("’' "), sign)

    def _last_person(self) -> Speaker | None:
        if self._last is not None and self._last.name in self._people:
            return self._last
        return next(iter(self._named.values())) if len(self._named) == 1 else None

    def _alone(self, one: Speaker, called: str) -> bool:
        """Whether `he` or `she` can be nobody else: the sentence before has him, and no other one."""
        there = one == self._last or any(w.name == one.name for w in self._before)
        others = any(
            w.name != one.name and (w.name in self._people or _may_speak(self._before, at))
            for at, w in enumerate(self._before)
        )
        return there and not others and self._called.setdefault(one.name, called) == called


def _may_speak(words: Sequence[Word], at: int) -> bool:
    """Whether a word may mean a person: a name that is no town's, or `the driver`, `a young man` with no name beside it."""
    word, before = words[at], {w.text for w in words[max(0, at - 3) : at]}
    if word.name and word.sign in ("@x", "@r", "@t"):  # a side speaks, but is not `he`
        titled = at + 1 < len(words) and bool(words[at + 1].name) and words[at + 1].start == word.end + 1
        return not titled and not (at and words[at - 1].text in _TOWARDS)
    beside = any(w.name for w in words[at + 1 : at + 3]) or bool(
        at > 2 and words[at - 2].text == "," and words[at - 3].name
    )
    one = word.text in _CALLINGS or (not word.text.endswith("s") and people(several(word.text)))
    return one and bool(before & _ONE_OF) and not beside


_TOWARDS = frozenset("in at near from to of into through outside".split())
_ONE_OF = frozenset("the a an one another his her their its this that young old second".split())
_CALLINGS = (TITLES | TELLERS | NEUTRAL_OFFICES | MEDIATORS | frozenset(
    "man woman boy girl mother father son daughter wife husband brother sister widow priest nurse clerk judge guard guest cook "
    "friend colleague neighbour veteran".split()
))  # fmt: skip
"""What one alone is called whom no name names."""


def unquoted(words: Sequence[Word]) -> list[Word]:
    """The words outside quotation marks; each quotation as one closing mark."""
    found: list[Word] = []
    inside = False
    for word in words:
        if word.text == '"' or word.text in _OPEN or word.text in _CLOSE:
            inside = word.text in _OPEN or (word.text == '"' and not inside)
            if not inside:
                found.append(Word("”", word.start, word.end))
        elif not inside:
            found.append(word)
    return found


def _quoted(words: Sequence[Word]) -> bool:
    """Whether a sentence is nothing but a quotation, or a part of one."""
    return bool(words) and (words[0].text in _OPEN or words[0].text == '"') and len(unquoted(words)) <= 1


def _before(words: Sequence[Word], at: int) -> Sequence[Word]:
    """The phrase that ends before a verb; what stands between commas behind a name is left out."""
    end = at
    if end and words[end - 1].text in ("and", "but"):
        return _opening(words[:end])
    while end and words[end - 1].text in _BESIDE:
        end -= 1
    if end and words[end - 1].text == ",":
        comma = next((n for n in range(end - 2, max(end - 16, 0), -1) if words[n].text == ","), None)
        if comma is None:
            return ()
        end = comma
    begin = end
    while begin and end - begin < LONGEST and _names(words[begin - 1]):
        begin -= 1
    while begin < end and words[begin].text in _WITHIN:
        begin += 1
    return words[begin:end]


def _opening(words: Sequence[Word]) -> Sequence[Word]:
    """The phrase with which a sentence opens: `Diallo listened and said` has its speaker there."""
    end = next((n for n, word in enumerate(words) if not _names(word)), len(words))
    signed = next((n for n, word in enumerate(words[:end]) if word.sign), None)
    return words[: signed + 1] if signed is not None else ()


def _after(words: Sequence[Word], at: int) -> Sequence[Word]:
    """The phrase that stands behind a verb, where the words said stand before it."""
    if words[at].text != "to" and not (at and words[at - 1].text in ("”", ",")):
        return ()
    end = at + 1
    while end < len(words) and end - at <= LONGEST and _names(words[end]):
        end += 1
    return words[at + 1 : end]


def _names(word: Word) -> bool:
    return (word.text[0].isalpha() and word.text not in _STOPS) or word.text[0] == "@" or word.text in _WITHIN


_STOPS = VERBS | frozenset(
    "and but that which who while whereas although though because when after before if as so yet meanwhile however on with by "
    "has had was were is are would will not did do does said told reporters journalists us me them him over about into later "
    "then also it there".split()
)
