"""The proportions of each figure, in a standing height of 400 units.

Levels follow the usual canon of figure drawing: a newborn is about 4 heads tall, a child of two years 5, of seven
years 6, an adult 7.5. Widths are half widths from the midline; limbs are half thicknesses.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Proportions:
    """One figure. `torso` is (level, half width) from the neck's foot to the crotch."""

    name: str
    head: tuple[float, float]  # half width, half height
    jaw: float  # half width of the jaw
    neck: float
    shoulder: tuple[float, float]  # x, y of the shoulder joint
    elbow: tuple[float, float]
    wrist: tuple[float, float]
    arm: tuple[float, float, float, float]  # deltoid, elbow, forearm belly, wrist
    hand: float  # length
    torso: tuple[tuple[float, float], ...]
    hip: tuple[float, float]  # x, y of the hip joint
    knee: tuple[float, float]
    ankle: tuple[float, float]
    leg: tuple[float, float, float, float]  # thigh, knee, calf, ankle
    foot: float
    levels: dict[str, float] = field(default_factory=dict)
    hair: str = "short"
    breast: float = 0
    belly: float = 0


TODDLER = Proportions(
    name="toddler",
    head=(36.5, 41),
    jaw=27,
    neck=14.5,
    shoulder=(38, 105),
    elbow=(66, 147),
    wrist=(88, 184),
    arm=(14, 10.2, 10.8, 7.2),
    hand=31,
    torso=((90, 17), (97, 30), (106, 38), (125, 38.5), (150, 40), (180, 45), (200, 46), (222, 45.5), (246, 42)),
    hip=(23.5, 238),
    knee=(25, 309),
    ankle=(24.5, 372),
    leg=(21, 14.2, 14.6, 9.8),
    foot=27,
    levels={
        "chin": 84, "shoulder": 100, "nipple": 133, "diaphragm": 152, "navel": 193, "iliac": 208, "crotch": 250,
    },
    hair="tuft",
)
