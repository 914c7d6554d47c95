import json

import pytest
import torch

from rrsis_core.errors import TrainingFailed
from rrsis_core.training.checkpoint import save_checkpoint
from rrsis_core.training.config import TrainConfig
from tests.training.scenery import ToyBank, make_encoder, make_model, make_scene
from train import ablate
from train.ablate import VARIANTS, Bench, build, main, run, table, text_bank


@pytest.fixture
def bench(tmp_path):
    config = TrainConfig(
        name="x", stage="phrases", steps=2, sides=(64,), crops=(2,), phrases=2, save_every=1, warmup=0,
        shares={"scenes": 0.5, "generated": 0.5},
    )  # fmt: skip
    start = {
        key: value + 0.01 if value.is_floating_point() else value for key, value in make_model().state_dict().items()
    }
    scenes = [make_scene(seed) for seed in range(3)]
    drawn = [make_scene(9, source="generated")]
    return Bench(config, scenes[:2], drawn, scenes[2:], start, tmp_path, lambda encoder: ToyBank(), "test")


def test_each_variant_leaves_one_part_out():
    titles = [variant.title for variant in VARIANTS.values()]
    parts = ("across", "drawn", "sentence_encoder", "stage_1")
    assert len(set(titles)) == 5
    assert [sum(getattr(variant, part) for part in parts) for variant in VARIANTS.values()] == [4, 3, 3, 3, 3]


def test_the_layers_across_scales_are_passed_by_and_the_rest_starts_alike(bench):
    whole, short = build(VARIANTS["everything"], bench), build(VARIANTS["no-across-scales"], bench)
    assert len(whole.steering.scales) == 1 and len(short.steering.scales) == 0
    for key, value in short.state_dict().items():
        assert torch.equal(value, whole.state_dict()[key])


def test_runs_are_carried_out_one_by_one_and_not_repeated(bench, monkeypatch):
    said = []
    first = run(["no-across-scales"], bench, said.append)
    assert list(first) == ["no-across-scales"] and "attribute" in first["no-across-scales"]
    whole = run(VARIANTS, bench, said.append)
    assert list(whole) == list(VARIANTS) and whole["no-across-scales"] == first["no-across-scales"]
    monkeypatch.setattr(ablate, "train", None)
    assert run(VARIANTS, bench, said.append) == whole
    rows = table(whole, 2).splitlines()
    assert len(rows) == 7 and rows[2].startswith("| everything |") and all(row.count("|") == 12 for row in rows)


def test_runs_differ_in_what_is_left_out_alone(bench, monkeypatch):
    seen = {}

    def watched(model, config, batches, path, report):
        seen[path.stem] = (model, [scene.source for scene in batches.sampler.scenes])
        save_checkpoint(path, model, model.state_dict(), torch.optim.SGD(model.parameters()), 2, config)

    monkeypatch.setattr(ablate, "train", watched)
    run(VARIANTS, bench, lambda line: None)
    assert "generated" in seen["ablate-everything"][1] and "generated" not in seen["ablate-no-drawn-scenes"][1]
    weight = "phrase.1.weight"
    starts = {name: torch.equal(model.state_dict()[weight], bench.start[weight]) for name, (model, _) in seen.items()}
    assert [name for name, same in starts.items() if not same] == ["ablate-no-stage-1"]


def test_scores_of_another_length_or_none_are_refused(bench):
    run(["everything"], bench, lambda line: None)
    path = bench.work / "everything.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "steps": 9}))
    with pytest.raises(TrainingFailed, match="9 steps"):
        run(["everything"], bench, lambda line: None)
    path.write_text("{}")
    with pytest.raises(TrainingFailed, match="delete it"):
        run(["everything"], bench, lambda line: None)


def test_a_start_that_is_not_there_is_named(tmp_path, capsys):
    typed = ["--data", str(tmp_path), "--generated", str(tmp_path), "--start", str(tmp_path / "none.pt")]
    assert main(typed) == 1
    assert "none.pt" in capsys.readouterr().err


def test_a_random_text_side_answers_otherwise_and_always_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(ablate, "encoder_folder", lambda: make_encoder(tmp_path))
    texts = ["red cars", "car"]
    random, again, learnt = text_bank(False).words(texts), text_bank(False).words(texts), text_bank(True).words(texts)
    assert torch.equal(random.states, again.states) and torch.equal(random.mask, learnt.mask)
    assert not torch.allclose(random.states, learnt.states, atol=0.1)
