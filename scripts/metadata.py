"""Carry version, publisher and addresses to metadata.txt, so that whoever publishes changes them in one place."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import tomllib

ROOT = Path(__file__).resolve().parents[1]


def wanted(root: Path = ROOT) -> dict[str, str]:
    """Return the entries of metadata.txt that pyproject.toml and rrsis_core decide."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = re.search(r'__version__ = "([^"]+)"', (root / "rrsis_core/__init__.py").read_text(encoding="utf-8"))
    if found is None:
        raise SystemExit("rrsis_core/__init__.py has no __version__.")
    author = project["authors"][0]
    return {"version": found[1], "author": author["name"], "email": author["email"], **project["urls"]}


def rewritten(text: str, entries: dict[str, str]) -> str:
    """Return metadata.txt with `entries` in place of its own; lines that continue an entry stay."""
    for name, value in entries.items():
        text, count = re.subn(rf"(?m)^{name}=.*$", lambda _, n=name, v=value: f"{n}={v}", text)
        if count != 1:
            raise SystemExit(f'metadata.txt must hold one line "{name}=…"; it has {count}.')
    return text


if __name__ == "__main__":
    path = ROOT / "metadata.txt"
    path.write_text(rewritten(path.read_text(encoding="utf-8"), wanted()), encoding="utf-8")
    sys.stdout.write(f"{path.name} is up to date.\n")
