"""Requests on many machines: shards of tile rows as Dask tasks, joined into the same files as a run on one."""

from __future__ import annotations

import logging
import time
import warnings
from asyncio import CancelledError
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError as FutureCancelled
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from distributed import Client, KilledWorker, LocalCluster, wait

from .errors import (
    DeviceUnavailable,
    DiskFull,
    EnvironmentBroken,
    OutOfMemory,
    RequestInvalid,
    RrsisError,
    WorkerDied,
    WorkerFailed,
    WorkerTimeout,
)
from .notices import heard, say_endings
from .patches import check_some_were_read, say_hole
from .relation import relation_of
from .request import SegmentRequest, SegmentResult
from .rows import Found, Rows
from .run import Run, open_run
from .shards import Shard, fitting_rows, look_around, model_of, predict_rows, row_spans, tile_rows, what_must_agree
from .watching import Watch, Watched

RETRIES = 3
CONNECT_S = 30
GONE_S = 60  # so long a cluster may be without a single worker: those that died are started again by their nannies
_LOOK_S = 1.0  # between looks at whether anybody is left, and whether an end was wished
_AHEAD = 2  # shards that wait, for each worker, before the next raster of a list is not yet opened
_OTHER_VERSION = (ImportError, AttributeError, TypeError)  # what a function that is not the same there ends with


@dataclass
class Scattered:
    """A request whose shards are under way.

    Args:
        spans: First row and row after the last of each.
        futures: Their answers, None where one was taken.
        agreed: What the workers must have in common with this process.
    """

    spans: list[tuple[int, int]]
    futures: list[Any] = field(default_factory=list)


@contextmanager
def connect(address: str | None, workers: int | None, resources: dict[str, float] | None = None) -> Iterator[Client]:
    """Yield a client of the scheduler at `address`, or of `workers` processes on this machine.

    Args:
        address: Such as tcp://scheduler:8786; None: processes of this machine are started.
        workers: How many of them.
        resources: What each shard will take of a worker, such as {"GPU": 1}.

    Raises:
        WorkerTimeout: No scheduler answers at `address`, or it has no worker.
        DeviceUnavailable: None of its workers has the `resources`.
    """
    with ExitStack() as stack:
        if address is None:
            if workers is not None and workers < 1:
                raise RequestInvalid(f"{workers} workers are none: give at least 1.", name="workers", value=workers)
            cluster = LocalCluster(
                n_workers=workers or 1,
                threads_per_worker=1,
                dashboard_address=None,
                resources=resources,
                memory_limit=0,  # Dask would pause a worker, for ever: what a model takes is not Dask's to free
                silence_logs=logging.CRITICAL,
            )
            stack.callback(_close, cluster)
            client = stack.enter_context(Client(cluster))
        else:
            try:
                client = stack.enter_context(Client(address, timeout=CONNECT_S))
            except (OSError, ValueError) as error:
                raise WorkerTimeout(
                    f"No Dask scheduler answers at {address} ({error}). Start one with `dask scheduler`, and workers in"
                    " this environment with `dask worker`.",
                    address=address,
                ) from error
        _check_workers(client, resources or {})
        yield client


def _close(cluster: LocalCluster) -> None:
    """End the processes; where a busy machine does not end them in time, Dask kills them when this one ends."""
    with suppress(OSError, TimeoutError):
        cluster.close()


def _check_workers(client: Client, resources: dict[str, float]) -> None:
    """Wait for the first worker, and see that there is one with the `resources`."""
    address = client.scheduler_info()["address"]
    try:
        client.wait_for_workers(1, timeout=CONNECT_S)
    except (OSError, TimeoutError) as error:
        raise WorkerTimeout(
            f"The Dask scheduler at {address} has no worker: start some with `dask worker {address} --nthreads 1`.",
            address=address,
        ) from error
    offers = [worker["resources"] for worker in client.scheduler_info()["workers"].values()]
    for name, amount in resources.items():
        if all(offer.get(name, 0) < amount for offer in offers):
            raise DeviceUnavailable(
                f"No worker of {address} offers {name}: start workers with `--resources {name}={amount:g}`, or leave"
                f" --{name.lower()} out.",
                device=name,
            )


def segment_on(
    client: Client,
    request: SegmentRequest,
    watch: Watch = iter,
    found: Found | None = None,
    *,
    shard_rows: int | None = None,
    resources: dict[str, float] | None = None,
    under_way: Scattered | None = None,
) -> SegmentResult:
    """Find the phrases of `request` with the workers of `client`; the files are those of `segment`.

    Workers read the raster themselves: its path must lead to it on each of them. Only this process writes.

    Args:
        client: Of a Dask scheduler.
        request: What to find, where, and how; a run that was cut off goes on, here or on one machine.
        watch: Wraps the shards in their order: reports progress, cancels by ending early.
        found: As of `segment`.
        shard_rows: Rows of tiles of a shard; None: as many as let the workers be done soonest.
        resources: What a shard takes of a worker, such as {"GPU": 1}.
        under_way: What `scatter` gave for this request; None: nothing was begun.

    Raises:
        WorkerDied: A shard took its worker down time and again, all workers are gone, or the scheduler is.
        EnvironmentBroken: A worker's program, model or raster is another one. RrsisError: as of `segment`.
    """
    started = time.perf_counter()
    with (
        heard() as notices,
        open_run(replace(request, device="cpu"), model_of(request.model)) as run,
        ExitStack() as stack,
    ):
        rows = stack.enter_context(Rows(run.plan, run.question(), resume=request.resume, found=found))
        if under_way is None or (under_way.spans and under_way.spans[0][0] != rows.first_row):
            under_way = _submit(client, request, run, rows.first_row, shard_rows, resources)
        stack.callback(_let_go, client, under_way)
        shards: list[Shard] = []
        watched = Watched(_answers(client, under_way.futures, lambda: watched.stopped()), len(under_way.spans))
        for shard in watch(watched):
            for hole in shard.holes:
                rows.note(hole, lasting=not run.raster.is_remote)
            for strip, probability in shard.finished(len(run.plan.phrases), run.raster.window.col):
                rows.add(strip, probability)
            shards.append(replace(shard, data=b""))
        complete = len(shards) == len(under_way.spans)
        failed = len({tile for shard in shards for tile, _ in shard.holes})  # shards share tiles
        if rows.first_row == run.plan.window.row:
            check_some_were_read(failed, len(run.tiles), request.raster)
        layers = rows.finish(complete=complete)
        say_endings(layers, run.request.vector.threshold, complete=complete)
        for place, hole in enumerate(rows.holes):
            say_hole(hole, place)
        notices += [notice for shard in shards for notice in shard.notices]
    return SegmentResult(
        output=rows.output,
        layers=layers,
        probability=rows.probability,
        complete=complete,
        run_id=run.plan.run_id,
        model=run.card.name,
        device="cluster",
        gsd_m=run.raster.gsd_m,
        tiles=len(run.tiles),
        failed_tiles=len(rows.holes) + failed,
        seconds={"model": sum(shard.seconds for shard in shards), "total": time.perf_counter() - started},
        notices=tuple({(notice.code, notice.message): notice for notice in notices}.values()),
    )


def segment_each_on(
    client: Client, requests: Iterable[SegmentRequest], watch: Watch = iter, resources: dict[str, float] | None = None
) -> Iterator[tuple[SegmentRequest, SegmentResult | RrsisError]]:
    """Carry the requests out in their order and yield what became of each, the next ones' shards already under way.

    A raster that cannot be searched does not stop the others.

    Raises:
        WorkerDied: All workers are gone, or the scheduler is. DiskFull: There is no room for more.
    """
    coming: deque[tuple[SegmentRequest, Scattered | None]] = deque()
    ahead = iter(requests)
    enough = _AHEAD * _threads(client)
    while True:
        while sum(len(begun.spans) if begun else 1 for _, begun in coming) <= enough:
            request = next(ahead, None)
            if request is None:
                break
            coming.append((request, scatter(client, request, resources)))
        if not coming:
            return
        request, begun = coming.popleft()
        try:
            yield request, segment_on(client, request, watch, resources=resources, under_way=begun)
        except RrsisError as error:
            if begun is not None:
                _let_go(client, begun)
            if isinstance(error, DiskFull) or "lost" in error.details:
                raise
            yield request, error


def scatter(client: Client, request: SegmentRequest, resources: dict[str, float] | None = None) -> Scattered | None:
    """Submit the shards of `request` before its turn has come; None where that must wait, or something is wrong."""
    output = Path(request.output).absolute()
    if any(output.parent.glob(f"{output.name}.*.unfinished")):
        return None  # only then is known which rows are left
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with open_run(replace(request, device="cpu"), model_of(request.model)) as run:
                return _submit(client, request, run, run.raster.window.row, None, resources)
    except RrsisError:  # it is said when its turn comes
        return None


def _submit(
    client: Client,
    request: SegmentRequest,
    run: Run,
    first_row: int,
    shard_rows: int | None,
    resources: dict[str, float] | None,
) -> Scattered:
    """Hand the shards from `first_row` on to the workers."""
    if shard_rows is None:
        shard_rows = fitting_rows(len(tile_rows(run, first_row)) + 1, _threads(client))
    agreed = what_must_agree(run)
    spans = row_spans(run, shard_rows, first_row)
    how = {"retries": RETRIES, "resources": resources, "pure": False}
    spoken = any(relation_of(phrase) for phrase in run.plan.phrases)
    zones = client.submit(look_around, request, agreed, **how) if spoken else None
    futures = [client.submit(predict_rows, request, span, agreed, zones, **how) for span in spans]
    return Scattered(spans, futures)


def _threads(client: Client) -> int:
    """Return how many shards the workers compute at a time."""
    return max(1, sum(int(worker["nthreads"]) for worker in client.scheduler_info()["workers"].values()))


def _any_works(client: Client) -> bool:
    workers = client.scheduler_info().get("workers", {}).values()
    return any(worker.get("status", "running") == "running" for worker in workers)


def _let_go(client: Client, scattered: Scattered) -> None:
    """Tell the workers that the rest is not wanted."""
    left = [future for future in scattered.futures if future is not None]
    if left and client.status == "running":
        client.cancel(left)


def _answers(client: Client, futures: list[Any], stopped: Callable[[], bool]) -> Iterator[Shard]:
    """Yield the shards in their order, each as soon as it is there, and let go of it; end early where so wished."""
    for place, future in enumerate(futures):
        if not _came(client, future, stopped):
            return
        error = future.exception()
        if error is not None:
            raise _said(error, f"Shard {place + 1} of {len(futures)}", place + 1) from error
        yield future.result()
        futures[place] = None


def _came(client: Client, future: Any, stopped: Callable[[], bool]) -> bool:
    """Return whether there is an answer, or the wish to end; raise WorkerDied where none can come any more."""
    alone_since: float | None = None
    while not stopped():
        try:
            wait(future, timeout=_LOOK_S)
            return True
        except (CancelledError, FutureCancelled) as error:
            raise WorkerDied(
                "The connection to the Dask scheduler was lost: see that it runs (`dask scheduler`), and its workers.",
                lost="scheduler",
            ) from error
        except TimeoutError:
            if client.status == "running" and _any_works(client):
                alone_since = None
                continue
            alone_since = alone_since or time.monotonic()
            if time.monotonic() - alone_since > GONE_S:
                raise WorkerDied(
                    "All workers of the cluster are gone, or paused for want of memory, and none came within"
                    f" {GONE_S} s: start some with `dask worker --memory-limit 0`.",
                    lost="workers",
                ) from None
    return False


def _said(error: BaseException, shard: str, number: int) -> RrsisError:
    """Return what is said where a worker ended with `error` instead of `shard`."""
    if isinstance(error, RrsisError):
        return error
    if isinstance(error, KilledWorker):
        return WorkerDied(
            f"{shard} took its worker down {RETRIES + 1} times, probably out of memory."
            " Give the workers more memory, or take smaller shards.",
            shard=number,
        )
    if isinstance(error, MemoryError):
        return OutOfMemory(f"{shard} does not fit into a worker's memory. Give the workers more.")
    if isinstance(error, _OTHER_VERSION):
        return EnvironmentBroken(
            f"{shard} could not be computed, since a worker lacks this version of rrsis or what it needs ({error})."
            " Bring the same checkout and environment to each machine, and start its worker again."
        )
    return WorkerFailed(f"{shard} ended with {type(error).__name__}: {error}")
