import numpy as np
import pytest

from resources.demo.buildings import ROOFS, build
from resources.demo.canvas import Canvas
from resources.demo.style import draw_style


@pytest.mark.parametrize("kind", sorted(ROOFS))
def test_every_roof_is_built(kind):
    canvas = Canvas(np.random.default_rng(3), 40.0, 0.25)
    number = build(canvas, draw_style(np.random.default_rng(3)), (20.0, 20.0, 0.4), (14.0, 9.0), kind)
    inside = canvas.things == number
    assert 0.55 * 126 < inside.sum() * 0.25**2 < 1.05 * 126
    assert canvas.height[inside].min() > 2
    words = canvas.objects[number - 1].attributes
    assert f"{ROOFS[kind].word} roof" in words and f"{ROOFS[kind].material} roof" in words


def test_a_building_off_the_canvas_is_registered_but_not_painted():
    canvas = Canvas(np.random.default_rng(3), 40.0, 0.25)
    build(canvas, draw_style(np.random.default_rng(3)), (200.0, 20.0, 0.4), (14.0, 9.0), "tile_red")
    assert not canvas.things.any()
