"""Examples are kept by merit, one an image, and some without any."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from rrsis_core.datasets.truth import Frame
from rrsis_core.grid import GeoRef
from rrsis_core.training.gallery import SIDE_PX, Gallery
from rrsis_core.training.metrics import PhraseScore, count_pixels

FRAME = Frame(10, 1000, GeoRef((1, 0, 0, 0, 1, 0)))


def offer(gallery: Gallery, name: str, found_px: int, truth_px: int) -> None:
    found, truth = np.zeros(FRAME.shape, dtype=bool), np.zeros(FRAME.shape, dtype=bool)
    found.ravel()[:found_px], truth.ravel()[:truth_px] = True, True
    score = PhraseScore(name, name, "category", "", "", name, **count_pixels(found, truth))
    gallery.offer(Path(name), FRAME, score, found, truth)


def test_the_best_the_worst_and_false_alarms_one_an_image() -> None:
    gallery = Gallery(2)
    for name, found, truth in (
        ("a", 90, 100),
        ("a", 80, 100),
        ("b", 10, 100),
        ("c", 50, 100),
        ("d", 500, 0),
        ("e", 1, 0),
    ):
        offer(gallery, name, found, truth)
    assert [str(one.image) for one in gallery.best] == ["a", "c"]
    assert [str(one.image) for one in gallery.worst] == ["b", "c"]
    assert [str(one.image) for one in gallery.false_alarms] == ["d"]
    assert len(gallery.unselected) == 4
    assert gallery.best[0].found.shape == (3, SIDE_PX)


def test_the_draw_is_repeatable_and_a_gallery_of_none_keeps_none() -> None:
    galleries = [Gallery(3), Gallery(3), Gallery(0)]
    for gallery in galleries:
        for number in range(50):
            offer(gallery, str(number), number, 100)
    drawn = [[one.score.key for one in gallery.unselected] for gallery in galleries]
    assert drawn[0] == drawn[1] and len(drawn[0]) == 6 and drawn[0] != [str(n) for n in range(6)]
    assert drawn[2] == [] and galleries[2].best == []
