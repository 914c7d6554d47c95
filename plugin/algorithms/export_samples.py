"""The algorithm rrsis:exportsamples: pictures, polygons and phrases, from which models learn and are measured."""

from __future__ import annotations

import json
import math
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Set, TextIO, Tuple
from zlib import crc32

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsRasterBlockFeedback,
    QgsRectangle,
    QgsSpatialIndex,
)

from ...rrsis_core.errors import RrsisError
from ..i18n import tr, trn
from ..layers import Rendering, metres_per_unit, raster_source, render
from .base import OVERWRITE, Results, RrsisAlgorithm, as_processing_error, file_name, stop_where_cancelled

FILE = "phrases.jsonl"
BLOCK_TILES = 4  # tiles of one place lie in squares of so many, and splits never part a place
Number = QgsProcessingParameterNumber.Type


@dataclass(frozen=True)
class Tile:
    """A square of the raster: its place in the grid, and what it covers in the raster's system."""

    row: int
    col: int
    extent: QgsRectangle


def tiles_of(extent: QgsRectangle, width: float, height: float) -> Iterator[Tile]:
    """Yield the squares that lie wholly in `extent`, from its upper left corner on."""
    for row in range(math.floor(extent.height() / height + 1e-6)):
        for col in range(math.floor(extent.width() / width + 1e-6)):
            left, top = extent.xMinimum() + col * width, extent.yMaximum() - row * height
            yield Tile(row, col, QgsRectangle(left, top - height, left + width, top))


def pixel_polygons(geometry: QgsGeometry, extent: QgsRectangle, side_px: int) -> List[List[List[List[float]]]]:
    """Return the part of `geometry` within `extent` as polygons of rings of corners [column, row] in pixels."""
    inside = geometry.intersection(QgsGeometry.fromRect(extent))
    if not inside.convertToMultiType():
        return []
    per_x, per_y = side_px / extent.width(), side_px / extent.height()
    polygons = []
    for polygon in inside.asMultiPolygon() if inside.area() > 0 else []:
        rings = [
            [
                [round((p.x() - extent.xMinimum()) * per_x, 2), round((extent.yMaximum() - p.y()) * per_y, 2)]
                for p in ring
            ]
            for ring in polygon
        ]
        polygons.append(rings)
    return polygons


def split_of(place: str, validation: float) -> str:
    """Return "val" for about the share `validation` of all places, else "train"; always the same for the same place."""
    return "val" if _lot(place) < 1000 * validation else "train"


def _lot(place: str) -> int:
    """Return what falls to `place`, 0 to 999, evenly."""
    return crc32(place.encode()) % 1000


def give_each_split_a_place(path: Path, validation: float) -> Set[str]:
    """Return the splits in the samples at `path`; of few places, which may all fall to one split, one changes sides.

    A single place is one to learn from: what can only be measured teaches nothing.

    Args:
        path: The lines that were written; written anew, aside first, where one changes.
        validation: The share wished for; with 0 or 1 one split is meant to stay empty.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    places, splits = {row["place"] for row in rows}, {row["split"] for row in rows}
    if len(places) < 2 - (splits == {"val"}) or len(splits) > 1 or not 0 < validation < 1:
        return splits
    other = "val" if splits == {"train"} else "train"
    moved = min(places, key=_lot) if other == "val" else max(places, key=_lot)
    for row in rows:
        row["split"] = other if row["place"] == moved else row["split"]
    aside = path.with_name(path.name + ".part")
    aside.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    os.replace(aside, path)
    return {row["split"] for row in rows}


class ExportSamples(RrsisAlgorithm):
    """Cuts a raster into tiles with the polygons and phrases that belong to them."""

    INPUT, POLYGONS, FIELD, PHRASE, SIDE = "INPUT", "POLYGONS", "FIELD", "PHRASE", "SIDE"
    VALIDATION, EMPTY, OUTPUT = "VALIDATION", "EMPTY", "OUTPUT"

    def name(self) -> str:
        """Return the id below the provider."""
        return "exportsamples"

    def displayName(self) -> str:
        """Return the title."""
        return tr("Export training samples")

    def group(self) -> str:
        """Return the group's title."""
        return tr("Quality")

    def groupId(self) -> str:
        """Return the group's id."""
        return "quality"

    def shortDescription(self) -> str:
        """Return one sentence."""
        return tr("Writes pictures, polygons and phrases in the layout from which models are trained and measured.")

    def help_text(self) -> str:
        """Return the help."""
        return tr(
            "<p>Cuts the imagery into square tiles, in its own bands and values, and writes beside them which phrase"
            " means which polygons (<code>phrases.jsonl</code>). The folder is what <code>rrsis evaluate --data"
            " FOLDER</code> and the training scripts take.</p>"
            "<p>The phrase is that of a <strong>field</strong>, or the same for all polygons. All things that a phrase"
            " means should be digitised in the area, since what is not counts as something else. With <strong>tiles"
            " without objects</strong> the phrase is also noted as absent where nothing lies.</p>"
            "<p>Neighbouring tiles belong to one place, and a place is never parted between training and"
            " validation.</p>"
            "<p>Example:<br><code>qgis_process run rrsis:exportsamples -- INPUT=ortho.tif POLYGONS=cars.gpkg"
            ' PHRASE="cars" OUTPUT=samples</code></p>'
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        for parameter in (
            QgsProcessingParameterRasterLayer(self.INPUT, tr("Imagery")),
            QgsProcessingParameterFeatureSource(
                self.POLYGONS, tr("Polygons"), [QgsProcessing.SourceType.TypeVectorPolygon]
            ),
            QgsProcessingParameterField(
                self.FIELD, tr("Field with the phrase"), parentLayerParameterName=self.POLYGONS, optional=True
            ),
            QgsProcessingParameterString(self.PHRASE, tr("Phrase, where there is no field"), optional=True),
            QgsProcessingParameterNumber(
                self.SIDE, tr("Side of a tile (pixels)"), Number.Integer, defaultValue=480, minValue=32, maxValue=4096
            ),
            QgsProcessingParameterNumber(
                self.VALIDATION,
                tr("Share kept for validation"),
                Number.Double,
                defaultValue=0.2,
                minValue=0.0,
                maxValue=1.0,
            ),
            QgsProcessingParameterBoolean(self.EMPTY, tr("Tiles without objects too"), defaultValue=False),
            QgsProcessingParameterFolderDestination(self.OUTPUT, tr("Folder for the samples")),
        ):
            self.addParameter(parameter)
        self.add_overwrite()
        self.addOutput(QgsProcessingOutputNumber("TILES", tr("Number of tiles")))
        self.addOutput(QgsProcessingOutputNumber("SAMPLES", tr("Number of phrases in tiles")))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Tuple[bool, str]:
        """Say what is missing before the run."""
        field = self.parameterAsString(parameters, self.FIELD, context)
        if not field and not self.parameterAsString(parameters, self.PHRASE, context).strip():
            return False, tr("Give a field with the phrase, or a phrase for all polygons.")
        accepted, reason = super().checkParameterValues(parameters, context)
        source = self.parameterAsSource(parameters, self.POLYGONS, context) if accepted and field else None
        if source is not None and source.fields().lookupField(field) < 0:
            text = tr('The polygons have no field "{field}". They have: {fields}.')
            return False, text.format(field=field, fields=", ".join(source.fields().names()))
        return bool(accepted), str(reason)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take what is needed of the layers; Processing calls it on the main thread."""
        layer = self.parameterAsRasterLayer(parameters, self.INPUT, context)
        self._polygons = self.parameterAsSource(parameters, self.POLYGONS, context)
        if layer is None or self._polygons is None:
            raise QgsProcessingException(tr("The imagery or the polygons cannot be read. Choose other layers."))
        try:
            source = raster_source(layer)
        except RrsisError as error:
            raise as_processing_error(error) from error
        if not source.is_file:
            raise QgsProcessingException(tr("Samples are cut from files. Export the layer as a GeoTIFF and use that."))
        self._source = replace(source, provider=layer.dataProvider().clone())
        self._pixel = (layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY())
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Cut; runs in any thread."""
        folder = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        side = self.parameterAsInt(parameters, self.SIDE, context)
        if (folder / FILE).exists() and not self.parameterAsBool(parameters, OVERWRITE, context):
            text = tr(
                '"{folder}" holds samples already. Choose another folder, or tick “Replace the output whatever it'
                " holds”."
            )
            raise QgsProcessingException(text.format(folder=folder))
        validation = self.parameterAsDouble(parameters, self.VALIDATION, context)
        empty = self.parameterAsBool(parameters, self.EMPTY, context)
        known = self._by_phrase(parameters, context, feedback)
        tiles = list(tiles_of(self._source.extent, side * self._pixel[0], side * self._pixel[1]))
        if not tiles:
            raise QgsProcessingException(tr("The imagery is smaller than one tile. Choose a smaller side."))
        counts = {"TILES": 0, "SAMPLES": 0}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with (folder / FILE).open("w", encoding="utf-8") as lines:
                for number, tile in enumerate(tiles):
                    if feedback.isCanceled():
                        break
                    feedback.setProgress(100.0 * number / len(tiles))
                    samples = self._samples(tile, known, side, empty=empty)
                    if samples:
                        image = self._cut(tile, side, folder)
                        self._note(lines, samples, image, tile, validation)
                        counts["TILES"] += 1
                        counts["SAMPLES"] += len(samples)
            if feedback.isCanceled() and not counts["TILES"]:
                (folder / FILE).unlink()  # nothing stands in the way of the next run
                stop_where_cancelled(feedback)
            splits = give_each_split_a_place(folder / FILE, validation)
        except RrsisError as error:
            raise as_processing_error(error) from error
        except OSError as error:
            raise QgsProcessingException(
                tr('The samples cannot be written to "{folder}": {reason}').format(
                    folder=folder, reason=error.strerror or error
                )
            ) from error
        phrases = trn("%n phrase", "%n phrases", counts["SAMPLES"])
        tiles = trn("%n tile", "%n tiles", counts["TILES"])
        feedback.pushInfo(tr("{phrases} in {tiles}").format(phrases=phrases, tiles=tiles))
        if feedback.isCanceled():
            feedback.pushWarning(tr("Cancelled; what was finished has been kept."))
        elif validation > 0 and splits == {"train"}:
            feedback.pushWarning(
                tr(
                    "No place fell to validation, which fine-tuning and measuring need. Choose smaller tiles or a"
                    " larger area."
                )
            )
        return {self.OUTPUT: str(folder), **counts}

    def _by_phrase(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, _Known]:
        """Return the polygons of each phrase, in the raster's system."""
        field = self.parameterAsString(parameters, self.FIELD, context)
        same = self.parameterAsString(parameters, self.PHRASE, context).strip()
        request = QgsFeatureRequest()
        request.setDestinationCrs(self._source.crs, context.transformContext())
        known: Dict[str, _Known] = {}
        for feature in self._polygons.getFeatures(request):
            stop_where_cancelled(feedback)
            phrase = str(feature.attribute(field) or "").strip() if field else same
            geometry = feature.geometry()
            if phrase and phrase != "NULL" and not geometry.isEmpty():
                known.setdefault(phrase, _Known()).add(geometry if geometry.isGeosValid() else geometry.makeValid())
        if not known:
            raise QgsProcessingException(tr("There is no polygon with a phrase. Check the layer and the field."))
        return known

    def _samples(self, tile: Tile, known: Dict[str, _Known], side: int, *, empty: bool) -> Dict[str, List[Any]]:
        """Return the polygons in pixels of each phrase that lies in `tile`; with `empty` also of those that do not."""
        samples = {}
        for phrase, shapes in known.items():
            polygons = [
                polygon
                for geometry in shapes.within(tile.extent)
                for polygon in pixel_polygons(geometry, tile.extent, side)
            ]
            if polygons or empty:
                samples[phrase] = polygons
        return samples

    def _cut(self, tile: Tile, side: int, folder: Path) -> str:
        name = f"{_plain(self._source.name)}_{tile.row:04d}_{tile.col:04d}.tif"
        render(self._source, Rendering(tile.extent, side, side, 1), folder / name, QgsRasterBlockFeedback())
        return name

    def _note(self, lines: TextIO, samples: Dict[str, List[Any]], image: str, tile: Tile, validation: float) -> None:
        """Write one line a phrase."""
        place = f"{_plain(self._source.name)}_{tile.row // BLOCK_TILES}_{tile.col // BLOCK_TILES}"
        split = split_of(place, validation)
        metres, _ = metres_per_unit(self._source.crs, tile.extent.center())
        for phrase, polygons in samples.items():
            row = {"image": image, "phrase": phrase, "split": split, "place": place}
            row.update({"polygons": polygons} if polygons else {"kind": "absent"})
            if self._source.crs.isValid():
                row["gsd_m"] = round(self._pixel[0] * metres, 6)
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


class _Known:
    """The polygons of one phrase, found quickly by place."""

    def __init__(self) -> None:
        self._geometries: List[QgsGeometry] = []
        self._index = QgsSpatialIndex()

    def add(self, geometry: QgsGeometry) -> None:
        """Add a polygon."""
        feature = QgsFeature(len(self._geometries))
        feature.setGeometry(geometry)
        self._index.addFeature(feature)
        self._geometries.append(geometry)

    def within(self, extent: QgsRectangle) -> List[QgsGeometry]:
        """Return those whose box touches `extent`."""
        return [self._geometries[number] for number in sorted(self._index.intersects(extent))]


def _plain(name: str) -> str:
    """Return `name` with letters, digits, "-" and "_" alone; some word where nothing is left."""
    return file_name(name, "-_") or "raster"
