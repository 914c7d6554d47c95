"""Recipes hold no path, and come back as they went."""

import json

import pytest
from rrsis.plugin.recipe import Recipe, read_recipe, recipe_of
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
    "text", ["", "cars", "[]", "{}", '{"rrsis": 1}', '{"rrsis": 1, "phrases": ["a"], "threshold": "high"}']
)
def test_anything_else_is_refused(text):
    with pytest.raises(RequestInvalid):
        read_recipe(text)
