"""What of a claim's form is mended before it is read: where a model writes a thing in another dress, and nothing has to be guessed.

A list of subjects is the subjects set apart by semicolons; the value of a part in a meeting is the meeting, and may stand under
`meeting`; what stands in an optional key and is no text there is nothing.
"""

from typing import Any

from ....record import NARRATOR
from ....record.predicates import ANY_VERB
from .mended_days import first_day

OF_MEETINGS = frozenset({"mediation", "attendance", "absence"})
"""Types whose value is a meeting."""
NOBODY = "(not said)"
"""Whose judgement or act it is where the report names nobody."""
_NOBODY = frozenset(
    {"", NOBODY, NARRATOR, "not said", "unknown", "none", "n/a", "?", "the narrator", "the report", "report"}
)
"""How a model writes that: it is asked for `narrator` where the report itself says something."""
LONGEST_VALUE = 300
_ANY_WORDS = ANY_VERB | {"outcome", "position"}
_OPTIONAL = ("also", "meeting", "for_party", "issue", "hedge")


def mended(item: object) -> object:
    """The claim with what can be mended of its form; anything but an object is left as it is."""
    if not isinstance(item, dict):
        return item
    found: dict[Any, Any] = {**item, **{key: _one(item[key]) for key in _OPTIONAL if key in item}}
    if isinstance(subject := found.get("subject"), list) and subject and all(isinstance(name, str) for name in subject):
        found["subject"] = "; ".join(subject)
    if "qualifiers" in found:
        found["qualifiers"] = list(_qualifiers(found["qualifiers"]))
    if found.get("predicate") == "date":
        found |= _days(found)
    if isinstance(names := found.get("attributed_to"), list):
        found["attributed_to"] = [name for name in names if isinstance(name, str)]
    type_ = found["type"].strip().lower() if isinstance(found.get("type"), str) else ""
    return _in_its_own_words(_of_its_meeting(found, type_), type_)


def _in_its_own_words(item: dict[Any, Any], type_: str) -> dict[Any, Any]:
    """A verb that needs no object (`resigned`) has no value: the quote is what is told."""
    quote, value = item.get("quote"), item.get("value")
    bare = type_ in _ANY_WORDS and (value is None or value in ("", []))
    return {**item, "value": quote} if bare and isinstance(quote, str) and len(quote) <= LONGEST_VALUE else item


def _of_its_meeting(item: dict[Any, Any], type_: str) -> dict[Any, Any]:
    """Of a meeting that stands under `meeting` alone it is told all the same."""
    if item.get("meeting") and type_ in OF_MEETINGS and not item.get("value"):
        return {**item, "value": item["meeting"]}
    subject = item.get("subject")
    if subject is not None and (not isinstance(subject, str) or subject.strip().lower() not in _NOBODY):
        return item
    if item.get("meeting") and type_ in ("meeting", "outcome"):
        return {**item, "subject": item["meeting"]}
    return {**item, "subject": NOBODY} if type_ in ANY_VERB else item


def _days(item: dict[Any, Any]) -> dict[Any, Any]:
    """The value of a date as its first day, and the rest among the qualifiers."""
    value = item.get("value")
    text = "; ".join(map(str, value)) if isinstance(value, list) else value
    if not isinstance(text, str):
        return {}
    day, narrowed = first_day(text)
    rows = [{"name": name, "value": words} for name, words in narrowed.items()]
    return {"value": day, "qualifiers": [*(item.get("qualifiers") or []), *rows]}


def _one(value: object) -> str | None:
    """A text, or the first of a list of them; else nothing."""
    if isinstance(value, list):
        value = next((part for part in value if isinstance(part, str) and part.strip()), None)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else None


def _qualifiers(value: object) -> list[dict[str, str]]:
    """What narrows a value, whether written as a list of pairs or as one object."""
    if isinstance(value, dict):
        pairs = [(name, text) for name, text in value.items() if {"name", "value"} - value.keys()]
        value = [{"name": name, "value": text} for name, text in pairs] or [value]
    rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    texts = [(_one(row.get("name")), _one(row.get("value"))) for row in rows]
    return [{"name": name, "value": text} for name, text in texts if name and text]
