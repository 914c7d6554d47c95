"""Models of one's own are folders with weights and metadata; they stand beside the catalogue under their names."""

import json

import pytest

from rrsis_core import own_models
from rrsis_core.catalog import CATALOG
from rrsis_core.errors import ModelUnknown, RequestInvalid
from rrsis_core.weight_files import weights_places, weights_state


@pytest.fixture
def put(tmp_path, monkeypatch):
    monkeypatch.setenv("RRSIS_HOME", str(tmp_path))

    def put(name, text):
        folder = tmp_path / "models" / name
        folder.mkdir(parents=True)
        (folder / "metadata.json").write_text(text, encoding="utf-8")
        return folder

    return put


def test_a_folder_with_metadata_is_a_model_that_looks_as_its_base_does(put):
    folder = put("helipads", json.dumps({"base": "lgce-tiny"}))
    card = own_models.find_card("helipads")
    assert list(own_models.own_cards()) == ["helipads"] and "helipads" in own_models.all_cards()
    assert (card.builder, card.tile_px) == (CATALOG["lgce-tiny"].builder, CATALOG["lgce-tiny"].tile_px)
    assert weights_places(card) == [folder / "model.safetensors"] and weights_state(card) == "own weights needed"
    (folder / "model.safetensors").touch()
    assert weights_state(card) == "ready" and not card.bundled


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"base": "strange"}',
        "\x00",
        "{}",
        '{"base": ["lgce-tiny"]}',
        pytest.param("[" * 99_999, id="deep"),
    ],
)
def test_what_cannot_be_read_is_no_model(put, text):
    put("broken", text)
    assert own_models.own_cards() == {}
    with pytest.raises(ModelUnknown):
        own_models.find_card("broken")


def test_the_catalogue_cannot_be_covered(put):
    put("lgce", json.dumps({"base": "lgce-tiny"}))
    assert own_models.find_card("lgce") is CATALOG["lgce"] and own_models.own_cards() == {}


def test_an_unknown_name_is_told_the_nearest_one(put):
    put("helipads", json.dumps({"base": "lgce-tiny"}))
    with pytest.raises(ModelUnknown, match='Did you mean "helipads"'):
        own_models.find_card("helipad")
    with pytest.raises(ModelUnknown, match='Did you mean "helipads"'):
        own_models.find_card("HELIPADS")


@pytest.mark.parametrize("name", ["", "..", "a/b", "a b", "-a", "lgce", "LGCE", "x" * 61, "ä"])
def test_names_that_are_refused(name):
    with pytest.raises(RequestInvalid):
        own_models.check_name(name)
    assert own_models.check_name("helipads-1") == "helipads-1"


@pytest.mark.parametrize(
    "wrong",
    [
        {"steps": "150"},
        {"steps": True},
        {"steps": 1.5},
        {"output": 5},
        {"output": ["a"]},
        {"data": None},
        {"replace": "no"},
    ],
)
def test_values_of_another_kind_are_refused(wrong):
    """They came through and ended in a TypeError, which the wall calls a defect of this program."""
    good = {"data": "samples", "output": "helipads"}
    assert own_models.FineTuneRequest.from_json({**good, "steps": 150}).checked().steps == 150
    with pytest.raises(RequestInvalid, match=next(iter(wrong))):
        own_models.FineTuneRequest.from_json({**good, **wrong})
    with pytest.raises(RequestInvalid):
        own_models.FineTuneRequest.from_json([good])
