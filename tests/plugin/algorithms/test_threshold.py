"""rrsis:rethreshold makes other polygons without the model."""

import pytest
from qgis.core import QgsProcessingException


@pytest.fixture
def probability(run, layer, tmp_path):
    path = str(tmp_path / "p.tif")
    asked = {"INPUT": layer.source(), "PHRASES": "white cars\nthe river", "OUTPUT": str(tmp_path / "o.gpkg")}
    run("segmentbyphrase", {**asked, "PROBABILITY": path})
    return path


def test_another_smallest_area_and_one_phrase(run, probability, tmp_path):
    asked = {"INPUT": probability, "OUTPUT": str(tmp_path / "more.gpkg")}
    assert run("rethreshold", asked).answers["COUNT"] == 4
    fewer = run("rethreshold", {**asked, "MIN_AREA": 60, "PHRASES": "the river"})
    assert fewer.answers["COUNT"] == 1 and len(fewer.answers["LAYERS"]) == 1


def test_a_raster_of_something_else_is_refused(run, layer, tmp_path):
    with pytest.raises(QgsProcessingException):
        run("rethreshold", {"INPUT": layer.source(), "OUTPUT": str(tmp_path / "o.gpkg")})


def test_a_file_of_ones_own_is_replaced_only_when_that_is_ticked(run, probability, tmp_path):
    mine = tmp_path / "mine.gpkg"
    mine.write_bytes(b"no database")
    with pytest.raises(QgsProcessingException, match="OVERWRITE"):
        run("rethreshold", {"INPUT": probability, "OUTPUT": str(mine)})
    assert run("rethreshold", {"INPUT": probability, "OUTPUT": str(mine), "OVERWRITE": True}).answers["COUNT"] == 4
