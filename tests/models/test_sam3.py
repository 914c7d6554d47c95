"""SAM 3 in parts finds what transformers' class finds in one; its finds become one probability."""

from __future__ import annotations

import pytest
import torch

from rrsis_core.errors import RequestInvalid
from rrsis_core.models.sam3 import sam3


def test_the_parts_equal_the_whole() -> None:
    model = sam3("test").eval()
    image = torch.randn(2, 3, 64, 64)
    ids = torch.tensor([[49, 32, 23, 2, 0], [49, 11, 2, 0, 0]])
    mask = torch.tensor([[1, 1, 1, 1, 0], [1, 1, 1, 0, 0]])
    with torch.inference_mode():
        seen = model.encode_image(image)
        logits = model.decode(seen, model.encode_text(ids, mask))
        mean, std = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])
        half = (image * std.view(3, 1, 1) + mean.view(3, 1, 1)) * 2 - 1
        found = model.sam(pixel_values=half, input_ids=ids, attention_mask=mask)
    best = found.pred_masks.sigmoid() * (found.pred_logits.sigmoid() * found.presence_logits.sigmoid())[..., None, None]
    expected = torch.logit(best.amax(1, keepdim=True), eps=1e-6)
    expected = torch.nn.functional.interpolate(expected, size=(64, 64), mode="bilinear", align_corners=False)
    torch.testing.assert_close(logits, expected, rtol=1e-3, atol=1e-4)


def test_other_sizes_are_refused() -> None:
    with pytest.raises(RequestInvalid, match="64 by 64"):
        sam3("test").encode_image(torch.zeros(1, 3, 56, 56))
