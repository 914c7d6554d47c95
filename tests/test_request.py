"""Requests are checked in words and cross the wall unchanged."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest

from rrsis_core.errors import ExtentInvalid, PhraseInvalid, RequestInvalid
from rrsis_core.request import LayerResult, Notice, SegmentRequest, SegmentResult, ThresholdRequest, VectorSettings

REQUEST = SegmentRequest("a.tif", ("the red roofs", "trees"), "out.gpkg")


def test_a_request_crosses_the_wall_unchanged() -> None:
    full = replace(
        REQUEST, bounds=(1.0, 2.0, 3.0, 4.0), bands=(4, 3, 2), stretch=(1.0, 99.0), gsd_m=0.2,
        vector=VectorSettings(0.7, 2.0, right_angles=True), resume=True,
    )  # fmt: skip
    assert SegmentRequest.from_json(json.loads(json.dumps(full.to_json()))) == full
    kept = ThresholdRequest("p.tif", "out.gpkg", VectorSettings(0.3))
    assert ThresholdRequest.from_json(json.loads(json.dumps(kept.to_json()))) == kept


def test_phrases_are_cleaned_and_asked_once() -> None:
    asked = replace(REQUEST, phrases=("  the   red roofs ", "trees", "the red roofs")).checked()
    assert asked.phrases == ("the red roofs", "trees")


@pytest.mark.parametrize(
    "phrases", [(), ("",), ("  ",), ("?!",), ("word " * 3000,), tuple(f"roof {i}" for i in range(65))]
)
def test_phrases_that_say_nothing_or_too_much_are_refused(phrases: tuple[str, ...]) -> None:
    with pytest.raises(PhraseInvalid):
        replace(REQUEST, phrases=phrases).checked()


@pytest.mark.parametrize("bounds", [(3, 0, 1, 1), (0, 0, math.nan, 1), (0, 0, 1), (0, 0, 0, 1), (0, 0, math.inf, 1)])
def test_extents_that_are_none_are_refused(bounds: tuple[float, ...]) -> None:
    with pytest.raises(ExtentInvalid, match="xmin,ymin,xmax,ymax"):
        replace(REQUEST, bounds=bounds).checked()


@pytest.mark.parametrize(
    "wrong",
    [
        {"bands": (1, 2)}, {"bands": (0, 1, 2)}, {"stretch": (98, 2)}, {"stretch_values": (5, 5)},
        {"stretch_values": (0, 1, 2)}, {"stretch_values": (0, float("inf"))},
        {"stretch": (2, 98), "stretch_values": (0, 9)},
        {"stretch": (-1, 50)}, {"gsd_m": 0.0},
        {"gsd_m": math.nan}, {"batch": 0}, {"device": "tpu"}, {"raster": ""}, {"output": ""},
        {"vector": VectorSettings(threshold=1.5)}, {"vector": VectorSettings(min_area_m2=-1)},
        {"vector": VectorSettings(threshold=math.nan)}, {"stretch": (2,)}, {"stretch": (2, 50, 98)},
    ],
)  # fmt: skip
def test_values_outside_their_range_are_refused(wrong: dict) -> None:
    with pytest.raises(RequestInvalid):
        replace(REQUEST, **wrong).checked()


def test_unknown_keys_are_named() -> None:
    with pytest.raises(RequestInvalid, match='"colour"'):
        SegmentRequest.from_json({**REQUEST.to_json(), "colour": "red"})


@pytest.mark.parametrize("kind", [SegmentRequest, ThresholdRequest])
@pytest.mark.parametrize("values", [{}, {"vector": 3}, {"vector": {"threshold": 0.5, "colour": "red"}}])
def test_a_request_that_lacks_something_or_is_none_is_refused(kind: type, values: dict) -> None:
    with pytest.raises(RequestInvalid):
        kind.from_json({"output": "o.gpkg", **values})


def test_a_single_text_is_not_taken_for_a_phrase_a_letter() -> None:
    with pytest.raises(PhraseInvalid, match=r'\("cars",\)'):
        SegmentRequest("a.tif", "cars", "out.gpkg").checked()  # type: ignore[arg-type]


def test_places_may_be_paths() -> None:
    asked = replace(
        REQUEST, raster=Path("a.tif"), output=Path("o.gpkg"), mask=Path("m.gpkg"), probability=Path("p.tif")
    )
    assert asked.checked() == replace(REQUEST, raster="a.tif", output="o.gpkg", mask="m.gpkg", probability="p.tif")
    kept = ThresholdRequest(Path("p.tif"), Path("o.gpkg")).checked()  # type: ignore[arg-type]
    assert kept == ThresholdRequest("p.tif", "o.gpkg")


def test_a_result_crosses_the_wall_also_with_nan() -> None:
    result = SegmentResult(
        "o.gpkg", (LayerResult("trees", "trees", 3, 10.5, 0.9), LayerResult("cars", "cars", 0, 0.0, math.nan)),
        seconds={"model": 1.0}, notices=(Notice("no-crs", "none", {"gsd_m": 0.3}),),
    )  # fmt: skip
    text = json.dumps(result.to_json(), allow_nan=False)
    back = SegmentResult.from_json(json.loads(text))
    assert back.count == 3
    assert math.isnan(back.layers[1].prob_max) and math.isnan(back.gsd_m)
    assert back.layers[0] == result.layers[0] and back.notices == result.notices


def test_bytes_that_are_no_text_do_not_reach_the_model() -> None:
    request = SegmentRequest("a.tif", ("roofs f\udcfcr",), "o.gpkg").checked()
    assert request.phrases == ("roofs f?r",)


@pytest.mark.parametrize(
    "wrong",
    [
        {"phrases": 5}, {"phrases": "cars"}, {"phrases": ["cars", 5]}, {"bounds": "all"}, {"bounds": [1, 2, "3", 4]},
        {"bands": [1, 2, 3.5]}, {"gsd_m": "0.2"}, {"batch": 2.5}, {"batch": True}, {"device": None}, {"raster": 7},
        {"resume": "yes"}, {"mask": ["m.gpkg"]}, {"model": {}}, {"stretch_values": {}},
    ],
)  # fmt: skip
def test_values_of_another_kind_are_named(wrong: dict) -> None:
    """They came through the wall and ended in a TypeError, which is called a defect of this program there."""
    with pytest.raises(RequestInvalid, match=next(iter(wrong))):
        SegmentRequest.from_json({**REQUEST.to_json(), **wrong})
    with pytest.raises(RequestInvalid, match="threshold"):
        SegmentRequest.from_json({**REQUEST.to_json(), "vector": {"threshold": "0.5"}})
    assert SegmentRequest.from_json({**REQUEST.to_json(), "bounds": [1, 2, 3, 4], "gsd_m": 1}).gsd_m == 1


def test_a_threshold_asks_for_each_phrase_once() -> None:
    """A phrase that was named twice became two layers."""
    request = ThresholdRequest("p.tif", "o.gpkg", phrases=("white cars", "trees", " white  cars"))
    assert request.checked().phrases == ("white cars", "trees")


def test_an_empty_name_for_probabilities_is_refused() -> None:
    """It is what a script's empty variable gives; they were not kept, and nobody said so."""
    with pytest.raises(RequestInvalid, match=r"p\.tif"):
        replace(REQUEST, probability="").checked()
