"""Error and warning codes as sentences with a remedy, in the user's language, and where they are shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Mapping, Union

from qgis.core import Qgis, QgsMessageLog

from ..rrsis_core.errors import RrsisError
from ..rrsis_core.request import Notice
from .i18n import tr, translation_file

LOG_TAG = "RRSIS"
HERE = Path(__file__).resolve().parent
UNFINISHED = "unfinished"  # the detail that names a journal


class OwnNotice(Notice):
    """A notice of the plugin itself, whose message is in the user's language, as those of the worker are not."""


def sentences() -> dict[str, str]:
    """Return the translated sentence of every code; values follow it in brackets."""
    return {**_request_sentences(), **_machine_sentences(), **_training_sentences(), **_warning_sentences()}


def _request_sentences() -> dict[str, str]:
    return {
        "error": tr("Something went wrong. The message log has the details."),
        "request-invalid": tr("A setting has a value that cannot be used. Correct it and run again."),
        "phrase-invalid": tr(
            'A phrase is empty or too long. Describe in a few words what to find, as in "white cars".'
        ),
        "extent-invalid": tr("The extent is empty or not a rectangle. Draw it again, or search the whole layer."),
        "extent-outside": tr("The extent does not touch the raster. Move the map there, or search the whole layer."),
        "band-missing": tr("The raster lacks one of the bands asked for. Choose bands that it has."),
        "model-unknown": tr("There is no such model. Choose one from the list."),
        "raster-unreadable": tr("The raster cannot be read. Check that the file is there and opens in QGIS."),
        "raster-unsupported": tr("This kind of raster cannot be searched. Use imagery with one, three or more bands."),
        "raster-empty": tr("There are no pixels with data here. Choose another area or another layer."),
        "mask-unreadable": tr("The mask holds no readable polygon. Select polygons, or search without a mask."),
        "output-not-writable": tr("The results cannot be written there. Choose a folder that you may write to."),
        "output-locked": tr("The output file is in use. Remove its layers from the project, or choose another name."),
        "output-foreign": tr(
            "What lies there is no untouched result of a search and is not replaced. Choose another file, or tick"
            " “Replace the output whatever it holds”."
        ),
        "disk-full": tr("The disk is full. Make room, or write the results to another disk."),
        "too-many-tiles": tr("This area needs too many tiles of an online layer. Choose a smaller area or a file."),
        "layer-unsupported": tr("This layer cannot be read or rendered. Export it as a GeoTIFF and use that."),
        "cancelled": tr("Cancelled before anything was finished. Nothing was written."),
    }


def _machine_sentences() -> dict[str, str]:
    return {
        "weights-missing": tr("The model's weights are not on this machine. Fetch them, or choose the bundled model."),
        "weights-invalid": tr("The weight file is damaged or belongs to another model. Fetch it again."),
        "download-failed": tr("The download failed. Check the connection and the proxy settings, then try again."),
        "device-unavailable": tr("That processor is not available here. Choose “Automatic” or “CPU” as device."),
        "out-of-memory": tr("Memory ran out. Close other programs, choose a smaller area, or use the CPU."),
        "environment-missing": tr("The model's environment is not set up yet. Press “Set up” in the RRSIS panel."),
        "environment-broken": tr("The model's environment does not work. Set it up again in the RRSIS panel."),
        "worker-died": tr("The model's process ended unexpectedly. Run again, or try a smaller area or the CPU."),
        "worker-timeout": tr("The model's process does not answer. Run again; the message log has the details."),
        "protocol-mismatch": tr("The environment belongs to another version. Set it up again in the RRSIS panel."),
        "worker-failed": tr("This is a defect of the plugin. Please report it with the details from the message log."),
    }


def _training_sentences() -> dict[str, str]:
    return {
        "dataset-invalid": tr("The training data do not have the expected layout. Check the folder."),
        "config-invalid": tr("The training configuration has an unknown or mistyped setting. Correct it."),
        "training-failed": tr("The training cannot go on. Lower the learning rate, or check the data."),
        "dataset-unverified": tr("The data set could not be checked against its published description."),
        "sample-skipped": tr("A sample could not be read and was left out."),
    }


def _warning_sentences() -> dict[str, str]:
    return {
        "warning": tr("Something is unusual; the message log has the details."),
        "no-crs": tr("The raster has no coordinate reference system: areas and lengths rest on an assumed pixel size."),
        "single-band": tr("The raster has one band; the model sees it in shades of grey."),
        "pixels-too-coarse": tr("The pixels are coarser than the model knows; small objects will be missed."),
        "phrase-truncated": tr("A phrase is longer than the model reads; its end was ignored."),
        "words-unknown": tr("The model knows no word of a phrase. Write it in English, in common words."),
        "landmark-missing": tr("What the phrase measures from was not found; look for it alone, or name it otherwise."),
        "nothing-found": tr("Nothing was found. Lower the threshold, reword the phrase, or use finer imagery."),
        "tile-failed": tr("A part of the raster could not be read; there is no result there."),
        "stopped-early": tr("Cancelled; what was finished has been kept."),
        "output-beside": tr("The file could no longer be replaced; the results were written beside it."),
        "run-resumed": tr("The search that was cut off went on from the rows that it had finished."),
        "run-unfinished": tr("Beside the file lie finished rows of another search that was cut off."),
        "batch-reduced": tr("Memory ran short; the work went on in smaller steps."),
        "device-fallback": tr("The graphics processor could not be used; the CPU was used instead."),
        "grid-assumed": tr("Something about the raster was assumed; the message log has the details."),
    }


def _values(details: Mapping[str, Any]) -> str:
    values = [f"{name}: {value}" for name, value in details.items() if value not in (None, "") and name != UNFINISHED]
    return f" [{', '.join(values)}]" if values else ""


def _raised_here(problem: Union[RrsisError, Notice]) -> bool:
    """Return whether `problem` comes from the plugin, where all sentences are translated."""
    if isinstance(problem, OwnNotice):
        return True
    trace = getattr(problem, "__traceback__", None)
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and HERE in Path(trace.tb_frame.f_code.co_filename).resolve().parents


def explain(problem: Union[RrsisError, Notice]) -> str:
    """Return what is wrong and what to do about it.

    That is the problem's own sentence, the most exact one, in English and where the plugin itself said it; for what the
    core says, which speaks English alone, it is in other languages the sentence of its code and its values. Work that
    can be gone on with is named.
    """
    known = sentences()
    text = known.get(problem.code, known["error"]) + _values(problem.details)
    if problem.message and (translation_file() is None or problem.code not in known or _raised_here(problem)):
        text = problem.message
    kept = str(problem.details.get(UNFINISHED) or "")
    if kept and Path(kept).is_file():
        text += " " + tr("What was finished is kept in {file}: the same search goes on from there.").format(file=kept)
    return text


def log(text: str, level: Any = Qgis.MessageLevel.Info) -> None:
    """Write `text` to the RRSIS tab of QGIS's message log; safe from any thread."""
    QgsMessageLog.logMessage(text, LOG_TAG, level, notifyUser=False)


def log_problem(problem: Union[RrsisError, Notice]) -> None:
    """Write everything known about `problem` to the message log."""
    level = Qgis.MessageLevel.Critical if isinstance(problem, RrsisError) else Qgis.MessageLevel.Warning
    log(f"[{problem.code}] {problem.message}{_values(problem.details)}", level)
