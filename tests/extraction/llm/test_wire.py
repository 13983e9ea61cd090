"""What travels, to whom, and how every failure of the other side is told: over a real connection to a small server."""

import itertools
import json
import logging
import pickle
import re
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from goodoffices.errors import DataError, UsageError
from goodoffices.extraction.llm import Llm, Reading, Wire
from goodoffices.extraction.proposal import Text

from .server import Answer, Body, Model, Served, always, claims, in_turn, says, serving
from .texts import GOLD, TEXT

pytest.importorskip("httpx")

KEY = "sk-secret-0123456789"
QUICK = Wire(first_wait=0, longest_wait=5)
THE_TEXT = Text("S1", TEXT)


def ask(served: Served, **more: Any) -> int:
    """How many claims come back."""
    return len(Llm(served.address, "m", **{"key": KEY, "wire": QUICK, **more}).read(THE_TEXT).claims)


def failure(model: Model | Answer, **more: Any) -> str:
    with serving(always(model) if isinstance(model, Answer) else model) as served:
        with pytest.raises(DataError) as caught:
            ask(served, **more)
        assert [p.file for p in caught.value.problems] == [served.address]
    return str(caught.value)


# What is sent


def test_exactly_what_is_shown_is_sent() -> None:
    with serving(always(claims(*GOLD))) as served:
        llm = Llm(served.address + "/", "played", KEY)
        shown = llm.what_would_be_sent(THE_TEXT)
        assert served.bodies == []
        llm.read(THE_TEXT)
        llm.headings(THE_TEXT)
        llm.sides(THE_TEXT)
    assert [body.decode() for body in served.bodies] == list(shown)
    assert served.paths == ["/v1/chat/completions"] * 3
    assert llm.sends_to == f"{served.address}/chat/completions"


def test_the_pieces_of_a_long_text_are_shown_and_sent_alike() -> None:
    long = Text("S1", "\n\n".join(f"Paragraph {n}. {TEXT}" for n in range(6)))
    with serving(always(claims())) as served:
        llm = Llm(served.address, "m", reading=Reading(piece=1200, overlap=300))
        shown = llm.what_would_be_sent(long)
        made = llm.read(long)
        llm.headings(long)
        llm.sides(long)
    assert [body.decode() for body in served.bodies] == list(shown)
    assert len(shown) > made.questions > 3
    assert f"part 2 of {made.questions}" in shown[1]


def test_nothing_but_the_text_the_task_and_the_key_is_sent() -> None:
    with serving(always(claims())) as served:
        ask(served)
    body = served.asked()
    assert body.keys() == {"model", "messages", "temperature", "stream", "response_format"}
    assert [m["role"] for m in body["messages"]] == ["system", "user"]
    shown = re.sub(r"(?m)^\[\d+\] ", "", body["messages"][1]["content"])
    assert " ".join(TEXT.split()) in " ".join(shown.split())
    assert TEXT.splitlines()[0] not in body["messages"][0]["content"]
    own = {
        "host",
        "connection",
        "content-length",
        "content-type",
        "accept",
        "accept-encoding",
        "user-agent",
        "authorization",
    }
    assert served.headers[0].keys() <= own
    assert served.headers[0]["authorization"] == f"Bearer {KEY}"
    assert KEY not in served.bodies[0].decode()


def test_without_a_key_none_is_sent() -> None:
    with serving(always(claims())) as served:
        ask(served, key=None)
    assert "authorization" not in served.headers[0]


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(always(claims(*GOLD))) as served, serving(always(Answer(status=418))) as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "HTTPS_PROXY"):
            monkeypatch.setenv(name, proxy.address.removesuffix("/v1"))
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        assert ask(served) == len(GOLD)
        # Asked for, they are still not used to this machine: the proxy would carry the text away from it.
        assert ask(served, wire=Wire(proxies=True)) == len(GOLD)
        assert proxy.bodies == []
        # Shown that the settings do lead there once they are asked for.
        with pytest.raises(DataError, match="418"):
            Llm("http://model.invalid/v1", "m", wire=Wire(proxies=True, plain_http=True)).read(THE_TEXT)


@pytest.mark.parametrize("status", [400, 415, 422, 501])
@pytest.mark.parametrize("takes", ["json_object", None])
def test_a_server_that_knows_no_schema_is_asked_in_a_weaker_form(status: int, takes: str | None) -> None:
    def model(body: Body) -> Answer:
        form = body.get("response_format", {}).get("type")
        return claims(*GOLD) if form == takes else Answer(b'{"error": "response_format"}', status)

    with serving(model) as served:
        assert ask(served) == len(GOLD)
    forms = [served.asked(n).get("response_format", {}).get("type") for n in range(len(served.bodies))]
    assert forms == ["json_schema", "json_object", None][: len(forms)]
    assert len({json.dumps(served.asked(n)["messages"]) for n in range(len(forms))}) == 1


def test_the_weaker_form_is_remembered_for_the_next_piece() -> None:
    def model(body: Body) -> Answer:
        return Answer(status=400) if "response_format" in body else claims()

    with serving(model) as served:
        llm = Llm(served.address, "m", reading=Reading(piece=500, overlap=50))
        made = llm.read(THE_TEXT)
    assert len(served.bodies) == made.questions + 2


# Again and again, but not for ever


@pytest.mark.parametrize("status", [429, 500, 502, 503, 529])
def test_a_busy_server_is_asked_again(status: int) -> None:
    with serving(in_turn([Answer(status=status), Answer(status=status), claims(*GOLD)])) as served:
        assert ask(served) == len(GOLD)
    assert len(served.bodies) == 3
    assert len(set(served.bodies)) == 1


def test_repetitions_are_bounded() -> None:
    with serving(always(Answer(b"later", 503))) as served, pytest.raises(DataError, match=r"HTTP 503.*later"):
        ask(served, wire=Wire(first_wait=0, retries=2))
    assert len(served.bodies) == 3


def test_waits_double_and_follow_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    answers = [Answer(status=429), Answer(status=500), Answer(status=429, headers={"retry-after": "9"}), claims()]
    with serving(in_turn(answers)) as served:
        ask(served, wire=Wire(first_wait=1.5))
    assert waits == [1.5, 3.0, 9.0]


@pytest.mark.parametrize(
    ("asked", "waited"), [("3600", False), ("-5", True), ("Fri, 31 Dec 2032 23:59:59 GMT", True), ("9" * 99, True)]
)
def test_what_a_server_asks_is_not_obeyed_beyond_reason(
    monkeypatch: pytest.MonkeyPatch, asked: str, waited: bool
) -> None:
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    with serving(in_turn([Answer(status=429, headers={"retry-after": asked}), claims()])) as served:
        if waited:
            ask(served)
        else:
            with pytest.raises(DataError, match="429"):
                ask(served)
    assert waits == [0.0] * waited


@pytest.mark.parametrize("status", [401, 403, 404, 413, 418])
def test_a_refusal_is_not_asked_again(status: int) -> None:
    with serving(always(Answer(status=status))) as served, pytest.raises(DataError):
        ask(served)
    assert len(served.bodies) == 1


# How failures are told


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Answer(b'{"error": "bad key"}', 401), ["refusal of key (HTTP 401)", "bad key", "GOODOFFICES_LLM_KEY"]),
        (Answer(b"no such model", 404), ["model or address (HTTP 404)", "no such model", "GOODOFFICES_LLM_MODEL", "/v1"]),
        (Answer(b"<html>hello</html>"), ["no JSON of a chat completion", "<html>", "/v1"]),
        (Answer(b'{"choices": []}'), ["no JSON of a chat completion"]),
        (Answer(b"[" * 100_000), ["no JSON of a chat completion"]),
        (Answer(b"\xff\xfe\x00"), ["no JSON of a chat completion"]),
        (Answer(b""), ["no JSON of a chat completion"]),
        (says('{"claims": [', finish="length"), ["breaks off", "longer answer"]),
        (says("I cannot help with that."), ["not the JSON that was asked for", "I cannot help"]),
        (says('{"claims": ' + "[" * 50_000), ["not the JSON that was asked for"]),
        (Answer(b'{"choices": [{"message": {"content": null, "refusal": "no war"}}]}'), ["without words", "no war"]),
        (Answer(b'{"choices": [{"message": {"content": null, "refusal": "\\ud800"}}]}'), ["without words"]),
        (Answer(b"x" * 3_000_000), ["more than 2,000,000 bytes"]),
        (Answer(b"\x1f\x8b", headers={"content-encoding": "gzip"}), ["compressed"]),
        (Answer(status=204), ["HTTP 204"]),
    ],
    ids=lambda value: "" if isinstance(value, list) else str(value)[:40],
)  # fmt: skip
def test_a_failure_is_told_with_a_next_step(answer: Answer, told: list[str]) -> None:
    message = failure(answer)
    assert all(part in message for part in told), message
    assert ", expected " in message
    assert len(message) < 700


def test_no_server_at_the_address_is_told() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(DataError, match="no server there"):
        Llm(f"http://127.0.0.1:{port}/v1", "m").read(THE_TEXT)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(status: int) -> None:
    with serving(always(claims(*GOLD))) as elsewhere:
        message = failure(Answer(status=status, headers={"location": elsewhere.address + "/chat/completions"}))
        assert elsewhere.bodies == []
    assert f"redirect (HTTP {status}) to '{elsewhere.address}" in message


def endless() -> Iterator[bytes]:
    yield from itertools.repeat(b" " * 65536)


def dripping() -> Iterator[bytes]:
    pause = threading.Event()
    while True:
        yield b" "
        pause.wait(0.02)


def test_an_endless_answer_ends() -> None:
    assert "more than 2,000,000 bytes" in failure(Answer(endless()))


def test_an_answer_that_drips_ends_with_the_time() -> None:
    assert "no whole answer within 0.3 seconds" in failure(Answer(dripping()), timeout=0.3)


def test_an_answer_that_never_begins_ends_with_the_time() -> None:
    never = threading.Event()

    def model(body: Body) -> Answer:
        never.wait(20)
        return claims()

    try:
        assert "no whole answer within 0.3 seconds" in failure(_released(model, never), timeout=0.3)
    finally:
        never.set()


def _released(model: Model, event: threading.Event) -> Model:
    # The server's thread must not outlive its test by 20 seconds.
    threading.Timer(2, event.set).start()
    return model


def test_headers_that_drip_end_with_the_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        stop = threading.Event()

        def drip() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 200 OK\r\nx: ")
                while not stop.wait(0.02):
                    try:
                        connection.sendall(b"x")
                    except OSError:
                        return

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        with pytest.raises(DataError, match=r"no whole answer within 0\.3 seconds"):
            Llm(f"http://127.0.0.1:{listening.getsockname()[1]}", "m", timeout=0.3).read(THE_TEXT)
        stop.set()
        thread.join()


def test_a_server_that_speaks_another_language_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def greet() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(b"220 mail.example ESMTP\r\n")

        thread = threading.Thread(target=greet, daemon=True)
        thread.start()
        with pytest.raises(DataError, match="broken exchange"):
            Llm(f"http://127.0.0.1:{listening.getsockname()[1]}", "m").read(THE_TEXT)
        thread.join()


# The key


@pytest.mark.parametrize("status", [200, 301, 401, 404, 500])
def test_the_key_stands_in_no_message_even_if_the_server_sends_it_back(
    status: int, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        message = failure(Answer(f"x{KEY}y".encode(), status, {"location": f"http://x/{KEY}"}))
        for blanks in (1990, 2000, 2001, 2010, 2019):  # where a cut would leave a part of it
            cut = failure(Answer(b" " * blanks + KEY.encode(), status))
            assert KEY[:8] not in cut
    assert KEY not in message
    assert "(the key)" in message
    assert KEY not in caplog.text


def test_the_key_is_not_shown_with_the_extractor() -> None:
    llm = Llm("https://model.example/v1", "m", KEY)
    assert KEY not in repr(llm)
    assert KEY not in str(vars(llm))
    assert KEY not in "".join(llm.what_would_be_sent(THE_TEXT))


def test_an_extractor_can_be_handed_to_another_process() -> None:
    with serving(always(claims(*GOLD))) as served:
        copy = pickle.loads(pickle.dumps(Llm(served.address, "m", KEY)))
        assert len(copy.propose(THE_TEXT)) == len(GOLD)
    assert served.headers[0]["authorization"] == f"Bearer {KEY}"


def test_a_text_too_long_is_refused_before_anything_is_sent() -> None:
    with serving(always(claims())) as served:
        llm = Llm(served.address, "m", reading=Reading(longest=100))
        for refused in (llm.read, llm.what_would_be_sent):
            with pytest.raises(DataError, match="100 at most"):
                refused(THE_TEXT)
    assert served.bodies == []


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "httpx", None)
    with pytest.raises(UsageError, match=r"goodoffices\[llm\]"):
        Llm("http://127.0.0.1:9/v1", "m").read(THE_TEXT)
