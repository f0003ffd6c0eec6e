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
    `axis` is the direction of its length at the first anchor (degrees that an upright line is turned clockwise to lie
    along it) and `span` its width across there; signs are turned and scaled by them. `label` is a word to write
    beside it.
    """

    id: str
    part: str
    region: str | None
    side: str | None
    title: str
    anchors: tuple[tuple[float, float], ...]
    art: str
    is_site: bool
    axis: float | None = None
    span: float | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """One piece of anatomical art. `base` is always drawn, a region only where it is marked or asked for.

    `family` is the folder that it lies in. `drawn` is "right" where the art shows the person's right one of a pair: for
    the left it is mirrored. `layer` says how deep it looks (surface, bone, vessel, ...) where a place has several.
    `scope` is "overview" for a whole system and "detail" for one corner of a place: others are preferred to both.
    `subjects` are the sites that the plate was drawn for, others are there beside them. `sex` is "male" or "female"
    where the art shows one. `behind` says that it is seen from where the person's right is at the sheet's right.
    """

    id: str
    title: str
    view: Box
    base: str
    regions: Mapping[str, PlateRegion]
    family: str = ""
    drawn: str | None = None
    layer: str | None = None
    scope: str | None = None
    subjects: tuple[str, ...] = ()
    sex: str | None = None
    behind: bool = False


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
    `sign` is a plate of the family "marks" that is put on it: a crack, a swelling.
    """

    target: str
    emphasis: Emphasis = Emphasis.MARKED
    label: str | None = None
    half: str | None = None
    sign: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A plate with its marks.

    `heading` stands above it, with line breaks where it has them; `mirrored` shows art of a right side as a left one.
    """

    plate: str
    marks: tuple[Mark, ...] = ()
    heading: str = ""
    mirrored: bool = False


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

    `body` is the figure; None where the entry is about no body (a place, an activity, a circumstance). `panels` are the
    squares beside it, at most two: the place seen closely, what happens there, what causes it. `strips` are the phases
    and scales below, at most two. `told` are further words of the code that no drawing shows, as small tags.
    `sites`, `regions` and `laterality` name what is in fact marked. `remark` is a sentence in the picture itself
    ("The side is not said."). `caption` is one sentence; `description` is complete without the picture.
    """

    code: str
    title: str
    figure: str
    body: Panel | None
    panels: tuple[Panel, ...]
    strips: tuple[Strip, ...]
    told: tuple[str, ...]
    sites: tuple[str, ...]
    regions: tuple[str, ...]
    laterality: str | None
    process: str | None
    agent: str | None
    phase: str | None
    remark: str | None
    caption: str
    description: str
