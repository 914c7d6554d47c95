import shutil
from collections import namedtuple

import numpy as np
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from rrsis_core.training.recipes.curves import Curves

Usage = namedtuple("Usage", "total used free")


def test_a_full_disk_costs_the_curves_alone_and_they_go_on_once_there_is_room(tmp_path, monkeypatch):
    said = []
    curves = Curves(tmp_path / "curves", said.append)
    curves.scalar("loss", 0.5, 1)
    with monkeypatch.context() as full:
        full.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 10**9, 0))
        for step in (2, 3):
            curves.scalar("loss", 0.4, step)
        curves.flush()
        curves.close()
    curves.scalar("loss", 0.3, 4)
    curves.picture("val/0", np.zeros((4, 4, 3), np.uint8), "a roof", 4)
    curves.close()
    assert len(said) == 1 and "0.0 MB are free" in said[0]
    read = EventAccumulator(str(tmp_path / "curves"))
    read.Reload()
    assert 4 in [point.step for point in read.Scalars("loss")] and read.Tags()["images"] == ["val/0"]


def test_a_writer_that_fails_is_left(tmp_path, monkeypatch):
    said = []
    curves = Curves(tmp_path / "curves", said.append)

    class Failing:
        def __getattr__(self, name):
            raise OSError(28, "No space left on device")

    curves._writer = Failing()
    curves.scalar("loss", 0.5, 1)
    curves.scalar("loss", 0.5, 2)
    curves.close()
    assert len(said) == 1 and "No space left" in said[0]


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "curves").write_text("a file")
    said = []
    Curves(tmp_path / "curves", said.append).scalar("loss", 0.5, 1)
    assert len(said) == 1
