"""Run by torchrun in test_processes: two processes train, are stopped, go on, and must agree with a run in one go."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import torch

from rrsis_core.datasets.own import open_own
from rrsis_core.models import create_model
from rrsis_core.training.recipes.loop import Run
from rrsis_core.training.recipes.processes import Processes, join
from tests.training.recipes.small import RECIPE


def make(folder: Path, data: Path, processes: Processes) -> Run:
    torch.manual_seed(1)
    recipe = replace(RECIPE, batch=1, accumulate=2, average=0.5)
    return Run(recipe, open_own(data), create_model("lavt", weights=None, size="test"), folder, processes)


def main(folder: Path) -> None:
    torch.set_num_threads(1)
    with join("cpu") as processes:
        whole = make(folder / "whole", folder / "own", processes)
        assert whole.order.steps == 4 and whole.carry_out()
        assert not make(folder / "parts", folder / "own", processes).carry_out(stop_after=3)
        parts = make(folder / "parts", folder / "own", processes)
        assert parts.step == 3 and parts.carry_out()
        for key, value in whole.model.state_dict().items():
            assert torch.equal(value, parts.model.state_dict()[key]), key
        whole.processes.check_alike(parts.model)
        sums = processes.gather(float(sum(each.sum() for each in parts.model.parameters())))
        assert len(sums) == 2 and sums[0] == sums[1]
        assert parts.standing.history[-1]["oIoU"] == processes.gather(parts.standing.history[-1]["oIoU"])[1]
        assert processes.add_up([processes.rank + 1.0]) == [3.0]
        with torch.no_grad():
            next(parts.model.parameters()).add_(processes.rank)
        try:
            processes.check_alike(parts.model)
        except RuntimeError as error:
            (folder / f"ok-{processes.rank}").write_text(str(error))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
