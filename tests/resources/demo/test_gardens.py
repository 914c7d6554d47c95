import numpy as np

from resources.demo.canvas import Canvas
from resources.demo.gardens import Lot, furnish_lot, lay_lot_ground
from resources.demo.ground import lay_base
from resources.demo.style import draw_style

LOT = Lot(30.0, 30.0, 0.4, 12.0, 9.0, 6.0, 3.0, 12.0, 1)


def test_lot_places_are_turned_with_the_house():
    assert np.allclose(LOT.at(0, 0), (30, 30))
    assert np.allclose(LOT.at(5, 0), (30 + 5 * np.cos(0.4), 30 + 5 * np.sin(0.4)))


def test_a_lot_owns_its_ground_once():
    style = draw_style(np.random.default_rng(8))
    canvas = Canvas(np.random.default_rng(8), 60.0, 0.5)
    lay_base(canvas, style)
    lay_lot_ground(canvas, style, LOT)
    assert 0.9 < canvas.owned.sum() * 0.25 / (18 * 27) < 1.1


def test_some_lot_gets_a_drive_or_a_shed():
    found = set()
    for seed in range(12):
        style = draw_style(np.random.default_rng(seed))
        canvas = Canvas(np.random.default_rng(seed), 60.0, 0.5)
        lay_base(canvas, style)
        furnish_lot(canvas, style, LOT)
        found |= {placed.class_name for placed in canvas.objects}
    assert "building" in found
