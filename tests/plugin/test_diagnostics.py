"""The report says what helpers ask for, and not where the person lives."""

from pathlib import Path

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
