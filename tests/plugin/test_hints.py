"""What is likely to go wrong is said before anybody waits for it, and what to try where nothing was found."""

import pytest
from qgis.core import QgsRasterLayer
from rrsis.plugin.hints import hint, lower_threshold, nothing_found, pixel_m
from rrsis.rrsis_core.catalog import CATALOG

CARD = CATALOG["lgce-tiny"]


@pytest.fixture
def raster(make_raster):
    return lambda gsd_m, **more: QgsRasterLayer(str(make_raster(f"r{gsd_m}.tif", gsd_m=gsd_m, **more)), "r")


def test_fine_pixels_need_no_hint(raster):
    assert hint(raster(0.3), CARD, ["white cars", "trees along the road"], None) == ""


def test_pixels_too_coarse_for_the_thing_are_said(raster):
    text = hint(raster(2.0), CARD, ["buildings", "white cars on the road"], None)
    assert "white cars on the road" in text and "0.5 m" in text
    assert "cars" in hint(raster(0.3), CARD, ["cars"], 3.0)
    assert hint(raster(0.5), CARD, ["buildings"], None) == ""


def test_pixels_that_the_model_does_not_know_are_said(raster):
    assert "coarser" in hint(raster(10.0), CARD, ["lakes"], None)


def test_phrases_in_another_language_are_said(raster):
    assert "Gebäude" in hint(raster(0.3), CARD, ["Gebäude"], None)
    assert "房屋" in hint(raster(0.3), CARD, ["cars", "房屋"], None)


def test_without_pixels_of_its_own_nothing_is_said(online, raster):
    assert pixel_m(online) is None and hint(online, CARD, ["cars"], None) == ""
    assert pixel_m(raster(10.0, epsg=None)) is None


def test_where_nothing_was_found_the_reason_decides_what_to_try():
    assert "Lower the threshold" in nothing_found("cars", 0.3, 0.5)
    assert "smallest area" in nothing_found("cars", 0.52, 0.5)
    assert "Word it differently" in nothing_found("cars", 0.01, 0.5)


def test_a_lower_threshold_is_offered_where_it_brings_something():
    assert lower_threshold(float("nan")) is None and lower_threshold(0.01) is None and lower_threshold(0.06) == 0.04
