"""What the analysis of partly known preferences found: one frozen result, told in sentences, as data, and in a notebook."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Literal

NOT_DECIDED = "the sources do not decide this"
"""What stands in place of a range that is too wide."""
WIDEST = 0.20
"""A range wider than this is not told."""
NASH = "the package with the largest product of what each side gains over no deal"
Range = tuple[float, float]
Package = Mapping[str, str]


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


@dataclass(frozen=True)
class ShareTold:
    """A share of readings, as a range over the priors."""

    about: Literal["any", "option", "package", "red line"]
    what: str
    """What is counted."""
    by_prior: Mapping[str, float]
    range: Range
    error: float
    """Half the widest 95 % interval: how far drawing more readings could move a share."""
    decided: bool
    """False where the range is wider than 20 points: then the sources do not decide."""
    unknown: str | None
    """The unknown that would decide most."""
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
class AskTold:
    """A question worth asking."""

    party: str
    about: Literal["order", "importance", "no deal"]
    issues: tuple[str, ...]
    """The issues that it is about; none for no deal."""
    options: tuple[str, ...]
    """The options, where it is about the order of two."""
    question: str
    """In the words of a mediator."""
    gain: float
    """By how much the answer raises the best package's share, expected over the answers, all priors together."""
    error: float
    range: Range
    """The smallest and the largest gain under a single prior."""
    share: float
    """The best package's share without the answer."""

    @property
    def text(self) -> str:
        """The question with what its answer is worth."""
        low, high = (points(gain).removesuffix("s").removesuffix(" point") for gain in self.range)
        spread = f"; {low} to {high} by the way of drawing" if low != high else ""
        return f"{self.question} (raises the best package's share by {points(self.gain)}{spread})"


@dataclass(frozen=True)
class CarriedTold:
    """What becomes of the result if one entry is treated otherwise."""

    party: str
    place: str
    """Where the entry stands in preferences.yaml."""
    what: str
    """What it says, and on what ground."""
    change: Literal["dropped", "adopted"]
    any: Range | None
    """The share of readings in which some package beats no deal for all."""
    before: Range
    """The same as things stand."""
    best: Range | None
    """The share in which the best package, taken by itself, beats no deal for all."""
    best_before: Range
    moves: float
    """How far the larger of the two moves, all priors together."""
    problem: str | None

    @property
    def text(self) -> str:
        """In a sentence."""
        if self.any is None or self.best is None:
            return f"{self.change.capitalize()}: {self.what}. Then nothing can be said: {self.problem}."
        moved = "changes little" if self.moves < 0.05 else f"moves the result by {points(self.moves)}"
        return (
            f"{self.change.capitalize()}: {self.what}. That {moved}. Some package beats no deal for all: {told(self.any)}; "
            f"as it stands: {told(self.before)}."
        )


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
    shares: tuple[ShareTold, ...]
    ask_next: tuple[AskTold, ...]
    assumptions: tuple[CarriedTold, ...] | None
    """None where they were not looked at."""
    priors: Mapping[str, str]
    """Each prior in a sentence."""
    readings: int
    """Under each prior; the fewest, where the deadline came first."""
    seed: int
    complete: bool
    """Whether everything that was asked for was done before the deadline."""
    notes: tuple[str, ...] = ()
    """What a reader must know: of whom nothing is stated, what was left out."""

    @property
    def any(self) -> ShareTold:
        """The share of readings in which some package beats no deal for all."""
        return self.shares[0]

    @property
    def prior_sentence(self) -> str:
        """How the readings were drawn, in a sentence or two."""
        many = len(self.priors)
        each = f"{self.readings:,} readings" + (" under each" if many > 1 else "") + f", seed {self.seed}"
        if many == 1:
            return (
                f"Shares hold under one way of drawing what is not known ({each}): {next(iter(self.priors.values()))}"
            )
        return (
            f"Shares are ranges over {many} ways of drawing what is not known ({each}): {_ways(self.priors)}. "
            "They are no chances: another way of drawing gives another share."
        )

    @property
    def by_issue(self) -> tuple[str, ...]:
        """How the Nash package settles each issue, a line each."""
        options = [share for share in self.shares if share.about == "option"]
        issues = dict.fromkeys(share.issue for share in options)
        return tuple(_issue_line([share for share in options if share.issue == issue]) for issue in issues)

    def data(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "title": self.title, "parties": dict(self.parties), "packages": self.packages,
            "certain": [_finding(f) for f in self.certain], "impossible": [_finding(f) for f in self.impossible],
            "shares": [_share(s) for s in self.shares], "ask_next": [_ask(a) for a in self.ask_next],
            "assumptions": None if self.assumptions is None else [_carried(c) for c in self.assumptions],
            "priors": dict(self.priors), "readings": self.readings, "seed": self.seed, "complete": self.complete,
            "notes": list(self.notes),
        }  # fmt: skip

    def sections(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Headings and sentences, in the order in which they are told."""
        certain = tuple(f.text for f in (*self.certain, *self.impossible)) or (
            "Nothing: the statements leave all open.",
        )
        others = tuple(s.text for s in self.shares if s.about in ("package", "red line"))
        asked = tuple(a.text for a in self.ask_next) or ("No single answer would raise the best package's share.",)
        parts = [
            ("Certain, whatever is not known", (*self.notes, *certain)),
            ("How often, over all ways of drawing what is not known", (self.prior_sentence, self.any.text)),
            (f"How the Nash package settles the issues ({NASH})", self.by_issue),
            ("Packages on the frontier, and red lines", others),
            ("What to ask next", asked),
        ]
        if self.assumptions is not None:
            told = tuple(c.text for c in self.assumptions) or ("Nothing is assumed, and nothing waits to be adopted.",)
            parts.append(("What carries the result", told))
        return tuple((head, lines) for head, lines in parts if lines)

    def _repr_html_(self) -> str:
        """For a notebook."""
        body = "".join(
            f"<h4>{escape(head)}</h4><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
            for head, lines in self.sections()
        )
        return f"<div><h3>What could be agreed: {escape(self.title)}</h3>{body}</div>"


def told(shares: Range) -> str:
    """A range in words, or that it is too wide to be told."""
    return f"in {percent(shares)} of the readings" if shares[1] - shares[0] <= WIDEST else NOT_DECIDED


def _issue_line(shares: Sequence[ShareTold]) -> str:
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
    return "under 1 point" if number == 0 else f"{number} point{'s' if number != 1 else ''}"


def _ways(priors: Iterable[str]) -> str:
    words = {
        "uniform": ("weights of the issues uniform", "scores of options uniform", "an unknown no deal uniform"),
        "equal": ("about equal", "", ""), "even": ("", "evenly spaced", ""),
        "status_quo": ("", "", "at the status quo"), "zero": ("", "", "at the worst package"), "stated": ("", "", ""),
    }  # fmt: skip
    columns = zip(*(prior.split("/") for prior in priors), strict=True)
    told = []
    for place, column in enumerate(columns):
        choices = [words[key][place] for key in dict.fromkeys(column) if words[key][place]]
        if choices and "uniform" in column:
            told.append(" or ".join([", ".join(choices[:-1]), choices[-1]] if len(choices) > 1 else choices))
    return "; ".join(told)


def _finding(found: Finding) -> dict[str, Any]:
    return {
        "what": found.what, "text": found.text, "party": found.party, "packages": [dict(p) for p in found.packages],
        "number": found.number, "complete": found.complete, "claims": list(found.claims),
        "steps": [list(step) for step in found.steps],
    }  # fmt: skip


def _share(share: ShareTold) -> dict[str, Any]:
    return {
        "about": share.about, "what": share.what, "by_prior": dict(share.by_prior), "range": list(share.range),
        "error": share.error, "decided": share.decided, "unknown": share.unknown, "issue": share.issue,
        "option": share.option, "package": dict(share.package) if share.package is not None else None, "party": share.party,
    }  # fmt: skip


def _ask(ask: AskTold) -> dict[str, Any]:
    return {
        "party": ask.party, "issue": ask.issues[0] if ask.issues else None, "issues": list(ask.issues), "about": ask.about,
        "options": list(ask.options), "question": ask.question, "gain": ask.gain, "error": ask.error,
        "range": list(ask.range), "share": ask.share,
    }  # fmt: skip


def _carried(told: CarriedTold) -> dict[str, Any]:
    return {
        "party": told.party, "entry": told.place, "what": told.what, "change": told.change,
        "any": list(told.any) if told.any is not None else None, "any_before": list(told.before),
        "best": list(told.best) if told.best is not None else None, "best_before": list(told.best_before),
        "moves": told.moves, "problem": told.problem,
    }  # fmt: skip
