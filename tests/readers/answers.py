"""Minutes that were read back before somebody could not be named any more, and an answer that repeats them."""

from random import Random
from typing import Any

from goodoffices.case.minutes import digest
from goodoffices.talks import Day, Minutes, MinutesAnswer, MinutesPoint, MinutesVersion, Reply

from .drafts import Draft, source
from .said import PEOPLE, READER, Told

ANSWER = "answer-north"


def read_back(random: Random, *drafts: Draft) -> tuple[Minutes, ...]:
    """The minutes of one meeting in each of the drafts: a point on a claim, and one on each whose speaker may not be named."""
    said, made = (
        random.randint(1, 3),
        source(random, ANSWER, side=READER, readers=(READER, "south"), publisher="North answers"),
    )
    confirms = [random.random() < 0.5 for _ in range(9)]
    return tuple(_minutes(draft, said, made, confirms) for draft in drafts)


def _minutes(draft: Draft, said: int, made: Any, confirms: list[bool]) -> Minutes:
    unnamed = [claim for claim in draft.claims if 500 <= int(claim.id[1:]) < 600]
    listed = [*draft.claims[:said], *unnamed]
    names = [PEOPLE[c.attributed_to[-1]][0] if c.attributed_to[-1] in PEOPLE else "the report" for c in listed]
    points = tuple(
        MinutesPoint(number=n, kind="open", text=f"{claim.value}, says {name}.", claims=(claim.id,))
        for n, (claim, name) in enumerate(zip(listed, names, strict=True), 1)
    )
    draft.sources[ANSWER] = made
    draft.sentences[ANSWER] = [f"From {ANSWER}. "]
    replies = tuple(_reply(draft, point, confirms[point.number]) for point in points)
    answer = MinutesAnswer(party=READER, source=ANSWER, replies=replies)
    version = MinutesVersion(
        version=1,
        state="read back",
        read_back=Day.parse("2031-06-21"),
        sha256=digest(points),
        points=points,
        answers=(answer,),
    )
    return Minutes(format="minutes/1", meetings={"first": (version,)})


def _reply(draft: Draft, point: MinutesPoint, confirms: bool) -> Reply:
    told = Told("statement", READER, "confirmed" if confirms else "objected", point.text, {"meeting": "first"})
    claim = draft.enter(700 + point.number, ANSWER, told)
    return Reply(point=point.number, says="confirms" if confirms else "objects", claim=claim.id)
