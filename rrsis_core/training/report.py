"""The report of an evaluation: one HTML file that stands alone, with tables, a calibration curve and examples."""

from __future__ import annotations

import base64
import html
import io
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..datasets.truth import Mask, resize_nearest
from ..errors import OutputNotWritable, RrsisError
from .evaluate import Evaluation
from .gallery import SIDE_PX, Example
from .imagery import thumbnail
from .metrics import THRESHOLDS, Table

COLUMNS = (*(f"P@{limit}" for limit in THRESHOLDS), "oIoU", "mIoU", "no-target accuracy")
COUNTS = ("phrases with a target", "phrases without a target")
LEGEND = {"right": (60, 180, 90), "found, but wrong": (225, 60, 50), "missed": (60, 110, 230)}
_STYLE = """
body { font: 15px/1.45 system-ui, sans-serif; max-width: 1100px; margin: 2em auto; padding: 0 1em; color: #1c2730; }
table { border-collapse: collapse; margin: .8em 0 1.6em; font-variant-numeric: tabular-nums; }
th, td { padding: .25em .7em; border-bottom: 1px solid #d8dee3; text-align: right; }
th:first-child, td:first-child { text-align: left; }
td small { color: #6b7a86; display: block; }
figure { display: inline-block; margin: 0 12px 16px 0; width: 240px; vertical-align: top; }
figure img { width: 240px; border-radius: 4px; display: block; background: #eee; }
figcaption { font-size: 13px; color: #45525c; }
.key span { display: inline-block; width: 1em; height: 1em; vertical-align: -2px; margin: 0 .3em 0 1em; }
@media (prefers-color-scheme: dark) { body { background: #161b1f; color: #dbe3e8; } figcaption { color: #a9b5bd; } }
"""


def write_report(path: Path, result: Evaluation, comparison: dict[str, dict[str, float]] | None = None) -> None:
    """Write the report of `result`.

    Args:
        path: The HTML file.
        result: What was measured.
        comparison: What `compare` gave against another run.

    Raises:
        OutputNotWritable: The file cannot be written.
    """
    try:
        path.write_text(render(result, comparison), encoding="utf-8")
    except OSError as error:
        raise OutputNotWritable(f"{path} cannot be written ({error}): choose another place.", path=str(path)) from error


def render(result: Evaluation, comparison: dict[str, dict[str, float]] | None = None) -> str:
    """Return the report as HTML without any reference to another file."""
    title = f"{result.model} on {result.data}, {result.split}"
    parts = [
        f"<h1>{_text(title)}</h1>",
        f"<p>{_introduction(result)}</p>",
        "<h2>All phrases</h2>",
        _table({"all": result.summary}, result.intervals),
        _authors(result),
        _comparison(comparison),
        *(f"<h2>By {_text(name)}</h2>{_table(tables)}" for name, tables in result.groups().items() if tables),
        _marks(result),
        "<h2>Calibration</h2>",
        calibration_svg(result),
        _galleries(result),
        _skipped(result),
    ]
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_text(title)}</title><style>{_STYLE}</style></head><body>\n" + "\n".join(parts) + "\n</body></html>\n"
    )


def _text(value: object) -> str:
    return html.escape(str(value))


def _introduction(result: Evaluation) -> str:
    places = len({score.place for score in result.scores})
    return (
        f"{result.images} images at {places} places, {len(result.scores)} phrases counted on the images' own pixels; "
        f"a pixel counts as found from probability {result.threshold:g}. P@X is the share of phrases with IoU ≥ X, "
        "mIoU the mean over phrases, oIoU the sum of intersections over the sum of unions, all over phrases with a "
        "target; a phrase without one is right where less than 0.1 % of the image is found. "
        "Percent; 95 % intervals by drawing places."
    )


def _percent(value: float) -> str:
    return "–" if math.isnan(value) else f"{100 * value:.2f}"


def _table(tables: dict[str, Table], intervals: dict[str, tuple[float, float]] | None = None) -> str:
    """Return figures as a table, a row a group."""
    head = "".join(f"<th>{_text(name)}</th>" for name in ("", *COLUMNS, *COUNTS))
    rows = []
    for name, table in tables.items():
        cells = [_cell(table[column], (intervals or {}).get(column)) for column in COLUMNS]
        cells += [f"<td>{table[column]:.0f}</td>" for column in COUNTS]
        rows.append(f"<tr><td>{_text(name)}</td>{''.join(cells)}</tr>")
    return f"<table><tr>{head}</tr>{''.join(rows)}</table>"


def _cell(value: float, interval: tuple[float, float] | None) -> str:
    small = f"<small>{_percent(interval[0])} – {_percent(interval[1])}</small>" if interval else ""
    return f"<td>{_percent(value)}{small}</td>"


def _authors(result: Evaluation) -> str:
    if result.authors is None:
        return ""
    cells = "".join(
        f"<tr><td>{_text(name)}</td><td>{_percent(value)}</td></tr>"
        for name, value in result.authors.items()
        if name != "phrases"
    )
    return (
        "<h2>By the authors' rule</h2><p>At the network's size, truth by nearest pixel, over all phrases, "
        f"an absent one scoring 0: comparable with the papers.</p><table>{cells}</table>"
    )


def _comparison(comparison: dict[str, dict[str, float]] | None) -> str:
    if not comparison:
        return ""
    rows = "".join(
        f"<tr><td>{_text(name)}</td><td>{100 * row['difference']:+.2f}<small>{100 * row['low']:+.2f} – "
        f"{100 * row['high']:+.2f}</small></td></tr>"
        for name, row in comparison.items()
    )
    return f"<h2>Against the other run</h2><table><tr><th></th><th>difference</th></tr>{rows}</table>"


def _marks(result: Evaluation) -> str:
    rows = ""
    for name, recall in (("boxes", result.boxes), ("points", result.points)):
        for rule, value in recall.to_json().items():
            if rule.startswith("recall") and recall.objects:
                rows += f"<tr><td>{name}, {_text(rule)}</td><td>{_percent(value)}</td><td>{recall.objects}</td></tr>"
    return f"<h2>Boxes and points</h2><table>{rows}</table>" if rows else ""


def calibration_svg(result: Evaluation) -> str:
    """Return the calibration curve: observed against stated probability, circles grow with the number of pixels."""
    curve = result.calibration.to_json()
    if not curve["pixels"]:
        return "<p>No pixel was counted.</p>"
    size, margin = 300, 40
    most = math.log1p(max(curve["pixels"]))
    places = [
        (margin + size * stated, margin + size * (1 - observed), 2 + 5 * math.log1p(pixels) / most)
        for stated, observed, pixels in zip(curve["stated"], curve["observed"], curve["pixels"], strict=True)
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in places)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="#2a78c2"/>' for x, y, r in places)
    ticks = "".join(
        f'<text x="{margin + size * t / 4}" y="{margin + size + 16}" text-anchor="middle">{t / 4:g}</text>'
        f'<text x="{margin - 6}" y="{margin + size * (1 - t / 4) + 4}" text-anchor="end">{t / 4:g}</text>'
        for t in range(5)
    )
    whole = size + 2 * margin
    return (
        f'<svg width="{whole}" height="{whole}" font-size="11" fill="currentColor" role="img" '
        'aria-label="observed against stated probability">'
        f'<rect x="{margin}" y="{margin}" width="{size}" height="{size}" fill="none" stroke="#aab4bc"/>'
        f'<line x1="{margin}" y1="{margin + size}" x2="{margin + size}" y2="{margin}" stroke="#aab4bc" '
        'stroke-dasharray="4 4"/>'
        f'<polyline points="{line}" fill="none" stroke="#2a78c2"/>{dots}{ticks}'
        f'<text x="{whole / 2}" y="{whole - 4}" text-anchor="middle">stated probability</text>'
        f'<text transform="translate(12 {whole / 2}) rotate(-90)" text-anchor="middle">observed share</text>'
        f"</svg><p>Expected calibration error: {_percent(curve['error'])} %.</p>"
    )


def _galleries(result: Evaluation) -> str:
    gallery = result.gallery
    sorts: Sequence[tuple[str, list[Example]]] = (
        ("Unselected examples", gallery.unselected),
        ("Best", gallery.best),
        ("Worst", gallery.worst),
        ("False alarms", gallery.false_alarms),
    )
    shown = [f"<h2>{name}</h2>" + "".join(map(_figure, examples)) for name, examples in sorts if examples]
    if not shown:
        return ""
    key = "".join(f'<span style="background: rgb{colour}"></span>{_text(name)}' for name, colour in LEGEND.items())
    return f'<p class="key">{key}</p>' + "\n".join(shown)


def _figure(example: Example) -> str:
    score = example.score
    said = f"IoU {score.iou:.2f}" if score.has_target else f"{score.found_px / score.image_px:.1%} of the image found"
    caption = f"“{_text(score.phrase)}” ({_text(score.kind)}), {said}<br>{_text(score.image)}"
    picture = f'<img alt="{_text(score.phrase)}" src="{_picture(example)}">'
    return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>"


def _picture(example: Example) -> str:
    """Return the overlay as a data address; grey where the image can no longer be read."""
    try:
        rgb = thumbnail(example.image, example.frame, SIDE_PX)
    except RrsisError:
        rgb = np.full((*example.found.shape, 3), 128, dtype=np.uint8)
    shape = (rgb.shape[0], rgb.shape[1])
    painted = overlay(rgb, resize_nearest(example.found, shape), resize_nearest(example.truth, shape))
    buffer = io.BytesIO()
    Image.fromarray(painted).save(buffer, "JPEG", quality=85)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")


def overlay(rgb: NDArray[np.uint8], found: Mask, truth: Mask) -> NDArray[np.uint8]:
    """Return (h, w, 3) uint8 with what is right, wrong and missed tinted in the legend's colours."""
    painted = rgb.astype(np.float32)
    for mask, colour in zip((found & truth, found & ~truth, truth & ~found), LEGEND.values(), strict=True):
        painted[mask] = 0.55 * painted[mask] + 0.45 * np.array(colour, dtype=np.float32)
    return painted.astype(np.uint8)


def _skipped(result: Evaluation) -> str:
    if not result.skipped:
        return ""
    rows = "".join(
        f"<tr><td>{_text(one.image)}</td><td>{', '.join(map(str, one.lines))}</td><td>{_text(one.reason)}</td></tr>"
        for one in result.skipped
    )
    return f"<h2>Left out</h2><table><tr><th>image</th><th>lines</th><th>because</th></tr>{rows}</table>"
