"""Whom a phrase names who could talk: its bodies, and at an opening a person or an office of none."""

from collections.abc import Iterator

from .lexicon import ANYBODY, TELLERS
from .masked import Masked
from .names import Names
from .phrase import Group, Phrase


def beside_its_own(scene: Masked, place: int) -> bool:
    """Whether a person is named beside the words for whom he acts: `the leader of the Front, A. Berg`."""
    last, then = (scene.at.get(place + by) for by in (-3, 3))
    near = [
        phrase
        for phrase, gap in ((last, scene.text[place - 2 : place]), (then, scene.text[place + 1 : place + 3]))
        if gap == ", "
    ]
    return any(phrase is not None and phrase.agent and bool(phrase.groups) for phrase in near)


def bearers(phrase: Phrase, opens: bool, names: Names) -> Iterator[Group]:
    """The bodies that a phrase names; at the opening also a person or an office of none, since leaders may talk for themselves."""
    yield from (*phrase.groups, *phrase.employer)
    if not opens or phrase.groups or set(phrase.head.lower().split()) & TELLERS:
        return
    if phrase.person:
        yield names.learn(Group(phrase.person, True))
    elif not phrase.helper and phrase.head[:1].isupper() and phrase.head.lower() not in ANYBODY:
        yield names.learn(Group(phrase.head, True))
