"""`Foreign Minister Kari Berg of Arvenia`, `J. Berg for Arvenia`: the name ends before `of`, and what follows is whose minister it is."""

import re
from dataclasses import replace

from .lists import same_country
from .names import PLURAL, Cast, Mention, title_split
from .runs import Run

MOST = 4
"""Words of a person's name, from which on it is something else."""
_INITIAL = re.compile(r"[A-ZÀ-Þ]\.")
_OF = re.compile(r" of (?:the )?([^\W\d_a-z][\w.’'-]*(?: (?:of |the )*[^\W\d_a-z][\w.’'-]*){0,5})")


def of_somewhere(run: Run, cast: Cast) -> list[Run]:
    """A run as it is, or, where a title with a person's name stands before `of`, that and what follows."""
    for place, token in enumerate(run.tokens):
        if token.low not in ("of", "for") or not 1 < place < len(run.tokens) - 1:
            continue
        head = Run(run.sentence, run.at, run.tokens[:place])
        begin, titled = title_split(head, cast)
        plain = begin == 0 and (token.low == "for" or _INITIAL.fullmatch(head.tokens[0].text)) and place <= MOST
        if (titled or plain) and begin < place:
            rest = place + 2 if run.tokens[place + 1].low == "the" else place + 1
            return [head, Run(run.sentence, run.at + rest, run.tokens[rest:])] if rest < len(run.tokens) else [run]
    return [run]


def at_home(text: str, mentions: list[Mention], cast: Cast) -> list[Mention]:
    """The mentions of a sentence, each person who bears an office joined with the party behind it: `of Arvenia`."""
    found: list[Mention] = []
    taken = 0
    for one in sorted(mentions, key=lambda m: m.start):
        if one.start < taken and one.kind != "P":
            continue  # the party that the person before it has taken
        person = cast.people.get(one.name) if one.kind == "P" and one.post else None
        name = _OF.match(text, one.end) if person else None
        party = _party(name[1], cast) if name else None
        if name and person and party and person.party in (None, party[0]):
            person.party = party[0]
            taken = name.start(1) + party[1]
            one = replace(one, end=taken, party=party[0])
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


def singular(title: str) -> str:
    """The office of each of two: `Deputy Foreign Ministers` are one Deputy Foreign Minister each."""
    head, _, last = title.rpartition(" ")
    one = last[:-1] if last.lower() in PLURAL else last
    return f"{head} {one}" if head else one


def shared(text: str, mentions: list[Mention], cast: Cast) -> list[Mention]:
    """The people of a sentence, each with the office that is printed once before two: `Ministers Dag Osk and Kari Berg`."""
    found: list[Mention] = []
    many = -1
    for one in sorted(mentions, key=lambda m: m.start):
        last = found[-1] if found else None
        person = cast.people.get(one.name)
        if last and last.post and not one.post and person and text[last.end : one.start] in (" and ", ", ", ", and "):
            title = text[last.start : last.core[0]].split()
            if many == last.start or (title and title[-1].lower() in PLURAL):
                person.posts += [last.post] if last.post not in person.posts else []
                person.party = person.party or last.party
                one, many = replace(one, post=last.post, party=person.party), one.start
        found.append(one)
    return found
