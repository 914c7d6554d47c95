"""From what is typed to an exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rrsis_core import __version__
from rrsis_core.cli import main, runs
from rrsis_core.cli.entry import COMMANDS, _command
from rrsis_core.errors import BandMissing, Cancelled, NoCrs, warn
from rrsis_core.request import LayerResult, SegmentResult

ROOT = Path(__file__).resolve().parents[2]
WORDS = ["segment", "a.tif", "--phrase", "cars", "--output", "o.gpkg"]


def result(**more):
    layer = LayerResult(phrase="cars", layer="cars", count=3, area_m2=1234.56, prob_max=0.9)
    return SegmentResult(**{"output": "o.gpkg", "layers": (layer,), "tiles": 4, **more})


def corridor(monkeypatch, effect):
    monkeypatch.setattr(runs, "segment", effect)


def test_done_is_0_and_says_what_was_found(monkeypatch, capsys):
    corridor(monkeypatch, lambda request, watch: result())
    assert main(WORDS) == 0
    assert capsys.readouterr().out == "cars: 3 polygons, 1,234.6 m²\nWritten to o.gpkg\n"


def test_json_is_one_object_and_nothing_else(monkeypatch, capsys):
    def noisy(request, watch):
        print("a library prints")
        assert list(watch([1, 2])) == [1, 2]
        return result()

    corridor(monkeypatch, noisy)
    assert main([*WORDS, "--json"]) == 0
    captured = capsys.readouterr()
    assert SegmentResult.from_json(json.loads(captured.out)).layers == result().layers
    assert json.loads(captured.out)["layers"][0]["count"] == 3
    assert captured.out.count("\n") == 1


def test_an_own_error_is_1_and_one_sentence(monkeypatch, capsys):
    def bad(request, watch):
        raise BandMissing("Band 7 is missing.", band=7)

    corridor(monkeypatch, bad)
    assert main(WORDS) == 1
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "Band 7 is missing.\n")
    assert main([*WORDS, "--json"]) == 1
    captured = capsys.readouterr()
    error = {"code": "band-missing", "message": "Band 7 is missing.", "details": {"band": 7}}
    assert json.loads(captured.out) == {"error": error}
    assert captured.err == "Band 7 is missing.\n"


def test_memory_is_an_own_error(monkeypatch, capsys):
    def bad(request, watch):
        raise MemoryError

    corridor(monkeypatch, bad)
    assert main(WORDS) == 1
    assert "Memory" in capsys.readouterr().err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), Cancelled("x")])
def test_stopped_with_nothing_done_is_130(monkeypatch, error):
    def stopped(request, watch):
        raise error

    corridor(monkeypatch, stopped)
    assert main(WORDS) == 130


def test_warnings_are_one_sentence_each_and_others_silent(monkeypatch, capsys):
    import warnings

    def warned(request, watch):
        warn(NoCrs("The raster has no CRS."))
        warnings.warn("deprecated", stacklevel=1)
        return result()

    corridor(monkeypatch, warned)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        assert main(WORDS) == 0
    assert capsys.readouterr().err.strip() == "The raster has no CRS."


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_function(name):
    assert callable(_command(name))


def test_help_and_version_come_without_torch():
    code = (
        "import sys; from rrsis_core.cli import main\n"
        "try: main(['--version'])\nfinally: assert 'torch' not in sys.modules"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.stdout == f"rrsis {__version__}\n"
    assert said.returncode == 0, said.stderr


def test_an_encoding_of_few_letters_is_no_traceback():
    command = [sys.executable, "-m", "rrsis_core.cli", "segment", "--help"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "in m?" in done.stdout and not done.stderr


def test_a_closed_pipe_is_no_traceback():
    code = "from rrsis_core.cli import main; main(['segment', '--help'])"
    command = f'{sys.executable} -c "{code}" | true'
    said = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 0


# What stands for the corridor in a process of its own: it says much, and comes to its end.
CHATTY = """
import sys, warnings
from rrsis_core.cli import entry, main
from rrsis_core.errors import NoCrs, warn
def command(options):
    for _ in range(2000):
        print("a library prints " * 10, flush=True)
        warn(NoCrs("The raster has no CRS."))
    open(sys.argv[1], "w").close()
    return entry.Said({}, "done")
entry._command = lambda name: command
sys.exit(main(["models"]))
"""


@pytest.mark.parametrize(
    ("streams", "code"),
    [
        ("2>&1 | true", 0),  # nobody listens
        ("<&- >&- 2>&-", 0),
        ("2> /dev/full", 0),
        ("> /dev/full", 1),
    ],
)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a shell and devices of Linux")
def test_the_work_is_done_whoever_listens(tmp_path, streams, code):
    """A reader that went away, `rrsis … 2>&1 | head`, broke a run off at its next word."""
    done = tmp_path / "done"
    command = f'"$0" -c "$1" "$2" {streams.replace(" | true", "")}; echo "code $?" >> "$2"'
    command = f"({command}) | true" if "true" in streams else f"{{ {command}; }}"
    said = subprocess.run(
        ["bash", "-c", command, sys.executable, CHATTY, str(done)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.read_text() == f"code {code}\n", said.stderr
    assert "Traceback" not in said.stderr and "Exception ignored" not in said.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
def test_descriptors_that_the_caller_closed_are_no_files_of_ours(tmp_path):
    """A raster opened as descriptor 2 would get what GDAL has to say written into it."""
    code = (
        "import os, sys; from rrsis_core.cli import entry; entry._hold_descriptors()\n"
        "opened = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)\n"
        "os.write(2, b'an error of GDAL'); print('of Python', file=sys.stderr); print('said')\n"
        "sys.exit(opened)"
    )
    place = tmp_path / "raster.tif"
    said = subprocess.run(
        ["bash", "-c", '"$0" -c "$1" "$2" <&- >&- 2>&-', sys.executable, code, str(place)], cwd=ROOT, check=False
    )
    assert said.returncode >= 3 and place.read_bytes() == b""
