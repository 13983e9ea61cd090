"""How one claim's own words read as an entry: the texts, stances and days that come from it alone.

`synthesis` writes them into the talks; `seen` puts them in place of the team's words where a reader may not read all they rest on.
"""

import re
from contextlib import suppress

from ..language.days.reading import days
from ..language.folding import fold
from ..language.ids import without_article
from ..record import Claim, polarity
from ..talks import STANCES, Day, Stance
from .kinds import AGAINST, OLDER, REMARKS, RESERVES

_REST = re.compile(r",(?!\d)| (?:who|which|that|while) ")
_TITLE = 8
_ONLY_IF = re.compile(r"^(?P<what>.+?),? only(?P<possible> possible)?,? if (?P<if>.+)$", re.I)
_PLAIN_VERBS = frozenset({"said", "says", "stated", "told", "stressed", "added", "noted", "declared"})
_COPULAS = frozenset("is are was were sees describes expects remain remains assessed".split())
_KINDS = "agreement memorandum protocol statement communique declaration treaty accord pact roadmap charter".split()


def one_line(value: object) -> str:
    """A value as a line of the talks has it."""
    return " ".join(("; ".join(map(str, value)) if isinstance(value, tuple) else str(value)).split())


def capital(text: str) -> str:
    """The text with a capital letter first."""
    return text[:1].upper() + text[1:]


def values_of(claim: Claim) -> tuple[str, ...]:
    """A claim's value as a list of words."""
    return tuple(map(str, claim.value)) if isinstance(claim.value, tuple) else (str(claim.value),)


def stance_of(claim: Claim) -> Stance | None:
    """The stance that a position takes; None where it takes none, such as who does not demand a thing."""
    said = polarity(claim)
    asserted = OLDER.get(said.predicate, said.predicate)
    stance = asserted if said.asserts else AGAINST.get(asserted)
    return next((one for one in STANCES if one == stance), None) if said.sign != "open" else None


def reserve_of(claim: Claim) -> str | None:
    """With which reserve a position is told; it stands with the option, for a position has no other place for it."""
    return claim.hedge or "hedged" if claim.modality == "hedged" else RESERVES.get(claim.modality)


def option_label(claim: Claim) -> str:
    """The option of a position in words, with the reserve."""
    reserve = reserve_of(claim)
    return f"{one_line(claim.value)} ({reserve})" if reserve else one_line(claim.value)


def short_title(text: str) -> str:
    """A position's words as a title: without article and without what is said of its object."""
    words = _REST.split(without_article(text))[0].split()
    return " ".join(words[:_TITLE]) or text


def condition_of(claim: Claim) -> tuple[str, str] | None:
    """What depends on what, where the words make one thing depend on another: `this only if that`."""
    match = _ONLY_IF.match(one_line(claim.value))
    return (match["what"] + (match["possible"] or ""), match["if"]) if match is not None else None


def remark_text(claim: Claim) -> str | None:
    """What is said of a meeting and has no field."""
    if claim.predicate not in REMARKS:
        return None
    words, value = REMARKS[claim.predicate], one_line(claim.value)
    return capital(value) if claim.predicate == "aim" and value.lower().startswith("aim") else f"{words}: {value}"


def statement_text(claim: Claim) -> str:
    """What somebody said or decided."""
    words = one_line(claim.value)
    return words if claim.predicate in _PLAIN_VERBS else f"{claim.predicate.replace('_', ' ')} {words}"


def assessment_text(claim: Claim) -> str:
    """A judgement."""
    verb, words = claim.predicate.replace("_", " "), one_line(claim.value)
    return words if claim.predicate in _COPULAS or words.startswith(verb) else f"{verb} {words}"


def denied_text(claim: Claim) -> str:
    """What was not agreed."""
    said = polarity(claim)
    bare = one_line(said.value)
    return f"No {without_article(bare)}" if said.general or said.predicate == "result" else bare


def day_of(claim: Claim) -> str | None:
    """The day of a next step: as a qualifier says it, else the only day that its words name in full."""
    told = [str(claim.qualifiers[key]) for key in ("when", "date", "day") if key in claim.qualifiers]
    for text in (*told, *values_of(claim)):
        with suppress(ValueError):  # `in the coming weeks` is no day
            if (day := Day.parse(text)).said:
                return str(day)
    named = [one for one in days(one_line(claim.value)) if one.full and one.last is None and one.other is None]
    return named[0].day if len(named) == 1 else None


def kind_of_text(title: str) -> str:
    """Which kind of text was signed, by its title."""
    return next((kind for kind in _KINDS if kind in fold(title)), "text")
