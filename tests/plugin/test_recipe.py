"""Recipes hold no path, and come back as they went."""

import json
import math

import pytest
from rrsis.plugin.recipe import Recipe, is_newer, read_recipe, recipe_of
from rrsis.rrsis_core.errors import RequestInvalid
from rrsis.rrsis_core.request import SegmentRequest, VectorSettings

REQUEST = SegmentRequest(
    "/home/me/o.tif", ("white cars", "der Fluß"), "/home/me/o.gpkg", bands=(3, 2, 1), vector=VectorSettings(0.3, 4.0)
)


def test_a_recipe_comes_back_as_it_went_and_holds_no_path():
    text = recipe_of(REQUEST).to_text()
    assert "/home" not in text and read_recipe(text) == recipe_of(REQUEST)


def test_keys_of_later_versions_are_left_aside():
    text = json.dumps({"rrsis": 9, "phrases": ["cars"], "model": "lgce", "mood": "good"})
    assert read_recipe(text) == Recipe(("cars",), "lgce")


@pytest.mark.parametrize(
    "text", ["", "cars", "[]", "{}", "1", '{"rrsis": 1}', '{"rrsis": 1, "phrases": ["a"', "[" * 99_999]
)
def test_anything_else_is_refused(text):
    with pytest.raises(RequestInvalid, match="no recipe"):
        read_recipe(text)
    assert not is_newer(text)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("phrases", value) for value in ([], [" "], [1], [None], ["two\nlines"])),
        *(("threshold", value) for value in ("high", None, -1, 0, 1.5, math.nan, True)),
        *(("min_area_m2", value) for value in (-1, math.inf, [3], None)),
        *(("bands", value) for value in ("abc", [1, 2], [0, 1, 2], [1.5, 2, 3], 5)),
        *(("stretch", value) for value in (5, [1], ["a", "b"])),
        *(("stretch_values", value) for value in (["a", "b"], [1, 2, 3], {})),
        *(("gsd_m", value) for value in (-3, 0, "fine", math.nan)),
        ("model", {"x": 1}),
    ],
)
def test_a_value_that_no_search_takes_is_named(name, value):
    text = json.dumps({"rrsis": 1, "phrases": ["cars"], "model": "lgce-tiny", name: value})
    with pytest.raises(RequestInvalid, match=name):
        read_recipe(text)


def test_any_language_and_any_number_of_phrases_comes_back():
    phrases = ("सेता गाडीहरू", *(f"thing {place}" for place in range(200)))
    recipe = Recipe(phrases, "lgce-tiny")
    assert read_recipe(recipe.to_text()) == recipe and not is_newer(recipe.to_text())
    assert is_newer(json.dumps({"rrsis": 2, "phrases": ["cars"]}))
