"""The outline of a standing figure from its proportions, as one closed soft shape, and the pieces it is made of.

Example: `silhouette(TODDLER)` is the shape whose border every plate draws as the skin.
"""
# Tables of coordinates read best as rows.
# ruff: noqa: E501
# fmt: off

import numpy as np
from curves import resample
from geometry import XY, blob, ellipse, limb, mirror, smooth, spline
from proportions import Proportions
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

TOP = 2.0


def skull(p: Proportions) -> BaseGeometry:
    """The head without ears."""
    rx, ry = p.head
    cy = ry + TOP
    cheek, jaw, chin = p.face
    half = [
        (0, TOP), (rx * 0.53, TOP + ry * 0.125), (rx * 0.9, TOP + ry * 0.48), (rx, cy - ry * 0.06), (rx * cheek, cy + ry * 0.36),
        (rx * jaw, cy + ry * 0.68), (rx * chin, cy + ry * 0.95), (0, cy + ry),
    ]
    return blob(half + [(-x, y) for x, y in reversed(half[1:-1])])


def ear(p: Proportions) -> BaseGeometry:
    """The person's left ear."""
    rx, ry = p.head
    return ellipse(rx * 1.0, ry + TOP + ry * 0.15, rx * 0.125, ry * 0.2, -9)


def strip(rows: list[tuple[float, float, float, float]]) -> Polygon:
    """A limb along (x, y, left, right): the half thickness differs on its two sides."""
    line = spline(rows, 10)
    along = np.gradient(line[:, :2], axis=0)
    along /= np.hypot(*along.T)[:, None]
    side = np.column_stack([along[:, 1], -along[:, 0]])
    left = line[:, :2] + side * line[:, 2:3]
    right = line[:, :2] - side * line[:, 3:4]
    return Polygon(np.vstack([left, right[::-1]])).buffer(0)


def arm(p: Proportions) -> BaseGeometry:
    return strip(list(p.arm))


def trunk(p: Proportions) -> BaseGeometry:
    half = spline([(w, y) for y, w in p.trunk], 10)
    return Polygon([*map(tuple, half), *((-x, y) for x, y in half[::-1])]).buffer(0)


def neck(p: Proportions) -> BaseGeometry:
    half = spline(p.neck, 10)
    low = max(y for _, y in p.neck) + 10
    ring = [*map(tuple, half), (p.neck[-1][0] - 8, low)]
    return Polygon([*ring, *((-x, y) for x, y in ring[::-1])]).buffer(0)


def leg(p: Proportions) -> BaseGeometry:
    inner = spline([(a, y) for y, a, _ in p.leg], 10)
    outer = spline([(b, y) for y, _, b in p.leg], 10)
    return Polygon(np.vstack([inner, outer[::-1]])).buffer(0)


class Frame:
    """Where the hand lies: forward from the wrist to the finger tips, outward to the thumb."""

    def __init__(self, p: Proportions) -> None:
        (ex, ey), (wx, wy) = p.elbow, p.wrist
        along = np.array([(wx - ex) * 0.72, wy - ey])
        self.along = along / np.hypot(*along)
        self.out = np.array([self.along[1], -self.along[0]])
        self.wrist = np.array([wx, wy])
        self.size, self.plump = p.hand

    def at(self, forward: float, outward: float) -> XY:
        v = self.wrist + self.along * forward * self.size + self.out * outward * self.size * self.plump
        return float(v[0]), float(v[1])


# Fingers in parts of the hand's length: (base forward, base outward, tip forward, tip outward, half width at base, at tip)
FINGERS = (
    (0.50, 0.160, 0.90, 0.245, 0.056, 0.044),
    (0.53, 0.054, 0.97, 0.085, 0.057, 0.045),
    (0.52, -0.052, 0.915, -0.07, 0.054, 0.043),
    (0.47, -0.150, 0.765, -0.215, 0.049, 0.038),
)


def hand_parts(p: Proportions) -> dict[str, BaseGeometry]:
    """Palm, fingers and thumb, the palm forward, the thumb away from the body."""
    f = Frame(p)
    wrist_out, wrist_in = p.arm[-1][2] / f.size / f.plump, p.arm[-1][3] / f.size / f.plump
    palm = blob([f.at(*q) for q in (
        (-0.10, wrist_out), (0.06, wrist_out * 1.08), (0.22, 0.20), (0.40, 0.214), (0.54, 0.205), (0.565, 0.06), (0.555, -0.06), (0.50, -0.195),
        (0.36, -0.213), (0.2, -0.2), (0.06, -wrist_in * 1.06), (-0.10, -wrist_in))])
    parts: dict[str, BaseGeometry] = {"palm": palm}
    for k, (bf, bo, tf, to, rb, rt) in enumerate(FINGERS):
        w = f.size * f.plump
        mid = ((bf + tf) / 2, (bo + to) / 2 + (to - bo) * 0.06)
        parts[f"finger{k}"] = limb([(*f.at(bf, bo), rb * w), (*f.at(*mid), (rb * 0.97 + rt * 0.03) * w), (*f.at(tf - rt * f.plump, to), rt * w)])
    w = f.size * f.plump
    parts["thumb"] = limb([(*f.at(0.12, 0.10), 0.10 * w), (*f.at(0.26, 0.235), 0.068 * w), (*f.at(0.40, 0.325), 0.054 * w),
                           (*f.at(0.50, 0.368), 0.043 * w)])
    return parts


def foot_parts(p: Proportions, *, behind: bool = False) -> dict[str, BaseGeometry]:
    """Seen from the front, shortened, turned a little outward, the big toe inside."""
    inner, outer, top = p.foot
    (a_in, a_out) = (np.interp(p.ankle, [r[0] for r in p.leg], [r[k] for r in p.leg]) for k in (1, 2))
    w, h = outer - inner, p.sole - top
    def at(x: float, y: float) -> XY:
        return inner + x * w, top + y * h
    if behind:
        heel = blob([(a_in, top - 6), (a_in - 0.3, top), at(0.1, 0.4), at(0.07, 0.72), at(0.16, 0.95), at(0.36, 1.0), at(0.58, 0.96), at(0.7, 0.74), at(0.7, 0.42),
                     (a_out + 0.3, top), (a_out, top - 6)])
        outer_edge = blob([at(0.5, 0.3), at(0.8, 0.46), at(0.97, 0.68), at(0.95, 0.86), at(0.78, 0.93), at(0.55, 0.9)])
        return {"back": smooth(unary_union([heel, outer_edge]), 0.6), "heel": heel}
    back = blob([(a_in, top - 6), (a_in - 0.2, top), at(0.03, 0.38), at(0.0, 0.66), at(0.06, 0.86), at(0.3, 0.9), at(0.6, 0.84), at(0.86, 0.72),
                 at(0.965, 0.55), at(0.88, 0.3), (a_out + 0.5, top), (a_out, top - 6)])
    parts: dict[str, BaseGeometry] = {"back": back}
    toes = ((0.155, 0.80, 0.158), (0.395, 0.815, 0.108), (0.585, 0.765, 0.098), (0.75, 0.70, 0.09), (0.895, 0.62, 0.083))
    for k, (x, y, r) in enumerate(toes):
        cx, cy = at(x, y)
        parts[f"toe{k}"] = ellipse(cx, min(cy, p.sole - r * w * 1.12), r * w, r * w * 1.16, -14 * k / 4)
    return parts


def soften(ring: np.ndarray, sigma: float, sharp: BaseGeometry) -> np.ndarray:
    """The ring without small kinks; inside `sharp` (hands, feet, ears) it stays as it is."""
    step = 0.5
    p = resample(ring, step, True)
    reach = int(sigma * 4 / step)
    k = np.exp(-0.5 * (np.arange(-reach, reach + 1) * step / sigma) ** 2)
    k /= k.sum()
    wrapped = np.vstack([p[-reach:], p, p[:reach]])
    calm = np.column_stack([np.convolve(wrapped[:, j], k, mode="valid") for j in (0, 1)])
    from shapely import distance, points

    weight = np.clip(distance(points(p), sharp) / 7, 0, 1)[:, None]
    weight = weight * weight * (3 - 2 * weight)
    return p * (1 - weight) + calm * weight


def silhouette(p: Proportions, *, behind: bool = False) -> Polygon:
    """The trunk, neck, limbs, palms and feet are softened together; ears, thumbs, fingers and toes are set on after."""
    hands, feet = hand_parts(p), foot_parts(p, behind=behind)
    core = unary_union([neck(p), trunk(p), both(arm(p)), both(leg(p))])
    core = smooth(smooth(core, 2.2, 3), 1.2)
    core = smooth(unary_union([core, both(hands["palm"]), both(feet["back"])]), 2.5, 0.8)
    head = smooth(unary_union([skull(p), both(ear(p))]), 0.7)
    whole = smooth(unary_union([core, head]), 1.0)
    ring = soften(np.asarray(whole.exterior.coords)[:-1], 2.4, both(ear(p).buffer(1)))
    whole = unary_union([Polygon(ring).buffer(0), both(smooth(unary_union([hands["palm"].buffer(-0.6), hands["thumb"]]), 1.6))])
    small = [both(part) for name, part in {**hands, **feet}.items() if name.startswith(("finger", "toe"))]
    return smooth(smooth(unary_union([whole, *small]), 0.34), 0, 0.3)


def both(shape: BaseGeometry) -> BaseGeometry:
    return unary_union([shape, mirror(shape)])
