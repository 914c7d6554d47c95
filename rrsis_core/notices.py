"""Warnings of a run, collected into its result and passed on to whoever listens."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from .errors import NothingFound, RrsisWarning, StoppedEarly, warn
from .request import LayerResult, Notice


@contextmanager
def heard() -> Iterator[list[Notice]]:
    """Collect our own warnings, and pass all warnings on to whoever listened before."""
    notices: list[Notice] = []
    with warnings.catch_warnings():
        before = warnings.showwarning

        def show(message: Any, category: Any, *place: Any, **more: Any) -> None:
            if isinstance(message, RrsisWarning):
                notices.append(Notice(message.code, message.message, dict(message.details)))
            before(message, category, *place, **more)

        warnings.simplefilter("always", RrsisWarning)
        warnings.showwarning = show
        yield notices


def say_endings(layers: Iterable[LayerResult], threshold_: float, *, complete: bool) -> None:
    """Warn of layers that hold nothing, and of a run that was cut short."""
    for layer in layers:
        if layer.count == 0:
            highest = 0.0 if math.isnan(layer.prob_max) else layer.prob_max
            bound = "smallest area" if highest >= threshold_ else "threshold"
            warn(
                NothingFound(
                    f'Nothing was found for "{layer.phrase}": the highest probability is {highest:.2f}, the threshold'
                    f" {threshold_:g}. Lower the {bound}, try other words, or look closer.",
                    phrase=layer.phrase,
                    highest=round(highest, 3),
                    threshold=threshold_,
                )
            )
    if not complete:
        warn(StoppedEarly("The run was cancelled; the rows that were finished have been written."))
