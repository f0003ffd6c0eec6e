"""The place, seen closely: which plate shows a site best, what is marked on it, and on which side.

A plate of the family "close-ups" has sites as its parts. The best one shows the site itself; else most of the parts
that the site has; else the nearest larger site in the same region of the body. Where several do, the layer decides
that the process asks for: a break is looked at on the bone, a burn on the surface.
Worked example: the neck of the right femur is marked on "hip-bones"; for the left one the plate is mirrored.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from nosograph.facets.model import Facets, Site
from nosograph.illustration.marking import ALL_OVER, OPEN, Choice, calm_of, sided, told_apart
from nosograph.illustration.model import Emphasis, Mark, Panel, Plate, PlateRegion
from nosograph.illustration.plates import Plates
from nosograph.lexicons.model import Lexicons, SiteTerm

# Where the process asks for no layer, or the place has no plate of that layer.
_LAYERS = ("organ", "surface", "soft", "bone", "vessel", "nerve")
_SCOPES = (None, "overview", "detail")
_SEXES = {"woman": "female", "pregnant": "female", "man": "male"}
_SIDE_WORDS = {"right": "\n(their right)", "left": "\n(their left)", "bilateral": "\n(both sides)"}
_LONGEST_HEADING = 34  # characters that fit into two lines


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseLook:
    """A close-up: the panel, the sites that it marks, their everyday name, and the side."""

    panel: Panel
    sites: tuple[str, ...]
    name: str
    side: str | None
    emphasis: Emphasis


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    plate: Plate
    parts: tuple[PlateRegion, ...]
    site: SiteTerm
    others: tuple[SiteTerm, ...] = ()


def close_look(
    sites: Sequence[Site], facets: Facets, plates: Plates, lexicons: Lexicons, *, layer: str | None, sign: str | None
) -> CloseLook | None:
    """The close-up of the first site that a plate shows, with the others that stand on it too; None where none does."""
    named = told_apart(tuple(sites), lexicons)
    for i, site in enumerate(named):
        view = _remembered(lexicons.sites[site.id], plates, lexicons, layer, _SEXES.get(facets.figure))
        if view is not None:
            look = _marked(_with_others(view, named[i + 1 :], lexicons), facets, lexicons, sign)
            if look is not None:
                return look
    return None


def _with_others(view: _View, others: Sequence[Site], lexicons: Lexicons) -> _View:
    """The view with the parts of further sites that the same plate shows themselves: both bones of a joint."""
    more = [
        (lexicons.sites[other.id], tuple(r for r in view.plate.regions.values() if r.part == other.id))
        for other in others
    ]
    shown = [(site, parts) for site, parts in more if parts]
    every = (*view.parts, *(r for _, parts in shown for r in parts))
    return _View(
        plate=view.plate,
        parts=tuple(dict.fromkeys(every)),
        site=view.site,
        others=tuple(site for site, _ in shown),
    )


def _remembered(site: SiteTerm, plates: Plates, lexicons: Lexicons, layer: str | None, sex: str | None) -> _View | None:
    """The best view of a site; some thousand are asked for by a hundred thousand entries."""
    return plates.remembered(("view", site.id, layer, sex), lexicons, lambda: _best(site, plates, lexicons, layer, sex))


def _best(
    site: SiteTerm, plates: Plates, lexicons: Lexicons, layer: str | None, sex: str | None = None
) -> _View | None:
    at: SiteTerm | None = site
    while at is not None:
        found = _showing(at, plates)
        if at is site:
            parts = _through_its_parts(site, plates, lexicons)
            found = [*found, *(v for v in parts if site.id in v.plate.subjects)] or parts
        if found:
            return min(found, key=lambda view: _rank(view, lexicons, layer, sex))
        above = lexicons.sites[at.part_of] if at.part_of else None
        at = above if above and above.region == site.region and site.region not in ALL_OVER else None
    return None


def _rank(view: _View, lexicons: Lexicons, layer: str | None, sex: str | None) -> tuple[object, ...]:
    """The lower, the better a plate shows a site: no other sex than the code's, then the layer, then its subject."""
    plate = view.plate
    return (
        plate.sex is not None and plate.sex != sex,
        layer is not None and plate.layer != layer,
        _distance(view.site, plate.subjects, lexicons),
        _LAYERS.index(plate.layer or "organ"),
        _SCOPES.index(plate.scope),
        -len(view.parts),
        len(plate.regions),
        plate.id,
    )


def _distance(site: SiteTerm, subjects: tuple[str, ...], lexicons: Lexicons) -> int:
    """How many steps up from a site stands a subject of the plate: 0 for the site itself."""
    line = lexicons.site_lines[site.id]
    return next((steps for steps, wider in enumerate(line) if wider in subjects), len(line))


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


def _may_be_signed(region: PlateRegion, view: _View) -> bool:
    """A sign says "just here": only on a part that is the very place and has a direction, not on a stretch of skin."""
    return region.part == view.site.id and region.axis is not None and view.plate.layer != "surface"


def _shows(region: PlateRegion, site: SiteTerm, lexicons: Lexicons) -> bool:
    return region.part == site.id or region.part in lexicons.site_parts.get(site.id, ())


def _marked(view: _View, facets: Facets, lexicons: Lexicons, sign: str | None) -> CloseLook | None:
    plate, calm = view.plate, calm_of(facets)
    if plate.drawn is not None:
        choice: Choice | None = _one_of_a_pair(view, facets.laterality, calm)
    else:
        choice = sided(list(view.parts), facets.laterality, calm)
    if choice is None:
        return None
    firm = choice.emphasis is Emphasis.MARKED
    # Of several bands or ribs the code does not say which one, and a sign on one of them would.
    alone = choice.regions[0] if len(choice.regions) == 1 else None
    marks = tuple(
        Mark(
            target=r.id,
            emphasis=choice.emphasis,
            half=choice.half if view.site.sided else None,
            sign=sign if firm and r is alone and _may_be_signed(r, view) else None,
        )
        for r in choice.regions
    )
    shown = tuple(s for s in (view.site, *view.others) if any(_shows(r, s, lexicons) for r in choice.regions))
    name = " and ".join(map(_name, shown[:2]))
    heading = f"{name[0].upper()}{name[1:]}{_SIDE_WORDS.get(choice.side or '', '')}"
    return CloseLook(
        panel=Panel(
            plate=plate.id, marks=marks, heading=heading, mirrored=plate.drawn is not None and choice.side == "left"
        ),
        sites=tuple(s.id for s in shown),
        name=name,
        side=choice.side,
        emphasis=choice.emphasis,
    )


def _name(site: SiteTerm) -> str:
    return site.everyday if len(site.everyday) <= _LONGEST_HEADING else site.label


def _one_of_a_pair(view: _View, laterality: str | None, calm: Emphasis) -> Choice:
    """The art shows one of a pair: it stands for the side of the code, for both, or for one that is left open."""
    if laterality in ("right", "left", "bilateral"):
        return Choice(view.parts, calm, laterality)
    if not view.site.sided:
        return Choice(view.parts, calm, None)
    return Choice(view.parts, Emphasis.POSSIBLE, "unspecified" if laterality == "unspecified" else OPEN)
