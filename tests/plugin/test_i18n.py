"""What a person reads goes through one translation, which every language has, and nothing of it is cut."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingModelAlgorithm
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel
from rrsis import classFactory
from rrsis.plugin import i18n
from rrsis.plugin.dock import SegmentDock

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = Path(i18n.__file__).resolve().parent
LOCALES = {"de": "de_AT", "es": "es", "fr": "fr", "ne": "ne", "pt": "pt_BR", "zh": "zh-Hans"}
FIND = {"de": "Finden", "es": "Buscar", "fr": "Chercher", "ne": "खोज्ने", "pt": "Encontrar", "zh": "查找"}
SHOWN = {
    "setText",
    "setToolTip",
    "setTitle",
    "setWindowTitle",
    "setPlaceholderText",
    "setSpecialValueText",
    "setSuffix",
}
SHOWN |= {"setAccessibleName", "setStatusTip", "setWhatsThis", "setName", "setFormat", "setProgressText", "setPrefix"}
SHOWN |= {"addItem", "addItems", "addRow", "addAction", "addMenu", "addButton", "push", "pushInfo", "pushWarning"}
SHOWN |= {"pushMessage", "pushDebugInfo", "reportError", "show_status", "emit", "QgsProcessingException", "_entry"}
SHOWN |= {"QAction", "QCheckBox", "QGroupBox", "QLabel", "QMenu", "QPushButton", "_button", "_menu_button"}
NAMES = {"RRSIS"}
# English by design: words that phrases hold, and the report for those who help.
ENGLISH = {"hints.py", "meanings.py", "diagnostics.py"}
KEYS = {"to fetch", "own weights needed"}  # states of models, shown by what they are mapped to
WIDER = 1.35  # how much more room a language may take than English


@pytest.fixture(scope="session")
def compiled(tmp_path_factory):
    """The folder of the compiled translations, as the zip has them."""
    folder = tmp_path_factory.mktemp("i18n")
    python = os.environ.get("RRSIS_PYTHON", sys.executable)
    subprocess.run([python, "-m", "scripts.translations", "--compile", str(folder)], cwd=ROOT, check=True)
    return folder


@pytest.fixture
def speak(qgis_app, compiled, monkeypatch):
    """Have QGIS speak a language, until the test ends."""
    spoken = []

    def begin(locale):
        monkeypatch.setattr(i18n, "TRANSLATIONS", compiled)
        monkeypatch.setattr(i18n.QgsApplication, "locale", lambda: locale)
        translator = i18n.load_translator()
        if translator is not None:
            QCoreApplication.installTranslator(translator)
            spoken.append(translator)
        return translator

    yield begin
    for translator in spoken:
        QCoreApplication.removeTranslator(translator)


def built_dock(width=420):
    """Return a dock with everything open that can be open at once."""
    dock = SegmentDock(QgsMapCanvas())
    dock.moreBox.setCollapsed(False)
    dock.show_environment("…")
    dock.show_setting_up(True)
    dock.show_running(True)
    dock.review.setVisible(True)
    dock.review.done.setVisible(False)
    dock.review.again.setVisible(False)
    dock.resize(width, 1400)
    dock.show()
    QCoreApplication.processEvents()
    return dock


def texts_of(dock):
    """Return every text of the dock by the control's place, with the tooltips."""
    controls = [*dock.findChildren(QAbstractButton), *dock.findChildren(QLabel)]
    return [control.text() for control in controls] + [control.toolTip() for control in controls]


@pytest.fixture
def english(qgis_app):
    dock = built_dock()
    yield texts_of(dock), dock.body.minimumSizeHint().width()
    dock.tear_down()
    dock.deleteLater()


@pytest.mark.parametrize("language", sorted(LOCALES))
def test_the_dock_speaks_the_language_and_nothing_is_cut(language, english, speak):
    assert speak(LOCALES[language]) is not None
    dock = built_dock()
    try:
        own = [(ours, theirs) for ours, theirs in zip(texts_of(dock), english[0]) if re.search("[A-Za-z]{3}", theirs)]
        same = {ours for ours, theirs in own if ours == theirs}
        assert len(own) > 60 and len(same) < 5, same
        dock.show_running(False)
        assert dock.runButton.text() == FIND[language]
        width = dock.body.minimumSizeHint().width()
        assert width <= WIDER * english[1], f"{width} pixels; in English {english[1]}"
        for control in [*dock.findChildren(QAbstractButton), *dock.findChildren(QLabel)]:
            if control.isVisible() and not (isinstance(control, QLabel) and control.wordWrap()):
                assert control.width() >= control.minimumSizeHint().width(), control.text()
    finally:
        dock.tear_down()
        dock.deleteLater()


def test_the_plugin_brings_its_language_and_takes_it_away(qgis_iface, speak, compiled, monkeypatch):
    monkeypatch.setattr(i18n, "TRANSLATIONS", compiled)
    monkeypatch.setattr(i18n.QgsApplication, "locale", lambda: "de")
    plugin = classFactory(qgis_iface)
    plugin.initGui()
    algorithm = QgsApplication.processingRegistry().algorithmById("rrsis:segmentbyphrase")
    assert (plugin.action.text(), algorithm.displayName()) == ("Finden nach Phrase", "Nach Phrase segmentieren")
    plugin.unload()
    assert i18n.tr("Find by phrase") == "Find by phrase"


def test_all_algorithms_are_translated(speak):
    speak("fr")
    plugin = classFactory(None)
    plugin.initProcessing()
    try:
        for algorithm in plugin.provider.algorithms():
            if not isinstance(algorithm, QgsProcessingModelAlgorithm):  # models keep the words in which they were made
                assert "Exemple" in algorithm.shortHelpString(), algorithm.id()
    finally:
        plugin.unload()


@pytest.mark.parametrize(
    ("locale", "one", "many"),
    [
        ("en", "1 object", "2 objects"),
        ("de", "1 Objekt", "2 Objekte"),
        ("fr", "1 objet", "2 objets"),
        ("es", "1 objeto", "2 objetos"),
        ("pt", "1 objeto", "2 objetos"),
        ("zh", "1 个对象", "2 个对象"),
        ("ne", "1 वस्तु", "2 वस्तु"),
    ],
)
def test_counts_are_said_as_the_language_says_them(locale, one, many, speak):
    speak(locale)
    assert [i18n.trn("%n object", "%n objects", n) for n in (1, 2)] == [one, many]


def test_untranslated_text_comes_back_as_it_is():
    assert i18n.tr("Find by phrase") == "Find by phrase"


@pytest.mark.parametrize(
    ("locale", "first", "last"),
    [("de", "de", "de"), ("pt_BR", "pt_BR", "pt"), ("zh-Hans", "zh_Hans", "zh"), ("zh_TW", "zh_TW", "zh_TW")],
)
def test_the_most_exact_translation_is_looked_for_first(locale, first, last):
    assert (i18n.languages(locale)[0], i18n.languages(locale)[-1]) == (first, last)


@pytest.mark.parametrize("locale", ["xx_YY", "en_US", "C", "", "zh-Hant"])
def test_a_language_without_a_file_is_shown_english(locale, speak):
    assert speak(locale) is None


@pytest.mark.parametrize("path", sorted(PLUGIN.rglob("*.py")), ids=lambda p: p.name)
def test_no_literal_is_shown_untranslated(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [f"{path.name}:{line} {text!r}" for line, text in shown_literals(tree)] == []
    for node in sentences_outside_tr(tree) if path.name not in ENGLISH else ():
        raise AssertionError(f"{path.name}:{node.lineno} {node.value!r} does not pass through tr()")


def shown_literals(tree):
    """Yield line and text of what is handed as it is, or as a part of an f-string, to something that shows it."""
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else None
        if called is not None and (getattr(called, "attr", "") or getattr(called, "id", "")) in SHOWN:
            parts = [*node.args, *(keyword.value for keyword in node.keywords)]
            while parts:
                part = parts.pop()
                if isinstance(part, ast.JoinedStr):
                    parts += part.values
                elif isinstance(part, ast.IfExp):
                    parts += [part.body, part.orelse]
                elif isinstance(part, (ast.List, ast.Tuple)):
                    parts += part.elts
                else:
                    text = getattr(part, "value", None)
                    if isinstance(text, str) and text not in NAMES and re.search("[A-Za-z]{2}", text):
                        yield part.lineno, text


def test_a_literal_that_is_shown_is_seen():
    shown = ('label.setText("Ready")', 'label.setText(f"Found {n} of them")', 'menu.addAction("Help")')
    shown += ('QLabel("Done" if ready else "…")', 'combo.addItems(["One", "2"])', 'bar.push(text="Gone")')
    for code in shown:
        assert list(shown_literals(ast.parse(code))), code
    for code in ('label.setText(tr("Ready"))', 'label.setText(f"{size} · {n}")', 'page.setTitle("RRSIS")'):
        assert not list(shown_literals(ast.parse(code))), code


def sentences_outside_tr(tree):
    """Return the literals that read like text for a person, and that are neither in a tr() nor a docstring."""
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "id", "") in ("tr", "trn")]
    calls += [n for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "WorkerFailed"]
    passed = {id(inner) for call in calls for inner in ast.walk(call)}  # a WorkerFailed is shown by its code
    passed |= {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    texts = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return [
        n for n in texts if id(n) not in passed and n.value not in KEYS and re.search("[a-z]{2,} [a-z]{2,}", n.value)
    ]


def test_a_sentence_outside_tr_is_seen():
    tree = ast.parse('"""A module of one."""\nlabel(tr("is passed on"))\nlabel("is not passed")\n')
    assert [node.value for node in sentences_outside_tr(tree)] == ["is not passed"]


@pytest.mark.parametrize("path", sorted(PLUGIN.rglob("*.py")), ids=lambda p: p.name)
def test_tr_takes_literals_alone_so_that_they_can_be_collected(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
            assert isinstance(node.args[0], ast.Constant), f"{path.name}:{node.lineno}"
