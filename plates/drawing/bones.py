"""The bones, front view: drawn once on the adult and moved to each figure's joints and levels."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from anatomy import Head, Limb, Trunk, monotone
from body import SOLE, Frame, foot_parts
from face import eye_centre
from geometry import XY, blob, ellipse, limb, mirror, smooth, spline, warp
from proportions import ADULT, Proportions
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

RIBS = (  # level at the spine, widest point, end at the cartilage, end at the breast bone
    (75, (10.6, 77.4), (5.4, 80), (3.4, 78)),
    (79, (17.4, 82), (8, 86.2), (2.6, 83.6)),
    (84, (22.4, 88), (9.4, 93.4), (2.7, 89.4)),
    (89, (25.6, 95), (10.8, 100.8), (2.8, 94.8)),
    (94, (27.6, 102.4), (12.4, 108), (2.9, 99.8)),
    (99, (28.7, 109.8), (14.2, 115), (2.7, 103.4)),
    (104, (29, 117), (16.4, 121.8), (2, 106)),
    (109, (28.6, 124), (19, 128.2), None),
    (114, (27.6, 130.6), (21.2, 134.2), None),
    (119, (26, 136.8), (22.8, 139.4), None),
)
FLOATING = ((124.5, (19, 129.6), (23.2, 138)), (130.5, (11, 132.6), (16.6, 138.4)))


def rib(k: int) -> BaseGeometry:
    """The front part of a rib, from its widest point to its cartilage."""
    _, (w, y), (x, end), _ = RIBS[k]
    drop = (end - y) * 0.62 + 1.2
    return limb([(w - 0.9, y - 2.2, 0.9), (w, y + 0.4, 1.15), (w - (w - x) * 0.32, y + drop, 1.3), (x, end, 1.35)], 6)


def rib_behind(k: int) -> list[XY]:
    level, (w, y), _, _ = RIBS[k]
    return [(3.4, level), (w * 0.5, level - 1.0 + (y - level) * 0.1), (w * 0.86, level + (y - level) * 0.36), (w, y)]


def cartilages() -> BaseGeometry:
    parts = []
    for *_, (x, y), end in RIBS:
        if end:
            parts.append(limb([(x, y, 1.0), ((x + end[0]) / 2 + 0.6, (y * 0.42 + end[1] * 0.58) + 0.6, 0.95), (*end, 0.95)], 6))
    parts.append(limb([(22.8, 139.4, 0.8), (20.6, 134.6, 0.9), (17.8, 128.6, 1.0), (13.4, 121.2, 1.0), (9, 115.4, 0.9)], 8))
    return unary_union(parts)


STERNUM = smooth(unary_union([
    Polygon([(-5.4, 75.8), (-2.4, 75.2), (0, 76.2), (2.4, 75.2), (5.4, 75.8), (3, 83.4), (-3, 83.4)]),
    Polygon([(-2.4, 83), (2.4, 83), (3, 93), (3.2, 103), (1.6, 108.4), (0.9, 115), (-0.9, 115), (-1.6, 108.4), (-3.2, 103), (-3, 93)])]), 0.4, 0.4)
ILIUM = blob([(5.6, 167), (9, 161), (17, 157.6), (25, 160.4), (28, 168), (26, 175), (24.8, 181.6), (26.2, 187), (25, 193.4), (22, 198.6), (20.6, 206),
              (17.2, 210.6), (13.2, 207.4), (8, 205), (2.6, 206.4), (0.7, 205), (0.7, 199.6), (4, 198), (10, 195.6), (13.8, 190.4), (13, 181), (9.4, 175.4)])
OBTURATOR = ellipse(12.6, 200.8, 3.4, 3.6, 30)
SACRUM = blob([(0, 164.6), (6, 165.4), (7, 170), (4.6, 179), (2, 187), (0.9, 194), (0, 196), (-0.9, 194), (-2, 187), (-4.6, 179), (-7, 170), (-6, 165.4)])
FEMUR = smooth(unary_union([
    ellipse(19.8, 191.4, 4.7, 4.7), limb([(20, 191.6, 3.6), (25.4, 196.4, 3.2), (28.4, 199.6, 3.4)]),
    blob([(27, 197.6), (28.6, 194), (31, 193.4), (32.2, 197), (31.4, 203), (29.4, 208), (25.2, 209.8), (24, 207)]),
    limb([(27.6, 202, 3.4), (26.6, 214, 2.9), (24.4, 240, 2.5), (21.6, 264, 2.8), (20, 276, 4.4), (19.3, 281, 6.2)]),
    limb([(14.6, 283.6, 3.1), (19.2, 282.6, 3), (23.6, 283.4, 3.1)])]), 1.4, 0.6)
PATELLA = blob([(19.3, 278), (22.6, 279.4), (22.8, 282.6), (19.3, 286.4), (15.9, 282.6), (16, 279.4)])
TIBIA = smooth(unary_union([
    limb([(14.8, 290.2, 2.2), (19.2, 290, 2.2), (23.4, 290.2, 2.2)]),
    limb([(19.1, 291, 5.6), (18.9, 297, 4.4), (18.6, 306, 3.3), (18.6, 330, 2.7), (18.5, 356, 2.5), (18.4, 370, 3.2), (18.4, 376, 4.2)]),
    limb([(15.2, 374, 1.6), (14.7, 380.4, 1.4)])]), 1.2, 0.5)
FIBULA = limb([(24.9, 294, 1.9), (25, 300, 1.2), (25, 330, 1.1), (23.6, 356, 1.1), (23, 370, 1.3), (23.2, 377, 1.8), (23.4, 381, 1.4)])
SCAPULA = blob([(41, 80.4), (36, 79.6), (27, 81), (19.4, 84), (18.4, 90), (20.6, 104), (22.8, 111.4), (26.4, 106.6), (34.6, 94), (38.6, 90), (39, 85)])
ACROMION = limb([(34, 80.4, 1.3), (40, 77.6, 1.6), (45.4, 79.6, 1.7)])


def shoulder_joint(p: Proportions) -> XY:
    x, y, *_ = p.arm[1]
    return x - 0.4, y - 3


def lens(a: XY, b: XY, half: float) -> str:
    """A small bone from a to b, as the data of a path (two curves)."""
    from geometry import _joined, _number

    ax, ay, bx, by = (round(v, 1) for v in (*a, *b))
    dx, dy = bx - ax, by - ay
    size = max(float(np.hypot(dx, dy)), 0.1)
    nx, ny = -dy / size * half * 1.5, dx / size * half * 1.5
    go = _joined([nx - dx * 0.06, ny - dy * 0.06, dx * 1.06 + nx, dy * 1.06 + ny, dx, dy])
    back = _joined([-nx + dx * 0.06, -ny + dy * 0.06, -dx * 1.06 - nx, -dy * 1.06 - ny, -dx, -dy])
    return f"M{_number(ax)} {_number(ay)}c{go}{'' if back[0] == '-' else ' '}{back}z"


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
        frm = [*(ADULT.levels[k] for k in names), ADULT.knee, ADULT.ankle, SOLE]
        to = [*(self.p.levels[k] for k in names), self.p.knee, self.p.ankle, SOLE]
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

    def at_shoulder(self, shape: BaseGeometry) -> BaseGeometry:
        """The trunk's map, drawn out to the shoulder joint."""
        home = shoulder_joint(ADULT)
        target = np.asarray(shoulder_joint(self.p)) - np.asarray(self.trunk.at(*home))

        def move(xy: np.ndarray) -> np.ndarray:
            t = np.clip(np.asarray(xy)[:, :1] / home[0], 0, 1.1)
            return self.trunk.points(xy) + t * target

        return warp(shape, move).buffer(0)

    @cached_property
    def humerus(self) -> BaseGeometry:
        f = self.upper_arm
        return smooth(unary_union([
            f.tube([(0.0, -1.2, 4.7), (0.02, -1.0, 4.6)]), f.tube([(0.01, 2.4, 3.0), (0.06, 2.0, 3.0)]),
            f.tube([(0.04, 0.4, 4.0), (0.14, 0.3, 2.9), (0.3, 0.2, 2.3), (0.6, 0, 2.1), (0.82, 0, 2.5), (0.93, 0, 4.2)]),
            f.tube([(0.955, -4.2, 2.1), (0.965, 0, 2.3), (0.955, 3.6, 2.2)])]), 1.2, 0.4)

    @cached_property
    def radius(self) -> BaseGeometry:
        return self.forearm.tube([(0.035, 2.9, 2.1), (0.1, 2.8, 1.5), (0.3, 2.9, 1.4), (0.6, 3.0, 1.6), (0.86, 2.2, 2.0), (0.96, 1.7, 2.8)])

    @cached_property
    def ulna(self) -> BaseGeometry:
        return self.forearm.tube([(-0.03, -2.0, 2.3), (0.06, -2.2, 2.4), (0.2, -2.2, 1.7), (0.6, -2.7, 1.3), (0.9, -2.9, 1.1), (0.96, -3.0, 1.4)])

    @cached_property
    def clavicle(self) -> BaseGeometry:
        a, b = self.trunk.at(3.6, 75.8), shoulder_joint(self.p)
        b = (b[0] - 2.4, b[1] - (b[1] - a[1]) * 0.72)
        f = Limb(a, b, self.p.neck[-1][0] / 50)
        return f.tube([(0, 0, 1.9), (0.3, -1.4, 1.4), (0.65, 1.0, 1.3), (1, 0.4, 1.8)])

    @cached_property
    def scapula(self) -> BaseGeometry:
        return self.at_shoulder(smooth(unary_union([SCAPULA, ACROMION]), 0.8, 0.4))

    @cached_property
    def pelvis(self) -> BaseGeometry:
        half = self.trunk.shape(ILIUM.difference(OBTURATOR))
        return unary_union([half, mirror(half)])

    def middle(self, shape: BaseGeometry) -> BaseGeometry:
        return self.trunk.shape(shape)

    def vertebrae(self, inset: float = 0) -> str:
        """The 24 bodies of the spine, as path data of plain blocks."""
        from geometry import _number

        rows = [(55.6 + k * 2.6, 2.3, 2.7 + k * 0.08) for k in range(7)] + [(74.2 + k * 4.95, 4.5, 3.0 + k * 0.1) for k in range(12)]
        rows += [(134 + k * 6.1, 5.6, 4.3 + k * 0.14) for k in range(5)]
        out = []
        for top, high, half in rows:
            (x, y), (_, low) = self.trunk.at(half, top), self.trunk.at(half, top + high)
            x, y, h = x - inset, y + inset, low - y - inset * 2
            out.append(f"M{_number(-x)} {_number(y)}h{_number(2 * x)}v{_number(h)}h{_number(-2 * x)}z")
        return "".join(out)

    def hand(self) -> str:
        """The bones of the left hand."""
        from body import FINGERS

        f = Frame(self.p)
        w = f.size * f.plump * 0.024
        out = [lens(f.at(0.035 + 0.055 * r, o - 0.05), f.at(0.035 + 0.055 * r, o + 0.05), w * 1.3) for r in (0, 1) for o in (-0.1, 0.0, 0.1)]
        for bf, bo, tf, to, *_ in FINGERS:
            stops = [0.17, bf - 0.035, bf + (tf - bf) * 0.34, bf + (tf - bf) * 0.67, tf - 0.015]
            across = [bo * 0.72, bo, bo + (to - bo) * 0.34, bo + (to - bo) * 0.67, to]
            for k in range(4):
                out.append(lens(f.at(stops[k] + 0.012, across[k]), f.at(stops[k + 1] - 0.012, across[k + 1]), w * (1.1, 1.05, 0.9, 0.75)[k]))
        thumb = [(0.12, 0.13), (0.27, 0.245), (0.39, 0.322), (0.485, 0.364)]
        out += [lens(f.at(*a), f.at(*b), w * 1.1) for a, b in zip(thumb, thumb[1:], strict=False)]
        return "".join(out)

    def foot(self) -> str:
        """The bones of the left foot, seen from the front."""
        toes = [g for n, g in sorted(foot_parts(self.p).items()) if n.startswith("toe")]
        x0, x1, top = self.p.foot
        ankle = self.leg_points(np.array([[19, 382]]))[0]
        out = [lens((ankle[0] - 3.6, ankle[1] + 1.4), (ankle[0] + 3.8, ankle[1] + 1.4), 2.5)]
        for k, toe in enumerate(toes):
            cx, cy = toe.centroid.x, toe.centroid.y
            r = (toe.bounds[2] - toe.bounds[0]) / 2
            start = (ankle[0] - 3.4 + 1.9 * k, ankle[1] + 4.2 - 0.2 * k)
            knuckle = (start[0] + (cx - start[0]) * 0.86, start[1] + (cy - r * 0.9 - start[1]) * 0.92)
            out.append(lens(start, knuckle, 0.8 + 0.3 * (k == 0)))
            out.append(lens((cx, cy - r * 0.5), (cx, cy + r * 0.45), r * 0.5))
        return "".join(out)

    def vault(self) -> BaseGeometry:
        """The roof of the skull, as the band of bone in which marrow lies."""
        half_out = [(0, -0.955), (0.5, -0.845), (0.85, -0.5), (0.93, -0.1), (0.9, 0.06)]
        half_in = [(0.8, 0.05), (0.82, -0.1), (0.74, -0.45), (0.43, -0.75), (0, -0.845)]
        line = np.vstack([spline(half_out, 10), spline(half_in, 10)])
        return smooth(self.head.shape(Polygon([*map(tuple, line), *((-x, y) for x, y in line[::-1])]).buffer(0)), 0.4, 0.8)

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
        out += [np.array([[x * rx, y - ry * 0.05], [x * rx, y + ry * 0.075]]) for x in (-0.21, -0.07, 0.07, 0.21)]
        for s in (-1, 1):
            out.append(spline([(s * rx * 0.66, y - ry * 0.28), (s * rx * 0.56, y - ry * 0.1), (s * rx * 0.5, y + ry * 0.06)], 8))
        return out


def both_sides(many: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    return [*many, *(mirror(s) for s in many)]
