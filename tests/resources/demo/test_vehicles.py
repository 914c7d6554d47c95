import numpy as np
import pytest

from resources.demo import vehicles
from resources.demo.canvas import Canvas

SPOT = (20.0, 20.0, 0.7)


def area_m2(canvas, number):
    return (canvas.things == number).sum() * canvas.pixel_m**2


@pytest.fixture
def canvas():
    return Canvas(np.random.default_rng(5), 60.0, 0.1)


@pytest.mark.parametrize(
    ("park", "least_m2", "most_m2"),
    [(vehicles.park_car, 6, 11), (vehicles.park_truck, 14, 40), (vehicles.park_bus, 26, 33)],
)
def test_vehicles_have_their_size_and_words(canvas, park, least_m2, most_m2):
    number = park(canvas, SPOT, ("parked",))
    assert least_m2 < area_m2(canvas, number) < most_m2
    assert "parked" in canvas.objects[number - 1].attributes


@pytest.mark.parametrize("moored", [True, False])
def test_boats(canvas, moored):
    number = vehicles.moor_boat(canvas, SPOT, 10.0, moored)
    assert 15 < area_m2(canvas, number) < 40
    assert ("moored" in canvas.objects[number - 1].attributes) == moored


@pytest.mark.parametrize("length_m", [10.0, 35.0])
def test_planes(canvas, length_m):
    number = vehicles.park_plane(canvas, (30.0, 30.0, 0.7), length_m)
    assert 0.1 * length_m**2 < area_m2(canvas, number) < 0.5 * length_m**2


def test_a_car_off_the_canvas_is_not_painted(canvas):
    vehicles.park_car(canvas, (-30.0, 5.0, 0.0), ())
    assert not canvas.things.any()
