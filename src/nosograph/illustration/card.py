"""The card for sharing: 1200 by 630, code and title at the left, the picture without its strips at the right."""

from collections.abc import Mapping

from nosograph.illustration.model import Plate, Scene
from nosograph.illustration.palette import style
from nosograph.illustration.picture import WIDTH, draw_middle
from nosograph.illustration.shapes import Shape, group, markup, placed, shape
from nosograph.illustration.text import width, wrap

CARD_WIDTH, CARD_HEIGHT = 1200.0, 630.0
_EDGE = 56.0
_PICTURE = 560.0  # the room of the picture, to the right edge
_BIG, _BADGE = 46.0, 40.0


def draw_card(scene: Scene, plates: Mapping[str, Plate]) -> str:
    """The SVG text of a scene's card, in light colors."""
    shapes, height = draw_middle(scene, plates)
    scale = min((_PICTURE - 24) / WIDTH, (CARD_HEIGHT - 60) / height)
    left = CARD_WIDTH - _PICTURE + (_PICTURE - WIDTH * scale) / 2
    picture = placed(group(shapes), left, (CARD_HEIGHT - height * scale) / 2, scale)
    rules = style(dark=False) + f".big{{font-size:{_BIG:g}px;font-weight:600}}.badge{{font-size:{_BADGE:g}px}}"
    root = shape(
        "svg",
        shape("title", text=f"{scene.code}: {scene.title}"),
        Shape(tag="style", markup=f"<style>{rules}</style>"),
        shape("rect", x=0, y=0, width=CARD_WIDTH, height=CARD_HEIGHT, class_="paper"),
        *_words(scene),
        picture,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {CARD_WIDTH:g} {CARD_HEIGHT:g}",
    )
    return markup(root)


def _words(scene: Scene) -> list[Shape]:
    room = CARD_WIDTH - _PICTURE - _EDGE - 24
    wide = width(scene.code, _BADGE) * 1.08 + 44
    shapes = [
        shape("rect", x=_EDGE, y=64, width=wide, height=66, rx=14, class_="tag"),
        shape("text", text=scene.code, x=_EDGE + wide / 2, y=111, class_="label middle on-tag strong badge"),
    ]
    shapes.extend(
        shape("text", text=line, x=_EDGE, y=200 + i * 56, class_="label big")
        for i, line in enumerate(wrap(scene.title, _BIG, room / 1.08, lines=6))
    )
    shapes.append(shape("text", text="Nosograph · ICD-10-CM", x=_EDGE, y=CARD_HEIGHT - 48, class_="label"))
    return shapes
