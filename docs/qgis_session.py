"""Starts the real QGIS in a profile of its own, on a screen of its own, and runs a script in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = """
[PythonPlugins]
rrsis=true
processing=true

[app]
projections\\defaultProjectCrs=EPSG:4326

[qgis]
checkVersion=false
newsFeed=false
showTips=false

[UI]
recentProjects=
"""


def run_in_qgis(
    script: Path, *, size: str = "1500x940", variables: dict[str, str] | None = None, limit_s: float = 600.0
) -> int:
    """Run `script` inside QGIS under Xvfb, with this checkout as the plugin `rrsis`; return QGIS's exit status.

    The script is run under the name "inside" and has to end QGIS by `leave`.
    """
    with tempfile.TemporaryDirectory(prefix="rrsis-qgis-") as folder:
        home = Path(folder)
        profile = home / "profiles" / "default" / "QGIS"
        profile.mkdir(parents=True)
        (profile / "QGIS3.ini").write_text(SETTINGS, encoding="utf-8")
        plugins = home / "plugins"
        plugins.mkdir()
        (plugins / "rrsis").symlink_to(ROOT)
        runtime = home / "runtime"
        runtime.mkdir(mode=0o700)
        environment = {
            **os.environ,
            "QGIS_PLUGINPATH": str(plugins),
            "XDG_RUNTIME_DIR": str(runtime),
            "RRSIS_PYTHON": os.environ.get("RRSIS_PYTHON", str(ROOT / ".venv" / "bin" / "python")),
            "RRSIS_HOME": str(ROOT / "build" / "qgis-session"),
            "QT_QPA_PLATFORM": "xcb",
            **(variables or {}),
        }
        qgis = shutil.which("qgis.bin") or shutil.which("qgis") or "qgis"
        command = ["xvfb-run", "-a", "-s", f"-screen 0 {size}x24", qgis, "--nologo", "--noversioncheck"]
        start = home / "start.py"  # QGIS runs a file's text alone, which then knows neither its name nor its folder
        lines = (
            "import runpy, sys",
            f"sys.path.insert(0, {str(ROOT / 'docs')!r})",
            f"runpy.run_path({str(script)!r}, run_name='inside')",
        )
        start.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command += ["--profiles-path", str(home), "--code", str(start)]
        return subprocess.run(command, env=environment, check=False, timeout=limit_s).returncode


def plugin(toy: bool = False) -> Any:
    """Return the plugin that runs in this QGIS, with the tests' worker instead of its own where `toy`."""
    from qgis.utils import plugins

    found = plugins["rrsis"]
    if toy:
        found.client._root, found.client._module = ROOT / "tests" / "plugin", "toy_worker"
    return found


def leave(status: int) -> None:
    """End this QGIS without a question."""
    plugin().unload()
    os._exit(status)


def guarded(step: Callable[..., None]) -> Callable[..., None]:
    """Return `step` such that an error in it ends QGIS instead of waiting for a person."""

    def run(*arguments: object) -> None:
        try:
            step(*arguments)
        except Exception:
            traceback.print_exc()
            leave(1)

    return run
