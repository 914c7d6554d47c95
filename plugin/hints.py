"""What is likely to go wrong with a search, said before it is run, and what to try where it has found nothing."""

from __future__ import annotations

import math
import re
from typing import List, Optional

from qgis.core import QgsRasterLayer

from ..rrsis_core.catalog import ModelCard
from .i18n import tr
from .layers import metres_per_unit
from .meanings import head_of
from .wording import shown

LEAST = 0.05  # a highest probability below it is noise
NEEDED_PX = 4  # across a thing, below which little is left of its shape
# Usual width in metres and the things that have it; a rule of thumb, not a measurement.
_WIDTHS = (
    (1.5, "person motorcycle bicycle panel"),
    (2.0, "car vehicle van automobile"),
    (2.5, "truck bus lorry trailer tractor"),
    (4.0, "pool boat path sidewalk footpath driveway shrub bush greenhouse"),
    (6.0, "tree palm road street lane railway bridge shed"),
    (10.0, "building house roof rooftop ship vessel ferry court tank container"),
    (25.0, "airplane plane aircraft warehouse hangar church school playground parking"),
)
WIDTH_M = {word: width for width, words in _WIDTHS for word in words.split()}


def pixel_m(layer: QgsRasterLayer) -> Optional[float]:
    """Return how many metres a pixel of `layer` is; None where it has no pixels of its own or no place on earth."""
    if not layer.isValid() or layer.providerType() != "gdal" or not layer.crs().isValid():
        return None
    right, _ = metres_per_unit(layer.crs(), layer.extent().center())
    size = layer.rasterUnitsPerPixelX() * right
    return size if size > 0 else None


def hint(layer: QgsRasterLayer, card: ModelCard, phrases: List[str], gsd_m: Optional[float]) -> str:
    """Return the most helpful warning about searching `layer` for `phrases`, or "" where there is none.

    Args:
        layer: What is searched.
        card: With which model.
        phrases: For what.
        gsd_m: Metres a pixel at which the user makes the model look; None: as the card says.
    """
    foreign = next((phrase for phrase in phrases if re.search(r"[^\W\d_a-zA-Z]", phrase)), None)
    if foreign is not None:
        return tr("The models read English alone: write “{phrase}” in English.").format(phrase=foreign)
    own = pixel_m(layer)
    if own is None:
        return ""
    seen = max(own, gsd_m or 0.0)
    for phrase in phrases:
        head = head_of(phrase, WIDTH_M)
        if head is not None and seen * NEEDED_PX > 2 * WIDTH_M[head]:
            return tr(
                "Pixels of {pixel:.2g} m are too coarse for “{phrase}”: use imagery of {needed:.1g} m or finer, or look"
                " for larger things."
            ).format(pixel=seen, phrase=phrase, needed=WIDTH_M[head] / NEEDED_PX)
    if own > 3 * card.gsd_range_m[1]:
        return tr(
            "Pixels of {pixel:.2g} m are much coarser than the {known:g} m that this model knows: expect to find large"
            " things alone."
        ).format(pixel=own, known=card.gsd_range_m[1])
    return ""


def lower_threshold(prob_max: float) -> Optional[float]:
    """Return the threshold that brings the surest pixels where none reached the one asked for; None: there are none."""
    if not prob_max >= LEAST:  # NaN too
        return None
    return max(math.floor(80 * prob_max) / 100, 0.01)


def nothing_found(phrase: str, prob_max: float, threshold: float) -> str:
    """Return what to try where a phrase brought no polygon."""
    if prob_max >= max(threshold, LEAST):
        return tr(
            'Only things below the smallest area reached the threshold for "{phrase}". Lower one of the two in the'
            " review below, or word the phrase differently."
        ).format(phrase=shown(phrase))
    if prob_max >= LEAST:
        return tr(
            'Nothing reached the threshold for "{phrase}": the highest probability is {top:.0%}. Lower the threshold in'
            " the review below, or word the phrase differently."
        ).format(phrase=shown(phrase), top=prob_max)
    return tr(
        'Nothing was found for "{phrase}". Word it differently, zoom to a place that shows it, or use finer imagery.'
    ).format(phrase=shown(phrase))
