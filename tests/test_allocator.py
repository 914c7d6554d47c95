from __future__ import annotations

import subprocess
import sys

import pytest

from rrsis_core import allocator

FAULTS = """
import resource
import numpy as np
from rrsis_core.allocator import freed_memory_kept

def faults():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(20):
        np.ones(12_000_000, np.float32).sum()  # 48 MB
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before

plain = faults()
with freed_memory_kept():
    kept = faults()
print(plain, kept)
"""


@pytest.mark.skipif(allocator._glibc() is None, reason="only glibc has these switches")
def test_memory_is_used_again(root) -> None:
    run = subprocess.run([sys.executable, "-c", FAULTS], cwd=root, capture_output=True, text=True, check=True)
    plain, kept = (int(word) for word in run.stdout.split())
    assert kept < plain / 2


def test_other_systems_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allocator.sys, "platform", "darwin")
    with allocator.freed_memory_kept():
        assert allocator._glibc() is None


def test_memory_goes_back_at_the_end_also_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    class Library:
        def mallopt(self, number: int, value: int) -> int:
            calls.append(number)
            return 1

        def malloc_trim(self, pad: int) -> int:
            calls.append("trim")
            return 1

    monkeypatch.setattr(allocator, "_glibc", Library)
    with pytest.raises(ValueError, match="inner"), allocator.freed_memory_kept():
        raise ValueError("inner")
    assert calls == [-3, -1, "trim"]
