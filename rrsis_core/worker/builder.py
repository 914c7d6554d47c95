"""Builds the worker's environment with uv: aside, checked, then moved to its place as a whole."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import queue
import re
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Callable, Iterator, Optional, Sequence

from ..errors import Cancelled, EnvironmentBroken
from ..folders import data_folder
from .causes import cause_of, reason_in
from .downloads import Downloads, cache_folder
from .environment import NEEDED, REQUIREMENTS, STAMP, is_ready, managed_folder, probe, python_in
from .process import Child, ending, scrubbed

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PYTHON_WANTED = ">=3.11,<3.15"  # what all pinned wheels exist for
PYTHON_FETCHED = "3.12"
UV_OLDEST = (0, 8)  # the first minor version of which all options used here are known
UV_WANTED = "uv>=0.8,<1"
SIZE_CPU_BYTES = 1_600_000_000  # measured: torch for CPUs 0.8 GB unpacked, the rest 0.6 GB
SIZE_GPU_BYTES = 5_600_000_000  # measured: torch 1.1, CUDA libraries 2.7, Triton 0.7, the rest 0.6 GB
# How a person's network is reached; the other PIP_ variables would lead the installation elsewhere.
NETWORK = ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS", "PIP_CERT", "PIP_PROXY", "PIP_TRUSTED_HOST")


@dataclass(frozen=True)
class BuildProgress:
    """How far a build is.

    Attributes:
        stage: "prepare", "uv", "python", "install", "check" or "done".
        fraction: Share done of all, 0 to 1, never falling.
        text: What happens now, as uv says it.
        done_bytes: Of the downloads, roughly.
        total_bytes: Of the downloads; 0 while nobody knows.
    """

    stage: str
    fraction: float
    text: str
    done_bytes: int = 0
    total_bytes: int = 0


Report = Callable[[BuildProgress], None]
IsCancelled = Callable[[], bool]
SHARES = {
    "prepare": (0.0, 0.01),
    "uv": (0.01, 0.05),
    "python": (0.05, 0.1),
    "install": (0.1, 0.95),
    "check": (0.95, 1.0),
}


def has_nvidia() -> bool:
    """Say whether an NVIDIA driver is installed; a look at files, nothing is started."""
    windows = Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "System32" / "nvidia-smi.exe"
    return bool(shutil.which("nvidia-smi")) or Path("/proc/driver/nvidia/version").exists() or windows.exists()


def estimate_size_bytes(gpu: Optional[bool] = None) -> int:
    """Return about how many bytes a build downloads and takes.

    Args:
        gpu: Whether with the libraries for NVIDIA GPUs; None: as this machine needs.
    """
    return SIZE_GPU_BYTES if (has_nvidia() if gpu is None else gpu) else SIZE_CPU_BYTES


def build_environment(
    report: Report,
    cancelled: IsCancelled,
    *,
    requirements: Path = REQUIREMENTS,
    folder: Optional[Path] = None,
    needed: Sequence[str] = NEEDED,
    size_bytes: Optional[int] = None,
) -> Path:
    """Build the worker's environment where there is none yet; return its interpreter.

    What a build that was cut off left behind is removed; its downloads are kept in uv's cache.

    Args:
        report: Called in this thread a few times a second.
        cancelled: Asked a few times a second whether to stop.
        requirements: What to install.
        folder: Where to; None: the managed place of these requirements.
        needed: Packages that must import at the end.
        size_bytes: Room that must be free; None: estimated.

    Raises:
        EnvironmentBroken: It could not be built; `details["cause"]` is one of `CAUSES`, "busy", "check" or "other".
        Cancelled: As asked; nothing is left but the downloads.
    """
    goal = managed_folder(requirements) if folder is None else folder
    with contextlib.ExitStack() as stack:
        try:
            goal.parent.mkdir(parents=True, exist_ok=True)
            stack.enter_context(_only_build(goal))
            if is_ready(goal):
                return python_in(goal)
            log = stack.enter_context(_log_in(goal.parent / f"{goal.name}.log"))
        except OSError as error:
            raise EnvironmentBroken(
                f"The worker's environment cannot be built in {goal.parent} ({error.strerror or error}): name a folder"
                " that may be written to in the variable RRSIS_HOME.",
                cause="locked",
                reason=str(error),
                folder=str(goal),
            ) from error
        return _Build(goal, log, report, cancelled).run(requirements, tuple(needed), size_bytes)


@contextlib.contextmanager
def _log_in(path: Path) -> Iterator[IO[str]]:
    """Yield a log whose end never hides why a build failed: on a full disk it cannot be closed without an error."""
    log = path.open("w", encoding="utf-8")
    try:
        yield log
    finally:
        with contextlib.suppress(OSError):
            log.close()


class _Build:
    """One build under way."""

    def __init__(self, goal: Path, log: IO[str], report: Report, cancelled: IsCancelled) -> None:
        self._goal = goal
        self._part = goal.with_name(goal.name + ".part")  # is there only while a build runs, or was cut off
        self._log = log
        self._report = report
        self._cancelled = cancelled
        self._env = scrubbed(os.environ, keep=NETWORK)
        self._env.setdefault("UV_HTTP_TIMEOUT", "300")  # large wheels on slow lines
        for name in ("UV_SYSTEM_CERTS", "UV_NATIVE_TLS"):  # new and old name: the organisation's own certificates count
            self._env.setdefault(name, "1")
        self._size_bytes = 1
        self._fraction = 0.0
        self._text = ""  # the last line of what runs

    def run(self, requirements: Path, needed: tuple[str, ...], size_bytes: Optional[int]) -> Path:
        """Do all steps; return the interpreter."""
        gpu = has_nvidia()
        self._tell("prepare", 0.0, f"Preparing {self._goal}")
        self._remove(self._part)
        self._check_room(estimate_size_bytes(gpu) if size_bytes is None else size_bytes)
        try:
            uv = self._uv()
            self._make_venv(uv)
            backend = self._install(uv, requirements, gpu, size_bytes)
            self._check(needed)
            stamp = {"requirements": requirements.name, "backend": backend, "made": time.strftime("%Y-%m-%d %H:%M:%S")}
            (self._part / STAMP).write_text(json.dumps(stamp), encoding="utf-8")
            self._move()
        except OSError as error:
            raise self._error(str(error)) from error
        finally:
            self._remove(self._part)
        self._report(BuildProgress("done", 1.0, f"Ready in {self._goal}"))
        return python_in(self._goal)

    def _uv(self) -> Path:
        self._tell("uv", 0.0, "Looking for uv")
        found = find_uv()
        if found is not None and self._is_recent(found):
            return found
        home = data_folder() / "uv"
        python = find_interpreter()
        if python is None:
            raise self._error("no interpreter found")
        self._tell("uv", 0.1, "Fetching uv, the installer")
        ways = (
            [[str(python), "-m", "venv", str(home)], [str(python_in(home)), "-m", "pip", "install", UV_WANTED]],
            [[str(python), "-m", "pip", "install", "--target", str(home), UV_WANTED]],  # Debian without python3-venv
        )
        for way in ways:
            if all(self._do("uv", command) == 0 for command in way):
                found = find_uv()
                if found is not None:
                    return found
            self._remove(home)
        raise self._error(self._said())

    def _is_recent(self, uv: Path) -> bool:
        """Say whether `uv` knows what is asked of it; one that does not start is not."""
        try:
            code = self._do("uv", [str(uv), "--version"])
        except OSError:
            return False
        number = re.search(r"(\d+)\.(\d+)", self._text)
        return code == 0 and number is not None and (int(number[1]), int(number[2])) >= UV_OLDEST

    def _make_venv(self, uv: Path) -> None:
        self._tell("python", 0.0, "Making the environment")
        command = [str(uv), "venv", "--relocatable", str(self._part), "--python"]
        # The Python inside the QGIS of Windows and macOS is of no use outside of it; elsewhere the system's will do.
        ways = (
            [[PYTHON_WANTED]]
            if sys.platform.startswith("linux")
            else [[PYTHON_FETCHED, "--managed-python"], [PYTHON_WANTED]]
        )
        for way in ways:
            if self._do("python", command + way) == 0:
                return
            self._remove(self._part)
        raise self._error(self._said())

    def _install(self, uv: Path, requirements: Path, gpu: bool, size_bytes: Optional[int]) -> str:
        """Install; return the kind of torch: "auto" by the driver, "cpu", or "default" where that index is cut off."""
        command = [str(uv), "pip", "install", "--python", str(python_in(self._part)), "-r", str(requirements)]
        backend = "auto" if gpu else "cpu"
        self._tell("install", 0.0, "Downloading the packages")
        if self._do("install", [*command, "--torch-backend", backend]) == 0:
            return backend
        if cause_of(self._said())[0] not in ("network", "proxy", "certificate"):
            raise self._error(self._said())
        size_bytes = estimate_size_bytes(sys.platform.startswith("linux")) if size_bytes is None else size_bytes
        lacking = self._lacking_room(size_bytes)
        if lacking:  # the network is what can be mended most easily
            raise self._error(f"failed to fetch torch for this machine; the usual build does not fit: {lacking}")
        self._tell(
            "install", 0.0, f"That build of torch cannot be reached: taking the usual one, {size_bytes / 1e9:.1f} GB"
        )
        if self._do("install", command) != 0:
            raise self._error(self._said())
        return "default"

    def _check(self, needed: tuple[str, ...]) -> None:
        self._tell("check", 0.0, "Trying the environment")
        said = probe(python_in(self._part), needed)
        broken = {name: why for name, why in said.broken.items() if name in needed}
        self._log.write(f"{said}\n")
        if broken:
            raise self._error("; ".join(f"{name}: {why}" for name, why in broken.items()), default="check")

    def _move(self) -> None:
        if self._goal.exists():
            self._remove(self._goal)
        for attempt in range(20):  # an antivirus may still look at the new files
            try:
                self._part.rename(self._goal)
                return
            except PermissionError:
                if attempt == 19:
                    raise
                time.sleep(0.5)

    def _do(self, stage: str, command: Sequence[str]) -> int:
        """Run one command, with its words in the log; return its exit code."""
        self._log.write(f"$ {' '.join(command)}\n")
        downloads = Downloads((self._goal.parent, cache_folder(self._env, Path.home())), self._size_bytes)
        # Away from the current folder, whose uv.toml or pyproject.toml is none of ours.
        child = Child(command, env=self._env, cwd=self._goal.parent, merge=True)
        self._text = ""
        try:
            child.close_input()
            while True:
                if self._cancelled():
                    raise Cancelled("Setting up was cancelled; what was downloaded is kept for the next time.")
                try:
                    line = child.next_line(0.3)
                    if line is None:
                        break
                    self._log.write(line + "\n")
                    downloads.hear(line)
                    self._text = self._text if line.startswith("warning:") else line.strip() or self._text
                except queue.Empty:
                    downloads.look()
                self._tell(stage, downloads.share, self._text, downloads)
            code = child.exit_code(10.0)
        finally:
            child.end()
            self._log.flush()
        self._log.write(f"({ending(code)})\n")
        return 1 if code is None else code

    def _tell(self, stage: str, share: float, text: str, downloads: Optional[Downloads] = None) -> None:
        low, high = SHARES[stage]
        self._fraction = max(self._fraction, low + share * (high - low))
        sizes = (downloads.done_bytes, downloads.total_bytes) if downloads is not None else (0, 0)
        self._report(BuildProgress(stage, self._fraction, text, *sizes))

    def _check_room(self, size_bytes: int) -> None:
        lacking = self._lacking_room(size_bytes)
        if lacking:
            raise self._error(f"no space left: {lacking}")

    def _lacking_room(self, size_bytes: int) -> str:
        """Return how much room there is and is needed where that is too little, else ""; progress is of that size."""
        self._size_bytes = max(1, size_bytes)
        free = shutil.disk_usage(self._goal.parent).free
        if free >= size_bytes * 1.1:
            return ""
        return f"{size_bytes * 1.1 / 1e9:.1f} GB are needed in {self._goal.parent}, {free / 1e9:.1f} GB are free"

    def _said(self) -> str:
        """Return the end of what the last command said; what earlier ones said is not why it failed."""
        self._log.flush()
        text = Path(self._log.name).read_text(encoding="utf-8", errors="replace")
        return f"\n{text}".rpartition("\n$ ")[2].partition("\n")[2][-4000:]

    def _error(self, said: str, default: str = "other") -> EnvironmentBroken:
        cause, remedy = cause_of(said)
        cause = default if cause == "other" else cause
        reason = reason_in(said, cause)
        return EnvironmentBroken(
            f"The worker's environment could not be built. {remedy} ({reason}) The whole log: {self._log.name}",
            cause=cause,
            reason=reason,
            log=self._log.name,
            folder=str(self._goal),
        )

    def _remove(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)


def find_uv() -> Optional[Path]:
    """Return uv: where an earlier build put it, on the path, or in the folders that its installers use."""
    name = "uv.exe" if os.name == "nt" else "uv"
    own = data_folder() / "uv"
    home = Path.home()
    on_path = shutil.which("uv")
    places = [own / "bin" / name, own / "Scripts" / name, *([Path(on_path)] if on_path else [])]
    places += [folder / name for folder in (home / ".local/bin", home / ".cargo/bin")]
    return next((place for place in places if place.is_file()), None)


def find_interpreter() -> Optional[Path]:
    """Return a Python to start; never `sys.executable` blindly, which inside QGIS may be QGIS itself."""
    names = ("python.exe", "python3.exe") if os.name == "nt" else ("bin/python3", "bin/python", "python3")
    running = Path(sys.executable or "")
    if re.match(r"python[\d.]*(\.exe)?$", running.name, re.IGNORECASE) and running.is_file():
        return running
    folders = dict.fromkeys((sys.base_prefix, sys.exec_prefix, str(running.parent)))
    places = [Path(folder) / name for folder in folders for name in names]
    places += [Path(found) for found in map(shutil.which, ("python3", "python")) if found]
    return next((place for place in places if place.is_file()), None)


@contextlib.contextmanager
def _only_build(goal: Path) -> Iterator[None]:
    """Hold the lock of this build; the system gives it back also when the process dies."""
    with (goal.parent / f"{goal.name}.lock").open("a+b") as lock:
        try:
            if sys.platform == "win32":
                msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
                yield  # a disk of the network that knows no locks
                return
            raise EnvironmentBroken(
                f"Another window is setting up {goal} right now. Wait until it is done.",
                cause="busy",
                folder=str(goal),
            ) from error
        yield
