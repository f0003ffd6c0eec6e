"""A scene and its plates to a picture: where everything stands on a sheet 640 wide.

From top to bottom: the code and its title; the figure with labels beside it, and the panels at its right; a remark
where the code leaves something open; the strips. Without a figure the panels stand side by side.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from nosograph.illustration.inks import classes_of
from nosograph.illustration.labels import LINE, SIZE, Placed, Wanted, column
from nosograph.illustration.leading import RING
from nosograph.illustration.model import Box, Emphasis, Mark, Panel, Plate, PlateRegion, Scene
from nosograph.illustration.panels import Block, Spot, clipped, draw_panel, half_of, heading_lines
from nosograph.illustration.shapes import Shape, art, group, number, shape
from nosograph.illustration.strip import draw_strip, strip_height
from nosograph.illustration.tags import draw_tags
from nosograph.illustration.text import width, wrap

WIDTH = 640.0
EDGE = 16.0
BODY = 500.0
_COLUMN = Box(x=364, y=0, width=WIDTH - EDGE - 364, height=0)  # of the panels beside a figure
_ALONE, _ONE, _TWO = 300.0, 260.0, 226.0  # the width of a plate: without a figure, one or two beside it
_GAP = 18.0
_SIDES = 34.0  # the height of "their right" and "their left"
_AROUND = frozenset({"skin", "whole_body"})
_SMALL = frozenset({"eye", "ear"})  # too small to be seen on a whole figure without a ring
_OFF_CENTER = 5.0  # in a plate's own units: so far from its middle line the end of a leader is clearly on one side


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The finished drawing: its height, its shapes, and every label and line of text with its box, for checks.

    `spots` has the points of each mark on the figure, by its target, and `frames` the plate of each panel.
    """

    height: float
    shapes: tuple[Shape, ...]
    labels: tuple[Placed, ...]
    texts: tuple[Box, ...]
    spots: tuple[tuple[str, tuple[tuple[float, float], ...]], ...] = ()
    frames: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A finished part of the sheet, and where it ends."""

    shapes: tuple[Shape, ...]
    labels: tuple[Placed, ...]
    texts: tuple[Box, ...]
    bottom: float
    spots: tuple[tuple[str, tuple[tuple[float, float], ...]], ...] = ()
    frames: tuple[Box, ...] = ()


def draw(scene: Scene, plates: Mapping[str, Plate]) -> Picture:
    """The picture of a scene; the plates that it names must be among `plates`."""
    head, head_boxes, top = _header(scene)
    middle = _middle(scene, plates, top)
    shapes = [*head, *middle.shapes, *(_drawn(label) for label in middle.labels)]
    texts = [*head_boxes, *middle.texts]
    bottom = middle.bottom + 12
    if scene.remark:
        remark, box = _remark(scene.remark, bottom)
        shapes.extend(remark)
        texts.append(box)
        bottom = box.bottom + 10
    if scene.told:
        tags, boxes, end = draw_tags(scene.told, Box(x=EDGE, y=bottom, width=WIDTH - 2 * EDGE, height=0))
        shapes.extend(tags)
        texts.extend(boxes)
        bottom = end + 10
    for strip in scene.strips:
        high = strip_height(strip)
        shapes.append(draw_strip(strip, Box(x=EDGE, y=bottom + 6, width=WIDTH - 2 * EDGE, height=high)))
        bottom += high + 6
    return Picture(
        height=bottom + 8, shapes=tuple(shapes), labels=middle.labels, texts=tuple(texts),
        spots=middle.spots, frames=middle.frames,
    )  # fmt: skip


def draw_middle(scene: Scene, plates: Mapping[str, Plate]) -> tuple[tuple[Shape, ...], float]:
    """Figure and panels alone, from the top of a sheet 640 wide, and how high they are."""
    middle = _middle(scene, plates, 8.0)
    return (*middle.shapes, *(_drawn(label) for label in middle.labels)), middle.bottom


def _middle(scene: Scene, plates: Mapping[str, Plate], top: float) -> _Part:
    """Figure and panels; either alone has the whole width."""
    if scene.body is None:
        return _panels_alone(scene, plates, top)
    if not scene.panels:
        return _figure(scene, scene.body, plates, top)[0]
    figure, spot = _figure(scene, scene.body, plates, top)
    blocks = _panels_beside(scene, plates, top)
    joining = _zoom(scene, scene.body, spot, blocks[0], plates)
    return _Part(
        shapes=(*joining, *figure.shapes, *(s for b in blocks for s in b.shapes)),
        labels=(*figure.labels, *(label for b in blocks for label in b.labels)),
        texts=(*figure.texts, *(t for b in blocks for t in b.texts)),
        bottom=max(figure.bottom, *(b.bottom for b in blocks)),
        spots=figure.spots,
        frames=tuple(b.frame for b in blocks),
    )


def _panels_beside(scene: Scene, plates: Mapping[str, Plate], top: float) -> list[Block]:
    blocks: list[Block] = []
    y = top
    for i, panel in enumerate(scene.panels):
        room = Box(x=_COLUMN.x, y=y, width=_COLUMN.width, height=0)
        size = _ONE if len(scene.panels) == 1 else _TWO
        blocks.append(draw_panel(panel, plates, room, size, f"{ident(scene.code)}-{i + 1}"))
        y = blocks[-1].bottom + _GAP
    return blocks


def _panels_alone(scene: Scene, plates: Mapping[str, Plate], top: float) -> _Part:
    count = len(scene.panels)
    wide = (WIDTH - 2 * EDGE - _GAP * (count - 1)) / count if count > 1 else _ALONE
    lines = max(len(heading_lines(panel.heading, wide)) for panel in scene.panels)
    left = EDGE if count > 1 else (WIDTH - _ALONE) / 2
    blocks = [
        draw_panel(
            panel, plates, Box(x=left + i * (wide + _GAP), y=top, width=wide, height=0), min(_ALONE, wide),
            f"{ident(scene.code)}-{i + 1}", lines=lines,
        )
        for i, panel in enumerate(scene.panels)
    ]  # fmt: skip
    return _Part(
        shapes=tuple(s for b in blocks for s in b.shapes),
        labels=tuple(label for b in blocks for label in b.labels),
        texts=tuple(t for b in blocks for t in b.texts),
        bottom=max(b.bottom for b in blocks),
        frames=tuple(b.frame for b in blocks),
    )


def _figure(scene: Scene, body: Panel, plates: Mapping[str, Plate], top: float) -> tuple[_Part, Spot]:
    """The figure, with labels at its left, and at its right too where no panels stand there."""
    plate = plates[body.plate]
    labelled = any(m.label for m in body.marks)
    if not scene.panels:
        center, widest = WIDTH / 2, 300.0
    else:
        center, widest = (246.0, 212.0) if labelled else (188.0, 300.0)
    scale = min(BODY / plate.view.height, widest / plate.view.width)
    spot = Spot(plate=plate, x=center - plate.view.width * scale / 2, y=top, scale=scale)
    high = plate.view.height * scale
    labels = _figure_labels(body, spot, top, high, both_sides=not scene.panels)
    sides, boxes = _side_words(body, spot, top + high)
    shapes = (_art_of(body, spot, scene.code), *sides)
    spots = tuple((m.target, tuple(spot.point(a) for a in _anchors(m, plate))) for m in body.marks)
    return _Part(shapes=shapes, labels=labels, texts=tuple(boxes), bottom=top + high + _SIDES, spots=spots), spot


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


def _art_of(panel: Panel, spot: Spot, code: str) -> Shape:
    parts = [art(spot.plate.base)]
    for mark in panel.marks:
        region = spot.plate.regions[mark.target]
        inner = [shape("title", text=region.title), art(region.art)]
        if region.part in _SMALL and mark.emphasis is not Emphasis.SHOWN:
            inner.extend(shape("circle", cx=x, cy=y, r=11, class_="spot") for x, y in region.anchors)
        if mark.half:
            inner = [clipped(inner, half_of(spot.plate, mark.half))]
        parts.append(group(inner, id=f"{ident(code)}-{region.id}", class_=_classes(mark, region)))
    return spot.on_sheet(parts, class_="whole")


def _anchors(mark: Mark, plate: Plate) -> tuple[tuple[float, float], ...]:
    """Where a leader line may end. For a half: the points that lie in it, else the nearest one brought over to it."""
    anchors = plate.regions[mark.target].anchors
    if not mark.half:
        return anchors
    box = half_of(plate, mark.half)
    middle = plate.view.x + plate.view.width / 2
    way = 1 if box.x >= middle else -1
    inside = tuple(a for a in anchors if (a[0] - middle) * way >= _OFF_CENTER)
    return inside or tuple((middle + way * max(abs(x - middle), _OFF_CENTER), y) for x, y in anchors)


def _classes(mark: Mark, region: PlateRegion) -> str:
    """How a region is drawn: by its emphasis, lightly where it is the whole body, as bone where no marrow is meant."""
    if region.part in _AROUND:
        return f"{mark.emphasis} around"
    return f"{mark.emphasis} bony" if classes_of(region.art) <= {"bone", "fine", "line"} else str(mark.emphasis)


def ident(code: str) -> str:
    """An id that is unique on a page which holds several pictures."""
    return "n" + "".join(c for c in code if c.isalnum() or c == "-")


def _wanted(marks: tuple[Mark, ...], spot: Spot) -> list[Wanted]:
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


def _figure_labels(panel: Panel, spot: Spot, top: float, high: float, *, both_sides: bool) -> tuple[Placed, ...]:
    """Labels left of the figure; where there is room, labels of the person's left side stand on the right."""
    wanted = _wanted(panel.marks, spot)
    beside = spot.x - EDGE - 4
    left_room = Box(x=EDGE, y=top + 10, width=beside, height=high - 30)
    if not both_sides:
        return column(wanted, left_room, align="end")
    middle = spot.x + spot.plate.view.width * spot.scale / 2
    right = [w for w in wanted if min(a[0] for a in w.anchors) > middle + 1]
    left = [w for w in wanted if w not in right]
    right_room = Box(x=WIDTH - EDGE - beside, y=top + 10, width=beside, height=high - 30)
    return column(left, left_room, align="end") + column(right, right_room, align="start")


def _zoom(scene: Scene, body: Panel, spot: Spot, block: Block, plates: Mapping[str, Plate]) -> list[Shape]:
    """Two dashed lines from the place on the figure to the plate that shows it closely."""
    near = plates[scene.panels[0].plate].family in ("close-ups", "tissue")
    marked = [m for m in body.marks if m.emphasis is not Emphasis.SHOWN]
    if not near or not marked:
        return []
    x, y = max(spot.point(a) for a in _anchors(marked[0], spot.plate))
    left, top, bottom = block.frame.x + 6, block.frame.y + 14, block.frame.bottom - 14
    return [
        shape("path", d=f"M{number(x)} {number(y)}L{number(left)} {number(end)}", class_="zoom")
        for end in (top, bottom)
    ]


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


def _side_words(panel: Panel, spot: Spot, y: float) -> tuple[list[Shape], list[Box]]:
    """ "Their right" and "their left", so that nobody takes the viewer's side for the person's."""
    if not panel.plate.endswith(("-front", "-back")):
        return [], []
    middle = spot.x + spot.plate.view.width * spot.scale / 2
    words = ("their right", "their left") if panel.plate.endswith("-front") else ("their left", "their right")
    shapes, boxes = [], []
    for text, x in zip(words, (middle - 12 - width(words[0], SIZE), middle + 12), strict=True):
        shapes.append(shape("text", text=text, x=x, y=y + 22, class_="label"))
        boxes.append(Box(x=x, y=y, width=width(text, SIZE), height=LINE - 1))
    return shapes, boxes


def _remark(text: str, y: float) -> tuple[list[Shape], Box]:
    lines = wrap(text, SIZE, WIDTH - 2 * EDGE - 24, lines=3)
    box = Box(x=EDGE, y=y, width=WIDTH - 2 * EDGE, height=len(lines) * LINE + 18)
    shapes = [shape("rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=9, class_="remark")]
    shapes.extend(
        shape("text", text=line, x=EDGE + 12, y=y + 33 + i * LINE - 2, class_="label") for i, line in enumerate(lines)
    )
    return shapes, box
