"""Nothing that waits is called where the main thread could be; only tasks and algorithms, on threads, may wait."""

import ast
from pathlib import Path

import pytest
from rrsis.plugin import i18n

PLUGIN = Path(i18n.__file__).resolve().parent
NOWHERE = {"sleep", "processEvents", "waitForFinished", "waitForDone", "waitForReadyRead", "exec_", "blockingGet"}
# Calls that wait for the worker, a file or a thread, and the modules whose code runs on threads of their own.
WAITING = {"ask", "carry_out", "threshold", "probe", "render", "build_environment", "writeAsVectorFormatV3", "rmtree"}
ON_THREADS = {
    "run_folder.py",
    "job.py",
    "layers.py",
    "results.py",
    "diagnostics.py",
    "setup_task.py",
    "task.py",
    "review_task.py",
}
TASKS = {"work", "processAlgorithm", "_cut", "_search", "_with_files", "_scratch"}


def calls(tree):
    """Yield (name of the function around it, line, name) of each call."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Call):
                    called = node.func
                    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                    yield function.name, node.lineno, name


@pytest.mark.parametrize("path", sorted(PLUGIN.rglob("*.py")), ids=lambda p: p.name)
def test_nothing_waits_on_the_main_thread(path):
    for function, line, name in calls(ast.parse(path.read_text(encoding="utf-8"))):
        assert name not in NOWHERE, f"{path.name}:{line} {name}"
        if path.name not in ON_THREADS and function not in TASKS:
            assert name not in WAITING, f"{path.name}:{line} {name} in {function}"


def test_the_check_can_fail():
    tree = ast.parse("def clicked(self):\n    self.client.ask('segment', {})\n")
    assert list(calls(tree)) == [("clicked", 2, "ask")]
