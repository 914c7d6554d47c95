from pathlib import Path

import pytest

from rrsis_core.errors import ConfigInvalid
from rrsis_core.training.config import load_config

CONFIGS = sorted((Path(__file__).parents[2] / "train" / "configs").glob("lgce_tiny_*.toml"))


@pytest.mark.parametrize("path", CONFIGS, ids=lambda path: path.stem)
def test_the_shipped_runs_can_be_read(path):
    assert load_config(path).steps > 100


WRONG = (
    "steps = 3",
    'name = "x"\nstepz = 3',
    'name = "x"\nsteps = "3"',
    'name = "x"\nsides = [100]',
    'name = "x"\nstage = "?"',
    "=",
    'name = "a/b"',
    'name = "x"\nsave_every = 0',
    'name = "x"\nhead_rate = nan',
    'name = "x"\nhead_rate = -1.0',
    'name = "x"\naverage = 1.0',
    'name = "x"\ncrops = [0]',
    'name = "x"\nshares = {scenes = -1.0}',
    'name = "x"\nseed = -1',
)


@pytest.mark.parametrize("text", WRONG)
def test_what_no_run_has_is_refused(tmp_path, text):
    path = tmp_path / "run.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigInvalid, match=r"run\.toml"):
        load_config(path)


def test_whole_numbers_pass_as_rates(tmp_path):
    path = tmp_path / "run.toml"
    path.write_text('name = "x"\nhead_rate = 1\n[shares]\nscenes = 1', encoding="utf-8")
    assert load_config(path).head_rate == 1.0 and load_config(path).shares == {"scenes": 1.0}
