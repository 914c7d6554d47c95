"""Every text that the plugin shows is there in every language, with the same placeholders, tags and keys."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from scripts import translations
from scripts.translations import FOLDER, FORMS, LANGUAGES, ROOT, Catalogue, forms, placeholders

PLUGIN = {
    "a.py": 'label = tr("White {name}")\nother = tr("Cancel")\n',
    "a.ui": "<ui><class>Form</class><string>Cancel</string><string notr='true'>x</string><string/></ui>",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A plugin with three texts, and a folder for its translations."""
    (tmp_path / "plugin").mkdir()
    for name, text in PLUGIN.items():
        (tmp_path / "plugin" / name).write_text(text)
    return tmp_path


def keys(text: str) -> int:
    """Return how many letters of `text` are underlined for the keyboard."""
    return len(re.findall(r"&(?!\w+;)\S", text))


@pytest.mark.parametrize("language", LANGUAGES)
class TestLanguage:
    """What resources/i18n holds for one language."""

    def test_nothing_is_missing(self, language: str) -> None:
        catalogue = translations.read(FOLDER / f"rrsis_{language}.ts")
        assert set(catalogue.current) == set(translations.sources()), "run: make translations"
        assert catalogue.missing == []

    def test_placeholders_tags_and_keys_are_those_of_the_source(self, language: str) -> None:
        current = translations.read(FOLDER / f"rrsis_{language}.ts").current
        for (context, source), text in ((key, form) for key, both in current.items() for form in forms(both)):
            assert source.count("%n") == text.count("%n"), text
            assert placeholders(source) == placeholders(text), text
            assert re.findall(r"<[^>]+>", source) == re.findall(r"<[^>]+>", text), text
            assert re.findall(r"<code>.*?</code>", source) == re.findall(r"<code>.*?</code>", text), text
            assert source.count("\n") == text.count("\n") and source[:1].isspace() == text[:1].isspace(), text
            assert source.endswith(".") == text.endswith((".", "。", "।")), text
            assert context == translations.CONTEXT or keys(source) == keys(text), text

    def test_no_key_of_a_form_is_given_twice(self, language: str) -> None:
        current = translations.read(FOLDER / f"rrsis_{language}.ts").current
        forms = {context for context, _ in current} - {translations.CONTEXT}
        for form in forms:
            texts = [text for (context, _), text in current.items() if context == form]
            letters = [found[1].lower() for text in texts if (found := re.search(r"&(\w)", text))]
            assert len(letters) == len(set(letters)), f"{form}: {sorted(letters)}"

    def test_it_compiles_and_is_written_as_the_update_would(self, language: str, tmp_path: Path) -> None:
        ts = FOLDER / f"rrsis_{language}.ts"
        assert translations.compiled(ts, tmp_path / "a.qm").stat().st_size > 10_000
        copy = tmp_path / ts.name
        translations.write(copy, translations.read(ts), translations.sources())
        assert copy.read_text(encoding="utf-8") == ts.read_text(encoding="utf-8"), "run: make translations"


def test_every_tr_and_every_string_of_a_form_is_found(project: Path) -> None:
    assert translations.sources(project) == {
        ("RRSIS", "White {name}"): {"plugin/a.py"},
        ("RRSIS", "Cancel"): {"plugin/a.py"},
        ("Form", "Cancel"): {"plugin/a.ui"},
    }


def test_an_update_loses_no_translation(project: Path) -> None:
    ts = project / "rrsis_de.ts"
    wanted = translations.sources(project)
    old = Catalogue({("RRSIS", "Cancel"): "Abbrechen", ("RRSIS", "Gone"): "Fort & <weg>", ("RRSIS", "Never"): ""})
    translations.write(ts, old, wanted)
    missing = translations.update(project, project)
    assert missing["de"] == ["White {name}"] and len(missing["fr"]) == 3
    new = translations.read(ts)
    assert new.current["Form", "Cancel"] == "Abbrechen"  # taken from the other context
    assert new.vanished == {("RRSIS", "Gone"): "Fort & <weg>"}
    (project / "plugin" / "b.py").write_text('tr("Gone")\n')
    translations.update(project, project)
    assert translations.read(ts).current["RRSIS", "Gone"] == "Fort & <weg>" and not translations.read(ts).vanished


def test_counts_have_the_forms_of_the_language(project: Path) -> None:
    (project / "plugin" / "b.py").write_text('trn("%n car", "%n cars", 3)\n')
    missing = translations.update(project, project)
    assert "%n cars" in missing["zh"] and set(FORMS) == set(LANGUAGES)
    for language, count in FORMS.items():
        ts = project / f"rrsis_{language}.ts"
        catalogue = translations.read(ts)
        catalogue.current["RRSIS", "%n cars"] = translations.BETWEEN.join(["%n x"] * count)
        translations.write(ts, catalogue, translations.sources(project))
        assert forms(translations.read(ts).current["RRSIS", "%n cars"]) == ["%n x"] * count
    text = (project / "rrsis_zh.ts").read_text().replace("<numerusform>%n x</numerusform>", "<numerusform />")
    (project / "rrsis_zh.ts").write_text(text)
    assert "%n cars" in translations.read(project / "rrsis_zh.ts").missing


def test_a_count_without_its_place_is_named(project: Path) -> None:
    (project / "plugin" / "b.py").write_text('trn("a car", "%n cars", 3)\n')
    with pytest.raises(SystemExit, match="%n"):
        translations.sources(project)


def test_a_tr_that_cannot_be_collected_is_named(project: Path) -> None:
    (project / "plugin" / "b.py").write_text("tr(name)\n")
    with pytest.raises(SystemExit, match=r"b\.py:1"):
        translations.sources(project)


def test_placeholders_have_names_and_formats() -> None:
    assert placeholders("{b} is {a:.2f} m {{}}") == [("a", ".2f"), ("b", "")]


def misfits(code: str) -> list[tuple[int, str]]:
    """Return line and text of each tr("…") that is given other values than it has places for."""
    found = []
    for node in ast.walk(ast.parse(code)):
        called = node.func if isinstance(node, ast.Call) else None
        if not (isinstance(called, ast.Attribute) and called.attr == "format" and isinstance(called.value, ast.Call)):
            continue
        texts = called.value.args[: 2 if getattr(called.value.func, "id", "") == "trn" else 1]
        names = {keyword.arg for keyword in node.keywords}
        if getattr(called.value.func, "id", "") in ("tr", "trn") and None not in names:
            texts = [text.value for text in texts if isinstance(text, ast.Constant)]
            found += [(node.lineno, text) for text in texts if {name for name, _ in placeholders(text)} != names]
    return found


@pytest.mark.parametrize("path", sorted((ROOT / "plugin").rglob("*.py")), ids=lambda path: path.name)
def test_a_text_is_given_the_values_that_it_has_places_for(path: Path) -> None:
    assert misfits(path.read_text(encoding="utf-8")) == []


def test_a_value_of_another_name_is_seen() -> None:
    assert misfits('tr("{a} of {b}").format(a=1, c=2)\ntr("{a}").format(a=1)\ntr("{a}").format(**values)\n') == [
        (1, "{a} of {b}")
    ]


def test_what_cannot_be_compiled_is_named(tmp_path: Path) -> None:
    (tmp_path / "rrsis_de.ts").write_text("<TS>")
    with pytest.raises(SystemExit, match="could not be compiled"):
        translations.compiled(tmp_path / "rrsis_de.ts", tmp_path / "a.qm")
