"""What LGCE as released computes, and what our reading of the paper adds."""

from __future__ import annotations

import torch

from rrsis_core.models.lgce import POOLED_SIDE, CrossScale, lgce, lgce_full


def _inputs() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    ids = torch.tensor([[101, 2417, 15753, 102, 0, 0]])
    return torch.randn(1, 3, 64, 64), ids, (ids > 0).long()


def test_dead_tensors_do_not_change_the_logits() -> None:
    model = lgce("test").eval()
    inputs = _inputs()
    with torch.inference_mode():
        before = model(*inputs)
        dead = [value for name, value in model.classifier.named_parameters() if not value.requires_grad]
        for value in dead:
            value.fill_(float("nan"))
        assert torch.equal(model(*inputs), before)
    assert dead


def test_the_guide_hears_padding_as_released() -> None:
    model = lgce("test").eval()
    image, ids, mask = _inputs()
    with torch.inference_mode():
        words = model.encode_text(ids, mask)
        features = model.encode_image(image)
        other = type(words)(words.states.clone(), words.mask)
        other.states[:, 4:] += 1
        assert not torch.allclose(model.decode(features, words), model.decode(features, other))


def test_in_the_full_model_the_fusion_reaches_the_output() -> None:
    model = lgce_full("test").eval()
    inputs = _inputs()
    with torch.inference_mode():
        before = model(*inputs)
        for pair in model.classifier.pairs:
            torch.nn.init.normal_(pair.msb.fusion[0][0].attn.proj.weight)
            assert not torch.equal(model(*inputs), before)
            before = model(*inputs)


def test_large_maps_are_pooled_and_get_the_change_back() -> None:
    side = POOLED_SIDE + 10
    maps = [torch.randn(1, 4, side, side), torch.randn(1, 8, side // 2, side // 2)]
    tokens = [torch.randn(1, 4), torch.randn(1, 8)]
    out = CrossScale((4, 8), (2, 2)).eval()(maps, tokens)
    assert [image.shape for image in out] == [image.shape for image in maps]
