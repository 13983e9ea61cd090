"""Each report is read in a process of its own: whatever becomes of that, the report is named and the others go on."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices.documents import sha256_of
from goodoffices.errors import Problem, UsageError
from goodoffices.extraction import apart
from goodoffices.extraction.apart import Readers
from goodoffices.extraction.coding import decoded, encoded
from goodoffices.extraction.extractors import Named
from goodoffices.extraction.limits import LIMITS, Limits
from goodoffices.extraction.read import RAISE, Given, ProgramFailure, Read, read_one
from goodoffices.extraction.reports import read_report

from ...amount import few
from ...case.cases import ROOT
from ..formats.makers import article, mail, pdf, word
from ..written_out import Double
from .misbehaving import GOOD, Make

QUICK = Limits(0.5, LIMITS.memory)
SMALL = Limits(30.0, 200 * 2**20)


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    """Shared, so that few processes have to be started."""
    made = Readers()
    yield made
    made.stop()


@pytest.fixture
def own() -> Iterator[Readers]:
    """Some without a process yet."""
    made = Readers()
    yield made
    made.stop()


def given(text: str) -> Given:
    return Given("r.txt", text.encode())


def found(read: Read) -> str:
    assert read.problem is not None
    assert read.problem.file == "r.txt"
    assert read.sha256
    return read.problem.found


@pytest.mark.parametrize(
    ("text", "limits", "says"),
    few(
        5,
        [
            ("SLEEP", QUICK, "a report that takes longer than 0.5 seconds to read"),
            ("SEARCH", QUICK, "a report that takes longer than 0.5 seconds to read"),
            ("TAKE 2000", SMALL, "a report that takes more than 0.2 GB of memory to read"),
            ("RESERVE 64", SMALL, "a report that takes too much memory, or is nested too deeply"),
            ("DIG", SMALL, "a report that takes too much memory, or is nested too deeply"),
            ("DIE", SMALL, "a report that makes its reader break down"),
            ("LEAVE", SMALL, "a report that makes its reader break down"),
            ("CRASH", SMALL, "a report that makes its reader break down"),
        ],
    ),
    ids=lambda value: value.split()[0].lower() if isinstance(value, str) and value.isupper() else "",
)
def test_the_report_is_named_and_the_next_one_is_read(readers: Readers, text: str, limits: Limits, says: str) -> None:
    if text.startswith("RESERVE") and sys.platform != "linux":
        pytest.skip("only Linux keeps this limit")
    assert found(readers.read(Make(limits), given(text))) == says
    after = readers.read(Make(), given(GOOD))
    assert (after.problem, after.text) == (None, GOOD)


@pytest.mark.parametrize("text", ["PRINT", "ASK"])
def test_the_standard_streams_are_no_way_out_or_in(
    readers: Readers, text: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert readers.read(Make(), given(text)).text == f"{text}\n"
    assert capfd.readouterr() == ("", "")


def test_a_refusal_travels_whole_and_wrong_usage_is_raised(readers: Readers) -> None:
    assert readers.read(Make(), given("REFUSE")).problem == Problem("there", 3, 4, "this", "that", "these")
    with pytest.raises(UsageError, match="no address is named"):
        readers.read(Make(), given("MISUSE"))
    assert readers.read(Make(), given(GOOD)).problem is None


class TestFailuresOfTheProgram:
    def test_in_tests_one_is_raised(self, readers: Readers) -> None:
        with pytest.raises(ProgramFailure, match=r"(?s)r\.txt: .*in raise_.*ZeroDivisionError"):
            readers.read(Make(), given("RAISE_"))

    def test_for_people_it_is_told_by_its_kind_alone(self, own: Readers, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv(RAISE)
        read = own.read(Make(), given("RAISE_"))
        assert found(read) == "a text on which misbehaving 1 fails (ZeroDivisionError)"
        assert read.problem is not None
        assert "please report it" in read.problem.expected

    def test_that_of_a_reader_is_told_too(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object) -> None:
            raise KeyError("words of the report")

        monkeypatch.setattr("goodoffices.extraction.reports.content_of", fail)
        with pytest.raises(ProgramFailure):
            read_one(Double()(), given(GOOD))
        monkeypatch.delenv(RAISE)
        assert found(read_one(Double()(), given(GOOD))) == "a report that the program fails to read (KeyError)"


REPORTS = [
    ("a.txt", b"The sides met on 16 May 2025.\n"),
    ("a.html", article()),
    ("a.docx", word()),
    ("a.eml", mail().as_bytes()),
    ("a.pdf", pdf([["The sides met."]], "/Title (Lake)")),
    ("a.html", article("".join(f"<p>They met on day {n} and spoke for {n} hours of it.</p>" for n in range(500)))),
]


@pytest.mark.parametrize(("name", "raw"), few(3, REPORTS))
def test_what_is_read_apart_is_what_is_read_here(readers: Readers, name: str, raw: bytes) -> None:
    report, read = read_report(name, raw), readers.read(Named("plain"), Given(name, raw))
    assert (read.text, read.kind, read.guesses, read.notes) == (report.text, report.kind, report.guesses, report.notes)
    assert read.sha256 == sha256_of(raw)
    assert read == read_one(Named("plain")(), Given(name, raw))
    assert decoded(encoded(read)) == read


@pytest.mark.slow
def test_one_process_reads_one_report_after_the_other_and_threads_have_their_own(own: Readers) -> None:
    for _ in range(3):
        own.read(Make(), given(GOOD))
    assert len(own._idle) == 1
    threads = [threading.Thread(target=own.read, args=(Make(), given("SLEEP 0.3"))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(own._idle) == 3


def test_a_stop_ends_all_and_who_still_asks_is_refused(own: Readers) -> None:
    ended: list[Read] = []
    thread = threading.Thread(target=lambda: ended.append(own.read(Make(), given("SLEEP"))))
    thread.start()
    while not own._lent:
        time.sleep(0.01)
    processes = [reader._process for reader in own._lent]
    own.stop()
    thread.join(5)
    assert [found(read) for read in ended] == ["a report that makes its reader break down"]
    assert all(process.poll() is not None for process in processes)
    with pytest.raises(RuntimeError, match="stopped"):
        own.read(Make(), given(GOOD))


def test_an_interrupted_report_leaves_no_answer_for_the_next_one(
    readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(apart.Reader, "_answer", interrupt)
        with pytest.raises(KeyboardInterrupt):
            readers.read(Make(), given("The first one."))
    assert readers.read(Make(), given(GOOD)).text == GOOD


PARENT = """
import sys
sys.path[:0] = [{root!r}]
from goodoffices.extraction.apart import READERS
from goodoffices.extraction.read import Given
from tests.extraction.batches.misbehaving import GOOD, Make
READERS.read(Make(), Given("r.txt", GOOD.encode()))
print(READERS._idle[0]._process.pid, flush=True)
READERS.read(Make(), Given("r.txt", b"SLEEP"))
"""


@pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")
@pytest.mark.parametrize("number", few(1, [signal.SIGKILL, signal.SIGTERM, signal.SIGINT]))
def test_the_process_does_not_outlive_its_parent(number: int) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT.format(root=str(ROOT))], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.send_signal(number)
    parent.wait()
    parent.stdout.close()
    end = time.monotonic() + 30
    while alive(child):
        assert time.monotonic() < end, "the process is still there"
        time.sleep(0.05)


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")  # one that has ended and that nobody has asked about yet is no longer there
    return not status.exists() or status.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_no_module_of_the_current_folder_is_ever_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own: Readers
) -> None:
    for module in ("pypdf", "json", "sitecustomize"):
        (tmp_path / f"{module}.py").write_text("open('RUN', 'w')\nraise SystemExit(3)\n")
    monkeypatch.chdir(tmp_path)
    assert own.read(Named("plain"), Given("a.pdf", pdf([["The sides met."]]))).text
    assert not Path("RUN").exists()


def test_a_model_has_a_limit_of_its_own() -> None:
    assert Named("llm").limits.seconds > Named("plain").limits.seconds == 60


@pytest.mark.parametrize("line", [b"", b"{}", b"[]", b"null", b'{"name": 1}', b"nonsense"])
def test_what_is_no_result_is_not_taken_for_one(line: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        decoded(line)
