"""Phrases and results as they are shown: short enough for a title, and in their own direction of writing."""

from __future__ import annotations

import unicodedata
from typing import List, Sequence, Tuple

from ..rrsis_core.request import DEVICES
from .i18n import tr, trn

LONGEST = 60  # letters of a phrase in a title
LISTED = 4  # phrases that one sentence names
ISOLATE, END = "\u2068", "\u2069"  # around text that is written from right to left, which else turns what is around it


def shown(phrase: str) -> str:
    """Return `phrase` for a title or a sentence: its beginning where it is long."""
    short = phrase if len(phrase) <= LONGEST else phrase[: LONGEST - 1].rstrip() + "…"
    turned = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in short)
    return f"{ISOLATE}{short}{END}" if turned else short


def shown_all(phrases: Sequence[str]) -> str:
    """Return the first few of `phrases`, and how many more there are."""
    listed = ", ".join(shown(phrase) for phrase in phrases[:LISTED])
    more = len(phrases) - LISTED
    return tr("{phrases} and {count} more").format(phrases=listed, count=more) if more > 0 else listed


def found_text(found: Sequence[Tuple[str, int]]) -> str:
    """Return "3 × cars, 5 × trees": of many phrases the first few, and how much the others brought."""
    listed = ", ".join(
        tr("{count} × {phrase}").format(count=count, phrase=shown(phrase)) for phrase, count in found[:LISTED]
    )
    rest = found[LISTED:]
    if not rest:
        return listed
    text = trn("{found}, {count} for %n other phrase", "{found}, {count} for %n other phrases", len(rest))
    return text.format(found=listed, count=sum(count for _, count in rest))


def device_titles() -> List[Tuple[str, str]]:
    """Return what each kind of processor is called, and its name in a request."""
    return list(zip((tr("Automatic"), "CPU", "CUDA", "MPS"), DEVICES))


def model_title(title: str) -> str:
    """Return the title of a model's card, with the one English word in it translated."""
    name, bundled, rest = title.partition(" (bundled)")
    return tr("{model} (bundled)").format(model=name) if bundled and not rest else title


def layer_name(phrase: str, count: int) -> str:
    """Return the name of a result layer in the project."""
    return f"{shown(phrase)} ({count})"
