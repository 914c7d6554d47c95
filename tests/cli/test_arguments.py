"""What can be typed."""

from __future__ import annotations

import pytest

from rrsis_core.cli.arguments import join_leading_minus, make_parser

BASE = ["segment", "a.tif", "--phrase", "cars", "--output", "o.gpkg"]


def parse(*more):
    return make_parser().parse_args(join_leading_minus([*BASE, *more]))


def test_a_plain_request_has_the_usual_values():
    options = parse()
    assert (options.command, options.raster, options.phrase, options.output) == (
        "segment",
        ["a.tif"],
        ["cars"],
        "o.gpkg",
    )
    assert (options.extent, options.bands, options.stretch, options.gsd, options.batch) == (None,) * 5
    assert (options.threshold, options.min_area, options.device, options.json) == (0.5, 0.0, "auto", False)


def test_phrases_repeat():
    assert parse("--phrase", "red roofs").phrase == ["cars", "red roofs"]


@pytest.mark.parametrize(
    ("words", "extent"),
    [
        (["--extent", "-5,1,2,3"], (-5.0, 1.0, 2.0, 3.0)),
        (["--extent=-5,1,2,3"], (-5.0, 1.0, 2.0, 3.0)),
        (["--extent", "-.5,-1e3,2,3"], (-0.5, -1000.0, 2.0, 3.0)),
        (["--extent", "5,-1,2,3"], (5.0, -1.0, 2.0, 3.0)),
    ],
)
def test_an_extent_may_begin_with_a_minus(words, extent):
    assert parse(*words).extent == extent


def test_numbers_become_numbers():
    options = parse("--bands", "4,3,2", "--stretch", "1,99", "--gsd", "0.3", "--simplify", "0.5", "--min-area", "2")
    assert options.bands == (4, 3, 2)
    assert options.stretch == (1.0, 99.0)
    assert (options.gsd, options.simplify, options.min_area) == (0.3, 0.5, 2.0)


@pytest.mark.parametrize(
    "words",
    [
        ["--extent", "1,2,3"],
        ["--extent", "a,b,c,d"],
        ["--bands", "1,2"],
        ["--bands", "1.5,2,3"],
        ["--threshold", "high"],
        ["--colour", "red"],
    ],
)
def test_a_mistyped_command_ends_with_2_and_says_what(words, capsys):
    with pytest.raises(SystemExit) as ended:
        parse(*words)
    assert ended.value.code == 2
    assert words[0] in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["segment"], ["segment", "a.tif", "--output", "o"], ["dance"]])
def test_what_is_missing_ends_with_2(words):
    with pytest.raises(SystemExit) as ended:
        make_parser().parse_args(words)
    assert ended.value.code == 2


def test_a_stretch_is_given_as_values_for_all_bands_or_for_each(capsys):
    assert parse("--stretch-values", "-5,1800").stretch_values == (-5.0, 1800.0)
    assert parse("--stretch-values", "0,1,2,3,4,5").stretch_values == (0.0, 1.0, 2.0, 3.0, 4.0, 5.0)
    with pytest.raises(SystemExit):
        parse("--stretch-values", "0,1,2")
    assert "2 or 6 numbers" in capsys.readouterr().err
