from __future__ import annotations

import logging
import threading
import warnings
from typing import Callable

import numpy as np
import pytest
import rasterio
from rasterio._env import get_gdal_config
from rasterio.errors import NotGeoreferencedWarning, RasterioIOError

from rrsis_core.raster.handles import (
    Handles,
    Level,
    complaints_raised,
    gdal_cache,
    gdal_settings,
    is_remote,
    open_dataset,
    unsigned,
)

Tif = Callable[..., str]


def level(path: str) -> Level:
    return Level(path, None, (60, 80), 1.0, 1.0)


def test_one_thread_keeps_one_handle(tif: Tif, rgb: np.ndarray) -> None:
    handles = Handles(level(tif(rgb)))
    with handles.lent() as first:
        pass
    with handles.lent() as second:
        assert second is first
        with handles.lent() as third:
            assert third is not first
    handles.close()
    assert first.closed and third.closed


def test_a_handle_that_is_lent_is_closed_when_it_comes_back(tif: Tif, rgb: np.ndarray) -> None:
    handles = Handles(level(tif(rgb)))
    with handles.lent() as lent:
        handles.close()
        assert lent.read(1).shape == (60, 80)
    assert lent.closed


def test_a_handle_that_gdal_stumbled_over_is_not_lent_again(tif: Tif, rgb: np.ndarray) -> None:
    handles = Handles(level(tif(rgb)))
    with pytest.raises(RasterioIOError), handles.lent() as broken:
        raise RasterioIOError("an index that could not be read")
    with handles.lent() as other:
        assert broken.closed and not other.closed
    handles.close()


def test_what_gdal_complains_of_without_an_exception_is_raised_here_and_told_as_before(
    caplog: pytest.LogCaptureFixture,
) -> None:
    logger = logging.getLogger("rasterio._env")
    before = logger.level, list(logger.filters)
    with pytest.raises(RasterioIOError, match="strile"), complaints_raised():
        logger.info("GDAL signalled an error: %s", "cannot read strile")
        logger.warning("odd tag")
    with complaints_raised():
        thread = threading.Thread(target=logger.error, args=("of another thread",))
        thread.start()
        thread.join()
    assert [record.message for record in caplog.records] == ["odd tag", "of another thread"]
    assert (logger.level, logger.filters) == before


def test_a_handle_is_lent_to_one_thread_at_a_time(tif: Tif, rgb: np.ndarray) -> None:
    handles = Handles(level(tif(rgb)))
    together = threading.Barrier(4, timeout=30)
    seen = []

    def work() -> None:
        with handles.lent() as lent:
            together.wait()
            seen.append(id(lent))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    handles.close()
    assert len(set(seen)) == 4


def cache_bytes() -> int:
    return int(get_gdal_config("GDAL_CACHEMAX"))


def test_the_cache_stays_bounded_whatever_is_opened_inside() -> None:
    before = cache_bytes()
    with gdal_cache(32 * 2**20):
        with gdal_settings("a.tif"):
            pass
        assert cache_bytes() == 32 * 2**20

        def reads() -> None:
            with gdal_settings("/vsicurl/https://example.org/a.tif"):
                pass

        thread = threading.Thread(target=reads)
        thread.start()
        thread.join()
        assert cache_bytes() == 32 * 2**20
    assert cache_bytes() == before


def test_addresses_on_a_network_list_no_folders() -> None:
    with gdal_settings("a.tif"):
        assert "GDAL_DISABLE_READDIR_ON_OPEN" not in rasterio.env.getenv()
    with gdal_settings("/vsicurl/https://example.org/a.tif"):
        assert rasterio.env.getenv()["GDAL_DISABLE_READDIR_ON_OPEN"] == "EMPTY_DIR"


def test_a_file_without_place_opens_silently(tif: Tif, rgb: np.ndarray) -> None:
    path = tif(rgb, crs=None, transform=(1, 0, 0, 0, 1, 0))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        open_dataset(path).close()
    assert not [warning for warning in caught if warning.category is NotGeoreferencedWarning]


def test_what_is_remote() -> None:
    assert is_remote("/vsicurl/https://example.org/a.tif") and is_remote("s3://bucket/a.tif")
    assert not is_remote("file:///a.tif") and not is_remote("zip://a.zip!a.tif")
    assert not is_remote("/vsizip/a.zip/a.tif") and not is_remote("C:/a.tif") and not is_remote("a.tif")


@pytest.mark.parametrize(
    ("address", "bare"),
    [
        ("https://a.blob.core.windows.net/c/x.tif?sv=2024-11-04&se=2030&sr=c&sp=rl&sig=a%2Fb", "/c/x.tif"),
        ("https://h.org/x.tif?id=5&X-Amz-Date=2030&X-Amz-Signature=ab12&part=2", "/x.tif?id=5&part=2"),
        ("/vsicurl/https://h.org/x.tif?X-Goog-Signature=ab&id=5", "/x.tif?id=5"),
        ("https://h.org/x.tif?Expires=1&Signature=a~b&Key-Pair-Id=K", "/x.tif"),
        ("<S>/vsicurl/https://h.org/x.tif?sv=1&amp;sig=a</S>", "/x.tif</S>"),
        ("https://h.org/x.tif?design=1&view=2", "/x.tif?design=1&view=2"),
        ("/data/a?sig=b.tif", "/data/a?sig=b.tif"),
    ],
)
def test_signatures_are_no_part_of_a_name(address: str, bare: str) -> None:
    assert unsigned(address).endswith(bare) and "sig=a" not in unsigned(address).lower()
