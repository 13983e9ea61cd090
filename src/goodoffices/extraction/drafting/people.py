"""Parties, third parties, and people with their posts."""

from collections.abc import Iterator

from ...record import Claim, fold
from ...talks import Party, Person, Post
from .actors import Actor, key_of
from .sheet import Sheet, ids

_KINDS = {
    "union": "union", "unions": "union", "nations": "international organisation", "council": "council",
    "company": "company", "corporation": "company", "ltd": "company", "inc": "company", "plc": "company", "gmbh": "company",
    "front": "movement", "movement": "movement", "party": "party", "ministry": "ministry", "commission": "commission",
    "committee": "committee", "board": "board", "army": "armed group", "bank": "bank", "city": "city", "court": "court",
}  # fmt: skip
UNKNOWN_KIND = "not said"


def sides(sheet: Sheet) -> dict[str, Party]:
    """Parties and third parties under the names that are printed."""
    return {key: _side(sheet.actors[key]) for key in sheet.sides}


def _side(actor: Actor) -> Party:
    from ..plain.lists import countries  # loads the list of countries

    names = {key_of(name) for name in actor.printed}
    if names & countries().keys() and not any(name.isupper() and len(name) > 3 for name in names):
        kind = "state"
    else:
        kind = next(
            (_KINDS[w] for name in actor.printed for w in reversed(fold(name).split()) if w in _KINDS), UNKNOWN_KIND
        )
    return Party(name=actor.name, spellings=actor.spellings, kind=kind)


def people(sheet: Sheet) -> dict[str, Person]:
    """People with their posts, and the side of those of whom no post says it."""
    posts: dict[str, list[Claim]] = {}
    for claim in sheet.said("person_post"):
        if claim.predicate == "post" and claim.subject in sheet.people:
            posts.setdefault(claim.subject, []).append(claim)
    return {key: _person(sheet, key, posts.get(key, [])) for key in sheet.people}


def _person(sheet: Sheet, key: str, told: list[Claim]) -> Person:
    actor = sheet.actors[key]
    posts = tuple(_posts(told))
    side = sheet.side_of.get(key)
    of = None if side is None or any(post.of for post in posts) else side
    return Person(name=actor.name, spellings=actor.spellings, posts=posts, of=of)


def _posts(told: list[Claim]) -> Iterator[Post]:
    """Each post once, with all claims of it; what is told most often comes first."""
    alike: dict[tuple[str, str | None], list[Claim]] = {}
    for claim in told:
        alike.setdefault((fold(str(claim.value)), claim.for_party), []).append(claim)
    for title, of in list(alike):
        # One account leaves out in which country; it is the same post.
        fuller = next((key for key in alike if key[0] == title and key[1] is not None), None)
        if of is None and fuller is not None:
            alike[fuller] += alike.pop((title, of))
    for (_, of), claims in sorted(alike.items(), key=lambda one: -len(one[1])):
        yield Post(title=str(claims[0].value), of=of, claims=ids(claims))
