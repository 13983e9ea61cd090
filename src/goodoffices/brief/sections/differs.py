"""Told differently: what the accounts contradict each other in and no sentence above has told, the gravest first."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from ...record import Relation
from ..context import Context
from ..english import listed, sentence
from ..judged import whose_judgement
from ..outline import Bullets, Line, Note, Section, lines_of
from ..posts import change_of_post
from ..questions import by_answer, either, pairs_by_relation, question
from .parted import parted

MOST = 8
"""Differences in the main part; the annex has every pair."""
_OWN = "In the reports’ words"
_NOTHING = (
    "Nothing was found that two of the reports tell differently; they were set side by side sentence by sentence."
)
_CLAUSES = frozenset("how what when where whether which who whom on".split())
"""First words of questions that have a verb."""
_GRAVE = (Relation.CONTRADICTS, Relation.DIFFERS_QUALIFIER, Relation.LATER_REPORT)


def differs(context: Context, above: Iterable[Section]) -> Section | None:
    """What no sentence of the sections above has told."""
    if len(set(context.witnesses.values())) < 2:
        return None
    lines = tuple(_untold(context, [*above]))
    own = parted(context)
    blocks = [Bullets(some, title) for some, title in ((lines, ""), (own, _OWN if lines else "")) if some]
    if not blocks and context.draft:
        return Section("differs", "Told differently", (Note(_NOTHING),))
    return Section("differs", "Told differently", (*blocks, *_by_whom(context))) if blocks else None


def _by_whom(context: Context) -> Iterator[Note]:
    """Whose judgement it is that two passages differ, where it is a language model's."""
    if whose := whose_judgement(context.beside):
        yield Note(f"{whose}; the words are the reports’ own.")


def _untold(context: Context, above: list[Section]) -> Iterator[Line]:
    decided = {f.slot for f in context.case.record.findings}  # told with what a person holds of it
    told = [set(line.differs) for section in above for line in lines_of(section) if line.differs]
    shown = {
        claim for section in above if section.id == "stands" for line in lines_of(section) for claim in line.claims
    }
    pairs = pairs_by_relation(context)
    for relation in _GRAVE:
        for slot, found in groupby(pairs[relation], key=lambda pair: pair[0]):
            left = [(a, b) for _, a, b in found if not any({a, b} <= one for one in told)]
            if (
                relation is Relation.DIFFERS_QUALIFIER
            ):  # the table has both, each in its cell; who has a new post has changed it
                left = [pair for pair in left if not set(pair) <= shown and not change_of_post(context.case, *pair)]
            if left and slot not in decided:
                yield _line(context, slot, dict.fromkeys(x for pair in left for x in pair), relation)


def _line(context: Context, slot: str, claims: Iterable[str], relation: Relation) -> Line:
    """`How long the session lasted: five hours (Kelmarsk Courier); nearly four hours (Tavnis Post).`"""
    listed_ = list(claims)
    answers, asked = by_answer(context, listed_), question(context, slot)
    clause = asked.split(" ")[0] in _CLAUSES  # else it is a noun, and wants a verb
    told = f"{asked}: {'; '.join(answers)}" if clause else f"the accounts differ on {asked}: {either(answers)}"
    sources = context.case.record.sources
    early = [c.source for x in listed_ if sources[(c := context.case.claims[x]).source].written in ("before", "during")]
    if relation is Relation.LATER_REPORT and early:
        told += f" (written before it was known: {listed(dict.fromkeys(map(context.phrases.publisher, early)))})"
    differing = tuple(listed_) if relation is Relation.CONTRADICTS else ()
    return context.lines.line(sentence(told), listed_, differs=differing)
