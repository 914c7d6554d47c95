"""Triplets written as one's own data, with statistics of what came out."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from ...errors import OutputNotWritable
from ..base import ABSENT
from ..own import FILE
from .compose import Meaning
from .things import Scene


@dataclass
class TripletWriter:
    """Writes phrases.jsonl and masks/*.png into a folder; `close` adds the statistics.

    Args:
        folder: Made where it is missing; images are named relative to it.

    Raises:
        OutputNotWritable: It cannot be made or holds phrases already.
    """

    folder: Path
    lines: list[dict[str, Any]] = field(default_factory=list, init=False)
    shares: list[float] = field(default_factory=list, init=False)
    counts: list[int] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        """Make the folder."""
        try:
            (self.folder / "masks").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _not_writable(self.folder, error) from error
        if (self.folder / FILE).exists():
            raise OutputNotWritable(
                f"{self.folder} holds {FILE} already: choose a new folder, or remove it.", path=str(self.folder)
            )

    def add(self, scene: Scene, phrases: Iterable[tuple[str, Meaning]], split: str) -> None:
        """Write the triplets of one scene.

        Raises:
            OutputNotWritable: The disk is full or the folder read-only.
        """
        image = os.path.relpath(scene.image.resolve(), self.folder.resolve())
        for phrase, meaning in phrases:
            line: dict[str, Any] = {"image": image, "phrase": phrase, "kind": meaning.kind, "target": meaning.target}
            line |= {"split": split, "gsd_m": scene.gsd_m, "place": scene.place or image}
            line |= self._truth(scene, meaning)
            self.lines.append({key: value for key, value in line.items() if value not in (None, "")})

    def _truth(self, scene: Scene, meaning: Meaning) -> dict[str, Any]:
        """Return the truth's keys, after writing the mask that they name."""
        if not meaning.things:
            return {}
        mask = scene.mask(meaning.things)
        self.shares.append(float(mask.mean()))
        self.counts.append(len(meaning.things))
        if any(thing.box is not None for thing in meaning.things):
            return {"boxes": [list(thing.box) for thing in meaning.things if thing.box is not None]}
        if any(thing.point is not None for thing in meaning.things):
            return {"points": [list(thing.point) for thing in meaning.things if thing.point is not None]}
        name = f"masks/{len(self.lines) + 1:06d}.png"
        try:
            Image.fromarray(np.where(mask, np.uint8(255), np.uint8(0))).save(self.folder / name)
        except OSError as error:
            raise _not_writable(self.folder / name, error) from error
        return {"mask": name}

    def close(self) -> dict[str, Any]:
        """Write the phrases and the statistics, and return the latter.

        Raises:
            OutputNotWritable: The disk is full or the folder read-only.
        """
        statistics = self.statistics()
        texts = {
            FILE: "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in self.lines),
            "statistics.json": json.dumps(statistics, indent=1) + "\n",
            "statistics.svg": plot(statistics["histograms"]),
        }
        for name, text in texts.items():
            try:
                (self.folder / name).write_text(text, encoding="utf-8")
            except OSError as error:
                raise _not_writable(self.folder / name, error) from error
        return statistics

    def statistics(self) -> dict[str, Any]:
        """Return counts by kind, target and split, and the histograms that the paper of RefSegRS shows."""
        words = [len(line["phrase"].split()) for line in self.lines]
        absent = sum(line["kind"] == ABSENT for line in self.lines)
        return {
            "triplets": len(self.lines),
            "images": len({line["image"] for line in self.lines}),
            "absent": absent,
            "words a phrase": round(float(np.mean(words)), 2) if words else 0.0,
            "kinds": dict(Counter(line["kind"] for line in self.lines).most_common()),
            "targets": dict(Counter(line["target"] for line in self.lines).most_common()),
            "splits": dict(Counter(line["split"] for line in self.lines if "split" in line)),
            "histograms": {
                "words a phrase": _histogram(words, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10**9]),
                "share of the image, %": _histogram(
                    [100 * share for share in self.shares], [0, 0.1, 0.3, 1, 3, 10, 30, 100.01]
                ),
                "objects a phrase": _histogram(self.counts, [1, 2, 3, 4, 6, 11, 21, 51, 10**9]),
            },
        }


def _not_writable(path: Path, error: OSError) -> OutputNotWritable:
    return OutputNotWritable(f"{path} cannot be written ({error}): choose another folder.", path=str(path))


def _histogram(values: Sequence[float], edges: Sequence[float]) -> dict[str, int]:
    """Return how many values lie from each edge up to the next, by name; the rest falls into the last."""
    counts = np.histogram(np.clip(values, edges[0], edges[-1] - 1e-9), edges)[0]
    whole = all(isinstance(edge, int) for edge in edges)
    names = []
    for low, high in zip(edges, edges[1:], strict=False):
        last = high - 1 if whole else high
        names.append(f"{low}" if last == low else f"{low}+" if high >= 10**6 else f"{low:g}–{min(last, 100):g}")
    return {name: int(count) for name, count in zip(names, counts, strict=True)}


def plot(histograms: dict[str, dict[str, int]]) -> str:
    """Return the histograms side by side as an SVG that stands alone."""
    width, height, margin = 300, 180, 34
    parts = []
    for panel, (title, bars) in enumerate(histograms.items()):
        left, most = panel * (width + margin) + margin, max([*bars.values(), 1])
        step = width / len(bars)
        parts.append(f'<text x="{left}" y="16" font-weight="bold">{title}</text>')
        for index, (name, count) in enumerate(bars.items()):
            tall = count / most * (height - 40)
            x, y = left + index * step, height - tall
            parts.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{step - 3:.1f}" height="{tall:.1f}" fill="#2a78c2"/>')
            parts.append(f'<text x="{x + step / 2:.1f}" y="{height + 14}" text-anchor="middle">{name}</text>')
            parts.append(f'<text x="{x + step / 2:.1f}" y="{y - 3:.1f}" text-anchor="middle">{count}</text>')
    whole = len(histograms) * (width + margin) + margin
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{height + 24}" font-family="sans-serif" '
        f'font-size="9">{"".join(parts)}</svg>\n'
    )
