import numpy as np
import pytest

from resources.demo.light import cast_shadow, expose, slope_light
from resources.demo.style import Sensor, Sun

SUN = Sun(azimuth=np.pi, elevation=np.pi / 4, sky=0.3)  # light from the left, shadow to the right


def test_a_wall_casts_a_shadow_as_long_as_it_is_tall():
    height = np.zeros((100, 200), np.float32)
    height[:, 50:60] = 10.0
    light = cast_shadow(height, 0.5, SUN)
    row = light[50]
    assert row[40] == pytest.approx(1, abs=0.05)
    assert row[62:76].max() < 0.2
    assert row[90:].min() > 0.9
    assert row[55] > 0.8


def test_a_slope_to_the_sun_is_brighter():
    ramp = np.tile(np.arange(100, dtype=np.float32) * 0.2, (100, 1))
    assert slope_light(ramp, 1.0, SUN)[50, 50] > 1 > slope_light(ramp[:, ::-1].copy(), 1.0, SUN)[50, 50]
    assert slope_light(np.zeros((9, 9), np.float32), 1.0, SUN) == pytest.approx(1)


def test_expose_gives_a_picture_of_half_the_side():
    sensor = Sensor(0.5, 0.1, 1.0, (1, 1, 1), 1.0, 1.0, 1.0, 0.01, 0.3, 85)
    picture = expose(np.full((64, 64, 3), 0.2, np.float32), 2, sensor, np.random.default_rng(0))
    assert picture.shape == (32, 32, 3) and picture.dtype == np.uint8
    assert 80 < picture.mean() < 180
