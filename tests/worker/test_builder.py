"""Builds of small environments, real ones where uv is at hand."""

from __future__ import annotations

import errno
import subprocess
import sys
import threading
import zipfile
from collections import namedtuple
from pathlib import Path

import pytest

from rrsis_core.errors import Cancelled, EnvironmentBroken
from rrsis_core.worker import builder
from rrsis_core.worker.builder import build_environment, estimate_size_bytes, find_interpreter, find_uv
from rrsis_core.worker.environment import is_ready, managed_folder

Usage = namedtuple("Usage", "total used free")


def never():
    return False


def wheel(folder: Path, code: str = "VALUE = 7\n") -> Path:
    """Write a wheel of a package `rrsis_toy` by hand; no network takes part."""
    path = folder / "rrsis_toy-1.0-py3-none-any.whl"
    info = "rrsis_toy-1.0.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("rrsis_toy.py", code)
        archive.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: rrsis-toy\nVersion: 1.0\n")
        archive.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: t\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{info}/RECORD", f"rrsis_toy.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")
    return path


@pytest.fixture
def home(tmp_path, monkeypatch):
    place = tmp_path / "data folder"  # with a blank, as many have
    monkeypatch.setenv("RRSIS_HOME", str(place))
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("RRSIS_PYTHON", raising=False)
    monkeypatch.setattr(builder, "has_nvidia", lambda: False)
    return place


@pytest.fixture
def requirements(tmp_path):
    path = tmp_path / "requirements.txt"
    path.write_text(f"rrsis-toy @ {wheel(tmp_path).as_uri()}\n")
    return path


@pytest.fixture
def real_uv():
    if find_uv() is None:
        pytest.fail("uv is needed: `make setup` installs it")


def build(requirements, report=lambda _: None, cancelled=never, needed=("rrsis_toy",), size_bytes=1000):
    return build_environment(report, cancelled, requirements=requirements, needed=needed, size_bytes=size_bytes)


@pytest.mark.usefixtures("home", "real_uv")
def test_a_real_build_works_is_found_and_is_not_built_twice(requirements, monkeypatch):
    seen = []
    python = build(requirements, seen.append)
    said = subprocess.run(
        [str(python), "-I", "-c", "import rrsis_toy; print(rrsis_toy.VALUE)"], capture_output=True, text=True
    )
    assert said.stdout == "7\n"
    folder = managed_folder(requirements)
    assert is_ready(folder)
    assert sorted(p.name for p in folder.parent.iterdir()) == [folder.name, f"{folder.name}.lock", f"{folder.name}.log"]
    fractions = [p.fraction for p in seen]
    assert fractions == sorted(fractions)
    assert (seen[0].stage, seen[-1].stage, seen[-1].fraction) == ("prepare", "done", 1.0)
    monkeypatch.setattr(builder._Build, "run", None)
    assert build(requirements) == python


@pytest.mark.usefixtures("home", "real_uv")
def test_what_a_cut_off_build_left_is_replaced(requirements):
    folder = managed_folder(requirements)
    for left in (folder, folder.with_name(folder.name + ".part")):
        left.mkdir(parents=True)
        (left / "rubbish").write_text("x")
    build(requirements)
    assert is_ready(folder)
    assert not (folder / "rubbish").exists()


@pytest.mark.usefixtures("home", "real_uv")
def test_a_package_that_does_not_import_fails_the_build(tmp_path, requirements):
    wheel(tmp_path, "raise OSError('WinError 1114: c10.dll')\n")
    with pytest.raises(EnvironmentBroken, match="Visual C") as raised:
        build(requirements)
    assert raised.value.details["cause"] == "library"
    assert not managed_folder(requirements).exists()
    wheel(tmp_path, "raise ValueError('odd')\n")
    with pytest.raises(EnvironmentBroken, match="odd") as raised:
        build(requirements)
    assert raised.value.details["cause"] == "check"


@pytest.mark.usefixtures("home", "real_uv")
def test_a_package_that_does_not_exist_fails_with_a_remedy_and_a_log(tmp_path, monkeypatch):
    monkeypatch.setenv("UV_OFFLINE", "1")
    requirements = tmp_path / "r.txt"
    requirements.write_text("rrsis-no-such-package==9.9\n")
    with pytest.raises(EnvironmentBroken) as raised:
        build(requirements)
    assert raised.value.details["cause"] in {"network", "platform"}
    assert "rrsis-no-such-package" in Path(raised.value.details["log"]).read_text()
    assert not list(managed_folder(requirements).parent.glob("*.part"))


@pytest.mark.usefixtures("home")
def test_a_cancel_stops_the_installer_and_leaves_nothing(tmp_path, requirements, monkeypatch):
    slow = tmp_path / "uv"
    slow.write_text('#!/bin/sh\ncase "$1" in --version) echo uv 1.0;; *) echo Downloading torch; sleep 60;; esac\n')
    slow.chmod(0o700)
    monkeypatch.setattr(builder, "find_uv", lambda: slow)
    seen = []
    with pytest.raises(Cancelled):
        build(requirements, seen.append, lambda: any("torch" in p.text for p in seen))
    assert not managed_folder(requirements).exists()
    assert not list(managed_folder(requirements).parent.glob("*.part"))


@pytest.mark.usefixtures("home")
def test_the_cpu_index_that_is_cut_off_is_passed_over(tmp_path, requirements, monkeypatch):
    fake = tmp_path / "uv"
    fake.write_text(
        "#!/bin/sh\n"
        'case "$*" in\n'
        "  --version) echo uv 1.0;;\n"
        '  *torch-backend*) echo "error: error sending request (dns error)"; exit 2;;\n'
        f"""  venv*) mkdir -p "$3/bin"; printf '#!/bin/sh\\nexec {sys.executable} "$@"' > "$3/bin/python";"""
        ' chmod 700 "$3/bin/python";;\n'
        "esac\n"
    )
    fake.chmod(0o700)
    monkeypatch.setattr(builder, "find_uv", lambda: fake)
    build(requirements, needed=("tqdm",))
    folder = managed_folder(requirements)
    assert '"backend": "default"' in (folder / "rrsis-ready.json").read_text()


@pytest.mark.usefixtures("home")
def test_a_full_disk_is_said_before_anything_is_fetched(requirements, monkeypatch):
    monkeypatch.setattr(builder.shutil, "disk_usage", lambda _: Usage(10**12, 0, 10**9))
    monkeypatch.setattr(builder, "find_uv", None)
    with pytest.raises(EnvironmentBroken, match=r"1.8 GB are needed.*1.0 GB are free") as raised:
        build(requirements, size_bytes=None)
    assert raised.value.details["cause"] == "disk"


@pytest.mark.usefixtures("home")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device of Linux that is always full")
@pytest.mark.usefixtures("real_uv")
def test_a_disk_that_is_full_to_the_last_byte_is_named_too(requirements, home):
    goal = managed_folder(requirements)
    goal.parent.mkdir(parents=True)
    log = goal.with_name(f"{goal.name}.log")
    log.symlink_to("/dev/full")  # takes nothing, not even what is still to be written when it is closed
    with pytest.raises(EnvironmentBroken, match="Free some disk space") as raised:
        build(requirements)
    assert raised.value.details["cause"] == "disk"
    log.unlink()
    assert build(requirements).is_file()


def test_a_second_build_at_once_is_refused(requirements, monkeypatch):
    inside, go = threading.Event(), threading.Event()

    def wait(self, *_):
        inside.set()
        go.wait(20)
        return Path("python")

    monkeypatch.setattr(builder._Build, "run", wait)
    thread = threading.Thread(target=build, args=(requirements,))
    thread.start()
    assert inside.wait(20)
    with pytest.raises(EnvironmentBroken, match="Another window") as raised:
        build(requirements)
    assert raised.value.details["cause"] == "busy"
    go.set()
    thread.join(20)
    assert build(requirements) == Path("python")


@pytest.mark.usefixtures("home")
def test_without_uv_an_interpreter_installs_it(tmp_path, requirements, monkeypatch, home):
    """A stand-in for the interpreter: `venv` makes a folder, `pip install uv` puts uv there."""
    real = find_uv()
    if real is None:
        pytest.fail("uv is needed: `make setup` installs it")
    stand_in = tmp_path / "python3"
    stand_in.write_text(f'#!/bin/sh\nmkdir -p "$3/bin"; cp "$0" "$3/bin/python"; ln -sf {real} "$(dirname "$0")/uv"\n')
    stand_in.chmod(0o700)
    monkeypatch.setattr(builder, "find_interpreter", lambda: stand_in)
    monkeypatch.setattr(builder, "find_uv", lambda: home / "uv/bin/uv" if (home / "uv/bin/uv").exists() else None)
    build(requirements)
    assert is_ready(managed_folder(requirements))


@pytest.mark.usefixtures("home")
def test_without_any_python_the_remedy_is_said(requirements, monkeypatch):
    monkeypatch.setattr(builder, "find_interpreter", lambda: None)
    monkeypatch.setattr(builder, "find_uv", lambda: None)
    with pytest.raises(EnvironmentBroken, match="python3-venv") as raised:
        build(requirements)
    assert raised.value.details["cause"] == "python"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("old", ["#!/bin/sh\necho uv 0.4.1\n", "#!/bin/sh\nexit 127\n", "no program"])
def test_a_uv_that_is_old_or_broken_is_passed_over(tmp_path, requirements, monkeypatch, old):
    uv = tmp_path / "uv"
    uv.write_text(old)
    uv.chmod(0o700)
    monkeypatch.setattr(builder, "find_uv", lambda: uv)
    monkeypatch.setattr(builder, "find_interpreter", lambda: None)
    with pytest.raises(EnvironmentBroken, match="python3-venv"):
        build(requirements)


def test_where_the_small_torch_is_cut_off_and_the_usual_one_does_not_fit_the_network_is_named(
    requirements, monkeypatch, home
):
    def do(build, stage, command):
        build._text = "uv 0.8.1"
        build._log.write(f"$ {' '.join(command)}\nerror: Failed to fetch\n")
        return 1 if stage == "install" else 0

    monkeypatch.setattr(builder._Build, "_do", do)
    monkeypatch.setattr(builder, "find_uv", lambda: Path("uv"))
    rooms = iter(["", "6.2 GB are needed in x, 3.0 GB are free"])
    monkeypatch.setattr(builder._Build, "_lacking_room", lambda *_: next(rooms))
    with pytest.raises(EnvironmentBroken) as caught:
        build(requirements)
    assert caught.value.details["cause"] == "network" and "6.2 GB" in caught.value.details["reason"]


def test_the_interpreter_is_never_qgis(monkeypatch, tmp_path):
    assert find_interpreter() == Path(sys.executable)
    beside = tmp_path / "bin" / "python3"
    beside.parent.mkdir()
    beside.write_text("")
    monkeypatch.setattr(builder.sys, "executable", str(tmp_path / "bin" / "qgis"))
    monkeypatch.setattr(builder.sys, "base_prefix", str(tmp_path))
    assert find_interpreter() == beside


def test_the_size_is_said_with_and_without_a_gpu():
    assert 1e9 < estimate_size_bytes(gpu=False) < 3e9 < estimate_size_bytes(gpu=True) < 10e9


def test_a_folder_that_cannot_be_made_is_named(requirements, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("RRSIS_HOME", str(tmp_path / "file" / "data"))
    with pytest.raises(EnvironmentBroken, match="RRSIS_HOME") as caught:
        build(requirements)
    assert caught.value.details["cause"] == "locked" and "file" in caught.value.message


@pytest.mark.usefixtures("home", "real_uv")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows locks otherwise")
def test_a_disk_without_locks_is_no_other_window(requirements, monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(builder.fcntl, "flock", refuse)
    assert build(requirements).exists()


@pytest.mark.usefixtures("home")
def test_the_cause_is_looked_for_in_what_the_last_command_said(requirements, monkeypatch):
    """The index of torch for CPUs is cut off, which is told and gone around; what then fails is another thing."""
    words = iter(["error: Failed to fetch", "error: No solution found"])

    def do(build, stage, command):
        text = next(words) if stage == "install" else "uv 0.8.1"
        build._text = text
        build._log.write(f"$ uv --proxy {' '.join(command)}\n{text}\n")
        return 1 if stage == "install" else 0

    monkeypatch.setattr(builder._Build, "_do", do)
    monkeypatch.setattr(builder, "find_uv", lambda: Path("uv"))
    with pytest.raises(EnvironmentBroken) as caught:
        build(requirements)
    assert caught.value.details["cause"] == "platform" and caught.value.details["reason"] == "error: No solution found"
