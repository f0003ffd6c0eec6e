"""The calm face and the hair of a front figure: lines only, no expression but rest."""

from geometry import blob, ellipse, spline
from proportions import Proportions
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry


def eyes(p: Proportions) -> list[BaseGeometry]:
    rx, ry = p.head
    y = 2 + ry * (1.13 if p.name in ("newborn", "toddler") else 1.04)
    x, r = rx * 0.42, rx * (0.085 if p.name in ("newborn", "toddler") else 0.075)
    return [ellipse(-x, y, r, r * 1.15), ellipse(x, y, r, r * 1.15)]


def face_lines(p: Proportions) -> list[LineString]:
    rx, ry = p.head
    top = 2 + ry
    brow = top - ry * (0.06 if p.name in ("newborn", "toddler") else 0.12)
    out = []
    for side in (-1, 1):
        out.append([(side * rx * 0.56, brow + ry * 0.03), (side * rx * 0.42, brow - ry * 0.015), (side * rx * 0.28, brow + ry * 0.02)])
    nose = top + ry * 0.38
    out.append([(-rx * 0.08, nose - ry * 0.02), (0, nose + ry * 0.035), (rx * 0.08, nose - ry * 0.02)])
    mouth = top + ry * 0.62
    out.append([(-rx * 0.21, mouth - ry * 0.025), (0, mouth + ry * 0.035), (rx * 0.21, mouth - ry * 0.025)])
    return [LineString(spline(line, 8)) for line in out]


def hair(p: Proportions) -> BaseGeometry:
    """A cap of hair over the scalp, cut by the head's own outline."""
    rx, ry = p.head
    top = 2.0
    fringe = {"tuft": 0.42, "short": 0.5, "long": 0.5}[p.hair]
    half = [(0, top - 3), (rx * 0.6, top - 1.5), (rx * 1.03, top + ry * 0.45), (rx * 1.05, top + ry * 0.86), (rx * 0.96, top + ry * 0.9),
            (rx * 0.86, top + ry * 0.62), (rx * 0.5, top + ry * fringe * 0.9), (0, top + ry * fringe)]
    return blob([*half, *((-x, y) for x, y in reversed(half[1:-1]))])
