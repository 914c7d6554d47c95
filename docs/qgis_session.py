"""Starts the real QGIS in a profile of its own, on a screen of its own, and runs a script in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

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


def run_in_qgis(script: Path, *, size: str = "1500x940", variables: dict[str, str] | None = None, limit_s: float = 600.0) -> int:
    """Run `script` inside QGIS under Xvfb, with this checkout as the plugin `rrsis`; return QGIS's exit status.

    The script is run under the name "inside" and has to end QGIS by itself.
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
            "RRSIS_HOME": str(home / "data"),
            "QT_QPA_PLATFORM": "xcb",
            **(variables or {}),
        }
        qgis = shutil.which("qgis.bin") or shutil.which("qgis") or "qgis"
        command = ["xvfb-run", "-a", "-s", f"-screen 0 {size}x24", qgis, "--nologo", "--noversioncheck"]
        start = home / "start.py"  # QGIS runs a file's text alone, which then knows neither its name nor its folder
        start.write_text(f"import runpy\nrunpy.run_path({str(script)!r}, run_name='inside')\n", encoding="utf-8")
        command += ["--profiles-path", str(home), "--code", str(start)]
        return subprocess.run(command, env=environment, check=False, timeout=limit_s).returncode
