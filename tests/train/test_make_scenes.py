import pytest

from rrsis_core.training.generated import read_generated
from train.make_scenes import draw, main


def test_a_scene_is_drawn_once(tmp_path):
    draw(1003, tmp_path)
    path = tmp_path / "001003.npz"
    scene, changed = read_generated(path), path.stat().st_mtime_ns
    assert scene.objects and scene.phrases and scene.truth.any()
    draw(1003, tmp_path)
    assert path.stat().st_mtime_ns == changed


def test_the_seeds_of_demo_and_tests_are_refused(tmp_path):
    with pytest.raises(SystemExit):
        main(["--output", str(tmp_path), "--first", "7"])
