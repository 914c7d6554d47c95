"""The report stands alone and shows what was measured."""

from __future__ import annotations

import html
import html.parser
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
import torch

from rrsis_core.datasets.base import Dataset, Sample
from rrsis_core.datasets.shapes import parse_polygons
from rrsis_core.datasets.truth import Nothing
from rrsis_core.errors import OutputNotWritable
from rrsis_core.training.evaluate import Evaluation, Skipped, evaluate
from rrsis_core.training.finders import CorridorFinder
from rrsis_core.training.report import overlay, render, write_report
from tests.toy import CARD, ColourModel, paint, write


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    folder = tmp_path_factory.mktemp("report")
    path = write(folder / "a <b>.tif", paint(90, 120))
    square = parse_polygons([[10, 10], [60, 10], [60, 50], [10, 50]])
    samples = (
        Sample(path, "red & <round>", square, "attribute", source=folder, line=1),
        Sample(path, "blue", Nothing(), "absent", source=folder, line=2),
    )
    finder = CorridorFinder(ColourModel(), CARD, torch.device("cpu"))
    return evaluate(Dataset("own", samples, root=folder), finder, examples=3)


ASK_THE_BROWSER = """<script>document.title = JSON.stringify({
  pictures: [...document.images].map(image => [image.complete, image.naturalWidth, image.width]),
  tables: document.querySelectorAll("table").length,
  curve: document.querySelector("svg polyline").getBoundingClientRect().width,
  wide: document.documentElement.scrollWidth - innerWidth,
  text: document.body.innerText.length,
})</script>"""


def test_a_browser_shows_it_whole(result: Evaluation, tmp_path: Path) -> None:
    """Opened in headless Chromium without a network: every picture is decoded, nothing sticks out."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        pytest.skip("no Chromium here: the report was not opened in a browser; install the package chromium")
    page = render(result)
    (tmp_path / "report.html").write_text(page.replace("</body>", f"{ASK_THE_BROWSER}</body>"), encoding="utf-8")
    done = subprocess.run(
        [
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1000,800",
            "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom",
            (tmp_path / "report.html").as_uri(),
        ],
        env={**os.environ, "HOME": str(tmp_path)}, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    title = re.search(r"<title>(.*?)</title>", done.stdout, re.DOTALL)
    assert title, done.stderr[-2000:]
    seen = json.loads(html.unescape(title.group(1)))
    assert len(seen["pictures"]) == page.count("<img") >= 3
    assert all(complete and natural > 50 and shown > 50 for complete, natural, shown in seen["pictures"])
    assert seen["tables"] >= 3 and seen["curve"] > 0 and seen["wide"] <= 0 and seen["text"] > 300


class Checker(html.parser.HTMLParser):
    """Collects addresses and checks that tags close."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.addresses += [value for name, value in attrs if name in ("src", "href")]
        if tag not in ("meta", "img", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_report_stands_alone(result: Evaluation) -> None:
    page = render(result, {"mIoU": {"difference": 0.02, "low": 0.01, "high": 0.03}})
    checker = Checker()
    checker.feed(page)
    assert checker.open == []
    assert checker.addresses and all(address.startswith("data:image/jpeg;base64,") for address in checker.addresses)
    assert "red &amp; &lt;round&gt;" in page and "<round>" not in page
    for part in ("All phrases", "By kind", "Calibration", "Best", "False alarms", "+2.00", "<svg"):
        assert part in page


def test_a_report_of_nothing_and_of_failures(tmp_path: Path) -> None:
    empty = Evaluation("own", "test", "toy", 0.5, skipped=[Skipped("x.tif", (3, 4), "broken")])
    empty.authors = {"mIoU": 0.5, "phrases": 2.0}
    page = render(empty)
    assert "No pixel was counted" in page and "x.tif" in page and "3, 4" in page and "authors" in page
    write_report(tmp_path / "r.html", empty)
    assert (tmp_path / "r.html").read_text(encoding="utf-8") == page
    with pytest.raises(OutputNotWritable):
        write_report(tmp_path / "none" / "r.html", empty)


def test_an_image_that_vanished_is_shown_grey(result: Evaluation) -> None:
    path = result.gallery.best[0].image
    moved = path.rename(path.with_suffix(".gone"))
    page = render(result)
    moved.rename(path)
    assert len(re.findall("data:image/jpeg", page)) == len(re.findall("data:image/jpeg", render(result)))


def test_overlay_tints_right_wrong_and_missed_apart() -> None:
    rgb = np.full((1, 4, 3), 100, dtype=np.uint8)
    found, truth = np.array([[1, 1, 0, 0]], dtype=bool), np.array([[1, 0, 1, 0]], dtype=bool)
    painted = overlay(rgb, found, truth)
    assert len({tuple(pixel) for pixel in painted[0]}) == 4
    assert painted[0, 3].tolist() == [100, 100, 100]
