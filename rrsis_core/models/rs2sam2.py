"""RS2-SAM2: image and words read together, adapters that carry words through SAM 2's trunk, and a mask as a prompt.

Paper: RS2-SAM2: Customized SAM2 for Referring Remote Sensing Image Segmentation, arXiv 2503.07266 (AAAI 2026).
Code: https://github.com/rongfu-dsb/RS2-SAM2 at 2b27187, no licence stated; none of its lines are here: written from
reading its model. SAM 2's Hiera-L is transformers', Apache-2.0; BEiT-3, arXiv 2208.10442, which transformers lacks, is
rebuilt in `JointEncoder` (large: 24 layers of 1024, patches of 16 in 224 pixels, 64,010 word pieces).
Loss there: 0.9 · cross entropy [0.9, 1.1] + 0.1 · Dice + 0.2 · `boundary`, the squared difference of the boundaries of
mask and truth, times one number from the first word piece (blocks/losses.py). As released the mask is cut at one half
before, so that this loss teaches that number alone, not the mask; `soft_boundary` is ours: the same of probabilities.
The two channels there are 1 − p and p of the mask's logit p, so the logit here is 2p − 1.
Keys: ours; `translate` takes those of the authors' code: EVF-SAM's model around torchscale's BEiT-3 and the original
SAM 2, whose memory of earlier pictures is left out, as their script writes it for transformers, or after `evf_model.`
as DeepSpeed's file under 'module'. The published files themselves were not opened.
Our departures: padding words are masked in the adapters and in the decoder, as they are in BEiT-3; BEiT-3's small image
is made of the tile, not of the file; the mask is enlarged to the image.
"""

from __future__ import annotations

from typing import Optional, cast

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers.models.sam2.modeling_sam2 import (
    Sam2MultiScaleBlock,
    do_pool,
    window_partition,
    window_unpartition,
)

from .base import Features, ReferringSegmenter, Words
from .blocks.keys import Rule, below, inside, renamed, sam2_by_transformers
from .blocks.losses import boundary
from .blocks.vit import split_heads
from .foundation import Size, demand_side, freeze, make_sam2, resize, sam2_maps, sam2_mask

WORD_WIDTH = 256
_KEEP = 0.8
"""How much of the words a block leaves as they were."""
_MLP_SCALE = 0.5
_FIRST_PLACE = 2
"""BEiT-3's tables of places have two rows that nothing uses, as fairseq's had."""
_BEIT = r"^mm_extractor\.beit3\."
_LAYER = _BEIT + r"encoder\.layers\.(\d+)\."
_BLOCK = r"^visual_model\.image_encoder\.trunk\.blocks\.(\d+)\."
_SAM = "visual_model."
_RULES: tuple[Rule, ...] = (
    (r"^evf_model\.", ""),
    (r"^meo_linear\.", None),  # nothing there uses it
    (_BEIT + r"vision_embed\.mask_token$", None),  # for its pretraining
    (_BEIT + r"vision_embed\.cls_token$", "joint.summary"),
    (_BEIT + r"vision_embed\.proj\.", "joint.patches."),
    (_BEIT + r"text_embed\.", "joint.words."),
    (_BEIT + r"encoder\.embed_positions\.A\.weight$", "joint.image_places"),
    (_BEIT + r"encoder\.embed_positions\.B\.", "joint.word_places."),
    (_BEIT + r"encoder\.layer_norm\.", "joint.norm."),
    (_LAYER + r"self_attn\.([qkv]_proj)\.", r"joint.layers.\1.\2."),
    (_LAYER + r"self_attn\.out_proj\.", r"joint.layers.\1.out."),
    (_LAYER + r"self_attn\.inner_attn_ln\.", r"joint.layers.\1.inner_norm."),
    (_LAYER + r"self_attn_layer_norm\.", r"joint.layers.\1.norm1."),
    (_LAYER + r"final_layer_norm\.", r"joint.layers.\1.norm2."),
    (_LAYER + r"ffn\.([AB])\.(fc[12])\.", r"joint.layers.\1.\3.\2."),
    (_LAYER + r"ffn\.([AB])\.ffn_layernorm\.", r"joint.layers.\1.hidden_norm.\2."),
    (r"^(joint\..*)\.A\.(weight|bias)$", r"\1.image.\2"),
    (r"^(joint\..*)\.B\.(weight|bias)$", r"\1.text.\2"),
    (_BLOCK + r"Space_Adapter\.D_fc1\.", r"adapters.\1.down."),
    (_BLOCK + r"Space_Adapter\.D_fc2\.", r"adapters.\1.up."),
    (_BLOCK + r"Space_Adapter\.text_in_linear\.", r"adapters.\1.words_in."),
    (_BLOCK + r"Space_Adapter\.text_out_linear\.", r"adapters.\1.words_out."),
    (_BLOCK + r"Space_Adapter\.vlfusion_module\.multihead_attn\.", r"adapters.\1.image_asks."),
    (_BLOCK + r"Space_Adapter\.lvfusion_module\.multihead_attn\.", r"adapters.\1.words_ask."),
    (_BLOCK + r"MLP_Adapter\.D_fc1\.", r"adapters.\1.beside.0."),
    (_BLOCK + r"MLP_Adapter\.D_fc2\.", r"adapters.\1.beside.2."),
    (r"^visual_model\.sam_mask_decoder\.vlfusion_module\.multihead_attn\.", "heard."),
    (r"^text_hidden_fcs\.0\.", "summary_prompt."),
    (r"^text_feat_linear\.", "narrow."),
    (r"^text2one_linear\.", "boundary_weight."),
    (r"^vmtoken\.multihead_attn\.", "mask_token."),
)


class TwoWays(nn.Module):
    """A layer for the positions and one of the same form for the words."""

    def __init__(self, image: nn.Module, text: nn.Module) -> None:
        super().__init__()
        self.image, self.text = image, text

    def forward(self, tokens: Tensor, split: int) -> Tensor:
        """Return tokens (B, N, C), of which the first `split` are positions."""
        return torch.cat((self.image(tokens[:, :split]), self.text(tokens[:, split:])), 1)


def _linear(width: int, out: int) -> TwoWays:
    return TwoWays(nn.Linear(width, out), nn.Linear(width, out))


def _norm(width: int) -> TwoWays:
    return TwoWays(nn.LayerNorm(width), nn.LayerNorm(width))


class JointLayer(nn.Module):
    """One layer of BEiT-3: attention over both, everything else apart; a norm inside each part too."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = _norm(width), _norm(width)
        self.qkv, self.inner_norm, self.out = _linear(width, 3 * width), _norm(width), _linear(width, width)
        self.fc1, self.hidden_norm, self.fc2 = _linear(width, 4 * width), _norm(4 * width), _linear(4 * width, width)

    def forward(self, tokens: Tensor, split: int, keep: Tensor) -> Tensor:
        """Return tokens (B, N, C); `keep` (B, 1, 1, N) is true for those that may be heard."""
        query, key, value = (
            split_heads(part, self.heads) for part in self.qkv(self.norm1(tokens, split), split).chunk(3, -1)
        )
        mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=keep).transpose(1, 2).flatten(2)
        tokens = tokens + self.out(self.inner_norm(mixed, split), split)
        hidden = F.gelu(self.fc1(self.norm2(tokens, split), split))
        out: Tensor = tokens + self.fc2(self.hidden_norm(hidden, split), split)
        return out


class JointEncoder(nn.Module):
    """BEiT-3: a summary, the patches of a small image and word pieces through one stack."""

    def __init__(self, width: int, layers: int, heads: int, *, side_px: int, patch_px: int, vocabulary: int) -> None:
        super().__init__()
        self.side_px, self.side = side_px, side_px // patch_px
        self.patches = nn.Conv2d(3, width, patch_px, patch_px)
        self.summary = nn.Parameter(torch.randn(1, 1, width) * 0.02)
        self.image_places = nn.Parameter(torch.randn(1, 1 + self.side**2, width) * 0.02)
        self.words = nn.Embedding(vocabulary, width)
        self.word_places = nn.Embedding(1024, width)
        self.layers = nn.ModuleList(JointLayer(width, heads) for _ in range(layers))
        self.norm = _norm(width)

    def embed(self, ids: Tensor) -> Tensor:
        """Return (B, L, C) for word pieces `ids` (B, L)."""
        places = self.word_places.weight[_FIRST_PLACE:]
        out: Tensor = self.words(ids) + places[: ids.shape[1]]
        return out

    def forward(self, image: Tensor, words: Words) -> tuple[Tensor, Tensor, Tensor]:
        """Return the summary (B, 1, C), the patches (B, N, C) and the words (B, L, C)."""
        seen = self.patches(resize(image, self.side_px)).flatten(2).transpose(1, 2)
        seen = torch.cat((self.summary.expand(len(seen), -1, -1), seen), 1) + self.image_places
        split = seen.shape[1]
        heard = torch.ones(seen.shape[:2], dtype=torch.bool, device=seen.device)
        keep = torch.cat((heard, words.mask.bool()), 1)[:, None, None]
        tokens = torch.cat((seen, words.states), 1)
        for layer in self.layers:
            tokens = layer(tokens, split, keep)
        tokens = self.norm(tokens, split)
        return tokens[:, :1], tokens[:, 1:split], tokens[:, split:]


class Adapter(nn.Module):
    """What the authors put beside each frozen block: words into the map and back, and a second, small feed-forward."""

    def __init__(self, width: int) -> None:
        super().__init__()
        small = width // 4
        heads = 4 if small % 4 == 0 else 1
        self.down, self.up = nn.Linear(width, small), nn.Linear(small, width)
        self.words_in, self.words_out = nn.Linear(WORD_WIDTH, small), nn.Linear(small, WORD_WIDTH)
        self.image_asks = nn.MultiheadAttention(small, heads, batch_first=True)
        self.words_ask = nn.MultiheadAttention(small, heads, batch_first=True)
        self.beside = nn.Sequential(nn.Linear(width, small), nn.GELU(), nn.Linear(small, width))

    def forward(self, image: Tensor, words: Tensor, absent: Tensor) -> tuple[Tensor, Tensor]:
        """Return the map (B, H, W, C) and the words (B, L, 256) after they met; `absent` (B, L) is padding."""
        tokens = F.gelu(self.down(image)).flatten(1, 2)
        pieces = self.words_in(words)
        tokens = tokens + self.image_asks(tokens, pieces, pieces, key_padding_mask=absent, need_weights=False)[0]
        pieces = pieces + self.words_ask(pieces, tokens, tokens, need_weights=False)[0]
        words = _KEEP * words + (1 - _KEEP) * self.words_out(pieces)
        return image + self.up(tokens).view_as(image), words


def adapted_block(
    block: Sam2MultiScaleBlock, adapter: Adapter, image: Tensor, words: Tensor, absent: Tensor
) -> tuple[Tensor, Tensor]:
    """Return map and words after a block of SAM 2's trunk, whose attention's result passes the adapter."""
    normed, stride = block.layer_norm1(image), cast("Optional[tuple[int, int]]", block.query_stride)
    kept = image if block.dim == block.dim_out else do_pool(block.proj(normed), stride)  # type: ignore[arg-type]
    side, size = block.window_size, tuple(kept.shape[1:3])
    if side:
        cut, padded = window_partition(normed, side)  # type: ignore[no-untyped-call]
        mixed = block.attn(hidden_states=cut)
        if stride:
            side //= stride[0]
            padded = tuple(length + -length % side for length in size)
        mixed = window_unpartition(mixed, side, padded, size)  # type: ignore[no-untyped-call]
    else:
        mixed = block.attn(hidden_states=normed)
    mixed, words = adapter(mixed, words, absent)
    image = kept + mixed
    normed = block.layer_norm2(image)
    return image + block.mlp(normed) + _MLP_SCALE * adapter.beside(normed), words


class Rs2Sam2(ReferringSegmenter):
    """RS2-SAM2; it reads image and words together, so its features are the image."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        full = size == "full"
        self.side_px = 1024 if full else 64
        self.sam = make_sam2(size)
        freeze(self.sam.vision_encoder)
        self.sam.mask_decoder.dynamic_multimask_via_stability = False  # as the authors build their SAM 2
        trunk = self.sam.vision_encoder.backbone
        self.adapters = nn.ModuleList(Adapter(block.dim_out) for block in trunk.blocks)
        last = cast("Adapter", self.adapters[-1])
        freeze(last.words_ask, last.words_out)  # nobody hears the words after the last block
        width = 1024 if full else 32
        measures = (24, 16) if full else (2, 2)
        sizes = {"side_px": 224 if full else 32, "patch_px": 16 if full else 8, "vocabulary": 64010 if full else 128}
        self.joint = JointEncoder(width, *measures, **sizes)
        prompt_width = self.sam.hidden_dim
        self.summary_prompt = nn.Sequential(nn.Linear(width, width), nn.ReLU(), nn.Linear(width, prompt_width))
        self.narrow = nn.Linear(width, WORD_WIDTH)
        self.boundary_weight = nn.Linear(WORD_WIDTH, 1)
        self.mask_token = nn.MultiheadAttention(width, 8, batch_first=True)
        self.mask_linear, self.mask_product = nn.Linear(width, width), nn.Linear(width, 1)
        self.heard = nn.MultiheadAttention(prompt_width, 8, kdim=WORD_WIDTH, vdim=WORD_WIDTH, batch_first=True)

    def translate(self, state: dict[str, Tensor]) -> dict[str, Tensor]:
        """Return `state`, theirs or ours, by our keys."""
        state = renamed(state, _RULES)
        ours = {key: value for key, value in state.items() if not key.startswith(_SAM)}
        ours |= below("sam.", sam2_by_transformers(inside(state, _SAM)))
        for key in [key for key in ours if key.startswith("joint.layers.") and ".q_proj." in key]:
            parts = [key.replace(".q_proj.", f".{part}_proj.") for part in "qkv"]
            if all(part in ours for part in parts):
                ours[key.replace(".q_proj.", ".qkv.")] = torch.cat([ours.pop(part) for part in parts])
        places = ours.get("joint.image_places")
        if places is not None and places.dim() == 2:  # theirs
            ours["joint.image_places"] = places[_FIRST_PLACE:].unsqueeze(0)
        return ours

    def encode_image(self, image: Tensor) -> Features:
        """Return (image,).

        Raises:
            RequestInvalid: The image has not the one size that SAM knows.
        """
        demand_side(image, self.side_px)
        return (image,)

    def encode_text(self, ids: Tensor, mask: Tensor) -> Words:
        """Return embedded word pieces; they are read together with the image."""
        return Words(self.joint.embed(ids), mask)

    def decode(self, features: Features, words: Words, place: Optional[Tensor] = None) -> Tensor:
        """Return logits (B, 1, H, W); `place` is not used."""
        return 2 * self._decode(features, words)[0] - 1

    def teach(self, image: Tensor, ids: Tensor, mask: Tensor, truth: Tensor) -> tuple[Tensor, dict[str, Tensor]]:
        """Return logits (B, 1, H, W) and `boundary` and `soft_boundary`."""
        found, first = self._decode(self.encode_image(image), self.encode_text(ids, mask))
        weight, probability = self.boundary_weight(first).float()[:, 0], found[:, 0].float().sigmoid()
        return 2 * found - 1, {
            "boundary": boundary((probability > 0.5).float(), truth, weight),
            "soft_boundary": boundary(probability, truth, weight),
        }

    def _decode(self, features: Features, words: Words) -> tuple[Tensor, Tensor]:
        """Return the mask's logits (B, 1, H, W), and the first word piece (B, 256)."""
        (image,) = features
        summary, patches, pieces = self.joint(image, words)
        absent = words.mask == 0
        absent = absent & ~absent.all(1, keepdim=True)  # a phrase without words is heard as it is
        pieces = self.narrow(pieces)
        fine, middle, embedding = sam2_maps(self.sam, self._pyramid(image, pieces, absent))
        tokens = embedding.flatten(2).transpose(1, 2)
        where = self.sam.get_image_wide_positional_embeddings().flatten(2).transpose(1, 2)
        answer = self.heard(tokens + where, pieces, pieces, key_padding_mask=absent, need_weights=False)[0]
        embedding = (tokens * answer).transpose(1, 2).reshape(embedding.shape)
        dense = self._mask_prompt(summary, patches, 4 * embedding.shape[-1])
        mask = sam2_mask(self.sam, (fine, middle, embedding), self.summary_prompt(summary), dense)
        return resize(mask, self.side_px), pieces[:, 0]

    def _mask_prompt(self, summary: Tensor, patches: Tensor, side: int) -> Tensor:
        token = summary * self.mask_token(summary, patches, patches, need_weights=False)[0]
        rough = torch.sigmoid(self.mask_product(patches * self.mask_linear(token)))
        rough = rough.transpose(1, 2).reshape(len(rough), 1, self.joint.side, self.joint.side)
        return resize(rough, side)

    def _pyramid(self, image: Tensor, words: Tensor, absent: Tensor) -> tuple[Tensor, ...]:
        """Return the neck's maps, finest first, of a trunk whose blocks meet the words."""
        encoder = self.sam.vision_encoder
        trunk = encoder.backbone
        seen = trunk.patch_embed(image)
        seen = seen + trunk._get_pos_embed(seen.shape[1:3])
        stages = []
        for number, (block, adapter) in enumerate(zip(trunk.blocks, self.adapters)):
            seen, words = adapted_block(block, cast("Adapter", adapter), seen, words, absent)
            if number in trunk.stage_ends:
                stages.append(seen)
        maps: tuple[Tensor, ...] = encoder.neck(tuple(stages))[0]
        return maps[-encoder.num_feature_levels :][::-1]


def rs2sam2(size: Size) -> Rs2Sam2:
    """Return RS2-SAM2 with Hiera-L and BEiT-3 large, or a small one of the same form."""
    return Rs2Sam2(size)
