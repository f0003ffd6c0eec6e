"""Reads plates: SVG files whose regions carry ids, titles and anchors.

The format is in `plates/README.md`. Worked example: the path `thigh--right` of `figure-adult-front` has the part
`thigh`, the side `right` and one anchor. Refused, with file and reason: scripts, styles, text, external references,
a region without title or anchor, an id that does not match its part and side.
"""

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from nosograph.errors import CheckFailed, told
from nosograph.illustration.model import Box, Plate, PlateRegion

T = TypeVar("T")
SVG = "{http://www.w3.org/2000/svg}"
_DRAWABLE = {"g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "title"}
_ALLOWED = {
    "class", "d", "cx", "cy", "r", "rx", "ry", "x", "y", "x1", "y1", "x2", "y2", "width", "height", "points",
    "id", "data-site", "data-region", "data-side", "data-anchor", "data-anchors",
    "data-axis", "data-span", "data-label",
}  # fmt: skip
SCOPES = ("overview", "detail")
LAYERS = ("surface", "bone", "soft", "organ", "vessel", "nerve")
_NUMBER = r"-?(?:\d+\.?\d*|\.\d+)"
_NUMBER_PAIRS = re.compile(rf"{_NUMBER} {_NUMBER}(;{_NUMBER} {_NUMBER})*")
_VIEW = re.compile(rf"{_NUMBER} {_NUMBER}(?: (?:\d+\.?\d*|\.\d+)){{2}}")


def plates_folder() -> Path:
    """Where the plates are: inside an installed package, else at the root of a checkout."""
    installed = Path(str(resources.files("nosograph"))) / "plates"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "plates"


class Plates(dict[str, Plate]):
    """All plates by id."""

    @cached_property
    def close_ups(self) -> Mapping[str, Mapping[str, tuple[PlateRegion, ...]]]:
        """For each site, the close-ups that show it, and by which of their parts."""
        found: dict[str, dict[str, tuple[PlateRegion, ...]]] = {}
        for plate in self.values():
            if plate.family == "close-ups":
                for part in plate.regions.values():
                    shown = found.setdefault(part.part, {})
                    shown[plate.id] = (*shown.get(plate.id, ()), part)
        return found

    @cached_property
    def _remembered(self) -> dict[object, tuple[object, Any]]:
        return {}

    def remembered(self, asked: tuple[object, ...], using: object, made: Callable[[], T]) -> T:
        """What is made of these plates, from all that it depends on (`asked`) and the lexicons that are used for it.

        A hundred thousand entries ask for some thousand views, tiles and drawings, so each is made once.
        """
        was_using, found = self._remembered.get(asked, (None, None))
        if was_using is not using:
            found = made()
            self._remembered[asked] = using, found
        kept: T = found
        return kept


def read_plates(folder: Path | None = None) -> Plates:
    """Every plate by id, in the order of their ids.

    Raises CheckFailed with the first problems of plates that break the format, and how many more there are.
    """
    plates, problems = walk_plates(folder)
    if problems:
        raise CheckFailed(told(problems))
    return Plates({plate.id: plate for _, plate in plates})


def walk_plates(folder: Path | None = None) -> tuple[list[tuple[Path, Plate]], list[str]]:
    """Every plate with its file, in the order of the paths, and what is wrong with those that cannot be used."""
    plates: dict[str, tuple[Path, Plate]] = {}
    problems: list[str] = []
    for path in sorted((folder or plates_folder()).rglob("*.svg")):
        try:
            plate = read_plate(path.read_bytes(), name=path.name, family=path.parent.name)
        except CheckFailed as problem:
            problems.append(str(problem))
            continue
        if plate.id != path.stem:
            problems.append(f"{path.name}: data-plate is {plate.id!r}; name it like the file")
        if plate.id in plates:
            problems.append(f"{path.name}: another file is called so too; plates need names of their own")
        plates[plate.id] = path, plate
    return list(plates.values()), problems


def read_plate(data: bytes, *, name: str, family: str = "") -> Plate:
    """One plate from the bytes of its file; `name` is for messages, `family` the folder that it lies in."""
    try:
        root = fromstring(data)
    except (ParseError, DefusedXmlException) as error:
        raise CheckFailed(f"{name}: not well-formed SVG ({error}); open and save it in an SVG editor") from error
    if root.tag != f"{SVG}svg" or not root.get("data-plate"):
        raise CheckFailed(f"{name}: no <svg data-plate=...> at the root; see plates/README.md")
    if not _VIEW.fullmatch(root.get("viewBox", "")):
        raise CheckFailed(f"{name}: the viewBox {root.get('viewBox')!r} is not 'x y width height'; write four numbers")
    view = [float(v) for v in root.get("viewBox", "").split()]
    drawn, layer, scope, sex = (root.get(f"data-{key}") for key in ("drawn", "layer", "scope", "sex"))
    if drawn not in (None, "right"):
        raise CheckFailed(f"{name}: data-drawn is {drawn!r}; draw the person's right one, it is mirrored for the left")
    if layer not in (None, *LAYERS):
        raise CheckFailed(f"{name}: data-layer is {layer!r}; write one of {', '.join(LAYERS)}")
    if sex not in (None, "male", "female"):
        raise CheckFailed(f"{name}: data-sex is {sex!r}; write male or female, or leave it out")
    if scope not in (None, *SCOPES):
        raise CheckFailed(f"{name}: data-scope is {scope!r}; write one of {', '.join(SCOPES)} or leave it out")
    base = root.find(f"{SVG}g[@id='base']")
    if base is None:
        raise CheckFailed(f"{name}: no <g id='base'>; put what is always drawn into it")
    regions: dict[str, PlateRegion] = {}
    for group, is_site in (("regions", False), ("sites", True)):
        for element in root.findall(f"{SVG}g[@id='{group}']/*"):
            region = _region(element, name=name, is_site=is_site)
            if region.id in regions:
                raise CheckFailed(f"{name}: the id {region.id!r} is there twice; give one of them another")
            regions[region.id] = region
    return Plate(
        id=root.get("data-plate", ""),
        title=(root.findtext(f"{SVG}title") or "").strip(),
        view=Box(x=view[0], y=view[1], width=view[2], height=view[3]),
        base="".join(_art(child, name) for child in base),
        regions=regions,
        family=family,
        drawn=drawn,
        layer=layer,
        scope=scope,
        subjects=tuple(root.get("data-for", "").split()),
        sex=sex,
        behind=root.get("data-view") == "back" or root.get("data-plate", "").endswith("-back"),
    )


def _region(element: Element, *, name: str, is_site: bool) -> PlateRegion:
    ident = element.get("id", "")
    part = element.get("data-site" if is_site else "data-region")
    side = element.get("data-side")
    title = (element.findtext(f"{SVG}title") or "").strip()
    if not ident or not part or not title:
        raise CheckFailed(f"{name}: {ident or element.tag.removeprefix(SVG)!r} lacks an id, a part or a <title>")
    if side not in (None, "right", "left"):
        raise CheckFailed(f"{name}: {ident!r} has the side {side!r}; write right or left, the patient's")
    if side and not ident.endswith(f"--{side}"):
        raise CheckFailed(f"{name}: {ident!r} is the {side} one; end its id in --{side}")
    anchors = element.get("data-anchors") or element.get("data-anchor") or ""
    if not _NUMBER_PAIRS.fullmatch(anchors):
        raise CheckFailed(f"{name}: {ident!r} has no data-anchor 'x y' for its leader line")
    points = tuple((float(x), float(y)) for x, y in (pair.split() for pair in anchors.split(";")))
    children = [c for c in element if c.tag != f"{SVG}title"]
    axis, span, label = element.get("data-axis"), element.get("data-span"), element.get("data-label")
    for key, value in (("axis", axis), ("span", span)):
        if value is not None and not re.fullmatch(_NUMBER, value):
            raise CheckFailed(f"{name}: {ident!r} has data-{key} {value!r}; write one number")
    art = "".join(_art(c, name) for c in children) if children or element.tag == f"{SVG}g" else _art(element, name)
    return PlateRegion(
        id=ident, part=part, region=element.get("data-region"), side=side, title=title, anchors=points, art=art,
        is_site=is_site, axis=float(axis) if axis else None, span=float(span) if span else None, label=label,
    )  # fmt: skip


def _art(element: Element, name: str) -> str:
    """The markup of one element and what it holds, without ids, titles and namespaces: only shapes and classes."""
    tag = element.tag.removeprefix(SVG)
    if tag not in _DRAWABLE:
        raise CheckFailed(f"{name}: <{tag}> is not drawn; keep to paths and simple shapes")
    for key in element.attrib:
        if key not in _ALLOWED:
            raise CheckFailed(f"{name}: the attribute {key!r} is not allowed; color by class, as plates/README.md says")
    copy = Element(tag, {k: v for k, v in element.attrib.items() if k != "id" and not k.startswith("data-")})
    inner = "".join(_art(c, name) for c in element if c.tag != f"{SVG}title")
    text: str = tostring(copy, encoding="unicode", short_empty_elements=True)
    return text.replace(" />", "/>") if not inner else text.replace(" />", f">{inner}</{tag}>")


def sides(plate: Plate, part: str) -> Mapping[str | None, PlateRegion]:
    """The regions of a plate that show a part, by side."""
    return {r.side: r for r in plate.regions.values() if r.part == part}
