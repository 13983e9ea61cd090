"""What the analysis says, in words for a mediator. Names and labels come from the case; only the connecting words are ours."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...talks import Based, Importance, NoDeal, Order, PackageStatement, RedLine, Talks
from .agenda import Agenda, Row
from .entries import Entry
from .questions import Question


def joined(parts: Iterable[str]) -> str:
    """A list as English prints it."""
    items = list(parts)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


@dataclass(frozen=True)
class Words:
    """Turns numbers of an agenda into words."""

    talks: Talks
    agenda: Agenda

    def party(self, key: str) -> str:
        """A party's name."""
        party = self.talks.parties.get(key) or self.talks.third_parties.get(key)
        return party.name if party else key

    def issue(self, number: int) -> str:
        """An issue's title, else its id."""
        key = list(self.agenda.issues)[number]
        return self.talks.issues[key].title or key

    def label(self, option: int) -> str:
        """An option's label."""
        issue, key = self.agenda.names[option]
        return self.talks.issues[issue].options[key].strip().removesuffix(".")

    def option(self, option: int) -> str:
        """An option with its issue: `Ceasefire: a ceasefire of 30 days`."""
        key, _ = self.agenda.names[option]
        return f"{self.issue(list(self.agenda.issues).index(key))}: {self.label(option)}"

    def package(self, row: Row) -> str:
        """A package by what it changes of the status quo; whole where there is none."""
        quo = self.agenda.status_quo
        if quo is None:
            return "; ".join(self.option(int(o)) for o in row)
        changed = [self.option(int(o)) for o, old in zip(row, quo, strict=True) if o != old]
        return "; ".join(changed) if changed else "all as it is today"

    def basis(self, based: Based) -> str:
        """On what ground an entry stands; what another told is never the party's own word."""
        kind = based.basis
        if kind == "own":
            return f"its own word [{' '.join(based.own)}]"
        told = f"told by others [{' '.join(based.told)}]"
        if kind == "adopted" and based.adopted is not None:
            return f"{told}, adopted by {based.adopted.by}: {based.adopted.why}"
        if based.assumed is not None:
            return f"assumed by {based.assumed.by}: {based.assumed.why}"
        return f"{told}, not adopted" if kind == "told" else "no ground given"

    def entry(self, entry: Entry) -> str:
        """What an entry says."""
        name = self.party(entry.party)
        match entry.item:
            case Order() as order:
                return f"{name} ranks {self._ranking(order)}"
            case Importance() as importance:
                more, less = self._swing(importance.swing), self._swing(importance.over)
                return f"to {name}, {more} matters at least as much as {less}"
            case RedLine() as line:
                return f"{name} accepts no package with {self.option(self.agenda.numbers[line.issue, line.option])}"
            case PackageStatement() as statement:
                verb = "refuses" if statement.accepts is None else "accepts"
                return f"{name} {verb}: {self.package(self.agenda.row(statement.accepts or statement.refuses or {}))}"
            case NoDeal() as without:
                worth = "as good as the status quo" if without.package else f"worth {without.value} points"
                return f"for {name}, no deal is {worth}"
        return f"{name} values the options in points"

    def _ranking(self, order: Order) -> str:
        def level(options: str | tuple[str, ...]) -> str:
            own = (options,) if isinstance(options, str) else options
            return " = ".join(self.label(self.agenda.numbers[order.issue, o]) for o in own)

        return f"{self.issue(list(self.agenda.issues).index(order.issue))}: " + " over ".join(
            map(level, order.best_first)
        )

    def _swing(self, swing: tuple[str, str, str]) -> str:
        issue, before, after = swing
        labels = [self.label(self.agenda.numbers[issue, option]) for option in (before, after)]
        return f"the step from {labels[0]} to {labels[1]}"

    def change(self, before: Sequence[int], after: Sequence[int]) -> str:
        """One step, or several together: `from no exchange to a large-scale exchange (Prisoners)`."""
        steps = []
        for old, new in zip(before, after, strict=True):
            key, _ = self.agenda.names[old]
            issue = self.issue(list(self.agenda.issues).index(key))
            steps.append(f"from {self.label(old)} to {self.label(new)} ({issue})")
        return " together with ".join(steps)

    def question(self, question: Question) -> str:
        """What a mediator would ask."""
        name = self.party(question.party)
        if question.about == "order":
            key, _ = self.agenda.names[question.first]
            issue = self.issue(list(self.agenda.issues).index(key))
            first, second = self.label(question.first), self.label(question.second)
            return f"Ask {name}: on {issue}, which is better for you, {first} or {second}?"
        if question.about == "importance":
            first, second = self.issue(question.first), self.issue(question.second)
            return f"Ask {name}: which matters more to you, how {first} is settled or how {second} is settled?"
        return f"Ask {name}: if nothing is agreed, will you be better off than today, worse off, or the same?"

    def unknown(self, question: Question) -> str:
        """The unknown behind a question: `what Russia has without a deal`."""
        name = self.party(question.party)
        if question.about == "order":
            return f"which {name} prefers of {self.label(question.first)} and {self.label(question.second)}"
        if question.about == "importance":
            return f"whether {self.issue(question.first)} or {self.issue(question.second)} matters more to {name}"
        return f"what {name} has without a deal"
