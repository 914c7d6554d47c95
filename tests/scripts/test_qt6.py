"""The check for Qt 6 finds names that are gone, enums without their scope, and forms that do not load."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.qt6 import chains, qt_names, removed

CODE = """
from qgis.PyQt.QtCore import Qt, QTimer as Clock
from qgis.core import QgsTask
class A:
    side = Qt.DockWidgetArea.RightDockWidgetArea
    def run(self):
        Clock.singleShot(1, self.run)
        return QgsTask.Flag.CanCancel
"""


def test_names_of_qt_are_followed_through_their_aliases() -> None:
    tree = ast.parse(CODE)
    roots = qt_names(tree)
    assert roots == {"Qt": "QtCore.Qt", "Clock": "QtCore.QTimer"}
    assert list(chains(tree, roots)) == [
        (5, "QtCore.Qt", ["DockWidgetArea", "RightDockWidgetArea"]),
        (7, "QtCore.QTimer", ["singleShot"]),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "dialog.exec_()",
        "from PyQt5.QtCore import Qt",
        "from qgis.PyQt.QtCore import QRegExp",
        "from . import resources_rc",
        "QVariant.Int",
        "QVariant()",
        "combo.activated[str].connect(f)",
        "widget.fontMetrics().width(text)",
        "font_metrics.width(text)",
        "def exec_(self): pass",
        "menu.addAction(icon, text, slot, key)",
        "QDateTime(2026, 11, 28, 12, 0, 0, 0, 0)",
        "QDateTime(QDate(2026, 11, 28))",
        "QIcon('picture.webp')",
        "moment.toTime_t()",
    ],
)
def test_what_was_removed_is_found(line: str) -> None:
    assert list(removed(ast.parse(line)))


def test_what_stayed_is_left_alone() -> None:
    code = "dialog.exec()\nlist_view.setResizeMode(x)\nnames['a'][str]\nwidget.fontMetrics().height()\n"
    code += "QDateTime(d, t)\nmenu.addAction(a)\n"
    assert not list(removed(ast.parse(code)))


PROBE = """
import sys; from pathlib import Path
from PyQt6.QtWidgets import QApplication
from scripts.qt6 import check, form, lookup
application = QApplication([])
assert lookup("QtCore.Qt", ["DockWidgetArea", "RightDockWidgetArea"]) == ""
assert lookup("QtCore.Qt", ["DockWidgetArea", "RightDockWidgetArea", "value"]) == ""
assert lookup("QtWidgets.QAction", []) == ""
assert "not in PyQt6" in lookup("QtCore.Qt", ["RightDockWidgetArea"])
assert "has no" in lookup("QtCore.QRegExp", [])
folder = Path(sys.argv[1])
(folder / "a.py").write_text("from qgis.PyQt.QtCore import Qt\\nx = Qt.AlignLeft\\n")
assert len(check(folder)) == 1
(folder / "a.py").write_text("class A:\\n def f(self, box):\\n  return self.list.SingleSelection, box.Accepted\\n")
assert len(check(folder)) == 2
(folder / "a.py").write_text("from qgis.PyQt.QtWidgets import QDialog\\nx = QDialog.DialogCode.Accepted.value\\n")
assert not check(folder)
(folder / "bad.ui").write_text("<ui version='4.0'><widget class='QNothing' name='a'/></ui>")
assert form(folder / "bad.ui")
"""


def test_the_lookup_is_made_in_pyqt6(tmp_path: Path, root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(tmp_path)],
        cwd=root, env={"QT_QPA_PLATFORM": "offscreen", "PATH": ""}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_the_plugin_has_no_finding(root: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "scripts.qt6"], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
