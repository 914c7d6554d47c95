import numpy as np
import pytest

from resources.demo.canvas import Canvas
from resources.demo.plants import draw_kind, grow_crowns, plant
from resources.demo.style import draw_style


@pytest.mark.parametrize("kind", ["round", "conifer", "palm", "bare"])
def test_every_kind_grows(kind):
    rng = np.random.default_rng(2)
    style = draw_style(rng)
    crowns = grow_crowns(rng, style)
    canvas = Canvas(rng, 30.0, 0.2)
    number = plant(canvas, style, crowns, 15.0, 15.0, 8.0, kind)
    inside = canvas.things == number
    assert 8 < inside.sum() * 0.2**2 < 64
    assert 2 < canvas.height[inside].max() < 16
    assert canvas.objects[number - 1].class_name == "trees"
    assert plant(canvas, style, crowns, 3.0, 3.0, 1.5, kind) == number + 1
    assert canvas.objects[number].class_name == "shrubs"


def test_draw_kind_knows_four():
    style = draw_style(np.random.default_rng(2))
    rng = np.random.default_rng(0)
    assert {draw_kind(rng, style) for _ in range(50)} <= {"round", "conifer", "palm", "bare"}
