"""The QGIS side: Qt, QGIS, the standard library and the light ring of rrsis_core."""
