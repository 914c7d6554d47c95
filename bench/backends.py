"""Which way of computing the bundled model is quickest on this processor, and whether its masks stay the same.

    python -m bench.backends [--rounds 9] [--threads 2] [--tiles 6] [--scenes 6] [--only NAME …]

One process, all ways in turn, medians; the ratio is against float32 as PyTorch runs it. Encoding is timed by itself,
and decoding one phrase from what was encoded. Masks are compared with float32's on tiles of the Banepa orthophoto and
on shared scenes, all phrases together: a share of pixels on the same side of the threshold. ONNX Runtime and OpenVINO
take the image side alone, where nine tenths of the products are, and are left out where they are not installed
(`pip install onnxruntime openvino onnx onnxscript`); their maps go to PyTorch's decoder in float32.
"""

from __future__ import annotations

import argparse
import copy
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import torch
from rasterio.windows import Window
from torch import Tensor

from bench.common import Table, shared_file
from rrsis_core.allocator import freed_memory_kept
from rrsis_core.catalog import get_card
from rrsis_core.models import create_model
from rrsis_core.models.base import Features, Words
from rrsis_core.models.lgce_tiny import LgceTiny
from rrsis_core.models.lgce_tiny_quick import QuickTiny
from rrsis_core.normalise import standardise
from rrsis_core.text import tokenise

CARD = get_card("lgce-tiny")
PHRASES = ("buildings", "roads", "trees", "white cars", "the largest building with a blue roof", "bare soil")
DEMANDED = 0.995
Encode = Callable[[Tensor], Features]
Decode = Callable[[Features, Words], Tensor]


@dataclass(frozen=True)
class Way:
    """One way of computing: image (1, 3, H, W) → features, and features and words of one phrase → logits."""

    encode: Encode
    decode: Decode


def main() -> None:
    """Measure all ways and add to the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--tiles", type=int, default=6, help="tiles of the orthophoto whose masks are compared")
    parser.add_argument("--scenes", type=int, default=6, help="shared scenes whose masks are compared")
    parser.add_argument("--only", nargs="+", help="ways to measure beside float32")
    wanted = parser.parse_args()
    torch.set_num_threads(wanted.threads)
    model = create_model(CARD).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    assert isinstance(model, LgceTiny)
    images = {"Banepa": _tiles(wanted.tiles), "scenes": _scenes(wanted.scenes)}
    tokens = tokenise(PHRASES, CARD)
    with torch.inference_mode(), freed_memory_kept(), tempfile.TemporaryDirectory() as folder:
        words = model.encode_text(torch.as_tensor(tokens.ids), torch.as_tensor(tokens.mask))
        asked = [
            Words(words.states[[at]][:, mask], words.mask[[at]][:, mask]) for at, mask in enumerate(words.mask > 0)
        ]
        ways = _ways(model, images["Banepa"], wanted, Path(folder))
        _report(ways, images, asked, wanted)


def _tiles(count: int) -> list[Tensor]:
    """Tiles of the orthophoto along its diagonal."""
    with rasterio.open(shared_file("rasters/banepa_town_13cm.tif")) as file:
        side = CARD.tile_px
        steps = [(at + 0.5) / count for at in range(count)]
        places = [(int(step * (file.height - side)), int(step * (file.width - side))) for step in steps]
        return [_ready(file.read([1, 2, 3], window=Window(col, row, side, side))) for row, col in places]


def _scenes(count: int) -> list[Tensor]:
    """Shared scenes of the University of California's and of Estonia, every so many of them."""
    folder = shared_file("uc_merced")
    files = sorted(folder.rglob("*.tif")) + sorted(shared_file("estonia/images").glob("*"))
    found = []
    for path in files[:: max(1, len(files) // max(count, 1))][:count]:
        with rasterio.open(path) as file:
            found.append(_ready(file.read([1, 2, 3])[:, :480, :480]))
    return found


def _ready(pixels: Any) -> Tensor:
    values = standardise(pixels.astype(np.float32) / 255, CARD.mean, CARD.std)
    return torch.from_numpy(values)[None].contiguous(memory_format=torch.channels_last)


def _ways(model: LgceTiny, images: list[Tensor], wanted: argparse.Namespace, folder: Path) -> dict[str, Way]:
    builders: dict[str, Callable[[], Way]] = {
        "bfloat16 autocast": lambda: _autocast(model),
        "bfloat16 weights": lambda: _converted(model),
        "arranged float32": lambda: _arranged(model, torch.float32),
        "arranged bfloat16": lambda: _arranged(model, torch.bfloat16),
        "compiled float32": lambda: _compiled(model, torch.float32),
        "compiled bfloat16": lambda: _compiled(model, torch.bfloat16),
        "int8 onnxruntime": lambda: _onnxruntime(model, images, folder, wanted.threads, int8=True),
        "onnxruntime float32": lambda: _onnxruntime(model, images, folder, wanted.threads, int8=False),
        "openvino float32": lambda: _openvino(model, "f32", wanted.threads),
        "openvino bfloat16": lambda: _openvino(model, "bf16", wanted.threads),
    }
    ways = {"float32": Way(model.encode_image, model.decode)}
    for name, build in builders.items():
        if wanted.only and name not in wanted.only:
            continue
        try:
            ways[name] = build()
        except (ImportError, RuntimeError) as error:  # not installed, no compiler, or an operator that it lacks
            print(f"{name}: left out ({type(error).__name__}: {str(error).splitlines()[0][:100]})")
    return ways


def _autocast(model: LgceTiny) -> Way:
    def encode(image: Tensor) -> Features:
        with torch.autocast("cpu", torch.bfloat16):
            return model.encode_image(image)

    def decode(features: Features, words: Words) -> Tensor:
        with torch.autocast("cpu", torch.bfloat16):
            return model.decode(features, words)

    return Way(encode, decode)


def _converted(model: LgceTiny) -> Way:
    half = copy.deepcopy(model).bfloat16()

    def decode(features: Features, words: Words) -> Tensor:
        return half.decode(features, Words(words.states.bfloat16(), words.mask))

    return Way(lambda image: half.encode_image(image.bfloat16()), decode)


def _arranged(model: LgceTiny, dtype: torch.dtype) -> Way:
    quick = QuickTiny(model, dtype)
    return Way(quick.encode_image, quick.decode_each)


def _compiled(model: LgceTiny, dtype: torch.dtype) -> Way:
    half = copy.deepcopy(model).to(dtype)
    pyramid: Any = torch.compile(half.pyramid)
    steered: Any = torch.compile(half.decode, dynamic=True)

    def encode(image: Tensor) -> Features:
        return (*pyramid(image.to(dtype)), image.new_zeros((len(image), 0, *image.shape[2:])))

    def decode(features: Features, words: Words) -> Tensor:
        return steered(features, Words(words.states.to(dtype), words.mask))  # type: ignore[no-any-return]

    way = Way(encode, decode)
    zero = torch.zeros(1, 3, CARD.tile_px, CARD.tile_px).to(memory_format=torch.channels_last)
    way.encode(zero)  # compiles, or says that there is no compiler
    return way


def _outside(model: LgceTiny, run: Callable[[Any], list[Any]]) -> Way:
    """The image side by `run`, NumPy to NumPy, and PyTorch's decoder in float32."""

    def encode(image: Tensor) -> Features:
        maps = [torch.from_numpy(np.asarray(each)) for each in run(image.contiguous().numpy())]
        return (*maps, image.new_zeros((len(image), 0, *image.shape[2:])))

    return Way(encode, model.decode)


def _onnxruntime(model: LgceTiny, images: list[Tensor], folder: Path, threads: int, *, int8: bool) -> Way:
    import onnxruntime
    from onnxruntime import quantization

    path = folder / "pyramid.onnx"
    with torch.inference_mode(False), torch.no_grad():
        example = torch.zeros(1, 3, CARD.tile_px, CARD.tile_px)
        sizes = {2: torch.export.Dim.AUTO, 3: torch.export.Dim.AUTO}
        program = torch.onnx.export(
            copy.deepcopy(model.pyramid), (example,), input_names=["image"], dynamic_shapes=(sizes,), dynamo=True
        )
    program.save(path)
    if int8:
        rows = iter([{"image": image.contiguous().numpy()} for image in images])

        class Reader(quantization.CalibrationDataReader):
            def get_next(self) -> Any:
                return next(rows, None)

        small = folder / "pyramid8.onnx"
        quantization.quantize_static(
            path, small, Reader(), per_channel=True, activation_type=quantization.QuantType.QUInt8
        )
        path = small
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return _outside(model, lambda pixels: session.run(None, {"image": pixels}))


def _openvino(model: LgceTiny, precision: str, threads: int) -> Way:
    import openvino

    with torch.inference_mode(False), torch.no_grad():
        network = openvino.convert_model(
            copy.deepcopy(model.pyramid), example_input=torch.zeros(1, 3, CARD.tile_px, CARD.tile_px)
        )
    hints = {"INFERENCE_NUM_THREADS": threads, "INFERENCE_PRECISION_HINT": precision, "PERFORMANCE_HINT": "LATENCY"}
    request = openvino.Core().compile_model(network, "CPU", hints).create_infer_request()
    return _outside(model, lambda pixels: list(request.infer([pixels], share_inputs=True).values()))


def _report(
    ways: dict[str, Way], images: dict[str, list[Tensor]], asked: list[Words], wanted: argparse.Namespace
) -> None:
    table = Table("backends")
    note = f"{CARD.tile_px}² px, {wanted.threads} threads, median of {wanted.rounds}"
    taken = _in_turns(ways, images["Banepa"][0], asked[0], wanted.rounds)
    for name, (encode_s, decode_s) in taken.items():
        table.add(f"{name}: encode", encode_s, "s a tile", note)
        table.add(f"{name}: further phrase", decode_s, "s a tile", note)
        table.add(f"{name}: further phrase / first", decode_s / (encode_s + decode_s), "of 1", note)
        whole = sum(taken["float32"])
        table.add(f"{name}: against float32", whole / (encode_s + decode_s), "times", note)
    for place, several in images.items():
        expected = [[ways["float32"].decode(features, words) > 0 for words in asked]
                    for features in map(ways["float32"].encode, several)]  # fmt: skip
        for name, way in ways.items():
            same = total = 0
            for image, masks in zip(several, expected, strict=True):
                features = way.encode(image)
                for words, mask in zip(asked, masks, strict=True):
                    same += int(((way.decode(features, words) > 0) == mask).sum())
                    total += mask.numel()
            share = same / total
            told = "enough" if share >= DEMANDED else f"less than the {DEMANDED} demanded"
            table.add(f"{name}: masks agree on {place}", share, "share", f"{len(several)} images, {told}")


def _in_turns(ways: dict[str, Way], image: Tensor, words: Words, rounds: int) -> dict[str, tuple[float, float]]:
    """Median seconds of encoding and decoding: one round of all ways, then the next."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, way in ways.items():
            started = time.perf_counter()
            features = way.encode(image)
            between = time.perf_counter()
            way.decode(features, words)
            if number:  # the first round warms up
                times[name].append((between - started, time.perf_counter() - between))
    return {name: tuple(map(statistics.median, zip(*each, strict=True))) for name, each in times.items()}  # type: ignore[misc]


if __name__ == "__main__":
    main()
