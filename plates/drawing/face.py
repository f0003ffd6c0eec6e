"""The calm face and the hair of a figure: few lines, no expression but rest."""
# Tables of coordinates read best as rows.
# ruff: noqa: E501
# fmt: off

import numpy as np
from body import TOP, both, ear, skull
from geometry import blob, ellipse, spline
from proportions import Proportions
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry


def young(p: Proportions) -> bool:
    return p.name in ("newborn", "toddler", "fetus")


def eye_centre(p: Proportions) -> tuple[float, float]:
    """The middle of the person's left eye."""
    rx, ry = p.head
    return rx * 0.42, TOP + ry * (1.13 if young(p) else 1.06 if p.name == "child" else 1.03)


def eyes(p: Proportions) -> list[BaseGeometry]:
    x, y = eye_centre(p)
    r = p.head[0] * 0.085 * p.eyes
    return [ellipse(-x, y, r, r * 1.15), ellipse(x, y, r, r * 1.15)]


def closed_eyes(p: Proportions) -> list[np.ndarray]:
    """The lids of a sleeping face."""
    (x, y), rx, ry = eye_centre(p), p.head[0], p.head[1]
    half = [(x - rx * 0.14, y - ry * 0.005), (x, y + ry * 0.035), (x + rx * 0.14, y - ry * 0.005)]
    return [spline([(s * a, b) for a, b in half], 8) for s in (-1, 1)]


def mouth_y(p: Proportions) -> float:
    return TOP + p.head[1] * (1.6 if young(p) else 1.55)


def nose_y(p: Proportions) -> float:
    return TOP + p.head[1] * (1.38 if young(p) else 1.3)


def face_lines(p: Proportions) -> list[np.ndarray]:
    """Brows, nose and mouth."""
    rx, ry = p.head
    (ex, ey), nose, mouth = eye_centre(p), nose_y(p), mouth_y(p)
    lift = ry * (0.19 if young(p) else 0.15)
    out = []
    for side in (-1, 1):
        out.append([(side * (ex + rx * 0.15), ey - lift + ry * 0.03), (side * (ex + rx * 0.02), ey - lift - ry * 0.012),
                    (side * (ex - rx * 0.14), ey - lift + ry * 0.022)])
    out.append([(-rx * 0.09, nose - ry * 0.022), (0, nose + ry * 0.03), (rx * 0.09, nose - ry * 0.022)])
    out.append([(-rx * 0.21, mouth - ry * 0.02), (0, mouth + ry * 0.03), (rx * 0.21, mouth - ry * 0.02)])
    return [spline(line, 8) for line in out]


def ear_lines(p: Proportions) -> list[np.ndarray]:
    rx, ry = p.head
    y = TOP + ry * 1.15
    half = [(rx * 1.03, y - ry * 0.09), (rx * 1.075, y - ry * 0.045), (rx * 1.065, y + ry * 0.02), (rx * 1.03, y + ry * 0.06)]
    return [spline([(s * a, b) for a, b in half], 8) for s in (-1, 1)]


def hair(p: Proportions, back: bool = False) -> BaseGeometry:
    """A cap of hair that stands a little off the scalp and runs out before the ears."""
    rx, ry = p.head
    volume = {"tuft": 1.3, "short": 1.5, "long": 2.6, "old": 1.0}[p.hair] * (rx / 24) ** 0.4
    end = TOP + ry * {"tuft": 0.98, "short": 1.08, "long": 1.1, "old": 1.05}[p.hair]
    outer = _off_the_scalp(p, volume, end)
    if back:
        nape = TOP + ry * 1.5
        half = [(rx * 1.2, TOP - 9), (rx * 1.2, end - ry * 0.02), (rx * 0.88, TOP + ry * 1.27), (rx * 0.66, nape), (0, nape + ry * 0.05)]
        line = spline(half, 10)
    else:
        brow = TOP + ry * {"tuft": 0.44, "short": 0.47, "long": 0.42, "old": 0.36}[p.hair]
        half = [(rx * 1.04, end + 0.2), (rx * 0.93, end - ry * 0.1), (rx * 0.845, brow + ry * 0.26), (rx * 0.7, brow + ry * 0.06),
                (rx * 0.42, brow - ry * 0.035), (0, brow + ry * 0.02)]
        if p.hair == "tuft":
            half = [(rx * 1.04, end + 0.2), (rx * 0.945, end - ry * 0.1), (rx * 0.87, brow + ry * 0.2), (rx * 0.68, brow + ry * 0.02),
                    (rx * 0.36, brow - ry * 0.06), (0, brow + ry * 0.0)]
        line = np.vstack([[(rx * 1.3, TOP - 9), (rx * 1.3, end + 0.2)], spline(half, 10)])
    area = Polygon([*map(tuple, line), *((-x, y) for x, y in line[::-1])]).buffer(0)
    return outer.intersection(area).difference(both(ear(p).buffer(0.2))).buffer(-0.25).buffer(0.25)


def _off_the_scalp(p: Proportions, volume: float, end: float) -> BaseGeometry:
    """The skull, thicker toward the crown by `volume` and not at all at the level `end`."""
    ring = np.asarray(skull(p).exterior.coords)
    cy = TOP + p.head[1]
    middle = np.array([0, cy])
    out = ring - middle
    length = np.hypot(*out.T)[:, None]
    more = np.clip((end - ring[:, 1:2]) / (p.head[1] * 0.35), 0, 1)
    more = more * more * (3 - 2 * more)
    return Polygon(ring + out / length * more * volume).buffer(0.05)


def tuft(p: Proportions) -> list[np.ndarray]:
    """The whorl on a small child's forehead."""
    rx, ry = p.head
    y = TOP + ry * 0.44
    return [spline([(-rx * 0.1, y - ry * 0.16), (-rx * 0.02, y - ry * 0.05), (rx * 0.1, y - ry * 0.01)], 8),
            spline([(rx * 0.02, y - ry * 0.19), (rx * 0.07, y - ry * 0.1), (rx * 0.17, y - ry * 0.07)], 8)]


def head_band(p: Proportions, top: float, bottom: float) -> BaseGeometry:
    return skull(p).intersection(box(-200, top, 200, bottom))


def long_hair(p: Proportions) -> BaseGeometry:
    """Hair to the shoulders, drawn behind the head and neck."""
    rx, ry = p.head
    low = p.levels["chin"] + ry * 0.36
    half = [(0, TOP - 2), (rx * 0.56, TOP + ry * 0.06), (rx * 1.0, TOP + ry * 0.42), (rx * 1.14, TOP + ry * 0.95), (rx * 1.16, TOP + ry * 1.5),
            (rx * 1.22, low - ry * 0.22), (rx * 1.06, low), (rx * 0.6, low - ry * 0.06), (0, low - ry * 0.1)]
    return blob([*half, *((-x, y) for x, y in reversed(half[1:-1]))])


def lock(points: list[tuple[float, float]]) -> np.ndarray:
    """The inner edge of hair: curved along the face, then straight down beside the neck."""
    return np.vstack([spline(points[:-1], 10), points[-1:]])


def parted_hair(p: Proportions) -> BaseGeometry:
    """The front of long hair: parted a little off the middle, in front of the ears."""
    rx, ry = p.head
    part = (-rx * 0.16, TOP + ry * 0.3)
    left = [part, (rx * 0.2, TOP + ry * 0.42), (rx * 0.6, TOP + ry * 0.62), (rx * 0.82, TOP + ry * 0.95), (rx * 0.84, TOP + ry * 1.22), (rx * 0.66, TOP + ry * 1.56), (rx * 0.44, p.levels["chin"] + ry * 0.36)]
    right = [part, (-rx * 0.42, TOP + ry * 0.46), (-rx * 0.7, TOP + ry * 0.68), (-rx * 0.84, TOP + ry * 0.98), (-rx * 0.84, TOP + ry * 1.22), (-rx * 0.66, TOP + ry * 1.56), (-rx * 0.44, p.levels["chin"] + ry * 0.36)]
    left, right = lock(left), lock(right)
    opening = Polygon([*map(tuple, left), (left[-1][0], 400), (right[-1][0], 400), *map(tuple, right[::-1])])
    whole = long_hair(p).difference(opening.buffer(0))
    return whole.buffer(-0.3).buffer(0.3)


def hair_lines(p: Proportions) -> list[np.ndarray]:
    """The parting of long hair."""
    rx, ry = p.head
    return [spline([(-rx * 0.16, TOP + ry * 0.3), (-rx * 0.12, TOP + ry * 0.12), (-rx * 0.02, TOP - 1)], 6)]


def age_lines(p: Proportions) -> list[np.ndarray]:
    """Forehead, eyes and mouth of an older face."""
    rx, ry = p.head
    (ex, ey), nose, mouth = eye_centre(p), nose_y(p), mouth_y(p)
    brow = ey - ry * 0.3
    out = [spline([(-rx * 0.34, brow), (0, brow - ry * 0.03), (rx * 0.34, brow)], 8)]
    for s in (-1, 1):
        out.append(spline([(s * rx * 0.22, nose + ry * 0.02), (s * rx * 0.33, nose + ry * 0.12), (s * rx * 0.36, mouth - ry * 0.04)], 8))
        out.append(spline([(s * (ex - rx * 0.1), ey + ry * 0.13), (s * ex, ey + ry * 0.16), (s * (ex + rx * 0.12), ey + ry * 0.12)], 8))
        out.append(spline([(s * (ex + rx * 0.22), ey - ry * 0.03), (s * (ex + rx * 0.32), ey - ry * 0.06)], 4))
    return out
