"""Look up in PyQt6 what the plugin's code names, load its forms there, and find what Qt 6 and QGIS 4 removed.

Rules after QGIS's own converter and the guide for migrating plugins to QGIS 4.
"""

from __future__ import annotations

import ast
import enum
import importlib
import os
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
# QGIS's own layer over PyQt6 offers these where Qt 5 had them.
MOVED = {
    "QAction": "QtGui",
    "QActionGroup": "QtGui",
    "QShortcut": "QtGui",
    "QUndoCommand": "QtGui",
    "QUndoStack": "QtGui",
}
REMOVED_CALLS = {
    "exec_": "exec",
    "print_": "print",
    "desktop": "QGuiApplication.screens",
    "globalPos": "globalPosition().toPoint(), where there is one",
    "localPos": "position, where there is one",
    "setMargin": "setContentsMargins",
    "setTabStopWidth": "setTabStopDistance",
    "setCodec": "nothing: texts are UTF-8",
    "toPyObject": "nothing: values are Python's",
    "delta": "angleDelta",
    "toTime_t": "toSecsSinceEpoch",
    "fromTime_t": "fromSecsSinceEpoch",
}
REMOVED_NAMES = {
    "QRegExp": "QRegularExpression",
    "QRegExpValidator": "QRegularExpressionValidator",
    "QDesktopWidget": "QScreen",
    "QMatrix": "QTransform",
    "QTextCodec": "QStringConverter",
    "qApp": "QApplication.instance()",
    "QGLWidget": "QOpenGLWidget",
    "QNetworkConfigurationManager": "QNetworkInformation",
    "QWebView": "nothing that QGIS ships",
    "QWebPage": "nothing that QGIS ships",
    "QSignalMapper": "a slot with functools.partial",
    "QXmlSimpleReader": "QXmlStreamReader",
    "QXmlDefaultHandler": "QXmlStreamReader",
    "QSound": "QSoundEffect",
}


def qt_names(tree: ast.Module) -> dict[str, str]:
    """Return which Qt module each name comes from that a file imports from qgis.PyQt."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt.Qt"):
            for alias in node.names:
                found[alias.asname or alias.name] = f"{node.module.removeprefix('qgis.PyQt.')}.{alias.name}"
    return found


def chains(tree: ast.Module, roots: dict[str, str]) -> Iterator[tuple[int, str, list[str]]]:
    """Yield line, origin and attributes of every dotted name that begins with one of `roots`, the longest alone."""
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if not isinstance(node, (ast.Attribute, ast.Name)) or id(node) in inner:
            continue
        line, attributes = node.lineno, []
        while isinstance(node, ast.Attribute):
            attributes.insert(0, node.attr)
            node = node.value
        if isinstance(node, ast.Name) and node.id in roots:
            yield line, roots[node.id], attributes


def lookup(origin: str, attributes: list[str]) -> str:
    """Return "" where PyQt6 has the name with its enums fully scoped, else what is wrong."""
    module, name = origin.split(".")
    try:
        thing: Any = getattr(importlib.import_module(f"PyQt6.{MOVED.get(name, module)}"), name)
    except (ImportError, AttributeError):
        return f"PyQt6.{module} has no {name}"
    for attribute in attributes:
        if isinstance(thing, enum.Enum):  # its value and methods
            return ""
        if not hasattr(thing, attribute):
            return f"{name}.{'.'.join(attributes)} is not in PyQt6"
        thing = getattr(thing, attribute)
    return ""


def members() -> set[str]:
    """Return the names of the members of all enums of the Qt modules that a plugin uses."""
    found: set[str] = set()
    for module in ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtXml"):
        classes = vars(importlib.import_module(f"PyQt6.{module}")).values()
        enums = [one for kind in classes if isinstance(kind, type) for one in (kind, *vars(kind).values())]
        found.update(n for one in enums if isinstance(one, enum.EnumMeta) for n in one.__members__)
    return found


def through_objects(tree: ast.Module, known: set[str]) -> Iterator[tuple[int, str]]:
    """Yield line and sentence for members of enums that are taken from an object, such as self.list.NoSelection."""
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    given = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in known and node.attr[0].isupper() and id(node) not in called:
            owner = node.value
            is_class = isinstance(owner, ast.Attribute) and owner.attr[0].isupper()
            if (isinstance(owner, (ast.Attribute, ast.Call)) and not is_class) or getattr(owner, "id", "") in given:
                yield node.lineno, f"{ast.unparse(node)}: name the enum's member with its class and its enum"


def removed(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and sentence for what Qt 6 or QGIS 4 took away."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in REMOVED_CALLS:
            yield node.lineno, f"{node.func.attr}() is gone: use {REMOVED_CALLS[node.func.attr]}"
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from _removed_imports(node)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "QVariant":
            yield node.lineno, "QVariant's types are QMetaType.Type"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QVariant":
            yield node.lineno, "null is qgis.core.NULL"
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute):
            if isinstance(node.slice, ast.Name) and node.slice.id in ("str", "int", "bool"):
                yield node.lineno, f"{node.value.attr}[{node.slice.id}]: signals have no such overloads"
        elif isinstance(node, ast.Attribute) and node.attr == "width" and _measures_text(node.value):
            yield node.lineno, "QFontMetrics.width is horizontalAdvance"
        elif isinstance(node, ast.FunctionDef) and node.name == "exec_":
            yield node.lineno, "exec_ is exec"
        elif isinstance(node, ast.Constant) and str(node.value).lower().endswith(".webp"):
            yield node.lineno, "QGIS 4 reads no WebP: use PNG or SVG"
        elif isinstance(node, ast.Call):
            yield from _fragile(node)


def _measures_text(value: ast.expr) -> bool:
    """Return whether an expression is a QFontMetrics, by its name."""
    return "fontmetrics" in ast.unparse(value).lower().replace("_", "")


def _fragile(node: ast.Call) -> Iterator[tuple[int, str]]:
    """Yield what QGIS's converter says of a call that Qt 6 takes otherwise."""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name == "addAction" and len(node.args) >= 4:
        yield node.lineno, "addAction() with four arguments: make a QAction and add it"
    if name == "QDateTime" and (len(node.args) >= 6 or (len(node.args) == 1 and "QDate(" in ast.unparse(node.args[0]))):
        yield node.lineno, "QDateTime takes a QDate and a QTime"


def _removed_imports(node: ast.Import | ast.ImportFrom) -> Iterator[tuple[int, str]]:
    modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
    for module in modules:
        if module.split(".")[0] in ("PyQt5", "PyQt6", "sip"):
            yield node.lineno, f"{module}: import from qgis.PyQt alone"
    for alias in node.names:
        if alias.name in REMOVED_NAMES:
            yield node.lineno, f"{alias.name} is gone: use {REMOVED_NAMES[alias.name]}"
        if alias.name.endswith("_rc"):
            yield node.lineno, f"{alias.name}: compiled resources are gone, load files by their path"


def form(path: Path) -> str:
    """Return "" where PyQt6 builds the form, with plain widgets for QGIS's own; else its complaint."""
    from PyQt6 import QtWidgets, uic

    class Plain(types.ModuleType):
        def __getattr__(self, name: str) -> type:
            if name.startswith("__"):
                raise AttributeError(name)
            base = QtWidgets.QDockWidget if name.endswith("DockWidget") else _base(name)
            made = type(name, (base,), {"__getattr__": _setter})
            setattr(self, name, made)
            return made

    def _base(name: str) -> type:
        for end, kind in (("ComboBox", "QComboBox"), ("GroupBox", "QGroupBox"), ("SpinBox", "QDoubleSpinBox")):
            if name.endswith(end):
                return getattr(QtWidgets, kind)
        return QtWidgets.QWidget

    def _setter(widget: object, name: str) -> object:
        if not name.startswith("set"):  # QGIS's own properties, whatever they are
            raise AttributeError(name)
        return lambda *_: None

    names = ("qgis", "qgis.gui", "qgis.core")
    before = {name: sys.modules.get(name) for name in names}
    sys.modules.update({name: Plain(name) for name in names})
    try:
        uic.loadUi(str(path))
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    finally:
        for name, module in before.items():
            sys.modules.pop(name)
            if module is not None:
                sys.modules[name] = module
    return ""


def check(folder: Path) -> list[str]:
    """Return what in `folder` would not work with Qt 6."""
    found, known = [], members()
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = path.relative_to(folder.parent)
        roots = qt_names(tree)
        wrong = {(line, lookup(origin, attributes)) for line, origin, attributes in chains(tree, roots)}
        wrong |= {(0, lookup(origin, [])) for origin in roots.values()}
        found += [
            f"{name}:{line} {text}"
            for line, text in sorted(wrong | set(removed(tree)) | set(through_objects(tree, known)))
            if text
        ]
    return found


def main() -> int:
    """Print what is wrong with the plugin and return how much."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PyQt6.QtWidgets import QApplication

    _application = QApplication([])
    folder = ROOT / "plugin"
    found = check(folder)
    found += [f"{path.name}: {text}" for path in sorted(folder.rglob("*.ui")) if (text := form(path))]
    print(*found, f"{len(found)} findings", sep="\n")
    return min(len(found), 1)


if __name__ == "__main__":
    sys.exit(main())
