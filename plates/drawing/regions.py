"""The coarse regions of a front figure, cut from its outline at anatomical levels, so that borders fit."""
# Tables of coordinates read best as rows.
# ruff: noqa: E501
# fmt: off

import numpy as np
import organs as o
from anatomy import Trunk, half_width
from body import both, ear, hand_parts, skull
from face import eye_centre, mouth_y, nose_y
from geometry import XY, blob, ellipse, limb, mirror, smooth, spline
from plate import Region
from pregnancy import WOMB
from proportions import Proportions
from shapely.geometry import LineString, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

FAR = 300.0


def largest(shape: BaseGeometry) -> BaseGeometry:
    return max(getattr(shape, "geoms", [shape]), key=lambda g: g.area)


def axilla(body: BaseGeometry, p: Proportions) -> XY:
    """The top of the gap between trunk and left arm."""
    y = p.levels["notch"] + 4
    while y < p.levels["navel"]:
        parts = getattr(body.intersection(LineString([(0, y), (FAR, y)])), "geoms", None)
        if parts is not None and len(parts) > 1:
            ends = sorted(part.bounds for part in parts)
            return (ends[0][2] + ends[1][0]) / 2, y
        y += 0.25
    raise ValueError(f"{p.name}: arm and trunk have no gap between them")


def arm_area(body: BaseGeometry, p: Proportions) -> BaseGeometry:
    """Arm and hand of the left side: right of a line from the shoulder's top to the armpit and down the gap."""
    ax, ay = axilla(body, p)
    sx = p.neck[-1][0] * 0.86
    line = spline([(sx - 2, p.levels["notch"] - 30), (sx, p.neck[-2][1]), (ax - 1.6, ay - (ay - p.neck[-2][1]) * 0.35), (ax, ay - 1)], 8)
    gap = [(ax, ay)]
    y = ay + 4
    low = max(g.bounds[3] for g in hand_parts(p).values()) + 2
    while y < low:
        parts = getattr(body.intersection(LineString([(0.4 if y > p.levels["crotch"] else 0, y), (FAR, y)])), "geoms", None)
        if parts is not None and len(parts) > 1:
            ends = sorted(part.bounds for part in parts)
            trunk_edge = [e for e in ends if e[0] < 20][-1][2]
            after = [e[0] for e in ends if e[0] > trunk_edge]
            if after:
                gap.append(((trunk_edge + after[0]) / 2, y))
        y += 4
    gap.append((gap[-1][0], low))
    ring = [*map(tuple, line), *gap, (FAR, low), (FAR, 0)]
    return body.intersection(Polygon(ring).buffer(0))


def cross(shape: BaseGeometry, at: XY, toward: XY, bend: float = 0) -> tuple[BaseGeometry, BaseGeometry]:
    """A limb cut square to its direction, in the part before and the part after; the cut bulges forward by `bend`."""
    u = np.asarray(toward, float)
    u /= np.hypot(*u)
    side = np.array([-u[1], u[0]])
    a = np.asarray(at, float)
    line = spline([a - side * FAR, a - side * 14, a + u * bend, a + side * 14, a + side * FAR], 8)
    after = Polygon([*map(tuple, line), *map(tuple, (a + side * FAR + u * FAR, a - side * FAR + u * FAR))]).buffer(0)
    return shape.difference(after), shape.intersection(after)


def arms(body: BaseGeometry, p: Proportions) -> dict[str, BaseGeometry]:
    whole = arm_area(body, p)
    e, w = np.asarray(p.elbow), np.asarray(p.wrist)
    s = np.asarray(p.arm[2][:2])
    upper, rest = cross(whole, tuple(e - (e - s) * 0.06), tuple(e - s + (w - e)), 1.2)
    middle, hand = cross(rest, tuple(w - (w - e) / np.hypot(*(w - e)) * p.hand[0] * 0.25), tuple(w - e), 0.8)
    return {"shoulder_arm": upper, "elbow_forearm": middle, "wrist_hand": hand}


def legs(body: BaseGeometry, p: Proportions) -> dict[str, BaseGeometry]:
    half = body.intersection(box(0, groin(p).bounds[1] - 1, FAR, p.sole + 5)).difference(arm_area(body, p))
    half = half.difference(pelvis_above(p))
    kneecap = p.knee - 0.055 * (p.ankle - p.levels["crotch"])
    thigh, rest = cross(half, (mid_leg(p, kneecap), kneecap), (0, 1), -1.5)
    shin, foot = cross(rest, (mid_leg(p, p.ankle), p.ankle - 5), (0, 1), 0.8)
    return {"thigh": largest(thigh), "knee_leg": largest(shin), "ankle_foot": largest(foot)}


def mid_leg(p: Proportions, y: float) -> float:
    rows = p.leg
    return float(np.interp(y, [r[0] for r in rows], [(r[1] + r[2]) / 2 for r in rows]))


def groin(p: Proportions) -> LineString:
    """The border of pelvis and thigh on the left: from the crotch up to the side of the hip."""
    c, n = p.levels["crotch"], p.levels["pubis"]
    out = half_width(p, n)
    return LineString(spline([(0, c + 1.5), (out * 0.25, c - (c - n) * 0.35), (out * 0.65, c - (c - n) * 0.75), (out + 12, n + (c - n) * 0.02)], 8))


def pelvis_above(p: Proportions) -> BaseGeometry:
    line = list(groin(p).coords)
    half = Polygon([*line, (line[-1][0], 0), (0, 0)])
    return unary_union([half, mirror(half)]).buffer(0.01)


def waist(p: Proportions) -> list[XY]:
    """The border of belly and pelvis, from the left side to the right."""
    lv = p.levels
    out = half_width(p, lv["iliac"]) + 9
    dip = lv["iliac"] + (lv["pubis"] - lv["iliac"]) * 0.5
    half = [(out, lv["iliac"] - 2), (out * 0.68, lv["iliac"] + 2), (out * 0.34, dip - 4), (0, dip)]
    line = spline([*half, *((-x, y) for x, y in reversed(half[:-1]))], 8)
    return [tuple(q) for q in line]


def costal(p: Proportions) -> list[XY]:
    """The border of chest and belly: the arch of the ribs, from the left side to the right."""
    t = Trunk(p)
    half = [t.at(46, 141), t.at(30, 139), t.at(20, 134), t.at(9, 121), t.at(0, 115.5)]
    half[0] = (half_width(p, half[0][1]) + 12, half[0][1])
    return [tuple(q) for q in spline([*half, *((-x, y) for x, y in reversed(half[:-1]))], 8)]


def trunk_parts(body: BaseGeometry, p: Proportions, head: BaseGeometry) -> dict[str, BaseGeometry]:
    arm = arm_area(body, p)
    rest = body.difference(unary_union([head, arm, mirror(arm)]))
    pelvis_side = rest.intersection(pelvis_above(p))
    n = p.levels["notch"]
    x, y = p.neck[3]
    collar = spline([(-x - 8, y - 2), (-x + 1, y + 1), (-5, n + 1.5), (0, n + 2.5), (5, n + 1.5), (x - 1, y + 1), (x + 8, y - 2)], 8)
    above_collar = Polygon([*map(tuple, collar), (x + 8, 0), (-x - 8, 0)])
    neck = pelvis_side.intersection(above_collar)
    below = pelvis_side.difference(above_collar)
    ribs = Polygon([*costal(p), (-FAR, 0), (FAR, 0)]).buffer(0)
    hips = Polygon([*waist(p), (-FAR, 0), (FAR, 0)]).buffer(0)
    return {"neck": largest(neck), "chest_lung": largest(below.intersection(ribs)), "abdomen": largest(below.difference(ribs).intersection(hips)),
            "pelvis_hip": largest(below.difference(hips))}


def face_parts(p: Proportions) -> list[tuple[str, str, BaseGeometry, str]]:
    rx, ry = p.head
    x, y = eye_centre(p)
    w, h = rx * 0.24, ry * 0.12
    eye = blob([(x - w, y + h * 0.1), (x - w * 0.5, y - h * 0.75), (x + w * 0.1, y - h), (x + w * 0.7, y - h * 0.55), (x + w, y), (x + w * 0.5, y + h * 0.7),
                (x - w * 0.4, y + h * 0.75)])
    nose, mouth = nose_y(p), mouth_y(p)
    t = Trunk(p)
    outer = blob([(0, y - ry * 0.08), (rx * 0.07, y + ry * 0.05), (rx * 0.15, nose - ry * 0.04), (rx * 0.13, nose + ry * 0.06), (0, nose + ry * 0.09),
                  (-rx * 0.13, nose + ry * 0.06), (-rx * 0.15, nose - ry * 0.04), (-rx * 0.07, y + ry * 0.05)])
    throat = limb([(*t.at(0, 55.4 if rx < 30 else 57), rx * 0.1 + 0.8), (*t.at(0, 66), rx * 0.08 + 1)])
    lips = blob([(-rx * 0.34, mouth), (-rx * 0.2, mouth - ry * 0.09), (0, mouth - ry * 0.075), (rx * 0.2, mouth - ry * 0.09), (rx * 0.34, mouth),
                 (rx * 0.18, mouth + ry * 0.11), (0, mouth + ry * 0.13), (-rx * 0.18, mouth + ry * 0.11)])
    lug = ear(p)
    return [("eye", "Right eye", mirror(eye), "right"), ("eye", "Left eye", eye, "left"), ("ear", "Right ear", mirror(lug), "right"),
            ("ear", "Left ear", lug, "left"), ("nose_throat", "Nose and throat", unary_union([outer, throat]), ""),
            ("mouth_teeth", "Mouth and teeth", lips, "")]


def inner_parts(p: Proportions) -> list[tuple[str, str, BaseGeometry, str]]:
    """Regions that are organs: their own outlines, or the outline of their group."""
    t = Trunk(p)
    bowels = smooth(unary_union([o.STOMACH, o.COLON, o.JEJUNUM, o.DUODENUM]), 2.2, 0.6)
    biliary = smooth(unary_union([o.LIVER, o.GALLBLADDER, o.PANCREAS]), 0.6)
    urinary = unary_union([o.KIDNEY_LEFT, o.KIDNEY_RIGHT, o.URETER_LEFT, o.URETER_RIGHT, o.BLADDER])
    out = [("stomach_intestine", "Stomach and intestines", Polygon(largest(t.shape(bowels)).exterior), ""),
           ("liver_biliary_pancreas", "Liver, bile ducts and pancreas", t.shape(biliary), ""),
           ("kidney_urinary", "Kidneys and urinary tract", t.shape(urinary), "")]
    n, c = p.levels["pubis"], p.levels["crotch"]
    w = half_width(p, n)
    front = blob([(-w * 0.3, n - 2), (0, n - 4), (w * 0.3, n - 2), (w * 0.2, c - 6), (0, c + 1), (-w * 0.2, c - 6)])
    if p.name not in ("woman", "pregnant"):
        out.append(("genital_male", "Male genital organs", front, ""))
    if p.name == "pregnant":
        out = [row for row in out if row[0] != "stomach_intestine"]
        out.append(("genital_female", "Female genital organs", WOMB, ""))
    elif p.name != "man":
        womb = smooth(unary_union([o.UTERUS, o.TUBE_LEFT, o.OVARY_LEFT, mirror(o.TUBE_LEFT), mirror(o.OVARY_LEFT)]), 0.8)
        canal = limb([(0, 196, 2.4), (0, 206, 2), (0, 210, 1.6)])
        grown = p.name in ("woman", "pregnant", "adult", "older")
        out.append(("genital_female", "Female genital organs", t.shape(unary_union([womb, canal])) if grown else front, ""))
    return out


def breasts(p: Proportions) -> list[tuple[str, str, BaseGeometry, str]]:
    w, y = half_width(p, p.levels["nipple"]), p.levels["nipple"]
    grown = 1.18 if p.name in ("woman", "pregnant") else 1
    left = ellipse(w * 0.51, y + w * 0.02, w * 0.34 * grown, w * 0.31 * grown)
    return [("breast", "Right breast", mirror(left), "right"), ("breast", "Left breast", left, "left")]


NAMES = {"shoulder_arm": "shoulder and upper arm", "elbow_forearm": "elbow and forearm", "wrist_hand": "wrist and hand", "thigh": "thigh",
         "knee_leg": "knee and lower leg", "ankle_foot": "ankle and foot"}


def regions(p: Proportions, body: BaseGeometry) -> list[Region]:
    head = body.intersection(unary_union([skull(p), both(ear(p))]).buffer(1.2)).difference(box(-FAR, p.levels["chin"] + 1.2, FAR, FAR))
    trunk = trunk_parts(body, p, head)
    rows: list[tuple[str, str, BaseGeometry, str]] = [("whole_body", "Whole body", body, ""), ("skin", "Skin", body, ""), ("head", "Head", head, "")]
    rows += [("neck", "Neck", trunk["neck"], ""), ("chest_lung", "Chest and lungs", trunk["chest_lung"], ""), ("abdomen", "Belly", trunk["abdomen"], "")]
    rows += [*face_parts(p), *inner_parts(p), *breasts(p)]
    pelvis = trunk["pelvis_hip"]
    rows += [("pelvis_hip", "Pelvis and hips", pelvis, ""), ("pelvis_hip", "Right side of the pelvis, right hip", largest(pelvis.intersection(box(-FAR, 0, 0, FAR))), "right"),
             ("pelvis_hip", "Left side of the pelvis, left hip", largest(pelvis.intersection(box(0, 0, FAR, FAR))), "left")]
    for name, shape in {**arms(body, p), **legs(body, p)}.items():
        words = NAMES[name]
        rows += [(name, f"Right {words}", mirror(shape), "right"), (name, f"Left {words}", shape, "left")]
    coarse = {"whole_body": 0.55, "skin": 0.55}
    return [Region(id=i, title=t, shape=s, side=side, error=coarse.get(i, 0.25)) for i, t, s, side in rows]
