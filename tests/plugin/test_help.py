"""F1 opens the part of the help that belongs to the control with the focus."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtGui import QDesktopServices, QKeyEvent
from qgis.PyQt.QtWidgets import QDialog, QLabel, QLineEdit, QStackedWidget, QWidget
from rrsis.plugin import help as module
from rrsis.plugin.options import OptionsFactory

ENGLISH = (module.FOLDER / "index.html").read_text(encoding="utf-8")
ANCHORS = set(re.findall(r'id="(\w+)"', ENGLISH))


@pytest.fixture
def opened(monkeypatch):
    urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url) or True)
    return urls


def key(kind, which=Qt.Key.Key_F1):
    return QKeyEvent(kind, which, Qt.KeyboardModifier.NoModifier)


def test_the_page_is_there_and_another_language_is_taken_where_it_is(monkeypatch, tmp_path):
    assert Path(module.help_url().toLocalFile()).is_file()
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    for name in ("index.html", "index_de.html"):
        (tmp_path / name).touch()
    monkeypatch.setattr(module.QgsApplication, "locale", lambda: "de_AT")
    assert module.help_url("run").toString().endswith("index_de.html#run")


def test_f1_is_claimed_and_opens_the_place_of_the_control(opened, monkeypatch):
    window = QWidget()
    group = QWidget(window)
    group.setProperty("help", "review")
    inner, other = QLineEdit(group), QLabel(window)
    keeper = module.HelpKey(window)
    monkeypatch.setattr(module.QgsApplication, "focusWidget", lambda: inner)
    override = key(QEvent.Type.ShortcutOverride)
    override.ignore()
    assert keeper.eventFilter(window, override) and override.isAccepted() and not opened
    QCoreApplication.sendEvent(inner, key(QEvent.Type.KeyPress))  # passes up to the window
    assert [url.fragment() for url in opened] == ["review"]
    assert not keeper.eventFilter(window, key(QEvent.Type.KeyPress, Qt.Key.Key_A))
    assert module.place_of(other, window) == "" and module.place_of(None, window) == ""


def pressed(widget):
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        QCoreApplication.sendEvent(widget, key(kind))


def test_f1_is_heard_wherever_the_focus_is_in_the_dialog_but_only_on_the_page_that_it_belongs_to(opened, qgis_app):
    dialog = QDialog()
    pages, tree = QStackedWidget(dialog), QLineEdit(dialog)
    page = OptionsFactory().createWidget(None)
    pages.addWidget(QWidget())
    pages.addWidget(page)
    dialog.show()
    pressed(tree)
    assert not opened
    pages.setCurrentWidget(page)
    pages.show()
    for place in (tree, page.max_tiles, page.python.lineEdit()):
        pressed(place)
    assert [url.fragment() for url in opened] == ["options"] * 3
    pages.setCurrentIndex(0)
    pressed(tree)
    assert len(opened) == 3
    dialog.close()


def test_f1_in_a_dialog_of_the_toolbox_opens_the_help_of_ours_alone(opened, qgis_app, monkeypatch):
    class AlgorithmDialog(QDialog):
        def algorithm(self):
            return self.chosen

    monkeypatch.setattr(module, "QgsProcessingAlgorithmDialogBase", AlgorithmDialog)
    looking = module.ToolboxHelp("native")
    for name, heard in (("native:buffer", ["toolbox"]), ("rrsis:status", [])):
        window = AlgorithmDialog()
        window.chosen = SimpleNamespace(id=lambda name=name: name)
        line = QLineEdit(window)
        for _ in range(2):  # once, however often it is looked at
            QgsApplication.instance().focusChanged.emit(None, line)
        opened.clear()
        pressed(line)
        assert [url.fragment() for url in opened] == heard
    QgsApplication.instance().focusChanged.emit(line, None)
    looking.tear_down()


@pytest.mark.parametrize(
    ("locale", "page"), [("de_AT", "de"), ("zh-Hans", "zh"), ("zh_CN", "zh"), ("pt_BR", "pt"), ("ne", "ne")]
)
def test_the_page_is_in_the_language_of_the_person(locale, page, monkeypatch):
    monkeypatch.setattr(module.QgsApplication, "locale", lambda: locale)
    assert module.help_url("run").toString().endswith(f"index_{page}.html#run")
    monkeypatch.setattr(module.QgsApplication, "locale", lambda: "zh_TW")
    assert module.help_url("run").toString().endswith("index.html#run")


@pytest.mark.parametrize("path", sorted(module.FOLDER.glob("*.html")), ids=lambda path: path.stem)
def test_every_page_has_every_place_and_its_links_lead_somewhere(path):
    text = path.read_text(encoding="utf-8")
    assert re.findall(r'id="(\w+)"', text) == re.findall(r'id="(\w+)"', ENGLISH)
    assert set(re.findall(r'href="#(\w+)"', text)) == ANCHORS and "http" not in text
    tags = re.findall(r"<(/?)(p|em|strong|ol|ul|li|code|kbd|h1|h2|table|tr|td|th)>", text)
    assert sum(not closing for closing, _ in tags) + text.count("<h2 id") == sum(bool(closing) for closing, _ in tags)


def test_every_language_has_a_page_with_the_names_of_its_buttons():
    from xml.etree import ElementTree

    folder = module.FOLDER.parent / "i18n"
    for ts in folder.glob("*.ts"):
        page = (module.FOLDER / f"index_{ts.stem.partition('_')[2]}.html").read_text(encoding="utf-8")
        for message in ElementTree.parse(ts).iter("message"):
            if message.findtext("source") in ("Accept", "Discard", "Examples", "Fetch …", "Values …"):
                assert f"<em>{message.findtext('translation')}</em>" in page, (ts.name, message.findtext("translation"))
