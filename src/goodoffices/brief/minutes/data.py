"""The page as plain data."""

from typing import Any

from ..outline import Outline
from ..shown import harmless_throughout
from .page import Page, words_of


def minutes_data(page: Page, outline: Outline) -> dict[str, Any]:
    """The minutes as plain data; the reference documentation lists its keys."""
    version = page.version
    data = {
        "title": outline.title,
        "exercise": page.context.case.talks.exercise,
        "meeting": page.meeting,
        "state": version.state if version is not None else "notes",
        "version": version.version if version is not None else None,
        "changes": list(page.changes),
        "not_answered": list(page.silent) if version is not None else [],
        "points": [
            {
                "number": point.number, "kind": point.kind, "text": point.text,
                "claims": [key for key in point.claims if key in page.shared.shown],
                "answers": [_answer(page, side, point.number) for side in page.sides if (side, point.number) in page.said],
            }
            for point in page.points
        ],
    }  # fmt: skip
    found: dict[str, Any] = harmless_throughout(data)
    return found


def _answer(page: Page, side: str, number: int) -> dict[str, Any]:
    reply = page.said[side, number]
    return {"party": side, "says": reply.says, "words": words_of(page, reply) or None, "claim": reply.claim}
