"""Dataclasses made of the JSON values that cross the wall, and what JSON can hold."""

from __future__ import annotations

import math
from dataclasses import fields
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from .errors import RequestInvalid

Asked = TypeVar("Asked")


def from_values(cls: type[Asked], values: dict[str, Any]) -> Asked:
    """Return the dataclass `cls` with these JSON values.

    Raises:
        RequestInvalid: They are none, or one is unknown, missing or of another kind; the message names it.
    """
    known, hints = known_fields(cls, values), get_type_hints(cls)
    for name, value in known.items():
        if not _is_of(value, hints[name]):
            raise RequestInvalid(f"{name} is {str(value)[:80]!r}, which is of another kind than it must be.", name=name)
    try:
        return cls(**known)
    except TypeError as error:
        raise RequestInvalid(f"The request cannot be read: {error}.", name="request") from error


def _is_of(value: Any, hint: Any) -> bool:
    """Return whether `value` is of the kind `hint`; how many a tuple must hold is looked at elsewhere."""
    if get_origin(hint) is Union:
        return any(_is_of(value, each) for each in get_args(hint))
    if get_origin(hint) is tuple:
        return isinstance(value, tuple) and all(_is_of(each, get_args(hint)[0]) for each in value)
    if hint in (int, float):
        return isinstance(value, (int, hint)) and not isinstance(value, bool)
    return isinstance(value, hint)


def finite(value: Any) -> Any:
    """Return `value` with tuples as lists and NaN or infinity as None, so that it is strict JSON."""
    if isinstance(value, dict):
        return {key: finite(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def known_fields(cls: type, values: dict[str, Any]) -> dict[str, Any]:
    """Return `values` with lists as tuples, all of them fields of `cls`."""
    names = {entry.name for entry in fields(cls)}
    if not isinstance(values, dict):
        raise RequestInvalid(f"{cls.__name__} is {str(values)[:80]}, not values by name.", name=cls.__name__)
    unknown = sorted(set(values) - names)
    if unknown:
        raise RequestInvalid(
            f'{cls.__name__} has no "{unknown[0]}"; it has {", ".join(sorted(names))}.', name=unknown[0]
        )
    return {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}


def with_numbers(cls: type, values: dict[str, Any]) -> dict[str, Any]:
    """Return `known_fields(cls, values)` with None as NaN where the field is a plain float."""
    plain = {entry.name for entry in fields(cls) if entry.type == "float"}
    return {
        key: math.nan if value is None and key in plain else value for key, value in known_fields(cls, values).items()
    }
