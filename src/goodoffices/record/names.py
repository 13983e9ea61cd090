"""Who or what a printed name means: the registry of a case's names."""

from collections.abc import Iterable, Mapping

from ..language.folding import fold
from ..talks import Named, Talks


class Names:
    """Ids by every name and spelling that the case knows; an id means itself."""

    def __init__(self, known: Mapping[str, Iterable[str]], parties: Mapping[str, str | None] | None = None) -> None:
        """`known`: the names of each id. `parties`: the party to which each person belongs, where it is known."""
        self._first = {key: next(iter(names), key) for key, names in known.items()}
        self._ids = {fold(name): key for key, names in known.items() for name in names}
        self._parties = dict(parties or {})

    @classmethod
    def of(cls, talks: Talks) -> "Names":
        """The names of a case."""
        known: dict[str, list[str]] = {}
        for entries in (talks.parties, talks.third_parties, talks.people):
            for key, named in entries.items():
                known[key] = _names(named)
        known |= {key: [m.title or key] for key, m in talks.meetings.items()}
        known |= {key: [i.title] for key, i in talks.instruments.items()}
        known |= {key: [i.title or key] for key, i in talks.issues.items()}
        known |= {key: [key] for entries in (talks.delegations, talks.rounds) for key in entries}
        belongs = {key: p.of or next((post.of for post in p.posts if post.of), None) for key, p in talks.people.items()}
        return cls(known, belongs)

    def __contains__(self, key: str) -> bool:
        return key in self._first

    def id(self, name: str) -> str:
        """The id that a name means; its folded letters where the case knows none."""
        if name in self._first:
            return name
        folded = fold(name)
        return self._ids.get(folded, folded)

    def label(self, key: str) -> str:
        """The name that the case prints for an id; words that are no id stay as they are."""
        return self._first.get(key, key)

    def party_of(self, key: str) -> str | None:
        """The party to which a person belongs, if the case says it; a party belongs to itself."""
        return self._parties.get(key)


def _names(named: Named) -> list[str]:
    return [named.name, *named.names.values(), *named.spellings]
