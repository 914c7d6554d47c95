import numpy as np

from resources.demo.buildings import ROOFS
from resources.demo.style import REGIONS, WEIGHTS, draw_style


def test_same_state_same_style():
    assert draw_style(np.random.default_rng(4)) == draw_style(np.random.default_rng(4))


def test_every_region_is_drawn_and_roofed():
    assert len(REGIONS) == len(WEIGHTS)
    assert {draw_style(np.random.default_rng(seed)).region.name for seed in range(200)} == {one.name for one in REGIONS}
    assert all(set(region.roofs) <= set(ROOFS) for region in REGIONS)
