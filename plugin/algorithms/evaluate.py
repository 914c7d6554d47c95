"""The algorithm rrsis:evaluate: how well found polygons agree with a layer of known ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Dict, Iterator, List, Optional, Tuple

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsSpatialIndex,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..i18n import tr
from .base import Results, RrsisAlgorithm, stop_where_cancelled
from .publishing import is_asked_for, missing_folder

Number = QgsProcessingParameterNumber.Type
UNITED = 256  # polygons of one union: GEOS cannot be cancelled within it


@dataclass(frozen=True)
class Shape:
    """A polygon and its area."""

    geometry: QgsGeometry
    area: float


def iou(first: Shape, second: Shape) -> float:
    """Return the area that both polygons cover over the area that either covers, 0 to 1."""
    common = first.geometry.intersection(second.geometry).area()
    either = first.area + second.area - common
    return max(common, 0.0) / either if either > 0 else 0.0


def _go_on() -> None:
    """Stop for nobody."""


def indexed(shapes: List[Shape], check: Callable[[], None]) -> QgsSpatialIndex:
    """Return an index of the polygons by their numbers."""
    index = QgsSpatialIndex()
    for number, shape in enumerate(shapes):
        check()
        feature = QgsFeature(number)
        feature.setGeometry(shape.geometry)
        index.addFeature(feature)
    return index


def match(found: List[Shape], known: List[Shape], least: float, check: Callable[[], None] = _go_on) -> Dict[int, int]:
    """Return which known polygon each found one is, best overlap first and each once.

    Args:
        found: The one layer of polygons.
        known: The other.
        least: The smallest IoU.
        check: Called often; raises where the person has cancelled.
    """
    index = indexed(known, check)
    pairs = []
    for at, shape in enumerate(found):
        check()
        for other in index.intersects(shape.geometry.boundingBox()):
            overlap = iou(shape, known[other])
            if overlap >= least and overlap > 0:
                pairs.append((overlap, at, other))
    matched: Dict[int, int] = {}
    taken = set()
    for _, at, other in sorted(pairs, reverse=True):
        if at not in matched and other not in taken:
            matched[at] = other
            taken.add(other)
    return matched


def covered(shapes: List[Shape], check: Callable[[], None] = _go_on) -> QgsGeometry:
    """Return the area that any of the polygons covers, united in steps between which `check` may raise."""
    parts = [shape.geometry for shape in shapes]
    while len(parts) > 1:
        united = []
        for at in range(0, len(parts), UNITED):
            check()
            united.append(QgsGeometry.unaryUnion(parts[at : at + UNITED]))
        parts = united
    return parts[0] if parts else QgsGeometry()


def heaps(shapes: List[Shape], check: Callable[[], None] = _go_on) -> Iterator[List[int]]:
    """Yield the numbers of polygons whose boxes hang together: those of one heap touch none of another."""
    index = indexed(shapes, check)
    left = set(range(len(shapes)))
    while left:
        heap, edge = [], [left.pop()]
        while edge:
            check()
            at = edge.pop()
            heap.append(at)
            near = left.intersection(index.intersects(shapes[at].geometry.boundingBox()))
            left -= near
            edge += near
        yield heap


def areas(found: List[Shape], known: List[Shape], check: Callable[[], None] = _go_on) -> Tuple[float, float]:
    """Return the area that found and known polygons both cover, and that either do, heap by heap."""
    both = either = 0.0
    for heap in heaps([*found, *known], check):
        ours = covered([found[at] for at in heap if at < len(found)], check)
        theirs = covered([known[at - len(found)] for at in heap if at >= len(found)], check)
        common = 0.0 if ours.isNull() or theirs.isNull() else max(ours.intersection(theirs).area(), 0.0)
        both += common
        either += sum(area.area() for area in (ours, theirs) if not area.isNull()) - common
    return both, either


def ratio(part: float, whole: float) -> float:
    """Return the share, or 0 where there is nothing to share."""
    return part / whole if whole > 0 else 0.0


class Evaluate(RrsisAlgorithm):
    """Counts how many known objects were found, and how much of their area."""

    FOUND, KNOWN, EXTENT, LEAST, OUTPUT = "FOUND", "KNOWN", "EXTENT", "IOU", "OUTPUT"

    def name(self) -> str:
        """Return the id below the provider."""
        return "evaluate"

    def displayName(self) -> str:
        """Return the title."""
        return tr("Evaluate against a layer")

    def group(self) -> str:
        """Return the group's title."""
        return tr("Quality")

    def groupId(self) -> str:
        """Return the group's id."""
        return "quality"

    def shortDescription(self) -> str:
        """Return one sentence."""
        return tr("Compares found polygons with known ones: precision, recall and overlap.")

    def help_text(self) -> str:
        """Return the help."""
        return tr(
            "<p>Compares <strong>found</strong> polygons with <strong>known</strong> ones, such as buildings that"
            " somebody digitised.</p>"
            "<ul><li><strong>Precision</strong>: the share of found objects that are known.</li>"
            "<li><strong>Recall</strong>: the share of known objects that were found.</li>"
            "<li><strong>F1</strong>: their harmonic mean.</li>"
            "<li><strong>IoU of the area</strong>: the area that both cover over the area that either covers, whatever"
            " the objects.</li>"
            "</ul>"
            "<p>An object counts as found where its overlap (intersection over union) with a known one is at least the"
            " <strong>smallest overlap</strong>; each counts once. Give an <strong>extent</strong> where the known"
            " polygons are complete in a part of the area alone. The layer that comes out says of each object whether"
            " it is right, wrong or missed.</p>"
            "<p>Example: <code>qgis_process run rrsis:evaluate -- FOUND=found.gpkg KNOWN=buildings.gpkg"
            " OUTPUT=verdicts.gpkg</code></p>"
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        for parameter in (
            QgsProcessingParameterFeatureSource(self.FOUND, tr("Found polygons"), polygons),
            QgsProcessingParameterFeatureSource(self.KNOWN, tr("Known polygons"), polygons),
            QgsProcessingParameterExtent(self.EXTENT, tr("Extent"), optional=True),
            QgsProcessingParameterNumber(
                self.LEAST, tr("Smallest overlap (IoU)"), Number.Double, defaultValue=0.5, minValue=0.01, maxValue=1.0
            ),
            QgsProcessingParameterFeatureSink(
                self.OUTPUT,
                tr("Right, wrong and missed objects"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            ),
        ):
            self.addParameter(parameter)
        for name, title in (
            ("PRECISION", tr("Precision")),
            ("RECALL", tr("Recall")),
            ("F1", "F1"),
            ("AREA_IOU", tr("IoU of the area")),
            ("FOUND_COUNT", tr("Number of found objects")),
            ("KNOWN_COUNT", tr("Number of known objects")),
            ("RIGHT_COUNT", tr("Number of objects that are right")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Tuple[bool, str]:
        """Say before the run what is no layer of polygons: QGIS takes tables and points of a file too."""
        folder = missing_folder(parameters.get(self.OUTPUT), context)
        if folder:  # said now: QGIS would say so after the work
            return False, tr("The folder {folder} does not exist: make it, or choose another.").format(folder=folder)
        accepted, reason = super().checkParameterValues(parameters, context)
        for name in (self.FOUND, self.KNOWN) if accepted else ():
            source = self.parameterAsSource(parameters, name, context)
            kind = None if source is None else QgsWkbTypes.geometryType(source.wkbType())
            if kind is not None and kind != QgsWkbTypes.GeometryType.PolygonGeometry:
                text = tr('"{layer}" is no layer of polygons. Choose another one.')
                return False, text.format(layer=source.sourceName())
        return bool(accepted), str(reason)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take the sources; Processing calls it on the main thread."""
        self._found = self.parameterAsSource(parameters, self.FOUND, context)
        self._known = self.parameterAsSource(parameters, self.KNOWN, context)
        if self._found is None or self._known is None:
            raise QgsProcessingException(tr("A layer of polygons cannot be read. Choose another one."))
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Compare; runs in any thread."""
        crs = self._known.sourceCrs()
        given = self.extent_of(parameters, self.EXTENT, context, crs) is not None
        extent = self.parameterAsExtentGeometry(parameters, self.EXTENT, context, crs) if given else QgsGeometry()
        known = self._shapes(self._known, crs, extent, context, feedback)
        found = self._shapes(self._found, crs, extent, context, feedback)
        feedback.setProgress(30)

        def check() -> None:
            stop_where_cancelled(feedback)

        matched = match(found, known, self.parameterAsDouble(parameters, self.LEAST, context), check)
        feedback.setProgress(60)
        both, either = areas(found, known, check)
        feedback.setProgress(90)
        right = len(matched)
        precision, recall = ratio(right, len(found)), ratio(right, len(known))
        answers: Results = {
            "PRECISION": precision,
            "RECALL": recall,
            "F1": ratio(2 * precision * recall, precision + recall),
            "AREA_IOU": ratio(both, either),
            "FOUND_COUNT": len(found),
            "KNOWN_COUNT": len(known),
            "RIGHT_COUNT": right,
        }
        for name in ("PRECISION", "RECALL", "F1", "AREA_IOU"):
            feedback.pushInfo(f"{name}: {answers[name]:.3f}")
        if is_asked_for(parameters.get(self.OUTPUT), context):
            answers[self.OUTPUT] = self._write(parameters, context, crs, found, known, matched, check)
        return answers

    def _shapes(
        self, source: Any, crs: Any, extent: QgsGeometry, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> List[Shape]:
        """Return the polygons of `source` in `crs`, those whose middle lies within `extent` where there is one."""
        request = context_request(crs, context)
        bounded = not extent.isNull()
        shapes = []
        for feature in source.getFeatures(request):
            stop_where_cancelled(feedback)
            geometry = feature.geometry()
            if not geometry.isGeosValid():
                geometry = geometry.makeValid()
            area = geometry.area()
            if area > 0 and (not bounded or extent.contains(geometry.pointOnSurface())):
                shapes.append(Shape(geometry, area))
        return shapes

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: Any,
        found: List[Shape],
        known: List[Shape],
        matched: Dict[int, int],
        check: Callable[[], None],
    ) -> str:
        """Write each object with what it is, and return the layer's id."""
        fields = verdict_fields()
        kind = QgsWkbTypes.Type.MultiPolygon
        sink, destination = self.parameterAsSink(parameters, self.OUTPUT, context, fields, kind, crs)
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, self.OUTPUT))
        rows = [(shape, "right" if at in matched else "wrong") for at, shape in enumerate(found)]
        seen = set(matched.values())
        rows += [(shape, "missed") for at, shape in enumerate(known) if at not in seen]
        for shape, verdict in rows:
            check()
            feature = QgsFeature(fields)
            geometry = QgsGeometry(shape.geometry)
            geometry.convertToMultiType()
            feature.setGeometry(geometry)
            feature.setAttributes([verdict])
            sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
        return str(destination)


def verdict_fields() -> QgsFields:
    """Return the fields of the layer that comes out; a layer's definition makes them in every version of QGIS."""
    return QgsVectorLayer("Polygon?field=verdict:string(10)", "verdicts", "memory").fields()


def context_request(crs: Any, context: QgsProcessingContext) -> Any:
    """Return a request for features in `crs`."""
    request = QgsFeatureRequest()
    request.setDestinationCrs(crs, context.transformContext())
    return request
