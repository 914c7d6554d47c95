"""Hands tasks to QGIS one turn of the event loop later, and only while one of its threads is free."""

from __future__ import annotations

from typing import List

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QThreadPool, QTimer, pyqtSignal

from .task import WorkTask

LOOK_MS = 25
PATIENCE = 20  # looks without a free thread, until it is told


def thread_pool() -> QThreadPool:
    """Return the threads in which QGIS runs tasks: those of all of Qt, or since QGIS 3.34 some of its own."""
    manager = QgsApplication.taskManager()
    pool: QThreadPool = manager.threadPool() if hasattr(manager, "threadPool") else QThreadPool.globalInstance()
    return pool


class Starter(QObject):
    """Keeps tasks in their order until they can begin at once; lives on the main thread.

    QGIS loses a task that waits for a thread while another one ends: it takes what runs the new one, at the same place
    in memory, for what ran the old one, and strikes it off. A search would then never begin.
    """

    held = pyqtSignal(list)  # tasks that other tasks of QGIS keep waiting, told again and again

    def __init__(self) -> None:
        super().__init__()
        self._waiting: List[WorkTask] = []
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    def start(self, task: WorkTask) -> None:
        """Begin `task` soon; one that is cancelled before then ends as if it had begun."""
        self._waiting.append(task)
        if not self._timer.isActive():
            self._timer.start(0)

    def _look(self) -> None:
        pool = thread_pool()
        for task in [task for task in self._waiting if task.isCanceled()]:
            self._waiting.remove(task)
            task.finished(False)
        self._looks += 1
        while self._waiting and pool.activeThreadCount() < pool.maxThreadCount():
            QgsApplication.taskManager().addTask(self._waiting.pop(0))
            self._looks = 0
        if not self._waiting:
            self._looks = 0
            return
        if self._looks and self._looks % PATIENCE == 0:
            self.held.emit(list(self._waiting))
        self._timer.start(LOOK_MS)

    def tear_down(self) -> None:
        """Begin nothing more."""
        self._timer.stop()
        self._waiting.clear()
