import numpy as np

from rrsis_core.training.sampling import Sampler
from tests.training.scenery import make_scene


def test_shares_are_kept_whatever_the_counts():
    scenes = [make_scene(i, source="scenes") for i in range(8)] + [make_scene(9, source="merced-x")]
    sampler = Sampler(scenes, {"scenes": 0.5, "merced": 0.5})
    rng = np.random.default_rng(0)
    drawn = [sampler.scenes[sampler.draw(rng)].source for _ in range(400)]
    assert 150 < drawn.count("merced-x") < 250


def test_views_stay_near_the_image_and_know_their_resolution():
    sampler = Sampler([make_scene()], {"scenes": 1.0})
    rng = np.random.default_rng(0)
    for _ in range(50):
        view, gsd_m = sampler.view(0, 64, rng)
        assert view.height == view.width and view.side == 64 and 0 <= view.turn < 8
        assert abs(gsd_m - 0.3 * view.height / 64) < 1e-9 and view.height <= 64 / 0.8
        assert view.row + view.height > 0 and view.row < 64
