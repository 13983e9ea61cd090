"""Posts: who holds which office, as the words beside the name say it."""

import re
from collections.abc import Iterator

from ..mentions.names import Mention
from ..mentions.posts import is_title
from .draft import Draft
from .scene import Scene
from .story import Story
from .telling import draft

_IS = r"(?P<p><P>) (?:is|was|has been|became)(?: also)? (?:the |an? )?(?P<title>[a-z][\w -]{2,60}?) (?:of|for) (?:the )?(?P<c><C>)"


def _told(story: Story) -> Iterator[Draft]:
    """`he is president of the Association`."""
    for scene in story.scenes:
        for match in scene.find(_IS):
            if is_title(match["title"]):
                name, party = scene.at[match.start("p")].name, scene.at[match.start("c")].name
                person = story.cast.people.get(name)
                if person and not person.party:
                    person.party = party
                yield draft(
                    story, scene, "person_post", name, "post", match["title"], match.span(), "post.is", for_party=party
                )


FORMS = frozenset("ambassador chief sheikh bishop senator commander president-elect imam".split())
"""Titles that go with a name: no news of somebody whose office is told as well."""


def _counterpart(story: Story, scene: Scene, mention: Mention) -> str | None:
    """`his Kosovo counterpart`: the post of the person named before."""
    before = [m for m in scene.mentions if m.kind == "P" and m.end <= mention.start]
    posts_ = story.cast.people[before[-1].name].posts if before and before[-1].name in story.cast.people else []
    return posts_[0] if posts_ else None


HEAD = re.compile(
    r"head of (?:the |its |their )?(?:[\w-]+ )?(?:delegation|team)|(?:delegation|team) (?:head|leader)", re.I
)
"""Not a post but a role in the talks; `delegations.py` tells it."""


def _title_start(scene: Scene, mention: Mention) -> int:
    """Where the words begin that tell a post: of the second of `Ministers Dag Osk and Kari Berg` with the first."""
    if mention.start != mention.core[0]:
        return mention.start
    before = [
        m for m in scene.mentions if m.kind == "P" and m.post == mention.post and m.start < m.core[0] < mention.start
    ]
    return before[-1].start if before else mention.start


def posts(story: Story) -> Iterator[Draft]:
    """One proposal for each post that is printed beside a name."""
    yield from _told(story)
    told: set[tuple[str, str]] = set()
    for scene in story.scenes:
        for mention in scene.mentions:
            if mention.kind != "P" or not mention.post:
                continue
            for title in mention.post.split(" | "):
                person = story.cast.people.get(mention.name)  # of a text with very many, not all are kept
                if title.lower() in FORMS and person and len(person.posts) > 1:
                    continue
                if title.endswith("counterpart"):
                    title = _counterpart(story, scene, mention) or title
                if (mention.name, title.lower()) in told or HEAD.fullmatch(title):
                    continue
                told.add((mention.name, title.lower()))
                party = story.party_of(mention)
                start = _title_start(scene, mention)
                yield Draft("person_post", mention.name, "post", title, start, mention.end, "post", for_party=party)
