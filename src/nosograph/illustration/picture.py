"""A scene and its plates to a picture: where everything stands on a sheet 640 wide.

From top to bottom: the code and its title; the figure with labels beside it, and the close-up where there is one;
a remark where the code leaves something open; the phase strip.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot

from nosograph.illustration.labels import LINE, SIZE, Placed, Wanted, column
from nosograph.illustration.model import Box, Emphasis, Mark, Panel, Plate, PlateRegion, Scene
from nosograph.illustration.shapes import Shape, art, group, number, placed, shape
from nosograph.illustration.strip import HEIGHT, draw_strip
from nosograph.illustration.text import width, wrap

WIDTH = 640.0
EDGE = 16.0
BODY = 500.0
RING = 8.0
_AROUND = frozenset({"skin", "whole_body"})
_SMALL = frozenset({"eye", "ear"})  # too small to be seen on a whole figure without a ring
_OFF_CENTER = 5.0  # in a plate's own units: so far from its middle line the end of a leader is clearly on one side
_CLASS = re.compile(r'class="([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The finished drawing: its height, its shapes, and every label and line of text with its box, for checks."""

    height: float
    shapes: tuple[Shape, ...]
    labels: tuple[Placed, ...]
    texts: tuple[Box, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """Where a plate stands on the sheet: the sheet's point of the plate's view origin, and the scale."""

    plate: Plate
    x: float
    y: float
    scale: float

    def point(self, anchor: tuple[float, float]) -> tuple[float, float]:
        view = self.plate.view
        return self.x + (anchor[0] - view.x) * self.scale, self.y + (anchor[1] - view.y) * self.scale


def draw(scene: Scene, plates: Mapping[str, Plate]) -> Picture:
    """The picture of a scene; the plates that it names must be among `plates`."""
    head, head_boxes, top = _header(scene)
    figure = _fit(
        plates[scene.body.plate],
        Box(x=0, y=top, width=WIDTH, height=BODY),
        center=292 if scene.inset else 320,
        widest=256 if scene.inset else 300,
    )
    shapes = [*head, _panel(scene.body, figure, scene.code)]
    labels = list(_figure_labels(scene, figure, top))
    texts = list(head_boxes)
    if scene.inset:
        shape_of_inset, inset_labels = _inset(scene.inset, plates[scene.inset.plate], figure, top, scene)
        shapes.extend(shape_of_inset)
        labels.extend(inset_labels)
    sides, side_boxes = _side_words(scene, figure, top + BODY)
    shapes.extend(sides)
    texts.extend(side_boxes)
    shapes.extend(_drawn(label) for label in labels)
    bottom = top + BODY + 12
    if scene.remark:
        remark, box = _remark(scene.remark, bottom)
        shapes.extend(remark)
        texts.append(box)
        bottom = box.bottom + 10
    if scene.strip:
        shapes.append(draw_strip(scene.strip, Box(x=EDGE, y=bottom + 6, width=WIDTH - 2 * EDGE, height=HEIGHT)))
        bottom += HEIGHT + 6
    return Picture(height=bottom + 8, shapes=tuple(shapes), labels=tuple(labels), texts=tuple(texts))


def _header(scene: Scene) -> tuple[list[Shape], list[Box], float]:
    badge = width(scene.code, SIZE) + 28
    shapes = [
        shape("rect", x=EDGE, y=14, width=badge, height=38, rx=9, class_="tag"),
        shape("text", text=scene.code, x=EDGE + badge / 2, y=42, class_="label middle on-tag strong"),
    ]
    boxes = [Box(x=EDGE, y=14, width=badge, height=38)]
    x = EDGE + badge + 16
    for i, line in enumerate(wrap(scene.title, SIZE, WIDTH - EDGE - x, lines=3)):
        shapes.append(shape("text", text=line, x=x, y=42 + i * LINE, class_="label"))
        boxes.append(Box(x=x, y=18 + i * LINE, width=width(line, SIZE), height=LINE - 1))
    return shapes, boxes, max(70.0, boxes[-1].bottom + 14)


def _fit(plate: Plate, room: Box, *, center: float, widest: float) -> _Spot:
    scale = min(room.height / plate.view.height, widest / plate.view.width)
    return _Spot(
        plate=plate, x=center - plate.view.width * scale / 2, y=room.y + (room.height - plate.view.height * scale) / 2,
        scale=scale,
    )  # fmt: skip


def _panel(panel: Panel, spot: _Spot, code: str) -> Shape:
    parts = [art(spot.plate.base)]
    for mark in panel.marks:
        region = spot.plate.regions[mark.target]
        inner = [shape("title", text=region.title), art(region.art)]
        if region.part in _SMALL and mark.emphasis is not Emphasis.SHOWN:
            inner.extend(shape("circle", cx=x, cy=y, r=11, class_="spot") for x, y in region.anchors)
        if mark.half:
            inner = [_clipped(inner, _half(spot.plate, mark.half))]
        parts.append(group(inner, id=f"{ident(code)}-{region.id}", class_=_classes(mark, region)))
    return _on_sheet(parts, spot)


def _half(plate: Plate, side: str) -> Box:
    """The half of a plate's view that shows the person's right or left: seen from behind it is the other one."""
    view = plate.view
    viewers_left = (side == "right") != plate.id.endswith("-back")
    return Box(
        x=view.x if viewers_left else view.x + view.width / 2, y=view.y, width=view.width / 2, height=view.height
    )


def _clipped(parts: list[Shape], box: Box) -> Shape:
    """Shapes of which only what lies in the box is drawn; an inner <svg> cuts without needing an id."""
    box_as_view = " ".join(number(v) for v in (box.x, box.y, box.width, box.height))
    return shape("svg", *parts, x=box.x, y=box.y, width=box.width, height=box.height, viewBox=box_as_view)


def _anchors(mark: Mark, plate: Plate) -> tuple[tuple[float, float], ...]:
    """Where a leader line may end. For a half: the points that lie in it, else the nearest one brought over to it."""
    anchors = plate.regions[mark.target].anchors
    if not mark.half:
        return anchors
    box = _half(plate, mark.half)
    middle = plate.view.x + plate.view.width / 2
    way = 1 if box.x >= middle else -1
    inside = tuple(a for a in anchors if (a[0] - middle) * way >= _OFF_CENTER)
    return inside or tuple((middle + way * max(abs(x - middle), _OFF_CENTER), y) for x, y in anchors)


def _classes(mark: Mark, region: PlateRegion) -> str:
    """How a region is drawn: by its emphasis, lightly where it is the whole body, as bone where no marrow is meant."""
    if region.part in _AROUND:
        return f"{mark.emphasis} around"
    return (
        f"{mark.emphasis} bony" if set(_CLASS.findall(region.art)) <= {"bone", "fine", "line"} else str(mark.emphasis)
    )


def _on_sheet(parts: list[Shape], spot: _Spot) -> Shape:
    view = spot.plate.view
    return placed(group(parts), spot.x - view.x * spot.scale, spot.y - view.y * spot.scale, spot.scale)


def ident(code: str) -> str:
    """An id that is unique on a page which holds several pictures."""
    return "n" + "".join(c for c in code if c.isalnum() or c == "-")


def _wanted(marks: tuple[Mark, ...], spot: _Spot) -> list[Wanted]:
    """One label for all the marks that share its words, so that a pair of organs is named once."""
    found: dict[str, Wanted] = {}
    for mark in marks:
        if not mark.label:
            continue
        points = tuple(spot.point(a) for a in _anchors(mark, spot.plate))
        before = found.get(mark.label)
        found[mark.label] = Wanted(
            text=mark.label, anchors=(*before.anchors, *points) if before else points, emphasis=mark.emphasis
        )
    return list(found.values())


def _figure_labels(scene: Scene, spot: _Spot, top: float) -> tuple[Placed, ...]:
    """Labels left of the figure; without a close-up, labels of the person's left side stand on the right."""
    wanted = _wanted(scene.body.marks, spot)
    beside = spot.x - EDGE - 4
    left_room = Box(x=EDGE, y=top + 20, width=beside, height=BODY - 80)
    if scene.inset:
        return column(wanted, left_room, align="end")
    middle = spot.x + spot.plate.view.width * spot.scale / 2
    right = [w for w in wanted if min(a[0] for a in w.anchors) > middle + 1]
    left = [w for w in wanted if w not in right]
    right_room = Box(x=WIDTH - EDGE - beside, y=top + 20, width=beside, height=BODY - 80)
    return column(left, left_room, align="end") + column(right, right_room, align="start")


def _inset(panel: Panel, plate: Plate, figure: _Spot, top: float, scene: Scene) -> tuple[list[Shape], list[Placed]]:
    """The close-up at the right, joined to the first marked structure by two dashed lines; labels above and below."""
    size = 204.0
    spot = _Spot(plate=plate, x=WIDTH - EDGE - size + 6, y=top + 96, scale=size / plate.view.width)
    shown = [art(plate.base)]
    listed = {m.target for m in panel.marks}
    for region in plate.regions.values():
        css = "marked-cell" if region.id in listed else "cell"
        shown.append(
            group(
                [shape("title", text=region.title), art(region.art)], id=f"{ident(scene.code)}-{region.id}", class_=css
            )
        )
    lines = []
    marked = [m for m in scene.body.marks if m.emphasis is not Emphasis.SHOWN]
    if marked:
        from_x, from_y = max(figure.point(a) for a in _anchors(marked[0], figure.plate))
        cx, cy, r = spot.x + size / 2, spot.y + size / 2, size * 0.48
        lines = [
            shape(
                "path",
                d=f"M{number(from_x)} {number(from_y)}L{number(cx - r * 0.55)} {number(cy + way * r * 0.84)}",
                class_="zoom",
            )
            for way in (-1, 1)
        ]
    labels = _inset_labels(_wanted(panel.marks, spot), spot, size)
    return [*lines, _on_sheet(shown, spot)], labels


def _inset_labels(wanted: list[Wanted], spot: _Spot, size: float) -> list[Placed]:
    """The first label above the close-up, the second and third side by side below it."""
    left, right = spot.x - 12, WIDTH - 8
    out = [_above(w, Box(x=left, y=0, width=right - left, height=spot.y - 12)) for w in wanted[:1]]
    below = wanted[1:3]
    share = (right - left) / max(1, len(below))
    for i, w in enumerate(below):
        lines = wrap(w.text, SIZE, share - 6, lines=3)
        wide = max(width(t, SIZE) for t in lines)
        x = left + share * i + (share - wide) / 2
        box = Box(x=x, y=spot.y + size + 18, width=wide, height=len(lines) * LINE)
        out.append(_led(w, lines, box, (x + wide / 2, box.y - 2)))
    return out


def _above(wanted: Wanted, room: Box) -> Placed:
    lines = wrap(wanted.text, SIZE, room.width, lines=2)
    wide = max(width(t, SIZE) for t in lines)
    box = Box(x=room.right - wide, y=room.bottom - len(lines) * LINE, width=wide, height=len(lines) * LINE)
    return _led(wanted, lines, box, (box.x + wide / 2, box.bottom + 3))


def _led(wanted: Wanted, lines: tuple[str, ...], box: Box, start: tuple[float, float]) -> Placed:
    """A label whose line runs to the nearest of its structures, and ends at a ring around it."""
    x, y = min(wanted.anchors, key=lambda a: ((a[0] - start[0]) ** 2 + (a[1] - start[1]) ** 2, a))
    far = hypot(x - start[0], y - start[1]) or 1.0
    end = (x + (start[0] - x) * RING / far, y + (start[1] - y) * RING / far)
    return Placed(lines=lines, box=box, start=start, end=end, align="start", emphasis=wanted.emphasis, ring=(x, y))


def _drawn(label: Placed) -> Shape:
    line = f"M{number(label.start[0])} {number(label.start[1])}L{number(label.end[0])} {number(label.end[1])}"
    words = [
        shape(
            "text", text=text, class_="label end-aligned" if label.align == "end" else "label",
            x=label.box.right if label.align == "end" else label.box.x, y=label.box.y + 23 + i * LINE,
        )
        for i, text in enumerate(label.lines)
    ]  # fmt: skip
    x, y = label.ring or label.end
    end = shape("circle", cx=x, cy=y, r=RING if label.ring else 4, class_="ring" if label.ring else "end")
    return group([shape("path", d=line, class_="halo"), shape("path", d=line, class_="leader"), end, *words])


def _side_words(scene: Scene, spot: _Spot, bottom: float) -> tuple[list[Shape], list[Box]]:
    """ "Their right" and "their left", so that nobody takes the viewer's side for the person's."""
    if not scene.body.plate.endswith(("-front", "-back")):
        return [], []
    front = scene.body.plate.endswith("-front")
    middle = spot.x + spot.plate.view.width * spot.scale / 2
    words = ("their right", "their left") if front else ("their left", "their right")
    shapes, boxes = [], []
    for text, x in zip(words, (middle - 84 - width(words[0], SIZE), middle + 84), strict=True):
        shapes.append(shape("text", text=text, x=x, y=bottom - 8, class_="label"))
        boxes.append(Box(x=x, y=bottom - 32, width=width(text, SIZE), height=LINE - 1))
    return shapes, boxes


def _remark(text: str, y: float) -> tuple[list[Shape], Box]:
    lines = wrap(text, SIZE, WIDTH - 2 * EDGE - 24, lines=3)
    box = Box(x=EDGE, y=y, width=WIDTH - 2 * EDGE, height=len(lines) * LINE + 18)
    shapes = [shape("rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=9, class_="remark")]
    shapes.extend(
        shape("text", text=line, x=EDGE + 12, y=y + 33 + i * LINE - 2, class_="label") for i, line in enumerate(lines)
    )
    return shapes, box
