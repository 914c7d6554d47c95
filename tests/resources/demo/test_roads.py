import numpy as np
import pytest

from resources.demo.canvas import Canvas
from resources.demo.ground import NUMBER
from resources.demo.roads import Road, _ashore, lay_roads, normals, plan_roads
from resources.demo.style import draw_style


def straight(width_m=8.0, dirt=False, sidewalk_m=2.0):
    along = np.arange(-10.0, 70.0, 2.0)
    return Road(np.stack([along, np.full_like(along, 30.0)], axis=1), width_m, dirt, sidewalk_m, marked=True)


@pytest.fixture
def canvas():
    return Canvas(np.random.default_rng(1), 60.0, 0.25)


def test_normals_point_to_the_right():
    assert normals(straight().points)[5] == pytest.approx((0, 1))
    assert straight().offset(2.0)[0, 1] == pytest.approx(32.0)


def test_a_road_is_as_wide_as_it_says(canvas):
    lay_roads(canvas, draw_style(np.random.default_rng(1)), [straight()])
    column = canvas.ground[:, 120]
    assert (column == NUMBER["asphalt"]).sum() * 0.25 == pytest.approx(8, abs=0.6)
    assert (column == NUMBER["pavement"]).sum() * 0.25 == pytest.approx(4, abs=0.6)
    assert not canvas.is_free(30, 30, 0, 1, 1)


def test_a_road_over_water_is_a_bridge_and_the_sea_stops_it(canvas):
    canvas.ground[:, 100:140] = NUMBER["water"]
    canvas.sea[:, 200:] = True
    lay_roads(canvas, draw_style(np.random.default_rng(1)), [straight()])
    assert canvas.ground[120, 120] == NUMBER["bridge"]
    assert canvas.height[120, 120] == 3.0
    assert canvas.ground[120, 220] != NUMBER["asphalt"]


def test_no_bridge_stops_half_way(canvas):
    canvas.ground[:, 100:140] = NUMBER["water"]
    points = straight().points
    assert len(_ashore(canvas, points)) == len(points)
    stopped = _ashore(canvas, points[points[:, 0] < 30])
    assert stopped[:, 0].max() < 25


def test_plans_are_never_empty():
    for seed in range(30):
        rng = np.random.default_rng(seed)
        roads = plan_roads(Canvas(rng, 80.0, 1.0), draw_style(rng))
        assert all(len(road.points) >= 2 for road in roads)
