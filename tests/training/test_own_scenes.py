"""One's own samples become scenes on the model's grid, with what the model knew of them."""

import json
import warnings

import numpy as np
import pytest
import torch

from rrsis_core.catalog import CATALOG
from rrsis_core.datasets.own import open_own
from rrsis_core.errors import SampleSkipped
from rrsis_core.training import own_scenes
from rrsis_core.training.classes import CLASSES
from rrsis_core.training.own_scenes import ModelBank, read_scenes, remember, taught_classes
from rrsis_core.training.sampling import ObjectSampler
from tests.own_data import PHRASE, write_own
from tests.training.scenery import make_model

CARD = CATALOG["lgce-tiny"]


@pytest.fixture
def samples(tmp_path):
    return open_own(write_own(tmp_path)).samples


def test_a_mask_lies_on_the_pixels_that_the_model_sees(samples):
    (scene,) = read_scenes([samples[:1]], CARD)
    (drawn,) = scene.objects
    row, col, patch = drawn.patch
    bright = scene.rgb[..., 0] > 200
    mask = np.zeros_like(bright)
    mask[row : row + patch.shape[0], col : col + patch.shape[1]] = patch
    assert (mask & bright).sum() / (mask | bright).sum() > 0.9
    assert scene.phrases[0].text == PHRASE and scene.phrases[0].objects == (0,) and scene.gsd_m == pytest.approx(0.2)


def test_coarser_images_are_laid_on_the_models_grid_with_their_masks(tmp_path):
    folder = write_own(tmp_path, count=1, val=0)
    line = {**json.loads((folder / "phrases.jsonl").read_text()), "gsd_m": 0.6}
    (folder / "phrases.jsonl").write_text(json.dumps(line))
    (scene,) = read_scenes([open_own(folder).samples], CARD)
    assert scene.truth.shape == (288, 288)
    row, col, patch = scene.objects[0].patch
    inside = scene.rgb[row : row + patch.shape[0], col : col + patch.shape[1]][patch > 0]
    assert (inside[:, 0] > 180).mean() > 0.9


def test_what_cannot_be_read_is_left_out_with_a_warning(samples, monkeypatch):
    samples[0].image.write_bytes(b"nothing")
    monkeypatch.setattr(own_scenes, "MOST_PX", 144 * 144 + 10)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        scenes = list(read_scenes([[sample] for sample in samples[:3]], CARD))
    assert [scene is not None for scene in scenes] == [False, True, False]
    assert sum(isinstance(each.message, SampleSkipped) for each in caught) == 2


def test_large_images_are_refused_with_the_remedy(samples, monkeypatch):
    monkeypatch.setattr(own_scenes, "LARGEST_PX", 90**2)
    with pytest.warns(SampleSkipped, match="cut it into tiles"):
        assert list(read_scenes([samples[:1]], CARD)) == [None]


def test_what_the_model_is_sure_of_is_known_and_what_is_taught_is_not(samples):
    (scene,) = read_scenes([samples[:1]], CARD)
    model = make_model().eval()
    model.calibration.copy_(torch.tensor([50.0, -5.0, 1.0, 10.0]))  # a model that is sure of everything
    remember(model, ModelBank(model, CARD), scene, frozenset({"car"}))
    bit = np.uint32(1 << CLASSES.index("car"))
    assert not (scene.known & bit).any() and not (scene.truth & ~scene.known).any()
    assert (scene.known != 0).mean() > 0.5


def test_a_class_is_taught_where_a_phrase_names_nothing_else():
    assert taught_classes(["Buildings", "the red cars", "helipads"]) == {"building"}


def test_every_scene_is_drawn_as_often_and_looked_at_where_something_is(samples):
    scenes = list(read_scenes([[sample] for sample in samples[:5]], CARD))
    sampler = ObjectSampler(scenes)
    rng = np.random.default_rng(0)
    assert set(sampler.weights) == {0.2} and len(sampler.present[4]) == 0  # the fifth shows no disc
    row, col = sampler.focus(0, rng)
    assert scenes[0].rgb[row, col, 0] > 200
    assert sampler.view(4, 64, rng)[0].side == 64
