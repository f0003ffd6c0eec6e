"""Plain cloth, quiet surface lines and the one soft shade (light from the viewer's upper left)."""
# Tables of coordinates read best as rows.
# ruff: noqa: E501
# fmt: off

import numpy as np
from body import Frame, both, foot_parts, hand_parts, skull
from geometry import XY, smooth, spline
from proportions import Proportions
from regions import arm_area, axilla
from shapely import affinity
from shapely.geometry import LineString, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union


def mirrored(half: list[XY]) -> Polygon:
    """The closed shape of a half outline that begins and ends on the midline."""
    line = spline(half, 10)
    return Polygon([*map(tuple, line), *((-x, y) for x, y in line[::-1])]).buffer(0)


def cloth(p: Proportions, body: BaseGeometry) -> list[tuple[BaseGeometry, list[np.ndarray]]]:
    """Each garment with its seams. A garment stands a hair's breadth off the body."""
    lv = p.levels
    waist, crotch = lv["iliac"], lv["crotch"]
    hip = max(w for y, w in p.trunk if y > waist - 5)
    out: list[tuple[BaseGeometry, list[np.ndarray]]] = []
    if p.cloth == "nappy":
        top, low = waist + 8, crotch + (10 if p.name == "newborn" else 4)
        half = [(0, top + 3), (hip * 0.5, top + 2), (hip + 3, top - 1), (hip + 3, top + 15), (hip * 0.86, top + 25), (hip * 0.5, low - 9),
                (hip * 0.2, low - 1.5), (0, low)]
        shape = mirrored(half).intersection(body.buffer(1.4))
        leg_gap = body.buffer(0.1)
        shape = shape.intersection(unary_union([leg_gap.buffer(1.3), box(-6, crotch - 3, 6, low + 1)]))
        tab = [spline([(s * (hip + 1), top + 8.5), (s * hip * 0.72, top + 8), (s * hip * 0.6, top + 8.3)], 6) for s in (-1, 1)]
        band = [spline([(-hip * 0.99, top + 3.4), (-hip * 0.5, top + 6), (0, top + 7), (hip * 0.5, top + 6), (hip * 0.99, top + 3.4)], 8)]
        out.append((smooth(shape, 0.4, 0.4), band if not tab else [*band]))
    else:
        if p.cloth.startswith(("vest", "top")):
            out.append(vest(p, body, short=p.cloth.startswith("top")))
        out.append(shorts(p, body, hip))
    return [(g, [clipped(s, g) for s in seams]) for g, seams in out]


def shorts(p: Proportions, body: BaseGeometry, hip: float) -> tuple[BaseGeometry, list[np.ndarray]]:
    waist, crotch = p.levels["iliac"], p.levels["crotch"]
    top, low = waist + (crotch - waist) * 0.18, crotch + (p.knee - crotch) * 0.44
    area = Polygon([(-70, top - 1), (0, top + 1.5), (70, top - 1), (70, low - 2), (0, low + 3), (-70, low - 2)])
    if p.name == "pregnant":
        edge = spline([(-70, 176), (-40, 179), (-24, 189), (-10, 196.6), (0, 198), (10, 196.6), (24, 189), (40, 179), (70, 176)], 8)
        area = Polygon([*map(tuple, edge), (70, low - 2), (0, low + 3), (-70, low - 2)])
    hands = both(unary_union(list(hand_parts(p).values())).buffer(2))
    shape = body.buffer(0.8).intersection(area).difference(hands)
    shape = max(getattr(shape, "geoms", [shape]), key=lambda g: g.area)
    gap = min(y for x, y in shape.exterior.coords if abs(x) < 1.2 and y > crotch - 4)
    if p.name == "pregnant":
        band = [spline([(-40, 183), (-25, 192.4), (-10, 200), (0, 201.4), (10, 200), (25, 192.4), (40, 183)], 8), np.array([[0, 201.4], [0, 208], [0, gap - 0.2]])]
    else:
        band = [spline([(-hip, top + 3.6), (0, top + 6), (hip, top + 3.6)], 8), np.array([[0, top + 6], [0, (top + gap) / 2], [0, gap - 0.2]])]
    return smooth(shape, 0.6, 0.4), band


def vest(p: Proportions, body: BaseGeometry, *, short: bool) -> tuple[BaseGeometry, list[np.ndarray]]:
    """A sleeveless top: to the hips, or (`short`) to below the breasts."""
    lv, neck = p.levels, p.neck
    x_in, x_out = neck[-3][0] * 0.88, neck[-2][0] * 0.82
    top = neck[-3][1] - 6
    side = max(w for y, w in p.trunk if y < lv["navel"])
    low = lv["xiphoid"] + 6 if short else lv["iliac"] + (lv["crotch"] - lv["iliac"]) * 0.3
    scoop = lv["notch"] + (lv["nipple"] - lv["notch"]) * (0.52 if short else 0.34)
    ax, ay = axilla(body, p)
    neckline = spline([(0, scoop), (x_in * 0.62, scoop - 2), (x_in * 0.96, scoop - (scoop - top) * 0.5), (x_in, top)], 8)
    hole = spline([(x_out, top), (x_out * 0.96, top + (ay - top) * 0.45), (x_out * 0.98 + 1, ay - 7), (ax, ay - 0.4)], 8)
    half = [*map(tuple, neckline), *map(tuple, hole), (ax + 9, ay + 9), (side + 9, ay + 12), (side + 9, low - 1), (0, low + 1.5)]
    area = Polygon([*half, *((-x, y) for x, y in half[::-1])]).buffer(0)
    free = body.difference(both(arm_area(body, p)).buffer(0.05))
    shape = max(getattr(free, "geoms", [free]), key=lambda g: g.area).buffer(0.7).intersection(area)
    shape = max(getattr(shape, "geoms", [shape]), key=lambda g: g.area)
    return smooth(shape, 0.3, 0.4), bust(p) if short else []


def bust(p: Proportions) -> list[np.ndarray]:
    """The lower curve of the breasts, on the cloth."""
    y, w = p.levels["nipple"], 31.0
    fall = 5.4 if p.name == "woman" else 6.6
    return [spline([(s * w * 0.13, y + fall * 0.5), (s * w * 0.36, y + fall * 1.25), (s * w * 0.68, y + fall * 1.05), (s * w * 0.93, y - 1)], 8) for s in (-1, 1)]


def clipped(line: np.ndarray, shape: BaseGeometry) -> np.ndarray:
    """The part of a line that lies on the shape."""
    part = LineString(line).intersection(shape)
    part = max(getattr(part, "geoms", [part]), key=lambda g: g.length)
    return np.asarray(part.coords)


def shade(p: Proportions, body: BaseGeometry, *, behind: bool = False) -> BaseGeometry:
    """The side away from the light: the outline less itself moved toward the light, and under the chin."""
    def away(part: BaseGeometry, dx: float, dy: float) -> BaseGeometry:
        return part.difference(affinity.translate(part, -dx, -dy))

    scale = p.head[0] / 36
    head = skull(p)
    hands, feet = hand_parts(p), foot_parts(p)
    ends = both(unary_union([*hands.values(), *(g for n, g in feet.items() if n.startswith("toe"))]).buffer(0.6))
    level = p.levels["chin"] + 2
    limbs = body.difference(head.buffer(0.5)).intersection(box(-200, level, 200, 500))
    strip = away(limbs, 4.2, 1.0).difference(ends).intersection(box(-200, 0, 200, p.foot[2] + (p.sole - p.foot[2]) * 0.3))
    cheek = away(head, 7 * scale + 1, 0).intersection(box(0, 0, 90, 300))
    chin = affinity.translate(head, 0, 5 * scale + 1.4).intersection(body).difference(head.buffer(-0.2))
    chin = chin.intersection(box(-p.head[0] * 0.8, p.levels["chin"] - p.head[1] * 0.5, p.head[0] * 0.8, 400))
    if behind:
        chin = cheek = Polygon()
    whole = unary_union([smooth(strip, 0.6, 1.0), smooth(cheek, 0, 0.4), smooth(chin, 0, 0.7)]).intersection(body.buffer(-0.65))
    kept = [g for g in getattr(smooth(whole, 0.6, 0.3), "geoms", [whole]) if g.area > 14]
    return unary_union(kept)


def fine_lines(p: Proportions) -> list[np.ndarray]:
    """Collar bones, navel, knees, elbows, fingers and toes: the few lines that make the outline a body."""
    lv = p.levels
    sx = p.neck[-1][0]
    c = lv["notch"]
    chest = float(np.interp(lv["nipple"], [y for y, _ in p.trunk], [w for _, w in p.trunk]))
    lines = []
    for s in (-1, 1):
        lines.append([(s * sx * 0.1, c + 2.2), (s * sx * 0.3, c + 0.4), (s * sx * 0.56, c - 0.6)])
        inner = float(np.interp(p.knee, [r[0] for r in p.leg], [r[1] for r in p.leg]))
        outer = float(np.interp(p.knee, [r[0] for r in p.leg], [r[2] for r in p.leg]))
        mid, half = (inner + outer) / 2, (outer - inner) / 2
        lines.append([(s * (mid - half * 0.42), p.knee + half * 0.34), (s * mid, p.knee + half * 0.55), (s * (mid + half * 0.42), p.knee + half * 0.34)])
        if p.name in ("toddler", "newborn"):
            lines.append([(s * (mid - half * 0.3), p.knee - half * 0.42), (s * mid, p.knee - half * 0.5), (s * (mid + half * 0.3), p.knee - half * 0.42)])
        (ex, ey) = p.elbow
        w = p.arm[4][2]
        lines.append([(s * (ex - w * 0.42), ey + 0.4), (s * (ex - w * 0.02), ey + 0.3), (s * (ex + w * 0.36), ey - 1.5)])
    n = lv["navel"]
    if not p.cloth.startswith("vest") and p.name != "pregnant":
        lines.append([(-1.5, n - 1), (0, n + 0.9), (1.5, n - 1)])
    if p.name == "man":
        for s in (-1, 1):
            lines.append([(s * chest * 0.22, lv["nipple"] + 3.6), (s * chest * 0.55, lv["nipple"] + 3.2), (s * chest * 0.82, lv["nipple"] - 2.5)])
    return [spline(line, 8) for line in lines]


def hand_lines(p: Proportions) -> list[np.ndarray]:
    """The two creases of the palm."""
    f = Frame(p)
    a = spline([f.at(0.33, 0.19), f.at(0.3, 0.08), f.at(0.16, 0.02), f.at(0.05, 0.03)], 8)
    b = spline([f.at(0.45, -0.19), f.at(0.41, -0.05), f.at(0.46, 0.09)], 8)
    out = [a, b]
    return out + [line * np.array([-1, 1]) for line in out]


def nails(p: Proportions) -> list[np.ndarray]:
    """The edges of the toe nails."""
    out = []
    for name, toe in foot_parts(p).items():
        if not name.startswith("toe"):
            continue
        x0, _, x1, y1 = toe.bounds
        x, w = (x0 + x1) / 2, (x1 - x0) / 2
        y = y1 - w * 0.75
        half = np.array([(x - w * 0.48, y + w * 0.2), (x - w * 0.4, y - w * 0.24), (x, y - w * 0.42), (x + w * 0.4, y - w * 0.24), (x + w * 0.48, y + w * 0.2)])
        out += [spline(half * np.array([s, 1]), 6) for s in (-1, 1)]
    return out
