"""What stays loaded, and for how long; models are stand-ins and their weights empty files."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest

from rrsis_core.models.shelf import Shelf


class Model:
    """Something that can be seen to go."""


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Return the name of each model that is made, and how many others are in memory then."""
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path))
    names: list[tuple[str, int]] = []
    alive: weakref.WeakSet = weakref.WeakSet()

    def create(name: str) -> Model:
        gc.collect()
        names.append((name, len(alive)))
        alive.add(model := Model())
        return model

    for name in ("lgce", "lavt", "rmsin"):
        place = tmp_path / "models" / name / "model.safetensors"
        place.parent.mkdir(parents=True)
        place.write_bytes(b"")
    monkeypatch.setattr("rrsis_core.models.shelf.create_model", create)
    return names


def test_no_more_models_are_in_memory_than_are_kept(made: list) -> None:
    shelf, said = Shelf(kept=2), []
    for name in ("lgce", "lavt", "lgce", "rmsin", "lgce", "lavt"):
        shelf.take(name, "cpu", lambda: said.append("load"))
    assert made == [("lgce", 0), ("lavt", 1), ("rmsin", 1), ("lavt", 1)] and len(said) == 4


def test_new_weights_under_the_same_name_are_loaded_and_the_old_ones_let_go(made: list, tmp_path: Path) -> None:
    shelf = Shelf(kept=2)
    shelf.take("lgce")
    shelf.take("lgce")
    (tmp_path / "models" / "lgce" / "model.safetensors").write_bytes(b"other")
    shelf.take("lgce")
    assert made == [("lgce", 0), ("lgce", 0)]


def test_each_device_has_a_model_of_its_own(made: list) -> None:
    shelf = Shelf(kept=2)
    assert shelf.take("lgce", "cpu") is not shelf.take("lgce", "cuda:0")
    assert shelf.take("lgce", "cpu") is shelf.take("lgce", "cpu") and len(made) == 2
