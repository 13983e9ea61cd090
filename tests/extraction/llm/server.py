"""A small server on this machine that plays models: a good one, a sloppy one, a lying one. It keeps what it was sent.

A model is a function from the body of a request to an `Answer`.
"""

import json
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Answer:
    """What a server sends back; `body` may be endless."""

    body: bytes | Iterable[bytes] = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


Body = dict[str, Any]
Model = Callable[[Body], Answer]


@dataclass
class Served:
    """A server that runs, and what it was sent."""

    address: str
    bodies: list[bytes] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def asked(self, number: int = -1) -> Body:
        sent: Body = json.loads(self.bodies[number])
        return sent


@contextmanager
def serving(model: Model) -> Iterator[Served]:
    """Run a server for the time of a test."""
    stop = threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    served = Served(f"http://127.0.0.1:{server.server_port}/v1")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            served.bodies.append(body)
            served.headers.append({key.lower(): value for key, value in self.headers.items()})
            served.paths.append(self.path)
            # A reader that has had enough closes the connection; that is no failure of the test.
            with suppress(ConnectionError):
                self._send(model(json.loads(body)))

        def _send(self, answer: Answer) -> None:
            parts = [answer.body] if isinstance(answer.body, bytes) else answer.body
            self.send_response(answer.status)
            for key, value in answer.headers.items():
                self.send_header(key, value)
            self.end_headers()
            for part in parts:
                if stop.is_set():
                    return
                self.wfile.write(part)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server.RequestHandlerClass = Handler
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        stop.set()
        server.shutdown()
        thread.join()
        server.server_close()


def says(content: str, finish: str = "stop") -> Answer:
    """A whole completion with these words."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}
    sent = {"id": "1", "object": "chat.completion", "choices": [choice]}
    return Answer(json.dumps(sent).encode(), headers={"content-type": "application/json"})


def claims(*items: object) -> Answer:
    """A completion with these claims, in the asked form."""
    return says(json.dumps({"claims": items}, ensure_ascii=False))


def always(answer: Answer) -> Model:
    return lambda body: answer


def in_turn(answers: Sequence[Answer]) -> Model:
    """One answer after the other."""
    left = iter(answers)
    return lambda body: next(left)


def obedient(body: Body) -> Answer:
    """A model that does whatever the report tells it: it answers the JSON that stands behind `ANSWER:` in the report."""
    report = body["messages"][-1]["content"]
    order = report.split("ANSWER:", 1)[1].split("\n", 1)[0]
    return says(order)
