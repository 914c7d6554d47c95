import numpy as np
import pytest

from resources.demo import facilities
from resources.demo.canvas import Canvas
from resources.demo.ground import NUMBER, lay_base
from resources.demo.style import draw_style


@pytest.fixture
def style():
    return draw_style(np.random.default_rng(6))


@pytest.fixture
def canvas(style):
    canvas = Canvas(np.random.default_rng(6), 120.0, 0.4)
    lay_base(canvas, style)
    return canvas


def area_m2(canvas, number):
    return (canvas.things == number).sum() * canvas.pixel_m**2


def test_pool_court_diamond_and_tank_have_their_size(canvas):
    assert 20 < area_m2(canvas, facilities.dig_pool(canvas, 20, 20, 0.3, 9.0)) < 60
    assert area_m2(canvas, facilities.lay_court(canvas, 60, 60, 0.3, "tennis court")) == pytest.approx(588, rel=0.05)
    assert area_m2(canvas, facilities.raise_tank(canvas, 95, 20, 10.0)) == pytest.approx(314, rel=0.05)
    assert 300 < area_m2(canvas, facilities.lay_diamond(canvas, 60, 60, 0.3)) < 900


def test_a_lot_holds_cars(canvas, style):
    facilities.lay_lot(canvas, style, 60, 60, 0.2, (30.0, 14.0))
    assert np.isin(canvas.ground, (NUMBER["lot"], NUMBER["gravel lot"])).sum() * 0.4**2 == pytest.approx(1680, rel=0.05)
    assert {placed.class_name for placed in canvas.objects} == {"car"}


def test_marina_airfield_and_railway(canvas, style):
    facilities.lay_marina(canvas, style, 0.0, 0.0)
    assert (canvas.ground == NUMBER["water"]).mean() > 0.3
    assert "ship" in {placed.class_name for placed in canvas.objects}
    facilities.lay_airfield(canvas, style)
    assert (canvas.ground == NUMBER["runway"]).any()
    facilities.lay_railway(canvas, np.stack([np.arange(0, 120, 3.0), np.full(40, 30.0)], axis=1))
    assert (canvas.ground == NUMBER["railway"]).any()
