import json
import math
import multiprocessing
from contextlib import nullcontext
from dataclasses import replace

import pytest
import torch

from rrsis_core.datasets.own import open_own
from rrsis_core.errors import DatasetInvalid, DiskFull, OutOfMemory, TrainingFailed
from rrsis_core.models import create_model
from rrsis_core.training.checkpoint import load_checkpoint
from rrsis_core.training.recipes import loop
from rrsis_core.training.recipes.loop import Run
from rrsis_core.training.recipes.processes import Processes
from rrsis_core.training.recipes.records import Records, describe
from tests.training.recipes.small import RECIPE, largest_file, write_data

ALONE = Processes(torch.device("cpu"))


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return open_own(write_data(tmp_path_factory.mktemp("own"), 6, 2))


def make(data, folder, recipe=RECIPE, records=None):
    torch.set_num_threads(1)
    torch.manual_seed(recipe.seed)
    return Run(recipe, data, create_model(recipe.model, weights=None, size="test"), folder, ALONE, records)


class Killed(Exception):
    pass


def kill_after(steps):
    def watch(numbers, first, total):
        for done, number in enumerate(numbers):
            if done == steps:
                raise Killed
            yield number

    return watch


def test_a_run_that_is_killed_and_resumed_ends_with_the_same_weights(data, tmp_path):
    recipe = replace(RECIPE, average=0.9, clip=1.0, dice=0.1, boxes_share=0.5, boxes_least=1, save_every=2)
    whole = make(data, tmp_path / "whole", recipe)
    assert whole.carry_out() and whole.step == 6
    with pytest.raises(Killed):
        make(data, tmp_path / "killed", recipe).carry_out(kill_after(5))  # its fifth step was not saved
    resumed = make(data, tmp_path / "killed", recipe)
    assert resumed.step == 4
    assert not resumed.carry_out(stop_after=1)
    again = make(data, tmp_path / "killed", recipe)
    assert again.carry_out() and again.step == 6
    for key, value in whole.model.state_dict().items():
        assert torch.equal(value, again.model.state_dict()[key]), key
        assert torch.equal(whole.average[key], again.average[key]), key
    assert whole.standing == again.standing


def test_accumulated_batches_are_one_large_batch(data, tmp_path):
    """LAVT's decoder has BatchNorm, so only the schedule and the order can be compared."""
    run = make(data, tmp_path, replace(RECIPE, batch=1, accumulate=3, epochs=1))
    assert run.order.steps == 2 and run.carry_out()
    assert len(run.standing.history) == 1


def test_the_best_weights_lie_beside_where_they_come_from(data, tmp_path):
    records = Records(tmp_path, describe(RECIPE, data, ALONE, {"swin.pth": "00"}))
    run = make(data, tmp_path, RECIPE, records)
    assert run.carry_out()
    about = json.loads((tmp_path / "best.json").read_text())
    assert about["recipe"]["model"] == "lavt" and about["start"] == {"swin.pth": "00"} and about["code"]
    assert about["data"]["splits"] == {"train": 6, "val": 2} and len(about["history"]) >= 1
    assert about["val"]["oIoU"] == run.standing.best == max(each["oIoU"] for each in run.standing.history)
    assert (tmp_path / "best.safetensors").is_file() and list((tmp_path / "curves").iterdir())


def test_another_recipe_does_not_go_on(data, tmp_path):
    make(data, tmp_path).carry_out(stop_after=1)
    with pytest.raises(TrainingFailed, match="another rate"):
        make(data, tmp_path, replace(RECIPE, rate=1.0))
    assert make(data, tmp_path, replace(RECIPE, save_every=3)).step == 1


def test_a_missing_split_is_named(data, tmp_path):
    part = open_own(data.root)
    object.__setattr__(part, "samples", tuple(sample for sample in part.samples if sample.split == "train"))
    with pytest.raises(DatasetInvalid, match='no split "val"'):
        make(part, tmp_path)


def test_a_loss_that_is_not_finite_stops_with_its_batch_saved(data, tmp_path, monkeypatch):
    run = make(data, tmp_path)
    run.carry_out(stop_after=1)
    before = (tmp_path / "last.pt").read_bytes()
    run = make(data, tmp_path)
    monkeypatch.setattr(loop, "total_loss", lambda losses, recipe: losses["cross"] * math.nan)
    weights = {key: value.clone() for key, value in run.model.named_parameters()}
    with pytest.raises(TrainingFailed, match="broken-step1-rank0"):
        run.carry_out()
    assert (tmp_path / "last.pt").read_bytes() == before
    assert all(torch.equal(value, weights[key]) for key, value in run.model.named_parameters())
    saved = torch.load(tmp_path / "broken-step1-rank0.pt", weights_only=True)
    assert saved[0]["phrases"] == ["the red roof"] * 2 and saved[0]["image"].shape[0] == 2


def test_unreadable_images_are_named_and_more_than_one_in_a_hundred_stop(tmp_path, capsys):
    data = open_own(write_data(tmp_path / "own", 6, 1))
    (tmp_path / "own" / "2.png").write_bytes(b"")
    with pytest.raises(TrainingFailed, match="1 of 6 samples"):
        make(data, tmp_path / "run").carry_out()
    assert "2.png" in capsys.readouterr().err


def test_unreadable_images_of_val_stop_too_and_the_epoch_is_kept(tmp_path, capsys):
    folder = write_data(tmp_path / "own", 4, 2)
    whole = (folder / "5.png").read_bytes()
    (folder / "5.png").write_bytes(b"")
    with pytest.raises(TrainingFailed, match="1 of 2 samples of val"):
        make(open_own(folder), tmp_path / "run", replace(RECIPE, save_every=0)).carry_out()
    assert "5.png" in capsys.readouterr().err
    (folder / "5.png").write_bytes(whole)
    run = make(open_own(folder), tmp_path / "run", replace(RECIPE, save_every=0))
    assert run.step == 2 and run.carry_out() and [each["epoch"] for each in run.standing.history] == [2]


def test_samples_without_a_split_are_said_to_flatter_val(tmp_path, capsys):
    folder = write_data(tmp_path / "own", 4, 1)
    (folder / "phrases.jsonl").write_text((folder / "phrases.jsonl").read_text().replace('"split": "val", ', ""))
    data = open_own(folder)
    make(data, tmp_path / "run", RECIPE, Records(tmp_path / "run", describe(RECIPE, data, ALONE, {})))
    assert "1 samples name no split" in capsys.readouterr().err


def test_few_unreadable_images_do_not_stop(tmp_path, monkeypatch, capsys):
    data = open_own(write_data(tmp_path / "own", 6, 1))
    (tmp_path / "own" / "2.png").write_bytes(b"")
    monkeypatch.setattr(loop, "MAX_UNREADABLE", 0.2)
    run = make(data, tmp_path / "run")
    assert run.carry_out() and [each["unreadable"] for each in run.standing.history] == [1, 1]
    assert capsys.readouterr().err.count("left out") == 2


def test_a_full_disk_keeps_the_last_good_checkpoint(data, tmp_path, monkeypatch, capsys):
    run = make(data, tmp_path)
    run.carry_out(stop_after=1)

    def full(state, stream):
        stream.write(b"half of it")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(torch, "save", full)
    run = make(data, tmp_path)
    with pytest.raises(DiskFull, match="The last one is kept"):
        run.carry_out()
    assert run.step == 4 and capsys.readouterr().err.count("cannot be written") == 2  # borne twice
    assert load_checkpoint(tmp_path / "last.pt").step == 1
    assert not list(tmp_path.glob("*.part"))


def test_best_weights_that_no_disk_took_do_not_count_as_kept(tmp_path, capsys):
    data = open_own(write_data(tmp_path / "own", 4, 1))
    records = Records(tmp_path / "run", describe(RECIPE, data, ALONE, {}))
    run = make(data, tmp_path / "run", RECIPE, records)
    run.standing.best = 0.01  # what lies there already
    with largest_file(500_000), pytest.raises(DiskFull, match="Make room"):
        run.carry_out()
    said = capsys.readouterr().err
    assert "best.safetensors cannot be written" in said and run.standing.best == 0.01
    assert make(data, tmp_path / "run", RECIPE).carry_out()


def test_a_signal_saves_and_ends(data, tmp_path):
    run = make(data, tmp_path, replace(RECIPE, save_every=0))
    run.ask_to_stop()
    assert not run.carry_out() and load_checkpoint(tmp_path / "last.pt").step == 1


def test_half_precision_learns_too(data, tmp_path):
    run = make(data, tmp_path, replace(RECIPE, half=True, epochs=1))
    before = {key: value.clone() for key, value in run.model.named_parameters() if value.requires_grad}
    assert run.carry_out() and all(value.dtype == torch.float32 for value in run.model.parameters())
    assert all(torch.isfinite(value).all() for value in run.model.parameters())
    assert any(not torch.equal(value, before[key]) for key, value in run.model.named_parameters() if key in before)


def test_what_does_not_fit_says_how_it_would(data, tmp_path, monkeypatch):
    run = make(data, tmp_path)

    def full(*_):
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(run, "net", full)
    with pytest.raises(OutOfMemory, match="raise accumulate"):
        run.carry_out()


def test_a_loading_process_that_dies_is_named(data, tmp_path, monkeypatch):
    def dying(*_, **__):
        yield from ()
        raise RuntimeError("DataLoader worker (pid 7) is killed by signal: Killed.")

    monkeypatch.setattr(loop, "loading", lambda *_, **__: nullcontext(dying()))
    with pytest.raises(TrainingFailed, match="lower workers"):
        make(data, tmp_path).carry_out()


def test_a_data_set_that_changed_meanwhile_is_named(tmp_path, capsys):
    folder = write_data(tmp_path / "own", 4, 1)
    for steps in (1, 2):
        data = open_own(folder)
        records = Records(tmp_path / "run", describe(RECIPE, data, ALONE, {}))
        run = make(data, tmp_path / "run", RECIPE, records)
        run.carry_out(stop_after=1)
        assert len(run.standing.data) == steps
        (folder / "1.png").write_bytes((folder / "0.png").read_bytes())
    assert capsys.readouterr().err.count("The data set was changed after step 1") == 1
    assert json.loads((tmp_path / "run" / "best.json").read_text())["data"]["before"] == run.standing.data[:1]


def test_an_error_leaves_no_loading_process_that_the_end_would_wait_for(data, tmp_path):
    run = make(data, tmp_path, replace(RECIPE, workers=1, save_every=0))
    (tmp_path / "last.pt").mkdir()
    with pytest.raises(DiskFull):
        run.carry_out(stop_after=1)
    assert not multiprocessing.active_children()
