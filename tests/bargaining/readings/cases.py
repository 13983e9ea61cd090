"""Small talks and preferences for the tests of readings."""

from collections.abc import Iterable, Mapping

from goodoffices.bargaining.readings.agenda import Agenda
from goodoffices.bargaining.readings.experiment import Experiment
from goodoffices.bargaining.readings.sampling import Subject
from goodoffices.bargaining.readings.statements import counting, entries
from goodoffices.bargaining.readings.terms import Terms
from goodoffices.talks import (
    Importance,
    Issue,
    Judgement,
    Link,
    NoDeal,
    Order,
    PackageStatement,
    Party,
    PartyPreferences,
    Preferences,
    RedLine,
    Talks,
)

TODAY = NoDeal(package="status_quo", own=("C1",))


def why(reason: str = "a test") -> Judgement:
    return Judgement(by="analyst", why=reason)


def talks(issues: Mapping[str, Iterable[str]], parties: Iterable[str] = "ab", links: Iterable[Link] = ()) -> Talks:
    """Talks over some issues; an option's label is its id with a mark, a party's name its id in capitals."""
    return Talks(
        format="talks/1",
        title="A test",
        parties={p: Party(name=p.upper(), kind="side") for p in parties},
        issues={i: Issue(options={o: f"<{o}>" for o in options}, title=i.title()) for i, options in issues.items()},
        links=tuple(links),
    )


def preferences(about: Talks, quo: Mapping[str, str] | None = None, **parties: PartyPreferences) -> Preferences:
    """Preferences; the status quo is the first option of each issue unless told otherwise."""
    first = {issue: next(iter(held.options)) for issue, held in about.issues.items()}
    return Preferences(format="preferences/1", status_quo=first | dict(quo or {}), parties=parties)


def order(issue: str, *best_first: str | tuple[str, ...]) -> Order:
    return Order(issue=issue, best_first=best_first, own=("C1",))


def swing(more: str, over: str) -> Importance:
    """`a.x.y` matters at least as much as `b.x.y`."""
    first, second = ((i, x, y) for i, x, y in (text.split(".") for text in (more, over)))
    return Importance(swing=first, over=second, own=("C1",))


def red(issue: str, option: str) -> RedLine:
    return RedLine(issue=issue, option=option, own=("C1",))


def accepts(**package: str) -> PackageStatement:
    return PackageStatement(accepts=package, own=("C1",))


def refuses(**package: str) -> PackageStatement:
    return PackageStatement(refuses=package, own=("C1",))


def wants(*items: Order | Importance | RedLine | PackageStatement | NoDeal) -> PartyPreferences:
    """A party's preferences from a few entries of any kind."""
    no_deal = [item for item in items if isinstance(item, NoDeal)]
    return PartyPreferences(
        orders=tuple(i for i in items if isinstance(i, Order)),
        importance=tuple(i for i in items if isinstance(i, Importance)),
        red_lines=tuple(i for i in items if isinstance(i, RedLine)),
        packages=tuple(i for i in items if isinstance(i, PackageStatement)),
        no_deal=no_deal[0] if no_deal else "unknown",
    )


def terms(about: Talks, given: Preferences) -> Terms:
    return Terms.of(Agenda.of(about, given), counting(entries(given)))


def subject(about: Talks, given: Preferences, party: str = "a") -> tuple[Agenda, Subject]:
    found = Experiment.of(terms(about, given), 0)
    return found.agenda, found.subjects[found.agenda.parties.index(party)]


EXCHANGE = talks({f"i{n}": ["keep", "change"] for n in range(1, 5)})
"""Each side would change two issues, and would rather keep the other two."""


def exchange(no_deal: NoDeal | None = None) -> Preferences:
    """The symmetric exchange over four issues."""
    without = [no_deal] if no_deal is not None else []
    up = [order(f"i{n}", "change", "keep") for n in range(1, 5)]
    down = [order(f"i{n}", "keep", "change") for n in range(1, 5)]
    return preferences(EXCHANGE, a=wants(*up[:2], *down[2:], *without), b=wants(*down[:2], *up[2:], *without))
