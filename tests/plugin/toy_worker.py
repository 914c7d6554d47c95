"""A worker whose model finds what is bright: the real server and corridor, without weights to wait for.

A phrase with "slowly" takes half a second a batch, one with "crash" ends the process in the middle of the run,
and one with "faintly" finds it with a low probability.
"""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

LONG = 9  # word pieces, marks included, from which on a phrase describes nothing that is there


def load():
    from dataclasses import replace

    import torch

    from rrsis_core.catalog import CATALOG
    from rrsis_core.models.base import ReferringSegmenter, Words
    from rrsis_core.request import SegmentRequest, ThresholdRequest
    from rrsis_core.segment import segment
    from rrsis_core.threshold import threshold

    # Words of the published models' vocabulary, so that nothing here waits for the bundled model.
    CATALOG["lgce-tiny"] = replace(CATALOG["lgce-tiny"], text_encoder="bert-base-uncased")

    class Bright(ReferringSegmenter):
        digest = "toy"

        def __init__(self, phrases):
            super().__init__()
            self.phrases = phrases
            self.unused = torch.nn.Parameter(torch.zeros(1))

        def encode_image(self, image):
            return (image,)

        def encode_text(self, ids, mask):
            return Words(ids[..., None].float(), mask)

        def decode(self, features, words, place=None):
            if "slowly" in self.phrases:
                time.sleep(0.5)
            if "crash" in self.phrases:
                os.kill(os.getpid(), 9)
            there = (words.mask.sum(dim=1) < LONG).float()[:, None, None, None]
            faint = 8 if "faintly" in self.phrases else 0
            return features[0].mean(dim=1, keepdim=True) * 3 * there - 8 * (1 - there) - faint

    def run(payload, job):
        job.stage("open")
        request = SegmentRequest.from_json(payload)
        return segment(request, Bright(" ".join(request.phrases)).eval(), job.watch, job.found).to_json()

    def again(payload, job):
        return threshold(ThresholdRequest.from_json(payload), job.watch, job.found).to_json()

    return {"segment": run, "threshold": again}


if __name__ == "__main__":
    from rrsis_core.worker.server import serve

    serve(load)
