"""The command `segment` on a Dask cluster."""

from __future__ import annotations

import argparse

from ..cluster import connect, segment_on
from .entry import Said
from .runs import Watcher, request_of, what_was_found


def cluster_command(options: argparse.Namespace) -> Said:
    """Carry out `rrsis segment --cluster ADDRESS` or `--workers N`."""
    resources = {"GPU": 1.0} if options.gpu else None
    with connect(options.cluster, options.workers) as client, Watcher(" shards", quiet=options.json) as watcher:
        return what_was_found(segment_on(client, request_of(options), watcher.watch, resources=resources))
