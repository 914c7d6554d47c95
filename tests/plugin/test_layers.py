"""Layers become files: paths, renderings, masks."""

import math

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsRasterBlockFeedback,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from rrsis.plugin import layers
from rrsis.rrsis_core.catalog import get_card
from rrsis.rrsis_core.errors import Cancelled, LayerUnsupported, MaskUnreadable, TooManyTiles

CARD = get_card("lgce-tiny")


def test_a_file_is_its_path(layer, tmp_path):
    source = layers.raster_source(layer)
    assert source.is_file and source.path == str(tmp_path / "ortho.tif")
    assert source.crs.authid() == "EPSG:32645"


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("/data/a.tif", "/data/a.tif"),
        ("/data/a.tif|option:NUM_THREADS=4", "/data/a.tif"),
        ('NETCDF:"/data/a.nc":band', 'NETCDF:"/data/a.nc":band'),
        ("/vsizip//data/a.zip/a.tif", "/vsizip//data/a.zip/a.tif"),
    ],
)
def test_what_gdal_opens(uri, path):
    assert layers.gdal_path(uri) == path


def test_a_bar_in_a_file_name_is_kept(tmp_path):
    odd = tmp_path / "a|b.tif"
    odd.touch()
    assert layers.gdal_path(str(odd)) == str(odd)


def test_no_layer_and_broken_layers_are_refused_with_a_sentence():
    with pytest.raises(LayerUnsupported, match="No raster layer"):
        layers.raster_source(None)
    with pytest.raises(LayerUnsupported, match="broken"):
        layers.raster_source(QgsRasterLayer("/nowhere.tif", "gone"))


def test_metres_per_unit_know_web_mercator_and_degrees(qgis_app):
    mercator = layers.metres_per_unit(QgsCoordinateReferenceSystem("EPSG:3857"), QgsPointXY(9_500_000, 3_200_000))
    latitude = math.radians(27.6)
    assert mercator[0] == pytest.approx(math.cos(latitude), rel=0.02)
    degrees = layers.metres_per_unit(QgsCoordinateReferenceSystem("EPSG:4326"), QgsPointXY(85.5, 27.6))
    assert degrees[1] == pytest.approx(110_800, rel=0.01)
    assert layers.metres_per_unit(QgsCoordinateReferenceSystem(), QgsPointXY(0, 0)) == (1.0, 1.0)


def test_too_many_tiles_are_refused_with_their_number(online):
    source = layers.raster_source(online)
    with pytest.raises(TooManyTiles, match=r"at most 400") as caught:
        layers.plan_rendering(source, None, CARD, None, 400)
    assert caught.value.details["tiles"] > 400


def test_an_online_layer_is_rendered_at_the_models_resolution(online, tmp_path):
    source = layers.raster_source(online)
    assert not source.is_file
    grid = layers.plan_rendering(source, (9_500_000, 3_200_000, 9_500_100, 3_200_080), CARD, None, 10)
    assert 1 <= grid.tiles <= 4
    gsd_m = math.sqrt(CARD.gsd_range_m[0] * CARD.gsd_range_m[1])
    assert grid.columns == pytest.approx(100 * math.cos(math.radians(27.6)) / gsd_m, rel=0.02)
    path = tmp_path / "rendered.tif"
    layers.render(source, grid, path, QgsRasterBlockFeedback())
    rendered = QgsRasterLayer(str(path), "rendered")
    assert rendered.isValid() and rendered.crs().authid() == "EPSG:3857"
    assert (rendered.width(), rendered.height()) == (grid.columns, grid.rows)
    values = rendered.dataProvider().identify(rendered.extent().center(), layers_format()).results()
    assert [values[band] for band in (1, 2, 3)] == [120, 130, 140]


def layers_format():
    from qgis.core import QgsRaster

    return QgsRaster.IdentifyFormat.IdentifyFormatValue


def test_a_cancelled_rendering_says_so(online, tmp_path):
    source = layers.raster_source(online)
    grid = layers.plan_rendering(source, (9_500_000, 3_200_000, 9_500_100, 3_200_080), CARD, None, 10)
    feedback = QgsRasterBlockFeedback()
    feedback.cancel()
    with pytest.raises(Cancelled):
        layers.render(source, grid, tmp_path / "rendered.tif", feedback)


def test_an_extent_beside_the_layer_is_refused(online):
    with pytest.raises(LayerUnsupported, match="does not touch"):
        layers.plan_rendering(layers.raster_source(online), (1e9, 1e9, 1e9 + 1, 1e9 + 1), CARD, None, 10)


def test_a_mask_holds_the_polygons_alone(tmp_path, qgis_app):
    square, empty = QgsFeature(), QgsFeature()
    square.setGeometry(QgsGeometry.fromRect(QgsRectangle(0, 0, 10, 10)))
    path = tmp_path / "mask.gpkg"
    crs = QgsCoordinateReferenceSystem("EPSG:32645")
    layers.write_mask([square, empty], crs, path, lambda: False)
    mask = QgsVectorLayer(f"{path}|layername=mask", "mask", "ogr")
    assert mask.featureCount() == 1 and mask.crs() == crs


def test_a_mask_without_polygons_is_refused(tmp_path, qgis_app):
    with pytest.raises(MaskUnreadable):
        layers.write_mask([QgsFeature()], QgsCoordinateReferenceSystem(), tmp_path / "mask.gpkg", lambda: False)
