"""CLIPSeg in parts gives what transformers' class gives in one."""

from __future__ import annotations

import pytest
import torch
from transformers import CLIPSegForImageSegmentation

from rrsis_core.errors import RequestInvalid
from rrsis_core.models.base import Words
from rrsis_core.models.clipseg import clipseg


def test_the_parts_equal_the_whole() -> None:
    model = clipseg("test").eval()
    whole = CLIPSegForImageSegmentation(model.clip.config).eval()
    whole.load_state_dict(model.state_dict(), strict=True)
    image = torch.randn(2, 3, 96, 96)
    ids = torch.tensor([[49406, 320, 2368, 49407, 0], [49406, 1125, 49407, 0, 0]])
    mask = torch.tensor([[1, 1, 1, 1, 0], [1, 1, 1, 0, 0]])
    with torch.inference_mode():
        expected = whole(input_ids=ids, pixel_values=image, attention_mask=mask).logits
        torch.testing.assert_close(model(image, ids, mask)[:, 0], expected)


@pytest.mark.parametrize("size", [(64, 96), (50, 50)])
def test_other_shapes_are_refused(size: tuple[int, int]) -> None:
    with pytest.raises(RequestInvalid, match="multiple of 16"):
        clipseg("test").encode_image(torch.zeros(1, 3, *size))


def test_the_full_size_is_vit_b_16_at_352_pixels() -> None:
    with torch.device("meta"):
        model = clipseg("full")
        image = torch.empty(1, 3, 352, 352)
        words = Words(torch.empty(1, 1, 512), torch.ones(1, 1))
        assert model.decode(model.encode_image(image), words).shape == (1, 1, 352, 352)
    assert model.clip.vision_model.embeddings.position_embedding.weight.shape == (197, 768)
    assert 150e6 < sum(value.numel() for value in model.parameters()) < 151e6
