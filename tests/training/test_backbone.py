import sys

import pytest
import timm
import torch

from rrsis_core.errors import WeightsInvalid, WeightsMissing
from rrsis_core.training.backbone import load_imagenet
from tests.training.scenery import make_model


@pytest.fixture()
def package(tmp_path, monkeypatch):
    (tmp_path / "toy_net_model" / "models").mkdir(parents=True)
    (tmp_path / "toy_net_model" / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path / "toy_net_model" / "models" / "net.pth"
    sys.modules.pop("toy_net_model", None)


def test_tensors_are_taken_in_their_order(package):
    whole = timm.create_model("test_efficientnet", pretrained=False).state_dict()
    torch.save({f"other.{index}": value + 1 for index, value in enumerate(whole.values())}, package)
    model = make_model()
    load_imagenet(model, "toy-net-model")
    assert all(torch.equal(value, whole[key] + 1) for key, value in model.pyramid.backbone.state_dict().items())


def test_another_net_or_none_is_refused(package):
    torch.save({"a": torch.zeros(3)}, package)
    with pytest.raises(WeightsInvalid):
        load_imagenet(make_model(), "toy-net-model")
    with pytest.raises(WeightsMissing):
        load_imagenet(make_model(), "no-such-net-model")
