"""Long messages are read whole, in narrow windows too, and short ones take one line."""

import pytest
from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QPushButton, QTextBrowser
from rrsis.plugin.message_bar import push

LONG = "Nothing reached the threshold. " * 6


@pytest.fixture
def bar(qgis_app):
    bar = QgsMessageBar()
    bar.resize(700, 40)
    bar.show()
    yield bar
    bar.clearWidgets()
    bar.close()


def words(item):
    return item.findChild(QTextBrowser)


def is_whole(item) -> bool:
    return words(item).height() >= words(item).document().size().height()


def test_a_long_message_is_whole_also_when_the_window_becomes_narrower(bar, waiting):
    item = push(bar, LONG, Qgis.MessageLevel.Warning, 0)
    waiting(lambda: is_whole(item))
    before = words(item).height()
    bar.resize(480, 40)
    waiting(lambda: words(item).height() > before and is_whole(item))
    bar.resize(1400, 40)
    waiting(lambda: words(item).height() < before and is_whole(item))


def test_a_message_stays_whole_when_a_theme_brings_larger_letters_or_qgis_another_height(bar, waiting):
    item = push(bar, LONG, Qgis.MessageLevel.Warning, 0)
    waiting(lambda: is_whole(item))
    before = words(item).height()
    words(item).setStyleSheet("font-size: 14pt")
    waiting(lambda: words(item).height() > before and is_whole(item))
    words(item).setMaximumHeight(20)
    waiting(lambda: is_whole(item))


def test_a_short_message_takes_one_line_and_a_button_stands_in_it(bar, waiting):
    item = push(bar, "Found.", Qgis.MessageLevel.Info, 0, QPushButton("Undo"))
    waiting(lambda: is_whole(item))
    assert words(item).height() < 3 * words(item).fontMetrics().lineSpacing()
    assert [button.text() for button in item.findChildren(QPushButton)] == ["Undo"] and item.text() == "Found."


def test_an_endless_message_leaves_room_for_the_map(bar, waiting):
    item = push(bar, LONG * 20, Qgis.MessageLevel.Warning, 0)
    waiting(lambda: words(item).height() > 100)
    assert words(item).height() < 12 * words(item).fontMetrics().lineSpacing()


def test_what_a_person_typed_is_shown_as_typed(bar, waiting):
    item = push(bar, 'Found 17 × <b>cars</b> & "roofs" <img src="x.png">.', Qgis.MessageLevel.Info, 0)
    waiting(lambda: is_whole(item))
    assert '17 × <b>cars</b> & "roofs" <img src="x.png">.' in words(item).toPlainText()
