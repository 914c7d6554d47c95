"""The run of a recipe: steps on one process or many, resumed exactly, its best weights chosen on val.

All chance comes from (seed, step or epoch, rank or sample), so that a checkpoint needs no random states: a run that is
killed and resumed ends with the same weights as one that was not.
"""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

import torch
from torch import nn
from torch.nn.parallel import DistributedDataParallel

from ...datasets.base import Dataset
from ...errors import DiskFull, OutOfMemory, RrsisError, TrainingFailed
from ...models.base import ReferringSegmenter
from ..checkpoint import State, check_same_run, load_checkpoint, save_checkpoint, update_average
from .choosing import autocast, measure
from .learning import Teacher, make_optimiser, prepare, recipe_losses, total_loss
from .processes import Processes
from .recipe import FREE, Recipe, rate_at
from .records import Records, say
from .squares import Batch, Order, Squares, loading

CHECKPOINT = "last.pt"
MAX_UNREADABLE = 0.01
_CURVE_EVERY = 20
_FULL_DISKS = 3
Watch = Callable[[Iterable[int], int, int], Iterable[int]]
"""Wraps the steps, given the first and their number, for a progress bar."""


@dataclass
class Standing:
    """Where a run stands, beside its weights: what a checkpoint keeps under `more`.

    Args:
        best: The best figure on val so far.
        failed: Samples of this epoch that could not be read.
        history: The figures on val.
        world: How many processes train.
        data: Digests of what it learnt from, in their order: one, unless the files were changed meanwhile.
    """

    best: float = -1.0
    failed: int = 0
    history: list[dict[str, float]] = field(default_factory=list)
    world: int = 1
    data: list[str] = field(default_factory=list)


class Run:
    """A recipe being carried out.

    Args:
        recipe: What to do.
        dataset: With splits "train" and "val".
        model: With its first weights.
        folder: For checkpoint, weights and curves.
        processes: Of which this is one.
        records: Of the first process; None elsewhere.

    Raises:
        DatasetInvalid: A split is missing.
        ConfigInvalid: The training split is smaller than a step.
        TrainingFailed: The folder belongs to another run.
    """

    def __init__(
        self,
        recipe: Recipe,
        dataset: Dataset,
        model: ReferringSegmenter,
        folder: Path,
        processes: Processes,
        records: Optional[Records] = None,
    ) -> None:
        self.recipe, self.folder, self.processes, self.records = recipe, folder, processes, records
        self.seen = Squares(dataset.split("train"), recipe, learning=True)
        self.kept = Squares(dataset.split("val"), recipe, learning=False)
        self._say_if_shared(dataset)
        self.order = Order(len(self.seen), recipe, processes.rank, processes.world)
        self.model = prepare(model, recipe, processes.device, processes.world)
        self.optimiser = make_optimiser(self.model, recipe)
        self.average: State = {}
        if recipe.average:
            self.average = {key: value.clone() for key, value in self.model.state_dict().items()}
        self.standing = Standing(world=processes.world)
        self._full = 0
        self._stop = False
        self.step = self._resume()
        if len(set(processes.gather(self.step))) > 1:
            raise TrainingFailed(
                f"Not every process finds {folder / CHECKPOINT}: put the folder on a disk that all machines share.",
                path=str(folder),
            )
        self._know_data()
        self.net = _spread(self.model, processes)

    def _say_if_shared(self, dataset: Dataset) -> None:
        shared = dataset.splits().get("", 0)
        if shared and self.records is not None:
            say(
                f"{shared} samples name no split, so that they are learnt from and chosen by as well: what val says is "
                'flattered. Write "split" into their lines.'
            )

    def _know_data(self) -> None:
        """Say and keep that the data set is another than when the run began: it may have been mended meanwhile."""
        if self.records is None:
            return
        about = self.records.about["data"]
        seen = self.standing.data
        if seen and seen[-1] != about["sha256"]:
            say(f"The data set was changed after step {self.step}: this run goes on with it as it is now.")
        if not seen or seen[-1] != about["sha256"]:
            seen.append(about["sha256"])
        about["before"] = seen[:-1]

    def _resume(self) -> int:
        path = self.folder / CHECKPOINT
        if not path.is_file():
            return 0
        done = load_checkpoint(path)
        check_same_run(done, self.recipe, path, FREE)
        standing = Standing(**done.more)
        if standing.world != self.processes.world:
            raise TrainingFailed(
                f"{path} was trained by {standing.world} processes, not {self.processes.world}: start as many, or "
                "another folder.",
                path=str(path),
            )
        self.model.load_state_dict(done.model)
        self.optimiser.load_state_dict(done.optimiser)
        self.average = {key: value.to(self.processes.device) for key, value in done.average.items()}
        self.standing = standing
        return done.step

    def ask_to_stop(self, *_: object) -> None:
        """Save and end after the step under way; also as a handler of signals."""
        self._stop = True

    def carry_out(self, watch: Watch = lambda steps, first, total: steps, stop_after: int = 0) -> bool:
        """Train to the end, or for `stop_after` steps; return whether the end was reached.

        Raises:
            TrainingFailed: The loss or its gradient is not finite, or too much cannot be read.
            DiskFull: The last checkpoint cannot be written, or several in a row.
        """
        first, total = self.step, self.order.steps
        self.order.start = first
        pin = self.processes.device.type == "cuda"
        with loading(self.seen, self.order, self.recipe.workers, pin=pin) as batches:
            for _ in watch(range(first, total), first, total):
                self._one_step(batches)
                if self._after_step(first, stop_after):
                    break
        if self.records is not None:
            self.records.close()
        return self.step == total

    def _after_step(self, first: int, stop_after: int) -> bool:
        """Measure and save where it is time; return whether to stop."""
        at_end = self.step % self.order.steps_an_epoch == 0
        last = self.step == self.order.steps
        stopping = self._agree_to_stop(self.step - first == stop_after > 0)
        if at_end:
            try:
                self._end_epoch(self.step // self.order.steps_an_epoch)
            except TrainingFailed:
                self._save(must=False)
                raise
        due = self.recipe.save_every and self.step % self.recipe.save_every == 0
        if last or stopping or at_end or due:
            self._save(must=last or stopping)
            self.processes.wait()
        return stopping

    def _agree_to_stop(self, here: bool) -> bool:
        return self.processes.add_up([float(here or self._stop)])[0] > 0

    def _one_step(self, batches: Iterator[Batch]) -> None:
        """Take a step of `accumulate` forward passes, by all processes together."""
        recipe, started = self.recipe, time.perf_counter()
        torch.manual_seed(_seed_of(recipe.seed, self.step, self.processes.rank))
        rate = rate_at(self.step, self.order.steps, recipe)
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        self.optimiser.zero_grad(set_to_none=True)
        parts: dict[str, float] = {}
        shown: list[Batch] = []
        for number in range(recipe.accumulate):
            batch = self._next(batches)
            shown.append(batch)
            for name, value in self._backward(batch, number == recipe.accumulate - 1).items():
                parts[name] = parts.get(name, 0.0) + value / recipe.accumulate
        parameters = [each for group in self.optimiser.param_groups for each in group["params"]]
        norm = float(nn.utils.clip_grad_norm_(parameters, recipe.clip or math.inf))
        self._check(parts["loss"], norm, shown)
        self.optimiser.step()
        self.step += 1
        if self.average:
            update_average(self.average, self.model, min(recipe.average, self.step / (9 + self.step)))
        if self.records is not None and (self.step % _CURVE_EVERY == 0 or self.step == 1):
            speed = recipe.batch * recipe.accumulate * self.processes.world / (time.perf_counter() - started)
            more = {"rate": rate, "gradient": norm, "samples_a_second": speed}
            self.records.numbers(self.step, {**parts, **more})

    def _next(self, batches: Iterator[Batch]) -> Batch:
        try:
            return next(batches)
        except RuntimeError as error:
            if "worker" not in str(error) or isinstance(error, RrsisError):
                raise
            raise TrainingFailed(
                f"A loading process died ({str(error).splitlines()[0]}), most likely for want of memory: lower "
                f"workers = {self.recipe.workers}, and run the same command again.",
                step=self.step,
            ) from error

    def _backward(self, batch: Batch, last: bool) -> dict[str, float]:
        """Add the gradients of one forward pass; they meet those of other processes in the last one of a step.

        Raises:
            OutOfMemory: The batch does not fit.
        """
        try:
            return self._gradients(batch, last)
        except torch.OutOfMemoryError as error:
            raise OutOfMemory(
                f"A batch of {self.recipe.batch} does not fit into the memory of {self.processes.device}: lower batch "
                "and raise accumulate by as much, or set half = true.",
                batch=self.recipe.batch,
            ) from error

    def _gradients(self, batch: Batch, last: bool) -> dict[str, float]:
        there = batch.to(self.processes.device)
        apart: contextlib.AbstractContextManager[None] = contextlib.nullcontext()
        if isinstance(self.net, DistributedDataParallel) and not last:
            apart = self.net.no_sync()
        with apart:
            with autocast(self.processes.device, self.recipe.half):
                logits, own = self.net(there.image, there.ids, there.mask, there.truth)
            losses = recipe_losses(logits, there.truth, self.recipe, own)
            loss = total_loss(losses, self.recipe)
            (loss / self.recipe.accumulate).backward()  # type: ignore[no-untyped-call]
        return {**{name: float(value.detach()) for name, value in losses.items()}, "loss": float(loss.detach())}

    def _check(self, loss: float, norm: float, shown: list[Batch]) -> None:
        """Stop all processes where one has a loss that is not finite, or where too much cannot be read."""
        failed = [message for batch in shown for message in batch.failed]
        for message in failed:
            say(f"left out: {message}")
        broken = not (math.isfinite(loss) and math.isfinite(norm))
        broken_anywhere, failed_anywhere = self.processes.add_up([float(broken), float(len(failed))])
        if broken_anywhere:
            where = self.folder / f"broken-step{self.step}-rank{self.processes.rank}.pt"
            with contextlib.suppress(OSError, RuntimeError):  # a full disk must not hide what went wrong
                self.folder.mkdir(parents=True, exist_ok=True)
                torch.save([vars(batch) for batch in shown], where)
            kept = self.folder / CHECKPOINT
            state = f", the last state before in {kept}" if kept.is_file() else ""
            raise TrainingFailed(
                f"At step {self.step} the loss is {loss:g} and the gradient {norm:g}: its samples are in {where}"
                f"{state}. Lower the rate, clip the gradient, or look at the samples.",
                step=self.step,
            )
        self.standing.failed += int(failed_anywhere)
        if self.standing.failed > MAX_UNREADABLE * len(self.seen):
            raise TrainingFailed(
                f"{self.standing.failed} of {len(self.seen)} samples of this epoch cannot be read, more than "
                f"{MAX_UNREADABLE:.0%}: mend the data set. They are named above.",
                step=self.step,
            )

    def _end_epoch(self, epoch: int) -> None:
        """Measure on val where it is time, and keep the weights where they are the best so far."""
        failed, self.standing.failed = self.standing.failed, 0
        if epoch % self.recipe.val_every and epoch != self.recipe.epochs:
            return
        self.processes.check_alike(self.model)
        raw = self.model.state_dict()
        self.processes.take_from_first(self.model.buffers())  # BatchNorm's statistics, where not synchronised
        self.processes.take_from_first(self.average.values())
        with self._averaged(raw):
            chosen = measure(self.model, self.kept, self.processes)
            for message in chosen.failed:
                say(f"val, left out: {message}")
            self._hold_val(len(chosen.failed))
            scores = chosen.scores
            self.standing.history.append({"epoch": epoch, "step": self.step, "unreadable": failed, **scores})
            figure = scores[self.recipe.choose]
            before, best = self.standing.best, figure > self.standing.best
            self.standing.best = max(figure, before)
            if self.records is not None:
                said = " ".join(f"{name} {100 * value:.2f}" for name, value in scores.items())
                say(f"epoch {epoch}, val: {said}{' (best so far)' if best else ''}")
                self.records.numbers(self.step, scores, "val")
                self.records.pictures(self.step, chosen)
                if best and not self._keep_best(scores):
                    self.standing.best = before  # what lies there: the next measurement tries again

    def _hold_val(self, failed_here: int) -> None:
        """Stop where too little of val can be read to choose by; the epoch's work is kept.

        Raises:
            TrainingFailed: More than one sample in a hundred cannot.
        """
        failed = int(self.processes.add_up([float(failed_here)])[0])
        if failed > MAX_UNREADABLE * len(self.kept):
            raise TrainingFailed(
                f"{failed} of {len(self.kept)} samples of val cannot be read, more than {MAX_UNREADABLE:.0%}: mend the "
                "data set. They are named above.",
                step=self.step,
            )

    def _keep_best(self, scores: dict[str, float]) -> bool:
        """Write the best weights; return whether they are on the disk."""
        if self.records is None:
            return False
        try:
            self.records.weights(self.model.state_dict(), self.step, scores, self.standing.history)
        except DiskFull as error:
            say(error.message)
            return False
        return True

    @contextlib.contextmanager
    def _averaged(self, raw: State) -> Iterator[None]:
        """Put the averaged weights into the model, where there are any, and the learnt ones back afterwards."""
        if not self.average:
            yield
            return
        learnt = {key: value.clone() for key, value in raw.items()}
        self.model.load_state_dict(self.average)
        try:
            yield
        finally:
            self.model.load_state_dict(learnt)

    def _save(self, *, must: bool) -> None:
        """Write the checkpoint; a full disk is borne a few times, since training on may outlast it."""
        if not self.processes.first:
            return
        more: dict[str, Any] = dict(vars(self.standing))
        try:
            path = self.folder / CHECKPOINT
            save_checkpoint(path, self.model, self.average, self.optimiser, self.step, self.recipe, more)
            self._full = 0
        except DiskFull as error:
            self._full += 1
            if must or self._full == _FULL_DISKS:
                raise
            say(error.message)


def _spread(model: ReferringSegmenter, processes: Processes) -> nn.Module:
    teacher = Teacher(model)
    if processes.world == 1:
        return teacher
    cards = [processes.device.index] if processes.device.type == "cuda" else None
    return DistributedDataParallel(teacher, device_ids=cards)


def _seed_of(seed: int, step: int, rank: int) -> int:
    return (seed * 1_000_003 + step) * 65_537 + rank
