"""rrsis:segmentmany searches one raster after the other, and one that fails does not stop the rest."""

import pytest
from qgis.core import QgsProcessingException, QgsProject, QgsRasterLayer


@pytest.fixture
def asked(make_raster, tmp_path):
    inputs = [str(make_raster("north.tif")), str(make_raster("south.tif"))]
    return {"INPUTS": inputs, "PHRASES": "white cars", "OUTPUT": str(tmp_path / "found")}


def test_each_raster_gets_a_file(run, asked, tmp_path):
    done = run("segmentmany", {**asked, "PROBABILITIES": True})
    assert (done.answers["DONE"], done.answers["FAILED"], done.answers["COUNT"]) == (2, 0, 4)
    names = sorted(path.name for path in (tmp_path / "found").iterdir())
    assert names == ["north.gpkg", "north_probability.tif", "south.gpkg", "south_probability.tif"]
    assert len(done.to_load) == 2


def test_what_is_there_is_skipped_when_wished(run, asked):
    run("segmentmany", {**asked, "INPUTS": asked["INPUTS"][:1]})
    again = run("segmentmany", {**asked, "SKIP": True})
    assert again.answers["DONE"] == 1


def test_a_raster_that_fails_is_named_and_the_rest_goes_on(run, asked, tmp_path):
    broken = QgsRasterLayer(asked["INPUTS"][0], "gone")
    QgsProject.instance().addMapLayer(broken)  # an error keeps its parameters: a layer of ours would outlive QGIS
    (tmp_path / "north.tif").unlink()
    done = run("segmentmany", {**asked, "INPUTS": [broken, asked["INPUTS"][1]]})
    assert (done.answers["DONE"], done.answers["FAILED"]) == (1, 1)
    with pytest.raises(QgsProcessingException):
        run("segmentmany", {**asked, "INPUTS": [broken]})


def test_a_file_that_does_not_open_is_named_before_the_run_only_where_it_is_alone(run, asked, tmp_path):
    (tmp_path / "torn.tif").write_text("no raster")
    torn, gone = str(tmp_path / "torn.tif"), str(tmp_path / "gone.tif")
    done = run("segmentmany", {**asked, "INPUTS": [torn, *asked["INPUTS"], gone]})
    assert (done.answers["DONE"], done.answers["FAILED"]) == (2, 2)
    assert f'torn: "{torn}" cannot be opened' in done.feedback.textLog() and gone in done.feedback.textLog()
    with pytest.raises(QgsProcessingException, match=r"gone\.tif. cannot be opened"):
        run("segmentmany", {**asked, "INPUTS": [torn, gone]})
    with pytest.raises(QgsProcessingException, match="No raster layer"):
        run("segmentmany", {**asked, "INPUTS": []})


def test_rasters_of_the_same_name_do_not_overwrite_each_other(run, asked, make_raster, tmp_path):
    layers = [QgsRasterLayer(path, "tile: a/b") for path in asked["INPUTS"]]
    run("segmentmany", {**asked, "INPUTS": layers})
    assert len(list((tmp_path / "found").glob("*.gpkg"))) == 2


def test_a_cancel_before_the_start_leaves_nothing(run_in_background, asked, waiting, tmp_path):
    _, feedback, endings = run_in_background("segmentmany", {**asked, "PHRASES": "slowly"})
    feedback.cancel()
    waiting(lambda: endings)
    assert not list(tmp_path.glob("found/*.gpkg")) or endings[0][1].get("DONE", 0) <= 1


def test_files_of_ones_own_stay_unless_replacing_is_ticked(run, asked, tmp_path):
    (tmp_path / "found").mkdir()
    (tmp_path / "found" / "north.gpkg").write_bytes(b"no database")
    assert run("segmentmany", asked).answers["FAILED"] == 1
    assert run("segmentmany", {**asked, "OVERWRITE": True}).answers["DONE"] == 2
