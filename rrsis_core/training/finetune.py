"""Fine-tuning: the bundled model learns one's own phrases, and keeps what it knew.

Kept is what it knew in four ways: the image side stays as it is unless asked for; every crop also asks for classes
that the old model saw there (learning without forgetting, arXiv 1606.09282, with hard labels where it was sure); the
rates are low; and the weights that are written lie between the old ones and a running mean of the new ones (after
WiSE-FT, arXiv 2109.01903).
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Protocol, TypeVar

import torch
from safetensors import SafetensorError

from .. import __version__
from ..catalog import ModelCard
from ..datasets.base import Dataset, Sample
from ..datasets.own import open_own
from ..errors import Cancelled, DatasetInvalid, OutputNotWritable, RequestInvalid, RrsisWarning, TrainingFailed, warn
from ..models import create_model
from ..models.base import ReferringSegmenter
from ..models.lgce_tiny import LgceTiny
from ..models.weights import restore_floats
from ..own_models import METADATA, FineTuneRequest, find_card, models_folder, read_metadata
from ..watching import Watched
from .batches import Batches
from .bundle import quantise, write_weights
from .checkpoint import State
from .config import TrainConfig
from .contents import data_hash
from .corpus import Scene
from .evaluate import Evaluation, evaluate
from .finders import CorridorFinder
from .loop import train
from .own_scenes import SOURCE, ModelBank, read_scenes, remember, taught_classes
from .sampling import ObjectSampler

T = TypeVar("T")
CHECKPOINT = "training.pt"
LEAST_TRAIN, LEAST_VAL = 5, 1
NEW_SHARE = 0.7  # on drawn helipads: mIoU 0.52 at 1.0 and 0.40 at 0.7; of what it knew, 0.252 and 0.265 of 0.273
_CPU = torch.device("cpu")


class StageWatch(Protocol):
    """Wraps what is worked through in a stage: "evaluate", "read" or "train"; ends it early to stop the run."""

    def __call__(self, items: Iterable[T], stage: str) -> Iterable[T]:
        """Hand `items` on."""
        ...


def unwatched(items: Iterable[T], stage: str) -> Iterable[T]:
    """Hand `items` on."""
    return items


@dataclass(frozen=True)
class FineTuned:
    """What came of it.

    Args:
        model: The name that it is found by from now on.
        path: Its weights; "" where the run was stopped before the end.
        complete: False where it was stopped; its checkpoint waits for `resume`.
        steps, of_steps: How many were done, and how many there are.
        images, phrases: What was learned from.
        before, after: Figures on the split "val"; `after` is empty where the run was stopped.
        seconds: How long it took.
    """

    model: str
    path: str
    complete: bool
    steps: int
    of_steps: int
    images: int
    phrases: int
    before: dict[str, float]
    after: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON values; figures that are not finite become None."""
        values = asdict(self)
        for key in ("before", "after"):
            values[key] = {name: value if value == value else None for name, value in values[key].items()}
        return values


def finetune(request: FineTuneRequest, watch: StageWatch = unwatched) -> FineTuned:
    """Train, measure before and after, and put the model where it is found by name.

    Args:
        request: What learns from what.
        watch: Wraps each stage, for progress; a stage that ends early stops the run.

    Raises:
        RequestInvalid: The name is taken or no name, or the model is none that can learn here.
        DatasetInvalid: The data are wrong, too few, or say nothing of a split "val".
        Cancelled: Stopped before the first step.
        TrainingFailed: The checkpoint belongs to another run.
        OutputNotWritable, DiskFull: Nothing can be written there.
    """
    started = time.monotonic()
    request = request.checked()
    card, folder = learner(request.model), _folder(request)
    try:
        return _learn(request, card, folder, watch, started)
    finally:
        with contextlib.suppress(OSError):
            folder.rmdir()  # only where nothing came of it


def _learn(request: FineTuneRequest, card: ModelCard, folder: Path, watch: StageWatch, started: float) -> FineTuned:
    dataset = open_own(Path(request.data))
    learned, kept = splits(dataset)
    model = create_model(card)
    if not isinstance(model, LgceTiny):
        raise _cannot(card)
    before = _measured(model, card, kept, watch)
    bank = ModelBank(model, card)
    scenes = _scenes(learned, model, bank, card, watch)
    phrases = [phrase.text for scene in scenes for phrase in scene.phrases]
    config = plan(request, len(phrases), dataset)
    shown = [phrase.text for scene in scenes for phrase in scene.phrases if phrase.objects]
    batches = Batches(config, ObjectSampler(scenes), bank, shown)
    average, steps, stopped = _trained(model, config, batches, folder, watch)
    result = FineTuned(request.output, "", False, steps, config.steps, len(scenes), len(phrases), _figures(before))
    if stopped:
        return replace(result, seconds=time.monotonic() - started)
    taught = create_model(card)
    mixed = between(taught.state_dict(), average, NEW_SHARE)
    taught.load_state_dict(restore_floats(quantise(mixed), folder))  # measured is what is written
    after = _measured(taught, replace(card, name=request.output), kept, watch)
    result = replace(result, after=_figures(after), complete=True, seconds=time.monotonic() - started)
    _warn_if_worse(result)
    path = _written(taught, model.digest, request, card, config, result, dataset)
    return replace(result, path=str(path))


def learner(name: str) -> ModelCard:
    """Return the card of a model that can learn here.

    Raises:
        ModelUnknown: No such model.
        RequestInvalid: It is none of those that can.
    """
    card = find_card(name)
    if not card.builder.startswith("lgce_tiny:"):
        raise _cannot(card)
    return card


def _cannot(card: ModelCard) -> RequestInvalid:
    return RequestInvalid(
        f"{card.name} cannot be fine-tuned here: take lgce-tiny, or a model that was made of it. The others are trained"
        " by their recipes, see “Training” in the documentation.",
        name="model",
        value=card.name,
    )


def _folder(request: FineTuneRequest) -> Path:
    """Return the folder of the model that comes out, in which a run that is not to be gone on with leaves nothing."""
    folder = models_folder() / request.output
    if (folder / METADATA).exists() and not request.replace:
        raise RequestInvalid(
            f'There is a model "{request.output}" already, in {folder}: give another name, or replace it.',
            name="output",
            value=request.output,
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not request.resume:
            (folder / CHECKPOINT).unlink(missing_ok=True)
    except OSError as error:
        raise _not_writable(folder, error) from error
    return folder


def _not_writable(path: Path, error: Exception) -> OutputNotWritable:
    return OutputNotWritable(
        f"{path} cannot be written ({getattr(error, 'strerror', None) or error}). Name another folder in RRSIS_HOME.",
        path=str(path),
    )


def splits(dataset: Dataset) -> tuple[list[Sample], Dataset]:
    """Return the samples to learn from, and those to measure with, both with exact truths.

    Raises:
        DatasetInvalid: There are too few.
    """
    exact = [sample for sample in dataset.samples if sample.truth.exact]
    learned = [sample for sample in exact if sample.split == "train"]
    kept = [sample for sample in exact if sample.split == "val"]
    positive = sum(sample.kind != "absent" for sample in learned)
    if positive < LEAST_TRAIN:
        raise DatasetInvalid(
            f'{dataset.root} has {positive} phrases of split "train" with a mask or polygons; at least {LEAST_TRAIN}'
            ' are needed, and 20 or more are better. Write "split": "train" and "val" into the lines of phrases.jsonl,'
            " or export more tiles.",
            path=str(dataset.root),
            count=positive,
        )
    if sum(sample.kind != "absent" for sample in kept) < LEAST_VAL:
        raise DatasetInvalid(
            f'{dataset.root} has no phrase of split "val" with a mask or polygons, so that nobody could say whether the'
            " model got better. Keep a share of the places for validation when you export, a larger one where the"
            ' area is small, or write "split": "val" into some lines of phrases.jsonl.',
            path=str(dataset.root),
        )
    return learned, replace(dataset, samples=tuple(kept))


def plan(request: FineTuneRequest, phrases: int, dataset: Dataset) -> TrainConfig:
    """Return the run, named by all that it learns from: 3 steps a phrase, 150 to 600, unless the request says."""
    steps = request.steps or min(600, max(150, 3 * phrases))
    return TrainConfig(
        name=f"{request.output} of {data_hash(dataset)[:16]}",
        stage="phrases" if request.everything else "words",
        steps=steps,
        start=request.model,
        sides=(256,),
        crops=(8,),
        shares={SOURCE: 1.0},
        backbone_rate=1e-4,
        head_rate=5e-4,
        new_rate=1e-3,
        warmup=min(20, steps // 4),
        decay_from=0.5,
        average=0.98,
        batchnorm_momentum=0.0,
        save_every=50,
    )


def between(old: State, new: State, share: float) -> State:
    """Return the weights that lie `share` of the way from `old` to `new`; what is no number with a point is new."""
    return {
        key: torch.lerp(old[key], value, share) if value.is_floating_point() else value for key, value in new.items()
    }


def _all(items: Sequence[T] | Watched[T], stage: str, watch: StageWatch) -> Iterator[T]:
    """Yield `items` as `watch` hands them on; raises Cancelled where it ends early."""
    done = 0
    for item in watch(items, stage):
        yield item
        done += 1
    if done < len(items):
        raise Cancelled(f'The fine-tuning was stopped in the stage "{stage}"; the model was left as it was.')


def _measured(model: ReferringSegmenter, card: ModelCard, kept: Dataset, watch: StageWatch) -> Evaluation:
    finder = CorridorFinder(model, card, _CPU)
    return evaluate(kept, finder, watch=lambda groups: _all(list(groups), "evaluate", watch))


def _figures(result: Evaluation) -> dict[str, float]:
    return dict(result.summary)


def _scenes(
    samples: Sequence[Sample], model: LgceTiny, bank: ModelBank, card: ModelCard, watch: StageWatch
) -> list[Scene]:
    """Return the scenes of `samples` with what `model` knows of them."""
    groups: dict[tuple[Path, float | None], list[Sample]] = {}
    for sample in samples:
        groups.setdefault((sample.image, sample.gsd_m), []).append(sample)
    taught = taught_classes([sample.phrase for sample in samples])
    model.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    scenes = []
    for scene in _all(Watched(read_scenes(list(groups.values()), card), len(groups)), "read", watch):
        if scene is not None:
            remember(model, bank, scene, taught)
            scenes.append(scene)
    positive = sum(bool(phrase.objects) for scene in scenes for phrase in scene.phrases)
    if positive < LEAST_TRAIN:
        raise DatasetInvalid(
            f"Only {positive} phrases to learn from could be read; at least {LEAST_TRAIN} are needed. The warnings say"
            " what is wrong with the others.",
            count=positive,
        )
    return scenes


def _trained(
    model: LgceTiny, config: TrainConfig, batches: Batches, folder: Path, watch: StageWatch
) -> tuple[State, int, bool]:
    """Return the averaged weights, the steps done, and whether the run was stopped before the end."""
    waiting = config.steps

    def counted(items: Iterable[Any]) -> Iterator[Any]:
        nonlocal waiting
        waiting = len(items)  # type: ignore[arg-type]
        for item in watch(items, "train"):
            waiting -= 1
            yield item

    try:
        average, step = train(model, config, batches, folder / CHECKPOINT, lambda *_: None, watch=counted)
    except TrainingFailed as error:
        if error.details.get("key") == "name":
            error.message = (
                f"{folder / CHECKPOINT} cannot be gone on with: phrases, images or masks were changed since that run "
                "began. Start without resuming, which begins anew."
            )
        raise
    return average, step, waiting > 0


def _warn_if_worse(result: FineTuned) -> None:
    before, after = result.before["mIoU"], result.after["mIoU"]
    if after <= before:
        warn(
            RrsisWarning(
                f"The model did not get better at what was kept for validation (mIoU {before:.3f} before, {after:.3f}"
                " after): give it more samples, or check their polygons.",
                before=before,
                after=after,
            )
        )


def _written(
    model: ReferringSegmenter,
    of_digest: str,
    request: FineTuneRequest,
    card: ModelCard,
    config: TrainConfig,
    result: FineTuned,
    dataset: Dataset,
) -> Path:
    """Write the weights and what stands beside them; return the weights' path."""
    folder = models_folder() / request.output
    base = str(read_metadata(Path(card.folder)).get("base")) if card.folder else card.name
    metadata = {
        "base": base,
        "of": card.name,
        "of_digest": f"sha256:{of_digest}",
        "made": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "rrsis": __version__,
        "data": {"name": dataset.name, "images": result.images, "phrases": result.phrases},
        "run": asdict(config),
        "steps": result.steps,
        "seconds": round(result.seconds, 1),
        "val_scores": {key: result.to_json()[key] for key in ("before", "after")},
    }
    try:
        write_weights(folder, model.state_dict(), metadata)
    except (OSError, SafetensorError) as error:  # its writer hides a full disk in an error of its own
        raise _not_writable(folder, error) from error
    with contextlib.suppress(OSError):
        os.unlink(folder / CHECKPOINT)
    return folder / "model.safetensors"
