"""Every error and warning of the project, each with a stable code that the plugin translates.

A message names the value, the place and the remedy. `details` holds the values alone, so that a sentence in another
language can be made from `code` and `details`; they cross the wall between the processes as JSON.
"""

from __future__ import annotations

import warnings
from typing import ClassVar, Union

Detail = Union[str, int, float, bool, None]


_LONGEST = 600  # letters of a foreign error that a message of ours repeats: two long paths, but no file


class RrsisError(Exception):
    """The root of all errors that a person can do something about.

    Args:
        message: One English sentence or two: what is wrong, with which value, where, and the remedy.
        **details: The values in the message by name, JSON scalars, for translation.
    """

    code: ClassVar[str] = "error"

    def __init__(self, message: str, **details: Detail) -> None:
        super().__init__(message)
        self.message = message
        self.details = details

    def __str__(self) -> str:
        """Return the message alone, also for the errors that inherit from KeyError or OSError."""
        return self.message


def reason_of(error: Exception) -> str:
    """Return what `error` says in a few words, with its kind, for a message of ours.

    Of bytes that are no text its repr would hold the whole file.
    """
    said = f"{type(error).__name__}: {error}"
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]} …"


class RequestInvalid(RrsisError, ValueError):
    """A request holds a value that cannot be worked with."""

    code = "request-invalid"


class PhraseInvalid(RequestInvalid):
    """A phrase is empty or too long."""

    code = "phrase-invalid"


class ExtentInvalid(RequestInvalid):
    """An extent is empty, reversed or not four finite numbers."""

    code = "extent-invalid"


class ExtentOutside(RequestInvalid):
    """The extent or mask asked for does not touch the raster."""

    code = "extent-outside"


class BandMissing(RequestInvalid):
    """A band was asked for that the raster lacks."""

    code = "band-missing"


class ModelUnknown(RrsisError, LookupError):
    """No model of that name stands in the catalogue."""

    code = "model-unknown"


class RasterUnreadable(RrsisError, OSError):
    """A raster is missing, corrupt, or of a kind GDAL cannot read."""

    code = "raster-unreadable"


class RasterUnsupported(RrsisError, ValueError):
    """A raster opens, but a model of RGB imagery can do nothing with it (two bands, complex numbers, …)."""

    code = "raster-unsupported"


class RasterEmpty(RrsisError, ValueError):
    """The area asked for holds nothing but nodata."""

    code = "raster-empty"


class MaskUnreadable(RrsisError, OSError):
    """A mask layer is missing, unreadable, or holds no polygon."""

    code = "mask-unreadable"


class OutputNotWritable(RrsisError, OSError):
    """The place for the results is missing, read-only, or of an unknown format."""

    code = "output-not-writable"


class OutputLocked(OutputNotWritable):
    """The output file is open in another program."""

    code = "output-locked"


class OutputForeign(OutputNotWritable):
    """What lies at the output's place is no untouched result of an earlier run, and would be lost."""

    code = "output-foreign"


class DiskFull(OutputNotWritable):
    """The disk ran out of room while results were written."""

    code = "disk-full"


class WeightsMissing(RrsisError, FileNotFoundError):
    """A model's weights or vocabulary are not on this machine."""

    code = "weights-missing"


class WeightsInvalid(RrsisError, ValueError):
    """A weight file is corrupt, hostile, or belongs to another model."""

    code = "weights-invalid"


class DownloadFailed(RrsisError, OSError):
    """A download did not end with the file that was promised."""

    code = "download-failed"


class DeviceUnavailable(RrsisError, RuntimeError):
    """The processor that was asked for is not there or does not work."""

    code = "device-unavailable"


class OutOfMemory(RrsisError, MemoryError):
    """Memory ran out, also with one tile at a time."""

    code = "out-of-memory"


class TooManyTiles(RrsisError, ValueError):
    """A layer that is no file would need more tiles than may be fetched."""

    code = "too-many-tiles"


class LayerUnsupported(RrsisError, ValueError):
    """A layer of the project cannot be read or rendered."""

    code = "layer-unsupported"


class DatasetInvalid(RrsisError, ValueError):
    """A data set's files do not have the layout that its reader expects."""

    code = "dataset-invalid"


class ConfigInvalid(RrsisError, ValueError):
    """A training configuration holds an unknown or mistyped key."""

    code = "config-invalid"


class TrainingFailed(RrsisError, RuntimeError):
    """A training cannot go on (NaN loss, too many unreadable images, …)."""

    code = "training-failed"


class EnvironmentMissing(RrsisError, RuntimeError):
    """The worker's Python environment is not set up."""

    code = "environment-missing"


class EnvironmentBroken(RrsisError, RuntimeError):
    """The worker's environment is there but does not work, or could not be built."""

    code = "environment-broken"


class WorkerDied(RrsisError, RuntimeError):
    """The worker process ended without an answer."""

    code = "worker-died"


class WorkerTimeout(RrsisError, RuntimeError):
    """The worker process did not answer in time."""

    code = "worker-timeout"


class ProtocolMismatch(RrsisError, ValueError):
    """A line between the processes is not a message of this version."""

    code = "protocol-mismatch"


class Cancelled(RrsisError, RuntimeError):
    """The run was cancelled before anything was finished."""

    code = "cancelled"


class WorkerFailed(RrsisError, RuntimeError):
    """The worker met an error of its own: a defect of this program."""

    code = "worker-failed"


class RrsisWarning(UserWarning):
    """The root of all warnings; like an error it has a code, a message and details.

    Args:
        message: What is unusual, with which value, and what was done about it.
        **details: The values in the message by name, JSON scalars.
    """

    code: ClassVar[str] = "warning"

    def __init__(self, message: str, **details: Detail) -> None:
        super().__init__(message)
        self.message = message
        self.details = details


class NoCrs(RrsisWarning):
    """The raster has no CRS: lengths and areas are those of the assumed pixel size."""

    code = "no-crs"


class SingleBand(RrsisWarning):
    """The raster has one band, shown to the model as grey."""

    code = "single-band"


class PixelsTooCoarse(RrsisWarning):
    """The raster's pixels are coarser than the model was trained for."""

    code = "pixels-too-coarse"


class PhraseTruncated(RrsisWarning):
    """A phrase is longer than the model reads; its end was ignored."""

    code = "phrase-truncated"


class WordsUnknown(RrsisWarning):
    """A phrase holds no letter that the model's vocabulary knows."""

    code = "words-unknown"


class LandmarkMissing(RrsisWarning):
    """What a phrase measures from ("within 50 m of the river") was not found in the area."""

    code = "landmark-missing"


class NothingFound(RrsisWarning):
    """No pixel reached the threshold; the layer is empty."""

    code = "nothing-found"


class TileFailed(RrsisWarning):
    """A tile could not be read; its place holds no result."""

    code = "tile-failed"


class StoppedEarly(RrsisWarning):
    """The run was cancelled; what was finished has been written."""

    code = "stopped-early"


class OutputBeside(RrsisWarning):
    """The result was written beside the output that was asked for, since that could no longer be replaced."""

    code = "output-beside"


class RunResumed(RrsisWarning):
    """Rows that an earlier run of the same question had finished were taken up."""

    code = "run-resumed"


class RunUnfinished(RrsisWarning):
    """Beside the output lie rows of another run that was cut off."""

    code = "run-unfinished"


class BatchReduced(RrsisWarning):
    """Memory ran out and the batch was made smaller."""

    code = "batch-reduced"


class DeviceFallback(RrsisWarning):
    """The graphics processor could not be used; the work went on without it."""

    code = "device-fallback"


class DatasetUnverified(RrsisWarning):
    """A data set's layout or counts could not be checked against a published source."""

    code = "dataset-unverified"


class SampleSkipped(RrsisWarning):
    """A sample of a data set could not be read and was left out."""

    code = "sample-skipped"


class GridAssumed(RrsisWarning):
    """Something about the raster's place or values was assumed, as the message says."""

    code = "grid-assumed"


def _subclasses(root: type) -> list[type]:
    found: list[type] = [root]
    children: list[type] = root.__subclasses__()
    for child in children:
        found += _subclasses(child)
    return found


def error_from_code(code: str, message: str, details: dict[str, Detail]) -> RrsisError:
    """Return the error that `code` names, as raised on the other side of the wall; unknown codes give the root."""
    for kind in _subclasses(RrsisError):
        if kind.__dict__.get("code") == code:
            return kind(message, **details)  # type: ignore[no-any-return]
    return RrsisError(message, **details)


def codes() -> dict[str, type]:
    """Return every error and warning class by its code."""
    return {kind.__dict__["code"]: kind for root in (RrsisError, RrsisWarning) for kind in _subclasses(root)}


def warn(warning: RrsisWarning) -> None:
    """Issue `warning` at the caller's caller; the corridor collects them into the result."""
    warnings.warn(warning, stacklevel=3)
