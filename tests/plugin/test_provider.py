"""The provider offers its algorithms with icon, help and a thread of their own."""

import pytest
from qgis.core import QgsApplication, QgsProcessingAlgorithm
from rrsis.plugin.provider import RrsisProvider


@pytest.fixture
def provider(toy_client, qgis_app):
    provider = RrsisProvider(toy_client)
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider("rrsis")


def test_it_lists_the_algorithms(provider):
    assert provider.id() == "rrsis" and not provider.icon().isNull() and provider.name() in provider.longName()
    assert {algorithm.name() for algorithm in provider.algorithms()} == {
        "segmentbyphrase",
        "segmentmany",
        "rethreshold",
        "evaluate",
        "exportsamples",
        "fetchmodel",
        "status",
    }


def test_algorithms_are_thread_safe_and_explained(provider):
    for algorithm in provider.algorithms():
        assert not algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading
        assert "qgis_process" in algorithm.shortHelpString() and algorithm.shortDescription()
        assert algorithm.create().name() == algorithm.name()
        for parameter in algorithm.parameterDefinitions():
            assert parameter.description()
