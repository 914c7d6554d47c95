"""Results in the project: copied into its GeoPackage, styled by meaning, grouped by raster, named after the phrase."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLayerMetadata,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..rrsis_core.errors import OutputNotWritable
from ..rrsis_core.folders import data_folder
from ..rrsis_core.request import LayerResult, SegmentResult, VectorSettings
from .file_lock import only_writer
from .groups import group_title, insert_into
from .i18n import tr
from .meanings import colour_of
from .messages import OwnNotice
from .project_file import copy_layers, free_name
from .provenance import history_of, with_value
from .wording import layer_name

PHRASE, PROBABILITY, RUN, VECTOR = "rrsis/phrase", "rrsis/probability", "rrsis/run_id", "rrsis/vector"
ACCEPTED = "rrsis/accepted"


@dataclass(frozen=True)
class Published:
    """A run whose layers lie where they stay.

    Args:
        result: What the worker said; its `output` and layer names are those of the final file.
        source: Name of the raster layer, which names the group.
        crs: Of that layer, for results of files that have none of their own.
        vector: How the polygons were made.
        layers: The layers of `result`, opened and styled, not yet part of the project.
    """

    result: SegmentResult
    source: str
    crs: QgsCoordinateReferenceSystem
    vector: VectorSettings
    layers: Tuple[QgsVectorLayer, ...] = ()


def layer_uri(file: str, layer: str) -> str:
    """Return the data source of one layer of a vector file."""
    return f"{file}|layername={layer}"


def project_geopackage(project: QgsProject) -> Path:
    """Return where the results of `project` go: beside it, or in the plugin's folder while it is not saved."""
    saved = project.fileName() and not project.fileName().startswith("geopackage:")
    if saved:
        file = Path(project.fileName())
        return file.with_name(f"{file.stem}_rrsis.gpkg")
    return data_folder() / "results" / "unsaved_project_rrsis.gpkg"


def probability_path(geopackage: Path) -> Path:
    """Return where the probabilities of a new run lie: under a name of their own in a folder beside the results."""
    now = datetime.now().strftime("%Y%m%d-%H%M%S-%f")
    return geopackage.with_name(f"{geopackage.stem}_probability") / f"{now}.tif"


def writable_place(probability: Path) -> Path:
    """Return `probability`, or a place under its name in the plugin's folder where that can be written alone."""
    elsewhere = data_folder() / "results" / probability.parent.name / probability.name
    for place in (probability, elsewhere):
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(place.parent, os.W_OK):
            return place
    return probability


def copy_into(result: SegmentResult, target: Path) -> SegmentResult:
    """Copy the layers of a run into `target`, under free names, and return the result that points there.

    Runs in any thread. A file that cannot be written never costs the results: the run's own file is then kept beside
    `target`, or in the plugin's folder, or where it is, and the result points to it.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        history = history_of(Path(result.output))
        wanted = []
        for layer in result.layers:
            metadata = QgsLayerMetadata()
            describe(metadata, layer.phrase, result)
            metadata.setHistory(history)
            wanted.append((layer.layer, metadata))
        with only_writer(target):
            names = copy_layers(Path(result.output), target, wanted)
    except (OutputNotWritable, OSError) as error:
        kept = _rescue(Path(result.output), target)
        text = tr('"{file}" cannot be written: the results are kept in "{kept}".').format(file=target, kept=kept)
        details = {"path": str(target), "kept": str(kept), "reason": str(error.__cause__ or error)}
        notice = OwnNotice("output-not-writable", text, details)
        return replace(result, output=str(kept), notices=(*result.notices, notice))
    layers = tuple(replace(layer, layer=name) for layer, name in zip(result.layers, names))
    return replace(result, output=str(target), layers=layers)


def _rescue(run_file: Path, target: Path) -> Path:
    for folder in (target.parent, data_folder() / "results"):
        kept = folder / free_name(f"{target.stem}_{run_file.stem}", {path.stem for path in folder.glob("*.gpkg")})
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return Path(shutil.move(str(run_file), str(kept.with_suffix(".gpkg"))))
        except OSError:
            with contextlib.suppress(OSError):
                kept.with_suffix(".gpkg").unlink()  # half of it, on a full disk
    if run_file.is_file():
        return run_file
    raise OutputNotWritable(
        tr('The results can be written neither to "{file}" nor to "{folder}". Make room there, then run again.').format(
            file=target, folder=data_folder()
        ),
        path=str(target),
    )


def result_layer(published: Published, layer: LayerResult) -> QgsVectorLayer:
    """Return one styled layer of a run, not yet part of the project; it belongs to the thread that calls."""
    result = published.result
    vector = QgsVectorLayer(layer_uri(result.output, layer.layer), layer_name(layer.phrase, layer.count), "ogr")
    lend_crs(vector, published)
    style(vector, layer.phrase)
    remember(vector, layer.phrase, published)
    return vector


def lend_crs(vector: QgsVectorLayer, published: Published) -> None:
    """Give `vector` the CRS that the user chose for a raster whose file has none; none where none was chosen.

    A GeoPackage calls that "undefined", which QGIS takes for one from which nothing can be transformed.
    """
    if any(notice.code == "no-crs" for notice in published.result.notices):
        vector.setCrs(published.crs)


def remember(vector: QgsVectorLayer, phrase: str, published: Published) -> None:
    """Note in the layer where it comes from, so that it can be reviewed later, also after the project is reopened."""
    result = published.result
    vector.setCustomProperty(PHRASE, phrase)
    vector.setCustomProperty(RUN, result.run_id)
    vector.setCustomProperty(PROBABILITY, result.probability or "")
    metadata = vector.metadata()
    describe(metadata, phrase, result)
    if not metadata.history():
        metadata.setHistory(history_of(Path(result.output)))
    vector.setMetadata(metadata)
    remember_vector(vector, published.vector)


def describe(metadata: QgsLayerMetadata, phrase: str, result: SegmentResult) -> None:
    """Say in `metadata` what the layer of `phrase` shows, and by which model and run."""
    metadata.setTitle(phrase)
    metadata.setAbstract(
        tr('"{phrase}", found by {model} at {gsd:.2f} m a pixel (run {run}).').format(
            phrase=phrase, model=result.model, gsd=result.gsd_m, run=result.run_id
        )
    )


def remember_vector(vector: QgsVectorLayer, settings: VectorSettings) -> None:
    """Note in the layer how its polygons were made."""
    vector.setCustomProperty(VECTOR, json.dumps(asdict(settings)))
    vector.setMetadata(with_value(vector.metadata(), "vector", asdict(settings)))


def remembered_vector(vector: QgsVectorLayer) -> VectorSettings:
    """Return how the polygons of a layer were made; what cannot be read counts as the default."""
    try:
        return VectorSettings(**json.loads(str(vector.customProperty(VECTOR, "{}"))))
    except (TypeError, ValueError):
        return VectorSettings()


def kept_probability(vector: QgsVectorLayer) -> Optional[Path]:
    """Return where the probabilities of a result layer lie, also where project and results were moved together."""
    noted = str(vector.customProperty(PROBABILITY, "") or "")
    if not noted:
        return None
    geopackage = Path(vector.source().split("|")[0])
    path = Path(noted)
    beside = geopackage.with_name(f"{geopackage.stem}_probability") / path.name if geopackage.name else path
    return next((place for place in (path, beside) if place.is_file()), None)


def style(vector: QgsVectorLayer, phrase: str) -> None:
    """Fill the polygons with the colour that the phrase calls for, lightly, with a firm outline."""
    red, green, blue = colour_of(phrase)
    symbol = QgsFillSymbol.createSimple(
        {
            "color": f"{red},{green},{blue},60",
            "outline_color": f"{red},{green},{blue},255",
            "outline_width": "0.5",
            "joinstyle": "round",
        }
    )
    vector.setRenderer(QgsSingleSymbolRenderer(symbol))


def opened(published: Published) -> Published:
    """Open and style the layers of a run on any thread, so that the main one, to which they are handed, need not."""
    main = QCoreApplication.instance().thread()
    layers = [result_layer(published, layer) for layer in published.result.layers]
    for layer in layers:
        layer.moveToThread(main)
    return replace(published, layers=tuple(layer for layer in layers if layer.isValid()))


def add_to_project(project: QgsProject, published: Published) -> Tuple[QgsVectorLayer, ...]:
    """Add the opened layers of a run to `project`, above its imagery, and return them; main thread."""
    for place, layer in enumerate(published.layers):
        project.addMapLayer(layer, False)
        insert_into(project, group_title(published.source), layer, place)
    return published.layers


def draw_again(project: QgsProject, file: Path) -> None:
    """Have the map draw the layers of `file` anew, now that it is whole.

    QGIS reads a GeoPackage without locks: what it draws while the file is written to has gaps, or nothing at all. The
    next reading is right; a reload is not needed, and would fill open attribute tables anew.
    """
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and Path(layer.source().partition("|")[0]) == file:
            layer.triggerRepaint()
