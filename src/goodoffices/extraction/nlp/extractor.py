"""The extractor with a small model: names and clauses from spaCy, day, place and role by the rules of `plain`."""

from collections.abc import Iterable, Sequence

from ...language.folding import fold
from ...language.sentences import sentences
from ...language.wording import overlap
from ...record import Claim
from ..mentions.names import Mention
from ..plain.draft import Draft, in_one_form
from ..plain.extractor import LONGEST_TEXT, drafts, hedged, once, uncovered
from ..plain.story import Story, read
from ..proposal import Text, signed
from ..roster import NOTHING, Said
from .clauses import clauses
from .parse import hints, parsed
from .rules import from_clauses


class Nlp:
    """Proposes what the grammar of the sentences shows. It needs spaCy and its small English model; nothing leaves the machine."""

    name = "nlp"
    version = "0.1.0"

    def propose(self, text: Text) -> Sequence[Claim]:
        """The claims that grammar and patterns find, in the order of their words."""
        program = f"{self.name} {self.version}"
        return signed(self, [d.claim(text.source, text.text, program) for d in self.drafts(text.text, text.said)])

    def drafts(self, text: str, said: Said = NOTHING) -> list[Draft]:
        """The same before they are signed, each with the rule that made it."""
        whole = text[:LONGEST_TEXT]
        parts = sentences(whole)
        docs = parsed(parts)
        story = read(whole, hints(parts, docs), said)
        grammar = in_one_form(_grammar(story, docs), story.text)
        return hedged(story, merged(drafts(story), list(grammar)))


def _grammar(story: Story, docs: dict[int, object]) -> Iterable[Draft]:
    before: Mention | None = None
    for scene in story.scenes:
        doc = docs.get(scene.sentence.number)
        if doc is None:
            continue
        yield from from_clauses(story, clauses(story, scene, doc, before))
        actors = [m for m in scene.mentions if m.kind in "CG"]
        before = actors[0] if actors else before


_WEAK = frozenset({"verb.tells", "verb.did", "verb.sees"})


def merged(first: Sequence[Draft], more: Sequence[Draft]) -> list[Draft]:
    """Both together; of two over the same words that say the same, the pattern's, whose stretch is cut more closely."""
    kept = list(first)
    for draft in more:
        if not any(_same(draft, other) for other in kept):
            kept.append(draft)
    return once(uncovered(kept))


def _same(draft: Draft, other: Draft) -> bool:
    common = min(draft.end, other.end) - max(draft.start, other.start)
    if common <= 0:
        return False
    if draft.rule in _WEAK:
        # What is told besides is proposed only of words that no other proposal speaks of.
        return other.type != "person_post" and common >= 0.5 * min(draft.end - draft.start, other.end - other.start)
    if draft.type != other.type:
        return False
    if draft.type == "statement":
        return fold(draft.subject) == fold(other.subject) and overlap(str(draft.value), str(other.value)) >= 0.5
    return fold(draft.subject) == fold(other.subject) and overlap(str(draft.value), str(other.value)) >= 0.6
