import torch

from tests.training.scenery import ToyBank, make_model, make_scene
from train.bundle import calibrated, worth_keeping


def test_words_of_the_data_and_of_the_field_are_kept():
    texts = worth_keeping([make_scene()])
    assert {"the red car", "parked", "roundabout", "swimming pools"} <= set(texts)


def test_the_calibration_stays_in_the_model():
    model = make_model()
    chosen, scores = calibrated(model, ToyBank(), [make_scene()])
    assert torch.allclose(model.calibration[0], torch.tensor(chosen.scale))
    assert scores["after"]["goal"] >= scores["before"]["goal"]
