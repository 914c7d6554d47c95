from rrsis_core.training.config import TrainConfig
from rrsis_core.training.schedule import average_at, rate_at

RUN = TrainConfig(name="x", steps=1000, warmup=100, decay_from=0.5)


def test_the_rate_rises_stays_and_falls():
    rates = [rate_at(step, RUN) for step in range(1000)]
    assert rates[0] == 0.01 and rates[99] == 1.0 and rates[499] == 1.0
    assert rates[750] == 0.5 and rates[-1] == 0.02
    assert all(0 < rate <= 1 for rate in rates)


def test_the_average_forgets_its_start():
    assert average_at(0, RUN) == 0.1 and average_at(10**6, RUN) == RUN.average
