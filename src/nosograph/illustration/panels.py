"""Draws one panel: its heading, the square or round plate, what is marked on it, and the words beside it.

Close-ups show the marked parts colored over the plate, and a sign (a crack, a swelling) along the part; tiles and films
are shown whole. A plate that shows the person's right one of a pair is mirrored for the left.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from nosograph.illustration.labels import LINE, SIZE, Placed, Wanted
from nosograph.illustration.leading import led
from nosograph.illustration.model import Box, Emphasis, Mark, Panel, Plate, PlateRegion
from nosograph.illustration.shapes import Shape, art, group, number, shape
from nosograph.illustration.text import width, wrap

STRONG = 1.08  # how much wider semibold words are than the measured ones
_CLASS = re.compile(r'class="([^"]*)"')
# Classes that are lines alone: they keep their look in a part that is marked.
LINES = frozenset(
    {
        "contour", "hair-line", "line", "fine", "motion", "crack", "harm-line", "nerve-line", "artery-line",
        "vein-line", "ground-line",
    }
)  # fmt: skip
_HIT = {Emphasis.MARKED: "hit", Emphasis.POSSIBLE: "hit-possible", Emphasis.QUIET: "hit-quiet", Emphasis.SHOWN: "hit"}
_LARGEST_SIGN = 0.65  # so that a sign on a wide part does not hide the plate
_SIGN_WIDTH = 40.0  # a sign is drawn for a part that is so wide, in the units of its own plate


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a plate stands on the sheet: the sheet's point of the plate's view origin, the scale, whether mirrored."""

    plate: Plate
    x: float
    y: float
    scale: float
    mirrored: bool = False

    def point(self, anchor: tuple[float, float]) -> tuple[float, float]:
        """A point of the plate, on the sheet."""
        view = self.plate.view
        across = view.right - anchor[0] if self.mirrored else anchor[0] - view.x
        return self.x + across * self.scale, self.y + (anchor[1] - view.y) * self.scale

    def on_sheet(self, parts: list[Shape], **attributes: str) -> Shape:
        """Shapes of the plate, where it stands."""
        view = self.plate.view
        scale = number(self.scale, 3)
        if self.mirrored:
            x, factor = self.x + view.right * self.scale, f"-{scale} {scale}"
        else:
            x, factor = self.x - view.x * self.scale, scale
        y = self.y - view.y * self.scale
        return shape("g", group(parts, **attributes), transform=f"translate({number(x)} {number(y)}) scale({factor})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A drawn panel: its shapes, its words with their boxes, the plate's own box, and where the block ends."""

    shapes: tuple[Shape, ...]
    labels: tuple[Placed, ...]
    texts: tuple[Box, ...]
    frame: Box
    bottom: float


def draw_panel(
    panel: Panel, plates: Mapping[str, Plate], room: Box, size: float, ident: str, *, lines: int = 0
) -> Block:
    """The panel from the top of the room, at its left edge.

    `size` is the width of its plate, `ident` what its ids begin with. `lines` is for how many lines of heading there
    is room at least, so that plates side by side stand at one height.
    """
    plate = plates[panel.plate]
    wanted = [m for m in panel.marks if m.label]
    above = wanted[:1] if len(wanted) > 2 else []
    below = wanted[len(above) :][:2]
    heading, boxes, y = _heading(panel.heading, room)
    y = max(y, room.y + lines * LINE + 8) if lines else y
    if above:
        y += 2 * LINE + 12
    spot = Spot(
        plate=plate,
        x=room.x,
        y=y,
        scale=size / plate.view.width,
        mirrored=panel.mirrored,
    )
    frame = Box(x=spot.x, y=y, width=size, height=size)
    labels = [_above(m, spot, Box(x=room.x, y=0, width=room.width, height=y - 12)) for m in above]
    under, bottom = _below(below, spot, room, frame)
    shapes = (*heading, spot.on_sheet(_contents(panel, plates, ident), class_="panel"))
    return Block(shapes=shapes, labels=(*labels, *under), texts=tuple(boxes), frame=frame, bottom=bottom)


def heading_lines(text: str, wide: float) -> tuple[str, ...]:
    """A heading in lines that fit."""
    return tuple(line for part in text.split("\n") for line in wrap(part, SIZE, wide / STRONG, lines=3))


def _heading(text: str, room: Box) -> tuple[list[Shape], list[Box], float]:
    if not text:
        return [], [], room.y
    shapes, boxes = [], []
    lines = heading_lines(text, room.width)
    for i, line in enumerate(lines):
        shapes.append(shape("text", text=line, x=room.x, y=room.y + 22 + i * LINE, class_="label strong"))
        boxes.append(Box(x=room.x, y=room.y + i * LINE, width=width(line, SIZE) * STRONG, height=LINE - 1))
    return shapes, boxes, room.y + len(lines) * LINE + 8


def _contents(panel: Panel, plates: Mapping[str, Plate], ident: str) -> list[Shape]:
    plate = plates[panel.plate]
    signs = [_sign(plates[m.sign], plate.regions[m.target]) for m in panel.marks if m.sign]
    return [*plate_art(panel, plate, ident), *signs]


def plate_art(panel: Panel, plate: Plate, ident: str) -> list[Shape]:
    """A plate's art: of a body or a place only what is marked, of all others every part."""
    parts = [art(plate.base)]
    if plate.family in ("close-ups", "figures"):
        parts.extend(_marked_part(m, plate, ident) for m in panel.marks)
        return parts
    for region in plate.regions.values():
        if region.art:
            parts.append(group([shape("title", text=region.title), art(region.art)], id=f"{ident}-{region.id}"))
    return parts


def _marked_part(mark: Mark, plate: Plate, ident: str) -> Shape:
    """The part in the color of the mark; its own lines stay as they are."""
    region, css = plate.regions[mark.target], _HIT[mark.emphasis]
    colored = _CLASS.sub(lambda m: m.group(0) if m.group(1) in LINES else f'class="{css}"', region.art)
    inner = [shape("title", text=region.title), art(colored)]
    if mark.half:
        inner = [clipped(inner, half_of(plate, mark.half))]
    return group(inner, id=f"{ident}-{region.id}")


def half_of(plate: Plate, side: str) -> Box:
    """The half of a plate's view that shows the person's right or left: seen from behind it is the other one."""
    view = plate.view
    viewers_left = (side == "right") != plate.behind
    return Box(
        x=view.x if viewers_left else view.x + view.width / 2, y=view.y, width=view.width / 2, height=view.height
    )


def clipped(parts: list[Shape], box: Box) -> Shape:
    """Shapes of which only what lies in the box is drawn; an inner <svg> cuts without needing an id."""
    box_as_view = " ".join(number(v) for v in (box.x, box.y, box.width, box.height))
    return shape("svg", *parts, x=box.x, y=box.y, width=box.width, height=box.height, viewBox=box_as_view)


def _sign(sign: Plate, region: PlateRegion) -> Shape:
    """A sign where the part's anchor is, turned along the part and as wide as it."""
    x, y = region.anchors[0]
    scale = min((region.span or _SIGN_WIDTH) / _SIGN_WIDTH, _LARGEST_SIGN)
    turn = f"translate({number(x)} {number(y)}) rotate({number(region.axis or 0)}) scale({number(scale, 2)})"
    return shape("g", art(sign.base), transform=turn)


def _wanted(mark: Mark, spot: Spot) -> Wanted:
    anchors = tuple(spot.point(a) for a in spot.plate.regions[mark.target].anchors)
    return Wanted(text=mark.label or "", anchors=anchors, emphasis=mark.emphasis)


def _above(mark: Mark, spot: Spot, room: Box) -> Placed:
    wanted = _wanted(mark, spot)
    lines = wrap(wanted.text, SIZE, room.width, lines=2)
    wide = max(width(t, SIZE) for t in lines)
    box = Box(x=room.right - wide, y=room.bottom - len(lines) * LINE, width=wide, height=len(lines) * LINE)
    return led(wanted, lines, box, (box.x + wide / 2, box.bottom + 3))


def _below(marks: list[Mark], spot: Spot, room: Box, frame: Box) -> tuple[list[Placed], float]:
    """One or two labels below the plate, in the order in which their parts stand from left to right."""
    if not marks:
        return [], frame.bottom
    wanted = sorted((_wanted(m, spot) for m in marks), key=lambda w: min(w.anchors))
    share = room.width / len(wanted)
    out, bottom = [], frame.bottom
    for i, w in enumerate(wanted):
        lines = wrap(w.text, SIZE, share, lines=3)
        wide = max(width(t, SIZE) for t in lines)
        x = room.x + share * i + (share - wide) / 2
        box = Box(x=x, y=frame.bottom + 16, width=wide, height=len(lines) * LINE)
        out.append(led(w, lines, box, (x + wide / 2, box.y - 2)))
        bottom = max(bottom, box.bottom)
    return out, bottom
