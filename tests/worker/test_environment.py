"""Where the worker's Python is looked for, and what it says of itself."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from rrsis_core.errors import Cancelled, EnvironmentBroken, EnvironmentMissing
from rrsis_core.worker import environment
from rrsis_core.worker.environment import STAMP, find_python, managed_folder, probe, python_in


def fake(folder: Path, stamp: bool = True) -> Path:
    python = python_in(folder)
    python.parent.mkdir(parents=True)
    python.write_text("")
    if stamp:
        (folder / STAMP).write_text("{}")
    return python


@pytest.fixture
def variables(tmp_path):
    return {"RRSIS_HOME": str(tmp_path / "data")}


def test_the_order_is_setting_variable_managed_checkout(tmp_path, variables):
    root = tmp_path / "root"
    with pytest.raises(EnvironmentMissing, match="Set up"):
        find_python(root=root, environ=variables)
    checkout = fake(root / ".venv", stamp=False)
    assert find_python(root=root, environ=variables) == checkout
    managed = fake(managed_folder(environ=variables))
    assert find_python(root=root, environ=variables) == managed
    variables["RRSIS_PYTHON"] = str(fake(tmp_path / "variable"))
    assert find_python(root=root, environ=variables) == Path(variables["RRSIS_PYTHON"])
    setting = fake(tmp_path / "setting")
    assert find_python(str(setting), root=root, environ=variables) == setting
    assert find_python(str(tmp_path / "setting"), root=root, environ=variables) == setting


def test_a_chosen_python_that_is_not_there_is_an_error_not_passed_over(tmp_path, variables):
    fake(managed_folder(environ=variables))
    with pytest.raises(EnvironmentMissing, match="the settings"):
        find_python(str(tmp_path / "gone"), environ=variables)
    with pytest.raises(EnvironmentMissing, match="RRSIS_PYTHON"):
        find_python(environ={**variables, "RRSIS_PYTHON": str(tmp_path / "gone")})


def test_a_look_at_an_interpreter_can_be_cancelled(tmp_path):
    hangs = tmp_path / "python"
    hangs.write_text("#!/bin/sh\nexec sleep 60\n")
    hangs.chmod(0o700)
    began = time.monotonic()
    with pytest.raises(Cancelled):
        probe(hangs, cancelled=lambda: time.monotonic() > began + 0.3)
    assert time.monotonic() < began + 5


def test_a_build_without_its_stamp_is_not_used(tmp_path, variables):
    fake(managed_folder(environ=variables), stamp=False)
    with pytest.raises(EnvironmentMissing):
        find_python(root=tmp_path, environ=variables)


def test_the_managed_folder_follows_the_requirements(tmp_path, variables):
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_bytes(b"a==1\nb==2\n")
    two.write_bytes(b"a==1\r\nb==2\r\n")
    assert managed_folder(one, variables) == managed_folder(two, variables)
    two.write_bytes(b"a==2\n")
    assert managed_folder(one, variables) != managed_folder(two, variables)


def test_probe_tells_versions_and_what_is_broken():
    said = probe(Path(sys.executable), ("tqdm", "no_such_package"))
    assert said.python == ".".join(map(str, sys.version_info[:3]))
    assert set(said.packages) == {"tqdm"}
    assert "no_such_package" in said.broken
    assert said.devices == ("cpu",)


def test_probe_of_what_is_no_python_is_an_error(tmp_path):
    with pytest.raises(EnvironmentBroken, match="nowhere"):
        probe(tmp_path / "nowhere")
    script = tmp_path / "python"
    script.write_text("#!/bin/sh\necho no >&2; exit 3\n")
    os.chmod(script, 0o700)
    with pytest.raises(EnvironmentBroken, match="exit code 3 no"):
        probe(script)
    script.write_text("#!/bin/sh\nsleep 30\n")
    with pytest.raises(EnvironmentBroken, match="in time"):
        probe(script, timeout_s=0.3)


def test_the_requirements_are_pinned_each_with_its_reason():
    for line in environment.REQUIREMENTS.read_text().splitlines():
        assert line.startswith("#") or ("==" in line and "#" in line), line


def test_the_home_of_somebody_who_is_not_known_is_an_error_of_ours(tmp_path, variables):
    """Path.expanduser raises a RuntimeError there, which no door expects."""
    with pytest.raises(EnvironmentMissing, match="~nobody-here"):
        find_python("~nobody-here/bin/python", environ=variables)
    with pytest.raises(EnvironmentMissing, match="~nobody-here"):
        find_python(root=tmp_path, environ={"RRSIS_HOME": "~nobody-here/rrsis"})
