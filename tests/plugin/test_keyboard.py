"""Everything can be done by keyboard, and a screen reader has a name for every control."""

import pytest
from qgis.gui import QgsFileWidget, QgsMapCanvas, QgsScrollArea
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QGroupBox, QLabel, QWidget
from rrsis.plugin import help as pages
from rrsis.plugin import keyboard
from rrsis.plugin.dock import SegmentDock
from rrsis.plugin.gallery import GalleryDialog
from rrsis.plugin.options import OptionsPage
from rrsis.plugin.stretch import ValuesDialog
from rrsis.rrsis_core.worker.protocol import Progress


@pytest.fixture
def dock(qgis_app):
    dock = SegmentDock(QgsMapCanvas())
    dock.resize(400, 1600)
    dock.moreBox.setCollapsed(False)
    dock.show()
    yield dock
    dock.tear_down()
    dock.deleteLater()


def focus_after(dock, widget, act):
    """Return what has the focus once `act()` hid `widget`, which had it."""
    QApplication.setActiveWindow(dock)
    widget.setFocus()
    assert QApplication.focusWidget() is widget
    act()
    return QApplication.focusWidget()


def name_of(widget):
    """Return what a screen reader says."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text()
    labels = widget.parentWidget().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget), "")


def holders(widget):
    """Yield what holds `widget`, from the inside out."""
    while widget.parentWidget() is not None:
        widget = widget.parentWidget()
        yield widget


def controls(window):
    """Return what the Tab key stops at; what QGIS's and Qt's own are made of is one control with them."""
    for widget in window.findChildren(QWidget):
        inside = any(isinstance(above, (QAbstractSpinBox, QComboBox, QgsFileWidget)) for above in holders(widget))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not inside:
            yield widget


def test_every_place_of_the_help_is_in_the_page(dock):
    page = (pages.FOLDER / "index.html").read_text(encoding="utf-8")
    assert all(f'id="{place}"' in page for _, place in keyboard.help_places(dock))


def test_every_control_has_a_name_and_a_tooltip(dock):
    windows = [dock, GalleryDialog(), OptionsPage(), ValuesDialog((0, 1, 0, 1, 0, 1))]
    for window in windows:
        for control in controls(window):
            assert name_of(control), (control, control.objectName())
            assert control.toolTip(), (control, control.objectName())
    file = windows[2].python.lineEdit()
    assert name_of(file) == "Python of the models" and file.toolTip() == windows[2].python.toolTip()
    names = [name_of(spin) for spin in windows[-1].spins]
    assert len(set(names)) == 6 and names[0] == "Red, Black"


def test_no_letter_of_the_menus_is_taken(dock):
    for widget in (*dock.findChildren(QLabel), *dock.findChildren(QAbstractButton)):
        assert "&" not in widget.text(), widget.text()  # Alt and that letter would open no menu of QGIS
    assert not any("&" in box.title() for box in dock.findChildren(QGroupBox))


def test_the_tab_key_passes_the_controls_from_top_to_bottom(dock):
    names, widget = [], dock.layerCombo
    for _ in range(300):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            names.append(widget.objectName() or name_of(widget))
        widget = widget.nextInFocusChain()
        if widget is dock.layerCombo:
            break
    wanted = ["layerCombo", "phrasesEdit", "examplesButton", "historyButton", "menuButton", "modelCombo", "extentCombo"]
    wanted += ["thresholdSlider", "thresholdSpin", "collapseButton", "minAreaSpin", "bandsEdit", "stretchEdit"]
    wanted += ["gsdSpin", "deviceCombo", "runButton", "previewButton", "Undo", "Accept", "Discard"]
    assert [name for name in names if name in wanted] == wanted


def test_the_space_bar_opens_more(dock):
    arrow = keyboard.more_button(dock)
    assert arrow is not dock.moreBox and not dock.moreBox.focusPolicy()
    before = dock.moreBox.isCollapsed()  # QGIS remembers it
    for closed in (not before, before):
        QTest.keyClick(arrow, Qt.Key.Key_Space)
        assert dock.moreBox.isCollapsed() == closed


def test_the_focus_stays_where_the_work_is_when_its_button_goes(dock):
    dock.phrasesEdit.setPlainText("cars")
    dock.runButton.setEnabled(True)
    dock._update_run = lambda: None  # no imagery here
    dock.show_running(True)
    assert focus_after(dock, dock.cancelButton, lambda: dock.show_running(False)) is dock.runButton
    dock.show_environment("missing")
    assert focus_after(dock, dock.setupButton, lambda: dock.show_setting_up(True)) is dock.setupCancelButton
    assert focus_after(dock, dock.setupCancelButton, lambda: dock.show_setting_up(False)) is dock.setupButton
    assert focus_after(dock, dock.setupButton, lambda: dock.show_environment("")) is dock.phrasesEdit
    dock.show_running(True)
    assert focus_after(dock, dock.phrasesEdit, lambda: dock.show_running(False)) is dock.phrasesEdit


def test_a_threshold_is_taken_as_it_is_typed_digit_by_digit(dock):
    spins = {dock.thresholdSpin: dock.thresholdSlider, dock.review.spin: dock.review.slider}
    for spin, slider in spins.items():
        spin.lineEdit().selectAll()
        QTest.keyClicks(spin, "0.98")
        assert spin.value() == pytest.approx(0.98) and slider.value() == 98
        slider.setValue(35)
        assert spin.value() == pytest.approx(0.35)


def test_only_the_focus_frames_a_button_and_the_list_of_examples_shows_it_at_once(dock):
    assert not dock.runButton.isDefault()  # themes frame a default button as if it had the focus
    dock.gallery.open_for(True)
    assert dock.gallery.list.selectedItems() == [dock.gallery.list.item(0)]
    dock.gallery.close()


def test_the_wheel_passes_the_controls_while_it_scrolls(dock):
    assert isinstance(dock.scroll, QgsScrollArea)  # of Qt's own, a wheel that scrolls changes what comes below it
    assert dock.body.layout().contentsMargins().left() > 0


def test_where_a_download_ends_the_focus_stays_at_the_model(dock):
    dock.model_panel.show_fetching(Progress(1, 5, 10))
    at = focus_after(dock, dock.model_panel.cancel, lambda: dock.model_panel.show_fetching(None))
    assert at is dock.modelCombo


def test_where_the_last_step_is_undone_the_focus_goes_to_its_redoing(dock):
    review = dock.review
    review.show()

    def steps(past, future):
        review._past, review._future = {"": past}, {"": future}
        review._show_steps()

    for button, other, ends in ((review.undo, review.redo, ([], [1])), (review.redo, review.undo, ([1], []))):
        steps([1], [1])
        assert focus_after(dock, button, lambda: steps(*ends)) is other  # noqa: B023
    steps([1], [1])
    assert focus_after(dock, review.undo, lambda: steps([], [])) is review.slider
