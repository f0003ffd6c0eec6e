"""Draws the blood films: a round view through the microscope, its cells by kind.

Cells are placed by a seeded dart throw, so that the same film always comes out. Sizes follow the real ones: a red
cell is 7.5 micrometers wide, a platelet 2.5, a lymphocyte 9, a monocyte 17, a blast 16, a neutrophil 13.
"""

import math
import random
import sys
from dataclasses import dataclass
from pathlib import Path

import resvg_py
from geometry import blob, ellipse, path
from shapely import affinity
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

R = 100  # the view's radius
UM = 2.35  # units of the plate for a micrometer


@dataclass(frozen=True, kw_only=True)
class Film:
    """What a film shows: how many of each kind of cell, in the order in which they are placed."""

    name: str
    title: str
    cells: tuple[tuple[str, int], ...]
    seed: int


SIZE = {
    "red-blood-cell": 7.6,
    "platelet": 2.9,
    "lymphocyte": 9.5,
    "monocyte": 17,
    "blast": 15.5,
    "neutrophil": 13,
    "lymphoid-cell": 10.5,
}
LABELS = {
    "red-blood-cell": "Red blood cell",
    "platelet": "Platelet",
    "lymphocyte": "Lymphocyte",
    "monocyte": "Monocyte",
    "blast": "Immature white blood cell (blast)",
    "neutrophil": "Neutrophil",
    "lymphoid-cell": "Abnormal lymphoid cell",
}

FILMS = (
    Film(
        name="blood-film-normal",
        title="Blood under the microscope, an ordinary mix of cells",
        seed=5,
        cells=(("neutrophil", 1), ("monocyte", 1), ("lymphocyte", 1), ("red-blood-cell", 50), ("platelet", 15)),
    ),
    Film(
        name="blood-film-monocytes",
        title="Blood under the microscope with too many monocytes",
        seed=27,
        cells=(("monocyte", 10), ("blast", 1), ("red-blood-cell", 19), ("platelet", 4)),
    ),
    Film(
        name="blood-film-blasts",
        title="Blood under the microscope with many immature white blood cells",
        seed=12,
        cells=(("blast", 13), ("red-blood-cell", 17), ("platelet", 4)),
    ),
    Film(
        name="blood-film-lymphoid",
        title="Blood under the microscope with too many lymphoid cells",
        seed=8,
        cells=(("lymphoid-cell", 13), ("red-blood-cell", 18), ("platelet", 5)),
    ),
    Film(
        name="blood-film-myeloid",
        title="Blood under the microscope with too many white blood cells of the myeloid line",
        seed=3,
        cells=(("neutrophil", 9), ("blast", 5), ("red-blood-cell", 17), ("platelet", 7)),
    ),
)


def wobble(rng: random.Random, r: float, amount: float, points: int = 9) -> BaseGeometry:
    turn = rng.random() * 6.28
    return blob(
        [
            (
                math.cos(turn + 6.283 * k / points) * r * (1 + rng.uniform(-amount, amount)),
                math.sin(turn + 6.283 * k / points) * r * (1 + rng.uniform(-amount, amount)),
            )
            for k in range(points)
        ]
    )


def kidney(rng: random.Random, r: float) -> BaseGeometry:
    """The monocyte's nucleus: a bean, folded on one side."""
    bean = blob(
        [
            (-0.62, -0.30),
            (-0.28, -0.60),
            (0.25, -0.62),
            (0.62, -0.32),
            (0.64, 0.18),
            (0.42, 0.42),
            (0.20, 0.22),
            (0.02, 0.02),
            (-0.22, 0.16),
            (-0.40, 0.40),
            (-0.64, 0.16),
        ]
    )
    return affinity.rotate(affinity.scale(bean, r, r, origin=(0, 0)), rng.uniform(0, 360), origin=(0, 0))


def specks(rng: random.Random, r: float, count: int, size: float) -> list[BaseGeometry]:
    out = []
    for _ in range(count):
        a, d = rng.random() * 6.28, rng.uniform(0.72, 0.9) * r
        out.append(ellipse(math.cos(a) * d, math.sin(a) * d, size, size))
    return out


def monocyte(rng: random.Random, r: float) -> list[tuple[str, BaseGeometry]]:
    body = wobble(rng, r, 0.06, 10)
    return [
        ("cell-white", body),
        *(("cell-vacuole", s) for s in specks(rng, r * 0.93, 3, r * 0.085)),
        ("nucleus", kidney(rng, r * 1.02)),
    ]


def blast(rng: random.Random, r: float) -> list[tuple[str, BaseGeometry]]:
    nucleus = affinity.translate(wobble(rng, r * 0.8, 0.04, 8), r * 0.07, -r * 0.05)
    dots = [ellipse(r * x, r * y, r * 0.13, r * 0.12) for x, y in ((-0.2, -0.25), (0.28, 0.12))]
    return [("cell-white", wobble(rng, r, 0.04)), ("nucleus", nucleus), *(("nucleolus", d) for d in dots)]


def neutrophil(rng: random.Random, r: float) -> list[tuple[str, BaseGeometry]]:
    turn = rng.uniform(0, 360)
    lobes = [
        ellipse(r * x, r * y, r * 0.31, r * 0.25, a)
        for x, y, a in ((-0.38, -0.15, 60), (-0.02, -0.40, 0), (0.38, -0.12, -60), (0.2, 0.34, 30))
    ]
    strands = [
        blob([(-0.3, -0.3), (-0.1, -0.44), (-0.12, -0.34), (-0.28, -0.2)]),
        blob([(0.1, -0.42), (0.34, -0.24), (0.28, -0.2), (0.1, -0.34)]),
        blob([(0.4, -0.1), (0.3, 0.25), (0.2, 0.25), (0.34, -0.1)]),
    ]
    shapes = [*lobes, *(affinity.scale(s, r, r, origin=(0, 0)) for s in strands)]
    from shapely.ops import unary_union

    nucleus = affinity.rotate(unary_union(shapes), turn, origin=(0, 0))
    return [("cell-grain", wobble(rng, r, 0.04)), ("nucleus", nucleus)]


def lymphoid(rng: random.Random, r: float) -> list[tuple[str, BaseGeometry]]:
    return [
        ("cell-white", wobble(rng, r, 0.03)),
        ("nucleus", affinity.translate(wobble(rng, r * 0.82, 0.03), r * 0.06, r * 0.05)),
    ]


def red(rng: random.Random, r: float) -> list[tuple[str, BaseGeometry]]:
    return [("cell-red", wobble(rng, r, 0.035, 8)), ("cell-red-pale", ellipse(0, 0, r * 0.42, r * 0.40))]


def platelet(rng: random.Random, r: float) -> list[tuple[str, BaseGeometry]]:
    return [("cell-platelet", wobble(rng, r, 0.22, 7))]


DRAW = {
    "red-blood-cell": red,
    "platelet": platelet,
    "lymphocyte": lymphoid,
    "lymphoid-cell": lymphoid,
    "monocyte": monocyte,
    "blast": blast,
    "neutrophil": neutrophil,
}


def placed(film: Film) -> list[tuple[str, float, float, list[tuple[str, BaseGeometry]]]]:
    rng = random.Random(film.seed)
    discs: list[tuple[float, float, float]] = []
    out = []
    for kind, count in film.cells:
        r = SIZE[kind] * UM / 2
        for _ in range(count):
            for _try in range(4000):
                d, a = (R + r * 0.45) * math.sqrt(rng.random()), rng.random() * 6.283
                x, y = math.cos(a) * d, math.sin(a) * d
                if kind == "platelet" and d > R * 0.9:
                    continue
                if r > 12 and d > R - r * 0.75:
                    continue
                if all(math.hypot(x - u, y - v) > r + s + 1.6 for u, v, s in discs):
                    break
            else:
                continue
            discs.append((x, y, r))
            out.append((kind, x, y, DRAW[kind](rng, r)))
    return out


ROUND = {"cell-red", "cell-red-pale", "cell-vacuole", "nucleolus"}


def element(cls: str, shape: BaseGeometry, *, whole: bool) -> str:
    """Small round things as circles, to keep the plate light; the rest, and what the rim cuts, as paths."""
    if whole and cls in ROUND:
        x0, y0, x1, y1 = shape.bounds
        return f'<circle class="{cls}" cx="{(x0 + x1) / 2:.1f}" cy="{(y0 + y1) / 2:.1f}" r="{(x1 - x0 + y1 - y0) / 4:.1f}"/>'
    return f'<path class="{cls}" d="{path(shape, 0.42)}"/>'


def svg(film: Film) -> str:
    view = Point(0, 0).buffer(R - 0.6, quad_segs=48)
    groups: dict[str, list[str]] = {}
    anchors: dict[str, list[str]] = {}
    for kind, x, y, shapes in placed(film):
        for cls, shape in shapes:
            moved = affinity.translate(shape, x, y).intersection(view)
            if moved.area > 0.5:
                groups.setdefault(kind, []).append(
                    element(cls, moved, whole=view.contains(affinity.translate(shape, x, y)))
                )
        if math.hypot(x, y) < R * 0.92:
            anchors.setdefault(kind, []).append(f"{x:.0f} {y:.0f}")
    sites = "\n".join(
        f'    <g id="{k}" class="site" data-site="{k}" data-anchors="{";".join(anchors[k])}">'
        f"<title>{LABELS[k]}</title>{''.join(v)}</g>"
        for k, v in groups.items()
    )
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="-104 -104 208 208" data-plate="{film.name}">
  <title>{film.title}</title>
  <desc>A stained blood film. License CC BY 4.0, the Nosograph illustrators.</desc>
  <g id="base"><circle class="view" cx="0" cy="0" r="{R}"/></g>
  <g id="sites">
{sites}
  </g>
</svg>
"""


PREVIEW = """<style>.view{fill:#fdf6ee;stroke:#44525f;stroke-width:2}.cell-red{fill:#e2867b;stroke:#b4534a;stroke-width:.7}
.cell-red-pale{fill:#f0b5ac}.cell-white{fill:#c3cce4;stroke:#6f7aa5;stroke-width:.9}.cell-grain{fill:#ecd9e2;stroke:#a07a95;stroke-width:.9}
.cell-vacuole{fill:#eef1f9}.nucleus{fill:#6a4c93;stroke:#4b3370;stroke-width:.7}.nucleolus{fill:#a68fc4}
.cell-platelet{fill:#8d6fb8;stroke:#5c4386;stroke-width:.5}</style>"""

if __name__ == "__main__":
    for f in FILMS:
        text = svg(f)
        Path(__file__).parent.parent.joinpath("tissue", f"{f.name}.svg").write_text(text)
        if len(sys.argv) > 1:
            shown = text.replace('<g id="base">', PREVIEW + '<g id="base">')
            Path(sys.argv[1], f"{f.name}.png").write_bytes(
                bytes(resvg_py.svg_to_bytes(svg_string=shown, width=520, background="white"))
            )
            print(f.name, len(text))
