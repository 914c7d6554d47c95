import numpy as np

from rrsis_core.training.corpus import Drawn, Scene, fill
from rrsis_core.training.relations import SIDES, between, on_or_beside, to_side


def box(name, left, top, right, bottom):
    ring = np.asarray([[left, top], [right, top], [right, bottom], [left, bottom]], np.int32)
    return Drawn(name, (), [[ring]], (right - left) * (bottom - top))


def scene_of(*objects, gsd_m=1.0):
    rgb = np.zeros((100, 100, 3), np.uint8)
    plane = np.zeros((100, 100), np.uint32)
    return Scene("toy.jpg", "scenes", rgb, gsd_m, plane, plane.copy(), list(objects))


def test_on_beside_in_doubt_and_far():
    scene = scene_of(
        box("road", 0, 40, 100, 60),
        box("car", 10, 45, 14, 49),  # on it
        box("car", 30, 34, 34, 38),  # two metres away
        box("car", 50, 31, 54, 35),  # five metres
        box("car", 70, 10, 74, 14),  # far
    )
    on, beside = on_or_beside(scene, [1, 2, 3, 4], [0])
    assert on.meant == (1,) and not on.unsure
    assert beside.meant == (2,) and set(beside.unsure) == {1, 3}  # what stands on the road is also next to it, to some


def test_what_has_the_ground_all_around_it_stands_on_it_though_the_ground_was_cut_out():
    scene = scene_of(box("grass", 10, 10, 60, 60), box("trees", 30, 30, 40, 40))
    scene.objects[0].polygons[0].append(scene.objects[1].polygons[0][0])  # a hole where the tree is
    assert not fill(scene.rgb.shape, [scene.objects[0]])[35, 35]
    assert on_or_beside(scene, [1], [0])[0].meant == (1,)


def test_between_needs_both_sides_and_not_too_far():
    scene = scene_of(
        box("building", 0, 0, 10, 20),
        box("building", 30, 0, 40, 20),
        box("car", 18, 8, 22, 12),  # between
        box("car", 50, 8, 54, 12),  # outside
        box("car", 18, 80, 22, 84),  # below
    )
    assert between(scene, [2, 3, 4], [0, 1], [0, 1]).meant == (2,)
    assert between(scene, [2, 3, 4], [0], [0]).meant == ()
    wide = scene_of(*scene.objects, gsd_m=4.0)  # 32 m to each side: some would say so
    assert between(wide, [2], [0], [1]).unsure == (2,)


def test_a_side_is_a_cone_and_ends_somewhere():
    scene = scene_of(
        box("building", 40, 40, 60, 60),
        box("car", 20, 48, 24, 52),  # left of it
        box("car", 48, 20, 52, 24),  # above
        box("car", 30, 30, 34, 34),  # neither, or both
        box("car", 0, 48, 4, 52),  # left, but 36 m away
    )
    cars = [1, 2, 3, 4]
    left, above = (to_side(scene, cars, 0, SIDES[side]) for side in ("left of", "above"))
    assert left.meant == (1,) and set(left.unsure) == {3, 4}
    assert above.meant == (2,) and above.unsure == (3,)
    assert not to_side(scene, cars, 0, SIDES["right of"]).meant and not to_side(scene, cars, 0, SIDES["below"]).meant
