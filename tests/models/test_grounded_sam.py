"""Grounding DINO in parts gives what transformers' class gives in one; boxes become masks and one logit a pixel."""

from __future__ import annotations

import math

import pytest
import torch

from rrsis_core.catalog import get_card
from rrsis_core.errors import RequestInvalid, WeightsInvalid
from rrsis_core.models.convert import add_state
from rrsis_core.models.foundation import resize
from rrsis_core.models.grounded_sam import REPORTED, GroundedSam, caption, grounded_sam, order_within, together
from rrsis_core.models.weights import complain_about_keys
from rrsis_core.text import tokenise

IDS = torch.tensor([[101, 7, 8, 9, 102, 0, 0], [101, 5, 1012, 20, 21, 1012, 102]])


@pytest.fixture(scope="module")
def model() -> GroundedSam:
    torch.manual_seed(0)
    return grounded_sam("test").eval()


def test_a_phrase_gets_its_full_stop() -> None:
    pieces, sentence = caption(IDS, (IDS > 0).long())
    assert pieces.tolist() == [[101, 7, 8, 9, 1012, 102, 0, 0, 0], [101, 5, 1012, 20, 21, 1012, 102, 0, 0]]
    assert sentence.tolist() == [[1, 2, 2, 2, 2, 3, 0, 0, 0], [1, 2, 2, 3, 3, 3, 4, 0, 0]]
    assert order_within(sentence).tolist() == [[0, 0, 1, 2, 3, 0, 0, 0, 0], [0, 0, 1, 0, 1, 2, 0, 0, 0]]
    heard = together(sentence)
    assert heard[0, 1, 4] and not heard[0, 1, 5] and not heard[0, 6, 7] and heard[0, 6, 6]


def test_a_cut_phrase_and_an_empty_one() -> None:
    ids = torch.tensor([[101, 7, 8], [0, 0, 0]])
    pieces, sentence = caption(ids, (ids > 0).long())
    assert pieces.tolist() == [[101, 7, 8, 1012, 102], [1012, 102, 0, 0, 0]]
    assert (sentence > 0).sum(1).tolist() == [5, 2]


def test_the_full_stop_is_that_of_the_vocabulary() -> None:
    ids = tokenise(["a roof."], get_card("grounding-dino-sam")).ids[0]
    assert ids[ids > 0].tolist()[-2:] == [1012, 102]


def test_boxes_are_those_of_the_whole(model: GroundedSam) -> None:
    image, mask = torch.randn(2, 3, 64, 64), (IDS > 0).long()
    pieces, sentence = caption(IDS, mask)
    with torch.inference_mode():
        *maps, _ = model.encode_image(image)
        boxes, scores = model.find_boxes(maps, model.encode_text(IDS, mask))
        whole = model.dino(pixel_values=resize(image, 128), input_ids=pieces, attention_mask=(sentence > 0).long())
    torch.testing.assert_close(boxes, whole.pred_boxes, rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(scores, whole.logits.amax(-1), rtol=1e-4, atol=1e-4)


def test_masks_are_those_of_the_whole(model: GroundedSam) -> None:
    image, boxes = torch.randn(1, 3, 64, 64), torch.tensor([[[0.5, 0.5, 0.5, 0.25], [0.25, 0.5, 0.1, 0.2]]])
    corners = torch.tensor([[[16.0, 24, 48, 40], [12.8, 25.6, 19.2, 38.4]]])
    with torch.inference_mode():
        *_, embedding = model.encode_image(image)
        whole = model.sam(pixel_values=image, input_boxes=corners, multimask_output=False).pred_masks[:, :, 0]
        torch.testing.assert_close(model.cut_out(embedding, boxes), whole, rtol=1e-4, atol=1e-5)


def test_finds_are_united(model: GroundedSam, monkeypatch: pytest.MonkeyPatch) -> None:
    """Above one half is the union of the masks of the boxes that the library would report."""
    masks = torch.full((1, 3, 16, 16), -9.0)
    masks[0, 0, :8, :8] = masks[0, 1, 8:, 8:] = masks[0, 2, 8:, :8] = 9.0
    scores = torch.logit(torch.tensor([[0.9, REPORTED + 0.01, REPORTED - 0.01]]))
    monkeypatch.setattr(model, "find_boxes", lambda maps, words: (torch.zeros(1, 3, 4), scores))
    monkeypatch.setattr(model, "cut_out", lambda embedding, boxes: masks)
    with torch.inference_mode():
        logits = model(torch.zeros(1, 3, 64, 64), IDS[:1], (IDS[:1] > 0).long())[0, 0]
    found = logits > 0
    assert found[:28, :28].all() and found[36:, 36:].all()
    assert not found[36:, :28].any() and not found[:28, 36:].any()
    assert logits[4, 4] == pytest.approx(math.log(9) - math.log(REPORTED / (1 - REPORTED)), abs=1e-4)


def test_tensors_that_stand_once_are_filled_in(model: GroundedSam) -> None:
    state = model.state_dict()
    once = {key: value for key, value in state.items() if ".bbox_embed." not in key and "shared_embedding" not in key}
    once |= {key: value for key, value in state.items() if key.startswith("dino.bbox_embed.0.")}
    once = {key: value for key, value in once.items() if "swin.layernorm" not in key}
    assert len(once) < len(state)
    once["dino.model.x.attention.self.relative_position_index"] = torch.zeros(2)
    complain_about_keys(model, model.translate(once), "here")


def test_one_half_alone_is_refused(model: GroundedSam, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path))
    with pytest.raises(WeightsInvalid, match="tensors missing"):
        add_state({"sam.x": torch.zeros(1)}, {}, card=get_card("grounding-dino-sam"), origin=tmp_path)


def test_other_sizes_are_refused(model: GroundedSam) -> None:
    with pytest.raises(RequestInvalid, match="64 by 64"):
        model.encode_image(torch.zeros(1, 3, 56, 56))
