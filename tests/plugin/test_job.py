"""A job is prepared without reading a pixel and carried out by the worker."""

import math
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsFeedback, QgsGeometry, QgsRectangle, QgsVectorLayer
from rrsis.plugin.job import MaskSource, all_polygons, carry_out, prepare, selected_polygons
from rrsis.rrsis_core.errors import (
    Cancelled,
    ExtentOutside,
    LayerUnsupported,
    OutputNotWritable,
    PhraseInvalid,
    RasterUnreadable,
)
from rrsis.rrsis_core.request import LayerResult, Notice, SegmentRequest, SegmentResult


def request(**changes) -> SegmentRequest:
    return SegmentRequest(**{"raster": "", "phrases": ("bright squares",), "output": "", "device": "cpu", **changes})


def test_no_layer_is_refused():
    with pytest.raises(LayerUnsupported):
        prepare(None, request(), max_tiles=10)


def test_an_empty_phrase_is_refused(layer):
    with pytest.raises(PhraseInvalid):
        prepare(layer, request(phrases=(" ",)), max_tiles=10)


def test_a_file_is_searched_and_its_layers_land_in_the_geopackage(layer, tmp_path, toy_client):
    target = tmp_path / "project_rrsis.gpkg"
    seen = []
    job = prepare(layer, request(), geopackage=target, max_tiles=10)
    published = carry_out(job, toy_client, QgsFeedback(), seen.append)
    assert published.result.output == str(target)
    assert published.result.count == 2
    assert seen[-2].done == seen[-2].total > 0 and seen[-1].stage == "keep"
    found = QgsVectorLayer(f"{target}|layername={published.result.layers[0].layer}", "found", "ogr")
    assert found.featureCount() == 2 and found.crs().authid() == "EPSG:32645"


def test_a_mask_bounds_the_search(layer, polygons, tmp_path, toy_client):
    job = prepare(layer, request(output=str(tmp_path / "o.gpkg")), mask=all_polygons(polygons), max_tiles=10)
    assert carry_out(job, toy_client, QgsFeedback(), lambda _: None).result.count == 1


def test_no_sentence_names_a_file_that_nobody_knows(layer, online, polygons, tmp_path, toy_client):
    away = QgsVectorLayer("Polygon?crs=EPSG:4326", "fields beyond", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(10, 10, 11, 11)))
    away.dataProvider().addFeatures([feature])
    away.updateExtents()
    output = str(tmp_path / "o.gpkg")
    with pytest.raises(ExtentOutside, match=r'^"fields beyond" does not touch') as caught:
        job = prepare(layer, request(output=output), mask=all_polygons(away), max_tiles=10)
        carry_out(job, toy_client, QgsFeedback(), lambda _: None)
    assert caught.value.details["mask"] == "fields beyond"
    job = prepare(layer, request(output=output), mask=replace(all_polygons(away), name=""), max_tiles=10)
    with pytest.raises(ExtentOutside, match=r'^"the polygons"'):
        carry_out(job, toy_client, QgsFeedback(), lambda _: None)
    coarse = Notice("pixels-too-coarse", 'The pixels of "{}" are coarse.', {"raster": "{}", "gsd_m": 5.0})

    class Client:
        def run(self, asked, *_):
            said = replace(coarse, message=coarse.message.format(asked.raster), details={"raster": asked.raster})
            return SegmentResult(asked.output, (), notices=(said,))

    area = (9_500_000, 3_200_000, 9_500_060, 3_200_060)
    job = prepare(online, request(bounds=area, output=output), max_tiles=10)
    (notice,) = carry_out(job, Client(), QgsFeedback(), lambda _: None).result.notices
    assert (
        notice.message == f'The pixels of "{online.name()}" are coarse.' and notice.details["raster"] == online.name()
    )


def test_a_folder_for_probabilities_that_cannot_be_made_is_named(layer, tmp_path, toy_client):
    (tmp_path / "blocked").touch()
    wanted = SegmentRequest("", ("a",), str(tmp_path / "o.gpkg"), probability=str(tmp_path / "blocked" / "p" / "p.tif"))
    with pytest.raises(OutputNotWritable, match="blocked"):
        carry_out(prepare(layer, wanted, max_tiles=10), toy_client, QgsFeedback(), lambda _: None)


def test_a_file_that_went_away_is_named(layer, tmp_path, toy_client):
    job = prepare(layer, request(output=str(tmp_path / "o.gpkg")), max_tiles=10)
    Path(tmp_path / "ortho.tif").unlink()
    with pytest.raises(RasterUnreadable, match=r"ortho\.tif"):
        carry_out(job, toy_client, QgsFeedback(), lambda _: None)


def test_an_online_layer_is_fetched_and_searched(online, tmp_path, toy_client):
    stages = []
    area = (9_500_000, 3_200_000, 9_500_060, 3_200_060)
    job = prepare(online, request(bounds=area), geopackage=tmp_path / "p.gpkg", max_tiles=10)
    published = carry_out(job, toy_client, QgsFeedback(), lambda progress: stages.append(progress.stage))
    (found,) = published.result.layers
    layer = QgsVectorLayer(f"{published.result.output}|layername={found.layer}", "found", "ogr")
    assert stages[0] == "fetch" and found.count == 1  # even light grey is bright to the toy: one polygon, all of it
    assert layer.crs().authid() == "EPSG:3857"
    assert layer.extent().width() == pytest.approx(60, rel=0.05)


def test_only_selected_polygons_bound_a_search(layer, polygons, tmp_path, toy_client):
    feature = QgsFeature(polygons.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(350045, 3059945, 350060, 3059960)))
    polygons.dataProvider().addFeatures([feature])
    polygons.selectByIds([2])
    mask = selected_polygons(polygons)
    polygons.removeSelection()  # what was selected counts when the search is asked for
    assert mask.extent == feature.geometry().boundingBox() and len(list(mask.features())) == 1


def test_of_an_online_layer_nothing_beyond_the_mask_is_fetched(online):
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    mask = MaskSource(lambda: iter(()), degrees, QgsRectangle(85.3, 27.7, 85.3002, 27.7002))
    job = prepare(online, request(), mask=mask, max_tiles=10)
    assert 20 < job.rendering.extent.width() < 25


def test_a_run_that_was_cancelled_before_it_saw_a_pixel_leaves_no_empty_layers(layer, tmp_path):
    target, asked = tmp_path / "project_rrsis.gpkg", []

    class Client:
        def run(self, request, *_):
            asked.append(request)
            for file in (request.output, request.probability):
                Path(file).write_bytes(b"nothing is known")
            found = (LayerResult("white cars", "white cars", 0, 0.0, math.nan),)
            return SegmentResult(request.output, found, probability=request.probability, complete=False)

    wanted = request(phrases=("white cars",), probability=str(tmp_path / "kept" / "p.tif"))
    with pytest.raises(Cancelled, match="before anything was finished"):
        carry_out(prepare(layer, wanted, geopackage=target, max_tiles=10), Client(), QgsFeedback(), lambda _: None)
    assert not target.exists() and not any(Path(file).exists() for file in (asked[0].output, asked[0].probability))
