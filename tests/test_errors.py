"""Errors keep their code, message and details on their way through the wall."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from rrsis_core import errors
from rrsis_core.errors import RasterUnreadable, RrsisError, codes, error_from_code, reason_of

ROOT = Path(__file__).resolve().parents[1]


def test_an_error_is_caught_as_ours_and_as_the_builtin() -> None:
    error = RasterUnreadable("no such file: a.tif", raster="a.tif")
    assert isinstance(error, OSError) and isinstance(error, RrsisError)
    assert str(error) == error.message == "no such file: a.tif"
    assert error.details == {"raster": "a.tif"}


def test_lookup_errors_show_their_message_unquoted() -> None:
    assert str(errors.ModelUnknown("There is no model x.", model="x")) == "There is no model x."


def test_every_class_has_a_code_of_its_own() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and "code" in vars(kind)]
    assert len(kinds) > 30
    assert len({kind.code for kind in kinds}) == len(kinds)
    assert set(codes().values()) == set(kinds)


@pytest.mark.parametrize("kind", [kind for kind in codes().values() if issubclass(kind, RrsisError)])
def test_errors_are_rebuilt_from_their_code(kind: type[RrsisError]) -> None:
    rebuilt = error_from_code(kind.code, "a sentence", {"value": 3})
    assert type(rebuilt) is kind
    assert rebuilt.message == "a sentence" and rebuilt.details == {"value": 3}


def test_an_unknown_code_is_still_an_error() -> None:
    assert type(error_from_code("from-the-future", "x", {})) is RrsisError


def test_the_module_needs_the_standard_library_alone() -> None:
    tree = ast.parse((ROOT / "rrsis_core/errors.py").read_text())
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert modules <= {"__future__", "typing"}


def test_a_reason_is_short_whatever_was_read():
    try:
        (b"\xff" * 10_000).decode()
    except UnicodeDecodeError as error:
        reason = reason_of(error)
    assert reason.startswith("UnicodeDecodeError: 'utf-8' codec can't decode") and len(reason) < 700
    assert reason_of(ValueError("x" * 10_000)).endswith("x …") and reason_of(ValueError("y" * 400)).endswith("y")
    assert reason_of(KeyError("phrases")) == "KeyError: 'phrases'"
