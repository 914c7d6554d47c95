"""Building the worker's environment as a QGIS task."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

from qgis.PyQt.QtCore import pyqtSignal

from ..rrsis_core.worker.builder import BuildProgress, Report, build_environment
from .i18n import tr
from .task import WorkTask

Build = Callable[[Report, Callable[[], bool]], Path]


class SetupTask(WorkTask):
    """Builds the environment; succeeds with the path of its interpreter.

    Args:
        build: What builds it, given where to report and whether to stop.
    """

    stepped = pyqtSignal(object)

    def __init__(self, build: Build = build_environment) -> None:
        super().__init__(tr("Set up the environment of RRSIS"))
        self._build = build

    def work(self) -> Path:
        """Build."""
        return self._build(self._step, self.feedback.isCanceled)

    def _step(self, progress: BuildProgress) -> None:
        self.setProgress(100.0 * progress.fraction)
        self.stepped.emit(progress)
