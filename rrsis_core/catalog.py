"""Which models there are and what each needs: a table of facts, readable without torch."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import Optional, Tuple

from .errors import ModelUnknown

IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_STD = (0.229, 0.224, 0.225)


@dataclass(frozen=True)
class WeightFile:
    """A file of weights and where it comes from; what could not be read anywhere is None.

    Args:
        file: Name of the file, in the bundle or in the repository.
        repository: "owner/name" on the hub that serves it; "" for the bundled model.
        revision: The commit that is fetched.
        size_bytes, sha256: What must arrive.
        licence: Of the weights.
        trained_on: Data sets, with their attributions.
    """

    file: str
    repository: str = ""
    revision: Optional[str] = None
    size_bytes: Optional[int] = None
    sha256: Optional[str] = None
    licence: str = ""
    trained_on: str = ""


@dataclass(frozen=True)
class ModelCard:
    """What a model is and how it wants to be fed.

    Args:
        name: As people call it on the command line.
        title: As lists show it.
        paper, code: Where it was published, and the authors' code with its commit.
        licence: Of the authors' code; our code is under the project's own licence.
        builder: "module:function" below rrsis_core.models that makes it.
        tile_px: Side of the square tiles that it sees.
        overlap_px: How many pixels neighbouring tiles share.
        gsd_range_m: Finest and coarsest ground sample distance, in metres, at which it looks.
        mean, std: Standardisation of RGB in [0, 1].
        text_encoder: Which vocabulary its words come from.
        max_tokens: Word pieces that it reads of a phrase, start and end marks included.
        weights: Where its weights come from; None: only a user's own.
        any_size: Whether tiles of other sizes than tile_px work.
    """

    name: str
    title: str
    paper: str
    code: str
    licence: str
    builder: str
    tile_px: int = 480
    overlap_px: int = 96
    gsd_range_m: Tuple[float, float] = (0.3, 0.3)
    mean: Tuple[float, float, float] = IMAGENET_MEAN
    std: Tuple[float, float, float] = IMAGENET_STD
    text_encoder: str = "bert-base-uncased"
    max_tokens: int = 20
    weights: Optional[WeightFile] = None
    any_size: bool = True

    @property
    def bundled(self) -> bool:
        """Whether the weights come with the plugin."""
        return self.weights is not None and not self.weights.repository


_CARDS = (
    ModelCard(
        name="lgce-tiny",
        title="LGCE-tiny (bundled, runs on any laptop)",
        paper="Ours, after: RRSIS: Referring Remote Sensing Image Segmentation, arXiv 2306.08625",
        code="",
        licence="GPL-3.0-or-later",
        builder="lgce_tiny:lgce_tiny",
        gsd_range_m=(0.3, 0.6),
        text_encoder="minilm-trimmed",
        max_tokens=32,
        weights=WeightFile(file="model.safetensors", licence="CC BY 4.0"),
    ),
    ModelCard(
        name="lgce",
        title="LGCE (Swin-B, BERT-base)",
        paper="RRSIS: Referring Remote Sensing Image Segmentation, arXiv 2306.08625",
        code="https://github.com/zhu-xlab/rrsis d6d5ace",
        licence="Apache-2.0 file, CC BY 4.0 in its README",
        builder="lgce:lgce",
        gsd_range_m=(0.325, 0.325),
    ),
    ModelCard(
        name="lgce-full",
        title="LGCE as its paper describes it (our reading)",
        paper="RRSIS: Referring Remote Sensing Image Segmentation, arXiv 2306.08625",
        code="",
        licence="GPL-3.0-or-later",
        builder="lgce:lgce_full",
        gsd_range_m=(0.325, 0.325),
    ),
    ModelCard(
        name="lavt",
        title="LAVT (Swin-B, BERT-base)",
        paper="LAVT: Language-Aware Vision Transformer for Referring Image Segmentation, arXiv 2112.02244",
        code="https://github.com/yz93/LAVT-RIS 1da0af9",
        licence="GPL-3.0",
        builder="lavt:lavt",
        gsd_range_m=(0.325, 0.325),
    ),
)

CATALOG = {card.name: card for card in _CARDS}
DEFAULT_MODEL = "lgce-tiny"


def get_card(name: str) -> ModelCard:
    """Return the card of that name.

    Raises:
        ModelUnknown: There is none; the message offers the nearest names.
    """
    if name in CATALOG:
        return CATALOG[name]
    near = difflib.get_close_matches(name, CATALOG, n=1)
    hint = f' Did you mean "{near[0]}"?' if near else ""
    raise ModelUnknown(
        f'There is no model "{name}".{hint} The catalogue has: {", ".join(sorted(CATALOG))}.',
        model=name,
        known=", ".join(sorted(CATALOG)),
    )
