"""What all algorithms of the provider share: names, help and the worker."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Any, Dict, Optional, Tuple

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QLocale

from ...rrsis_core.catalog import DEFAULT_MODEL
from ...rrsis_core.errors import ExtentInvalid, RrsisError
from ...rrsis_core.own_models import all_cards, find_card
from ...rrsis_core.request import Notice, SegmentResult
from ...rrsis_core.worker.client import WorkerClient
from ...rrsis_core.worker.protocol import Progress
from ..help import help_url
from ..i18n import tr
from ..messages import explain, log_problem
from ..model_panel import size_text
from ..wording import model_title

MODEL_NAME = "MODEL_NAME"
OVERWRITE = "OVERWRITE"


class RrsisAlgorithm(QgsProcessingAlgorithm):
    """An algorithm that asks the worker; safe to run in any thread.

    Args:
        client: The worker that all algorithms and the dock share.
    """

    def __init__(self, client: WorkerClient) -> None:
        super().__init__()
        self.client = client
        self._models: Tuple[str, ...] = ()

    def createInstance(self) -> RrsisAlgorithm:
        """Return a fresh copy, as Processing wants one a run."""
        return type(self)(self.client)

    def group(self) -> str:
        """Return the group's title."""
        return tr("Imagery")

    def groupId(self) -> str:
        """Return the group's id."""
        return "imagery"

    def help_text(self) -> str:
        """Return the help as HTML, in the user's language."""
        raise NotImplementedError

    def shortHelpString(self) -> str:
        """Return the help, plain in a terminal, else outside of the paragraph that QGIS lays around it in grey."""
        if QgsApplication.platform() == "qgis_process":
            return plain(self.help_text())
        return "</p>" + self.help_text().replace("<p>", "<div>").replace("</p>", "<br></div>")

    def helpUrl(self) -> str:
        """Return the page of the Help button; without one QGIS opens a page of its own that is not there."""
        return str(help_url("toolbox").toString())

    def model_parameter(self, name: str) -> QgsProcessingParameterEnum:
        """Return the choice among the models of the catalogue and those of one's own that there are now."""
        cards = all_cards()
        self._models = tuple(cards)
        titles = [model_title(card.title) for card in cards.values()]
        return QgsProcessingParameterEnum(name, tr("Model"), titles, defaultValue=self._models.index(DEFAULT_MODEL))

    def add_model_name(self) -> None:
        """Add the choice of a model by name, which does not change when others come."""
        self.add_advanced(QgsProcessingParameterString(MODEL_NAME, tr("Model by name, instead"), optional=True))

    def add_overwrite(self) -> None:
        """Add the choice to replace what would otherwise stay at an output."""
        title = tr("Replace the output whatever it holds")
        # optional, so that models made before it was there stay valid
        self.add_advanced(QgsProcessingParameterBoolean(OVERWRITE, title, defaultValue=False, optional=True))

    def model_of(self, parameters: Dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """Return the name of the model that was chosen."""
        typed = self.parameterAsString(parameters, MODEL_NAME, context).strip()
        try:
            return find_card(typed).name if typed else self._models[self.parameterAsEnum(parameters, name, context)]
        except RrsisError as error:
            raise as_processing_error(error) from error

    def extent_of(
        self, parameters: Dict[str, Any], name: str, context: QgsProcessingContext, crs: QgsCoordinateReferenceSystem
    ) -> Optional[QgsRectangle]:
        """Return the extent that was given, in `crs`; None where none was.

        Raises:
            QgsProcessingException: It is empty or has no place in `crs`: all of the layer would be taken instead.
        """
        value = parameters.get(name)
        if value in (None, ""):
            return None
        extent = self.parameterAsExtent(parameters, name, context, crs)
        if extent.isEmpty():
            text = tr(
                'The extent "{extent}" is empty or has no place in the layer\'s coordinate system. Choose another, or'
                " leave it empty for the whole layer."
            )
            raise as_processing_error(ExtentInvalid(text.format(extent=value)))
        return extent

    def add_advanced(self, parameter: QgsProcessingParameterDefinition) -> None:
        """Add `parameter` below “Advanced parameters”."""
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)


def file_name(title: str, also: str) -> str:
    """Return `title` for a name of a file: letters, digits and `also`, the rest as "_".

    Marks that belong to letters stay: in Nepali they are the vowels.
    """
    return "".join(c if c.isalnum() or c in also or unicodedata.category(c).startswith("M") else "_" for c in title)


def plain(text: str) -> str:
    """Return help of HTML as lines for a terminal."""
    lines = re.sub("</?(p|ul|br)>", "\n", text.replace("<li>", "\n- "))
    return re.sub("\n{2,}", "\n", html.unescape(re.sub("<[^<>]+>", "", lines))).strip()


class Reporter:
    """Hands progress and warnings of the worker on to Processing.

    Args:
        feedback: Where they go; None: nowhere.
    """

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self._stage = ""
        self._percent = -1

    def __call__(self, progress: Progress) -> None:
        """Show `progress`."""
        if progress.stage != self._stage:
            self._stage = progress.stage
            self._percent = -1
            self._feedback.pushDebugInfo(stage_title(progress.stage))
        if progress.total:
            self._feedback.setProgress(100.0 * progress.fraction)
            percent = int(100.0 * progress.fraction)
            if percent != self._percent:  # each text is a line of the log, and a download has one for every megabyte
                self._percent = percent
                self._feedback.setProgressText(progress_text(progress))


def stage_title(stage: str) -> str:
    """Return what a stage of the worker is called."""
    titles = {
        "fetch": tr("Fetching the imagery"),
        "download": tr("Downloading the weights"),
        "convert": tr("Reading the weights"),
        "launch": tr("Starting the model's process"),
        "start": tr("Starting"),
        "load": tr("Loading the model"),
        "open": tr("Opening the raster"),
        "predict": tr("Searching"),
        "read": tr("Reading the samples"),
        "train": tr("Learning"),
        "evaluate": tr("Measuring"),
        "polygons": tr("Making polygons"),
        "write": tr("Writing the results"),
        "keep": tr("Writing to the project's file"),
    }
    return titles.get(stage, stage or tr("Starting"))


def progress_text(progress: Progress) -> str:
    """Return "Tile 3 of 12 · 2.1 tiles/s · 4 s left", as much of it as is known; of a download "3 MB of 12 MB"."""
    if progress.stage == "download":
        return tr("{done} of {total}").format(done=size_text(progress.done), total=size_text(progress.total))
    titles = {
        "train": tr("Step {done} of {total}"),
        "read": tr("Image {done} of {total}"),
        "evaluate": tr("Image {done} of {total}"),
    }
    title = titles.get(progress.stage) or tr("Tile {done} of {total}")
    parts = [title.format(done=progress.done, total=progress.total)]
    if progress.rate and progress.stage not in titles:
        parts.append(tr("{rate:.1f} tiles/s").format(rate=progress.rate))
    if progress.eta_s is not None:
        parts.append(tr("{time} left").format(time=duration(progress.eta_s)))
    return " · ".join(parts)


def duration(seconds: float) -> str:
    """Return "8 s", "3 min" or "2 h 5 min"."""
    whole = round(seconds)
    if whole < 90:
        return tr("{n} s").format(n=whole)
    minutes = (whole + 30) // 60
    if minutes < 90:
        return tr("{n} min").format(n=minutes)
    return tr("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)


def exact_duration(seconds: float) -> str:
    """Return a duration that is over, with tenths where it was short: "0.4 s"."""
    return tr("{n} s").format(n=QLocale().toString(seconds, "f", 1)) if seconds < 9.95 else duration(seconds)


def push_notices(feedback: QgsProcessingFeedback, notices: Any) -> None:
    """Show warnings of a run."""
    for notice in notices:
        log_problem(notice)
        feedback.pushWarning(explain(notice))


def push_outcome(feedback: QgsProcessingFeedback, result: SegmentResult) -> None:
    """Show the warnings of a run, and where its part lies where it was cancelled: QGIS then loads nothing."""
    push_notices(feedback, result.notices)
    if not result.complete or feedback.isCanceled():  # a cancel while the whole is written loses nothing
        feedback.pushInfo(tr("What was finished lies in {file}.").format(file=result.output))


def stop_where_cancelled(feedback: QgsProcessingFeedback) -> None:
    """Raise what ends an algorithm, where the person has cancelled it."""
    if feedback.isCanceled():
        raise QgsProcessingException(tr("Cancelled."))


def as_processing_error(error: RrsisError) -> QgsProcessingException:
    """Return `error` as Processing wants it, with everything known about it in the log."""
    log_problem(error)
    return QgsProcessingException(explain(error))


def notice_of(error: RrsisError) -> Notice:
    """Return `error` as a warning."""
    return Notice(error.code, error.message, dict(error.details))


Results = Dict[str, Any]
