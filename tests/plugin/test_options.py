"""The page in QGIS's Options dialog shows the settings and keeps them."""

from rrsis.plugin.options import OptionsFactory, OptionsPage
from rrsis.plugin.settings import Settings


def test_the_page_shows_and_keeps_the_settings(qgis_app):
    factory = OptionsFactory()
    page = factory.createWidget(None)
    assert isinstance(page, OptionsPage) and factory.title() == "RRSIS" and not factory.icon().isNull()
    assert page.device.currentText() == "Automatic"
    assert page.max_tiles.value() == 400 and page.python.filePath() == ""
    page.max_tiles.setValue(50)
    page.python.setFilePath("/opt/env")
    page.device.setCurrentText("CPU")
    assert Settings().max_tiles == 400
    told = []
    factory.applied.connect(lambda: told.append(Settings().device))
    page.apply()
    assert told == ["cpu"]
    assert (Settings().max_tiles, Settings().python, Settings().device) == (50, "/opt/env", "cpu")
