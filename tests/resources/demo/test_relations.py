import numpy as np

from resources.demo.inventory import SceneObject, take_stock
from resources.demo.relations import find


def thing(class_name, label, row, col, side, plane, attributes=()):
    plane[row : row + side, col : col + side] = label
    centre = (row + (side - 1) / 2, col + (side - 1) / 2)
    return SceneObject(class_name, attributes, "things", label, side * side, (row, col, side, side), centre)


def test_on_and_near():
    things, ground = np.zeros((60, 60), np.int32), np.zeros((60, 60), np.int32)
    ground[40:50] = 1
    objects = (
        thing("car", 1, 42, 10, 4, things, ("red",)),
        thing("car", 2, 5, 5, 4, things, ("white",)),
        thing("building", 3, 5, 30, 8, things),
        thing("building", 4, 25, 50, 8, things),
        thing("swimming pool", 5, 5, 20, 5, things),
        SceneObject("road", ("paved",), "road", 1, 600, (40, 0, 10, 60), (44.5, 29.5)),
    )
    found = list(find(take_stock(objects, {"things": things, "road": ground}, 1.0)))
    meant = {(one.target, one.word, one.anchor, one.forms[0]): one.objects for one in found}
    assert meant["car", "", "road", "on"] == (0,)
    assert meant["car", "white", "road", "on"] == ()
    assert meant["building", "", "swimming pool", "next to"] == (2,)
    assert meant["building", "", "swimming pool", "nearest to"] == (2,)


def test_doubtful_distance_is_not_said():
    things = np.zeros((60, 60), np.int32)
    objects = (
        thing("building", 1, 5, 5, 8, things),
        thing("building", 2, 5, 40, 8, things),
        thing("swimming pool", 3, 5, 23, 4, things),
    )
    found = list(find(take_stock(objects, {"things": things}, 1.0)))
    assert not [one for one in found if one.target == "building" and one.forms[0] == "next to"]
