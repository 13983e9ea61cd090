"""A Dask cluster of two worker processes gives the same result."""

import os
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

from goodoffices.bargaining.readings import Settings, agree
from goodoffices.cli.executors import crew

from ...case.cases import ROOT
from .cases import EXCHANGE, exchange

distributed: Any = pytest.importorskip("distributed", reason="the extra dask is not installed")
pytestmark = pytest.mark.filterwarnings("ignore")  # what the cluster's own threads warn of is not ours


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    # The workers are processes of their own; they find the program by the same path as this one.
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None, silence_logs=50
        ) as made:
            yield made


@pytest.mark.slow
def test_two_worker_processes_give_the_same_result(cluster: Any) -> None:
    settings = Settings(readings=400, seed=3, chunk=60)
    with crew(1, cluster.scheduler_address) as ours:
        assert ours.workers == 2
        found = agree(
            EXCHANGE, exchange(), Settings(readings=400, seed=3, chunk=60, workers=ours.workers), ours.executor
        )
    assert found == agree(EXCHANGE, exchange(), settings)
