"""Coach on Dask: a cluster of two worker processes, one of them killed; skipped where Dask is not installed."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from typing import Any

import pytest

from coach.scale.dask_adapter import check_bag, check_dataframe
from coach.scale.frames import Manner, check_frame, check_records

distributed = pytest.importorskip("distributed")
pandas = pytest.importorskip("pandas")
bag = pytest.importorskip("dask.bag")
dataframe = pytest.importorskip("dask.dataframe")

pytestmark = pytest.mark.filterwarnings("ignore")  # a killed worker is warned of, which is the point
RECORDS = [{"id": str(at), "text": f"ur so ugly, room {at}"} for at in range(4_000)]


@pytest.fixture
def client() -> Iterator[Any]:
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def kill_a_worker(client: Any) -> int:  # noqa: ANN401
    pids = client.run(os.getpid)
    victim = next(iter(pids.values()))
    os.kill(victim, signal.SIGKILL)
    return int(victim)


def test_a_bag_gives_what_one_process_gives_though_a_worker_is_killed_midway(client: Any) -> None:  # noqa: ANN401
    futures = client.compute(check_bag(bag.from_sequence(RECORDS, npartitions=16)))
    deadline = time.monotonic() + 120
    while not any(client.has_what().values()) and time.monotonic() < deadline:
        time.sleep(0.05)
    victim = kill_a_worker(client)
    assert not futures.done()
    assert futures.result(timeout=240) == check_records(RECORDS, Manner())
    assert victim not in client.run(os.getpid).values()


def test_a_dataframe_gives_what_one_frame_gives() -> None:
    frame = pandas.DataFrame({"said": ["ur so ugly", "hi", "get off the team already"] * 2})
    checked = check_dataframe(dataframe.from_pandas(frame, npartitions=2), "said", audience="public")
    computed = checked.compute(scheduler="threads")
    expected = check_frame(frame, "said", audience="public")
    assert computed.astype(str).equals(expected.astype(str))
    assert list(checked.columns) == list(expected.columns)
