import numpy as np
import pytest

from resources.demo.noise import fractal, make_fields, smooth


@pytest.mark.parametrize("scale_px", [1, 3.5, 20, 400])
def test_smooth_has_its_shape_and_no_wild_values(scale_px):
    field = smooth(np.random.default_rng(0), (60, 80), scale_px)
    assert field.shape == (60, 80) and field.dtype == np.float32
    assert np.abs(field).max() < 8


def test_fractal_has_unit_deviation():
    assert fractal(np.random.default_rng(0), (300, 300), 12).std() == pytest.approx(1, abs=0.35)


def test_larger_scale_is_smoother():
    rng = np.random.default_rng(0)
    rough, even = (np.abs(np.diff(smooth(rng, (200, 200), scale), axis=0)).mean() for scale in (2, 30))
    assert rough > 5 * even


def test_fields_share_a_shape():
    fields = make_fields(np.random.default_rng(0), (50, 50), 0.2)
    assert {plane.shape for plane in (fields.grain, fields.mottle, fields.patch, fields.broad)} == {(50, 50)}
