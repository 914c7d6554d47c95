import pytest
import torch
from safetensors.torch import save_file

from rrsis_core.errors import ConfigInvalid, WeightsInvalid, WeightsMissing
from rrsis_core.models import create_model
from rrsis_core.models.foundation import make_sam2
from rrsis_core.training.recipes.beginning import start_bert, start_part, start_swin


def swin_of(model):
    """What a classifier's checkpoint holds: the Swin under its own names, a head, masks of shifted windows."""
    state = {
        key.removeprefix("backbone."): torch.randn_like(value)
        for key, value in model.state_dict().items()
        if key.startswith(("backbone.patch_embed.", "backbone.layers.")) and (".blocks." in key or ".downsample." in key
                                                                              or "patch_embed" in key)
        and value.is_floating_point()
    }  # fmt: skip
    extra = {
        "head.weight": torch.ones(3, 3),
        "norm.weight": torch.ones(3),
        "layers.0.blocks.1.attn_mask": torch.ones(1),
    }
    index = {"layers.0.blocks.0.attn.relative_position_index": torch.zeros(16, 16, dtype=torch.int64)}
    return state, {"model": {**state, **extra, **index}}


@pytest.mark.parametrize("name", ["lgce", "rmsin", "fianet"])
def test_the_swin_of_a_classifier_is_taken(tmp_path, name):
    model = create_model(name, weights=None, size="test")
    swin, checkpoint = swin_of(model)
    torch.save(checkpoint, tmp_path / "swin.pth")
    before = {key: value.clone() for key, value in model.state_dict().items()}
    assert start_swin(model, tmp_path / "swin.pth") == len(swin) > 50
    for key, value in model.state_dict().items():
        wanted = swin.get(key.removeprefix("backbone."), before[key])
        assert torch.equal(value, wanted), key


def test_the_keys_of_the_full_swin_are_those_of_its_authors():
    with torch.device("meta"):
        model = create_model("lgce", weights=None)
    swin, _ = swin_of(model)
    assert swin["patch_embed.proj.weight"].shape == (128, 3, 4, 4)
    assert swin["layers.2.blocks.17.attn.relative_position_bias_table"].shape == (529, 16)
    assert swin["layers.0.downsample.reduction.weight"].shape == (256, 512)
    assert len(swin) == 4 + 24 * 13 + 3 * 3


@pytest.mark.parametrize("old", [False, True])
def test_a_bert_is_taken_with_whatever_heads_it_has(tmp_path, old):
    model = create_model("lavt", weights=None, size="test")
    own = {key.removeprefix("text_encoder."): torch.randn_like(value) for key, value in model.state_dict().items()
           if key.startswith("text_encoder.")}  # fmt: skip
    named = {f"bert.{key}" if old else key: value for key, value in own.items()}
    if old:
        named = {
            key.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta"): value
            for key, value in named.items()
        }
        named["cls.predictions.bias"] = torch.ones(2)
    save_file(
        {**named, "pooler.dense.bias" if not old else "bert.pooler.dense.bias": torch.ones(2)},
        tmp_path / "b.safetensors",
    )
    assert start_bert(model, tmp_path / "b.safetensors") == len(own)
    assert all(torch.equal(model.state_dict()[f"text_encoder.{key}"], value) for key, value in own.items())


def test_another_file_is_refused_and_nothing_is_changed(tmp_path):
    model = create_model("lavt", weights=None, size="test")
    swin, _ = swin_of(model)
    before = {key: value.clone() for key, value in model.state_dict().items()}
    wrong = [
        ({key: value for key, value in swin.items() if "patch_embed.norm" not in key}, "lacks"),
        ({**swin, "layers.9.blocks.0.norm1.weight": torch.ones(1)}, "too much"),
        ({**swin, "patch_embed.norm.weight": torch.ones(99)}, "another shape"),
    ]
    for state, message in wrong:
        torch.save({"model": state}, tmp_path / "swin.pth")
        with pytest.raises(WeightsInvalid, match=message):
            start_swin(model, tmp_path / "swin.pth")
    assert all(torch.equal(value, before[key]) for key, value in model.state_dict().items())
    with pytest.raises(WeightsMissing):
        start_bert(model, tmp_path / "none.safetensors")


def test_a_part_is_taken_as_transformers_stores_it(tmp_path):
    part = make_sam2("test")
    stored = {key: torch.randn_like(value) for key, value in part.state_dict().items()}
    shared = part.all_tied_weights_keys
    stored |= {copy: stored[origin].clone() for copy, origin in shared.items()}
    once = {key: value for key, value in stored.items() if key not in shared}
    save_file({**once, "memory_encoder.unknown": torch.ones(1)}, tmp_path / "sam.safetensors")
    model = create_model("rsrefseg2", weights=None, size="test")
    before = {key: value.clone() for key, value in model.state_dict().items()}
    assert start_part(model, "sam", tmp_path / "sam.safetensors") == len(stored)
    for key, value in model.state_dict().items():
        wanted = stored.get(key.removeprefix("sam."), before[key])
        assert torch.equal(value, wanted if key.startswith("sam.") else before[key]), key


def test_parts_that_do_not_fit(tmp_path):
    save_file({"no_memory_embedding": torch.ones(1, 1, 32)}, tmp_path / "sam.safetensors")
    model = create_model("rsrefseg2", weights=None, size="test")
    with pytest.raises(WeightsInvalid, match="lacks"):
        start_part(model, "sam", tmp_path / "sam.safetensors")
    with pytest.raises(ConfigInvalid, match='no part "bert"; it has sam'):
        start_part(model, "bert", tmp_path / "sam.safetensors")
