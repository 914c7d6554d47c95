"""What a person reads goes through one translation."""

import ast
from pathlib import Path

import pytest
from rrsis.plugin import i18n

PLUGIN = Path(i18n.__file__).resolve().parent
SHOWN = {"setText", "setToolTip", "setTitle", "setWindowTitle", "setPlaceholderText", "pushInfo", "addItem", "addRow"}


def test_untranslated_text_comes_back_as_it_is():
    assert i18n.tr("Find by phrase") == "Find by phrase"


def test_a_language_without_a_file_has_no_translator(monkeypatch):
    monkeypatch.setattr(i18n.QgsApplication, "locale", lambda: "xx_YY")
    assert i18n.load_translator() is None


@pytest.mark.parametrize("path", sorted(PLUGIN.rglob("*.py")), ids=lambda p: p.name)
def test_no_literal_is_shown_untranslated(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SHOWN:
            for argument in node.args:
                literal = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                assert not literal or " " not in argument.value, f"{path.name}:{node.lineno} {argument.value!r}"


@pytest.mark.parametrize("path", sorted(PLUGIN.rglob("*.py")), ids=lambda p: p.name)
def test_tr_takes_literals_alone_so_that_they_can_be_collected(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
            assert isinstance(node.args[0], ast.Constant), f"{path.name}:{node.lineno}"
