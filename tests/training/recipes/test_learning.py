import pytest
import torch
from torch.nn import functional as F

from rrsis_core.errors import WeightsInvalid
from rrsis_core.models import create_model
from rrsis_core.training.recipes.learning import Teacher, freeze, make_optimiser, prepare, recipe_losses, total_loss
from rrsis_core.training.recipes.recipe import Recipe

BOTH = Recipe(name="x", model="rmsin", cross=0.9, dice=0.1)


def test_the_losses_are_those_of_two_channels():
    torch.manual_seed(0)
    pair, target = torch.randn(3, 2, 9, 7) * 3, (torch.rand(3, 9, 7) > 0.7).long()
    target[1] = 0
    losses = recipe_losses(pair[:, 1:] - pair[:, :1], target.float(), BOTH)
    assert losses["cross"] == pytest.approx(F.cross_entropy(pair, target, torch.tensor([0.9, 1.1])).item(), abs=1e-6)
    shares, truth = pair.softmax(1).flatten(2), F.one_hot(target, 2).permute(0, 3, 1, 2).flatten(2).float()
    dice = 1 - (2 * (shares * truth).sum(2) + 1e-6) / (shares.sum(2) + truth.sum(2) + 1e-6)
    assert losses["dice"] == pytest.approx(dice.sum().item(), abs=1e-4)
    assert total_loss(losses, BOTH) == pytest.approx(0.9 * losses["cross"].item() + 0.1 * losses["dice"].item())


def test_without_dice_there_is_none():
    losses = recipe_losses(torch.zeros(1, 1, 4, 4), torch.zeros(1, 4, 4), Recipe(name="x", model="lgce"))
    assert set(losses) == {"cross"}


@pytest.mark.parametrize("name", ["lgce", "lavt", "rmsin", "fianet"])
def test_what_learns_is_what_the_papers_optimise(name):
    recipe = Recipe(name="x", model=name, size="test", text_layers=1)
    model = create_model(name, weights=None, size="test")
    freeze(model, recipe)
    optimiser = make_optimiser(model, recipe)
    names = {id(parameter): key for key, parameter in model.named_parameters()}
    decaying, kept = ({names[id(each)] for each in group["params"]} for group in optimiser.param_groups)
    assert all(key.startswith("backbone.") and ("norm" in key or "bias_table" in key) for key in kept)
    assert not any(key.startswith("backbone.") and "norm" in key for key in decaying)
    text = {key for key in decaying | kept if key.startswith("text_encoder.")}
    assert text and all(".layer.0." in key for key in text)
    assert [group["weight_decay"] for group in optimiser.param_groups] == [0.01, 0.0]


def test_the_papers_train_ten_layers_of_bert():
    model = create_model("lavt", weights=None, size="test")
    freeze(model, Recipe(name="x", model="lavt"))
    learning = {key for key, each in model.named_parameters() if each.requires_grad and key.startswith("text_encoder.")}
    assert learning and not any("embeddings" in key for key in learning)


def test_every_part_that_learns_gets_a_gradient():
    """Processes wait for each other's gradients: a part without one would make them wait for ever."""
    recipe = Recipe(name="x", model="lgce", size="test", text_layers=1)
    model = prepare(create_model("lgce", weights=None, size="test"), recipe, torch.device("cpu"), 1)
    ids = torch.zeros(1, 20, dtype=torch.int64)
    ids[0, :3] = torch.tensor([101, 2417, 102])
    logits = model(torch.randn(1, 3, 64, 64), ids, (ids > 0).long())
    total_loss(recipe_losses(logits, torch.ones(1, 64, 64), recipe), recipe).backward()
    assert all((each.grad is not None) == each.requires_grad for each in model.parameters())


def test_dice_of_squares_is_that_of_the_object_alone():
    recipe = Recipe(name="x", model="rsrefseg2", start="random", dice=1.0, dice_form="squares")
    logits, truth = torch.tensor([[[[0.0, 0.0]]], [[[99.0, -99.0]]]]), torch.tensor([[[1.0, 0.0]], [[1.0, 0.0]]])
    first = 1 - 2 * 0.5 / (0.25 + 0.25 + 1 + 2e-3)
    second = 1 - 2 / (1 + 1 + 2e-3)
    assert recipe_losses(logits, truth, recipe)["dice"].item() == pytest.approx((first + second) / 2, abs=1e-6)


def test_own_losses_count_as_the_recipe_weighs_them():
    recipe = Recipe(name="x", model="rsrefseg2", start="random", cross=2.0, extra={"apart": 0.5})
    own = {"apart": torch.tensor(3.0), "contrast": torch.tensor(7.0, requires_grad=True)}
    losses = recipe_losses(torch.zeros(1, 1, 2, 2), torch.zeros(1, 2, 2), recipe, own)
    total = total_loss(losses, recipe)
    assert total.item() == pytest.approx(2 * losses["cross"].item() + 0.5 * 3)
    total.backward()
    assert own["contrast"].grad == 0  # processes that train together wait for a gradient of every part


@pytest.mark.parametrize("name", ["rsrefseg2", "rs2-sam2"])
def test_a_model_with_losses_of_its_own_learns_all_its_parts(name):
    recipe = Recipe(name="x", model=name, size="test", start="random")
    model = prepare(create_model(name, weights=None, size="test"), recipe, torch.device("cpu"), 1)
    optimiser = make_optimiser(model, recipe)
    ids = torch.tensor([[5, 6, 7], [8, 9, 0]])
    logits, own = Teacher(model)(torch.randn(2, 3, 64, 64), ids, (ids > 0).long(), torch.ones(2, 64, 64))
    assert tuple(own) == recipe.card.own_losses
    total_loss(recipe_losses(logits, torch.ones(2, 64, 64), recipe, own), recipe).backward()
    assert all(each.grad is not None for group in optimiser.param_groups for each in group["params"])
    optimiser.step()


def test_heads_are_chosen_where_a_model_lets_them():
    recipe = Recipe(name="x", model="aeroreformer", size="test", heads="2-2-2-2")
    model = prepare(create_model("aeroreformer", weights=None, size="test"), recipe, torch.device("cpu"), 1)
    assert model.backbone.layers[0].fusion.image_lang_attn.mha.num_heads == 2
    with pytest.raises(WeightsInvalid, match="only one head"):
        prepare(create_model("lavt", weights=None, size="test"), recipe, torch.device("cpu"), 1)
