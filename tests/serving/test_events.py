"""Events over real connections: each once and in order, however often the line breaks; nobody holds anybody up."""

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..amount import Cases
from .streaming import Listener
from .tiny import CHAIR, HEAD, Served, certificate


@pytest.fixture
def page() -> Iterator[Served]:
    made = Served(beat=0.1, each=3, most=6)
    yield made
    made.close()


def tell(page: Served, holder: str, *events: str) -> None:
    page.inside(lambda: page.tiny.tell(holder, *events))


def numbered(*events: str, first: int = 1) -> list[tuple[int, str]]:
    return [*enumerate(events, first)]


def test_what_was_there_and_what_comes_is_told_in_order(page: Served) -> None:
    tell(page, CHAIR, "a", "b")
    tell(page, HEAD, "not for the chair")
    listener = Listener.on(page, page.come_in(page.tiny.chair))
    assert listener.until(2) == numbered("a", "b")
    tell(page, CHAIR, "c")
    assert listener.until(3) == numbered("a", "b", "c")
    assert (listener.status, b"text/event-stream" in listener.head, b"content-length" in listener.head) == (
        200,
        True,
        False,
    )
    assert b"no-store" in listener.head


@pytest.mark.parametrize(
    ("path", "header", "first"),
    [
        ("/events", "2", 3), ("/events?last=2", None, 3), ("/events?last=1", "2", 3), ("/events?last=2", "", 3),
        ("/events", "0", 1), ("/events?last=", None, 1), ("/events?last=000000000000003", None, 4),
    ],
)  # fmt: skip
def test_a_browser_that_comes_back_says_what_it_has(page: Served, path: str, header: str | None, first: int) -> None:
    tell(page, CHAIR, "a", "b", "c", "d")
    more = [] if header is None else [f"Last-Event-ID: {header}"]
    listener = Listener.on(page, page.come_in(page.tiny.chair), *more, path=path)
    assert listener.until(5 - first) == numbered(*"abcd"[first - 1 :], first=first)


@pytest.mark.parametrize("last", ["-1", "x", "1e3", "1.0", " ", "%D9%A1", "9" * 16, "1%0A2"])
def test_what_is_no_number_is_refused(page: Served, last: str) -> None:
    assert Listener.on(page, page.come_in(page.tiny.chair), path=f"/events?last={last}").status == 400
    assert len(page.tiny.streams) == 0


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_page_takes_no_stream(page: Served, site: str) -> None:
    assert Listener.on(page, page.come_in(page.tiny.chair), f"Sec-Fetch-Site: {site}").status == 403


HOSTILE = [
    "",
    "a\nb",
    "a\r\nb\rc",
    "\n\n",
    "id: 7\n\ndata: x",
    "data: x\n\nid: 9",
    ":",
    "\u2028é\x00",
    "\udc80",
    " leading",
]


def test_no_event_becomes_two_or_another_whatever_stands_in_it(page: Served) -> None:
    tell(page, CHAIR, *HOSTILE)
    found = Listener.on(page, page.come_in(page.tiny.chair)).until(len(HOSTILE))
    shown = [text.replace("\r\n", "\n").replace("\r", "\n").replace("\udc80", "?") for text in HOSTILE]
    assert found == numbered(*shown)


def test_a_line_on_which_nothing_happens_is_kept_alive(page: Served) -> None:
    listener = Listener.on(page, page.come_in(page.tiny.chair))
    while listener.comments < 3:
        assert listener.read()
    assert listener.events == []


@pytest.mark.parametrize("encrypted", [False, True])
def test_each_event_once_and_in_order_over_a_hundred_breaks(tmp_path: Path, cases: Cases, encrypted: bool) -> None:
    """Broken at random places, in the middle of an event as well, while others are told; by the header and by the address."""
    drawn = random.Random(20310516 + encrypted)
    page = Served(certificate(tmp_path) if encrypted else None, beat=0.05)
    cookie, breaks, told = page.come_in(page.tiny.chair), cases(quick=100, ci=1000), 0
    have: list[tuple[int, str]] = []
    for _ in range(breaks):
        batch = [f"event {told + n}\n" + "x" * drawn.choice((0, 10, 3000)) for n in range(drawn.randrange(5))]
        told += len(batch)
        last = have[-1][0] if have else 0
        by_header = drawn.random() < 0.5
        listener = (
            Listener.on(page, cookie, f"Last-Event-ID: {last}", path="/events?last=0")
            if by_header
            else Listener.on(page, cookie, path=f"/events?last={last}")
        )
        tell(page, CHAIR, *batch)
        for _ in range(drawn.randrange(4)):
            listener.read(drawn.choice((1, 7, 100, 5000)))
        have += listener.events
        listener.close()
    listener = Listener.on(page, cookie, f"Last-Event-ID: {have[-1][0] if have else 0}")
    have += listener.until(told - len(have))
    listener.close()
    page.close()
    assert [number for number, _ in have] == [*range(1, told + 1)]
    assert have == numbered(*page.tiny.feeds[CHAIR])
    assert told > breaks


def test_who_does_not_read_holds_nobody_up_and_nothing_grows(page: Served) -> None:
    lazy = Listener.on(page, page.come_in(page.tiny.chair))
    eager = Listener.on(page, page.come_in(page.tiny.head))
    for number in range(200):
        tell(page, CHAIR, "x" * 100_000)
        tell(page, HEAD, str(number))
        assert eager.until(number + 1)[-1] == (number + 1, str(number))
    # 20 MB were told; what waits for the lazy one is what the line takes, and at most one event.
    (connection,) = (c for c in page.server.server_state.connections if c.transport.get_write_buffer_size())
    assert connection.transport.get_write_buffer_size() < 1_000_000
    assert [number for number, _ in lazy.until(200)] == [*range(1, 201)]


def test_who_reads_much_at_once_lets_others_have_their_turn(page: Served) -> None:
    tell(page, CHAIR, *map(str, range(5_000)))
    cookie = page.come_in(page.tiny.head)
    much = Listener.on(page, page.come_in(page.tiny.chair))
    assert page.ask("GET", "/", b"", cookie).startswith(b"HTTP/1.1 200")
    assert len(much.events) < 5_000
    assert [number for number, _ in much.until(5_000)] == [*range(1, 5_001)]


@pytest.mark.parametrize("reads", [True, False], ids=["who reads", "who does not read"])
def test_a_stream_ends_at_once_when_its_link_is_taken_back(page: Served, reads: bool) -> None:
    cookie, other = page.come_in(page.tiny.chair), page.come_in(page.tiny.head)
    mine, theirs = Listener.on(page, cookie), Listener.on(page, other)
    if not reads:
        tell(page, CHAIR, *["x" * 100_000] * 100)
        time.sleep(0.3)
    before = len(page.server.server_state.connections)
    page.inside(lambda: page.tiny.links.take_back(page.tiny.chair))
    tell(page, CHAIR, "after it was taken back")
    tell(page, HEAD, "to the other")
    assert theirs.until(1) == [(1, "to the other")]
    assert (len(page.tiny.streams), len(page.server.server_state.connections)) == (1, before - 1)
    ends(mine)
    assert "after it was taken back" not in [text for _, text in mine.events]
    assert Listener.on(page, cookie).status == 403


def test_the_streams_of_a_holders_other_links_go_on(page: Served) -> None:
    second = page.tiny.links.give(CHAIR)
    mine, others = Listener.on(page, page.come_in(page.tiny.chair)), Listener.on(page, page.come_in(second))
    page.inside(lambda: page.tiny.links.take_back(page.tiny.chair))
    ends(mine)
    tell(page, CHAIR, "still there")
    assert others.until(1) == [(1, "still there")]


def test_a_link_that_is_taken_back_while_its_stream_begins_gets_none(
    page: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = page.tiny.streams.answer

    def taken(*arguments: object) -> object:
        page.tiny.links.take_back(page.tiny.chair)
        return answer(*arguments)  # type: ignore[arg-type]

    cookie = page.come_in(page.tiny.chair)
    monkeypatch.setattr(page.tiny.streams, "answer", taken)
    assert Listener.on(page, cookie).status == 503
    assert len(page.tiny.streams) == 0


@pytest.mark.parametrize("reads", [True, False], ids=["who reads", "who does not read"])
def test_the_end_waits_for_no_stream(page: Served, caplog: pytest.LogCaptureFixture, reads: bool) -> None:
    open_ = [Listener.on(page, page.come_in(page.tiny.chair)) for _ in range(3)]
    if not reads:
        tell(page, CHAIR, *["x" * 100_000] * 100)
        time.sleep(0.3)
    begun = time.monotonic()
    page.stop()
    assert time.monotonic() - begun < 20  # a stream that was waited for would have gone on for ever
    assert len(page.tiny.streams) == 0
    for one in open_:
        ends(one)
    assert [record for record in caplog.records if record.exc_info] == []


def ends(listener: Listener) -> None:
    """It ends; else this does, for comments would go on for ever."""
    latest = time.monotonic() + 30
    while listener.read():
        assert time.monotonic() < latest


def test_one_stream_more_than_a_holder_may_have_ends_his_oldest(page: Served) -> None:
    cookie = page.come_in(page.tiny.chair)
    first, *others = [Listener.on(page, cookie) for _ in range(4)]
    ends(first)
    tell(page, CHAIR, "a")
    assert [one.until(1) for one in others] == [[(1, "a")]] * 3
    assert len(page.tiny.streams) == 3


def test_one_stream_more_than_there_may_be_ends_the_oldest_of_whoever_has_most(page: Served) -> None:
    def of(holder: str) -> Listener:
        return Listener.on(page, page.come_in(page.tiny.links.give(holder, reusable=True)))

    one, two, two_more, three, three_more, three_again = map(of, ["1", "2", "2", "3", "3", "3"])
    four = of("4")
    ends(three)
    five = of("5")  # now two have two each: the one who was first
    ends(two)
    six = of("6")
    ends(three_more)
    assert Listener.on(page, page.come_in(page.tiny.links.give("7"))).status == 503
    again = of("6")  # who takes one more than everybody loses his own
    ends(six)
    for holder in "123456":
        tell(page, holder, "still there")
    for stream in (one, two_more, three_again, four, five, again):
        assert stream.until(1) == [(1, "still there")]


def test_who_has_as_many_as_another_takes_no_place_from_him() -> None:
    page = Served(most=3)
    chair, head = page.come_in(page.tiny.chair), page.come_in(page.tiny.head)
    one, two, mine = Listener.on(page, chair), Listener.on(page, chair), Listener.on(page, head)
    again = Listener.on(page, head)
    ends(mine)
    tell(page, CHAIR, "still there")
    tell(page, HEAD, "still here")
    assert [stream.until(1)[0][1] for stream in (one, two, again)] == ["still there", "still there", "still here"]
    page.close()


def test_a_stream_whose_browser_is_gone_is_let_go(page: Served) -> None:
    listener = Listener.on(page, page.come_in(page.tiny.chair))
    listener.close()
    for _ in range(400):
        if len(page.tiny.streams) == 0:
            return
        time.sleep(0.05)
    pytest.fail("it is still there")


def test_its_head_alone_takes_no_stream(page: Served) -> None:
    answer = page.ask("HEAD", "/events", b"", page.come_in(page.tiny.chair))
    assert answer.startswith(b"HTTP/1.1 200")
    assert answer.endswith(b"\r\n\r\n")
    assert len(page.tiny.streams) == 0


def test_a_source_whose_numbers_do_not_rise_is_a_mistake_and_is_not_sent(
    page: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page.tiny, "since", lambda holder, number: [(1, "a"), (1, "b")])
    listener = Listener.on(page, page.come_in(page.tiny.chair))
    ends(listener)
    assert listener.events == [(1, "a")]
    assert len(page.tiny.streams) == 0


def test_a_hostile_crowd_of_streams_leaves_room_for_pages(page: Served) -> None:
    cookie = page.come_in(page.tiny.chair)
    crowd = [page.connect(page.request("GET", "/events", 0, cookie)) for _ in range(60)]
    assert page.ask("GET", "/", b"", page.come_in(page.tiny.head)).startswith(b"HTTP/1.1 200")
    assert len(page.tiny.streams) <= 3
    assert len(crowd) == 60
