import numpy as np
import pytest

from resources.demo import CLASSES, generate_scene
from resources.demo.scene import shrink


@pytest.fixture(scope="module")
def scene():
    return generate_scene(3, size_px=256)


def test_same_seed_same_scene(scene):
    again = generate_scene(3, size_px=256)
    assert np.array_equal(again.rgb, scene.rgb)
    assert again.phrases == scene.phrases


def test_another_seed_is_another_scene(scene):
    assert not np.array_equal(generate_scene(4, size_px=256).rgb, scene.rgb)


def test_picture_is_varied_and_not_clipped(scene):
    assert scene.rgb.shape == (256, 256, 3) and scene.rgb.dtype == np.uint8
    assert scene.rgb.std() > 15
    assert (scene.rgb == 255).mean() < 0.1


def test_figures_of_objects_follow_their_masks(scene):
    for index, item in enumerate(scene.objects):
        assert item.class_name in CLASSES
        rows, cols = np.nonzero(scene.mask([index]))
        assert len(rows) == item.area_px > 0
        assert (rows.min(), cols.min()) == item.box[:2]
        assert (np.ptp(rows) + 1, np.ptp(cols) + 1) == item.box[2:]
        assert item.centre == pytest.approx((rows.mean(), cols.mean()))


def test_objects_lie_inside_their_parents(scene):
    children = [item for item in scene.objects if item.parent >= 0]
    for item in children:
        inside = scene.planes[item.plane] == item.label
        assert (scene.mask([item.parent]) & inside).sum() >= 0.9 * inside.sum()


def test_class_masks_of_things_do_not_overlap(scene):
    taken = np.zeros(scene.rgb.shape[:2], int)
    for name in ("building", "car", "trees", "swimming pool", "truck"):
        taken += scene.class_mask(name)
    assert taken.max() == 1


def test_shrink_takes_the_majority():
    labels = np.array([[1, 1, 2, 3], [0, 1, 3, 3]], np.int32)
    assert shrink(np.vstack([labels, labels]), 2).tolist() == [[1, 3], [1, 3]]


@pytest.mark.parametrize("gsd_m", [0.1, 0.6, 1.0])
def test_other_resolutions(gsd_m):
    scene = generate_scene(5, size_px=192, gsd_m=gsd_m)
    assert scene.rgb.shape == (192, 192, 3)
    assert scene.transform[0] == gsd_m


@pytest.mark.parametrize("seed", range(20, 44))
def test_many_seeds_give_phrases(seed):
    scene = generate_scene(seed, size_px=128, gsd_m=0.5)
    assert len(scene.phrases) > 8
