"""The real worker with the test's size of the bundled model, so that it learns in seconds."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def load():
    import torch

    from rrsis_core.models import shelf
    from rrsis_core.models.lgce_tiny import SHAPES, LgceTiny
    from rrsis_core.models.weights import find_weights, load_weights
    from rrsis_core.own_models import find_card
    from rrsis_core.training import finetune
    from rrsis_core.worker import verbs

    torch.set_num_threads(1)

    def small(name_or_card):
        card = find_card(name_or_card) if isinstance(name_or_card, str) else name_or_card
        torch.manual_seed(0)
        model = LgceTiny(SHAPES["test"])
        if card.folder:
            load_weights(model, find_weights(card), card)
        return model.eval()

    shelf.create_model = finetune.create_model = small
    return verbs.verbs()


if __name__ == "__main__":
    from rrsis_core.worker.server import serve

    serve(load)
