"""Make the bundled model from a finished run: `python -m train.bundle lgce-tiny-2 --data DIR`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, astuple
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import torch

from rrsis_core.models.lgce_tiny import SAYINGS, LgceTiny, lgce_tiny, told_of
from rrsis_core.training.bundle import english_pieces, trim_words, write_bundle
from rrsis_core.training.calibrate import Calibration, fit, fit_certainty, score
from rrsis_core.training.checkpoint import load_checkpoint
from rrsis_core.training.corpus import Scene, drawn_scenes, split_of
from rrsis_core.training.look import answers_of
from rrsis_core.training.sayings import examples, fit_sayings, means_of
from rrsis_core.training.words import PhraseBank, encoder_folder

HERE = Path(__file__).parent
BUNDLE = HERE.parent / "resources" / "models" / "lgce-tiny"


def parse(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what was typed."""
    parser = argparse.ArgumentParser(prog="python -m train.bundle", description=__doc__)
    parser.add_argument("run", help="name of the run whose averaged weights are bundled")
    parser.add_argument("--data", type=Path, required=True, help="folder of the shared training imagery")
    parser.add_argument("--work", type=Path, default=Path(".work"), help="folder of checkpoints")
    parser.add_argument("--output", type=Path, default=BUNDLE, help="folder of the bundle")
    return parser.parse_args(argv)


def calibrated(model: LgceTiny, bank: PhraseBank, scenes: Sequence[Scene]) -> tuple[Calibration, dict[str, Any]]:
    """Fit and set the calibration of `model` on `scenes`; return it and the scores before and after.

    What phrases say is known to the model by then.
    """
    answers = list(answers_of(model, bank, scenes))
    chosen = fit(answers)
    model.calibration.copy_(torch.tensor(astuple(chosen)))
    said = means_of(bank, [phrase.text for scene in scenes for phrase in scene.phrases])
    for index, shares in enumerate(told_of(said, model.sayings).T.tolist()):
        model.certainty[index] = torch.tensor(fit_certainty(answers, chosen, shares))
    offset = chosen.bias / chosen.scale
    after = score(answers, offset, chosen.presence_scale, chosen.presence_bias)
    return chosen, {"before": score(answers, 0.0, 1.0, 0.0), "after": after}


def hash_of(scenes: Iterable[Scene]) -> str:
    """Return the SHA-256 of all pixels, classes of pixels and phrases of `scenes`, by path."""
    whole = sha256()
    for scene in sorted(scenes, key=lambda each: each.path):
        said = json.dumps([scene.path, [astuple(phrase) for phrase in scene.phrases]], ensure_ascii=False)
        whole.update(said.encode())
        for pixels in (scene.rgb, scene.truth, scene.known):
            whole.update(np.ascontiguousarray(pixels).tobytes())
    return whole.hexdigest()


def main(argv: Sequence[str] | None = None) -> None:
    """Write the bundle."""
    typed = parse(argv)
    checkpoint = load_checkpoint(typed.work / f"{typed.run}.pt")
    bank = PhraseBank(encoder_folder())
    scenes = drawn_scenes(typed.data)
    holdout = json.loads((HERE / "holdout.json").read_text(encoding="utf-8"))
    model = lgce_tiny()
    vocabulary = bank.tokenizer.get_vocab()
    pieces = english_pieces(vocabulary)
    text = bank.encoder.state_dict()
    text["words.weight"] = trim_words(text["words.weight"], vocabulary, pieces)
    fitted = ("text.", "calibration", "certainty", "sayings")
    learned = {key: value for key, value in checkpoint.average.items() if not key.startswith(fitted)}
    model.load_state_dict({**model.state_dict(), **learned, **{f"text.{key}": value for key, value in text.items()}})
    model.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    for_choosing = [scene for scene in scenes if scene.phrases and split_of(scene.path, holdout) == "val"]
    known = examples([scene for scene in scenes if split_of(scene.path, holdout) == "train"], np.random.default_rng(0))
    model.sayings.copy_(fit_sayings(means_of(bank, list(known)), list(known.values()), len(SAYINGS)))
    calibration, scores = calibrated(model, bank, for_choosing)
    metadata = {
        "model": "lgce-tiny",
        "run": checkpoint.config,
        "steps": checkpoint.step,
        "calibration": asdict(calibration),
        "certainty": model.certainty.tolist(),
        "val_scores": scores,
        "data": f"sha256:{hash_of(scenes)}",
    }
    print(json.dumps(scores, indent=1), write_bundle(typed.output, model.state_dict(), pieces, metadata))


if __name__ == "__main__":
    main()
