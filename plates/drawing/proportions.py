"""The proportions of each figure, in a standing height of 400 units.

Levels follow the usual canon of figure drawing: a newborn is about 4 heads tall, a child of two years 5, of seven
years 6, an adult 7.5. All numbers are for the person's left side (the viewer's right); the other is its mirror.
"""

from dataclasses import dataclass, field

Rows = tuple[tuple[float, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Proportions:
    """One figure: its outline as tables from above to below, and the levels at which its organs lie."""

    name: str
    title: str
    desc: str
    head: tuple[float, float]  # half width, half height
    face: tuple[float, float, float]  # half widths as parts of the head's: cheek, jaw, chin
    neck: Rows  # (half width, level) from under the ear to the tip of the shoulder
    trunk: Rows  # (level, half width) from the root of the neck to the crotch
    arm: Rows  # (x, y, half thickness on the thumb's side, on the body's side) along the arm's middle
    elbow: tuple[float, float]
    wrist: tuple[float, float]
    hand: tuple[float, float]  # length, plumpness (1 in an adult)
    leg: Rows  # (level, inner x, outer x)
    knee: float
    ankle: float
    foot: tuple[float, float, float]  # inner x, outer x of the sole's front, level at which the foot begins
    levels: dict[str, float] = field(default_factory=dict)
    eyes: float = 1.0
    hair: str = "short"
    cloth: str = "shorts"


TODDLER = Proportions(
    name="toddler",
    title="Toddler, front",
    desc="Figure of a child of about two years, standing, seen from the front, palms forward, in a plain nappy.",
    head=(36.5, 41.5),
    face=(0.955, 0.74, 0.36),
    neck=((15, 70), (14.5, 85), (17, 91.5), (26, 96.5), (37, 100), (47, 108)),
    trunk=((88, 17), (97, 30), (106, 37), (125, 38.5), (150, 40), (178, 43.5), (200, 45), (222, 45), (246, 43)),
    arm=((36, 106, 8, 8), (43, 112, 12.5, 12), (50, 122, 12.6, 11.8), (57.5, 135, 11.2, 10.4), (64.5, 147.5, 10.4, 9.6),
         (71.5, 158.5, 11.2, 9.9), (79, 171.5, 9.4, 8.4), (86, 184, 7.6, 7)),
    elbow=(64.5, 147.5),
    wrist=(86, 184),
    hand=(32, 1.24),
    leg=((222, 10, 45), (238, 3, 45.4), (252, 1.6, 44.8), (270, 4.4, 42.8), (290, 8.6, 40), (304, 10.4, 38.8), (313, 10.6, 38.7),
         (323, 10, 39.4), (337, 10.2, 39.2), (352, 12.4, 36.6), (366, 14.4, 34.2), (377, 15, 33.8), (386, 14.6, 35.4)),
    knee=308,
    ankle=371,
    foot=(11.5, 40.5, 374),
    levels={
        "chin": 85, "notch": 98, "nipple": 131, "xiphoid": 147, "rib": 173, "navel": 191, "iliac": 196, "pubis": 234,
        "crotch": 250,
    },
    eyes=0.9,
    hair="tuft",
    cloth="nappy",
)

ADULT = Proportions(
    name="adult",
    title="Adult, front",
    desc="Figure of an adult, standing, seen from the front, palms forward, in plain shorts.",
    head=(18.6, 26.6),
    face=(0.93, 0.75, 0.36),
    neck=((12.2, 42), (11.5, 56), (12.6, 63.5), (18.5, 69.5), (30, 74), (42, 78), (51, 87)),
    trunk=((62, 12), (70, 24), (80, 33), (100, 35), (116, 34), (132, 31.6), (146, 30.2), (160, 31.4), (176, 34.6), (194, 37),
           (208, 36)),
    arm=((36, 84, 8, 8), (43, 91, 12.4, 11), (48.5, 103, 11.6, 10.6), (54.5, 122, 10.4, 10), (60.5, 141, 9.3, 9.2),
         (64.5, 153, 9.4, 8.6), (69, 166, 10.2, 8.6), (75.5, 184, 8.3, 7.4), (82, 203, 6.3, 6.1)),
    elbow=(63.5, 150),
    wrist=(82, 203),
    hand=(43, 1.0),
    leg=((190, 8, 36.6), (204, 1, 37.2), (213, .5, 37.2), (230, 1.6, 36.2), (250, 4, 33.8), (268, 6.9, 31.2), (280, 7.9, 30.4),
         (290, 7.8, 30.4), (299, 8.4, 30.2), (312, 7.6, 31.8), (324, 7.8, 31.6), (340, 10.2, 28.8), (356, 12.8, 25.6), (368, 13.7, 24.4),
         (377, 13.3, 24.9), (386, 13.2, 26.4)),
    knee=287,
    ankle=378,
    foot=(10, 35, 381),
    levels={
        "chin": 55.2, "notch": 74, "nipple": 104, "xiphoid": 116, "rib": 144, "navel": 156, "iliac": 160, "pubis": 199,
        "crotch": 211,
    },
    eyes=0.7,
    hair="short",
    cloth="shorts",
)
