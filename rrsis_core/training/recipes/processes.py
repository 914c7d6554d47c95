"""One training in one process or in many: who we are among them, and what they tell each other."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import torch
import torch.distributed as dist
from torch import Tensor, nn

from ...errors import DeviceUnavailable, TrainingFailed
from ...predict import pick_device

_Value = TypeVar("_Value")
_PATIENCE = timedelta(minutes=30)


@dataclass(frozen=True)
class Processes:
    """The processes of a run.

    Args:
        device: Where this one computes.
        rank, world: Its number from 0, and how many there are.
    """

    device: torch.device
    rank: int = 0
    world: int = 1

    @property
    def first(self) -> bool:
        """Whether this is the one that writes and reports."""
        return self.rank == 0

    def add_up(self, values: Sequence[float]) -> list[float]:
        """Return the sums of `values` over all processes."""
        if self.world == 1:
            return [float(value) for value in values]
        tensor = torch.tensor(list(values), dtype=torch.float64, device=self.device)
        dist.all_reduce(tensor)
        return [float(value) for value in tensor]

    def gather(self, value: _Value) -> list[_Value]:
        """Return the `value` of every process, in the order of their ranks."""
        if self.world == 1:
            return [value]
        found: list[_Value | None] = [None] * self.world
        dist.all_gather_object(found, value)
        return [each for each in found if each is not None]

    def take_from_first(self, tensors: Iterable[Tensor]) -> None:
        """Overwrite `tensors` with those of the first process."""
        if self.world > 1:
            for tensor in tensors:
                dist.broadcast(tensor, 0)

    def wait(self) -> None:
        """Wait until every process is here."""
        self.add_up([0.0])

    def check_alike(self, model: nn.Module) -> None:
        """Complain where the processes no longer have the same weights.

        Raises:
            TrainingFailed: They have not.
        """
        if self.world == 1:
            return
        total = sum(float(each.detach().double().abs().sum()) for each in model.parameters())
        if len(set(self.gather(total))) > 1:
            raise TrainingFailed("The processes no longer have the same weights: start again from the last checkpoint.")


@contextmanager
def join(wish: str = "auto") -> Iterator[Processes]:
    """Join the processes that torchrun started, or be the only one.

    Args:
        wish: "auto", "cpu", "cuda"; under torchrun each process takes the card of its local rank.

    Raises:
        DeviceUnavailable: The device does not work, or there are more processes than cards.
    """
    world = int(os.environ.get("WORLD_SIZE", "1"))
    if world == 1:
        yield Processes(pick_device(wish))
        return
    rank, local = int(os.environ["RANK"]), int(os.environ.get("LOCAL_RANK", "0"))
    kind = pick_device(wish).type
    if kind == "cuda":
        if local >= torch.cuda.device_count():
            raise DeviceUnavailable(
                f"Process {local} of this machine has no card: there are {torch.cuda.device_count()}. Start as many "
                "with --nproc-per-node.",
                device=f"cuda:{local}",
            )
        torch.cuda.set_device(local)
    device = torch.device(kind, local) if kind == "cuda" else torch.device("cpu")
    dist.init_process_group("nccl" if kind == "cuda" else "gloo", timeout=_PATIENCE)
    try:
        yield Processes(device, rank, world)
    finally:
        dist.destroy_process_group()
