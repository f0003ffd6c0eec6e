"""What in a picture can be pointed at: each mark of the figure and each panel, with its name and what it stands for.

Worked example: in the picture of S72.001A the hip on the figure stands for the region "pelvis_hip", and the first
panel for the site "neck-of-femur". The site puts links there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from nosograph.illustration.model import Box, Plate, Scene
from nosograph.illustration.picture import Picture

_REACH = 26.0  # half the side of the square around a mark: 26 px at the narrowest display


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """Something to point at: its name, its boxes on the sheet, and the facet that it shows (`value` is id or label)."""

    name: str
    axis: str
    value: str
    boxes: tuple[Box, ...]


def touches(scene: Scene, picture: Picture, plates: Mapping[str, Plate]) -> tuple[Touch, ...]:
    """Everything that can be pointed at, the figure's marks first; what stands for the same facet is one."""
    found: dict[tuple[str, str], Touch] = {}
    for target, points in picture.spots:
        region = plates[scene.body.plate].regions[target] if scene.body else None
        if region is None:
            continue
        part = region.part.removesuffix("-enlarged")
        axis, value = ("site", part) if region.is_site and part in scene.sites else ("region", region.region or part)
        boxes = tuple(Box(x=x - _REACH, y=y - _REACH, width=2 * _REACH, height=2 * _REACH) for x, y in points)
        before = found.get((axis, value))
        name = before.name if before else _unsided(region.title)
        found[axis, value] = Touch(name=name, axis=axis, value=value, boxes=(*(before.boxes if before else ()), *boxes))
    for panel, frame in zip(scene.panels, picture.frames, strict=True):
        kind, shown = _shown_by(plates[panel.plate].family, scene)
        if shown:
            name = panel.heading.replace("\n", " ") or plates[panel.plate].title
            found[kind, shown] = Touch(name=name, axis=kind, value=shown, boxes=(frame,))
    return tuple(found.values())


def _unsided(title: str) -> str:
    """A part's name without its side: a pair is one thing to point at."""
    first, _, rest = title.partition(" ")
    return f"{rest[:1].upper()}{rest[1:]}" if first in ("Right", "Left") and rest else title


def _shown_by(family: str, scene: Scene) -> tuple[str, str | None]:
    if family == "close-ups":
        return "site", scene.sites[0] if scene.sites else None
    if family == "agents":
        return "agent", scene.agent
    return "process", scene.process
