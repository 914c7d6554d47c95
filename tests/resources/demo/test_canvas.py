import numpy as np
import pytest

from resources.demo.canvas import Canvas, rectangle


@pytest.fixture
def canvas():
    return Canvas(np.random.default_rng(0), 20.0, 0.25)


def test_frame_measures_along_and_across(canvas):
    patch = canvas.frame(10, 10, np.pi / 2, 4, 1)
    inside = (np.abs(patch.u) < 4) & (np.abs(patch.v) < 1)
    rows, cols = np.nonzero(inside)
    assert np.ptp(rows) > np.ptp(cols)
    assert inside.sum() * 0.25**2 == pytest.approx(16, rel=0.05)


def test_frame_off_the_canvas_is_none(canvas):
    assert canvas.frame(-50, 10, 0, 4, 1) is None


def test_put_sets_colour_height_and_number(canvas):
    number = canvas.add("car", ("red",), 5, 5)
    patch = canvas.frame(5, 5, 0, 2, 1)
    canvas.put(patch, (np.abs(patch.u) < 2) & (np.abs(patch.v) < 1), (1, 0, 0), 1.5, number)
    assert (canvas.things == number).sum() * 0.25**2 == pytest.approx(8, rel=0.05)
    assert canvas.height.max() == 1.5
    assert canvas.albedo[20, 20].tolist() == [1, 0, 0]


def test_line_and_polygon_cover_their_area(canvas):
    line = canvas.line(np.array([[2.0, 10.0], [18.0, 10.0]]), 2.0)
    assert line.sum() * 0.25**2 == pytest.approx(16 * 2 + np.pi, rel=0.15)
    corners = rectangle(10, 10, 0.3, 4, 2)
    assert canvas.polygon(corners).sum() * 0.25**2 == pytest.approx(32, rel=0.1)


def test_reserved_ground_is_not_free(canvas):
    assert canvas.is_free(10, 10, 0.5, 3, 2)
    canvas.reserve(10, 10, 0.5, 3, 2)
    assert not canvas.is_free(11, 10, 0, 3, 2)
    assert canvas.is_free(18, 3, 0, 1, 1)


def test_free_of_things(canvas):
    canvas.things[40, 40] = 1
    assert not canvas.is_free_of_things(10, 10, 1)
    assert canvas.is_free_of_things(4, 4, 1)
