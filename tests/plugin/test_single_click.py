"""A double click presses such a button once; two clicks with time between them press it twice."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton
from rrsis.plugin.single_click import SingleClick


def double_click(button):
    """Send what Qt sends: press, release, the double click instead of a press, release."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)


def test_a_double_click_presses_once(qgis_app):
    plain, single = QPushButton("Redo"), QPushButton("Find")
    filter_ = SingleClick(single)
    pressed = []
    plain.clicked.connect(lambda: pressed.append("plain"))
    single.clicked.connect(lambda: pressed.append("single"))
    double_click(plain)
    double_click(single)
    assert pressed.count("single") == 1 < pressed.count("plain")
    QTest.mouseClick(single, Qt.MouseButton.LeftButton)
    single.click()
    assert pressed.count("single") == 3 and filter_.parent() is single
