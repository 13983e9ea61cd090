"""One question over the wire: to the named address only, no redirect followed, bounded in time and size, told in sentences."""

import json
import logging
from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeAlias

from ... import __version__
from ...errors import DataError, Problem, UsageError
from .deadline import Deadline
from .form.answered_json import items
from .form.schema import Choice, Completion
from .secrecy import HIDDEN, out_of_logs
from .settings import KEY, MODEL, Settings
from .task import Form, Task, body

if TYPE_CHECKING:
    import httpx

# What servers answer that do not know how the form was asked for.
_FORM_REFUSED = frozenset({400, 415, 422, 501})
_AGAIN = frozenset({429, *range(500, 600)}) - _FORM_REFUSED
SHOWN = 200
"""Letters of a server's own message that are repeated."""


Answered: TypeAlias = tuple[int, Mapping[str, str], bytes]
"""Status, headers, body."""


class _BusyError(Exception):
    """The server answered that it is busy or broken."""

    def __init__(self, answered: Answered) -> None:
        super().__init__()  # without the answer: whoever logs errors must not log what a server wrote
        self.answered = answered


class Client:
    """Asks one server; remembers which form of question it takes."""

    def __init__(self, settings: Settings, task: Task) -> None:
        self._settings, self._task = settings, task
        self._form = Form.SCHEMA

    def listed(self, question: str) -> list[Any]:
        """What the model lists in its answer."""
        answer = self.ask(question)
        found = items(answer, self._task.name)
        if found is None:
            raise self._problem(
                f"an answer that is not the JSON that was asked for: {self._shown(answer.encode('utf-8', 'replace'))}",
                f"JSON with the {self._task.name}; try a model that can write it",
            )
        return found

    def ask(self, question: str) -> str:
        """The words that the model answers."""
        while True:
            status, headers, answer = self._patiently(body(self._settings.model, self._task, question, self._form))
            if status in _FORM_REFUSED and self._form is not Form.WORDS:
                self._form = Form(self._form + 1)
                continue
            if status != 200:
                raise self._refused(status, headers, answer)
            return self._words(answer)

    def _patiently(self, sent: bytes) -> Answered:
        """Send, and send again while the server says that it is busy or broken, a bounded number of times.

        Only what it answered so is sent again: after an exchange that broke off it may be at work on the question still.
        """
        # Imported here, as httpx is. Its own log of repetitions is for servers.
        import stamina

        logging.getLogger("stamina").addHandler(logging.NullHandler())
        wire = self._settings.wire
        attempts = stamina.retry_context(
            on=self._worth_waiting, attempts=wire.retries + 1, timeout=None,
            wait_initial=wire.first_wait, wait_max=wire.longest_wait, wait_jitter=0.0,
        )  # fmt: skip
        try:
            for attempt in attempts:
                with attempt:
                    answered = self._send(sent)
                    if answered[0] in _AGAIN:
                        raise _BusyError(answered)
        except _BusyError as busy:
            return busy.answered
        return answered

    def _worth_waiting(self, error: Exception) -> bool | float:
        """The seconds that the server asks to wait, or True for our own; False where that is too long, or it is another error."""
        if not isinstance(error, _BusyError):
            return False
        asked = _asked(error.answered[1])
        return asked <= self._settings.wire.longest_wait and (asked or True)

    def _send(self, sent: bytes) -> Answered:
        httpx, settings = _httpx(), self._settings
        with Deadline(settings.timeout) as deadline, out_of_logs(settings.key):
            try:
                answered = self._exchange(sent, deadline)
            except httpx.TransportError as error:
                if not deadline.over and not isinstance(error, httpx.TimeoutException):
                    raise self._unreached(error) from None
            else:
                # Of an answer without a length, its being cut off looks like its end.
                if not deadline.over:
                    return answered
        raise self._problem(
            f"no whole answer within {settings.timeout:g} seconds",
            "an answer in time; give it more, or a smaller or nearer model",
        )

    def _exchange(self, sent: bytes, deadline: Deadline) -> Answered:
        settings, trace = self._settings, {"trace": deadline.trace}
        with (
            _httpx().Client(timeout=settings.timeout, follow_redirects=False, trust_env=settings.environment) as client,
            client.stream("POST", settings.url, content=sent, headers=self._headers(), extensions=trace) as response,
        ):
            return response.status_code, response.headers, self._read(response)

    def _headers(self) -> dict[str, str]:
        # No compression: a few bytes that unfold into gigabytes would pass every limit.
        headers = {
            "content-type": "application/json", "accept": "application/json", "accept-encoding": "identity",
            "user-agent": f"goodoffices/{__version__}",
        }  # fmt: skip
        return headers | ({"authorization": f"Bearer {self._settings.key}"} if self._settings.key else {})

    def _read(self, response: "httpx.Response") -> bytes:
        most = self._settings.wire.largest_answer
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            raise self._problem("a compressed answer", "a plain one, as was asked for")
        answer = bytearray()
        for part in response.iter_raw():
            answer += part
            if len(answer) > most:
                raise self._problem(f"an answer of more than {most:,} bytes", "one of that size at most")
        return bytes(answer)

    def _words(self, answer: bytes) -> str:
        try:
            choice = Completion.model_validate(json.loads(answer)).choices[0]
        except (ValueError, RecursionError):  # of pydantic's errors, too
            raise self._problem(
                f"an answer that is no JSON of a chat completion: {self._shown(answer)}",
                "an OpenAI-compatible server; the address often ends with /v1",
            ) from None
        return self._whole(choice)

    def _whole(self, choice: Choice) -> str:
        if choice.finish_reason == "length":
            raise self._problem(
                "an answer that breaks off, as the model may not write more",
                "a whole one; allow the model a longer answer on the server, or send smaller pieces",
            )
        if not choice.message.content:
            why = (
                f": {self._shown((choice.message.refusal or '').encode('utf-8', 'replace'))}"
                if choice.message.refusal
                else ""
            )
            raise self._problem(f"an answer without words{why}", "one with claims; try another model")
        return choice.message.content

    def _refused(self, status: int, headers: Mapping[str, str], answer: bytes) -> DataError:
        if 300 <= status < 400:
            where = self._shown(headers.get("location", "").encode())
            return self._problem(f"a redirect (HTTP {status}) to {where}", "an answer from the named address itself")
        known = {
            401: ("key", f"a key that the server takes ({KEY})"),
            403: ("key", f"a key that may use this model ({KEY})"),
            404: ("model or address", f"a model that is there ({MODEL}), at an address that often ends with /v1"),
            413: ("size", "a server that takes longer questions; or send smaller pieces"),
            429: ("haste", "fewer questions at once, or later"),
        }
        cause, expected = known.get(status, ("", "an answer; the server's own log may tell why"))
        subject = f" of {cause}" if cause else ""
        return self._problem(f"a refusal{subject} (HTTP {status}): {self._shown(answer)}", expected)

    def _unreached(self, error: "httpx.TransportError") -> DataError:
        httpx = _httpx()
        if isinstance(error, httpx.ConnectError):
            return self._problem(f"no server there ({self._shown(str(error).encode())})", "a model's server that runs")
        return self._problem(f"a broken exchange ({self._shown(str(error).encode())})", "a whole answer by HTTP")

    def _problem(self, found: str, expected: str) -> DataError:
        return DataError([Problem(self._settings.address, 0, 0, found, expected)])

    def _shown(self, answer: bytes) -> str:
        """The beginning of what a server wrote, on one line, without the key, should it have sent it back."""
        text = answer.decode("utf-8", "replace")
        if self._settings.key:  # before anything is cut: a part of it would not be found
            text = text.replace(self._settings.key, HIDDEN)
        text = text[: 10 * SHOWN]
        text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
        return repr(text if len(text) <= SHOWN else text[:SHOWN] + "...")


def _asked(headers: Mapping[str, str]) -> float:
    """Seconds that a server asks to wait; as a day of the calendar it is not read."""
    asked = headers.get("retry-after", "")
    return float(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 0.0


def _httpx() -> ModuleType:
    try:
        # Imported here: who asks no model needs no HTTP library.
        import httpx
    except ImportError:
        raise UsageError("asking a model needs httpx; install it with: pip install 'goodoffices[llm]'") from None
    return httpx
