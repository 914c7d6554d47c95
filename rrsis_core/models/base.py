"""The one face of every model: image features, without words where it allows that, word states, one logit a pixel."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Optional

import torch
from torch import Tensor, nn

Features = tuple[Tensor, ...]


@dataclass(frozen=True)
class Words:
    """What the text side makes of a batch of phrases.

    Args:
        states: (B, L, D) one vector a word piece.
        mask: (B, L) 1 where there is a word piece, 0 where there is padding.
    """

    states: Tensor
    mask: Tensor

    def select(self, index: Tensor) -> Words:
        """Return the phrases that `index` (N,) int64 names, in its order."""
        return Words(self.states[index], self.mask[index])


class Unwanted(Exception):
    """An answer was given up, since nobody wants it any more."""


def never() -> bool:
    """Return False: nothing is given up."""
    return False


class ReferringSegmenter(nn.Module):
    """A referring segmentation model.

    `place` is (B, 5) float32: top, left, bottom and right of the tile as fractions of the requested window, and the
    ground sample distance in metres. Models that know nothing of place ignore it; None means the whole window at the
    card's own resolution.
    """

    digest: str = ""
    """SHA-256 of the weight file it was loaded from, hexadecimal; empty for random weights."""

    words_enter_late: bool = False
    """Whether `encode_image` does the bulk of the work, so that its features are worth keeping for further phrases."""

    arranged_by: str = ""
    """Module and function, "module:function", that arrange it for asking on a processor; empty: nothing does."""

    learns_by: str = ""
    """Module and function, "module:function", that let it learn what its authors let; empty: it is ready."""

    def teach(self, image: Tensor, ids: Tensor, mask: Tensor, truth: Tensor) -> tuple[Tensor, dict[str, Tensor]]:
        """Return logits (B, 1, H, W) and its paper's own losses by name, for `truth` (B, H, W), 0 or 1, in training."""
        return self(image, ids, mask), {}

    @abstractmethod
    def encode_image(self, image: Tensor) -> Features:
        """Return what can be computed without words from `image` (B, 3, H, W), standardised as the card says.

        A model that fuses words early returns (image,).
        """

    def placed(self, features: Features, place: Optional[Tensor]) -> Features:
        """Return `features` with what can be known of them without words at that place, as `decode` takes them too."""
        return features

    @abstractmethod
    def encode_text(self, ids: Tensor, mask: Tensor) -> Words:
        """Return the word states of token `ids` (B, L) int64 with `mask` (B, L), 1 for words and 0 for padding."""

    @abstractmethod
    def decode(self, features: Features, words: Words, place: Optional[Tensor] = None) -> Tensor:
        """Return logits (B, 1, H, W) at the size of the image that `features` came from; features and words share B."""

    def decode_each(
        self, features: Features, words: Words, place: Optional[Tensor] = None, stopped: Callable[[], bool] = never
    ) -> Tensor:
        """Return logits (B, P, H, W) of P phrases in each of the B images that `features` came from.

        Raises:
            Unwanted: `stopped` returned True before a phrase; asked only where one is decoded after the other.
        """
        images, phrases = len(features[0]), len(words.mask)
        index = torch.arange(phrases, device=words.mask.device).repeat(images)
        places = None if place is None else place.repeat_interleave(phrases, dim=0)
        logits = self.decode(repeat_features(features, phrases), words.select(index), places)
        return logits.reshape(images, phrases, *logits.shape[-2:])

    def forward(self, image: Tensor, ids: Tensor, mask: Tensor, place: Optional[Tensor] = None) -> Tensor:
        """Return logits (B, 1, H, W) of phrase b in image b."""
        return self.decode(self.encode_image(image), self.encode_text(ids, mask), place)


def repeat_features(features: Features, count: int) -> Features:
    """Return features of B images as those of B·count: each image `count` times in a row."""
    return tuple(feature.repeat_interleave(count, dim=0) for feature in features)


def parameter_count(module: nn.Module) -> int:
    """Return the number of parameters of `module`, dead ones too."""
    return sum(parameter.numel() for parameter in module.parameters())


def best_device(wish: str) -> torch.device:
    """Return the device for `wish`: "auto" takes CUDA, then MPS, then the CPU; others as they are called."""
    if wish != "auto":
        return torch.device(wish)
    if torch.cuda.is_available():
        return torch.device("cuda")
    return torch.device("mps" if torch.backends.mps.is_available() else "cpu")
