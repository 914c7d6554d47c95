"""The wall between QGIS and the heavy libraries, with all its sides."""
