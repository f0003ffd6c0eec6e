"""The tags below a picture: what else the code says and no drawing shows.

Worked example: S52.001E has the tag "open type I or II", S52.009A a dotted one, "not further specified".
"""

from collections.abc import Collection

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


# Of harm by oneself or by others, a tag may say who was harmed and how sure it is, and not by which means.
_SAYABLE = frozenset({
    "bystander", "civilian", "law enforcement official", "military personnel", "public safety official", "suspect",
    "terrorist", "unspecified person injured", "confirmed", "suspected", "current", "former", "in pregnancy",
    "in childbirth", "puerperium", "unspecified", "other",
})  # fmt: skip


def tags_of(facets: Facets, shown: Collection[str] = (), *, gently: bool = False) -> tuple[str, ...]:
    """What an entry says beside site and process and no strip shows (`shown`); what is left open comes last.

    `gently`: without the words that name the means of a harm.
    """
    said = [*facets.qualifiers, *_values(facets.course), *_values(facets.severity)]
    if facets.remission:
        said.append(facets.remission)
    kept = [v for v in dict.fromkeys(said) if v not in shown and (not gently or v in _SAYABLE)]
    return tuple(sorted(kept, key=_OPEN.__contains__)[:MOST])


def _values(axis: str | None) -> list[str]:
    return axis.split(", ") if axis else []


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
