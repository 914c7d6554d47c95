"""Fine-tuning makes a model of one's own that is found by name, and leaves alone what it should."""

import json
from dataclasses import replace
from itertools import islice

import numpy as np
import pytest
import rasterio
import torch
from safetensors import SafetensorError

from rrsis_core.errors import (
    Cancelled,
    DatasetInvalid,
    OutputNotWritable,
    RequestInvalid,
    RrsisWarning,
    TrainingFailed,
)
from rrsis_core.models.lgce_tiny import LgceTiny
from rrsis_core.models.weights import load_weights
from rrsis_core.own_models import FineTuneRequest, find_card, models_folder
from rrsis_core.training import finetune as module
from rrsis_core.training.finetune import CHECKPOINT, finetune
from tests.own_data import write_own
from tests.training.scenery import make_model

pytestmark = pytest.mark.filterwarnings("ignore::rrsis_core.errors.RrsisWarning")


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("RRSIS_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(module, "create_model", lambda card: make_model().eval())
    plan = module.plan

    def quick(*arguments):
        return replace(plan(*arguments), sides=(64,), crops=(2,), head_rate=5e-3, new_rate=5e-3, backbone_rate=5e-3)

    monkeypatch.setattr(module, "plan", quick)
    torch.set_num_threads(1)
    return write_own(tmp_path / "data")


def ask(home, **more):
    return FineTuneRequest(**{"data": str(home), "output": "circles", "steps": 4, **more})


def weights_of(name):
    model = LgceTiny(make_model().shape)
    card = find_card(name)
    load_weights(model, models_folder() / name / "model.safetensors", card)
    return model.state_dict()


def moved(name):
    """Return the parts of the model that are not as they were, beyond what int8 rounds away."""
    before = make_model().state_dict()
    after = weights_of(name)
    changed = set()
    for key, value in before.items():
        if value.is_floating_point() and (value - after[key]).abs().max() > 0.02 * value.abs().max() + 1e-4:
            changed.add(key.split(".")[0])
    return changed


def test_the_words_side_learns_and_the_rest_stays(home):
    stages = []
    result = finetune(ask(home), lambda items, stage: stages.append(stage) or items)
    assert stages == ["evaluate", "read", "train", "evaluate"]
    assert result.complete and result.steps == 4 and (result.images, result.phrases) == (9, 9)
    assert set(result.before) == set(result.after) and "mIoU" in result.after
    assert moved("circles") <= {"steering", "phrase"} and moved("circles")
    about = json.loads((models_folder() / "circles" / "metadata.json").read_text())
    assert about["base"] == "lgce-tiny" and about["steps"] == 4 and about["val_scores"]["after"]
    assert str(home) not in json.dumps(about)
    assert not (models_folder() / "circles" / CHECKPOINT).exists()


def test_it_learns(home, monkeypatch):
    monkeypatch.setattr(module, "NEW_SHARE", 1.0)  # a random model has nothing to keep
    result = finetune(ask(home, steps=50, everything=True))
    assert result.after["mIoU"] > result.before["mIoU"] + 0.1
    assert "pyramid" in moved("circles")


def test_a_stopped_run_goes_on_to_the_same_end(home):
    def stop(items, stage):
        return islice(items, 2) if stage == "train" else items

    whole = finetune(ask(home, output="whole", steps=4))
    stopped = finetune(ask(home, steps=4), stop)
    assert not stopped.complete and stopped.path == "" and stopped.steps in (1, 2)
    assert (models_folder() / "circles" / CHECKPOINT).is_file()
    result = finetune(ask(home, steps=4, resume=True))
    assert result.complete and whole.complete
    first, second = weights_of("whole"), weights_of("circles")
    assert all(torch.allclose(first[key], second[key], atol=1e-4) for key in first)


def write_mask(folder, row):
    mask = np.zeros((1, 96, 96), np.uint8)
    mask[:, row : row + 20, 40:60] = 255
    with rasterio.open(folder / "2_mask.png", "w", driver="PNG", width=96, height=96, count=1, dtype="uint8") as file:
        file.write(mask)


@pytest.mark.parametrize("changed", ["3.ppm", "2_mask.png"])
def test_a_stopped_run_does_not_go_on_with_other_pixels(home, changed):
    lines = [json.loads(line) for line in (home / "phrases.jsonl").read_text().splitlines()]
    del lines[2]["polygons"]
    lines[2]["mask"] = "2_mask.png"
    (home / "phrases.jsonl").write_text("\n".join(map(json.dumps, lines)))
    write_mask(home, 30)
    finetune(ask(home), lambda items, stage: islice(items, 2) if stage == "train" else items)
    if changed == "2_mask.png":
        write_mask(home, 31)
    else:
        pixels = (home / changed).read_bytes()
        (home / changed).write_bytes(pixels[:-1] + bytes([pixels[-1] ^ 255]))
    with pytest.raises(TrainingFailed, match="images or masks were changed"):
        finetune(ask(home, resume=True))
    assert (models_folder() / "circles" / CHECKPOINT).is_file()


def test_a_run_that_is_stopped_before_its_first_step_leaves_nothing(home):
    with pytest.raises(Cancelled):
        finetune(ask(home), lambda items, stage: islice(items, 1))
    assert not (models_folder() / "circles").exists()


def test_a_model_can_learn_on_and_is_not_replaced_by_mistake(home):
    finetune(ask(home))
    with pytest.raises(RequestInvalid, match="already"):
        finetune(ask(home))
    finetune(ask(home, output="more", model="circles"))
    assert json.loads((models_folder() / "more" / "metadata.json").read_text())["base"] == "lgce-tiny"
    assert finetune(ask(home, replace=True)).complete


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda line: line.pop("split"), "at least 5"),
        (lambda line: line.update(split="train"), 'no phrase of split "val"'),
        (lambda line: line.update(split="train" if line["image"] == "0.ppm" else "val"), "has 1 phrases"),
    ],
)
def test_too_little_is_refused_in_clear_words(home, change, said):
    file = home / "phrases.jsonl"
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    for line in lines:
        change(line)
    file.write_text("\n".join(map(json.dumps, lines)))
    with pytest.raises(DatasetInvalid, match=said):
        finetune(ask(home))
    assert not (models_folder() / "circles").exists()


def test_images_that_cannot_be_read_are_not_learned_from(home):
    for number in range(7):
        (home / f"{number}.ppm").write_bytes(b"")
    with pytest.raises(DatasetInvalid, match="could be read"):
        finetune(ask(home))


@pytest.mark.parametrize(
    "more", [{"model": "lgce"}, {"output": "a/b"}, {"output": "rmsin"}, {"steps": 0}, {"data": ""}]
)
def test_what_cannot_be_asked(home, more):
    with pytest.raises(RequestInvalid):
        finetune(ask(home, **more))


@pytest.mark.filterwarnings("default::rrsis_core.errors.RrsisWarning")
def test_a_model_that_got_no_better_says_so(home, monkeypatch):
    monkeypatch.setattr(module, "_figures", lambda result: {"mIoU": 0.5})
    with pytest.warns(RrsisWarning, match="did not get better"):
        finetune(ask(home, steps=1))


def test_a_disk_that_fills_at_the_end_is_named_and_the_steps_stay(home, monkeypatch):
    def full(*_):
        raise SafetensorError("No space left on device (os error 28)")

    monkeypatch.setattr(module, "write_weights", full)
    with pytest.raises(OutputNotWritable, match=r"No space left.*RRSIS_HOME"):
        finetune(ask(home, steps=1))
    assert (models_folder() / "circles" / CHECKPOINT).exists()


def test_weights_are_mixed_and_counters_are_not():
    old, new = {"a": torch.zeros(2), "n": torch.tensor(1)}, {"a": torch.ones(2), "n": torch.tensor(9)}
    mixed = module.between(old, new, 0.25)
    assert mixed["a"].tolist() == [0.25, 0.25] and mixed["n"] == 9
