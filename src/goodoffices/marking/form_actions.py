"""Carries out what a form of the page asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from ..documents import excerpt
from ..errors import DataError
from .decisions import Accept, Add, Edit, Judge, Reject, known_claim, occurrences, refused
from .forms import reference_to, typed
from .passages import harmless
from .store import Saved, Store

PLACES = {"compare": "/compare", "who": "/who"}
"""Pages besides that of a source, as forms name them."""
OF_A_KIND = (("meetings",), ("people",), ("parties", "third_parties"))
"""Where those stand of whom one may be another."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, the claim concerned, and where to go on, where that is not the source's page."""

    told: str
    claim: str | None = None
    address: str | None = None


def act(store: Store, form: Mapping[str, str]) -> Done:
    """Do what the form asks for; raises what `Store` raises, and DataError where a field is wrong."""
    what, claim, yes = form.get("act", ""), form.get("claim", ""), form.get("yes") == "yes"
    match what:
        case "accept":
            return _done(store.decide(Accept(claim)))
        case "reject":
            return _done(store.decide(Reject(claim), yes=yes))
        case "edit":
            values = typed(store.case, form, known_claim(store.case, claim))
            return _done(store.decide(Edit(claim, values), yes=yes))
        case "add":
            return _done(store.decide(_addition(store, form)))
        case "judge":
            decision = Judge(
                form.get("slot", ""),
                form.get("verdict", ""),
                tuple(form.get("claims", "").split()),
                form.get("reason", ""),
            )
            saved = store.decide(decision)
            return Done(saved.told, None, "/compare?" + urlencode({"slot": decision.slot}))
        case "offer" | "dismiss":
            return _answer(store, form, taken=what == "offer")
        case "undo":
            saved = store.undo()
            return Done(saved.told, saved.claim, PLACES.get(form.get("from", "")))
        case "reload":
            store.reload()
            return Done("Read again from the disk", None, PLACES.get(form.get("from", "")))
        case "join":
            gone = form.get("gone", "")
            saved = store.join(gone, _other(store, gone, form.get("kept", "")), yes=yes)
            return Done(saved.told, None, "/who")
        case "move":
            return Done(store.move(form.get("gone", ""), yes=yes).told, None, "/who")
        case _:
            raise refused("act", excerpt(what), "something that the page offers")


def _other(store: Store, gone: str, kept: str) -> str:
    """Whom a person means by the name that he typed: one of the same kind."""
    talks = store.case.talks
    kinds = next((kinds for kinds in OF_A_KIND if any(gone in getattr(talks, kind) for kind in kinds)), None)
    if kinds is None:
        raise refused("who", excerpt(gone), "a meeting, a person, a party or a third party; it may be gone by now")
    return reference_to(store.case, "is the same as", kept.strip(), kinds)


def _done(saved: Saved) -> Done:
    return Done(saved.told, saved.claim)


def _answer(store: Store, form: Mapping[str, str], *, taken: bool) -> Done:
    offers = {offer.id: offer for offer in store.offers(form.get("claim", ""))}
    offer = offers.get(form.get("offer", ""))
    if offer is None:
        raise refused("offer", "an offer that no longer stands", "one that the page shows")
    if taken:
        return _done(store.take(offer))
    store.dismiss(offer)
    return Done("Not written into talks.yaml", offer.claim)


def _addition(store: Store, form: Mapping[str, str]) -> Add:
    source = form.get("source", "")
    text = store.case.texts.get(source)
    if text is None:
        raise refused("source", excerpt(source), "a source of the case")
    problems = []
    try:
        start, end = place_of(text, form)
    except DataError as error:
        start, end, problems = 0, 0, list(error.problems)
    try:
        values = typed(store.case, form)
    except DataError as error:
        raise DataError([*problems, *error.problems]) from None
    if problems:
        raise DataError(problems)
    return Add(source, start, end, values)


def place_of(text: str, form: Mapping[str, str]) -> tuple[int, int]:
    """Where the words of a form stand: as they were selected, or chosen, or at the one place where they occur.

    Raises DataError where they stand nowhere, or at several places of which none was chosen.
    """
    chosen, words = form.get("place", ""), form.get("words", "")
    start, _, end = chosen.partition("-") if chosen else (form.get("start", ""), "", form.get("end", ""))
    if start.isascii() and start.isdigit() and end.isascii() and end.isdigit():
        found = text[int(start) : int(end)]
        # Typed over since they were selected: then the words count, not the place.
        if harmless(found).split() == words.split() and found.strip():
            return int(start), int(end)
    places = occurrences(text, words) or occurrences(harmless(text), words)
    if not words.strip():
        raise refused("words", "no words", "some words of the text: select them, or type them")
    if not places:
        raise refused("words", f"words that are not in this text: {excerpt(words)}", "words exactly as in the text")
    if len(places) > 1:
        found = f"words that occur {len(places)} times: {excerpt(words)}"
        raise refused("words", found, "a choice of one of the places, or more words")
    return places[0]
