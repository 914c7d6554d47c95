"""The queue is seen while something waits, and each entry can be taken out."""

import pytest
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent
from rrsis.plugin.queue_panel import QueuePanel


@pytest.fixture
def panel(qgis_app):
    return QueuePanel()


def test_it_is_hidden_while_nothing_waits(panel):
    assert panel.isHidden()
    panel.show_waiting(["cars in a", "trees in b"])
    assert not panel.isHidden() and "2" in panel.title() and panel.list.currentRow() == 0
    panel.show_waiting([])
    assert panel.isHidden()


def test_an_entry_is_taken_out_by_button_and_by_key(panel):
    asked = []
    panel.removal_requested.connect(asked.append)
    panel.button.click()
    panel.show_waiting(["a", "b", "c"])
    panel.list.setCurrentRow(1)
    panel.button.click()
    panel.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier))
    assert asked == [1, 1]
    panel.show_waiting(["a"])
    assert panel.list.currentRow() == 0
