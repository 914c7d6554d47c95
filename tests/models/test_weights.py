"""Weights are found, checked and loaded strictly; what does not fit is said."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from rrsis_core.catalog import WeightFile, get_card
from rrsis_core.errors import WeightsInvalid, WeightsMissing
from rrsis_core.models import weights

CARD = dataclasses.replace(get_card("lavt"), name="toy")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path))
    return tmp_path / "models"


def _save(state: dict[str, torch.Tensor], path: Path, metadata: dict[str, str] | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(state, path, metadata)
    return path


def test_weights_are_found_in_the_cache(cache: Path) -> None:
    assert weights.find_weights.__doc__
    _save({"weight": torch.ones(1)}, cache / "toy" / "model.safetensors")
    assert weights.find_weights(CARD) == cache / "toy" / "model.safetensors"


@pytest.mark.parametrize(
    ("source", "remedy"),
    [
        (None, "rrsis models add FILE.pth --as toy"),
        (WeightFile(file="x.pth", repository="someone/toy"), "rrsis models fetch toy"),
        (WeightFile(file="model.safetensors"), "come with the plugin"),
    ],
)
def test_missing_weights_name_the_remedy(cache: Path, source: WeightFile | None, remedy: str) -> None:
    with pytest.raises(WeightsMissing, match=remedy):
        weights.find_weights(dataclasses.replace(CARD, weights=source))


def test_round_trip_and_int8_with_scales(tmp_path: Path) -> None:
    layer = nn.Linear(3, 4)
    scale = layer.weight.detach().abs().amax(1) / 127
    state = {
        "weight": (layer.weight.detach() / scale[:, None]).round().to(torch.int8),
        "weight.scale": scale,
        "bias": layer.bias.detach().half(),
    }
    other = nn.Linear(3, 4)
    weights.load_weights(other, _save(state, tmp_path / "w.safetensors"), CARD)
    torch.testing.assert_close(other.weight, layer.weight, atol=float(scale.max()), rtol=0)
    assert other.bias.dtype == torch.float32


def test_a_scale_without_a_tensor_is_refused(tmp_path: Path) -> None:
    path = _save({"weight": torch.ones(2, 2), "weight.scale": torch.ones(2)}, tmp_path / "w.safetensors")
    with pytest.raises(WeightsInvalid, match="does not fit"):
        weights.load_weights(nn.Linear(2, 2, bias=False), path, CARD)


def test_other_keys_and_shapes_are_counted_and_named(tmp_path: Path) -> None:
    path = _save({"weight": torch.ones(2, 2), "extra": torch.ones(1)}, tmp_path / "w.safetensors")
    with pytest.raises(WeightsInvalid) as caught:
        weights.load_weights(nn.Linear(3, 4), path, CARD)
    for part in ("1 tensors missing, the first: bias", "1 tensors unknown, the first: extra", "of another shape"):
        assert part in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\x10" * 400])
def test_a_corrupt_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "w.safetensors"
    path.write_bytes(content)
    with pytest.raises(WeightsInvalid, match="cannot be read"):
        weights.load_weights(nn.Linear(3, 4), path, CARD)


def test_too_many_open_files_are_a_sentence_and_other_trouble_of_torch_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_file({"weight": torch.zeros(1)}, tmp_path / "a.safetensors")
    for message, kind in (("unable to open file <a>: Too many open files (24)", WeightsInvalid), ("x", RuntimeError)):

        def fail(path: Path, message: str = message) -> None:
            raise RuntimeError(message)

        monkeypatch.setattr(weights, "load_file", fail)
        with pytest.raises(kind, match=message.split("(")[0]):
            weights.read_safetensors(tmp_path / "a.safetensors")


def test_several_heads_need_a_model_that_takes_them(tmp_path: Path) -> None:
    state = {"weight": torch.ones(2, 2)}
    path = _save(state, tmp_path / "w.safetensors", {"heads": "4-4-4-4"})

    class Headed(nn.Linear):
        heads: tuple[int, ...] = ()

        def set_heads(self, heads: tuple[int, ...]) -> None:
            self.heads = heads

    with pytest.raises(WeightsInvalid, match="--mha 4-4-4-4"):
        weights.load_weights(nn.Linear(2, 2, bias=False), path, CARD)
    headed = Headed(2, 2, bias=False)
    weights.load_weights(headed, path, CARD)
    assert headed.heads == (4, 4, 4, 4)


def test_a_bundled_file_is_held_to_its_hash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "BUNDLE", tmp_path)
    path = _save({"weight": torch.ones(2, 2)}, tmp_path / "toy" / "model.safetensors")
    right = WeightFile(file="model.safetensors", sha256=weights.file_sha256(path))
    layer = nn.Linear(2, 2, bias=False)
    weights.load_weights(layer, path, dataclasses.replace(CARD, weights=right))
    wrong = dataclasses.replace(right, sha256="0" * 64)
    with pytest.raises(WeightsInvalid, match="SHA-256"):
        weights.load_weights(layer, path, dataclasses.replace(CARD, weights=wrong))


def test_tensors_of_other_shapes_than_their_names_promise() -> None:
    class Joins(nn.Module):
        def translate(self, state: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
            return {"qk": torch.cat([state["q"], state["k"]])}

    state = {"q": torch.ones(2, 3), "k": torch.ones(2, 3)}
    assert weights.translated(Joins(), state, "a.pth as toy")["qk"].shape == (4, 3)
    for wrong in ({**state, "k": torch.ones(2, 5)}, {"q": state["q"]}):
        with pytest.raises(WeightsInvalid, match=r"a\.pth as toy: tensors do not fit together"):
            weights.translated(Joins(), wrong, "a.pth as toy")
