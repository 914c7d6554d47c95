"""CroBIM as its abstract describes it: words modulated, gathered at every scale, and exchanged with the image.

Paper: Cross-Modal Bidirectional Interaction Model for Referring Remote Sensing Image Segmentation, arXiv 2410.06811.
Code: https://github.com/HIT-SIRS/CroBIM at e066542 holds the abstract and no model; so this is our reading.
What the abstract says: CAPM puts spatial positions and knowledge of the task into the words; LGFA takes the words into
the maps of all scales with a compensation for attention's deficit; MID is a cascade of cross-attention both ways.
What could not be known, and we chose: the sizes; CAPM's form (words attend to learned prompts and to the places of a
grid); the compensation (what a position did not hear of the words is added through a gate); that MID works on the
coarsest map before LAVT's decoder. Nor is its loss known: a recipe gives it LAVT's cross entropy, with or without Dice.
Swin-B and BERT-base are those of LAVT here; ConvNeXt-B is transformers', by its own defaults but for the sizes.
"""

from __future__ import annotations

from typing import Literal, Optional, Union, cast

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import ConvNextConfig, ConvNextModel

from .base import Words
from .blocks.bert import BertSize
from .blocks.decoder import LavtDecoder
from .blocks.dense import Dense
from .blocks.fusion import PixelWordAttention, TanhGate
from .blocks.swin import SwinSize, WordStage, WordSwin, initialise
from .lavt import SwinBertSegmenter, measures

GRID = 7
PROMPTS = 16


class Cross(nn.Module):
    """Cross-attention and a feed-forward part, each after a norm and inside a residual."""

    def __init__(self, width: int, asked: int, heads: int) -> None:
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.attention = nn.MultiheadAttention(width, heads, kdim=asked, vdim=asked, batch_first=True)
        self.hidden = nn.Sequential(Dense(width, 2 * width), nn.GELU(), Dense(2 * width, width))

    def forward(self, asker: Tensor, asked: Tensor, absent: Optional[Tensor] = None) -> Tensor:
        """Return the asker (B, N, C); `absent` (B, M) is true for those that are not asked."""
        answer = self.attention(self.norm1(asker), asked, asked, key_padding_mask=absent, need_weights=False)[0]
        asker = asker + answer
        out: Tensor = asker + self.hidden(self.norm2(asker))
        return out


class PromptModulation(nn.Module):
    """CAPM: the words hear what the task is and where things can be."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.prompts = nn.Parameter(torch.randn(PROMPTS, width) * 0.02)
        self.rows = nn.Parameter(torch.randn(GRID, 1, width) * 0.02)
        self.cols = nn.Parameter(torch.randn(1, GRID, width) * 0.02)
        self.cross = Cross(width, width, heads)

    def forward(self, states: Tensor) -> Tensor:
        """Return word states (B, L, C)."""
        places = (self.rows + self.cols).flatten(0, 1)
        context = torch.cat((self.prompts, places)).expand(len(states), -1, -1)
        out: Tensor = self.cross(states, context)
        return out


class Gathering(nn.Module):
    """LGFA: a map gathers the words, and makes up for what attention left out.

    Args:
        width: Of the map.
        word_width: Of the words.
        last: Whether no further stage hears of it.
    """

    def __init__(self, width: int, word_width: int, *, last: bool) -> None:
        super().__init__()
        self.last = last
        self.fusion = PixelWordAttention(width, word_width)
        self.phrase = Dense(word_width, width)
        self.deficit = TanhGate(width)
        self.res_gate = TanhGate(width).requires_grad_(not last)

    def forward(self, image: Tensor, states: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return the map (B, H, W, C) that heard the words, and the gated sum for the next stage."""
        heard = self.fusion(image.flatten(1, 2), states, mask)
        present = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * present).sum(1, keepdim=True) / present.sum(1, keepdim=True).clamp(min=1)
        heard = (heard + self.deficit(self.phrase(mean) - heard)).view_as(image)
        return heard, image if self.last else image + self.res_gate(heard)


class CrobimStage(WordStage):
    """A stage of the Swin whose map gathers the words."""

    def __init__(self, size: SwinSize, stage: int, word_width: int) -> None:
        super().__init__(size, stage)
        self.gather = Gathering(size.widths[stage], word_width, last=self.last)

    def meet(self, image: Tensor, states: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return the map that heard the words, and the gated sum for the next stage."""
        met: tuple[Tensor, Tensor] = self.gather(image, states, mask)
        return met


class WordConvNext(nn.Module):
    """ConvNeXt, whose four maps gather the words before the next stage; the same face as the Swin with words."""

    def __init__(self, config: ConvNextConfig, word_width: int) -> None:
        super().__init__()
        whole = ConvNextModel(config)
        self.embeddings, self.stages = whole.embeddings, whole.encoder.stages
        widths = list(config.hidden_sizes or ())
        self.gather = nn.ModuleList(Gathering(width, word_width, last=width == widths[-1]) for width in widths)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for width in widths)

    def before_words(self, image: Tensor) -> Tensor:
        """Return the map (B, h, w, C) after the first stage; the image is padded to a multiple of 32."""
        height, width = image.shape[-2:]
        first: Tensor = self.stages[0](self.embeddings(F.pad(image, (0, -width % 32, 0, -height % 32))))
        return first.permute(0, 2, 3, 1)

    def with_words(self, first: Tensor, states: Tensor, mask: Tensor) -> list[Tensor]:
        """Return the outputs (B, C, h, w) of the stages for the map of `before_words` and the words."""
        outputs, image = [], first
        for number, (gather, norm) in enumerate(zip(self.gather, self.norms)):
            if number > 0:
                image = self.stages[number](image.permute(0, 3, 1, 2)).permute(0, 2, 3, 1)
            heard, image = gather(image, states, mask)
            outputs.append(norm(heard).permute(0, 3, 1, 2))
        return outputs


class MutualInteraction(nn.Module):
    """MID: words ask positions, positions ask words, a few times over."""

    def __init__(self, width: int, word_width: int, heads: int, depth: int = 3) -> None:
        super().__init__()
        self.words = nn.ModuleList(Cross(word_width, width, heads) for _ in range(depth))
        self.positions = nn.ModuleList(Cross(width, word_width, heads) for _ in range(depth))

    def forward(self, image: Tensor, words: Words) -> Tensor:
        """Return the map (B, C, h, w) after the exchange."""
        tokens, states = image.flatten(2).transpose(1, 2), words.states
        absent = words.mask == 0
        absent = absent & ~absent.all(1, keepdim=True)  # a phrase without words is heard as it is
        for ask, answer in zip(self.words, self.positions):
            states = ask(states, tokens)
            tokens = answer(tokens, states, absent)
        return tokens.transpose(1, 2).reshape(image.shape)


class Crobim(SwinBertSegmenter):
    """CroBIM as we read its abstract."""

    def __init__(
        self, backbone: Union[WordSwin, WordConvNext], classifier: nn.Module, bert: BertSize, width: int
    ) -> None:
        super().__init__(cast("WordSwin", backbone), classifier, bert)
        heads = 8 if bert.width >= 256 else 2
        self.modulation = PromptModulation(bert.width, heads)
        self.mutual = MutualInteraction(width, bert.width, heads)

    def encode_text(self, ids: Tensor, mask: Tensor) -> Words:
        """Return BERT's last hidden states after the modulation."""
        words = super().encode_text(ids, mask)
        return Words(self.modulation(words.states), words.mask)

    def classify(self, maps: list[Tensor], words: Words) -> Tensor:
        """Return logits (B, 2, h, w)."""
        out: Tensor = self.classifier([*maps[:-1], self.mutual(maps[-1], words)])
        return out


def crobim(size: Literal["full", "test"]) -> Crobim:
    """Return our reading of CroBIM with Swin-B and BERT-base, or a small one of the same form."""
    swin, bert, hidden = measures(size)
    backbone = WordSwin(swin, [CrobimStage(swin, stage, bert.width) for stage in range(len(swin.depths))])
    initialise(backbone)
    return Crobim(backbone, LavtDecoder(swin.widths, hidden), bert, swin.widths[-1])


def crobim_convnext(size: Literal["full", "test"]) -> Crobim:
    """Return our reading of CroBIM with ConvNeXt-B and BERT-base, or a small one of the same form."""
    _, bert, hidden = measures(size)
    widths = [128, 256, 512, 1024] if size == "full" else [16, 32, 64, 128]
    depths = [3, 3, 27, 3] if size == "full" else [1, 1, 2, 1]
    config = ConvNextConfig(hidden_sizes=widths, depths=depths, drop_path_rate=0.3 if size == "full" else 0.0)
    return Crobim(WordConvNext(config, bert.width), LavtDecoder(tuple(widths), hidden), bert, widths[-1])
