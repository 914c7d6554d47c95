"""Finished rows: kept until the files are in their places, taken up by the same question, never lost to another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from rrsis_core.errors import DiskFull, OutputBeside, OutputLocked, RequestInvalid, RunResumed, RunUnfinished
from rrsis_core.grid import GeoRef, Window
from rrsis_core.output.aside import Aside
from rrsis_core.output.problems import disk_full
from rrsis_core.request import VectorSettings
from rrsis_core.rows import PolygonSink, ResultPlan, Rows

WINDOW = Window(0, 0, 40, 20)
QUESTION = {"phrases": ["x"]}
UPPER, LOWER = Window(0, 0, 20, 20), Window(20, 0, 20, 20)
FULL = np.full((1, 20, 20), 254, np.uint8)


def plan(folder: Path, **changes) -> ResultPlan:
    georef = GeoRef((1.0, 0.0, 0.0, 0.0, -1.0, 0.0))
    vector = VectorSettings(simplify_m=0.0)
    planned = ResultPlan(str(folder / "o.gpkg"), None, ("x",), georef, WINDOW, 0, 1.0, vector, "m", "r", {"a": 1})
    return replace(planned, **changes)


def break_off(planned: ResultPlan, question: dict = QUESTION) -> None:
    with pytest.raises(KeyError) as caught, Rows(planned, question) as rows:
        rows.add(UPPER, FULL)
        raise KeyError
    assert "the same run goes on from there" in caught.value.__notes__[0]


def unfinished(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.unfinished"))


def test_a_run_that_broke_goes_on_by_itself(tmp_path: Path) -> None:
    break_off(plan(tmp_path))
    with pytest.warns(RunResumed, match="unfinished"), Rows(plan(tmp_path), QUESTION) as rows:
        assert rows.first_row == 20
        rows.add(LOWER, FULL)
        (layer,) = rows.finish(complete=True)
    assert layer.area_m2 == pytest.approx(800.0) and not unfinished(tmp_path)


def test_another_question_leaves_the_rows_of_the_first_alone_and_names_them(tmp_path: Path) -> None:
    break_off(plan(tmp_path))
    before = {path: path.read_bytes() for path in unfinished(tmp_path)}
    with pytest.warns(RunUnfinished, match="phrases differ"), Rows(plan(tmp_path), {"phrases": ["y"]}) as rows:
        assert rows.first_row == 0
        rows.add(UPPER, FULL)
        rows.add(LOWER, FULL)
        rows.finish(complete=True)
    assert before and {path: path.read_bytes() for path in unfinished(tmp_path)} == before


def test_resuming_insists_on_the_same_question(tmp_path: Path) -> None:
    with Rows(plan(tmp_path), QUESTION, resume=True):
        pass  # nothing to go on with is no obstacle
    break_off(plan(tmp_path))
    with (
        pytest.raises(RequestInvalid, match=r"other settings \(phrases\)"),
        Rows(plan(tmp_path), {"phrases": ["y"]}, resume=True),
    ):
        pass
    assert len(unfinished(tmp_path)) == 1


def test_rows_that_later_tiles_may_change_are_not_kept(tmp_path: Path) -> None:
    with Rows(plan(tmp_path), QUESTION) as rows:
        rows.add(UPPER, FULL)
        rows.add(LOWER, FULL, final=False)
        rows.finish(complete=False)
    with pytest.warns(RunResumed), Rows(plan(tmp_path), QUESTION) as rows:
        assert rows.first_row == 20


def test_a_part_takes_no_name_of_a_finished_result(tmp_path: Path) -> None:
    planned = plan(tmp_path, probability=str(tmp_path / "p.tif"))
    for complete in (True, False, False):
        with Rows(planned, QUESTION) as rows:
            if rows.first_row == 0:
                rows.add(UPPER, FULL)
            if complete:
                rows.add(LOWER, FULL)
            rows.finish(complete=complete)
        names = (Path(rows.output).name, Path(rows.probability).name)
        if complete:
            before = {path: path.read_bytes() for path in tmp_path.iterdir()}
            assert names == ("o.gpkg", "p.tif")
    assert names == ("o_partial_2.gpkg", "p_partial_2.tif")
    assert {path: path.read_bytes() for path in before} == before


def test_the_journal_stays_where_the_files_cannot_be_put_in_their_places_and_the_error_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(aside: Aside) -> None:
        raise disk_full(aside.target)

    monkeypatch.setattr(Aside, "_publish", full)
    with pytest.raises(DiskFull) as caught, Rows(plan(tmp_path), QUESTION) as rows:
        rows.add(UPPER, FULL)
        rows.finish(complete=True)
    (journal,) = unfinished(tmp_path)
    assert caught.value.details["unfinished"] == str(journal) and str(journal) in caught.value.__notes__[0]
    assert "nothing was left" not in caught.value.message


def test_a_disk_that_is_full_while_rows_are_taken_up_keeps_them_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_off(plan(tmp_path))

    def full(*_: object) -> None:
        raise DiskFull("full")

    monkeypatch.setattr(PolygonSink, "write", full)
    with pytest.warns(RunResumed), pytest.raises(DiskFull) as caught, Rows(plan(tmp_path), QUESTION):
        pass
    assert caught.value.details["unfinished"] == str(unfinished(tmp_path)[0])


@pytest.mark.parametrize("last", ["add", "finish", "leave"])
def test_polygons_that_cannot_be_written_end_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: str
) -> None:
    def full(*_: object) -> None:
        raise DiskFull("full")

    monkeypatch.setattr(PolygonSink, "write", full)
    kept = plan(tmp_path, probability=str(tmp_path / "p.tif"))
    with pytest.raises(DiskFull), Rows(kept, QUESTION) as rows:
        rows.add(UPPER, FULL)  # what is wrong is found on another thread
        if last == "add":
            rows.add(LOWER, FULL)
        elif last == "finish":
            rows.finish(complete=True)
    assert [path.suffix for path in tmp_path.iterdir()] == [".unfinished"]


def test_an_output_that_is_opened_meanwhile_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "o.gpkg"

    def opened(*_: object, **__: object) -> None:
        raise OutputLocked("o.gpkg is open in QGIS.")

    with pytest.warns(OutputBeside, match=r"o_2\.gpkg.*open in QGIS"), Rows(plan(tmp_path), QUESTION) as rows:
        rows.add(UPPER, FULL)
        rows.finish(complete=True)
        target.write_bytes(b"somebody's")
        monkeypatch.setattr("rrsis_core.output.aside._check_replaceable", opened)
    assert rows.output == str(tmp_path / "o_2.gpkg") and Path(rows.output).exists()
    assert target.read_bytes() == b"somebody's" and not unfinished(tmp_path)


def test_the_highest_probability_of_a_layer_leaves_nodata_out(tmp_path: Path) -> None:
    planned = plan(tmp_path)
    with PolygonSink(planned) as sink:
        sink.write(UPPER, np.full((1, 20, 20), 255, np.uint8))
        assert np.isnan(sink.layers[0].prob_max)
        lower = np.full((1, 20, 20), 255, np.uint8)
        lower[0, 5], lower[0, 3, 4] = 0, 127
        sink.write(LOWER, lower)
        assert sink.layers[0].prob_max == 0.5
        sink.write(Window(40, 0, 0, 20), lower[:, :0])
        sink.finish(complete=True)


def test_each_of_several_phrases_gets_its_own_polygons_in_their_order(tmp_path: Path) -> None:
    """They are made two at a time."""
    phrases = tuple(f"phrase {number}" for number in range(7))
    planes = np.zeros((7, 20, 20), np.uint8)
    for number, plane in enumerate(planes):
        plane[: number + 1, :: number + 2] = 254  # another count of bars for each, of other heights
    heard: list[tuple[str, int]] = []
    several = plan(tmp_path, phrases=phrases)
    with Rows(several, QUESTION, found=lambda phrase, shapes: heard.append((phrase, len(shapes)))) as rows:
        rows.add(UPPER, planes)
        rows.add(LOWER, planes[:, ::-1].copy())
        layers = rows.finish(complete=True)
    for number, (layer, plane) in enumerate(zip(layers, planes)):
        with Rows(plan(tmp_path, output=str(tmp_path / f"{number}.gpkg")), QUESTION) as alone:
            alone.add(UPPER, plane[None])
            alone.add(LOWER, plane[None, ::-1].copy())
            (expected,) = alone.finish(complete=True)
        assert (layer.count, layer.area_m2, layer.prob_max) == (expected.count, expected.area_m2, expected.prob_max)
    bars = [len(range(0, 20, number + 2)) for number in range(7)]
    assert heard == [*zip(phrases, bars), *zip(phrases, bars)]
