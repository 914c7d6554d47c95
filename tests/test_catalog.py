"""The table of models is sound."""

from __future__ import annotations

import importlib.util

import pytest

from rrsis_core.catalog import CATALOG, DEFAULT_MODEL, get_card
from rrsis_core.errors import ModelUnknown


def test_the_default_model_is_bundled() -> None:
    assert get_card(DEFAULT_MODEL).bundled


def test_an_unknown_model_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(ModelUnknown, match='Did you mean "lgce-tiny"'):
        get_card("LGCE-TINY")
    with pytest.raises(ModelUnknown, match='Did you mean "lgce-tiny"'):
        get_card("lgce_tinny")


@pytest.mark.parametrize("card", CATALOG.values(), ids=str)
def test_cards_are_sound(card) -> None:
    assert CATALOG[card.name] is card
    assert 0 <= card.overlap_px <= card.tile_px // 2
    assert 0 < card.gsd_range_m[0] <= card.gsd_range_m[1]
    assert card.title and card.paper and card.licence
    assert importlib.util.find_spec(f"rrsis_core.models.{card.builder.split(':')[0]}") is not None


@pytest.mark.parametrize("card", CATALOG.values(), ids=lambda c: c.name)
def test_files_are_sound(card) -> None:
    words = (card.vocabulary,) if card.vocabulary else ()
    for file in (*card.weight_files, *words):
        assert file.sha256 is None or (len(file.sha256) == 64 and int(file.sha256, 16) >= 0)
        assert (file.sha256 is None) == (file.source == "")
    assert not (card.words_packed and words)
    prefixes = [file.prefix for file in card.weight_files]
    assert len(set(prefixes)) == len(prefixes)
    assert len(prefixes) < 2 or all(file.file.endswith(".safetensors") for file in card.weight_files)
