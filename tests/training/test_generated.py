import numpy as np

from rrsis_core.training.classes import INDEX
from rrsis_core.training.generated import generated_scenes, write_generated


def test_a_scene_comes_back(tmp_path):
    plane = np.zeros((16, 16), np.int32)
    plane[2:6, 3:9] = 5
    thing = {"class": "car", "attributes": ["red"], "plane": "things", "label": 5, "box": [2, 3, 4, 6]}
    phrase = {"text": "the red car", "kind": "attribute", "objects": [0]}
    about = {"gsd_m": 0.3, "seed": 1001, "objects": [thing], "phrases": [phrase]}
    write_generated(tmp_path / "001001.npz", np.zeros((16, 16, 3), np.uint8), {"things": plane}, about)
    (scene,) = generated_scenes(tmp_path)
    assert scene.objects[0].area_px == 24 and scene.phrases[0].text == "the red car"
    assert (scene.truth[2:6, 3:9] & (1 << INDEX["car"])).all() and (scene.truth & (1 << INDEX["vehicle"])).any()
    assert not (scene.known & (1 << INDEX["trailer"])).any()
