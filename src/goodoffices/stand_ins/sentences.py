"""Every sentence that a program says, made from its act: short, neutral, no more than the act itself tells."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from babel.dates import format_date

from goodoffices.proceedings import Outcome, Package, Public
from goodoffices.talks.issues import Stance

_STANCES: Mapping[Stance, str] = {
    "demands": "We demand", "calls_for": "We call for", "proposes": "We propose", "supports": "We support",
    "accepts": "We could accept", "opposes": "We oppose", "refuses": "We cannot accept",
}  # fmt: skip
NOTED = "Noted. What is to be decided has to come as a proposal."
CONFIRMED, NOT_CONFIRMED = "Confirmed.", "Not confirmed."
WIDENED = "The mandate is widened by this."
ACCEPTED = "We accept this proposal."
SUBJECT_TO = "We accept this proposal subject to confirmation."
NOT_CONFIRMED_BY_US = "This was not confirmed on our side."
REFUSED = "We do not accept this proposal."
TOO_LITTLE = "We do not take this as it stands: as a whole it gives us too little."
NOT_ALONE = "We do not take this without answers on other issues."
KEPT = "We keep to what has been agreed."
NOT_TOGETHER = "This cannot be had together."
INSTEAD = "We propose something else in its place."
REFERRED = "Please tell us whether this can be accepted."
OVERTAKEN = "This proposal is overtaken by what has been agreed."
TAKEN_BACK = "We take this proposal back."
NO_LONGER = "We no longer accept this proposal."
NOT_UPHELD = "This proposal was not confirmed and is withdrawn."
NOTE = "Note of the program, not of the delegation:"
CANNOT_TELL = f"{NOTE} it cannot tell which issue and which answer this point means."
SUPPORTING = "We attend, and take no side."
ON_THE_TABLE, OURS = (
    "For your information, the last proposals on the table:",
    "For your information, our last proposals:",
)
NO_TURN = "We saw no agreement."
NOT_THERE = "We sat in no meeting with the sides."
WE = "we"


def one(public: Public, issue: str, option: str) -> str:
    """An issue and an option of it, as people read them."""
    named = public.issues[issue]
    return f"{named.title}: {named.options[option]}"


def package(public: Public, chosen: Package) -> str:
    """A package, in the order of the issues."""
    return "; ".join(one(public, issue, chosen[issue]) for issue in public.issues if issue in chosen)


def issues(public: Public, chosen: Iterable[str]) -> str:
    """Titles of issues, in their order."""
    named = frozenset(chosen)
    return "; ".join(public.issues[issue].title for issue in public.issues if issue in named)


def position(public: Public, stance: Stance, chosen: Package) -> str:
    """A position, or several that are taken in one answer."""
    return f"{_STANCES[stance]} this: {'; '.join(one(public, *pair) for pair in chosen.items())}."


def noted(public: Public, stance: Stance, issue: str, option: str) -> str:
    """A position that another wrote down."""
    return f"Position taken ({stance.replace('_', ' ')}): {one(public, issue, option)}."


def proposed(public: Public, chosen: Package, only_if: Package) -> str:
    """A proposal."""
    if only_if:
        return f"We propose this: {package(public, chosen)}; only if this is agreed: {package(public, only_if)}."
    return f"We propose this: {package(public, chosen)}."


def tabled(public: Public, chosen: Package) -> str:
    """A proposal of the chair."""
    return f"From what I was told, I put this before you: {package(public, chosen)}."


def asked(public: Public, chosen: Iterable[str]) -> str:
    """The chair's question for positions."""
    return f"What is your position on each of these? {issues(public, chosen)}."


def asked_apart(public: Public, chosen: Iterable[str]) -> str:
    """The chair's question to one side alone."""
    return f"What could you accept on each of these? {issues(public, chosen)}."


def never(public: Public, issue: str, option: str) -> str:
    """Why a proposal is not taken: what is in it, the side can accept in none."""
    return f"We cannot take this with {_label(public, issue, option)} ({public.issues[issue].title})."


def too_little(public: Public, on: Mapping[str, tuple[str, str | None]]) -> str:
    """Why a proposal is not taken: on each issue what it gives, and what the side asked for, where it did."""
    return f"We cannot take this now: {'; '.join(_lacking(public, issue, *each) for issue, each in on.items())}."


def _lacking(public: Public, issue: str, given: str, asked: str | None) -> str:
    title = public.issues[issue].title
    if asked is None:
        return f"on {title} we need more"
    return f"on {title} it gives {_label(public, issue, given)}, and we asked for {_label(public, issue, asked)}"


def because(public: Public, issue: str, words: str) -> str:
    """The reason that a side may give, as the author of the exercise wrote it."""
    text = " ".join(words.split())
    return f"On {public.issues[issue].title}: {text}" + ("" if text[-1] in ".?" else ".")


def no_reason(public: Public, issue: str) -> str:
    """That a side gives no reason."""
    return f"On {public.issues[issue].title} we give no reason."


def not_understood(public: Public) -> Iterator[str]:
    """Notes of a program that it did not understand, with what it can be asked: one after the other, all different."""
    titles = [issue.title for issue in public.issues.values()]
    yield f"{NOTE} it did not understand this. It can be asked for a position, or why, on each of these: {', '.join(titles)}."
    for title in titles:
        yield f"{NOTE} to this it has no answer. It can be asked what its side wants on {title}."
    for title in titles:
        yield f"{NOTE} this is more than it can read. A question on {title}, or why its side wants that, it can read."


def needs(public: Public, issue: str, option: str) -> str:
    """A message: what a side needs most."""
    title, label = public.issues[issue].title, _label(public, issue, option)
    most = f"Of what is left to talk about nothing matters more to us than {title}; there we ask for {label}"
    return f"{most}. If we get it, the rest can be talked about."


def handed(public: Public, given: Package, wanted: Package) -> str:
    """A message: what a side would give, and for what."""
    return f"If we get this: {package(public, wanted)}, then we could accept this: {package(public, given)}."


def can_move(public: Public, issue: str, wanted: Package) -> str:
    """A message: on which issue a side would move, and for what."""
    return f"If we get this: {package(public, wanted)}, then we can move on {public.issues[issue].title}."


def not_from_us(public: Public, chosen: Package) -> str:
    """A message: what might be put before all, if it does not come from this side."""
    return f"This might be talked about, if it does not come from us: {package(public, chosen)}."


def further(public: Public, issue: str) -> str:
    """A message to be kept: where a side can go further."""
    return f"For you alone: on {public.issues[issue].title} we have not said our last word."


def hardest(public: Public, issue: str) -> str:
    """A message to be kept: what is hardest for a side."""
    title = public.issues[issue].title
    return f"For you alone: of what is left to talk about nothing is harder for us than {title}."


def _label(public: Public, issue: str, option: str) -> str:
    return public.issues[issue].options.get(option, option)


def gist(public: Public, sender: str, named: Iterable[tuple[str, str]]) -> str:
    """What a message is about, without its words."""
    about = "; ".join(one(public, issue, option) for issue, option in named)
    return f"{sender} sent word. It is about this: {about}."


def idea(public: Public, named: Iterable[tuple[str, str]]) -> str:
    """What a message is about, as the mediator's own idea."""
    about = "; ".join(one(public, issue, option) for issue, option in named)
    return f"You might talk about this: {about}."


# Of which kind a point is, stands beside its words wherever it stands.


def agreed_point(public: Public, chosen: Package, pending: bool) -> str:
    """A point that is agreed; `pending` where a principal has still to confirm it."""
    return f"{package(public, chosen)}{', subject to confirmation' if pending else ''}."


def not_agreed_point(public: Public, issue: str) -> str:
    """A point on which proposals were refused."""
    return f"{public.issues[issue].title}."


def open_point(public: Public, issue: str) -> str:
    """A point that stays open."""
    return f"{public.issues[issue].title}."


def next_point(day: date) -> str:
    """The next date."""
    return f"The sides meet again on {day_name(day)}."


def objection(public: Public, issue: str, settled: str | None) -> str:
    """What is not as it was understood."""
    if settled is None:
        return f"We did not understand this to be agreed: {public.issues[issue].title}."
    return f"We understood this to be agreed: {one(public, issue, settled)}."


def with_the_rest(public: Public, chosen: Package) -> str:
    """What a side called for, and does not take alone."""
    return f"We called for this as a part of the whole; please put it into a proposal with the rest: {package(public, chosen)}."


def turned(public: Public, who: str, moved: Iterable[str]) -> str:
    """When the day turned: who took another answer than it had asked for, and on what."""
    titles = " and on ".join(public.issues[issue].title for issue in moved)
    return f"When {who} took another answer than at first on {titles}." if titles else f"When {who} accepted."


def press(public: Public, outcome: Outcome, next_day: bool) -> str:
    """A side's line for the press, of what it saw itself."""
    result = _result(public, outcome)
    return f"{result} A next meeting is planned." if next_day else result


def _result(public: Public, outcome: Outcome) -> str:
    if not outcome.settled:
        return "No agreement was reached in the meetings that we attended."
    agreed = package(public, outcome.settled)
    if outcome.ad_referendum:
        return f"This was agreed, subject to confirmation: {agreed}."
    return (
        f"This was agreed: {agreed}."
        if outcome.counts
        else f"There was agreement on this, which does not count alone: {agreed}."
    )


def reported(public: Public, packages: Iterable[Package], which: str) -> str:
    """Proposals, for a side's own people; `which` says what they are."""
    return f"{which} {' / '.join(package(public, one) for one in packages)}."


def day_name(day: date) -> str:
    """A day as people write it."""
    return str(format_date(day, "d MMMM y", locale="en"))
