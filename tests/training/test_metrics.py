"""The figures of merit, against cases worked out by hand and against torchmetrics."""

import math

import numpy as np
import pytest
import torch
from torchmetrics.classification import BinaryCalibrationError, BinaryJaccardIndex

from rrsis_core.training import metrics
from rrsis_core.training.metrics import (
    Calibration,
    PhraseScore,
    authors_summary,
    bootstrap,
    box_iou,
    compare,
    count_pixels,
    group_by,
    recalled_boxes,
    recalled_points,
    summarise,
)


def score(
    intersection=0,
    found=0,
    truth=0,
    *,
    key="1",
    kind="category",
    place="a",
    image_px=10_000,
    object_px=0.0,
    said="cars",
):
    return PhraseScore(
        key=key,
        phrase=said,
        kind=kind,
        target="car",
        place=place,
        image="image.png",
        intersection_px=intersection,
        union_px=found + truth - intersection,
        truth_px=truth,
        found_px=found,
        image_px=image_px,
        object_px=object_px,
    )


def test_counts_of_a_hand_made_pair():
    found, truth = np.zeros((4, 5), dtype=bool), np.zeros((4, 5), dtype=bool)
    found[:2, :3], truth[1:3, :3] = True, True
    assert count_pixels(found, truth) == {
        "intersection_px": 3,
        "union_px": 9,
        "truth_px": 6,
        "found_px": 6,
        "image_px": 20,
    }


def test_summary_of_hand_made_scores():
    scores = [
        score(50, 50, 100),  # IoU 0.5: counts for P@0.5, which is "at least"
        score(90, 100, 90),  # 0.9
        score(0, 10, 100),  # 0
        score(0, 9, 0, kind="absent"),  # 9 of 10,000 px: rejected
        score(0, 10, 0, kind="absent"),  # 10 of 10,000 px: not less than 0.1 %
    ]
    table = summarise(scores)
    assert table["P@0.5"] == pytest.approx(2 / 3)
    assert table["P@0.9"] == pytest.approx(1 / 3)
    assert table["mIoU"] == pytest.approx((0.5 + 0.9 + 0) / 3)
    assert table["oIoU"] == pytest.approx(140 / (100 + 100 + 110))
    assert table["no-target accuracy"] == 0.5
    assert (table["phrases with a target"], table["phrases without a target"]) == (3, 2)


def test_authors_rule_counts_absent_phrases_as_zero():
    table = authors_summary([score(100, 100, 100), score(0, 0, 0, kind="absent"), score(0, 50, 0, kind="absent")])
    assert table["mIoU"] == pytest.approx(1 / 3)
    assert table["P@0.5"] == pytest.approx(1 / 3)
    assert table["oIoU"] == pytest.approx(100 / 150)


def test_nothing_to_count_is_nan_not_an_error():
    assert math.isnan(summarise([])["mIoU"])
    assert math.isnan(authors_summary([])["oIoU"])
    assert bootstrap([]) == {}
    assert math.isnan(summarise([score(kind="absent")])["oIoU"])


def test_intersections_over_unions_are_those_of_torchmetrics():
    random = np.random.default_rng(3)
    scores, values, whole = [], [], BinaryJaccardIndex()
    for number in range(20):
        found, truth = random.random((2, 17, 23)) < random.random((2, 1, 1)) * 0.8 + 0.1
        scores.append(
            PhraseScore(
                key=str(number), phrase="", kind="", target="", place="", image="", **count_pixels(found, truth)
            )
        )
        pair = torch.from_numpy(found).int(), torch.from_numpy(truth).int()
        values.append(float(BinaryJaccardIndex()(*pair)))
        whole.update(*pair)
    table = summarise(scores)
    assert table["mIoU"] == pytest.approx(np.mean(values), abs=1e-6)
    assert table["oIoU"] == pytest.approx(float(whole.compute()), abs=1e-6)


def test_groups_come_with_the_most_frequent_first():
    scores = [score(1, 1, 1, kind="relation"), score(1, 1, 1), score(0, 1, 1), score(kind="")]
    groups = group_by(scores, lambda one: one.kind)
    assert list(groups) == ["category", "relation"]
    assert groups["category"]["mIoU"] == 0.5


def test_object_sizes():
    assert [score(object_px=px).size.split()[0] for px in (0, 255, 256, 1024, 9216)] == [
        "tiny",
        "tiny",
        "small",
        "medium",
        "large",
    ]


def test_bootstrap_draws_places_not_phrases():
    one_place = [score(10 * i, 100, 100, place="a") for i in range(10)]
    low, high = bootstrap(one_place, resamples=50)["mIoU"]
    assert low == pytest.approx(high)  # a single place can only be drawn whole
    many = [score(10 * i, 100, 100, place=str(i)) for i in range(10)]
    low, high = bootstrap(many, resamples=200)["mIoU"]
    assert low < summarise(many)["mIoU"] < high
    assert bootstrap(many, resamples=200) == bootstrap(many, resamples=200)


def test_paired_comparison_sees_a_small_steady_gain():
    theirs = [score(5 * i, 100, 100, key=str(i), place=str(i)) for i in range(20)]
    ours = [score(5 * i + 3, 100, 100, key=str(i), place=str(i)) for i in range(20)]
    gain = compare(ours, theirs, resamples=200)["mIoU"]
    assert 0 < gain["low"] < gain["difference"] < gain["high"]
    assert gain["phrases"] == 20
    assert compare(ours, [score(key="other")]) == {}


def test_the_same_line_of_another_data_set_is_not_the_same_phrase():
    theirs = [score(50, 100, 100, key="phrases.jsonl:1"), score(9, 10, 10, key="phrases.jsonl:2", said="ships")]
    ours = [score(60, 100, 100, key="phrases.jsonl:1"), score(10, 10, 10, key="phrases.jsonl:2", said="roads")]
    assert {row["phrases"] for row in compare(ours, theirs, resamples=5).values()} == {1}
    assert compare(ours[1:], theirs) == {}


def test_scores_survive_json():
    one = score(3, 5, 4)
    assert PhraseScore.from_json(one.to_json()) == one


def test_calibration_of_a_perfect_and_a_boastful_model():
    random = np.random.default_rng(0)
    probability = random.random((200, 200)).astype(np.float32)
    honest, boastful = Calibration(), Calibration()
    honest.add(probability, random.random((200, 200)) < probability)
    boastful.add(np.full((10, 10), 0.95, dtype=np.float32), np.zeros((10, 10), dtype=bool))
    assert honest.error < 0.03
    assert boastful.error == pytest.approx(0.95)
    curve = boastful.to_json()
    assert (curve["stated"], curve["observed"], curve["pixels"]) == ([pytest.approx(0.95)], [0.0], [100])
    assert math.isnan(Calibration().error)


def test_the_calibration_error_is_that_of_torchmetrics():
    random = np.random.default_rng(4)
    probability = (random.random((60, 70)) ** 2).astype(np.float32)
    truth = random.random((60, 70)) < probability * 0.8
    curve, theirs = Calibration(bins=15), BinaryCalibrationError(n_bins=15, norm="l1")
    curve.add(probability, truth)
    expected = float(theirs(torch.from_numpy(probability), torch.from_numpy(truth).int()))
    assert curve.error == pytest.approx(expected, abs=1e-5)


def test_probability_one_falls_into_the_last_bin():
    curve = Calibration(bins=10)
    curve.add(np.ones((2, 2), dtype=np.float32), np.ones((2, 2), dtype=bool))
    assert curve.pixels.tolist() == [0] * 9 + [4]


def test_boxes_are_recalled_once_each():
    truth = np.array([[0, 0, 10, 10], [20, 0, 30, 10], [50, 50, 60, 60]], dtype=float)
    parts = np.array([[0, 0, 10, 10], [0, 0, 10, 9], [21, 0, 30, 10]], dtype=float)
    assert box_iou(parts, truth)[0].tolist() == [1, 0, 0]
    assert recalled_boxes(parts, truth, 0.5) == 2
    assert recalled_boxes(parts, truth, 0.95) == 1
    assert recalled_boxes(np.zeros((0, 4)), truth, 0.5) == 0


def test_points_are_recalled_where_a_pixel_is_found():
    found = np.zeros((4, 4), dtype=bool)
    found[1, 2] = True
    points = np.array([[2.0, 1.0], [2.9, 1.9], [3.0, 1.0], [-0.5, 1.0], [9.0, 9.0]])
    assert recalled_points(found, points) == 2


def _greedy(parts, truth, iou):
    """The pairs one after the other, the nearest first, over all of them at once."""
    overlap, recalled = box_iou(parts, truth), 0
    while overlap.size and overlap.max() >= iou:
        part, box = np.unravel_index(int(overlap.argmax()), overlap.shape)
        overlap[part, :] = overlap[:, box] = -1
        recalled += 1
    return recalled


def test_boxes_are_compared_by_lots(monkeypatch):
    """Of 20,000 parts and as many boxes all pairs at once would take some 20 GB."""
    draw = np.random.default_rng(0)
    low = draw.uniform(0, 60, (90, 2))
    truth = np.hstack([low, low + draw.uniform(4, 20, (90, 2))])
    parts = truth[draw.integers(0, 90, 120)] + draw.normal(0, 2, (120, 4))
    for lot in (1, 1000, 2**18):
        monkeypatch.setattr(metrics, "_PAIRS", lot)
        for limit in (0.3, 0.5, 0.7):
            assert recalled_boxes(parts, truth, limit) == _greedy(parts, truth, limit) > 0
    seen = []
    monkeypatch.setattr(metrics, "box_iou", lambda a, b: seen.append(len(a) * len(b)) or np.zeros((len(a), len(b))))
    monkeypatch.setattr(metrics, "_PAIRS", 1000)
    assert recalled_boxes(parts, truth, 0.5) == 0 and max(seen) <= 1000
    assert recalled_boxes(parts, np.zeros((0, 4)), 0.5) == 0
