import numpy as np
import pytest

from resources.demo.canvas import Canvas
from resources.demo.layout import lay_out
from resources.demo.style import REGIONS, draw_style


@pytest.mark.parametrize("region", REGIONS, ids=lambda region: region.name)
def test_every_region_is_laid_out(region):
    rng = np.random.default_rng(9)
    style = draw_style(rng)
    style = type(style)(**{**vars(style), "region": region})
    canvas = Canvas(rng, 80.0, 0.5)
    lay_out(canvas, style)
    assert np.isfinite(canvas.albedo).all()
    assert canvas.things.max() <= len(canvas.objects)
    assert len(canvas.objects) > 5
    assert canvas.height.min() >= -1
    assert canvas.height.max() < 60
