"""Run inside real QGIS by test_installed.py: installs the zip as a person does, uses it, writes what stays."""

import gc
import json
import os
import sys
import threading
import time
import traceback
from collections import Counter
from pathlib import Path

import pyplugin_installer
import qgis.utils
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject
from qgis.PyQt.QtWidgets import QAction, QApplication

WISHES = json.loads(os.environ["RRSIS_INSTALLED"])


def settle(done=lambda: True, limit_s=120.0):
    """Let Qt work for a moment, and then until `done()`."""
    start = time.monotonic()
    while time.monotonic() < start + 0.3 or not done():
        if time.monotonic() > start + limit_s:
            raise TimeoutError("it never happened")
        QCoreApplication.processEvents()
        time.sleep(0.01)


def children():
    """Return the commands of the processes that this one has started and that still live."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, parent = (folder / "stat").read_text().rsplit(")", 1)[1].split()[:2]
            if int(parent) == os.getpid() and state != "Z":
                found.append((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace"))
        except OSError:
            continue
    return found


def is_left_by_qgis(one):
    """Return whether QGIS itself leaves `one` behind: signs of layers, and separators that it took out of menus."""
    separator = isinstance(one, QAction) and one.isSeparator() and not one.associatedWidgets()
    return separator or one.metaObject().className() == "QgsLayerTreeViewIndicator"


def kind(one):
    """Return what an object is, as far as that is the same from one time to the next."""
    text = one.text() if isinstance(one, QAction) else ""
    return " ".join(filter(None, (one.metaObject().className(), one.objectName(), text)))


def remains():
    """Return what of the plugin is there, and the counts that it may not raise."""
    qgis.utils.iface.messageBar().clearWidgets()  # of which some stay for seconds
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        settle()
        gc.collect()
    ours = [
        type(one).__name__
        for one in gc.get_objects()
        if isinstance(one, QObject) and type(one).__module__.startswith("rrsis.") and not sip.isdeleted(one)
    ]
    roots = (qgis.utils.iface.mainWindow(), QCoreApplication.instance())
    held = [one for root in roots for one in root.findChildren(QObject) if not is_left_by_qgis(one)]
    return {
        "objects": sorted(ours),
        "held": Counter(map(kind, held)),
        "widgets": len([one for one in QApplication.allWidgets() if type(one).__module__.startswith("rrsis.")]),
        "named": sorted(
            o.objectName()
            for o in qgis.utils.iface.mainWindow().findChildren(QObject)
            if "rrsis" in o.objectName().lower()
        ),
        "threads": sorted(one.name for one in threading.enumerate()),
        "children": sorted(children()),
        "tasks": len(QgsApplication.taskManager().tasks()),
        "provider": QgsApplication.processingRegistry().providerById("rrsis") is not None,
        "modules": sorted(name for name in sys.modules if name.split(".")[0] == "rrsis"),
    }


def use():
    """Open the dock, search, and return how many objects were found."""
    plugin = qgis.utils.plugins["rrsis"]
    plugin.dock.show()
    settle()
    if WISHES["toy"]:
        plugin.client._root, plugin.client._module = Path(WISHES["toy"]), "toy_worker"
    layer = QgsRasterLayer(WISHES["raster"], "ortho")
    QgsProject.instance().addMapLayer(layer)
    plugin.dock.follow(layer)
    plugin.dock.show_environment("")
    plugin.dock.add_phrase("white cars")
    published, problems = [], []
    plugin.runner.published.connect(published.append)
    plugin.runner.problem_shown.connect(problems.append)
    plugin.dock.runButton.click()
    settle(lambda: published or problems)
    settle(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    if problems:
        raise problems[0]
    found = [one.featureCount() for one in published[0]]
    QgsProject.instance().clear()
    return found


def run():
    """Install, use, disable and enable again three times, and use once more."""
    said = {"before": remains()}
    pyplugin_installer.instance().installFromZipFile(WISHES["zip"])
    settle()
    said["active"] = "rrsis" in qgis.utils.active_plugins
    said["home"] = qgis.utils.plugins["rrsis"].__module__, qgis.utils.pluginDirectory("rrsis")
    said["found"] = [use()]
    said["children while used"] = len(children())
    assert qgis.utils.unloadPlugin("rrsis")
    said["after"] = [remains()]
    for _ in range(3):
        assert qgis.utils.loadPlugin("rrsis") and qgis.utils.startPlugin("rrsis")
        qgis.utils.plugins["rrsis"].dock.show()
        settle()
        assert qgis.utils.reloadPlugin("rrsis") is not False and "rrsis" in qgis.utils.active_plugins
        assert qgis.utils.unloadPlugin("rrsis")
        said["after"].append(remains())
    assert qgis.utils.loadPlugin("rrsis") and qgis.utils.startPlugin("rrsis")
    said["found"].append(use())
    assert qgis.utils.unloadPlugin("rrsis")
    said["after"].append(remains())
    return said


try:
    answer = run()
except BaseException:
    answer = {"error": traceback.format_exc()}
Path(WISHES["answer"]).write_text(json.dumps(answer))
os._exit(0)
