import torch

from tests.training.scenery import ToyBank, make_model, make_scene
from train.bundle import calibrated, hash_of


def test_the_calibration_stays_in_the_model():
    model = make_model()
    chosen, scores = calibrated(model, ToyBank(), [make_scene()])
    assert torch.allclose(model.calibration[0], torch.tensor(chosen.scale))
    assert scores["after"]["goal"] >= scores["before"]["goal"]


def test_the_hash_follows_pixels_classes_and_phrases():
    seen = {hash_of([make_scene(0), make_scene(1)])}
    assert hash_of([make_scene(1), make_scene(0)]) in seen
    for change in range(3):
        first = make_scene(0)
        if change == 0:
            first.rgb[3, 4, 1] ^= 1
        elif change == 1:
            first.truth[5, 5] ^= 1
        else:
            first.phrases[0].text = "the blue car"
        seen.add(hash_of([first, make_scene(1)]))
    assert len(seen) == 4
