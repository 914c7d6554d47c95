"""One's own folder: every form of truth, and a clear sentence for every mistake."""

import json
import warnings

import numpy as np
import pytest
import rasterio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rrsis_core.datasets.own import is_own, open_own
from rrsis_core.errors import DatasetInvalid, RrsisError, RrsisWarning

SQUARE = [[1, 1], [4, 1], [4, 4], [1, 4]]


def png(path, bands):
    with rasterio.open(path, "w", driver="PNG", width=8, height=6, count=len(bands), dtype="uint8") as file:
        file.write(bands)


@pytest.fixture
def folder(tmp_path):
    png(tmp_path / "a.png", np.full((3, 6, 8), 90, dtype=np.uint8))
    mask = np.zeros((1, 6, 8), dtype=np.uint8)
    mask[0, 2:4, 2:5] = 255
    png(tmp_path / "m.png", mask)
    return tmp_path


def write(folder, *lines):
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    (folder / "phrases.jsonl").write_text(text, encoding="utf-8")
    return folder


def line(**more):
    return {"image": "a.png", "phrase": "cars", "mask": "m.png", **more}


def test_every_form_of_truth(folder):
    data = open_own(
        write(
            folder,
            line(kind="category", target="car", split="test", gsd_m=0.3, place="town"),
            "",
            {"image": "a.png", "phrase": "red roofs", "polygons": SQUARE},
            {"image": "a.png", "phrase": "ships", "boxes": [[0, 0, 2, 2]], "split": "train"},
            {"image": "a.png", "phrase": "trees", "points": [[1.5, 1.5]]},
            {"image": "a.png", "phrase": "pools", "kind": "absent"},
        )
    )
    assert [one.line for one in data.samples] == [1, 3, 4, 5, 6]
    assert [int(one.mask().sum()) for one in data.samples] == [6, 9, 4, 1, 0]
    first = data.samples[0]
    assert (first.kind, first.target, first.split, first.gsd_m, first.place) == ("category", "car", "test", 0.3, "town")
    assert data.samples[1].place == "a.png"
    assert data.splits() == {"test": 1, "train": 1, "": 3}
    assert is_own(folder) and not is_own(folder / "none")


def test_a_byte_order_mark_and_windows_line_ends_are_fine(folder):
    text = json.dumps(line()) + "\r\n" + json.dumps(line(phrase="größere Dächer")) + "\r\n"
    (folder / "phrases.jsonl").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert [one.phrase for one in open_own(folder).samples] == ["cars", "größere Dächer"]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("{", "line 2 is no JSON"),
        ("[]", "line 2 is no JSON object"),
        ('{"image": "a.png", "phrase": "x", "mask": "m.png", "mask": "a.png"}', 'the key "mask" stands in it twice'),
        ({"image": "a.png", "mask": "m.png"}, '"phrase" is missing'),
        (line(phrase="  "), '"phrase" is missing or empty'),
        ({"phrase": "cars", "mask": "m.png"}, '"image" is missing'),
        (line(phrase=5), '"phrase" is 5, not text'),
        (line(mask="none.png"), r"none\.png, which does not exist"),
        (line(mask=None), r'no mask, polygons, boxes or points for "cars": add one, or write "kind": "absent"'),
        (line(mask="", polygons=[]), "no mask"),
        (line(polygons=SQUARE), '"mask" and "polygons" both say what "cars" means: keep one'),
        (line(mask=None, boxes=[0, 0, 2, 2], points=[[1, 1]]), '"boxes" and "points" both'),
        (line(kind="absent", boxes=[0, 0, 2, 2]), '"mask" and "boxes" both'),
        (line(mask=None, polygons="p.gpkg"), r"p\.gpkg, which does not exist"),
        (line(mask=None, polygons=[[1, "x"]]), "is none"),
        (line(mask=None, boxes=[[1, 2]]), r'"boxes" is no list of \[xmin'),
        (line(mask=None, points=[[1, 2, 3]]), r'"points" is no list of \[x, y\]'),
        (line(gsd_m=0), '"gsd_m" is 0, not a positive'),
        (line(gsd_m="0.3"), "not a positive number"),
        (line(gsd_m=True), "not a positive number"),
    ],
)
def test_a_wrong_line_is_named_with_its_number(folder, wrong, message):
    with pytest.raises(DatasetInvalid, match=message) as caught:
        open_own(write(folder, line(), wrong))
    assert "phrases.jsonl, line 2" in str(caught.value)


def test_several_wrong_lines_are_counted(folder):
    with pytest.raises(DatasetInvalid, match=r"line 1: .*2 more lines are wrong"):
        open_own(write(folder, line(phrase=""), line(), line(gsd_m=-1), line(image="")))


def test_truths_are_not_needed_where_masks_are_only_predicted(folder):
    data = open_own(write(folder, {"image": "a.png", "phrase": "cars"}), truths_wanted=False)
    assert len(data.samples) == 1


def test_files_that_are_not_there_or_hold_nothing(folder):
    with pytest.raises(DatasetInvalid, match=r"phrases.jsonl cannot be read"):
        open_own(folder)
    with pytest.raises(DatasetInvalid, match="holds no phrase"):
        open_own(write(folder, "", " "))
    (folder / "phrases.jsonl").write_bytes(b"\xff\xfe{}")
    with pytest.raises(DatasetInvalid, match="cannot be read"):
        open_own(folder)


def test_an_image_is_one_place_however_its_path_is_written(folder):
    names = ("a.png", "./a.png", str(folder / "a.png"), f"../{folder.name}/a.png")
    data = open_own(write(folder, *(line(image=name) for name in names)))
    assert {sample.place for sample in data.samples} == {"a.png"}


def test_unknown_keys_and_kinds_are_warned_about(folder):
    with pytest.warns(RrsisWarning, match='line 1: the key "targt" is unknown and ignored. Did you mean "target"'):
        open_own(write(folder, line(targt="car")))
    with pytest.warns(RrsisWarning, match='the kind "colour" is none of'):
        open_own(write(folder, line(kind="colour")))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"image": "a.png", "phrase": "x", "mask": "' + "m" * 5000 + '"}', "which does not exist"),
        (
            '{"image": "a.png", "phrase": "x", "polygons": "{\\"type\\": \\"Polygon\\"' + " " * 300 + '}"}',
            "does not exist",
        ),
        ('{"image": "a.png", "phrase": "x", "mask": "m\\u0000.png"}', "which does not exist"),
        ('{"image": "a.png", "phrase": "x", "boxes": [[0, 0, ' + "9" * 5000 + ", 5]]}", "is no JSON"),
        ('{"image": "a.png", "phrase": "\\ud800", "mask": "m.png"}', "half a character"),
    ],
)
def test_odd_values_are_named(folder, text, message):
    (folder / "phrases.jsonl").write_text(text)
    with pytest.raises(DatasetInvalid, match=message) as raised:
        open_own(folder)
    assert "line 1" in raised.value.message and len(raised.value.message) < 600


KEYS = st.sampled_from(["image", "phrase", "mask", "polygons", "boxes", "points", "split", "kind", "gsd_m", "x"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.sampled_from(["a.png", "m.png", "absent", "", "|"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(KEYS, VALUES, max_size=6))
def test_no_line_can_do_worse_than_a_clear_error(folder, values):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            for sample in open_own(write(folder, values)).samples:
                sample.mask()
        except RrsisError as error:
            assert "phrases.jsonl" in str(error)
