"""The nouns of illustration: plates, marks, strips and the scene that combines them. All immutable values.

Coordinates are those of a plate's viewBox, or of the finished picture (640 wide), as each docstring says.
Left and right are the patient's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An upright rectangle; `right` and `bottom` are its far edges."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class PlateRegion:
    """A named part of a plate.

    `part` is the site or coarse region that it shows, `side` "right", "left" or None.
    `anchors` are points inside it where a leader line may end, in the plate's coordinates.
    """

    id: str
    part: str
    region: str | None
    side: str | None
    title: str
    anchors: tuple[tuple[float, float], ...]
    art: str
    is_site: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """One piece of anatomical art. `base` is always drawn, a region only where it is marked or asked for."""

    id: str
    title: str
    view: Box
    base: str
    regions: Mapping[str, PlateRegion]


class Emphasis(StrEnum):
    """How sure and how strong a mark is."""

    MARKED = "marked"  # the code says that it is here
    POSSIBLE = "possible"  # the code leaves open which of these it is
    QUIET = "quiet"  # it was here, and is not found now
    SHOWN = "shown"  # drawn for orientation only


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is drawn on one region of a plate, and the words of its label (None: no label).

    `half` is "right" or "left" (the person's) where the art shows both sides as one shape and only that half is meant.
    """

    target: str
    emphasis: Emphasis = Emphasis.MARKED
    label: str | None = None
    half: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A plate with its marks."""

    plate: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a phase strip. `level` from 0 to 1 is how much of the disease there is, where that is known."""

    label: str
    level: float | None = None
    passed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The phases in order. `now` is the index of the present one; None where the code leaves it open."""

    title: str
    steps: tuple[Step, ...]
    now: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The whole picture of one code, before it is drawn.

    `sites`, `regions` and `laterality` name what is in fact marked. `remark` is a sentence in the picture itself
    ("The side is not said."). `caption` is one sentence; `description` is complete without the picture.
    """

    code: str
    title: str
    figure: str
    body: Panel
    inset: Panel | None
    strip: Strip | None
    sites: tuple[str, ...]
    regions: tuple[str, ...]
    laterality: str | None
    process: str | None
    phase: str | None
    remark: str | None
    caption: str
    description: str
