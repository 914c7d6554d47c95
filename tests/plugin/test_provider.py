"""The provider offers its algorithms with icon, help and a thread of their own."""

import pytest
from qgis.analysis import QgsNativeAlgorithms
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProject,
)
from qgis.PyQt.QtGui import QColor, QTextCursor
from qgis.PyQt.QtWidgets import QTextBrowser
from rrsis.plugin.algorithms.base import RrsisAlgorithm
from rrsis.plugin.provider import MODELS, RrsisProvider


@pytest.fixture
def provider(toy_client, qgis_app):
    provider = RrsisProvider(toy_client)
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider("rrsis")


@pytest.fixture
def native(qgis_app):
    """QGIS's own algorithms, where nobody has registered them yet."""
    registry = QgsApplication.processingRegistry()
    if registry.providerById("native") is None:
        registry.addProvider(QgsNativeAlgorithms(registry))


def test_it_lists_the_algorithms(provider):
    assert provider.id() == "rrsis" and not provider.icon().isNull() and provider.name() in provider.longName()
    assert {algorithm.name() for algorithm in provider.algorithms()} == {
        "segmentbyphrase",
        "segmentmany",
        "rethreshold",
        "evaluate",
        "exportsamples",
        "finetune",
        "fetchmodel",
        "status",
        "Count objects in polygons",
    }


def test_algorithms_are_thread_safe_and_explained(provider):
    for algorithm in provider.algorithms():
        own = not isinstance(algorithm, QgsProcessingModelAlgorithm)  # QGIS 3.22 runs all models on the main thread
        assert not own or not algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading
        assert "qgis_process" in algorithm.shortHelpString()
        for tag in ("<b>", "<p>") if isinstance(algorithm, RrsisAlgorithm) else ("<b>",):
            assert tag not in algorithm.shortHelpString()  # QGIS paints it grey, also in dark themes
        assert algorithm.shortDescription() or algorithm.groupId() == "Examples"
        assert algorithm.create().name() == algorithm.name()
        for parameter in algorithm.parameterDefinitions():
            assert parameter.description()


def test_the_sample_model_counts_objects_in_polygons(provider, native, layer, polygons):
    model = QgsApplication.processingRegistry().createAlgorithmById("rrsis:Count objects in polygons")
    asked = {
        "imagery": layer,
        "phrases": "white cars",
        "threshold": 0.5,
        "zones": polygons,
    }
    (counted,) = model.destinationParameterDefinitions()  # named after step and output, in one way or another
    asked[counted.name()] = "TEMPORARY_OUTPUT"
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    answers, done = model.run(asked, context, feedback)
    assert done, feedback.textLog()
    layer = context.getMapLayer(answers[counted.name()])
    assert [feature["objects"] for feature in layer.getFeatures()] == [1]


def test_the_sample_model_opens_in_the_designers_reader(provider, native):
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(next(MODELS.glob("*.model3")))) and len(model.childAlgorithms()) == 3
    valid, problems = model.validate()
    assert valid, problems


def test_the_help_has_the_colour_of_the_theme(provider):
    for algorithm in provider.algorithms():
        if isinstance(algorithm, QgsProcessingModelAlgorithm):  # which QGIS describes itself
            continue
        browser = QTextBrowser()
        browser.document().setDefaultStyleSheet("p { color: #666666; } h2 { color: #555555; }")  # as QGIS does
        browser.setHtml(f"<h2>{algorithm.displayName()}</h2><p>{algorithm.shortHelpString()}</p>")
        cursor = QTextCursor(browser.document())
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        while not cursor.atEnd():
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
            assert cursor.charFormat().foreground().color() != QColor("#666666"), algorithm.id()
