"""The stretch is percentiles or values, and a dialog asks for the values of each band."""

import pytest
from qgis.PyQt.QtWidgets import QDialogButtonBox, QLineEdit
from rrsis.plugin.stretch import ask_values, read_stretch, shown_values, stretch_text
from rrsis.rrsis_core.errors import RequestInvalid


def test_what_is_typed_is_percentiles_or_values():
    assert read_stretch("") == (None, None) and read_stretch(" 2, 98 ") == ((2.0, 98.0), None)
    assert read_stretch("= 0,1800") == (None, (0.0, 1800.0))
    assert read_stretch("=0,1,0,2,-5,3.5")[1] == (0.0, 1.0, 0.0, 2.0, -5.0, 3.5)


@pytest.mark.parametrize("text", ["2", "=1", "a,b", "1,2,3", "=1,2,3", "=", ","])
def test_anything_else_is_refused(text):
    with pytest.raises(RequestInvalid):
        read_stretch(text)


@pytest.mark.parametrize("text", ["", "2,98", "=0,1800", "=0,1,0,2,-5,3.5", "=0,123456789"])
def test_what_is_read_is_written_the_same(text):
    assert stretch_text(*read_stretch(text)) == text


def test_the_dialog_writes_each_change_and_takes_them_back(layer):
    line = QLineEdit("2,98")
    dialog = ask_values(layer, line.text(), line.setText, None)
    assert len(dialog.spins) == 6 and line.text() == "2,98"
    for spin, value in zip(dialog.spins, (0, 1800, 0, 1700, 0, 1600)):
        spin.setValue(value)
    assert line.text() == "=0,1800,0,1700,0,1600"
    dialog.spins[1].setValue(-1)  # black above white
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    assert line.text() == "=0,1800,0,1700,0,1600"
    dialog.reject()
    assert line.text() == "2,98"


def test_what_qgis_shows_is_where_it_begins(layer):
    values = shown_values(layer)
    assert values is None or (len(values) == 6 and values[0] < values[1])
