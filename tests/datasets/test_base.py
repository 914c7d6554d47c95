"""Samples check their truth against their kind; data sets know their splits."""

from pathlib import Path

import pytest

from rrsis_core.datasets.base import Dataset, Sample, by_image, has_truth
from rrsis_core.datasets.shapes import boxes, parse_polygons
from rrsis_core.datasets.truth import Frame, Nothing
from rrsis_core.errors import DatasetInvalid, DatasetUnverified, RasterUnreadable
from rrsis_core.grid import GeoRef

FRAME = Frame(10, 10, GeoRef((1, 0, 0, 0, 1, 0)))
SQUARE = parse_polygons([[1, 1], [4, 1], [4, 4], [1, 4]])


def sample(truth=SQUARE, **more):
    values = {"image": Path("a.png"), "phrase": "cars", "source": Path("phrases.jsonl"), "line": 7, **more}
    return Sample(truth=truth, **values)


def test_the_mask_is_drawn_when_asked():
    assert sample().mask(FRAME).sum() == 9
    assert not sample(Nothing(), kind="absent").mask(FRAME).any()


def test_an_empty_mask_must_be_absent_and_an_absent_one_empty():
    with pytest.raises(
        DatasetInvalid, match=r'phrases.jsonl, line 7: the mask of "cars" has no pixel in a.png.*absent'
    ):
        sample(parse_polygons([[50, 50], [60, 50], [60, 60]])).mask(FRAME)
    with pytest.raises(DatasetInvalid, match=r'line 7: "cars" is absent, but its mask has pixels'):
        sample(kind="absent").mask(FRAME)


def test_a_missing_image_is_named_with_its_line():
    with pytest.raises(RasterUnreadable, match=r"line 7: a\.png cannot be read"):
        sample().mask()


def test_splits():
    data = Dataset("own", (sample(split="train"), sample(split="test"), sample()), root=Path("folder"))
    assert data.splits() == {"train": 1, "test": 1, "": 1}
    assert len(data.split("train")) == 2
    assert len(data.split(None)) == 3
    with pytest.raises(DatasetInvalid, match=r'no split "val": it has test \(1\), train \(1\)'):
        Dataset("own", data.samples[:2], root=Path("folder")).split("val")


def test_counts_are_held_against_the_published_ones():
    Dataset("own", (sample(split="test"),), expected={"test": 1}).check_counts()
    with pytest.raises(DatasetInvalid, match="published with 2"):
        Dataset("own", (sample(split="test"),), expected={"test": 2}).check_counts()
    with pytest.warns(DatasetUnverified, match="layout from memory"):
        Dataset("own", (), unverified="layout from memory").check_counts()


def test_truths_and_images():
    assert has_truth(sample()) and has_truth(sample(boxes([]))) and has_truth(sample(Nothing(), kind="absent"))
    assert not has_truth(sample(Nothing()))
    groups = by_image([sample(image=Path("b")), sample(image=Path("a")), sample(image=Path("b"), line=8)])
    assert [(str(image), len(found)) for image, found in groups.items()] == [("b", 2), ("a", 1)]
