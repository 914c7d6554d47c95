"""Child processes of the wall: how one is started, heard, told and ended."""

from __future__ import annotations

import collections
import contextlib
import os
import queue
import signal
import subprocess  # nosec B404
import sys
import threading
from pathlib import Path
from typing import IO, Mapping, Optional, Sequence

SCRUBBED_PREFIXES = ("PYTHON", "PIP_", "QGIS_", "PROJ_", "GDAL_", "QT_", "DYLD_")
SCRUBBED_NAMES = frozenset({"VIRTUAL_ENV", "CONDA_PREFIX", "LD_LIBRARY_PATH", "LD_PRELOAD", "__PYVENV_LAUNCHER__"})
TAIL_LINES = 60
LINE_BYTES = 4096  # a longer line of noise is kept in pieces, so that a bar drawn with \r cannot grow without end


def scrubbed(environ: Mapping[str, str], keep: Sequence[str] = ()) -> dict[str, str]:
    """Return `environ` without what would lead another Python, GDAL or Qt astray.

    Args:
        environ: Variables of this process.
        keep: Names that stay although their prefix is scrubbed.
    """
    clean = {
        name: value
        for name, value in environ.items()
        if name in keep or not (name in SCRUBBED_NAMES or name.upper().startswith(SCRUBBED_PREFIXES))
    }
    clean.update(PYTHONIOENCODING="utf-8", PYTHONUTF8="1")
    return clean


class Child:
    """A process without a window, whose lines are read by threads so that neither side can block the other.

    Standard output arrives line by line in `lines` (`None` marks its end); standard error is
    drained into a bounded `tail`, or joins the lines when `merge` is true.
    """

    def __init__(
        self, args: Sequence[str], *, env: Mapping[str, str], cwd: Optional[Path] = None, merge: bool = False
    ) -> None:
        """Start the process.

        Raises:
            OSError: The program is missing or may not be run.
        """
        # The worker must be a process of its own (torch and GDAL wheels crash QGIS); the arguments are a
        # list of our own making, no shell takes part.
        self._popen: subprocess.Popen[bytes] = subprocess.Popen(  # nosec B603
            [str(arg) for arg in args],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if merge else subprocess.PIPE,
            env=dict(env),
            cwd=None if cwd is None else str(cwd),
            close_fds=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            start_new_session=os.name == "posix",  # an end is sent to the whole group, grandchildren included
        )
        self.lines: queue.Queue[Optional[str]] = queue.Queue()
        self._tail: collections.deque[str] = collections.deque(maxlen=TAIL_LINES)
        self._threads = [self._reader(self._popen.stdout, self._hear)]
        if not merge:
            self._threads.append(self._reader(self._popen.stderr, self._overhear))

    def _reader(self, stream: Optional[IO[bytes]], target: object) -> threading.Thread:
        thread = threading.Thread(target=target, args=(stream,), name="rrsis-child", daemon=True)  # type: ignore[arg-type]
        thread.start()
        return thread

    def _hear(self, stream: IO[bytes]) -> None:
        with contextlib.suppress(OSError, ValueError), stream:
            for raw in iter(stream.readline, b""):
                self.lines.put(raw.decode("utf-8", "replace").rstrip("\r\n"))
        self.lines.put(None)

    def _overhear(self, stream: IO[bytes]) -> None:
        with contextlib.suppress(OSError, ValueError), stream:
            for raw in iter(lambda: stream.readline(LINE_BYTES), b""):
                text = raw.decode("utf-8", "replace").rsplit("\r", 1)[-1].strip()
                if text:
                    self._tail.append(text)

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._popen.pid

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._popen.poll() is None

    @property
    def tail(self) -> str:
        """The last lines of standard error."""
        return "\n".join(list(self._tail))

    def send(self, line: str) -> bool:
        """Write one line to the child's standard input; false when nobody reads any more."""
        pipe = self._popen.stdin
        if pipe is None or pipe.closed:
            return False
        try:
            pipe.write(line.encode("utf-8") + b"\n")
            pipe.flush()
        except (OSError, ValueError):
            return False
        return True

    def next_line(self, timeout_s: float) -> Optional[str]:
        """Return the next line of standard output, or `None` at its end.

        Raises:
            queue.Empty: Nothing came within `timeout_s`.
        """
        return self.lines.get(timeout=timeout_s)

    def exit_code(self, timeout_s: float) -> Optional[int]:
        """Wait up to `timeout_s` for the end; return its code, or `None` while the process runs."""
        try:
            return self._popen.wait(timeout_s)
        except subprocess.TimeoutExpired:
            return None

    def close_input(self) -> None:
        """Close standard input, which asks a worker to end."""
        with contextlib.suppress(OSError, ValueError):
            if self._popen.stdin is not None:
                self._popen.stdin.close()

    def end(self, grace_s: float = 2.0) -> int:
        """End the process and its children: terminate, and kill after `grace_s`; return its exit code."""
        self.close_input()
        if self.alive:
            self._signal("SIGTERM")
        if self.exit_code(grace_s) is None:
            self._signal("SIGKILL")
        code = self._popen.wait()
        for thread in self._threads:
            thread.join(1.0)
        return code

    def _signal(self, name: str) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                self._popen.kill() if name == "SIGKILL" else self._popen.terminate()
            else:
                os.killpg(self._popen.pid, signal.Signals[name])


def ending(code: Optional[int]) -> str:
    """Say in words how a process ended.

    Args:
        code: Its exit code; negative is the number of a POSIX signal.
    """
    if code is None:
        return "still running"
    if code < 0:
        try:
            return f"ended by {signal.Signals(-code).name}"
        except ValueError:
            return f"ended by signal {-code}"
    return f"exit code {code}" if code < 1 << 30 else f"exit code 0x{code:08X}"
