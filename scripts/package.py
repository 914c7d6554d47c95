"""Write dist/rrsis.zip from the committed tree: what QGIS's plugin manager installs."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from scripts.translations import compiled

ROOT = Path(__file__).resolve().parents[1]
LIMIT_BYTES = 25_000_000  # of the QGIS plugin repository
REFUSED = (".pyc", ".so", ".dll", ".dylib", ".exe", ".bat", ".cmd", ".ps1", ".sh")


def _shipped(name: str, content: bytes) -> tuple[str, bytes]:
    """Return name and content of a file in the zip: a .ts becomes the .qm that Qt loads, all others stay."""
    if not name.endswith(".ts"):
        return name, content
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, Path(name).name)
        source.write_bytes(content)
        return f"{name[:-3]}.qm", compiled(source, source.with_suffix(".qm")).read_bytes()


def write_zip(target: Path, revision: str = "HEAD") -> Path:
    """Write the zip of `revision`: one folder `rrsis`, without what .gitattributes keeps out, nothing executable.

    Translations are compiled here, so that no compiled file is kept beside its source and grows stale.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    raw = target.with_suffix(".part.zip")
    subprocess.run(
        ["git", "archive", "--format=zip", "--prefix=rrsis/", "-o", str(raw), revision], cwd=ROOT, check=True
    )
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as copy:
        for entry in source.infolist():
            if not entry.is_dir():
                name, content = _shipped(entry.filename, source.read(entry))
                plain = zipfile.ZipInfo(name, entry.date_time)
                plain.external_attr = 0o100644 << 16
                plain.compress_type = zipfile.ZIP_DEFLATED
                copy.writestr(plain, content)
    raw.unlink()
    return target


def complaints(target: Path) -> list[str]:
    """Return what the repository would refuse about the zip at `target`."""
    with zipfile.ZipFile(target) as archive:
        names = archive.namelist()
    found = [f"{name} may not be in a plugin" for name in names if name.endswith(REFUSED) or "__pycache__" in name]
    found += [
        f"{name} is missing" for name in ("__init__.py", "metadata.txt", "LICENSE") if f"rrsis/{name}" not in names
    ]
    if target.stat().st_size >= LIMIT_BYTES:
        found.append(f"{target.stat().st_size} bytes; the repository takes less than {LIMIT_BYTES}")
    return found


if __name__ == "__main__":
    path = write_zip(ROOT / "dist" / "rrsis.zip")
    problems = complaints(path)
    sys.stdout.write(f"{path}: {path.stat().st_size} bytes\n")
    sys.exit("\n".join(problems) or None)
