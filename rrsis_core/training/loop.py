"""The training loop: steps, averaged weights, checkpoints, and a look at the places kept for choosing."""

from __future__ import annotations

import contextlib
import math
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Union

import torch
from timm.layers.drop import DropPath
from timm.models.resnet import BasicBlock
from torch import Tensor, nn
from torch.nn import functional as F

from ..errors import TrainingFailed
from ..models.lgce_tiny import LgceTiny, present
from ..watching import Watch, Watched
from .batches import Batches, DenseBatch, PhraseBatch, prefetch
from .checkpoint import State, check_same_run, load_checkpoint, save_checkpoint, update_average
from .classes import CLASSES
from .config import TrainConfig
from .losses import balanced_dense_loss, phrase_loss, unpack_bits
from .schedule import average_at, rate_at

Batch = Union[DenseBatch, PhraseBatch]
Report = Callable[[int, dict[str, float]], None]
_COUNT = len(CLASSES)


def dense_losses(model: LgceTiny, fine: Tensor, batch: DenseBatch) -> dict[str, Tensor]:
    """Return the losses of every class in every crop, from the words of its name alone."""
    logits = model.dense(fine.float(), model.phrase_vector(batch.names))
    known = (unpack_bits(batch.known, _COUNT) > 0.9).float()
    cross, dice = balanced_dense_loss(logits[:, :_COUNT], unpack_bits(batch.truth, _COUNT), known)
    return {"dense_cross": cross, "dense_dice": dice, "alien": F.softplus(logits[:, _COUNT:].float()).mean()}


def phrase_losses(model: LgceTiny, features: tuple[Tensor, ...], batch: PhraseBatch) -> dict[str, Tensor]:
    """Return the losses of every phrase in its crop."""
    count = len(batch.truth) // len(features[0])
    repeated = tuple(each.repeat_interleave(count, 0) for each in features)
    with torch.autocast("cpu", torch.bfloat16):
        logits, presence = model.steered(repeated, batch.words, batch.place)
    scale, bias, presence_scale, presence_bias = model.calibration.unbind()  # a finished model learns what it says
    presence = presence.float() * presence_scale + presence_bias
    logits = present(logits.float(), presence) * scale + bias
    truth = (batch.truth[:, None, ::2, ::2] + batch.truth[:, None, 1::2, 1::2]).float() / 2
    known = (batch.known[:, None, ::2, ::2] * batch.known[:, None, 1::2, 1::2]).float()
    return phrase_loss(logits, presence.flatten(1).amax(1), truth, known)


_BOTH = {"cross": 1.0, "dice": 1.0, "presence": 0.3, "dense_cross": 0.5, "dense_dice": 0.5, "alien": 0.1}
WEIGHTS = {"dense": {"dense_cross": 1.0, "dense_dice": 1.0, "alien": 0.3}, "phrases": _BOTH, "words": _BOTH}


def losses(model: LgceTiny, batch: Batch) -> dict[str, Tensor]:
    """Return every loss of `batch` by name."""
    dense = batch.dense if isinstance(batch, PhraseBatch) else batch
    learns = any(parameter.requires_grad for parameter in model.pyramid.parameters())
    with torch.set_grad_enabled(learns), torch.autocast("cpu", torch.bfloat16):
        features = model.pyramid(dense.image)
    found = dense_losses(model, features[0], dense)
    return {**found, **phrase_losses(model, features, batch)} if isinstance(batch, PhraseBatch) else found


def make_optimiser(model: LgceTiny, config: TrainConfig) -> torch.optim.AdamW:
    """Return AdamW over the parts that `prepare` lets learn, each group with its peak rate under "peak"."""
    groups: dict[str, list[nn.Parameter]] = {"backbone": [], "head": [], "new": []}
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        kind = "new" if name.startswith("steering.") else "backbone" if ".backbone." in name else "head"
        groups[kind].append(parameter)
    rates = {"backbone": config.backbone_rate, "head": config.head_rate, "new": config.new_rate}
    content = [{"params": group, "peak": rates[name]} for name, group in groups.items() if group]
    return torch.optim.AdamW(content, lr=1e-3, weight_decay=config.weight_decay)


def step_once(
    model: LgceTiny, batch: Batch, optimiser: torch.optim.Optimizer, share: float, stage: str
) -> dict[str, float]:
    """Take one step with `share` of the peak rates; return the losses, "loss" their weighted sum.

    Where that or its gradient is not finite, "loss" is not finite and the weights stay as they were.
    """
    for group in optimiser.param_groups:
        group["lr"] = group["peak"] * share
    parts = losses(model, batch)
    total = torch.stack([WEIGHTS[stage][name] * value for name, value in parts.items()]).sum()
    values = {**{name: float(value.detach()) for name, value in parts.items()}, "loss": float(total.detach())}
    optimiser.zero_grad(set_to_none=True)
    if math.isfinite(values["loss"]):
        total.backward()  # type: ignore[no-untyped-call]
        norm = nn.utils.clip_grad_norm_([p for group in optimiser.param_groups for p in group["params"]], 5.0)
        if torch.isfinite(norm):
            optimiser.step()
        else:
            values["loss"] = math.nan  # one such step would make every weight NaN
    return values


def train(
    model: LgceTiny,
    config: TrainConfig,
    batches: Batches,
    path: Path,
    report: Report,
    look: Callable[[State, int], None] | None = None,
    watch: Watch = iter,
) -> tuple[State, int]:
    """Run `config` to its end, going on from `path` where it lies; return the averaged weights and the steps done.

    Args:
        model: With the weights to start from.
        config: The run.
        batches: Of its images.
        path: Checkpoint of the run.
        report: Called every 50 steps with the step and the mean losses since.
        look: Called with the averaged weights at each checkpoint.
        watch: Wraps the steps still to do; where it ends early, a checkpoint is left from which the run goes on.

    Raises:
        TrainingFailed: The loss was not finite too often (the batch is kept), or `path` belongs to another run.
    """
    prepare(model, config)
    optimiser = make_optimiser(model, config)
    average = {key: value.clone() for key, value in model.state_dict().items()}
    start = 0
    if path.is_file():
        done = load_checkpoint(path)
        check_same_run(done, config, path)
        model.load_state_dict(done.model)
        optimiser.load_state_dict(done.optimiser)
        average, start = done.average, done.step
    step = saved = start
    for before, values in _steps(model, config, batches, optimiser, average, start, watch, path):
        step = before + 1
        if before % 50 == 0:
            report(before, values)
        if step % config.save_every == 0 or step == config.steps:
            save_checkpoint(path, model, average, optimiser, step, config)
            saved = step
            if look is not None:
                look(average, step)
    if step > saved:
        save_checkpoint(path, model, average, optimiser, step, config)
    return average, step


def prepare(model: LgceTiny, config: TrainConfig) -> None:
    """Put `model` into training: memory layout, BatchNorm's momentum, and frozen what does not learn."""
    model.train().to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.momentum = config.batchnorm_momentum
            module.train(config.batchnorm_momentum > 0)
        if config.drop_path and isinstance(module, BasicBlock):
            module.drop_path = DropPath(config.drop_path)
    model.text.requires_grad_(False)
    model.steering.requires_grad_(config.stage != "dense")
    model.pyramid.requires_grad_(config.stage != "words")


def _steps(
    model: LgceTiny,
    config: TrainConfig,
    batches: Batches,
    optimiser: torch.optim.Optimizer,
    average: State,
    start: int,
    watch: Watch,
    path: Path,
) -> Iterator[tuple[int, dict[str, float]]]:
    """Yield (step, mean losses of the last 50 steps) after each step."""
    recent: deque[dict[str, float]] = deque(maxlen=50)
    failed = 0
    make: Callable[[int], Batch] = batches.dense if config.stage == "dense" else batches.phrases
    for step, batch in watch(Watched(prefetch(make, start, config.steps), max(0, config.steps - start))):
        values = step_once(model, batch, optimiser, rate_at(step, config), config.stage)
        if not math.isfinite(values["loss"]):
            failed += 1
            if failed > config.max_nan:
                raise TrainingFailed(
                    f"The loss was not finite {failed} times until step {step}: lower the rates. "
                    + _keep_batch(batch, path.with_name(f"{path.stem}-broken-step{step}.pt")),
                    step=step,
                )
            continue
        update_average(average, model, average_at(step, config))
        recent.append(values)
        yield step, {name: sum(each[name] for each in recent) / len(recent) for name in values}


def _keep_batch(batch: Batch, where: Path) -> str:
    """Save `batch` as plain tensors; return the sentence that says where, "" if the disk would not."""
    with contextlib.suppress(OSError, RuntimeError):
        where.parent.mkdir(parents=True, exist_ok=True)
        torch.save(asdict(batch), where)
        return f"The last such batch is in {where}."
    return ""
