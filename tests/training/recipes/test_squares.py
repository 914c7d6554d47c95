import json
from dataclasses import replace

import numpy as np
import pytest
import rasterio
import torch
from PIL import Image

from rrsis_core.datasets.own import open_own
from rrsis_core.datasets.truth import read_frame
from rrsis_core.errors import ConfigInvalid, DatasetInvalid, RasterUnreadable
from rrsis_core.training.recipes.squares import Order, Squares, _coprime, black_boxes, load, loading, squeeze
from tests.training.recipes.small import RECIPE, SIDE, write_data


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return open_own(write_data(tmp_path_factory.mktemp("own")))


def test_a_sample_is_squeezed_with_its_truth(data):
    batch = Squares(data.split("train"), RECIPE, learning=True)[0, 3]
    assert batch.image.shape == (1, 3, SIDE, SIDE) and batch.truth.shape == (1, SIDE, SIDE)
    assert batch.ids.shape == (1, 20) and batch.mask.sum() == 5
    inside = batch.image[0, 0][batch.truth[0] > 0.5]
    assert inside.mean() > batch.image[0, 0][batch.truth[0] < 0.5].mean() + 1
    assert 0.08 < batch.truth.mean() < 0.15  # 16 × 20 of 48 × 56


def test_chance_depends_on_epoch_and_sample_alone(data):
    recipe = replace(RECIPE, boxes_share=1.0, boxes_least=2, boxes_most=3, box_px=9, light=True)
    first, again = (Squares(data.split("train"), recipe, learning=True) for _ in range(2))
    assert torch.equal(first[1, 2].image, again[1, 2].image)
    assert not torch.equal(first[1, 2].image, first[2, 2].image)
    assert torch.equal(first[1, 2].truth, first[2, 2].truth)


def test_val_is_shown_as_it_is(data):
    plain = Squares(data.split("val"), RECIPE, learning=False)
    hidden = Squares(data.split("val"), replace(RECIPE, boxes_share=1.0, turns=True, light=True), learning=False)
    assert torch.equal(plain[0, 1].image, hidden[5, 1].image)


def test_words_turn_with_the_view(tmp_path):
    write_data(tmp_path, 2, 1)
    lines = (tmp_path / "phrases.jsonl").read_text().replace("the red roof", "the roof on the left")
    (tmp_path / "phrases.jsonl").write_text(lines)
    squares = Squares(open_own(tmp_path).split("train"), replace(RECIPE, turns=True), learning=True)
    plain = Squares(open_own(tmp_path).split("train"), RECIPE, learning=True)[0, 0].truth[0].numpy()
    seen = set()
    for epoch in range(24):
        item = squares[epoch, 0]
        seen.add(item.phrases[0].rsplit(" ", 1)[1])
        if item.phrases[0].endswith("right") and np.array_equal(item.truth[0].numpy(), plain[:, ::-1]):
            break
    else:
        pytest.fail(f"no mirrored view had its words mirrored; seen: {seen}")
    assert seen <= {"left", "right", "top", "bottom"}


def test_what_cannot_be_read_is_named_and_another_stands_in(tmp_path):
    write_data(tmp_path, 4, 1)
    (tmp_path / "1.png").write_bytes(b"no picture")
    Image.fromarray(np.zeros((48, 56), np.uint8)).save(tmp_path / "2_mask.png")
    squares = Squares(open_own(tmp_path).split("train"), RECIPE, learning=True)
    item = squares[0, 1]
    assert item.real == [False] and len(item.failed) == 1
    assert "phrases.jsonl, line 2" in item.failed[0] and "1.png" in item.failed[0]
    assert any(torch.equal(item.image, squares[0, number].image) for number in (0, 3))
    assert "line 3" in squares[0, 2].failed[0] and "no pixel" in squares[0, 2].failed[0]


def test_an_image_of_many_phrases_that_cannot_be_read_counts_once_for_each(tmp_path):
    lines = [json.loads(line) for line in (write_data(tmp_path, 6, 1) / "phrases.jsonl").read_text().splitlines()]
    (tmp_path / "phrases.jsonl").write_text("\n".join(map(json.dumps, [lines[0]] * 40 + lines[1:])))
    (tmp_path / "0.png").write_bytes(b"no picture")
    squares = Squares(open_own(tmp_path).split("train"), RECIPE, learning=True)
    items = [squares[0, number] for number in range(len(squares))]
    assert [len(item.failed) for item in items] == [1] * 40 + [0] * 5


@pytest.mark.parametrize("count", [1, 2, 3, 4, 10, 97, 4420])
def test_stand_ins_come_from_everywhere(count):
    step = _coprime(count)
    assert len({step * turn % count for turn in range(count)}) == count


def test_a_set_that_cannot_be_read_at_all_is_an_error(tmp_path):
    write_data(tmp_path, 3, 1)
    for number in range(3):
        (tmp_path / f"{number}.png").write_bytes(b"")
    with pytest.raises(DatasetInvalid, match="3 samples out of 3"):
        Squares(open_own(tmp_path).split("train"), RECIPE, learning=True)[0, 0]


@pytest.mark.parametrize("workers", [0, 1])
def test_an_error_of_a_loading_process_is_one_sentence(tmp_path, workers):
    write_data(tmp_path, 3, 1)
    for number in range(3):
        (tmp_path / f"{number}.png").write_bytes(b"")
    squares = Squares(open_own(tmp_path).split("train"), RECIPE, learning=True)
    with loading(squares, Order(3, RECIPE), workers, pin=False) as batches, pytest.raises(DatasetInvalid) as raised:
        next(batches)
    assert raised.value.message.startswith("3 samples out of 3 cannot be read; the first: ")


def test_other_rasters_are_read_too(tmp_path):
    path = tmp_path / "deep.tif"
    values = np.linspace(0, 4000, 3 * 40 * 30).reshape(3, 40, 30).astype(np.uint16)
    with rasterio.open(path, "w", driver="GTiff", height=40, width=30, count=3, dtype="uint16") as target:
        target.write(values)
    rgb = squeeze(path, read_frame(path), 32)
    assert rgb.shape == (32, 32, 3) and rgb.std() > 20


def test_a_cut_picture_is_named(tmp_path):
    path = tmp_path / "cut.jpg"
    Image.fromarray(np.random.default_rng(0).integers(0, 255, (64, 64, 3)).astype(np.uint8)).save(path)
    frame = read_frame(path)
    path.write_bytes(path.read_bytes()[:800])
    with pytest.raises(RasterUnreadable, match=r"cut\.jpg"):
        squeeze(path, frame, 32)


def test_boxes_are_black_and_of_their_size():
    white = np.full((480, 480, 3), 255, np.uint8)
    hidden = black_boxes(white, replace(RECIPE, boxes_least=1, boxes_most=1), np.random.default_rng(0))
    assert (hidden == 0).sum() == 3 * 32 * 32 and white.min() == 255


def drawn(order):
    return [index for batch in order for _, index in batch]


def test_the_order_is_shared_evenly_and_goes_on_from_any_step():
    recipe = replace(RECIPE, batch=2, accumulate=2, epochs=3)
    parts = [Order(19, recipe, rank, 2) for rank in range(2)]
    assert parts[0].steps_an_epoch == 2 and parts[0].steps == 6
    first = [drawn(part) for part in parts]
    for epoch in range(3):
        seen = [index for part in first for index in part[epoch * 8 : epoch * 8 + 8]]
        assert len(set(seen)) == 16
    assert first[0][:8] != first[0][8:16]
    for start in (0, 1, 3, 5, 6):
        parts[1].start = start
        assert drawn(parts[1]) == first[1][start * 4 :]


def test_too_few_samples_for_a_step_are_named():
    with pytest.raises(ConfigInvalid, match="A step takes 8 samples"):
        Order(7, replace(RECIPE, batch=4), 0, 2)


def test_the_loader_gives_whole_batches(data):
    squares = Squares(data.split("train"), RECIPE, learning=True)
    batches = list(load(squares, Order(len(squares), RECIPE), 0, pin=False))
    assert len(batches) == 8 and all(batch.image.shape == (2, 3, SIDE, SIDE) for batch in batches)
