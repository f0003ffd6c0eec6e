"""The systems that run through the whole body: vessels and nerves, as thin tapering ribbons (path data)."""
# Tables of coordinates read best as rows.
# ruff: noqa: E501
# fmt: off

from collections.abc import Sequence

import numpy as np
from bones import Bones, shoulder_joint
from curves import mirrored, ribbon
from geometry import XY

Run = Sequence[tuple[float, float, float]]
ERROR = 0.35


def in_trunk(b: Bones, rows: Run) -> str:
    """A ribbon along adult points (x, y, half thickness)."""
    k = (b.p.head[0] / 18.6) ** 0.25
    return ribbon([(*b.trunk.at(x, y), r * k) for x, y, r in rows], ERROR)


def stout(half: float) -> float:
    """Thicker than life, so that a vessel of the limbs can be seen."""
    return max(half * 1.25, 0.75)


def in_leg(b: Bones, rows: Run) -> str:
    pts = b.leg_points(np.array([[x, y] for x, y, _ in rows]))
    return ribbon([(float(x), float(y), stout(r[2])) for (x, y), r in zip(pts, rows, strict=True)], ERROR)


def in_arm(b: Bones, start: XY, half: float, out: float) -> str:
    """A ribbon from the shoulder's inner side down to the wrist, `out` units toward the thumb."""
    up, low = b.upper_arm, b.forearm
    sx, sy = shoulder_joint(b.p)
    pts = [start, ((start[0] + sx) / 2, (start[1] * 0.7 + sy * 0.3) + 0.4), (sx - 6, sy + 5), up.at(0.3, out - 2.5), up.at(0.7, out - 1.5), low.at(0.02, out),
           low.at(0.45, out), low.at(0.95, out * 0.8)]
    w = np.linspace(half, half * 0.5, len(pts))
    return ribbon([(x, y, stout(r)) for (x, y), r in zip(pts, w, strict=True)], ERROR)


def along_arm(b: Bones, rows: Sequence[tuple[int, float, float, float]]) -> str:
    """A ribbon through (0 upper arm or 1 forearm, along, out, half thickness)."""
    frames = (b.upper_arm, b.forearm)
    return ribbon([(*frames[k].at(a, o), stout(r)) for k, a, o, r in rows], ERROR)


def _sum(middle: list[str], left: list[str]) -> str:
    return "".join(middle) + "".join(d + mirrored(d) for d in left)


def arteries(b: Bones) -> str:
    middle = [in_trunk(b, [(-1.6, 96, 1.9), (-3.2, 88, 2.1), (-0.6, 82.6, 2), (4, 82.4, 2), (5.4, 88, 1.9), (3.6, 104, 1.8), (1.4, 126, 1.7), (0.6, 157, 1.5)])]
    left = [
        in_trunk(b, [(1.6, 82.4, 0.9), (3.6, 74, 0.9), (4.6, 64, 0.9), (6, 54, 0.7)]),
        in_trunk(b, [(1.4, 139.4, 0.8), (9.4, 139, 0.8)]),
        in_trunk(b, [(0.6, 155, 1.3), (5, 166, 1.2), (11, 180, 1.1), (15.4, 193, 1.1)]),
        in_leg(b, [(12.6, 185, 1.2), (15.2, 193, 1.2), (17, 206, 1.1), (18, 236, 0.95), (18.6, 268, 0.9), (19, 288, 0.8), (20.6, 304, 0.7), (21, 340, 0.6), (19.4, 378, 0.5)]),
        in_leg(b, [(19.4, 294, 0.7), (16.6, 306, 0.6), (16, 345, 0.5), (15.8, 380, 0.4)]),
        in_arm(b, b.trunk.at(3.4, 76.6), 1.0, 1.6),
        along_arm(b, [(1, 0.08, 1.4, 0.6), (1, 0.3, -2.6, 0.55), (1, 0.95, -2.4, 0.4)]),
    ]
    return _sum(middle, left)


def veins(b: Bones) -> str:
    middle = [in_trunk(b, [(-6, 80, 1.6), (-6.2, 96, 1.9), (-5, 104, 1.7), (-4, 126, 1.7), (-2.6, 160, 1.6)]),
              in_trunk(b, [(-2.6, 158.6, 1.3), (5.4, 170, 1.2), (10.2, 182, 1.1), (12.9, 194, 1.1)]),
              in_trunk(b, [(-2.6, 158.6, 1.3), (-7, 170, 1.2), (-10.6, 182, 1.1), (-12.9, 194, 1.1)]),
              in_trunk(b, [(-6, 82.4, 1.3), (0, 79.6, 1.2), (6.4, 77, 1.1)]), in_trunk(b, [(-3.6, 141, 0.8), (10, 141.4, 0.8)]), in_trunk(b, [(-3.6, 143.4, 0.8), (-10, 143.4, 0.8)])]
    left = [
        in_trunk(b, [(6.2, 79, 1.1), (7, 70, 1), (7.6, 62, 1), (8.6, 54, 0.8)]),
        in_leg(b, [(10.8, 185, 1.2), (12.7, 193, 1.2), (14, 208, 1.1), (15.2, 236, 1), (16.2, 268, 0.9), (16.8, 288, 0.8), (18.4, 304, 0.7), (18.6, 340, 0.6), (17.6, 378, 0.5)]),
        in_leg(b, [(13, 200, 0.7), (10.6, 230, 0.7), (11, 285, 0.7), (12.4, 330, 0.6), (14.4, 380, 0.5)]),
        in_arm(b, b.trunk.at(6, 78.4), 1.0, -1.2),
        along_arm(b, [(0, 0.12, 2.4, 0.6), (0, 0.7, 4.4, 0.6), (1, 0.0, 4, 0.6), (1, 0.5, 5.4, 0.5), (1, 0.95, 3.4, 0.4)]),
    ]
    return _sum(middle, left)


def cord(b: Bones) -> str:
    top = [(0.0, float(b.head.points(np.array([[0, y]]))[0][1]), b.p.head[0] * r) for y, r in ((-0.05, 0.1), (0.3, 0.12), (0.7, 0.085))]
    return ribbon([*top, *((*b.trunk.at(0, y), r) for y, r in ((62, 1.6), (100, 1.4), (136, 1.2), (141, 0.4)))], ERROR)


def nerves(b: Bones) -> str:
    """Cord, plexuses, and the main nerves of the limbs."""
    t = b.trunk
    left = [in_trunk(b, [(1, y, 0.4), (6, y + 1.6, 0.4), (14.4 + k * 0.6, 73.6 + k * 1.6, 0.5)]) for k, y in enumerate((61.6, 66, 70.4))]
    left += [in_trunk(b, [(1, y, 0.45), (w * 0.5, y + 2.6, 0.4), (w, y + 10, 0.3)]) for y, w in ((84, 23), (93, 26.6), (102, 28.4), (111, 28), (120, 26))]
    left += [
        in_arm(b, t.at(13, 74), 0.75, 0.4),
        in_arm(b, t.at(14, 76.6), 0.6, -3.4),
        along_arm(b, [(0, 0.1, -3, 0.6), (0, 0.5, 3.4, 0.55), (1, 0.05, 4.6, 0.5), (1, 0.9, 4, 0.35)]),
        in_trunk(b, [(0.6, 139, 0.5), (5, 156, 0.6), (12, 178, 0.7), (18, 194, 0.8)]),
        in_leg(b, [(14.4, 184.4, 0.8), (17.8, 193, 0.8), (20, 212, 0.7), (19, 250, 0.5), (14.6, 290, 0.45), (14.6, 376, 0.35)]),
        in_trunk(b, [(0.4, 138, 0.4), (3, 160, 0.7), (11, 184, 1), (20.6, 204, 1.1)]),
        in_leg(b, [(15, 192, 1.1), (20.2, 203, 1.2), (22.4, 220, 1.1), (21, 262, 1), (20, 284, 0.8), (19.6, 320, 0.6), (17.4, 380, 0.4)]),
        in_leg(b, [(20.4, 276, 0.7), (24.6, 294, 0.6), (24, 330, 0.5), (22.4, 380, 0.35)]),
    ]
    return _sum([cord(b)], left)
