import numpy as np

from rrsis_core.training.augment import (
    View,
    cut,
    cut_bits,
    random_light,
    random_scale,
    recoloured,
    turn_array,
    turn_rectangle,
)


def test_a_view_inside_shows_the_pixels():
    plane = np.arange(64, dtype=np.uint8).reshape(8, 8)
    assert (cut(plane, View(2, 3, 4, 4, 4, 0), smooth=False) == plane[2:6, 3:7]).all()


def test_outside_is_unknown_for_labels_and_mirrored_for_pictures():
    plane = np.full((4, 4), 7, np.uint8)
    view = View(-2, -2, 8, 8, 8, 0)
    assert cut(plane, view, smooth=False).sum() == 7 * 16
    assert (cut(plane, view, smooth=True) == 7).all()


def test_bits_survive_a_view_at_another_size():
    bits = np.zeros((8, 8), np.uint32)
    bits[:4] = 1 << 28
    found = cut_bits(bits, View(0, 0, 8, 8, 16, 0))
    assert (found[:8] == 1 << 28).all() and (found[8:] == 0).all()


def test_a_rectangle_turns_as_the_picture_does():
    for turn in range(8):
        plane = np.zeros((20, 20), np.uint8)
        plane[2:6, 10:14] = 1
        rows, cols = np.nonzero(turn_array(plane, turn))
        expected = (rows.min() / 20, cols.min() / 20, (rows.max() + 1) / 20, (cols.max() + 1) / 20)
        assert np.allclose(turn_rectangle((0.1, 0.5, 0.3, 0.7), turn), expected)


def test_light_keeps_shape_and_type_and_scale_its_range():
    rng = np.random.default_rng(0)
    rgb = rng.integers(0, 255, (32, 32, 3)).astype(np.uint8)
    for _ in range(20):
        lit = random_light(rgb, rng, keep_colour=True)
        assert lit.shape == rgb.shape and lit.dtype == np.uint8
        assert 0.09 <= 0.3 / random_scale(rng, 0.3) <= 1.2


def test_recolouring_moves_towards_the_other_image_and_not_past_it():
    rng = np.random.default_rng(0)
    dark, bright = rng.integers(20, 60, (16, 16, 3)).astype(np.uint8), np.full((16, 16, 3), 200, np.uint8)
    means = [recoloured(dark, bright, np.random.default_rng(seed)).mean() for seed in range(20)]
    assert dark.mean() + 10 < min(means) and max(means) < 200 and np.ptp(means) > 20
    assert abs(recoloured(dark, dark, rng).astype(int) - dark).max() <= 6  # to another colour space and back
