"""The sites of a front plate: each organ or system at its place in one figure, as marks with ids, titles and anchors."""

from collections.abc import Sequence

import numpy as np
import organs as o
from anatomy import Head, Trunk
from bones import ACROMION, FEMUR, FIBULA, FLOATING, PATELLA, RIBS, SACRUM, STERNUM, TIBIA, Bones, cartilages, rib, rib_behind
from curves import stroke
from geometry import XY, ellipse, limb, mirror, smooth, spline
from plate import Mark, Site, area, inside, lines
from proportions import Proportions
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union
from systems import arteries, nerves, veins

SIDES = (("left", 1), ("right", -1))


def sites(p: Proportions) -> list[Site]:
    return [*trunk_organs(p), *paired_organs(p), *head_sites(p), *lymph(p), *systems(p), *skeletal(p), *sex_organs(p)]


class Draw:
    """Marks of organs in one figure."""

    def __init__(self, p: Proportions) -> None:
        self.p, self.trunk, self.head = p, Trunk(p), Head(p)

    def organ(self, shape: BaseGeometry, fine: Sequence[Sequence[XY]] = (), css: str = "organ", error: float = 0.13) -> tuple[Mark, ...]:
        out = [area(css, self.trunk.shape(shape), error)]
        if fine:
            out.append(lines("fine", [self.trunk.line(line) for line in fine], 0.12))
        return tuple(out)

    def shaded(self, shape: BaseGeometry, fine: Sequence[Sequence[XY]] = ()) -> tuple[Mark, ...]:
        """An organ with the one soft shade on the side away from the light."""
        from shapely import affinity

        moved = self.trunk.shape(shape)
        width = min(2.6, (moved.bounds[2] - moved.bounds[0]) * 0.12)
        dark = smooth(moved.buffer(-0.3).difference(affinity.translate(moved, -width, -width * 0.8)), 0, 0.5)
        first, *rest = self.organ(shape, fine)
        return (first, area("organ-shade", dark, 0.25), *rest)


def _site(ident: str, title: str, region: str, at: XY, marks: Sequence[Mark], side: str = "") -> Site:
    return Site(id=ident, title=title, region=region, anchor=at, marks=tuple(marks), side=side)


def trunk_organs(p: Proportions) -> list[Site]:
    d = Draw(p)
    at = d.trunk.at
    heart = (*d.organ(unary_union([o.CAVA]), css="vessel-vein"), *d.organ(smooth(unary_union([o.ARCH]), 0.3), css="vessel-artery"),
             *d.organ(o.PULMONARY, css="organ"), *d.shaded(o.HEART, o.HEART_LINES))
    colon = d.trunk.shape(o.COLON)
    return [
        _site("trachea-bronchi", "Windpipe and its branches", "chest_lung", at(0, 76), d.organ(o.TRACHEA, o.TRACHEA_LINES)),
        _site("esophagus", "Esophagus (food pipe)", "stomach_intestine", at(1.4, 100), d.organ(o.ESOPHAGUS)),
        _site("thymus", "Thymus", "chest_lung", at(3.6, 86), d.organ(o.THYMUS)),
        _site("heart", "Heart", "heart", at(6, 106), heart),
        _site("large-intestine", "Large intestine (colon)", "stomach_intestine", at(-23.6, 160), (area("bowel", colon, 0.2),)),
        _site("small-intestine", "Small intestine", "stomach_intestine", at(2, 165), (area("bowel", d.trunk.shape(o.DUODENUM)), area("bowel", d.trunk.shape(o.JEJUNUM), 0.16))),
        _site("intestine", "Intestine (bowel)", "stomach_intestine", at(2, 165), (area("bowel", colon, 0.25), area("bowel", d.trunk.shape(o.JEJUNUM), 0.2))),
        _site("stomach", "Stomach", "stomach_intestine", at(15, 126), d.shaded(o.STOMACH, o.STOMACH_LINES)),
        _site("pancreas", "Pancreas", "liver_biliary_pancreas", at(6, 138), d.organ(o.PANCREAS, o.PANCREAS_LINES)),
        _site("liver", "Liver", "liver_biliary_pancreas", at(-18, 127), d.shaded(o.LIVER, o.LIVER_LINES)),
        _site("liver-enlarged", "Enlarged liver", "liver_biliary_pancreas", at(-18, 136), d.shaded(o.LIVER_LARGE, o.LIVER_LARGE_LINES)),
        _site("gallbladder", "Gallbladder", "liver_biliary_pancreas", at(-11.8, 139), d.organ(o.GALLBLADDER)),
        _site("spleen", "Spleen", "blood_marrow_immune", at(25.6, 128), d.shaded(o.SPLEEN)),
        _site("spleen-enlarged", "Enlarged spleen", "blood_marrow_immune", at(22.4, 142), d.shaded(o.SPLEEN_LARGE)),
        _site("bladder", "Urinary bladder", "kidney_urinary", at(0, 197), d.organ(o.BLADDER)),
        _site("thyroid", "Thyroid gland", "endocrine", at(3.6, 64), d.organ(o.THYROID)),
    ]


def paired_organs(p: Proportions) -> list[Site]:
    d = Draw(p)
    at = d.trunk.at
    lung = {"left": (o.LUNG_LEFT, o.LUNG_LEFT_LINES, (19, 94)), "right": (o.LUNG_RIGHT, o.LUNG_RIGHT_LINES, (-18, 94))}
    kidney = {"left": (o.KIDNEY_LEFT, (18, 134)), "right": (o.KIDNEY_RIGHT, (-18, 137))}
    ureter = {"left": (o.URETER_LEFT, (8.6, 166)), "right": (o.URETER_RIGHT, (-8.6, 166))}
    adrenal = {"left": (o.ADRENAL_LEFT, (13.8, 122.4)), "right": (o.ADRENAL_RIGHT, (-13.4, 125.4))}
    out = []
    for side, sign in SIDES:
        shape, fine, spot = lung[side]
        out.append(_site("lung", f"{side.title()} lung", "chest_lung", at(*spot), d.organ(shape, fine, css="lung"), side))
        out.append(_site("kidney", f"{side.title()} kidney", "kidney_urinary", at(*kidney[side][1]),
                         (*d.shaded(kidney[side][0]), *d.organ(kidney[side][0], o.KIDNEY_LINES[sign])[1:]), side))
        out.append(_site("ureter", f"{side.title()} ureter", "kidney_urinary", at(*ureter[side][1]), d.organ(ureter[side][0]), side))
        out.append(_site("adrenal-gland", f"{side.title()} adrenal gland", "endocrine", at(*adrenal[side][1]), d.organ(adrenal[side][0]), side))
    return out


def head_sites(p: Proportions) -> list[Site]:
    d = Draw(p)
    brain = d.head.shape(o.BRAIN)
    b = Bones(p)
    cord = limb([(*d.trunk.at(0, y), r) for y, r in ((50, 2.0), (60, 1.6), (100, 1.4), (136, 1.2), (139, 0.5))], 8)
    fine = lines("fine", [d.head.points(spline(line, 6)) for line in o.BRAIN_LINES], 0.12)
    spot = d.head.points(np.array([[0.42, -0.34]]))[0]
    column = [Mark(css="bone", d=b.vertebrae()), area("bone", d.trunk.shape(SACRUM))]
    return [
        _site("brain", "Brain", "brain", tuple(spot), (area("organ", brain), fine)),
        _site("central-nervous-system", "Brain and spinal cord", "brain", tuple(spot), (area("organ", cord), area("organ", brain), fine)),
        _site("spinal-column", "Spine", "spine_back", d.trunk.at(0, 146), column),
        _site("spinal-cord", "Spinal cord", "nerves", d.trunk.at(0, 110), (area("nerve", cord),)),
    ]


def lymph(p: Proportions) -> list[Site]:
    t, head = Trunk(p), Head(p)
    size = (p.head[0] / 18.6) ** 0.35

    def beans(points: Sequence[tuple[float, float, float]]) -> list[BaseGeometry]:
        return o.nodes([(*t.at(x, y), r * size) for x, y, r in points])

    def one(ident: str, title: str, many: list[BaseGeometry], side: str = "") -> Site:
        best = max(many, key=lambda g: g.area)
        return _site(ident, title, "blood_marrow_immune", (best.centroid.x, best.centroid.y), (area("lymph", many, 0.2),), side)

    face = [tuple(head.points(np.array([[x, y]]))[0]) for x, y in ((0.8, 0.36), (0.84, 0.5), (0.66, 0.66), (0.5, 0.78))]
    sided = {
        ("lymph-node-of-head", "Lymph nodes of the head and face"): o.nodes([(x, y, 1.6 * size) for x, y in face]),
        ("cervical-lymph-node", "Lymph nodes of the neck"): beans([n for n in o.NECK_NODES if n[0] > 0][1:]),
        ("axillary-lymph-node", "Lymph nodes of the armpit"): _armpit(p, size),
        ("inguinal-lymph-node", "Lymph nodes of the groin"): beans(o.GROIN_NODES),
    }
    out, every = [], []
    for (ident, title), many in sided.items():
        for side, sign in SIDES:
            here = many if sign > 0 else [mirror(g) for g in many]
            every += here
            out.append(one(ident, f"{title}, {side}", here, side))
    for ident, title, points in (("thoracic-lymph-node", "Lymph nodes of the chest", o.CHEST_NODES),
                                 ("abdominal-lymph-node", "Lymph nodes of the belly", o.ABDOMEN_NODES),
                                 ("pelvic-lymph-node", "Lymph nodes of the pelvis", o.PELVIS_NODES)):
        many = beans(points)
        every += many
        out.append(one(ident, title, many))
    neck = [g for g in every if g.centroid.y < p.levels["notch"]]
    spot = max(neck, key=lambda g: g.centroid.x)
    out.append(_site("lymph-node", "Lymph nodes", "blood_marrow_immune", (spot.centroid.x, spot.centroid.y), (area("lymph", every, 0.25),)))
    return out


def _armpit(p: Proportions, size: float) -> list[BaseGeometry]:
    b = Bones(p)
    joint = b.upper_arm.start
    shape = b.at_shoulder(unary_union([ellipse(x, y, 0.4, 0.4) for x, y, _ in o.AXILLA_NODES]))
    assert len(joint)
    return o.nodes([(g.centroid.x, g.centroid.y, 1.7 * size) for g in shape.geoms])


def systems(p: Proportions) -> list[Site]:
    d, b = Draw(p), Bones(p)
    red, blue = arteries(b), veins(b)
    heart = area("organ", d.trunk.shape(o.HEART), 0.2)
    brain = area("organ", d.head.shape(o.BRAIN), 0.2)
    glands = unary_union([o.THYROID, o.ADRENAL_LEFT, o.ADRENAL_RIGHT, o.PANCREAS])
    pituitary = ellipse(*d.head.points(np.array([[0, 0.02]]))[0], p.head[0] * 0.07, p.head[1] * 0.06)
    knee = b.leg_points(np.array([[18.6, 262]]))[0]
    nerve = b.leg_points(np.array([[21, 262]]))[0]
    return [
        _site("blood-vessels", "Blood vessels", "blood_vessels", tuple(knee), (area("vessel-vein", blue, 0.2), area("vessel-artery", red, 0.2), heart)),
        _site("nervous-system", "Brain, spinal cord and nerves", "nerves", tuple(nerve), (area("nerve", nerves(b), 0.2), brain)),
        _site("endocrine-glands", "Glands that make hormones", "endocrine", d.trunk.at(3.6, 64), (area("organ", d.trunk.shape(glands)), area("organ", pituitary))),
    ]


def skeletal(p: Proportions) -> list[Site]:
    """The bones with marrow, and the whole quiet skeleton."""
    b = Bones(p)
    knee = b.leg_points(np.array([[23.6, 242]]))[0]
    return [
        _site("bone-marrow", "Bone marrow", "blood_marrow_immune", tuple(knee) if young_marrow(p) else b.trunk.at(24, 166), marrow_marks(p, b)),
        _site("skeleton", "Bones and joints", "muscle_joint_bone_general", tuple(knee), skeleton_marks(b)),
    ]


def young_marrow(p: Proportions) -> bool:
    """Red marrow fills the long bones of small children; in adults only the ends nearest the trunk."""
    return p.name in ("newborn", "toddler", "child")


def _pairs(shape: BaseGeometry) -> list[BaseGeometry]:
    return [shape, mirror(shape)]


def marrow_marks(p: Proportions, b: Bones) -> list[Mark]:
    t = b.trunk
    ribs = [g for k in range(len(RIBS)) for g in _pairs(t.shape(rib(k)))]
    femur = b.leg(FEMUR)
    long = [b.humerus, femur]
    if young_marrow(p):
        long += [b.radius, b.ulna, b.leg(TIBIA), b.leg(FIBULA)]
    plates = [b.pelvis, t.shape(STERNUM), t.shape(SACRUM), b.vault()]
    girdle = [b.scapula, b.clavicle]
    def core(shape: BaseGeometry, by: float) -> BaseGeometry:
        return smooth(shape.buffer(-by), 0.2, 0.3)

    near = [core(s, 1.0) for s in long]
    if not young_marrow(p):
        f, u = femur.bounds, b.humerus.bounds
        near = [core(b.humerus, 1.0).intersection(box(-200, 0, 200, u[1] + (u[3] - u[1]) * 0.36)),
                core(femur, 1.0).intersection(box(-200, 0, 200, f[1] + (f[3] - f[1]) * 0.38))]
        near = [smooth(s, 0, 0.7) for s in near]
    bones = [area("bone", [g for s in girdle for g in _pairs(s)], 0.22), area("bone", ribs, 0.22),
             area("bone", [*plates, *(g for s in long for g in _pairs(s))], 0.18), Mark(css="bone", d=b.vertebrae())]
    cores = [area("marrow", [core(s, 0.45) for s in ribs], 0.3),
             area("marrow", [*(core(s, 0.9) for s in plates), *(g for s in near for g in _pairs(s)), *(g for s in girdle[:1] for g in _pairs(core(s, 1.2)))], 0.25),
             Mark(css="marrow", d=b.vertebrae(0.6))]
    return [*bones, *cores]


def skeleton_marks(b: Bones) -> list[Mark]:
    t = b.trunk
    ribs = [g for k in range(len(RIBS)) for g in _pairs(t.shape(rib(k)))]
    behind = [t.line(rib_behind(k)) for k in range(len(RIBS))] + [t.line([(3.6, a), m, e]) for a, m, e in FLOATING]
    behind += [line * np.array([-1, 1]) for line in behind]
    girdle = [g for s in (b.scapula, b.clavicle) for g in _pairs(s)]
    limbs = [g for s in (b.humerus, b.ulna, b.radius, b.leg(FIBULA), b.leg(TIBIA), b.leg(FEMUR), b.leg(PATELLA)) for g in _pairs(s)]
    hand, foot = b.hand(), b.foot()
    small = hand + _mirror_path(hand) + foot + _mirror_path(foot)
    return [
        Mark(css="fine", d="".join(stroke(line, 0.25) for line in behind)),
        Mark(css="bone", d=b.vertebrae()),
        area("bone", girdle, 0.3), area("bone", [*_pairs(t.shape(cartilages())), *ribs, t.shape(STERNUM)], 0.3),
        area("bone", [b.pelvis, t.shape(SACRUM), b.skull(), *limbs], 0.22), Mark(css="bone", d=small), lines("fine", b.jaw_lines(), 0.2),
    ]


def _mirror_path(d: str) -> str:
    """Path data of M, c and z alone, on the other side of the midline."""
    import re

    from geometry import _joined

    out = []
    for letter, rest in re.findall(r"([Mcz])([^Mcz]*)", d):
        numbers = [float(v) for v in re.findall(r"-?\d*\.?\d+", rest)]
        out.append(letter + _joined([-v if k % 2 == 0 else v for k, v in enumerate(numbers)]))
    return "".join(out)


def sex_organs(p: Proportions) -> list[Site]:
    d = Draw(p)
    at = d.trunk.at
    out: list[Site] = []
    if p.name in ("woman", "pregnant"):
        out.append(_site("uterus", "Womb (uterus)", "genital_female", at(0, 184), d.organ(o.UTERUS)))
        for side, _ in SIDES:
            tube, ovary = (o.TUBE_LEFT, o.OVARY_LEFT) if side == "left" else (mirror(o.TUBE_LEFT), mirror(o.OVARY_LEFT))
            x = 12.2 if side == "left" else -12.2
            out.append(_site("ovary", f"{side.title()} ovary", "genital_female", at(x, 185.2), (*d.organ(tube), *d.organ(ovary)), side))
    if p.name == "man":
        out.append(_site("prostate", "Prostate", "genital_male", at(0, 208), d.organ(o.PROSTATE)))
        out.append(_site("testis", "Testes", "genital_male", at(3.6, 220), d.organ(o.TESTES)))
    return out


def inner_point(shape: BaseGeometry) -> XY:
    return inside(shape)
