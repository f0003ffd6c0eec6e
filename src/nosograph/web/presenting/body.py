"""One view of the figure as a map: its art, and each region that leads on."""

from collections.abc import Mapping
from dataclasses import dataclass

from nosograph.facets.listing import slug
from nosograph.illustration.model import Plate
from nosograph.illustration.shapes import number

# What covers everything else is in the list alone.
_NOT_DRAWN = frozenset({"whole_body", "skin"})
# What lies under the rest, so that a hand reaches what is small.
_BELOW = ("chest_lung", "abdomen", "spine_back", "head", "pelvis_hip")


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyRegion:
    """A region of the drawing: its art, its name and where it leads."""

    href: str
    name: str
    art: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyView:
    """A figure from one side; `base` and the art of the regions are SVG of this project's own plates."""

    title: str
    view: str
    base: str
    regions: tuple[BodyRegion, ...]
    right_first: bool


def body_view(plate: Plate, title: str, known: Mapping[str, str], everyday: Mapping[str, str]) -> BodyView:
    """The regions of a plate that entries have (`known`: labels by value), by their everyday names."""
    drawn: dict[str, list[str]] = {}
    for region in plate.regions.values():
        value = slug(region.part)
        if not region.is_site and region.part not in _NOT_DRAWN and value in known:
            drawn.setdefault(region.part, []).append(region.art)
    order = sorted(drawn, key=lambda part: _BELOW.index(part) if part in _BELOW else len(_BELOW))
    box = plate.view
    return BodyView(
        title=title,
        view=" ".join(map(number, (box.x, box.y, box.width, box.height))),
        base=plate.base,
        regions=tuple(
            BodyRegion(
                href=f"/body/{slug(part)}", name=everyday.get(slug(part), known[slug(part)]), art="".join(drawn[part])
            )
            for part in order
        ),
        right_first=not plate.behind,
    )
