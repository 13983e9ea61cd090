"""How the chair carries messages: by their rule, and never more than that lets it.

1. Word for word: the words of the message.
2. Gist: which issues and options it names, and from whom it comes.
3. Own idea: which issues and options it names, and not from whom.
4. Of a message that names no issue with an option neither can be made by a program: it stays with the mediation.
"""

from goodoffices.proceedings import Act, Carry, SeatView
from goodoffices.proceedings.events import HandedOver

from .. import sentences
from ..heard import named_options


def carry(view: SeatView) -> Act | None:
    """The first message that can be carried."""
    for id_ in view.waiting.messages:
        handed = view.facts.messages[id_].handed
        words = _words(view, handed)
        if words is not None:
            return Carry(by=view.seat, message=id_, words=words)
    return None


def _words(view: SeatView, handed: HandedOver) -> str | None:
    if handed.rule == "word for word":
        return ""
    public = view.known.public
    named = named_options(public, handed.words)
    if not named:
        return None
    if handed.rule == "own idea":
        return sentences.idea(public, named)
    sender = public.parties.get(handed.side or "") or public.third_parties.get(handed.side or "") or ""
    return sentences.gist(public, sender or public.seats[handed.by].role, named)
