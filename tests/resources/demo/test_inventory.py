import numpy as np
import pytest

from resources.demo.inventory import SceneObject, take_stock


def test_take_stock_sorts_and_measures():
    plane = np.zeros((10, 20), np.int32)
    plane[0:2, 4:8] = 1
    plane[5:7, 10:12] = 2
    objects = (
        SceneObject("car", ("red",), "things", 1, 8, (0, 4, 2, 4), (0.5, 5.5)),
        SceneObject("trees", (), "things", 2, 4, (5, 10, 2, 2), (5.5, 10.5)),
    )
    inventory = take_stock(objects, {"things": plane}, 0.5)
    assert inventory.of == {"car": [0], "trees": [1]}
    assert inventory.area_m2(0) == pytest.approx(2.0)
    assert inventory.place(1) == pytest.approx((0.55, 0.525))
    assert inventory.is_cut(0) and not inventory.is_cut(1)
