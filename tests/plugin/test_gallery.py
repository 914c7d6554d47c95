"""Examples are pictures, and a click on one tries it."""

import json

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from qgis.PyQt.QtWidgets import QStyle, QStyleOptionViewItem
from rrsis.plugin import gallery
from rrsis.plugin.gallery import GalleryDialog, example_layer, examples


@pytest.fixture
def dialog(qgis_app):
    dialog = GalleryDialog()
    yield dialog
    dialog.close()


def test_every_example_has_its_picture(dialog):
    assert len(examples()) >= 12 and dialog.list.count() == len(examples())
    for row in range(dialog.list.count()):
        assert not dialog.list.item(row).icon().isNull() and dialog.list.item(row).toolTip()


def test_no_picture_touches_the_frame(dialog):
    dialog.open_for(True)
    rows = [dialog.list.visualItemRect(dialog.list.item(row)) for row in range(dialog.list.count())]
    assert min(row.top() for row in rows) > 0 and min(row.left() for row in rows) > 0


@pytest.mark.parametrize("points", [9, 20])
def test_every_phrase_has_its_room_however_large_the_letters(dialog, points):
    dialog.setStyleSheet(f"* {{ font-size: {points}pt }}")  # as QGIS sets them
    dialog.open_for(True)
    font = dialog.list.fontMetrics()
    for row in range(dialog.list.count()):
        item = dialog.list.item(row)
        room = item.sizeHint() - gallery.PICTURE
        area = QRect(0, 0, item.sizeHint().width() - 8, 1000)
        words = font.boundingRect(area, int(Qt.TextFlag.TextWordWrap), item.text())
        assert words.height() <= room.height(), item.text()
    assert dialog.list.visualItemRect(dialog.list.item(0)).width() >= item.sizeHint().width()


def test_a_click_chooses_once_and_without_imagery_the_example_picture_is_offered(dialog):
    chosen = []
    dialog.chosen.connect(lambda *what: chosen.append(what))
    dialog.open_for(True)
    dialog.list.itemClicked.emit(dialog.list.item(1))
    dialog.list.itemActivated.emit(dialog.list.item(1))
    dialog.open_for(False)
    dialog.list.itemActivated.emit(dialog.list.item(0))
    assert chosen == [("roads", False), ("buildings", True)]


def test_the_example_picture_is_added_once(qgis_app):
    layer = example_layer()
    assert layer.isValid() and layer.crs().isValid() and example_layer() is layer
    assert len(QgsProject.instance().mapLayers()) == 1
    assert str(gallery.FOLDER) not in layer.source()


@pytest.mark.parametrize("text", [None, "no JSON", json.dumps({"examples": [1]}), json.dumps([])])
def test_a_broken_gallery_is_an_empty_one(text, tmp_path, monkeypatch):
    monkeypatch.setattr(gallery, "FOLDER", tmp_path)
    if text:
        (tmp_path / "gallery.json").write_text(text, encoding="utf-8")
    assert examples() == []


def test_an_example_is_framed_and_not_recoloured_where_it_is_chosen_or_under_the_mouse(dialog):
    """QGIS's Night Mapping would write dark grey on grey."""
    theme = "QListView {color: #aaa; background: #222} QListView::item:hover {background: #535353; color: #222}"
    dialog.list.setStyleSheet(theme)
    dialog.show()
    index = dialog.list.model().index(0, 0)
    rect = QRect(QPoint(0, 0), dialog.list.item(0).sizeHint())

    def drawn(*states):
        image = QImage(rect.size(), QImage.Format.Format_RGB32)
        image.fill(QColor("#222"))
        option = QStyleOptionViewItem()
        option.initFrom(dialog.list)
        option.rect, option.widget = rect, dialog.list
        for state in states:
            option.state |= state
        painter = QPainter(image)
        dialog.list.itemDelegate().paint(painter, option, index)
        painter.end()
        return image

    inside = rect.adjusted(8, 8, -8, -8)
    plain = drawn()
    over, chosen = QStyle.StateFlag.State_MouseOver, QStyle.StateFlag.State_Selected
    for states in ((over,), (chosen,), (chosen, over)):
        image = drawn(*states)
        assert image.copy(inside) == plain.copy(inside) and image != plain
