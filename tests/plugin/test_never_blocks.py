"""Nothing that waits is called where the main thread could be; only tasks and algorithms, on threads, may wait.

Once by reading the code, and once by using the dock while Python tells of each file, process and sleep.
"""

import ast
import sys
import threading
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication
from rrsis import classFactory
from rrsis.plugin import i18n, recipe

PLUGIN = Path(i18n.__file__).resolve().parent
ROOT = PLUGIN.parent
NOWHERE = {"sleep", "processEvents", "waitForFinished", "waitForDone", "waitForReadyRead", "exec_", "blockingGet"}
# Functions that run on threads of tasks, by file: what they do may take its time, so nobody else may call them.
ON_THREADS = {
    "diagnostics.py": {"report", "_environment"},
    "histogram.py": {"counts_of", "_count"},
    "job.py": {"carry_out", "_drop_probability", "_with_files", "_place_for"},
    "layers.py": {"render", "write_mask"},
    "looks.py": {"_read"},
    "project_file.py": {"copy_layers", "_copy", "_counts", "_take_back", "_opened", "_made"},
    "provenance.py": {"history_of"},
    "results.py": {"copy_into", "_rescue", "opened", "result_layer", "remember", "writable_place"},
    "review_task.py": {"exchange_features"},
    "run_folder.py": {"enter", "leave", "_sweep", "forget_old"},
    "task.py": {"_show"},
}
TASKS = {"work", "processAlgorithm"}
# What waits for the worker, a file, a process or the network, of Python, QGIS and GDAL; a name before the dot is given.
WAITING = {"ask", "threshold", "probe", "build_environment", "communicate", "subprocess.*", "sqlite3.connect", "open"}
WAITING |= {"read_text", "read_bytes", "write_text", "write_bytes", "unlink", "rename", "urlopen", "mkdtemp"}
WAITING |= {"shutil.*", "rmtree", "copyfile", "copy2", "copytree", "OpenEx", "gdal.Open", "ogr.Open", "VectorTranslate"}
WAITING |= {"bandStatistics", "histogram", "block", "writeRaster", "writeAsVectorFormatV3", "dropVectorTable"}
WAITING |= {name for names in ON_THREADS.values() for name in names} - {"_show", "report", "remember"}
# On the main thread all the same, because it is short: the gallery's list and its one small picture.
SHORT = {("gallery.py", "examples"), ("gallery.py", "example_layer")}


def calls(tree):
    """Yield (name of the innermost function around it, line, name, name with what stands before the dot) of calls."""
    inner = {}
    imported = [node.names for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    renamed = {alias.asname: alias.name for names in imported for alias in names if alias.asname}
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            inner.update({id(node): function.name for node in ast.walk(function) if isinstance(node, ast.Call)})
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and id(node) in inner:
            called = node.func
            if isinstance(called, ast.Attribute):
                owner = called.value.id if isinstance(called.value, ast.Name) else ""
                yield inner[id(node)], node.lineno, called.attr, f"{owner}.{called.attr}"
            else:
                name = getattr(called, "id", "")
                yield inner[id(node)], node.lineno, renamed.get(name, name), renamed.get(name, name)


def waits(name, full):
    """Return whether a call waits; a dialog's open() does not."""
    return (name in WAITING and (name != "open" or full == "open")) or {full, f"{full.split('.')[0]}.*"} & WAITING


def waiting_calls(path):
    """Return the calls in a file that wait outside of threads."""
    allowed = TASKS | ON_THREADS.get(path.name, set())
    if path.parent.name == "algorithms":  # whose steps run where processAlgorithm() does
        allowed |= {"_cut", "_search", "_scratch", "give_each_split_a_place"}
    return [
        f"{path.name}:{line} {full} in {function}"
        for function, line, name, full in calls(ast.parse(path.read_text(encoding="utf-8")))
        if name in NOWHERE or (waits(name, full) and function not in allowed and (path.name, function) not in SHORT)
    ]


@pytest.mark.parametrize("path", sorted(PLUGIN.rglob("*.py")), ids=lambda p: p.name)
def test_nothing_waits_on_the_main_thread(path):
    assert waiting_calls(path) == []


@pytest.mark.parametrize(
    "line",
    [
        "self.client.ask('segment', {})",
        "time.sleep(1)",
        "path.read_text()",
        "open(path).read()",
        "subprocess.run(['true'])",
        "sqlite3.connect(path)",
        "self.layer.dataProvider().bandStatistics(1)",
        "copy_layers(source, target, layers)",
        "run_folder.enter(None)",
        "gdal.Open(path)",
        "application.processEvents()",
        "shutil.which('uv')",
    ],
)
def test_the_check_sees_what_waits(line, tmp_path):
    (tmp_path / "results.py").write_text(f"def clicked(self):\n    {line}\n")
    assert len(waiting_calls(tmp_path / "results.py")) == 1
    (tmp_path / "results.py").write_text("def clicked(self):\n    self.dialog.open()\n    signal.connect(f)\n")
    assert waiting_calls(tmp_path / "results.py") == []


def test_a_name_given_anew_hides_nothing(tmp_path):
    (tmp_path / "results.py").write_text("from time import sleep as nap\n\n\ndef clicked(self):\n    nap(1)\n")
    assert waiting_calls(tmp_path / "results.py") == ["results.py:5 sleep in clicked"]


def test_the_functions_that_may_wait_are_there():
    for file, names in ON_THREADS.items():
        tree = ast.parse((PLUGIN / file).read_text(encoding="utf-8"))
        assert names <= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}, file


class Overheard:
    """What Python tells of while it is on: files, processes, connections and sleeps of our code on the main thread."""

    HEARD = ("open", "os.", "shutil.", "sqlite3.", "socket.", "subprocess.", "tempfile.", "time.sleep", "urllib.")
    LOOKS = ("os.listdir", "os.scandir")  # of the few folders of models of one's own
    # Small files: the gallery, the cards of one's own models, and what the environment is named after.
    OWN = (str(ROOT / "resources"), "metadata.json", str(ROOT / "rrsis_core" / "worker" / "requirements.txt"))

    def __init__(self):
        self.on = False
        self.lines = []
        sys.addaudithook(self)  # for good: nobody can take it away

    def __call__(self, event, arguments):
        if not self.on or threading.current_thread() is not threading.main_thread():
            return
        if event.startswith(self.HEARD) and event not in self.LOOKS:
            self.on = False
            place = self.place()
            if place and not (event == "open" and any(own in str(arguments[0]) for own in self.OWN)):
                self.lines.append(f"{event} {str(arguments)[:80]} at {place}")
            self.on = True

    @staticmethod
    def place():
        """Return which function of ours does it; "" where it is nobody of us, or the import of a module."""
        frame = sys._getframe(2)
        while frame is not None:
            file, name = frame.f_code.co_filename, frame.f_code.co_name
            if file.startswith((str(PLUGIN), str(ROOT / "rrsis_core"))):
                return "" if name == "<module>" else f"{Path(file).name}:{frame.f_lineno} {name}"
            frame = frame.f_back
        return ""


@pytest.fixture(scope="module")
def overheard():
    return Overheard()


def used(plugin, imagery, polygons, waiting):
    """Do with the dock what a person does: describe, search twice, review, append, discard, preview, report."""
    dock, published = plugin.dock, []
    plugin.runner.published.connect(published.append)
    quiet = lambda: waiting(lambda: not plugin.runner.tasks)  # noqa: E731
    dock.show()
    dock.follow(imagery)
    dock.show_environment("")
    dock.moreBox.setCollapsed(False)
    dock.show_gallery()
    QCoreApplication.processEvents()
    dock.gallery.close()
    dock.add_phrase("white cars")
    dock.copy_recipe()
    dock.paste_recipe()
    for combo in (dock.extentCombo, dock.modelCombo, dock.deviceCombo):
        for index in reversed(range(combo.count())):
            combo.setCurrentIndex(index)
    dock.runButton.click()
    plugin.runner.segment(dock.job())  # waits in the queue
    waiting(lambda: len(published) == 2)
    dock.follow(published[0][0])
    for value in (40, 45, 60):
        dock.review.slider.setValue(value)
        QCoreApplication.processEvents()
    waiting(lambda: dock.review.undo.isEnabled())
    quiet()
    for button in (dock.review.undo, dock.review.redo, dock.review.accept, dock.review.again):
        button.click()
        quiet()
    dock.review.list_targets()
    dock.review.append_requested.emit(published[0][0], polygons)
    waiting(lambda: polygons.featureCount() == 3)
    polygons.rollBack()
    dock.review.probabilities.click()
    dock.review.discard.click()
    dock.follow(imagery)
    dock.report_requested.emit()
    quiet()
    dock.previewButton.setChecked(True)
    quiet()
    dock.previewButton.setChecked(False)
    page = plugin.options.createWidget(None)
    page.apply()
    page.deleteLater()
    return published


def test_the_dock_in_use_opens_no_file_and_waits_for_nothing(
    qgis_iface, layer, polygons, toy_client, waiting, overheard
):
    plugin = classFactory(qgis_iface)
    plugin.initGui()
    plugin.client._root, plugin.client._module = toy_client._root, toy_client._module
    overheard.lines.clear()
    overheard.on = True
    try:
        assert len(used(plugin, layer, polygons, waiting)) == 2
        QgsApplication.clipboard().setText("")
    finally:
        overheard.on = False
        plugin.unload()
    assert overheard.lines == []


def test_what_a_slot_opens_or_waits_for_is_heard(overheard, monkeypatch, tmp_path):
    def slot():
        (tmp_path / "a").write_text("x")

    monkeypatch.setattr(slot, "__code__", slot.__code__.replace(co_filename=recipe.__file__))
    overheard.lines.clear()
    overheard.on = True
    slot()
    overheard.on = False
    assert len(overheard.lines) == 1 and "slot" in overheard.lines[0]
