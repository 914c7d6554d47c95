"""The mean of two runs, with the words' side of the second."""

from __future__ import annotations

from pathlib import Path

import torch

from train.average import main, mean_of


def test_the_steering_and_whole_numbers_are_the_second_ones(tmp_path: Path) -> None:
    first = {"pyramid.a": torch.tensor([0.0, 2.0]), "steering.b": torch.tensor([1.0]), "pyramid.n": torch.tensor(3)}
    second = {"pyramid.a": torch.tensor([4.0, 4.0]), "steering.b": torch.tensor([9.0]), "pyramid.n": torch.tensor(8)}
    mean = mean_of(first, second)
    assert mean["pyramid.a"].tolist() == [2.0, 3.0]
    assert mean["steering.b"].item() == 9.0 and mean["pyramid.n"].item() == 8
    for name, average in (("one", first), ("two", second)):
        content = {"model": {}, "average": average, "optimiser": {}, "step": 5, "config": {"name": name}, "more": {}}
        torch.save(content, tmp_path / f"{name}.pt")
    main(["both", "one", "two", "--work", str(tmp_path)])
    written = torch.load(tmp_path / "both.pt", weights_only=True)
    assert written["average"]["pyramid.a"].tolist() == [2.0, 3.0] and written["config"]["name"] == "two"
