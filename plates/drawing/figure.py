"""Draws a front or back figure from its proportions: the silhouette, its regions, and quiet surface lines."""

import numpy as np
from geometry import XY, blob, ellipse, limb, mirror, smooth, spline
from proportions import Proportions
from shapely.geometry import LineString, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union


def head(p: Proportions) -> BaseGeometry:
    rx, ry = p.head
    cy = ry + 2
    half = [
        (0, 2), (rx * 0.55, 2 + ry * 0.13), (rx * 0.93, 2 + ry * 0.52), (rx, cy - ry * 0.05),
        (rx * 0.955, cy + ry * 0.33), (p.jaw, cy + ry * 0.68), (p.jaw * 0.45, cy + ry * 0.955), (0, cy + ry),
    ]
    return blob(half + [(-x, y) for x, y in reversed(half[1:-1])])


def ears(p: Proportions) -> BaseGeometry:
    rx, ry = p.head
    return ellipse(rx * 0.985, ry + 2 + ry * 0.17, rx * 0.125, ry * 0.19, -8)


def torso(p: Proportions) -> BaseGeometry:
    right = [(w, y) for y, w in p.torso]
    line = spline(right, 10)
    return blob([*map(tuple, line), *((-x, y) for x, y in reversed(line))], 2)


def arm(p: Proportions) -> BaseGeometry:
    (sx, sy), (ex, ey), (wx, wy) = p.shoulder, p.elbow, p.wrist
    deltoid, elbow, belly, wrist = p.arm
    mid = ((sx + ex) / 2, (sy + ey) / 2)
    low = (ex + (wx - ex) * 0.3, ey + (wy - ey) * 0.3)
    return limb([
        (sx - 4, sy + 1, deltoid), (sx + 2, sy + 8, deltoid), (*mid, deltoid * 0.86), (ex, ey, elbow),
        (*low, belly), (wx, wy, wrist),
    ])


def hand(p: Proportions) -> BaseGeometry:
    """The palm forward, the thumb away from the body, fingers a little apart."""
    (ex, ey), (wx, wy) = p.elbow, p.wrist
    along = np.array([wx - ex, wy - ey])
    along = along / np.hypot(*along)
    along = np.array([along[0] * 0.75, along[1]])
    along /= np.hypot(*along)
    out = np.array([along[1], -along[0]])
    size = p.hand

    def at(forward: float, outward: float) -> XY:
        return tuple(np.array([wx, wy]) + along * forward * size + out * outward * size)

    w = p.arm[3]
    palm = limb([(wx, wy, w * 0.96), (*at(0.16, 0.0), w * 1.02), (*at(0.30, 0.0), w * 1.16), (*at(0.42, -0.005), w * 1.12)])
    f = w * 0.27
    spread = w * 0.88 / size
    fingers = []
    for k, (reach, lean) in enumerate(((0.93, 0.075), (1.0, 0.025), (0.96, -0.03), (0.82, -0.09))):
        base = spread * (1 - k * 0.667)
        fingers.append(limb([(*at(0.40, base), f * 1.15), (*at(0.70, base + lean * 0.8), f * 1.05),
                             (*at(reach, base + lean * 1.5), f * 0.86)]))
    thumb = limb([(*at(0.10, spread * 0.55), f * 1.9), (*at(0.30, spread * 1.55), f * 1.45),
                  (*at(0.52, spread * 2.05), f * 1.02)])
    return smooth(unary_union([palm, thumb, *fingers]), 0.35)


def leg(p: Proportions) -> BaseGeometry:
    (hx, hy), (kx, ky), (ax, ay) = p.hip, p.knee, p.ankle
    thigh, knee, calf, ankle = p.leg
    upper = (hx + (kx - hx) * 0.45, hy + (ky - hy) * 0.45)
    low = (kx + (ax - kx) * 0.32 + 1.0, ky + (ay - ky) * 0.32)
    return limb([
        (hx, hy - 4, thigh), (hx + 0.5, hy + 10, thigh), (*upper, thigh * 0.86), (kx, ky, knee), (*low, calf), (ax, ay, ankle),
    ])


def foot(p: Proportions) -> BaseGeometry:
    """Seen from the front: shortened, turned a little outward, the big toe inside."""
    (ax, ay) = p.ankle
    size, w = p.foot, p.leg[3]
    sole = 398
    turn = size * 0.2
    return blob([
        (ax - w * 0.9, ay - 2), (ax - w * 0.94, ay + (sole - ay) * 0.45), (ax - w * 1.06, sole - w * 0.55), (ax - w * 0.75, sole - 0.6),
        (ax + turn * 0.3, sole), (ax + turn + w * 0.55, sole - w * 0.3), (ax + turn + w * 1.02, sole - w * 0.9),
        (ax + turn * 0.45 + w * 0.92, ay + (sole - ay) * 0.42), (ax + w * 0.9, ay - 2),
    ])


def toes(p: Proportions) -> list[BaseGeometry]:
    """The toe nails' row: five small ovals inside the foot, the big toe inside."""
    (ax, _), size, w = p.ankle, p.foot, p.leg[3]
    turn = size * 0.2
    out = []
    for k in range(5):
        t = k / 4
        r = w * (0.36 if k == 0 else 0.235 - 0.018 * k)
        x = ax - w * 0.62 + (turn + w * 1.35) * (t**0.88)
        y = 398 - r * 1.2 - 0.8 - w * 0.75 * t**1.6
        out.append(ellipse(x, y, r, r * 1.12))
    return out


def neck(p: Proportions) -> BaseGeometry:
    (sx, sy) = p.shoulder
    top = 2 * p.head[1] + 2
    half = [(p.neck, top - p.head[1] * 0.42), (p.neck, top + 1), (p.neck * 1.3, sy - p.arm[0] * 1.05), (sx * 0.62, sy - p.arm[0] * 0.96),
            (sx * 0.95, sy - p.arm[0] * 0.86), (sx, sy + 8)]
    line = spline(half, 8)
    return blob([*map(tuple, line), *((-x, y) for x, y in reversed(line))], 2)


def parts(p: Proportions) -> dict[str, BaseGeometry]:
    """The pieces of the silhouette, for the person's left (the viewer's right)."""
    return {"head": head(p), "ear": ears(p), "neck": neck(p), "torso": torso(p), "arm": arm(p), "hand": hand(p),
            "leg": leg(p), "foot": foot(p)}


def silhouette(p: Proportions) -> BaseGeometry:
    piece = parts(p)
    lower = smooth(unary_union([piece["leg"], piece["foot"]]), 6, 2)
    core = unary_union([piece["neck"], piece["torso"], piece["arm"], mirror(piece["arm"]), piece["leg"], mirror(piece["leg"])])
    core = smooth(core, 3, 5)
    body = unary_union([core, piece["hand"], mirror(piece["hand"]), lower, mirror(lower)])
    heads = smooth(unary_union([piece["head"], piece["ear"], mirror(piece["ear"])]), 0.6)
    whole = unary_union([smooth(body, 0.9), heads])
    return smooth(whole, 0.4)


def cut(shape: BaseGeometry, top: float, bottom: float) -> BaseGeometry:
    return shape.intersection(box(-200, top, 200, bottom))


def across(shape: BaseGeometry, at: XY, toward: XY, before: bool) -> BaseGeometry:
    """The part of a limb before (or after) the line through `at`, square to the direction `toward`."""
    direction = np.array(toward) / np.hypot(*toward)
    side = np.array([-direction[1], direction[0]])
    sign = -1 if before else 1
    a = np.array(at)
    far = direction * sign * 300
    corners = [a - side * 300, a + side * 300, a + side * 300 + far, a - side * 300 + far]
    from shapely.geometry import Polygon

    return shape.intersection(Polygon(corners))


def surface_lines(p: Proportions) -> list[LineString]:
    """A few quiet lines that make the outline a body: collar bones, navel, knees."""
    return []
