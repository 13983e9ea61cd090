"""What the analysis of partly known preferences found: frozen results, told in sentences, as data, and in a notebook."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from html import escape
from typing import Any, Literal

NOT_DECIDED = "the sources do not decide this"
"""What stands in place of a range that is too wide."""
WIDEST = 0.20
"""A range wider than this is not told."""
LITTLE = 5
"""A change of fewer points than this is little."""
NASH = "the package with the largest product of what each side gains over no deal; equal ones share a reading evenly"
NOTHING_CERTAIN = "Nothing: what is stated leaves all open."
NOTHING_TO_ASK = "No single answer would raise the best package's share."
Range = tuple[float, float]
Package = Mapping[str, str]
About = Literal["any", "option", "package", "red line"]


@dataclass(frozen=True)
class Finding:
    """Something that holds in every reading, or in none."""

    what: Literal["preferred", "for all", "improvement", "dominated", "red line", "refused", "option", "none left"]
    text: str
    """In a sentence."""
    party: str | None = None
    packages: tuple[Package, ...] = ()
    """Some of the packages, those nearest to the status quo first."""
    number: int = 0
    """How many packages it concerns."""
    complete: bool = True
    """Whether the number is exact; else it is at least so large."""
    claims: tuple[str, ...] = ()
    """Claims that it rests on."""
    steps: tuple[tuple[str, str, str], ...] = ()
    """Of an improvement: issue, option before, option after."""
    assumed: bool = False
    """Whether it would fall without something that is adopted or assumed."""

    @property
    def marked(self) -> str:
        """The sentence, with a mark where it hangs on somebody's judgement; a red line names whose."""
        return f"{self.text} [assumed]" if self.assumed and self.what != "red line" else self.text


@dataclass(frozen=True)
class Unknown:
    """Something that is not known of what a party wants."""

    party: str
    about: Literal["order", "importance", "no deal"]
    issues: tuple[str, ...]
    """Of an order: the issues whose options it does not rank, or not all of them."""
    lacking: bool
    """Whether it keeps shares, named packages and questions from being given."""
    text: str
    """In a sentence."""


@dataclass(frozen=True)
class Share:
    """In what share of the readings something holds, as a range over the priors."""

    about: About
    what: str
    """What is counted."""
    by_prior: Mapping[str, float]
    range: Range
    """The smallest and the largest share under a prior."""
    error: float
    """Half the widest 95 % interval (Wilson 1927): how far drawing more readings could move a share."""
    decided: bool
    """False where the range is wider than 20 points: then the sources do not decide."""
    unknown: str | None
    """The unknown that would decide most; None where no single one explains 1 % of it."""
    issue: str | None = None
    option: str | None = None
    package: Package | None = None
    party: str | None = None
    heading: str = ""
    """Of an option, its issue's title."""
    label: str = ""
    """Of an option, its label."""

    @property
    def words(self) -> str:
        """The range in words, or that the sources do not decide."""
        if self.decided:
            return f"in {percent(self.range)} of the readings (± {max(1, round(self.error * 100))})"
        return NOT_DECIDED + (f"; what would: {self.unknown}" if self.unknown else "")

    @property
    def text(self) -> str:
        """In a sentence."""
        return f"{self.what}: {self.words}."


@dataclass(frozen=True)
class Ask:
    """A question worth asking."""

    party: str
    about: Literal["order", "importance", "no deal"]
    issue: str | None
    """The first of the issues."""
    issues: tuple[str, ...]
    """The issues that it is about; none for no deal."""
    options: tuple[str, ...]
    """The options, where it is about the order of two."""
    question: str
    """As a mediator would say it aloud."""
    to: str
    """The name of the party to be asked."""
    gain: float
    """By how much the answer raises the best package's share, expected over the answers, all priors together."""
    error: float
    """Half its 95 % interval, at most."""
    range: Range
    """The smallest and the largest gain under a single prior."""
    share: float
    """The best package's share without the answer."""

    @property
    def text(self) -> str:
        """To whom, the question, and what its answer is worth."""
        low, high = (points(gain).removesuffix("s").removesuffix(" point") for gain in self.range)
        spread = f"; {low} to {high} by the way of drawing" if low != high else ""
        return f"Ask {self.to}: “{self.question}” (raises the best package's share by {points(self.gain)}{spread})"


@dataclass(frozen=True)
class Carried:
    """What becomes of the result if one entry is treated otherwise."""

    party: str
    entry: str
    """Where the entry stands in preferences.yaml."""
    what: str
    """What it says, and on what ground."""
    change: Literal["dropped", "adopted"]
    any: Range | None
    """The share of readings in which some package beats no deal for all; None where nothing may be told, or can be drawn."""
    any_before: Range
    """The same as things stand."""
    best: Range | None
    """The share in which the best package, taken by itself, beats no deal for all."""
    best_before: Range
    moves: float
    """How far the end of a range moves at most."""
    problem: str | None
    """Why there is no share then."""

    @property
    def text(self) -> str:
        """In a sentence or more: what moves is judged on the numbers that are shown."""
        if self.any is None or self.best is None:
            return f"{self.change.capitalize()}: {self.what}. Then no share can be given: {self.problem}."
        pairs = [
            ("Some package beats no deal for all", self.any, self.any_before),
            ("The best single package does", self.best, self.best_before),
        ]
        moved = [(what, now, then) for what, now, then in pairs if told(now) != told(then)]
        if not moved:
            shown = f"That changes nothing that is shown: some package beats no deal for all: {told(self.any)}."
            return f"{self.change.capitalize()}: {self.what}. {shown}"
        lines = " ".join(f"{what}: {told(now)}; as it stands: {told(then)}." for what, now, then in moved)
        return f"{self.change.capitalize()}: {self.what}. That {_moved([(b, c) for _, b, c in moved])}. {lines}"


@dataclass(frozen=True)
class Agreement:
    """What could be agreed, as far as the statements tell."""

    title: str
    parties: Mapping[str, str]
    """Whose consent counts: ids and names."""
    packages: int
    """How many packages the links allow."""
    certain: tuple[Finding, ...]
    """What holds in every reading."""
    impossible: tuple[Finding, ...]
    """What holds in none."""
    unknown: tuple[Unknown, ...]
    """What is not known of each party's wishes."""
    why_no_more: tuple[str, ...]
    """Why there are no shares, named packages and questions: which party lacks what, and what to add; empty where there are."""
    shares: tuple[Share, ...] = ()
    ask_next: tuple[Ask, ...] = ()
    assumptions: tuple[Carried, ...] | None = None
    """None where they were not looked at."""
    priors: Mapping[str, str] = field(default_factory=dict)
    """Each prior in a sentence; none where nothing was drawn."""
    readings: int = 0
    """Under each prior; the fewest, where the deadline came first."""
    seed: int = 0
    complete: bool = True
    """Whether everything that was asked for was done before the deadline."""
    notes: tuple[str, ...] = ()
    """What a reader must know: what is told and not adopted, what was left out."""

    @property
    def any(self) -> Share | None:
        """The share of readings in which some package beats no deal for all; None where no shares are given."""
        return self.shares[0] if self.shares else None

    @property
    def prior_sentence(self) -> str:
        """How the readings were drawn, in a sentence or two."""
        priors = self.priors
        many = len(priors)
        each = f"{self.readings:,} readings" + (" under each" if many > 1 else "") + f", seed {self.seed}"
        if many == 1:
            return f"Shares hold under one way of drawing what is not known ({each}): {next(iter(priors.values()))}"
        return (
            f"Shares are ranges over {many} ways of drawing what is not known ({each}): {_ways(list(priors))}. "
            "They are no chances: another way of drawing gives another share."
        )

    @property
    def by_issue(self) -> tuple[str, ...]:
        """How the Nash package settles each issue, a line each."""
        options = [share for share in self.shares if share.about == "option"]
        issues = dict.fromkeys(share.issue for share in options)
        return tuple(_issue_line([share for share in options if share.issue == issue]) for issue in issues)

    def data(self) -> dict[str, Any]:
        """As JSON: the fields of this and of all that it holds."""
        found = _plain(self)
        assert isinstance(found, dict)
        return found

    def sections(self, asked: int | None = None) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Headings and sentences, in the order in which they are told; of the questions the first `asked`."""
        certain = tuple(f.marked for f in (*self.certain, *self.impossible)) or (NOTHING_CERTAIN,)
        parts = [("Certain, whatever is not known", certain)]
        if self.why_no_more:
            unknown = tuple(unknown.text for unknown in self.unknown)
            return (*parts, ("What is not known", unknown), ("Why no more can be told", self.why_no_more))
        any_ = tuple(share.text for share in self.shares if share.about == "any")
        parts += [
            ("How often, over all ways of drawing what is not known", (self.prior_sentence, *any_)),
            ("How the Nash package settles the issues", (f"It is {NASH}.", *self.by_issue)),
        ]
        if others := tuple(share.text for share in self.shares if share.about in ("package", "red line")):
            parts.append(("Packages on the frontier, and red lines", others))
        if asked != 0:
            parts.append(("What to ask next", tuple(ask.text for ask in self.ask_next[:asked]) or (NOTHING_TO_ASK,)))
        if self.assumptions is not None:
            lines = tuple(c.text for c in self.assumptions) or ("Nothing is assumed, and nothing waits to be adopted.",)
            parts.append(("What carries the result", lines))
        return tuple(parts)

    def _repr_html_(self) -> str:
        """For a notebook."""
        notes = "".join(f"<p>{escape(note)}</p>" for note in self.notes)
        body = notes + "".join(
            f"<h4>{escape(head)}</h4><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
            for head, lines in self.sections()
        )
        return f"<div><h3>What could be agreed: {escape(self.title)}</h3>{body}</div>"


def told(shares: Range) -> str:
    """A range in words, or that it is too wide to be told."""
    return f"in {percent(shares)} of the readings" if shares[1] - shares[0] <= WIDEST else NOT_DECIDED


def _moved(pairs: Sequence[tuple[Range, Range]]) -> str:
    """How far ranges move, as far as they are shown; a range that is too wide shows no number."""
    shown = [(a, b) for a, b in pairs if NOT_DECIDED not in (told(a), told(b))]
    if len(shown) < len(pairs):
        wide = any(told(now) == NOT_DECIDED for now, _ in pairs)
        return "leaves open what is decided now" if wide else "decides what is open now"
    points_ = max(abs(round(100 * x) - round(100 * y)) for a, b in shown for x, y in zip(a, b, strict=True))
    return "changes little" if points_ < LITTLE else f"moves the result by {points_} points"


def _issue_line(shares: Sequence[Share]) -> str:
    """`Ceasefire: for 30 days in 41 % to 48 % (± 3); ...`; what is not decided, and what would decide it, at the end."""
    parts = [f"{s.label} in {percent(s.range)} (± {max(1, round(s.error * 100))})" for s in shares if s.decided]
    open_ = [s for s in shares if not s.decided]
    if open_:
        which = "" if len(open_) == len(shares) else f" as to {' or '.join(s.label for s in open_)}"
        unknown = dict.fromkeys(s.unknown for s in open_ if s.unknown)
        would = f"; what would: {', and '.join(unknown)}" if unknown else ""
        parts.append(f"{NOT_DECIDED}{which}{would}")
    return f"{shares[0].heading}: {'; '.join(parts)}."


def percent(shares: Range) -> str:
    """A range of shares: `12 % to 30 %`; one number where both round to it."""
    low, high = (_percent(share) for share in shares)
    return low if low == high else f"{low} to {high}"


def _percent(share: float) -> str:
    if 0 < share < 0.005:
        return "under 1 %"
    if 0.995 <= share < 1:
        return "over 99 %"
    return f"{round(share * 100)} %"


def points(share: float) -> str:
    """A difference of shares: `12 points`."""
    number = round(share * 100)
    return "under 1 point" if number == 0 and share else f"{number} point{'s' if number != 1 else ''}"


def _ways(priors: Sequence[str]) -> str:
    words = {
        "uniform": ("weights of the issues uniform", "scores of options uniform", "an unknown no deal uniform"),
        "equal": ("about equal", "", ""), "even": ("", "evenly spaced", ""),
        "status_quo": ("", "", "at the status quo"), "zero": ("", "", "at the worst package"), "stated": ("", "", ""),
    }  # fmt: skip
    columns = zip(*(prior.split("/") for prior in priors), strict=True)
    found = []
    for place, column in enumerate(columns):
        choices = [words[key][place] for key in dict.fromkeys(column) if words[key][place]]
        if choices and "uniform" in column:
            found.append(" or ".join([", ".join(choices[:-1]), choices[-1]] if len(choices) > 1 else choices))
    return "; ".join(found)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple) else value
