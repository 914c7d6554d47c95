"""Convolutions for asking on a processor: BatchNorm folded in, and sum and ReLU computed by the same oneDNN routine.

The operators are those that PyTorch's own compiler puts in place of convolutions (torch.ops.mkldnn). Their weights are
packed once instead of with every call. They have no gradient.
"""

from __future__ import annotations

import copy
import operator
import platform
from typing import Any, Optional, cast

import torch
from torch import Tensor, fx, nn
from torch.nn.utils import fuse_conv_bn_eval

_PACKED_FOR_PX = 64  # side of the input that weights are packed for; others work too


def is_available() -> bool:
    """Return whether this build of PyTorch has the operators, on a machine that they were tried on."""
    return (
        platform.machine().lower() in {"x86_64", "amd64"}
        and bool(torch.backends.mkldnn.is_available())  # type: ignore[no-untyped-call]
        and hasattr(torch.ops.mkldnn, "_convolution_pointwise")
        and hasattr(torch.ops.mkldnn, "_linear_pointwise")
        and hasattr(torch.ops.mkldnn, "_reorder_linear_weight")
    )


class FusedConv(nn.Module):
    """A convolution, then what it is added to, then ReLU.

    Args:
        weight: (out, in / groups, kh, kw); its dtype is that of all tensors.
        bias: (out,) or None.
        like: Whose stride, padding, dilation and groups count.
        relu: Whether ReLU follows.
    """

    def __init__(self, weight: Tensor, bias: Optional[Tensor], like: nn.Conv2d, *, relu: bool = False) -> None:
        super().__init__()
        weight = weight.detach().contiguous(memory_format=torch.channels_last)
        self.bias = None if bias is None else bias.detach().to(weight.dtype)
        self.relu = relu
        self._plan = (list(like.padding), list(like.stride), list(like.dilation), like.groups)
        shape = [1, weight.shape[1] * like.groups, _PACKED_FOR_PX, _PACKED_FOR_PX]
        pack: Any = torch._C._nn.mkldnn_reorder_conv2d_weight  # type: ignore[attr-defined]
        self.weight: Tensor = pack(weight.to_mkldnn(), *self._plan, shape)

    def forward(self, x: Tensor, other: Optional[Tensor] = None) -> Tensor:
        """Return (B, out, h', w') of `x` (B, in, h, w), plus `other` of the result's shape if there is one."""
        kind = "relu" if self.relu else None
        if other is None:
            out: Tensor = torch.ops.mkldnn._convolution_pointwise(
                x, self.weight, self.bias, *self._plan, kind or "none", [], ""
            )
            return out
        out = torch.ops.mkldnn._convolution_pointwise.binary(
            x, other, self.weight, self.bias, *self._plan, "add", 1.0, kind, [], None
        )
        return out


def fused_conv(
    conv: nn.Conv2d, dtype: torch.dtype, norm: Optional[nn.Module] = None, *, relu: bool = False
) -> FusedConv:
    """Return `conv` and the BatchNorm `norm` after it, if any, as one convolution in `dtype`."""
    if isinstance(norm, nn.BatchNorm2d):
        conv = fuse_conv_bn_eval(conv, norm)
    return FusedConv(conv.weight.to(dtype), conv.bias, conv, relu=relu)


def fused(module: nn.Module, dtype: torch.dtype) -> nn.Module:
    """Return `module` in `dtype` with its convolutions fused, numerically the same; `module` itself is not changed.

    Convolutions take in what follows them where nothing else looks at what lies between: BatchNorm, a sum, ReLU.
    """
    graph = fx.symbolic_trace(copy.deepcopy(module).eval())
    parts = dict(graph.named_modules())
    nodes = list(graph.graph.nodes)
    order = {node: place for place, node in enumerate(nodes)}
    for node in nodes:
        if isinstance(parts.get(str(node.target)), (nn.Identity, nn.Dropout)):
            node.replace_all_uses_with(node.args[0])
            graph.graph.erase_node(node)
    for node in nodes:
        if isinstance(parts.get(str(node.target)), nn.Conv2d):
            _fuse(graph, node, parts, order, dtype)
    graph.delete_all_unused_submodules()
    for name, child in graph.named_modules():
        if name and not isinstance(child, FusedConv):
            child._apply(lambda value: value.to(dtype) if value.is_floating_point() else value, recurse=False)
    graph.recompile()
    return graph


def _fuse(
    graph: fx.GraphModule, node: fx.Node, parts: dict[str, nn.Module], order: dict[fx.Node, int], dtype: torch.dtype
) -> None:
    """Put a FusedConv in place of the convolution `node` and of what it can take in."""
    taken = [node]
    norm, other, relu = None, None, False
    after = _only_user(node)
    if after is not None and type(parts.get(str(after.target))) is nn.BatchNorm2d:
        norm = parts[str(after.target)]
        taken.append(after)
        after = _only_user(after)
    if after is not None and after.target in (operator.add, operator.iadd):
        rest = [each for each in after.all_input_nodes if each is not taken[-1]]
        if len(rest) == 1 and order[rest[0]] < order[node]:
            other = rest[0]
            taken.append(after)
            after = _only_user(after)
    if after is not None and isinstance(parts.get(str(after.target)), nn.ReLU):
        relu = True
        taken.append(after)
    conv = cast(nn.Conv2d, parts[str(node.target)])
    graph.add_submodule(str(node.target), fused_conv(conv, dtype, norm, relu=relu))
    with graph.graph.inserting_after(node):
        made = graph.graph.call_module(str(node.target), (node.args[0], *([other] if other is not None else [])))
    order[made] = order[node]
    taken[-1].replace_all_uses_with(made)
    for each in reversed(taken):
        graph.graph.erase_node(each)


def _only_user(node: fx.Node) -> Optional[fx.Node]:
    """Return the node that looks at `node` if there is just one."""
    return next(iter(node.users)) if len(node.users) == 1 else None
