"""Collect what the plugin shows, keep resources/i18n/*.ts up to date, say what is missing, and compile."""

from __future__ import annotations

import argparse
import ast
import importlib.util
import shutil
import string
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("de", "es", "fr", "ne", "pt", "zh")  # English is the source
CONTEXT = "RRSIS"  # of tr(), as in plugin/i18n.py; uic takes the class of a form

FORMS = {"de": 2, "es": 2, "fr": 2, "ne": 2, "pt": 2, "zh": 1}
"""How many forms of a count Qt knows in each language."""
BETWEEN = "\x1f"  # the forms of one text in a catalogue

Key = tuple[str, str]  # context and English text


@dataclass
class Catalogue:
    """The texts of one language, as a .ts file holds them.

    Attributes:
        current: Translation of each text that the plugin shows; "" where it is missing.
        vanished: Translations of texts that it shows no more, kept for the day when they come back.
    """

    current: dict[Key, str] = field(default_factory=dict)
    vanished: dict[Key, str] = field(default_factory=dict)

    @property
    def missing(self) -> list[str]:
        """The English texts without a translation."""
        return [source for (_, source), translation in self.current.items() if not translation]


def texts_of_python(path: Path) -> Iterator[str]:
    """Yield the text of every tr("…") in `path`, and of every trn("…", "…", n) the one of many."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "trn"):
            count = 1 if node.func.id == "tr" else 2
            texts = [a.value for a in node.args[:count] if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            if len(texts) != count:
                raise SystemExit(
                    f"{path}:{node.lineno}: {node.func.id}() takes a literal, so that it can be collected."
                )
            if count == 2 and not all("%n" in text for text in texts):
                raise SystemExit(f"{path}:{node.lineno}: trn() takes texts with %n.")
            yield texts[-1]


def texts_of_form(path: Path) -> Iterator[Key]:
    """Yield context and text of every string in the form `path` that is not marked notr."""
    form = ElementTree.parse(path).getroot()
    context = form.findtext("class", "")
    for element in form.iter("string"):
        if element.text and element.get("notr") != "true":
            yield context, element.text


def sources(root: Path = ROOT) -> dict[Key, set[str]]:
    """Return every text that the plugin below `root` shows, with the files that show it."""
    found: dict[Key, set[str]] = {}
    plugin = root / "plugin"
    for path in sorted([*plugin.rglob("*.py"), *plugin.rglob("*.ui")]):
        name = path.relative_to(root).as_posix()
        texts = texts_of_form(path) if path.suffix == ".ui" else ((CONTEXT, text) for text in texts_of_python(path))
        for key in texts:
            found.setdefault(key, set()).add(name)
    return found


def read(path: Path) -> Catalogue:
    """Return the catalogue in the .ts file `path`; an empty one where there is no file."""
    catalogue = Catalogue()
    if not path.is_file():
        return catalogue
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            kind = "" if translation is None else translation.get("type", "")
            part = catalogue.vanished if kind in ("vanished", "obsolete") else catalogue.current
            done = translation is not None and kind != "unfinished"
            text = _text(message, translation, path.stem.partition("_")[2]) if done else ""
            part[name, message.findtext("source", "")] = text
    return catalogue


def _text(message: ElementTree.Element, translation: ElementTree.Element, language: str) -> str:
    """Return a translation, its forms parted by BETWEEN; nothing where a form is missing."""
    if message.get("numerus") != "yes":
        return translation.text or ""
    found = [form.text or "" for form in translation.iter("numerusform")]
    return BETWEEN.join(found) if all(found) and len(found) == FORMS.get(language) else ""


def forms(text: str) -> list[str]:
    """Return the forms of a translation: one, or one for each kind of count."""
    return text.split(BETWEEN)


def updated(old: Catalogue, wanted: dict[Key, set[str]]) -> Catalogue:
    """Return `old` for the texts in `wanted`: known translations stay, the others wait or vanish.

    A text that came back, or that another context has, takes its translation from there.
    """
    known = {**old.vanished, **{key: text for key, text in old.current.items() if text}}
    by_text = {source: translation for (_, source), translation in known.items()}
    current = {key: known.get(key) or by_text.get(key[1], "") for key in wanted}
    return Catalogue(current, {key: text for key, text in known.items() if key not in wanted})


def write(path: Path, catalogue: Catalogue, wanted: dict[Key, set[str]]) -> None:
    """Write `catalogue` as the .ts file `path`, which Qt Linguist opens."""
    root = ElementTree.Element("TS", version="2.1", language=path.stem.partition("_")[2], sourcelanguage="en")
    everything = {**catalogue.current, **catalogue.vanished}
    for name in sorted({context for context, _ in everything}):
        context = ElementTree.SubElement(root, "context")
        ElementTree.SubElement(context, "name").text = name
        for key in (key for key in everything if key[0] == name):
            plural = {"numerus": "yes"} if "%n" in key[1] else {}
            message = ElementTree.SubElement(context, "message", plural)
            for file in sorted(wanted.get(key, ())):
                ElementTree.SubElement(message, "location", filename=f"../../{file}")
            ElementTree.SubElement(message, "source").text = key[1]
            translation = ElementTree.SubElement(message, "translation")
            if plural:
                count = FORMS.get(root.get("language", ""), 2)
                for form in forms(everything[key]) if everything[key] else [""] * count:
                    ElementTree.SubElement(translation, "numerusform").text = form or None
            else:
                translation.text = everything[key] or None
            if key not in catalogue.current:
                translation.set("type", "vanished")
            elif not everything[key]:
                translation.set("type", "unfinished")
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def update(folder: Path = FOLDER, root: Path = ROOT) -> dict[str, list[str]]:
    """Bring the .ts files in `folder` up to date with the plugin; return what each language lacks."""
    wanted, missing = sources(root), {}
    for language in LANGUAGES:
        path = folder / f"rrsis_{language}.ts"
        catalogue = updated(read(path), wanted)
        write(path, catalogue, wanted)
        missing[language] = catalogue.missing
    return missing


def placeholders(text: str) -> list[tuple[str, str]]:
    """Return name and format of every {…} in `text`, sorted, since word order differs between languages."""
    return sorted((name, form or "") for _, name, form, _ in string.Formatter().parse(text) if name is not None)


def lrelease() -> str:
    """Return Qt's compiler of translations: PySide6's, else the system's; raises SystemExit where there is none."""
    spec = importlib.util.find_spec("PySide6")
    folders = [Path(place) for place in spec.submodule_search_locations or ()] if spec else []
    names = [folder / name for folder in folders for name in ("lrelease", "lrelease.exe")]
    found = next((str(path) for path in names if path.is_file()), None) or shutil.which("lrelease")
    if found is None:
        raise SystemExit("There is no lrelease. Install it with: make setup (or the package qttools5-dev-tools).")
    return found


def compiled(ts: Path, qm: Path) -> Path:
    """Compile `ts` to `qm`, which Qt loads; what is unfinished shows in English."""
    command = [lrelease(), "-silent", "-nounfinished", str(ts), "-qm", str(qm)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode or not qm.is_file():
        raise SystemExit(f"{ts} could not be compiled: {done.stderr or done.stdout}")
    return qm


def main(arguments: list[str] | None = None) -> str | None:
    """Update the .ts files, or compile them into a folder; return what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--compile", type=Path, metavar="FOLDER", help="write rrsis_*.qm there instead of updating")
    asked = parser.parse_args(arguments)
    if asked.compile:
        asked.compile.mkdir(parents=True, exist_ok=True)
        for ts in sorted(FOLDER.glob("*.ts")):
            compiled(ts, asked.compile / f"{ts.stem}.qm")
        return None
    missing = update()
    lines = [f"{language}: {text!r} is missing" for language, texts in missing.items() for text in texts]
    sys.stdout.write(f"{len(sources())} texts in {len(LANGUAGES)} languages, {len(lines)} translations missing\n")
    return "\n".join(lines) or None


if __name__ == "__main__":
    sys.exit(main())
