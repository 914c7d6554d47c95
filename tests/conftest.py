"""What all tests share: the root mounted as the plugin package `rrsis`, and the folders of real imagery."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest

try:
    import hypothesis
except ImportError:  # QGIS's environment runs no property tests
    hypothesis = None

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("RRSIS_SHARED", ROOT.parent / "shared"))

# Few threads: several tests run models, and a machine with two cores thrashes with more.
os.environ.setdefault("OMP_NUM_THREADS", "2")


if hypothesis is not None:
    # Machines are shared, so no example has a deadline. What a landing is judged by does not roll dice.
    hypothesis.settings.register_profile("here", deadline=None)
    hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
    hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")


def _mount_plugin() -> None:
    """Make the checkout importable as `rrsis`, as QGIS does with the plugin's folder, whatever the folder is called."""
    spec = importlib.util.spec_from_file_location("rrsis", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    module = importlib.util.module_from_spec(spec)
    sys.modules["rrsis"] = module
    spec.loader.exec_module(module)


if "rrsis" not in sys.modules:
    _mount_plugin()
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))


def _shared(name: str) -> Path:
    """Return a folder of the shared imagery; skip where there is none, fail where only a part of it is there."""
    if not SHARED.is_dir():
        pytest.skip(f"no shared imagery at {SHARED}; set RRSIS_SHARED to the folder that holds it")
    folder = SHARED / name
    if not folder.is_dir():
        pytest.fail(f"{SHARED} is there but {folder} is not")
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real imagery with labels."""
    return _shared("data")


@pytest.fixture(scope="session")
def shared_rasters(shared_data: Path) -> Path:
    """The folder of rasters of every kind, for running and never for training."""
    return shared_data / "rasters"
