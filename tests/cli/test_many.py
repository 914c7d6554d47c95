"""`rrsis segment` for several rasters: a file each, one that fails does not stop the others, what is there stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rrsis_core.cli import main, many, runs
from rrsis_core.cli.arguments import make_parser
from rrsis_core.errors import DiskFull, OutputNotWritable, RasterEmpty
from rrsis_core.request import SegmentRequest
from tests.toy import ColourModel, paint, write


@pytest.fixture(autouse=True)
def toy(monkeypatch: pytest.MonkeyPatch) -> ColourModel:
    model = ColourModel()
    monkeypatch.setattr(many, "create_model", lambda card: model)
    monkeypatch.setattr("rrsis_core.run.create_model", lambda card: model)
    return model


@pytest.fixture
def towns(tmp_path: Path) -> list[str]:
    folder = tmp_path / "sheets"
    folder.mkdir()
    names = [str(write(folder / f"sheet {number}.tif", paint(200, 220, number))) for number in range(3)]
    Path(names[1]).write_bytes(b"II*\0 and nothing else")
    return names


def run(
    capsys: pytest.CaptureFixture[str], rasters: list[str], output: Path | str, *more: str
) -> tuple[int, dict, str]:
    words = ["--phrase", "red roofs", "--model", "lgce", "--device", "cpu", "--json", "--output", str(output)]
    code = main(["segment", *rasters, *words, *more])
    out, err = capsys.readouterr()
    return code, json.loads(out), err


def test_one_that_is_corrupt_is_named_and_the_others_finish(
    towns: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, values, err = run(capsys, towns, tmp_path / "found" / "all", "--probability", str(tmp_path / "p"))
    assert code == 1 and (values["done"], values["failed"], values["left"]) == (2, 1, 0)
    assert [entry.get("error", {}).get("code") for entry in values["rasters"]] == [None, "raster-unreadable", None]
    assert "1 could not be:" in err and err.count(towns[1]) > 1
    for name in ("sheet_0", "sheet_2"):
        assert (tmp_path / "found" / "all" / f"{name}.gpkg").is_file() and (tmp_path / "p" / f"{name}.tif").is_file()
    assert values["rasters"][0]["result"]["count"] > 2


def test_resuming_leaves_out_what_is_there_with_the_same_settings(
    towns: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], toy: ColourModel
) -> None:
    good = [towns[0], towns[2]]
    output = tmp_path / "{name}_found.gpkg"
    assert run(capsys, good[:1], output)[1]["done"] == 1  # also where a shell's asterisk found one alone
    assert run(capsys, good, output)[1]["done"] == 2
    looked = toy.images
    code, values, _ = run(capsys, good, output, "--resume")
    assert code == 0 and toy.images == looked and values["done"] == 0
    assert values["there"] == [str(tmp_path / f"sheet_{number}_found.gpkg") for number in (0, 2)]
    assert run(capsys, good, output, "--resume", "--threshold", "0.7")[1]["done"] == 2


def test_a_list_of_stac_items_is_a_list_of_rasters(
    towns: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pictures = [{"visual": {"href": f"sheets/sheet {number}.tif", "type": "image/tiff"}} for number in range(3)]
    items = [{"type": "Feature", "id": f"tile {n}", "assets": assets} for n, assets in enumerate(pictures)]
    found = tmp_path / "search.json"
    found.write_text(json.dumps({"type": "FeatureCollection", "features": items}))
    code, values, err = run(capsys, [str(found)], tmp_path / "out")
    assert code == 1 and (values["done"], values["failed"]) == (2, 1)
    assert f"{found}#tile 1" in err and (tmp_path / "out" / "tile_2.gpkg").is_file()
    found.write_text(json.dumps({"type": "FeatureCollection", "features": []}))
    code, values, _ = run(capsys, [str(found)], tmp_path / "out")
    assert code == 1 and values["error"]["code"] == RasterEmpty.code


def test_a_full_disk_or_a_stop_ends_the_list_and_says_what_is_left() -> None:
    def outcomes():
        yield SegmentRequest("a", (), ""), RasterEmpty("nothing there")
        raise DiskFull("The disk is full.")

    watcher = runs.Watcher("", quiet=True)
    answer = many.said_of(outcomes(), 5, watcher, [])
    assert answer.code == 1 and answer.values["left"] == 4
    assert "Ended early: The disk is full." in answer.text and "4 are left" in answer.text
    watcher.stopped = True
    assert many.said_of(outcomes(), 5, watcher, []).code == 130


def outputs(*words: str) -> list[str]:
    options = make_parser().parse_args(["segment", *words, "--phrase", "x"])
    return [request.output for request in many.requests_of(options, options.raster)]


def test_every_raster_has_an_output_of_its_own(tmp_path: Path) -> None:
    rasters = ["/a/x.tif", "/b/x.tif", "https://h.org/s/X.tif?sig=1", "/vsis3/b/c d.tif", "/d/..", "l.json#a/b"]
    names = [Path(name).stem for name in outputs(*rasters, "--output", str(tmp_path / "new"))]
    assert names == ["x", "x_2", "X_3", "c_d", "raster", "a_b"]
    assert outputs("a.tif", "b.tif", "--output", str(tmp_path / "p" / "r_{name}.fgb"))[1].endswith("/p/r_b.fgb")


@pytest.mark.parametrize("output", ["found.gpkg", "{name}/found.gpkg", "file/found"])
def test_outputs_that_are_one_file_for_all_are_refused(tmp_path: Path, output: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputNotWritable):
        outputs("a.tif", "b.tif", "--output", str(tmp_path / output))


@pytest.mark.parametrize(("more", "why"), [(("--gpu",), "--gpu is for clusters"), (("--workers", "0"), "at least 1")])
def test_options_of_clusters_are_not_passed_over(more: tuple, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    """They were, and the run went on without them on this machine."""
    assert main(["segment", "a.tif", "--phrase", "cars", "--output", "o.gpkg", *more]) == 1
    assert why in capsys.readouterr().err


def test_what_is_wrong_of_all_is_said_once_before_a_folder_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["segment", "a.tif", "b.tif", "--phrase", " ", "--output", f"{out}/"]) == 1
    assert capsys.readouterr().err.count("says nothing") == 1 and not out.exists()
