"""RSRefSeg has the size its paper's tables print, and learns only where its authors let it."""

from __future__ import annotations

import torch
from transformers.models.siglip.modeling_siglip import SiglipMultiheadAttentionPoolingHead

from rrsis_core.models.rsrefseg import rsrefseg_b, rsrefseg_l


def test_as_many_parameters_as_published() -> None:
    """DiCoR's table IV prints 984.28 M for RSRefSeg; SigLIP's pooling of images, which nothing asks, is not built."""
    with torch.device("meta"):
        model = rsrefseg_b("full")
        unasked = SiglipMultiheadAttentionPoolingHead(model.siglip.config.vision_config)
    count = sum(value.numel() for module in (model, unasked) for value in module.parameters()) / 1e6
    assert abs(count - 984.28) < 1.0


def test_only_prompter_decoder_and_low_rank_changes_learn() -> None:
    model = rsrefseg_l("test")
    learning = {name for name, value in model.named_parameters() if value.requires_grad}
    places = {".".join(name.split(".")[:2]) for name in learning if ".down." not in name and ".up." not in name}
    assert places <= {"prompter.narrow", "prompter.shrink", "prompter.last", "sam.mask_decoder", "sam.prompt_encoder"}
    assert any(name.startswith("siglip.text_model.head.down") for name in learning)
    assert any(name.startswith("sam.vision_encoder.neck.conv1.up") for name in learning)


def test_forty_nine_prompts() -> None:
    model = rsrefseg_l("test").eval()
    prompts = model.prompter(torch.randn(1, 3 * 32, 27, 27), torch.zeros(1, 32, 27, 27))
    assert prompts.shape == (1, 49, 32)
