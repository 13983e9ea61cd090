"""The questions about the main meeting, each with its answers and what speaks for and against each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..draft import Draft
from ..story import Story
from . import Seen, days, heads, places, who
from .weights import chances


@dataclass(frozen=True, slots=True)
class Asked:
    """A question (`who`, `when`, `town`, `house`, `led`), about which party, and every place where an answer is named."""

    question: str
    party: str
    seen: tuple[Seen, ...]

    def chances(self) -> list[float]:
        """How likely each place is the one that answers."""
        return chances(self.question, [one.signs for one in self.seen])


def asked(story: Story, found: Sequence[Draft]) -> Iterator[Asked]:
    """What can be asked of a report; `found`: what the rules make of its single sentences, which is evidence as well."""
    yield Asked(who.QUESTION, "", tuple(who.who(story, found)))
    yield _asked(days.QUESTION, days.days(story), found)
    yield _asked(places.TOWN, places.towns(story), found)
    yield _asked(places.HOUSE, places.houses(story), found)
    for side in story.who.parties:
        yield _asked(heads.QUESTION, heads.heads(story, side), found, side.name)


PREDICATE = {days.QUESTION: "date", places.TOWN: "place", places.HOUSE: "venue"}


def _asked(question: str, seen: Iterable[Seen], found: Sequence[Draft], party: str = "") -> Asked:
    if party:
        rules = [d for d in found if d.type == "delegation" and d.value == party]
    else:
        rules = [d for d in found if d.type == "meeting" and d.predicate == PREDICATE[question]]
    return Asked(
        question, party, tuple(replace(one, signs=one.signs | {*_by_rules(one, rules, party)}) for one in seen)
    )


def _by_rules(seen: Seen, rules: Sequence[Draft], party: str) -> Iterator[str]:
    """What the rules say of the words."""
    for rule in rules:
        if rule.end <= seen.start or seen.end <= rule.start or (party and rule.subject != seen.answer):
            continue
        yield f"rule {rule.predicate if party else rule.rule}"
        if not party and rule.subject != MAIN:
            yield "rule of another meeting"
        if rule.modality != "asserted":
            yield f"rule {rule.modality}"


MAIN = "M1"
