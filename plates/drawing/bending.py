"""Bends the limbs of a finished plate: a newborn lies with elbows and knees bent.

The plate is drawn with straight limbs; each limb's middle line is then laid along a bent one, and every path goes with
it. Points near the trunk hardly move, so borders of neighboring regions still fit.
"""
# Tables of coordinates read best as rows.
# ruff: noqa: E501
# fmt: off

import re
from collections.abc import Sequence

import numpy as np
from curves import _bezier, ring_path, stroke
from geometry import XY, _joined, smooth, spline
from shapely.geometry import Polygon, box
from shapely.ops import unary_union


class Bend:
    """One limb of the left side: from a straight middle line to a bent one of the same stations."""

    def __init__(self, straight: Sequence[XY], bent: Sequence[XY], joints: Sequence[XY], inside: Polygon) -> None:
        self.a, self.b = _even(straight), _even(bent)
        self.joints, self.inside = joints, inside

    def move(self, xy: np.ndarray) -> np.ndarray:
        from shapely import contains_xy

        held = contains_xy(self.inside, xy[:, 0], xy[:, 1])
        out = xy.copy()
        if not held.any():
            return out
        p = xy[held]
        na, nb = _normals(self.a), _normals(self.b)
        d = ((p[:, None, :] - self.a[None]) ** 2).sum(2)
        k = d.argmin(1)
        off = ((p - self.a[k]) * na[k]).sum(1)
        ahead = ((p - self.a[k]) * _tangents(self.a)[k]).sum(1)
        moved = self.b[k] + nb[k] * off[:, None] + _tangents(self.b)[k] * ahead[:, None]
        out[held] = moved
        return out


    def rigid(self, xy: np.ndarray) -> np.ndarray | None:
        """A whole bone moved without bending it, by the stretch between joints in which its middle lies."""
        from shapely import contains_xy

        middle = (xy.max(0) + xy.min(0)) / 2
        if not contains_xy(self.inside, *middle):
            return None
        at = int(((self.a - middle) ** 2).sum(1).argmin())
        stops = [int(((self.a - np.array(j)) ** 2).sum(1).argmin()) for j in self.joints]
        k = min(max(int(np.searchsorted(stops, at)) - 1, 0), len(stops) - 2)
        a0, a1, b0, b1 = self.a[stops[k]], self.a[stops[k + 1]], self.b[stops[k]], self.b[stops[k + 1]]
        u, v = a1 - a0, b1 - b0
        turn = np.array([[u @ v, -(u[0] * v[1] - u[1] * v[0])], [u[0] * v[1] - u[1] * v[0], u @ v]]) / (u @ u)
        return (xy - a0) @ turn.T + b0


def _even(points: Sequence[XY], count: int = 240) -> np.ndarray:
    line = spline(points, 30)
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    at = np.linspace(0, along[-1], count)
    return np.column_stack([np.interp(at, along, line[:, j]) for j in (0, 1)])


def _tangents(line: np.ndarray) -> np.ndarray:
    t = np.gradient(line, axis=0)
    return t / np.hypot(*t.T)[:, None]


def _normals(line: np.ndarray) -> np.ndarray:
    t = _tangents(line)
    return np.column_stack([t[:, 1], -t[:, 0]])


# ---------------------------------------------------------------- the newborn

ARM = Bend(
    [(40, 131), (52, 139), (62, 150), (74, 163.4), (86.4, 177), (96, 187.4), (108, 200.4), (121, 214.6), (130, 224.4), (150, 246), (175, 273)],
    [(40, 131), (52, 139), (63, 149), (75.6, 160), (87, 168.6), (97.6, 166), (101.6, 152), (101.4, 132), (100, 119), (98.4, 91), (97, 58)],
    ((52, 139), (86.4, 177), (130, 224.4), (175, 273)), Polygon([(50, 118), (47.6, 135), (49.4, 158), (60, 176), (110, 240), (150, 290), (230, 290), (230, 100), (60, 100)]))
LEG = Bend(
    [(26, 290), (26.4, 306), (26.6, 320), (27, 336), (27.6, 354), (28, 370), (28.2, 384), (28, 400), (28, 420), (28, 440), (28.6, 458), (29, 476)],
    [(26, 290), (29, 303), (36, 314), (48, 325), (62, 334), (74, 342.4), (80.4, 353), (76, 365.6), (64, 373), (50, 378), (38, 381.6), (26, 385)],
    ((26, 290), (28.2, 381), (28, 440), (29, 476)), Polygon([(0.01, 311), (10, 306), (30, 297), (49, 293), (60, 290), (60, 490), (0.01, 490)]))


def newborn(xy: np.ndarray) -> np.ndarray:
    """The bent place of points of a newborn drawn straight, on both sides."""
    sign = np.where(xy[:, :1] < 0, -1.0, 1.0)
    left = np.abs(xy[:, :1])
    p = np.hstack([left, xy[:, 1:]])
    p = LEG.move(ARM.move(p))
    return np.hstack([p[:, :1] * sign, p[:, 1:]])


BONES = ("bone", "marrow")


def bend_plate(text: str) -> str:
    """The plate with its limbs bent: every path and every anchor; what is between the legs stays."""
    rows = []
    for row in text.split("\n"):
        if "region-genital" not in row and 'id="bladder"' not in row:
            row = re.sub(r'class="([^"]*)"([^>]*?) d="([^"]*)"', _path, row)
            row = re.sub(r'(data-anchors?)="([-\d. ;]+)"', _anchor, row)
        rows.append(row)
    return "\n".join(rows)


def _path(m: re.Match[str]) -> str:
    bent = bend_path(m.group(3), css=m.group(1))
    return f'class="{m.group(1)}"{m.group(2)} d="{bent}"'


def _anchor(m: re.Match[str]) -> str:
    points = np.array([[float(v) for v in pair.split()] for pair in m.group(2).split(";")])
    return f'{m.group(1)}="{";".join(f"{x:.1f} {y:.1f}" for x, y in newborn(points))}"'


def bend_path(d: str, *, css: str = "") -> str:
    """Path data of M, c, l, h, v and z, bent; parts that stay in place stay as they are written. Bones stay straight."""
    return "".join(_stiff(part) if css in BONES else _subpath(part, 1.4 if css == "region" else 0) for part in re.findall(r"M[^M]*", d))


def _stiff(d: str) -> str:
    """One bone at its new place, its curves as they were."""
    points, _ = flatten(d)
    side = -1.0 if points[:, 0].mean() < 0 else 1.0
    flip = np.array([side, 1.0])
    for limb in (ARM, LEG):
        if limb.rigid(points * flip) is not None:
            start = points * flip
            basis = np.linalg.lstsq(np.column_stack([start, np.ones(len(start))]), limb.rigid(start), rcond=None)[0]
            break
    else:
        return d

    def step(v: np.ndarray, *, place: bool) -> np.ndarray:
        w = (v * flip) @ basis[:2] + (basis[2] if place else 0)
        return np.asarray(w * flip)

    out = []
    for letter, rest in re.findall(r"([Mclz])([^Mclz]*)", d):
        v = np.array([float(x) for x in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", rest)]).reshape(-1, 2)
        out.append(letter + _joined(list(np.round(step(v, place=letter == "M"), 1).ravel())) if len(v) else letter)
    return "".join(out)


def _subpath(d: str, round_points: float) -> str:
    points, closed = flatten(d)
    moved = newborn(points)
    if np.abs(moved - points).max() < 0.05:
        return d
    if not closed:
        return stroke(moved, 0.15)
    size = float(np.hypot(*(points.max(0) - points.min(0))))
    shape = smooth(Polygon(moved).buffer(0), 0.8, round_points)
    if size > 200 and not round_points:
        shape = unary_union([shape, smooth(shape, 5).intersection(box(-26, 306, 26, 340))])
    whole = max(getattr(shape, "geoms", [shape]), key=lambda g: g.area)
    ring = np.asarray(whole.exterior.coords)[:-1]
    holes = "".join(ring_path(np.asarray(h.coords)[:-1], 0.3) for h in whole.interiors if Polygon(h).area > 3)
    return ring_path(ring, 0.16 if size > 200 else 0.25, 60) + holes


def flatten(d: str) -> tuple[np.ndarray, bool]:
    """The points of one part of a path, and whether it is closed."""
    out: list[np.ndarray] = []
    here = np.zeros(2)
    for letter, rest in re.findall(r"([Mclhvz])([^Mclhvz]*)", d):
        v = [float(x) for x in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", rest)]
        if letter == "M":
            here = np.array(v)
            out.append(here[None])
        elif letter == "c":
            for k in range(0, len(v), 6):
                c = np.vstack([here, here + np.array(v[k : k + 6]).reshape(3, 2)])
                n = max(4, int(np.hypot(*(c[3] - c[0])) / 0.7))
                out.append(_bezier(c, np.linspace(0, 1, n + 1)[1:]))
                here = c[3]
        elif letter in "lhv":
            steps = {"h": [(x, 0.0) for x in v], "v": [(0.0, x) for x in v], "l": list(zip(v[::2], v[1::2], strict=False))}[letter]
            for step in steps:
                there = here + np.array(step)
                n = max(1, int(np.hypot(*step) / 0.8))
                out.append(here + (there - here) * np.linspace(0, 1, n + 1)[1:, None])
                here = there
    return np.vstack(out), d.endswith("z")
