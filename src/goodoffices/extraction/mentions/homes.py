"""`Foreign Minister Kari Berg of Arvenia`: the name ends before `of`, and what follows is whose minister it is."""

import re
from dataclasses import replace

from .lists import same_country
from .names import Cast, Mention, title_split
from .runs import Run

_OF = re.compile(r" of (?:the )?([^\W\d_a-z][\w.’'-]*(?: (?:of |the )*[^\W\d_a-z][\w.’'-]*){0,5})")


def of_somewhere(run: Run, cast: Cast) -> list[Run]:
    """A run as it is, or, where a title with a person's name stands before `of`, that and what follows."""
    for place, token in enumerate(run.tokens):
        if token.low != "of" or not 1 < place < len(run.tokens) - 1:
            continue
        head = Run(run.sentence, run.at, run.tokens[:place])
        begin, titled = title_split(head, cast)
        if titled and begin < place:
            rest = place + 2 if run.tokens[place + 1].low == "the" else place + 1
            return [head, Run(run.sentence, run.at + rest, run.tokens[rest:])] if rest < len(run.tokens) else [run]
    return [run]


def at_home(text: str, mentions: list[Mention], cast: Cast) -> list[Mention]:
    """The mentions of a sentence, each person who bears an office joined with the party behind it: `of Arvenia`."""
    found: list[Mention] = []
    for one in sorted(mentions, key=lambda m: m.start):
        if found and one.start < found[-1].end:
            continue  # the party that the person before it has taken
        person = cast.people.get(one.name) if one.kind == "P" and one.post else None
        name = _OF.match(text, one.end) if person else None
        party = _party(name[1], cast) if name else None
        if name and person and party and person.party in (None, party[0]):
            person.party = party[0]
            one = replace(one, end=name.start(1) + party[1], party=party[0])
        found.append(one)
    return found


def _party(words: str, cast: Cast) -> tuple[str, int] | None:
    """The party whose name the words begin with, and how long it is."""
    while words := words.rstrip(".’'-"):
        party = cast.parties.get(same_country(words))
        if party:
            return party, len(words)
        words = words.rpartition(" ")[0]
    return None
