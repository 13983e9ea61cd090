"""Which names of one text mean one: acronyms, the head of a longer name, an adjective and its country, `the company`."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile

from ...language.folding import fold
from ..mentions.lists import adjective_of, capitals, countries, demonym, same_country
from .kinds import fits
from .lexicon import CALLED, RULERS, people
from .own_names import loaded, own_first
from .phrase import WE, Group
from .side import Said, Side
from .third_parties import Helper

MOST = 300
"""Names of which short forms are looked for."""


_ONE_OF_A_KIND = frozenset("company union".split())
"""Of which a report calls the first named one so, though it names another."""


class Names:
    """The bearers of all names of a text."""

    def __init__(
        self, groups: Sequence[Group], said: Said, writer: Group | None = None, same: Iterable[tuple[Group, Group]] = (),
        doubted: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        self._doubted = doubted
        self._same: dict[str, str] = {}
        self._printed: dict[str, list[Group]] = defaultdict(list)
        self._said = {key_of(side.name): side for side in (*said.parties, *said.third)}
        for side in self._said.values():
            self._same.update({key_of(other): key_of(side.name) for other in side.other})
        for group in groups:
            for other in group.other:
                self._join(key_of(other), key_of(group.name))
        for word, name in same:
            self._join(key_of(word.name), key_of(name.name))
        if writer is not None:
            self._join(WE, key_of(writer.name))
        self._shorten(Counter(key_of(group.name) for group in groups))
        self._call(groups)
        self._call_longer(groups)
        for group in groups:
            self._printed[self.key(group)].append(group)

    def _join(self, one: str, other: str) -> None:
        if one != other and one not in self._said:
            self._same.setdefault(one, other)

    def _shorten(self, names: Iterable[str]) -> None:
        # A text of more names is a list, and the work would grow with its square.
        full = sorted(list(names)[:MOST], key=lambda name: -len(name.split()))
        for short in full:
            single = " " not in short
            likely = [name for name in full if name != short and (short in name or (single and " " not in name))]
            fitting = [name for name in likely if _shortens(short, name)]
            fitting = [
                name for name in fitting if not any(_shortens(name, other) for other in fitting if other != name)
            ]
            if len(fitting) == 1:
                self._join(short, fitting[0])
            if short.isalpha() and 1 < len(short) < 7:
                bearing = [name for name in full if len(name.split()) > 1 and _initials(name) == short]
                if len(bearing) == 1 and short not in countries():
                    self._join(short, bearing[0])
            country = same_country(capitals().get(short, ""))
            if country in full and not short.startswith(country):
                self._join(short, country)  # `Bangkok`, where Thailand talks

    def _call(self, groups: Sequence[Group]) -> None:
        """`the company`, `the rebels`: the one body of the text that can be meant."""
        for word in dict.fromkeys(key for group in groups if (key := key_of(group.name)) in CALLED):
            fitting = [g for g in groups if key_of(g.name) not in CALLED and fits(word, g.name)]
            if CALLED[word] == "armed":
                # `the army` and `the Darvan army` fight the rebels, and are not meant by them.
                fitting = [g for g in fitting if g.named and g.name.split()[-1][:1].isupper()]
            bodies = list(dict.fromkeys(self.key(g) for g in fitting))
            named = list(dict.fromkeys(self.key(g) for g in fitting if g.named))
            if len(bodies) == 1 or (named and CALLED[word] in _ONE_OF_A_KIND):
                self._join(word, (named if len(bodies) > 1 else bodies)[0])

    def _call_longer(self, groups: Sequence[Group]) -> None:
        """`the mining company`: the one company of the text that has a name."""
        for group in dict.fromkeys(g for g in groups if not g.named and " " in g.name):
            word = key_of(group.name).split()[-1]
            if CALLED.get(word) not in _ONE_OF_A_KIND or word.endswith("s"):
                continue
            named = list(dict.fromkeys(self.key(g) for g in groups if g.named and fits(word, g.name)))
            if len(named) == 1 and not people(named[0].split()[-1]):
                self._join(key_of(group.name), named[0])

    def known(self, key: str) -> bool:
        """Whether the text names the bearer."""
        return key in self._printed

    def learn(self, group: Group) -> Group:
        """One more that is named: a person."""
        self._printed[self.key(group)].append(group)
        return group

    def printed(self, key: str) -> list[Group]:
        """All places of one bearer."""
        return self._printed.get(key, [])

    def key(self, group: Group) -> str:
        """The key of whoever bears a name."""
        key, passed = key_of(group.name), set[str]()
        while key in self._same and key not in passed:
            passed.add(key)
            key = self._same[key]
        return key

    def side(self, key: str, helper: Helper | None = None) -> Side:
        """Under the name that a person gave it, else the one of its key as it is printed most."""
        role, person = (helper.role, helper.person) if helper else ("", False)
        groups = self._printed.get(key, [])
        others = [name for group in groups for name in (*group.other, group.name)]
        given = self._said.get(key)
        if given is not None:
            name, others = given.name, [*given.other, *others]
        else:
            own = Counter(group.name for group in groups if key_of(group.name) == key)
            name = own.most_common(1)[0][0] if own else helper.group.name if helper else key
            if loaded(name) or name in self._doubted:
                # Whatever it is called besides: an opponent's name is for finding it.
                name = own_first([other for other in others if other not in self._doubted] or [name])
            name = _of_country(_without_agents(name), helper is not None)
        # `Oslo` may stand for Norway, and be the town all the same.
        others = [other for other in dict.fromkeys(others) if other != name and fold(other) not in capitals()]
        return Side(name, tuple(others), role, person)


def _without_agents(name: str) -> str:
    """The side for which some act, where only they are named beside it: `Velmark border guards`, `the Orsel party`."""
    words = name.split()
    if words[-1] not in _AGENTS and words[-1].lower() not in _RULE:
        return name
    own = [*takewhile(lambda word: not word.islower(), words)]
    return " ".join(own) or name


_RULE = frozenset({"regime", "clique", "occupiers", "occupier"})
"""What an opponent calls those who rule a state: `the Darvan regime` is Darvan."""
_AGENTS = frozenset(
    "guards officials negotiators envoys delegates delegation troops forces soldiers ministers diplomats side team party representatives".split()
)
"""Those who act for a state or a body, and are not what talks."""


def _of_country(name: str, helps: bool) -> str:
    """`Finnish` is Finland; of a helper, `the Finnish government` as well."""
    listed = demonym(name.split()[0])
    return listed if listed is not None and (" " not in name or (helps and name.endswith(" government"))) else name


def key_of(name: str) -> str:
    """The letters under which a name is looked up."""
    listed = demonym(name) if " " not in name else None
    return same_country(listed or name)


def _initials(name: str) -> str:
    """The first letters of its words, without the small ones."""
    return "".join(word[0] for word in name.replace("'", " ").split() if word not in ("of", "the", "for", "and", "s"))


def _shortens(short: str, name: str) -> bool:
    """Whether a shorter name is the head or the opening of a longer one, or the adjective of it."""
    one, two = short.split(), name.split()
    if len(one) >= len(two):
        return len(one) == 1 and len(two) == 1 and short not in countries() and adjective_of(short, name)
    if short in countries() and name.startswith(short):
        return False  # `Kuwait City` is no name of Kuwait, `Sudan Liberation Army` none of Sudan
    if (
        len(two) > len(one) + 1
        and two[-len(one) - 1] in ("of", "the")
        and two[-len(one) :] == one
        and two[0] not in RULERS
    ):
        return False  # `Security Service of Tarn` is not Tarn
    return two[-len(one) :] == one or (two[: len(one)] == one and len(one[-1]) > 2)
