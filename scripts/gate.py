"""Hold the built zip against the gate of QGIS's plugin repository, with all rules on, those that one may skip too."""

from __future__ import annotations

import ast
import configparser
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from urllib.parse import urlparse

from scripts.package import ROOT, complaints, write_zip

# Where bandit is told to look away, with the reason beside the line: nowhere else, and nowhere that needs it no more.
EXCUSED = {
    ("rrsis_core/worker/process.py", "B404"),  # the one place that starts a process
    ("rrsis_core/worker/process.py", "B603"),  # a list of arguments, no shell
    ("rrsis_core/models/convert.py", "B403"),  # the name of pickle's error; torch loads weights alone
    ("rrsis_core/datasets/_refer.py", "B403"),  # an unpickler that refuses all but plain data
}
REQUIRED = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository")
OPTIONAL = (
    "homepage", "changelog", "qgisMaximumVersion", "tags", "deprecated", "experimental", "icon", "category",
    "hasProcessingProvider", "plugin_dependencies", "server", "screenshot",
)  # fmt: skip
ADDRESSES = ("homepage", "tracker", "repository")
PATTERNS = {
    "version": r"\d+\.\d+\.\d+",
    "qgisMinimumVersion": r"3\.\d+(\.\d+)?",
    "qgisMaximumVersion": r"4\.99(\.\d+)?",  # QGIS 4 lists a plugin by this alone
    "author": r"[^/]+",
    "email": r"[^@\s]+@[^@\s]+\.[^@\s]+",
    "experimental": r"True|False",
    "deprecated": r"True|False",
    "hasProcessingProvider": r"yes",  # or qgis_process does not load it
}
BINARIES = {".safetensors", ".qm", ".png", ".tif"}


def _run(*command: str) -> str:
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command[0]} did not run: {done.stderr[-2000:]}")
    return done.stdout


def bandit(folder: Path, *options: str) -> list[tuple[str, int, str, str]]:
    """Return file, line, rule and sentence of everything that bandit finds in `folder`."""
    said = json.loads(_run("bandit", "-r", str(folder), "-q", "-f", "json", *options))
    found = said["results"] + [{"filename": e["filename"], "test_id": e["reason"]} for e in said["errors"]]
    return [
        (
            Path(one["filename"]).relative_to(folder).as_posix(),
            one.get("line_number", 0),
            one["test_id"],
            one.get("issue_text", ""),
        )
        for one in found
    ]


def scanned(folder: Path, excused: set[tuple[str, str]]) -> list[str]:
    """Return bandit's findings, and where it is told to look away without being in `excused`, or in vain."""
    found = [f"{name}:{line} {rule} {text}" for name, line, rule, text in bandit(folder)]
    hidden = {(name, rule) for name, _, rule, _ in bandit(folder, "--ignore-nosec")}
    found += [f"{name} hides {rule} from bandit" for name, rule in sorted(hidden - excused)] if not found else []
    return found + [f"{name} needs no excuse for {rule} any more" for name, rule in sorted(excused - hidden)]


def secrets(folder: Path) -> list[str]:
    """Return what detect-secrets takes for a password or a key."""
    said = json.loads(_run("detect_secrets", "-C", str(folder), "scan", "--all-files", "--no-verify", "."))
    return [f"{name}:{one['line_number']} {one['type']}" for name, them in said["results"].items() for one in them]


def style(folder: Path) -> list[str]:
    """Return flake8's findings, but for what ruff decides: the length of lines and the space in slices."""
    said = _run("flake8", "--isolated", "--extend-ignore=E203,E501", str(folder))
    return [line.replace(f"{folder}/", "") for line in said.splitlines()]


def missing(folder: Path) -> list[str]:
    """Return relative imports of what stayed out of the zip."""
    found = []
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level:
                base = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
                if not (base.is_dir() or base.with_suffix(".py").is_file()):
                    found.append(f"{path.relative_to(folder)}:{node.lineno} imports what the zip does not hold")
    return found


def metadata(text: str) -> list[str]:
    """Return what the repository's validator would refuse about the text of metadata.txt."""
    parser = configparser.ConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    try:
        parser.read_string(text)
        entries = dict(parser["general"])
    except (configparser.Error, KeyError) as error:
        return [f"metadata.txt cannot be read: {error}"]
    found = [f"metadata.txt has no {name}" for name in REQUIRED if not entries.get(name, "").strip()]
    found += [f"metadata.txt: nobody reads {name}" for name in entries if name not in (*REQUIRED, *OPTIONAL)]
    for name, pattern in PATTERNS.items():
        if not re.fullmatch(pattern, entries.get(name, "")):
            found.append(f"metadata.txt: {name}={entries.get(name)} is not as it must be: {pattern}")
    for name in ADDRESSES:
        address = urlparse(entries.get(name, ""))
        if address.scheme not in ("http", "https") or not address.netloc:
            found.append(f"metadata.txt: {name} is no address")
    return found


def unpublished(text: str) -> list[str]:
    """Return the entries of metadata.txt that nobody can be reached at: names that stand for what is not there yet.

    The validator asks for addresses, and a project that lies nowhere yet has none: example.org belongs to nobody.
    """
    lines = re.findall(rf"(?m)^(?:{'|'.join((*ADDRESSES, 'email'))})=.*$", text)
    return [line for line in lines if re.search(r"[/@.]example\.(org|com|net)\b", line)]


def archive(path: Path) -> list[str]:
    """Return what is wrong with the zip itself: names, rights, kinds of files."""
    found = complaints(path)
    with zipfile.ZipFile(path) as opened:
        entries = opened.infolist()
        if opened.testzip():
            found.append(f"{opened.testzip()} is broken")
        texts = {entry.filename: opened.read(entry) for entry in entries}
    folders = {name.split("/")[0] for name in texts}
    if len(folders) != 1 or not all(folder.isidentifier() and "plugin" not in folder.lower() for folder in folders):
        found.append(f"one folder with a plain name is wanted, not {sorted(folders)}")
    for entry in entries:
        name = entry.filename
        if ".." in name or "\\" in name or name.startswith("/") or any(p.startswith(".") for p in name.split("/")):
            found.append(f"{name} may not be called so")
        if entry.external_attr >> 16 & 0o111:
            found.append(f"{name} is executable")
        if b"\0" in texts[name] and Path(name).suffix not in BINARIES:
            found.append(f"{name} is binary")
    return found


def gate(path: Path) -> list[str]:
    """Return all that the repository could say against the zip at `path`."""
    found = archive(path)
    with tempfile.TemporaryDirectory() as place, zipfile.ZipFile(path) as opened:
        opened.extractall(place)
        folder = Path(place) / "rrsis"
        text = (folder / "metadata.txt").read_text(encoding="utf-8")
        icon = re.search(r"(?m)^icon=(.+)$", text)
        if icon and not (folder / icon[1]).is_file():
            found.append(f"metadata.txt: there is no icon {icon[1]}")
        return found + metadata(text) + scanned(folder, EXCUSED) + secrets(folder) + style(folder) + missing(folder)


if __name__ == "__main__":
    target = write_zip(ROOT / "dist" / "rrsis.zip")
    problems = gate(target)
    sys.stdout.write(f"{target}: {target.stat().st_size} bytes, {len(problems)} findings\n")
    for entry in unpublished((ROOT / "metadata.txt").read_text(encoding="utf-8")):
        sys.stdout.write(f"Before it is published: {entry} leads to nobody, see CONTRIBUTING.md\n")
    sys.exit("\n".join(problems) or None)
