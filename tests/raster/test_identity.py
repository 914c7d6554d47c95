from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Callable

import numpy as np
import pytest

from rrsis_core.errors import RasterUnreadable
from rrsis_core.raster import open_raster
from rrsis_core.raster.identity import marks_of

Tif = Callable[..., str]

VRT = """<VRTDataset rasterXSize="80" rasterYSize="60"><VRTRasterBand dataType="Byte" band="1">
<SimpleSource><SourceFilename relativeToVRT="1">{}</SourceFilename><SourceBand>1</SourceBand></SimpleSource>
</VRTRasterBand></VRTDataset>"""


def mark(name: str) -> str:
    with open_raster(name) as raster:
        return raster.fingerprint()


@pytest.fixture
def changed(tif: Tif, rgb: np.ndarray) -> Callable[[], None]:
    """Write raster.tif, and return what changes it far from the middle."""
    tif(rgb)

    def change() -> None:
        other = rgb.copy()
        other[:, 3, 3] += 1
        tif(other)

    return change


def test_a_mosaic_of_mosaics_changes_with_its_files(changed: Callable[[], None], tmp_path: Path) -> None:
    (tmp_path / "inner.vrt").write_text(VRT.format("raster.tif"))
    (tmp_path / "outer.vrt").write_text(VRT.format("inner.vrt"))
    before = mark(str(tmp_path / "outer.vrt"))
    assert before == mark(str(tmp_path / "outer.vrt"))
    changed()
    assert mark(str(tmp_path / "outer.vrt")) != before


def test_a_mosaic_that_names_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "a.vrt").write_text(VRT.format("a.vrt"))
    marks, _ = marks_of([str(tmp_path / "a.vrt")])
    assert len(marks) == 1


@pytest.mark.parametrize("address", ["/vsizip/{}/raster.tif", "/vsizip/{{{}}}/raster.tif", "zip://{}!raster.tif"])
def test_what_lies_in_an_archive_changes_with_it(changed: Callable[[], None], tmp_path: Path, address: str) -> None:
    def pack() -> str:
        path = tmp_path / "a.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.write(tmp_path / "raster.tif", "raster.tif")
        return address.format(path)

    before = mark(pack())
    changed()
    assert mark(pack()) != before


def test_what_no_file_vouches_for_is_looked_at(tif: Tif, rgb: np.ndarray, tmp_path: Path) -> None:
    text = VRT.format(tmp_path / "raster.tif").replace("\n", "").replace('relativeToVRT="1"', 'relativeToVRT="0"')
    assert not marks_of([text])[1] and not marks_of(["/vsicurl/http://x.org/a.tif"])[1]
    assert marks_of([tif(rgb)])[1]
    assert mark(text) == mark(text)


def test_a_mosaic_of_which_files_are_gone_is_refused(tif: Tif, rgb: np.ndarray, tmp_path: Path) -> None:
    """GDAL would read zeros there from the second time on."""
    tif(rgb)
    (tmp_path / "inner.vrt").write_text(VRT.format("gone &amp; lost.tif"))
    (tmp_path / "outer.vrt").write_text(VRT.format("inner.vrt"))
    for name in ("inner.vrt", "outer.vrt"):
        with pytest.raises(RasterUnreadable, match=r"gone & lost\.tif.*put them back"):
            open_raster(str(tmp_path / name))
    (tmp_path / "inner.vrt").write_text(VRT.format("raster.tif"))
    assert mark(str(tmp_path / "outer.vrt"))
