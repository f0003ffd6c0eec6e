"""The place, seen closely: which plate shows a site best, what is marked on it, and on which side.

A plate of the family "close-ups" has sites as its parts. The best one shows the site itself; else most of the parts
that the site has; else the nearest larger site in the same region of the body. Where several do, the layer decides
that the process asks for: a break is looked at on the bone, a burn on the surface.
Worked example: the neck of the right femur is marked on "hip-bones"; for the left one the plate is mirrored.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from nosograph.facets.model import Facets, Site
from nosograph.illustration.marking import ALL_OVER, OPEN, Choice, calm_of, sided
from nosograph.illustration.model import Emphasis, Mark, Panel, Plate, PlateRegion
from nosograph.illustration.plates import Plates
from nosograph.lexicons.model import Lexicons, SiteTerm

# Where the process asks for no layer, or the place has no plate of that layer.
_LAYERS = ("organ", "surface", "soft", "bone", "vessel", "nerve")
_SCOPES = (None, "overview", "detail")
_SIDE_WORDS = {"right": "\n(their right)", "left": "\n(their left)", "bilateral": "\n(both sides)"}
_LONGEST_HEADING = 34  # characters that fit into two lines


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseLook:
    """A close-up: the panel, the site that it marks, its everyday name, and the side."""

    panel: Panel
    site: str
    name: str
    side: str | None
    emphasis: Emphasis


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    plate: Plate
    parts: tuple[PlateRegion, ...]
    site: SiteTerm


def close_look(
    sites: Iterable[Site], facets: Facets, plates: Plates, lexicons: Lexicons, *, layer: str | None, sign: str | None
) -> CloseLook | None:
    """The close-up of the first site that a plate shows; None where none does."""
    for site in sites:
        view = _best(lexicons.sites[site.id], plates, lexicons, layer)
        if view is not None:
            look = _marked(view, facets, sign)
            if look is not None:
                return look
    return None


def _best(site: SiteTerm, plates: Plates, lexicons: Lexicons, layer: str | None) -> _View | None:
    at: SiteTerm | None = site
    while at is not None:
        found = _showing(at, plates) or (_through_its_parts(at, plates, lexicons) if at is site else [])
        if found:
            wanted = (layer, *_LAYERS)
            return min(
                found,
                key=lambda v: (
                    wanted.index(v.plate.layer or "organ"),
                    _SCOPES.index(v.plate.scope),
                    -len(v.parts),
                    len(v.plate.regions),
                    v.plate.id,
                ),
            )
        above = lexicons.sites[at.part_of] if at.part_of else None
        at = above if above and above.region == site.region and site.region not in ALL_OVER else None
    return None


def _showing(site: SiteTerm, plates: Plates) -> list[_View]:
    """The close-ups that show the site itself."""
    shown = plates.close_ups.get(site.id, {})
    return [_View(plate=plates[name], parts=parts, site=site) for name, parts in shown.items()]


def _through_its_parts(site: SiteTerm, plates: Plates, lexicons: Lexicons) -> list[_View]:
    """The close-ups that show at least half of what the site is made of."""
    below: dict[str, list[PlateRegion]] = {}
    parts = lexicons.site_parts.get(site.id, ())
    for part in parts:
        for name, shapes in plates.close_ups.get(part, {}).items():
            below.setdefault(name, []).extend(shapes)
    own = {p for p in parts if lexicons.sites[p].part_of == site.id}
    return [
        _View(plate=plates[name], parts=tuple(shapes), site=site)
        for name, shapes in below.items()
        if len({r.part for r in shapes} & own) * 2 >= len(own)
    ]


def _marked(view: _View, facets: Facets, sign: str | None) -> CloseLook | None:
    plate, calm = view.plate, calm_of(facets)
    if plate.drawn is not None:
        choice: Choice | None = _one_of_a_pair(view, facets.laterality, calm)
    else:
        choice = sided(list(view.parts), facets.laterality, calm)
    if choice is None:
        return None
    firm = choice.emphasis is Emphasis.MARKED
    marks = tuple(
        Mark(
            target=r.id,
            emphasis=choice.emphasis,
            half=choice.half,
            sign=sign if firm and r.axis is not None and i == 0 else None,
        )
        for i, r in enumerate(choice.regions)
    )
    name = view.site.everyday if len(view.site.everyday) <= _LONGEST_HEADING else view.site.label
    heading = f"{name[0].upper()}{name[1:]}{_SIDE_WORDS.get(choice.side or '', '')}"
    return CloseLook(
        panel=Panel(
            plate=plate.id, marks=marks, heading=heading, mirrored=plate.drawn is not None and choice.side == "left"
        ),
        site=view.site.id,
        name=name,
        side=choice.side,
        emphasis=choice.emphasis,
    )


def _one_of_a_pair(view: _View, laterality: str | None, calm: Emphasis) -> Choice:
    """The art shows one of a pair: it stands for the side of the code, for both, or for one that is left open."""
    if laterality in ("right", "left", "bilateral"):
        return Choice(view.parts, calm, laterality)
    if not view.site.sided:
        return Choice(view.parts, calm, None)
    return Choice(view.parts, Emphasis.POSSIBLE, "unspecified" if laterality == "unspecified" else OPEN)
