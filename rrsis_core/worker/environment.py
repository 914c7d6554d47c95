"""Where the worker's Python is, and whether it works; nothing heavy is imported to find out."""

from __future__ import annotations

import hashlib
import json
import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Mapping, Optional

from ..errors import Cancelled, EnvironmentBroken, EnvironmentMissing
from ..folders import data_folder
from .process import Child, ending, scrubbed

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = Path(__file__).resolve().parent / "requirements.txt"
POLL_S = 0.1
STAMP = "rrsis-ready.json"  # written last, so that its presence means a whole environment
PROBE = """
import importlib, importlib.metadata, json, platform, sys
names = sys.argv[1:]
packages, broken, devices = {}, {}, ["cpu"]
for name in names:
    try:
        importlib.import_module(name)
        packages[name] = importlib.metadata.version({"PIL": "pillow"}.get(name, name))
    except Exception as error:
        broken[name] = f"{type(error).__name__}: {error}"[:300]
torch = sys.modules.get("torch")
if torch is not None:
    try:
        if torch.cuda.is_available():
            torch.zeros(8, device="cuda").add_(1).sum().item()
            devices += [f"cuda:{i} {torch.cuda.get_device_name(i)}" for i in range(torch.cuda.device_count())]
    except Exception as error:
        broken["cuda"] = f"{type(error).__name__}: {error}"[:300]
    if torch.backends.mps.is_available():
        devices.append("mps")
said = {"python": platform.python_version(), "packages": packages, "broken": broken, "devices": devices}
print("RRSIS" + json.dumps(said))
"""

GEO = ("rasterio", "shapely", "pyogrio", "pyproj")
NEEDED = ("torch", "timm", "transformers", "tokenizers", "safetensors", "lz4", "numpy", "PIL", "scipy", "tqdm", *GEO)


@dataclass(frozen=True)
class Probe:
    """What an interpreter says about itself.

    Attributes:
        python: Its version.
        packages: Version of each package that imports.
        broken: Reason for each package, or for "cuda", that does not.
        devices: Processors torch can use, "cpu" first.
    """

    python: str
    packages: dict[str, str] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    devices: tuple[str, ...] = ("cpu",)


def managed_folder(requirements: Path = REQUIREMENTS, environ: Optional[Mapping[str, str]] = None) -> Path:
    """Return where the environment for exactly these `requirements` belongs; others lie beside it, not in it."""
    digest = hashlib.sha256(requirements.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    return data_folder(environ) / f"env-{digest[:12]}"


def python_in(folder: Path) -> Path:
    """Return where the interpreter of the virtual environment `folder` is."""
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def is_ready(folder: Path) -> bool:
    """Say whether `folder` holds a finished environment whose interpreter still exists; a look, no start."""
    return (folder / STAMP).is_file() and python_in(folder).exists()


def find_python(
    setting: Optional[str] = None, *, root: Path = ROOT, environ: Optional[Mapping[str, str]] = None
) -> Path:
    """Return the interpreter that runs the worker: the setting's, RRSIS_PYTHON's, the managed one, a checkout's.

    Args:
        setting: An interpreter that the person chose, or the folder of its environment.
        root: The folder of the plugin or the checkout.
        environ: Variables; None: those of this process.

    Raises:
        EnvironmentMissing: There is none, or the chosen one does not exist.
    """
    variables = os.environ if environ is None else environ
    for source, chosen in (("the settings", setting), ("RRSIS_PYTHON", variables.get("RRSIS_PYTHON"))):
        if chosen:
            return _chosen(Path(os.path.expanduser(chosen)), source)
    managed = managed_folder(environ=variables)
    if is_ready(managed):
        return python_in(managed)
    checkout = python_in(root / ".venv")
    if checkout.exists():
        return checkout
    raise EnvironmentMissing(
        'The worker\'s Python environment is not set up yet. Press "Set up" in the RRSIS panel (View > Panels > RRSIS),'
        f" or run `make setup` in a checkout. It would be in {managed}.",
        folder=str(managed),
    )


def _chosen(path: Path, source: str) -> Path:
    python = python_in(path) if path.is_dir() else path
    if not python.is_file():
        raise EnvironmentMissing(
            f"There is no Python at {python}, which {source} names. Correct it, or leave it empty.",
            folder=str(path),
            source=source,
        )
    return python


def probe(
    python: Path,
    names: tuple[str, ...] = NEEDED,
    timeout_s: float = 300.0,
    cancelled: Callable[[], bool] = lambda: False,
) -> Probe:
    """Start `python`, import what the worker needs, run a sum on each kind of processor, and return what it says.

    Args:
        python: The interpreter.
        names: Packages that have to be there.
        timeout_s: How long its answer is waited for.
        cancelled: Asked ten times a second whether to stop.

    Raises:
        Cancelled: As asked.
        EnvironmentBroken: It does not start, does not answer in time, or crashes.
    """
    try:
        child = Child([str(python), "-I", "-c", PROBE, *names], env=scrubbed(os.environ))
    except OSError as error:
        raise _broken(python, str(error.strerror or error)) from error
    child.close_input()
    last = time.monotonic() + timeout_s
    while (code := child.exit_code(POLL_S)) is None and time.monotonic() < last and not cancelled():
        pass
    child.end()
    if code is None and cancelled():
        raise Cancelled("The look at the worker's environment was cancelled.")
    answers = [line[5:] for line in iter(child.lines.get, None) if line.startswith("RRSIS")]
    if code != 0 or not answers:
        reason = "it did not answer in time" if code is None else f"{ending(code)} {child.tail[-500:]}".strip()
        raise _broken(python, reason)
    said: dict[str, Any] = json.loads(answers[-1])
    return Probe(said["python"], said["packages"], said["broken"], tuple(said["devices"]))


def _broken(python: Path, reason: str) -> EnvironmentBroken:
    return EnvironmentBroken(
        f"The worker's Python {python} does not work: {reason}. Set the environment up anew.",
        python=str(python),
        reason=reason,
    )
