"""Messages of the wall: one JSON object a line, each with its `type`, versioned by `PROTOCOL`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any, ClassVar, Optional, Union

from ..errors import ProtocolMismatch

PROTOCOL = 1
LINE_CHARS = 16_000_000  # far above any honest message; a longer line is noise


@dataclass(frozen=True)
class Ready:
    """The worker has loaded its libraries and listens."""

    type: ClassVar[str] = "ready"
    protocol: int
    version: str
    python: str
    pid: int


@dataclass(frozen=True)
class Asked:
    """A client asks for the work named `verb`; `live` wants polygons as they are finished."""

    type: ClassVar[str] = "asked"
    id: int
    verb: str
    payload: dict[str, Any] = field(default_factory=dict)
    live: bool = False


@dataclass(frozen=True)
class Cancel:
    """A client wants work `id` to stop and to keep what is finished."""

    type: ClassVar[str] = "cancel"
    id: int


@dataclass(frozen=True)
class Progress:
    """How far work `id` is.

    Attributes:
        done: Finished units (tiles) of this stage.
        total: All units of this stage; 0 while it is not known.
        rate: Units a second; 0 while it is not known.
        eta_s: Seconds still to go, or `None` while it is not known.
        stage: What is being done now: `launch` (the process), `start`, `load` (the model), `open` (the raster),
            `predict` (tiles), `polygons` (strips), `write`.
        warnings: Warnings since the last message, each the fields of a `Notice`.
    """

    type: ClassVar[str] = "progress"
    id: int
    done: int
    total: int
    rate: float = 0.0
    eta_s: Optional[float] = None
    stage: str = ""
    warnings: tuple[dict[str, Any], ...] = ()

    @property
    def fraction(self) -> float:
        """Share done, 0 to 1."""
        return min(1.0, self.done / self.total) if self.total > 0 else 0.0


@dataclass(frozen=True)
class Found:
    """Polygons of one phrase that work `id` has finished, to be shown before its end.

    Attributes:
        phrase: As it was asked.
        polygons: Each `{"wkb": hexadecimal, in map coordinates, "prob_mean": 0 to 1}`. Very large ones and those past
            a limit are left out; the file at the end has them all.
    """

    type: ClassVar[str] = "found"
    id: int
    phrase: str
    polygons: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Done:
    """Work `id` is finished."""

    type: ClassVar[str] = "done"
    id: int
    payload: dict[str, Any]


@dataclass(frozen=True)
class Cancelled:
    """Work `id` stopped when asked to; `payload` holds what was finished, or is `None`."""

    type: ClassVar[str] = "cancelled"
    id: int
    payload: Optional[dict[str, Any]] = None


@dataclass(frozen=True)
class Failed:
    """Work `id` failed; id 0 is the start of the worker itself."""

    type: ClassVar[str] = "failed"
    id: int
    code: str
    message: str
    details: dict[str, Any] = field(default_factory=dict)


Message = Union[Ready, Asked, Cancel, Progress, Found, Done, Cancelled, Failed]
MESSAGES: dict[str, type[Message]] = {
    kind.type: kind for kind in (Ready, Asked, Cancel, Progress, Found, Done, Cancelled, Failed)
}
_TYPES: dict[str, tuple[type, ...]] = {
    "int": (int,),
    "bool": (bool,),
    "str": (str,),
    "float": (int, float),
    "Optional[float]": (int, float, type(None)),
    "dict[str, Any]": (dict,),
    "Optional[dict[str, Any]]": (dict, type(None)),
    "tuple[dict[str, Any], ...]": (list,),
}


def encode(message: Message) -> str:
    """Return `message` as one line without its line feed; values JSON does not know become their text."""
    return json.dumps({"type": message.type, **asdict(message)}, default=str, ensure_ascii=True)


def decode(line: str) -> Message:
    """Read one line.

    Raises:
        ProtocolMismatch: The line is no message of this protocol.
    """
    body = _body(line)
    kind = MESSAGES.get(str(body.pop("type", None)))
    if kind is None:
        raise _mismatch("a message of unknown type", line)
    known = {f.name: str(f.type) for f in fields(kind)}
    unknown = sorted(set(body) - set(known))
    if unknown:
        raise _mismatch(f"unknown fields {', '.join(unknown)}", line)
    for name, value in body.items():
        if not isinstance(value, _TYPES[known[name]]) or isinstance(value, bool) != (known[name] == "bool"):
            raise _mismatch(f"{name} should be {known[name]}", line)
        if isinstance(value, list):
            body[name] = tuple(value)
    try:
        return kind(**body)
    except TypeError as error:
        raise _mismatch("missing fields", line) from error


def _body(line: str) -> dict[str, Any]:
    if len(line) > LINE_CHARS:
        raise _mismatch(f"a line of {len(line)} characters", line)
    try:
        body = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _mismatch("a line that is not JSON", line) from error
    if not isinstance(body, dict):
        raise _mismatch("a line that is not a JSON object", line)
    return body


def _mismatch(what: str, line: str) -> ProtocolMismatch:
    return ProtocolMismatch(
        f'Between the plugin and its worker came {what} ("{line[:120]}"). Restart QGIS; if it happens again, set the'
        " worker's environment up anew.",
        what=what,
        line=line[:120],
    )
