"""What algorithms say while they run."""

import re
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingException, QgsProcessingFeedback
from qgis.PyQt.QtCore import QUrl
from rrsis.plugin.algorithms import base
from rrsis.rrsis_core.errors import RasterEmpty
from rrsis.rrsis_core.request import Notice, SegmentResult
from rrsis.rrsis_core.worker.protocol import Progress


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.4, "0 s"), (89, "89 s"), (90, "2 min"), (3600, "60 min"), (7500, "2 h 5 min")]
)
def test_durations_read_well(seconds, text):
    assert base.duration(seconds) == text


@pytest.mark.parametrize(("seconds", "text"), [(0.04, "0.0 s"), (0.44, "0.4 s"), (9.96, "10 s"), (90, "2 min")])
def test_what_was_fast_is_told_with_tenths(seconds, text):
    assert base.exact_duration(seconds) == text


def test_names_of_files_keep_the_vowels_of_nepali():
    assert base.file_name("काठमाडौं: №1/ä b.", "-_. ") == "काठमाडौं_ _1_ä b."
    assert base.file_name("काठमाडौं ä", "-_") == "काठमाडौं_ä"


def test_progress_says_as_much_as_is_known():
    assert base.progress_text(Progress(1, 0, 9)) == "Tile 0 of 9"
    assert base.progress_text(Progress(1, 3, 9, rate=2.0, eta_s=3.0)) == "Tile 3 of 9 · 2.0 tiles/s · 3 s left"


def test_progress_and_warnings_reach_processing(qgis_app):
    feedback = QgsProcessingFeedback()
    reporter = base.Reporter(feedback)
    reporter(Progress(1, 0, 0, stage="load"))
    reporter(Progress(1, 3, 12, stage="predict"))
    assert feedback.progress() == 25
    base.push_notices(feedback, [Notice("no-crs", "The raster has no CRS.")])
    assert "Loading the model" in feedback.textLog() and "has no CRS" in feedback.textLog()


def test_a_download_is_told_in_megabytes_and_a_line_for_each_hundredth(qgis_app):
    said = []

    class Feedback(QgsProcessingFeedback):  # the toolbox makes a line of its log of each
        def setProgressText(self, text):
            said.append(text)

    reporter = base.Reporter(Feedback())
    for done in range(0, 971_000_001, 500_000):
        reporter(Progress(1, done, 971_000_000, stage="download"))
    assert "486 MB of 971 MB" in said and said[-1] == "971 MB of 971 MB" and len(said) == 101


def test_a_cancelled_run_says_where_its_part_lies(qgis_app):
    feedback = QgsProcessingFeedback()
    base.push_outcome(feedback, SegmentResult("/there/found_partial.gpkg", (), complete=False))
    assert "/there/found_partial.gpkg" in feedback.textLog()
    base.push_outcome(feedback, SegmentResult("/there/found.gpkg", ()))
    assert "/there/found.gpkg" not in feedback.textLog()
    feedback.cancel()  # while it was written: QGIS loads nothing then either
    base.push_outcome(feedback, SegmentResult("/there/found.gpkg", ()))
    assert "/there/found.gpkg" in feedback.textLog()


def test_errors_become_those_of_processing(qgis_app):
    error = base.as_processing_error(RasterEmpty("Nothing but nodata."))
    assert isinstance(error, QgsProcessingException) and "nodata" in str(error)


def test_the_help_button_opens_a_page_that_is_there(provider):
    ours = [algorithm for algorithm in provider.algorithms() if isinstance(algorithm, base.RrsisAlgorithm)]
    urls = [QUrl(algorithm.helpUrl()) for algorithm in ours]
    assert len(urls) >= 8 and all(Path(url.toLocalFile()).is_file() and url.fragment() == "toolbox" for url in urls)


def test_help_in_a_terminal_holds_no_tags(provider, monkeypatch):
    monkeypatch.setattr(base.QgsApplication, "platform", lambda: "qgis_process")
    text = QgsApplication.processingRegistry().createAlgorithmById("rrsis:segmentbyphrase").shortHelpString()
    assert "\n- white cars\n" in text and not re.search("</|<[a-z]+>|&[a-z]+;|\n\n", text)
