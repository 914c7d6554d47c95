"""Grounding DINO with SAM: a detector draws boxes for a phrase, and SAM cuts out what is in them; without training.

Papers: Grounding DINO: Marrying DINO with Grounded Pre-Training for Open-Set Object Detection, arXiv 2303.05499;
Segment Anything, arXiv 2304.02643.
Code: the classes of the transformers library, Apache-2.0: GroundingDinoForObjectDetection with Swin-T and BERT-base,
and SamModel with ViT-B. Keys: theirs, after `dino.` and `sam.`; tensors that they share may stand once in a file. The
published files were not tried here.
Our departures: image, words and decoder are called apart, so that an image is kept for further phrases. The detector
sees the tile at 800 pixels, SAM at 1024. A phrase ends with a full stop, as the detector was trained, whether it was
typed or not. Boxes are not cut at a threshold: a pixel's logit is the largest over the 32 best boxes of the smaller of
two, the mask's and the box's; the box's is shifted so that 0 is where the library begins to report (a score of 0.25).
So what is above one half is the union of the masks of the reported boxes. Both were trained on photographs: on imagery
from above it is a baseline, not a recommendation.
"""

from __future__ import annotations

import math
import re
from typing import Optional

import torch
from torch import Tensor
from transformers import GroundingDinoConfig, GroundingDinoForObjectDetection

from .base import Features, ReferringSegmenter, Words
from .foundation import Size, demand_side, freeze, make_sam, resize

BOXES = 32
REPORTED = 0.25
"""Score from which transformers' `post_process_grounded_object_detection` reports a box."""
_AT_ONCE = 8  # boxes that SAM's decoder takes together: its maps are large
_UNUSED_NORM = ".conv_encoder.model.swin.layernorm."
_SEP, _STOP = 102, 1012
_BORDERS = (101, _SEP, _STOP, 1029)
"""[CLS], [SEP], full stop and question mark, between which words hear each other."""


def caption(ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
    """Return pieces (B, L + 2), each phrase with a full stop before [SEP], and each piece's sentence, 0 for padding."""
    rows, lengths = [], []
    for row, count in zip(ids.tolist(), mask.sum(1).tolist()):
        words = row[: int(count)]
        words = words[:-1] if words and words[-1] == _SEP else words
        stop = [] if words and words[-1] in _BORDERS[2:] else [_STOP]
        whole = [*words, *stop, _SEP]
        lengths.append(len(whole))
        rows.append(whole + [0] * (ids.shape[1] + 2 - len(whole)))
    pieces = torch.tensor(rows, dtype=ids.dtype, device=ids.device)
    border = torch.isin(pieces, pieces.new_tensor(_BORDERS)).long()
    present = torch.arange(pieces.shape[1], device=ids.device) < pieces.new_tensor(lengths)[:, None]
    return pieces, (1 + border.cumsum(1) - border) * present


def together(sentence: Tensor) -> Tensor:
    """Return (B, L, L) bool: which pieces hear which, those of their own `sentence` (B, L) and themselves."""
    same = (sentence[:, :, None] == sentence[:, None]) & (sentence[:, :, None] > 0)
    return same | torch.eye(sentence.shape[1], dtype=torch.bool, device=sentence.device)


def order_within(sentence: Tensor) -> Tensor:
    """Return (B, L) int64: the how manieth of its `sentence` each piece is, from 0; 0 for padding."""
    earlier = together(sentence).tril(-1).sum(2)
    return earlier * (sentence > 0)


class GroundedSam(ReferringSegmenter):
    """Grounding DINO and SAM; its Words hold in their mask the number of each piece's sentence."""

    words_enter_late = True

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.side_px, self.seen_px = (1024, 800) if size == "full" else (64, 128)
        self.dino = GroundingDinoForObjectDetection(GroundingDinoConfig() if size == "full" else _small())
        self.sam = make_sam(size, large=False)
        core = self.dino.model
        # the first boxes only say where to look, and each layer's boxes are taken as given by the next
        freeze(core.encoder_output_bbox_embed, core.enc_output, core.enc_output_norm, self.sam.prompt_encoder)
        freeze(core.decoder.bbox_embed, *self.dino.bbox_embed[:-1])
        freeze(core.backbone.get_submodule(_UNUSED_NORM.strip(".")))
        self.dino.bbox_embed[-1].requires_grad_(True)

    def translate(self, state: dict[str, Tensor]) -> dict[str, Tensor]:
        """Return `state` with tensors that stand once in published files at all their places.

        What transformers itself leaves aside is left out, and a norm that may be missing, as nothing uses it, is plain.
        """
        aside = re.compile("|".join(self.dino._keys_to_ignore_on_load_unexpected or ["$."]))
        state = {key: value for key, value in state.items() if not (key.startswith("dino.") and aside.search(key))}
        for key, value in self.dino.state_dict(prefix="dino.").items():
            if _UNUSED_NORM in key:
                state.setdefault(key, torch.full(value.shape, float(key.endswith("weight"))))
        for name, part in (("dino.", self.dino), ("sam.", self.sam)):
            for copy, origin in part.all_tied_weights_keys.items():
                if name + copy not in state and name + origin in state:
                    state[name + copy] = state[name + origin]
        return state

    def encode_image(self, image: Tensor) -> Features:
        """Return the detector's four maps, finest first, and SAM's embedding.

        Raises:
            RequestInvalid: The image has not the one size that SAM knows.
        """
        demand_side(image, self.side_px)
        core = self.dino.model
        found = core.backbone.conv_encoder.model(resize(image, self.seen_px)).feature_maps
        maps = [project(part) for project, part in zip(core.input_proj_vision, found)]
        coarsest = core.input_proj_vision[len(found)](found[-1])
        embedding: Tensor = self.sam.vision_encoder(pixel_values=image).last_hidden_state
        return *maps, coarsest, embedding

    def encode_text(self, ids: Tensor, mask: Tensor) -> Words:
        """Return BERT's states of the phrase and its full stop."""
        pieces, sentence = caption(ids, mask)
        states: Tensor = self.dino.model.text_backbone(
            pieces, together(sentence)[:, None], torch.zeros_like(pieces), order_within(sentence)
        ).last_hidden_state
        return Words(states, sentence)

    def decode(self, features: Features, words: Words, place: Optional[Tensor] = None) -> Tensor:
        """Return logits (B, 1, H, W); `place` is not used."""
        *maps, embedding = features
        boxes, scores = self.find_boxes(maps, words)
        scores, best = scores.topk(min(BOXES, scores.shape[1]), dim=1)
        boxes = boxes.gather(1, best.unsqueeze(-1).expand(-1, -1, 4))
        scores = scores - math.log(REPORTED / (1 - REPORTED))
        merged = [
            torch.minimum(
                self.cut_out(embedding, boxes[:, at : at + _AT_ONCE]), scores[:, at : at + _AT_ONCE, None, None]
            ).amax(1, keepdim=True)
            for at in range(0, boxes.shape[1], _AT_ONCE)
        ]
        return resize(torch.cat(merged, 1).amax(1, keepdim=True), self.side_px).to(embedding.dtype)

    def cut_out(self, embedding: Tensor, boxes: Tensor) -> Tensor:
        """Return mask logits (B, N, 4h, 4w) of what is in `boxes` (B, N, 4), centre and size in [0, 1]."""
        centre, half = boxes[..., :2], boxes[..., 2:] / 2
        corners = torch.cat((centre - half, centre + half), -1) * self.side_px
        sparse, dense = self.sam.prompt_encoder(None, None, corners, None)
        where = self.sam.get_image_wide_positional_embeddings().expand(len(embedding), -1, -1, -1)  # type: ignore[no-untyped-call]
        masks: Tensor = self.sam.mask_decoder(
            image_embeddings=embedding,
            image_positional_embeddings=where,
            sparse_prompt_embeddings=sparse.to(embedding.dtype),
            dense_prompt_embeddings=dense,
            multimask_output=False,
        )[0]
        return masks[:, :, 0].float()

    def find_boxes(self, maps: list[Tensor], words: Words) -> tuple[Tensor, Tensor]:
        """Return all boxes (B, N, 4), centre and size in [0, 1], and the logits (B, N) of their scores."""
        core, present = self.dino.model, words.mask > 0
        sides = [(int(part.shape[-2]), int(part.shape[-1])) for part in maps]
        seen = torch.cat([part.flatten(2).transpose(1, 2) for part in maps], 1)
        whole = torch.ones(seen.shape[:2], dtype=torch.bool, device=seen.device)
        shapes = torch.tensor(sides, device=seen.device)
        counts = [height * width for height, width in sides]
        starts = torch.tensor([sum(counts[:at]) for at in range(len(counts))], device=seen.device)
        ratios = seen.new_ones(len(seen), len(maps), 2)
        layout = {
            "spatial_shapes": shapes, "spatial_shapes_list": sides, "level_start_index": starts, "valid_ratios": ratios,
        }  # fmt: skip
        heard = core.encoder(
            vision_features=seen,
            vision_attention_mask=~whole,
            vision_position_embedding=self._places(maps),
            text_features=core.text_projection(words.states),
            text_attention_mask=~present,
            text_self_attention_masks=~together(words.mask),
            text_position_ids=order_within(words.mask),
            **layout,
        )
        image, text = heard.last_hidden_state_vision, heard.last_hidden_state_text
        found = core.decoder(
            inputs_embeds=core.query_position_embeddings.weight.expand(len(seen), -1, -1),
            vision_encoder_hidden_states=image,
            vision_encoder_attention_mask=whole,
            text_encoder_hidden_states=text,
            text_encoder_attention_mask=~present,
            reference_points=self._first_boxes(image, text, present, sides),
            **layout,
        )
        last = found.intermediate_hidden_states[:, -1]
        before = torch.logit(found.intermediate_reference_points[:, -2], eps=1e-5)
        scores: Tensor = self.dino.class_embed[-1](last, text, present).amax(-1)
        return (self.dino.bbox_embed[-1](last) + before).sigmoid(), scores

    def _places(self, maps: list[Tensor]) -> Tensor:
        """Return (B, N, C): where each position of each map is, and on which map."""
        core, parts = self.dino.model, []
        for level, part in zip(core.level_embed, maps):
            whole = torch.ones((len(part), *part.shape[-2:]), dtype=torch.bool, device=part.device)
            where = core.backbone.position_embedding(part, whole).to(part.dtype)
            parts.append(where.flatten(2).transpose(1, 2) + level)
        return torch.cat(parts, 1)

    def _first_boxes(self, image: Tensor, text: Tensor, present: Tensor, sides: list[tuple[int, int]]) -> Tensor:
        """Return boxes (B, N, 4) in [0, 1] at the positions that are most like the words."""
        core = self.dino.model
        none = torch.zeros(image.shape[:2], dtype=torch.bool, device=image.device)
        asked, proposed = core.generate_encoder_output_proposals(image, none, sides)
        likeness = core.encoder_output_class_embed(asked, text, present).amax(-1)
        chosen = likeness.topk(core.config.num_queries, dim=1).indices.unsqueeze(-1).expand(-1, -1, 4)
        boxes: Tensor = (core.encoder_output_bbox_embed(asked) + proposed).gather(1, chosen).detach().sigmoid()
        return boxes


def _small() -> GroundingDinoConfig:
    part = {"num_attention_heads": 2, "hidden_size": 32, "intermediate_size": 64}
    return GroundingDinoConfig(
        backbone_config={
            "model_type": "swin", "embed_dim": 8, "depths": [1, 1, 1, 1], "num_heads": [1, 1, 2, 2], "window_size": 4,
            "image_size": 64, "out_indices": [2, 3, 4],
        },
        text_config={"model_type": "bert", "vocab_size": 1100, "num_hidden_layers": 2, **part},
        num_queries=12, d_model=32, encoder_layers=2, decoder_layers=2, encoder_ffn_dim=64, decoder_ffn_dim=64,
        encoder_attention_heads=4, decoder_attention_heads=4, max_text_len=64,
    )  # fmt: skip


def grounded_sam(size: Size) -> GroundedSam:
    """Return Grounding DINO (Swin-T) with SAM (ViT-B), or a small one of the same form."""
    return GroundedSam(size)
