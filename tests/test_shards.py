"""A raster is cut into shards that cover it, and a shard holds the rows that were asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import rasterio

from rrsis_core import shards
from rrsis_core.errors import EnvironmentBroken, RequestInvalid
from rrsis_core.features import FeatureStore, kept_features
from rrsis_core.request import SegmentRequest
from rrsis_core.run import open_run
from rrsis_core.segment import segment
from rrsis_core.shards import fitting_rows, look_around, predict_rows, row_spans, what_must_agree
from tests.toy import town


@pytest.fixture(scope="module")
def request_(tmp_path_factory: pytest.TempPathFactory) -> SegmentRequest:
    return replace(town(tmp_path_factory.mktemp("shards"), width=100), batch=1)


def test_spans_cover_the_window(request_: SegmentRequest) -> None:
    with open_run(request_) as run:
        for rows in (1, 2, 3, 100):
            for first in (0, 100, 384, 1600):
                spans = row_spans(run, rows, first)
                assert spans[0][0] == first and spans[-1][1] == run.raster.window.row_end
                assert all(a[1] == b[0] for a, b in zip(spans, spans[1:]))
        assert row_spans(run, 1, run.raster.window.row_end) == []
        with pytest.raises(RequestInvalid):
            row_spans(run, 0, 0)


def test_a_shard_holds_the_rows_of_a_run_on_one_machine(request_: SegmentRequest) -> None:
    segment(request_)
    with rasterio.open(Path(request_.probability)) as source:
        whole = source.read()
    with open_run(request_, writes=False) as run:
        (_, cut), *_ = row_spans(run, 1, 0)
    shard = predict_rows(request_, (cut, cut + 700))
    np.testing.assert_array_equal(shard.probability(2), whole[:, cut : cut + 700])


def test_a_shard_keeps_and_takes_image_features(
    request_: SegmentRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path))
    monkeypatch.setattr("rrsis_core.features.LEFT_FREE_BYTES", 0)
    first = predict_rows(request_, (0, 64))
    (kept,) = kept_features()
    monkeypatch.setattr(FeatureStore, "put", lambda *_: pytest.fail("looked again"))
    again = predict_rows(replace(request_, phrases=("trees",)), (0, 64))
    assert kept.tiles == 1 and again.probability(1).shape[1:] == first.probability(2).shape[1:]


def test_a_model_that_is_replaced_is_loaded_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path))
    monkeypatch.setattr("rrsis_core.models.shelf.create_model", lambda name: object())
    place = tmp_path / "models" / "lgce" / "model.safetensors"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"one")
    first = shards.model_of("lgce")
    assert shards.model_of("lgce") is first
    place.write_bytes(b"another")
    assert shards.model_of("lgce") is not first


def test_what_differs_from_whoever_asks_is_named(request_: SegmentRequest) -> None:
    with open_run(request_, writes=False) as run:
        agreed = what_must_agree(run)
    assert predict_rows(request_, (0, 64), agreed).height == 64
    for name in agreed:
        with pytest.raises(EnvironmentBroken, match="instead of other") as broken:
            predict_rows(request_, (0, 64), {**agreed, name: "other"})
        assert name in broken.value.message


def test_shards_are_as_large_as_lets_the_workers_be_done_soonest() -> None:
    assert fitting_rows(7, 2) == 4  # two shards of which each worker takes one
    assert fitting_rows(7, 1) == 7
    assert fitting_rows(231, 64) == 4
    assert fitting_rows(1, 64) == 1 and fitting_rows(0, 0) == 1
    for rows in range(1, 200):
        for workers in (1, 2, 5, 64):
            assert 1 <= fitting_rows(rows, workers) <= 8


def test_each_process_of_a_machine_takes_a_card_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shards._device("auto") == "auto"  # no worker
    monkeypatch.setattr(shards.torch.cuda, "device_count", lambda: 2)
    monkeypatch.setattr(shards, "get_worker", lambda: SimpleNamespace(name=3))
    assert (shards._device("auto"), shards._device("cuda"), shards._device("cpu")) == ("cuda:1", "cuda:1", "cpu")
    monkeypatch.setattr(shards, "get_worker", lambda: SimpleNamespace(name="tcp://a:1"))  # of somebody's own cluster
    assert shards._device("auto") == "auto"


def test_what_is_said_of_the_whole_area_holds_in_every_shard(request_: SegmentRequest, tmp_path: Path) -> None:
    phrases = ("red roof more than 200 m from a blue roof", "red roof")
    asked = replace(request_, phrases=phrases, output=str(tmp_path / "o.gpkg"), probability=str(tmp_path / "p.tif"))
    segment(asked)
    with rasterio.open(asked.probability) as source:
        whole = source.read()
    zones = look_around(asked)
    assert list(zones) == [phrases[0]]
    with open_run(asked, writes=False) as run:
        spans = row_spans(run, 1, 0)
    parts = [predict_rows(asked, span, None, zones).probability(2) for span in spans]
    np.testing.assert_array_equal(np.concatenate(parts, axis=1), whole)
    assert look_around(replace(asked, phrases=phrases[1:])) == {}
