"""Every id that an entry names exists, is of the right kind, and stands for one thing only."""

from collections.abc import Iterator

from ..documents import Document, excerpt
from ..errors import Problem
from ..record import Record
from ..talks import EVERYBODY, OWN, RESERVED, Conflict, Exercise, Minutes, Papers, Preferences, Talks
from .entries import Mention, mentions, nodes
from .validate import nearest, problem, problem_at_key

KINDS = (
    "parties", "third_parties", "people", "delegations", "rounds", "meetings", "issues", "instruments",
)  # fmt: skip
LISTED = ("positions", "conditions", "proposals", "statements")


class Ids:
    """All ids of a case by kind."""

    def __init__(self, talks: Talks, record: Record) -> None:
        self.by_kind: dict[str, set[str]] = {kind: set(getattr(talks, kind)) for kind in KINDS}
        self.by_kind |= {kind: {entry.id for entry in getattr(talks, kind)} for kind in LISTED}
        self.by_kind["claims"] = {claim.id for claim in record.claims}
        self.by_kind["sources"] = set(record.sources)
        self._unions: dict[tuple[str, ...], set[str]] = {}

    def of(self, kinds: tuple[str, ...]) -> set[str]:
        """The ids of these kinds."""
        if kinds not in self._unions:
            self._unions[kinds] = set().union(*(self.by_kind[kind] for kind in kinds))
        return self._unions[kinds]

    def things(self) -> set[str]:
        """All ids that a claim may speak of."""
        return self.of(KINDS)


def unknown_ids(
    document: Document, root: Talks | Record | Preferences | Conflict | Minutes | Papers | Exercise, ids: Ids
) -> Iterator[Problem]:
    """A problem for each id that does not exist."""
    for node in nodes(root):
        for mention in mentions(node):
            if _bare(mention) not in ids.of(mention.ref.kinds):
                yield _unknown(document, mention, ids)


def _bare(mention: Mention) -> str:
    return mention.id.removesuffix("?") if mention.ref.doubtful else mention.id


def _unknown(document: Document, mention: Mention, ids: Ids) -> Problem:
    kinds = " or ".join(kind.replace("_", " ") for kind in mention.ref.kinds)
    known = ids.of(mention.ref.kinds)
    at = problem_at_key if mention.at_key else problem
    return at(document, mention.steps, excerpt(mention.id), f"an id of {kinds}", nearest=nearest(mention.id, known))


def double_ids(document: Document, talks: Talks) -> Iterator[Problem]:
    """A problem for each id of the talks that stands for two things, or that means something of its own."""
    first: dict[str, str] = {}
    for kind, steps, key in _declared(talks):
        # `team` and `public` stand where a party may stand, and nowhere else.
        if key in RESERVED and (key not in (OWN, EVERYBODY) or kind in ("parties", "third_parties")):
            at = problem_at_key if kind in KINDS else problem
            yield at(
                document, steps, f"the id {excerpt(key)}", "another id: this word means a voice of its own in a record"
            )
        if key in first:
            found = f"the id {excerpt(key)} a second time, here in {kind}"
            at = problem_at_key if kind in KINDS else problem
            yield at(document, steps, found, f"one use of it: it is in {first[key]} already")
        first.setdefault(key, kind)


def _declared(talks: Talks) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    for kind in KINDS:
        for key in getattr(talks, kind):
            yield kind, (kind, key), key
    for kind in LISTED:
        for index, entry in enumerate(getattr(talks, kind)):
            yield kind, (kind, index, "id"), entry.id


def double_claims(document: Document, record: Record) -> Iterator[Problem]:
    """A problem for each claim id that is used twice."""
    seen: set[str] = set()
    for index, claim in enumerate(record.claims):
        if claim.id in seen:
            yield problem(
                document, ("claims", index, "id"), f"the claim id {excerpt(claim.id)} a second time", "each id once"
            )
        seen.add(claim.id)
