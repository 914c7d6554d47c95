"""Causes are told apart, and the reason is what a person can use."""

from __future__ import annotations

import pytest

from rrsis_core.worker.causes import REASON_LETTERS, cause_of, reason_in


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        ("error: No space left on device (os error 28)", "disk"),
        ("HTTP status client error (407 Proxy Authentication Required)", "proxy"),
        ("invalid peer certificate: UnknownIssuer", "certificate"),
        ("error sending request for url; dns error", "network"),
        ("error: No interpreter found for Python >=3.11,<3.15", "python"),
        ("failed to rename: Access is denied. (os error 5)", "locked"),
        ("torch==2.13.0 has no wheels with a matching platform tag", "platform"),
        ("something else", "other"),
    ],
)
def test_causes_are_told_apart(said, cause):
    assert cause_of(said)[0] == cause


def test_the_reason_is_the_line_that_tells_of_the_cause():
    said = "$ uv\nerror: Failed to fetch x\n  Caused by: dns error\n  Caused by: no host\n(exit code 2)\nlast words\n"
    assert reason_in(said, "network") == "Caused by: dns error Caused by: no host"
    assert reason_in(said, "other") == "last words"
    assert reason_in("", "other") == ""
    long = reason_in("connection refused " + "word " * 200, "network")
    assert long.startswith("… word") and len(long) <= REASON_LETTERS + 2
