"""The pages say what the code says: verbs, options, algorithms, parameters, controls, codes, and every example.

Links between pages are the business of `make docs`, which fails on a broken one.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import re
import shlex
from pathlib import Path
from xml.etree import ElementTree

import pytest

from rrsis_core import errors
from rrsis_core.cli.arguments import join_leading_minus, make_parser

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
ALGORITHMS = ROOT / "plugin" / "algorithms"


def text_of(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def sections(name: str) -> dict[str, str]:
    """Return what stands below each heading of the second order."""
    parts = re.split(r"^## (.+)$", text_of(name), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def blocks(page: Path, language: str) -> list[str]:
    """Return the fenced blocks of a page in `language`, those without one among them where it is "sh"."""
    wanted = {language, ""} if language == "sh" else {language}
    found = re.findall(r"^```(\w*)\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [text for kind, text in found if kind in wanted]


def commands(program: str) -> list[tuple[str, list[str]]]:
    """Return (page, words) of each example that calls `program`."""
    found = []
    for page in PAGES:
        for block in blocks(page, "sh"):
            for line in block.replace("\\\n", " ").splitlines():
                if line.startswith(f"{program} "):
                    found.append((page.name, shlex.split(line.replace("…", ""), comments=True)))
    return found


def parsers(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return the parsers below `parser` by their verbs."""
    actions = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return {verb: below for action in actions for verb, below in action.choices.items()}


def options_of(parser: argparse.ArgumentParser) -> set[str]:
    own = {word for action in parser._actions for word in action.option_strings if word.startswith("--")}
    return own.union(*(options_of(below) for below in parsers(parser).values())) - {"--help"}


VERBS = parsers(make_parser())


def test_the_command_line_page_has_a_section_for_each_verb_and_no_other():
    assert set(sections("command-line.md")) == set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_the_command_line_page_names_the_options_that_there_are(verb: str):
    section = sections("command-line.md")[verb]
    rows = "\n".join(line for line in section.splitlines() if line.startswith("|"))
    assert set(re.findall(r"`(--[a-z][a-z0-9-]*)`", rows)) == options_of(VERBS[verb])
    for action, below in parsers(VERBS[verb]).items():
        assert f"`{action}`" in section
        for positional in (one for one in below._actions if not one.option_strings):
            assert f"`{positional.metavar}`" in rows


def algorithms() -> dict[str, set[str]]:
    """Return the names of the parameters of each Processing algorithm, by its id."""
    found = {}
    for file in sorted(ALGORITHMS.glob("*.py")):
        for kind in (
            node for node in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(node, ast.ClassDef)
        ):
            name = _returned(kind, "name")
            if name:
                found[f"rrsis:{name}"] = _capitals(kind)
    return found


def _returned(kind: ast.ClassDef, method: str) -> str:
    bodies = [node.body for node in kind.body if isinstance(node, ast.FunctionDef) and node.name == method]
    ends = [one.value for body in bodies for one in body if isinstance(one, ast.Return)]
    return next((str(end.value) for end in ends if isinstance(end, ast.Constant)), "")


def _capitals(kind: ast.ClassDef) -> set[str]:
    values = [node.value for node in kind.body if isinstance(node, ast.Assign)]
    texts = [one.value for value in values for one in ast.walk(value) if isinstance(one, ast.Constant)]
    return {text for text in texts if isinstance(text, str) and text.isupper()}


def test_the_toolbox_page_has_each_algorithm_with_its_parameters_and_an_example():
    pages = {
        match: section
        for section in sections("toolbox.md").values()
        for match in re.findall(r"^`(rrsis:\w+)`", section, re.M)
    }
    known = algorithms()
    assert len(known) >= 3 and known["rrsis:segmentbyphrase"] >= {"INPUT", "PHRASES"}
    assert set(pages) == set(known)
    for name, parameters in known.items():
        lacking = {one for one in parameters if f"`{one}`" not in pages[name]}
        assert not lacking, f"{name}: {lacking}"
        assert f"qgis_process run {name}" in pages[name]


def inputs_of_model(name: str) -> set[str]:
    """Return the names of the inputs and outputs of the sample model `name`."""
    for file in sorted((ROOT / "resources" / "toolbox").glob("*.model3")):
        found = [(one.get("name"), one.get("value")) for one in ElementTree.parse(file).iter("Option")]
        if f"rrsis:{dict(found).get('model_name')}" == name:
            return {str(value) for key, value in found if key == "name"}
    pytest.fail(f"there is no algorithm {name}")


@pytest.mark.parametrize(("page", "words"), commands("qgis_process"))
def test_an_example_of_the_toolbox_names_parameters_that_there_are(page: str, words: list[str]):
    if words[1] == "run":
        given = {word.partition("=")[0] for word in words[words.index("--") + 1 :]} if "--" in words else set()
        known = algorithms()[words[2]] if words[2] in algorithms() else inputs_of_model(words[2])
        assert given <= known, f"{page}: {words}"


@pytest.mark.parametrize(("page", "words"), commands("rrsis"))
def test_an_example_of_the_command_line_can_be_typed(page: str, words: list[str]):
    try:
        make_parser().parse_args(join_leading_minus(words[1:]))
    except SystemExit as ended:
        pytest.fail(f"{page}: {' '.join(words)} ended with {ended.code}")


@pytest.mark.parametrize(("page", "words"), commands("python"))
def test_an_example_of_a_script_names_options_that_there_are(page: str, words: list[str]):
    if words[1] == "-m" and words[2].startswith("train."):
        source = (ROOT / f"{words[2].replace('.', '/')}.py").read_text(encoding="utf-8")
        for option in (word for word in words[3:] if word.startswith("--")):
            assert f'"{option}"' in source, f"{page}: {option} of {words[2]}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_an_example_imports_is_there(page: Path):
    for block in blocks(page, "python"):
        for node in ast.walk(ast.parse(block)):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith("rrsis_core"):
                module = importlib.import_module(str(node.module))
                assert all(hasattr(module, name.name) for name in node.names), ast.unparse(node)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_file_that_a_page_names_is_there(page: Path):
    named = re.findall(
        r"`((?:train|bench|docs|rrsis_core|plugin|resources|tests)/[\w./-]*)`", page.read_text(encoding="utf-8")
    )
    gone = {name for name in named if not (ROOT / name).exists()}
    assert not gone


def test_the_troubleshooting_page_has_an_entry_for_each_code_and_no_other():
    # Tests of other modules make classes of their own.
    codes = {code for code, kind in errors.codes().items() if kind.__module__ == errors.__name__}
    parts = re.split(r"^### (.+)$", text_of("troubleshooting.md"), flags=re.MULTILINE)
    entries = dict(zip(parts[1::2], parts[2::2], strict=True))
    assert set(entries) == codes
    without_remedy = {code for code, text in entries.items() if "**Do:**" not in text and code != "warning"}
    assert not without_remedy


def controls() -> set[str]:
    """Return what the controls of the dock are called: those of dock.ui, and those made in Python."""
    called = set()
    for widget in ElementTree.parse(ROOT / "plugin" / "dock.ui").iter("widget"):
        for entry in widget.findall("property"):
            if entry.get("name") in {"text", "title"} and entry.findtext("string"):
                called.add(entry.findtext("string").replace("&", ""))
    makers = r'(?<!\w)(?:_button|_spin|QCheckBox|QPushButton|QToolButton|addRow|addAction)\(\s*tr\("([^"{]+)"\)'
    for name in ("dock", "review", "model_panel", "queue_panel", "gallery", "extent", "looks"):
        text = (ROOT / "plugin" / f"{name}.py").read_text(encoding="utf-8")
        called.update(re.findall(makers, text))
    text = (ROOT / "plugin" / "extent.py").read_text(encoding="utf-8")
    called.update(re.findall(r'\(tr\("([^"]+)"\), [A-Z]+\)', text))
    return called - {"No other polygon layer can be edited"}


def test_the_page_of_the_dock_names_each_control():
    named = set(re.findall(r"\*\*(.+?)\*\*", text_of("dock.md")))
    called = controls()
    assert called >= {"Find", "Threshold", "Right angles", "Visible map", "Fetch …"}
    unnamed = called - named
    assert not unnamed
