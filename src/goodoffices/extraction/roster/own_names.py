"""Which of two names a party bears itself, and which its opponent gave it: it is found by both, and printed under its own.

A name is an opponent's where the text says so (`the Front, which Darvan calls the Ridge Gang`; `the so-called Ridge Republic`), or where its
head judges: nobody calls himself a bandit. Where no other name is told, the only one there is stands.
"""

from collections.abc import Iterable, Iterator, Sequence

from .lexicon import LOADED
from .masked import Masked, rule
from .phrase import Group

_OPEN = r"[“\"'‘«]?(?:the |The |an? )?[“\"'‘«]?"
_CALL = (
    r"(?:calls?|called|brands?|branded|labels?|labell?ed|dubs|dubbed|terms?|termed|describes?|described|refers? to|styles?"
    r"|derides?|denounces?)(?: only| simply| always)?"
)
_CALLED = (
    r"(?:called|dubbed|branded|labell?ed|nicknamed|termed|styled|described as|derided as|denounced as|referred to as)"
)
_FOREIGN = (
    rf"(?P<own><G>)[”\"’»]?,? (?:which|whom|who|that) (?:<~>{{0,20}}<G><~>{{0,20}}?|<~>{{1,30}}?) "
    rf"{_CALL} (?:as )?{_OPEN}(?P<alias><G>)",
    rf"(?P<own><G>)[”\"’»]?,? (?:often |also |commonly )?{_CALLED} (?:as )?{_OPEN}(?P<alias><G>)[”\"’»]? by\b",
    rf"(?P<own><G>)[”\"’»]?,? (?:often |also |commonly |better )?{_CALLED} by <^>{{1,30}}? {_OPEN}(?P<alias><G>)",
    rf"(?P<own><G>) \({_OPEN}(?P<alias><G>)[”\"’»]?,? "
    rf"(?:in the (?:words|language|mouth) of|to|for|according to|as(?! (?:they|it) )) [^()]{{1,60}}\)",
)
_OWN = (
    rf"(?P<alias><G>)[”\"’»]?,? (?:who|which|that) (?:now |also )?(?:calls?|styles?|names?) "
    rf"(?:themselves|itself) {_OPEN}(?P<own><G>)",
    rf"(?P<alias><G>)[”\"’»]?,? calling (?:themselves|itself) {_OPEN}(?P<own><G>)",
    rf"(?P<alias><G>)[”\"’»]?,? (?:self-styled|whose own name is|whose name for (?:themselves|itself) is) "
    rf"{_OPEN}(?P<own><G>)",
    rf"(?P<alias><G>) \({_OPEN}(?P<own><G>)[”\"’»]?,? "
    rf"(?:as (?:they|it) calls? (?:themselves|itself)|by (?:its|their) own name|in (?:its|their) own words)\)",
)
_SO_CALLED = r"(?:[Ss]o-called|[Ss]elf-proclaimed|[Ss]elf-declared) (?=<G>)"


def aliases(scenes: Iterable[Masked]) -> Iterator[tuple[Group, Group]]:
    """A name that another gave to somebody, with the one that he bears himself, where a sentence tells both."""
    for scene in scenes:
        for match in (match for pattern in (*_FOREIGN, *_OWN) for match in rule(pattern).finditer(scene.text)):
            alias, own = (scene.at[match.start(key)].groups for key in ("alias", "own"))
            if len(alias) == len(own) == 1 and alias != own and not loaded(own[0].name):
                yield alias[0], own[0]


def doubted(scenes: Iterable[Masked]) -> frozenset[str]:
    """Names that the text itself does not take for what they say: `the so-called Ridge Republic`."""
    return frozenset(
        group.name
        for scene in scenes
        for match in rule(_SO_CALLED).finditer(scene.text)
        for group in scene.at[match.end()].groups
    )


def loaded(name: str) -> bool:
    """Whether a name judges whom it names: `the Ridge bandits`, `the clique`."""
    return not LOADED.isdisjoint(name.lower().split()[-1:])


def own_first(names: Sequence[str]) -> str:
    """The first of some names that judges nobody; else the first.

    >>> own_first(["Ridge Bandits", "Ridge Front"]), own_first(["bandits"])
    ('Ridge Front', 'bandits')
    """
    return next((name for name in names if not loaded(name)), names[0])
