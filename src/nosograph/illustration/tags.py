"""The tags below a picture: what else the code says and no drawing shows.

Worked example: S52.001E has the tag "open type I or II", S52.009A a dotted one, "not further specified".
"""

from nosograph.facets.model import Facets
from nosograph.illustration.labels import SIZE
from nosograph.illustration.model import Box
from nosograph.illustration.shapes import Shape, shape
from nosograph.illustration.text import width, wrap

MOST = 4
_HIGH, _GAP, _PAD = 40.0, 10.0, 14.0
_OPEN = {
    "unspecified": "not further specified",
    "other": "other than the listed kinds",
    "site unspecified": "place not specified",
    "degree unspecified": "degree not specified",
    "stage unspecified": "stage not specified",
    "unspecified degree": "degree not specified",
    "unspecified stage": "stage not specified",
    "grade unspecified": "grade not specified",
}


def tags_of(facets: Facets) -> tuple[str, ...]:
    """The qualifiers of an entry, those that leave something open last."""
    firm = [q for q in facets.qualifiers if q not in _OPEN]
    left_open = [q for q in facets.qualifiers if q in _OPEN]
    return tuple([*firm, *left_open][:MOST])


def words_of(tag: str) -> str:
    """What stands in a tag."""
    return _OPEN.get(tag, tag)


def draw_tags(tags: tuple[str, ...], room: Box) -> tuple[list[Shape], list[Box], float]:
    """The tags in rows from the top of the room; their shapes, the boxes of their words, and where they end."""
    shapes: list[Shape] = []
    boxes: list[Box] = []
    x, y = room.x, room.y
    for tag in tags:
        text = wrap(words_of(tag), SIZE, room.width - 2 * _PAD, lines=1)[0]
        wide = width(text, SIZE) + 2 * _PAD
        if x > room.x and x + wide > room.right:
            x, y = room.x, y + _HIGH + _GAP
        css = "said open" if tag in _OPEN else "said"
        shapes.append(shape("rect", x=x, y=y, width=wide, height=_HIGH, rx=_HIGH / 2, class_=css))
        shapes.append(shape("text", text=text, x=x + _PAD, y=y + 28, class_="label"))
        boxes.append(Box(x=x, y=y, width=wide, height=_HIGH))
        x += wide + _GAP
    return shapes, boxes, y + _HIGH if tags else room.y
