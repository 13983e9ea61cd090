"""Clauses from the parse: who does what, denied or not, announced or done; and under whose telling the clause stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...language.hedging import CONDITION, HEDGE
from ...record.claim import Modality
from ..mentions.names import Mention
from ..plain.scene import Scene
from ..plain.story import Story

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
OBJECTS = frozenset({"dobj", "obj", "dative", "attr", "oprd", "acomp"})
COMPLEMENTS = frozenset({"ccomp", "xcomp"})
BREAKS = frozenset({"advcl", "relcl", "punct", "mark", "cc", "conj"})
WISH = frozenset({"may", "might", "could", "can"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with what belongs to it. Tokens are spaCy's."""

    scene: Scene
    verb: Any
    subject: Any | None
    actor: Mention | None
    negated: bool
    modality: Modality
    passive: bool
    teller: "Clause | None" = None
    doubtful: bool = False

    @property
    def lemma(self) -> str:
        """The verb, with its particle: `call on`, `set out`."""
        return str(self.verb.lemma_).lower()


def clauses(story: Story, scene: Scene, doc: Any, before: Mention | None) -> list[Clause]:
    """The clauses of a sentence, those that tell first; `before` is what `it` can mean."""
    found: dict[int, Clause] = {}
    for token in doc:
        if token.pos_ not in ("VERB", "AUX") or (token.dep_ in ("aux", "auxpass")):
            continue
        subject = _subject(token)
        actor = _actor(story, scene, subject, before)
        teller, doubtful = _teller(token, found)
        found[token.i] = Clause(
            scene, token, subject, actor, _negated(token), modality(token), _passive(token), teller, doubtful
        )
        if actor is not None and actor.kind in "CG":
            before = actor
    return list(found.values())


def _subject(verb: Any) -> Any | None:
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.dep_ != "expl":
            if child.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
                return verb.head
            return child
    if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX") and verb.head.i != verb.i:
        return _subject(verb.head)
    if verb.dep_ in ("relcl", "acl"):
        return verb.head
    return None


def _actor(story: Story, scene: Scene, subject: Any | None, before: Mention | None) -> Mention | None:
    if subject is None:
        return None
    place = scene.sentence.start + subject.idx
    for mention in scene.mentions:
        if mention.kind in "PCGB" and mention.start <= place < mention.end:
            return mention
    if subject.lower_ == "it":
        return before
    if subject.lower_ in ("country", "government", "movement", "side", "party", "team", "delegation"):
        for child in subject.children:
            if child.dep_ == "poss" and child.lower_ in ("his", "her", "their", "its"):
                return _of(story, scene, child) or before
    return None


def _of(story: Story, scene: Scene, owner: Any) -> Mention | None:
    """`his country`: the party of the person named last before it."""
    place = scene.sentence.start + owner.idx
    people = [m for m in scene.mentions if m.kind == "P" and m.start < place]
    party = story.party_of(people[-1]) if people else None
    return Mention("C", place, place + 1, party) if party else None


def _negated(verb: Any) -> bool:
    if any(child.dep_ == "neg" for child in verb.children):
        return True
    subject = _subject(verb)
    return subject is not None and any(c.lower_ in ("no", "neither", "none") for c in (subject, *subject.children))


def _passive(verb: Any) -> bool:
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def modality(verb: Any) -> Modality:
    """How a clause puts what it says."""
    words = " ".join(t.text for t in own_words(verb))
    if any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in verb.children) or CONDITION.search(words):
        return "conditional"
    if any(
        c.dep_ == "advcl"
        and any(m.dep_ == "mark" and m.lower_ in ("if", "unless", "once", "provided") for m in c.children)
        for c in verb.children
    ):
        return "conditional"
    if HEDGE.search(words):
        return "hedged"
    if _negated(verb):
        return "negated"
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if helpers & WISH:
        return "possible"
    if helpers & {"will", "shall", "'ll"}:
        return "future"
    return "asserted"


def own_words(verb: Any) -> Iterator[Any]:
    """The words of a clause without those of the clauses under it."""
    stack = [verb]
    kept = []
    while stack:
        token = stack.pop()
        kept.append(token)
        stack += [
            c
            for c in token.children
            if not (c.dep_ in ("advcl", "relcl", "ccomp", "parataxis", "conj") and c.pos_ in ("VERB", "AUX"))
        ]
    yield from sorted(kept, key=lambda t: t.i)


def _teller(verb: Any, found: dict[int, Clause]) -> tuple[Clause | None, bool]:
    """The clause of telling above a clause; doubtful where a `while` stands between."""
    doubtful = False
    token = verb
    for _ in range(12):
        if token.dep_ == "advcl" and any(
            c.dep_ == "mark" and c.lower_ in ("while", "whereas", "although") for c in token.children
        ):
            doubtful = True
        if token.head.i == token.i:
            return None, False
        above = found.get(token.head.i)
        if (
            above is not None
            and token.dep_ in ("ccomp", "parataxis")
            and above.lemma in TELLING
            and above.actor is not None
        ):
            return above, doubtful
        token = token.head
    return None, False


def stretch(tokens: list[Any]) -> tuple[int, int]:
    """From the first to the last of some tokens, in the sentence."""
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    return first.idx, last.idx + len(last)


def phrase(head: Any, stop_at: frozenset[str] = frozenset({"advcl", "parataxis"}), conjuncts: bool = True) -> list[Any]:
    """A word with all that hangs on it, without its conjuncts if they are told apart."""
    kept, stack = [], [head]
    while stack:
        token = stack.pop()
        kept.append(token)
        for child in token.children:
            if child.dep_ in stop_at or (not conjuncts and token.i == head.i and child.dep_ in ("conj", "cc")):
                continue
            stack.append(child)
    while len(kept) > 1 and max(kept, key=lambda t: t.i).dep_ in ("punct", "cc"):
        kept.remove(max(kept, key=lambda t: t.i))
    while len(kept) > 1 and min(kept, key=lambda t: t.i).dep_ in ("punct", "cc"):
        kept.remove(min(kept, key=lambda t: t.i))
    return kept


TELLING = frozenset(
    "say tell add state note declare announce explain remark observe comment reply answer reiterate stress emphasize emphasise underline maintain "
    "argue recall acknowledge concede admit indicate report claim insist repeat point confirm write express describe call hail praise welcome "
    "voice caution predict affirm assert warn criticize criticise condemn deplore blame accuse complain denounce regret suggest hint promise "
    "pledge vow assure deny dismiss contradict object protest counter raise urge appeal ask believe grumble thank joke quip demand propose".split()
)
