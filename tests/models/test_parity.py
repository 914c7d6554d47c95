"""The published models give their authors' logits, with weights and inputs made from names and seeds.

The references lie in the folder that RRSIS_PARITY names (default: ../shared/parity beside the project).
"""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import torch

from rrsis_core.catalog import CATALOG
from rrsis_core.models import create_model
from rrsis_core.models.base import Words
from rrsis_core.models.blocks.swin import relative_positions

FOLDER = Path(os.environ.get("RRSIS_PARITY") or Path(__file__).resolve().parents[3] / "shared" / "parity")
needs_references = pytest.mark.skipif(
    not (FOLDER / "recipe.py").is_file(), reason=f"no references in {FOLDER}; name their folder in RRSIS_PARITY"
)
STATES = sorted(path.name[: -len("_states.npz")] for path in FOLDER.glob("*_states.npz")) or ["none"]
THROUGH_BERT = sorted(path.stem for path in FOLDER.glob("*.npz") if not path.stem.endswith("_states")) or ["none"]
KEYS = sorted(path.name[: -len("_keys.txt")] for path in FOLDER.glob("*_keys.txt")) or ["none"]


def _recipe() -> ModuleType:
    spec = importlib.util.spec_from_file_location("parity_recipe", FOLDER / "recipe.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _filled(name: str, salt: int, text: bool) -> torch.nn.Module:
    """The model with the recipe's weights, without its text side where words are given."""
    with torch.device("cpu" if text else "meta"):  # a BERT holds buffers that no checkpoint fills
        model = create_model(name, weights=None)
    separate = any(line.startswith("bert_model.") for line in (FOLDER / f"{name}_keys.txt").open())
    recipe, state = _recipe(), model.state_dict()
    for key, value in state.items():
        inside = key.startswith("text_encoder.")
        if value.is_floating_point() and (text or not inside):
            # where BERT is a file of its own, its keys have no prefix there
            theirs = key.removeprefix("text_encoder.") if separate and inside else key
            state[key] = torch.from_numpy(recipe.values(theirs, tuple(value.shape), salt))
        elif key.endswith("relative_position_index"):
            state[key] = relative_positions(12)
        else:
            state[key] = torch.zeros(value.shape, dtype=value.dtype)
    if not text:
        state = {key: value for key, value in state.items() if not key.startswith("text_encoder.")}
        model.text_encoder = torch.nn.Identity()
    model.load_state_dict(state, strict=True, assign=True)
    return model.eval()


def _given_words(name: str, data, dtype: torch.dtype) -> Words:
    """The recipe's word states; FIANet takes states and masks of sentence, objects and positions in a row."""
    states = np.random.default_rng(1000 + int(data["seed"])).standard_normal((3, 768, 20)).astype(np.float32)
    states = torch.from_numpy(states).transpose(1, 2).to(dtype)
    mask = torch.from_numpy(data["mask"])
    if not name.startswith("fianet"):
        return Words(states[:1], mask)
    objects, positions = mask.clone(), mask.clone()
    objects[:, 3:] = 0
    positions[:, :2] = 0
    return Words(states.reshape(1, 60, 768), torch.cat((mask, objects, positions), 1))


def _image(data) -> torch.Tensor:
    return torch.from_numpy(_recipe().image(int(data["seed"]), int(data["height"]), int(data["width"])))


@needs_references
@pytest.mark.parametrize("name", STATES)
def test_logits_with_given_words(name: str) -> None:
    assert name in CATALOG, f"{name}: there is a reference but no card"
    data = np.load(FOLDER / f"{name}_states.npz")
    model = _filled(name, int(data["salt"]), text=False)
    with torch.inference_mode():
        logits = model.two_logits(model.encode_image(_image(data)), _given_words(name, data, torch.float32))
    difference = np.abs(logits[..., ::4, ::4].numpy() - data["logits_every_4th_pixel"]).max()
    assert difference < 1e-4 * data["logit_std"]


@needs_references
@pytest.mark.parametrize("name", THROUGH_BERT)
def test_logits_through_bert(name: str) -> None:
    data = np.load(FOLDER / f"{name}.npz")
    model = _filled(name, int(data["salt"]), text=True)
    with torch.inference_mode():
        words = model.encode_text(torch.from_numpy(data["ids"]), torch.from_numpy(data["mask"]))
        logits = model.two_logits(model.encode_image(_image(data)), words)
    assert np.abs(words.states.mean(-1).numpy() - data["last_hidden_mean"]).max() < 1e-4
    assert np.abs(logits[..., ::4, ::4].numpy() - data["logits_every_4th_pixel"]).max() < 2e-2 * data["logit_std"]


@needs_references
@pytest.mark.parametrize("name", KEYS)
def test_keys_and_shapes(name: str) -> None:
    lines = (line.replace("bert_model.", "text_encoder.") for line in (FOLDER / f"{name}_keys.txt").open())
    theirs = {line.split(" ", 1)[0]: line.split(" ", 1)[1].strip() for line in lines}
    with torch.device("meta"):
        state = create_model(name, weights=None).state_dict()
    ours = {key: f"{tuple(value.shape)} {str(value.dtype).removeprefix('torch.')}" for key, value in state.items()}
    assert ours == theirs
