"""The sites of a front plate: each organ or system at its place in one figure, as marks with ids, titles and anchors."""
# Tables of coordinates read best as rows.
# ruff: noqa: E501
# fmt: off

from collections.abc import Sequence

import numpy as np
import organs as o
import pregnancy
from anatomy import Head, Trunk
from bones import FEMUR, FEMUR_CORE, FIBULA, FLOATING, PATELLA, RIBS, SACRUM, STERNUM, TIBIA, Bones, cartilages, rib
from curves import mirrored, outline, ribbon, stroke
from face import mouth_y, nose_y
from geometry import XY, blob, ellipse, limb, mirror, smooth, spline
from plate import Mark, Site, area, lines
from proportions import Proportions
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union
from systems import arteries, nerves, veins

LOOSE = 99.0  # one curve a side
SIDES = (("left", 1), ("right", -1))


def sites(p: Proportions) -> list[Site]:
    """The system of a region comes before its parts, as it stands for the whole region."""
    if p.name == "pregnant":
        displaced = {"small-intestine", "intestine", "large-intestine", "uterus", "ovary", "pelvic-lymph-node"}
        rest = [*skeletal(p), *systems(p), *trunk_organs(p), *paired_organs(p), *head_sites(p), *lymph(p)]
        return [*pregnancy.sites(), *(s for s in rest if s.id not in displaced)]
    return [*skeletal(p), *systems(p), *trunk_organs(p), *paired_organs(p), *head_sites(p), *lymph(p), *sex_organs(p)]


class Draw:
    """Marks of organs in one figure."""

    def __init__(self, p: Proportions) -> None:
        self.p, self.trunk, self.head = p, Trunk(p), Head(p)

    def organ(self, shape: BaseGeometry, fine: Sequence[Sequence[XY]] = (), css: str = "organ", error: float = 0.18) -> tuple[Mark, ...]:
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
        return (first, area("organ-shade", dark, 0.35), *rest)


def _site(ident: str, title: str, region: str, at: XY, marks: Sequence[Mark], side: str = "") -> Site:
    twice = ident in ("bone-marrow", "bone", "blood-vessels", "nervous-system", "lymph-node") and at[0] != 0
    return Site(id=ident, title=title, region=region, anchor=at, marks=tuple(marks), side=side, twice=twice)


def trunk_organs(p: Proportions) -> list[Site]:
    d = Draw(p)
    at = d.trunk.at
    heart = (*d.organ(unary_union([o.CAVA]), css="vessel-vein"), *d.organ(smooth(unary_union([o.ARCH]), 0.3), css="vessel-artery"),
             *d.organ(o.PULMONARY, css="organ"), *d.shaded(o.HEART, o.HEART_LINES))
    colon = d.trunk.shape(o.COLON)
    return [
        _site("trachea-bronchi", "Windpipe and its branches", "chest_lung", at(0, 76), d.organ(o.TRACHEA, o.TRACHEA_LINES)),
        _site("esophagus", "Esophagus (food pipe)", "stomach_intestine", at(1.4, 100), d.organ(o.ESOPHAGUS)),
        _site("mediastinum", "Middle of the chest (mediastinum)", "chest_lung", at(4, 100), d.organ(o.MEDIASTINUM)),
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
    cord = cord_shape(p)
    fine = lines("fine", [d.head.points(spline(line, 6)) for line in o.BRAIN_LINES], 0.12)
    spot = d.head.points(np.array([[0.42, -0.34]]))[0]
    column = [Mark(css="bone", d=b.vertebrae()), area("bone", d.trunk.shape(SACRUM))]
    out = [
        _site("brain", "Brain", "brain", tuple(spot), (area("organ", brain), fine)),
        _site("central-nervous-system", "Brain and spinal cord", "brain", tuple(spot), (area("organ", cord), area("organ", brain), fine)),
        _site("meninges", "Lining of the brain and spinal cord", "brain", _rim(brain), (area("organ", lining(brain, cord), 0.2),)),
        _site("spinal-column", "Spine", "spine_back", d.trunk.at(0, 146), column),
        _site("spinal-cord", "Spinal cord", "nerves", d.trunk.at(0, 110), (area("nerve", cord),)),
    ]
    return out + throat_sites(p)


def cord_shape(p: Proportions) -> BaseGeometry:
    """Brain stem and spinal cord, to the level of the first lumbar vertebra."""
    t, head = Trunk(p), Head(p)
    stem = [(0.0, float(head.points(np.array([[0, y]]))[0][1]), p.head[0] * r) for y, r in ((-0.05, 0.1), (0.3, 0.12), (0.7, 0.085))]
    return limb([*stem, *((*t.at(0, y), r) for y, r in ((62, 1.6), (100, 1.4), (136, 1.2), (139, 0.5)))], 8)


def lining(brain: BaseGeometry, cord: BaseGeometry) -> BaseGeometry:
    """A thin layer all around brain and cord, its hollow open below so that it is one outline."""
    k = max(0.9, (brain.bounds[2] - brain.bounds[0]) * 0.028)
    return unary_union([brain.buffer(k).difference(brain.buffer(-k)), cord.buffer(0.9).difference(cord.buffer(-0.5).union(brain.buffer(-k)))])


def _rim(brain: BaseGeometry) -> XY:
    x0, y0, x1, _ = brain.bounds
    return (x0 + x1) / 2, y0


def throat_sites(p: Proportions) -> list[Site]:
    """The inside of the nose, and the tonsils at the back of the mouth."""
    rx, ry = p.head
    nose, mouth = nose_y(p), mouth_y(p)
    cavity = blob([(0, nose - ry * 0.3), (rx * 0.08, nose - ry * 0.2), (rx * 0.14, nose - ry * 0.03), (rx * 0.1, nose + ry * 0.06), (0, nose + ry * 0.05),
                   (-rx * 0.1, nose + ry * 0.06), (-rx * 0.14, nose - ry * 0.03), (-rx * 0.08, nose - ry * 0.2)])
    out = [_site("nasal-cavity", "Inside of the nose", "nose_throat", (0, nose - ry * 0.06), (area("organ", cavity),))]
    for side, sign in SIDES:
        tonsil = ellipse(sign * rx * 0.15, mouth - ry * 0.02, rx * 0.055, ry * 0.075, sign * 12)
        out.append(_site("tonsil", f"{side.title()} tonsil", "nose_throat", (sign * rx * 0.15, mouth - ry * 0.02), (area("organ", tonsil),), side))
    return out


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
    out += limb_nodes(p, size, sided)
    neck = [g for g in every if g.centroid.y < p.levels["notch"]]
    spot = max(neck, key=lambda g: g.centroid.x)
    out.append(_site("lymph-node", "Lymph nodes", "blood_marrow_immune", (spot.centroid.x, spot.centroid.y), (area("lymph", every, 0.25),)))
    return out


def limb_nodes(p: Proportions, size: float, sided: dict[tuple[str, str], list[BaseGeometry]]) -> list[Site]:
    """The nodes of a whole limb: those at its root, and those behind the knee or at the elbow."""
    b = Bones(p)
    found = {key[0]: many for key, many in sided.items()}
    knee = [(float(x), float(y), 1.6 * size) for x, y in b.leg_points(np.array([q[:2] for q in o.KNEE_NODES]))]
    elbow = [(*b.upper_arm.at(0.93, -3.4), 1.5 * size), (*b.upper_arm.at(0.84, -3), 1.4 * size)]
    rows = (("lymph-nodes-of-lower-limb", "Lymph nodes of the leg", [*found["inguinal-lymph-node"], *o.nodes(knee)]),
            ("lymph-nodes-of-upper-limb", "Lymph nodes of the arm", [*found["axillary-lymph-node"], *o.nodes(elbow)]))
    out = []
    for ident, title, many in rows:
        for side, sign in SIDES:
            here = many if sign > 0 else [mirror(g) for g in many]
            at = (here[1].centroid.x, here[1].centroid.y)
            out.append(_site(ident, f"{title}, {side}", "blood_marrow_immune", at, (area("lymph", here, 0.2),), side))
    return out


def _armpit(p: Proportions, size: float) -> list[BaseGeometry]:
    b = Bones(p)
    return o.nodes([(*b.near_shoulder(x, y), 1.7 * size) for x, y, _ in o.AXILLA_NODES])


def systems(p: Proportions) -> list[Site]:
    d, b = Draw(p), Bones(p)
    heart = area("organ", d.trunk.shape(o.HEART), 0.2)
    brain = area("organ", d.head.shape(o.BRAIN), 0.2)
    glands = unary_union([o.THYROID, o.ADRENAL_LEFT, o.ADRENAL_RIGHT, o.PANCREAS])
    pituitary = ellipse(*d.head.points(np.array([[0, 0.02]]))[0], p.head[0] * 0.07, p.head[1] * 0.06)
    artery, nerve = (b.leg_points(np.array([q]))[0] for q in ([18.4, 262], [21, 262]))
    return [
        _site("blood-vessels", "Blood vessels", "blood_vessels", tuple(artery), (plain("vessel-vein", veins(b)), plain("vessel-artery", arteries(b)), heart)),
        _site("nervous-system", "Brain, spinal cord and nerves", "nerves", tuple(nerve), (plain("nerve", nerves(b)), brain)),
        _site("endocrine-glands", "Glands that make hormones", "endocrine", d.trunk.at(3.6, 64), (area("organ", d.trunk.shape(glands)), area("organ", pituitary))),
    ]


def skeletal(p: Proportions) -> list[Site]:
    """The bones with marrow, and the whole quiet skeleton."""
    b = Bones(p)
    knee = b.leg_points(np.array([[23.6, 242]]))[0]
    return [
        _site("bone-marrow", "Bone marrow", "blood_marrow_immune", tuple(knee) if p.name in ("toddler", "child") else b.trunk.at(22, 166), marrow_marks(p, b)),
        _site("bone", "Bones and joints", "muscle_joint_bone_general", b.trunk.at(22, 166) if p.name == "newborn" else tuple(knee), skeleton_marks(b)),
    ]


def young_marrow(p: Proportions) -> bool:
    """Red marrow fills the long bones of small children; in adults only the ends nearest the trunk."""
    return p.name in ("newborn", "toddler", "child")


def _pairs(shape: BaseGeometry) -> list[BaseGeometry]:
    return [shape, mirror(shape)]


def marrow_marks(p: Proportions, b: Bones) -> list[Mark]:
    """All bones that carry marrow, and the marrow itself as their core, from behind to the front."""
    t = b.trunk

    tibia, fibula, sternum = b.leg_rows(TIBIA), b.leg_rows(FIBULA), b.trunk_rows(STERNUM)
    girdle = two([b.scapula(), ribbon(b.clavicle, LOOSE)])
    flat = ribbon(b.vault(), 0.4) + b.column() + "".join(outline(s, 0.6, 95) for s in (b.pelvis, t.shape(SACRUM)))
    flat_core = outline(t.shape(SACRUM).buffer(-1), 0.6, 120) + ribbon(thinner(b.vault(), 0.9), 0.6) + b.vertebrae(0.4, 5) + outline(smooth(b.pelvis.buffer(-1.2), 0.3, 0.4), 0.8, 95)
    ribs = two([ribbon([(*t.at(x, y), r) for x, y, r in rib(k)], LOOSE) for k in range(len(RIBS))])
    limbs = two([outline(b.leg(FEMUR), 0.5, 95), *(ribbon(r, 0.6) for r in (b.humerus, tibia, b.radius, b.ulna)), ribbon(fibula, LOOSE)])
    if young_marrow(p):
        thin = [[rows[0], rows[len(rows) // 2], rows[-1]] for rows in (b.radius, b.ulna, fibula)]
        limb_core = two([*(ribbon(thinner(r, 1.0), 0.9) for r in (b.humerus, tibia, b.leg_rows(FEMUR_CORE))), *(ribbon(thinner(r, 0.8), LOOSE) for r in thin)])
    else:
        upper = b.rows(b.upper_arm, [(-0.02, -0.8, 3.6), (0.05, -0.2, 4), (0.16, 0.2, 2.2), (0.34, 0.2, 1)])
        limb_core = two([ribbon(upper, 0.4), ribbon(b.leg_rows(FEMUR_CORE[:6]), 0.4)])
    return [plain("bone", girdle), plain("bone", flat), plain("marrow", flat_core), plain("marrow", ribs), plain("bone", ribbon(sternum, 0.5)),
            plain("marrow", ribbon(thinner(sternum, 0.8), 0.7)), plain("bone", limbs), plain("marrow", limb_core)]


def thinner(rows: Sequence[tuple[float, float, float]], by: float) -> list[tuple[float, float, float]]:
    """A ribbon inside a ribbon."""
    return [(x, y, max(r - by, 0.35)) for x, y, r in rows]


def plain(css: str, d: str) -> Mark:
    return Mark(css=css, d=d)


def two(paths: Sequence[str]) -> str:
    """Left and right."""
    return "".join(d + mirrored(d) for d in paths)


def skeleton_marks(b: Bones) -> list[Mark]:
    t = b.trunk
    floating = [ribbon([(*t.at(x, y), 0.9) for x, y in ((3.6, a), m, end)], LOOSE) for a, m, end in FLOATING]
    quiet = [t.line(c) for c in cartilages()]
    ribs = [ribbon([(*t.at(x, y), r) for x, y, r in rib(k)], LOOSE) for k in range(len(RIBS))]
    thin = [ribbon(r, 0.9) for r in (b.leg_rows(FIBULA), b.humerus, b.leg_rows(TIBIA))] + [ribbon(r, 0.6) for r in (b.ulna, b.radius)]
    femur, patella = (outline(b.leg(s), e, 95) for s, e in ((FEMUR, 0.5), (PATELLA, 0.4)))
    back = b.vertebrae() + outline(t.shape(SACRUM), 0.6, 95)
    front = "".join(outline(s, 0.7, 95) for s in (b.pelvis, b.skull()))
    return [
        plain("bone", back + two(floating)), plain("fine", two([stroke(line, 0.5) for line in quiet])), plain("bone", two([b.scapula()])),
        plain("bone", two(ribs) + front), plain("bone", ribbon(b.trunk_rows(STERNUM), 0.5) + two([ribbon(b.clavicle, LOOSE), *thin, femur])),
        plain("bone", two([patella, b.hand(), b.foot()])), lines("fine", b.jaw_lines(), 0.2),
    ]


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
