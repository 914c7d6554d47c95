"""The command `segment` on a Dask cluster."""

from __future__ import annotations

import argparse
import logging

from ..cluster import connect, segment_each_on, segment_on
from ..shards import model_of
from .entry import Said
from .many import left_to_do, rasters_of, requests_of, said_of
from .runs import Watcher, request_of, what_was_found

_NOISY = ("distributed", "distributed.client", "tornado.application")  # print each attempt; we say what fails


def cluster_command(options: argparse.Namespace) -> Said:
    """Carry out `rrsis segment --cluster ADDRESS` or `--workers N`."""
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    resources = {"GPU": 1.0} if options.gpu else None
    rasters = rasters_of(options)
    with (
        connect(options.cluster, options.workers, resources) as client,
        Watcher(" shards", quiet=options.json) as watcher,
    ):
        if rasters is None:
            return what_was_found(segment_on(client, request_of(options), watcher.watch, resources=resources))
        requests = requests_of(options, rasters)
        there: list[str] = []
        left = left_to_do(requests, model_of(options.model), there)
        outcomes = segment_each_on(client, left, watcher.watch, resources)
        return said_of(outcomes, len(requests), watcher, there)
