"""The line of a label that ends at a ring around its structure."""

from math import hypot

from nosograph.illustration.labels import Placed, Wanted
from nosograph.illustration.model import Box

RING = 8.0


def led(wanted: Wanted, lines: tuple[str, ...], box: Box, start: tuple[float, float]) -> Placed:
    """A label whose line runs to the nearest of its structures, and ends at a ring around it."""
    x, y = min(wanted.anchors, key=lambda a: ((a[0] - start[0]) ** 2 + (a[1] - start[1]) ** 2, a))
    far = hypot(x - start[0], y - start[1]) or 1.0
    end = (x + (start[0] - x) * RING / far, y + (start[1] - y) * RING / far)
    return Placed(lines=lines, box=box, start=start, end=end, align="start", emphasis=wanted.emphasis, ring=(x, y))
