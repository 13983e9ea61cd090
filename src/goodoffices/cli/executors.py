"""Where the work on many reports is done: here, in some processes, or on a Dask cluster."""

import multiprocessing
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from ..errors import UsageError
from ..extraction.many import Inline


@dataclass(frozen=True)
class Crew:
    """An executor, and how many tasks it works on at a time."""

    executor: Executor
    workers: int


@contextmanager
def crew(workers: int, scheduler: str | None) -> Iterator[Crew]:
    """The executor that the options ask for; it is stopped at the end, and what waits in it is given up."""
    if scheduler is not None:
        with _cluster(scheduler) as found:
            yield found
    elif workers == 1:
        yield Crew(Inline(), 1)
    else:
        # Spawned: a copy of a process that already draws a progress bar could stop at one of its locks.
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_interrupts_to_the_parent)
        try:
            yield Crew(pool, workers)
        finally:
            pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


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
