"""A server on this machine that answers what was recorded, so that recorded answers go through the real client."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@contextmanager
def replaying(answers: Mapping[str, str], otherwise: str | None = None) -> Iterator[str]:
    """The address of a server that knows the answer to each question; to others it says `otherwise`, or refuses them."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            words = answers.get(body["messages"][-1]["content"], otherwise)
            self.send_response(404 if words is None else 200)
            self.send_header("content-type", "application/json")
            self.end_headers()
            choice = {"message": {"role": "assistant", "content": words}, "finish_reason": "stop"}
            self.wfile.write(
                json.dumps({"choices": [choice]} if words is not None else {"error": "not recorded"}).encode()
            )

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
