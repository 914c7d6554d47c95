"""Models through the corridor and baselines: the right pixels at the image's own size."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from rrsis_core.datasets.truth import read_frame
from rrsis_core.errors import ModelUnknown, RasterUnreadable
from rrsis_core.training import finders
from rrsis_core.training.finders import (
    ConstantFinder,
    CorridorFinder,
    KeywordFinder,
    NetworkSizeFinder,
    create_finder,
    keyword,
)
from tests.toy import CARD, ColourModel, paint, write

CPU = torch.device("cpu")
SMALL = replace(CARD, tile_px=64, overlap_px=16, gsd_range_m=(0.3, 0.3))


def corridor() -> CorridorFinder:
    return CorridorFinder(ColourModel(), SMALL, CPU)


@pytest.mark.parametrize("gsd_m", [None, 0.3])
@pytest.mark.parametrize("crs", [None, "EPSG:32645"])
def test_colours_are_found_to_the_pixel(tmp_path: Path, crs: str | None, gsd_m: float | None) -> None:
    image = paint(130, 170)
    path = write(tmp_path / "a.tif", image, crs=crs, gsd_m=0.3)
    red, blue = corridor().find(path, read_frame(path), ["red", "blue"], gsd_m)
    np.testing.assert_array_equal(red >= 0.5, image[0] > 200)
    np.testing.assert_array_equal(blue >= 0.5, image[2] > 200)


@pytest.mark.parametrize("gsd_m", [0.15, 0.6, 0.9])
def test_other_pixel_sizes_are_resampled_and_brought_back(tmp_path: Path, gsd_m: float) -> None:
    image = paint(130, 170)
    path = write(tmp_path / "a.tif", image, crs=None)
    (red,) = corridor().find(path, read_frame(path), ["red"], gsd_m)
    truth = image[0] > 200
    assert red.shape == truth.shape
    assert np.mean((red >= 0.5) != truth) < 0.03


def test_many_phrases_of_a_large_image_are_asked_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finders, "_PLANES_PX", 130 * 170 * 2)
    monkeypatch.setattr(finders, "_EXACT_PX", 130 * 170)
    image = paint(130, 170)
    path = write(tmp_path / "a.tif", image)
    planes = list(corridor().find(path, read_frame(path), ["red", "blue", "red cars"], None))
    assert len(planes) == 3 and all(plane.dtype == np.float32 for plane in planes)
    np.testing.assert_array_equal(planes[1] >= 0.5, image[2] > 200)
    np.testing.assert_array_equal(planes[0], planes[2])


@pytest.mark.parametrize("shape", [(1, 1), (3, 200), (7, 5)])
def test_tiny_images(tmp_path: Path, shape: tuple[int, int]) -> None:
    image = np.full((3, *shape), 20, dtype=np.uint8)
    image[0] = 240
    path = write(tmp_path / "a.tif", image)
    (red,) = corridor().find(path, read_frame(path), ["red"], None)
    assert red.shape == shape and (red >= 0.5).all()


def test_nothing_but_nodata_is_nothing_found(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", np.zeros((3, 20, 30), dtype=np.uint8), nodata=0)
    (red,) = corridor().find(path, read_frame(path), ["red"], None)
    assert red.shape == (20, 30) and not red.any()


def test_a_damaged_image_is_an_error_not_an_empty_answer(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", paint(300, 300), tiled=True, blockxsize=64, blockysize=64, compress="deflate")
    frame = read_frame(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(RasterUnreadable):
        list(corridor().find(path, frame, ["red"], None))


def test_network_size_squeezes_the_whole_image(tmp_path: Path) -> None:
    image = np.full((3, 100, 200), 20, dtype=np.uint8)
    image[0, :, 100:] = 240
    path = write(tmp_path / "a.tif", image)
    (red,) = NetworkSizeFinder(ColourModel(), SMALL, CPU).find(path, read_frame(path), ["red"], 0.3)
    assert red.shape == (64, 64)
    assert (red[:, 33:] >= 0.5).all() and (red[:, :31] < 0.5).all()


def test_baselines() -> None:
    nothing, everything = create_finder("baseline-none"), create_finder("baseline-all")
    frame = read_frame_of(4, 5)
    assert [float(p.mean()) for p in nothing.find(Path(), frame, ["a", "b"], None)] == [0, 0]
    assert [float(p.mean()) for p in everything.find(Path(), frame, ["a"], None)] == [1]


def read_frame_of(height: int, width: int):
    from rrsis_core.datasets.truth import Frame
    from rrsis_core.grid import GeoRef

    return Frame(height, width, GeoRef((1, 0, 0, 0, 1, 0)))


@pytest.mark.parametrize(
    ("phrase", "plain"),
    [
        ("white cars on the road", "cars"),
        ("the large swimming pool", "swimming pools"),
        ("rusty tin roofs", "buildings"),
        ("Parking lots with cars", "parking lots"),
        ("something else", ""),
        ("carpet", ""),
    ],
)
def test_keywords(phrase: str, plain: str) -> None:
    assert keyword(phrase) == plain


def test_keyword_baseline_asks_for_the_class_alone() -> None:
    asked = []

    class Listening(ConstantFinder):
        def find(self, image, frame, phrases, gsd_m):
            asked.extend(phrases)
            return super().find(image, frame, phrases, gsd_m)

    finder = KeywordFinder(Listening("toy", 0.0))
    assert finder.name == "toy+keywords"
    assert len(list(finder.find(Path(), read_frame_of(2, 2), ["red cars", "zebra"], None))) == 2
    assert asked == ["cars", "zebra"]


def test_finders_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finders, "create_model", lambda card, weights: ColourModel())
    assert create_finder("lgce", device="cpu").name == "lgce"
    assert create_finder("lgce+keywords", device="cpu").name == "lgce+keywords"
    assert isinstance(create_finder("lgce", device="cpu", network_size=True), NetworkSizeFinder)
    with pytest.raises(ModelUnknown):
        create_finder("nonsense")


@pytest.mark.parametrize("kind", [CorridorFinder, NetworkSizeFinder])
def test_phrases_of_a_data_set_are_encoded_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: type) -> None:
    model = ColourModel()
    encoded: list[int] = []
    encode = model.encode_text
    monkeypatch.setattr(model, "encode_text", lambda ids, mask: (encoded.append(len(ids)), encode(ids, mask))[1])
    finder = kind(model, SMALL, CPU)
    for number, phrases in enumerate((["red", "blue"], ["blue", "red"], ["red", "green"])):
        image = paint(130, 170, number)
        path = write(tmp_path / f"{number}.tif", image, gsd_m=0.3)
        found = list(finder.find(path, read_frame(path), phrases, None))
        assert np.mean(found[phrases.index("red")] >= 0.5) == pytest.approx(np.mean(image[0] > 200), abs=0.02)
    assert encoded == [2, 1]


def test_what_a_phrase_says_of_the_whole_area_is_answered_as_in_a_run(tmp_path: Path) -> None:
    image = np.full((3, 130, 170), 90, np.uint8)
    squares = {"near": (10, 40, 12), "far": (100, 150, 12), "large": (60, 100, 20)}
    for row, col, side in squares.values():
        image[:, row : row + side, col : col + side] = np.array([230, 20, 20])[:, None, None]
    image[:, 10:30, 5:25] = np.array([20, 20, 230])[:, None, None]
    path = write(tmp_path / "a.tif", image, gsd_m=0.3)
    phrases = ["red within 10 m of blue", "the largest red", "red", "the two southernmost red"]
    meant = [{"near"}, {"large"}, set(squares), {"large", "far"}]
    for answer, names in zip(corridor().find(path, read_frame(path), phrases, None), meant, strict=True):
        found = {
            name
            for name, (row, col, side) in squares.items()
            if (answer[row : row + side, col : col + side] > 0.5).all()
        }
        assert found == names and (answer > 0.5).sum() == sum(squares[name][2] ** 2 for name in names)
