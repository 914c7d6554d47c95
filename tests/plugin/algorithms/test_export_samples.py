"""rrsis:exportsamples writes the layout that training and measuring read."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from rrsis.plugin.algorithms.export_samples import give_each_split_a_place, pixel_polygons, split_of, tiles_of

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def squares(qgis_app):
    """The two squares of the raster, by two phrases."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32645&field=says:string", "squares", "memory")
    for says, row, col, side in (("large squares", 40, 50, 30), ("small squares", 150, 160, 20)):
        feature = QgsFeature(layer.fields())
        left, top = 350000 + 0.3 * col, 3060000 - 0.3 * row
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, top - 0.3 * side, left + 0.3 * side, top)))
        feature.setAttributes([says])
        layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


def lines_of(folder):
    return [json.loads(line) for line in (folder / "phrases.jsonl").read_text(encoding="utf-8").splitlines()]


def test_tiles_lie_wholly_in_the_raster():
    tiles = list(tiles_of(QgsRectangle(0, 0, 10, 5), 4, 2))
    assert [(tile.row, tile.col) for tile in tiles] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert tiles[0].extent == QgsRectangle(0, 3, 4, 5)


def test_polygons_become_pixels_and_holes_stay():
    ring = QgsGeometry.fromWkt("POLYGON((0 0, 8 0, 8 8, 0 8, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2))")
    (polygon,) = pixel_polygons(ring, QgsRectangle(0, 0, 10, 10), 100)
    assert len(polygon) == 2 and [0.0, 20.0] in polygon[0]
    assert pixel_polygons(ring, QgsRectangle(20, 20, 30, 30), 100) == []


def test_splits_are_steady_and_about_as_large_as_wished():
    places = [f"place {number}" for number in range(1000)]
    share = sum(split_of(place, 0.2) == "val" for place in places) / 1000
    assert 0.15 < share < 0.25 and split_of("a", 0.0) == "train" and split_of("a", 1.0) == "val"


@pytest.mark.parametrize(("share", "few"), [(0.2, "val"), (0.8, "train")])
def test_of_few_places_each_split_gets_one(share, few, tmp_path):
    """Places that all fell to one split gave samples that nothing could learn from, or be measured with."""
    path = tmp_path / "phrases.jsonl"
    alike = [place for place in map("place {}".format, range(50)) if split_of(place, share) != few][:4]
    rows = [{"phrase": "Fußweg", "place": place, "split": split_of(place, share)} for place in alike for _ in range(2)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert give_each_split_a_place(path, share) == {"train", "val"}
    assert [row["split"] for row in lines_of(tmp_path)].count(few) == 2  # one place, whole
    assert [row["phrase"] for row in lines_of(tmp_path)] == ["Fußweg"] * 8
    before = path.read_text()
    assert give_each_split_a_place(path, share) == {"train", "val"} and path.read_text() == before


def test_a_share_of_nothing_or_all_is_kept(tmp_path):
    path = tmp_path / "phrases.jsonl"
    path.write_text('{"place": "a", "split": "train"}\n{"place": "b", "split": "train"}\n')
    assert give_each_split_a_place(path, 0.0) == {"train"}
    path.write_text('{"place": "a", "split": "train"}\n')
    assert give_each_split_a_place(path, 0.2) == {"train"}  # a place is never parted
    path.write_text('{"place": "a", "split": "val"}\n')
    assert give_each_split_a_place(path, 0.2) == {"train"} and lines_of(tmp_path)[0]["split"] == "train"
    path.write_text("")
    assert give_each_split_a_place(path, 0.2) == set()


def test_tiles_polygons_and_phrases_are_written(run, layer, squares, tmp_path):
    asked = {"INPUT": layer, "POLYGONS": squares, "FIELD": "says", "SIDE": 120, "OUTPUT": str(tmp_path / "s")}
    answers = run("exportsamples", asked).answers
    assert (answers["TILES"], answers["SAMPLES"]) == (2, 2)
    large, small = lines_of(tmp_path / "s")
    assert large["phrase"] == "large squares" and large["gsd_m"] == pytest.approx(0.3, rel=1e-3)
    assert sorted(map(tuple, large["polygons"][0][0]))[0] == (50, 40)
    tile = QgsRasterLayer(str(tmp_path / "s" / small["image"]), "tile")
    assert (tile.width(), tile.height(), tile.bandCount()) == (120, 120, 3) and tile.crs() == layer.crs()
    assert tile.dataProvider().sample(tile.extent().center(), 1) == (40, True)


def test_a_folder_without_validation_is_warned_of(run, layer, squares, tmp_path):
    asked = {"INPUT": layer, "POLYGONS": squares, "PHRASE": "squares", "SIDE": 120}
    texts = {
        share: run("exportsamples", {**asked, "VALIDATION": share, "OUTPUT": str(tmp_path / str(share))}).feedback
        for share in (0.0, 0.001, 1.0)
    }
    warned = {share: "No place fell to validation" in feedback.textLog() for share, feedback in texts.items()}
    assert warned == {0.0: False, 0.001: True, 1.0: False}


def test_the_core_reads_what_was_written(run, layer, squares, tmp_path):
    asked = {"INPUT": layer, "POLYGONS": squares, "PHRASE": "squares", "SIDE": 120, "EMPTY": True}
    answers = run("exportsamples", {**asked, "OUTPUT": str(tmp_path / "s")}).answers
    assert (answers["TILES"], answers["SAMPLES"]) == (4, 4)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path\n"
        "from rrsis_core.datasets.own import open_own\n"
        "found = open_own(Path(sys.argv[2]))\n"
        "print(len(found.samples), sum(sample.kind == 'absent' for sample in found.samples))"
    )
    python, root = os.environ["RRSIS_PYTHON"], str(ROOT)
    said = subprocess.run([python, "-c", code, root, str(tmp_path / "s")], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["4", "2"]


def test_a_cancel_before_the_first_tile_leaves_nothing_in_the_way(run, layer, squares, tmp_path, monkeypatch):
    asked = {"INPUT": layer, "POLYGONS": squares, "FIELD": "says", "SIDE": 100, "OUTPUT": str(tmp_path / "samples")}
    with monkeypatch.context() as patch:
        patch.setattr(QgsProcessingFeedback, "isCanceled", lambda _feedback: (tmp_path / "samples").is_dir())
        with pytest.raises(QgsProcessingException, match="Cancelled"):
            run("exportsamples", asked)
    assert not (tmp_path / "samples" / "phrases.jsonl").exists()
    assert run("exportsamples", asked).answers["SAMPLES"] == 2


def test_a_cancel_keeps_the_tiles_that_are_done_and_says_so(run, layer, squares, tmp_path, monkeypatch):
    written = tmp_path / "samples"
    monkeypatch.setattr(QgsProcessingFeedback, "isCanceled", lambda _feedback: bool(list(written.glob("*.tif"))))
    asked = {"INPUT": layer, "POLYGONS": squares, "FIELD": "says", "SIDE": 100, "OUTPUT": str(written)}
    done = run("exportsamples", asked)
    assert done.answers["TILES"] == 1 and "Cancelled" in done.feedback.textLog() and len(lines_of(written)) == 1


def test_samples_that_are_there_are_kept_unless_told_otherwise(run, layer, squares, tmp_path):
    asked = {"INPUT": layer, "POLYGONS": squares, "PHRASE": "squares", "SIDE": 120, "OUTPUT": str(tmp_path)}
    kept = tmp_path / "phrases.jsonl"
    kept.write_text("by hand")
    with pytest.raises(QgsProcessingException, match="holds samples already"):
        run("exportsamples", asked)
    assert kept.read_text() == "by hand"
    assert run("exportsamples", {**asked, "OVERWRITE": True}).answers["SAMPLES"] == len(lines_of(tmp_path)) == 2


def test_what_is_missing_is_said(run, layer, squares, online, tmp_path):
    asked = {"INPUT": layer, "POLYGONS": squares, "OUTPUT": str(tmp_path / "s")}
    for changes, words in (
        ({}, "Give a field"),
        ({"FIELD": "said"}, 'no field "said".*says'),
        ({"PHRASE": "a", "SIDE": 4000}, "smaller than one tile"),
    ):
        with pytest.raises(QgsProcessingException, match=words):
            run("exportsamples", {**asked, **changes})
    with pytest.raises(AssertionError):  # Processing logs what prepareAlgorithm refuses, and ends
        run("exportsamples", {**asked, "PHRASE": "a", "INPUT": online})
