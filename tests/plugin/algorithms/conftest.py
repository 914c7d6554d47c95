"""The provider in the registry of real QGIS, with a toy worker behind it."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
)


@pytest.fixture
def provider(toy_client, qgis_app):
    from rrsis.plugin.provider import RrsisProvider

    provider = RrsisProvider(toy_client)
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider("rrsis")


class Run:
    """A run of an algorithm: its answers, what it said, and the layers that QGIS would load."""

    def __init__(self, name: str, parameters: dict):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"rrsis:{name}")
        self.feedback, self.context = QgsProcessingFeedback(), QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self.context.setFeedback(self.feedback)
        accepted, reason = algorithm.checkParameterValues(parameters, self.context)
        if not accepted:
            raise QgsProcessingException(reason)
        self.answers, done = algorithm.run(parameters, self.context, self.feedback, catchExceptions=False)
        assert done
        self.to_load = self.context.layersToLoadOnCompletion()


@pytest.fixture
def run(provider):
    return Run


@pytest.fixture
def run_in_background(provider, waiting):
    """Runs an algorithm as the toolbox does, on a thread of its own."""

    def start(name: str, parameters: dict):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"rrsis:{name}")
        feedback, context = QgsProcessingFeedback(), QgsProcessingContext()
        context.setProject(QgsProject.instance())
        task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
        task.kept = (algorithm, context)  # the task only refers to them
        endings = []
        task.executed.connect(lambda done, answers: endings.append((done, answers)))
        QgsApplication.taskManager().addTask(task)
        return task, feedback, endings

    return start
