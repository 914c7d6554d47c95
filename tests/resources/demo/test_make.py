import json

from resources.demo import make


def test_make_draws_several(tmp_path, capsys):
    assert make.main(["--seed", "11", "--count", "2", "--size", "96", "--output", str(tmp_path)]) == 0
    assert capsys.readouterr().out.split() == [str(tmp_path / "scene_11.tif"), str(tmp_path / "scene_12.tif")]
    lines = (tmp_path / "phrases.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["image"] for line in lines} == {"scene_11.tif", "scene_12.tif"}
