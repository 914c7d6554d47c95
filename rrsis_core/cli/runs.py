"""The commands `segment` and `threshold`."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any, TypeVar

from tqdm import tqdm

from ..request import SegmentRequest, SegmentResult, ThresholdRequest, VectorSettings
from ..segment import segment
from ..threshold import threshold
from ..watching import Watched
from .entry import STOPPED, Said

T = TypeVar("T")

_ONE_WISH_S = 0.5  # `timeout`, and what runs batches, sends a signal to the process and to its group: that is one wish


class Watcher:
    """A bar on a terminal, and an end at the first Ctrl-C or SIGTERM that keeps what is done; a context manager.

    A second one ends at once.
    """

    def __init__(self, unit: str, *, quiet: bool) -> None:
        self._unit = unit
        self._quiet = quiet or not sys.stderr.isatty()
        self.stopped, self._since = False, 0.0

    def __enter__(self) -> Watcher:
        """Listen."""
        self._before = {number: signal.signal(number, self._stop) for number in (signal.SIGINT, signal.SIGTERM)}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the signals as they were."""
        for number, before in self._before.items():
            signal.signal(number, before)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        if self.stopped:
            if time.monotonic() - self._since < _ONE_WISH_S:
                return
            raise KeyboardInterrupt
        self.stopped, self._since = True, time.monotonic()
        # Past Python's buffer: the signal may come while the bar writes into it, which must not be entered twice.
        with suppress(OSError):
            os.write(2, b"\nStopping; what is finished is kept. Press Ctrl-C again to end at once.\n")

    def watch(self, items: Iterable[T]) -> Iterator[T]:
        """Hand `items` on until they or the person's patience end."""
        if isinstance(items, Watched):
            items.stop_when(lambda: self.stopped)
        for item in tqdm(items, unit=self._unit, disable=self._quiet, dynamic_ncols=True):
            yield item
            if self.stopped:
                return


def segment_one(options: argparse.Namespace) -> Said:
    """Carry out `rrsis segment` for one raster on this machine."""
    with Watcher(" tiles", quiet=options.json) as watcher:
        return what_was_found(segment(request_of(options), watch=watcher.watch))


def request_of(options: argparse.Namespace) -> SegmentRequest:
    """Return the request that was typed, for the first raster."""
    return SegmentRequest(
        raster=options.raster[0],
        phrases=tuple(options.phrase),
        output=options.output,
        model=options.model,
        bounds=options.extent,
        mask=options.mask,
        bands=options.bands,
        stretch=options.stretch,
        stretch_values=options.stretch_values,
        gsd_m=options.gsd,
        vector=_vector(options),
        probability=options.probability,
        device=options.device,
        batch=options.batch,
        resume=options.resume,
        overwrite=options.overwrite,
    )


def threshold_command(options: argparse.Namespace) -> Said:
    """Carry out `rrsis threshold`."""
    request = ThresholdRequest(
        options.probability, options.output, _vector(options), tuple(options.phrase), options.overwrite
    )
    with Watcher(" strips", quiet=options.json) as watcher:
        return what_was_found(threshold(request, watch=watcher.watch))


def _vector(options: argparse.Namespace) -> VectorSettings:
    return VectorSettings(
        threshold=options.threshold,
        min_area_m2=options.min_area,
        simplify_m=options.simplify,
        fill_holes_m2=options.fill_holes,
        right_angles=options.right_angles,
        split_touching=options.split_touching,
    )


def what_was_found(result: SegmentResult) -> Said:
    """Return what the command says of `result`."""
    lines = [f"{layer.phrase}: {layer.count} polygons, {layer.area_m2:,.1f} m²" for layer in result.layers]
    kept = [result.probability] if result.probability and result.tiles else []  # without tiles it was read, not made
    lines.append(f"Written to {' and '.join([result.output, *kept])}")
    if not result.complete:
        going_on = " The same command goes on from there." if result.tiles else ""
        lines.append(f"Stopped early: this is the finished part.{going_on}")
    values: dict[str, Any] = result.to_json()
    return Said(values, "\n".join(lines), 0 if result.complete else STOPPED)
