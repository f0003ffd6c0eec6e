"""Soft shapes for plates: limbs of changing thickness, smooth outlines, and their paths.

A limb is the union of discs along a spline; `smooth` rounds what a union leaves sharp; `path` writes a polygon as
cubic curves with one decimal. Units are those of the plate's viewBox.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from shapely import affinity
from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

XY = tuple[float, float]


def spline(points: Sequence[Sequence[float]], per_segment: int = 12) -> np.ndarray:
    """A Catmull-Rom curve through the points (any number of columns), sampled."""
    p = np.asarray(points, dtype=float)
    if len(p) == 2:
        return np.linspace(p[0], p[1], per_segment + 1)
    padded = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    rows = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        t = np.linspace(0, 1, per_segment, endpoint=False)[:, None]
        rows.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    rows.append(p[-1:])
    return np.vstack(rows)


def limb(points: Sequence[tuple[float, float, float]], per_segment: int = 12) -> BaseGeometry:
    """A shape along the points; the third number of each is the half thickness there."""
    discs = [Point(x, y).buffer(max(r, 0.05), quad_segs=16) for x, y, r in spline(points, per_segment)]
    return unary_union([unary_union([a, b]).convex_hull for a, b in pairwise(discs)])


def blob(points: Sequence[XY], per_segment: int = 12) -> Polygon:
    """A closed smooth shape through the points."""
    p = list(points)
    closed = spline([p[-1], *p, p[0], p[1]], per_segment)
    return Polygon(closed[per_segment:-per_segment]).buffer(0)


def ellipse(x: float, y: float, rx: float, ry: float, turn: float = 0) -> BaseGeometry:
    """An ellipse, turned by degrees."""
    return affinity.rotate(affinity.scale(Point(x, y).buffer(1, quad_segs=24), rx, ry), turn)


def mirror(shape: BaseGeometry, axis: float = 0) -> BaseGeometry:
    """The shape on the other side of the vertical line x = axis."""
    return affinity.translate(affinity.scale(shape, -1, 1, origin=(0, 0)), 2 * axis)


def smooth(shape: BaseGeometry, inner: float, outer: float = 0) -> BaseGeometry:
    """Rounds notches by `inner` and points by `outer`."""
    return shape.buffer(inner, quad_segs=12).buffer(-inner - outer, quad_segs=12).buffer(outer, quad_segs=12)


def rings(shape: BaseGeometry) -> list[np.ndarray]:
    """The closed outlines of a shape, holes included, specks left out."""
    parts = shape.geoms if isinstance(shape, MultiPolygon) or hasattr(shape, "geoms") else [shape]
    out = []
    for part in parts:
        if not isinstance(part, Polygon) or part.area < 0.4:
            continue
        out.append(np.asarray(part.exterior.coords)[:-1])
        out.extend(np.asarray(h.coords)[:-1] for h in part.interiors if Polygon(h).area > 0.4)
    return out


def _number(value: float) -> str:
    text = f"{value:.1f}"
    text = text[:-2] if text.endswith(".0") else text
    if text in ("-0", "0"):
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def _curves(ring: np.ndarray, tension: float = 1 / 6) -> str:
    """Closed cubic curves in relative coordinates; each is relative to the rounded point before, so nothing drifts."""
    ring = np.round(ring, 1)
    n = len(ring)
    out = [f"M{_number(ring[0][0])} {_number(ring[0][1])}c"]
    for i in range(n):
        a, b, c, d = ring[i - 1], ring[i], ring[(i + 1) % n], ring[(i + 2) % n]
        one, two = b + (c - a) * tension - b, c - (d - b) * tension - b
        out.append(_joined((*one, *two, *(c - b))))
    return out[0] + "".join(x if i == 0 or x[0] == "-" else " " + x for i, x in enumerate(out[1:])) + "z"


def _joined(values: Sequence[float]) -> str:
    texts = [_number(v) for v in values]
    return "".join(t if i == 0 or t[0] == "-" else " " + t for i, t in enumerate(texts))


def path(shape: BaseGeometry, detail: float = 0.25) -> str:
    """SVG path data of the shape's outlines; `detail` is how far the drawn line may stray."""
    return "".join(_polyline_to_curves(r, detail) for r in rings(shape))


def _polyline_to_curves(ring: np.ndarray, detail: float) -> str:
    simple = np.asarray(Polygon(ring).simplify(detail).exterior.coords)[:-1]
    if len(simple) < 3:
        return ""
    return _curves(_even(simple))


def _even(ring: np.ndarray, ratio: float = 3.0) -> np.ndarray:
    """Adds points on long edges next to short ones, so that the curve does not swing out."""
    out = []
    n = len(ring)
    length = [float(np.hypot(*(ring[(i + 1) % n] - ring[i]))) for i in range(n)]
    for i in range(n):
        out.append(ring[i])
        neighbour = min(length[i - 1], length[(i + 1) % n])
        pieces = int(min(12, max(1, length[i] // (ratio * max(neighbour, 0.6)))))
        out.extend(ring[i] + (ring[(i + 1) % n] - ring[i]) * k / pieces for k in range(1, pieces))
    return np.asarray(out)


def warp(shape: BaseGeometry, move: Callable[[np.ndarray], np.ndarray]) -> BaseGeometry:
    """The shape with every point moved."""
    from shapely import transform

    return transform(shape.segmentize(1.5), move)
