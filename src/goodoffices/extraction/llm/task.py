"""What a model is asked to do, and a request for it: our own words, the form of the answer, and the question."""

import hashlib
import json
from dataclasses import dataclass
from enum import IntEnum
from typing import Any


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that a model is asked to do."""

    name: str
    """The key of the list in its answer: claims, differences."""
    told: str
    """What it is told before it sees a report."""
    schema: dict[str, Any]
    """The JSON Schema of an answer."""


class Form(IntEnum):
    """How the form of the answer is asked for; servers differ, and the next weaker one is tried where one is refused."""

    SCHEMA = 0
    OBJECT = 1
    WORDS = 2


def body(model: str, task: Task, asked: str, form: Form = Form.SCHEMA) -> bytes:
    """A request's body, as it is sent."""
    sent: dict[str, Any] = {
        "model": model,
        "messages": [{"role": "system", "content": task.told}, {"role": "user", "content": asked}],
    }
    # The weakest form leaves out whatever a server may not know.
    if form is not Form.WORDS:
        sent |= {"temperature": 0, "stream": False}
    if form is Form.SCHEMA:
        sent["response_format"] = {
            "type": "json_schema", "json_schema": {"name": task.name, "strict": True, "schema": task.schema},
        }  # fmt: skip
    elif form is Form.OBJECT:
        sent["response_format"] = {"type": "json_object"}
    return json.dumps(sent, ensure_ascii=False).encode("utf-8", "replace")


def shown(schema: dict[str, Any]) -> str:
    """A schema as it stands in what a model is told."""
    return json.dumps(schema, ensure_ascii=False, separators=(",", ":"))


def mark(text: str) -> str:
    """What stands around a report, so that its author cannot have written it: it depends on each letter."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def closed(properties: dict[str, Any]) -> dict[str, Any]:
    """The schema of an object with these keys, all required and no others: some servers insist."""
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def listed(name: str, item: dict[str, Any]) -> dict[str, Any]:
    """The schema of an answer that is one list under its name."""
    return closed({name: {"type": "array", "items": item}})
