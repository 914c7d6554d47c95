"""What is known of a model: facts, readable without torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_STD = (0.229, 0.224, 0.225)
PACKED_VOCABULARIES = frozenset({"bert-base-uncased", "minilm-trimmed"})
"""Vocabularies that come with the plugin; others lie beside the weights of their model."""


@dataclass(frozen=True)
class WeightFile:
    """A file of weights and where it comes from; what could not be read anywhere is None.

    Args:
        file: Name of the file, in the bundle or in the repository.
        repository: "owner/name" on the hub that serves it; "" for the bundled model.
        revision: The commit that is fetched.
        size_bytes, sha256: What must arrive.
        source: Where revision, size and hash were read; "" where nobody could be read.
        licence: Of the weights.
        trained_on: Data sets, with their attributions.
        prefix: What stands before the names of its tensors in the model, where it brings a part of it.
    """

    file: str
    repository: str = ""
    revision: Optional[str] = None
    size_bytes: Optional[int] = None
    sha256: Optional[str] = None
    source: str = ""
    licence: str = ""
    trained_on: str = ""
    prefix: str = ""

    @property
    def place(self) -> str:
        """Where it lies on the hub: "owner/name/file"."""
        return f"{self.repository}/{self.file}"


@dataclass(frozen=True)
class Score:
    """What a paper reports of a model on the test split of a data set, trained on that data set, in percent.

    Args:
        data_set: Its name.
        oiou: Cumulative intersection over union of all pixels.
        miou: Mean intersection over union of the expressions.
        source: Where the figures stand.
    """

    data_set: str
    oiou: float
    miou: float
    source: str


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
        lattice_px: Tiles begin at multiples of this, counted from the raster's first pixel: the stride of its coarsest
            map, where its answer hangs on how that map falls; 1 where it is all the same.
        gsd_range_m: Finest and coarsest ground sample distance, in metres, at which it looks.
        mean, std: Standardisation of RGB in [0, 1].
        text_encoder: Which vocabulary its words come from.
        max_tokens: Word pieces that it reads of a phrase, start and end marks included.
        weights: Where its weights come from; None: only a user's own.
        any_size: Whether tiles of other sizes than tile_px work.
        scores: What papers report of it; none of these weights are public unless `weights` says so.
        more_weights: Further files, each with a part of the model.
        own_losses: Names of losses that its paper adds to those of the mask, which a recipe may weigh.
        keeps_end: Whether a phrase that is too long keeps its end mark, instead of one more of its pieces.
        vocabulary: Where its `tokenizer.json` comes from, where its words are not those of a vocabulary in the plugin.
        folder: Where the weights of a model of one's own lie; "" for those of the catalogue.
    """

    name: str
    title: str
    paper: str
    code: str
    licence: str
    builder: str
    tile_px: int = 480
    overlap_px: int = 96
    lattice_px: int = 1
    gsd_range_m: Tuple[float, float] = (0.3, 0.3)
    mean: Tuple[float, float, float] = IMAGENET_MEAN
    std: Tuple[float, float, float] = IMAGENET_STD
    text_encoder: str = "bert-base-uncased"
    max_tokens: int = 20
    weights: Optional[WeightFile] = None
    any_size: bool = True
    scores: Tuple[Score, ...] = ()
    folder: str = ""
    more_weights: Tuple[WeightFile, ...] = ()
    own_losses: Tuple[str, ...] = ()
    vocabulary: Optional[WeightFile] = None
    keeps_end: bool = False

    @property
    def bundled(self) -> bool:
        """Whether the weights come with the plugin."""
        return self.weights is not None and not self.weights.repository

    @property
    def weight_files(self) -> Tuple[WeightFile, ...]:
        """What is fetched for its tensors; nothing where they are bundled or not public."""
        return (self.weights, *self.more_weights) if self.weights is not None and not self.bundled else ()

    @property
    def words_packed(self) -> bool:
        """Whether its vocabulary comes with the plugin."""
        return self.text_encoder in PACKED_VOCABULARIES
