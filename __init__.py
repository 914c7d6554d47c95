"""The plugin's door: QGIS calls classFactory, and nothing is imported before."""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:
    """Return the plugin for QGIS's interface `iface` (None in qgis_process)."""
    from .plugin.plugin import RrsisPlugin

    return RrsisPlugin(iface)
