"""The bones, front view: drawn once on the adult and moved to each figure's joints and levels."""
# Tables of coordinates read best as rows.
# ruff: noqa: E501
# fmt: off

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np
from anatomy import Head, Limb, Trunk, monotone
from body import Frame, foot_parts
from curves import ribbon
from face import eye_centre
from geometry import XY, blob, ellipse, limb, mirror, smooth, spline, warp
from proportions import ADULT, Proportions
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

RIBS = (  # level at the spine, widest point, end at the cartilage, end at the breast bone
    (75, (11, 77.4), (5.4, 80), (3.4, 78)),
    (79, (18.2, 82), (8, 86.2), (2.6, 83.6)),
    (84, (23.6, 88), (9.6, 93.4), (2.7, 89.4)),
    (89, (27, 95), (11, 100.8), (2.8, 94.8)),
    (94, (29.2, 102.4), (12.6, 108), (2.9, 99.8)),
    (99, (30.4, 109.8), (14.4, 115), (2.7, 103.4)),
    (104, (30.6, 117), (16.6, 121.8), (2, 106)),
    (109, (29.8, 124), (19.2, 128.2), None),
    (114, (28.4, 130.6), (21.4, 134.2), None),
    (119, (26.6, 136.8), (22.8, 139.6), None),
)
FLOATING = ((124.5, (19, 129.6), (23.2, 138)), (130.5, (11, 132.6), (16.6, 138.4)))


def rib(k: int) -> list[tuple[float, float, float]]:
    """The front part of a rib, from its widest point to its cartilage, as (x, y, half width)."""
    _, (w, y), (x, end), _ = RIBS[k]
    drop = (end - y) * 0.62 + 1.2
    return [(w - 0.5, y - 1.4, 0.8), (w - 0.1, y + 0.9, 1.1), (w - (w - x) * 0.3, y + drop, 1.3), (x, end, 1.3)]


def cartilages() -> list[list[XY]]:
    """The lines of cartilage that join the left ribs to the breast bone."""
    out: list[list[XY]] = [[(x, y), ((x + end[0]) / 2 + 0.6, y * 0.42 + end[1] * 0.58 + 0.6), end] for *_, (x, y), end in RIBS if end]
    return [*out, [(22.8, 139.4), (17.8, 128.6), (13.4, 121.2), (9, 115.4)]]


STERNUM = ((0, 75.4, 4.4), (0, 77.5, 4.6), (0, 82, 2.9), (0, 86, 2.5), (0, 95, 2.9), (0, 103, 3), (0, 108, 1.6), (0, 115, 0.6))
ILIUM = blob([(5.6, 167), (9, 161), (17, 157.6), (25, 160.4), (28, 168), (26, 175), (24.8, 181.6), (26.2, 187), (25, 193.4), (22, 198.6), (20.6, 206),
              (17.2, 210.6), (13.2, 207.4), (8, 205), (2.6, 206.4), (0.7, 205), (0.7, 199.6), (4, 198), (10, 195.6), (13.8, 190.4), (13, 181), (9.4, 175.4)])
OBTURATOR = ellipse(12.6, 200.8, 3.4, 3.6, 30)
SACRUM = blob([(0, 164.6), (6, 165.4), (7, 170), (4.6, 179), (2, 187), (0.9, 194), (0, 196), (-0.9, 194), (-2, 187), (-4.6, 179), (-7, 170), (-6, 165.4)])
FEMUR = smooth(unary_union([
    ellipse(19.8, 191.4, 4.7, 4.7), limb([(20, 191.6, 3.6), (25.4, 196.4, 3.2), (28.4, 199.6, 3.4)]),
    blob([(27, 197.6), (28.6, 194), (31, 193.4), (32.2, 197), (31.4, 203), (29.4, 208), (25.2, 209.8), (24, 207)]),
    limb([(27.6, 202, 3.4), (26.6, 214, 2.9), (24.4, 240, 2.5), (21.6, 264, 2.8), (20, 276, 4.4), (19.3, 281, 6.2)]),
    limb([(14.6, 283.6, 3.1), (19.2, 282.6, 3), (23.6, 283.4, 3.1)])]), 1.4, 0.6)
FEMUR_CORE = ((18.4, 190.4, 2.6), (20.6, 192, 3.2), (24.8, 195.8, 2.7), (27.8, 200.6, 3.4), (27, 208, 2.9), (26.3, 216, 2.6), (24.4, 240, 2.5), (21.6, 264, 2.8), (20, 276, 4.2), (19.2, 282, 6.4),
              (19.2, 284.6, 6))
PATELLA = blob([(19.3, 278), (22.6, 279.4), (22.8, 282.6), (19.3, 286.4), (15.9, 282.6), (16, 279.4)])
TIBIA = ((19.2, 288.6, 6.4), (19.2, 290.6, 7), (19.1, 293.4, 5.8), (18.9, 298, 4.1), (18.6, 308, 3.2), (18.6, 330, 2.7), (18.5, 356, 2.5), (18.2, 369, 3.2), (17.6, 377, 4.2),
         (16.6, 380.4, 2.4))
FIBULA = ((24.9, 291.6, 1.7), (25.2, 312, 1.5), (24.6, 345, 1.3), (23.4, 370, 1.5), (23.4, 383, 1.7))
SCAPULA = ((40.6, 84.6, 4.2), (32, 84.6, 4.6), (27.4, 89, 5.4), (24.2, 100, 4), (22.6, 111.6, 0.8))
ACROMION = ((33, 84, 1.2), (39.6, 81.8, 1.5), (46, 84, 1.8))


def shoulder_joint(p: Proportions) -> XY:
    x, y, *_ = p.arm[1]
    return x - 0.4, y - 3


def lens(a: XY, b: XY, half: float) -> str:
    """A small bone from a to b, as the data of a path: a lozenge, thickest in the middle."""
    from geometry import _joined, _number

    (ax, ay), (bx, by) = (np.round(v, 1) for v in (a, b))
    dx, dy = bx - ax, by - ay
    size = max(float(np.hypot(dx, dy)), 0.1)
    nx, ny = -dy / size * half, dx / size * half
    one, two = np.round([dx / 2 + nx, dy / 2 + ny], 1), np.round([dx / 2 - nx, dy / 2 - ny], 1)
    steps = [*one, dx - one[0], dy - one[1], two[0] - dx, two[1] - dy]
    return f"M{_number(ax)} {_number(ay)}l{_joined(list(np.round(steps, 1)))}z"


class Bones:
    """The bones of one figure, each for the person's left unless it lies in the middle."""

    def __init__(self, p: Proportions) -> None:
        self.p, self.trunk, self.head = p, Trunk(p), Head(p)
        joint = shoulder_joint(p)
        thick = p.arm[3][2] / ADULT.arm[3][2] * 0.94
        self.upper_arm = Limb(joint, p.elbow, thick)
        self.forearm = Limb(p.elbow, p.wrist, thick)

    # The leg's own map: the levels of crotch, knee and ankle, and the leg's middle and width there.
    def leg_points(self, xy: np.ndarray) -> np.ndarray:
        xy = np.asarray(xy, float)
        x, y = xy[:, 0], xy[:, 1]
        names = ("navel", "pubis", "crotch")
        frm = [*(ADULT.levels[k] for k in names), ADULT.knee, ADULT.ankle, ADULT.sole]
        to = [*(self.p.levels[k] for k in names), self.p.knee, self.p.ankle, self.p.sole]
        level = monotone(y, frm, to)

        def row(q: Proportions, at: np.ndarray, k: int) -> np.ndarray:
            return np.interp(at, [r[0] for r in q.leg], [r[k] for r in q.leg])

        here, there = (row(ADULT, y, 1) + row(ADULT, y, 2)) / 2, (row(self.p, level, 1) + row(self.p, level, 2)) / 2
        wide = (row(self.p, level, 2) - row(self.p, level, 1)) / (row(ADULT, y, 2) - row(ADULT, y, 1))
        far = there + (x - here) * (0.25 + 0.75 * wide)
        near = self.trunk.points(xy)
        t = np.clip((y - 192) / 40, 0, 1)
        t = t * t * (3 - 2 * t)
        return np.column_stack([near[:, 0] * (1 - t) + far * t, np.where(y < ADULT.levels["crotch"], near[:, 1], level)])

    def leg(self, shape: BaseGeometry) -> BaseGeometry:
        return warp(shape, self.leg_points).buffer(0)

    @property
    def humerus(self) -> list[tuple[float, float, float]]:
        return self.rows(self.upper_arm, [(-0.055, -0.8, 3.0), (-0.015, -0.7, 5.0), (0.05, -0.2, 4.9), (0.13, 0.2, 3.2), (0.26, 0.3, 2.4), (0.55, 0, 2.1), (0.8, 0, 2.5),
                                          (0.92, 0, 4.9), (0.965, 0, 5.4), (0.985, 0, 4.4)])

    def rows(self, frame: Limb, rows: Sequence[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
        return [(*frame.at(a, o), r * frame.thick) for a, o, r in rows]

    @property
    def radius(self) -> list[tuple[float, float, float]]:
        return self.rows(self.forearm, [(0.015, 2.9, 1.8), (0.05, 2.9, 2.1), (0.1, 2.8, 1.5), (0.3, 2.9, 1.4), (0.6, 3.0, 1.6), (0.86, 2.2, 2.0), (0.98, 1.7, 2.9)])

    @property
    def ulna(self) -> list[tuple[float, float, float]]:
        return self.rows(self.forearm, [(-0.06, -2.0, 1.8), (-0.02, -2.0, 2.4), (0.06, -2.2, 2.4), (0.2, -2.2, 1.7), (0.6, -2.7, 1.3), (0.9, -2.9, 1.1), (0.98, -3.0, 1.5)])

    @property
    def clavicle(self) -> list[tuple[float, float, float]]:
        a, b = self.trunk.at(3.6, 75.8), shoulder_joint(self.p)
        b = (b[0] - 1.6, b[1] - 6.2 * self.p.neck[-1][0] / 50)
        f = Limb(a, b, self.p.neck[-1][0] / 50)
        return self.rows(f, [(0, 0, 1.9), (0.3, -1.4, 1.4), (0.65, 1.0, 1.3), (1, 0.4, 1.8)])

    def leg_rows(self, rows: Sequence[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
        pts = self.leg_points(np.array([r[:2] for r in rows]))
        wide = self.p.arm[3][2] / ADULT.arm[3][2]
        return [(float(x), float(y), r[2] * wide) for (x, y), r in zip(pts, rows, strict=True)]

    def trunk_rows(self, rows: Sequence[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
        """Rows on the midline, their widths in the trunk's measure."""
        return [(*self.trunk.at(x, y), self.trunk.at(w, y)[0]) for x, y, w in rows]

    def scapula(self) -> str:
        """The shoulder blade, behind the ribs, and its spine over the joint, as path data."""
        return "".join(ribbon([(*self.near_shoulder(x, y), r) for x, y, r in rows], 0.8) for rows in (SCAPULA, ACROMION))

    def near_shoulder(self, x: float, y: float) -> XY:
        """The trunk's map, drawn out to the shoulder joint."""
        home = shoulder_joint(ADULT)
        miss = np.asarray(shoulder_joint(self.p)) - np.asarray(self.trunk.at(*home))
        at = np.asarray(self.trunk.at(x, y)) + min(x / home[0], 1.1) * miss
        return float(at[0]), float(at[1])

    @cached_property
    def pelvis(self) -> BaseGeometry:
        half = self.trunk.shape(ILIUM.difference(OBTURATOR))
        return unary_union([half, mirror(half)])

    def middle(self, shape: BaseGeometry) -> BaseGeometry:
        return self.trunk.shape(shape)

    def column(self) -> str:
        """The spine as one shape, behind its bodies."""
        rows = ((55, 1.8), (66, 2.3), (76, 2.3), (110, 3.2), (134, 3.8), (150, 4.4), (166, 4.6))
        return ribbon(self.trunk_rows([(0, y, w) for y, w in rows]), 0.4)

    def vertebrae(self, inset: float = 0, first: int = 0) -> str:
        """The 24 bodies of the spine, as path data of plain blocks."""
        from geometry import _number

        rows = [(55.6 + k * 2.6, 2.3, 2.7 + k * 0.08) for k in range(7)] + [(74.2 + k * 4.95, 4.5, 3.0 + k * 0.1) for k in range(12)]
        rows += [(134 + k * 6.1, 5.6, 4.3 + k * 0.14) for k in range(5)]
        out = []
        for top, high, half in rows[first:]:
            (x, y), (_, low) = self.trunk.at(half, top), self.trunk.at(half, top + high)
            x, y, h = x - inset, y + inset, low - y - inset * 2
            out.append(f"M{_number(-x)} {_number(y)}h{_number(2 * x)}v{_number(h)}h{_number(-2 * x)}z")
        return "".join(out)

    def hand(self) -> str:
        """The bones of the left hand."""
        from body import FINGERS

        f = Frame(self.p)
        w = f.size * f.plump * 0.026
        out = [lens(f.at(0.055, -0.15), f.at(0.055, 0.15), w * 1.5), lens(f.at(0.125, -0.16), f.at(0.125, 0.16), w * 1.5)]
        for bf, bo, tf, to, *_ in FINGERS:
            stops = [0.17, bf - 0.035, bf + (tf - bf) * 0.42, tf - 0.015]
            across = [bo * 0.72, bo, bo + (to - bo) * 0.42, to]
            for k in range(3):
                out.append(lens(f.at(stops[k] + 0.01, across[k]), f.at(stops[k + 1] - 0.01, across[k + 1]), w * (1.1, 1.05, 0.85)[k]))
        thumb = [(0.12, 0.13), (0.29, 0.26), (0.485, 0.364)]
        out += [lens(f.at(*a), f.at(*b), w * 1.1) for a, b in pairwise(thumb)]
        return "".join(out)

    def foot(self) -> str:
        """The bones of the left foot, seen from the front."""
        toes = [g for n, g in sorted(foot_parts(self.p).items()) if n.startswith("toe")]
        ankle = self.leg_points(np.array([[19, 382]]))[0]
        out = [lens((ankle[0] - 3.6, ankle[1] + 1.4), (ankle[0] + 3.8, ankle[1] + 1.4), 2.5)]
        for k, toe in enumerate(toes):
            cx, cy = toe.centroid.x, toe.centroid.y
            r = (toe.bounds[2] - toe.bounds[0]) / 2
            start = (ankle[0] - 3.4 + 1.9 * k, ankle[1] + 4.2 - 0.2 * k)
            out.append(lens(start, (start[0] + (cx - start[0]) * 0.95, cy + r * 0.2), 0.9 + 0.4 * (k == 0)))
        return "".join(out)

    def vault(self) -> list[tuple[float, float, float]]:
        """The roof of the skull, as the band of bone in which marrow lies."""
        half = [(0.87, 0.05), (0.875, -0.1), (0.8, -0.47), (0.465, -0.8), (0, -0.905)]
        line = np.array([*half, *((-x, y) for x, y in reversed(half[:-1]))])
        return [(float(x), float(y), self.p.head[1] * 0.05) for x, y in self.head.points(line)]

    def skull(self) -> BaseGeometry:
        """The whole skull; the eyes are seen through its openings."""
        rx, ry = self.p.head
        half = [(0, -0.955), (0.5, -0.845), (0.85, -0.5), (0.93, -0.1), (0.86, 0.12), (0.8, 0.3), (0.74, 0.54), (0.36, 0.86), (0, 0.92)]
        line = spline(half, 10)
        shape = self.head.shape(Polygon([*map(tuple, line), *((-x, y) for x, y in line[::-1])]).buffer(0))
        x, y = eye_centre(self.p)
        socket = blob([(x - rx * 0.2, y), (x - rx * 0.15, y - ry * 0.13), (x + rx * 0.08, y - ry * 0.14), (x + rx * 0.23, y - ry * 0.02),
                       (x + rx * 0.16, y + ry * 0.14), (x - rx * 0.08, y + ry * 0.13)])
        nose = y + ry * 0.28
        opening = blob([(0, nose - ry * 0.16), (rx * 0.09, nose - ry * 0.02), (rx * 0.12, nose + ry * 0.08), (0, nose + ry * 0.1),
                        (-rx * 0.12, nose + ry * 0.08), (-rx * 0.09, nose - ry * 0.02)])
        return shape.difference(unary_union([socket, mirror(socket), opening]))

    def jaw_lines(self) -> list[np.ndarray]:
        rx, ry = self.p.head
        y = eye_centre(self.p)[1] + ry * 0.53
        out = [spline([(-rx * 0.34, y - ry * 0.02), (0, y + ry * 0.025), (rx * 0.34, y - ry * 0.02)], 8)]
        for s in (-1, 1):
            out.append(spline([(s * rx * 0.66, y - ry * 0.28), (s * rx * 0.56, y - ry * 0.1), (s * rx * 0.5, y + ry * 0.06)], 8))
        return out
