"""The comparison starts all heads from the same tensors and counts small objects apart."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from train import compare_heads


def test_heads_start_alike() -> None:
    models = compare_heads.same_start(("lavt", "lgce", "lgce-full"))
    first = models["lavt"].state_dict()
    for model in models.values():
        own = model.state_dict()
        shared = [key for key in first if key in own and own[key].shape == first[key].shape]
        assert len(shared) > 250
        assert all(torch.equal(own[key], first[key]) for key in shared)


def test_a_row_counts_small_objects_apart() -> None:
    counts = np.array([[1.0, 2.0], [0.0, 4.0], [4.0, 4.0]])
    row = compare_heads.line("x", counts, np.array([True, True, False]))
    assert row == "| x | 50.00 | 50.00 | 25.00 | 100.00"


def test_it_runs(capsys: pytest.CaptureFixture[str]) -> None:
    compare_heads.main(["--steps", "2", "--batch", "2", "--scenes", "2"])
    out = capsys.readouterr().out
    assert all(f"| {name} |" in out for name in (*compare_heads.MODELS, "all foreground"))
