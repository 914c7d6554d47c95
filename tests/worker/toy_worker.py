"""A worker whose verbs misbehave on purpose; needs the standard library alone, so it runs in any Python."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from rrsis_core import errors
from rrsis_core.worker import protocol, server


def count(payload, job):
    """Count `n` tiles, `seconds` each; a cancel keeps what was counted."""
    done = 0
    for _ in job.watch(range(payload["n"])):
        time.sleep(payload.get("seconds", 0.0))
        done += 1
    return {"done": done, "pid": os.getpid()}


def segment(payload, job):
    """Answer as the corridor does: a result with `complete` false where it was stopped."""
    done = count({"n": len(payload["phrases"]) * 20, "seconds": 0.02}, job)["done"]
    warnings.warn(errors.NothingFound("Nothing.", phrase="x"), stacklevel=1)
    return {"output": payload["output"], "layers": [], "complete": not job.stopped, "tiles": done}


def noise(payload, job):
    """Print from Python, from C and from a child, a megabyte each way."""
    libc = ctypes.CDLL(None)
    for _ in job.watch(range(20)):
        print("python " * 2000, flush=True)
        libc.puts(b"C " * 10000)
        os.write(1, b"raw " * 2000 + b"\r")
        os.write(2, b"err " * 20000)
    libc.fflush(None)
    subprocess.run([sys.executable, "-c", "print('grandchild'); print(input())"], check=False)
    return {"ok": True}


def fail(payload, job):
    """Raise what the payload names."""
    if payload["what"] == "own":
        raise errors.BandMissing("Band 7 is missing.", band=7, bands=3)
    if payload["what"] == "memory":
        raise MemoryError
    if payload["what"] == "gpu":
        raise RuntimeError("CUDA out of memory. Tried to allocate 2 GiB")
    if payload["what"] == "cancelled":
        raise errors.Cancelled("Nothing finished.")
    raise KeyError("a defect")


def die(payload, job):
    """End without an answer."""
    print("last words", file=sys.stderr, flush=True)
    if payload.get("how") == "segv":
        ctypes.string_at(0)
    os._exit(payload.get("code", 7))


def stuck(payload, job):
    """Hear no cancel."""
    job.stage(payload.get("stage", "stuck"), payload.get("done", 0), 9)
    while True:
        time.sleep(0.2)


def keep(payload, job):
    """Do slow tiles until a cancel, then write for a while what is finished, or never come to it."""
    done = count({"n": 1000, "seconds": payload["tile_s"]}, job)["done"]
    time.sleep(payload.get("write_s", 0.0))
    return {"done": done}


def garbage(payload, job):
    """Write what is no message on the wire itself."""
    job._wire._stream.write(payload["line"] + "\n")
    job._wire._stream.flush()
    time.sleep(30)


def warn(payload, job):
    """Warn, and answer."""
    warnings.warn(errors.NoCrs("The raster has no CRS.", raster="a.tif"), stacklevel=1)
    warnings.warn("not ours", stacklevel=1)
    list(job.watch(range(2)))
    return {}


VERBS = {f.__name__: f for f in (count, segment, noise, fail, die, stuck, keep, garbage, warn)}


def load():
    """Return the verbs, loudly."""
    mode = os.environ.get("TOY_MODE", "")
    print("a library says hello", flush=True)
    if mode == "broken":
        raise ImportError("No module named 'torch'")
    if mode == "slow":
        time.sleep(30)
    if mode == "dies":
        os._exit(5)
    if mode == "old":
        server.__version__ = "0.0.0"
    if mode == "protocol":
        server.PROTOCOL = protocol.PROTOCOL + 1
    return VERBS


if __name__ == "__main__":
    server.serve(load, idle_s=float(os.environ.get("TOY_IDLE_S", "60")))
    os._exit(0)
