import numpy as np
import pytest
import torch

from rrsis_core.datasets.own import open_own
from rrsis_core.training.metrics import PhraseScore, authors_summary
from rrsis_core.training.recipes.choosing import figures, measure
from rrsis_core.training.recipes.processes import Processes
from rrsis_core.training.recipes.squares import Squares
from tests.toy import ColourModel
from tests.training.recipes.small import RECIPE, write_data

ALONE = Processes(torch.device("cpu"))


def test_a_model_that_sees_red_is_right_about_red_roofs(tmp_path):
    write_data(tmp_path, 2, 5)
    (tmp_path / "3.png").write_bytes(b"")
    kept = Squares(open_own(tmp_path).split("val"), RECIPE, learning=False)
    model = ColourModel().train()
    chosen = measure(model, kept, ALONE)
    assert chosen.scores["oIoU"] > 0.85 and chosen.scores["P@0.7"] == 1.0 and model.training
    assert len(chosen.failed) == 1 and len(chosen.pictures) == RECIPE.pictures
    rgb, found, truth, phrase = chosen.pictures[0]
    assert rgb.dtype == np.uint8 and rgb[truth].mean(0)[0] > 180 and found.shape == truth.shape and phrase


def test_the_figures_are_those_of_the_authors_rule():
    pairs = [(50, 100), (0, 0), (30, 40), (0, 7)]
    scores = [
        PhraseScore(
            key=str(n), phrase="x", kind="category", target="", place="", image="", object_px=1.0,
            intersection_px=both, union_px=either, found_px=both, truth_px=either, image_px=1000,
        )
        for n, (both, either) in enumerate(pairs)
    ]  # fmt: skip
    ours, theirs = figures(pairs), authors_summary(scores)
    assert ours["oIoU"] == pytest.approx(theirs["oIoU"]) and ours["mIoU"] == pytest.approx(theirs["mIoU"])
    assert ours["P@0.5"] == theirs["P@0.5"] == 0.5
