"""Questions as a mediator would say them aloud: "How do you weigh a larger share of the summer water against a joint patrol?"

The words are the case's own: titles of issues, texts of options. A text is put into the sentence that fits its kind: a thing ("a
joint patrol"), a state ("closed"), what somebody does ("each side keeps its own books"), or the absence of something ("no patrol").
What fits none of these is quoted, so that the grammar holds whatever stands there.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ...talks import Talks
from .agenda import Agenda
from .questions import Question

Ends = tuple[tuple[int, ...], tuple[int, ...]]
"""The options of an issue that a party is known to like best, and those that it likes least."""
Liked = Mapping[tuple[str, int], Ends]
"""By party and issue."""
Kind = Literal["thing", "state", "deed", "absence", "label"]

_STARTS = frozenset(
    "a an the all both each every half some any more less fewer most one two three four five six seven eight nine ten twelve "
    "twenty thirty sixty ninety third quarter another its their our your his her this these those several many few".split()
)
_ABSENT = re.compile(r"(?:no|not|none|nothing|nobody|never|without|neither)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d|(?:one|two|three|four|five)-(?:half|halves|thirds?|quarters?|fifths?)\b|half-\w", re.IGNORECASE
)
_VERB = re.compile(
    r"(?<!that )(?<!which )(?<!who )\b(?:is|are|will|shall|may|must|has|have|does|do|can|gets?|pays?|keeps?|takes?|stays?|remains?|"
    r"runs?|holds?|gives?|leaves?|withdraws?|returns|opens|closes|recogni[sz]es?|accepts?|reads?)\b"
)
_STATES = frozenset(
    "open shut sold built left kept split held paid free private public joint separate apart frozen".split()
)
_WHAT = re.compile(r"(?:how|what|who|whom|whose|which|when|where|whether|why)\b", re.IGNORECASE)


def kind(text: str) -> Kind:
    """What an option's text is, by how it begins."""
    first = re.split(r"[\s,;:]", text.strip(), maxsplit=1)[0].lower()
    if _ABSENT.match(text.strip()):
        return "absence"
    if first in _STARTS or _NUMBER.match(text.strip()):
        return "deed" if _VERB.search(text) else "thing"
    if first in _STATES or re.fullmatch(r"(?!need|seed|feed|speed|breed|shed|bed)[a-z]{2,}ed", first):
        return "state"
    return "label"


@dataclass(frozen=True)
class Spoken:
    """The names of a case as they are said aloud."""

    talks: Talks
    agenda: Agenda
    liked: Liked

    def option(self, number: int) -> str:
        """An option's text."""
        issue, key = self.agenda.names[number]
        return self.talks.issues[issue].options[key].strip().removesuffix(".")

    def issue(self, number: int) -> str:
        """An issue as a noun phrase: its title with an article, or as it stands where it has one, is a question or a name."""
        key = list(self.agenda.issues)[number]
        title = (self.talks.issues[key].title or key.replace("-", " ").replace("_", " ")).strip().removesuffix(".")
        first, *rest = title.split()
        names, adjectives = self._names()
        if first in names and first not in adjectives:
            return title
        if first not in adjectives and not first.isupper():
            first = first[0].lower() + first[1:]
        said = " ".join([first, *rest])
        gerund = first.endswith("ing") and rest[:1] != ["of"]
        return said if first in _STARTS or _WHAT.match(first) or gerund else f"the {said}"

    def _names(self) -> tuple[set[str], set[str]]:
        """The first words of names in the case, and the adjectives of parties: they keep their capital."""
        actors = [*self.talks.parties.values(), *self.talks.third_parties.values()]
        names = {actor.name.split()[0] for actor in (*actors, *self.talks.people.values()) if actor.name.split()}
        return names - _ARTICLES, {actor.adjective for actor in actors if actor.adjective}

    def stake(self, party: str, issue: int) -> tuple[int, str]:
        """What a party could win in an issue (0), else what it would be spared (2), where that is a thing; else the issue (1)."""
        for rank, options in zip((0, 2), self.liked.get((party, issue), ((), ())), strict=True):
            things = [self.option(option) for option in options if kind(self.option(option)) == "thing"]
            if things:
                return rank, min(things, key=lambda text: (len(text), text))
        return 1, self.issue(issue)


_ARTICLES = frozenset(("The", "A", "An"))


def asked(spoken: Spoken, question: Question) -> str:
    """The question, to be said to the party."""
    if question.about == "importance":
        # What it could win is named before what it would be spared.
        stakes = (spoken.stake(question.party, n) for n in (question.first, question.second))
        (_, first), (_, second) = sorted(stakes, key=lambda stake: stake[0])
        return f"How do you weigh {first} against {second}?"
    if question.about == "no deal":
        return "If nothing is agreed, will you be better off than today, worse off, or the same?"
    issue = list(spoken.agenda.issues).index(spoken.agenda.names[question.first][0])
    return _order(spoken.issue(issue), spoken.option(question.first), spoken.option(question.second))


def _order(issue: str, first: str, second: str) -> str:
    kinds = kind(first), kind(second)
    if {first.lower(), second.lower()} == {"yes", "no"}:
        return f"On {issue}: yes or no?"
    if kinds.count("absence") == 1:
        return _or_not(issue, second if kinds[0] == "absence" else first)
    if kinds == ("thing", "thing"):
        return f"On {issue}: which would you rather have, {first} or {second}?"
    if kinds == ("state", "state"):
        return f"Would you rather see {issue} {first} or {second}?"
    if kinds == ("deed", "deed"):
        return f"On {issue}: would you rather that {first}, or that {second}?"
    return f"On {issue}: which would you rather have, “{first}” or “{second}”?"


def _or_not(issue: str, option: str) -> str:
    """Something or its absence: the absence is not named as if it were a thing to have."""
    match kind(option):
        case "thing":
            return f"On {issue}: do you want {option}, or would you rather do without?"
        case "state":
            return f"Do you want to see {issue} {option}, or not?"
        case "deed":
            return f"On {issue}: is it your wish that {option}, or not?"
    return f"On {issue}: do you want “{option}”, or would you rather do without?"
