"""Accept, edit, reject in the terminal: one proposed claim after the other, a key each.

The same decisions as on the page. Where the input is no terminal each line holds one answer, so that a review can be scripted.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from rich.console import Console
from rich.text import Text

from ..brief.phrases import Phrases
from ..documents.visible import visible
from ..errors import ChangedOnDisk, DataError
from ..record import Claim
from ..synthesis import Offer
from .decisions import Accept, Decision, Edit, Reject
from .forms import shown, typed
from .passages import in_its_sentence
from .store import NeedsYesError, Saved, Store

KEYS = "[a]ccept  [e]dit  [r]eject  [n]ext  [p]revious  [o]ffers  [u]ndo  [q]uit"
OFFER_KEYS = "[y]es, write it  [x] no  [n]ext, leave it open  [u]ndo  [q]uit"
_ASKED = (
    "type",
    "subject",
    "predicate",
    "value",
    "meeting",
    "for_party",
    "issue",
    "option",
    "attributed_to",
    "modality",
)


class Answers(Protocol):
    """Where the answers come from."""

    def key(self, asked: str) -> str:
        """One key; empty where there are no more answers."""

    def line(self, asked: str, default: str) -> str | None:
        """A line, the default where it is empty; None where there are no more answers."""


@dataclass
class Review:
    """A walk through the proposed claims of a case, then through the offers that nobody answered."""

    store: Store
    console: Console
    answers: Answers
    _place: int = 0
    _quit: bool = False
    _left: list[str] = field(default_factory=list)
    """Claims whose offers were left open."""
    _passed: set[str] = field(default_factory=set)
    """Claims whose offers were asked for once nothing else was left."""

    def run(self) -> None:
        """Until nothing proposed is left and every offer was answered or left open, or the person stops."""
        while not self._quit:
            if claims := self._proposed():
                self._place %= len(claims)
                self._show(claims[self._place], self._place + 1, len(claims))
                self._decide(claims[self._place], self.answers.key(KEYS))
            elif not self._unanswered():
                break
        if open_ := [key for key in dict.fromkeys(self._left) if self.store.offers(key)]:
            self._say(f"Offers for talks.yaml are left open, of {', '.join(open_)}: review asks for them again.")
        left = len(self._proposed())
        words = "1 proposed claim is left." if left == 1 else f"{left} proposed claims are left."
        self._say(words if left else "Nothing proposed is left.")

    def _unanswered(self, *, first: bool = True) -> bool:
        """Ask for the offers that nobody answered yet, in this review or before it; whether there were any.

        `first`: a claim that an undo makes proposed again comes before them.
        """
        waiting = self._waiting()
        for number, claim in enumerate(waiting, 1):
            if self._quit or (first and self._proposed()):
                break
            if self.store.offers(claim.id):
                self._show(claim, number, len(waiting))
                self._offer(claim.id)
            self._passed.add(claim.id)
        return bool(waiting)

    def _waiting(self) -> list[Claim]:
        """The claims that count and offer something, less those that were passed over."""
        return [
            claim
            for claim in self._in_order()
            if claim.counts and claim.id not in self._passed and self.store.offers(claim.id)
        ]

    def _proposed(self) -> list[Claim]:
        return [claim for claim in self._in_order() if claim.status == "proposed"]

    def _in_order(self) -> Iterator[Claim]:
        """All claims, source by source, as their words stand in the text."""
        anchors = self.store.case.anchors
        for source in self.store.case.record.sources:
            yield from sorted(self.store.claims_of(source), key=lambda c: anchors[c.id].start)

    def _show(self, claim: Claim, number: int, of: int) -> None:
        case, anchor = self.store.case, self.store.case.anchors[claim.id]
        language = case.record.sources[claim.source].language or "en"
        words = in_its_sentence(case.texts[claim.source], anchor.start, anchor.end, language)
        phrases = Phrases(case)
        self.console.print()
        self.console.rule(
            Text(visible(f"{claim.id}  {phrases.publisher(claim.source)}  {number} of {of}")), align="left"
        )
        shown_words = Text(visible(words.before), style="dim")
        shown_words.append(visible(words.words), style="bold black on yellow")
        shown_words.append(visible(words.after), style="dim")
        self.console.print(shown_words)
        self.console.print(Text(visible(phrases.says(claim)), style="bold"))
        told = [claim.type.replace("_", " "), claim.modality, f"told by {' > '.join(phrases.speakers(claim))}"]
        told += [f"confidence {claim.confidence}"] if claim.confidence is not None else []
        self.console.print(Text(visible(", ".join([*told, f"by {claim.entered_by}"])), style="dim"))

    def _decide(self, claim: Claim, key: str) -> None:
        match key:
            case "a":
                self._write(Accept(claim.id))
            case "r":
                self._write(Reject(claim.id))
            case "e":
                self._edit(claim)
            case "n":
                self._place += 1
            case "p":
                self._place -= 1
            case "u":
                self._undo()
            case "o":
                self._passed.clear()
                if not self._unanswered(first=False):
                    self._say("No offer is open.")
            case "q" | "":
                self._quit = True
            case _:
                self._say(f"no such key: {key}")

    def _undo(self) -> None:
        self._try(lambda: self._say(self.store.undo().told))

    def _edit(self, claim: Claim) -> None:
        """Ask for each value; an empty line keeps what stands there, `-` empties it."""
        self._say("An empty line keeps the value, - empties it.")
        form = shown(self.store.case, claim)
        for key in _ASKED:
            answer = self.answers.line(key, form[key])
            if answer is None:
                self._quit = True
                return
            form[key] = "" if answer == "-" else answer

        def write() -> None:
            self._write(Edit(claim.id, typed(self.store.case, form, claim)))

        self._try(write)

    def _write(self, decision: Accept | Reject | Edit) -> None:
        def write() -> None:
            saved: Saved | None
            try:
                saved = self.store.decide(decision)
            except NeedsYesError as needed:
                saved = self._after_yes(needed, decision)
            if saved is not None:
                self._say(saved.told)
                self._offer(decision.claim)

        self._try(write)

    def _after_yes(self, needed: NeedsYesError, decision: Decision) -> Saved | None:
        self._say(f"{needed.question} If you go on:")
        for one in needed.told:
            self._say(f"  {one.entry} {one.told}")
        if not self._yes("[y]es, write both  [x] no"):
            self._place += 1
            return None
        return self.store.decide(decision, yes=True)

    def _yes(self, asked: str) -> bool:
        """Whether the answer is yes; neither yes nor no where the person stops."""
        key = self._one_of("yxq", asked)
        self._quit = self._quit or key not in ("y", "x")
        return key == "y"

    def _one_of(self, keys: str, asked: str) -> str:
        """The first key that is an answer, or none where there are no more; any other key is asked for again."""
        while (key := self.answers.key(asked)) and key not in keys:
            self._say(f"no answer to this question: {key}")
        return key

    def _offer(self, claim: str) -> None:
        """Ask for the offers of a claim one by one: taking one may change or end the others, and so does taking one back."""
        while offers := self.store.offers(claim):
            self._say(f"For talks.yaml: {offers[0].told}")
            if not self._answered(offers[0]):
                self._left.append(claim)
                return

    def _answered(self, offer: Offer) -> bool:
        """What the next key does at an offer; whether to go on with those of its claim."""
        match self._one_of("yxunq", OFFER_KEYS):
            case "y":
                self._try(lambda: self._say(self.store.take(offer).told))
            case "x":
                self.store.dismiss(offer)
            case "u":
                self._undo()
            case "n":
                return False
            case _:
                self._quit = True
                return False
        return True

    def _try(self, what: Callable[[], None]) -> None:
        """Do it, and say what was wrong; a file changed meanwhile is read again, and the decision is asked for again."""
        try:
            what()
        except ChangedOnDisk as error:
            self._tell(error)
            self.store.reload()
            self._say("Read again from the disk; decide again.")
        except DataError as error:
            self._tell(error)

    def _tell(self, error: DataError) -> None:
        for problem in error.problems:
            self.console.print(Text(visible(str(problem)), style="red"))

    def _say(self, text: str) -> None:
        self.console.print(Text(visible(text)))
