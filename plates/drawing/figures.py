"""Draws the figure plates: `python figures.py [name ...]` writes plates/figures/figure-*.svg."""

import sys
from pathlib import Path

import back
import numpy as np
import proportions
from bending import bend_plate
from body import silhouette
from dress import cloth, fine_lines, hand_lines, nails, shade
from face import age_lines, closed_eyes, ear_lines, eyes, face_lines, hair, hair_lines, long_hair, parted_hair, tuft
from plate import Mark, area, lines, write
from pregnancy import belly_lines, belly_shade
from regions import regions
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union
from sites import sites

OUT = Path(__file__).parent.parent / "figures"


def base(p: proportions.Proportions) -> list[Mark]:
    """What is always drawn, from behind to the front."""
    body = silhouette(p)
    garments = cloth(p, body)
    covered = unary_union([g for g, _ in garments])
    out = [area("hair", long_hair(p), 0.2)] if p.hair == "long" else []
    out += [area("skin", body, 0.16), area("shade", shade(p, body), 0.35)]
    if p.name == "pregnant":
        out.append(area("shade", belly_shade(), 0.3))
    out += [area("cloth", g, 0.2) for g, _ in garments]
    seams = [s for _, many in garments for s in many]
    fine = [*seen(fine_lines(p), covered), *hand_lines(p), *nails(p), *seams]
    fine += hair_lines(p) if p.hair == "long" else ear_lines(p)
    fine += belly_lines() if p.name == "pregnant" else []
    fine += tuft(p) if p.hair == "tuft" else age_lines(p) if p.hair == "old" else []
    out.append(area("hair", parted_hair(p) if p.hair == "long" else hair(p), 0.18))
    asleep = p.name == "newborn"
    out += [lines("fine", fine, 0.15), lines("line", [*face_lines(p), *(closed_eyes(p) if asleep else [])])]
    if not asleep:
        out.append(area("eye", eyes(p), 0.03))
    return out


def seen(many: list[np.ndarray], covered: BaseGeometry) -> list[np.ndarray]:
    """The parts of lines that no cloth covers."""
    out = []
    for line in many:
        rest = LineString(line).difference(covered)
        out += [np.asarray(part.coords) for part in getattr(rest, "geoms", [rest]) if part.length > 1.5]
    return out


def front(p: proportions.Proportions) -> str:
    text = write(f"figure-{p.name}-front", p.title, p.desc, base(p), regions(p, silhouette(p)), sites(p))
    return bend_plate(text) if p.name == "newborn" and BENT else text


def behind(p: proportions.Proportions) -> str:
    desc = p.desc.replace("seen from the front, palms forward", "seen from behind, palms turned forward")
    desc = desc.replace("lying on the back, seen from above", "lying on the belly, seen from above")
    text = write(
        f"figure-{p.name}-back", p.title.replace("front", "back"), desc, back.base(p), back.regions(p), back.sites(p)
    )
    return bend_plate(text) if p.name == "newborn" and BENT else text


BENT = True
FRONTS = ("toddler", "adult", "woman", "man", "child", "older", "pregnant", "newborn")
BACKS = ("adult", "toddler", "woman", "man", "child", "older", "newborn")


def main(names: list[str]) -> None:
    """Draws the figures named (`toddler-front adult-back`), or all."""
    OUT.mkdir(exist_ok=True)
    for name in names or [*(f"{n}-front" for n in FRONTS), *(f"{n}-back" for n in BACKS)]:
        figure, view = name.split("-")
        p = getattr(proportions, figure.upper())
        text = front(p) if view == "front" else behind(p)
        (OUT / f"figure-{name}.svg").write_text(text)
        print(name, len(text))


if __name__ == "__main__":
    main(sys.argv[1:])
