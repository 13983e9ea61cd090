"""Which addresses are taken: none by default, no plain letters over a network, nothing that two readers could read differently."""

import pytest

from goodoffices.errors import UsageError
from goodoffices.extraction.llm import Llm, Wire
from goodoffices.extraction.llm.settings import Settings


@pytest.mark.parametrize(
    "address",
    [
        "https://model.example/v1", "https://model.example", "https://model.example:8443/a/b.c/v1/", "https://192.0.2.7/v1",
        "https://[2001:db8::1]:9/v1", "http://127.0.0.1:8080/v1", "http://127.9.9.9/v1", "http://localhost:1234/v1",
        "http://LOCALHOST/v1", "http://[::1]:8080/v1", "https://xn--bcher-kva.example/v1",
    ],
)  # fmt: skip
def test_an_address_is_taken(address: str) -> None:
    assert Settings(address, "m").url == address.rstrip("/") + "/chat/completions"


@pytest.mark.parametrize(
    "address",
    [
        "model.example", "ftp://model.example/v1", "file:///etc/passwd", "https://", "https:///v1", "//model.example",
        "https://user:secret@model.example/v1", "http://127.0.0.1@model.example/v1", "https://model.example/v1?key=secret",
        "https://model.example/v1#x", "https://model.example/a b", "https://model.example\\@other.example/",
        "https://model.example/v1\nHost: other", "https://model.example:0/v1", "https://model.example:99999/v1",
        "https://mödel.example/v1", "https://model.example/%2e%2e/", "https://model.example//v1", " https://model.example",
    ],
)  # fmt: skip
def test_an_address_that_could_mislead_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="is not understood") as caught:
        Settings(address, "m")
    assert "secret@" not in str(caught.value)
    assert "user" not in str(caught.value)


@pytest.mark.parametrize(
    "host",
    [
        "model.example", "192.0.2.7", "10.0.0.1", "0.0.0.0", "[::]", "[2001:db8::1]", "localhost.example", "localhost.x",
        "127.0.0.1.example", "2130706433", "0x7f.1", "127.1", "127-0-0-1.example", "notlocalhost",
    ],
)  # fmt: skip
def test_plain_http_leaves_this_machine_only_when_it_is_allowed(host: str) -> None:
    with pytest.raises(UsageError, match="GOODOFFICES_LLM_PLAIN_HTTP=yes"):
        Settings(f"http://{host}/v1", "m")
    assert Settings(f"http://{host}/v1", "m", wire=Wire(plain_http=True)).url
    assert Settings(f"https://{host}/v1", "m").url


def test_no_address_is_named_by_default() -> None:
    with pytest.raises(UsageError, match="GOODOFFICES_LLM_ADDRESS"):
        Llm.from_environment({})
    with pytest.raises(UsageError, match="GOODOFFICES_LLM_MODEL"):
        Llm.from_environment({"GOODOFFICES_LLM_ADDRESS": "https://model.example/v1"})


def test_other_programs_settings_are_not_taken() -> None:
    with pytest.raises(UsageError, match="no address"):
        Llm.from_environment({"OPENAI_BASE_URL": "https://model.example/v1", "OPENAI_API_KEY": "sk"})


@pytest.mark.parametrize(
    ("allowed", "taken"), [("yes", True), ("1", False), ("", False), ("no", False), ("YES", False)]
)
def test_plain_http_is_allowed_by_one_word(allowed: str, taken: bool) -> None:
    environment = {
        "GOODOFFICES_LLM_ADDRESS": "http://model.example/v1", "GOODOFFICES_LLM_MODEL": "m",
        "GOODOFFICES_LLM_PLAIN_HTTP": allowed,
    }  # fmt: skip
    if taken:
        assert Llm.from_environment(environment).sends_to == "http://model.example/v1/chat/completions"
    else:
        with pytest.raises(UsageError, match="plain http"):
            Llm.from_environment(environment)


@pytest.mark.parametrize("key", ["two words", "line\nend", "clé", "\x7f", " sk"])
def test_a_key_that_no_header_holds_is_refused_and_not_repeated(key: str) -> None:
    with pytest.raises(UsageError, match="GOODOFFICES_LLM_KEY") as caught:
        Settings("https://model.example/v1", "m", key)
    assert key not in str(caught.value)


@pytest.mark.parametrize("model", ["", "  ", "a\nb", "\x1b[2J"])
def test_a_model_without_a_name_is_refused(model: str) -> None:
    with pytest.raises(UsageError, match="GOODOFFICES_LLM_MODEL"):
        Settings("https://model.example/v1", model)


@pytest.mark.parametrize("seconds", [0, -1, float("inf"), float("nan")])
def test_a_time_out_is_a_time(seconds: float) -> None:
    with pytest.raises(UsageError, match="time-out"):
        Settings("https://model.example/v1", "m", timeout=seconds)


def test_a_proxy_never_stands_between_two_programs_of_this_machine() -> None:
    asked = Wire(proxies=True)
    assert not Settings("http://127.0.0.1:8/v1", "m", wire=asked).environment
    assert Settings("https://model.example/v1", "m", wire=asked).environment
    assert not Settings("https://model.example/v1", "m").environment
