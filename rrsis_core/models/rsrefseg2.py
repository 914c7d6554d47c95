"""RSRefSeg 2: two groups of words look at SigLIP's map one after the other, and what they find prompts SAM 2.1.

Paper: RSRefSeg 2: Decoupling Referring Remote Sensing Image Segmentation with Foundation Models, arXiv 2507.06231.
Code: https://github.com/KyanChen/RSRefSeg2 at 7cda8cd, Apache-2.0; none of its lines are here: written from reading its
model and its configuration for RefSegRS (SigLIP 2 So400m/16 at 512 pixels, SAM 2.1 Hiera-L, LoRA of rank 16).
Loss there: 5 · binary cross entropy + 5 · Dice (of the object, squares below the line) + 0.5 · `apart`, the likeness of
the two groups of words, + 0.5 · `contrast`, whether SigLIP's map over the truth is more like its own phrase than like
others of the batch (blocks/losses.py). The temperature of `contrast` is learnt; its bias shifts all of them alike, has
no effect, and is not built. AdamW 2e-4, 600 epochs for RefSegRS; 1e-4, 300 for RRSIS-D.
Keys: ours; `translate` takes those of the authors' code (peft's around transformers' SigLIP 2 and the original SAM 2),
as their three configurations (RefSegRS, RRSIS-D, RISBench), which build the same model, give them. The published files
themselves were not opened.
Our departures: padding words are masked and not pooled over (foundation.py); low-rank changes are added into the
weights of a model that only answers (blocks/lora.py).
"""

from __future__ import annotations

import math
from typing import Optional

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .base import Features, ReferringSegmenter, Words
from .blocks.keys import Rule, below, inside, renamed, sam2_by_transformers
from .blocks.lora import LowRank, merged
from .blocks.losses import apart, contrast
from .blocks.vit import split_heads
from .foundation import (
    Size,
    demand_side,
    make_sam2,
    make_siglip,
    resize,
    sam2_maps,
    sam2_mask,
    siglip_map,
    siglip_measures,
    siglip_words,
)
from .rsrefseg import SIGLIP_RULES, TEXT_LAYERS, VISION_LAYERS

_SAM_LAYERS = r"backbone\.blocks\.\d+\.attn\.(qkv|proj)|neck\.convs\.\d+"

_SAM = "backbone.model."
_HEAR = {"cross_attn_img_text_1": "attention", "norm_img_1": "norm1", "mlp_img_1": "mlp", "norm_img_2": "norm2"}
_LOOK = {"norm_text_1": "own.norm", **{theirs: f"hear.{ours}" for theirs, ours in _HEAR.items()}}
_BLOCKS = {
    "two_queries_text_attn_layers": {
        theirs.format(one=one, other=3 - one): ours.format(one - 1)
        for one in (1, 2)
        for theirs, ours in (
            ("self_attn_query_query{one}", "groups.N.own.{}.attention"),
            ("norm_query{one}_1", "groups.N.own.{}.norm"),
            ("cross_attn_query_text_query{one}_text", "groups.N.read.{}.attention"),
            ("norm_query{one}_2", "groups.N.read.{}.norm1"),
            ("mlp_query{one}_2", "groups.N.read.{}.mlp"),
            ("norm_query{one}_3", "groups.N.read.{}.norm2"),
            ("cross_attn_query_query_query{one}_query{other}", "groups.N.meet.{}.attention"),
            ("norm_query{one}_4", "groups.N.meet.{}.norm1"),
            ("mlp_query{one}_3", "groups.N.meet.{}.mlp"),
            ("norm_query{one}_5", "groups.N.meet.{}.norm2"),
        )
    },
    "queries1_to_img_attn_layers": {
        "self_attn_text_text_1": "looks.N.own.attention",
        **{theirs: f"looks.N.{ours}" for theirs, ours in _LOOK.items()},
    },
    "prompt_queries2_img_attn_layers": {
        "self_attn_text_1": "asks.N.look.own.attention",
        **{theirs: f"asks.N.look.{ours}" for theirs, ours in _LOOK.items()},
        "self_attn_prompt_1": "asks.N.own.attention",
        "norm_prompt_1": "asks.N.own.norm",
        "cross_attn_prompt_text_1": "asks.N.read.attention",
        "norm_prompt_2": "asks.N.read.norm1",
        "mlp_prompt_2": "asks.N.read.mlp",
        "norm_prompt_3": "asks.N.read.norm2",
        "cross_attn_prompt_img_1": "asks.N.see.attention",
        "norm_prompt_4": "asks.N.see.norm1",
        "mlp_prompt_3": "asks.N.see.mlp",
        "norm_prompt_5": "asks.N.see.norm2",
    },
}
"""The parts of the authors' cascades by their keys, and ours."""
_RULES: tuple[Rule, ...] = (
    (r"^decode_head\.logit_scale2$", "contrast_scale"),
    *SIGLIP_RULES,
    (r"^(backbone\.model\.image_encoder)\.base_model\.model\.", r"\1."),
    (r"^prompter\.text_query_pe_embedding1$", "prompter.query_places.0"),
    (r"^prompter\.text_query_pe_embedding2$", "prompter.query_places.1"),
    (r"^prompter\.prompt_embedding$", "prompter.prompts"),
    (r"^prompter\.prompt_pe_embedding$", "prompter.prompt_places"),
    (r"^prompter\.sparse_prompt_mlp\.", "prompter.last."),
    (r"^prompter\.dense_prompt_conv\.", "prompter.dense."),
    *(
        (rf"^prompter\.{block}\.(\d+)\.{theirs}\.", "prompter." + ours.replace("N", r"\1") + ".")
        for block, parts in _BLOCKS.items()
        for theirs, ours in parts.items()
    ),
    (r"^(prompter\..*(?:mlp|last))\.layers\.0\.", r"\1.0."),
    (r"^(prompter\..*(?:mlp|last))\.layers\.1\.", r"\1.2."),
)


class Attention(nn.Module):
    """Multi-head attention whose inner width is its own; the result is added to the asker."""

    def __init__(self, width: int, inner: int, heads: int, asked: Optional[int] = None) -> None:
        super().__init__()
        self.heads = heads
        self.q_proj = nn.Linear(width, inner)
        self.k_proj, self.v_proj = nn.Linear(asked or width, inner), nn.Linear(asked or width, inner)
        self.out_proj = nn.Linear(inner, width)

    def forward(
        self, asker: Tensor, asker_place: Tensor, asked: Tensor, asked_place: Tensor, keep: Optional[Tensor] = None
    ) -> Tensor:
        """Return the asker (B, N, C) after it heard the asked (B, M, C′); `keep` (B, M) says who may speak."""
        query = split_heads(self.q_proj(asker + asker_place), self.heads)
        key = split_heads(self.k_proj(asked + asked_place), self.heads)
        value = split_heads(self.v_proj(asked), self.heads)
        mask = None if keep is None else keep[:, None, None].bool()
        mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        out: Tensor = asker + self.out_proj(mixed.transpose(1, 2).flatten(2))
        return out


class Refine(nn.Module):
    """Attention, norm, then a feed-forward part inside a residual and a norm."""

    def __init__(self, width: int, inner: int, heads: int, asked: Optional[int] = None) -> None:
        super().__init__()
        self.attention = Attention(width, inner, heads, asked)
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.mlp = nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Linear(inner, width))

    def forward(
        self, asker: Tensor, asker_place: Tensor, asked: Tensor, asked_place: Tensor, keep: Optional[Tensor] = None
    ) -> Tensor:
        """Return the asker (B, N, C); arguments as for `Attention`."""
        asker = self.norm1(self.attention(asker, asker_place, asked, asked_place, keep))
        out: Tensor = self.norm2(asker + self.mlp(asker))
        return out


class SelfRefine(nn.Module):
    """Attention of tokens among themselves, then a norm."""

    def __init__(self, width: int, inner: int, heads: int) -> None:
        super().__init__()
        self.attention, self.norm = Attention(width, inner, heads), nn.LayerNorm(width)

    def forward(self, tokens: Tensor, place: Tensor) -> Tensor:
        """Return tokens (B, N, C)."""
        out: Tensor = self.norm(self.attention(tokens, place, tokens, place))
        return out


class TwoGroups(nn.Module):
    """Both groups of queries read the words, then each other."""

    def __init__(self, width: int, inner: int, heads: int) -> None:
        super().__init__()
        self.own = nn.ModuleList(SelfRefine(width, inner, heads) for _ in range(2))
        self.read = nn.ModuleList(Refine(width, inner, heads) for _ in range(2))
        self.meet = nn.ModuleList(Refine(width, inner, heads) for _ in range(2))

    def forward(self, groups: list[Tensor], places: list[Tensor], words: Words) -> list[Tensor]:
        """Return the two groups (B, N, C) for `words`."""
        none = words.states.new_zeros(())
        first, second = (own(group, place) for own, group, place in zip(self.own, groups, places))
        first = self.read[0](first, places[0], words.states, none, words.mask)
        second = self.read[1](second, places[1], words.states, none, words.mask)
        first = self.meet[0](first, places[0], second, places[1])
        return [first, self.meet[1](second, places[1], first, places[0])]


class Look(nn.Module):
    """A group of queries among themselves; then every position of the map hears it."""

    def __init__(self, width: int, inner: int, heads: int) -> None:
        super().__init__()
        self.own = SelfRefine(width, inner, heads)
        self.hear = Refine(width, inner, heads)

    def forward(self, seen: Tensor, seen_place: Tensor, group: Tensor, place: Tensor) -> tuple[Tensor, Tensor]:
        """Return the positions (B, M, C) and the group (B, N, C)."""
        group = self.own(group, place)
        return self.hear(seen, seen_place, group, place), group


class Ask(nn.Module):
    """As `Look`; then the prompts among themselves, with the words, and with the map."""

    def __init__(self, width: int, prompt_width: int, inner: int, heads: int) -> None:
        super().__init__()
        self.look = Look(width, inner, heads)
        self.own = SelfRefine(prompt_width, inner, heads)
        self.read = Refine(prompt_width, inner, heads, width)
        self.see = Refine(prompt_width, inner, heads, width)

    def forward(
        self, prompts: Tensor, prompt_place: Tensor, seen: Tensor, seen_place: Tensor, group: Tensor, place: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return prompts, positions and group."""
        seen, group = self.look(seen, seen_place, group, place)
        prompts = self.own(prompts, prompt_place)
        prompts = self.read(prompts, prompt_place, group, place)
        return self.see(prompts, prompt_place, seen, seen_place), seen, group


def pool_words(words: Words, count: int) -> Tensor:
    """Return (B, count, C): the means of `count` equal parts of each phrase's real words, which may overlap by one."""
    length = words.mask.sum(1).clamp(min=1)[:, None, None]
    part = torch.arange(count, device=length.device)[None, :, None]
    at = torch.arange(words.mask.shape[1], device=length.device)[None, None]
    inside = (at >= part * length // count) & (at < ((part + 1) * length + count - 1) // count)
    weight = inside.to(words.states.dtype)
    return weight @ words.states / weight.sum(2, keepdim=True)


class CascadedPrompter(nn.Module):
    """From SigLIP's map and words to SAM's prompts: a few vectors, and a map that is like the phrase.

    Args:
        width: Of SigLIP's map and words.
        side: Of SigLIP's map.
        prompt_width: Of SAM's prompts.
        inner, heads: Of all attention.
        queries: Of each group of words.
        prompts: How many vectors.
        depth: Of each of the three cascades.
    """

    def __init__(
        self, width: int, side: int, prompt_width: int, inner: int, heads: int, *, queries: int = 3, prompts: int = 9,
        depth: int = 2,
    ) -> None:  # fmt: skip
        super().__init__()
        self.queries = queries
        self.query_places = nn.ParameterList(nn.Parameter(torch.randn(queries, width)) for _ in range(2))
        self.prompts = nn.Parameter(torch.randn(prompts, prompt_width))
        self.prompt_places = nn.Parameter(torch.randn(prompts, prompt_width))
        self.image_place = nn.Parameter(torch.randn(side * side, width))
        self.groups = nn.ModuleList(TwoGroups(width, inner, heads) for _ in range(depth))
        self.looks = nn.ModuleList(Look(width, inner, heads) for _ in range(depth))
        self.asks = nn.ModuleList(Ask(width, prompt_width, inner, heads) for _ in range(depth))
        self.last = nn.Sequential(nn.Linear(prompt_width, inner), nn.GELU(), nn.Linear(inner, prompt_width))
        self.dense = nn.Sequential(
            nn.Conv2d(width, width // 2, 3, padding=1),
            nn.BatchNorm2d(width // 2),
            nn.GELU(),
            nn.Conv2d(width // 2, width, 3, padding=1),
        )

    def forward(self, seen: Tensor, words: Words) -> tuple[Tensor, Tensor, list[Tensor]]:
        """Return prompts (B, N, C), the refined map and the two groups (B, M, D), for the map `seen` (B, D, h, w)."""
        places = list(self.query_places)
        groups = [pool_words(words, self.queries)] * 2
        for meeting in self.groups:
            groups = meeting(groups, places, words)
        tokens, first = seen.flatten(2).transpose(1, 2), groups[0]
        for look in self.looks:
            tokens, first = look(tokens, self.image_place, first, places[0])
        prompts, second = self.prompts.expand(len(seen), -1, -1), groups[1]
        for ask in self.asks:
            prompts, tokens, second = ask(prompts, self.prompt_places, tokens, self.image_place, second, places[1])
        refined: Tensor = self.dense(tokens.transpose(1, 2).reshape(seen.shape))
        return self.last(prompts), refined, groups


class RsRefSeg2(ReferringSegmenter):
    """RSRefSeg 2; its features are SAM's three maps and SigLIP's, its words the phrase's vector and its pieces."""

    words_enter_late = True
    learns_by = "low_rank:adapt"
    low_rank = (
        LowRank("sam.vision_encoder", _SAM_LAYERS),
        LowRank("siglip.vision_model", VISION_LAYERS),
        LowRank("siglip.text_model", TEXT_LAYERS),
    )

    def __init__(self, size: Size) -> None:
        super().__init__()
        full = size == "full"
        self.side_px = 1024 if full else 64
        self.sam = make_sam2(size)
        self.siglip = make_siglip(size, *((512, 16, 256000) if full else (32, 4, 128)))
        inner, heads = (512, 8) if full else (16, 2)
        self.prompter = CascadedPrompter(*siglip_measures(self.siglip), self.sam.hidden_dim, inner, heads)
        self.contrast_scale = nn.Parameter(torch.tensor(math.log(1 / 0.07)))

    def translate(self, state: dict[str, Tensor]) -> dict[str, Tensor]:
        """Return `state`, theirs or ours, by our keys, without low-rank changes beside their layers."""
        state = renamed(state, _RULES)
        ours = {key: value for key, value in state.items() if not key.startswith(_SAM)}
        ours |= below("sam.", sam2_by_transformers(inside(state, _SAM)))
        place = ours.pop("prompter.img_pe", None)  # (1, C, h, w)
        if place is not None:
            ours["prompter.image_place"] = place.flatten(2)[0].T
        return merged(ours)

    def encode_image(self, image: Tensor) -> Features:
        """Return SAM's maps, finest first, and SigLIP's map (B, D, h, w).

        Raises:
            RequestInvalid: The image has not the one size that SAM knows.
        """
        demand_side(image, self.side_px)
        pyramid = self.sam.vision_encoder(pixel_values=image).fpn_hidden_states
        return *sam2_maps(self.sam, pyramid), siglip_map(self.siglip, image)

    def encode_text(self, ids: Tensor, mask: Tensor) -> Words:
        """Return the phrase's vector and the states of its pieces in a row."""
        return siglip_words(self.siglip, ids, mask)

    def decode(self, features: Features, words: Words, place: Optional[Tensor] = None) -> Tensor:
        """Return logits (B, 1, H, W); `place` is not used."""
        return self._decode(features, words)[0]

    def teach(self, image: Tensor, ids: Tensor, mask: Tensor, truth: Tensor) -> tuple[Tensor, dict[str, Tensor]]:
        """Return logits (B, 1, H, W) and `apart` and `contrast`."""
        features = self.encode_image(image)
        logits, (first, second) = self._decode(features, self.encode_text(ids, mask))
        alike = contrast(features[-1], truth, second, self.contrast_scale.exp())
        return logits, {"apart": apart(first, second), "contrast": alike}

    def _decode(self, features: Features, words: Words) -> tuple[Tensor, list[Tensor]]:
        """Return logits (B, 1, H, W), and the two groups of words."""
        *maps, seen = features
        # a phrase without any word reads its first piece instead of nothing
        heard = words.mask[:, 1:].clone()
        heard[:, 0] = 1
        sparse, refined, groups = self.prompter(seen, Words(words.states[:, 1:], heard))
        side = 4 * maps[-1].shape[-1]
        grown = F.interpolate(refined, size=(side, side), mode="bilinear", align_corners=True)
        likeness = torch.einsum("bchw,bc->bhw", F.normalize(grown, dim=1), F.normalize(words.states[:, 0], dim=1))
        dense = likeness.unsqueeze(1) * self.siglip.logit_scale.exp() + self.siglip.logit_bias
        return resize(sam2_mask(self.sam, tuple(maps), sparse, dense), self.side_px), groups


def rsrefseg2(size: Size) -> RsRefSeg2:
    """Return RSRefSeg 2 with SAM 2.1 Hiera-L, or a small one of the same form."""
    return RsRefSeg2(size)
