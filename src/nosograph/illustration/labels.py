"""Places labels in columns beside a panel so that none overlaps another or leaves its column.

Worked example: three labels whose structures lie close together keep the order of their structures from top to
bottom, each as near to its own structure's height as the others allow.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from nosograph.illustration.model import Box, Emphasis
from nosograph.illustration.text import width, wrap

SIZE = 24.0  # 12 px when the picture, 640 wide, is shown 320 px wide
LINE = 29.0
GAP = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A label to place: its words and the points of the picture where its line may end."""

    text: str
    anchors: tuple[tuple[float, float], ...]
    emphasis: Emphasis = Emphasis.MARKED


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A label in its place: its lines, the box they fill, and its leader line from `start` to `end`.

    `ring` is the middle of a small structure that a dot would hide; the line then ends at a ring around it.
    """

    lines: tuple[str, ...]
    box: Box
    start: tuple[float, float]
    end: tuple[float, float]
    align: str
    emphasis: Emphasis
    ring: tuple[float, float] | None = None


def column(wanted: Sequence[Wanted], room: Box, *, align: str) -> tuple[Placed, ...]:
    """The labels in one column; `align` "end" puts it to the left of what it labels, "start" to the right.

    Labels that do not fit into the column's height are cut to fewer lines, from the last one on.
    """
    edge = room.right if align == "end" else room.x
    ordered = sorted(wanted, key=lambda w: _nearest(w.anchors, edge, None)[1])
    texts = [wrap(w.text, SIZE, room.width, lines=4) for w in ordered]
    heights = [len(t) * LINE for t in texts]
    while texts and sum(heights) + GAP * (len(heights) - 1) > room.height:
        tallest = max(range(len(texts)), key=lambda i: (heights[i], i))
        if len(texts[tallest]) == 1:
            texts, ordered, heights = texts[:-1], ordered[:-1], heights[:-1]
            continue
        texts[tallest] = wrap(ordered[tallest].text, SIZE, room.width, lines=len(texts[tallest]) - 1)
        heights[tallest] = len(texts[tallest]) * LINE
    tops = _spread(
        [_nearest(w.anchors, edge, None)[1] - h / 2 for w, h in zip(ordered, heights, strict=True)], heights, room
    )
    return tuple(_place(w, t, room, top, h, align) for w, t, top, h in zip(ordered, texts, tops, heights, strict=True))


def _place(wanted: Wanted, lines: tuple[str, ...], room: Box, top: float, height: float, align: str) -> Placed:
    wide = max(width(line, SIZE) for line in lines)
    x = room.right - wide if align == "end" else room.x
    middle = top + height / 2
    start = (room.right + 6, middle) if align == "end" else (room.x - 6, middle)
    return Placed(
        lines=lines, box=Box(x=x, y=top, width=wide, height=height), start=start,
        end=_nearest(wanted.anchors, start[0], middle), align=align, emphasis=wanted.emphasis,
    )  # fmt: skip


def _nearest(anchors: Sequence[tuple[float, float]], x: float, y: float | None) -> tuple[float, float]:
    return min(anchors, key=lambda a: ((a[0] - x) ** 2 + (0 if y is None else a[1] - y) ** 2, a))


def _spread(tops: list[float], heights: list[float], room: Box) -> list[float]:
    """Moves boxes apart, downward first and then back up from the floor, keeping their order."""
    out = list(tops)
    floor = room.y
    for i, h in enumerate(heights):
        out[i] = max(out[i], floor)
        floor = out[i] + h + GAP
    ceiling = room.bottom
    for i in range(len(out) - 1, -1, -1):
        out[i] = min(out[i], ceiling - heights[i])
        ceiling = out[i] - GAP
    return out


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share any area."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
