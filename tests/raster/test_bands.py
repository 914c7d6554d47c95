from __future__ import annotations

from typing import Callable

import numpy as np
import pytest
import rasterio
from rasterio.enums import ColorInterp as C

from rrsis_core.errors import BandMissing, RasterUnsupported
from rrsis_core.raster.bands import BandChoice, choose_bands, known_pixels, paint

Tif = Callable[..., str]


def chosen(path: str, asked: tuple[int, int, int] | None = None) -> BandChoice:
    with rasterio.open(path) as dataset:
        return choose_bands(dataset, asked, "some.tif")


def codes(choice: BandChoice) -> list[str]:
    return [warning.code for warning in choice.warnings]


def test_three_bands_are_taken_in_order(tif: Tif) -> None:
    choice = chosen(tif(np.ones((3, 4, 4), np.uint8)))
    assert choice.rgb == (1, 2, 3) and choice.alpha is None and not choice.warnings


def test_colour_interpretation_decides_the_order(tif: Tif) -> None:
    path = tif(np.ones((4, 4, 4), np.uint16), colours=[C.blue, C.green, C.red, C.alpha])
    choice = chosen(path)
    assert choice.rgb == (3, 2, 1) and choice.alpha == 4 and choice.dtype == np.uint16


def test_descriptions_name_colours_but_red_edge_is_none(tif: Tif) -> None:
    grey = [C.gray, *[C.undefined] * 4]
    path = tif(np.ones((5, 4, 4), np.uint16), colours=grey, descriptions=["Blue", "Green", "Red Edge", "Red", "NIR"])
    assert chosen(path).rgb == (4, 2, 1)


@pytest.mark.parametrize(
    "tags",
    [
        {"wavelength": ["442", "490", "560", "665", "842"], "wavelength_units": "nm"},
        {"wavelength": ["0.442", "0.49", "0.56", "0.665", "0.842"], "wavelength_units": "Micrometers"},
        {"wavelength": ["442.0", "490.0", "560.0", "665.0", "842.0"]},
    ],
)
def test_wavelength_tags_name_colours(tif: Tif, tags: dict) -> None:
    units = {k: v for k, v in tags.items() if k != "wavelength"}
    band_tags = {i: {"wavelength": value, **units} for i, value in enumerate(tags["wavelength"], 1)}
    grey = [C.gray, *[C.undefined] * 4]
    choice = chosen(tif(np.ones((5, 4, 4), np.uint16), colours=grey, band_tags=band_tags))
    assert choice.rgb == (4, 3, 2) and not choice.warnings


def test_wavelengths_in_descriptions(tif: Tif) -> None:
    names = [f"band {i} ({wave:.1f} Nanometers)" for i, wave in enumerate(np.linspace(400, 1000, 61), 1)]
    choice = chosen(tif(np.ones((61, 2, 2), np.uint16), colours=[C.gray, *[C.undefined] * 60], descriptions=names))
    assert choice.rgb == (27, 17, 10)  # 660, 560 and 490 nm


def test_many_bands_without_a_word_are_assumed(tif: Tif) -> None:
    choice = chosen(tif(np.ones((5, 4, 4), np.uint8), colours=[C.gray, *[C.undefined] * 4]))
    assert choice.rgb == (1, 2, 3) and codes(choice) == ["grid-assumed"]


def test_one_band_is_grey(tif: Tif) -> None:
    choice = chosen(tif(np.ones((1, 4, 4), np.uint8)))
    assert choice.rgb == (1, 1, 1) and choice.distinct == (1,) and codes(choice) == ["single-band"]


def test_two_bands_are_refused_but_one_of_them_can_be_asked_for(tif: Tif) -> None:
    path = tif(np.ones((2, 4, 4), np.uint8), colours=[C.gray, C.undefined])
    with pytest.raises(RasterUnsupported, match="two bands"):
        chosen(path)
    assert chosen(path, (2, 2, 2)).rgb == (2, 2, 2)


def test_grey_with_alpha_is_a_single_band(tif: Tif) -> None:
    choice = chosen(tif(np.ones((2, 4, 4), np.uint8), colours=[C.gray, C.alpha]))
    assert choice.rgb == (1, 1, 1) and choice.alpha == 2


def test_a_band_that_is_not_there(tif: Tif) -> None:
    with pytest.raises(BandMissing, match="Band 7") as caught:
        chosen(tif(np.ones((3, 4, 4), np.uint8)), (1, 7, 2))
    assert caught.value.details["count"] == 3


def test_complex_numbers_are_refused(tif: Tif) -> None:
    with pytest.raises(RasterUnsupported, match="complex"):
        chosen(tif(np.ones((3, 4, 4), np.complex64)))


def test_palette_becomes_colours(tif: Tif) -> None:
    path = tif(np.ones((1, 4, 4), np.uint8), colormap={0: (0, 0, 0, 0), 1: (10, 20, 30, 255)})
    choice = chosen(path)
    assert choice.palette is not None and choice.dtype == np.uint8 and not choice.warnings
    np.testing.assert_array_equal(choice.palette[1], [10, 20, 30, 255])


def test_paint_leaves_out_what_is_transparent_or_not_in_the_table() -> None:
    palette = np.array([[0, 0, 0, 0], [10, 20, 30, 255]], np.uint8)
    colours, known = paint(np.array([[0, 1], [1, 255]], np.uint8), palette)
    np.testing.assert_array_equal(known, [[False, True], [True, False]])
    np.testing.assert_array_equal(colours[:, 0, 1], [10, 20, 30])


def test_black_is_nodata_only_where_all_bands_are_black() -> None:
    pixels = np.array([[[0, 0]], [[0, 5]], [[0, 0]]], np.uint8)
    np.testing.assert_array_equal(known_pixels(pixels, (0, 0, 0)), [[False, True]])


@pytest.mark.parametrize("nodata", [(0, None, None), (None, 0, 0), (0, 0, 0)])
def test_a_colour_without_red_is_known_where_black_is_nodata_of_some_bands(nodata: tuple) -> None:
    pixels = np.array([[[0, 0, 7]], [[0, 0, 0]], [[0, 255, 0]]], np.uint8)
    np.testing.assert_array_equal(known_pixels(pixels, nodata), [[False, True, True]])


def test_black_of_some_bands_beside_another_nodata_value() -> None:
    pixels = np.array([[[0, 0, 4]], [[0, 3, -9999]], [[0, 2, 5]]], np.int16)
    np.testing.assert_array_equal(known_pixels(pixels, (0, -9999, 0)), [[True, True, False]])


def test_other_nodata_counts_in_any_band() -> None:
    pixels = np.array([[[1, 2]], [[-9999, 5]], [[1, 0]]], np.int16)
    np.testing.assert_array_equal(known_pixels(pixels, (-9999.0,) * 3), [[False, True]])


def test_nan_and_rounded_nodata() -> None:
    pixels = np.array([[[1.0, np.nan, np.inf, -3.4e38]]], np.float32)
    np.testing.assert_array_equal(known_pixels(pixels, (-3.3999999521443642e38,)), [[True, False, False, False]])
    np.testing.assert_array_equal(known_pixels(pixels[..., :2], (float("nan"),)), [[True, False]])


def test_no_look_is_needed_without_nodata() -> None:
    assert known_pixels(np.zeros((3, 2, 2), np.uint8), (None, None, None)) is None
