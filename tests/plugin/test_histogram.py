"""Probabilities are counted in the background and drawn by the threshold."""

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsApplication
from rrsis.plugin.histogram import BINS, HistogramBar, HistogramTask, counts_of


@pytest.fixture(params=[None, 1 / 254], ids=["plain", "scaled"])
def probability(tmp_path, request):
    """Three bands of 40, 80 and 10 %, each with a row of nodata and one of nothing; one phrase ends like the other."""
    path = tmp_path / "p.tif"
    data = gdal.GetDriverByName("GTiff").Create(str(path), 50, 50, 3, gdal.GDT_Byte)
    data.SetGeoTransform((0.0, 1.0, 0.0, 50.0, 0.0, -1.0))
    for number, (phrase, share) in enumerate((("tall trees", 0.4), ("trees", 0.8), ("grass", 0.1)), start=1):
        band = data.GetRasterBand(number)
        band.SetDescription(phrase)
        band.SetNoDataValue(255)
        if request.param is not None:
            band.SetScale(request.param)
        values = np.full((50, 50), round(254 * share), np.uint8)
        values[0], values[1] = 255, 0
        band.WriteRaster(0, 0, 50, 50, values.tobytes())
    band = data = None
    return path


def test_the_band_of_the_phrase_is_counted_without_nodata(probability):
    for phrase, hundredths in (("tall trees", 40), ("trees", 80)):
        counts = counts_of(probability, phrase)
        assert len(counts) == BINS and counts[hundredths - 1] == sum(counts) > 0
    beside = probability.with_name("p.tif.aux.xml")
    assert not beside.exists() or beside.stat().st_size < 10_000  # QGIS keeps what it counted, for these bars alone
    assert counts_of(probability, "ships") == [] == counts_of(probability.with_name("gone.tif"), "cars")


def test_counting_runs_as_a_task(probability, waiting):
    task, values = HistogramTask(probability, "trees"), []
    task.succeeded.connect(values.append)
    QgsApplication.taskManager().addTask(task)
    waiting(lambda: values)
    assert values == [counts_of(probability, "trees")]


def test_bars_are_logarithmic_and_drawn_by_the_threshold(qgis_app):
    bar = HistogramBar()
    assert bar.isHidden()
    bar.set_counts([1000] + [0] * 97 + [10])
    assert not bar.isHidden() and bar.heights()[0] == 1.0 and 0.3 < bar.heights()[-1] < 0.4
    bar.resize(198, 30)
    bar.set_threshold(0.5)
    image = bar.grab().toImage()
    low, high = image.pixelColor(0, image.height() - 1), image.pixelColor(image.width() - 2, image.height() - 1)
    assert low != high
    bar.set_counts([])
    assert bar.isHidden()
