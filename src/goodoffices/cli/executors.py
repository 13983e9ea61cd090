"""Where the work on many reports is done: here, in some processes, or on a Dask cluster."""

import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any, NoReturn

from ..errors import UsageError
from ..extraction.apart import READERS
from ..extraction.batches import Inline

TERMINATED = 143
"""The exit code of a command that SIGTERM ended, as shells tell it."""


@dataclass(frozen=True)
class Crew:
    """An executor, and how many tasks it works on at a time."""

    executor: Executor
    workers: int


@contextmanager
def crew(workers: int, scheduler: str | None) -> Iterator[Crew]:
    """The executor that the options ask for; at the end, however it comes, it is stopped with all that it started."""
    if scheduler is not None:
        with _cluster(scheduler) as found:
            yield found
        return
    # Its threads only wait: each report is read in a process of its own.
    pool = Inline() if workers == 1 else ThreadPoolExecutor(workers)
    try:
        with ended_by_a_signal():
            yield Crew(pool, workers)
    finally:
        READERS.stop()
        pool.shutdown(cancel_futures=True)
        READERS.resume()


@contextmanager
def ended_by_a_signal() -> Iterator[None]:
    """Let SIGTERM end the command as Ctrl-C does, so that what it started ends with it."""
    if threading.current_thread() is not threading.main_thread():  # only there can it be asked for
        yield
        return

    def end(*_: object) -> NoReturn:
        raise SystemExit(TERMINATED)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def ready() -> bool:
    """Done by a worker: that it can be asked at all shows that scheduler and worker have this program."""
    return True


def _require_same_program(client: Any, address: str) -> None:
    try:
        client.submit(ready, pure=False).result(timeout=30)
    except (RuntimeError, ImportError, AttributeError, TimeoutError) as error:
        raise UsageError(
            f"--scheduler: the scheduler and the workers at {address} cannot run goodoffices ({type(error).__name__}); "
            "install the same version of it there"
        ) from error


@contextmanager
def _cluster(address: str) -> Iterator[Crew]:
    try:
        distributed: Any = import_module("distributed")  # an extra, without types
    except ImportError as error:
        raise UsageError(
            "--scheduler needs the extra 'dask'; install goodoffices[dask], or use --workers for processes of this machine"
        ) from error
    try:
        client = distributed.Client(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"--scheduler: found no Dask scheduler at '{address}' ({error}), expected one such as tcp://127.0.0.1:8786"
        ) from error
    try:
        workers = sum(client.nthreads().values())
        if not workers:
            raise UsageError(
                f"--scheduler: the scheduler at {address} has no workers; start some with: dask worker {address}"
            )
        _require_same_program(client, address)
        # A task whose worker dies is done again by another one; the results are the same wherever they are worked out.
        yield Crew(client.get_executor(retries=2), workers)
    finally:
        client.close(timeout=10)
