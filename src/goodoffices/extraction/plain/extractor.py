"""The extractor without a model: rules over sentences. Read `story.py`, then any of the rules."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...language.folding import Span, fold
from ...language.legible import legible
from ...record import Claim
from ..proposal import Text, signed
from ..roster import NOTHING, Said
from .absence import absence
from .assess import assessments, decisions
from .delegations import delegations
from .draft import Draft, in_one_form
from .likely.choosing import likeliest
from .mediation import attendance, by_post, by_roster, mediation
from .meetings import assign, meetings
from .outcomes import outcomes
from .people import posts
from .settle import settle, sides
from .signing import signatures
from .speech import Told, statements
from .stances import positions
from .story import Story, read
from .tables import in_tables
from .telling import hedge

LONGEST_TEXT = 2_000_000
"""Characters that are read; a report is a few thousand."""
_OWN = frozenset({"statement", "position", "person_post"})


class Plain:
    """Proposes what patterns of words show. It needs no model and no network."""

    name = "plain"
    version = "0.1.0"

    def propose(self, text: Text) -> Sequence[Claim]:
        """The claims that the patterns find, in the order of their words."""
        program = f"{self.name} {self.version}"
        return signed(self, [d.claim(text.source, text.text, program) for d in self.drafts(text.text, text.said)])

    def drafts(self, text: str, said: Said = NOTHING) -> list[Draft]:
        """The same before they are signed, each with the rule that made it."""
        read_as = legible(text[:LONGEST_TEXT], in_time=True)
        found = [_placed(one, read_as.span(one.start, one.end)) for one in drafts(read(read_as.letters, said))]
        # Who is named in two entries of a live blog is not named in one stretch of words.
        return [one for one in found if one.start < one.end]


def _placed(one: Draft, span: Span) -> Draft:
    return replace(one, start=span.start, end=span.end)


def drafts(story: Story) -> list[Draft]:
    """What all the rules find, each thing once."""
    told: list[Told] = []
    found = settled(story)
    found = [*found, *statements(story, told)]
    people = list(posts(story))
    found += [*positions(story, told), *outcomes(story), *assessments(story), *decisions(story), *people]
    return once(in_one_form(hedged(story, uncovered(attributed(found, told))), story.text))


def settled(story: Story) -> list[Draft]:
    """Who met, when, where, and who came: what the rules find, and of the main meeting what is likeliest."""
    found = by_rules(story)
    return likeliest(story, found)


def by_rules(story: Story) -> list[Draft]:
    """The same as far as single sentences tell it."""
    assign(story)
    roles = list(delegations(story))
    # Whose person somebody is can be told after the sentence in which he first speaks.
    found = [*meetings(story), *roles, *mediation(story)]
    sides(story, found)
    found += [d for d in by_post(story) if not any(o.type == "mediation" and o.subject == d.subject for o in found)]
    found += [
        d for d in by_roster(story, found) if not any(o.type == "mediation" and o.subject == d.subject for o in found)
    ]
    found += [*attendance(story), *absence(story), *signatures(story)]
    found += in_tables(story)
    return [*found, *settle(story, found)]


def hedged(story: Story, found: Iterable[Draft]) -> list[Draft]:
    """What is told with a hedge says with which; where no hedging word stands in the sentence, it is asserted."""
    starts = [scene.sentence.start for scene in story.scenes]
    result = []
    for one in found:
        if one.modality == "hedged" and one.hedge is None:
            at = max(0, bisect_right(starts, one.start) - 1)
            word = hedge(story.scenes[at].sentence.text)
            one = replace(one, hedge=word, modality="hedged" if word else "asserted")
        result.append(one)
    return result


COVERED = 0.55
"""Share of a statement's words that positions or outcomes tell, from which it is no statement of its own."""


def uncovered(found: Sequence[Draft]) -> list[Draft]:
    """Without statements whose words are told as somebody's position, assessment or agreement already."""
    others = [d for d in found if d.type in ("position", "assessment", "outcome", "signature")]
    return [d for d in found if d.type != "statement" or _covered(d, others) < COVERED]


def _covered(statement: Draft, others: Sequence[Draft]) -> float:
    taken = 0
    last = statement.start
    inside = {
        d.subject for d in others if d.type == "position" and statement.start <= d.start and d.end <= statement.end
    }
    if len(inside) > 1:
        return 0  # who sets one party against another says more than their positions
    for other in sorted(others, key=lambda d: d.start):
        low, high = max(other.start, last), min(other.end, statement.end)
        if low < high:
            taken, last = taken + high - low, high
    return taken / max(1, statement.end - statement.start)


def attributed(found: Iterable[Draft], told: Sequence[Told]) -> list[Draft]:
    """What stands in words that somebody is quoted with is his telling."""
    result = []
    for draft in found:
        teller = next((t for t in reversed(told) if t.start <= draft.start and draft.end <= t.end), None)
        if teller is not None and draft.type not in _OWN and len(draft.attributed_to) == 1:
            draft = replace(draft, attributed_to=("narrator", teller.speaker + ("?" if teller.doubtful else "")))
        result.append(draft)
    return result


def once(found: Iterable[Draft]) -> list[Draft]:
    """Of proposals that say the same the first; of positions and statements over the same words the longer one."""
    kept: dict[tuple[str, ...], Draft] = {}
    for draft in sorted(found, key=lambda d: (d.start, d.end)):
        key: tuple[str, ...] = (draft.type, fold(draft.subject), draft.predicate, fold(str(draft.value)))
        if draft.predicate in _ONE_EACH:
            key = (draft.type, draft.subject, draft.predicate)
        kept.setdefault(key, draft)
    return list(kept.values())


_ONE_EACH = frozenset({"date", "place", "venue"})
"""One report gives one meeting one day, town and house; the first that it gives."""
