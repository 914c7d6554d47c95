"""The near side of the wall: starts the worker, asks it, and ends it."""

from __future__ import annotations

import contextlib
import os
import queue
import threading
import time
from pathlib import Path
from typing import Any, Callable, Iterator, Optional, Union

from .. import __version__
from ..errors import Cancelled, EnvironmentBroken, ProtocolMismatch, WorkerDied, WorkerTimeout, error_from_code
from ..request import SegmentRequest, SegmentResult, ThresholdRequest
from . import protocol
from .environment import ROOT, find_python
from .process import Child, ending, scrubbed
from .protocol import Asked, Cancel, Done, Failed, Found, Message, Progress, Ready, decode, encode

# -I keeps the user's site folder and variables out, -u keeps lines from waiting in a buffer.
BOOTSTRAP = "import runpy, sys; sys.path.insert(0, sys.argv[1]); runpy.run_module(sys.argv[2], run_name='__main__')"
POLL_S = 0.1
HABITS = {
    "OMP_WAIT_POLICY": "PASSIVE",  # threads of torch that spin while they wait would fight QGIS for the processor
    "MALLOC_ARENA_MAX": "3",  # for two lanes and the rest: one heap makes them wait for each other (bench/corridor.py)
}

_LOAD_S = 0.3  # loading cannot be interrupted, and a person expects a cancel within a second
Ending = Union[Done, protocol.Cancelled, Failed]
Report = Callable[[Progress], None]
Show = Callable[[Found], None]
IsCancelled = Callable[[], bool]


def _ignore(_: Progress) -> None:
    """Report to nobody."""


def _never() -> bool:
    return False


class WorkerClient:
    """A worker process: started at the first request, warm between requests, started anew after a death.

    Requests from several threads wait for each other. The worker ends when `close` is called and
    when this process ends, however it ends, since it then reads the end of its standard input.

    Args:
        python: The interpreter of the worker's environment; None: what `find` returns.
        find: Returns the interpreter, or raises EnvironmentMissing; asked at every request, in the thread of that
            request, so that a change of the settings counts at once: a process of another interpreter is ended.
        root: The folder that holds the package the worker runs.
        module: What the worker runs.
        start_s: Seconds the worker has to load its libraries.
        grace_s: Seconds a cancelled request has to stop by itself while nothing is finished; while a model is being
            loaded, which nothing interrupts and which is soon done anew, a fraction of one.
        finish_s: The same while something is finished, which would be lost: the tiles under way may be slow.
        write_s: Seconds it has to write what is finished, once it has stopped.
    """

    def __init__(
        self,
        python: Optional[Path] = None,
        *,
        find: Callable[[], Path] = find_python,
        root: Path = ROOT,
        module: str = "rrsis_core.worker",
        start_s: float = 300.0,
        grace_s: float = 5.0,
        finish_s: float = 60.0,
        write_s: float = 1800.0,
    ) -> None:
        self._find = find if python is None else lambda: python
        self._python: Optional[Path] = None  # of the process under way
        self._root = root
        self._module = module
        self._start_s = start_s
        self._grace_s = grace_s
        self._finish_s = finish_s
        self._write_s = write_s
        self._child: Optional[Child] = None
        self._turn = threading.Lock()
        self._last_id = 0
        self._heard = False  # whether the request under way reached the worker

    @property
    def pid(self) -> Optional[int]:
        """Number of the worker process, or `None` while none runs."""
        child = self._child
        return child.pid if child is not None and child.alive else None

    def run(
        self,
        request: SegmentRequest,
        report: Report = _ignore,
        cancelled: IsCancelled = _never,
        found: Optional[Show] = None,
    ) -> SegmentResult:
        """Segment; return the result, with `complete` false where it was cancelled and a part is finished.

        Args:
            request: What to find and where.
            report: Called in this thread with each progress message.
            cancelled: Asked about ten times a second whether to stop.
            found: Called in this thread with polygons as they are finished, some thousands at most.

        Raises:
            RrsisError: As the worker raised it.
            Cancelled: Nothing was finished before the cancel.
            WorkerDied: The process ended; its last words are in the message.
            WorkerTimeout: The process did not get ready in time.
        """
        return SegmentResult.from_json(self.ask("segment", request.to_json(), report, cancelled, found))

    def threshold(
        self,
        request: ThresholdRequest,
        report: Report = _ignore,
        cancelled: IsCancelled = _never,
        found: Optional[Show] = None,
    ) -> SegmentResult:
        """Make polygons anew from kept probabilities; arguments and errors as in `run`."""
        return SegmentResult.from_json(self.ask("threshold", request.to_json(), report, cancelled, found))

    def ask(
        self,
        verb: str,
        payload: dict[str, Any],
        report: Report = _ignore,
        cancelled: IsCancelled = _never,
        found: Optional[Show] = None,
    ) -> dict[str, Any]:
        """Ask the worker for the work named `verb`; arguments and errors as in `run`."""
        with self._my_turn(cancelled):
            warm = self.pid is not None
            try:
                ended = self._converse(verb, payload, report, cancelled, found)
            except WorkerDied:
                if not warm or self._heard:
                    raise
                ended = self._converse(verb, payload, report, cancelled, found)  # it had died since the last request
        return _payload(ended)

    def twin(self) -> WorkerClient:
        """Return a client with a process of its own, for work that others should not wait for."""
        return WorkerClient(
            find=self._find,
            root=self._root,
            module=self._module,
            start_s=self._start_s,
            grace_s=self._grace_s,
            finish_s=self._finish_s,
            write_s=self._write_s,
        )

    def close(self) -> None:
        """End the worker; a request under way in another thread fails."""
        self._drop(grace_s=1.0)

    @contextlib.contextmanager
    def _my_turn(self, cancelled: IsCancelled) -> Iterator[None]:
        while not self._turn.acquire(timeout=POLL_S):
            if cancelled():
                raise _cancelled()
        try:
            yield
        finally:
            self._turn.release()

    @contextlib.contextmanager
    def _dropped_on_error(self) -> Iterator[None]:
        """End the process where the conversation breaks off, since nobody would read the rest of it."""
        ended = False
        try:
            yield
            ended = True
        finally:
            if not ended:
                self._drop()

    def _ready(self, cancelled: IsCancelled) -> Child:
        """Return a process that listens, started if need be."""
        python = self._find()
        if self._child is not None and self._child.alive and python == self._python:
            return self._child
        self._drop()
        self._child = child = self._start(python)
        self._python = python
        deadline = time.monotonic() + self._start_s
        with self._dropped_on_error():
            while True:
                if cancelled():
                    raise _cancelled()
                if time.monotonic() > deadline:
                    raise WorkerTimeout(
                        f"The worker did not get ready within {self._start_s:g} s. {_last_words(child)}".strip(),
                        seconds=self._start_s,
                        tail=child.tail,
                    )
                message = self._next(child)
                if isinstance(message, Failed):
                    raise error_from_code(message.code, message.message, message.details)
                if isinstance(message, Ready):
                    _check_version(message)
                    return child

    def _start(self, python: Path) -> Child:
        args = [str(python), "-I", "-u", "-c", BOOTSTRAP, str(self._root), self._module]
        try:
            return Child(args, env={**HABITS, **scrubbed(os.environ)})
        except OSError as error:
            raise EnvironmentBroken(
                f"The worker's Python {python} cannot be started ({error.strerror or error}). Set the environment up"
                " anew, or name another one in the settings.",
                python=str(python),
                reason=str(error.strerror or error),
            ) from error

    def _converse(
        self, verb: str, payload: dict[str, Any], report: Report, cancelled: IsCancelled, found: Optional[Show]
    ) -> Ending:
        """Ask, and return the message that ends the request."""
        self._heard = False
        self._last_id += 1
        if self.pid is None:
            report(Progress(id=self._last_id, done=0, total=0, stage="launch"))
        child = self._ready(cancelled)
        with self._dropped_on_error():
            child.send(encode(Asked(id=self._last_id, verb=verb, payload=payload, live=found is not None)))
            return self._listen(child, self._last_id, report, cancelled, found)

    def _listen(
        self, child: Child, asked_id: int, report: Report, cancelled: IsCancelled, found: Optional[Show]
    ) -> Ending:
        """Return the message that ends request `asked_id`."""
        since: Optional[float] = None
        last: Optional[Progress] = None
        while True:
            if since is None and cancelled():
                child.send(encode(Cancel(id=asked_id)))
                since = time.monotonic()
            if since is not None and time.monotonic() > since + self._patience_s(last):
                raise _cancelled() if last is None or not last.done else _broken_off(last)
            message = self._next(child)
            if message is None or getattr(message, "id", asked_id) not in (0, asked_id):
                continue
            self._heard = True
            if isinstance(message, Progress):
                last = message
                report(message)
            elif isinstance(message, Found):
                if found is not None:
                    found(message)
            elif isinstance(message, (Done, protocol.Cancelled, Failed)):
                return message

    def _patience_s(self, last: Optional[Progress]) -> float:
        """Return how many seconds after a cancel the request may still go on: the more would be lost, the longer."""
        if last is not None and last.stage == "load":
            return min(_LOAD_S, self._grace_s)
        if last is None or not last.done:
            return self._grace_s
        return self._write_s if last.stage == "write" else self._finish_s

    def _next(self, child: Child) -> Optional[Message]:
        """Return the next message, or `None` when none came for a moment."""
        try:
            line = child.next_line(POLL_S)
        except queue.Empty:
            return None
        if line is None:
            code = child.exit_code(2.0)
            words = _last_words(child)
            raise WorkerDied(
                f"The worker process ended without an answer ({ending(code)}). Run again; if it happens again, choose a"
                f" smaller extent or another device. {words}".strip(),
                ending=ending(code),
                tail=child.tail,
            )
        return decode(line)

    def _drop(self, grace_s: float = 0.5) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.close_input()
            child.exit_code(grace_s)
            child.end()


def _check_version(ready: Ready) -> None:
    if ready.protocol != protocol.PROTOCOL or ready.version != __version__:
        raise ProtocolMismatch(
            f"The worker is version {ready.version} (protocol {ready.protocol}), this side is version {__version__}"
            f" (protocol {protocol.PROTOCOL}). Restart QGIS after an update of the plugin.",
            worker=ready.version,
            here=__version__,
        )


def _last_words(child: Child) -> str:
    tail = child.tail
    return f"Its last words: {tail[-1500:]}" if tail else ""


def _cancelled() -> Cancelled:
    return Cancelled("The run was cancelled before anything was finished.")


def _broken_off(last: Progress) -> Cancelled:
    return Cancelled(
        f"The run did not stop by itself after it was cancelled at {last.done} of {last.total} and was ended; no file"
        " was written.",
        done=last.done,
        total=last.total,
    )


def _payload(ended: Ending) -> dict[str, Any]:
    """Return what came of a request, or raise what went wrong with it."""
    if isinstance(ended, Failed):
        raise error_from_code(ended.code, ended.message, ended.details)
    if ended.payload is None:
        raise _cancelled()
    return ended.payload
