"""The report says what helpers ask for, and not where the person lives."""

from pathlib import Path

import pytest
from rrsis.plugin import diagnostics
from rrsis.rrsis_core.errors import EnvironmentMissing
from rrsis.rrsis_core.worker.environment import Probe


def test_it_names_versions_packages_and_devices_without_the_home_folder(monkeypatch):
    python = Path.home() / "env" / "bin" / "python"
    monkeypatch.setattr(diagnostics, "find_python", lambda _: python)
    monkeypatch.setattr(
        diagnostics, "probe", lambda _: Probe("3.12.1", {"torch": "2.13"}, {"cuda": "no driver"}, ("cpu",))
    )
    text = diagnostics.report()
    assert "torch 2.13" in text and "no driver" in text and "| QGIS |" in text
    assert str(Path.home()) not in text or len(str(Path.home())) <= 1


def test_a_missing_environment_is_a_row_not_an_error(monkeypatch):
    def missing(_):
        raise EnvironmentMissing("Not set up.")

    monkeypatch.setattr(diagnostics, "find_python", missing)
    assert "[environment-missing] Not set up." in diagnostics.report()


def test_an_error_of_many_lines_stays_one_row(monkeypatch):
    def broken(_):
        raise EnvironmentMissing("One | two\nthree.")

    monkeypatch.setattr(diagnostics, "find_python", broken)
    rows = [row for row in diagnostics.report().splitlines() if row.startswith("| Environment |")]
    assert rows == [r"| Environment | [environment-missing] One \| two three. |"]


@pytest.fixture
def at_home(monkeypatch):
    """Live in a folder."""

    def move(home, name=""):
        for variable in ("USERPROFILE", "HOMESHARE", "USER", "USERNAME"):
            monkeypatch.delenv(variable, raising=False)
        monkeypatch.setenv("HOME", home)
        monkeypatch.setenv("USER", name)
        monkeypatch.setattr(diagnostics.Path, "home", lambda: Path(home))

    return move


@pytest.mark.parametrize(
    ("home", "text", "said"),
    [
        ("/home/anna", "No such file: '/home/anna/env/bin/python'", "No such file: '~/env/bin/python'"),
        ("/home/anna", "/home/annabell/x /home/anna-old /home/anna.bak", None),
        ("/home/anna", "at /home/anna.", "at ~."),
        ("/root", "run as root, in /root/x", "run as root, in ~/x"),
        ("/home/Jörg Groß", "/home/Jörg Groß/Meine Daten/a.tif: bad", "~/Meine Daten/a.tif: bad"),
        ("/home/Jörg Groß", "file:///home/J%C3%B6rg%20Gro%C3%9F/a.tif", "file:~/a.tif"),
        ("/Users/Jörg", "/Users/Jo\u0308rg/a.tif", "~/a.tif"),  # as macOS writes it
        (r"C:\Users\Jörg Groß", r"c:\users\jörg groß\a C:/Users/Jörg Groß/b", "~\\a ~/b"),
        (r"C:\Users\Jörg Groß", repr("C:\\Users\\Jörg Groß\\a"), r"'~\\a'"),
        (r"C:\Users\Jörg Groß", ascii("C:\\Users\\Jörg Groß\\a"), r"'~\\a'"),
        (r"C:\Users\Jörg Groß", r"C:\Users\JRGGRO~1\AppData\Local\Temp", r"C:\Users\USER\AppData\Local\Temp"),
        (r"\\files\homes$\anna", r"\\files\homes$\anna\rrsis and //files/homes$/anna/x", r"~\rrsis and ~/x"),
        (
            "/home/anna",
            r"\\files\people\Anna\env and /media/anna/disk",
            r"\\files\people\USER\env and /media/USER/disk",
        ),
    ],
)
def test_nobody_is_named_however_a_path_is_written(at_home, home, text, said):
    at_home(home)
    assert diagnostics.redacted(text) == (text if said is None else said)


def test_what_people_are_called_elsewhere_is_left_out(at_home):
    at_home("/home/ag", name="a.groß")
    assert diagnostics.redacted("/mnt/projects/A.Groß/x, a.groß") == "/mnt/projects/USER/x, a.groß"
