"""Who talks, as a person says it: with options, or asked at a terminal; else what was assumed is told."""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import typer

from ..errors import UsageError
from ..extraction.naming import WhoTalks
from ..extraction.roster import PERHAPS, Said, Side, bare, side_from
from .failures import say

_HOW = (
    "Enter says yes. To correct: party NAME, third NAME, not NAME; with other names: party NAME=other name; "
    "mediates, hosts, chairs, facilitates or observes instead of third says what a third party does."
)
ROLES = ("mediates", "hosts", "chairs", "facilitates", "observes")


def said_of(parties: Iterable[str], third: Iterable[str]) -> Said:
    """What the options say; UsageError where one names nobody, or two say different things of one name."""
    said = Said(tuple(_option("--party", p) for p in parties), tuple(_option("--third", t) for t in third))
    keys = [{bare(name) for side in sides for name in side.names} for sides in (said.parties, said.third)]
    for name in sorted(keys[0] & keys[1]):
        raise UsageError(f"--third: found '{name}', which --party names as well, expected one of both")
    return said


def _option(option: str, text: str) -> Side:
    side = side_from(text)
    if not bare(side.name):
        raise UsageError(f"{option}: found '{text}', expected a name, or NAME=other name")
    return side


def asks() -> bool:
    """Whether a person sits there who can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def lines(who: WhoTalks) -> list[str]:
    """Who talks, in two lines."""
    parties = ", ".join(_printed(side) for side in who.parties) or "nobody that could be found"
    third = ", ".join(f"{_printed(side)} ({side.role})" if side.role else _printed(side) for side in who.third)
    return [f"These talk: {parties}.", f"Third parties: {third or 'none that could be found'}."]


def _printed(side: Side) -> str:
    short = [name for name in side.other if name.isupper()]
    return f"{side.name} ({short[0]})" if short and short[0] not in side.name else side.name


def assumed(who: WhoTalks, said: Said) -> None:
    """Tell what was taken to be so where nobody was asked; nothing where the options said all of it."""
    given = [side.name for side in (*said.parties, *said.third)]
    found = {side.name for side in (*who.parties, *who.third)}
    if found and found <= set(given):
        return
    say(f"Assumed: {' '.join(lines(who))} --party and --third say otherwise.", err=False)


def ask(
    sides: Sequence[Sequence[Side]], said: Said, together: Callable[[Sequence[Sequence[Side]], Said], WhoTalks]
) -> Said:
    """Show who talks until a person says that it is right; what he says is taken as given."""
    who = together(sides, said)
    shown = False
    while True:
        for line in lines(who):
            say(line, err=False)
        if not shown:
            say(_HOW, err=False)
        shown = True
        answer = typer.prompt("Is that right?", default="yes", show_default=True).strip()
        if answer.lower() in ("yes", "y", ""):
            return replace(said, parties=who.parties, third=who.third)
        try:
            said = told(answer, replace(said, parties=who.parties, third=who.third))
        except UsageError as error:
            say(str(error))
            continue
        who = WhoTalks(said.parties, said.third)


def told(answer: str, said: Said) -> Said:
    """What one correction makes of what is taken to be so.

    >>> said = Said((Side("North"), Side("the gang")), (Side("Vess", (), "mediates"),))
    >>> [side.name for side in told("party Hill Front=the gang", said).parties]
    ['North', 'Hill Front']
    >>> told("not Vess", said).third
    ()
    """
    word, _, name = answer.strip().partition(" ")
    side = side_from(name)
    word = word.lower()
    if word == "not" and bare(side.name) and not _known(said, side):
        raise UsageError(
            f"found '{answer}', expected not and one of {', '.join(_names(said)) or 'nobody, for nobody is shown'}"
        )
    if word not in ("party", "third", "not", *ROLES) or not bare(side.name):
        raise UsageError(f"found '{answer}', expected party NAME, third NAME or not NAME, or Enter where it is right")
    parties, third, before = _without(said.parties, side), _without(said.third, side), _known(said, side)
    others = tuple(dict.fromkeys(o for one in before for o in one.names if o != side.name))
    person = any(one.person for one in before)
    side = replace(side, other=tuple(dict.fromkeys((*side.other, *others))), person=person)
    if word == "party":
        return replace(said, parties=_placed(said.parties, side, parties), third=third, nobody=_free(said, side))
    if word == "not":
        return replace(said, parties=parties, third=third, nobody=(*said.nobody, *side.names))
    role = word if word in ROLES else next((one.role for one in before if one.role not in ("", PERHAPS)), "")
    side = replace(side, role=role)
    return replace(said, parties=parties, third=_placed(said.third, side, third), nobody=_free(said, side))


def _names(said: Said) -> list[str]:
    return [side.name for side in (*said.parties, *said.third)]


def _same(one: Side, other: Side) -> bool:
    """Whether two share a name; a person is the same with his title before it: `Bishop Anselm Okoro`."""
    names, others = ({bare(name) for name in side.names} for side in (one, other))
    person = bare(one.name) if one.person and " " in one.name else ""
    return bool(names & others) or (person != "" and any(name.endswith(f" {person}") for name in others))


def _known(said: Said, side: Side) -> list[Side]:
    return [one for one in (*said.parties, *said.third) if _same(one, side)]


def _without(sides: Sequence[Side], side: Side) -> tuple[Side, ...]:
    return tuple(one for one in sides if not _same(one, side))


def _placed(before: Sequence[Side], side: Side, rest: Sequence[Side]) -> tuple[Side, ...]:
    """At the place where it stood, else at the end."""
    place = next((n for n, one in enumerate(before) if _same(one, side)), len(rest))
    return (*rest[:place], side, *rest[place:])


def _free(said: Said, side: Side) -> tuple[str, ...]:
    keys = {bare(name) for name in side.names}
    return tuple(name for name in said.nobody if bare(name) not in keys)
