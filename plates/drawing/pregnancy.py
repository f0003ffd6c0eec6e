"""A womb late in pregnancy with the unborn baby, drawn on the pregnant woman's trunk (about 32 weeks, head down).

The top of the womb stands between navel and breast bone, as it does at that time; the baby is seen from its side,
the afterbirth (placenta) lies high on the wall and is not near the way out.
"""
# Tables of coordinates read best as rows.
# ruff: noqa: E501
# fmt: off

from collections.abc import Sequence

import numpy as np
from curves import ribbon
from geometry import XY, blob, limb, smooth, spline
from plate import Mark, Site, area, lines
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

WOMB = blob([(0, 132.6), (12, 134.6), (22, 143), (27, 157), (26.6, 172), (21.6, 186), (12, 197), (4.6, 203), (3, 207.6), (0, 208.2), (-3, 207.6), (-4.6, 203), (-12, 197),
             (-21.6, 186), (-26.6, 172), (-27, 157), (-22, 143), (-12, 134.6)])
WATER = smooth(WOMB.buffer(-2), 0, 3)
PLACENTA = blob([(-4, 135.2), (-12.4, 137.6), (-20, 145), (-24, 155), (-24.6, 163), (-20, 162.4), (-17.2, 154.6), (-13, 148), (-8.4, 143.8), (-4, 140.6)])
HEAD = blob([(-3, 176.6), (5, 177.2), (11, 182), (11.8, 189), (7.6, 195), (0.4, 197.2), (-6.2, 195.4), (-9.6, 191), (-10.4, 187.6), (-11.8, 185.6), (-10.2, 184.2),
             (-10.4, 181.4), (-8.6, 178.2)])
TRUNK = blob([(-3.4, 178), (4, 180), (11, 179.6), (17.4, 173.4), (21, 164), (20.8, 154), (16.6, 146.6), (9.4, 144.2), (2.6, 147.4), (-0.6, 154), (-2.4, 162), (-3.6, 170)])
LEG = smooth(unary_union([limb([(12, 150, 5.6), (4, 153.2, 4.8), (-5.4, 157.4, 3.7)]), limb([(-5.4, 157, 3.6), (-3, 150.6, 3), (2.4, 143.6, 2.3)]),
                          limb([(2.4, 143.4, 2.2), (0, 140.6, 1.8), (-2.2, 139.8, 1.3)])]), 0.8)
ARM = smooth(unary_union([limb([(8.6, 173.4, 3.4), (3, 168.4, 3), (-4.4, 165, 2.5)]), limb([(-4.4, 165, 2.5), (-8.2, 169.4, 2.1), (-9.4, 174, 1.7)]),
                          limb([(-9.4, 174.4, 1.9), (-9.2, 176.6, 1.5)])]), 0.6)
CORD = ((-16.6, 151, 1.1), (-12.4, 154.4, 1.1), (-11, 160.4, 1.1), (-7.6, 162.6, 1.1), (-2.6, 160.6, 1.1))


def face_lines() -> list[np.ndarray]:
    """The closed eye, the ear and the mouth."""
    return [spline(line, 6) for line in ([(-8.4, 188.2), (-7.2, 188.9), (-5.8, 188.4)], [(1.2, 185.4), (2.8, 184.4), (3.6, 186.4), (2, 188.2)], [(-9.8, 182.8), (-8.2, 182.6)],
                                         [(13, 151.4), (9.6, 156), (3.4, 157.6)], [(12.4, 173.4), (9.6, 176.4), (5.6, 174.6)])]


def baby() -> tuple[Mark, ...]:
    return (area("organ", TRUNK), area("organ", HEAD), area("organ", LEG), area("organ", ARM), lines("fine", face_lines(), 0.12))


def sites() -> list[Site]:
    """Baby with womb, then womb and afterbirth alone."""
    wall = WOMB.difference(WATER)
    cord = Mark(css="vessel-vein", d=ribbon(CORD, 0.3))

    def site(ident: str, title: str, region: str, at: XY, marks: Sequence[Mark]) -> Site:
        return Site(id=ident, title=title, region=region, anchor=at, marks=tuple(marks))

    quiet = area("cloth", WOMB)
    return [
        site("fetus", "Unborn baby (fetus)", "fetus_placenta", (13, 166), (quiet, area("bone", PLACENTA), cord, *baby())),
        site("placenta", "Afterbirth (placenta)", "fetus_placenta", (-20.6, 151), (quiet, cord, area("organ", PLACENTA))),
        site("umbilical-cord", "Umbilical cord", "fetus_placenta", (-11, 159), (quiet, area("bone", PLACENTA), area("bone", baby_shape()), cord)),
        site("uterus", "Womb (uterus)", "genital_female", (0, 134), (area("organ", wall), area("cloth", WATER))),
    ]


def baby_shape() -> BaseGeometry:
    return unary_union([TRUNK, HEAD, LEG, ARM])


BELLY = blob([(0, 126), (16, 129), (27, 140), (32.4, 156), (31, 172), (24, 186.6), (12, 194.4), (0, 196.4), (-12, 194.4), (-24, 186.6), (-31, 172), (-32.4, 156), (-27, 140),
              (-16, 129)])


def belly_shade() -> BaseGeometry:
    """The side of the belly away from the light."""
    return smooth(BELLY.difference(translate(BELLY, -6.5, -5)), 0, 1.2)


def belly_lines() -> list[np.ndarray]:
    """The rounded belly: its lower curve and the navel."""
    out = [spline([(s * 32, 152), (s * 32, 166), (s * 26.4, 183), (s * 13, 194), (0, 196.2)], 8) for s in (-1, 1)]
    out.append(spline([(-1.8, 161), (-1.4, 159), (0.4, 158.2), (1.8, 159.4), (1.6, 161.4), (0, 162.4)], 6))
    return out
