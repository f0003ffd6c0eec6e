"""Where things lie: organs are drawn once, on the adult, and moved to each figure's own levels and widths.

Example: `Trunk(TODDLER).shape(organ)` is an adult's organ at the place and in the size it has in a toddler's trunk.
"""

from collections.abc import Sequence

import numpy as np
from geometry import XY, limb, warp
from proportions import ADULT, Proportions
from shapely.geometry.base import BaseGeometry

LEVELS = ("chin", "notch", "nipple", "xiphoid", "rib", "navel", "pubis", "crotch")


def monotone(x: np.ndarray, xs: Sequence[float], ys: Sequence[float]) -> np.ndarray:
    """A smooth curve through the points that never turns back (Fritsch and Carlson), straight outside them."""
    xs, ys = np.asarray(xs, float), np.asarray(ys, float)
    h, d = np.diff(xs), np.diff(ys) / np.diff(xs)
    m = np.concatenate([[d[0]], (d[:-1] + d[1:]) / 2, [d[-1]]])
    for i, slope in enumerate(d):
        if slope == 0:
            m[i] = m[i + 1] = 0
            continue
        a, b = m[i] / slope, m[i + 1] / slope
        if a * a + b * b > 9:
            m[i], m[i + 1] = slope * 3 * np.array([a, b]) / np.hypot(a, b)
    k = np.clip(np.searchsorted(xs, x) - 1, 0, len(h) - 1)
    t = np.clip((x - xs[k]) / h[k], 0, 1)
    inner = (
        (1 + 2 * t) * (1 - t) ** 2 * ys[k]
        + t * (1 - t) ** 2 * h[k] * m[k]
        + t * t * (3 - 2 * t) * ys[k + 1]
        + t * t * (t - 1) * h[k] * m[k + 1]
    )
    return inner + np.where(x < xs[0], (x - xs[0]) * d[0], 0) + np.where(x > xs[-1], (x - xs[-1]) * d[-1], 0)


def half_width(p: Proportions, y: float) -> float:
    return float(np.interp(y, [r[0] for r in p.trunk], [r[1] for r in p.trunk]))


class Trunk:
    """Moves what is drawn on the adult's trunk to a figure's."""

    def __init__(self, p: Proportions) -> None:
        self.p = p
        self.frm = [ADULT.levels[k] for k in LEVELS]
        self.to = [p.levels[k] for k in LEVELS]
        wide = [p.neck[1][0] / ADULT.neck[1][0]]
        for k in ("nipple", "rib", "pubis"):
            wide.append(half_width(p, p.levels[k]) / half_width(ADULT, ADULT.levels[k]))
        self.wide_at = [
            ADULT.levels["chin"] + 8,
            ADULT.levels["nipple"] - 10,
            ADULT.levels["rib"],
            ADULT.levels["pubis"],
        ]
        self.wide = wide

    def points(self, xy: np.ndarray) -> np.ndarray:
        xy = np.asarray(xy, dtype=float)
        x, y = xy[:, 0], xy[:, 1]
        ratio = np.interp(y, self.wide_at, self.wide)
        return np.column_stack([x * ratio, monotone(y, self.frm, self.to)])

    def shape(self, shape: BaseGeometry) -> BaseGeometry:
        return warp(shape, self.points).buffer(0)

    def at(self, x: float, y: float) -> XY:
        out = self.points(np.array([[x, y]]))[0]
        return float(out[0]), float(out[1])

    def line(self, points: Sequence[XY]) -> np.ndarray:
        from geometry import spline

        return self.points(spline(points, 10))


class Head:
    """Moves what is drawn on a head of half width and half height 1, its middle at 0, to a figure's."""

    def __init__(self, p: Proportions) -> None:
        self.rx, self.ry = p.head

    def points(self, xy: np.ndarray) -> np.ndarray:
        xy = np.asarray(xy, dtype=float)
        return np.column_stack([xy[:, 0] * self.rx, 2 + self.ry + xy[:, 1] * self.ry])

    def shape(self, shape: BaseGeometry) -> BaseGeometry:
        from shapely import transform

        return transform(shape, self.points).buffer(0)


class Limb:
    """A bone's place: `along` runs from 0 at one joint to 1 at the next, `out` is in units toward the thumb's side."""

    def __init__(self, start: XY, end: XY, thick: float = 1.0) -> None:
        self.start, self.vec = np.asarray(start, float), np.asarray(end, float) - np.asarray(start, float)
        unit = self.vec / np.hypot(*self.vec)
        self.side = np.array([unit[1], -unit[0]])
        self.thick = thick

    def at(self, along: float, out: float) -> XY:
        v = self.start + self.vec * along + self.side * out * self.thick
        return float(v[0]), float(v[1])

    def tube(self, rows: Sequence[tuple[float, float, float]]) -> BaseGeometry:
        return limb([(*self.at(a, o), r * self.thick) for a, o, r in rows])
