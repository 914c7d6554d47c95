"""Which project a search was asked for in, since it may be closed before the search has ended."""

from __future__ import annotations

from typing import Dict

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .job import Job
from .results import project_geopackage


class AskedIn(QObject):
    """Tells whether what a search found belongs to the project that is open now; lives on the main thread."""

    left = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._number = 0  # of the project, counted since the plugin was loaded
        self._asked: Dict[int, int] = {}
        QgsProject.instance().cleared.connect(self._leave)

    def _leave(self) -> None:
        self._number += 1
        self.left.emit()

    def note(self, job: Job) -> None:
        """Remember that `job` was asked for in the project that is open now."""
        self._asked[id(job)] = self._number

    def is_here(self, job: Job) -> bool:
        """Whether that project is still open, or open again."""
        project = QgsProject.instance()
        again = bool(project.fileName()) and project_geopackage(project) == job.geopackage
        return again or self._asked.get(id(job)) == self._number

    def tear_down(self) -> None:
        """Watch no more."""
        QgsProject.instance().cleared.disconnect(self._leave)
