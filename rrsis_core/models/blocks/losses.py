"""What papers add to the losses of the mask: losses on a model's own inner values.

Sources: RSRefSeg 2, KyanChen/RSRefSeg2 at 7cda8cd (`apart`, `contrast`); RS2-SAM2, rongfu-dsb/RS2-SAM2 at 2b27187
(`boundary`). Written from reading them; none of their lines are here.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, distributed


def apart(first: Tensor, second: Tensor) -> Tensor:
    """Return how alike two groups of vectors (B, N, C) are: the squared cosine of their means, averaged over B."""
    return F.cosine_similarity(first.mean(1), second.mean(1), dim=1).square().mean()


def contrast(seen: Tensor, truth: Tensor, group: Tensor, scale: Tensor) -> Tensor:
    """Return the cross entropy, both ways, of telling which phrase of the batch belongs to which object.

    An object is the mean of the map over the truth at its size; nothing where the truth is empty there. Where several
    processes train together, the batch is all of theirs, and only the own part of it has a gradient.

    Args:
        seen: (B, C, h, w) map.
        truth: (B, H, W), 0 or 1; halved at one half after bilinear reduction, corners aligned.
        group: (B, N, C) vectors of the phrase, of which the mean counts.
        scale: () what cosines are multiplied by.
    """
    small = F.interpolate(truth.unsqueeze(1).float(), size=seen.shape[-2:], mode="bilinear", align_corners=True)
    objects = F.normalize((seen * (small > 0.5)).mean((2, 3)), dim=1)
    phrases = F.normalize(group.mean(1), dim=1)
    logits = scale * _of_all(objects) @ _of_all(phrases).T
    right = torch.arange(len(logits), device=logits.device)
    return (F.cross_entropy(logits, right) + F.cross_entropy(logits.T, right)) / 2


def _of_all(rows: Tensor) -> Tensor:
    """Return the rows of all processes in the order of their ranks; the others' without gradients."""
    if not (distributed.is_available() and distributed.is_initialized()):
        return rows
    parts = [torch.zeros_like(rows) for _ in range(distributed.get_world_size())]
    distributed.all_gather(parts, rows.detach().contiguous())
    parts[distributed.get_rank()] = rows
    return torch.cat(parts)


def boundary(mask: Tensor, truth: Tensor, weight: Tensor) -> Tensor:
    """Return the mean squared difference of the boundaries of `mask` and `truth`, both times a weight.

    A boundary is the sum of the absolute steps to the neighbours above and to the left; 0 outside.

    Args:
        mask: (B, H, W) probabilities, or 0 and 1.
        truth: (B, H, W), 0 or 1.
        weight: (B,) one number a phrase.
    """
    difference = _steps(mask) - _steps(truth.to(mask.dtype))
    return (difference * weight[:, None, None]).square().mean()


def _steps(values: Tensor) -> Tensor:
    down = F.pad(values.diff(dim=1).abs(), (0, 0, 1, 0))
    return down + F.pad(values.diff(dim=2).abs(), (1, 0, 0, 0))
