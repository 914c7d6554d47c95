"""Evaluation end to end with a model whose answers are known, on one's own data of every form."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from rrsis_core.datasets.own import open_own
from rrsis_core.errors import DatasetInvalid, OutputNotWritable, SampleSkipped, WeightsMissing
from rrsis_core.training.evaluate import authors_rule, evaluate, part_boxes
from rrsis_core.training.finders import ConstantFinder, CorridorFinder, NetworkSizeFinder
from tests.toy import CARD, ColourModel, paint, write

TOY = CorridorFinder(ColourModel(), CARD, torch.device("cpu"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two images, one on the map and one not, with red and blue rectangles."""
    lines = []
    for name, seed, crs in (("a", 1, "EPSG:32645"), ("b", 2, None)):
        image = paint(150, 200, seed)
        write(tmp_path / f"{name}.tif", image, crs=crs)
        for colour, band in (("red", 0), ("blue", 2)):
            mask = f"{name}-{colour}.png"
            Image.fromarray(((image[band] > 200) * 255).astype(np.uint8)).save(tmp_path / mask)
            line = {"image": f"{name}.tif", "phrase": colour, "mask": mask, "kind": "attribute", "target": colour}
            lines.append({**line, "split": "test", "gsd_m": CARD.gsd_range_m[0]})
        lines.append({"image": f"{name}.tif", "phrase": "green", "kind": "absent", "split": "test"})
    return put(tmp_path, lines)


def put(folder: Path, lines: list) -> Path:
    text = "\n".join(json.dumps(line) if isinstance(line, dict) else line for line in lines)
    (folder / "phrases.jsonl").write_text(text)
    return folder


def lines_of(folder: Path) -> list:
    return [json.loads(line) for line in (folder / "phrases.jsonl").read_text().splitlines()]


def test_a_model_that_is_right_scores_full_marks(folder: Path) -> None:
    result = evaluate(open_own(folder), TOY, split="test", examples=2)
    summary = result.summary
    assert {summary[name] for name in ("P@0.5", "P@0.9", "oIoU", "mIoU", "no-target accuracy")} == {1.0}
    assert (summary["phrases with a target"], summary["phrases without a target"]) == (4, 2)
    assert (result.images, result.skipped) == (2, [])
    assert set(result.groups()["target"]) == {"red", "blue"}
    assert result.intervals["mIoU"] == (1.0, 1.0)
    assert len(result.gallery.best) == 2
    assert result.calibration.error < 0.01


def test_masks_are_written_for_every_line_at_the_images_size(folder: Path, tmp_path: Path) -> None:
    lines = lines_of(folder)
    put(folder, [*lines[:2], "", *lines[2:]])
    evaluate(open_own(folder), TOY, masks=tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [f"{n}.png" for n in (1, 2, 4, 5, 6, 7)]
    for number, band, seed in ((1, 0, 1), (2, 2, 1), (5, 0, 2)):
        with Image.open(tmp_path / "out" / f"{number}.png") as mask:
            assert mask.mode == "L"
            np.testing.assert_array_equal(np.asarray(mask), (paint(150, 200, seed)[band] > 200) * 255)
    assert not np.asarray(Image.open(tmp_path / "out" / "4.png")).any()


def test_masks_are_written_for_lines_of_other_splits_too_but_not_counted(folder: Path, tmp_path: Path) -> None:
    lines = lines_of(folder)
    put(folder, [{**line, "split": "train" if index % 2 else "test"} for index, line in enumerate(lines)])
    result = evaluate(open_own(folder), TOY, split="test", masks=tmp_path / "out")
    assert len(list((tmp_path / "out").iterdir())) == 6
    assert [score.key for score in result.scores] == ["phrases.jsonl:1", "phrases.jsonl:3", "phrases.jsonl:5"]


def test_an_image_in_the_middle_that_cannot_be_read_is_named_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "broken.tif").write_bytes(b"II*\0nothing")
    lines = lines_of(folder)
    broken = [{**lines[0], "image": "broken.tif"}, {**lines[0], "image": "none.tif"}]
    put(folder, [*lines[:3], *broken, *lines[3:]])
    with pytest.warns(SampleSkipped, match=r"line 4: left out .*broken\.tif"):
        result = evaluate(open_own(folder), TOY)
    assert [(Path(one.image).name, one.lines) for one in result.skipped] == [("broken.tif", (4,)), ("none.tif", (5,))]
    assert result.summary["mIoU"] == 1.0
    assert result.summary["phrases with a target"] == 4


def test_a_truth_that_cannot_be_used_is_named_and_its_mask_still_predicted(folder: Path, tmp_path: Path) -> None:
    Image.fromarray(np.zeros((150, 200), dtype=np.uint8)).save(folder / "empty.png")
    Image.fromarray(np.full((5, 5), 255, dtype=np.uint8)).save(folder / "small.png")
    lines = lines_of(folder)
    put(folder, [*lines, {**lines[0], "mask": "empty.png"}, {**lines[0], "mask": "small.png"}])
    with pytest.warns(SampleSkipped):
        result = evaluate(open_own(folder), TOY, masks=tmp_path / "out")
    assert [one.lines for one in result.skipped] == [(7,), (8,)]
    assert "has no pixel" in result.skipped[0].reason and "5 × 5 pixels" in result.skipped[1].reason
    assert len(list((tmp_path / "out").iterdir())) == 8


def test_nothing_readable_is_an_error(folder: Path) -> None:
    put(folder, [{"image": "none.tif", "phrase": "red", "kind": "absent"}])
    with (
        pytest.raises(DatasetInvalid, match=r"No image of .* could be measured; the first failed because"),
        pytest.warns(),
    ):
        evaluate(open_own(folder), TOY)
    with pytest.raises(DatasetInvalid, match='no split "val"'):
        evaluate(open_own(put(folder, [{**line, "split": "x"} for line in lines_of(folder)])), TOY, split="val")


def test_baselines_score_what_they_must(folder: Path) -> None:
    data = open_own(folder)
    nothing = evaluate(data, ConstantFinder("baseline-none", 0.0)).summary
    assert (nothing["mIoU"], nothing["oIoU"], nothing["no-target accuracy"]) == (0, 0, 1)
    everything = evaluate(data, ConstantFinder("baseline-all", 1.0))
    share = sum(score.truth_px for score in everything.scores) / (4 * 150 * 200)
    assert everything.summary["oIoU"] == pytest.approx(share)
    assert everything.summary["no-target accuracy"] == 0


def test_boxes_and_points_give_recall(folder: Path) -> None:
    boxes = part_boxes(paint(150, 200, 1)[0] > 200).tolist()
    centres = [[(x0 + x1) / 2, (y0 + y1) / 2] for x0, y0, x1, y1 in boxes]
    image = {"image": "a.tif", "phrase": "red"}
    put(folder, [{**image, "boxes": [*boxes, [0, 0, 5, 5]]}, {**image, "points": [*centres, [0.5, 0.5]]}])
    result = evaluate(open_own(folder), TOY)
    count = len(boxes)
    assert result.scores == []
    assert result.boxes.to_json()["recall IoU 0.7"] == pytest.approx(count / (count + 1))
    assert result.points.to_json()["recall on a found pixel"] == pytest.approx(count / (count + 1))
    assert math.isnan(result.summary["mIoU"])
    json.dumps(result.to_json(), allow_nan=False)


def test_boxes_and_points_that_mean_nothing_here_are_named(folder: Path) -> None:
    image = {"image": "a.tif", "phrase": "red"}
    put(
        folder,
        [
            {**image, "kind": "absent"},
            {**image, "points": [[500, 5]]},
            {**image, "boxes": [[500, 5, 510, 9]]},
            {**image, "points": [[5, 5]], "kind": "absent"},
        ],
    )
    with pytest.warns(SampleSkipped, match='line 2: left out .the layer of "red" has no point in a.tif'):
        result = evaluate(open_own(folder), TOY)
    assert [one.lines for one in result.skipped] == [(2,), (3,), (4,)]
    assert "has points: empty it" in result.skipped[2].reason and result.points.objects == result.boxes.objects == 0


def test_the_authors_rule_runs_at_the_networks_size(folder: Path) -> None:
    small = NetworkSizeFinder(ColourModel(), CARD, torch.device("cpu"))
    table = authors_rule(open_own(folder), small, split="test")
    assert table["phrases"] == 6
    assert table["mIoU"] == pytest.approx(4 / 6, abs=0.03)  # the two absent phrases score 0


def test_scores_as_json_hold_every_phrase(folder: Path) -> None:
    values = json.loads(json.dumps(evaluate(open_own(folder), TOY).to_json(), allow_nan=False))
    assert values["scores"]["mIoU"] == 1.0
    assert len(values["phrases"]) == 6
    assert values["phrases"][0]["key"] == "phrases.jsonl:1"


def test_a_folder_that_cannot_be_written(folder: Path) -> None:
    (folder / "file").write_text("")
    with pytest.raises(OutputNotWritable, match="choose another folder"):
        evaluate(open_own(folder), TOY, masks=folder / "file" / "out")


def test_what_is_not_the_fault_of_one_image_stops_at_once(folder: Path) -> None:
    class Weightless(ConstantFinder):
        def find(self, image, frame, phrases, gsd_m):
            raise WeightsMissing("The weights are not here.")

    with pytest.raises(WeightsMissing):
        evaluate(open_own(folder), Weightless("toy", 0.0))
