"""Few smooth curves for many points: Schneider's fit, and the path data that comes of it.

Example: `outline(shape, 0.2)` gives the path of a shapely shape, each ring as the fewest cubic curves that stay within
0.2 units of it; `stroke(points, 0.1)` does the same for an open line. Numbers are relative and have one decimal; each
is relative to the rounded point before, so that nothing drifts.
"""

import re
from collections.abc import Sequence

import numpy as np
from geometry import _joined, _number, rings
from shapely.geometry.base import BaseGeometry

Cubic = np.ndarray  # four points


def resample(points: np.ndarray, step: float, closed: bool) -> np.ndarray:
    """The same line with points `step` apart."""
    p = np.vstack([points, points[:1]]) if closed else np.asarray(points, dtype=float)
    gaps = np.hypot(*np.diff(p, axis=0).T)
    keep = np.concatenate([[True], gaps > 1e-9])
    p = p[keep]
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(p, axis=0).T))])
    count = max(4, round(along[-1] / step))
    at = np.linspace(0, along[-1], count + 1)
    out = np.column_stack([np.interp(at, along, p[:, k]) for k in (0, 1)])
    return out[:-1] if closed else out


def _corners(p: np.ndarray, reach: int, degrees: float) -> list[int]:
    """The points of a closed ring at which it turns sharply."""
    before, after = p - np.roll(p, reach, axis=0), np.roll(p, -reach, axis=0) - p
    turn = np.degrees(np.arctan2(before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0], (before * after).sum(1)))
    sharp = np.abs(turn)
    out = []
    for i in np.argsort(-sharp):
        if sharp[i] < degrees:
            break
        n = len(p)
        if all(min((i - j) % n, (j - i) % n) > reach for j in out):
            out.append(int(i))
    return sorted(out)


def _bezier(c: Cubic, t: np.ndarray) -> np.ndarray:
    s = 1 - t
    return (
        s[:, None] ** 3 * c[0]
        + 3 * (s**2 * t)[:, None] * c[1]
        + 3 * (s * t**2)[:, None] * c[2]
        + t[:, None] ** 3 * c[3]
    )


def _unit(v: np.ndarray) -> np.ndarray:
    return v / max(float(np.hypot(*v)), 1e-9)


def _one_cubic(p: np.ndarray, start: np.ndarray, end: np.ndarray, t: np.ndarray) -> Cubic:
    """The cubic through both ends, with the given tangents, nearest to the points (least squares)."""
    s = 1 - t
    a1 = (3 * s**2 * t)[:, None] * start
    a2 = (3 * s * t**2)[:, None] * end
    rest = p - ((s**3 + 3 * s**2 * t)[:, None] * p[0] + (t**3 + 3 * s * t**2)[:, None] * p[-1])
    c = np.array([[(a1 * a1).sum(), (a1 * a2).sum()], [(a1 * a2).sum(), (a2 * a2).sum()]])
    x = np.array([(a1 * rest).sum(), (a2 * rest).sum()])
    chord = float(np.hypot(*(p[-1] - p[0])))
    det = np.linalg.det(c)
    left, right = np.linalg.solve(c, x) if abs(det) > 1e-9 else (chord / 3, chord / 3)
    if left < chord * 0.02 or right < chord * 0.02 or max(left, right) > chord * 3:
        left = right = chord / 3
    return np.array([p[0], p[0] + start * left, p[-1] + end * right, p[-1]])


def _closer(c: Cubic, p: np.ndarray, t: np.ndarray) -> np.ndarray:
    """One Newton step: the parameters at which the curve comes nearest to the points."""
    d1 = 3 * np.diff(c, axis=0)
    d2 = 2 * np.diff(d1, axis=0)
    s = 1 - t
    off = _bezier(c, t) - p
    v1 = (s**2)[:, None] * d1[0] + (2 * s * t)[:, None] * d1[1] + (t**2)[:, None] * d1[2]
    v2 = s[:, None] * d2[0] + t[:, None] * d2[1]
    low = (v1 * v1).sum(1) + (off * v2).sum(1)
    step = np.where(np.abs(low) > 1e-9, (off * v1).sum(1) / np.where(low == 0, 1, low), 0)
    return np.clip(t - step, 0, 1)


def _try(p: np.ndarray, start: np.ndarray, end: np.ndarray, error: float) -> Cubic | None:
    """One cubic along the points, if one can come within the error."""
    if len(p) <= 2:
        third = float(np.hypot(*(p[-1] - p[0]))) / 3
        return np.array([p[0], p[0] + start * third, p[-1] + end * third, p[-1]])
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(p, axis=0).T))])
    t = along / along[-1]
    for _ in range(14):
        c = _one_cubic(p, start, end, t)
        worst = float(np.hypot(*(_bezier(c, t) - p).T).max())
        if worst < error:
            return c
        if worst > error * 10:
            return None
        t = _closer(c, p, t)
    return None


def _tangent(p: np.ndarray, k: int) -> np.ndarray:
    """The direction of the line at point k, from its neighbors."""
    reach = max(1, min(3, k, len(p) - 1 - k))
    return _unit(p[min(k + reach, len(p) - 1)] - p[max(k - reach, 0)])


def fit(p: np.ndarray, start: np.ndarray, end: np.ndarray, error: float) -> list[Cubic]:
    """Cubics along the points, each as long as the error lets it be; `start` points onward, `end` backward."""
    whole = _try(p, start, end, error)
    if whole is not None:
        return [whole]
    out: list[Cubic] = []
    here, last = 0, len(p) - 1
    while here < last:
        good, best = here + 1, None
        low, high = here + 1, last
        step = 8
        while low <= high:  # the farthest end that one cubic can reach: first in growing steps, then by halves
            middle = min(low + step, high) if best is None or step else (low + high) // 2
            back = end if middle == last else -_tangent(p, middle)
            found = _try(p[here : middle + 1], start, back, error)
            if found is not None:
                good, best, low, step = middle, found, middle + 1, step * 2
            else:
                high, step = middle - 1, 0 if best is not None or step == 0 else step // 2
        if best is None:
            back = end if good == last else -_tangent(p, good)
            third = float(np.hypot(*(p[good] - p[here]))) / 3
            best = np.array([p[here], p[here] + start * third, p[good] + back * third, p[good]])
        out.append(best)
        start = _tangent(p, good)
        here = good
    return out


def _write(cubics: Sequence[Cubic], closed: bool) -> str:
    here = np.round(cubics[0][0], 1)
    head = f"M{_number(here[0])} {_number(here[1])}c"
    parts = []
    for c in cubics:
        q = np.round(c - here, 1)
        parts.append(_joined([v for point in q[1:] for v in point]))
        here = np.round(here + q[3], 1)
    body = "".join(x if i == 0 or x[0] == "-" else " " + x for i, x in enumerate(parts))
    return head + body + ("z" if closed else "")


def ring_path(ring: np.ndarray, error: float, corner: float = 48, step: float = 0.6) -> str:
    """One closed outline as path data."""
    length = _length(ring)
    step = min(step, length / 32)
    p = resample(ring, step, True)
    reach = max(1, round(1.2 / step))
    reach = min(reach, len(p) // 8) or 1
    turns = _corners(p, reach, corner)
    cubics: list[Cubic] = []
    n = len(p)
    if not turns:
        first = int(np.argmin(p[:, 1]))
        p = np.vstack([p[first:], p[: first + 1]])
        tangent = _unit(p[1] - p[-2])
        cubics = fit(p, tangent, -tangent, error)
        return _write(cubics, True)
    for a, b in zip(turns, [*turns[1:], turns[0] + n], strict=True):
        piece = np.asarray([p[k % n] for k in range(a, b + 1)])
        r = min(2, len(piece) - 1)
        cubics += fit(piece, _unit(piece[r] - piece[0]), _unit(piece[-1 - r] - piece[-1]), error)
    return _write(cubics, True)


def _length(ring: np.ndarray) -> float:
    return float(np.hypot(*(np.roll(ring, -1, axis=0) - ring).T).sum())


def outline(shape: BaseGeometry, error: float = 0.15, corner: float = 48) -> str:
    """Path data of every outline of a shape."""
    return "".join(ring_path(r, error, corner) for r in rings(_same_way(shape)))


def _same_way(shape: BaseGeometry) -> BaseGeometry:
    """Outlines run as ribbons do: where shapes of one path overlap and do not run the same way, a hole appears."""
    from shapely import orient_polygons

    return orient_polygons(shape, exterior_cw=False)


def stroke(points: np.ndarray, error: float = 0.1) -> str:
    """Path data of an open smooth line; short lines are followed more closely than long ones."""
    line = np.asarray(points, dtype=float)
    length = float(np.hypot(*np.diff(line, axis=0).T).sum())
    p = resample(line, min(0.5, length / 16), False)
    r = min(2, len(p) - 1)
    return _write(fit(p, _unit(p[r] - p[0]), _unit(p[-1 - r] - p[-1]), min(error, length / 70)), False)


def ribbon(rows: Sequence[tuple[float, float, float]], error: float = 0.25) -> str:
    """Path data of a thin shape along (x, y, half width), blunt at both ends: for ribs, vessels and nerves."""
    from geometry import spline

    line = resample_rows(np.asarray(spline(rows, 8), dtype=float))
    along = np.gradient(line[:, :2], axis=0)
    along /= np.maximum(np.hypot(*along.T), 1e-9)[:, None]
    side = np.column_stack([along[:, 1], -along[:, 0]]) * line[:, 2:3]
    left, right = line[:, :2] + side, (line[:, :2] - side)[::-1]
    here = np.round(left[0], 1)
    out = f"M{_number(here[0])} {_number(here[1])}"
    for k, edge in enumerate((left, right)):
        edge = np.vstack([here, edge[1:]]) if k == 0 else edge
        if k:
            jump = np.round(edge[0] - here, 1)
            out += "l" + _joined(list(jump))
            here = np.round(here + jump, 1)
            edge = np.vstack([here, edge[1:]])
        r = min(2, len(edge) - 1)
        cubics = fit(edge, _unit(edge[r] - edge[0]), _unit(edge[-1 - r] - edge[-1]), error)
        parts = []
        for c in cubics:
            q = np.round(c - here, 1)
            parts.append(_joined([v for point in q[1:] for v in point]))
            here = np.round(here + q[3], 1)
        out += "c" + "".join(x if i == 0 or x[0] == "-" else " " + x for i, x in enumerate(parts))
    return out + "z"


def resample_rows(rows: np.ndarray, step: float = 0.8) -> np.ndarray:
    """Rows of (x, y, more ...) at even distances along x and y."""
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(rows[:, :2], axis=0).T))])
    at = np.linspace(0, along[-1], max(4, int(along[-1] / step)))
    return np.column_stack([np.interp(at, along, rows[:, k]) for k in range(rows.shape[1])])


def mirrored(d: str) -> str:
    """Path data of M, c, l, h, v and z alone, on the other side of the line x = 0."""
    out = []
    for letter, rest in re.findall(r"([Mclhvz])([^Mclhvz]*)", d):
        numbers = [float(v) for v in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", rest)]
        flip = {"h": (-1,), "v": (1,)}.get(letter, (-1, 1))
        out.append(letter + _joined([v * flip[k % len(flip)] for k, v in enumerate(numbers)]))
    return "".join(out)
