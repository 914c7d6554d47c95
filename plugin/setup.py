"""The set-up of the worker's environment as the dock shows it: what is missing, what it costs, how far it is."""

from __future__ import annotations

import re
from typing import Optional

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject

from ..rrsis_core.errors import Cancelled, EnvironmentMissing, RrsisError
from ..rrsis_core.worker.builder import BuildProgress, estimate_size_bytes
from ..rrsis_core.worker.environment import find_python, managed_folder
from .dock import SegmentDock
from .i18n import tr
from .messages import explain, log_problem
from .model_panel import size_text
from .runner import Runner
from .settings import Settings
from .setup_task import SetupTask


def what_is_missing() -> str:
    """Return what setting up would do, with its size and folder; "" where nothing is missing. A look, no start."""
    try:
        find_python(Settings().python)
    except EnvironmentMissing as error:
        named = (
            f"{explain(error)}\n\n" if "source" in error.details else ""
        )  # a Python that was chosen, but is not there
        return named + tr(
            "The models need an environment of their own (PyTorch and other packages), set up once.\n"
            "Download and disk: about {size:.1f} GB\nFolder: {folder}"
        ).format(size=estimate_size_bytes() / 1e9, folder=managed_folder())
    return ""


def forget_a_python_that_is_gone() -> None:
    """Empty the setting that names a Python where there is none there, so that the environment just made is used."""
    settings = Settings()
    try:
        find_python(settings.python)
    except EnvironmentMissing:
        settings.python = None


def stage_text(progress: BuildProgress) -> str:
    """Return what a build does at the moment."""
    titles = {
        "prepare": tr("Preparing"),
        "uv": tr("Looking for the installer"),
        "python": tr("Making the environment"),
        "install": tr("Downloading and installing packages"),
        "check": tr("Trying the environment"),
        "done": tr("Ready"),
    }
    said = progress.text[:120]
    if progress.total_bytes:
        done, total = size_text(progress.done_bytes), size_text(progress.total_bytes)
        said = tr("{done} of {total}").format(done=done, total=total) + f" · {said}"
    return f"{titles.get(progress.stage, progress.stage)}\n{said}"


def failure_text(error: RrsisError) -> str:
    """Return why there is no environment now, and what to do about it; the folder and the size stand elsewhere."""
    if isinstance(error, Cancelled):
        return tr("Setting up was cancelled. What was downloaded is kept for the next time.")
    remedies = {
        "disk": tr("There is not enough room on the disk. Free some, then set up again."),
        "proxy": tr("The proxy refuses the connection. Check its address and password (HTTPS_PROXY)."),
        "certificate": tr(
            "The connection's certificate is not trusted. Name your organisation's own in SSL_CERT_FILE."
        ),
        "network": tr(
            "The package index cannot be reached. Check the network, then set up again: what was downloaded is kept."
        ),
        "python": tr("No Python 3.11 or newer was found. Install one, then set up again."),
        "library": tr("A system library is missing. Install the Microsoft Visual C++ runtime (x64)."),
        "locked": tr("A file or folder is held or forbidden. Close other QGIS windows, then set up again."),
        "platform": tr("PyTorch is made for 64-bit Linux and Windows, and for macOS 14 on Apple silicon."),
        "busy": tr("Another window is setting it up. Wait until it is done."),
    }
    cause, reason, log_file = (str(error.details.get(name) or "") for name in ("cause", "reason", "log"))
    if cause not in remedies:
        return explain(error)
    parts = [remedies[cause], re.sub(r"(\S{24})(?=\S)", "\\1\u200b", reason)]  # a long word would widen the panel
    if log_file:
        parts.append(tr("The whole log: {file}").format(file=log_file))
    return "\n".join(part for part in parts if part)


class Setup(QObject):
    """Shows in the dock what is missing, and builds it when asked.

    Args:
        dock: Where it is shown.
        runner: Runs the task.
    """

    def __init__(self, dock: SegmentDock, runner: Runner) -> None:
        super().__init__()
        self._dock = dock
        self._runner = runner
        self.task: Optional[SetupTask] = None
        dock.setup_requested.connect(self.start)
        dock.setup_cancel_requested.connect(self.cancel)
        dock.shown.connect(self.look)
        runner.environment_missed.connect(self.look)
        self.look()  # QGIS shows the dock before this listens

    def look(self) -> None:
        """Show what is missing; does nothing while a build is under way."""
        if self.task is None:
            self._dock.show_environment(what_is_missing())

    def start(self) -> None:
        """Build the environment in the background."""
        if self.task is not None:
            return
        self.task = self.make_task()
        self.task.stepped.connect(self._stepped)
        self.task.succeeded.connect(self._ready)
        self.task.failed.connect(self._failed)
        self._dock.show_setting_up(True)
        self._runner.start(self.task)

    def make_task(self) -> SetupTask:
        """Return the task that builds."""
        return SetupTask()

    def cancel(self) -> None:
        """Stop the build; downloads are kept."""
        if self.task is not None:
            self.task.cancel()

    def _stepped(self, progress: BuildProgress) -> None:
        if self.task is not None:
            self._dock.show_setting_up(True, stage_text(progress), 100.0 * progress.fraction)

    def _ready(self, _: object) -> None:
        self.task = None
        forget_a_python_that_is_gone()
        self._dock.show_environment(what_is_missing())
        self._runner.push(tr("The environment is ready: describe what to find."), Qgis.MessageLevel.Success)

    def _failed(self, error: RrsisError) -> None:
        self.task = None
        log_problem(error)
        self._dock.show_environment(f"{failure_text(error)}\n\n{what_is_missing()}".strip())

    def tear_down(self) -> None:
        """Stop a build that is under way."""
        self.cancel()
        self.task = None
