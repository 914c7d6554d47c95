import numpy as np
import pytest

from resources.demo.canvas import Canvas
from resources.demo.ground import MATERIALS, NUMBER, dilate, distance_m, lay_base, lay_fields, lay_water
from resources.demo.scene import CLASSES
from resources.demo.style import draw_style


@pytest.fixture
def canvas():
    return Canvas(np.random.default_rng(1), 60.0, 0.5)


def test_materials_count_as_known_classes():
    assert {name for material in MATERIALS for name in material.classes} <= set(CLASSES)


def test_base_is_grass_and_soil_in_the_region_s_share(canvas):
    style = draw_style(np.random.default_rng(1))
    lay_base(canvas, style)
    assert set(np.unique(canvas.ground)) <= {NUMBER["grass"], NUMBER["soil"]}
    assert (canvas.ground == NUMBER["soil"]).mean() == pytest.approx(style.region.soil, abs=0.08)
    assert 0.1 < canvas.albedo.mean() < 0.8


def test_fields_lay_parcels(canvas):
    style = draw_style(np.random.default_rng(1))
    lay_base(canvas, style)
    lay_fields(canvas, style)
    assert len(np.unique(canvas.ground)) > 1


def test_water_lies_low_and_takes_the_ground(canvas):
    body = np.zeros(canvas.shape, bool)
    body[40:60, 40:60] = True
    lay_water(canvas, draw_style(np.random.default_rng(1)), body, np.ones(canvas.shape, np.float32), 2.0, True)
    assert (canvas.ground[body] == NUMBER["water"]).all()
    assert (canvas.ground == NUMBER["sand"]).any()
    assert not canvas.is_free(25, 25, 0, 1, 1)


def test_dilate_and_distance(canvas):
    inside = np.zeros(canvas.shape, bool)
    inside[60, 60] = True
    assert dilate(canvas, inside, 3.0).sum() == pytest.approx(np.pi * 36, rel=0.1)
    assert distance_m(canvas, ~inside)[60, 70] == pytest.approx(5.0, rel=0.05)
