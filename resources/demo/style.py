"""Style of a scene: region, season, sun and sensor, all drawn from the seed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

Colour = tuple[float, float, float]


def rgb(red: int, green: int, blue: int) -> Colour:
    """A display colour 0..255 as fractions."""
    return (red / 255, green / 255, blue / 255)


@dataclass(frozen=True)
class Sun:
    """Where the light comes from: `azimuth` in picture axes (x right, y down) and `elevation`, radians."""

    azimuth: float
    elevation: float
    sky: float


@dataclass(frozen=True)
class Sensor:
    """What the camera does to the light; `blur_px` is in pixels of the picture."""

    blur_px: float
    haze: float
    gain: float
    balance: Colour
    gamma: float
    saturation: float
    contrast: float
    noise: float
    sharpen: float
    jpeg_quality: int


@dataclass(frozen=True)
class Region:
    """How a kind of place is built; lengths in metres, shares and chances 0..1."""

    name: str
    roofs: dict[str, float]
    street_m: float
    blocks_m: tuple[float, float]
    bend: float
    house_m: tuple[float, float]
    depth_m: tuple[float, float]
    setback_m: tuple[float, float]
    gap_m: tuple[float, float]
    storeys: tuple[int, int]
    built: float
    trees: float
    wood: float
    soil: float
    dirt_roads: float
    sidewalks: float
    parked: float
    driveways: float
    pools: float
    infill: float
    extras: tuple[str, ...]


def _region(name: str, roofs: dict[str, float], **settings: object) -> Region:
    base: dict[str, object] = {
        "street_m": 8.0, "blocks_m": (60.0, 110.0), "bend": 0.3, "house_m": (10.0, 18.0), "depth_m": (8.0, 13.0),
        "setback_m": (4.0, 9.0), "gap_m": (3.0, 9.0), "storeys": (1, 2), "built": 0.9, "trees": 1.0, "wood": 0.15,
        "soil": 0.25, "dirt_roads": 0.0, "sidewalks": 0.8, "parked": 0.35, "driveways": 0.7, "pools": 0.1,
        "infill": 0.15, "extras": ("pond", "tennis", "parking"),
    }  # fmt: skip
    return Region(name=name, roofs=roofs, **{**base, **settings})  # type: ignore[arg-type]


REGIONS = (
    _region("suburb", {"shingle_grey": 3, "shingle_brown": 3, "shingle_dark": 2, "tile_red": 0.6, "flat_white": 0.6},
            pools=0.25, bend=0.6, trees=1.9, extras=("pond", "tennis", "parking", "baseball", "river", "wood")),
    _region("villas", {"tile_red": 4, "tile_orange": 3, "tile_brown": 2, "flat_white": 1}, pools=0.5, trees=1.3,
            bend=0.5, house_m=(12, 22), extras=("tennis", "pond", "sea", "parking")),
    _region("old town", {"tile_red": 4, "tile_brown": 2, "tile_orange": 2, "shingle_dark": 1, "flat_grey": 1},
            blocks_m=(45, 80), house_m=(9, 20), setback_m=(0.5, 2.5), gap_m=(0.0, 2.0), storeys=(2, 4), trees=0.9,
            street_m=7, driveways=0.1, pools=0.01, infill=1.0, extras=("river", "parking", "basketball")),
    _region("hill town", {"tin_blue": 2, "tin_grey": 2, "tin_rust": 2, "flat_grey": 5, "tin_red": 2, "flat_white": 0.7,
                          "tin_green": 0.4},
            blocks_m=(45, 90), bend=0.9, house_m=(7, 16), depth_m=(6, 12), setback_m=(1, 6), gap_m=(0.3, 7),
            storeys=(1, 4), trees=1.3, soil=0.45, dirt_roads=0.4, sidewalks=0.2, driveways=0.15, pools=0.0, street_m=6,
            infill=1.2, extras=("river", "fields", "wood", "pond", "yard")),
    _region("shanty", {"tin_rust": 4, "tin_grey": 4, "tin_blue": 0.7, "tin_red": 1, "tin_white": 1},
            blocks_m=(35, 70), bend=0.8, house_m=(6, 11), depth_m=(5, 8), setback_m=(0.6, 3), gap_m=(0.4, 3),
            storeys=(1, 1), trees=0.4, soil=0.8, dirt_roads=0.9, sidewalks=0.0, driveways=0.0, pools=0.0, street_m=5,
            parked=0.1, infill=2.0, extras=("river", "wood", "yard")),
    _region("desert city", {"flat_white": 4, "flat_beige": 4, "flat_grey": 1, "tile_red": 1}, soil=0.95, trees=0.3,
            wood=0.0, house_m=(14, 26), depth_m=(12, 20), setback_m=(3, 7), gap_m=(4, 10), storeys=(1, 3), pools=0.25,
            bend=0.2, extras=("parking", "tennis", "yard", "sea")),
    _region("works", {"flat_white": 3, "flat_grey": 3, "tin_blue": 1, "tin_white": 2, "tin_grey": 2, "tin_green": 0.5},
            blocks_m=(90, 160), house_m=(25, 70), depth_m=(18, 40), setback_m=(8, 16), gap_m=(8, 25), storeys=(2, 3),
            trees=0.3, street_m=11, driveways=0.0, pools=0.0, parked=0.2, soil=0.5, bend=0.15, infill=0.3,
            extras=("tanks", "tanks", "parking", "parking", "yard", "railway", "river")),
    _region("farmland", {"tile_red": 2, "tin_grey": 2, "shingle_dark": 1, "tin_rust": 1}, blocks_m=(150, 320),
            built=0.2, infill=0.03, house_m=(10, 30), setback_m=(6, 16), gap_m=(8, 50), wood=0.3, dirt_roads=0.5,
            sidewalks=0.0, street_m=6, parked=0.05, pools=0.03, extras=("fields", "fields", "pond", "river", "wood")),
    _region("harbour", {"flat_white": 2, "flat_grey": 2, "tin_grey": 1, "tile_red": 2}, blocks_m=(70, 130),
            house_m=(12, 34), setback_m=(4, 10), storeys=(1, 3), trees=0.4, pools=0.1,
            extras=("marina", "parking", "tanks", "tennis")),
    _region("airport", {"flat_white": 3, "flat_grey": 3, "tin_white": 1}, blocks_m=(140, 260), house_m=(25, 60),
            depth_m=(18, 34), setback_m=(8, 16), gap_m=(15, 40), built=0.5, trees=0.25, street_m=9, driveways=0.0,
            pools=0.0, extras=("airfield", "parking", "tanks")),
    _region("park", {"shingle_brown": 2, "tile_red": 2, "flat_grey": 1}, blocks_m=(110, 220), built=0.35, bend=0.9,
            trees=1.4, wood=0.6, gap_m=(8, 30), extras=("pond", "tennis", "baseball", "wood", "basketball", "parking")),
)  # fmt: skip
WEIGHTS = (16, 8, 9, 14, 8, 7, 11, 8, 8, 6, 7)


@dataclass(frozen=True)
class Style:
    """Everything that the parts of a scene agree on."""

    region: Region
    sun: Sun
    sensor: Sensor
    lushness: float
    grass: Colour
    soil: Colour
    leaf: Colour
    water: Colour
    bare_trees: float
    conifers: float
    palms: float


def _mix(first: Colour, second: Colour, share: float) -> Colour:
    mixed = [a + share * (b - a) for a, b in zip(first, second)]
    return (mixed[0], mixed[1], mixed[2])


def draw_style(rng: np.random.Generator) -> Style:
    """A random style; the same generator state gives the same style."""
    weights = np.array(WEIGHTS, dtype=float)
    region = REGIONS[int(rng.choice(len(REGIONS), p=weights / weights.sum()))]
    arid = region.name in ("desert city", "shanty")
    lushness = float(np.clip(rng.normal(0.35 if arid else 0.7, 0.2), 0, 1))
    winter = bool(rng.random() < 0.15 and not arid)
    soils = (rgb(164, 148, 124), rgb(146, 124, 100), rgb(164, 134, 106), rgb(182, 170, 148), rgb(132, 118, 102))
    waters = (rgb(38, 62, 62), rgb(30, 56, 74), rgb(74, 84, 66), rgb(104, 100, 74), rgb(24, 44, 48), rgb(52, 92, 96))
    return Style(
        region=region,
        sun=_draw_sun(rng),
        sensor=_draw_sensor(rng),
        lushness=lushness,
        grass=_mix(rgb(148, 140, 104), rgb(92, 112, 66), lushness * (0.6 if winter else 1.0)),
        soil=soils[int(rng.integers(len(soils)))],
        leaf=_mix(rgb(98, 108, 66), rgb(62, 94, 46), float(rng.random())),
        water=waters[int(rng.integers(len(waters)))],
        bare_trees=float(rng.uniform(0.4, 0.9)) if winter else 0.03,
        conifers=float(rng.choice([0.05, 0.2, 0.6])),
        palms=float(rng.uniform(0.2, 0.7)) if region.name in ("villas", "desert city", "harbour") else 0.0,
    )


def _draw_sun(rng: np.random.Generator) -> Sun:
    return Sun(
        azimuth=float(rng.uniform(0, 2 * np.pi)),
        elevation=float(np.radians(rng.uniform(30, 66))),
        sky=float(rng.uniform(0.22, 0.4)),
    )


def _draw_sensor(rng: np.random.Generator) -> Sensor:
    tilt = rng.normal(0, 0.03, 3)
    return Sensor(
        blur_px=float(rng.uniform(0.3, 0.9)),
        haze=float(rng.uniform(0, 0.16)) * float(rng.random()),
        gain=float(rng.uniform(0.8, 1.15)),
        balance=(1 + float(tilt[0]), 1 + float(tilt[1]), 1 + float(tilt[2])),
        gamma=float(rng.uniform(0.9, 1.15)),
        saturation=float(rng.uniform(0.6, 1.1)),
        contrast=float(rng.uniform(0.95, 1.2)),
        noise=float(rng.uniform(0.004, 0.025)),
        sharpen=float(rng.choice([0.0, 0.3, 0.7])),
        jpeg_quality=int(rng.choice([75, 85, 92, 100])),
    )
