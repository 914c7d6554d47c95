from bench.train import PHRASES, make_up, model_rate, processor_ms, samples_a_second
from rrsis_core.datasets.refsegrs import is_refsegrs, open_refsegrs
from rrsis_core.predict import pick_device
from rrsis_core.training.recipes.recipe import Recipe
from rrsis_core.training.recipes.squares import Order, Squares, load


def test_loader_and_model_are_measured_on_data_of_refsegrs_layout(tmp_path):
    folder = make_up(tmp_path / "set", 2, side=64)
    data = open_refsegrs(folder)
    assert is_refsegrs(folder) and data.splits() == {"train": 6, "val": 1, "test": 1}
    assert {sample.phrase for sample in data.samples} == set(PHRASES)
    recipe = Recipe(name="x", model="lavt", size="test", start="random", side=64, batch=2, epochs=4)
    squares = Squares(data.split("train"), recipe, learning=True)
    assert processor_ms(squares, 2) > 0
    batches = iter(load(squares, Order(len(squares), recipe), 1, pin=False))
    assert samples_a_second(batches, 4) > 0
    assert model_rate(recipe, next(batches), pick_device("cpu"), 1) > 0
