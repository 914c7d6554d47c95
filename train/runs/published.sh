#!/bin/sh
# One published recipe on data that is here: training, into the catalogue, evaluation on test by the authors' rule.
#
#   FILES=folder DATA=folder sh train/runs/published.sh lgce_refsegrs | lgce_rrsisd | lavt_refsegrs | lavt_rrsisd |
#                                                       rmsin_refsegrs | rmsin_rrsisd | fianet_refsegrs | fianet_rrsisd |
#                                                       aeroreformer_uavid-ris
#   PARTS="sam=FILE siglip=FILE" DATA=folder sh train/runs/published.sh rsrefseg_l_rrsisd | rsrefseg2_refsegrs |
#                                                       rsrefseg2_rrsisd | rs2_sam2_rrsisd (sam=FILE)
#
# FILES holds what `python -m train.fetch swin bert --to FILES` brought; DATA is the data set as published.
# PARTS are pretrained parts as transformers stores them, without blanks in their paths; see the head of the recipe.
# CARDS: processes on this machine, by default as the authors had them where that could be read (RMSIN: 4), else 1.
# Several machines, on each of them, the work folder on a disk that all share:
#   torchrun --nnodes 2 --nproc-per-node 4 --rdzv-backend c10d --rdzv-endpoint HOST:29500 --rdzv-id run \
#       -m train.train --config train/configs/rmsin_rrsisd.toml --data rrsisd=DATA --swin … --bert …
set -eu
cd "$(dirname "$0")/../.."
RECIPE=${1:?name a recipe, such as rmsin_rrsisd}
: "${DATA:?}"
WORK=${WORK:-.work}
PYTHON=${PYTHON:-.venv/bin/python}
SET=${RECIPE##*_}
NAME=$(printf %s "$RECIPE" | tr _ -)
case $RECIPE in
fianet_refsegrs) MODEL=fianet-refsegrs ;;
*) MODEL=${NAME%-"$SET"} ;;
esac
case $RECIPE in
rmsin_*) CARDS=${CARDS:-4} ;;
*) CARDS=${CARDS:-1} ;;
esac
RUN=$WORK/$NAME
case $RECIPE in
rsrefseg* | rs2_*)
    set --
    for part in ${PARTS:-}; do set -- "$@" --part "$part"; done
    ;;
*)
    : "${FILES:?}"
    set -- --swin "$FILES/swin_base_patch4_window12_384_22k.pth" --bert "$FILES/bert-base-uncased.safetensors"
    ;;
esac

"$PYTHON" -m torch.distributed.run --standalone --nproc-per-node "$CARDS" -m train.train \
    --config "train/configs/$RECIPE.toml" --data "$SET=$DATA" --work "$WORK" --device cuda --threads 4 \
    "$@"
"$PYTHON" -m rrsis_core.cli models add "$RUN/best.safetensors" --as "$MODEL"
"$PYTHON" -m rrsis_core.cli evaluate --data "$SET=$DATA" --model "$MODEL" --split test --authors-rule \
    --json "$RUN/test.json" --report "$RUN/test.html"
