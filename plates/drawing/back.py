"""The back views: the same outline seen from behind, so the person's left is at smaller x.

Organs that are drawn on the front are turned over the midline; the rest (ribs, brain, heels) is drawn as seen from behind.
"""
# Tables of coordinates read best as rows.
# ruff: noqa: E501
# fmt: off

from collections.abc import Sequence

import numpy as np
import organs as o
from anatomy import Head, Trunk, half_width
from body import Frame, both, ear, foot_parts, silhouette, skull
from bones import FEMUR, FEMUR_CORE, FIBULA, FLOATING, RIBS, SACRUM, TIBIA, Bones
from curves import outline, ribbon
from dress import cloth, shade
from face import hair, long_hair
from geometry import XY, blob, mirror, smooth, spline
from plate import Mark, Region, Site, area, lines
from proportions import Proportions
from regions import NAMES, arms, largest, legs, trunk_parts
from shapely.geometry import LineString, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union
from sites import LOOSE, cord_shape, lining, plain, thinner, two, young_marrow
from systems import nerves

SIDES = (("right", 1), ("left", -1))


def base(p: Proportions) -> list[Mark]:
    body = silhouette(p, behind=True)
    garments = cloth(p, body)
    covered = unary_union([g for g, _ in garments])
    out = [area("skin", body, 0.16), area("shade", shade(p, body, behind=True), 0.35), *(area("cloth", g, 0.2) for g, _ in garments)]
    fine = [np.asarray(part.coords) for line in surface(p) for part in _parts(LineString(line).difference(covered)) if part.length > 1.5]
    fine += garments[-1][1]
    locks = long_hair(p) if p.hair == "long" else hair(p, back=True)
    out += [area("hair", locks, 0.18), lines("fine", fine, 0.15)]
    return out


def _parts(shape: BaseGeometry) -> Sequence[BaseGeometry]:
    return getattr(shape, "geoms", [shape])


def surface(p: Proportions) -> list[np.ndarray]:
    """Shoulder blades, the furrow of the spine, backs of elbows and knees, heels, knuckles."""
    lv, t = p.levels, Trunk(p)
    out = [t.line([(0, 84), (0.5, 104), (0, 130), (0, 152)])]
    f = Frame(p)
    rows = {r[0]: r for r in p.leg}
    inner, outer = (float(np.interp(p.knee + 1, list(rows), [r[k] for r in rows.values()])) for k in (1, 2))
    mid, half = (inner + outer) / 2, (outer - inner) / 2
    x0, x1 = (float(np.interp(p.ankle, list(rows), [r[k] for r in rows.values()])) for k in (1, 2))
    heel = foot_parts(p, behind=True)["heel"].bounds
    for s in (-1, 1):
        half_lines = [
            [t.at(8.4, 92), t.at(9.4, 102), t.at(13, 109), t.at(18.6, 106)],
            [(mid - half * 0.5, p.knee + 1), (mid, p.knee + half * 0.14), (mid + half * 0.5, p.knee + 1)],
            [(p.elbow[0] - 3, p.elbow[1] - 2), (p.elbow[0], p.elbow[1] + 0.4), (p.elbow[0] + 3.2, p.elbow[1] - 2.4)],
            [(x0 + (x1 - x0) * 0.3, p.ankle - 8), (x0 + (x1 - x0) * 0.38, p.ankle + 2), (x0 + (x1 - x0) * 0.32, p.ankle + 8)],
            [(x0 + (x1 - x0) * 0.7, p.ankle - 8), (x0 + (x1 - x0) * 0.62, p.ankle + 2), (x0 + (x1 - x0) * 0.68, p.ankle + 8)],
            [(heel[0] + (heel[2] - heel[0]) * 0.2, p.sole - 4.2), (heel[0] + (heel[2] - heel[0]) * 0.5, p.sole - 2.6), (heel[0] + (heel[2] - heel[0]) * 0.8, p.sole - 4.4)],
            [f.at(0.5, 0.18), f.at(0.515, 0.15), f.at(0.5, 0.115)], [f.at(0.53, 0.085), f.at(0.545, 0.05), f.at(0.53, 0.02)],
            [f.at(0.515, -0.02), f.at(0.53, -0.055), f.at(0.51, -0.09)], [f.at(0.465, -0.125), f.at(0.475, -0.155), f.at(0.455, -0.18)],
        ]
        out += [spline([(s * x, y) for x, y in line], 8) for line in half_lines]
    if "vest" not in p.cloth and p.cloth != "nappy":
        out += [spline([(s * half_width(p, lv["navel"]) * 0.22, lv["iliac"] + 3), (s * half_width(p, lv["navel"]) * 0.18, lv["iliac"] + 4.6)], 4) for s in (-1, 1)]
    return out


def regions(p: Proportions) -> list[Region]:
    body = silhouette(p, behind=True)
    head = body.intersection(unary_union([skull(p), both(ear(p))]).buffer(1.2)).difference(box(-300, p.levels["chin"] - p.head[1] * 0.16, 300, 300))
    trunk = trunk_parts(body, p, head)
    t = Trunk(p)
    rows: list[tuple[str, str, BaseGeometry, str]] = [("whole_body", "Whole body", body, ""), ("skin", "Skin", body, ""), ("head", "Head", head, ""),
                                                      ("neck", "Neck", trunk["neck"], "")]
    rows.append(("spine_back", "Spine and back", largest(unary_union([trunk["chest_lung"], trunk["abdomen"]]).buffer(0.01)), ""))
    rows.append(("chest_lung", "Chest and lungs", trunk["chest_lung"], ""))
    urinary = unary_union([o.KIDNEY_LEFT, o.KIDNEY_RIGHT, o.URETER_LEFT, o.URETER_RIGHT])
    rows.append(("kidney_urinary", "Kidneys and urinary tract", mirror(t.shape(urinary)), ""))
    pelvis = trunk["pelvis_hip"]
    rows.append(("pelvis_hip", "Pelvis and hips", pelvis, ""))
    sided = {"pelvis_hip": largest(pelvis.intersection(box(0, 0, 300, 500))), "ear": ear(p), **arms(body, p), **legs(body, p)}
    words = {**NAMES, "pelvis_hip": "side of the pelvis and hip", "ear": "ear"}
    for name, shape in sided.items():
        rows += [(name, f"Right {words[name]}", shape, "right"), (name, f"Left {words[name]}", mirror(shape), "left")]
    return [Region(id=i, title=title, shape=s, side=side, error=0.55 if i in ("whole_body", "skin") else 0.25) for i, title, s, side in rows]


# ---------------------------------------------------------------- sites

LUNG_BACK = blob([(6.4, 70), (12, 71), (19, 80), (26, 95), (29.4, 110), (30, 122), (28.4, 131), (22, 134.4), (12, 132.6), (6, 133.6), (4.4, 124), (4.4, 96), (4.6, 78)])
LUNG_BACK_LINES = [[(4.6, 86), (14, 98), (28, 110)]]
CEREBELLUM_HALF = [(0, -0.02), (0.2, -0.04), (0.46, 0.02), (0.56, 0.14), (0.42, 0.27), (0.16, 0.27), (0, 0.22)]
CEREBELLUM = blob([*CEREBELLUM_HALF, *((-x, y) for x, y in reversed(CEREBELLUM_HALF[1:-1]))])
CEREBRUM_HALF = [(0, -0.9), (0.3, -0.87), (0.62, -0.68), (0.82, -0.36), (0.84, -0.1), (0.7, 0.06), (0.4, 0.08), (0.14, 0.04), (0, 0.0)]
CEREBRUM = blob([*CEREBRUM_HALF, *((-x, y) for x, y in reversed(CEREBRUM_HALF[1:-1]))])


def rib_rows(b: Bones) -> list[list[tuple[float, float, float]]]:
    """The ribs as seen from behind: from the spine out and down to the side."""
    rows = []
    for level, (w, y), *_ in RIBS:
        drop = y + (y - level) * 0.5
        rows.append([(3.6, level + 0.6, 1.2), (w * 0.5, level + (drop - level) * 0.22, 1.3), (w * 0.86, level + (drop - level) * 0.62, 1.2), (w, drop, 1)])
    rows += [[(3.6, a + 0.6, 1.2), (*m, 1.2), (*end, 0.7)] for a, m, end in FLOATING]
    return [[(*b.trunk.at(x, y), r) for x, y, r in row] for row in rows]


def sites(p: Proportions) -> list[Site]:
    return [*skeletal(p), *nervous(p), *paired(p)]


def _site(ident: str, title: str, region: str, at: XY, marks: Sequence[Mark], side: str = "") -> Site:
    twice = ident in ("bone-marrow", "bone", "blood-vessels", "nervous-system", "lymph-node") and at[0] != 0
    return Site(id=ident, title=title, region=region, anchor=at, marks=tuple(marks), side=side, twice=twice)


def skeletal(p: Proportions) -> list[Site]:
    b = Bones(p)
    t = b.trunk
    ribs, femur = rib_rows(b), b.leg(FEMUR)
    sacrum = t.shape(SACRUM)
    long = (b.humerus, b.leg_rows(TIBIA), b.radius, b.ulna)
    back_of_skull = smooth(skull(p).buffer(-p.head[0] * 0.06).difference(box(-200, p.levels["chin"] - p.head[1] * 0.42, 200, 400)), 0, 3)
    limbs = two([outline(femur, 0.5, 95), *(ribbon(r, 0.6) for r in long), ribbon(b.leg_rows(FIBULA), LOOSE)])
    quiet = [plain("bone", two([ribbon(r, LOOSE) for r in ribs])), plain("bone", b.vertebrae() + outline(b.pelvis, 0.6, 95) + outline(back_of_skull, 0.4, 95)),
             plain("bone", outline(sacrum, 0.5, 95)), plain("bone", two([b.scapula()])), plain("bone", limbs), plain("bone", two([b.hand(), b.foot()]))]
    core = [plain("marrow", two([ribbon(r, LOOSE) for r in ribs])), plain("bone", b.column() + outline(b.pelvis, 0.6, 95) + ribbon(b.vault(), 0.5)),
            plain("bone", outline(sacrum, 0.5, 95)), plain("bone", two([b.scapula()])), plain("bone", limbs),
            plain("marrow", b.vertebrae(0.4, 5) + outline(smooth(b.pelvis.buffer(-1.2), 0.3, 0.4), 0.8, 95)), plain("marrow", outline(sacrum.buffer(-1), 0.6, 120)),
            plain("marrow", ribbon(thinner(b.vault(), 0.9), 0.6))]
    if young_marrow(p):
        thin = [[rows[0], rows[len(rows) // 2], rows[-1]] for rows in (b.radius, b.ulna, b.leg_rows(FIBULA))]
        core.append(plain("marrow", two([*(ribbon(thinner(r, 1.0), 0.9) for r in (b.humerus, b.leg_rows(TIBIA), b.leg_rows(FEMUR_CORE))), *(ribbon(thinner(r, 0.8), LOOSE) for r in thin)])))
    else:
        upper = b.rows(b.upper_arm, [(-0.02, -0.8, 3.6), (0.05, -0.2, 4), (0.16, 0.2, 2.2), (0.34, 0.2, 1)])
        core.append(plain("marrow", two([ribbon(upper, 0.4), ribbon(b.leg_rows(FEMUR_CORE[:6]), 0.4)])))
    column = [plain("bone", b.vertebrae()), area("bone", sacrum)]
    return [_site("spinal-column", "Spine", "spine_back", t.at(0, 146), column), _site("bone-marrow", "Bone marrow", "blood_marrow_immune", t.at(0, 148), core),
            _site("bone", "Bones and joints", "muscle_joint_bone_general", t.at(22, 166), quiet)]


def nervous(p: Proportions) -> list[Site]:
    b, head = Bones(p), Head(p)
    t = b.trunk
    cord = mirror(cord_shape(p))
    cerebrum, cerebellum = head.shape(CEREBRUM), head.shape(CEREBELLUM)
    brain = unary_union([cerebrum, cerebellum])
    fine = lines("fine", [head.points(spline(line, 6)) for line in o.BRAIN_LINES[:7]] + [head.points(spline([(-0.36, y), (0, y + 0.03), (0.36, y)], 6)) for y in (0.1, 0.18)], 0.12)
    spot = tuple(head.points(np.array([[0.42, -0.34]]))[0])
    marks = (area("organ", cerebellum), area("organ", cerebrum), fine)
    nerve = b.leg_points(np.array([[21, 262]]))[0]
    rim = (0.0, brain.bounds[1])
    return [
        _site("brain", "Brain", "brain", spot, marks), _site("central-nervous-system", "Brain and spinal cord", "brain", spot, (area("organ", cord), *marks)),
        _site("meninges", "Lining of the brain and spinal cord", "brain", rim, (area("organ", lining(brain, cord), 0.2),)),
        _site("nervous-system", "Brain, spinal cord and nerves", "nerves", tuple(nerve), (plain("nerve", nerves(b)), area("organ", brain, 0.2))),
        _site("spinal-cord", "Spinal cord", "nerves", t.at(0, 110), (area("nerve", cord),)),
    ]


def paired(p: Proportions) -> list[Site]:
    t = Trunk(p)
    out = []
    kidneys = {"left": mirror(o.KIDNEY_LEFT), "right": mirror(o.KIDNEY_RIGHT)}
    adrenals = {"left": mirror(o.ADRENAL_LEFT), "right": mirror(o.ADRENAL_RIGHT)}
    for side, sign in SIDES:
        lung = LUNG_BACK if sign > 0 else mirror(LUNG_BACK)
        fine = lines("fine", [t.line([(sign * x, y) for x, y in line]) for line in LUNG_BACK_LINES], 0.12)
        out.append(_site("lung", f"{side.title()} lung", "chest_lung", t.at(sign * 16, 104), (area("lung", t.shape(lung)), fine), side))
        for name, shapes, region in (("kidney", kidneys, "kidney_urinary"), ("adrenal-gland", adrenals, "endocrine")):
            shape = t.shape(shapes[side])
            at = (shape.representative_point().x, shape.representative_point().y)
            title = f"{side.title()} {name.replace('-', ' ')}"
            out.append(_site(name, title, region, at, (area("organ", shape),), side))
    return out
