"""Draws a phase strip: the steps in order, the present one marked "now" by shape and word, not by color alone."""

from nosograph.illustration.labels import LINE, SIZE
from nosograph.illustration.model import Box, Strip
from nosograph.illustration.shapes import Shape, group, number, shape
from nosograph.illustration.text import width, wrap

_CURVE = 46.0  # how far a course with levels rises above its lowest point


def strip_height(strip: Strip) -> float:
    """How high a strip is: one whose steps have levels needs room for its curve."""
    return 216.0 if _has_levels(strip) else 216.0 - _CURVE


def _has_levels(strip: Strip) -> bool:
    return any(s.level is not None for s in strip.steps)


def draw_strip(strip: Strip, room: Box) -> Shape:
    """The strip inside `room`, whose height should be that of `strip_height`."""
    count = len(strip.steps)
    step = room.width / count
    centers = [room.x + step * (i + 0.5) for i in range(count)]
    base = room.y + (126 if _has_levels(strip) else 126 - _CURVE)
    heights = [base - (s.level or 0) * _CURVE for s in strip.steps]
    parts = [
        shape("text", text=strip.title, x=room.x, y=room.y + 20, class_="label strong"),
        *_line(strip, centers, heights, base),
    ]
    for i, item in enumerate(strip.steps):
        now = i == strip.now
        css = "now" if now else "passed" if item.passed else "ahead"
        parts.append(shape("circle", cx=centers[i], cy=heights[i], r=11 if now else 8, class_=f"dot {css}"))
        for k, line in enumerate(wrap(item.label, SIZE, step - 14, lines=2)):
            parts.append(
                shape(
                    "text",
                    text=line,
                    x=centers[i],
                    y=base + 42 + k * LINE,
                    class_="label middle" + (" strong" if now else ""),
                )
            )
        if now:
            parts.extend(_flag(centers[i], heights[i]))
    return group(parts, class_="strip")


def _flag(x: float, y: float) -> list[Shape]:
    """The word "now" above its step, in a filled tag."""
    wide = width("now", SIZE) + 20
    return [
        shape("rect", x=x - wide / 2, y=y - 52, width=wide, height=31, rx=7, class_="tag"),
        shape("path", d=f"M{number(x - 6)} {number(y - 22)}h12l-6 8z", class_="tag"),
        shape("text", text="now", x=x, y=y - 28, class_="label middle on-tag"),
    ]


def _line(strip: Strip, xs: list[float], ys: list[float], base: float) -> list[Shape]:
    """The line through the steps; it is dashed beyond "now" and where no step is known to be the present one."""
    out = []
    for i in range(len(xs) - 1):
        ahead = strip.now is None or i >= strip.now or not strip.steps[i + 1].passed
        middle = (xs[i] + xs[i + 1]) / 2
        start, end = f"{number(xs[i])} {number(ys[i])}", f"{number(xs[i + 1])} {number(ys[i + 1])}"
        d = f"M{start}C{number(middle)} {number(ys[i])} {number(middle)} {number(ys[i + 1])} {end}"
        out.append(shape("path", d=d, class_="course ahead" if ahead else "course"))
    if any(y != base for y in ys):
        out.insert(0, shape("line", x1=xs[0] - 40, y1=base, x2=xs[-1] + 40, y2=base, class_="axis"))
    return out
