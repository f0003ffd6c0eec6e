"""Writes a plate: base, regions and sites, with classes and no styles."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
from curves import outline, stroke
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

VIEW = "-120 -10 240 420"


def num(v: float) -> str:
    return f"{v:.1f}".removesuffix(".0").replace("-0", "0") if abs(v) < 0.05 else f"{v:.1f}".removesuffix(".0")


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One path of a class: its data, already written."""

    css: str
    d: str

    def svg(self) -> str:
        return f'<path class="{self.css}" d="{self.d}"/>' if self.d else ""


def area(css: str, shape: BaseGeometry | Sequence[BaseGeometry], error: float = 0.15) -> Mark:
    if not isinstance(shape, BaseGeometry):
        return Mark(css=css, d="".join(outline(s, error) for s in shape))
    return Mark(css=css, d=outline(shape, error))


def lines(css: str, many: Sequence[np.ndarray], error: float = 0.1) -> Mark:
    return Mark(css=css, d="".join(stroke(line, error) for line in many))


@dataclass(frozen=True, kw_only=True)
class Site:
    """An organ or system: its marks, and the region that it belongs to."""

    id: str
    title: str
    region: str
    anchor: tuple[float, float]
    marks: tuple[Mark, ...]
    side: str = ""
    twice: bool = False  # the same on both sides: a second anchor, mirrored

    def svg(self) -> str:
        name = f"{self.id}--{self.side}" if self.side else self.id
        sided = f' data-side="{self.side}"' if self.side else ""
        inside = "".join(m.svg() for m in self.marks)
        x, y = (num(v) for v in self.anchor)
        anchor = f'data-anchors="{x} {y};{num(-self.anchor[0])} {y}"' if self.twice else f'data-anchor="{x} {y}"'
        return (
            f'    <g id="{name}" class="site" data-site="{self.id}" data-region="{self.region}"{sided} '
            f"{anchor}><title>{escape(self.title)}</title>{inside}</g>"
        )


@dataclass(frozen=True, kw_only=True)
class Region:
    """A coarse region: one closed shape."""

    id: str
    title: str
    shape: BaseGeometry
    side: str = ""
    anchor: tuple[float, float] | None = None
    error: float = 0.25

    def svg(self) -> str:
        name = f"{self.id}--{self.side}" if self.side else self.id
        sided = f' data-side="{self.side}"' if self.side else ""
        x, y = self.anchor or inside(self.shape)
        return (
            f'    <path id="region-{name}" class="region" data-region="{self.id}"{sided} '
            f'data-anchor="{num(x)} {num(y)}" '
            f'd="{outline(self.shape, self.error, 40)}"><title>{escape(self.title)}</title></path>'
        )


def inside(shape: BaseGeometry) -> tuple[float, float]:
    """A point as far from the border as any."""
    from shapely import maximum_inscribed_circle

    biggest = max(getattr(shape, "geoms", [shape]), key=lambda g: g.area)
    point = maximum_inscribed_circle(unary_union([biggest]), tolerance=0.2).coords[0]
    return float(point[0]), float(point[1])


def write(
    name: str,
    title: str,
    desc: str,
    base: Sequence[Mark],
    regions: Sequence[Region],
    sites: Sequence[Site],
    view: str = VIEW,
) -> str:
    rows = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" data-plate="{name}">',
        f"  <title>{escape(title)}</title>",
        f"  <desc>{escape(desc)} License CC BY 4.0, the Nosograph illustrators.</desc>",
        '  <g id="base">',
        *(f"    {m.svg()}" for m in base if m.d),
        "  </g>",
        '  <g id="regions">',
        *(r.svg() for r in regions),
        "  </g>",
        '  <g id="sites">',
        *(s.svg() for s in sites),
        "  </g>",
        "</svg>",
    ]
    return "\n".join(rows) + "\n"
