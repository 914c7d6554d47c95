"""How people say where in an image a thing lies, and how far within that place a point is."""

from __future__ import annotations

from collections.abc import Callable

PLACES: tuple[tuple[str, Callable[[float, float], float]], ...] = (
    ("in the top left corner", lambda x, y: min(0.4 - x, 0.4 - y)),
    ("in the top left", lambda x, y: min(0.45 - x, 0.45 - y)),
    ("in the top right corner", lambda x, y: min(x - 0.6, 0.4 - y)),
    ("in the upper right", lambda x, y: min(x - 0.55, 0.45 - y)),
    ("in the bottom left corner", lambda x, y: min(0.4 - x, y - 0.6)),
    ("in the lower left", lambda x, y: min(0.45 - x, y - 0.55)),
    ("in the bottom right corner", lambda x, y: min(x - 0.6, y - 0.6)),
    ("in the bottom right", lambda x, y: min(x - 0.55, y - 0.55)),
    ("on the left", lambda x, y: 0.42 - x),
    ("at the left edge", lambda x, y: 0.2 - x),
    ("on the left side", lambda x, y: 0.45 - x),
    ("on the right", lambda x, y: x - 0.58),
    ("at the right edge", lambda x, y: x - 0.8),
    ("on the right side", lambda x, y: x - 0.55),
    ("at the top", lambda x, y: 0.38 - y),
    ("in the upper half", lambda x, y: 0.47 - y),
    ("at the bottom", lambda x, y: y - 0.62),
    ("in the lower half", lambda x, y: y - 0.53),
    ("in the middle", lambda x, y: 0.2 - max(abs(x - 0.5), abs(y - 0.5))),
    ("in the centre of the image", lambda x, y: 0.18 - max(abs(x - 0.5), abs(y - 0.5))),
    ("near the center", lambda x, y: 0.2 - max(abs(x - 0.5), abs(y - 0.5))),
    ("in the upper left-hand corner", lambda x, y: min(0.4 - x, 0.4 - y)),
    ("towards the lower right", lambda x, y: min(x - 0.55, y - 0.55)),
    ("in the northwest", lambda x, y: min(0.45 - x, 0.45 - y)),
    ("in the southeast", lambda x, y: min(x - 0.55, y - 0.55)),
    ("in the northern half", lambda x, y: 0.47 - y),
    ("in the western part", lambda x, y: 0.44 - x),
    ("in the south", lambda x, y: y - 0.6),
    ("in the east of the image", lambda x, y: x - 0.6),
    ("near the left edge", lambda x, y: 0.2 - x),
    ("close to the bottom border", lambda x, y: y - 0.8),
    ("along the top edge", lambda x, y: 0.2 - y),
    ("in the right half", lambda x, y: x - 0.53),
    ("in the left third", lambda x, y: 0.33 - x),
    ("in the upper part", lambda x, y: 0.42 - y),
)
"""Each with what is above zero inside, of x to the right and y down as fractions of the image."""
