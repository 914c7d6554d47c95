"""QGIS's own enums are named with their scope, which QGIS 4 demands; Qt's are looked up by scripts/qt6.py."""

import ast
import enum
import importlib
from pathlib import Path

import pytest

from scripts.qt6 import chains

PLUGIN = Path(__file__).resolve().parents[2] / "plugin"
FILES = sorted(PLUGIN.rglob("*.py"))


def unscoped(code):
    """Return line and name of every enum of QGIS that is named without its scope."""
    tree = ast.parse(code)
    roots = {
        alias.asname or alias.name: f"{node.module}:{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in ("qgis.core", "qgis.gui")
        for alias in node.names
    }
    found = []
    for line, origin, attributes in chains(tree, roots):
        module, name = origin.split(":")
        thing = getattr(importlib.import_module(module), name)
        for attribute in attributes:
            above, thing = thing, getattr(thing, attribute, None)
            known = isinstance(thing, (int, enum.Enum)) and type(thing) not in (int, bool)
            if known and above is not type(thing) and not isinstance(above, enum.Enum):
                found.append((line, f"{name}.{'.'.join(attributes)}"))
            if thing is None or known:
                break
    return found


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(PLUGIN)) for path in FILES])
def test_enums_have_their_scope(path):
    assert unscoped(path.read_text(encoding="utf-8")) == []


def test_one_without_is_found():
    code = "from qgis.core import QgsTask, Qgis\na = QgsTask.CanCancel\nb = QgsTask.Flag.CanCancel\nc = Qgis.Info\n"
    assert [line for line, _ in unscoped(code)] == [2, 4]
