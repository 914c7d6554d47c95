"""From what was typed to an exit code."""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import json
import os
import sys
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from ..errors import Cancelled, OutOfMemory, RrsisError, RrsisWarning
from .arguments import join_leading_minus, make_parser

STOPPED = 130
# A lazy door: `rrsis --help` and a mistyped option answer at once, without torch.
COMMANDS = {
    "segment": ".many:segment_command",
    "segment on a cluster": ".cluster:cluster_command",
    "threshold": ".runs:threshold_command",
    "models": ".models:models_command",
    "evaluate": ".evaluate:evaluate_command",
    "finetune": ".finetune:finetune_command",
    "benchmark": ".benchmark:benchmark_command",
    "cache": ".cache:cache_command",
    "doctor": ".doctor:doctor_command",
}


@dataclass(frozen=True)
class Said:
    """What a command has to say.

    Attributes:
        values: The JSON object of `--json`.
        text: The same for a person.
        code: Exit code.
    """

    values: dict[str, Any]
    text: str
    code: int = 0


class Forgiving:
    """A stream whose reader may go away: what cannot be said then is not, and the work goes on.

    Args:
        stream: Where to.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write what can be written."""
        with contextlib.suppress(OSError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Flush what can be flushed."""
        with contextlib.suppress(OSError):
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        """Return the rest of the stream."""
        return getattr(self._stream, name)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 not possible, 130 stopped; a mistyped one exits with 2."""
    _hold_descriptors()
    # Read by torch's threads when it is loaded: on a busy machine, threads that spin while they wait cost five times.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    if isinstance(
        sys.stdout, io.TextIOWrapper
    ):  # pipes of Windows, and LC_ALL=C, know few letters of phrases and units
        sys.stdout.reconfigure(errors="replace")
    options = make_parser().parse_args(join_leading_minus(sys.argv[1:] if argv is None else argv))
    try:
        with _streams_held(), _warnings_said():
            said = _command(_name(options))(options)
    except (KeyboardInterrupt, Cancelled) as error:
        text = " ".join(["Stopped at once; nothing unfinished was written.", *_notes(error)])
        said = Said({"error": {"code": Cancelled.code, "message": text}}, text, STOPPED)
    except RrsisError as error:
        said = _sorry(error, *_notes(error))
    except MemoryError as error:
        said = _sorry(OutOfMemory("Memory ran out: choose a smaller --batch or a smaller --extent."), *_notes(error))
    return _print(said, as_json=options.json)


def _name(options: argparse.Namespace) -> str:
    """Return the command's name in COMMANDS; Dask is only imported where it was asked for."""
    scattered = options.command == "segment" and (options.cluster is not None or options.workers is not None)
    return "segment on a cluster" if scattered else str(options.command)


def _command(name: str) -> Callable[[argparse.Namespace], Said]:
    module, _, function = COMMANDS[name].partition(":")
    command: Callable[[argparse.Namespace], Said] = getattr(importlib.import_module(module, __package__), function)
    return command


def _sorry(error: RrsisError, *notes: str) -> Said:
    """Return what is said of an error, with what its notes say of the work that was done."""
    message = " ".join([error.message, *notes])
    return Said({"error": {"code": error.code, "message": message, "details": error.details}}, message, 1)


def _notes(error: BaseException) -> list[str]:
    return list(getattr(error, "__notes__", ()))


def _print(said: Said, *, as_json: bool) -> int:
    try:
        if as_json:
            print(json.dumps(said.values, default=str), flush=True)
        if said.text and not said.code and not as_json:
            print(said.text, flush=True)
    except BrokenPipeError:  # `rrsis … | head`
        pass
    except OSError as error:  # `rrsis … > /full/disk`
        said = Said(
            {}, f"What there is to say cannot be written ({error.strerror}): send it elsewhere.", said.code or 1
        )
    if said.code:
        print(said.text, file=Forgiving(sys.stderr), flush=True)
    _let_go(sys.stdout)
    _let_go(sys.stderr)
    return said.code


def _let_go(stream: TextIO) -> None:
    """Send what nobody takes nowhere, or Python would complain of it at its end with an exit code of its own."""
    try:
        stream.flush()
    except OSError:
        with contextlib.suppress(OSError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def _hold_descriptors() -> None:
    """Open what the caller closed of the first three descriptors, or a raster would get their numbers.

    What a library in C writes to its standard error would go into that file then.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(number, "w" if number else "r", closefd=False))


@contextlib.contextmanager
def _streams_held() -> Any:
    """Send all that is printed to standard error, and let nobody's going away break the work off."""
    forgiving: Any = Forgiving(sys.stderr)
    with contextlib.redirect_stderr(forgiving), contextlib.redirect_stdout(forgiving):
        yield


@contextlib.contextmanager
def _warnings_said() -> Any:
    """Print our warnings as one sentence each; those of libraries are for developers and stay silent."""
    with warnings.catch_warnings():

        def show(message: Warning | str, *_: Any, **__: Any) -> None:
            if isinstance(message, RrsisWarning):
                print(f"\r{message.message}", file=sys.stderr, flush=True)

        warnings.showwarning = show
        yield
