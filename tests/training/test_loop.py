import math
from itertools import islice

import pytest
import torch

from rrsis_core.errors import TrainingFailed
from rrsis_core.models.lgce_tiny import lgce_tiny
from rrsis_core.training import loop
from rrsis_core.training.batches import Batches
from rrsis_core.training.config import TrainConfig
from rrsis_core.training.loop import make_optimiser, prepare, train
from rrsis_core.training.sampling import Sampler
from tests.training.scenery import ToyBank, make_model, make_scene


def run(tmp_path, steps, stage="phrases", **more):
    config = TrainConfig(name="x", stage=stage, sides=(64,), crops=(2,), steps=steps, save_every=2, warmup=1, **more)
    batches = Batches(config, Sampler([make_scene()], {"scenes": 1.0}), ToyBank())
    seen = []
    average, _ = train(make_model(), config, batches, tmp_path / "x.pt", lambda step, values: seen.append(values))
    return average, seen


def test_a_stopped_run_goes_on_exactly(tmp_path):
    torch.set_num_threads(1)
    (tmp_path / "a").mkdir()
    run(tmp_path / "a", 2, decay_from=1.0)
    resumed, _ = run(tmp_path / "a", 4, decay_from=1.0)
    (tmp_path / "b").mkdir()
    whole, _ = run(tmp_path / "b", 4, decay_from=1.0)
    assert all(torch.allclose(resumed[key], whole[key], atol=1e-6) for key in whole)


def test_the_text_side_stays_and_the_rest_moves(tmp_path):
    before = make_model().state_dict()
    average, seen = run(tmp_path, 3)
    moved = {key for key in before if not torch.equal(before[key], average[key])}
    assert any(key.startswith("steering.") for key in moved) and any("backbone" in key for key in moved)
    assert not any(key.startswith("text.") for key in moved)
    assert seen and all(math.isfinite(value) for value in seen[0].values())


def test_a_dense_run_leaves_the_steering_alone(tmp_path):
    before = make_model().state_dict()
    average, _ = run(tmp_path, 2, "dense")
    assert all(torch.equal(before[key], average[key]) for key in before if key.startswith("steering."))


def test_a_words_run_leaves_the_image_side_alone_with_its_statistics(tmp_path):
    before = make_model().state_dict()
    average, _ = run(tmp_path, 2, "words", batchnorm_momentum=0.0)
    moved = {key.split(".")[0] for key in before if not torch.equal(before[key], average[key])}
    assert moved == {"steering", "phrase"}


def test_a_run_whose_watch_ends_leaves_a_checkpoint_and_goes_on_exactly(tmp_path):
    torch.set_num_threads(1)
    config = TrainConfig(name="x", stage="words", sides=(64,), crops=(2,), steps=5, save_every=100, warmup=1)
    batches = Batches(config, Sampler([make_scene()], {"scenes": 1.0}), ToyBank())

    def go(path, watch=iter):
        return train(make_model(), config, batches, path, lambda step, values: None, watch=watch)

    _, steps = go(tmp_path / "x.pt", lambda items: islice(items, 2))
    assert 1 <= steps <= 2 and (tmp_path / "x.pt").is_file()
    resumed, steps = go(tmp_path / "x.pt")
    whole, _ = go(tmp_path / "y.pt")
    assert steps == 5 and all(torch.allclose(resumed[key], whole[key], atol=1e-6) for key in whole)


def test_every_part_that_learns_has_one_rate():
    model = make_model()
    config = TrainConfig(name="x", stage="phrases")
    prepare(model, config)
    grouped = [id(p) for group in make_optimiser(model, config).param_groups for p in group["params"]]
    assert sorted(grouped) == sorted(id(p) for p in model.parameters() if p.requires_grad)


def test_blocks_are_left_out_while_it_learns_and_no_weight_is_added():
    model = lgce_tiny()
    names = set(model.state_dict())
    prepare(model, TrainConfig(name="x", drop_path=0.5))
    for module in model.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            torch.nn.init.ones_(module.weight)  # timm begins with blocks that add nothing
    image = torch.randn(2, 3, 64, 64, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        first, second = (model.pyramid.backbone(image)[2] for _ in range(2))
        model.eval()
        third, fourth = (model.pyramid.backbone(image)[2] for _ in range(2))
    assert set(model.state_dict()) == names
    assert not torch.equal(first, second) and torch.equal(third, fourth)


def test_a_loss_that_is_not_finite_ends_the_run(tmp_path, monkeypatch):
    monkeypatch.setattr(loop, "losses", lambda model, batch: {"cross": torch.tensor(math.nan)})
    with pytest.raises(TrainingFailed, match=r"x-broken-step1\.pt"):
        run(tmp_path, 4, max_nan=1)
    kept = torch.load(tmp_path / "x-broken-step1.pt", weights_only=True)
    assert kept["dense"]["image"].shape == (2, 3, 64, 64) and kept["words"]["states"].shape[0] == len(kept["truth"])


def test_a_gradient_that_is_not_finite_leaves_the_weights(tmp_path, monkeypatch):
    def root(model, batch):
        weight = next(each for each in model.parameters() if each.requires_grad)
        return {"cross": (weight.sum() * 0).sqrt()}  # finite, its slope is not

    monkeypatch.setattr(loop, "losses", root)
    with pytest.raises(TrainingFailed):
        run(tmp_path, 4, max_nan=1)
    model = make_model()
    prepare(model, config := TrainConfig(name="x", stage="phrases"))
    before = {key: value.clone() for key, value in model.named_parameters()}
    values = loop.step_once(model, None, make_optimiser(model, config), 1.0, "phrases")
    assert math.isnan(values["loss"])
    assert all(torch.equal(value, before[key]) for key, value in model.named_parameters())
