"""Bad input at the command line: exit code 1, one clear sentence, and nothing is left behind or lost."""

from __future__ import annotations

import contextlib
import json
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely

from rrsis_core.cli import main, runs
from rrsis_core.segment import segment
from tests.toy import ColourModel, paint, write

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def model(monkeypatch):
    def with_colours(request, watch):
        return segment(request, ColourModel() if request.model == "lgce" else None, watch)

    monkeypatch.setattr(runs, "segment", with_colours)


@pytest.fixture(scope="module")
def rasters(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rasters")
    image = paint(200, 300)
    whole = write(folder / "good.tif", image)
    data = whole.read_bytes()
    (folder / "truncated.tif").write_bytes(data[: len(data) // 3])
    (folder / "empty.tif").write_bytes(b"")
    (folder / "text.tif").write_text("no raster at all")
    write(folder / "two.tif", image[:2])
    write(folder / "nodata.tif", np.zeros_like(image), nodata=0)
    write(folder / "nocrs.tif", image, crs=None)
    write(folder / "grey.tif", image[:1])
    return folder


def run(rasters, tmp_path, name="good.tif", *more, phrase="red roofs", output="o.gpkg"):
    words = [str(rasters / name), "--phrase", phrase, "--output", str(tmp_path / output), "--model", "lgce"]
    return main(["segment", *words, "--device", "cpu", *more])


@pytest.mark.parametrize(
    ("name", "more", "phrase", "output", "why"),
    [
        ("gone.tif", [], "cars", "o.gpkg", "gone.tif"),
        ("empty.tif", [], "cars", "o.gpkg", "empty.tif"),
        ("text.tif", [], "cars", "o.gpkg", "text.tif"),
        ("two.tif", [], "cars", "o.gpkg", "2 bands|two bands"),
        ("nodata.tif", [], "cars", "o.gpkg", "nodata"),
        ("good.tif", [], "", "o.gpkg", "says nothing"),
        ("good.tif", [], "  ?! ", "o.gpkg", "says nothing"),
        ("good.tif", [], "car " * 3000, "o.gpkg", "at most 500"),
        ("good.tif", ["--model", "lgze"], "cars", "o.gpkg", "lgce"),
        ("good.tif", ["--extent", "-9,-9,-8,-8"], "cars", "o.gpkg", "extent|outside"),
        ("good.tif", ["--extent", "5,5,4,4"], "cars", "o.gpkg", "xmin < xmax"),
        ("good.tif", ["--bands", "1,2,9"], "cars", "o.gpkg", "9"),
        ("good.tif", ["--mask", "/nowhere.gpkg"], "cars", "o.gpkg", "nowhere"),
        ("good.tif", ["--device", "abacus"], "cars", "o.gpkg", "abacus"),
        ("good.tif", ["--threshold", "7"], "cars", "o.gpkg", "threshold"),
        ("good.tif", ["--batch", "0"], "cars", "o.gpkg", "batch"),
        ("good.tif", ["--stretch", "98,2"], "cars", "o.gpkg", "stretch"),
        ("good.tif", [], "cars", "nowhere/o.gpkg", "nowhere"),
        ("good.tif", [], "cars", "o.xyz", "xyz"),
        ("good.tif", ["--probability", "/nowhere/p.tif"], "cars", "o.gpkg", "nowhere"),
    ],
)
def test_one_sentence_and_no_file(rasters, tmp_path, capsys, name, more, phrase, output, why):
    assert run(rasters, tmp_path, name, *more, phrase=phrase, output=output) == 1
    said = capsys.readouterr()
    assert any(word in said.err for word in why.split("|")), said.err
    assert "Traceback" not in said.err
    assert said.err.count("\n") <= 2
    assert not list(tmp_path.iterdir())


def test_a_cut_off_file_is_named(rasters, tmp_path, capsys):
    assert run(rasters, tmp_path, "truncated.tif", "--json") == 1
    assert "truncated.tif" in json.loads(capsys.readouterr().out)["error"]["message"]


def test_a_damaged_block_is_a_hole_that_is_named(rasters, tmp_path, capsys):
    path = write(
        tmp_path / "torn.tif", paint(600, 1000), tiled=True, blockxsize=64, blockysize=64, interleave="pixel",
        compress="deflate",
    )  # fmt: skip
    with rasterio.open(path) as file:
        offset = int(file.get_tag_item("BLOCK_OFFSET_0_0", "TIFF", bidx=1))
    with open(path, "r+b") as raw:
        raw.seek(offset)
        raw.write(b"\xff" * 20)
    assert run(tmp_path, tmp_path, "torn.tif", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["complete"] and said["failed_tiles"] == 1 < said["tiles"]
    (hole,) = [notice for notice in said["notices"] if notice["code"] == "tile-failed"]
    assert "row 0, column 0" in hole["message"] and "torn.tif" in hole["message"]
    assert said["layers"][0]["count"] > 20


def test_a_raster_of_which_nothing_can_be_read_is_no_empty_result(tmp_path, capsys):
    path = write(tmp_path / "lost.tif", paint(300, 300), tiled=True, blockxsize=64, blockysize=64, compress="deflate")
    with rasterio.open(path) as file:
        first = int(file.get_tag_item("BLOCK_OFFSET_0_0", "TIFF", bidx=1))
    size = path.stat().st_size
    with open(path, "r+b") as raw:
        raw.seek(first)
        raw.write(b"\xff" * (size - first))
    assert run(tmp_path, tmp_path, "lost.tif", "--json") == 1
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["code"] == "raster-unreadable" and "lost.tif" in error["message"]
    assert [each.name for each in tmp_path.iterdir()] == ["lost.tif"]


@pytest.mark.parametrize(("name", "code"), [("nocrs.tif", "no-crs"), ("grey.tif", "single-band")])
def test_what_can_be_handled_is_with_a_warning(rasters, tmp_path, capsys, name, code):
    assert run(rasters, tmp_path, name, "--json") == 0
    assert code in [notice["code"] for notice in json.loads(capsys.readouterr().out)["notices"]]


def test_what_is_not_there_gives_an_empty_layer_and_says_so(rasters, tmp_path, capsys):
    assert run(rasters, tmp_path, phrase="green boats") == 0
    said = capsys.readouterr()
    assert "Nothing was found" in said.err
    assert "green boats: 0 polygons" in said.out
    with sqlite3.connect(tmp_path / "o.gpkg") as database:
        assert database.execute("select count(*) from gpkg_contents").fetchone() == (1,)


def test_a_read_only_folder_is_named(rasters, tmp_path, capsys):
    """/proc takes no file of anybody, the superuser included."""
    assert run(rasters, tmp_path, output="/proc/o.gpkg") == 1
    assert "/proc" in capsys.readouterr().err


def test_an_output_that_is_there_is_kept_when_the_run_fails(rasters, tmp_path, capsys):
    assert run(rasters, tmp_path) == 0
    before = (tmp_path / "o.gpkg").read_bytes()
    assert run(rasters, tmp_path, "nodata.tif") == 1
    assert (tmp_path / "o.gpkg").read_bytes() == before


def test_an_output_that_another_program_writes_is_not_lost(rasters, tmp_path, capsys):
    assert run(rasters, tmp_path) == 0
    with sqlite3.connect(tmp_path / "o.gpkg", isolation_level=None) as held:
        held.execute("begin exclusive")
        before = (tmp_path / "o.gpkg").read_bytes()
        code = run(rasters, tmp_path)
        said = capsys.readouterr()
        if code:
            assert "o.gpkg" in said.err
            assert (tmp_path / "o.gpkg").read_bytes() == before
        held.execute("rollback")


# The command line in a process of its own, which tells of each tile and takes its time.
SLOW = """
import sys, time
from rrsis_core.cli import main, runs
from rrsis_core.segment import segment
from tests.toy import ColourModel
def slowly(request, watch):
    def watched(items):
        for item in watch(items):
            print("tile", file=sys.stderr, flush=True)
            time.sleep(0.3)
            yield item
    return segment(request, ColourModel(), watched)
runs.segment = slowly
sys.exit(main(sys.argv[1:]))
"""


@contextlib.contextmanager
def slow(words, tiles):
    """Yield a process that carries out `words` and has done so many tiles."""
    with subprocess.Popen([sys.executable, "-c", SLOW, *words], cwd=ROOT, stderr=subprocess.PIPE, text=True) as child:
        while tiles:
            line = child.stderr.readline()
            assert line, "it ended early"
            tiles -= line == "tile\n"
        yield child
        child.kill()


@pytest.fixture
def tall(tmp_path_factory):
    """Words that search a raster of several rows of tiles, and the folder of their output."""
    folder = tmp_path_factory.mktemp("tall")
    raster = write(folder / "tall.tif", paint(2600, 400))
    words = ["segment", str(raster), "--phrase", "red roofs", "--output", str(folder / "o.gpkg"), "--model", "lgce"]
    return [*words, "--device", "cpu", "--batch", "1"], folder


def test_a_second_run_is_refused_and_a_killed_one_goes_on(tall, capsys):
    words, folder = tall
    with slow(words, 4) as child:
        assert main(words) == 1
        assert f"o.gpkg is being written by another run (process {child.pid} on" in capsys.readouterr().err
        child.kill()
        child.wait()
    assert (folder / ".rrsis-o.gpkg").is_dir() and len(list(folder.glob("*.unfinished"))) == 1
    assert main([*words, "--phrase", "trees", "--resume"]) == 1
    assert "other settings (phrases)" in capsys.readouterr().err
    assert main([*words, "--phrase", "trees", "--output", str(folder / "other.gpkg")]) == 0
    assert not (folder / ".rrsis-o.gpkg").exists()
    assert main(words) == 0
    assert "goes on: its finished rows are taken from" in capsys.readouterr().err
    assert sorted(path.name for path in folder.iterdir()) == ["o.gpkg", "other.gpkg", "tall.tif"]


def test_ctrl_c_never_costs_a_finished_result(tall, capsys):
    words, folder = tall
    assert main(words) == 0
    before = (folder / "o.gpkg").read_bytes()
    with slow(words, 4) as child:
        child.send_signal(signal.SIGINT)
        assert child.wait(60) == 130
    assert (folder / "o.gpkg").read_bytes() == before and (folder / "o_partial.gpkg").exists()
    assert main(words) == 0 and not list(folder.glob("*.unfinished"))


def test_a_geopackage_with_layers_of_somebody_else_is_not_replaced(rasters, tmp_path, capsys):
    mine = tmp_path / "o.gpkg"
    square = np.array([shapely.box(0, 0, 1, 1).wkb], dtype=object)
    pyogrio.raw.write(mine, square, [], [], layer="parcels", geometry_type="Polygon", crs="EPSG:32645")
    before = mine.read_bytes()
    assert run(rasters, tmp_path) == 1
    assert 'it holds "parcels", which no run wrote' in capsys.readouterr().err
    assert mine.read_bytes() == before
    assert run(rasters, tmp_path, "good.tif", "--overwrite") == 0
    assert list(pyogrio.list_layers(mine)[:, 0]) == ["red_roofs"]
