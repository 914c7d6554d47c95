"""RSRefSeg has the size its paper's tables print, learns where its authors let it, and takes their checkpoint."""

from __future__ import annotations

import pytest
import torch
from peft import LoraConfig, get_peft_model
from torch import Tensor, nn
from transformers import SiglipConfig, SiglipModel
from transformers.models.siglip.modeling_siglip import SiglipMultiheadAttentionPoolingHead

from rrsis_core.errors import WeightsInvalid
from rrsis_core.models import convert, create_model, ready_to_learn
from rrsis_core.models.foundation import make_sam, make_siglip
from rrsis_core.models.rsrefseg import rsrefseg_b, rsrefseg_l

SAM_LAYERS = ["qkv", "proj", "lin1", "lin2", "neck.conv1", "neck.conv2"]
VISION_LAYERS = ["k_proj", "v_proj", "q_proj", "out_proj"]
TEXT_LAYERS = r"(^model\.encoder\.layers\..*\.self_attn\.(k_proj|v_proj|q_proj|out_proj))|(^model\.head)"


class Holder(nn.Module):
    """Parts by the names that the authors' classes give them."""

    def __init__(self, **parts: nn.Module | nn.Parameter) -> None:
        super().__init__()
        for name, part in parts.items():
            setattr(self, name, part)


def low_rank(part: nn.Module, layers: str | list[str]) -> nn.Module:
    """Return `part` inside peft's own wrapper, its changes no longer none."""
    wrapped = get_peft_model(part, LoraConfig(r=16, lora_alpha=16, lora_dropout=0.1, target_modules=layers))
    for name, value in wrapped.named_parameters():
        if "lora_B" in name:
            nn.init.normal_(value, std=0.05)
    return wrapped


def unit(width: int, out: int, side: int) -> nn.Module:
    """Return mmcv's ConvModule with its norm, as far as its keys go."""
    return Holder(conv=nn.Conv2d(width, out, side, bias=False), bn=nn.BatchNorm2d(out))


@pytest.fixture(scope="module")
def theirs() -> nn.Module:
    """The authors' model by the names of its parts, around transformers' small SigLIP and SAM."""
    torch.manual_seed(4)
    ours = make_siglip("test", 32, 4, 128).config
    seen = {**ours.vision_config.to_dict(), "vision_use_head": True}
    siglip, sam = (
        SiglipModel(SiglipConfig(text_config=ours.text_config.to_dict(), vision_config=seen)),
        make_sam("test"),
    )
    words = Holder(model=siglip.text_model, logit_scale=siglip.logit_scale, logit_bias=siglip.logit_bias)
    image = Holder(model=sam.vision_encoder, shared_image_embedding=sam.shared_image_embedding)
    steps = [unit(32, 32, 3), unit(32, 32, 3), Holder(conv=nn.Conv2d(32, 32, 1))]
    return Holder(
        backbone=low_rank(image, SAM_LAYERS),
        clip_vision_encoder=low_rank(Holder(model=siglip.vision_model), VISION_LAYERS),
        clip_text_encoder=low_rank(words, TEXT_LAYERS),
        sam_prompt_encoder=Holder(model=sam.prompt_encoder),
        sam_mask_decoder=Holder(model=sam.mask_decoder),
        prompter_down_channel=unit(96, 32, 1),
        prompter_down_spatial=nn.Sequential(*steps),
    ).eval()


FORMS = {
    "mmengine": lambda state: {"meta": {"epoch": 85}, "state_dict": state},
    "DeepSpeed": lambda state: {"module": state, "ds_version": "0.14.4", "dp_world_size": 8, "skipped_steps": 0},
    "their script": lambda state: dict(state),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_authors_checkpoint_is_taken(form: str, theirs: nn.Module, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(convert, "create_model", lambda card, weights: create_model(card, weights=None, size="test"))
    torch.save(FORMS[form](theirs.state_dict()), tmp_path / "epoch_85.pth")
    stored = convert.read_state(convert.add_checkpoint(tmp_path / "epoch_85.pth", "rsrefseg-l"))[0]
    model = rsrefseg_l("test").eval()
    model.load_state_dict(stored, strict=True)
    image, ids = torch.randn(1, 3, 64, 64), torch.tensor([[5, 6, 7]])
    small = torch.randn(1, 3, 32, 32)

    def same(one: Tensor, other: Tensor) -> None:
        torch.testing.assert_close(one, other, rtol=1e-4, atol=1e-5)

    with torch.inference_mode():
        sam = theirs.backbone.base_model.model.model
        same(model.sam.vision_encoder(image).last_hidden_state, sam(image).last_hidden_state)
        vision = theirs.clip_vision_encoder.base_model.model.model
        same(model.siglip.vision_model(small).last_hidden_state, vision(small).last_hidden_state)
        text = theirs.clip_text_encoder.base_model.model.model
        same(model.siglip.text_model(ids).pooler_output, text(ids).pooler_output)
        down, maps = theirs.prompter_down_spatial, torch.randn(1, 32, 5, 5)
        same(model.prompter.last(maps), down[2].conv(maps))
        same(model.prompter.shrink[1][1](maps), down[1].bn(maps))
    assert torch.equal(model.siglip.logit_scale, theirs.clip_text_encoder.base_model.model.logit_scale)


def test_a_checkpoint_that_lacks_a_change_is_refused(theirs: nn.Module, tmp_path) -> None:
    state = theirs.state_dict()
    del state["backbone.base_model.model.model.neck.conv1.lora_A.default.weight"]
    torch.save(state, tmp_path / "x.pth")
    with pytest.raises(WeightsInvalid, match=r"missing.*unknown"):
        convert.add_checkpoint(tmp_path / "x.pth", "rsrefseg-l")


def test_as_many_parameters_as_published() -> None:
    """DiCoR's table IV prints 984.28 M for RSRefSeg; SigLIP's pooling of images, which nothing asks, is not built."""
    with torch.device("meta"):
        model = rsrefseg_b("full")
        ready_to_learn(model)
        unasked = SiglipMultiheadAttentionPoolingHead(model.siglip.config.vision_config)
    count = sum(value.numel() for module in (model, unasked) for value in module.parameters()) / 1e6
    assert abs(count - 984.28) < 1.0


def test_only_prompter_decoder_and_low_rank_changes_learn() -> None:
    model = rsrefseg_l("test")
    ready_to_learn(model)
    learning = {name for name, value in model.named_parameters() if value.requires_grad}
    places = {".".join(name.split(".")[:2]) for name in learning if ".lora_" not in name}
    assert places <= {"prompter.narrow", "prompter.shrink", "prompter.last", "sam.mask_decoder", "sam.prompt_encoder"}
    assert any(name.startswith("siglip.text_model.head.lora_A") for name in learning)
    assert any(name.startswith("sam.vision_encoder.neck.conv1.lora_B") for name in learning)


def test_forty_nine_prompts() -> None:
    model = rsrefseg_l("test").eval()
    prompts = model.prompter(torch.randn(1, 3 * 32, 27, 27), torch.zeros(1, 32, 27, 27))
    assert prompts.shape == (1, 49, 32)
