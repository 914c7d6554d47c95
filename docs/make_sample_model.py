"""Writes the sample model that ships, resources/toolbox/count_objects.model3, with QGIS's own classes.

QT_QPA_PLATFORM=offscreen .venv-qgis/bin/python docs/make_sample_model.py
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from qgis.analysis import QgsNativeAlgorithms
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QPointF

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "resources" / "toolbox" / "count_objects.model3"
DEFAULTS = {"MODEL": 0, "MIN_AREA": 1.0, "DEVICE": 0, "MAX_TILES": 400}
FIRST, SECOND, THIRD = 150.0, 450.0, 750.0  # middles of the columns of the drawing, some 200 wide


def main() -> None:
    """Write the model; its steps have to be known to QGIS."""
    spec = importlib.util.spec_from_file_location("rrsis", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    sys.modules["rrsis"] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    application = QgsApplication([], False)
    application.initQgis()
    QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms(QgsApplication.processingRegistry()))
    plugin = module.classFactory(None)
    plugin.initProcessing()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    if not build().toFile(str(TARGET)):
        raise SystemExit(f"{TARGET} could not be written.")
    print(TARGET)
    plugin.unload()


def build() -> QgsProcessingModelAlgorithm:
    """Return the model: find by phrase, take a point of each object, count the points in each polygon."""
    model = QgsProcessingModelAlgorithm("Count objects in polygons", "Examples")
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    number = QgsProcessingParameterNumber.Type.Double
    for row, parameter in enumerate(
        (
            QgsProcessingParameterRasterLayer("imagery", "Imagery"),
            QgsProcessingParameterString("phrases", "Phrases, one a line", "cars", True),
            QgsProcessingParameterNumber("threshold", "Threshold", number, 0.5, False, 0.01, 0.99),
            QgsProcessingParameterFeatureSource("zones", "Polygons in which objects are counted", polygons),
        )
    ):
        component = QgsProcessingModelParameter(parameter.name())
        component.setPosition(QPointF(FIRST, 60 + 90 * row))
        model.addModelParameter(parameter, component)
    source = QgsProcessingModelChildParameterSource
    find = {
        "INPUT": source.fromModelParameter("imagery"),
        "PHRASES": source.fromModelParameter("phrases"),
        "THRESHOLD": source.fromModelParameter("threshold"),
        **{name: source.fromStaticValue(value) for name, value in DEFAULTS.items()},
        "MASK": source.fromModelParameter("zones"),
        "OUTPUT": source.fromStaticValue("TEMPORARY_OUTPUT"),
        "MERGED": source.fromStaticValue("TEMPORARY_OUTPUT"),
    }
    add(model, "find", "rrsis:segmentbyphrase", find, QPointF(SECOND, 60), "Find by phrase")
    point = {"INPUT": source.fromChildOutput("find", "MERGED"), "ALL_PARTS": source.fromStaticValue(False)}
    add(model, "points", "native:pointonsurface", point, QPointF(SECOND, 180), "A point of each object")
    count = {
        "POLYGONS": source.fromModelParameter("zones"),
        "POINTS": source.fromChildOutput("points", "OUTPUT"),
        "FIELD": source.fromStaticValue("objects"),
    }
    last = add(model, "count", "native:countpointsinpolygon", count, QPointF(THIRD, 120), "Count")
    output = QgsProcessingModelOutput("counted", "Polygons with the number of objects")
    output.setChildId("count")
    output.setChildOutputName("OUTPUT")
    output.setPosition(QPointF(THIRD, 240))
    last.setModelOutputs({"counted": output})
    model.setChildAlgorithm(last)
    model.setHelpContent(
        {
            "ALG_DESC": "Finds what phrases describe and counts it in each polygon. Open it in the model designer and"
            ' change it: it is an example.\n\nqgis_process run "rrsis:Count objects in polygons" --'
            " imagery=ortho.tif phrases=cars zones=parks.gpkg count:counted=counted.gpkg"
        }
    )
    return model


def add(
    model: QgsProcessingModelAlgorithm, name: str, algorithm: str, values: dict, place: QPointF, title: str
) -> QgsProcessingModelChildAlgorithm:
    """Add a step with these values for its parameters, and return it."""
    child = QgsProcessingModelChildAlgorithm(algorithm)
    child.setChildId(name)
    child.setDescription(title)
    child.setPosition(place)
    for parameter, value in values.items():
        child.addParameterSources(parameter, [value])
    model.addChildAlgorithm(child)
    return child


if __name__ == "__main__":
    main()
