"""A small folder of one's own data, written without any library of images: bright discs on noisy ground."""

import json

import numpy as np

PHRASE = "glowing crop circles"


def write_own(folder, count=12, val=3, side=96, phrase=PHRASE):
    """Write `count` images, the last `val` of them for validation, every fifth without a disc; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = np.random.default_rng(5)
    rows, cols = np.mgrid[:side, :side]
    lines = []
    for number in range(count):
        pixels = chance.integers(60, 110, (side, side, 3)).astype(np.uint8)
        radius, row, col = (int(value) for value in (chance.integers(10, 16), *chance.integers(20, side - 20, 2)))
        line = {"image": f"{number}.ppm", "phrase": phrase, "gsd_m": 0.3, "place": str(number)}
        line["split"] = "val" if number >= count - val else "train"
        if number % 5 == 4:
            line["kind"] = "absent"
        else:
            pixels[(rows - row) ** 2 + (cols - col) ** 2 <= radius**2] = (250, 40, 240)
            turns = np.linspace(0, 2 * np.pi, 24, endpoint=False)
            ring = [[col + 0.5 + radius * np.cos(turn), row + 0.5 + radius * np.sin(turn)] for turn in turns]
            line["polygons"] = [[[float(x), float(y)] for x, y in ring]]
        (folder / line["image"]).write_bytes(f"P6 {side} {side} 255\n".encode() + pixels.tobytes())
        lines.append(json.dumps(line))
    (folder / "phrases.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
