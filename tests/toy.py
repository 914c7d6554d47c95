"""A model whose answers are known beforehand: it finds the pixels of the colour that the phrase names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import rasterio
import torch
from rasterio.transform import Affine
from torch import Tensor

from rrsis_core.catalog import get_card
from rrsis_core.models.base import Features, ReferringSegmenter, Words
from rrsis_core.request import SegmentRequest

CARD = get_card("lgce")  # the toy reads BERT's vocabulary and standardised tiles of 480 px, as LGCE does
GSD_M = CARD.gsd_range_m[0]
COLOURS = {2417: (1, -0.5, -0.5), 2665: (-0.5, 1, -0.5), 2630: (-0.5, -0.5, 1)}  # ids of red, green, blue


class ColourModel(ReferringSegmenter):
    """Logit 20 · (the colour's excess - 0.4); `limit` is the largest batch that "fits into memory"."""

    def __init__(self, limit: int = 1000) -> None:
        super().__init__()
        self.limit = limit
        self.images = 0
        self.places: list[Tensor] = []
        self.register_buffer("mean", torch.tensor(CARD.mean).reshape(1, 3, 1, 1))
        self.register_buffer("std", torch.tensor(CARD.std).reshape(1, 3, 1, 1))

    def encode_image(self, image: Tensor) -> Features:
        if len(image) > self.limit:
            raise MemoryError
        self.images += len(image)
        return (image * self.std + self.mean,)

    def encode_text(self, ids: Tensor, mask: Tensor) -> Words:
        colours = [next((COLOURS[i] for i in row if i in COLOURS), (0, 0, 0)) for row in ids.tolist()]
        return Words(torch.tensor(colours, dtype=torch.float32)[:, None], mask)

    def decode(self, features: Features, words: Words, place: Tensor | None = None) -> Tensor:
        self.places.append(place)
        excess = (features[0] * words.states[:, 0, :, None, None]).sum(1, keepdim=True)
        return 20 * (excess - 0.4)


class StopAfter:
    """A watcher that ends, or fails, after so many tiles."""

    def __init__(self, count: int, error: BaseException | None = None) -> None:
        self.count, self.error, self.seen = count, error, 0

    def __call__(self, items: Iterable) -> Iterator:
        for item in items:
            if self.seen == self.count:
                if self.error is not None:
                    raise self.error
                return
            self.seen += 1
            yield item


def paint(height: int, width: int, seed: int = 0) -> np.ndarray:
    """Return (3, H, W) uint8: grey ground, and red and blue rectangles that do not touch."""
    rng = np.random.default_rng(seed)
    image = np.full((3, height, width), 110, np.uint8)
    for row in range(10, height - 40, 60):
        for col in range(10, width - 40, 60):
            colour = rng.integers(0, 3)
            if colour < 2:
                h, w = rng.integers(12, 40, 2)
                image[:, row : row + h, col : col + w] = np.array([(230, 20, 30), (20, 30, 230)][colour])[:, None, None]
    return image


def write(path: Path, image: np.ndarray, *, crs: str | None = "EPSG:32645", gsd_m: float = GSD_M, **more) -> Path:
    """Write `image` as a GeoTIFF with pixels of `gsd_m`."""
    transform = Affine(gsd_m, 0, 350_000, 0, -gsd_m, 3_057_000)
    count, height, width = image.shape
    with rasterio.open(
        path, "w", driver="GTiff", height=height, width=width, count=count, dtype=image.dtype, crs=crs,
        transform=transform, **more,
    ) as target:  # fmt: skip
        target.write(image)
    return path


def town(folder: Path, width: int) -> SegmentRequest:
    """Return a request for two phrases over several rows of tiles of the bundled model, `width` pixels across."""
    raster = write(folder / "town.tif", paint(2700, width), gsd_m=0.3)
    output, probability = str(folder / "out.gpkg"), str(folder / "p.tif")
    return SegmentRequest(str(raster), ("red roof", "blue roof"), output, probability=probability, device="cpu")
