import math
from dataclasses import replace
from pathlib import Path

import pytest

from rrsis_core.errors import ConfigInvalid
from rrsis_core.training.recipes.recipe import Recipe, load_recipe, rate_at
from tests.training.recipes.small import RECIPE

CONFIGS = sorted((Path(__file__).parents[3] / "train" / "configs").glob("*.toml"))
RECIPES = [path for path in CONFIGS if not path.name.startswith("lgce_tiny")]


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_the_shipped_recipes_can_be_read(path):
    recipe = load_recipe(path)
    assert recipe.name == path.stem.replace("_", "-")
    assert recipe.side_px == recipe.card.tile_px or recipe.size == "test"


def test_every_published_model_has_a_recipe_on_both_sets():
    made = {path.stem for path in RECIPES}
    assert {
        f"{model}_{data}" for model in ("lgce", "lavt", "rmsin", "fianet") for data in ("refsegrs", "rrsisd")
    } <= made


def test_the_rate_falls_from_the_first_to_the_last_step():
    recipe = Recipe(name="x", model="lgce", rate=1.0, power=0.9)
    assert rate_at(0, 10, recipe) == 1.0
    assert rate_at(5, 10, recipe) == pytest.approx(0.5**0.9)
    assert 0 < rate_at(9, 10, recipe) < 0.13


def test_a_cosine_rises_holds_and_falls_by_epochs():
    recipe = Recipe(
        name="x", model="lgce", rate=1.0, epochs=100, shape="cosine", warmup=5, cosine_from=10, cosine_over=180,
        floor=0.01,
    )  # fmt: skip
    assert rate_at(0, 1000, recipe) == pytest.approx(0.01)
    assert rate_at(25, 1000, recipe) == pytest.approx(0.505)
    assert rate_at(50, 1000, recipe) == rate_at(109, 1000, recipe) == 1.0
    assert rate_at(500, 1000, recipe) == rate_at(509, 1000, recipe)
    assert rate_at(999, 1000, recipe) == pytest.approx(0.01 + 0.99 * (1 + math.cos(math.pi * 89 / 180)) / 2)
    assert rate_at(999, 1000, replace(recipe, cosine_over=89)) == pytest.approx(0.01)


def test_a_power_of_nothing_keeps_the_rate():
    assert rate_at(9, 10, Recipe(name="x", model="lgce", rate=1.0, power=0.0)) == 1.0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('name = "x"\nmodel = "lgce"\nepoch = 3', "unknown key epoch. Did you mean epochs"),
        ('name = "x"', "the key model is missing"),
        ('name = "x"\nmodel = "lgce"\nepochs = "3"', "epochs = '3' has the wrong type; int"),
        ('name = "x"\nmodel = "lgce"\nhalf = 1', "half = 1 has the wrong type"),
        ('name = "x"\nmodel = "lgcee"', "model = 'lgcee'.*lgce"),
        ('name = "x"\nmodel = "lgce"\nbatch = 0', "batch = 0 is not 1 or more"),
        ('name = "x"\nmodel = "rmsin"\nside = 512', "side = 512 is not 480 for rmsin"),
        ('name = "x"\nmodel = "lgce-tiny"', "has its own runs"),
        ('name = "../x"\nmodel = "lgce"', "plain name of a folder"),
        ('name = "x"\nmodel = "lgce"\nchoose = "test"', "oIoU or mIoU"),
        ('name = "x"\nmodel = "rsrefseg2"', '"parts" or "random" for rsrefseg2'),
        ('name = "x"\nmodel = "lgce"\nextra = {apart = 1.0}', "among the losses of lgce: none"),
        ('name = "x"\nmodel = "rsrefseg2"\nstart = "parts"\nextra = {apart = -1.0}', "0 or more each"),
        ('name = "x"\nmodel = "rsrefseg2"\nstart = "parts"\nextra = {apart = "much"}', "wrong type"),
        ('name = "x"\nmodel = "lgce"\nshape = "cosine"', "cosine_over = 0"),
        ('name = "x"\nmodel = "lgce"\nshape = "line"', '"poly" or "cosine"'),
        ('name = "x"\nmodel = "lgce"\ndice_form = "cubes"', '"classes" or "squares"'),
        ('name = "x"\nmodel = "lgce"\nheads = "4"', "four numbers"),
    ],
)
def test_what_no_recipe_has_is_named(tmp_path, text, message):
    path = tmp_path / "run.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigInvalid, match=message) as caught:
        load_recipe(path)
    assert str(path) in caught.value.message


def test_boxes_must_be_a_range():
    with pytest.raises(ConfigInvalid, match="boxes_most"):
        replace(RECIPE, boxes_least=9, boxes_most=3)
