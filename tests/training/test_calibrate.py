import numpy as np

from rrsis_core.training.calibrate import Answer, Calibration, fit, fit_certainty, log_sigmoid, score


def everywhere(presence):
    return np.full((1, 1), presence, np.float32)


def answers():
    rng = np.random.default_rng(0)
    truth = np.zeros((40, 40), bool)
    truth[:10] = True
    found = [
        Answer("category", np.where(truth, 3.0, -0.2) + rng.normal(0, 0.1, truth.shape), everywhere(3.0), truth)
        for _ in range(3)
    ]
    empty = [Answer("absent", np.full(truth.shape, 0.4), everywhere(-1.0), np.zeros_like(truth)) for _ in range(3)]
    return [*found, *empty]


def test_what_is_not_there_is_pushed_below_the_threshold():
    chosen = fit(answers())
    after = score(answers(), chosen.bias / chosen.scale, chosen.presence_scale, chosen.presence_bias)
    assert after["category"] == 1.0 and after["absent"] == 1.0
    assert score(answers(), 0.5, 0.5, 2.0)["absent"] == 0.0


def test_what_is_not_there_in_one_half_is_taken_away_there_alone():
    truth = np.zeros((4, 4), bool)
    truth[:2] = True
    presence = np.where(truth, 4.0, -4.0).astype(np.float32)
    split = Answer("category", np.full((4, 4), 0.5, np.float32), presence, truth)
    assert score([split], 0.0, 1.0, 0.0)["category"] == 1.0
    assert score([Answer("category", split.logits, everywhere(4.0), truth)], 0.0, 1.0, 0.0)["category"] == 0.5


def test_log_sigmoid_is_stable():
    assert log_sigmoid(np.asarray([800.0, -800.0], np.float32)).tolist() == [0.0, -800.0]


def test_probabilities_become_as_right_as_they_say():
    rng = np.random.default_rng(1)
    true_logits = rng.normal(0, 2, (200, 200))
    truth = rng.random(true_logits.shape) < 1 / (1 + np.exp(-true_logits))
    said = (true_logits + 1.5) / 0.8  # too sure, and everywhere too high
    slope, shift = fit_certainty([Answer("category", said, everywhere(50.0), truth)], Calibration())
    assert abs(slope - 0.8) <= 0.05 and abs(shift + 1.5) <= 0.1
