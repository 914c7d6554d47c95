"""The shell scripts of runs, with a Python that only notes what it is asked for: every command must be one we have."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import pytest

from rrsis_core.catalog import get_card
from rrsis_core.cli.arguments import make_parser
from rrsis_core.training.recipes.recipe import load_recipe
from train.fetch import parse as parse_fetch
from train.train import parse as parse_train

ROOT = Path(__file__).parents[2]
RUNS = sorted((ROOT / "train" / "runs").glob("*.sh"))
RECIPES = sorted(
    path.stem
    for path in (ROOT / "train" / "configs").glob("*_*.toml")
    if not path.stem.startswith(("lgce_tiny", "trial"))
)


@pytest.fixture
def asked(tmp_path):
    """Run a script; return the commands that it gave Python."""
    python = tmp_path / "python"
    python.write_text(
        '#!/bin/sh\nfor each; do printf "%s\\n" "$each"; done | tr "\\n" "\\037" >> "$ASKED"; echo >> "$ASKED"\n'
    )
    python.chmod(0o755)
    data = tmp_path / "files" / "refsegrs" / "RefSegRS"
    data.mkdir(parents=True)
    (data / "output_phrase_train.txt").touch()

    def run(script, *arguments, **variables):
        given = {
            "ASKED": str(tmp_path / "asked"), "PYTHON": str(python), "FILES": str(tmp_path / "files"),
            "WORK": str(tmp_path), "DATA": str(data), "CARDS": "2", **variables,
        }  # fmt: skip
        done = subprocess.run(
            ["sh", str(script), *arguments], cwd=tmp_path, env={**os.environ, **given}, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return [line.rstrip("\037").split("\037") for line in (tmp_path / "asked").read_text().splitlines()]

    return run


def follow(command):
    """Parse one command as its program would; return the program and what it understood."""
    if command[:2] == ["-m", "torch.distributed.run"]:
        command = command[command.index("-m", 2) :]
    if command[0] != "-m":
        return command[0], None
    program, rest = command[1], command[2:]
    if program == "rrsis_core.cli":
        return program, make_parser().parse_args(rest)
    return program, {"train.fetch": parse_fetch, "train.train": parse_train}[program](rest)


def test_from_nothing_to_a_working_lgce(asked):
    commands = [follow(each) for each in asked(ROOT / "train/runs/lgce_refsegrs.sh", SWIN_SHA256="ab" * 32)]
    programs = [program for program, _ in commands]
    assert programs == ["-c", "train.fetch", "train.train", *["rrsis_core.cli"] * 3]
    fetch, train, add, evaluate, _ = (typed for _, typed in commands[1:])
    assert fetch.names == ["swin", "bert", "refsegrs"] and fetch.sha256 == ["swin=" + "ab" * 32]
    recipe = load_recipe(ROOT / train.config)
    assert train.swin.parent == train.bert.parent == fetch.to and train.data.startswith("refsegrs=")
    assert (
        add.name == evaluate.model == recipe.model and Path(add.file) == train.work / recipe.name / "best.safetensors"
    )


def test_without_the_hash_of_swin_nothing_is_begun():
    done = subprocess.run(
        ["sh", str(ROOT / "train/runs/lgce_refsegrs.sh")],
        env={"PATH": os.environ["PATH"], "CARDS": "1"}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode != 0 and "SWIN_SHA256" in done.stderr


def test_without_a_card_nothing_is_fetched(tmp_path):
    nothing = tmp_path / "nvidia-smi"
    nothing.write_text("#!/bin/sh\nexit 9\n")
    nothing.chmod(0o755)
    done = subprocess.run(
        ["sh", str(ROOT / "train/runs/lgce_refsegrs.sh")],
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}", "SWIN_SHA256": "ab" * 32, "FILES": str(tmp_path / "files")},
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 1 and "finds no CUDA card" in done.stderr and not (tmp_path / "files").exists()


@pytest.mark.parametrize("name", RECIPES)
def test_every_recipe_has_its_commands(asked, name):
    (_, train), (_, add), (_, evaluate) = map(follow, asked(ROOT / "train/runs/published.sh", name))
    recipe = load_recipe(ROOT / train.config)
    assert train.data.partition("=")[0] == recipe.data
    assert (train.swin is None) == (recipe.start == "parts")
    assert get_card(add.name) == recipe.card and evaluate.model == add.name
    assert Path(add.file) == train.work / recipe.name / "best.safetensors"


@pytest.mark.parametrize("path", RUNS, ids=lambda path: path.stem)
def test_scripts_are_shell(path):
    subprocess.run(["sh", "-n", shlex.quote(str(path))], check=True)


def test_parts_are_handed_on(asked):
    (_, train), *_ = map(
        follow, asked(ROOT / "train/runs/published.sh", "rs2_sam2_rrsisd", PARTS="sam=a.st joint=b.st")
    )
    assert train.part == ["sam=a.st", "joint=b.st"] and train.swin is None
