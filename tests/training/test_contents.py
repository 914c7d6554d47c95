import json
import os
import shutil

import pytest
from PIL import Image

from rrsis_core.datasets.own import open_own
from rrsis_core.training import contents
from rrsis_core.training.contents import Digests, data_hash
from tests.training.recipes.small import write_data


@pytest.fixture
def folder(tmp_path):
    return write_data(tmp_path / "own", 3, 1)


def hashed(folder):
    return data_hash(open_own(folder))


def test_the_hash_does_not_hang_on_the_place(folder, tmp_path):
    shutil.copytree(folder, tmp_path / "elsewhere")
    assert hashed(folder) == hashed(tmp_path / "elsewhere")


def test_one_pixel_of_an_image_or_a_mask_changes_the_hash(folder):
    seen = {hashed(folder)}
    for name in ("1.png", "2_mask.png"):
        size = (folder / name).stat().st_size
        with Image.open(folder / name) as picture:
            changed = picture.copy()
        changed.putpixel((3, 3), (1, 2, 3) if changed.mode == "RGB" else 255 - changed.getpixel((3, 3)))
        changed.save(folder / name)
        assert size > 0
        seen.add(hashed(folder))
    assert len(seen) == 3


@pytest.mark.parametrize(
    ("old", "new"),
    [('"the red roof"', '"the blue roof"'), ('"val"', '"train"'), ('"attribute"', '"relation"')],
)
def test_words_splits_and_kinds_change_the_hash(folder, old, new):
    before = hashed(folder)
    lines = (folder / "phrases.jsonl").read_text()
    (folder / "phrases.jsonl").write_text(lines.replace(old, new, 1))
    assert hashed(folder) != before


def test_inline_and_other_truths_change_the_hash(folder):
    lines = [json.loads(line) for line in (folder / "phrases.jsonl").read_text().splitlines()]
    seen = set()
    for truth in ({"boxes": [1, 2, 9, 9]}, {"boxes": [1, 2, 9, 8]}, {"points": [[1, 2]]}, {"kind": "absent"}):
        kept = {key: value for key, value in lines[0].items() if key != "mask"} | truth
        (folder / "phrases.jsonl").write_text("\n".join(map(json.dumps, [kept, *lines[1:]])))
        seen.add(hashed(folder))
    assert len(seen) == 4


def test_only_changed_files_are_read_again(folder, tmp_path, monkeypatch):
    data, cache = open_own(folder), tmp_path / "run" / "digests.json"
    read = []
    whole = contents.file_sha256
    monkeypatch.setattr(contents, "file_sha256", lambda path: read.append(path.name) or whole(path))
    first = data_hash(data, Digests(cache))
    assert len(read) == 8
    assert data_hash(data, Digests(cache)) == first and len(read) == 8
    os.utime(folder / "1.png", ns=(1, 1))
    assert data_hash(data, Digests(cache)) == first and read[8:] == ["1.png"]


@pytest.mark.parametrize("broken", [b"", b"[]", b'{"a": 1}', b'{"a": [1, 2]}', b"\xff"])
def test_a_broken_cache_is_begun_anew(folder, tmp_path, broken):
    (tmp_path / "digests.json").write_bytes(broken)
    assert data_hash(open_own(folder), Digests(tmp_path / "digests.json")) == hashed(folder)


def test_what_is_missing_or_cannot_be_read_or_kept_is_no_error(folder, tmp_path):
    data, before = open_own(folder), hashed(folder)
    (folder / "1.png").unlink()
    (folder / "2.png").unlink()
    (folder / "2.png").mkdir()
    (tmp_path / "file").write_text("")
    assert data_hash(data, Digests(tmp_path / "file" / "digests.json")) != before
