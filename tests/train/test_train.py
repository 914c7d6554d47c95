import pytest
import torch

from rrsis_core.training.checkpoint import save_checkpoint
from rrsis_core.training.config import TrainConfig
from tests.training.scenery import make_model
from train.train import first_weights, main, parse


@pytest.mark.parametrize(("stage", "fresh", "kept"), [("dense", False, 0), ("phrases", False, 1), ("phrases", True, 0)])
def test_a_stage_starts_from_the_one_before_with_the_steering_that_was_learned(tmp_path, stage, fresh, kept):
    first, second = make_model(), make_model()
    average = {key: value + 1 if value.is_floating_point() else value for key, value in first.state_dict().items()}
    save_checkpoint(tmp_path / "a.pt", first, average, torch.optim.SGD(first.parameters()), 1, TrainConfig("a", stage))
    before = {key: value.clone() for key, value in second.state_dict().items()}
    first_weights(second, TrainConfig(name="b", start="a", fresh_steering=fresh), tmp_path)
    for key, value in second.state_dict().items():
        if value.is_floating_point():
            stays = key.startswith("text.") or (key.startswith("steering.") and not kept)
            assert torch.equal(value, before[key] if stays else average[key])


def test_the_command_line(tmp_path, capsys):
    typed = parse(["run.toml", "--data", str(tmp_path)])
    assert typed.threads == 2 and typed.generated is None
    assert parse(["--config", "run.toml"]).config == typed.config
    with pytest.raises(SystemExit):
        parse([])
    assert "--config FILE" in capsys.readouterr().err


def test_lgce_tiny_says_that_it_needs_its_imagery(tmp_path, capsys):
    (tmp_path / "run.toml").write_text('name = "x"\nstage = "dense"')
    assert main([str(tmp_path / "run.toml")]) == 1
    assert "--data" in capsys.readouterr().err


def test_lgce_tiny_is_trained_by_one_process(tmp_path, capsys, monkeypatch):
    (tmp_path / "run.toml").write_text('name = "x"\nstage = "dense"')
    monkeypatch.setenv("WORLD_SIZE", "2")
    assert main([str(tmp_path / "run.toml"), "--data", str(tmp_path)]) == 1
    assert "without torchrun" in capsys.readouterr().err


def test_a_folder_without_imagery_is_named(tmp_path, capsys):
    (tmp_path / "run.toml").write_text('name = "x"\nstage = "dense"')
    assert main([str(tmp_path / "run.toml"), "--data", str(tmp_path / "nowhere")]) == 1
    assert "nowhere holds no scenes" in capsys.readouterr().err
