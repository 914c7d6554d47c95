"""What the benchmarks share: where the imagery is, who runs, memory of a process, and the table of results."""

from __future__ import annotations

import csv
import os
import platform
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FIELDS = ("bench", "measure", "value", "unit", "note")


def shared_file(name: str) -> Path:
    """A file of the shared imagery, which lies at RRSIS_SHARED or beside the project.

    Raises:
        SystemExit: It is not there.
    """
    root = Path(os.environ.get("RRSIS_SHARED") or ROOT.parent / "shared")
    path = root / "data" / name
    if not path.exists():
        raise SystemExit(f"{path} is missing: name the folder of the shared imagery in RRSIS_SHARED.")
    return path


def commit() -> str:
    """Short name of the commit that is measured, with a + when files are changed."""
    command = ["git", "-C", str(ROOT), "describe", "--always", "--abbrev=7", "--exclude=*", "--dirty=+"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip() or "unknown"


def hardware() -> str:
    """Processor, number of cores, and graphics card if any, as part of a file name."""
    name = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        found = re.search(r"model name\s*:\s*(.+)", cpuinfo.read_text(encoding="utf-8"))
        name = found.group(1) if found else name
    torch = sys.modules.get("torch")
    card = f"-{torch.cuda.get_device_name(0)}" if torch is not None and torch.cuda.is_available() else ""
    slug = re.sub(r"[^A-Za-z0-9]+", "-", re.sub(r"\(R\)|\(TM\)|CPU|Processor|@.*", "", name) + card).strip("-")
    return f"{slug}-{os.cpu_count()}cores".lower()


class Table:
    """Measured values, printed as they come and added to bench/results/<date>-<commit>-<hardware>.csv."""

    def __init__(self, bench: str, folder: Path = ROOT / "bench" / "results") -> None:
        self.bench = bench
        self.path = folder / f"{date.today():%Y-%m-%d}-{commit().rstrip('+')}-{hardware()}.csv"

    def add(self, measure: str, value: float, unit: str, note: str = "") -> None:
        """Print and store one value."""
        print(f"{measure:44} {value:12.4g} {unit:10} {note}", flush=True)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        new = not self.path.exists()
        with self.path.open("a", newline="", encoding="utf-8") as out:
            rows = csv.writer(out)
            if new:
                rows.writerow(FIELDS)
            rows.writerow((self.bench, measure, f"{value:.6g}", unit, note))


def reset_peak(pid: int) -> None:
    """Forget the highest memory of a process of ours (Linux)."""
    Path(f"/proc/{pid}/clear_refs").write_text("5", encoding="ascii")


def peak_mb(pid: int) -> float:
    """Highest resident memory of a process since its start or `reset_peak`, MB of 10⁶ bytes (Linux)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    found = re.search(r"VmHWM:\s*(\d+) kB", status)
    return int(found.group(1)) * 1024 / 1e6 if found else float("nan")


def cpu_s(pid: int) -> float:
    """Processor seconds that a process has used, all its threads together (Linux).

    On a machine that is busy with other work this says more than the clock.
    """
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
