import numpy as np
import pytest

from rrsis_core.training.look import answers_of, as_seen, logits_of, look_at
from tests.training.scenery import ToyBank, make_model, make_scene


def test_a_look_counts_every_kind():
    scores = look_at(make_model(), ToyBank(), [make_scene(side=70)])
    assert {"attribute", "absent", "all", "P@0.5", "oIoU"} <= set(scores) and all(0 <= v <= 1 for v in scores.values())


def test_logits_have_the_size_of_the_scene_and_answers_half_of_what_is_seen():
    scene, model = make_scene(side=70), make_model().eval()
    assert [each.shape for each in logits_of(model, ToyBank(), scene, scene.phrases)] == [(70, 70)] * 2
    answers = list(answers_of(model, ToyBank(), [scene]))
    assert [answer.logits.shape for answer in answers] == [answer.truth.shape for answer in answers] == [(53, 53)] * 2
    assert answers[0].truth.sum() == pytest.approx(9 * 1.5**2, abs=6) and np.isfinite(answers[0].presence).all()


@pytest.mark.parametrize(("gsd_m", "side", "seen_m"), [(0.3, 105, 0.2), (0.1, 47, 0.15), (0.18, 70, 0.18)])
def test_pictures_are_seen_at_the_distance_that_the_model_looks_from(gsd_m, side, seen_m):
    scene = make_scene(side=70)
    scene.gsd_m = gsd_m
    rgb, metres = as_seen(scene)
    assert rgb.shape == (side, side, 3) and metres == pytest.approx(seen_m)
    assert rgb.mean() == pytest.approx(scene.rgb.mean(), rel=0.1)


def test_more_phrases_than_are_decoded_at_once_are_all_answered_alike():
    scene, model = make_scene(side=70), make_model().eval()
    asked = [scene.phrases[0]] * 20
    first, *rest = logits_of(model, ToyBank(), scene, asked)
    assert len(rest) == 19 and all((each == first).all() for each in rest)
