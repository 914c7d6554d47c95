"""Fetch what a published recipe starts from: `python -m train.fetch swin bert refsegrs --to DIR`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tqdm import tqdm

from rrsis_core.errors import RrsisError
from rrsis_core.training.recipes.downloads import DOWNLOADS, Download, get, unpack_refsegrs


def parse(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what was typed."""
    parser = argparse.ArgumentParser(prog="python -m train.fetch", description=__doc__)
    parser.add_argument("names", nargs="+", choices=sorted(DOWNLOADS), help="what to fetch")
    parser.add_argument("--to", type=Path, required=True, help="folder for the files")
    parser.add_argument(
        "--sha256", action="append", default=[], metavar="NAME=HEX", help="what must arrive, where that is not known"
    )
    return parser.parse_args(argv)


def fetch(download: Download, folder: Path, sha256: str | None) -> Path:
    """Fetch one file with a bar; return it, or the folder that its archive holds."""
    print(f"{download.name}: {download.file}. Licence: {download.licence}.", file=sys.stderr)
    with tqdm(unit="B", unit_scale=True, disable=not sys.stderr.isatty()) as bar:

        def report(have: int, total: int | None) -> None:
            bar.total = total
            bar.update(have - bar.n)

        path = get(download, folder, report, sha256=sha256)
    return unpack_refsegrs(path, folder / "refsegrs") if download.name == "refsegrs" else path


def main(argv: Sequence[str] | None = None) -> int:
    """Fetch; print where each file lies."""
    typed = parse(argv)
    hashes = dict(pair.split("=", 1) for pair in typed.sha256 if "=" in pair)
    try:
        for name in typed.names:
            print(f"{name} {fetch(DOWNLOADS[name], typed.to, hashes.get(name))}")
    except RrsisError as error:
        print(error.message, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. The same command goes on where it was.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
