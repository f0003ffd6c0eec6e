"""The proportions of each figure, in a standing height of 400 units.

Levels follow the usual canon of figure drawing: a newborn is about 4 heads tall, a child of two years 5, of seven
years 6, an adult 7.5. All numbers are for the person's left side (the viewer's right); the other is its mirror.
"""
# Tables of coordinates read best as rows.
# ruff: noqa: E501
# fmt: off

from dataclasses import dataclass, field, replace

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
    sole: float = 398
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
        "chin": 85, "notch": 100, "nipple": 131, "xiphoid": 147, "rib": 173, "navel": 191, "iliac": 196, "pubis": 234,
        "crotch": 250,
    },
    eyes=0.9,
    hair="tuft",
    cloth="nappy",
)

ADULT = Proportions(
    name="adult",
    title="Adult, front",
    desc="Figure of an adult, standing, seen from the front, palms forward, in a vest and shorts.",
    head=(18.6, 26.6),
    face=(0.93, 0.75, 0.36),
    neck=((12.2, 42), (11.5, 56), (12.6, 63), (18.5, 68.6), (30, 72.6), (42, 76.2), (51.4, 85)),
    trunk=((62, 12), (70, 24), (80, 33), (100, 35), (116, 34), (132, 31.6), (146, 30.2), (160, 31.4), (176, 34.6), (194, 37),
           (208, 36)),
    arm=((36, 84, 8, 8), (43, 90, 12.6, 11), (48.5, 103, 11.6, 10.6), (54.5, 122, 10.4, 10), (60.5, 141, 9.3, 9.2),
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
    cloth="vest and shorts",
)

CHILD = Proportions(
    name="child",
    title="Child, front",
    desc="Figure of a child of about seven years, standing, seen from the front, palms forward, in a vest and shorts.",
    head=(25.4, 33.2),
    face=(0.945, 0.74, 0.36),
    neck=((13.2, 54), (12.4, 69), (13.8, 76), (20, 81.4), (30, 84.6), (41, 87.8), (48.6, 96)),
    trunk=((76, 13), (84, 22), (92, 30), (110, 32.6), (126, 31.8), (146, 29.8), (160, 29.2), (176, 30.6), (192, 32.6), (208, 33.8), (216, 33)),
    arm=((34, 95, 7, 7), (40.6, 100, 11, 10), (46, 111, 10.2, 9.4), (52, 128, 9.2, 8.8), (57.6, 146, 8.5, 8.2), (61.6, 158, 8.7, 7.8), (66, 170, 9.2, 7.8),
         (72.6, 187, 7.6, 6.8), (79, 204, 6.2, 5.9)),
    elbow=(60.6, 155),
    wrist=(79, 204),
    hand=(41, 1.06),
    leg=((196, 8, 33), (208, 1.6, 33.8), (219, 0.6, 33.8), (236, 2, 32.6), (256, 5, 30), (273, 7.4, 28.2), (285, 8.4, 27.6), (294, 8.4, 27.8), (303, 8.8, 27.6),
         (316, 8.2, 28.6), (328, 8.6, 28.2), (344, 11, 25.8), (358, 12.8, 23.6), (369, 13.4, 22.8), (378, 13.2, 23.6), (386, 13, 25)),
    knee=291,
    ankle=377,
    foot=(9.8, 33.4, 380),
    levels={
        "chin": 68.4, "notch": 85, "nipple": 114, "xiphoid": 126, "rib": 153, "navel": 166, "iliac": 171, "pubis": 205,
        "crotch": 217,
    },
    eyes=0.82,
    cloth="vest and shorts",
)

WOMAN = Proportions(
    name="woman",
    title="Woman, front",
    desc="Figure of a woman, standing, seen from the front, palms forward, in a plain top and shorts.",
    head=(18.2, 26.4),
    face=(0.925, 0.71, 0.32),
    neck=((10.6, 42), (10, 56), (11, 63), (16, 68.6), (26, 72.6), (37, 76.4), (46.4, 86)),
    trunk=((62, 10.5), (70, 20), (80, 29), (96, 31.6), (108, 32.2), (120, 29.8), (134, 27), (144, 26.4), (156, 28.4), (170, 33), (184, 36.6), (198, 38.6), (210, 38)),
    arm=((32, 84, 7, 7), (39, 90, 10.6, 9.6), (44.6, 103, 9.8, 9.2), (50.6, 122, 8.8, 8.6), (56.6, 141, 8, 7.9), (60.4, 153, 8.2, 7.4), (65, 166, 8.8, 7.4),
         (71.8, 184, 7.2, 6.4), (78.4, 202, 5.6, 5.4)),
    elbow=(59.6, 150),
    wrist=(78.4, 202),
    hand=(40, 0.97),
    leg=((190, 8, 38), (204, 0.8, 38.8), (213, 0.4, 38.8), (230, 1, 37.8), (250, 3.4, 35), (268, 6.4, 31.6), (280, 7.6, 30.2), (290, 7.8, 29.8), (299, 8.4, 29.6),
         (312, 7.8, 30.6), (324, 8.2, 30.2), (340, 10.6, 27.6), (356, 13, 24.8), (368, 13.9, 23.6), (377, 13.6, 24), (386, 13.4, 25.4)),
    knee=287,
    ankle=378,
    foot=(10.4, 33.4, 381),
    levels={
        "chin": 54.8, "notch": 74, "nipple": 106, "xiphoid": 116, "rib": 142, "navel": 155, "iliac": 160, "pubis": 199,
        "crotch": 211,
    },
    eyes=0.74,
    hair="long",
    cloth="top and shorts",
)

MAN = Proportions(
    name="man",
    title="Man, front",
    desc="Figure of a man, standing, seen from the front, palms forward, in plain shorts.",
    head=(18.8, 26.8),
    face=(0.935, 0.79, 0.4),
    neck=((13.2, 42), (12.6, 56), (14, 62.6), (20.4, 68), (33, 72), (46, 76), (55.6, 86)),
    trunk=((62, 13), (70, 26), (80, 36), (98, 38.4), (114, 37), (130, 34), (146, 31.8), (160, 32), (176, 33.8), (194, 35.8), (208, 35.6)),
    arm=((39, 84, 9, 9), (46.4, 90, 13.6, 12), (52, 103, 12.9, 11.7), (58.6, 122, 11.7, 11.2), (64.2, 141, 10.3, 10), (68, 153, 10.3, 9.4), (72.6, 166, 11.3, 9.6),
         (79, 184, 9, 8.2), (85.4, 203, 7, 6.7)),
    elbow=(67, 150),
    wrist=(85.4, 203),
    hand=(45, 1.04),
    leg=((190, 8, 35.6), (204, 1, 36.4), (213, 0.4, 36.6), (230, 1.4, 36.2), (250, 3.6, 34.4), (268, 6.4, 32), (280, 7.4, 31), (290, 7.4, 30.8), (299, 8, 30.6),
         (312, 7, 32.4), (324, 7.2, 32.2), (340, 9.8, 29.4), (356, 12.4, 26), (368, 13.4, 24.8), (377, 13, 25.2), (386, 12.8, 26.8)),
    knee=287,
    ankle=378,
    foot=(9.4, 36, 381),
    levels={
        "chin": 55.6, "notch": 74, "nipple": 104, "xiphoid": 116, "rib": 144, "navel": 156, "iliac": 160, "pubis": 199,
        "crotch": 211,
    },
    eyes=0.68,
)

OLDER = Proportions(
    name="older",
    title="Older adult, front",
    desc="Figure of an older adult, standing, seen from the front, palms forward, in a vest and shorts.",
    head=(18.8, 26.6),
    face=(0.92, 0.76, 0.37),
    neck=((11.6, 42), (11, 55), (11.8, 61), (16.4, 67.4), (26, 73.4), (36, 79), (46.6, 90)),
    trunk=((62, 12), (70, 20), (82, 30.4), (100, 33.4), (116, 33), (132, 32.4), (146, 33), (160, 34.6), (176, 35.8), (194, 36.2), (208, 35)),
    arm=((33, 87, 8, 8), (39.6, 93, 11, 10), (45, 105, 10, 9.4), (51.6, 123, 8.6, 8.4), (58, 142, 7.9, 7.8), (62, 154, 8, 7.3), (66.6, 167, 8.5, 7.2),
         (73.4, 185, 7, 6.3), (80, 204, 5.9, 5.6)),
    elbow=(61, 151),
    wrist=(80, 204),
    hand=(42, 0.98),
    leg=((190, 8, 35.6), (204, 1.2, 36), (213, 0.8, 35.8), (230, 2.6, 34), (250, 6, 31.4), (268, 8, 29.6), (280, 8, 29.4), (290, 7.8, 29.6), (299, 8.8, 29),
         (312, 8.8, 29.4), (324, 9.2, 29), (340, 11.4, 26.8), (356, 13.2, 24.4), (368, 13.7, 23.8), (377, 13.3, 24.5), (386, 13.2, 26)),
    knee=287,
    ankle=378,
    foot=(10, 34.6, 381),
    levels={
        "chin": 55.2, "notch": 75, "nipple": 107, "xiphoid": 119, "rib": 146, "navel": 158, "iliac": 161, "pubis": 199,
        "crotch": 211,
    },
    eyes=0.64,
    hair="old",
    cloth="vest and shorts",
)

PREGNANT = replace(
    WOMAN,
    name="pregnant",
    title="Pregnant woman, front",
    desc="Figure of a woman late in pregnancy, standing, seen from the front, palms forward, in a plain top and shorts.",
    trunk=((62, 10.5), (70, 20), (80, 29.4), (96, 32.6), (109, 33.6), (121, 32), (133, 32.2), (146, 34), (160, 36), (174, 37.8), (188, 39), (200, 39.4), (210, 38.6)),
    levels={**WOMAN.levels, "nipple": 108},
)

# Drawn with straight limbs first, larger than the sheet; `bending.py` then bends arms and legs as a newborn's are.
NEWBORN = Proportions(
    name="newborn",
    title="Newborn, front",
    desc="Figure of a newborn baby lying on the back, seen from above, arms and legs bent, in a plain nappy.",
    head=(48, 56),
    face=(0.965, 0.76, 0.36),
    neck=((20, 88), (19.4, 106), (22, 114), (32, 119.4), (43, 123.6), (53, 133)),
    trunk=((108, 24), (117, 34), (130, 44), (152, 48), (180, 50.6), (212, 53.4), (240, 53), (266, 50.6), (292, 49), (316, 45)),
    arm=((42, 133, 11, 11), (52, 139, 15.6, 14.6), (62, 150, 15.6, 14.4), (74, 163.4, 14.4, 13.2), (86.4, 177, 13, 12), (96, 187.4, 13.6, 12.4), (108, 200.4, 12.4, 11.4),
         (121, 214.6, 10.2, 9.6), (130, 224.4, 9.6, 9)),
    elbow=(86.4, 177),
    wrist=(130, 224.4),
    hand=(46, 1.18),
    leg=((286, 12, 49.4), (304, 4, 50.4), (319, 1.6, 50.4), (336, 5, 49), (354, 8.6, 46.8), (370, 11.4, 44.8), (382, 12.4, 44), (394, 12, 44.2), (408, 11.8, 44.2),
         (424, 14.2, 41.6), (436, 16, 39.4), (446, 16.4, 39), (454, 16.2, 40)),
    knee=378,
    ankle=440,
    foot=(13.4, 46, 444),
    levels={
        "chin": 113, "notch": 124, "nipple": 156, "xiphoid": 175, "rib": 208, "navel": 238, "iliac": 248, "pubis": 292,
        "crotch": 314,
    },
    sole=476,
    eyes=0.82,
    hair="tuft",
    cloth="nappy",
)
