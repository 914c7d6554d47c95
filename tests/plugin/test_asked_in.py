"""A search belongs to the project it was asked for in, also after that was saved or opened again."""

import pytest
from qgis.core import QgsProject
from rrsis.plugin.asked_in import AskedIn
from rrsis.plugin.job import prepare
from rrsis.plugin.results import project_geopackage
from rrsis.rrsis_core.request import SegmentRequest


@pytest.fixture
def asked_in(qgis_app):
    asked_in = AskedIn()
    yield asked_in
    asked_in.tear_down()


def noted(asked_in, layer):
    request = SegmentRequest("", ("cars",), "")
    job = prepare(layer, request, geopackage=project_geopackage(QgsProject.instance()), max_tiles=10)
    asked_in.note(job)
    return job


def test_an_unsaved_project_is_left_when_it_is_cleared_and_not_when_it_is_saved(asked_in, layer, tmp_path):
    left, project = [], QgsProject.instance()
    asked_in.left.connect(lambda: left.append(True))
    job = noted(asked_in, layer)
    project.write(str(tmp_path / "a.qgz"))
    assert asked_in.is_here(job) and not left
    project.clear()
    assert not asked_in.is_here(job) and left


def test_a_saved_project_that_is_opened_again_takes_its_search_back(asked_in, layer, tmp_path):
    project = QgsProject.instance()
    project.write(str(tmp_path / "a.qgz"))
    job = noted(asked_in, layer)
    project.write(str(tmp_path / "b.qgz"))
    assert asked_in.is_here(job)
    project.read(str(tmp_path / "b.qgz"))
    assert not asked_in.is_here(job)
    project.read(str(tmp_path / "a.qgz"))
    assert asked_in.is_here(job)
