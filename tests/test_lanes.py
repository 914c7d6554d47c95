"""Lanes share the cores, leave the number of threads as it was, and end with their block."""

from __future__ import annotations

import threading

import pytest
import torch

from rrsis_core.lanes import Lanes


def test_lanes_work_side_by_side_each_with_its_share_of_cores() -> None:
    before = torch.get_num_threads()
    together = threading.Barrier(2)  # breaks unless both are there at once

    def work() -> int:
        together.wait(timeout=20)
        return torch.get_num_threads()

    with Lanes(2) as lanes:
        shares = [future.result() for future in [lanes.submit(work) for _ in range(2)]]
    assert shares == [max(1, before // 2)] * 2
    assert torch.get_num_threads() == before


def test_threads_that_come_later_have_all_cores() -> None:
    found: list[int] = []
    with Lanes(2):
        later = threading.Thread(target=lambda: found.append(torch.get_num_threads()))
        later.start()
        later.join()
    assert found == [torch.get_num_threads()]


def test_what_was_dropped_is_not_waited_for() -> None:
    begun, released = threading.Event(), threading.Event()
    with Lanes(1) as lanes:
        under_way = lanes.submit(lambda: begun.set() or released.wait(20))
        begun.wait(20)
        lanes.drop()
    assert not under_way.done()
    released.set()
    assert under_way.result(20)


def test_an_error_is_the_caller_s_and_no_thread_stays() -> None:
    with pytest.raises(ZeroDivisionError), Lanes(2) as lanes:
        lanes.submit(lambda: 1 // 0).result()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("lane")]
