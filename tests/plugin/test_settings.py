"""Settings are typed, bounded, and survive nonsense."""

from qgis.core import QgsSettings
from rrsis.plugin.settings import HISTORY_LENGTH, PREFIX, Settings


def test_defaults():
    settings = Settings()
    assert (settings.model, settings.device, settings.threshold) == ("lgce-tiny", "auto", 0.5)
    assert settings.min_area_m2 == 1.0 and settings.max_tiles == 400 and settings.python is None
    assert settings.history == []


def test_values_are_kept():
    settings = Settings()
    settings.model, settings.device, settings.threshold = "lgce", "cpu", 0.35
    settings.min_area_m2, settings.max_tiles, settings.python = 4.0, 12, "/opt/env"
    again = Settings()
    assert (again.model, again.device, again.threshold) == ("lgce", "cpu", 0.35)
    assert (again.min_area_m2, again.max_tiles, again.python) == (4.0, 12, "/opt/env")


def test_nonsense_counts_as_unset():
    store = QgsSettings()
    for name, value in (("model", "gone"), ("device", "abacus"), ("threshold", "high"), ("history", "{")):
        store.setValue(PREFIX + name, value)
    settings = Settings()
    assert (settings.model, settings.device, settings.threshold, settings.history) == ("lgce-tiny", "auto", 0.5, [])


def test_the_history_holds_each_phrase_once_the_latest_first():
    settings = Settings()
    settings.remember(["cars", "trees"])
    settings.remember(["trees"])
    assert settings.history == ["trees", "cars"]
    settings.remember([f"thing {n}" for n in range(50)])
    assert len(settings.history) == HISTORY_LENGTH
