"""The systems that run through the whole body: vessels and nerves, as thin tapering shapes."""

from collections.abc import Sequence

import numpy as np
from bones import Bones, shoulder_joint
from geometry import XY, limb, mirror
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

Run = Sequence[tuple[float, float, float]]


def in_trunk(b: Bones, rows: Run) -> BaseGeometry:
    """A tube along adult points (x, y, half thickness)."""
    k = b.p.head[0] ** 0.25 / 18.6**0.25
    return limb([(*b.trunk.at(x, y), r * k) for x, y, r in rows], 8)


def in_leg(b: Bones, rows: Run) -> BaseGeometry:
    pts = b.leg_points(np.array([[x, y] for x, y, _ in rows]))
    return limb([(float(x), float(y), r[2]) for (x, y), r in zip(pts, rows, strict=True)], 8)


def in_arm(b: Bones, start: XY, half: float, out: float) -> BaseGeometry:
    """A tube from the shoulder's inner side down to the wrist, `out` units toward the thumb."""
    up, low = b.upper_arm, b.forearm
    sx, sy = shoulder_joint(b.p)
    pts = [start, (sx - 6, sy + 5), up.at(0.3, out - 2.5), up.at(0.7, out - 1.5), low.at(0.02, out), low.at(0.45, out), low.at(0.95, out * 0.8)]
    w = np.linspace(half, half * 0.5, len(pts))
    return limb([(x, y, r) for (x, y), r in zip(pts, w, strict=True)], 8)


def arteries(b: Bones) -> list[BaseGeometry]:
    t = b.trunk
    middle = [in_trunk(b, [(-1.6, 96, 1.9), (-3.2, 88, 2.1), (-0.6, 82.6, 2), (4, 82.4, 2), (5.4, 88, 1.9), (3.6, 104, 1.8), (1.4, 126, 1.7), (1, 157, 1.5)])]
    middle += [in_trunk(b, [(s * -0.8, 83, 0.9), (s * 3.6, 74, 0.9), (s * 4.6, 64, 0.9), (s * 6, 54, 0.7)]) for s in (-1, 1)]
    middle += [in_trunk(b, [(1, 140, 0.8), (s * 9, 138 + (s < 0) * 1.6, 0.8)]) for s in (-1, 1)]
    limbs = []
    limbs.append(in_trunk(b, [(1, 156, 1.3), (5, 166, 1.2), (11, 180, 1.1), (15.6, 194, 1.1)]))
    leg = [in_leg(b, [(15.4, 193, 1.1), (17, 206, 1.1), (18, 236, 0.95), (18.6, 268, 0.9), (19, 288, 0.8), (20.6, 304, 0.7), (21, 340, 0.6), (19.4, 378, 0.5)]),
           in_leg(b, [(19.4, 294, 0.7), (16.6, 306, 0.6), (16, 345, 0.5), (15.8, 380, 0.4)])]
    arm = [in_arm(b, t.at(4, 77), 1.0, 1.6)]
    low = b.forearm
    arm.append(limb([(*low.at(0.08, 1.4), 0.5), (*low.at(0.3, -2.6), 0.5), (*low.at(0.95, -2.4), 0.4)], 8))
    one = unary_union([*limbs, *leg, *arm])
    return [unary_union([*middle, one, mirror(one)])]


def veins(b: Bones) -> list[BaseGeometry]:
    t = b.trunk
    middle = [in_trunk(b, [(-6, 80, 1.6), (-6.2, 96, 1.9), (-5, 104, 1.7), (-4, 126, 1.7), (-3, 158, 1.6)])]
    middle += [in_trunk(b, [(-6, 81, 1.2), (s * 6, 76.4, 1), (s * 7.2, 64, 1), (s * 8.6, 54, 0.8)]) for s in (-1, 1)]
    middle += [in_trunk(b, [(-3, 142, 0.8), (s * 10, 141 + (s < 0) * 1.6, 0.8)]) for s in (-1, 1)]
    limbs = [in_trunk(b, [(-3 if False else 0, 159, 1.3), (6, 170, 1.2), (10.2, 182, 1.1), (13, 195, 1.1)])]
    leg = [in_leg(b, [(12.9, 194, 1.1), (14, 208, 1.1), (15.2, 236, 1), (16.2, 268, 0.9), (16.8, 288, 0.8), (18.4, 304, 0.7), (18.6, 340, 0.6), (17.6, 378, 0.5)]),
           in_leg(b, [(12.9, 200, 0.7), (10.6, 230, 0.7), (11, 285, 0.7), (12.4, 330, 0.6), (14.4, 380, 0.5)])]
    arm = [in_arm(b, t.at(6, 78.4), 1.0, -1.2)]
    low, up = b.forearm, b.upper_arm
    arm.append(limb([(*up.at(0.12, 2.4), 0.6), (*up.at(0.7, 4.4), 0.6), (*low.at(0.0, 4), 0.6), (*low.at(0.5, 5.4), 0.5), (*low.at(0.95, 3.4), 0.4)], 8))
    one = unary_union([*limbs, *leg, *arm])
    return [unary_union([*middle, one, mirror(one)])]


def nerves(b: Bones) -> list[BaseGeometry]:
    """Cord, plexuses, and the main nerves of the limbs."""
    t = b.trunk
    cord = in_trunk(b, [(0, 50, 2), (0, 60, 1.6), (0, 100, 1.4), (0, 136, 1.3), (0, 140, 0.6), (0, 170, 0.5)])
    parts = [in_trunk(b, [(0, y, 0.5), (4.6, y + 1.2, 0.5), (12 + k * 1.6, 72.4 + k * 1.7, 0.55)]) for k, y in enumerate((61, 64.4, 67.8, 71))]
    parts += [in_trunk(b, [(0, y, 0.45), (w * 0.5, y + 2.6, 0.4), (w, y + 10, 0.3)]) for y, w in ((82, 20), (91, 24), (100, 26), (109, 26.6), (118, 26), (127, 24))]
    parts.append(in_arm(b, t.at(13, 74.4), 0.75, 0.4))
    parts.append(in_arm(b, t.at(14, 77), 0.6, -3.4))
    low, up = b.forearm, b.upper_arm
    parts.append(limb([(*up.at(0.1, -3), 0.6), (*up.at(0.5, 3.4), 0.55), (*low.at(0.05, 4.6), 0.5), (*low.at(0.9, 4), 0.35)], 8))
    parts.append(in_trunk(b, [(0, 140, 0.5), (5, 156, 0.6), (12, 178, 0.7), (18, 194, 0.8)]))
    parts.append(in_leg(b, [(18, 193, 0.8), (20, 212, 0.7), (19, 250, 0.5), (14.6, 290, 0.45), (14.6, 376, 0.35)]))
    parts.append(in_trunk(b, [(0, 150, 0.5), (4, 168, 0.7), (12, 186, 1), (20.6, 204, 1.1)]))
    parts.append(in_leg(b, [(20.6, 203, 1.1), (22.4, 220, 1.1), (21, 262, 1), (20, 284, 0.8), (19.6, 320, 0.6), (17.4, 380, 0.4)]))
    parts.append(in_leg(b, [(20.4, 276, 0.7), (24.6, 294, 0.6), (24, 330, 0.5), (22.4, 380, 0.35)]))
    one = unary_union(parts)
    return [unary_union([cord, one, mirror(one)])]
