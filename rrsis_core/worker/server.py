"""The far side of the wall: takes the wire, hears requests, and turns every ending into a message."""

from __future__ import annotations

import contextlib
import faulthandler
import operator
import os
import platform
import queue
import signal
import sys
import threading
import time
import traceback
import warnings
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any, Callable, Iterable, Iterator, Mapping, Optional, Sequence, TypeVar

from .. import __version__
from ..errors import Cancelled, EnvironmentBroken, OutOfMemory, RrsisError, RrsisWarning, WorkerFailed
from ..footprint import Footprint
from ..request import Notice
from ..watching import Watched
from . import protocol
from .protocol import PROTOCOL, Asked, Cancel, Done, Failed, Found, Message, Progress, Ready, decode, encode

T = TypeVar("T")
REPORT_EVERY_S = 0.2
LIVE_POLYGONS = 20_000  # shown before the end; more would keep both sides busy with the showing
LIVE_BYTES = 200_000  # a larger polygon waits for the end
LIVE_AT_ONCE = 200
LEAVE_S = 2.0  # a run that nobody waits for any more has to clear up
NICE = 5  # of the worker, behind the person's programs
IDLE_S = 1800.0  # then the process ends and gives its memory back; the client starts it anew


class Wire:
    """The one way out: lines on a private copy of descriptor 1, so that no library can write between them."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def send(self, message: Message) -> None:
        """Write one message; nobody there to read it ends the process, and a run under way clears up."""
        line = encode(message) + "\n"
        try:
            with self._lock:
                self._stream.write(line)
                self._stream.flush()
        except (OSError, ValueError):
            _leave()


def take_wire() -> tuple[Wire, IO[str]]:
    """Return the wire and the lines that come in; from here on print() and C's stdout go to standard error."""
    wire = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    heard = os.fdopen(os.dup(0), "r", encoding="utf-8", errors="replace")
    os.dup2(2, 1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return Wire(wire), heard


class Job:
    """One request under way: its progress, its warnings, and whether it should stop."""

    def __init__(self, asked: Asked, wire: Wire, cancelled: set[int]) -> None:
        self.asked = asked
        self.stopped = False
        self._wire = wire
        self._cancelled = cancelled
        self._started = self._sent = 0.0
        self._stage = ""
        self._warnings: list[dict[str, Any]] = []
        self._shown = 0

    @property
    def cancelled(self) -> bool:
        """Whether the client wants an end."""
        return self.asked.id in self._cancelled

    def stage(self, name: str, done: int = 0, total: int = 0) -> None:
        """Say what is being done now, where its units are not counted."""
        self._wire.send(Progress(id=self.asked.id, done=done, total=total, stage=name, warnings=self._flush()))

    def watch(self, items: Iterable[T], stage: str = "predict") -> Iterator[T]:
        """Hand `items` on, report how far they are, and end early when the client wants an end.

        Args:
            items: The units of work, with a length where it is known.
            stage: What is done with them.
        """
        total, done = operator.length_hint(items), 0
        self._started, self._sent, self._stage = time.monotonic(), 0.0, stage
        self._report(done, total)
        if isinstance(items, Watched):
            items.stop_when(lambda: self.cancelled)
        source = iter(items)
        while not self.cancelled:
            try:
                item = next(source)
            except StopIteration:  # at the end, or because of a cancel while it was waited for
                self.stopped = self.cancelled and done < total
                self.stage("write", done, total)
                return
            yield item
            done += 1
            self._report(done, total)
        self.stopped = done < total or not total
        self.stage("write", done, total)  # heard: from here on the client waits for what is finished

    @property
    def found(self) -> Optional[Callable[[str, Sequence[Footprint]], None]]:
        """What takes polygons as they are finished, on any thread; `None` where the client does not want them."""
        return self._show if self.asked.live else None

    def _show(self, phrase: str, footprints: Sequence[Footprint]) -> None:
        if self.cancelled:  # a moment later all of them stand in the file
            return
        shown = [one for one in footprints if len(one.wkb) <= LIVE_BYTES][: LIVE_POLYGONS - self._shown]
        self._shown += len(shown)
        for first in range(0, len(shown), LIVE_AT_ONCE):
            some = shown[first : first + LIVE_AT_ONCE]
            polygons = tuple({"wkb": one.wkb.hex(), "prob_mean": one.prob_mean} for one in some)
            self._wire.send(Found(id=self.asked.id, phrase=phrase, polygons=polygons))

    def warn(self, warning: RrsisWarning) -> None:
        """Send a warning along with the next progress."""
        self._warnings.append(asdict(Notice(warning.code, warning.message, warning.details)))

    def _report(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._sent < REPORT_EVERY_S and done < total:
            return
        self._sent = now
        rate = done / max(now - self._started, 1e-6) if done else 0.0
        eta_s = (total - done) / rate if rate and total else None
        self._wire.send(Progress(self.asked.id, done, total, rate, eta_s, self._stage, self._flush()))

    def _flush(self) -> tuple[dict[str, Any], ...]:
        flushed, self._warnings = tuple(self._warnings), []
        return flushed


Verb = Callable[[dict[str, Any], Job], dict[str, Any]]


def serve(load: Callable[[], Mapping[str, Verb]], idle_s: float = IDLE_S) -> None:
    """Answer requests until the client closes the line, asks to quit, or asks nothing for `idle_s`.

    Args:
        load: Returns what can be asked for; called after the wire is taken, since loading libraries print.
        idle_s: Seconds without a request after which the process ends.
    """
    wire, heard = take_wire()
    faulthandler.enable()  # the last words of a crash in C reach the client
    signal.signal(signal.SIGTERM, _stop)
    asked: queue.Queue[Optional[Asked]] = queue.Queue()
    cancelled: set[int] = set()
    _thread(_hear, heard, asked, cancelled, wire)
    _thread(_outlive_nobody, os.getppid())
    verbs = _loaded(load, wire)
    give_way()
    wire.send(Ready(protocol=PROTOCOL, version=__version__, python=platform.python_version(), pid=os.getpid()))
    with contextlib.suppress(queue.Empty, KeyboardInterrupt):
        while True:
            request = asked.get(timeout=idle_s)
            if request is None:
                return
            if request.verb == "quit":
                wire.send(Done(id=request.id, payload={}))
                return
            wire.send(answer(request, verbs, Job(request, wire, cancelled)))


def give_way(group: Path = Path("/proc/self/autogroup")) -> None:
    """Let the person's QGIS have the processor first.

    Linux may share it out between sessions, and this process has one of its own, in which its own niceness says
    nothing to others: the session gets one too.
    """
    if hasattr(os, "nice"):
        os.nice(NICE)
    with contextlib.suppress(OSError):
        if group.exists():
            group.write_text(str(NICE), encoding="ascii")


def answer(request: Asked, verbs: Mapping[str, Verb], job: Job) -> Message:
    """Do what was asked and return the message that ends it, whatever happens."""
    try:
        if request.verb not in verbs:
            raise WorkerFailed(
                f'The worker cannot "{request.verb}"; it knows {", ".join(sorted(verbs))}.', verb=request.verb
            )
        job.stage("start")
        with _warnings_to(job):
            payload = verbs[request.verb](request.payload, job)
    except Cancelled:
        return protocol.Cancelled(id=request.id)
    except Exception as error:  # the wall: nothing leaves but a message
        traceback.print_exc()
        return failed(request.id, error)
    if job.stopped:
        return protocol.Cancelled(id=request.id, payload=payload)
    return Done(id=request.id, payload=payload)


def failed(request_id: int, error: Exception) -> Failed:
    """Return the message for `error`; what is not ours becomes `OutOfMemory` or `WorkerFailed`."""
    if not isinstance(error, RrsisError):
        error = _ours(error)
    return Failed(id=request_id, code=error.code, message=error.message, details=dict(error.details))


def _ours(error: Exception) -> RrsisError:
    text = f"{type(error).__name__}: {error}"
    words = ("out of memory", "can't allocate memory", "not enough memory")
    if isinstance(error, MemoryError) or any(word in text.lower() for word in words):
        return OutOfMemory(
            "Memory ran out. Choose a smaller batch, another device, or close other programs.", reason=text[:500]
        )
    place = traceback.extract_tb(error.__traceback__)
    where = f" at {os.path.basename(place[-1].filename)}:{place[-1].lineno}" if place else ""
    return WorkerFailed(
        f"The worker met an error of its own ({text[:500]}{where}). Please report it with the log.",
        reason=text[:500],
        where=where.strip(),
    )


def _loaded(load: Callable[[], Mapping[str, Verb]], wire: Wire) -> Mapping[str, Verb]:
    """Return the verbs, or tell the client why the environment does not work and end."""
    try:
        return load()
    except Exception as error:  # the wall: a broken library is told, not died of
        traceback.print_exc()
        reason = f"{type(error).__name__}: {error}"[:500]
        broken = EnvironmentBroken(
            f"The worker's environment does not work ({reason}). Set it up anew.",
            python=sys.executable,
            reason=reason,
        )
        wire.send(failed(0, broken))
        sys.stderr.flush()
        os._exit(3)


def _hear(heard: IO[str], asked: queue.Queue[Optional[Asked]], cancelled: set[int], wire: Wire) -> None:
    """Sort incoming lines; the end of the line ends the process, also within a run, which clears up first."""
    for line in heard:
        try:
            message = decode(line)
        except RrsisError as error:
            wire.send(failed(0, error))
            continue
        if isinstance(message, Asked):
            asked.put(message)
        elif isinstance(message, Cancel):
            cancelled.add(message.id)
    asked.put(None)
    time.sleep(0.1)  # an idle process has ended by then
    _leave()


def _stop(_number: int, _frame: object) -> None:
    """Break a run off, once: its files aside are deleted on the way out, and its journal stays."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt


def _leave() -> None:
    """End the process: break off what the main thread does, and do not wait long for it."""
    _thread(_exit_soon)
    if sys.platform == "win32":
        signal.raise_signal(signal.SIGTERM)
    else:  # to the main thread, so that it wakes where it waits
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)


def _exit_soon() -> None:
    time.sleep(LEAVE_S)
    os._exit(0)


def _outlive_nobody(parent: int) -> None:
    """End when the parent is gone, for the case that a process it left behind still holds the line open."""
    while os.getppid() == parent:
        time.sleep(2.0)
    _leave()


def _thread(target: Callable[..., None], *args: object) -> None:
    threading.Thread(target=target, args=args, daemon=True).start()


@contextlib.contextmanager
def _warnings_to(job: Job) -> Iterator[None]:
    """Send our warnings to the client; others go to standard error."""
    with warnings.catch_warnings():
        others = warnings.showwarning

        def show(
            message: Warning | str,
            category: type[Warning],
            filename: str,
            lineno: int,
            file: Optional[Any] = None,
            line: Optional[str] = None,
        ) -> None:
            if isinstance(message, RrsisWarning):
                job.warn(message)
            else:
                others(message, category, filename, lineno, file, line)

        warnings.simplefilter("always", RrsisWarning)
        warnings.showwarning = show
        yield
