"""A Dask cluster of two workers on this machine gives the same case, also where one of them is killed in the middle."""

import os
import signal
import threading
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from goodoffices.case import read_case
from goodoffices.cli.executors import crew
from goodoffices.errors import UsageError
from goodoffices.extraction.batches import Inline
from goodoffices.extraction.begin import begin

from ...case.cases import ROOT
from ..written_out import SLOW, Double, reports
from .test_begin import DAY, content, text

distributed: Any = pytest.importorskip("distributed", reason="the extra dask is not installed")
pytestmark = pytest.mark.filterwarnings("ignore")  # what the cluster's own threads warn of is not ours


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    # The workers are processes of their own; they find the double by the same path as this one.
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None, silence_logs=50
        ) as made:
            yield made


@pytest.mark.slow
def test_two_workers_give_the_same_case(tmp_path: Path, cluster: Any) -> None:
    files = reports(tmp_path / "in", *(text(number, SLOW if number % 5 else "") for number in range(60)))
    begin(tmp_path / "whole", files, Double(), Inline(), DAY)
    with crew(1, cluster.scheduler_address) as ours:
        assert ours.workers == 2
        begin(tmp_path / "draft", files, Double(), ours.executor, DAY, workers=ours.workers)
    assert content(tmp_path / "draft") == content(tmp_path / "whole")


@pytest.mark.slow
def test_a_worker_that_is_killed_in_the_middle_loses_nothing(tmp_path: Path, cluster: Any) -> None:
    files = reports(tmp_path / "in", *(text(number, SLOW) for number in range(60)))
    begin(tmp_path / "whole", files, Double(), Inline(), DAY)
    killed = threading.Event()
    done = 0

    def kill(number: int) -> None:
        nonlocal done
        done += number
        if done >= 10 and not killed.is_set():
            killed.set()
            os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)

    with crew(1, cluster.scheduler_address) as ours:
        begin(tmp_path / "draft", files, Double(), ours.executor, DAY, workers=ours.workers, tell=kill)
    assert killed.is_set()
    assert content(tmp_path / "draft") == content(tmp_path / "whole")
    assert len(read_case(tmp_path / "draft").record.sources) == 60


@pytest.mark.slow
def test_where_no_scheduler_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    start = time.monotonic()
    with (
        pytest.raises(UsageError, match="--scheduler: found no Dask scheduler at"),
        crew(1, "tcp://127.0.0.1:9"),
    ):
        pass
    assert time.monotonic() - start < 60
