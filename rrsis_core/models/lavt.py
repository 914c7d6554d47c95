"""LAVT: a Swin Transformer that listens to the words between its stages.

Paper: LAVT: Language-Aware Vision Transformer for Referring Image Segmentation, arXiv 2112.02244.
Code: https://github.com/yz93/LAVT-RIS at 1da0af9, GPL-3.0; none of its lines are here: written from a description.
Keys: those of the authors' checkpoints in their one-file form (`backbone`, `classifier`, `text_encoder`).
Our departures: one logit, z₁ − z₀, since softmax(z)₁ = sigmoid(z₁ − z₀); the first stage, which hears no words yet, is
kept for further phrases; the gate of the last stage, whose result nobody uses, is skipped.
"""

from __future__ import annotations

from typing import Literal, Optional

from torch import Tensor, nn

from .base import Features, ReferringSegmenter, Words
from .blocks.bert import BERT_BASE, BERT_TEST, BertSize, make_bert, word_states
from .blocks.decoder import LavtDecoder, upsample
from .blocks.fusion import PixelWordAttention, TanhGate
from .blocks.swin import SWIN_BASE, SWIN_TEST, SwinSize, WordStage, WordSwin, initialise


class LavtStage(WordStage):
    """A stage whose map is changed by PWAM through a gate."""

    def __init__(self, size: SwinSize, stage: int, word_width: int) -> None:
        super().__init__(size, stage)
        width = size.widths[stage]
        self.fusion = PixelWordAttention(width, word_width)
        self.res_gate = TanhGate(width).requires_grad_(not self.last)

    def meet(self, image: Tensor, states: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return the map that heard the words, and the gated sum for the next stage."""
        heard = self.fusion(image.flatten(1, 2), states, mask).view_as(image)
        return heard, image if self.last else image + self.res_gate(heard)


class SwinBertSegmenter(ReferringSegmenter):
    """What LAVT and its descendants share: BERT, a Swin that listens, a head with two channels.

    Args:
        backbone: The Swin with words.
        classifier: Takes the four maps; see `classify`.
        bert: Measures of the text encoder.
    """

    def __init__(self, backbone: WordSwin, classifier: nn.Module, bert: BertSize) -> None:
        super().__init__()
        self.backbone = backbone
        self.classifier = classifier
        self.text_encoder = make_bert(bert)

    def encode_image(self, image: Tensor) -> Features:
        """Return the image and the map of the first stage's blocks."""
        return image, self.backbone.before_words(image)

    def encode_text(self, ids: Tensor, mask: Tensor) -> Words:
        """Return BERT's last hidden states."""
        return Words(word_states(self.text_encoder, ids, mask), mask)

    def classify(self, maps: list[Tensor], words: Words) -> Tensor:
        """Return logits (B, 2, h, w) at the size of the finest of the backbone's `maps`."""
        out: Tensor = self.classifier(maps)
        return out

    def two_logits(self, features: Features, words: Words) -> Tensor:
        """Return the authors' logits (B, 2, H, W): background, object."""
        image, first = features
        maps = self.backbone.with_words(first, words.states, words.mask)
        return upsample(self.classify(maps, words), image.shape[-2:])

    def decode(self, features: Features, words: Words, place: Optional[Tensor] = None) -> Tensor:
        """Return logits (B, 1, H, W), object minus background; `place` is not used."""
        image, first = features
        pair = self.classify(self.backbone.with_words(first, words.states, words.mask), words)
        return upsample(pair[:, 1:] - pair[:, :1], image.shape[-2:])


def measures(size: Literal["full", "test"]) -> tuple[SwinSize, BertSize, int]:
    """Return the measures of the Swin, of BERT and of the decoder at that size."""
    return (SWIN_BASE, BERT_BASE, 512) if size == "full" else (SWIN_TEST, BERT_TEST, 32)


def lavt_backbone(swin: SwinSize, word_width: int) -> WordSwin:
    """Return a Swin whose stages listen as LAVT's do."""
    backbone = WordSwin(swin, [LavtStage(swin, stage, word_width) for stage in range(len(swin.depths))])
    initialise(backbone)
    return backbone


def lavt(size: Literal["full", "test"]) -> SwinBertSegmenter:
    """Return LAVT with Swin-B and BERT-base, or a small one of the same form."""
    swin, bert, hidden = measures(size)
    return SwinBertSegmenter(lavt_backbone(swin, bert.width), LavtDecoder(swin.widths, hidden), bert)
