"""The command `models`: what there is, what is ready to use, and how the rest gets here."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tqdm import tqdm

from ..catalog import get_card
from ..models.fetch import fetch
from ..weight_files import weights_ready, weights_state
from ..worker.verbs import add_file, model_rows
from .entry import Said


def models_command(options: argparse.Namespace) -> Said:
    """Carry out `rrsis models`, `rrsis models fetch` and `rrsis models add`."""
    if options.action == "fetch":
        return _stored(options.name, _fetch(options.name, options.sha256, quiet=options.json))
    if options.action == "add":
        return _stored(options.name, add_file(options.file, options.name))
    rows = model_rows()
    width = max(len(str(row["name"])) for row in rows)
    lines = [f"{row['name']:{width}}  {row['state']:18}  {row['title']}" for row in rows]
    return Said({"models": rows}, "\n".join(lines))


def _fetch(name: str, sha256: list[str] | None, *, quiet: bool) -> Path:
    with tqdm(unit="B", unit_scale=True, disable=quiet or not sys.stderr.isatty()) as bar:

        def report(have: int, total: int | None) -> None:
            bar.total, bar.n = total, have  # of one file after the other
            bar.refresh()

        def announce(note: str) -> None:
            tqdm.write(note, file=sys.stderr)

        return fetch(get_card(name), report, announce=announce, sha256=sha256)


def _stored(name: str, path: Path) -> Said:
    card = get_card(name)
    note = f"{name} is ready: {path}" if weights_ready(card) else f"{path} is here. {name}: {weights_state(card)}"
    return Said({"model": name, "path": str(path)}, note)
