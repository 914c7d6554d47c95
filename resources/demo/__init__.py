"""A scene drawn by a program: an aerial-looking picture, exact masks, and phrases that are true by construction."""

from __future__ import annotations

from .inventory import SceneObject
from .scene import CLASSES, Scene, generate_scene
from .write import write_scene

__all__ = ["CLASSES", "Scene", "SceneObject", "generate_scene", "write_scene"]
