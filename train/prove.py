"""What the bundled model knows of places never seen: `python -m train.prove --data DIR`.

Two tables: every class by its name and by paraphrases that are no class phrases of training (written by somebody who
had not seen those), and how far answers hang on where tiles fall.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import cv2
import numpy as np
import rasterio
import torch
from numpy.typing import NDArray

from rrsis_core.catalog import get_card
from rrsis_core.grid import Window, with_context
from rrsis_core.models import create_model
from rrsis_core.models.base import ReferringSegmenter, Words
from rrsis_core.raster import open_raster
from rrsis_core.request import SegmentRequest
from rrsis_core.segment import segment
from rrsis_core.text import tokenise
from rrsis_core.training.batches import standardised
from rrsis_core.training.classes import CLASSES, INDEX, SYNONYMS
from rrsis_core.training.corpus import Scene, drawn_scenes, split_of
from rrsis_core.training.look import as_seen
from rrsis_core.training.metrics import NO_TARGET_SHARE

HERE = Path(__file__).parent
PARAPHRASES: dict[str, list[str]] = json.loads((HERE / "paraphrases.json").read_text(encoding="utf-8"))
NODATA = 255
Plane = NDArray[np.bool_]


@dataclass
class Tally:
    """What was counted of one class: IoU of each place, of all pixels together, and of the whole place taken for it."""

    ious: list[float] = field(default_factory=list)
    everything: list[float] = field(default_factory=list)
    paraphrased: list[float] = field(default_factory=list)
    by_words: dict[str, list[float]] = field(default_factory=dict)
    silent: list[bool] = field(default_factory=list)
    both: int = 0
    either: int = 0

    def add(self, found: Plane, truth: Plane, known: Plane) -> None:
        """Count one place asked for by name."""
        found = found & known
        self.both += int((found & truth).sum())
        self.either += int((found | truth).sum())
        if truth.any():
            self.ious.append(overlap(found, truth))
            self.everything.append(float(truth.sum() / known.sum()))
        elif known.all():
            self.silent.append(bool(found.mean() < NO_TARGET_SHARE))

    def row(self, name: str) -> str:
        """Return the table's row."""
        cells = [
            f"{np.mean(values):.2f}" if values else "–" for values in (self.everything, self.paraphrased, self.silent)
        ]
        together = self.both / max(self.either, 1)
        return f"| {name} | {len(self.ious)} | {np.mean(self.ious):.2f} | {together:.2f} | {' | '.join(cells)} |"


def overlap(found: Plane, truth: Plane) -> float:
    """Return the intersection over union of two masks; 1 where both are empty."""
    union = int((found | truth).sum())
    return float((found & truth).sum() / union) if union else 1.0


class Asker:
    """The bundled model, asked about whole places.

    Args:
        model: Name in the catalogue.
    """

    def __init__(self, model: str) -> None:
        self.card = get_card(model)
        self.model: ReferringSegmenter = create_model(model)
        self._words: dict[str, Words] = {}

    def words(self, phrase: str) -> Words:
        """Return the word states of `phrase`, encoded once."""
        if phrase not in self._words:
            tokens = tokenise([phrase], self.card)
            self._words[phrase] = self.model.encode_text(tokens.ids, tokens.mask)
        return self._words[phrase]

    @torch.inference_mode()
    def answers(self, scene: Scene, phrases: Sequence[str]) -> Iterator[Plane]:
        """Yield where each of `phrases` is in `scene`, (H, W)."""
        rgb, gsd_m = as_seen(scene)
        height, width = scene.truth.shape
        image = torch.from_numpy(standardised(rgb)).permute(2, 0, 1)[None]
        features = self.model.encode_image(image.contiguous(memory_format=torch.channels_last))
        place = torch.tensor([[0.0, 0.0, 1.0, 1.0, gsd_m]])
        for phrase in phrases:
            logits = self.model.decode(features, self.words(phrase), place)[0, 0].float().numpy()
            yield cv2.resize(logits, (width, height)) > 0


def count_classes(asker: Asker, scenes: Sequence[Scene]) -> dict[str, Tally]:
    """Return what was counted of every class in `scenes`."""
    tallies = {name: Tally() for name in CLASSES}
    for scene in scenes:
        known = {name: (scene.known >> np.uint32(INDEX[name]) & 1).astype(bool) for name in CLASSES}
        asked = [name for name in CLASSES if known[name].any()]
        truth = {name: (scene.truth >> np.uint32(INDEX[name]) & 1).astype(bool) & known[name] for name in asked}
        for name, found in zip(asked, asker.answers(scene, [SYNONYMS[name][0][1] for name in asked]), strict=True):
            tallies[name].add(found, truth[name], known[name])
        there = [(name, said) for name in asked if truth[name].any() for said in PARAPHRASES.get(name, ())]
        for (name, said), found in zip(there, asker.answers(scene, [said for _, said in there]), strict=True):
            tallies[name].paraphrased.append(overlap(found & known[name], truth[name]))
            tallies[name].by_words.setdefault(said, []).append(tallies[name].paraphrased[-1])
    return tallies


def shifted_overlap(raster: Path, phrases: tuple[str, ...], model: str, side_px: int) -> list[float]:
    """Return, a phrase each, the IoU of two answers about one area, for which tiles begin half a tile apart.

    What answers owe to where an area ends is another matter, and measured by bench/edges.py.

    Args:
        raster: A georeferenced file that is larger than `side_px` by half a tile on each side.
        phrases: What is asked.
        model: Name in the catalogue.
        side_px: Side of the square in the raster's middle that is asked, in pixels of the model.
    """
    card = get_card(model)
    half_px = (card.tile_px - card.overlap_px) // 2
    with open_raster(str(raster), gsd_range_m=card.gsd_range_m) as opened:
        rows, cols = (min(side_px, side - 2 * (half_px + card.overlap_px)) for side in opened.shape)
        area = Window((opened.shape[0] - rows) // 2, (opened.shape[1] - cols) // 2, rows, cols)
        bounds = opened.georef.bounds(area)

    def earlier(window: Window, whole: Window, *like: int) -> Window:
        kept = with_context(window, whole, *like)
        return Window(kept.row - half_px, kept.col - half_px, kept.height + half_px, kept.width + half_px)

    masks = []
    with tempfile.TemporaryDirectory() as folder:
        for number, begin in enumerate((with_context, earlier)):
            kept = str(Path(folder) / f"{number}.tif")
            request = SegmentRequest(
                str(raster), phrases, str(Path(folder) / f"{number}.gpkg"), model=model, probability=kept, bounds=bounds
            )
            with patch("rrsis_core.run.with_context", begin):
                segment(request)
            with rasterio.open(kept) as found:
                values = found.read()
            masks.append((values >= NODATA // 2) & (values != NODATA))
    return [overlap(first, second) for first, second in zip(*masks, strict=True)]


def main(argv: Sequence[str] | None = None) -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(prog="python -m train.prove", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the shared training imagery")
    parser.add_argument("--split", choices=("val", "test"), default="test", help="which places")
    parser.add_argument("--model", default="lgce-tiny", help="name in the catalogue")
    parser.add_argument("--shift", type=Path, help="a raster on which tiles are moved by half a tile")
    parser.add_argument("--phrase", action="append", help="asked of the moved tiles")
    parser.add_argument("--side", type=int, default=2400, help="pixels a side that are compared")
    typed = parser.parse_args(argv)
    holdout = json.loads((HERE / "holdout.json").read_text(encoding="utf-8"))
    scenes = [scene for scene in drawn_scenes(typed.data) if split_of(scene.path, holdout) == typed.split]
    tallies = {name: each for name, each in count_classes(Asker(typed.model), scenes).items() if each.ious}
    print(
        "| class | places | mIoU | oIoU | mIoU of all-foreground | mIoU of a paraphrase | right that it is not there |"
    )
    print("|---|---|---|---|---|---|---|")
    for name, tally in tallies.items():
        print(tally.row(name))
    both = [each for each in tallies.values() if each.paraphrased]
    named, other = (np.mean([np.mean(getattr(each, key)) for each in both]) for key in ("ious", "paraphrased"))
    print(f"classes with a paraphrase: {named:.3f} by name, {other:.3f} by paraphrase")
    for name, tally in tallies.items():
        said = "; ".join(f"{words} {np.mean(values):.2f}" for words, values in tally.by_words.items())
        print(f"{name}: {said}" if said else f"{name}: no paraphrase")
    if typed.shift:
        phrases = tuple(typed.phrase or ("buildings", "trees", "road", "cars"))
        for phrase, value in zip(phrases, shifted_overlap(typed.shift, phrases, typed.model, typed.side), strict=True):
            print(f"moved by half a tile: {phrase} {value:.3f}")


if __name__ == "__main__":
    main()
