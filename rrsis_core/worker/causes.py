"""Why an installation failed: the kinds of causes, each with what to do, told from what the installer said."""

from __future__ import annotations

import re

REASON_LETTERS = 200
CAUSES = (
    ("disk", r"no space left|os error 28\b|os error 112\b|not enough space", "Free some disk space and try again."),
    ("proxy", r"\b407\b|proxy", "The proxy refuses the connection: check HTTPS_PROXY and its password."),
    (
        "certificate",
        r"certificate|unknownissuer|\btls\b|\bssl\b",
        "The connection's certificate is not trusted: name your organisation's in SSL_CERT_FILE.",
    ),
    (
        "network",
        r"dns error|failed to (fetch|download)|error sending request|connection (refused|reset|timed out)|timed out"
        r"|name resolution|network is unreachable|connecterror|max retries",
        "The package index cannot be reached: check the network and try again; what is downloaded is kept.",
    ),
    (
        "python",
        r"no interpreter found|no download (is )?available|ensurepip|no module named (pip|venv)",
        "No Python 3.11 or newer was found: install one (on Debian or Ubuntu python3 and python3-venv) and try again.",
    ),
    (
        "library",
        r"winerror 1114|winerror 126|dll load failed",
        "A system library is missing: install the Microsoft Visual C++ runtime (x64) and try again.",
    ),
    (
        "locked",
        r"os error (5|13|32)\b|access is denied|permission denied|used by another process|winerror (5|32)",
        "A file is held or forbidden: close other QGIS windows, exempt the folder from the antivirus, and try again.",
    ),
    (
        "platform",
        r"no solution found|no matching distribution|no wheels with a matching",
        "This system has no wheels of the packages needed (64-bit Linux, Windows, or macOS 14 on Apple silicon).",
    ),
)


def cause_of(said: str) -> tuple[str, str]:
    """Return the cause that `said` tells of, "other" where none is known, and what to do about it."""
    for cause, pattern, remedy in CAUSES:
        if re.search(pattern, said, re.IGNORECASE):
            return cause, remedy
    return "other", "The log says why."


def reason_in(said: str, cause: str) -> str:
    """Return the last line of `said` that tells of `cause`, or its last, with the one after it; of much the end."""
    lines = [line.strip() for line in said.splitlines() if line.strip() and not line.startswith(("$", "("))]
    pattern = next((pattern for name, pattern, _ in CAUSES if name == cause), "$^")
    telling = [place for place, line in enumerate(lines) if re.search(pattern, line, re.IGNORECASE)]
    last = telling[-1] if telling else len(lines) - 1
    reason = " ".join(lines[max(0, last) : last + 2])
    return reason if len(reason) <= REASON_LETTERS else "… " + reason[-REASON_LETTERS:].partition(" ")[2]
