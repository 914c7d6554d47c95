"""Which data sets there are, how a folder is recognised as one of them, and where named ones are looked for."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..errors import DatasetInvalid
from .base import Dataset
from .nwpu_refer import is_nwpu_refer, open_nwpu_refer
from .own import is_own, open_own
from .refsegrs import is_refsegrs, open_refsegrs
from .risbench import is_risbench, open_risbench
from .rislad import is_rislad, open_rislad
from .rrsisd import is_rrsisd, open_rrsisd
from .scenes import open_objects, open_scenes, read_holdout
from .uavris import is_uavid_ris, is_vdd_ris, open_uavid_ris, open_vdd_ris
from .vrsbench import is_vrsbench, open_vrsbench

ROOT_VARIABLE = "RRSIS_DATA"
_HOLDOUT = Path(__file__).resolve().parents[2] / "train" / "holdout.json"


@dataclass(frozen=True)
class Reader:
    """A published data set that can be read.

    Args:
        name: As the command line has it, and as its folder is called below the root of all data sets.
        open: Makes the data set from its folder.
        recognise: Whether a folder has its layout.
    """

    name: str
    open: Callable[[Path], Dataset]
    recognise: Callable[[Path], bool]


def _holdout(root: Path) -> dict[str, list[str]] | None:
    """Return the places held out from training, where the project's own list is at hand."""
    return read_holdout(_HOLDOUT) if _HOLDOUT.is_file() else None


READERS = {
    reader.name: reader
    for reader in (
        Reader("scenes", lambda root: open_scenes(root, _holdout(root)), lambda root: (root / "scenes").is_dir()),
        Reader(
            "ucm-objects", lambda root: open_objects(root, _holdout(root)), lambda root: (root / "ucm_objects").is_dir()
        ),
        Reader("refsegrs", open_refsegrs, is_refsegrs),
        Reader("rrsisd", open_rrsisd, is_rrsisd),
        Reader("uavid-ris", open_uavid_ris, is_uavid_ris),
        Reader("vdd-ris", open_vdd_ris, is_vdd_ris),
        Reader("rislad", open_rislad, is_rislad),
        Reader("risbench", open_risbench, is_risbench),
        Reader("vrsbench", open_vrsbench, is_vrsbench),
        Reader("nwpu-refer", open_nwpu_refer, is_nwpu_refer),
    )
}


def data_root() -> Path | None:
    """Return the folder that holds the published data sets by name, from the environment, or None."""
    value = os.environ.get(ROOT_VARIABLE)
    return Path(value) if value else None


def open_dataset(data: str, *, truths_wanted: bool = True) -> Dataset:
    """Open a data set.

    Args:
        data: A folder, recognised by its layout; NAME=FOLDER; or the name of a published one below the data root.
        truths_wanted: Whether phrases of one's own data must have a truth.

    Raises:
        DatasetInvalid: There is no such folder or name, or its files are wrong.
    """
    name, mark, folder = data.partition("=")
    if mark and name in READERS:
        return _checked(READERS[name], Path(folder))
    path = Path(data)
    if path.is_dir():
        return _recognised(path, truths_wanted)
    if data in READERS:
        return _checked(READERS[data], _folder_of(data))
    near = difflib.get_close_matches(data, READERS, n=1)
    hint = f' Did you mean "{near[0]}"?' if near else ""
    raise DatasetInvalid(
        f'"{data}" is neither a folder nor the name of a data set ({", ".join(sorted(READERS))}).{hint}', data=data
    )


def _folder_of(name: str) -> Path:
    root = data_root()
    if root is None:
        raise DatasetInvalid(
            f"Where is {name}? Write {name}=FOLDER, or set {ROOT_VARIABLE} to the folder that holds {name}/.", data=name
        )
    return root / name if (root / name).is_dir() and not READERS[name].recognise(root) else root


def _recognised(path: Path, truths_wanted: bool) -> Dataset:
    if is_own(path):
        return open_own(path, truths_wanted=truths_wanted)
    for reader in READERS.values():
        if reader.recognise(path):
            return _checked(reader, path)
    raise DatasetInvalid(
        f"{path} has no phrases.jsonl and is laid out like none of {', '.join(sorted(READERS))}: add phrases.jsonl, "
        "one JSON object a line, or name the data set as NAME=FOLDER.",
        path=str(path),
    )


def _checked(reader: Reader, folder: Path) -> Dataset:
    if not folder.is_dir():
        raise DatasetInvalid(f"{folder} is not a folder: where is {reader.name}?", path=str(folder))
    dataset = reader.open(folder)
    dataset.check_counts()
    return dataset
