"""Writes docs/models.md from the catalogue: `python docs/make_models.py`; a test holds the file against it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

import torch
from torch._subclasses.fake_tensor import FakeTensorMode
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.utils.flop_counter import FlopCounterMode
from transformers.models.grounding_dino import modeling_grounding_dino
from transformers.models.sam3.modeling_sam3 import Sam3DetrDecoder

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from rrsis_core.catalog import CATALOG, ModelCard  # noqa: E402
from rrsis_core.models import create_model  # noqa: E402
from rrsis_core.models.base import ReferringSegmenter, Words, parameter_count  # noqa: E402

_ON_ONE_DEVICE = ("sam3", "grounded_sam")
_SAM3_SIDE = 1008 // 14
_UNSURE = "unverified; `--sha256` is asked for"
TARGET = ROOT / "docs" / "models.md"
HEAD = """# Models

Made from `rrsis_core/catalog.py` by `docs/make_models.py`; do not edit by hand.

Parameters are counted with the text encoder and with tensors that have no effect on the output; GMACs are those of
one tile and one phrase whose words are encoded already, counted by PyTorch's own counter without the text encoder
(multiplications of convolutions and matrix products; a ratio of two operations to one is assumed; what Grounding DINO
samples from its maps is not among them). grounding-dino-sam cuts out 32 boxes. lavt, lgce, rmsin,
remotesam, fianet and aeroreformer are rebuilt from descriptions and hold their authors' keys; for all of these but
remotesam the logits are compared with those of the authors' code (`tests/models/test_parity.py`). clipseg, sam3 and
grounding-dino-sam are transformers' own and hold its keys. rsrefseg-b, rsrefseg-l, rsrefseg2 and rs2-sam2 have keys of
their own, and `rrsis models add` also takes a file as their authors' code writes it: by names and shapes read in that
code, not tried on the published files. The others take only weights that were trained here; the head of each model's
file says what it departs from and what could not be known.
"""

TAIL = """## Not here

Models are rebuilt from descriptions, and only where a description says enough. Left out, and what is missing:

- NLTK's trained tagger, with which FIANet's authors find the words for a place: its weights come from a server of
  NLTK's own, not with its package. Rules stand in for it (`rrsis_core/models/blocks/mentions.py`); where they tag a
  word otherwise, a place is a word longer or shorter or is not found, and then the whole phrase stands for it.
  Objects are found as the authors find them.
- Scores of AeroReformer on UAVid-RIS and VDD-RIS: they stand in tables of its paper that could not be read.
- Weights of RS2-SAM2: published, but under names of files that could not be read; `rrsis models add` takes one.
- CroBIM's own model: its code is announced, not published; `crobim` is our reading of its abstract.
- SegEarth-R1, SegEarth-R2, GeoPixel: language models of billions of parameters.
"""


def words_of(card: ModelCard) -> Words:
    """Return word states of the right shape, on tensors without memory."""
    if card.text_encoder == "minilm-trimmed":
        ids = torch.ones(1, card.max_tokens, dtype=torch.int64)
        words = create_model(card, weights=None).encode_text(ids, ids)
        return Words(words.states.to("meta"), words.mask.to("meta"))
    if card.builder.startswith("sam3"):
        return Words(torch.empty(1, 32, 256, device="meta"), torch.ones(1, 32, device="meta"))
    if card.builder.startswith("grounded_sam"):  # with the full stop and [SEP]; the mask numbers sentences
        pieces = card.max_tokens + 2
        return Words(
            torch.empty(1, pieces, 768, device="meta"), torch.ones(1, pieces, dtype=torch.int64, device="meta")
        )
    if card.builder.startswith("natural"):
        with torch.device("meta"):
            ids = torch.ones(1, card.max_tokens, dtype=torch.int64)
            return create_model(card, weights=None).encode_text(ids, ids)
    length, width = {"siglip": (65, 1152), "siglip2": (65, 1152), "clip": (1, 512), "beit3": (64, 1024)}.get(
        card.text_encoder, (card.max_tokens * (3 if card.builder.startswith("fianet") else 1), 768)
    )
    return Words(torch.empty(1, length, width, device="meta"), torch.ones(1, length, device="meta"))


def gmacs(card: ModelCard, model: ReferringSegmenter) -> float:
    """Return 10⁹ multiplications of image and decoder for one tile, on tensors without memory."""
    model.requires_grad_(False)  # the counter trips over what needs gradients in inference
    words = words_of(card)
    if card.builder.partition(":")[0] not in _ON_ONE_DEVICE:
        return _counted(model, torch.empty(1, 3, card.tile_px, card.tile_px, device="meta"), words)
    with without_values():
        model.to_empty(device="cpu")
        words = Words(torch.empty_like(words.states, device="cpu"), torch.empty_like(words.mask, device="cpu"))
        return _counted(model, torch.empty(1, 3, card.tile_px, card.tile_px), words)


def _counted(model: ReferringSegmenter, image: torch.Tensor, words: Words) -> float:
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        model.decode(model.encode_image(image), words)
    return counter.get_total_flops() / 2e9


@contextmanager
def without_values() -> Iterator[None]:
    """Let transformers' SAM 3 and Grounding DINO run on fake tensors: these have a device, but no memory and no values.

    Both mix tensors of two devices, so that "meta" will not do, and look at two values, which are known here: the side
    of SAM 3's coarsest map, and that shapes fit, which Grounding DINO checks.
    """

    def coordinates(self: object, height: object, width: object, **kind: object) -> tuple[torch.Tensor, torch.Tensor]:
        line = torch.arange(_SAM3_SIDE, **kind) / _SAM3_SIDE  # type: ignore[call-overload]
        return line, line

    with ExitStack() as stack:
        stack.enter_context(patch.object(Sam3DetrDecoder, "_get_coords", coordinates))
        stack.enter_context(patch.object(modeling_grounding_dino, "torch_compilable_check", lambda *asked: None))
        stack.enter_context(FakeTensorMode(allow_non_fake_inputs=True))
        stack.enter_context(sdpa_kernel(SDPBackend.MATH))  # as on "meta": its products are counted
        yield


def row(card: ModelCard) -> str:
    """Return the card's line of the table."""
    with torch.device("meta"):
        model = create_model(card, weights=None)
    size = f"{card.tile_px}" + ("" if card.any_size else " only")
    millions, cost = parameter_count(model) / 1e6, gmacs(card, model)
    return f"| `{card.name}` | {millions:.1f} | {cost:.1f} | {size} | {weights_of(card)} |"


def weights_of(card: ModelCard) -> str:
    """Return where a card's weights come from, in a few words."""
    if card.bundled:
        return "bundled"
    if not card.weight_files:
        return "none public; `rrsis models add`"
    verified = "verified by SHA-256" if all(each.sha256 for each in card.weight_files) else _UNSURE
    licence = "; ".join(dict.fromkeys(each.licence or "no licence stated" for each in card.weight_files))
    sizes = [each.size_bytes for each in card.weight_files]
    size = f"{sum(filter(None, sizes)) / 1e9:.2f} GB" if all(sizes) else "size not known"
    return f"`rrsis models fetch`, {size}, {licence}, {verified}"


def vocabulary_of(card: ModelCard) -> str:
    """Return where the words of a card come from, in a few words."""
    if card.words_packed:
        return "comes with the plugin"
    if card.vocabulary is None:
        return "published beside the weights; `rrsis models add tokenizer.json`"
    verified = "verified by SHA-256" if card.vocabulary.sha256 else _UNSURE
    return f"`rrsis models fetch`, {card.vocabulary.place}, {verified}"


def section(card: ModelCard) -> str:
    """Return a paragraph of facts about a card, and its published scores."""
    lines = [f"## {card.name}", "", f"{card.title}.", "", f"- Paper: {card.paper}"]
    if card.code:
        lines.append(f"- Authors' code: {card.code}; licence: {card.licence}")
    fine, coarse = card.gsd_range_m
    lines.append(f"- Sees pixels of {fine} m" + (f" to {coarse} m" if coarse != fine else ""))
    end = "; a longer phrase keeps its end mark" if card.keeps_end else ""
    lines.append(f"- Reads {card.max_tokens} word pieces of {card.text_encoder}, start and end marks included{end}")
    lines.append(f"- Vocabulary: {vocabulary_of(card)}")
    if len(card.weight_files) > 1:
        lines.append(f"- Weights: {', '.join(each.place for each in card.weight_files)}")
    if card.weights is not None and card.weights.trained_on:
        lines.append(f"- Weights trained on: {card.weights.trained_on}")
    if card.weights is not None and card.weights.source:
        lines.append(f"- Revision and hash read in: {card.weights.source}")
    lines += [
        f"- {score.data_set} test, trained on it: oIoU (cumulative) {score.oiou:.2f} %, mIoU (mean per expression) "
        f"{score.miou:.2f} %. Source: {score.source}"
        for score in card.scores
    ]
    return "\n".join(lines)


def document() -> str:
    """Return the whole text of docs/models.md."""
    table = ["| model | parameters, M | GMACs | tile, px | weights |", "|---|---|---|---|---|"]
    table += [row(card) for card in CATALOG.values()]
    return "\n".join([HEAD, *table, "", *(section(card) + "\n" for card in CATALOG.values()), TAIL])


if __name__ == "__main__":
    TARGET.write_text(document(), encoding="utf-8")
