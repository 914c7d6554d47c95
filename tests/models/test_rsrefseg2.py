"""RSRefSeg 2 has the size its paper's tables print, takes its authors' checkpoint, and pools words by the phrase."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional as F
from transformers.models.siglip.modeling_siglip import SiglipMultiheadAttentionPoolingHead

from rrsis_core.models import ready_to_learn
from rrsis_core.models.base import Words
from rrsis_core.models.blocks.losses import apart, contrast
from rrsis_core.models.rsrefseg2 import pool_words, rsrefseg2
from rrsis_core.models.weights import complain_about_keys
from tests.models.theirs import SMALL, Sam2Size, cascaded_prompter, norm, sam2, values, with_low_rank

SAM_LAYERS = r"image_encoder\.(trunk\.blocks\.\d+\.attn\.(qkv|proj)|neck\.convs\.\d+\.conv)"
SIGLIP_LAYERS = r"model\.(head|encoder\.layers\.\d+\.self_attn\.(k_proj|v_proj|q_proj|out_proj))"


def _theirs(model: torch.nn.Module, size: Sam2Size, device: str = "cpu") -> dict[str, torch.Tensor]:
    """The authors' checkpoint for a model of that size; SigLIP, which both take of transformers, as it names itself."""
    shapes = {}
    for key, shape in with_low_rank(sam2(size), SAM_LAYERS).items():
        part, _, inner = key.partition("image_encoder.")
        shapes[f"backbone.model.image_encoder.base_model.model.{inner}" if inner else f"backbone.model.{part}"] = shape
    for name in ("vision", "text"):
        part = model.siglip.get_submodule(f"{name}_model").state_dict()
        part = {f"model.{key}": tuple(value.shape) for key, value in part.items()}
        part |= norm("model.head.layernorm", 8) if name == "vision" else {"logit_scale": (1,), "logit_bias": (1,)}
        inside = with_low_rank(part, SIGLIP_LAYERS)
        shapes |= {f"clip_{name}_encoder.base_model.model.{key}": shape for key, shape in inside.items()}
    prompter = model.prompter
    width, inner = prompter.query_places[0].shape[1], prompter.last[0].out_features
    shapes |= cascaded_prompter(width, round(len(prompter.image_place) ** 0.5), prompter.prompts.shape[1], inner)
    shapes |= {f"decode_head.logit_{part}": () for part in ("scale1", "scale2", "bias1", "bias2")}
    return values(shapes, device)


def test_the_authors_checkpoint_is_taken() -> None:
    model = rsrefseg2("test").eval()
    theirs = _theirs(model, SMALL)
    model.load_state_dict(model.translate(theirs), strict=True)
    assert torch.equal(model.contrast_scale, theirs["decode_head.logit_scale2"])
    place = theirs["prompter.img_pe"]
    assert torch.equal(model.prompter.image_place[9], place[0, :, 1, 1]) and place.shape[-1] == 8
    for their, our in {
        "two_queries_text_attn_layers.1.mlp_query2_3.layers.1.bias": "groups.1.meet.1.mlp.2.bias",
        "two_queries_text_attn_layers.0.norm_query1_4.weight": "groups.0.meet.0.norm1.weight",
        "queries1_to_img_attn_layers.1.cross_attn_img_text_1.v_proj.weight": "looks.1.hear.attention.v_proj.weight",
        "prompt_queries2_img_attn_layers.0.norm_text_1.bias": "asks.0.look.own.norm.bias",
        "prompt_queries2_img_attn_layers.0.norm_prompt_4.bias": "asks.0.see.norm1.bias",
        "sparse_prompt_mlp.layers.1.weight": "last.2.weight",
    }.items():
        assert torch.equal(theirs[f"prompter.{their}"], model.prompter.state_dict()[our]), their
    stem = "backbone.model.image_encoder.base_model.model.neck.convs.0.conv."
    down, up = (theirs[f"{stem}lora_{way}.default.weight"] for way in "AB")
    change = (up[:, :, 0, 0] @ down[:, :, 0, 0])[..., None, None]
    found = model.sam.vision_encoder.neck.convs[0].weight
    torch.testing.assert_close(found, theirs[f"{stem}base_layer.weight"] + change)


def test_as_many_parameters_as_published() -> None:
    """DiCoR's table IV prints 1447.13 M; SigLIP's pooling of images, which nothing asks, is not built."""
    with torch.device("meta"):
        model = rsrefseg2("full")
        complain_about_keys(model, model.translate(_theirs(model, Sam2Size(), "meta")), "the authors' own")
        ready_to_learn(model)
        unasked = SiglipMultiheadAttentionPoolingHead(model.siglip.config.vision_config)
    count = sum(value.numel() for module in (model, unasked) for value in module.parameters()) / 1e6
    assert abs(count - 1447.13) < 0.5


def test_words_are_pooled_as_pytorch_does_but_without_padding() -> None:
    states, mask = torch.randn(2, 9, 4), torch.zeros(2, 9, dtype=torch.int64)
    mask[0, :7], mask[1, :2] = 1, 1
    pooled = pool_words(Words(states, mask), 3)
    for row, length in ((0, 7), (1, 2)):
        expected = F.adaptive_avg_pool1d(states[row, :length].T, 3).T
        torch.testing.assert_close(pooled[row], expected)


def test_a_phrase_without_words_is_finite() -> None:
    model = rsrefseg2("test").eval()
    ids = torch.zeros(1, 6, dtype=torch.int64)
    with torch.inference_mode():
        assert model(torch.randn(1, 3, 64, 64), ids, ids).isfinite().all()


def test_its_losses_are_those_of_its_inner_values() -> None:
    model = rsrefseg2("test").eval()
    image, ids = torch.randn(2, 3, 64, 64), torch.tensor([[5, 6, 7], [8, 9, 0]])
    mask, truth = (ids > 0).long(), (image[:, 0] > 0).float()
    logits, own = model.teach(image, ids, mask, truth)
    torch.testing.assert_close(logits, model(image, ids, mask))
    features, words = model.encode_image(image), model.encode_text(ids, mask)
    *_, (first, second) = model.prompter(features[-1], Words(words.states[:, 1:], words.mask[:, 1:]))
    assert own["apart"].item() == pytest.approx(apart(first, second).item(), rel=1e-4)
    wanted = contrast(features[-1], truth, second, torch.tensor(1 / 0.07))
    assert own["contrast"].item() == pytest.approx(wanted.item(), rel=1e-4)
