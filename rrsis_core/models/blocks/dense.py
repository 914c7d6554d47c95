"""Linear layers by the fastest routine there is: on a processor oneDNN's, which fuses the bias and the exact GELU.

PyTorch takes MKL for float32 products, which on processors that are not Intel's is two to three times slower than the
oneDNN that it takes for convolutions. The operator is the one that PyTorch's own compiler puts in place of linear
layers (torch.ops.mkldnn._linear_pointwise); it has no gradient, so training keeps F.linear, as do other devices.
"""

from __future__ import annotations

import copy
from typing import Optional

import torch
import torch.nn.functional as F
from torch import Tensor, nn


def linear(values: Tensor, weight: Tensor, bias: Optional[Tensor] = None, *, gelu: bool = False) -> Tensor:
    """Return `values` (…, in) times `weight` (out, in) transposed, plus `bias`, through the exact GELU if asked."""
    if _fused(values, weight):
        kind, form = ("gelu", "none") if gelu else ("none", "")
        out: Tensor = torch.ops.mkldnn._linear_pointwise(values, weight, bias, kind, [], form)
        return out
    out = F.linear(values, weight, bias)
    return F.gelu(out) if gelu else out


def _fused(values: Tensor, weight: Tensor) -> bool:
    """Return whether oneDNN's operator is here and right for these tensors."""
    return (
        values.device.type == "cpu"
        and values.dtype == weight.dtype
        and values.dtype in (torch.float32, torch.bfloat16)
        and not (torch.is_grad_enabled() and (values.requires_grad or weight.requires_grad))
        and not torch.is_autocast_enabled("cpu")
        and not torch.compiler.is_compiling()
        and torch.backends.mkldnn.is_available()  # type: ignore[no-untyped-call]
    )


class Dense(nn.Linear):
    """A linear layer with the keys of any other, by the routine above."""

    def forward(self, input: Tensor) -> Tensor:
        """Return (…, out) for `input` (…, in)."""
        return linear(input, self.weight, self.bias)

    def with_gelu(self, values: Tensor) -> Tensor:
        """Return the exact GELU of what the layer gives for `values` (…, in)."""
        return linear(values, self.weight, self.bias, gelu=True)


class Packed(nn.Module):
    """A linear layer for a few rows, where reading the weights is most of the work: they lie as oneDNN reads them.

    It has no gradient.

    Args:
        layer: Whose weights are copied.
        dtype: Of the weights; values are converted to it, and back.
    """

    def __init__(self, layer: nn.Linear, dtype: torch.dtype) -> None:
        super().__init__()
        self.dtype = dtype
        self.weight: Tensor = torch.ops.mkldnn._reorder_linear_weight(layer.weight.detach().to(dtype).contiguous())
        self.bias = None if layer.bias is None else layer.bias.detach().to(dtype)

    def forward(self, input: Tensor) -> Tensor:
        """Return (…, out) for `input` (…, in), in its dtype."""
        values = input.to(self.dtype)
        out: Tensor = torch.ops.mkldnn._linear_pointwise(values, self.weight, self.bias, "none", [], "")
        return out.to(input.dtype)


def packed(module: nn.Module, dtype: torch.dtype) -> nn.Module:
    """Return a copy of `module` with Packed in place of its linear layers; it shares all other parameters."""
    made = copy.deepcopy(module, {id(each): each for each in module.parameters()})
    for parent in list(made.modules()):
        for name, child in parent.named_children():
            if type(child) is nn.Linear:
                setattr(parent, name, Packed(child, dtype))
    return made
