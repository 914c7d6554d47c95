"""Figures that papers printed for their test splits, to stand beside ours; none that was not read in a table.

P@0.5 … P@0.9, cumulative IoU and mean IoU in percent. RefSegRS and RRSIS-D as collected in Tables 1 and 2 of RS2-SAM2
(AAAI 2026), where LAVT on RefSegRS is its authors' retraining; DiCoR and RISBench from Tables I to III of DiCoR (2026).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One method's figures on one test split.

    Args:
        method: As the paper calls it.
        figures: P@0.5, P@0.6, P@0.7, P@0.8, P@0.9, oIoU, mIoU; percent.
    """

    method: str
    figures: tuple[float, float, float, float, float, float, float]


PUBLISHED: dict[str, tuple[Row, ...]] = {
    "refsegrs": (
        Row("BRINet", (20.72, 14.26, 9.87, 2.98, 1.14, 58.22, 31.51)),
        Row("CMSA", (28.07, 20.25, 12.71, 5.61, 0.83, 64.53, 41.47)),
        Row("RRN", (30.26, 23.01, 14.87, 7.17, 0.98, 65.06, 41.88)),
        Row("LAVT (retrained)", (51.84, 30.27, 17.34, 9.52, 2.09, 71.86, 47.40)),
        Row("RIS-DMMI", (63.89, 44.30, 19.81, 6.49, 1.00, 68.58, 52.15)),
        Row("LGCE", (73.75, 61.14, 39.46, 16.02, 5.45, 76.81, 59.96)),
        Row("RMSIN", (79.20, 65.99, 42.98, 16.51, 3.25, 75.72, 62.58)),
        Row("FIANet", (84.09, 77.05, 61.86, 33.41, 7.10, 78.32, 68.67)),
        Row("RS2-SAM2", (84.31, 79.42, 70.89, 55.70, 21.19, 80.87, 73.90)),
        Row("DiCoR", (87.34, 83.28, 75.84, 62.85, 35.67, 84.10, 77.96)),
    ),
    "rrsisd": (
        Row("RRN", (51.07, 42.11, 32.77, 21.57, 6.37, 66.43, 45.64)),
        Row("CMSA", (55.32, 46.45, 37.43, 25.39, 8.15, 69.39, 48.54)),
        Row("LGCE", (67.65, 61.53, 51.45, 39.62, 23.33, 76.34, 59.37)),
        Row("LAVT", (69.52, 63.63, 53.29, 41.60, 24.94, 77.19, 61.04)),
        Row("FIANet", (74.46, 66.96, 56.31, 42.83, 24.13, 76.91, 64.01)),
        Row("RMSIN", (74.26, 67.25, 55.93, 42.55, 24.53, 77.79, 64.20)),
        Row("RS2-SAM2", (77.56, 72.34, 61.76, 47.92, 29.73, 78.99, 66.72)),
        Row("DiCoR", (78.23, 71.78, 64.01, 48.57, 30.16, 79.45, 66.94)),
    ),
    "risbench": (
        Row("LAVT", (69.40, 63.66, 56.10, 44.95, 25.21, 74.15, 61.93)),
        Row("LGCE", (69.64, 64.07, 56.26, 44.92, 25.74, 73.87, 62.13)),
        Row("RMSIN", (71.01, 65.46, 57.69, 45.50, 25.92, 74.09, 63.07)),
        Row("RIS-DMMI", (72.05, 66.48, 59.07, 47.16, 26.57, 74.82, 63.93)),
        Row("CroBIM (Swin)", (75.75, 70.34, 63.12, 51.12, 28.45, 73.61, 67.32)),
        Row("DiCoR", (77.94, 74.36, 68.66, 59.48, 39.39, 75.51, 70.30)),
    ),
}
