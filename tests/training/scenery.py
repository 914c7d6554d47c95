"""Small scenes and a small bank of words for the tests of training."""

import numpy as np
import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer, models, pre_tokenizers

from rrsis_core.models.base import Words
from rrsis_core.models.lgce_tiny import SHAPES, LgceTiny
from rrsis_core.training.classes import DRAWN
from rrsis_core.training.corpus import Drawn, Phrase, Scene, add_members, bits_of, fill

WIDTH = SHAPES["test"].text_width


def square(x, y, size):
    return [np.asarray([[x, y], [x + size, y], [x + size, y + size], [x, y + size]], np.int32)]


def make_scene(seed=0, side=64, source="scenes"):
    rng = np.random.default_rng(seed)
    objects = [
        Drawn("car", ("red", "parked"), [square(4, 4, 6)], 36),
        Drawn("car", ("white", "small"), [square(50, 50, 6)], 36),
        Drawn("building", ("red roof", "large"), [square(20, 4, 20)], 400),
        Drawn("building", ("grey roof", "small"), [square(44, 6, 8)], 64),
        Drawn("road", ("asphalt", "straight"), [[np.asarray([[0, 48], [64, 48], [64, 60], [0, 60]], np.int32)]], 768),
    ]
    rgb = rng.integers(0, 255, (side, side, 3)).astype(np.uint8)
    truth = np.zeros((side, side), np.uint32)
    for each in objects:
        truth[fill(rgb.shape, [each]) > 0] |= bits_of([each.name])
    known = np.full(truth.shape, bits_of(DRAWN), np.uint32)
    add_members(truth, known)
    phrases = [Phrase("the red car", "attribute", (0,)), Phrase("airplane", "absent", ())]
    return Scene(f"toy/{seed}.jpg", source, rgb, 0.3, truth, known, objects, phrases, frozenset(DRAWN))


class ToyBank:
    """Stands for a PhraseBank: states from a hash of the words, narrow enough for the test model."""

    def words(self, phrases):
        states = torch.zeros(len(phrases), 6, WIDTH)
        mask = torch.zeros(len(phrases), 6, dtype=torch.long)
        for row, phrase in enumerate(phrases):
            for place, word in enumerate(str(phrase).split()[:6]):
                seed = sum(ord(letter) * (index + 1) for index, letter in enumerate(word))
                states[row, place] = torch.randn(WIDTH, generator=torch.Generator().manual_seed(seed))
                mask[row, place] = 1
        return Words(states, mask)


def make_model():
    torch.manual_seed(0)
    return LgceTiny(SHAPES["test"])


def make_encoder(folder):
    """Write a sentence encoder of the right shapes and random values into `folder`, with a vocabulary of five."""
    width, hidden = 384, 1536
    state = {
        "embeddings.word_embeddings.weight": torch.randn(5, width),
        "embeddings.position_embeddings.weight": torch.randn(512, width) * 0.1,
        "embeddings.token_type_embeddings.weight": torch.randn(2, width) * 0.1,
        "embeddings.LayerNorm.weight": torch.ones(width),
        "embeddings.LayerNorm.bias": torch.zeros(width),
    }
    for index in range(6):
        start = f"encoder.layer.{index}."
        square = (width, width)
        sizes = {f"attention.self.{name}": square for name in ("query", "key", "value")}
        sizes |= {
            "attention.output.dense": square,
            "intermediate.dense": (hidden, width),
            "output.dense": (width, hidden),
        }
        for name, size in sizes.items():
            state[f"{start}{name}.weight"] = torch.randn(size) * 0.02
            state[f"{start}{name}.bias"] = torch.zeros(size[0])
        for name in ("attention.output.LayerNorm", "output.LayerNorm"):
            state[f"{start}{name}.weight"], state[f"{start}{name}.bias"] = torch.ones(width), torch.zeros(width)
    save_file(state, folder / "model.safetensors")
    made = Tokenizer(models.WordPiece({"[PAD]": 0, "[UNK]": 1, "red": 2, "car": 3, "cars": 4}, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    made.save(str(folder / "tokenizer.json"))
    return folder
