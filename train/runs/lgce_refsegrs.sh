#!/bin/sh
# From nothing to a working LGCE, on a machine with Python 3.11 or later, a CUDA card and internet; goes on where it was stopped.
# About 10 GB of disk: RefSegRS (3 GB packed), Swin-B of ImageNet-22k, BERT, and the run.
#
#   SWIN_SHA256=<hex> sh train/runs/lgce_refsegrs.sh
#
# No source for the SHA-256 of the Swin's file could be read, so that it has to be said by whoever runs this (a colleague's
# copy, a mirror's page). BERT and RefSegRS are pinned. CARDS: how many cards (default: all of this machine).
set -eu
cd "$(dirname "$0")/../.."
FILES=${FILES:-.work/files}
WORK=${WORK:-.work}
: "${SWIN_SHA256:?say the SHA-256 of swin_base_patch4_window12_384_22k.pth: SWIN_SHA256=<hex> $0}"
CARDS=${CARDS:-$(nvidia-smi --list-gpus 2>/dev/null | wc -l)}
if [ "$CARDS" -lt 1 ]; then
    echo "nvidia-smi finds no CUDA card here: run this where there is one, or say how many with CARDS=<number>." >&2
    exit 1
fi

[ -x .venv/bin/python ] || make setup
PYTHON=${PYTHON:-.venv/bin/python}
"$PYTHON" -c 'import cv2, tensorboard' 2>/dev/null ||
    .tools/bin/uv pip install --python "$PYTHON" -r train/requirements.txt

"$PYTHON" -m train.fetch swin bert refsegrs --to "$FILES" --sha256 "swin=$SWIN_SHA256"
DATA=$(find "$FILES/refsegrs" -name output_phrase_train.txt -exec dirname {} \; | head -n 1)

# The paper's 8 samples a process; with several cards the steps grow with them, as in the authors' code.
"$PYTHON" -m torch.distributed.run --standalone --nproc-per-node "$CARDS" -m train.train \
    --config train/configs/lgce_refsegrs.toml --data "refsegrs=$DATA" --work "$WORK" --device cuda --threads 4 \
    --swin "$FILES/swin_base_patch4_window12_384_22k.pth" --bert "$FILES/bert-base-uncased.safetensors"

# Into the catalogue: from now on the dock, the toolbox and the command line have "lgce".
"$PYTHON" -m rrsis_core.cli models add "$WORK/lgce-refsegrs/best.safetensors" --as lgce
"$PYTHON" -m rrsis_core.cli evaluate --data "refsegrs=$DATA" --model lgce --split test --authors-rule \
    --json "$WORK/lgce-refsegrs/test.json" --report "$WORK/lgce-refsegrs/test.html"
"$PYTHON" -m rrsis_core.cli benchmark --data "refsegrs=$DATA" --model lgce
