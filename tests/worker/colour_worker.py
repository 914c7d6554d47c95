"""The real worker with the real corridor, and a model whose answers are known beforehand."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from rrsis_core.models import shelf
from rrsis_core.worker import server, verbs
from tests.toy import ColourModel


class SlowModel(ColourModel):
    """Leaves time for a cancel."""

    def encode_image(self, image):
        """Wait, and encode."""
        time.sleep(0.06)
        return super().encode_image(image)


def load():
    """Return the worker's own verbs, over the model that finds colours."""
    shelf.create_model = lambda name: SlowModel()
    shelf.find_weights = lambda card: Path(__file__)
    return verbs.verbs()


if __name__ == "__main__":
    server.serve(load)
    os._exit(0)
