"""What is marked on a figure: the sites and regions that the facets know, on the side that the code says.

Where they know a site that the figure shows, it is marked; else its region. Where the side is open, both sides are
drawn dotted; where the art shows both sides as one shape, the half that the code means is marked.
Worked example: a broken neck of the right femur marks the region "pelvis and hip" on the right, as no figure shows
the neck alone; its close-up does.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from nosograph.facets.model import Facets, Kind, Site
from nosograph.illustration.model import Emphasis, Mark, Plate, PlateRegion
from nosograph.illustration.wording import Marked
from nosograph.lexicons.model import Lexicons

OPEN = "open"  # the part has two sides, and the code speaks of none
# Where no plate has a shape for a region as a whole, these sites stand for it together.
_DRAWN_AS = {"blood_marrow_immune": ("bone-marrow", "spleen", "lymph-node")}
# Systems that reach through the whole body: one part of them is not shown by all of them.
ALL_OVER = frozenset({"blood_vessels", "nerves", "muscle_joint_bone_general", "skin", "whole_body"})
# Of these, what is not a place of its own: bone, muscle, skin, and vessels and nerves of any kind.
_STUFF = frozenset({"muscle_joint_bone_general", "skin", "whole_body"})
_ANYWHERE = frozenset({"blood-vessels", "artery", "vein", "nerve", "peripheral-nervous-system"})
_ARM, _LEG = ("shoulder_arm", "elbow_forearm", "wrist_hand"), ("thigh", "knee_leg", "ankle_foot")
# Places that are larger than one region, and skin that is shown by the part that it covers.
_SPANS: Mapping[str, tuple[str, ...]] = {
    "upper-limb": _ARM,
    "lower-limb": _LEG,
    "limb": (*_ARM, *_LEG),
    "skin-of-limb": (*_ARM, *_LEG),
    "skin-of-hand": ("wrist_hand",),
    "skin-of-foot": ("ankle_foot",),
    "skin-of-face": ("head",),
    "skin-of-nose": ("nose_throat",),
    "skin-of-lip": ("mouth_teeth",),
    "skin-of-eyelid": ("eye",),
    "skin-of-upper-eyelid": ("eye",),
    "skin-of-lower-eyelid": ("eye",),
    "skin-of-external-ear": ("ear",),
    "skin-of-breast": ("breast",),
    "skin-of-neck": ("neck",),
    "skin-of-head-and-neck": ("head", "neck"),
    "skin-of-scalp-and-neck": ("head", "neck"),
    "skin-of-trunk": ("chest_lung", "abdomen"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The pieces of art that the code means, how they are marked, and the side that it says."""

    regions: tuple[PlateRegion, ...]
    emphasis: Emphasis
    side: str | None
    half: str | None = None


def calm_of(facets: Facets) -> Emphasis:
    """How firmly a known place is marked: quietly where the disease was, or where someone has died."""
    remission = facets.remission == "in remission" and facets.kind is Kind.NEOPLASM
    return Emphasis.QUIET if remission or "death" in facets.qualifiers else Emphasis.MARKED


def marked_on(facets: Facets, plate: Plate, lexicons: Lexicons) -> list[Marked]:
    """What is marked on a figure, in the order in which it is told."""
    calm = calm_of(facets)
    named = told_apart(facets.sites, lexicons)
    sites = [(s, _site(s, facets, plate, calm, lexicons, involved=False)) for s in named]
    out = [m for _, m in sites if m]
    if calm is Emphasis.MARKED and out:
        out.extend(m for s in facets.involved if (m := _site(s, facets, plate, calm, lexicons, involved=True)))
    # Regions stand for what the plate cannot show otherwise; those all over the body only where nothing else does.
    shown: set[str | None] = {r for m in out for r in m.regions}
    for site in (s for s, m in sites if m is None):
        span = span_of(site.id)
        regions = span or (lexicons.sites[site.id].region,)
        if not shown.intersection(regions) and not ALL_OVER.intersection(regions):
            out.extend(_regions(site.label if span else None, regions, facets, plate, calm, lexicons))
            shown.update(regions)
    if not out:
        for region in facets.regions:
            out.extend(_regions(None, (region,), facets, plate, calm, lexicons))
    once = {m.part: m for m in reversed(out)}  # two sites may be shown by one organ
    return [once[part] for part in dict.fromkeys(m.part for m in out)]


def told_apart(sites: tuple[Site, ...], lexicons: Lexicons) -> tuple[Site, ...]:
    """The sites without those that only say of what stuff another one is: the humerus is not shown by all bones."""
    placed = tuple(s for s in sites if s.id not in _ANYWHERE and lexicons.sites[s.id].region not in _STUFF)
    return placed or sites


def _site(
    site: Site, facets: Facets, plate: Plate, calm: Emphasis, lexicons: Lexicons, *, involved: bool
) -> Marked | None:
    drawn = _drawn_for(site.id, plate, lexicons)
    if drawn is None:
        return None
    parts = [r for r in plate.regions.values() if r.is_site and r.part == f"{drawn}-enlarged"] if involved else []
    choice = sided(parts or _art_of(drawn, plate), facets.laterality, calm)
    if choice is None:
        return None
    name = lexicons.sites[drawn].label
    regions = tuple(dict.fromkeys(r.region for r in choice.regions if r.region))
    return Marked(
        part=drawn,
        name=name,
        is_site=True,
        involved=involved,
        emphasis=choice.emphasis,
        side=choice.side,
        regions=regions,
        marks=_with_one_label(choice, f"{name[0].upper()}{name[1:]}"),
    )


def _art_of(part: str, plate: Plate) -> list[PlateRegion]:
    return [r for r in plate.regions.values() if r.is_site and r.part == part]


def _drawn_for(site: str, plate: Plate, lexicons: Lexicons) -> str | None:
    """The site itself where the plate shows it; else the nearest larger one in the same region of the body.

    A lobe is shown by its lung; the neck of the femur is not shown by the whole skeleton.
    """
    region, at = lexicons.sites[site].region, site
    while not _art_of(at, plate):
        term = lexicons.sites[at]
        if term.part_of is None or region in ALL_OVER or lexicons.sites[term.part_of].region != region:
            return None
        at = term.part_of
    return at


def span_of(site: str) -> tuple[str, ...]:
    """The regions that together show a site which is larger than one, or its vessels, nerves or skin; else none."""
    if site.endswith("-of-lower-limb"):
        return _LEG
    return _ARM if site.endswith("-of-upper-limb") else _SPANS.get(site, ())


def _regions(
    label: str | None, regions: tuple[str | None, ...], facets: Facets, plate: Plate, calm: Emphasis, lexicons: Lexicons
) -> list[Marked]:
    """Coarse regions, marked together under one name: the label, else the everyday name of the first."""
    known = [r for r in regions if r is not None]
    candidates = [r for r in plate.regions.values() if r.region in known and not r.is_site]
    if not candidates and known:
        candidates = _standing_for(known[0], plate)
    choice = sided(candidates, facets.laterality, calm)
    if choice is None:
        return []
    name = label or lexicons.regions[known[0]].everyday
    return [
        Marked(
            part=known[0],
            name=name,
            is_site=False,
            involved=False,
            emphasis=choice.emphasis,
            side=choice.side,
            regions=tuple(known),
            marks=_with_one_label(choice, f"{name[0].upper()}{name[1:]}"),
        )
    ]


def _standing_for(region: str, plate: Plate) -> list[PlateRegion]:
    """The sites that are drawn for a region without a shape of its own: those named for it, else its first."""
    drawn = [r for r in plate.regions.values() if r.is_site and r.region == region]
    return [r for r in drawn if r.part in _DRAWN_AS.get(region, ())] or drawn[:1]


def sided(candidates: list[PlateRegion], laterality: str | None, calm: Emphasis) -> Choice | None:
    """Which of a part's right, left and unsided art the code means."""
    middle = tuple(r for r in candidates if r.side is None)
    pair = tuple(r for r in candidates if r.side is not None)
    if not candidates:
        return None
    if laterality in ("right", "left") and pair:
        chosen = tuple(r for r in pair if r.side == laterality)
        return Choice(chosen, calm, laterality) if chosen else None
    if laterality == "bilateral" and pair:
        return Choice(pair, calm, "bilateral")
    if pair and (not middle or laterality == "unspecified"):
        return Choice(pair, Emphasis.POSSIBLE, "unspecified" if laterality == "unspecified" else OPEN)
    if laterality in ("right", "left"):
        return Choice(middle, calm, laterality, half=laterality)
    return Choice(middle, calm, None)


def _with_one_label(choice: Choice, label: str) -> tuple[Mark, ...]:
    words = {"right": f"{label}, their right", "left": f"{label}, their left", "bilateral": f"{label}, both sides"}
    text = words.get(choice.side or "", f"{label}?" if choice.side == "unspecified" else label)
    return tuple(Mark(target=r.id, emphasis=choice.emphasis, label=text, half=choice.half) for r in choice.regions)
